//! The sample club comes in through the ordinary importer, and every story it was made to tell can be read off it.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use contract::plan::DraftWeek;
use contract::roster::{CountActivities, OpenSample, RosterInfo, Triage};
use domain::attention::Severity;
use domain::reason::Rule;
use domain::week::Week;

use crate::club::{Club, november};

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_club_opens_whole_shows_who_needs_the_coach_and_plans_for_all() {
    let club = Club::new().await;
    let opened = club.ask(&OpenSample { task: None }).await.expect("opened").value;
    let activities = club.ask(&CountActivities {}).await.expect("counted");
    assert!(opened.sample && opened.athletes == 12 && activities > 1000, "{opened:?}, {activities} activities");

    let triage = club.ask(&Triage { on: None }).await.expect("triage");
    assert_eq!(triage.unassigned, 0, "every file names its athlete");
    let severities: Vec<Option<Severity>> =
        triage.rows.iter().map(|row| row.flags.first().map(|flag| flag.severity)).collect();
    let worst = |severity: &Option<Severity>| severity.map_or(9, |severity| severity as u8);
    assert!(severities.is_sorted_by_key(worst), "most urgent first: {severities:?}");
    let told: BTreeSet<Rule> = triage.rows.iter().flat_map(|row| &row.flags).map(|flag| flag.reason.rule).collect();
    for rule in [
        Rule::ReportedIll,
        Rule::ReportedPain,
        Rule::NoRecentData,
        Rule::RecentSpike,
        Rule::NoThreshold,
        Rule::RaceSoon,
    ] {
        assert!(told.contains(&rule), "nobody shows {rule:?}: {told:?}");
    }

    let week = Week::of(november(16)).next();
    let mut abstained = 0;
    for row in &triage.rows {
        let view = club.ask(&DraftWeek { athlete: row.athlete.id, week, fresh: false }).await.expect("drafted").value;
        abstained += u32::from(view.plan.proposal.abstained);
        for day in week.days() {
            let planned: u32 = view.effective.standing().filter(|s| s.date == day).map(|s| s.session.minutes).sum();
            let race = view.races.iter().any(|race| race.date == day);
            if let Some(minutes) = view.rooms[day.weekday().num_days_from_monday() as usize].minutes.filter(|_| !race) {
                assert!(planned <= minutes, "{}: {planned} of {minutes} min on {day}", row.athlete.name);
            }
        }
    }
    assert!(abstained >= 1, "one athlete has too little data to go on");

    let club = club.restart().await;
    let found = club.ask(&RosterInfo {}).await.expect("open");
    assert_eq!((found.sample, found.path), (true, opened.path), "the roster that was open last opens again");
    club.ask(&OpenSample { task: None }).await.expect("opened");
    assert_eq!(club.ask(&CountActivities {}).await.expect("counted"), activities, "it is imported once");
}
