//! The session library: what ships, the coach's own sessions from one line of text, and such a line read for an athlete.

use contract::library::{AddTemplate, LibraryLine, ReadWorkout, ShowLibrary, WithdrawTemplate, WorkoutView};
use contract::{Done, Topic, Touched};
use domain::effort::{expected_rpe, zone_minutes};
use domain::id::AthleteId;
use domain::library::{Template, builtin};
use domain::session::{Session, SessionKind};
use domain::settings::{Settings, on};
use domain::words::Words;
use domain::workout::{Workout, Yardstick, told};
use serde_json::{Value as Json, json};
use store::Roster;
use uuid::Uuid;

use crate::entry::text;
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

/// The longest title, characters.
const TITLE: u32 = 80;

impl App {
    /// The thresholds of today; none without an athlete.
    async fn thresholds(&self, roster: &Roster, athlete: Option<AthleteId>) -> Result<Option<Settings>, AppFault> {
        let Some(athlete) = athlete else { return Ok(None) };
        let athlete = self.athlete(roster, athlete).await?;
        let history = roster.settings(athlete.id).await?;
        Ok(on(&history, self.today_of(&athlete)).cloned())
    }
}

/// The workout of a line; a rest day has none.
fn workout(kind: SessionKind, line: &str) -> Result<Workout, Refusal> {
    if kind == SessionKind::Rest { Err(Refusal::RestHasNoWorkout) } else { Ok(line.parse()?) }
}

impl Answer for ShowLibrary {
    async fn answer(self, app: &App) -> Result<Vec<LibraryLine>, AppFault> {
        let own = app.roster().await?.own_templates_of(self.athlete).await?;
        let shipped = builtin().iter().map(|template| line(template.clone(), false, None));
        Ok(shipped.chain(own.into_iter().map(|(template, athlete)| line(template, true, athlete))).collect())
    }
}

fn line(template: Template, own: bool, athlete: Option<AthleteId>) -> LibraryLine {
    let session = template.session(template.sport, template.min_minutes);
    LibraryLine { own, athlete, load: session.load, rpe: expected_rpe(&session), template }
}

impl Answer for AddTemplate {
    async fn answer(self, app: &App) -> Result<Done<Template>, AppFault> {
        let title = text("title", Some(self.title), TITLE)?;
        let title = title.ok_or(AppFault::BadText { what: "title", longest: TITLE })?;
        let workout = workout(self.kind, &self.text)?;
        let roster = app.roster().await?;
        let settings = app.thresholds(&roster, self.athlete).await?;
        let id = format!("own-{}", app.id(Uuid::simple));
        let template = Template::of_workout(id.clone(), self.kind, self.sport, title, workout, settings.as_ref());
        let mut write = roster.write().await?;
        write.insert_template(&template, self.athlete, None).await?;
        write.commit(app.entry("add-template", self.athlete, Some(id), Json::Null)).await?;
        Ok(app.done(template, vec![Touched { athlete: self.athlete, topic: Topic::Plan }]))
    }
}

impl Answer for WithdrawTemplate {
    async fn answer(self, app: &App) -> Result<Done<bool>, AppFault> {
        let asked = self.template;
        if builtin().iter().any(|template| template.id == asked) {
            return Err(Refusal::TemplateNotOwn { asked }.into());
        }
        let roster = app.roster().await?;
        let mut write = roster.write().await?;
        if !write.withdraw_template(&asked, app.0.clock.now()).await? {
            return Ok(Done { value: false, touched: Vec::new() });
        }
        write.commit(app.entry("withdraw-template", None, Some(asked.clone()), json!({ "template": asked }))).await?;
        Ok(app.done(true, vec![Touched { athlete: None, topic: Topic::Plan }]))
    }
}

impl Answer for ReadWorkout {
    async fn answer(self, app: &App) -> Result<WorkoutView, AppFault> {
        let workout = workout(self.kind, &self.text)?;
        let roster = app.roster().await?;
        let settings = app.thresholds(&roster, self.athlete).await?;
        let by = Yardstick { kind: self.kind, sport: self.sport, settings: settings.as_ref() };
        let lines = told::lines(&workout, &by, Words::here());
        let text = workout.to_string();
        let session = Session::of_workout(self.kind, self.sport, self.title, workout, settings.as_ref());
        Ok(WorkoutView { rpe: expected_rpe(&session), zones: zone_minutes(&session), session, text, lines })
    }
}
