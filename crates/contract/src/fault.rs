//! What went wrong, in words for a person, with an id that finds the log line.

use serde::{Deserialize, Serialize};

/// Kinds of fault a screen may treat differently. The words file has `fault-<code>` for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultCode {
    /// No roster is open.
    NoRoster,
    /// The roster waits for its passphrase.
    Locked,
    /// The roster that was to be opened did not open; the page shows the ways out.
    Unopened,
    /// The roster file could not be opened or is not one.
    RosterUnreadable,
    /// The roster was written by a newer program.
    RosterNewer,
    /// A file already stands there.
    FileExists,
    /// A file could not be read.
    FileUnreadable,
    /// A file could not be written.
    FileUnwritable,
    /// What was asked for is not here.
    NotFound,
    /// A value is outside what is possible.
    BadValue,
    /// The name of the athlete fits several or none.
    WhichAthlete,
    /// The change makes no sense here.
    Impossible,
    /// The plan file is not one, is damaged, or its signature is wrong.
    PlanFile,
    /// The signing key could not be read or made.
    Key,
    /// The task was cancelled.
    Cancelled,
    /// There is no such call, or its arguments have another shape.
    BadCall,
    /// A mistake in the program.
    Internal,
}

impl FaultCode {
    /// Every code.
    pub const ALL: [FaultCode; 17] = [
        FaultCode::NoRoster,
        FaultCode::Locked,
        FaultCode::Unopened,
        FaultCode::RosterUnreadable,
        FaultCode::RosterNewer,
        FaultCode::FileExists,
        FaultCode::FileUnreadable,
        FaultCode::FileUnwritable,
        FaultCode::NotFound,
        FaultCode::BadValue,
        FaultCode::WhichAthlete,
        FaultCode::Impossible,
        FaultCode::PlanFile,
        FaultCode::Key,
        FaultCode::Cancelled,
        FaultCode::BadCall,
        FaultCode::Internal,
    ];
}

/// A fault as a person meets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{what} {next}")]
pub struct Fault {
    /// Kind.
    pub code: FaultCode,
    /// What happened, one sentence.
    pub what: String,
    /// What to do next, one sentence.
    pub next: String,
    /// Id of the log line.
    pub trace: String,
}
