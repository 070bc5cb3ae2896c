//! Several files at once: what is chosen in each of them, taken in one step.

use futures::future::join_all;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::parts::{Button, ButtonKind, Card};
use crate::state::State;
use crate::words::{t, t_with};

/// How many files are on their way to the host at once.
const AT_ONCE: usize = 8;

/// The button; nothing where fewer than two files have something to take.
#[component]
pub(super) fn All(desks: Vec<Desk>) -> impl IntoView {
    let state = State::here();
    let busy = RwSignal::new(false);
    let desks = StoredValue::new(desks);
    let ready =
        move || desks.with_value(|all| all.iter().filter_map(|desk| Some((*desk, desk.ready()?))).collect::<Vec<_>>());
    let take = move || {
        let ready = untrack(ready);
        busy.set(true);
        spawn_local(async move {
            // The first alone: it may be the one by which a key comes to be known.
            let (first, rest) = ready.split_at(ready.len().min(1));
            let mut made = 0;
            for some in std::iter::once(first).chain(rest.chunks(AT_ONCE)) {
                let taken = join_all(some.iter().map(|(desk, athlete)| desk.bring(*athlete, false))).await;
                made += taken.iter().sum::<usize>();
            }
            if made > 0 {
                state.say(t_with("plan-read-taken", &[("count", made.into())]));
            }
            busy.try_set(false);
        });
    };
    let several = Memo::new(move |_| ready().len());
    move || {
        (several.get() > 1).then(|| {
            let facts = [("files", several.get().into())];
            view! {
                <Card title=t("plan-read-all")>
                    <p class="quiet">{t("plan-read-all-hint")}</p>
                    <div class="actions">
                        <Button kind=ButtonKind::Primary busy=busy on_press=take>
                            {t_with("plan-read-take-all", &facts)}
                        </Button>
                    </div>
                </Card>
            }
        })
    }
}
