//! Contexts to plan from.

use chrono::{DateTime, Duration, NaiveDate};
use domain::availability::Room;
use domain::bounds::Bounds;
use domain::club::{BlockKind, ClubBlock};
use domain::effective::{EffectiveSession, Source};
use domain::id::{AthleteId, BlockId, MarkId, PhaseId, RaceId, SeasonId, SessionId};
use domain::mark::{Mark, MarkKind};
use domain::readiness::{Readiness, ReadinessDay};
use domain::reading::Reading;
use domain::season::plan::{Goal, SeasonPlan, SeasonWeek};
use domain::season::{PhaseKind, Priority, Race, SeasonPhase};
use domain::session::{Session, SessionKind};
use domain::settings::Settings;
use domain::sport::Sport;
use domain::trend::DayLoad;
use domain::unit::{Bpm, Meters};
use domain::week::Week;
use planner::{Context, Draft, Health, Past, SportShare, Standing};
use uuid::Uuid;

/// Monday of the planned week.
pub(crate) fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a Monday")
}

/// A day of the planned week (0 is its Monday).
pub(crate) fn day(offset: i64) -> NaiveDate {
    monday() + Duration::days(offset)
}

/// A runner of 30 with twelve even weeks of five runs (longest 100 min), a threshold, minutes for every day, an A race far
/// away, ordinary readiness. Today is the Sunday before the planned week.
pub(crate) fn runner() -> Context {
    let mut recent = Vec::new();
    let mut days = Vec::new();
    for back in 1..=84 {
        let date = monday() - Duration::days(back);
        // Counted from Sunday backwards: long run on Sunday, rest on Monday and Friday.
        let (minutes, load, quality) = match back % 7 {
            1 => (100.0, 80.0, false),
            2 => (45.0, 35.0, false),
            4 => (60.0, 70.0, true),
            5 => (45.0, 35.0, false),
            6 => (60.0, 60.0, back > 7),
            _ => (0.0, 0.0, false),
        };
        days.push(DayLoad { date, load: Some(load) });
        if minutes > 0.0 {
            recent.push(Past { date, sport: Sport::Run, minutes, load: Some(load), quality });
        }
    }
    Context {
        week: Week::of(monday()),
        today: day(-1),
        age: Some(30),
        sports: vec![SportShare { sport: Sport::Run, share: 1.0 }],
        days,
        recent,
        rooms: minutes([60, 60, 60, 60, 60, 90, 120].map(Some)),
        races: vec![race("Autumn marathon", 200, Priority::A)],
        phases: Vec::new(),
        season: None,
        blocks: Vec::new(),
        health: Health::default(),
        marks: Vec::new(),
        threshold_moved: None,
        bounds: Bounds::default(),
        standing: Vec::new(),
        habits: Vec::new(),
        correction: None,
        readiness: Some(ready(50.0, 30.0, 70.0)),
        settings: Some(Settings { from: day(-40), lthr: Some(Bpm(168.0)), ..Settings::default() }),
        pinned: Vec::new(),
        templates: Vec::new(),
    }
}

pub(crate) fn minutes(minutes: [Option<u32>; 7]) -> [Room; 7] {
    minutes.map(|minutes| Room { minutes, ..Room::default() })
}

pub(crate) fn race(name: &str, offset: i64, priority: Priority) -> Race {
    Race {
        id: RaceId(Uuid::from_u128(u128::from(offset.unsigned_abs()))),
        athlete: AthleteId(Uuid::nil()),
        name: name.to_owned(),
        date: day(offset),
        sport: Sport::Run,
        distance: Some(Meters(10_000.0)),
        priority,
    }
}

pub(crate) fn phase(kind: PhaseKind, from: i64, to: i64) -> SeasonPhase {
    SeasonPhase { id: PhaseId(Uuid::nil()), athlete: AthleteId(Uuid::nil()), kind, from: day(from), to: day(to) }
}

pub(crate) fn ready(score: f64, low: f64, high: f64) -> ReadinessDay {
    ReadinessDay {
        readiness: Reading::Known { value: Readiness { score, low, high, coverage: 1.0 }, on: day(-1) },
        ..domain::readiness::silent(day(-1))
    }
}

pub(crate) fn hour(kind: SessionKind, minutes: u32, intensity: f64) -> Session {
    Session {
        kind,
        sport: Sport::Run,
        title: "Club session".into(),
        minutes: if kind == SessionKind::Rest { 0 } else { minutes },
        load: if kind == SessionKind::Rest { 0.0 } else { f64::from(minutes) / 0.6 * intensity * intensity },
        steps: Vec::new(),
        workout: None,
    }
}

/// A block of the club on the days its weekdays say; none yet.
pub(crate) fn block(n: u128, session: Session) -> ClubBlock {
    ClubBlock {
        id: BlockId(Uuid::from_u128(n)),
        squad: None,
        kind: BlockKind::GroupSession,
        name: format!("Track evening {}", char::from(b'A' + u8::try_from(n % 26).unwrap_or(0))),
        from: day(-30),
        to: day(60),
        weekdays: [false; 7],
        starts: None,
        session,
        supersedes: None,
        withdrawn: false,
        author: "coach".into(),
        at: DateTime::UNIX_EPOCH,
    }
}

pub(crate) fn mark(n: u128, kind: MarkKind, from: i64, length: Option<i64>, size: Option<f64>) -> Mark {
    Mark {
        id: MarkId(Uuid::from_u128(n)),
        athlete: AthleteId(Uuid::nil()),
        kind,
        from: day(from),
        to: length.map(|length| day(from + length)),
        size,
        note: None,
        supersedes: None,
        withdrawn: false,
        author: "coach".into(),
        at: DateTime::UNIX_EPOCH,
    }
}

pub(crate) fn line(phase: PhaseKind, share: f64) -> SeasonWeek {
    SeasonWeek {
        phase,
        share,
        quality: 1,
        long_share: 0.28,
        strength: 1,
        deload: false,
        test: false,
        content: String::new(),
    }
}

/// A season that begins with the planned week.
pub(crate) fn season_of(weeks: Vec<SeasonWeek>) -> SeasonPlan {
    SeasonPlan {
        id: SeasonId(Uuid::nil()),
        athlete: AthleteId(Uuid::nil()),
        name: "Spring".into(),
        template: None,
        start: Week::of(monday()),
        base: None,
        goal: Goal::Weeks,
        weeks,
        supersedes: None,
        withdrawn: false,
        author: "coach".into(),
        at: DateTime::UNIX_EPOCH,
    }
}

/// A draft as the plan before: what is the engine's own in it.
pub(crate) fn standing(draft: &Draft) -> Vec<Standing> {
    let own = draft.sessions.iter().filter(|s| s.pinned.is_none() && s.block.is_none());
    own.map(|s| Standing { date: s.date, session: s.session.clone() }).collect()
}

pub(crate) fn kept(n: u128, offset: i64, kind: SessionKind, minutes: u32) -> EffectiveSession {
    EffectiveSession {
        id: SessionId(Uuid::from_u128(n)),
        date: day(offset),
        session: Session {
            kind,
            sport: Sport::Run,
            title: "Kept by the coach".into(),
            minutes,
            load: f64::from(minutes),
            steps: Vec::new(),
            workout: None,
        },
        source: Source::Coach,
        locked: false,
        removed: false,
        block: None,
    }
}
