//! Two sessions of a week change places: two overrides with one reason, each checked by itself.

use contract::plan::{OverrideOutcome, OverrideSession};
use domain::effective::EffectiveSession;
use domain::id::SessionId;
use domain::overrides::{Change, Override, ReasonTag};
use domain::reason::Reason;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::hands::Hands;
use super::sheet::Carried;
use crate::format;
use crate::pages::week::reason::{ReasonChips, Refusal};
use crate::parts::{Button, Dialog, TextArea};
use crate::words::{t, t_with};

/// The changes that put each session in the other's place. The lighter one goes first, so that no two hard sessions stand
/// side by side in between, and no day ever holds both.
#[must_use]
pub fn exchange(one: &EffectiveSession, other: &EffectiveSession) -> [(SessionId, Change); 2] {
    let weight = |s: &EffectiveSession| (s.session.kind.is_quality(), s.session.load);
    let (light, heavy) = if weight(one) <= weight(other) { (one, other) } else { (other, one) };
    [
        (heavy.id, Change::Replace { session: light.session.clone() }),
        (light.id, Change::Replace { session: heavy.session.clone() }),
    ]
}

/// The dialog; open while two sessions are asked to change places.
#[component]
pub(super) fn SwapDialog(
    /// What asks.
    hands: Hands,
) -> impl IntoView {
    let asked = hands.sheet.swapping;
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if asked.with(Option::is_some) {
            open.set(true);
        }
    });
    // Closed by a key or the cross as well.
    Effect::new(move |earlier: Option<bool>| {
        let now = open.get();
        if earlier == Some(true) && !now {
            asked.set(None);
        }
        now
    });
    view! {
        <Dialog open=open title=Signal::derive(move || t("board-swap-title"))>
            {asked.get_untracked().map(|carried| view! { <Form hands=hands carried=carried open=open /> })}
        </Dialog>
    }
}

/// What was done of the two so far.
type Done = Option<Override>;

#[component]
fn Form(hands: Hands, carried: Carried, open: RwSignal<bool>) -> impl IntoView {
    let desk = hands.sheet.desk;
    let sessions = untrack(|| {
        let other = hands.other_side(carried)?;
        desk.session(carried.session).zip(desk.session(other))
    });
    let Some((one, other)) = sessions else {
        return view! { <p>{t("board-swap-gone")}</p> }.into_any();
    };
    let what = t_with(
        "board-swap-what",
        &[
            ("one", one.session.title.clone().into()),
            ("from", format::day(one.date).into()),
            ("other", other.session.title.clone().into()),
            ("to", format::day(other.date).into()),
        ],
    );
    let changes = StoredValue::new(exchange(&one, &other));
    let first = RwSignal::new(None as Done);
    let tag = RwSignal::new(None::<ReasonTag>);
    let text = RwSignal::new(String::new());
    let broken = RwSignal::new(Vec::<Reason>::new());
    let busy = RwSignal::new(false);
    let send = move |insist: bool| {
        let Some(tag) = tag.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        let text = Some(text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty());
        busy.set(true);
        broken.set(Vec::new());
        spawn_local(async move {
            let mut insist = insist;
            let from = usize::from(first.get_untracked().is_some());
            for (session, change) in changes.get_value().into_iter().skip(from) {
                let (athlete, week) = (carried.athlete, carried.week);
                let (session, text) = (Some(session), text.clone());
                let request = OverrideSession { athlete, week, session, change, tag, text, insist };
                match desk.send(&request).await {
                    Ok(OverrideOutcome::Applied { week, made }) => match first.get_untracked() {
                        None => {
                            first.try_set(Some(*made));
                            desk.show(*week);
                        }
                        Some(before) => {
                            first.try_set(None);
                            desk.applied(*week, &[before, *made]);
                        }
                    },
                    Ok(OverrideOutcome::Refused { broken: limits }) => {
                        broken.try_set(limits);
                        busy.try_set(false);
                        return;
                    }
                    Err(fault) => {
                        desk.state.say_fault(&fault);
                        busy.try_set(false);
                        return;
                    }
                }
                // What was insisted on was this one, not the next.
                insist = false;
            }
            open.try_set(false);
        });
    };
    // Half a swap is none: whoever leaves after the first change takes it back.
    on_cleanup(move || {
        if let Some(made) = first.try_get_untracked().flatten() {
            desk.undo(made.session, made.id, made.tag);
        }
    });
    let ready = Signal::derive(move || !busy.get() && tag.get().is_some());
    view! {
        <form
            class="form override"
            data-testid="swap-form"
            on:submit=move |event| {
                event.prevent_default();
                send(false);
            }
        >
            <p>{what}</p>
            <ReasonChips value=tag first=true />
            <TextArea label=t("week-reason-text") value=text rows=2 example=t("week-reason-example") />
            <Refusal broken=broken busy=busy on_insist=move || send(true) />
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("week-cancel")}</Button>
                <button
                    type="submit"
                    class="button button-primary"
                    data-testid="swap-save"
                    disabled=move || !ready.get()
                >
                    {t("board-swap")}
                </button>
            </div>
        </form>
    }
    .into_any()
}
