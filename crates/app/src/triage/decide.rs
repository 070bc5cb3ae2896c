//! What the coach decides about a row. Every decision is a row of its own, with the reasons that were there.

use contract::roster::TriageRow;
use contract::triage::{MarkAthlete, UnmarkAthlete};
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::id::{AthleteId, TriageMarkId};
use domain::triage::{Decision, Seen, Standing, TriageMark};
use serde_json::{Value as Json, json};
use store::Roster;

use super::common::{Common, Mine};
use super::row;
use crate::entry::{text, within};
use crate::{Answer, App, AppFault};

/// A row can be put off for so many days.
const LONGEST_SNOOZE: f64 = 60.0;
/// Characters of a line of the call list.
const LONGEST_LINE: u32 = 200;

impl Answer for MarkAthlete {
    async fn answer(self, app: &App) -> Result<Done<TriageRow>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let decision = match self.decision {
            Decision::Snoozed { until } => {
                within("snooze-days", (until - app.today()).num_days() as f64, 1.0, LONGEST_SNOOZE)?;
                Decision::Snoozed { until }
            }
            Decision::CallList { line } => Decision::CallList { line: text("call-line", line, LONGEST_LINE)? },
            Decision::Reviewed => Decision::Reviewed,
        };
        let (mine, row) = read(app, &roster, athlete).await?;
        let kind = decision.kind();
        let before = mine.marks.iter().find(|mark| mark.decision.kind() == kind && !mark.withdrawn);
        let before = before.map_or(Json::Null, |mark| json!(mark));
        keep(app, &roster, mine, row, (decision, false), before).await
    }
}

impl Answer for UnmarkAthlete {
    async fn answer(self, app: &App) -> Result<Done<TriageRow>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let (mine, row) = read(app, &roster, athlete).await?;
        let stands = |mark: &&TriageMark| mark.decision.kind() == self.kind && !mark.withdrawn;
        let Some(taken) = mine.marks.iter().find(stands).cloned() else {
            return Ok(Done { value: row, touched: Vec::new() });
        };
        keep(app, &roster, mine, row, (taken.decision.clone(), true), json!(taken)).await
    }
}

async fn read(app: &App, roster: &Roster, athlete: Athlete) -> Result<(Mine, TriageRow), AppFault> {
    let mine = Common::read(roster, Some(athlete.id), app.today()).await?.of(athlete.id);
    let row = row(app, roster, athlete, &mine).await?;
    Ok((mine, row))
}

/// Keeps a decision (or, with `true`, that it was taken back), and gives the row as it stands then.
async fn keep(
    app: &App,
    roster: &Roster,
    mine: Mine,
    row: TriageRow,
    (decision, withdrawn): (Decision, bool),
    before: Json,
) -> Result<Done<TriageRow>, AppFault> {
    let mark = TriageMark {
        id: app.id(TriageMarkId),
        athlete: row.athlete.id,
        on: mine.on,
        decision,
        withdrawn,
        seen: row.flags.iter().map(Seen::from).collect(),
        author: app.author(),
        at: app.0.clock.now(),
    };
    let action = if withdrawn { "unmark-athlete" } else { "mark-athlete" };
    let mut write = roster.write().await?;
    write.insert_triage_mark(&mark).await?;
    let subject = Some(mark.decision.kind().code().to_owned());
    write.commit(app.entry(action, Some(mark.athlete), subject, before)).await?;
    let touched = vec![moved(mark.athlete)];
    let mut marks = mine.marks;
    marks.push(mark);
    let marks = Standing::of(&marks, mine.on, &row.flags, mine.arrived);
    Ok(app.done(TriageRow { marks, ..row }, touched))
}

fn moved(athlete: AthleteId) -> Touched {
    Touched { athlete: Some(athlete), topic: Topic::Triage }
}
