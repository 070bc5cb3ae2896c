use chrono::NaiveDate;
use contract::roster::PlanStatus;
use domain::athlete::Athlete;
use domain::attention::Flag;
use domain::id::AthleteId;
use domain::reading::{Missing, Reading};
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::sport::Sport;
use domain::triage::{Reviewed, Snoozed, Standing, Stands};
use domain::week::Week;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn row(number: u128, name: &str, severities: &[Severity]) -> TriageRow {
    let flag = |severity: &Severity| Flag {
        severity: *severity,
        reason: Reason::new(Rule::FastRamp, Effect::Flagged, Grade::D).fact("ramp", 8.0).limit(7.0),
    };
    TriageRow {
        athlete: Athlete {
            id: AthleteId(uuid::Uuid::from_u128(number)),
            name: name.to_owned(),
            sex: None,
            born: None,
            zone: "UTC".to_owned(),
            squad: None,
            unassigned: false,
        },
        flags: severities.iter().map(flag).collect(),
        readiness: Reading::Missing { why: Missing::TooFewDays },
        trend: None,
        spark: Vec::new(),
        load_7d: 0.0,
        load_usual: None,
        last_activity: None,
        last_data: None,
        next_race: None,
        plan_week: Week::of(today()),
        plan: PlanStatus::None,
        marks: Standing::default(),
        done: None,
        next_session: None,
        last_note: None,
        data_age: None,
        load_change: None,
    }
}

fn reviewed(row: TriageRow, stands: Stands) -> TriageRow {
    let at = today().and_hms_opt(8, 0, 0).expect("a time").and_utc();
    TriageRow { marks: Standing { reviewed: Some(Reviewed { on: today(), at, stands }), ..Standing::default() }, ..row }
}

fn names(groups: &[(Group, Vec<usize>)], lines: &[Arc<Line>]) -> Vec<(Group, Vec<String>)> {
    let name = |at: &usize| lines[*at].row.athlete.name.clone();
    groups.iter().map(|(group, members)| (*group, members.iter().map(name).collect())).collect()
}

fn all(lines: &[Arc<Line>], by: Grouping, squads: &[(SquadId, String)]) -> Vec<(Group, Vec<String>)> {
    names(&grouped(lines, &TriageFilter::default(), None, by, squads), lines)
}

#[test]
fn what_is_done_or_put_off_stands_at_the_end_and_stale_data_by_itself() {
    let at = today().and_hms_opt(8, 0, 0).expect("a time").and_utc();
    let snoozed = Some(Snoozed { until: today(), at, woken: false });
    let lines: Vec<Arc<Line>> = [
        reviewed(row(1, "Done", &[Severity::Act]), Stands::Holds),
        TriageRow { marks: Standing { snoozed, ..Standing::default() }, ..row(2, "Later", &[Severity::Act]) },
        row(3, "Clear", &[]),
        row(4, "Stale", &[Severity::Stale]),
        reviewed(row(5, "Changed", &[Severity::Act]), Stands::ChangedSince),
    ]
    .map(Line::new)
    .to_vec();
    let found = all(&lines, Grouping::Severity, &[]);
    let one = |group, name: &str| (group, vec![name.to_owned()]);
    let expected = [
        one(Group::Flagged(Severity::Act), "Changed"),
        one(Group::Flagged(Severity::Stale), "Stale"),
        one(Group::Clear, "Clear"),
        one(Group::Reviewed, "Done"),
        one(Group::Snoozed, "Later"),
    ];
    assert_eq!(found, expected);
    let groups = grouped(&lines, &TriageFilter::default(), None, Grouping::Severity, &[]);
    let rows = |turned: &BTreeSet<Group>| items(&groups, turned).iter().filter(|i| matches!(i, Item::Row(_))).count();
    assert_eq!(rows(&BTreeSet::new()), 3, "reviewed and snoozed are closed at first");
    assert_eq!(rows(&BTreeSet::from([Group::Reviewed, Group::Clear])), 3, "one opened, one closed");
}

#[test]
fn squads_keep_their_order_and_stale_data_is_no_squad() {
    let [a, b] = [1, 2].map(|number| SquadId(uuid::Uuid::from_u128(number)));
    let of = |number, name, squad, severities: &[Severity]| {
        let row = row(number, name, severities);
        TriageRow { athlete: Athlete { squad, ..row.athlete.clone() }, ..row }
    };
    let lines: Vec<Arc<Line>> = [
        of(1, "Nobody's", None, &[]),
        of(2, "Second", Some(b), &[Severity::Act]),
        of(3, "First", Some(a), &[]),
        of(4, "Silent", Some(a), &[Severity::Stale]),
    ]
    .map(Line::new)
    .to_vec();
    let squads = [(a, "A".to_owned()), (b, "B".to_owned())];
    let found: Vec<Vec<String>> = all(&lines, Grouping::Squad, &squads).into_iter().map(|(_, names)| names).collect();
    assert_eq!(found, [["First"], ["Second"], ["Nobody's"], ["Silent"]]);
}

#[test]
fn sorting_stays_inside_the_groups_and_puts_unknown_last() {
    let fit = |number, name, ctl: Option<f64>| TriageRow {
        trend: ctl.map(|ctl| domain::trend::TrendPoint {
            date: today(),
            load: None,
            ctl,
            atl: 0.0,
            form_morning: 0.0,
            form_evening: 0.0,
            ramp: None,
        }),
        ..row(number, name, &[])
    };
    let lines: Vec<Arc<Line>> = [
        fit(1, "Unknown", None),
        fit(2, "Low", Some(20.0)),
        fit(3, "High", Some(80.0)),
        row(4, "Act", &[Severity::Act]),
    ]
    .map(Line::new)
    .to_vec();
    let sorted = |down| {
        let sort = Some(Sort { by: Column::Fitness, down });
        let groups = grouped(&lines, &TriageFilter::default(), sort, Grouping::Severity, &[]);
        names(&groups, &lines).into_iter().flat_map(|(_, names)| names).collect::<Vec<_>>()
    };
    assert_eq!(sorted(true), ["Act", "High", "Low", "Unknown"]);
    assert_eq!(sorted(false), ["Act", "Low", "High", "Unknown"]);
}

#[test]
fn a_filter_lets_through_what_fits_all_of_it() {
    let runner = TriageRow {
        plan: PlanStatus::Draft,
        last_activity: today().and_hms_opt(7, 0, 0).map(|at| (at, Sport::Run)),
        ..row(1, "Ada Fell", &[Severity::Watch])
    };
    let line = Line::new(runner);
    let fits = |filter: TriageFilter| line.fits(&filter);
    let any = TriageFilter::default;
    assert!(fits(any()));
    assert!(fits(TriageFilter { text: " ada ".to_owned(), ..any() }), "by name");
    let reason = crate::words::sentence(&line.row.flags[0].reason);
    assert!(fits(TriageFilter { text: reason.to_uppercase(), ..any() }), "by the words of a reason");
    assert!(!fits(TriageFilter { text: "bo".to_owned(), ..any() }));
    assert!(fits(TriageFilter {
        rule: Some(Rule::FastRamp),
        sport: Some(Sport::Run),
        plan: Some(PlanStatus::Draft),
        ..any()
    }));
    assert!(!fits(TriageFilter { rule: Some(Rule::ReportedIll), ..any() }));
    assert!(!fits(TriageFilter { sport: Some(Sport::Swim), ..any() }));
    assert!(!fits(TriageFilter { plan: Some(PlanStatus::Approved), ..any() }));
}
