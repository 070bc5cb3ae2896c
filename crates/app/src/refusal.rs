//! Why what a person asked of thresholds, results, marks and rules was not done.

use chrono::NaiveDate;
use contract::FaultCode;
use domain::mark::MarkKind;
use domain::metric::Metric;
use domain::reason::Rule;
use domain::words::{Value, Words};

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
    #[error("a mark of {kind:?} has no size")]
    NoSize { kind: MarkKind },
    #[error("the activity has no heights over a distance of at least {metres} m")]
    NoProfile { metres: f64 },
    #[error("no squad {asked}")]
    NoSuchSquad { asked: String },
    #[error("{rule:?} cannot be set")]
    RuleFixed { rule: Rule },
    #[error("{rule:?} may not be switched off")]
    RuleStaysOn { rule: Rule },
    #[error("{rule:?} has no number")]
    RuleHasNoNumber { rule: Rule },
}

impl Refusal {
    /// Code, key and facts of its words.
    pub(crate) fn words(&self) -> (FaultCode, &'static str, Vec<(&'static str, Value)>) {
        use Refusal as R;
        let words = Words::english();
        let day = |day: &NaiveDate| Value::Text(day.to_string());
        match self {
            R::NotAnEstimate { metric, .. } => {
                (FaultCode::BadValue, "not-an-estimate", vec![("name", words.say(&metric.label()).into())])
            }
            R::NoSuchResult { asked } | R::NoSuchMark { asked } | R::NoSuchSquad { asked } => {
                (FaultCode::NotFound, "no-such", vec![("asked", asked.clone().into())])
            }
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
            R::NoSize { kind } => {
                let kind = words.say(&format!("mark-{}", kind.code()));
                (FaultCode::BadValue, "mark-no-size", vec![("kind", kind.into())])
            }
            R::NoProfile { metres } => (FaultCode::Impossible, "no-profile", vec![("metres", metres.round().into())]),
            R::RuleFixed { .. } => (FaultCode::Impossible, "rule-fixed", vec![]),
            R::RuleStaysOn { .. } => (FaultCode::Impossible, "rule-stays-on", vec![]),
            R::RuleHasNoNumber { .. } => (FaultCode::BadValue, "rule-has-no-number", vec![]),
        }
    }
}

#[cfg(test)]
mod tests {
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
            Refusal::MarkGone,
            Refusal::CycleNotAllowed { athlete: athlete() },
            Refusal::HealthWithheld { athlete: athlete() },
            Refusal::NoSize { kind: MarkKind::Illness },
            Refusal::NoProfile { metres: 1000.0 },
            Refusal::NoSuchSquad { asked: asked() },
            Refusal::RuleFixed { rule: Rule::RaceDay },
            Refusal::RuleStaysOn { rule: Rule::ReportedIll },
            Refusal::RuleHasNoNumber { rule: Rule::ReportedIll },
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
