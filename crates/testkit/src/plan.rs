//! Sessions and weeks.

use chrono::{DateTime, Duration, Utc};
use domain::annotation::{Annotation, Subject};
use domain::effective::effective;
use domain::id::{AnnotationId, AthleteId, OverrideId, PlanWeekId, ProposalId, SessionId};
use domain::overrides::{Change, Override, ReasonTag};
use domain::plan::{Confidence, PlanWeek, Proposal, ProposedSession};
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::{Session, SessionKind, Step};
use domain::sport::Sport;

use crate::{clock, id};

/// A session without steps.
#[must_use]
pub fn session(kind: SessionKind, sport: Sport, title: &str, minutes: u32, load: f64) -> Session {
    Session { kind, sport, title: title.to_owned(), minutes, load, steps: Vec::new(), workout: None }
}

/// A proposal for next week: Tuesday threshold, Thursday easy, Sunday long. Nobody has changed or noted anything.
#[must_use]
pub fn untouched_week(athlete: AthleteId) -> PlanWeek {
    let week = clock::next_week();
    let proposed = |number: u64, weekday: i64, session: Session, reason: Reason| ProposedSession {
        id: SessionId(id(number)),
        date: week.monday() + Duration::days(weekday),
        session,
        reasons: vec![reason],
        block: None,
    };
    let threshold = Session {
        steps: vec![
            Step { repeat: 1, minutes: 15.0, intensity: 0.65, rest_minutes: 0.0 },
            Step { repeat: 3, minutes: 10.0, intensity: 0.98, rest_minutes: 3.5 },
        ],
        ..session(SessionKind::Threshold, Sport::Ride, "Threshold 3 x 10 min", 75, 78.25)
    };
    let sessions = vec![
        proposed(
            101,
            1,
            threshold,
            Reason::new(Rule::QualityOfPhase, Effect::Chose, Grade::C).fact("minutes", 75.0).fact("intensity", 0.83),
        ),
        proposed(
            102,
            3,
            session(SessionKind::Easy, Sport::Ride, "Easy ride", 60, 41.7),
            Reason::new(Rule::EasyFill, Effect::Chose, Grade::D).fact("minutes", 60.0),
        ),
        proposed(
            103,
            6,
            session(SessionKind::Long, Sport::Ride, "Long ride", 150, 118.4),
            Reason::new(Rule::LongSession, Effect::Chose, Grade::B).fact("minutes", 150.0).fact("share", 0.4),
        ),
    ];
    PlanWeek {
        id: PlanWeekId(id(90)),
        athlete,
        week,
        proposal: Proposal {
            id: ProposalId(id(91)),
            engine: "guardrails-template/1".to_owned(),
            inputs: "0".repeat(64),
            made_at: clock::now(),
            target_load: Some(240.0),
            sessions,
            reasons: vec![
                Reason::new(Rule::WeeklyTarget, Effect::Set, Grade::B).fact("base", 231.3).fact("share", 1.04),
            ],
            confidence: Confidence { value: 0.7, lowered_by: Vec::new() },
            abstained: false,
        },
        versions: 1,
        overrides: Vec::new(),
        annotations: Vec::new(),
        exported_at: None,
        approvals: Vec::new(),
    }
}

/// The same week after the coach's work: the long ride moved and cut to 80 %, a run added, a removal taken back; one shared
/// note, one private note, and a shared one that was corrected.
#[must_use]
pub fn worked_week(athlete: AthleteId) -> PlanWeek {
    let mut week = untouched_week(athlete);
    let monday = week.week.monday();
    let run = session(SessionKind::Easy, Sport::Run, "Group run <b>& coffee</b>", 40, 32.0);
    let changes = [
        (
            201,
            103,
            Change::Move { to: monday + Duration::days(5) },
            ReasonTag::ScheduleConflict,
            Some("Family on Sunday"),
        ),
        (202, 103, Change::Scale { percent: 80 }, ReasonTag::Fatigue, None),
        (203, 104, Change::Add { date: monday, session: run }, ReasonTag::GroupSession, None),
        (204, 102, Change::Remove, ReasonTag::Travel, Some("Train to the north")),
        (205, 102, Change::Undo { of: OverrideId(id(204)) }, ReasonTag::Other, Some("The trip is off")),
    ];
    for (minute, (number, session, change, tag, text)) in changes.into_iter().enumerate() {
        let session = SessionId(id(session));
        let before = effective(&week.proposal, &week.overrides).sessions.into_iter().find(|s| s.id == session);
        week.overrides.push(Override {
            id: OverrideId(id(number)),
            session,
            change,
            before,
            tag,
            text: text.map(str::to_owned),
            insisted: Vec::new(),
            author: "Robin Teasdale".to_owned(),
            at: clock::now() + Duration::minutes(minute as i64),
        });
    }
    let at = clock::now();
    let of_week = Subject::Week { week: week.week };
    week.annotations = vec![
        note(301, athlete, of_week, "Eat before the Tuesday ride.", true, None, at),
        note(302, athlete, of_week, "Seems low; call on Friday.", false, None, at),
        note(303, athlete, of_week, "Long ride on Sunday.", true, None, at),
        note(304, athlete, of_week, "Long ride on Saturday.", true, Some(303), at),
    ];
    week
}

fn note(
    number: u64,
    athlete: AthleteId,
    subject: Subject,
    text: &str,
    shared: bool,
    supersedes: Option<u64>,
    at: DateTime<Utc>,
) -> Annotation {
    Annotation {
        id: AnnotationId(id(number)),
        athlete,
        subject,
        text: text.to_owned(),
        shared,
        author: "Robin Teasdale".to_owned(),
        at,
        supersedes: supersedes.map(|number| AnnotationId(id(number))),
    }
}
