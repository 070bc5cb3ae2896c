//! One change: its fields, what it would do, and why.

use std::time::Duration;

use charts::view::View as Stretch;
use contract::Fault;
use contract::measure::{ActivityView, ListActivities};
use contract::revision::{PreviewRevision, ReviseActivity, RevisionPreview};
use domain::activity::Activity;
use domain::id::ActivityId;
use domain::recording::ChannelKind;
use domain::revision::Change;
use domain::sport::Sport;
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

use super::span::{Ends, SpanFields, read, written};
use super::{Kind, Numbers};
use crate::format;
use crate::parts::{Button, Choice, Empty, FormFoot, Shown, TextArea, TextField, sport_options};
use crate::state::{State, ask, send};
use crate::words::{t, t_with};

/// A preview is asked for when nothing was typed or moved for so long.
const REST: Duration = Duration::from_millis(250);

/// The form of one kind of change.
#[component]
pub(super) fn ChangeForm(
    /// The activity.
    view: ActivityView,
    /// What is changed.
    kind: Kind,
    /// What is marked on its recording.
    chosen: Signal<Option<Stretch>>,
    /// Whether the dialog around is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let activity = view.activity.clone();
    let whole = activity.elapsed.0;
    let begun = chosen.get_untracked().map_or((0.0, whole), |chosen| (chosen.from.max(0.0), chosen.to.min(whole)));
    let ends = Ends::new(begun.0, begun.1);
    let (id, hint) = (activity.id, t(&format!("{}-hint", kind.key())));
    let (fields, change): (AnyView, Signal<Option<Change>>) = match kind {
        Kind::Trim => {
            let change = move || ends.seconds().map(|(from_s, to_s)| Change::Trim { from_s, to_s });
            (view! { <SpanFields ends=ends whole=whole /> }.into_any(), Signal::derive(change))
        }
        Kind::Exclude => {
            let first = view.channels.iter().find(|kind| **kind == ChannelKind::HeartRate).or(view.channels.first());
            let channel = RwSignal::new(first.map(|kind| kind.code().to_owned()).unwrap_or_default());
            let options: Vec<(String, String)> = view
                .channels
                .iter()
                .map(|kind| (kind.code().to_owned(), t(&format!("channel-{}", kind.code()))))
                .collect();
            let change = move || {
                let channel = channel.with(|code| ChannelKind::from_code(code))?;
                ends.seconds().map(|(from_s, to_s)| Change::Exclude { channel, from_s, to_s })
            };
            let fields = view! {
                <Choice label=t("edit-channel") value=channel options=options />
                <SpanFields ends=ends whole=whole />
            };
            (fields.into_any(), Signal::derive(change))
        }
        Kind::Split => {
            let text = RwSignal::new(String::new());
            let change = move || text.with(|text| cuts(text)).map(|at_s| Change::Split { at_s });
            (view! { <SplitFields activity=activity.clone() text=text /> }.into_any(), Signal::derive(change))
        }
        Kind::Merge => {
            let of = RwSignal::new(Vec::<ActivityId>::new());
            let change = move || of.with(|of| (!of.is_empty()).then(|| Change::Merge { of: of.clone() }));
            (view! { <MergeFields activity=activity.clone() of=of /> }.into_any(), Signal::derive(change))
        }
        Kind::Sport => {
            let sport = RwSignal::new(activity.sport.code().to_owned());
            let now = activity.sport;
            let change = move || {
                let sport = sport.with(|code| Sport::from_code(code)).filter(|sport| *sport != now)?;
                Some(Change::Sport { sport })
            };
            (
                view! { <Choice label=t("edit-sport") value=sport options=sport_options() /> }.into_any(),
                Signal::derive(change),
            )
        }
        Kind::Comment => {
            let text = RwSignal::new(activity.comment.clone().unwrap_or_default());
            let was = activity.comment.clone();
            let change = move || {
                let comment = text.with(|text| Some(text.trim().to_owned()).filter(|text| !text.is_empty()));
                (comment != was).then_some(Change::Comment { comment })
            };
            (view! { <TextArea label=t("edit-comment") value=text /> }.into_any(), Signal::derive(change))
        }
    };
    view! {
        <div class="edit-form">
            <p class="quiet">{hint}</p>
            {fields}
            <Save id=id change=change open=open />
        </div>
    }
}

