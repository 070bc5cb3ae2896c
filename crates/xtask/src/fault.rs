//! What can go wrong in a chore.

use std::path::PathBuf;
use std::process::ExitStatus;

/// Why a chore stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TaskFault {
    /// A program could not be started.
    #[error("`{program}` could not be started: {source}")]
    NotStarted { program: String, source: std::io::Error },
    /// A program ended badly.
    #[error("`{line}` ended with {status}")]
    Failed { line: String, status: ExitStatus },
    /// Reading or writing failed.
    #[error("{}: {source}", path.display())]
    Disk { path: PathBuf, source: std::io::Error },
    /// `cargo metadata` failed.
    #[error("cargo metadata: {0}")]
    Metadata(#[from] cargo_metadata::Error),
    /// wasm-bindgen refused.
    #[error("wasm-bindgen: {0}")]
    Bindgen(String),
    /// The machine lacks something that is not installed from here.
    #[error("{count} thing(s) are missing on this machine; install them as said above, then run this again")]
    Missing { count: usize },
    /// House rules are broken.
    #[error("{count} house rule(s) broken")]
    Untidy { count: usize },
    /// The committed queries differ from those in the code.
    #[error("the committed .sqlx is stale ({stale} file(s) differ); run `cargo xtask prepare` and commit the result")]
    StaleQueries { stale: usize },
    /// A tool was brought, and is not where it should be.
    #[error("{tool} was brought and is not at {}", path.display())]
    NotInstalled { tool: &'static str, path: PathBuf },
    /// Something could not be looked at. It fails no lane, and is never shown as well.
    #[error("{why}")]
    NotLooked { why: &'static str },
    /// A page that is made is not what it would be now.
    #[error("{page} is not current; run `cargo xtask {verb}` and commit the result")]
    StalePage { page: &'static str, verb: &'static str },
    /// Lanes failed.
    #[error("failed: {}", lanes.join(", "))]
    Lanes { lanes: Vec<String> },
    /// No lane has that word in its name.
    #[error("no lane's name contains `{word}`")]
    NoLane { word: String },
    /// `Cargo.lock` lacks a package that a chore follows.
    #[error("Cargo.lock does not name the package `{package}`")]
    NotLocked { package: String },
    /// No benchmark has been measured yet.
    #[error("no benchmark results under {}", path.display())]
    NoBenches { path: PathBuf },
    /// The replay did not come to its end.
    #[error("the replay made no table; why stands above")]
    NoReplay,
    /// The marked part of a page is gone.
    #[error("{} lacks the line `{mark}`", path.display())]
    NoMark { path: PathBuf, mark: &'static str },
}

/// Names the path in a disk fault.
pub(crate) trait At<T> {
    /// Adds the path.
    fn at(self, path: impl Into<PathBuf>) -> Result<T, TaskFault>;
}

impl<T> At<T> for std::io::Result<T> {
    fn at(self, path: impl Into<PathBuf>) -> Result<T, TaskFault> {
        self.map_err(|source| TaskFault::Disk { path: path.into(), source })
    }
}
