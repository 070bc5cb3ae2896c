//! Changes of running weeks, and what came of the plans.

use domain::adaptation::DecidedAdaptation;
use domain::follow_up::FollowUp;
use domain::id::{AdaptationId, AthleteId, OverrideId, PlanWeekId};
use domain::week::Week;

use super::Write;
use crate::fault::StoreFault;
use crate::text::{day, json};

impl Write {
    /// Adds an adaptation with the coach's decision.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`], [`StoreFault::Unwritable`].
    pub async fn insert_adaptation(&mut self, plan: PlanWeekId, decided: &DecidedAdaptation) -> Result<(), StoreFault> {
        let (id, plan, athlete) = (decided.id.to_string(), plan.to_string(), decided.athlete.to_string());
        let week = decided.week.to_string();
        let text = json("adaptation", decided)?;
        let clock = self.tick(Some(decided.at));
        sqlx::query!(
            "INSERT INTO adaptation (id, plan_week_id, athlete_id, week, decided, clock) VALUES (?, ?, ?, ?, ?, ?)",
            id,
            plan,
            athlete,
            week,
            text,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Says that an override was made by an adaptation.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`].
    pub async fn link_adaptation(
        &mut self,
        made: OverrideId,
        adaptation: AdaptationId,
        athlete: AthleteId,
    ) -> Result<(), StoreFault> {
        let (made, adaptation, athlete) = (made.to_string(), adaptation.to_string(), athlete.to_string());
        sqlx::query!(
            "INSERT INTO adaptation_override (override_id, adaptation_id, athlete_id) VALUES (?, ?, ?)",
            made,
            adaptation,
            athlete,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Keeps what came of the sessions of a week, in place of what was computed for it before. Nobody wrote these rows:
    /// they are made from everything else and can be made again.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`] for a session that is in another week's rows, [`StoreFault::BrokenReference`],
    /// [`StoreFault::Unwritable`].
    pub async fn replace_follow_ups(
        &mut self,
        athlete: AthleteId,
        week: Week,
        rows: &[FollowUp],
    ) -> Result<(), StoreFault> {
        let (athlete, week) = (athlete.to_string(), week.to_string());
        sqlx::query!("DELETE FROM follow_up WHERE athlete_id = ? AND week = ?", athlete, week)
            .execute(self.connection())
            .await?;
        for row in rows {
            let (session, date) = (row.session.to_string(), day(row.date));
            let text = json("follow_up", row)?;
            sqlx::query!(
                "INSERT INTO follow_up (session_id, athlete_id, week, day, row) VALUES (?, ?, ?, ?, ?)",
                session,
                athlete,
                week,
                date,
                text,
            )
            .execute(self.connection())
            .await?;
        }
        Ok(())
    }
}
