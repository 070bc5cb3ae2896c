//! A week drafted, shown and annotated.

use chrono::Duration;
use contract::plan::{Annotate, DraftWeek, ListTemplates, ShowWeek, WeekAnswer, WeekView};
use contract::{Done, Topic, Touched};
use domain::annotation::{Annotation, Subject};
use domain::athlete::Athlete;
use domain::availability;
use domain::effective::{active, effective};
use domain::id::AnnotationId;
use domain::library::{self, Template};
use domain::session::SessionKind;
use domain::week::Week;
use serde_json::Value as Json;
use store::Roster;

use crate::triage::{review_of, status_of};
use crate::{Answer, App, AppFault};

impl Answer for DraftWeek {
    async fn answer(self, app: &App) -> Result<Done<WeekView>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        app.not_over(&athlete, self.week)?;
        // What is kept is worked out as the head coach reads, whoever asks; the answer is what they may read of it.
        let whole = app.computing(&roster).await;
        let planned = app.planning_context(&whole, &athlete, self.week, self.fresh).await?;
        app.keep_draft(&whole, &athlete, planned).await?;
        app.week_changed(&roster, &athlete, self.week).await
    }
}

impl App {
    /// Fails when a week lies behind an athlete.
    pub(crate) fn not_over(&self, athlete: &Athlete, week: Week) -> Result<(), AppFault> {
        if week.sunday() < self.today_of(athlete) { Err(AppFault::WeekIsPast { week }) } else { Ok(()) }
    }

    /// The reply of a call that changed a week.
    pub(crate) async fn week_changed(
        &self,
        roster: &Roster,
        athlete: &Athlete,
        week: Week,
    ) -> Result<Done<WeekView>, AppFault> {
        let view = self.week_view(roster, athlete, week).await?.ok_or(AppFault::NoPlan { week })?;
        Ok(self.done(view, vec![Touched { athlete: Some(athlete.id), topic: Topic::Plan }]))
    }

    /// A week with what the board draws; `None` if nothing was drafted.
    pub(crate) async fn week_view(
        &self,
        roster: &Roster,
        athlete: &Athlete,
        week: Week,
    ) -> Result<Option<WeekView>, AppFault> {
        let Some(plan) = roster.plan_week(athlete.id, week).await? else { return Ok(None) };
        let today = self.today_of(athlete);
        let picture = self.picture(roster, athlete, today, crate::derive::Look::Glance).await?;
        let answers = roster.availability(athlete.id).await?;
        let exceptions = roster.exceptions(athlete.id).await?;
        let weeks = (1..=4).rev().map(|back| Week::of(week.monday() - Duration::weeks(back)));
        let load_of = |week: Week| -> f64 {
            picture.days.iter().filter(|day| week.contains(day.date)).filter_map(|day| day.load).sum()
        };
        let review = review_of(Some(&plan), &picture.days, today);
        Ok(Some(WeekView {
            effective: effective(&plan.proposal, &plan.overrides),
            status: status_of(Some(&plan), &review),
            active: active(&plan.overrides).into_iter().collect(),
            rooms: availability::rooms(&answers, &exceptions, week),
            review,
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
            author: app.author(),
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
        templates.extend(app.roster().await?.own_templates_of(None).await?.into_iter().map(|(template, _)| template));
        templates.retain(|template| template.kind != SessionKind::Rest);
        Ok(templates)
    }
}
