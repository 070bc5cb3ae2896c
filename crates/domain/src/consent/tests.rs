use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn said(given: bool, from: &str, to: Option<&str>) -> Consent {
    Consent {
        id: ConsentId(uuid::Uuid::nil()),
        athlete: AthleteId(uuid::Uuid::nil()),
        category: DataCategory::Heart,
        purpose: Purpose::Coach,
        given,
        from: day(from),
        to: to.map(day),
        guardian: None,
        text: given.then(|| AgreedText { version: "1".to_owned(), language: "en".to_owned(), hash: String::new() }),
        by: "coach".to_owned(),
        at: "2026-11-22T10:00:00Z".parse().expect("a moment"),
    }
}

fn heart(consents: &[Consent], on: &str) -> bool {
    allowed(consents, DataCategory::Heart, Purpose::Coach, day(on))
}

#[test]
fn the_newest_word_that_has_begun_decides_for_each_day() {
    let all = [said(true, "2026-01-01", Some("2026-06-30")), said(false, "2026-09-01", None)];
    assert!(heart(&all, "2025-12-31"), "nothing was said of that day, and coaching is what a roster is for");
    assert!(heart(&all, "2026-06-30"));
    assert!(!heart(&all, "2026-07-01"), "given until the day before");
    assert!(!heart(&all, "2026-09-01"));
    assert!(!allowed(&all, DataCategory::Heart, Purpose::TeamShare, day("2026-06-30")), "never asked");
    assert!(!allowed(&[], DataCategory::Cycle, Purpose::Coach, day("2026-06-30")), "the cycle needs a yes");
}

#[test]
fn who_is_under_the_age_needs_a_guardian_to_give_and_none_to_withdraw() {
    let born = Some(day("2010-11-23"));
    assert_eq!(check(&said(true, "2026-11-22", None), born, 16), Err(NotAConsent::NoGuardian), "sixteen tomorrow");
    assert_eq!(check(&said(true, "2026-11-22", None), Some(day("2010-11-22")), 16), Ok(()), "sixteen today");
    assert_eq!(check(&said(true, "2026-11-22", None), born, 14), Ok(()));
    assert_eq!(check(&said(false, "2026-11-22", None), born, 16), Ok(()));
    let guardian = Some(Guardian { name: "Maria Fell".to_owned(), relation: "mother".to_owned() });
    assert_eq!(check(&Consent { guardian, ..said(true, "2026-11-22", None) }, born, 16), Ok(()));
    assert_eq!(check(&Consent { text: None, ..said(true, "2026-11-22", None) }, None, 16), Err(NotAConsent::NoText));
    let ends = said(true, "2026-11-22", Some("2026-11-21"));
    assert_eq!(check(&ends, None, 16), Err(NotAConsent::EndsBeforeStart));
    assert_eq!(check(&said(false, "2026-11-22", Some("2026-12-01")), None, 16), Err(NotAConsent::WithdrawalEnds));
}

#[test]
fn what_is_withheld_says_why_and_since_when() {
    let all = [said(true, "2026-01-01", Some("2026-06-30"))];
    let on = |reading, on| withheld(&all, reading, day(on));
    let cycle = Withheld { category: DataCategory::Cycle, why: Why::NeverGiven, since: None };
    assert_eq!(on(Reading::COACH, "2026-06-30"), std::slice::from_ref(&cycle));
    let ended = Withheld { category: DataCategory::Heart, why: Why::Ended, since: Some(day("2026-07-01")) };
    assert_eq!(on(Reading::COACH, "2026-08-01"), [ended, cycle]);
    let physio = on(Reading::of(Role::Physio), "2026-06-30");
    assert_eq!(physio.len(), DataCategory::ALL.len(), "nobody asked whether the staff may: {physio:?}");
    assert!(Role::HeadCoach.is_wider_than(Role::Viewer) && !Role::Viewer.is_wider_than(Role::Viewer));
}
