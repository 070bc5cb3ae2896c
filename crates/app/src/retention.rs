//! How long things are kept: rules that are off until somebody sets them, what each would remove today, and applying one.

use chrono::{Months, NaiveDate};
use contract::privacy::{
    ApplyRetention, RetentionLine, RetentionMeets, RetentionReport, RetentionView, SetRetention, ShowRetention,
};
use contract::{Done, Topic, Touched};
use domain::erasure::RetentionKind;
use serde_json::json;
use store::Roster;

use crate::entry::within;
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

/// A hundred years; longer is for ever.
const LONGEST: u32 = 1200;

const MOVED: [Touched; 2] =
    [Touched { athlete: None, topic: Topic::Roster }, Touched { athlete: None, topic: Topic::Activities }];

impl Answer for ShowRetention {
    async fn answer(self, app: &App) -> Result<RetentionView, AppFault> {
        view(app, &app.roster().await?).await
    }
}

impl Answer for SetRetention {
    async fn answer(self, app: &App) -> Result<Done<RetentionView>, AppFault> {
        if let Some(months) = self.months {
            within("retention-months", f64::from(months), f64::from(self.kind.least_months()), f64::from(LONGEST))?;
        }
        let roster = app.roster().await?;
        let before = months_of(&roster, self.kind).await?;
        let mut write = roster.write().await?;
        write.insert_retention_rule(self.kind, self.months, &app.author(), app.0.clock.now()).await?;
        let entry = app.entry("set-retention", None, Some(self.kind.code().to_owned()), json!({ "months": before }));
        write.commit(entry).await?;
        Ok(app.done(view(app, &roster).await?, MOVED[..1].to_vec()))
    }
}

impl Answer for ApplyRetention {
    async fn answer(self, app: &App) -> Result<Done<RetentionReport>, AppFault> {
        let roster = app.roster().await?;
        let before = day_of(app, months_of(&roster, self.kind).await?);
        if before != Some(self.before) {
            return Err(Refusal::OtherRetention { kind: self.kind }.into());
        }
        let meets = roster.retention_meets(self.kind, self.before).await?;
        let mut write = roster.write().await?;
        let files = match self.kind {
            RetentionKind::Location => write.forget_locations(self.before).await?,
            RetentionKind::Originals => write.forget_originals(self.before).await?,
            RetentionKind::Left => return Err(Refusal::EraseOneByOne.into()),
        };
        let activities: u32 = meets.iter().map(|met| met.activities).sum();
        let said = json!({ "before": self.before, "activities": activities, "files": files });
        write.commit(app.entry("apply-retention", None, Some(self.kind.code().to_owned()), said)).await?;
        roster.scrub().await?;
        let copies = store::copies(roster.path(), &app.0.place.backups_of(roster.path()))?.len();
        let report = RetentionReport {
            activities,
            files: u32::try_from(files).unwrap_or(u32::MAX),
            copies: u32::try_from(copies).unwrap_or(u32::MAX),
        };
        Ok(app.done(report, MOVED.to_vec()))
    }
}

async fn months_of(roster: &Roster, kind: RetentionKind) -> Result<Option<u32>, AppFault> {
    let rules = roster.retention_rules().await?;
    Ok(rules.into_iter().find(|rule| rule.kind == kind).and_then(|rule| rule.months))
}

/// What is older than this day, a rule of so many months lets go today.
fn day_of(app: &App, months: Option<u32>) -> Option<NaiveDate> {
    months.and_then(|months| app.today().checked_sub_months(Months::new(months)))
}

async fn view(app: &App, roster: &Roster) -> Result<RetentionView, AppFault> {
    let mut lines = Vec::with_capacity(RetentionKind::ALL.len());
    for kind in RetentionKind::ALL {
        let months = months_of(roster, kind).await?;
        let before = day_of(app, months);
        let meets = match before {
            Some(before) => roster.retention_meets(kind, before).await?,
            None => Vec::new(),
        };
        let meets = meets
            .into_iter()
            .map(|met| RetentionMeets {
                athlete: met.athlete,
                name: met.name,
                activities: met.activities,
                files: met.files,
                newest: met.newest,
            })
            .collect();
        lines.push(RetentionLine { kind, months, least: kind.least_months(), before, meets });
    }
    Ok(RetentionView { lines })
}
