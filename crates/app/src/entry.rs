//! An activity nobody recorded: checked, written as a small document of its own, and imported like any file, so that its
//! bytes, its batch and the way back are those of every other activity.

use chrono::{Datelike, NaiveDateTime};
use contract::entry::AddActivity;
use contract::import::BatchSource;
use contract::{Done, Topic, Touched};
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::entered::EnteredActivity;
use domain::recording::StrengthSet;

use crate::derive::local;
use crate::import::{Found, bring};
use crate::{Answer, App, AppFault};

/// A session of a day is entered whole; more sets than this are a mistake.
const MOST_SETS: usize = 200;
/// Characters of a comment.
const LONGEST_COMMENT: u32 = 2000;
/// Devices that record did not exist before.
const FIRST_YEAR: i32 = 1970;

impl Answer for AddActivity {
    async fn answer(self, app: &App) -> Result<Done<Activity>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let entered = checked(self.entered, local(&athlete, app.0.clock.now()))?;
        let (name, bytes) = (document_name(&athlete, &entered), exchange::entered::write(&entered, &athlete.name));
        let found = Found::here(name, bytes);
        let report = bring(app, found, Some(athlete.id), BatchSource::Hand).await?;
        let file = report.files.first();
        let Some(id) = file.and_then(|file| file.activities.first()) else {
            let said = file.map(|file| file.message.clone()).unwrap_or_default();
            return Err(AppFault::EnteredRefused { said });
        };
        let activity = app.activity(&roster, *id).await?;
        let moved = [Topic::Activities, Topic::Plan];
        let moved = moved.map(|topic| Touched { athlete: Some(athlete.id), topic }).to_vec();
        Ok(app.done(activity, moved))
    }
}

/// `Ada Fell 2026-11-22 18.30 strength.tsactivity`.
fn document_name(athlete: &Athlete, entered: &EnteredActivity) -> String {
    let (start, sport) = (entered.start_local.format("%Y-%m-%d %H.%M"), entered.sport.code());
    format!("{} {start} {sport}.{}", athlete.name, exchange::entered::ENDING)
}

/// What a person can have done until `now`, with texts trimmed and empty sets left out.
fn checked(mut entered: EnteredActivity, now: NaiveDateTime) -> Result<EnteredActivity, AppFault> {
    let start = entered.start_local;
    if start > now || start.year() < FIRST_YEAR {
        return Err(AppFault::BadStart { start, now });
    }
    // The least entry is a second, so that a rate over its time can be computed.
    within("minutes", entered.minutes, 1.0 / 60.0, 1440.0)?;
    if let Some(rpe) = entered.rpe {
        within("rpe", rpe.0, 0.0, 10.0)?;
    }
    if let Some(distance) = entered.distance {
        within("distance", distance.0, 0.0, 2_000_000.0)?;
    }
    entered.comment = text("comment", entered.comment.take(), LONGEST_COMMENT)?;
    entered.sets.retain(|set| set.exercise.is_some() || set.reps.is_some() || set.weight.is_some());
    within("sets", entered.sets.len() as f64, 0.0, MOST_SETS as f64)?;
    entered.sets = entered.sets.into_iter().map(checked_set).collect::<Result<_, _>>()?;
    Ok(entered)
}

fn checked_set(mut set: StrengthSet) -> Result<StrengthSet, AppFault> {
    set.exercise = text("exercise", set.exercise.take(), 120)?;
    if let Some(reps) = set.reps {
        within("reps", f64::from(reps), 1.0, 1000.0)?;
    }
    if let Some(weight) = set.weight {
        within("weight", weight.0, 0.0, 1000.0)?;
    }
    Ok(set)
}

/// Fails unless a value (which may be no number at all) lies within what is possible.
pub(crate) fn within(what: &'static str, value: f64, low: f64, high: f64) -> Result<(), AppFault> {
    if (low..=high).contains(&value) { Ok(()) } else { Err(AppFault::OutOfRange { what, value, low, high }) }
}

/// A text of a person, trimmed; `None` when nothing is left.
pub(crate) fn text(what: &'static str, text: Option<String>, longest: u32) -> Result<Option<String>, AppFault> {
    let text = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let unfit = |text: &String| {
        text.chars().count() > longest as usize || text.chars().any(|c| c.is_control() && c != '\n' && c != '\t')
    };
    if text.as_ref().is_some_and(unfit) { Err(AppFault::BadText { what, longest }) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use chrono::{Duration, NaiveDate};
    use domain::sport::Sport;
    use domain::unit::{Kilograms, Meters, Rpe};

    use super::*;

    fn now() -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(20, 0, 0)).expect("a moment")
    }

    fn entered() -> EnteredActivity {
        EnteredActivity {
            sport: Sport::Strength,
            start_local: now() - Duration::hours(2),
            minutes: 60.0,
            rpe: Some(Rpe(7.0)),
            distance: None,
            sets: vec![StrengthSet {
                span: None,
                active: true,
                exercise: Some("  squat ".to_owned()),
                reps: Some(5),
                weight: Some(Kilograms(80.0)),
                velocity: Vec::new(),
            }],
            comment: Some(" ".to_owned()),
        }
    }

    #[test]
    fn a_sane_session_is_taken_and_its_texts_are_trimmed() {
        let kept = checked(entered(), now()).expect("sane");
        assert_eq!(kept.sets[0].exercise.as_deref(), Some("squat"));
        assert_eq!(kept.comment, None);
    }

    #[test]
    fn what_nobody_can_have_done_is_refused_by_name() {
        type Spoil = fn(&mut EnteredActivity);
        let spoils: [(&str, Spoil); 8] = [
            ("minutes", |e| e.minutes = 0.0),
            ("minutes", |e| e.minutes = f64::NAN),
            ("minutes", |e| e.minutes = 1441.0),
            ("rpe", |e| e.rpe = Some(Rpe(11.0))),
            ("distance", |e| e.distance = Some(Meters(-1.0))),
            ("reps", |e| e.sets[0].reps = Some(0)),
            ("weight", |e| e.sets[0].weight = Some(Kilograms(5000.0))),
            ("sets", |e| e.sets = vec![e.sets[0].clone(); 201]),
        ];
        for (named, spoil) in spoils {
            let mut wrong = entered();
            spoil(&mut wrong);
            let refused = checked(wrong, now()).expect_err("refused");
            assert!(matches!(refused, AppFault::OutOfRange { what, .. } if what == named), "{named}: {refused:?}");
        }
    }

    #[test]
    fn a_session_that_is_yet_to_come_is_refused() {
        let later = EnteredActivity { start_local: now() + Duration::minutes(1), ..entered() };
        assert!(matches!(checked(later, now()), Err(AppFault::BadStart { .. })));
    }

    #[test]
    fn a_comment_longer_than_a_page_is_refused() {
        let long = EnteredActivity { comment: Some("a".repeat(2001)), ..entered() };
        assert!(matches!(checked(long, now()), Err(AppFault::BadText { what: "comment", .. })));
    }
}
