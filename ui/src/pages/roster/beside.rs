//! The athlete beside the table: today's answer, every reason, what it rests on, the last days, notes and what comes
//! next.

use contract::Topic;
use contract::triage::{BesideView, ShowBeside};
use domain::annotation::Annotation;
use domain::id::AthleteId;
use domain::readiness::Contributor;
use leptos::prelude::*;
use leptos_router::components::A;

use super::bars::DayBars;
use super::desk::Desk;
use super::row::{PlanBadge, decided, done_words, readiness, reasons, source_code};
use crate::format;
use crate::parts::{Badge, Icon, IconButton, Look, ReadingView, Shown};
use crate::state::{ask, athlete_path, race_path, week_path};
use crate::words::{t, t_with};

/// How long the keyboard rests on a row before more is asked for: a fast way down the list asks once.
const RESTS: std::time::Duration = std::time::Duration::from_millis(120);

/// The panel; it follows the chosen row.
#[component]
pub(super) fn Beside(
    /// The table.
    desk: Desk,
) -> impl IntoView {
    let rested = RwSignal::new(desk.place.chosen.get_untracked());
    Effect::new(move |earlier: Option<()>| {
        let chosen = desk.place.chosen.get();
        if earlier.is_some() {
            set_timeout(
                move || {
                    if desk.place.chosen.try_get_untracked() == Some(chosen) {
                        rested.try_set(chosen);
                    }
                },
                RESTS,
            );
        }
    });
    let relevant = move |moved: &contract::Touched| {
        moved.topic != Topic::Triage && moved.athlete.is_none_or(|who| rested.get_untracked() == Some(who))
    };
    let shown = ask(relevant, move || rested.get().map(|athlete| ShowBeside { athlete }));
    let head = move || desk.place.chosen.get().and_then(|athlete| desk.line(athlete)).map(|line| head(desk, &line.row));
    let body = move || {
        let chosen = desk.place.chosen.get();
        let fresh = move |view: BesideView| {
            // What is still another athlete's is not shown under this name.
            if Some(view.athlete) == chosen { body(&view, desk.today.get_untracked()) } else { ().into_any() }
        };
        chosen.map(|_| view! { <Shown ask=shown then=fresh /> })
    };
    view! {
        <aside class="triage-beside" aria-label=t("triage-beside")>
            {head}
            {body}
            <Show when=move || desk.place.chosen.with(Option::is_none)>
                <p class="quiet">{t("triage-beside-none")}</p>
            </Show>
        </aside>
    }
}

fn head(desk: Desk, row: &contract::roster::TriageRow) -> impl IntoView + use<> {
    let id: AthleteId = row.athlete.id;
    let marks =
        decided(&row.marks).into_iter().map(|words| view! { <Badge look=Look::Solid>{words}</Badge> }).collect_view();
    let none = row.flags.is_empty();
    let (name, plan) = (row.athlete.name.clone(), row.plan);
    let age = row.data_age.map(|days| t_with("triage-data-age", &[("age", format::age(days).into())]));
    let race = row.next_race.clone().map(|race| {
        view! {
            <p>
                <A href=race_path(race.athlete, race.id) attr:class="link">
                    {t_with("race-open", &[("name", race.name.into())])}
                </A>
            </p>
        }
    });
    view! {
        <header class="beside-head">
            <h2>
                <A href=athlete_path(id)>{name}</A>
            </h2>
            {readiness(&row.readiness, row.data_age)}
            <IconButton icon=Icon::Close label=t("screen-close") on_press=move || desk.place.beside.set(false) />
        </header>
        <p class="beside-marks">
            {marks}
            <A href=week_path(id, row.plan_week)>
                <PlanBadge status=plan />
            </A>
            <span class="quiet">{age}</span>
        </p>
        {if none {
            view! { <p class="quiet">{t("screen-clear")}</p> }.into_any()
        } else {
            view! { <ul class="triage-reasons">{reasons(row, false)}</ul> }.into_any()
        }}
        {row.done.map(|done| view! { <p class="quiet">{done_words(&done)}</p> })}
        {race}
    }
}

fn body(view: &BesideView, today: chrono::NaiveDate) -> AnyView {
    let contributors = view.readiness.contributors.iter().map(contributor).collect_view();
    let next = view
        .next
        .iter()
        .map(|session| {
            view! {
                <li>
                    <span class="beside-when">{format::away(session.date, today)}</span>
                    <span>{session.title.clone()}</span>
                    <span class="quiet">{t(&format!("triage-source-{}", source_code(session.source)))}</span>
                </li>
            }
        })
        .collect_view();
    let notes = view.notes.iter().map(note).collect_view();
    let (no_next, no_notes) = (view.next.is_empty(), view.notes.is_empty());
    view! {
        <h3>{t("triage-days-title")}</h3>
        <DayBars days=view.days.clone() />
        <h3>{t("triage-contributors")}</h3>
        <ul class="beside-signals">{contributors}</ul>
        <h3>{t("triage-next")}</h3>
        {if no_next {
            view! { <p class="quiet">{t("triage-next-none")}</p> }.into_any()
        } else {
            view! { <ul class="beside-next">{next}</ul> }.into_any()
        }}
        <h3>{t("triage-notes")}</h3>
        {if no_notes {
            view! { <p class="quiet">{t("triage-notes-none")}</p> }.into_any()
        } else {
            view! { <ul class="beside-notes">{notes}</ul> }.into_any()
        }}
    }
    .into_any()
}

/// A signal with its value, its own usual band and its effect.
fn contributor(one: &Contributor) -> impl IntoView + use<> {
    let decimals = usize::from(one.value.any().is_some_and(|value| value.abs() < 10.0));
    let band = one.band.map(|(low, high)| {
        t_with(
            "screen-range",
            &[("low", format::number(low, decimals).into()), ("high", format::number(high, decimals).into())],
        )
    });
    let effect = one.z.map(|z| format::signed(z, 1));
    view! {
        <li>
            <span>{t(&format!("signal-{}", one.signal.code()))}</span>
            <ReadingView reading=one.value.clone() show=move |value| format::number(*value, decimals) />
            <span class="quiet">{band}</span>
            <span class="right" title=t("triage-effect")>{effect}</span>
        </li>
    }
}

fn note(note: &Annotation) -> impl IntoView + use<> {
    let by = t_with("week-by", &[("who", note.author.as_str().into()), ("when", format::moment(note.at).into())]);
    let (look, word) = if note.shared { (Look::Solid, "week-note-shared") } else { (Look::Plain, "week-note-private") };
    view! {
        <li>
            <p>{note.text.clone()}</p>
            <p class="quiet">{by} " " <Badge look=look>{t(word)}</Badge></p>
        </li>
    }
}
