//! What the engine is told about an athlete and a week, and how its draft becomes a proposal.

mod told;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};
use contract::board::DraftOutcome;
use domain::athlete::Athlete;
use domain::availability;
use domain::bounds::{Bounds, Scope};
use domain::club::{self, ClubBlock};
use domain::effective::{Source, active, effective, pinned};
use domain::habit::HabitSeen;
use domain::id::{AthleteId, PlanWeekId, ProposalId, SessionId};
use domain::mark::Mark;
use domain::overrides::Change;
use domain::plan::{PlanWeek, Proposal, ProposedSession};
use domain::reason::Rule;
use domain::season::plan::covering;
use domain::settings::Settings;
use domain::week::Week;
use planner::habit::{self, Decided};
use planner::{Context, Correction, Draft, DraftSession, Standing};
use serde_json::Value as Json;
use store::{Roster, StoreFault};

use crate::derive::{Look, Picture, counting};
use crate::planning::{CORRECTION, switch_of};
use crate::preferences::carried_over;
use crate::{App, AppFault};

/// Weeks of decisions that habits are counted over.
const DECISION_WEEKS: i64 = 26;
/// Weeks of load the engine looks back on: a season and the weeks before it.
const LOAD_WEEKS: i64 = 60;

/// What the engine is told about one athlete's week, and what stands there.
#[derive(Debug)]
pub(crate) struct Planned {
    /// What the engine is told.
    pub(crate) context: Context,
    /// The week as it was planned before.
    pub(crate) earlier: Option<PlanWeek>,
    /// Everything derived for the athlete today.
    pub(crate) picture: Picture,
}

/// What is the same for every athlete: read once, however many weeks are drafted.
#[derive(Debug, Clone)]
pub(crate) struct Everybody {
    /// Blocks that count.
    blocks: Vec<ClubBlock>,
    bounds: BTreeMap<Scope, Bounds>,
    /// Habits that are followed.
    habits: Vec<HabitSeen>,
    /// Whether a learned correction may be used.
    corrects: bool,
}

impl Everybody {
    async fn with(
        roster: &Roster,
        habits: Vec<HabitSeen>,
        switches: &BTreeMap<String, bool>,
    ) -> Result<Everybody, AppFault> {
        Ok(Everybody {
            blocks: club::counting(&roster.blocks().await?).into_iter().cloned().collect(),
            bounds: roster.all_bounds().await?.into_iter().collect(),
            habits,
            corrects: switches.get(CORRECTION).copied().unwrap_or(false),
        })
    }

    fn bounds(&self, athlete: &Athlete) -> Bounds {
        let of = |scope| self.bounds.get(&scope).copied().unwrap_or_default();
        let squad = athlete.squad.map(|squad| of(Scope::Squad { squad })).unwrap_or_default();
        of(Scope::Athlete { athlete: athlete.id }).over(squad).over(of(Scope::Club))
    }

    /// The learned correction of an athlete's target, where it is switched on. No model has been validated, so there is
    /// none yet; one that is comes in here, and nowhere else. Its bound is the engine's ([`Correction::bounded`]).
    fn correction(&self) -> Option<Correction> {
        const VALIDATED: Option<Correction> = None;
        VALIDATED.filter(|_| self.corrects)
    }
}

impl App {
    /// What the engine is told about one athlete's week. `fresh` leaves the plan that stands there out, but for its pins.
    pub(crate) async fn planning_context(
        &self,
        roster: &Roster,
        athlete: &Athlete,
        week: Week,
        fresh: bool,
    ) -> Result<Planned, AppFault> {
        let everybody = self.everybody(roster).await?;
        self.planned(roster, &everybody, athlete, week, fresh).await
    }

    /// The same as far as limits go: without habits, which limit nothing and take longest to count.
    pub(crate) async fn limiting_context(
        &self,
        roster: &Roster,
        athlete: &Athlete,
        week: Week,
    ) -> Result<Planned, AppFault> {
        let switches = roster.switches().await?;
        let everybody = Everybody::with(roster, Vec::new(), &switches).await?;
        self.planned(roster, &everybody, athlete, week, false).await
    }

