//! Days on which the athlete's usual does not hold: marks, a form, and taking one back.

use chrono::NaiveDate;
use contract::threshold::{AddMark, AllowCycle, ListMarks, MarksView, WithdrawMark};
use contract::{Fault, Topic};
use domain::id::AthleteId;
use domain::mark::{Mark, MarkKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format;
use crate::parts::{Button, ButtonKind, Card, Choice, Dialog, Empty, FormFoot, Shown, TextField, Toggle};
use crate::state::{State, ask, of, send_added};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn MarksCard(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let marks = ask(of(id, &[Topic::Athlete, Topic::Wellness]), move || Some(ListMarks { athlete: id }));
    let open = RwSignal::new(false);
    view! {
        <Card
            title=t("screen-marks")
            actions=move || view! { <Button on_press=move || open.set(true)>{t("screen-add")}</Button> }
        >
            <Shown ask=marks lines=2 then=|view: MarksView| view! { <List marks=view.marks /> }.into_any() />
            <Dialog open=open title=t("screen-mark-add")>
                {move || {
                    let cycle = marks.value().is_some_and(|view| view.cycle);
                    view! { <Form id=id open=open cycle=cycle /> }
                }}
            </Dialog>
        </Card>
    }
}

#[component]
fn List(marks: Vec<Mark>) -> impl IntoView {
    if marks.is_empty() {
        return view! { <Empty title=t("screen-marks-none") hint=t("screen-marks-none-hint") /> }.into_any();
    }
    let lines = marks.into_iter().map(|mark| view! { <Line mark=mark /> }).collect_view();
    view! { <ul class="races">{lines}</ul> }.into_any()
}

#[component]
fn Line(mark: Mark) -> impl IntoView {
    let state = State::here();
    let id = mark.id;
    let days = match mark.to {
        Some(to) => format!("{} \u{2013} {}", format::short_day(mark.from), format::day_of_year(to)),
        None => t_with("screen-mark-open", &[("from", format::day_of_year(mark.from).into())]),
    };
    let size = mark.size.and_then(|size| match mark.kind {
        MarkKind::Altitude => Some(format::quantity(format::Quantity::Height, size, 0)),
        MarkKind::Travel => Some(t_with("screen-mark-zones", &[("zones", format::signed(size, 0).into())])),
        _ => None,
    });
    let again = AddMark {
        athlete: mark.athlete,
        kind: mark.kind,
        from: mark.from,
        to: mark.to,
        size: mark.size,
        note: mark.note.clone(),
        replaces: None,
    };
    let withdraw = move || {
        let what = t(&format!("mark-{}", again.kind.code()));
        state.take_back(WithdrawMark { mark: id }, again.clone(), &what, t("screen-mark-withdrawn"));
    };
    view! {
        <li>
            <div>
                <strong>{t(&format!("mark-{}", mark.kind.code()))}</strong>
                " "
                {size}
                <span class="under">{days}</span>
                {mark.note.map(|note| view! { <span class="under">{note}</span> })}
            </div>
            <Button kind=ButtonKind::Quiet on_press=withdraw>
                {t("screen-mark-withdraw")}
            </Button>
        </li>
    }
}

#[component]
fn Form(id: AthleteId, open: RwSignal<bool>, cycle: bool) -> impl IntoView {
    let state = State::here();
    let kind = RwSignal::new(MarkKind::Travel.code().to_owned());
    let from = RwSignal::new(String::new());
    let to = RwSignal::new(String::new());
    let size = RwSignal::new(String::new());
    let note = RwSignal::new(String::new());
    let allowed = RwSignal::new(cycle);
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let of_kind = move || MarkKind::ALL.into_iter().find(|k| k.code() == kind.get()).unwrap_or(MarkKind::Other);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = to.get_untracked();
        let last = if typed.is_empty() { Ok(None) } else { typed.parse::<NaiveDate>().map(Some) };
        let (Ok(first), Ok(last)) = (from.get_untracked().parse::<NaiveDate>(), last) else {
            return wrong.set(Some(t("screen-not-a-day")));
        };
        let typed = match format::parse_number(&size.get_untracked()) {
            Ok(typed) => typed,
            Err(text) => return wrong.set(Some(t_with("screen-not-a-number", &[("text", text.into())]))),
        };
        wrong.set(None);
        let kind = untrack(of_kind);
        let size = match kind {
            MarkKind::Altitude => typed.map(|height| format::kept(format::Quantity::Height, height)),
            _ => typed,
        };
        let note = Some(note.get_untracked().trim().to_owned()).filter(|note| !note.is_empty());
        let request = AddMark { athlete: id, kind, from: first, to: last, size, note, replaces: None };
        let allow = kind == MarkKind::Cycle && allowed.get_untracked() && !cycle;
        spawn_local(async move {
            if allow && let Err(refused) = state.write(&AllowCycle { athlete: id, given: true }).await {
                fault.try_set(Some(refused));
                return;
            }
            send_added(state, request, t(&format!("mark-{}", kind.code())), open, fault);
        });
    };
    let kinds: Vec<_> =
        MarkKind::ALL.into_iter().map(|k| (k.code().to_owned(), t(&format!("mark-{}", k.code())))).collect();
    let sized = move || match of_kind() {
        MarkKind::Travel => Some(
            view! { <TextField label=t("screen-mark-zones-field") value=size kind="number" hint=t("screen-mark-zones-hint") /> },
        ),
        MarkKind::Altitude => Some(
            view! { <TextField label=t("screen-mark-metres-field") value=size kind="number" unit=format::unit(format::Quantity::Height) hint="" /> },
        ),
        _ => None,
    };
    let consent = move || {
        (of_kind() == MarkKind::Cycle).then(|| {
            view! { <Toggle label=t("screen-mark-cycle-allow") value=allowed hint=t("screen-mark-cycle-hint") /> }
        })
    };
    view! {
        <form class="form" on:submit=submit>
            <p class="quiet">{t("screen-mark-hint")}</p>
            <Choice label=t("screen-mark-kind") value=kind options=kinds />
            <div class="form-row">
                <TextField label=t("screen-first-day") value=from kind="date" required=true error=wrong />
                <TextField label=t("screen-last-day") value=to kind="date" hint=t("screen-mark-open-hint") />
            </div>
            {sized}
            {consent}
            <TextField label=t("screen-note-label") value=note />
            <FormFoot open=open fault=fault save="screen-add" />
        </form>
    }
}
