//! Made-up answers of a host.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::NaiveDate;
use contract::roster::{PlanStatus, RosterView, TriageRow, TriageView};
use contract::{Call, Fault, FaultCode};
use domain::athlete::Athlete;
use domain::attention::{Flag, Severity};
use domain::id::AthleteId;
use domain::readiness::Readiness;
use domain::reading::{Missing, Reading};
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::trend::TrendPoint;
use domain::triage::Standing;
use domain::week::Week;

/// Calls that reached the host: name and arguments.
pub(crate) type Heard = Rc<RefCell<Vec<(String, String)>>>;

/// Today in every scene.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

/// Installs answers; calls without one are refused. Gives what was heard.
pub(crate) fn host(answer: impl Fn(&str, &str) -> Option<Result<String, Fault>> + 'static) -> Heard {
    let heard: Heard = Rc::default();
    let listener = heard.clone();
    ui::ipc::install(move |name, args| {
        listener.borrow_mut().push((name.to_owned(), args.to_owned()));
        match answer(name, args) {
            Some(answer) => answer,
            None if name == contract::roster::RosterInfo::NAME => Ok(json(&roster())),
            None => Err(fault("not in this scene", name)),
        }
    });
    heard
}

pub(crate) fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("plain data")
}

pub(crate) fn fault(what: &str, trace: &str) -> Fault {
    Fault { code: FaultCode::Internal, what: what.to_owned(), next: "Try again.".to_owned(), trace: trace.to_owned() }
}

pub(crate) fn roster() -> RosterView {
    RosterView {
        path: "/rosters/ada/club.trackside".to_owned(),
        name: "club".to_owned(),
        athletes: 4,
        sample: false,
        own: None,
        author: "Ada".to_owned(),
        today: today(),
    }
}

/// An athlete in the triage table, told by number.
pub(crate) fn row(number: u128, name: &str, flags: Vec<Flag>, score: Option<f64>, ctl: f64) -> TriageRow {
    let readiness = match score {
        Some(score) => Reading::Known {
            value: Readiness { score, low: score - 10.0, high: score + 10.0, coverage: 0.9 },
            on: today(),
        },
        None => Reading::Missing { why: Missing::TooFewDays },
    };
    TriageRow {
        athlete: Athlete {
            id: AthleteId(uuid::Uuid::from_u128(number)),
            name: name.to_owned(),
            sex: None,
            born: None,
            zone: "Europe/Berlin".to_owned(),
            squad: None,
            unassigned: false,
        },
        flags,
        readiness,
        trend: Some(TrendPoint {
            date: today(),
            load: Some(50.0),
            ctl,
            atl: ctl + 5.0,
            form_morning: -5.0,
            form_evening: -5.0,
            ramp: Some(1.0),
        }),
        spark: vec![Some(40.0), Some(0.0), None, Some(80.0)],
        load_7d: 320.0,
        load_usual: Some(300.0),
        last_activity: None,
        last_data: None,
        next_race: None,
        plan_week: Week::of(today()).next(),
        plan: PlanStatus::None,
        marks: Standing::default(),
        done: None,
        next_session: None,
        last_note: None,
        data_age: None,
        load_change: None,
    }
}

pub(crate) fn flag(severity: Severity, rule: Rule) -> Flag {
    Flag {
        severity,
        reason: Reason::new(rule, Effect::Flagged, Grade::D).fact("days", 9.0).fact("ramp", 8.0).limit(7.0),
    }
}

/// Four athletes, one in each group, not in the order of the groups.
pub(crate) fn club() -> TriageView {
    TriageView {
        on: today(),
        rows: vec![
            row(1, "Berit Clear", vec![], Some(52.0), 70.0),
            row(2, "Cleo Stale", vec![flag(Severity::Stale, Rule::NoRecentData)], None, 10.0),
            row(
                3,
                "Dora Act",
                vec![flag(Severity::Act, Rule::ReportedIll), flag(Severity::Watch, Rule::FastRamp)],
                Some(30.0),
                60.0,
            ),
            row(4, "Edda Watch", vec![flag(Severity::Watch, Rule::FastRamp)], Some(44.0), 90.0),
            row(5, "Fia Act", vec![flag(Severity::Act, Rule::ReportedIll)], Some(41.0), 80.0),
        ],
        unassigned: 3,
        holder: None,
        squads: vec![],
        filters: vec![],
    }
}