    /// What is the same for every athlete.
    pub(crate) async fn everybody(&self, roster: &Roster) -> Result<Everybody, AppFault> {
        let switches = roster.switches().await?;
        let mut habits = self.habits_seen(roster).await?;
        habits.retain(|seen| habit::frequent(seen) && switches.get(&switch_of(&seen.habit)).copied().unwrap_or(true));
        Everybody::with(roster, habits, &switches).await
    }

    /// What this roster's coaches do again and again to proposals, counted over everybody's last half year.
    pub(crate) async fn habits_seen(&self, roster: &Roster) -> Result<Vec<HabitSeen>, AppFault> {
        let today = self.today();
        let from = Week::of(today - Duration::weeks(DECISION_WEEKS));
        let to = Week::of(today + Duration::weeks(DECISION_WEEKS));
        let adapted = roster.adapted_overrides_of(None).await?;
        let plans = roster.plan_weeks_of_all(from, to).await?;
        let decided = plans.into_iter().filter(|plan| is_decided(plan, today)).flat_map(|plan| {
            let counts = active(&plan.overrides);
            let own = |made: &domain::overrides::Override| {
                counts.contains(&made.id)
                    && !matches!(made.change, Change::Undo { .. })
                    && !adapted.contains_key(&made.id)
            };
            let overrides: Vec<_> = plan.overrides.into_iter().filter(own).collect();
            plan.proposal.sessions.into_iter().map(move |proposed| {
                let its = overrides.iter().filter(|made| made.session == proposed.id).cloned().collect();
                Decided { proposed, overrides: its }
            })
        });
        Ok(habit::seen(&decided.collect::<Vec<Decided>>()))
    }

    /// What the engine is told about one athlete's week, with what is the same for everybody already read.
    pub(crate) async fn planned(
        &self,
        roster: &Roster,
        everybody: &Everybody,
        athlete: &Athlete,
        week: Week,
        fresh: bool,
    ) -> Result<Planned, AppFault> {
        let today = self.today_of(athlete);
        let picture = self.picture(roster, athlete, today, Look::Among).await?;
        let earlier = roster.plan_week(athlete.id, week).await?;
        let exceptions = roster.exceptions(athlete.id).await?;
        let answers = roster.availability(athlete.id).await?;
        let reported = today - Duration::days(told::RECENT_DAYS);
        let wellness = roster.wellness(athlete.id, Some(reported), Some(today)).await?;
        let recent: Vec<_> =
            picture.activities.iter().filter(|activity| activity.day() > reported).map(told::past).collect();
        let oldest = week.monday().min(today) - Duration::weeks(LOAD_WEEKS);
        let near = |mark: &Mark| mark.from <= week.sunday() && mark.to.is_none_or(|to| reported <= to);
        let now = earlier.as_ref().map(|plan| effective(&plan.proposal, &plan.overrides)).unwrap_or_default();
        let pins = pinned(&now, today);
        let stands = now.standing().filter(|one| !fresh && !pins.contains(one) && one.source == Source::Proposed);
        let own = roster.own_templates_of(Some(athlete.id)).await?;
        let marks = counting(&roster.marks(athlete.id).await?);
        let context = Context {
            week,
            today,
            age: athlete.age_on(today),
            sports: told::sports(&recent, &picture.races, today),
            days: picture.days.iter().filter(|day| day.date >= oldest).copied().collect(),
            recent,
            rooms: availability::rooms(&answers, &exceptions, week),
            races: picture.races.iter().filter(|race| race.date >= today).cloned().collect(),
            phases: roster.phases(athlete.id).await?,
            season: covering(&roster.season_plans(athlete.id).await?, week).cloned(),
            blocks: everybody.blocks.iter().filter(|block| concerns(block, athlete, week)).cloned().collect(),
            readiness: Some(picture.newest_report().clone()),
            health: told::health(&wellness, &exceptions, today),
            // The engine has no use for words, and what it is told is kept.
            marks: marks.into_iter().filter(near).map(|mark| Mark { note: None, ..mark }).collect(),
            settings: picture.settings_today().map(|today| Settings { note: None, ..today.clone() }),
            threshold_moved: told::threshold_moved(&picture.settings, today),
            bounds: everybody.bounds(athlete),
            standing: stands.map(|one| Standing { date: one.date, session: one.session.clone() }).collect(),
            pinned: pins,
            habits: everybody.habits.clone(),
            correction: everybody.correction(),
            templates: own.into_iter().map(|(template, _)| template).collect(),
        };
        Ok(Planned { context, earlier, picture })
    }

