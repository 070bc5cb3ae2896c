//! Showing a written file in its folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use contract::files::ShowFile;

use crate::{Answer, App, AppFault};

impl Answer for ShowFile {
    async fn answer(self, _: &App) -> Result<bool, AppFault> {
        let path = PathBuf::from(&self.path);
        let there = std::fs::canonicalize(&path).map_err(|source| AppFault::Unreadable { path, source })?;
        let begun = file_manager(&there).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut begun = begun.map_err(|source| AppFault::NoFileManager { source })?;
        // Waited for, so that nothing is left behind when it ends; nobody needs to know how.
        tokio::task::spawn_blocking(move || drop(begun.wait()));
        Ok(true)
    }
}

/// The system's file manager with a file marked in it; on Linux, where there is no common way to mark one, its folder.
fn file_manager(path: &Path) -> Command {
    if cfg!(target_os = "macos") {
        let mut command = Command::new("open");
        command.arg("-R").arg(path);
        return command;
    }
    if cfg!(windows) {
        let mut command = Command::new("explorer");
        command.arg("/select,").arg(path);
        return command;
    }
    let mut command = Command::new("xdg-open");
    command.arg(path.parent().unwrap_or(path));
    command
}
