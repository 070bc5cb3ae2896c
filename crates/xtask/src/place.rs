//! Where things stand: the workspace, its target folder, the tools.

use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, MetadataCommand};

use crate::fault::TaskFault;

/// The workspace on this machine.
pub(crate) struct Place {
    /// Folder of the workspace's Cargo.toml.
    pub(crate) root: PathBuf,
    /// Where cargo builds.
    pub(crate) target: PathBuf,
    /// The workspace's own packages (no dependencies).
    pub(crate) metadata: Metadata,
}

impl Place {
    /// Asks cargo where the workspace is.
    pub(crate) fn find() -> Result<Self, TaskFault> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.toml");
        let metadata = MetadataCommand::new().manifest_path(manifest).no_deps().exec()?;
        Ok(Self {
            root: metadata.workspace_root.clone().into_std_path_buf(),
            target: metadata.target_directory.clone().into_std_path_buf(),
            metadata,
        })
    }

    /// Where tools that cargo installs for us are kept: `TRACKSIDE_TOOLS`, or `tools` in the target folder.
    pub(crate) fn tools(&self) -> PathBuf {
        std::env::var_os("TRACKSIDE_TOOLS").map_or_else(|| self.target.join("tools"), PathBuf::from)
    }

    /// The built front end.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("ui").join("dist")
    }

    /// A program built by cargo in the folder of a profile (`debug`, `release`).
    pub(crate) fn program(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}
