//! What may be asked of an own file. The file itself says that it is one.

use contract::need::{Need, need};

use super::OwnRefusal;
use crate::{App, AppFault};

/// What the athlete may do besides looking: say and send back, and what is about this computer or the file's passphrase.
const THEIRS: &[&str] = &["CreateRoster", "KeepKey", "ProtectRoster", "SaveChart", "SayOwn", "SendBack", "SetIdleLock"];

/// Looks only from the coach's chair: it says who sits there.
const NOT_THEIRS: &str = "ActAs";

/// What is asked of a roster that is damaged.
const WAYS_OUT: &[&str] = &["RestoreBackup", "SalvageRoster", "ShowWayOut"];

/// Whether the open roster answers a call. A call that is added later is refused by an own file unless it declares that it
/// only looks.
///
/// # Errors
/// [`OwnRefusal::OnlyReads`] for one that an own file does not take.
pub(crate) async fn admit(app: &App, call: &str) -> Result<(), AppFault> {
    if (need(call) == Need::Look && call != NOT_THEIRS) || THEIRS.contains(&call) {
        return Ok(());
    }
    match app.roster().await {
        // Without a roster the call says so itself.
        Err(_) => Ok(()),
        // A roster too damaged to say whose it is must not bar the ways out of that.
        Ok(roster) if WAYS_OUT.contains(&call) && roster.own().await.is_err() => Ok(()),
        Ok(roster) if roster.own().await?.is_none() => Ok(()),
        Ok(_) => Err(OwnRefusal::OnlyReads { call: call.to_owned() }.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_athletes_is_a_call() {
        for name in THEIRS.iter().chain(WAYS_OUT).chain([&NOT_THEIRS]) {
            assert!(contract::call::NAMES.contains(name), "{name} is not in the list of calls");
        }
    }
}
