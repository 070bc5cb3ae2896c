//! What squads and the club say about rules.

use domain::id::SquadId;
use domain::reason::Rule;
use domain::tuning::{RuleSetting, Tuning};

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{read_code, read_json};

impl Roster {
    /// What a squad set, or the whole club for `None`: its own rows only, the newest of each rule. What was set back to the
    /// program's is not among them.
    ///
    /// # Errors
    /// What the database says.
    pub async fn rules(&self, squad: Option<SquadId>) -> Result<Tuning, StoreFault> {
        let squad = squad.map(|id| id.to_string());
        let rows = sqlx::query!(
            r#"SELECT rule AS "rule!", setting AS "setting!" FROM rule_setting AS r
               WHERE squad_id IS ?1 AND clock = (
                 SELECT MAX(n.clock) FROM rule_setting AS n WHERE n.rule = r.rule AND n.squad_id IS ?1)"#,
            squad
        )
        .fetch_all(&mut *self.reader().await?)
        .await?;
        let mut tuning = Tuning::default();
        for row in rows {
            let rule: Rule = read_code("rule_setting", row.rule)?;
            if let Some(setting) = read_json::<Option<RuleSetting>>("rule_setting", &row.setting)? {
                tuning.0.insert(rule, setting);
            }
        }
        Ok(tuning)
    }
}
