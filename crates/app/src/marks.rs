//! Context marks, and the athlete's own word on marks of the cycle.

use chrono::NaiveDate;
use contract::threshold::{AddMark, AllowCycle, ListMarks, MarksView, WithdrawMark};
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::consent::{Consent, DataCategory, NotAConsent, Purpose, needs_guardian};
use domain::id::{ConsentId, MarkId};
use domain::mark::{Mark, MarkKind, counting};
use serde_json::{Value as Json, json};
use store::{Replaceable, Roster};

use crate::entry::{text, within};
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

/// Characters of a note.
const LONGEST_NOTE: u32 = 2000;
/// A mark may be set so many days ahead, for a journey that is booked.
const DAYS_AHEAD: i64 = 366;

impl Answer for AddMark {
    async fn answer(self, app: &App) -> Result<Done<Mark>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        if let Some(to) = self.to.filter(|to| *to < self.from) {
            return Err(AppFault::EndsBeforeStart { from: self.from, to });
        }
        let today = app.today_of(&athlete);
        within("mark-days-ahead", (self.from - today).num_days() as f64, -36_525.0, DAYS_AHEAD as f64)?;
        check_size(self.kind, self.size)?;
        if self.kind == MarkKind::Cycle && !roster.cycle_allowed(athlete.id).await? {
            return Err(Refusal::CycleNotAllowed { athlete: athlete.name }.into());
        }
        if !roster.may(athlete.id, DataCategory::Injury, self.from).await? {
            return Err(Refusal::HealthWithheld { athlete: athlete.name }.into());
        }
        let note = text("note", self.note, LONGEST_NOTE)?;
        let marks = roster.marks(athlete.id).await?;
        let before = match self.replaces {
            None => Json::Null,
            Some(id) => json!(standing(&marks, id)?),
        };
        let mark = Mark {
            id: app.id(MarkId),
            athlete: athlete.id,
            kind: self.kind,
            from: self.from,
            to: self.to,
            size: self.size,
            note,
            supersedes: self.replaces,
            withdrawn: false,
            author: app.author(),
            at: app.0.clock.now(),
        };
        keep(app, &roster, &athlete, &mark, if self.replaces.is_some() { "replace-mark" } else { "add-mark" }, before)
            .await?;
        let moved = moved(&athlete);
        Ok(app.done(mark, moved))
    }
}

/// Only journeys and heights have a size.
fn check_size(kind: MarkKind, size: Option<f64>) -> Result<(), AppFault> {
    match (kind, size) {
        (_, None) => Ok(()),
        (MarkKind::Travel, Some(zones)) => within("mark-zones", zones, -12.0, 14.0),
        (MarkKind::Altitude, Some(metres)) => within("altitude", metres, 0.0, 6000.0),
        (kind, Some(_)) => Err(Refusal::NoSize { kind }.into()),
    }
}

impl Answer for WithdrawMark {
    async fn answer(self, app: &App) -> Result<Done<bool>, AppFault> {
        let roster = app.roster().await?;
        for athlete in roster.athletes().await? {
            let marks = roster.marks(athlete.id).await?;
            if !marks.iter().any(|mark| mark.id == self.mark) {
                continue;
            }
            let taken = standing(&marks, self.mark)?;
            let mark = Mark {
                id: app.id(MarkId),
                supersedes: Some(taken.id),
                withdrawn: true,
                author: app.author(),
                at: app.0.clock.now(),
                ..taken.clone()
            };
            keep(app, &roster, &athlete, &mark, "withdraw-mark", json!(taken)).await?;
            return Ok(app.done(true, moved(&athlete)));
        }
        Err(Refusal::NoSuchMark { asked: self.mark.to_string() }.into())
    }
}

async fn keep(
    app: &App,
    roster: &Roster,
    athlete: &Athlete,
    mark: &Mark,
    action: &'static str,
    before: Json,
) -> Result<(), AppFault> {
    let mut write = roster.write().await?;
    let whole = write.with_withheld(Replaceable::Mark, &before, mark.clone()).await?;
    write.insert_mark(&whole).await?;
    write.commit(app.entry(action, Some(athlete.id), Some(mark.id.to_string()), before)).await?;
    Ok(())
}

fn moved(athlete: &Athlete) -> Vec<Touched> {
    // Readiness stands on baselines that leave marked days out.
    [Topic::Athlete, Topic::Wellness].map(|topic| Touched { athlete: Some(athlete.id), topic }).to_vec()
}

/// A mark that still counts.
fn standing(marks: &[Mark], id: MarkId) -> Result<&Mark, Refusal> {
    if !marks.iter().any(|mark| mark.id == id) {
        return Err(Refusal::NoSuchMark { asked: id.to_string() });
    }
    counting(marks).into_iter().find(|mark| mark.id == id).ok_or(Refusal::MarkGone)
}

impl Answer for ListMarks {
    async fn answer(self, app: &App) -> Result<MarksView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let cycle = roster.cycle_allowed(athlete.id).await?;
        let marks = roster.marks(athlete.id).await?;
        let shown = counting(&marks).into_iter().rev();
        Ok(MarksView { marks: shown.cloned().collect(), cycle })
    }
}

impl Answer for AllowCycle {
    async fn answer(self, app: &App) -> Result<Done<bool>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let earlier = roster.cycle_allowed(athlete.id).await?;
        if earlier == self.given {
            return Ok(Done { value: self.given, touched: Vec::new() });
        }
        let age = roster.consent_age().await?;
        if self.given && needs_guardian(athlete.born, app.today_of(&athlete), age) {
            return Err(Refusal::NotAConsent { why: NotAConsent::NoGuardian, athlete: athlete.name, age }.into());
        }
        let consent = Consent {
            id: app.id(ConsentId),
            athlete: athlete.id,
            category: DataCategory::Cycle,
            purpose: Purpose::Coach,
            given: self.given,
            from: NaiveDate::default(),
            to: None,
            guardian: None,
            text: None,
            by: app.author(),
            at: app.0.clock.now(),
        };
        let mut write = roster.write().await?;
        write.insert_consent(&consent).await?;
        let subject = Some(if self.given { "given" } else { "withdrawn" }.to_owned());
        write.commit(app.entry("allow-cycle", Some(athlete.id), subject, json!(earlier))).await?;
        let moved = moved(&athlete);
        Ok(app.done(self.given, moved))
    }
}
