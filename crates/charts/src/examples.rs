//! Small views for tests: regular enough to predict, odd enough to matter.

use chrono::{Days, NaiveDate};
use contract::history::{ExpectedFitness, Happened, HistoryEvent, HistoryView};
use contract::measure::{LoadTrendView, ReadinessTrendView, Trace, TraceLine};
use domain::daily::Projected;
use domain::id::{ActivityId, AthleteId, PhaseId, RaceId};
use domain::mark::MarkKind;
use domain::readiness::{Readiness, ReadinessDay};
use domain::reading::{Missing, Reading};
use domain::recording::{ChannelKind, Span};
use domain::season::{PhaseKind, Priority, Race, SeasonPhase};
use domain::sport::Sport;
use domain::trend::TrendPoint;
use uuid::Uuid;

fn day(i: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date") + Days::new(i)
}

fn athlete() -> AthleteId {
    AthleteId(Uuid::from_u128(1))
}

/// A load trend: rest on every seventh day, unknown on every eleventh.
pub(crate) fn load(days: u64) -> LoadTrendView {
    let (mut ctl, mut atl) = (40.0, 45.0);
    let points = (0..days)
        .map(|i| {
            let load = match i {
                i if i % 11 == 10 => None,
                i if i % 7 == 6 => Some(0.0),
                i => Some(40.0 + 25.0 * (i % 5) as f64),
            };
            let form_morning: f64 = ctl - atl;
            ctl += (load.unwrap_or(0.0) - ctl) / 42.0;
            atl += (load.unwrap_or(0.0) - atl) / 7.0;
            TrendPoint { date: day(i), load, ctl, atl, form_morning, form_evening: ctl - atl, ramp: None }
        })
        .collect();
    LoadTrendView {
        athlete: athlete(),
        points,
        races: vec![Race {
            id: RaceId(Uuid::from_u128(2)),
            athlete: athlete(),
            name: "Lake Run".into(),
            date: day(days.saturating_sub(5)),
            sport: Sport::Run,
            distance: None,
            priority: Priority::A,
        }],
        phases: vec![SeasonPhase {
            id: PhaseId(Uuid::from_u128(3)),
            athlete: athlete(),
            kind: PhaseKind::Build,
            from: day(0),
            to: day(days / 2),
        }],
        settings_changed: vec![day(days / 3)],
    }
}

/// A history of so many days, with two planned weeks, four weeks of a season, an illness, a mark and a note.
pub(crate) fn history(days: u64) -> HistoryView {
    let trend = load(days);
    let last = trend.points.last().copied().expect("a day");
    let ahead = (0..14).map(|i| Projected {
        date: day(days + i),
        actual: None,
        planned: (i % 7 != 6).then_some(50.0 + 10.0 * (i % 3) as f64),
        expected: 50.0,
        assumed: false,
        ctl: last.ctl + 0.4 * i as f64,
        atl: last.atl + 0.5 * (i % 7) as f64,
        form_morning: last.form_morning - 0.1 * i as f64,
    });
    let expected = (1..=4).map(|week| ExpectedFitness {
        date: day(days + 7 * week - 1),
        ctl: last.ctl + 1.5 * week as f64,
        band: (last.ctl - 2.0 * week as f64, last.ctl + 3.0 * week as f64),
    });
    let event = |from: u64, to: u64, what| HistoryEvent { from: day(from), to: day(to), what };
    HistoryView {
        today: last.date,
        ahead: ahead.collect(),
        expected: expected.collect(),
        events: vec![
            event(days / 4, days / 4 + 2, Happened::Ill),
            event(days / 2, days / 2, Happened::Marked { kind: MarkKind::Travel }),
            event(days / 2 + 1, days / 2 + 1, Happened::Noted { text: "new saddle".into() }),
        ],
        trend,
    }
}

/// A readiness trend: missing on every fourth day, stale on the last, ill on the second, pain on the third.
pub(crate) fn readiness(days: u64) -> ReadinessTrendView {
    let days = (0..days)
        .map(|i| {
            let score = 50.0 + 4.0 * (i % 6) as f64;
            let value = Readiness { score, low: score - 12.0, high: score + 12.0, coverage: 0.8 };
            let readiness = match i {
                i if i % 4 == 3 => Reading::Missing { why: Missing::TooFewDays },
                i if i + 1 == days => Reading::Stale { value, on: day(i.saturating_sub(2)), days: 2 },
                i => Reading::Known { value, on: day(i) },
            };
            ReadinessDay {
                readiness,
                contributors: Vec::new(),
                ill: i == 1,
                pain: (i == 2).then_some(4.0),
                ..domain::readiness::silent(day(i))
            }
        })
        .collect();
    ReadinessTrendView { athlete: athlete(), days }
}

/// A trace of one sample a second: heart rate 98 to 175, power and altitude, a pause and two laps.
pub(crate) fn trace(seconds: u32) -> Trace {
    let line = |kind, range, value: fn(f64) -> f64| TraceLine {
        kind,
        points: (0..seconds).map(|s| (f64::from(s), Some(value(f64::from(s))))).collect(),
        range,
    };
    Trace {
        id: ActivityId(Uuid::from_u128(4)),
        elapsed_s: f64::from(seconds.saturating_sub(1)),
        lines: vec![
            line(ChannelKind::HeartRate, (98.0, 151.0, 175.0), |s| 140.0 + 20.0 * (s / 9.0).sin()),
            line(ChannelKind::Altitude, (200.0, 220.0, 240.0), |s| 220.0 + 20.0 * (s / 20.0).cos()),
            line(ChannelKind::Power, (0.0, 190.0, 400.0), |s| (200.0 + 150.0 * (s / 3.0).sin()).max(0.0)),
            line(ChannelKind::Latitude, (47.0, 47.0, 47.0), |_| 47.0),
        ],
        pauses: vec![Span { from_ms: seconds * 300, to_ms: seconds * 400 }],
        laps: vec![f64::from(seconds) * 0.5, f64::from(seconds.saturating_sub(1))],
        span: (0.0, f64::from(seconds.saturating_sub(1))),
        along: (0..seconds).map(|s| (f64::from(s), f64::from(s) * 4.0)).collect(),
    }
}
