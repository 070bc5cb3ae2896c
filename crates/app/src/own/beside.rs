//! What stands here about the same thing an athlete said, from elsewhere. Both are kept; a person should see both.

use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::id::WellnessId;
use domain::own::{OwnWord, Said};
use domain::words::Words;
use store::Roster;

use crate::AppFault;

/// What stands beside a word, in words.
pub(super) async fn beside(
    roster: &Roster,
    athlete: &Athlete,
    activity: Option<&Activity>,
    word: &OwnWord,
) -> Result<Option<String>, AppFault> {
    let words = Words::here();
    match &word.said {
        Said::Morning { day, field, .. } => {
            let entries = roster.wellness(athlete.id, Some(*day), Some(*day)).await?;
            let mut others = entries.iter().filter(|entry| entry.id != WellnessId(word.id.0));
            // The newest of a field counts; whichever comes second in time is the one.
            let last = others.rfind(|entry| entry.value.field == *field);
            Ok(last.map(|entry| {
                let counts = if entry.recorded_at > word.at { "own-beside-later" } else { "own-beside-earlier" };
                let facts = [("value", entry.value.value.into()), ("source", entry.value.source.clone().into())];
                words.say_with(counts, &facts)
            }))
        }
        Said::Effort { .. } => {
            let rpe = activity.and_then(|activity| activity.rpe.or(activity.totals.rpe));
            Ok(rpe.map(|rpe| words.say_with("own-beside-effort", &[("value", rpe.0.into())])))
        }
        Said::Comment { .. } => {
            let comment = activity.and_then(|activity| activity.comment.clone());
            Ok(comment.map(|text| words.say_with("own-beside-comment", &[("text", text.into())])))
        }
    }
}
