//! Fixed things of the club: kept, taken back, and put into the weeks of everybody they are for.

use contract::club::{AddBlock, ApplyBlock, BlockLine, BlocksView, ListBlocks, WithdrawBlock};
use contract::{Done, Topic, Touched};
use domain::club::{ClubBlock, Fit, counting};
use domain::id::BlockId;
use domain::overrides;
use serde_json::{Value as Json, json};
use store::Roster;

use crate::athlete::name_of;
use crate::availability::{athletes_of, squad_named, squads};
use crate::entry::within;
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

impl Answer for ListBlocks {
    async fn answer(self, app: &App) -> Result<BlocksView, AppFault> {
        let roster = app.roster().await?;
        let known = roster.blocks().await?;
        let blocks = counting(&known).into_iter().cloned().collect();
        Ok(BlocksView { blocks, squads: squads(&roster).await? })
    }
}

impl Answer for AddBlock {
    async fn answer(self, app: &App) -> Result<Done<ClubBlock>, AppFault> {
        let name = name_of(&self.name, "block")?;
        overrides::sound(&self.session)?;
        within("minutes", f64::from(self.session.minutes), 1.0, 1440.0)?;
        let roster = app.roster().await?;
        if let Some(squad) = self.squad {
            squad_named(&roster, squad).await?;
        }
        let known = roster.blocks().await?;
        let before = match self.supersedes {
            None => Json::Null,
            Some(replaced) => json!(standing(&known, replaced)?.ok_or(Refusal::BlockGone)?),
        };
        let block = ClubBlock {
            id: app.id(BlockId),
            squad: self.squad,
            kind: self.kind,
            name,
            from: self.from,
            to: self.to,
            weekdays: self.weekdays,
            starts: self.starts,
            session: self.session,
            supersedes: self.supersedes,
            withdrawn: false,
            author: app.author(),
            at: app.0.clock.now(),
        };
        block.check_days()?;
        keep(app, &roster, "add-block", &block, before).await?;
        Ok(app.done(block, moved()))
    }
}

impl Answer for WithdrawBlock {
    async fn answer(self, app: &App) -> Result<Done<bool>, AppFault> {
        let roster = app.roster().await?;
        let known = roster.blocks().await?;
        let Some(taken) = standing(&known, self.block)? else {
            return Ok(Done { value: false, touched: Vec::new() });
        };
        let gone = ClubBlock {
            id: app.id(BlockId),
            supersedes: Some(taken.id),
            withdrawn: true,
            author: app.author(),
            at: app.0.clock.now(),
            ..taken.clone()
        };
        keep(app, &roster, "withdraw-block", &gone, json!(taken)).await?;
        Ok(app.done(true, moved()))
    }
}

impl Answer for ApplyBlock {
    async fn answer(self, app: &App) -> Result<Done<Vec<BlockLine>>, AppFault> {
        let roster = app.roster().await?;
        let known = roster.blocks().await?;
        let block = standing(&known, self.block)?.ok_or(Refusal::BlockGone)?;
        if !block.touches(self.week) {
            return Err(Refusal::BlockElsewhere { name: block.name.clone(), week: self.week }.into());
        }
        let athletes = athletes_of(&roster, block.squad).await?;
        for athlete in &athletes {
            app.not_over(athlete, self.week)?;
        }
        let whole = app.computing(&roster).await;
        let (everybody, drafting) = (app.everybody(&roster).await?, app.everybody(&whole).await?);
        let (mut lines, mut moved) = (Vec::new(), Vec::new());
        for athlete in athletes {
            let planned = app.planned(&roster, &everybody, &athlete, self.week, false).await?;
            let approved = planned.earlier.as_ref().is_some_and(|plan| plan.approved().is_some());
            let fit = (!approved).then(|| planner::club::fit(&planned.context, block));
            // A week that has no room for the block stays as it is.
            if self.write && matches!(fit, Some(Fit::Done | Fit::Variant { .. })) {
                // What is kept is worked out as the head coach reads, whoever asks.
                let planned = app.planned(&whole, &drafting, &athlete, self.week, false).await?;
                app.keep_draft(&whole, &athlete, planned).await?;
                moved.push(Touched { athlete: Some(athlete.id), topic: Topic::Plan });
            }
            lines.push(BlockLine { athlete: athlete.id, name: athlete.name, fit });
        }
        Ok(app.done(lines, moved))
    }
}

/// A block of the club: itself while it counts, `None` once it was replaced or taken back.
fn standing(known: &[ClubBlock], id: BlockId) -> Result<Option<&ClubBlock>, Refusal> {
    if !known.iter().any(|one| one.id == id) {
        return Err(Refusal::NoSuchBlock { asked: id.to_string() });
    }
    Ok(counting(known).into_iter().find(|one| one.id == id))
}

async fn keep(
    app: &App,
    roster: &Roster,
    action: &'static str,
    block: &ClubBlock,
    before: Json,
) -> Result<(), AppFault> {
    let mut write = roster.write().await?;
    write.insert_block(block).await?;
    write.commit(app.entry(action, None, Some(block.id.to_string()), before)).await?;
    Ok(())
}

/// Weeks drafted from now on look different; those that stand do not change by themselves.
fn moved() -> Vec<Touched> {
    vec![Touched { athlete: None, topic: Topic::Plan }]
}
