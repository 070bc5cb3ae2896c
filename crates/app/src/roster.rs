//! The roster file: which is open, opening and making others, the sample club, the journal.

use std::path::PathBuf;

use contract::roster::{
    CancelTask, CountActivities, CreateRoster, OpenRoster, OpenSample, ReadJournal, RosterInfo, RosterView,
};
use contract::{Done, Topic, Touched};
use domain::athlete::{Athlete, Squad};
use domain::id::{AthleteId, MarkId, PhaseId, RaceId, ResultId, SquadId, TaskId};
use domain::journal::JournalLine;
use domain::mark::Mark;
use domain::result::{Conditions, Outcome};
use domain::season::{Race, SeasonPhase};
use sample::{Club, Member, SampleResult};
use serde_json::Value as Json;
use store::Roster;

use crate::import::{import, sample_files};
use crate::story::Story;
use crate::{Answer, App, AppFault};

/// The sample club is the same on every machine.
pub(crate) const SAMPLE_SEED: u64 = 2026;
/// Set in a roster once the whole sample club is in it.
const SAMPLE_DONE: &str = "sample";

const WHOLE: [Touched; 1] = [Touched { athlete: None, topic: Topic::Roster }];

impl App {
    pub(crate) async fn view(&self) -> Result<RosterView, AppFault> {
        let roster = self.roster().await?;
        let counts = roster.counts().await?;
        let name = roster.path().file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        Ok(RosterView {
            path: roster.path().to_string_lossy().into_owned(),
            name,
            athletes: counts.athletes,
            sample: roster.meta(SAMPLE_DONE).await?.is_some(),
            own: roster.own().await?.map(|own| own.athlete),
            author: self.author(),
            today: self.today(),
        })
    }
}

impl Answer for RosterInfo {
    async fn answer(self, app: &App) -> Result<RosterView, AppFault> {
        app.view().await
    }
}

impl Answer for CountActivities {
    async fn answer(self, app: &App) -> Result<u32, AppFault> {
        Ok(app.roster().await?.activity_count().await?)
    }
}

impl Answer for OpenRoster {
    async fn answer(self, app: &App) -> Result<Done<RosterView>, AppFault> {
        let path = std::path::absolute(&self.path).unwrap_or_else(|_| PathBuf::from(&self.path));
        let opened = app.open_file(&path).await;
        if opened.as_ref().is_err_and(AppFault::needs_passphrase) {
            // The one that was open is left, as by every other opening.
            app.leave().await;
        }
        if let Err(fault) = &opened {
            app.did_not_open(&path, fault).await;
        }
        let roster = opened?;
        app.0.place.remember_roster(roster.path());
        app.put(roster).await?;
        Ok(app.done(app.view().await?, WHOLE.to_vec()))
    }
}

impl Answer for CreateRoster {
    async fn answer(self, app: &App) -> Result<Done<RosterView>, AppFault> {
        let roster = app.make(&with_ending(&self.path)).await?;
        app.0.place.remember_roster(roster.path());
        app.put(roster).await?;
        Ok(app.done(app.view().await?, WHOLE.to_vec()))
    }
}

/// The path of a new roster as a person wrote it, with the ending of one.
pub(crate) fn with_ending(asked: &str) -> PathBuf {
    let path = std::path::absolute(asked.trim()).unwrap_or_else(|_| PathBuf::from(asked.trim()));
    if path.extension().is_some_and(|ending| ending == store::ENDING) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(store::ENDING);
    PathBuf::from(name)
}

impl Answer for CancelTask {
    async fn answer(self, app: &App) -> Result<bool, AppFault> {
        Ok(app.cancel(self.task))
    }
}

impl Answer for ReadJournal {
    async fn answer(self, app: &App) -> Result<Vec<JournalLine>, AppFault> {
        Ok(app.roster().await?.journal(self.limit.min(10_000)).await?)
    }
}

