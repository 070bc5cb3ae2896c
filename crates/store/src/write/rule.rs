//! What squads and the club say about rules: every word is one more row.

use domain::id::SquadId;
use domain::reason::Rule;
use domain::tuning::RuleSetting;

use super::Write;
use crate::fault::StoreFault;
use crate::text::{code, json};

impl Write {
    /// Sets a rule for a squad, or for the whole club; `None` as the setting is the program's (or the club's) again. The
    /// newest row counts, earlier ones stay.
    ///
    /// # Errors
    /// [`StoreFault::BrokenReference`] for an unknown squad, [`StoreFault::Unwritable`] for a limit that is no number.
    pub async fn insert_rule(
        &mut self,
        squad: Option<SquadId>,
        rule: Rule,
        setting: Option<&RuleSetting>,
        author: &str,
    ) -> Result<(), StoreFault> {
        let squad = squad.map(|id| id.to_string());
        let rule = code("rule_setting", &rule)?;
        let text = setting.map_or_else(|| Ok("null".to_owned()), |setting| json("rule_setting", setting))?;
        let clock = self.tick(None);
        sqlx::query!(
            "INSERT INTO rule_setting (squad_id, rule, clock, author, setting) VALUES (?, ?, ?, ?, ?)",
            squad,
            rule,
            clock,
            author,
            text,
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }
}
