//! A week drafted, shown and annotated.

use chrono::Duration;
use contract::plan::{Annotate, DraftWeek, ListTemplates, ShowWeek, WeekAnswer, WeekView};
use contract::{Done, Topic, Touched};
use domain::activity::Activity;
use domain::annotation::{Annotation, Subject};
use domain::athlete::Athlete;
use domain::effective::{active, effective, pinned};
use domain::id::{AnnotationId, PlanWeekId, ProposalId, SessionId};
use domain::library::{self, Template};
use domain::plan::{PlanWeek, Proposal, ProposedSession};
use domain::sport::Sport;
use domain::week::Week;
use domain::{availability, session::SessionKind};
use planner::{Context, Draft, Past};
use serde_json::Value as Json;
use store::Roster;

use crate::derive::Picture;
use crate::triage::status_of;
use crate::{Answer, App, AppFault};

/// An intensity factor from which a session counts as quality (upper end of steady endurance riding and running).
const QUALITY_INTENSITY: f64 = 0.85;

impl Answer for DraftWeek {
    async fn answer(self, app: &App) -> Result<Done<WeekView>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let today = app.today_of(&athlete);
        if self.week.sunday() < today {
            return Err(AppFault::WeekIsPast { week: self.week });
        }
        let earlier = roster.plan_week(athlete.id, self.week).await?;
        let picture = app.picture(&roster, &athlete, today, crate::derive::Look::Among).await?;
        let context = context(&roster, &athlete, &picture, self.week, earlier.as_ref()).await?;
        let draft = planner::propose(&context);
        let proposal = proposal(app, draft, planner::digest(&context), earlier.as_ref());
        let id = earlier.map_or_else(|| app.id(PlanWeekId), |week| week.id);
        let mut write = roster.write().await?;
        write.insert_proposal(id, athlete.id, self.week, &proposal, today).await?;
        let subject = Some(self.week.to_string());
        // Nothing is overwritten: the earlier proposals stay beside the new one.
        write.commit(app.entry("draft-week", Some(athlete.id), subject, Json::Null)).await?;
        let view = app.week_view(&roster, &athlete, self.week).await?.ok_or(AppFault::NoPlan { week: self.week })?;
        Ok(app.done(view, vec![Touched { athlete: Some(athlete.id), topic: Topic::Plan }]))
    }
}

/// What the planner is told.
async fn context(
    roster: &Roster,
    athlete: &Athlete,
    picture: &Picture,
    week: Week,
    earlier: Option<&PlanWeek>,
) -> Result<Context, AppFault> {
    let mut templates = library::builtin().to_vec();
    templates.extend(roster.own_templates().await?);
    let pins = earlier.map(|plan| pinned(&effective(&plan.proposal, &plan.overrides), picture.on)).unwrap_or_default();
    let answers = roster.availability(athlete.id).await?;
    Ok(Context {
        week,
        today: picture.on,
        age: athlete.age_on(picture.on),
        sport: main_sport(&picture.activities),
        days: picture.days.clone(),
        recent: picture.activities.iter().filter(|a| a.day() > picture.on - Duration::days(60)).map(past).collect(),
        availability: availability::on(&answers, week.monday()).cloned(),
        races: picture.races.clone(),
        phases: roster.phases(athlete.id).await?,
        readiness: Some(picture.newest_report().clone()),
        settings: picture.settings_today().cloned(),
        pinned: pins,
        templates,
    })
}

/// The sport with most time in the last 60 days; running when nothing is known.
fn main_sport(activities: &[Activity]) -> Sport {
    let newest = activities.iter().map(Activity::day).max();
    let minutes = |sport: Sport| -> f64 {
        activities
            .iter()
            .filter(|a| a.sport == sport && newest.is_some_and(|newest| a.day() > newest - Duration::days(60)))
            .map(|a| a.timer.0)
            .sum()
    };
    [Sport::Run, Sport::Ride, Sport::Swim]
        .into_iter()
        .max_by(|a, b| minutes(*a).total_cmp(&minutes(*b)).then(b.cmp(a)))
        .unwrap_or(Sport::Run)
}

