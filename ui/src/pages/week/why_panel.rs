//! Why a session stands where it stands: the reasons with their numbers, the proposal beside the override, its history and notes.

use contract::plan::WeekView;
use domain::annotation::Subject;
use domain::effective::{EffectiveSession, Source};
use domain::id::SessionId;
use domain::plan::ProposedSession;
use domain::reason::Reason;
use domain::session::{Session, Step};
use domain::words::{Value, code_of, values_of};
use leptos::prelude::*;

use super::change_form::Kind;
use super::desk::{Desk, Start};
use super::explain::Explain;
use super::history::History;
use super::notes::{self, Notes};
use super::session_card::source_badge;
use crate::format;
use crate::parts::{Badge, Button, ButtonKind, Look};
use crate::words::{sentence, t, t_with};

/// Reasons as sentences, each with its grade and the numbers it used.
pub(crate) fn reasons(all: &[Reason]) -> impl IntoView + use<> {
    let items = all
        .iter()
        .map(|reason| {
            let facts = facts(reason);
            view! {
                <li data-rule=code_of(reason)>
                    <p>{sentence(reason)}</p>
                    <p class="reason-facts">
                        <abbr title=t(&format!("week-grade-{:?}", reason.grade).to_lowercase())>
                            {t_with("week-grade", &[("grade", format!("{:?}", reason.grade).into())])}
                        </abbr>
                        {facts}
                    </p>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="reasons">{items}</ul> }
}

/// The numbers of a reason in small print: `minutes 60 · limit 75`.
fn facts(reason: &Reason) -> String {
    values_of(reason)
        .into_iter()
        .filter_map(|(name, value)| match value {
            Value::Number(number) => {
                let number = format::number(number, usize::from(number.fract().abs() > 1e-9));
                Some(format!("{} {number}", t(&format!("week-fact-{name}"))))
            }
            Value::Text(_) => None,
        })
        .collect::<Vec<_>>()
        .join(" \u{b7} ")
}

/// The panel beside the board.
#[component]
pub(crate) fn WhyPanel(
    /// The week.
    view: WeekView,
    /// What it belongs to.
    desk: Desk,
) -> impl IntoView {
    let view = StoredValue::new(view);
    move || {
        let chosen = desk
            .selected
            .get()
            .and_then(|id| view.with_value(|v| v.effective.sessions.iter().find(|s| s.id == id).cloned()));
        let view = view.get_value();
        match chosen {
            Some(session) => view! { <OfSession view=view desk=desk session=session /> }.into_any(),
            None => view! { <OfWeek view=view desk=desk /> }.into_any(),
        }
    }
}

/// The reasons of the week as a whole, while no session is chosen.
#[component]
fn OfWeek(view: WeekView, desk: Desk) -> impl IntoView {
    let week = view.plan.week;
    let subject = Subject::Week { week };
    let written = notes::about(&view.plan.annotations, &subject);
    let made = t_with(
        "week-made",
        &[
            ("engine", view.plan.proposal.engine.clone().into()),
            ("when", format::moment(view.plan.proposal.made_at).into()),
        ],
    );
    view! {
        <aside class="why card" aria-label=t("week-why-week") data-testid="why-panel" data-tour="why">
            <h2>{t("week-why-week")}</h2>
            {reasons(&view.plan.proposal.reasons)}
            <p class="quiet">{made}</p>
            <Explain view=view.clone() desk=desk />
            <p class="quiet">{t("week-choose-session")}</p>
            <h3>{t("week-notes-week")}</h3>
            {desk.athlete.get_untracked().map(|athlete| view! { <Notes athlete=athlete subject=subject notes=written /> })}
        </aside>
    }
}

#[component]
fn OfSession(view: WeekView, desk: Desk, session: EffectiveSession) -> impl IntoView {
    let id = session.id;
    let proposed = view.plan.proposal.sessions.iter().find(|p| p.id == id).cloned();
    let standing = untrack(|| desk.standing_override(id));
    let subject = Subject::Session { session: id, week: view.plan.week };
    let written = notes::about(&view.plan.annotations, &subject);
    let steps = match &session.session.workout {
        Some(workout) => Some(view! { <p class="workout-text">{workout.to_string()}</p> }.into_any()),
        None => (!session.session.steps.is_empty()).then(|| steps(&session.session.steps).into_any()),
    };
    let of_coach = session.source == Source::Coach;
    let coach = standing.clone().filter(|_| of_coach || session.removed).map(|o| {
        let text = o.text.clone();
        let insisted = (!o.insisted.is_empty()).then(|| {
            view! {
                <p class="why-insisted">{t("week-insisted")}</p>
                {reasons(&o.insisted)}
            }
        });
        view! {
            <div class="why-coach">
                <p>
                    <Badge look=Look::Solid>{t(&format!("tag-{}", o.tag.code()))}</Badge>
                    " "
                    {t_with("week-by", &[("who", o.author.into()), ("when", format::moment(o.at).into())])}
                </p>
                {text.map(|text| view! { <blockquote>{text}</blockquote> })}
                {insisted}
            </div>
        }
    });
    let athlete = desk.athlete.get_untracked();
    let planned = reasons(proposed.as_ref().map_or(&[][..], |p| &p.reasons));
    view! {
        <aside class="why card" aria-label=t("week-why") data-testid="why-panel" data-tour="why">
            <header class="why-head">
                <p class="session-kind">{t(&format!("kind-{}", session.session.kind.code()))}</p>
                <h2>{session.session.title.clone()}</h2>
                <p class="quiet">{line(session.date, &session.session)}</p>
                <p>
                    {source_badge(session.source)}
                    {session.locked.then(|| view! { " " <Badge>{t("week-locked")}</Badge> })}
                    {session.removed.then(|| view! { " " <Badge look=Look::Warn>{t("week-removed")}</Badge> })}
                </p>
            </header>
            <Actions desk=desk session=session.clone() undoable=standing.is_some() />
            {steps}
            {coach}
            {proposed.clone().map(|p| beside(&p, &session))}
            <h3>{t(if of_coach { "week-why-proposed" } else { "week-why" })}</h3>
            {match proposed {
                Some(p) if !p.reasons.is_empty() => planned.into_any(),
                Some(_) => view! { <p class="quiet">{t("week-no-reasons")}</p> }.into_any(),
                None => view! { <p class="quiet">{t("week-added-by-coach")}</p> }.into_any(),
            }}
            <h3>{t("week-notes")}</h3>
            {athlete.map(|athlete| view! { <Notes athlete=athlete subject=subject notes=written /> })}
            <h3>{t("week-history")}</h3>
            <History desk=desk session=id />
        </aside>
    }
}

/// What can be done with a session; the letters are the keys.
#[component]
fn Actions(desk: Desk, session: EffectiveSession, undoable: bool) -> impl IntoView {
    let id: SessionId = session.id;
    let open = move |kind| desk.open(Start { session: Some(id), kind, day: None });
    let change = (!session.removed).then(|| {
        view! {
            <button
                type="button"
                class="button button-primary"
                data-testid="override-open"
                on:click=move |_| open(Kind::Replace)
            >
                {t("week-override")}
                <kbd>"O"</kbd>
            </button>
            <button
                type="button"
                class="button"
                data-testid="session-lock"
                on:click=move |_| desk.toggle_lock(id)
            >
                {t(if session.locked { "week-do-unlock" } else { "week-do-lock" })}
                <kbd>"L"</kbd>
            </button>
        }
    });
    let undo = undoable.then(|| {
        view! {
            <Button kind=ButtonKind::Quiet on_press=move || desk.undo_last(id)>
                <span data-testid="override-undo">{t("week-undo")}</span>
                <kbd>"U"</kbd>
            </Button>
            <Button kind=ButtonKind::Quiet on_press=move || desk.revert(id)>
                <span data-testid="session-revert">{t("week-revert")}</span>
                <kbd>"V"</kbd>
            </Button>
        }
    });
    view! { <div class="actions">{change} {undo}</div> }
}

fn line(date: chrono::NaiveDate, session: &Session) -> String {
    if session.minutes == 0 {
        return format::day(date);
    }
    t_with(
        "week-line",
        &[
            ("day", format::day(date).into()),
            ("sport", t(&format!("sport-{}", session.sport.code())).into()),
            ("time", format::minutes(session.minutes).into()),
            ("load", format::whole(session.load).into()),
        ],
    )
}

/// The proposal beside what stands now, when they differ.
fn beside(proposed: &ProposedSession, now: &EffectiveSession) -> Option<impl IntoView + use<>> {
    let same = proposed.date == now.date && proposed.session == now.session && !now.removed;
    if same {
        return None;
    }
    let stands = if now.removed { t("week-removed") } else { line(now.date, &now.session) };
    Some(view! {
        <div class="beside" data-testid="beside">
            <div class="beside-proposed">
                <p class="beside-head">{t("week-was-proposed")}</p>
                <p>{proposed.session.title.clone()}</p>
                <p class="quiet">{line(proposed.date, &proposed.session)}</p>
            </div>
            <div class="beside-now">
                <p class="beside-head">{t("week-stands-now")}</p>
                <p class:session-removed=now.removed>{now.session.title.clone()}</p>
                <p class="quiet">{stands}</p>
            </div>
        </div>
    })
}

fn steps(steps: &[Step]) -> impl IntoView + use<> {
    let items = steps
        .iter()
        .map(|step| {
            let minutes = |m: f64| format::number(m, usize::from(m.fract() > 0.01));
            let mut values = vec![
                ("repeat", Value::from(step.repeat)),
                ("minutes", minutes(step.minutes).into()),
                ("percent", format::percent(step.intensity).into()),
            ];
            let key = match (step.repeat > 1, step.rest_minutes > 0.0) {
                (true, true) => "week-step-intervals",
                (true, false) => "week-step-repeat",
                (false, _) => "week-step",
            };
            values.push(("rest", minutes(step.rest_minutes).into()));
            view! { <li>{t_with(key, &values)}</li> }
        })
        .collect_view();
    view! { <ol class="steps" aria-label=t("week-steps")>{items}</ol> }
}
