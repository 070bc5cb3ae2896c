//! Days on which the usual time does not hold: a form for one athlete or many, and the list of one.

use chrono::NaiveDate;
use contract::Fault;
use contract::club::{AddException, WithdrawException};
use domain::availability::{Exception, ExceptionKind};
use domain::id::AthleteId;
use leptos::prelude::*;

use super::edit;
use crate::format;
use crate::parts::{Badge, Button, ButtonKind, Choice, Empty, FormFoot, TextField};
use crate::state::{State, send_added};
use crate::words::{t, t_with};

/// The form.
#[component]
pub fn ExceptionForm(
    /// For whom.
    athletes: Vec<(AthleteId, String)>,
    /// The day it begins with, where that is known.
    day: Option<NaiveDate>,
    /// Closed when it is kept.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let first = day.map(|day| day.to_string()).unwrap_or_default();
    let kind = RwSignal::new(ExceptionKind::Travel.code().to_owned());
    let from = RwSignal::new(first.clone());
    let to = RwSignal::new(first);
    let minutes = RwSignal::new("0".to_owned());
    let note = RwSignal::new(String::new());
    let wrong_day = RwSignal::new(None::<String>);
    let wrong_minutes = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let whom = match athletes.as_slice() {
        [(_, name)] => t_with("availability-for-one", &[("name", name.as_str().into())]),
        several => {
            let names = several.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
            t_with("availability-for-many", &[("count", several.len().into()), ("names", names.into())])
        }
    };
    let ids: Vec<AthleteId> = athletes.into_iter().map(|(id, _)| id).collect();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let days = (from.get_untracked().parse::<NaiveDate>(), to.get_untracked().parse::<NaiveDate>());
        wrong_day.set(if let (Ok(_), Ok(_)) = days { None } else { Some(t("screen-not-a-day")) });
        let typed = edit::minutes(&minutes.get_untracked());
        wrong_minutes.set(if let Ok(Some(_)) = typed { None } else { Some(t("screen-not-minutes")) });
        let (Ok(from), Ok(to), Ok(Some(minutes))) = (days.0, days.1, typed) else { return };
        let code = kind.get_untracked();
        let kind = ExceptionKind::ALL.into_iter().find(|kind| kind.code() == code).unwrap_or(ExceptionKind::Other);
        let note = Some(note.get_untracked().trim().to_owned()).filter(|note| !note.is_empty());
        let request = AddException { athletes: ids.clone(), kind, from, to, minutes, note, supersedes: None };
        send_added(state, request, t(&format!("exception-{}", kind.code())), open, fault);
    };
    let kinds: Vec<_> =
        ExceptionKind::ALL.into_iter().map(|k| (k.code().to_owned(), t(&format!("exception-{}", k.code())))).collect();
    view! {
        <form class="form" on:submit=submit data-testid="exception-form">
            <p class="quiet">{whom}</p>
            <Choice label=t("availability-why") value=kind options=kinds />
            <div class="form-row">
                <TextField label=t("screen-first-day") value=from kind="date" required=true error=wrong_day />
                <TextField label=t("screen-last-day") value=to kind="date" required=true />
            </div>
            <TextField
                label=t("availability-minutes")
                value=minutes
                kind="number"
                unit="min"
                hint=t("availability-minutes-hint")
                error=wrong_minutes
                required=true
            />
            <TextField label=t("screen-note-label") value=note />
            <FormFoot open=open fault=fault save="screen-add" />
        </form>
    }
}

/// The exceptions of one athlete, each with the way to take it back.
#[component]
pub fn Exceptions(
    /// Those that count, by first day.
    exceptions: Vec<Exception>,
) -> impl IntoView {
    if exceptions.is_empty() {
        return view! { <Empty title=t("availability-no-exceptions") hint=t("availability-no-exceptions-hint") /> }
            .into_any();
    }
    let lines = exceptions.into_iter().map(|one| view! { <Line one=one /> }).collect_view();
    view! { <ul class="races">{lines}</ul> }.into_any()
}

#[component]
fn Line(one: Exception) -> impl IntoView {
    let state = State::here();
    let whole = one.clone();
    view! {
        <li data-testid="exception">
            <Badge>{t(&format!("exception-{}", one.kind.code()))}</Badge>
            <div>
                {days(&one)} ", " {t_with("availability-a-day", &[("minutes", one.minutes.into())])}
                {one.note.map(|note| view! { <span class="under">{note}</span> })}
            </div>
            <Button kind=ButtonKind::Quiet on_press=move || withdraw(state, &whole)>
                {t("availability-withdraw")}
            </Button>
        </li>
    }
}

/// `24 Nov – 26 Nov 2026`, or one day.
pub(super) fn days(one: &Exception) -> String {
    if one.from == one.to {
        format::day_of_year(one.from)
    } else {
        format!("{} \u{2013} {}", format::short_day(one.from), format::day_of_year(one.to))
    }
}

/// Takes an exception back.
pub(super) fn withdraw(state: State, one: &Exception) {
    let back = WithdrawException { athlete: one.athlete, exception: one.id };
    let again = AddException {
        athletes: vec![one.athlete],
        kind: one.kind,
        from: one.from,
        to: one.to,
        minutes: one.minutes,
        note: one.note.clone(),
        supersedes: None,
    };
    let what = format!("{}, {}", t(&format!("exception-{}", one.kind.code())), days(one));
    state.take_back(back, again, &what, t("availability-withdrawn"));
}
