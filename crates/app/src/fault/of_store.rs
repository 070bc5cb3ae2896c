//! What went wrong with a roster file, for words.

use contract::FaultCode;
use domain::words::Value;
use store::StoreFault;

/// The kind, the words' key, and the facts in them.
pub(super) fn words(fault: &StoreFault) -> (FaultCode, &'static str, Vec<(&'static str, Value)>) {
    use StoreFault as F;
    let shown = |path: &std::path::Path| ("path", Value::Text(path.display().to_string()));
    match fault {
        F::AlreadyExists { path } => (FaultCode::FileExists, "file-exists", vec![shown(path)]),
        F::Missing { path } => (FaultCode::RosterUnreadable, "roster-missing", vec![shown(path)]),
        F::NeedsPassphrase { path } => (FaultCode::Locked, "needs-passphrase", vec![shown(path)]),
        F::WrongPassphrase { path } => (FaultCode::BadValue, "wrong-passphrase", vec![shown(path)]),
        F::CopyDiffers { path, what } => {
            (FaultCode::RosterUnreadable, "copy-differs", vec![shown(path), ("detail", what.as_str().into())])
        }
        F::NotARoster { path } => (FaultCode::RosterUnreadable, "not-a-roster", vec![shown(path)]),
        F::RosterNewer { path, .. } => (FaultCode::RosterNewer, "roster-newer", vec![shown(path)]),
        F::Diverged { path, .. } => (FaultCode::RosterUnreadable, "roster-diverged", vec![shown(path)]),
        F::Io { path, source } => {
            (FaultCode::FileUnreadable, "unreadable", vec![shown(path), ("detail", source.to_string().into())])
        }
        F::Busy => (FaultCode::RosterUnreadable, "roster-busy", vec![]),
        F::InUse { path } => (FaultCode::RosterUnreadable, "roster-in-use", vec![shown(path)]),
        F::LogWaits { path } => (FaultCode::RosterUnreadable, "log-waits", vec![shown(path)]),
        F::ReadOnly => (FaultCode::FileUnwritable, "roster-read-only", vec![]),
        F::Corrupt { message } => {
            (FaultCode::RosterUnreadable, "roster-corrupt", vec![("detail", message.clone().into())])
        }
        F::UnsoundCopy { path, said } => {
            (FaultCode::RosterUnreadable, "backup-unsound", vec![shown(path), ("detail", said.clone().into())])
        }
        F::DiskFull => (FaultCode::FileUnwritable, "disk-full", vec![]),
        F::Damaged { .. } => (FaultCode::RosterUnreadable, "roster-damaged", vec![]),
        F::Erased { on } => (FaultCode::Impossible, "erased", vec![("day", on.to_string().into())]),
        F::NoSuch { id, .. } => (FaultCode::NotFound, "no-such", vec![("asked", id.clone().into())]),
        F::Withheld { name } => (FaultCode::Impossible, "file-withheld", vec![("name", name.clone().into())]),
        F::GuardianMissing => (FaultCode::BadValue, "guardian-missing", vec![]),
        F::WeekApproved { week } => (FaultCode::Impossible, "week-approved", vec![("week", week.to_string().into())]),
        _ => (FaultCode::Internal, "internal", vec![]),
    }
}
