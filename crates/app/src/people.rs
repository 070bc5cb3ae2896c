//! Everybody by name.

use std::collections::BTreeMap;

use contract::people::{ListAthletes, Person};

use crate::availability::athletes_of;
use crate::{Answer, App, AppFault};

impl Answer for ListAthletes {
    async fn answer(self, app: &App) -> Result<Vec<Person>, AppFault> {
        let roster = app.roster().await?;
        let squads: BTreeMap<_, _> = roster.squads().await?.into_iter().map(|squad| (squad.id, squad.name)).collect();
        let named = athletes_of(&roster, None).await?.into_iter().map(|athlete| Person {
            id: athlete.id,
            name: athlete.name,
            squad: athlete.squad.and_then(|squad| squads.get(&squad).cloned()),
        });
        Ok(named.collect())
    }
}
