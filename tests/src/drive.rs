//! Driving the program as a person does: the servers and screens around it, and a page with named parts.

mod accessible;
pub mod board;
mod browser;
pub mod coach;
mod page;
mod process;
pub mod stopwatch;
pub mod week;
mod window;

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures::FutureExt;

pub use accessible::{Heard, axe};
pub use browser::Browser;
pub use page::Page;
pub use process::{Running, Served};
pub use window::{Screen, Window};

/// How long a whole story may take, in seconds.
const LONGEST: u64 = 300;

/// Tells a story to its end, even if it panics, so that what it plays in can be closed before the test fails.
pub async fn tell<T>(story: impl Future<Output = Result<T, DriveFault>>) -> Told<T> {
    // A driver that answers no more must not keep the tests waiting for ever.
    let story = async {
        let whole = tokio::time::timeout(Duration::from_secs(LONGEST), story).await;
        whole.unwrap_or(Err(DriveFault::Endless { seconds: LONGEST }))
    };
    Told(AssertUnwindSafe(story).catch_unwind().await)
}

/// How a story ended.
pub struct Told<T>(std::thread::Result<Result<T, DriveFault>>);

impl<T> Told<T> {
    /// What it came to.
    ///
    /// # Panics
    /// If the story did, or ended with a fault.
    pub fn end(self) -> T {
        match self.0 {
            Ok(Ok(value)) => value,
            Ok(Err(fault)) => panic!("{fault}"),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}

/// What can go wrong while driving. Journeys end with a panic that shows it.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the facts their names say; the message says the rest")]
pub enum DriveFault {
    #[error("{program} could not be started: {source}")]
    NotStarted { program: String, source: std::io::Error },
    #[error("{program} did not answer on port {port} within {seconds} s")]
    Silent { program: String, port: u16, seconds: u64 },
    #[error("{program} ended or kept silent before it said its address; it said: {said}")]
    NoAddress { program: String, said: String },
    #[error("no port is free: {source}")]
    NoPort { source: std::io::Error },
    #[error("no virtual screen could be had, or no picture of it: {said}")]
    NoScreen { said: String },
    #[error("no session: {0}")]
    Session(#[from] fantoccini::error::NewSessionError),
    #[error("{doing}: {source}")]
    Command { doing: String, source: fantoccini::error::CmdError },
    #[error("waited {seconds} s for {what}; the page says:\n{page}")]
    Waited { what: String, seconds: u64, page: String },
    #[error("the story did not end within {seconds} s")]
    Endless { seconds: u64 },
    #[error("{path}: {source}")]
    Disk { path: String, source: std::io::Error },
}
