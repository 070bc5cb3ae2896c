//! A session in one line of text: its picture, and the field it is typed into.

use contract::library::{ReadWorkout, WorkoutView};
use domain::effort::{expected_rpe, zone_minutes};
use domain::id::AthleteId;
use domain::session::{Session, SessionKind};
use domain::sport::Sport;
use domain::workout::{NotAWorkout, Workout};
use leptos::prelude::*;

use super::{Evidence, TextField};
use crate::format;
use crate::state::{Ask, ask};
use crate::words::{t, t_with};

/// A session's profile as small bars: wide as long, tall as hard, hollow because it is planned.
#[component]
pub fn WorkoutProfile(
    /// The session.
    session: Session,
) -> impl IntoView {
    const WIDE: f64 = 160.0;
    const TALL: f64 = 32.0;
    /// What stands at the upper edge, a share of threshold.
    const HARDEST: f64 = 1.3;
    let profile = session.profile();
    let scale = WIDE / profile.iter().map(|(minutes, _)| minutes).sum::<f64>().max(1.0);
    let words = t_with(
        "workout-profile",
        &[
            ("minutes", session.minutes.into()),
            ("steps", session.steps.len().max(1).into()),
            ("load", format::whole(session.load).into()),
            ("rpe", rpe(&session).into()),
        ],
    );
    let label = words.clone();
    let mut x = 0.5;
    let bars = profile
        .into_iter()
        .map(|(minutes, intensity)| {
            let (wide, tall) = (minutes * scale, (intensity / HARDEST).clamp(0.1, 1.0) * TALL);
            let from = x;
            x += wide;
            view! {
                <rect
                    x=format!("{from:.2}")
                    y=format!("{:.2}", TALL - tall + 0.5)
                    width=format!("{wide:.2}")
                    height=format!("{tall:.2}")
                />
            }
        })
        .collect_view();
    view! {
        <svg class="workout-profile" viewBox=format!("0 0 {} {}", WIDE + 1.0, TALL + 1.0) role="img" aria-label=label>
            <title>{words}</title>
            {bars}
        </svg>
    }
}

/// Felt effort with one decimal, or that it is unknown.
fn rpe(session: &Session) -> String {
    expected_rpe(session).map_or_else(|| t("workout-unknown-rpe"), |rpe| format::number(rpe, 1))
}

/// Minutes, load and felt effort of a session in one quiet line.
#[component]
fn WorkoutFigures(
    /// The session.
    session: Session,
) -> impl IntoView {
    view! {
        <p class="workout-figures">
            <span>{t_with("workout-minutes", &[("minutes", session.minutes.into())])}</span>
            <span>{t_with("workout-load", &[("load", format::whole(session.load).into())])}</span>
            <span>{t_with("workout-rpe", &[("rpe", rpe(&session).into())])} " " <Evidence grade=0 /></span>
        </p>
    }
}

/// What a session can be for, by stable name, with its words.
#[must_use]
pub fn kind_options() -> Vec<(String, String)> {
    let trained = SessionKind::ALL.into_iter().filter(|kind| *kind != SessionKind::Rest);
    trained.map(|kind| (kind.code().to_owned(), t(&format!("kind-{}", kind.code())))).collect()
}

/// The sports a session can be of, by stable name, with their words.
#[must_use]
pub fn sport_options() -> Vec<(String, String)> {
    let trained = Sport::ALL.into_iter().filter(|sport| *sport != Sport::Transition);
    trained.map(|sport| (sport.code().to_owned(), t(&format!("sport-{}", sport.code())))).collect()
}

/// A line that is being typed, what it says so far, and what the host reads in it for the athlete.
#[derive(Debug, Clone, Copy)]
pub struct WorkoutDraft {
    /// The line.
    pub text: RwSignal<String>,
    kind: Signal<SessionKind>,
    sport: Signal<Sport>,
    athlete: Signal<Option<AthleteId>>,
    parsed: Memo<Option<Result<Workout, NotAWorkout>>>,
    told: Ask<WorkoutView>,
}