/// What a change would do, why it is made, and making it.
#[component]
pub(in crate::pages::activity) fn Save(
    /// The activity.
    id: ActivityId,
    /// The change, once the fields make one.
    change: Signal<Option<Change>>,
    /// Whether the dialog around is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let reason = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<Fault>);
    let settled = RwSignal::new(change.get_untracked());
    let mut rest = debounce(REST, move |change: Option<Change>| {
        settled.try_set(change);
    });
    Effect::new(move |_| rest(change.get()));
    let preview = ask(|_| false, move || settled.get().map(|change| PreviewRevision { activity: id, change }));
    let missing = Signal::derive(move || reason.with(|text| text.trim().is_empty()).then(|| t("edit-reason-missing")));
    let tried = RwSignal::new(false);
    let error = Signal::derive(move || missing.get().filter(|_| tried.get()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        fault.set(None);
        if let (Some(change), None) = (change.get_untracked(), missing.get_untracked()) {
            let request = ReviseActivity { activity: id, change, reason: reason.get_untracked() };
            send(state, request, open, fault);
        }
    };
    let seen = move || match settled.get() {
        None => view! { <p class="quiet">{t("edit-nothing-yet")}</p> }.into_any(),
        Some(_) => {
            view! { <Shown ask=preview lines=4 then=|seen| view! { <Seen seen=seen /> }.into_any() /> }.into_any()
        }
    };
    view! {
        <div class="edit-preview" aria-live="polite">
            {seen}
        </div>
        <form class="form" on:submit=submit>
            <TextField label=t("edit-reason") value=reason hint=t("edit-reason-hint") error=error />
            <FormFoot open=open fault=fault save="edit-save" />
        </form>
    }
}

/// Before and after.
#[component]
fn Seen(seen: RevisionPreview) -> impl IntoView {
    let several = |len: usize, one: &'static str, many: &'static str| {
        move |at: usize| if len == 1 { t(one) } else { t_with(many, &[("number", (at as u32 + 1).into())]) }
    };
    let before = several(seen.before.len(), "edit-before", "edit-before-one");
    let after = several(seen.after.len(), "edit-after", "edit-after-part");
    let columns = seen.before.into_iter().enumerate().map(|(at, version)| (before(at), version)).collect::<Vec<_>>();
    let after = seen.after.into_iter().enumerate().map(|(at, version)| (after(at), version));
    view! { <Numbers columns=columns.into_iter().chain(after).collect() /> }
}

/// Moments as they are typed, in any order, set apart by commas or spaces; `None` while one cannot be read or there is none.
fn cuts(text: &str) -> Option<Vec<f64>> {
    let typed = text.split([',', ';', ' ', '\n']).map(str::trim).filter(|text| !text.is_empty());
    let mut at: Vec<f64> = typed.map(read).collect::<Option<_>>()?;
    at.sort_by(f64::total_cmp);
    (!at.is_empty()).then_some(at)
}

#[component]
fn SplitFields(activity: Activity, text: RwSignal<String>) -> impl IntoView {
    // The last lap ends with the activity.
    let ends = activity.laps.iter().map(|lap| f64::from(lap.span.to_ms) / 1000.0);
    let ends: Vec<String> = ends.filter(|end| *end + 1.0 < activity.elapsed.0).map(written).collect();
    let laps = (!ends.is_empty()).then(|| {
        let all = ends.join(", ");
        view! { <Button on_press=move || text.set(all.clone())>{t("edit-split-laps")}</Button> }
    });
    let error = Signal::derive(move || {
        text.with(|text| !text.trim().is_empty() && cuts(text).is_none()).then(|| t("edit-moment-unclear"))
    });
    view! {
        <TextField label=t("edit-split-at") value=text hint=t("edit-split-at-hint") error=error example="10:00, 45:30" />
        {laps}
    }
}

#[component]
fn MergeFields(activity: Activity, of: RwSignal<Vec<ActivityId>>) -> impl IntoView {
    let (id, athlete, day) = (activity.id, activity.athlete, activity.day());
    let around = ask(|_| false, move || Some(ListActivities { athlete, from: Some(day), to: Some(day), limit: None }));
    let then = move |all: Vec<Activity>| {
        let others: Vec<Activity> = all.into_iter().filter(|other| other.id != id).collect();
        if others.is_empty() {
            return view! { <Empty title=t("edit-merge-none") hint=t("edit-merge-none-hint") /> }.into_any();
        }
        let lines = others
            .into_iter()
            .map(|other| {
                let one = other.id;
                let toggle = move |_| {
                    of.update(|of| match of.iter().position(|held| *held == one) {
                        Some(at) => drop(of.remove(at)),
                        None => of.push(one),
                    });
                };
                let words = t_with(
                    "edit-merge-line",
                    &[
                        ("sport", t(&format!("sport-{}", other.sport.code())).into()),
                        ("when", format::day_time(other.start_local).into()),
                        ("time", format::clock(other.timer).into()),
                    ],
                );
                view! {
                    <label class="edit-merge-line">
                        <input type="checkbox" prop:checked=move || of.with(|of| of.contains(&one)) on:change=toggle />
                        {words}
                    </label>
                }
            })
            .collect_view();
        view! {
            <fieldset class="edit-merge">
                <legend>{t("edit-merge-with")}</legend>
                {lines}
            </fieldset>
        }
        .into_any()
    };
    view! { <Shown ask=around lines=2 then=then /> }
}

#[cfg(test)]
mod tests {
    use super::cuts;

    #[test]
    fn cuts_are_read_in_any_order_and_one_that_is_none_spoils_them() {
        assert_eq!(cuts("45:30, 10:00 1:00:05"), Some(vec![600.0, 2730.0, 3605.0]));
        assert_eq!((cuts(""), cuts("10:00, soon")), (None, None));
    }
}