    /// Drafts a week and keeps the proposal, unless it would say the same as the one that stands.
    ///
    /// # Errors
    /// [`StoreFault::WeekApproved`] while the week is approved.
    pub(crate) async fn keep_draft(
        &self,
        roster: &Roster,
        athlete: &Athlete,
        planned: Planned,
    ) -> Result<(DraftOutcome, PlanWeek), AppFault> {
        let (planned, draft) = proposed(planned).await?;
        self.keep(roster, athlete.id, &planned.context, planned.earlier, draft).await
    }

    /// Keeps a draft as the newest proposal of its week, with what the engine was told, unless it says the same as the one
    /// that stands. Nothing is overwritten: the earlier proposals stay beside the new one.
    pub(crate) async fn keep(
        &self,
        roster: &Roster,
        athlete: AthleteId,
        context: &Context,
        earlier: Option<PlanWeek>,
        draft: Draft,
    ) -> Result<(DraftOutcome, PlanWeek), AppFault> {
        let week = context.week;
        if earlier.as_ref().is_some_and(|plan| plan.approved().is_some()) {
            return Err(StoreFault::WeekApproved { week }.into());
        }
        let earlier = match earlier {
            Some(plan) if plans_the_same(&draft, &draft_of(&plan.proposal, context)) => {
                return Ok((DraftOutcome::Same, plan));
            }
            earlier => earlier,
        };
        let told = planner::canonical(context);
        let inputs = planner::digest(context);
        let proposal = self.proposal(draft, inputs, earlier.as_ref());
        let plan = match earlier {
            Some(plan) => PlanWeek { versions: plan.versions.saturating_add(1), proposal, ..plan },
            None => PlanWeek {
                id: self.id(PlanWeekId),
                athlete,
                week,
                proposal,
                versions: 1,
                overrides: Vec::new(),
                annotations: Vec::new(),
                exported_at: None,
                approvals: Vec::new(),
            },
        };
        let mut write = roster.write().await?;
        write.insert_proposal_input(athlete, &plan.proposal.inputs, told.as_bytes()).await?;
        write.insert_proposal(plan.id, athlete, week, &plan.proposal, context.today).await?;
        write.commit(self.entry("draft-week", Some(athlete), Some(week.to_string()), Json::Null)).await?;
        Ok((DraftOutcome::Drafted, plan))
    }

    /// A draft with identities. A pinned session keeps its own row; one the coach added is not the model's to propose.
    fn proposal(&self, draft: Draft, inputs: String, earlier: Option<&PlanWeek>) -> Proposal {
        let mut before = earlier.map(|plan| plan.proposal.sessions.clone()).unwrap_or_default();
        let kept = |id| earlier.and_then(|plan| plan.proposal.sessions.iter().find(|old| old.id == id)).cloned();
        let is_pin: BTreeSet<SessionId> = draft.sessions.iter().filter_map(|drafted| drafted.pinned).collect();
        before.retain(|old| !is_pin.contains(&old.id));
        // The same session on the same day keeps its identity, and with it its notes and its history.
        let mut same = |drafted: &DraftSession| {
            let is = |old: &ProposedSession| {
                old.date == drafted.date && old.block == drafted.block && old.session == drafted.session
            };
            before.iter().position(is).map(|at| before.swap_remove(at).id)
        };
        let sessions = draft.sessions.into_iter().filter_map(|drafted| match drafted.pinned {
            Some(id) => kept(id),
            None => Some(ProposedSession {
                id: same(&drafted).unwrap_or_else(|| self.id(SessionId)),
                date: drafted.date,
                session: drafted.session,
                reasons: drafted.reasons,
                block: drafted.block,
            }),
        });
        Proposal {
            id: self.id(ProposalId),
            engine: planner::ENGINE.to_owned(),
            inputs,
            made_at: self.0.clock.now(),
            target_load: draft.target_load,
            sessions: sessions.collect(),
            reasons: draft.reasons,
            confidence: draft.confidence,
            abstained: draft.abstained,
        }
    }
}

