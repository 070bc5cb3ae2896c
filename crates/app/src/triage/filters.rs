//! Filters of the triage table, kept by name.

use contract::triage::{DropFilter, SaveFilter};
use contract::{Done, Topic, Touched};
use domain::triage::{SavedFilter, TriageFilter};
use serde_json::json;
use store::Roster;

use crate::entry::text;
use crate::{Answer, App, AppFault};

/// Characters of a name.
const LONGEST_NAME: u32 = 40;
/// Characters that are searched for.
const LONGEST_TEXT: u32 = 200;

impl Answer for SaveFilter {
    async fn answer(self, app: &App) -> Result<Done<Vec<SavedFilter>>, AppFault> {
        let roster = app.roster().await?;
        let name = text("filter-name", Some(self.name), LONGEST_NAME)?;
        let name = name.ok_or(AppFault::BadText { what: "filter-name", longest: LONGEST_NAME })?;
        let words = text("filter-text", Some(self.filter.text), LONGEST_TEXT)?.unwrap_or_default();
        keep(app, &roster, &name, Some(TriageFilter { text: words, ..self.filter })).await
    }
}

impl Answer for DropFilter {
    async fn answer(self, app: &App) -> Result<Done<Vec<SavedFilter>>, AppFault> {
        let roster = app.roster().await?;
        keep(app, &roster, &self.name, None).await
    }
}

/// Writes only what changes something.
async fn keep(
    app: &App,
    roster: &Roster,
    name: &str,
    filter: Option<TriageFilter>,
) -> Result<Done<Vec<SavedFilter>>, AppFault> {
    let kept = roster.triage_filters().await?;
    let before = kept.iter().find(|one| one.name == name).map(|one| one.filter.clone());
    if before == filter {
        return Ok(Done { value: kept, touched: Vec::new() });
    }
    let mut write = roster.write().await?;
    write.insert_triage_filter(name, filter.as_ref(), &app.author()).await?;
    let action = if filter.is_some() { "save-filter" } else { "drop-filter" };
    write.commit(app.entry(action, None, Some(name.to_owned()), json!(before))).await?;
    Ok(app.done(roster.triage_filters().await?, vec![Touched { athlete: None, topic: Topic::Triage }]))
}
