//! What holds for many athletes at once: every word is one more row.

use domain::bounds::{Bounds, Scope};
use domain::club::ClubBlock;

use super::Write;
use crate::fault::StoreFault;
use crate::read::club::columns;
use crate::text::{day, json};

impl Write {
    /// Adds a fixed thing of the club. One it replaces or withdraws stays.
    ///
    /// # Errors
    /// [`StoreFault::AlreadyThere`], [`StoreFault::BrokenReference`], [`StoreFault::Unwritable`].
    pub async fn insert_block(&mut self, block: &ClubBlock) -> Result<(), StoreFault> {
        let id = block.id.to_string();
        let squad = block.squad.map(|squad| squad.to_string());
        let (from, to) = (day(block.from), day(block.to));
        let text = json("club_block", block)?;
        let clock = self.tick(Some(block.at));
        sqlx::query!(
            "INSERT INTO club_block (id, squad_id, from_day, to_day, block, clock) VALUES (?, ?, ?, ?, ?, ?)",
            id,
            squad,
            from,
            to,
            text,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Sets the limits of a scope, in place of what was set for it before; earlier rows stay.
    ///
    /// # Errors
    /// [`StoreFault::BrokenReference`] for an unknown squad or athlete, [`StoreFault::Unwritable`] for a limit that is no
    /// number.
    pub async fn insert_bounds(&mut self, scope: Scope, bounds: &Bounds, author: &str) -> Result<(), StoreFault> {
        let (squad, athlete) = columns(scope);
        let text = json("plan_bounds", bounds)?;
        let clock = self.tick(None);
        sqlx::query!(
            "INSERT INTO plan_bounds (squad_id, athlete_id, bounds, author, clock) VALUES (?, ?, ?, ?, ?)",
            squad,
            athlete,
            text,
            author,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Turns a switch of the planner. The newest row counts, earlier ones stay.
    ///
    /// # Errors
    /// What the database says.
    pub async fn insert_switch(&mut self, name: &str, on: bool, author: &str) -> Result<(), StoreFault> {
        let clock = self.tick(None);
        sqlx::query!(
            "INSERT INTO plan_switch (name, is_on, author, clock) VALUES (?, ?, ?, ?)",
            name,
            on,
            author,
            clock,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
