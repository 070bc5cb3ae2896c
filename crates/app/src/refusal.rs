//! Why what a person asked of thresholds, results, marks, rules, time and blocks was not done.

use chrono::NaiveDate;
use contract::FaultCode;
use domain::anonymous::{LEAST_K, NotAnonymous};
use domain::consent::{NotAConsent, Role};
use domain::erasure::RetentionKind;
use domain::locale;
use domain::mark::MarkKind;
use domain::metric::Metric;
use domain::reason::{Reason, Rule};
use domain::unit::Meters;
use domain::week::Week;
use domain::words::{Value, Words};
use domain::workout::NotAWorkout;

/// A request that makes no sense for what the roster holds.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the facts their names say; the message says the rest")]
pub enum Refusal {
    #[error("{value} is within the band of no estimate of {metric}")]
    NotAnEstimate { metric: Metric, value: f64 },
    #[error("no result {asked}")]
    NoSuchResult { asked: String },
    #[error("the result was corrected or taken back already")]
    ResultGone,
    #[error("a result without a distance, a power or a heart rate")]
    ResultSaysNothing,
    #[error("{what} is not one of {athlete}")]
    NotTheirs { what: &'static str, athlete: String },
    #[error("the activity is of {activity}, the result of {result}")]
    OtherDay { activity: NaiveDate, result: NaiveDate },
    #[error("no mark {asked}")]
    NoSuchMark { asked: String },
    #[error("the mark was replaced or taken back already")]
    MarkGone,
    #[error("{athlete} did not opt in to marks of the cycle")]
    CycleNotAllowed { athlete: String },
    #[error("{athlete} does not let health data be used")]
    HealthWithheld { athlete: String },
    #[error("a consent to no data or for no purpose")]
    ConsentToNothing,
    #[error("{athlete}: {why}")]
    NotAConsent { why: NotAConsent, athlete: String, age: u8 },
    #[error("a guardian without a name or a relation")]
    HalfAGuardian,
    #[error("no text {asked} to agree to")]
    NoSuchConsentText { asked: String },
    #[error("a {role:?} may not do this")]
    NotForRole { role: Role },
    #[error("becoming a {role:?} needs the passphrase")]
    WiderRole { role: Role },
    #[error("no person {asked} here")]
    NoSuchPerson { asked: String },
    #[error("{athlete} did not agree to training data for other coaches")]
    NotForTheTeam { athlete: String },
    #[error("a person without a name")]
    PersonWithoutName,
    #[error("a mark of {kind:?} has no size")]
    NoSize { kind: MarkKind },
    #[error("the activity has no heights over a distance of at least {metres} m")]
    NoProfile { metres: f64 },
    #[error("no page {asked} of the help")]
    NoSuchPage { asked: String },
    #[error("no race {asked}")]
    NoSuchRace { asked: String },
    #[error("no squad {asked}")]
    NoSuchSquad { asked: String },
    #[error("{rule:?} cannot be set")]
    RuleFixed { rule: Rule },
    #[error("{rule:?} may not be switched off")]
    RuleStaysOn { rule: Rule },
    #[error("{rule:?} has no number")]
    RuleHasNoNumber { rule: Rule },
    #[error("one exception for no athlete, or a correction for several")]
    WhichAthletes,
    #[error("no exception {asked}")]
    NoSuchException { asked: String },
    #[error("the exception was replaced or taken back already")]
    ExceptionGone,
    #[error("no block {asked}")]
    NoSuchBlock { asked: String },
    #[error("the block was replaced or taken back already")]
    BlockGone,
    #[error("no season {asked}")]
    NoSuchSeason { asked: String },
    #[error("the season was replaced or taken back already")]
    SeasonGone,
    #[error("none of the block's weekdays lies between its first and its last day")]
    BlockWithoutDay,
    #[error("{name} takes place on no day of {week}")]
    BlockElsewhere { name: String, week: Week },
    #[error("put back, the session would break {} limits", broken.len())]
    RevertBreaks { broken: Vec<Reason> },
    #[error("what the engine was told for {week} was not kept")]
    InputsGone { week: Week },
    #[error("the name typed is not {athlete}")]
    OtherName { athlete: String },
    #[error("the stand-in for nobody cannot be erased")]
    StandIn,
    #[error("the rule on {kind:?} is not the one that was looked at")]
    OtherRetention { kind: RetentionKind },
    #[error("athletes are erased one by one")]
    EraseOneByOne,
    #[error(transparent)]
    NotAnonymous(#[from] NotAnonymous),
    #[error(transparent)]
    NotAWorkout(#[from] NotAWorkout),
    #[error("rest has no workout")]
    RestHasNoWorkout,
    #[error("no template {asked} of the coach's own")]
    TemplateNotOwn { asked: String },
}

impl Refusal {
    /// Code, key and facts of its words.
    pub(crate) fn words(&self) -> (FaultCode, &'static str, Vec<(&'static str, Value)>) {
        use Refusal as R;
        let words = Words::here();
        let day = |day: &NaiveDate| Value::Text(day.to_string());
        match self {
            R::NotAnEstimate { metric, .. } => {
                (FaultCode::BadValue, "not-an-estimate", vec![("name", words.say(&metric.label()).into())])
            }
            R::NoSuchResult { asked }
            | R::NoSuchMark { asked }
            | R::NoSuchPage { asked }
            | R::NoSuchRace { asked }
            | R::NoSuchSquad { asked }
            | R::NoSuchException { asked }
            | R::NoSuchBlock { asked }
            | R::NoSuchSeason { asked } => (FaultCode::NotFound, "no-such", vec![("asked", asked.clone().into())]),
            R::ResultGone => (FaultCode::Impossible, "result-gone", vec![]),
            R::ResultSaysNothing => (FaultCode::BadValue, "result-says-nothing", vec![]),
            R::NotTheirs { what, athlete } => {
                let what = words.say(&format!("value-{what}"));
                (FaultCode::BadValue, "not-theirs", vec![("name", what.into()), ("athlete", athlete.clone().into())])
            }
            R::OtherDay { activity, result } => {
                (FaultCode::BadValue, "other-day", vec![("activity", day(activity)), ("result", day(result))])
            }
            R::MarkGone => (FaultCode::Impossible, "mark-gone", vec![]),
            R::CycleNotAllowed { athlete } => {
                (FaultCode::Impossible, "cycle-not-allowed", vec![("athlete", athlete.clone().into())])
            }
            R::HealthWithheld { athlete } => {
                (FaultCode::Impossible, "health-withheld", vec![("athlete", athlete.clone().into())])
            }
            R::ConsentToNothing => (FaultCode::BadValue, "consent-to-nothing", vec![]),
            R::NotAConsent { why, athlete, age } => {
                let facts = vec![("athlete", athlete.clone().into()), ("age", u32::from(*age).into())];
                let key = match why {
                    NotAConsent::NoGuardian => "consent-no-guardian",
                    NotAConsent::EndsBeforeStart => "consent-ends-before",
                    NotAConsent::WithdrawalEnds => "consent-withdrawal-ends",
                    NotAConsent::NoText => "consent-no-text",
                };
                (FaultCode::BadValue, key, facts)
            }
            R::HalfAGuardian => (FaultCode::BadValue, "consent-half-guardian", vec![]),
            R::NoSuchConsentText { asked } | R::NoSuchPerson { asked } => {
                (FaultCode::NotFound, "no-such", vec![("asked", asked.clone().into())])
            }
            R::NotForRole { role } => {
                let role = words.say(&format!("role-{}", role.code()));
                (FaultCode::Impossible, "not-for-role", vec![("role", role.into())])
            }
            R::WiderRole { role } => {
                let role = words.say(&format!("role-{}", role.code()));
                (FaultCode::Impossible, "wider-role", vec![("role", role.into())])
            }
            R::NotForTheTeam { athlete } => {
                (FaultCode::Impossible, "not-for-the-team", vec![("athlete", athlete.clone().into())])
            }
            R::PersonWithoutName => (FaultCode::BadValue, "person-without-name", vec![]),
            R::NoSize { kind } => {
                let kind = words.say(&format!("mark-{}", kind.code()));
                (FaultCode::BadValue, "mark-no-size", vec![("kind", kind.into())])
            }
            R::NoProfile { metres } => {
                let length = locale::here().distance(Meters(*metres));
                (FaultCode::Impossible, "no-profile", vec![("length", length.into())])
            }
            R::RuleFixed { .. } => (FaultCode::Impossible, "rule-fixed", vec![]),
            R::RuleStaysOn { .. } => (FaultCode::Impossible, "rule-stays-on", vec![]),
            R::RuleHasNoNumber { .. } => (FaultCode::BadValue, "rule-has-no-number", vec![]),
            R::WhichAthletes => (FaultCode::BadValue, "which-athletes", vec![]),
            R::ExceptionGone => (FaultCode::Impossible, "exception-gone", vec![]),
            R::BlockGone => (FaultCode::Impossible, "block-gone", vec![]),
            R::SeasonGone => (FaultCode::Impossible, "season-gone", vec![]),
            R::BlockWithoutDay => (FaultCode::BadValue, "block-without-day", vec![]),
            R::BlockElsewhere { name, week } => {
                let facts = vec![("name", name.clone().into()), ("week", week.to_string().into())];
                (FaultCode::Impossible, "block-elsewhere", facts)
            }
            R::RevertBreaks { broken } => {
                let said: Vec<String> = broken.iter().map(|reason| words.reason(reason)).collect();
                (FaultCode::Impossible, "revert-breaks", vec![("detail", said.join(" ").into())])
            }
            R::OtherName { athlete } => {
                (FaultCode::BadValue, "erase-other-name", vec![("athlete", athlete.clone().into())])
            }
            R::StandIn => (FaultCode::Impossible, "erase-stand-in", vec![]),
            R::OtherRetention { .. } => (FaultCode::Impossible, "retention-other", vec![]),
            R::EraseOneByOne => (FaultCode::Impossible, "retention-one-by-one", vec![]),
            R::NotAnonymous(NotAnonymous::TooFew { people, k }) => {
                (FaultCode::Impossible, "anonymous-too-few", vec![("people", (*people).into()), ("k", (*k).into())])
            }
            R::NotAnonymous(NotAnonymous::TooSmall { .. }) => {
                (FaultCode::BadValue, "anonymous-too-small", vec![("least", LEAST_K.into())])
            }
            R::NotAWorkout(NotAWorkout { at, expected }) => {
                let expected = words.say(&format!("workout-expected-{}", expected.code()));
                (FaultCode::BadValue, "not-a-workout", vec![("place", (at + 1).into()), ("expected", expected.into())])
            }
            R::RestHasNoWorkout => (FaultCode::BadValue, "rest-has-no-workout", vec![]),
            R::TemplateNotOwn { .. } => (FaultCode::NotFound, "template-not-own", vec![]),
            R::InputsGone { week } => (FaultCode::NotFound, "inputs-gone", vec![("week", week.to_string().into())]),
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::reason::{Effect, Grade};
    use domain::workout::Expected;
    use uuid::Uuid;

    use super::*;
    use crate::AppFault;

    #[test]
    fn every_refusal_has_words_without_a_key_in_them() {
        let (day, athlete, asked) = (NaiveDate::default(), || "Ada Fell".to_owned(), || "x".to_owned());
        for refusal in [
            Refusal::NotAnEstimate { metric: Metric::Ftp, value: 900.0 },
            Refusal::NoSuchResult { asked: asked() },
            Refusal::ResultGone,
            Refusal::ResultSaysNothing,
            Refusal::NotTheirs { what: "activity", athlete: athlete() },
            Refusal::NotTheirs { what: "season-race", athlete: athlete() },
            Refusal::OtherDay { activity: day, result: day },
            Refusal::NoSuchMark { asked: asked() },
            Refusal::NoSuchPage { asked: asked() },
            Refusal::NoSuchRace { asked: asked() },
            Refusal::MarkGone,
            Refusal::CycleNotAllowed { athlete: athlete() },
            Refusal::HealthWithheld { athlete: athlete() },
            Refusal::ConsentToNothing,
            Refusal::NotAConsent { why: NotAConsent::NoGuardian, athlete: athlete(), age: 16 },
            Refusal::NotAConsent { why: NotAConsent::EndsBeforeStart, athlete: athlete(), age: 16 },
            Refusal::NotAConsent { why: NotAConsent::WithdrawalEnds, athlete: athlete(), age: 16 },
            Refusal::NotAConsent { why: NotAConsent::NoText, athlete: athlete(), age: 16 },
            Refusal::HalfAGuardian,
            Refusal::NotForRole { role: Role::Viewer },
            Refusal::WiderRole { role: Role::HeadCoach },
            Refusal::PersonWithoutName,
            Refusal::NotForTheTeam { athlete: athlete() },
            Refusal::NoSize { kind: MarkKind::Illness },
            Refusal::NoProfile { metres: 1000.0 },
            Refusal::NoSuchSquad { asked: asked() },
            Refusal::RuleFixed { rule: Rule::RaceDay },
            Refusal::RuleStaysOn { rule: Rule::ReportedIll },
            Refusal::RuleHasNoNumber { rule: Rule::ReportedIll },
            Refusal::WhichAthletes,
            Refusal::NoSuchException { asked: asked() },
            Refusal::ExceptionGone,
            Refusal::NoSuchBlock { asked: asked() },
            Refusal::BlockGone,
            Refusal::NoSuchSeason { asked: asked() },
            Refusal::SeasonGone,
            Refusal::BlockWithoutDay,
            Refusal::BlockElsewhere { name: asked(), week: Week::of(day) },
            Refusal::RevertBreaks { broken: vec![Reason::new(Rule::Past, Effect::Refused, Grade::D).on(day)] },
            Refusal::InputsGone { week: Week::of(day) },
            Refusal::NotAWorkout(NotAWorkout { at: 3, expected: Expected::Unit }),
            Refusal::OtherName { athlete: athlete() },
            Refusal::StandIn,
            Refusal::OtherRetention { kind: RetentionKind::Left },
            Refusal::EraseOneByOne,
            Refusal::NotAnonymous(NotAnonymous::TooFew { people: 4, k: 5 }),
            Refusal::NotAnonymous(NotAnonymous::TooSmall { k: 1 }),
            Refusal::RestHasNoWorkout,
            Refusal::TemplateNotOwn { asked: asked() },
        ] {
            let said = format!("{refusal:?}");
            let told = AppFault::from(refusal).told("test", &Uuid::nil());
            for part in [&told.what, &told.next] {
                let clean = !part.contains("fault-") && !part.contains('{') && !part.contains("value-");
                assert!(clean && part.ends_with('.'), "{said}: {part}");
            }
        }
    }
}
