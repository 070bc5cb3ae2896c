use chrono::Duration;

use super::*;
use crate::reason::{Effect, Grade, Reason};

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).expect("a day")
}

fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(9, 0, 0).expect("a time").and_utc()
}

fn flag(severity: Severity, rule: Rule) -> Flag {
    Flag { severity, reason: Reason::new(rule, Effect::Flagged, Grade::D) }
}

fn mark(decision: Decision, seen: &[Flag]) -> TriageMark {
    TriageMark {
        id: TriageMarkId(uuid::Uuid::from_u128(1)),
        athlete: AthleteId(uuid::Uuid::from_u128(2)),
        on: monday(),
        decision,
        withdrawn: false,
        seen: seen.iter().map(Seen::from).collect(),
        author: "Coach".to_owned(),
        at: morning(monday()),
    }
}

fn later(mark: &TriageMark, by: Duration) -> TriageMark {
    TriageMark { at: mark.at + by, ..mark.clone() }
}

#[test]
fn a_review_holds_in_its_week_until_data_or_a_new_reason_come_in() {
    let seen = [flag(Severity::Watch, Rule::FastRamp)];
    let marks = [mark(Decision::Reviewed, &seen)];
    let stands =
        |day, flags: &[Flag], arrived| Standing::of(&marks, day, flags, arrived).reviewed.expect("a review").stands;
    let sunday = monday() + Duration::days(6);
    assert_eq!(stands(sunday, &seen, None), Stands::Holds);
    assert_eq!(stands(sunday, &[], None), Stands::Holds, "a reason that went away is no news");
    assert_eq!(stands(monday() + Duration::days(7), &seen, None), Stands::Earlier, "the next week begins anew");
    assert_eq!(stands(sunday, &seen, Some(morning(monday()) - Duration::hours(1))), Stands::Holds);
    assert_eq!(stands(sunday, &seen, Some(morning(monday()) + Duration::hours(1))), Stands::ChangedSince);
    assert_eq!(stands(sunday, &[flag(Severity::Note, Rule::RaceSoon)], None), Stands::ChangedSince);
    assert_eq!(
        stands(sunday, &[flag(Severity::Act, Rule::FastRamp)], None),
        Stands::ChangedSince,
        "the same, but worse"
    );
}

#[test]
fn a_snoozed_row_comes_back_on_its_day_or_when_reasons_get_worse() {
    let seen = [flag(Severity::Watch, Rule::FastRamp)];
    let until = monday() + Duration::days(3);
    let marks = [mark(Decision::Snoozed { until }, &seen)];
    let shelf = |day, flags: &[Flag]| Standing::of(&marks, day, flags, None).shelf();
    assert_eq!(shelf(monday() + Duration::days(2), &seen), Shelf::Snoozed);
    assert_eq!(shelf(until, &seen), Shelf::Open);
    let alike = [flag(Severity::Watch, Rule::HighMonotony)];
    assert_eq!(shelf(monday(), &alike), Shelf::Snoozed, "another reason, no worse");
    assert_eq!(shelf(monday(), &[flag(Severity::Act, Rule::ReportedIll), seen[0].clone()]), Shelf::Open);
    let green = [mark(Decision::Snoozed { until }, &[])];
    let back = Standing::of(&green, monday(), &[flag(Severity::Note, Rule::RaceSoon)], None);
    assert_eq!(back.shelf(), Shelf::Open, "where nothing was said, any reason is worse");
}

#[test]
fn what_is_taken_back_is_gone_and_the_later_of_two_decisions_counts() {
    let reviewed = mark(Decision::Reviewed, &[]);
    let snoozed = mark(Decision::Snoozed { until: monday() + Duration::days(7) }, &[]);
    let hour = Duration::hours(1);
    let both = [reviewed.clone(), later(&snoozed, hour)];
    assert_eq!(Standing::of(&both, monday(), &[], None).shelf(), Shelf::Snoozed);
    let both = [snoozed.clone(), later(&reviewed, hour)];
    assert_eq!(Standing::of(&both, monday(), &[], None).shelf(), Shelf::Reviewed);
    let back = TriageMark { withdrawn: true, ..later(&reviewed, hour * 2) };
    let taken = [snoozed, later(&reviewed, hour), back];
    assert_eq!(Standing::of(&taken, monday(), &[], None).shelf(), Shelf::Snoozed);
}

#[test]
fn the_call_list_stays_until_it_is_taken_back() {
    let call = mark(Decision::CallList { line: Some("knee?".to_owned()) }, &[]);
    let weeks_later = monday() + Duration::weeks(3);
    let standing = Standing::of(std::slice::from_ref(&call), weeks_later, &[], None);
    assert_eq!(standing.call.and_then(|call| call.line).as_deref(), Some("knee?"));
    let back = TriageMark { withdrawn: true, ..later(&call, Duration::hours(1)) };
    assert_eq!(Standing::of(&[call, back], weeks_later, &[], None), Standing::default());
}
