//! Getting files in: dropped anywhere, or chosen. In the window files come as paths, in a browser as bytes. Everything is
//! previewed first; nothing is in the roster before the coach says so.

mod commit;
mod drop;
mod handed;
mod picked;
mod run;
mod strip;

pub use commit::{commit, discard, map_columns, reopen, resume};
pub(crate) use commit::{count, told};
pub use drop::DropZone;
pub use handed::{Handed, HandedDoor};
pub(crate) use handed::{HandedChooser, Kind, hand_paths};
pub use picked::ImportButtons;
pub(crate) use picked::{PickerFields, Pickers};
pub use run::{Picked, preview_files, preview_paths};
pub use strip::TaskStrip;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;

use contract::Call;
use contract::Done;
use contract::roster::{OpenSample, RosterView};

use crate::state::{Ended, State};
use crate::words::{t, t_with};

/// Goes to a page without losing the way back.
pub(crate) type GoTo = std::sync::Arc<dyn Fn(&str) + Send + Sync>;

/// How to go to a page from the components around.
pub(crate) fn go_to() -> GoTo {
    let navigate = leptos_router::hooks::use_navigate();
    std::sync::Arc::new(move |path: &str| navigate(path, NavigateOptions::default()))
}

/// Opens the sample club, with progress: it is made on first use.
pub fn open_sample(state: State, go: GoTo) {
    spawn_local(async move {
        let task = state.begin_task(t("screen-sample-opening"), None);
        let opened = state.write(&OpenSample { task: Some(task) }).await;
        state.end_task(
            task,
            Ended::of(&opened, |roster| Ended::done(t_with("notice-opened", &[("name", roster.name.as_str().into())]))),
        );
        opened_roster(state, &go, opened);
    });
}

/// Opens or makes a roster with the call given.
pub fn open_roster<C>(state: State, go: GoTo, request: C)
where
    C: Call<Reply = Done<RosterView>>,
{
    spawn_local(async move {
        let opened = state.write(&request).await;
        opened_roster(state, &go, opened);
    });
}

fn opened_roster(state: State, go: &GoTo, opened: Result<RosterView, contract::Fault>) {
    match opened {
        Ok(roster) => {
            state.report.set(None);
            // What was previewed was compared with the other roster.
            state.review.clear();
            state.roster.put(roster);
            go("/");
        }
        // It waits for its passphrase now, and the page asks for that.
        Err(fault) if fault.code == contract::FaultCode::Locked => state.roster.again(),
        Err(fault) => state.say_fault(&fault),
    }
}