fn past(activity: &Activity) -> Past {
    let load = activity.summary.load.map(|load| load.points);
    let hours = activity.timer.0 / 3600.0;
    let intensity = load.filter(|_| hours > 0.0).map(|points| (points / (100.0 * hours)).sqrt());
    Past {
        date: activity.day(),
        sport: activity.sport,
        minutes: activity.timer.0 / 60.0,
        load,
        quality: intensity.is_some_and(|intensity| intensity >= QUALITY_INTENSITY),
    }
}

/// A draft with identities. A pinned session keeps its own row; one the coach added is not the model's to propose.
fn proposal(app: &App, draft: Draft, inputs: String, earlier: Option<&PlanWeek>) -> Proposal {
    let mut sessions = Vec::new();
    for session in draft.sessions {
        match session.pinned {
            Some(id) => sessions
                .extend(earlier.and_then(|plan| plan.proposal.sessions.iter().find(|old| old.id == id)).cloned()),
            None => sessions.push(ProposedSession {
                id: app.id(SessionId),
                date: session.date,
                session: session.session,
                reasons: session.reasons,
            }),
        }
    }
    Proposal {
        id: app.id(ProposalId),
        engine: planner::ENGINE.to_owned(),
        inputs,
        made_at: app.0.clock.now(),
        target_load: draft.target_load,
        sessions,
        reasons: draft.reasons,
        confidence: draft.confidence,
        abstained: draft.abstained,
    }
}

impl App {
    /// A week with what the board draws; `None` if nothing was drafted.
    pub(crate) async fn week_view(
        &self,
        roster: &Roster,
        athlete: &Athlete,
        week: Week,
    ) -> Result<Option<WeekView>, AppFault> {
        let Some(plan) = roster.plan_week(athlete.id, week).await? else { return Ok(None) };
        let picture = self.picture(roster, athlete, self.today_of(athlete), crate::derive::Look::Among).await?;
        let answers = roster.availability(athlete.id).await?;
        let weeks = (1..=4).rev().map(|back| Week::of(week.monday() - Duration::weeks(back)));
        let load_of = |week: Week| -> f64 {
            picture.days.iter().filter(|day| week.contains(day.date)).filter_map(|day| day.load).sum()
        };
        Ok(Some(WeekView {
            effective: effective(&plan.proposal, &plan.overrides),
            status: status_of(Some(&plan)),
            active: active(&plan.overrides).into_iter().collect(),
            availability: availability::on(&answers, week.monday()).cloned(),
            races: picture.races.iter().filter(|race| week.contains(race.date)).cloned().collect(),
            recent_weeks: weeks.map(|week| (week, load_of(week))).collect(),
            flags: picture.flags,
            plan,
        }))
    }
}

impl Answer for ShowWeek {
    async fn answer(self, app: &App) -> Result<WeekAnswer, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        Ok(WeekAnswer { week: app.week_view(&roster, &athlete, self.week).await? })
    }
}

impl Answer for Annotate {
    async fn answer(self, app: &App) -> Result<Done<Annotation>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let text = self.text.trim();
        if text.is_empty() || text.chars().count() > 4000 {
            return Err(AppFault::BadText { what: "note", longest: 4000 });
        }
        if let Subject::Session { session, week } = self.subject {
            app.session_in(&roster, &athlete, week, session).await?;
        }
        if let Subject::Activity { activity } = self.subject {
            app.activity(&roster, activity).await?;
        }
        let note = Annotation {
            id: app.id(AnnotationId),
            athlete: athlete.id,
            subject: self.subject,
            text: text.to_owned(),
            shared: self.shared,
            author: app.0.place.author.clone(),
            at: app.0.clock.now(),
            supersedes: None,
        };
        let mut write = roster.write().await?;
        write.insert_annotation(&note).await?;
        write.commit(app.entry("annotate", Some(athlete.id), Some(note.id.to_string()), Json::Null)).await?;
        Ok(app.done(note, vec![Touched { athlete: Some(athlete.id), topic: Topic::Plan }]))
    }
}

impl Answer for ListTemplates {
    async fn answer(self, app: &App) -> Result<Vec<Template>, AppFault> {
        let mut templates = library::builtin().to_vec();
        templates.extend(app.roster().await?.own_templates().await?);
        templates.retain(|template| template.kind != SessionKind::Rest);
        Ok(templates)
    }
}
