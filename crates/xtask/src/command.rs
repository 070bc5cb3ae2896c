//! Starting other programs, with what they are said aloud.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::fault::TaskFault;
use crate::place::Place;

/// The target of the front end.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Variables `cargo run` sets for us that would make a cargo started from here rebuild what has not changed.
const INHERITED: [&str; 8] = [
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_PKG_NAME",
    "CARGO_PKG_VERSION",
    "CARGO_PKG_AUTHORS",
    "CARGO_PKG_REPOSITORY",
    "CARGO_PKG_RUST_VERSION",
    "LD_LIBRARY_PATH",
];

/// `cargo` with these arguments, in the workspace's folder.
pub(crate) fn cargo<'a>(place: &Place, args: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(&place.root);
    for name in INHERITED {
        command.env_remove(name);
    }
    command
}

/// Runs it to its end with its output shown; anything but success is a fault.
pub(crate) fn run(command: &mut Command) -> Result<(), TaskFault> {
    let line = line(command);
    println!("   $ {line}");
    let status = command.status().map_err(|source| TaskFault::NotStarted { program: line.clone(), source })?;
    if status.success() { Ok(()) } else { Err(TaskFault::Failed { line, status }) }
}

/// Whether it ends well, with its output hidden.
pub(crate) fn holds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What it printed, if it ended well.
pub(crate) fn said(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first program of this name on the PATH.
pub(crate) fn which(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
}

fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program.file_stem().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    for arg in command.get_args() {
        line.push(' ');
        line.push_str(&arg.to_string_lossy());
    }
    line
}
