//! What the club's weeks are planned around: fixed evenings, seasons, and days on which somebody has no time.

use chrono::{Datelike, Duration, NaiveDate, NaiveTime};
use domain::availability::ExceptionKind;
use domain::club::BlockKind;

use crate::{Case, SampleBlock, SampleException};

/// Weeks of plans that the club has behind it.
pub const PLANNED_WEEKS: i64 = 5;

fn monday(today: NaiveDate) -> NaiveDate {
    today - Duration::days(i64::from(today.weekday().num_days_from_monday()))
}

/// Group sessions and hall times, from before the first planned week to the end of the season.
pub(crate) fn blocks(today: NaiveDate) -> Vec<SampleBlock> {
    let block = |squad: &str, kind, name: &str, weekday, hour, template: &str, minutes| SampleBlock {
        squad: squad.to_owned(),
        kind,
        name: name.to_owned(),
        weekday,
        starts: NaiveTime::from_hms_opt(hour, 30, 0).unwrap_or_default(),
        template: template.to_owned(),
        minutes,
        from: monday(today) - Duration::weeks(PLANNED_WEEKS),
        to: today + Duration::weeks(12),
    };
    vec![
        block("Harriers", BlockKind::GroupSession, "Tuesday track", 1, 18, "run-threshold-4x6", 50),
        block("Wheelers", BlockKind::GroupSession, "Saturday bunch ride", 5, 9, "ride-easy", 100),
        block("Juniors", BlockKind::HallTime, "Hall evening", 3, 17, "strength-general", 40),
    ]
}

/// The season an athlete trains after, begun some weeks ago.
pub(crate) fn season(case: Case, today: NaiveDate) -> Option<(String, NaiveDate)> {
    let ago = |weeks: i64| monday(today) - Duration::weeks(weeks);
    match case {
        Case::NewDevice => Some(("runner-12".to_owned(), ago(4))),
        Case::NewThreshold => Some(("cyclist-14".to_owned(), ago(3))),
        Case::Youth => Some(("youth-12".to_owned(), ago(2))),
        _ => None,
    }
}

/// Days of next week on which somebody has less time, or none.
pub(crate) fn exceptions(case: Case, today: NaiveDate) -> Vec<SampleException> {
    let next = monday(today) + Duration::weeks(1);
    let exception = |kind, from: i64, to: i64, minutes, note: &str| SampleException {
        kind,
        from: next + Duration::days(from),
        to: next + Duration::days(to),
        minutes,
        note: note.to_owned(),
    };
    match case {
        Case::NewThreshold => vec![exception(ExceptionKind::Travel, 1, 3, 0, "Away for work")],
        Case::Youth => vec![exception(ExceptionKind::School, 3, 3, 0, "Exam")],
        Case::Spike => vec![exception(ExceptionKind::Holiday, 5, 6, 240, "Long weekend")],
        _ => Vec::new(),
    }
}
