//! Which rules ask for attention, for the whole club and squad by squad.

use std::collections::BTreeMap;

use contract::threshold::{RuleLine, RulesView, SetRule, ShowRules};
use contract::{Done, Topic, Touched};
use domain::id::SquadId;
use domain::reason::Rule;
use domain::tuning::{RuleSetting, Tunable, Tuning, tunables};
use serde_json::json;
use store::Roster;

use crate::entry::within;
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

impl App {
    async fn rules_of(&self, roster: &Roster, squad: Option<SquadId>) -> Result<RulesView, AppFault> {
        let squads = roster.squads().await?;
        if let Some(asked) = squad.filter(|asked| !squads.iter().any(|squad| squad.id == *asked)) {
            return Err(Refusal::NoSuchSquad { asked: asked.to_string() }.into());
        }
        let club = roster.rules(None).await?;
        let (own, holds) = match squad {
            None => (club.clone(), club),
            Some(_) => {
                let own = roster.rules(squad).await?;
                (own.clone(), club.over(own))
            }
        };
        let flagged = self.flagged(roster, squad).await?;
        let line = |tunable: Tunable| RuleLine {
            tunable,
            own: own.0.get(&tunable.rule).copied(),
            holds: held(&holds, &tunable),
            flagged: flagged.get(&tunable.rule).copied().unwrap_or(0),
        };
        Ok(RulesView {
            squads: squads.into_iter().map(|squad| (squad.id, squad.name)).collect(),
            rules: tunables().into_iter().map(line).collect(),
        })
    }

    /// How many athletes each rule flags today.
    async fn flagged(&self, roster: &Roster, squad: Option<SquadId>) -> Result<BTreeMap<Rule, u32>, AppFault> {
        let mut flagged = BTreeMap::new();
        for athlete in roster.athletes().await? {
            if athlete.unassigned || (squad.is_some() && athlete.squad != squad) {
                continue;
            }
            let picture = self.picture(roster, &athlete, self.today_of(&athlete), crate::derive::Look::Glance).await?;
            let mut rules: Vec<Rule> = picture.flags.iter().map(|flag| flag.reason.rule).collect();
            rules.sort_unstable();
            // An athlete counts once, however many items of theirs a rule names.
            rules.dedup();
            for rule in rules {
                *flagged.entry(rule).or_insert(0) += 1;
            }
        }
        Ok(flagged)
    }
}

/// What holds for a rule, with its number written out.
fn held(holds: &Tuning, tunable: &Tunable) -> RuleSetting {
    let usual = tunable.limit.map(|(usual, _, _)| usual);
    RuleSetting { on: holds.is_on(tunable.rule), limit: usual.map(|usual| holds.limit(tunable.rule, usual)) }
}

impl Answer for ShowRules {
    async fn answer(self, app: &App) -> Result<RulesView, AppFault> {
        let roster = app.roster().await?;
        app.rules_of(&roster, self.squad).await
    }
}

impl Answer for SetRule {
    async fn answer(self, app: &App) -> Result<Done<RulesView>, AppFault> {
        let tunable = tunables().into_iter().find(|tunable| tunable.rule == self.rule);
        let tunable = tunable.ok_or(Refusal::RuleFixed { rule: self.rule })?;
        if let Some(setting) = &self.setting {
            check(&tunable, setting)?;
        }
        let roster = app.roster().await?;
        let squads = roster.squads().await?;
        if let Some(asked) = self.squad.filter(|asked| !squads.iter().any(|squad| squad.id == *asked)) {
            return Err(Refusal::NoSuchSquad { asked: asked.to_string() }.into());
        }
        let before = json!(roster.rules(self.squad).await?.0.get(&self.rule));
        let mut write = roster.write().await?;
        write.insert_rule(self.squad, self.rule, self.setting.as_ref(), &app.author()).await?;
        let subject = json!({ "rule": self.rule, "squad": self.squad }).to_string();
        write.commit(app.entry("set-rule", None, Some(subject), before)).await?;
        let view = app.rules_of(&roster, self.squad).await?;
        Ok(app.done(view, vec![Touched { athlete: None, topic: Topic::Roster }]))
    }
}

fn check(tunable: &Tunable, setting: &RuleSetting) -> Result<(), AppFault> {
    let rule = tunable.rule;
    if !setting.on && !tunable.may_rest {
        return Err(Refusal::RuleStaysOn { rule }.into());
    }
    match (setting.limit, tunable.limit) {
        (None, _) => Ok(()),
        (Some(limit), Some((_, low, high))) => within("rule-limit", limit, low, high),
        (Some(_), None) => Err(Refusal::RuleHasNoNumber { rule }.into()),
    }
}