impl WorkoutDraft {
    /// An empty line. With an athlete, distances and targets follow their thresholds.
    #[must_use]
    pub fn new(kind: Signal<SessionKind>, sport: Signal<Sport>, athlete: Signal<Option<AthleteId>>) -> WorkoutDraft {
        let text = RwSignal::new(String::new());
        let parsed = Memo::new(move |_| text.with(|text| (!text.trim().is_empty()).then(|| text.parse::<Workout>())));
        let told = ask(
            |_| false,
            move || {
                let workout = parsed.get().and_then(Result::ok)?;
                let text = workout.to_string();
                let athlete = Some(athlete.get()?);
                Some(ReadWorkout { text, title: String::new(), kind: kind.get(), sport: sport.get(), athlete })
            },
        );
        WorkoutDraft { text, kind, sport, athlete, parsed, told }
    }

    /// Where the line is wrong, if it is.
    #[must_use]
    pub fn wrong(&self) -> Option<NotAWorkout> {
        self.parsed.with(|parsed| parsed.as_ref().and_then(|read| read.as_ref().err().cloned()))
    }

    /// The session the line says; with an athlete, once the host has read it for them.
    #[must_use]
    pub fn session(&self) -> Option<Session> {
        let athlete = self.athlete.get();
        if athlete.is_some() { self.reply().map(|view| view.session) } else { self.sketched() }
    }

    /// What is drawn while typing: as read here, until the host has read it for the athlete.
    fn shown(&self) -> Option<Session> {
        self.reply().map(|view| view.session).or_else(|| self.sketched())
    }

    fn sketched(&self) -> Option<Session> {
        let workout = self.parsed.get()?.ok()?;
        Some(Session::of_workout(self.kind.get(), self.sport.get(), String::new(), workout, None))
    }

    /// The host's reading, if it is of this very line.
    fn reply(&self) -> Option<WorkoutView> {
        let workout = self.parsed.get()?.ok()?;
        let (kind, sport) = (self.kind.get(), self.sport.get());
        self.told.value().filter(|view| {
            view.session.workout.as_ref() == Some(&workout) && view.session.kind == kind && view.session.sport == sport
        })
    }

    fn fault(&self) -> Option<String> {
        self.told.with(|answer| match answer {
            Some(Err(fault)) => Some(format!("{} {}", fault.what, fault.next)),
            _ => None,
        })
    }
}

/// The field for a line, with its profile while it is typed; where the line goes wrong is marked.
#[component]
pub fn WorkoutEntry(
    /// The line.
    draft: WorkoutDraft,
) -> impl IntoView {
    let error = Signal::derive(move || {
        let wrong = draft.wrong().map(|wrong| {
            let expected = t(&format!("workout-expected-{}", wrong.expected.code()));
            t_with("workout-entry-wrong", &[("place", (wrong.at + 1).into()), ("expected", expected.into())])
        });
        wrong.or_else(|| draft.fault())
    });
    let lines = move || {
        let lines = draft.reply().map(|view| view.lines)?;
        Some(view! {
            <ul class="workout-lines" data-testid="workout-lines">
                {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        })
    };
    view! {
        <div class="workout-entry" data-testid="workout-entry">
            <TextField
                label=t("workout-entry")
                value=draft.text
                example=t("workout-entry-example")
                hint=t("workout-entry-hint")
                error=error
            />
            {move || draft.wrong().map(|wrong| marked(&draft.text.get(), wrong.at))}
            {move || draft.shown().map(|session| view! { <Summary session=session /> })}
            {lines}
        </div>
    }
}

/// The line again, with what could not be read marked. Readers hear the place from the field's own note.
fn marked(text: &str, at: usize) -> impl IntoView + use<> {
    let fine: String = text.chars().take(at).collect();
    let wrong: String = text.chars().skip(at).collect();
    let wrong = if wrong.is_empty() { "\u{a0}".to_owned() } else { wrong };
    view! {
        <p class="workout-wrong" aria-hidden="true" data-testid="workout-wrong">
            {fine}
            <mark>{wrong}</mark>
        </p>
    }
}

#[component]
fn Summary(session: Session) -> impl IntoView {
    let [easy, middle, hard] = zone_minutes(&session).map(format::whole);
    let zones = [("easy", easy.into()), ("middle", middle.into()), ("hard", hard.into())];
    let in_zones = zone_minutes(&session).iter().sum::<f64>() > 0.0;
    view! {
        <div class="workout-summary" data-testid="workout-summary">
            <WorkoutProfile session=session.clone() />
            <WorkoutFigures session=session />
            {in_zones.then(|| view! { <p class="quiet">{t_with("workout-zones", &zones)}</p> })}
        </div>
    }
}