/// What the engine makes of it.
pub(crate) async fn proposed(planned: Planned) -> Result<(Planned, Draft), AppFault> {
    aside(move || {
        let draft = planner::propose(&planned.context);
        (planned, draft)
    })
    .await
}

/// Work of the engine on a thread of its own: it may search for a while.
pub(crate) async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppFault> {
    tokio::task::spawn_blocking(carried_over(work))
        .await
        .map_err(|source| AppFault::Panicked { said: source.to_string() })
}

/// Whether the coach is done with a week: approved, handed out, or over.
fn is_decided(plan: &PlanWeek, today: NaiveDate) -> bool {
    plan.approved().is_some() || plan.exported_at.is_some() || plan.week.sunday() < today
}

/// Whether a block is for an athlete and takes place in a week.
fn concerns(block: &ClubBlock, athlete: &Athlete, week: Week) -> bool {
    block.squad.is_none_or(|squad| athlete.squad == Some(squad)) && block.touches(week)
}

/// A proposal as the engine drafted it: what it was told says which sessions were pinned then.
pub(crate) fn draft_of(proposal: &Proposal, context: &Context) -> Draft {
    let pins = context.pinned.iter().map(|pin| DraftSession {
        pinned: Some(pin.id),
        block: pin.block,
        date: pin.date,
        session: pin.session.clone(),
        reasons: Vec::new(),
    });
    let is_pin = |id| context.pinned.iter().any(|pin| pin.id == id);
    let own = proposal.sessions.iter().filter(|proposed| !is_pin(proposed.id)).map(|proposed| DraftSession {
        pinned: None,
        block: proposed.block,
        date: proposed.date,
        session: proposed.session.clone(),
        reasons: proposed.reasons.clone(),
    });
    let mut sessions: Vec<DraftSession> = pins.chain(own).collect();
    sessions.sort_by_key(|drafted| drafted.date);
    Draft {
        target_load: proposal.target_load,
        sessions,
        reasons: proposal.reasons.clone(),
        confidence: proposal.confidence.clone(),
        abstained: proposal.abstained,
    }
}

/// Sessions of a draft that are the engine's own.
pub(crate) fn own_sessions(draft: &Draft) -> impl Iterator<Item = &DraftSession> {
    draft.sessions.iter().filter(|drafted| drafted.pinned.is_none())
}

/// Whether two drafts plan the same: sessions, target, and whether the engine abstained. What stands keeps its reasons then:
/// they are those it was chosen with, and a session that is only kept has fewer to give.
fn plans_the_same(one: &Draft, other: &Draft) -> bool {
    let planned = |draft: &Draft| -> Vec<_> {
        own_sessions(draft).map(|drafted| (drafted.date, drafted.block, drafted.session.clone())).collect()
    };
    (one.target_load, one.abstained) == (other.target_load, other.abstained) && planned(one) == planned(other)
}

/// Whether two drafts say the same: sessions, target, confidence and every reason, but for how much was kept of the plan
/// before, which a plan that stands cannot say of itself.
pub(crate) fn says_the_same(one: &Draft, other: &Draft) -> bool {
    let spoken = |reasons: &[domain::reason::Reason]| -> Vec<domain::reason::Reason> {
        reasons.iter().filter(|reason| reason.rule != Rule::LeastChange).cloned().collect()
    };
    let sessions = |draft: &Draft| -> Vec<_> {
        own_sessions(draft)
            .map(|drafted| (drafted.date, drafted.block, drafted.session.clone(), spoken(&drafted.reasons)))
            .collect()
    };
    let whole = |draft: &Draft| (draft.target_load, draft.abstained, draft.confidence.clone(), spoken(&draft.reasons));
    whole(one) == whole(other) && sessions(one) == sessions(other)
}
