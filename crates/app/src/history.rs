//! Everything that happened to one session: who, when, what stood there before.

use contract::plan::{HistoryEvent, HistoryLine, SessionHistory};
use domain::annotation::Subject;
use domain::effective::active;

use crate::{Answer, App, AppFault};

impl Answer for SessionHistory {
    async fn answer(self, app: &App) -> Result<Vec<HistoryLine>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let plan = app.session_in(&roster, &athlete, self.week, self.session).await?;
        let mut lines = Vec::new();
        // A pinned session is carried from proposal to proposal: it was proposed once, by the first.
        let versions = roster.proposals_of(plan.id).await?;
        let first = versions.into_iter().find_map(|version| {
            let session = version.sessions.into_iter().find(|session| session.id == self.session)?;
            Some((version.made_at, version.engine, session))
        });
        if let Some((at, who, session)) = first {
            lines.push(HistoryLine { at, who, event: HistoryEvent::Proposed { session: Box::new(session) } });
        }
        let counting = active(&plan.overrides);
        for made in plan.overrides.into_iter().filter(|made| made.session == self.session) {
            let (at, who, active) = (made.at, made.author.clone(), counting.contains(&made.id));
            lines.push(HistoryLine { at, who, event: HistoryEvent::Overridden { made: Box::new(made), active } });
        }
        for note in plan.annotations {
            if matches!(note.subject, Subject::Session { session, .. } if session == self.session) {
                let (at, who) = (note.at, note.author.clone());
                lines.push(HistoryLine { at, who, event: HistoryEvent::Noted { note: Box::new(note) } });
            }
        }
        lines.sort_by_key(|line| line.at);
        Ok(lines)
    }
}