impl Answer for OpenSample {
    async fn answer(self, app: &App) -> Result<Done<RosterView>, AppFault> {
        let path = app.0.place.sample_roster();
        app.open_or_create(&path).await?;
        let roster = app.roster().await?;
        app.0.place.remember_roster(&path);
        if roster.meta(SAMPLE_DONE).await?.is_none() {
            fill(app, &roster, self.task).await?;
        }
        Ok(app.done(app.view().await?, WHOLE.to_vec()))
    }
}

/// Fills a roster with the sample club through the ordinary importer. Picks up where an interrupted fill stopped.
async fn fill(app: &App, roster: &Roster, task: Option<TaskId>) -> Result<(), AppFault> {
    let today = app.today();
    let club = tokio::task::spawn_blocking(move || sample::club(today, SAMPLE_SEED))
        .await
        .map_err(|source| AppFault::Panicked { said: source.to_string() })?;
    let story = Story::of(&club);
    let Club { members, files, .. } = club;
    let known = roster.athletes().await?;
    for member in members {
        if !known.iter().any(|athlete| athlete.name == member.name) {
            enrol(app, roster, member).await?;
        }
    }
    app.tell(&WHOLE);
    let report = import(app, sample_files(files), None, task).await?.value;
    if report.cancelled {
        return Err(AppFault::Cancelled);
    }
    story.tell(app, roster).await?;
    app.tell(&WHOLE);
    let mut write = roster.write().await?;
    write.set_meta(SAMPLE_DONE, &today.to_string()).await?;
    write.commit(app.entry("open-sample", None, None, Json::Null)).await?;
    Ok(())
}

/// A sample member with everything that is set, not recorded: one transaction.
async fn enrol(app: &App, roster: &Roster, member: Member) -> Result<(), AppFault> {
    let mut write = roster.write().await?;
    let squad = match roster.squads().await?.into_iter().find(|squad| squad.name == member.squad) {
        Some(squad) => squad,
        None => {
            let squad = Squad { id: app.id(SquadId), name: member.squad };
            write.insert_squad(&squad).await?;
            squad
        }
    };
    let athlete = Athlete {
        id: app.id(AthleteId),
        name: member.name,
        sex: member.sex,
        born: member.born,
        zone: member.zone,
        squad: Some(squad.id),
        unassigned: false,
    };
    write.insert_athlete(&athlete).await?;
    for settings in &member.settings {
        write.insert_settings(athlete.id, settings).await?;
    }
    if let Some(availability) = &member.availability {
        write.insert_availability(athlete.id, availability).await?;
    }
    for race in member.races {
        let race = Race {
            id: app.id(RaceId),
            athlete: athlete.id,
            name: race.name,
            date: race.date,
            sport: race.sport,
            distance: race.distance,
            priority: race.priority,
        };
        write.insert_race(&race).await?;
    }
    for phase in member.phases {
        let phase =
            SeasonPhase { id: app.id(PhaseId), athlete: athlete.id, kind: phase.kind, from: phase.from, to: phase.to };
        write.insert_phase(&phase).await?;
    }
    for result in member.results {
        write.insert_result(&outcome(app, athlete.id, &result)).await?;
    }
    for made in member.marks {
        let mark = Mark {
            id: app.id(MarkId),
            athlete: athlete.id,
            kind: made.kind,
            from: made.from,
            to: Some(made.to),
            size: Some(made.size),
            note: None,
            supersedes: None,
            withdrawn: false,
            author: app.author(),
            at: app.0.clock.now(),
        };
        write.insert_mark(&mark).await?;
    }
    write.commit(app.entry("add-athlete", Some(athlete.id), Some(athlete.name), Json::Null)).await?;
    Ok(())
}

/// A result of the sample as the roster keeps it.
fn outcome(app: &App, athlete: AthleteId, result: &SampleResult) -> Outcome {
    Outcome {
        id: app.id(ResultId),
        athlete,
        date: result.date,
        effort: result.effort,
        sport: result.sport,
        distance: Some(result.distance),
        time: result.time,
        power: None,
        heart: result.heart,
        conditions: Conditions::default(),
        activity: None,
        race: None,
        note: None,
        supersedes: None,
        withdrawn: false,
        author: app.author(),
        at: app.0.clock.now(),
    }
}
