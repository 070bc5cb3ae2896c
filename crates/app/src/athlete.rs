//! Athletes: adding them, their page, and what holds for them from a day on.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use chrono_tz::Tz;
use contract::athlete::{
    AddAthlete, AddPhase, AddRace, AddSettings, AddWellness, AthletePage, AthleteView, Eyes, PlannedToday,
    SetAvailability,
};
use contract::{Done, Fault, Topic, Touched};
use domain::annotation::Annotation;
use domain::athlete::{Athlete, Squad};
use domain::availability::{self, Availability, Exception};
use domain::effective::effective;
use domain::id::{AthleteId, PhaseId, RaceId, SessionId, SquadId, WellnessId};
use domain::season::{Race, SeasonPhase};
use domain::settings::Settings;
use domain::week::Week;
use domain::wellness::WellnessEntry;
use serde_json::{Value as Json, json};

use crate::derive::Picture;
use crate::{Answer, App, AppFault, recompute};

impl App {
    /// The athlete with this id.
    pub(crate) async fn athlete(&self, roster: &store::Roster, id: AthleteId) -> Result<Athlete, AppFault> {
        roster.athlete(id).await?.ok_or(AppFault::NoSuchAthlete { asked: id.to_string() })
    }

    /// The athlete a person means: by id, by whole name, or by a part of the name that fits only one.
    ///
    /// # Errors
    /// [`AppFault::NoSuchAthlete`] or [`AppFault::WhichAthlete`], in words.
    pub async fn athlete_named(&self, asked: &str) -> Result<Athlete, Fault> {
        self.find(asked).await.map_err(|fault| fault.told("athlete-named", &self.0.clock.id()))
    }

    async fn find(&self, asked: &str) -> Result<Athlete, AppFault> {
        let wanted = asked.trim().to_lowercase();
        let athletes = self.roster().await?.athletes().await?;
        let whole = |a: &&Athlete| a.name.to_lowercase() == wanted || a.id.to_string() == wanted;
        if let Some(athlete) = athletes.iter().find(whole) {
            return Ok(athlete.clone());
        }
        let part = |a: &&Athlete| !wanted.is_empty() && a.name.to_lowercase().contains(&wanted);
        let mut fits = athletes.iter().filter(part);
        match (fits.next(), fits.count()) {
            (None, _) => Err(AppFault::NoSuchAthlete { asked: asked.to_owned() }),
            (Some(athlete), 0) => Ok(athlete.clone()),
            (Some(_), more) => Err(AppFault::WhichAthlete { asked: asked.to_owned(), count: more + 1 }),
        }
    }
}

fn touched(athlete: AthleteId, topic: Topic) -> Vec<Touched> {
    vec![Touched { athlete: Some(athlete), topic }]
}

/// A name, trimmed, that is not empty and not a novel.
pub(crate) fn name_of(text: &str, what: &'static str) -> Result<String, AppFault> {
    let name = text.trim();
    if name.is_empty() || name.chars().count() > 120 || name.chars().any(char::is_control) {
        return Err(AppFault::BadText { what, longest: 120 });
    }
    Ok(name.to_owned())
}

impl Answer for AddAthlete {
    async fn answer(self, app: &App) -> Result<Done<Athlete>, AppFault> {
        let roster = app.roster().await?;
        let name = name_of(&self.name, "name")?;
        let zone = match self.zone {
            Some(zone) => zone.parse::<Tz>().map_err(|_| AppFault::NoSuchZone { zone })?,
            None => app.0.clock.zone(),
        };
        let known = roster.athletes().await?;
        if known.iter().any(|athlete| athlete.name.to_lowercase() == name.to_lowercase()) {
            return Err(AppFault::NameTaken { name });
        }
        let mut write = roster.write().await?;
        let squad = match self.squad.as_deref().map(str::trim).filter(|squad| !squad.is_empty()) {
            None => None,
            Some(wanted) => {
                let wanted = name_of(wanted, "squad")?;
                let found = roster.squads().await?.into_iter().find(|squad| squad.name == wanted);
                let squad = found.clone().unwrap_or_else(|| Squad { id: app.id(SquadId), name: wanted });
                if found.is_none() {
                    write.insert_squad(&squad).await?;
                }
                Some(squad.id)
            }
        };
        let athlete = Athlete {
            id: app.id(AthleteId),
            name,
            sex: self.sex,
            born: self.born,
            zone: zone.name().to_owned(),
            squad,
            unassigned: false,
        };
        write.insert_athlete(&athlete).await?;
        write.commit(app.entry("add-athlete", Some(athlete.id), Some(athlete.name.clone()), Json::Null)).await?;
        let moved = touched(athlete.id, Topic::Athlete);
        Ok(app.done(athlete, moved))
    }
}

impl Answer for AthletePage {
    async fn answer(self, app: &App) -> Result<AthleteView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let on = self.on.unwrap_or_else(|| app.today_of(&athlete));
        let picture = app.picture(&roster, &athlete, on, crate::derive::Look::Alone).await?;
        let squad = match athlete.squad {
            None => None,
            Some(id) => roster.squads().await?.into_iter().find(|squad| squad.id == id),
        };
        let planned = planned_on(&roster, &athlete, on, &picture).await?;
        let view = AthleteView {
            squad,
            on,
            planned,
            readiness: picture.today().clone(),
            trend: picture.trend.last().copied(),
            availability: roster.availability(athlete.id).await?,
            exceptions: availability::counting(&roster.exceptions(athlete.id).await?)
                .into_iter()
                .filter(|one| on <= one.to)
                .cloned()
                .collect(),
            phases: roster.phases(athlete.id).await?,
            devices: roster.devices(athlete.id).await?,
            notes: standing_notes(roster.annotations(athlete.id).await?),
            flags: picture.flags,
            settings: picture.settings,
            races: picture.races,
            athlete,
        };
        Ok(match self.eyes {
            Eyes::Coach => view,
            Eyes::Athlete => for_the_athlete(view),
        })
    }
}

/// The same without what only the coach may read.
fn for_the_athlete(view: AthleteView) -> AthleteView {
    AthleteView {
        flags: Vec::new(),
        notes: view.notes.into_iter().filter(|note| note.shared).collect(),
        settings: view.settings.into_iter().map(|settings| Settings { note: None, ..settings }).collect(),
        exceptions: view.exceptions.into_iter().map(|one| Exception { note: None, ..one }).collect(),
        ..view
    }
}

/// What the plan holds for a day; `None` while its week has no plan.
async fn planned_on(
    roster: &store::Roster,
    athlete: &Athlete,
    on: NaiveDate,
    picture: &Picture,
) -> Result<Option<Vec<PlannedToday>>, AppFault> {
    let Some(plan) = roster.plan_week(athlete.id, Week::of(on)).await? else { return Ok(None) };
    let matched: BTreeSet<SessionId> = picture.activities.iter().filter_map(|activity| activity.session).collect();
    let week = effective(&plan.proposal, &plan.overrides);
    let today = week.standing().filter(|one| one.date == on).map(|one| PlannedToday {
        id: one.id,
        session: one.session.clone(),
        done: matched.contains(&one.id),
    });
    Ok(Some(today.collect()))
}

/// Notes that were not corrected by a later one, newest first.
pub(crate) fn standing_notes(notes: Vec<Annotation>) -> Vec<Annotation> {
    let superseded: Vec<_> = notes.iter().filter_map(|note| note.supersedes).collect();
    let mut standing: Vec<_> = notes.into_iter().filter(|note| !superseded.contains(&note.id)).collect();
    standing.sort_by_key(|note| std::cmp::Reverse(note.at));
    standing
}

impl Answer for AddSettings {
    async fn answer(self, app: &App) -> Result<Done<Settings>, AppFault> {
        check_settings(&self.settings)?;
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let history = roster.settings(athlete.id).await?;
        let before = json!(domain::settings::on(&history, self.settings.from));
        let mut write = roster.write().await?;
        write.insert_settings(athlete.id, &self.settings).await?;
        write.commit(app.entry("add-settings", Some(athlete.id), Some(self.settings.from.to_string()), before)).await?;
        recompute::after_change(app, &roster, &athlete).await?;
        let mut moved = touched(athlete.id, Topic::Athlete);
        moved.extend(touched(athlete.id, Topic::Activities));
        Ok(app.done(self.settings, moved))
    }
}

/// Thresholds a person can have, and in an order that makes sense.
pub(crate) fn check_settings(settings: &Settings) -> Result<(), AppFault> {
    let within = |what: &'static str, value: Option<f64>, low: f64, high: f64| match value {
        Some(value) if !(low..=high).contains(&value) => Err(AppFault::OutOfRange { what, value, low, high }),
        _ => Ok(()),
    };
    within("ftp", settings.ftp.map(f64::from), 30.0, 700.0)?;
    within("lthr", settings.lthr.map(f64::from), 60.0, 230.0)?;
    within("hr-max", settings.hr_max.map(f64::from), 80.0, 240.0)?;
    within("hr-rest", settings.hr_rest.map(f64::from), 25.0, 120.0)?;
    within("threshold-speed", settings.threshold_speed.map(f64::from), 0.5, 9.0)?;
    within("critical-power", settings.critical_power.map(f64::from), 30.0, 700.0)?;
    within("w-prime", settings.w_prime.map(f64::from), 1_000.0, 60_000.0)?;
    within("critical-speed", settings.critical_speed.map(f64::from), 0.5, 9.0)?;
    within("d-prime", settings.d_prime.map(f64::from), 10.0, 1_000.0)?;
    within("swim-speed", settings.swim_speed.map(f64::from), 0.2, 3.0)?;
    within("body-mass", settings.body_mass.map(f64::from), 20.0, 300.0)?;
    within("height", settings.height.map(f64::from), 0.8, 2.6)?;
    within("sleep-need", settings.sleep_need_h, 4.0, 14.0)?;
    within("impulse-a", settings.impulse.map(|impulse| impulse.a), 0.01, 10.0)?;
    within("impulse-b", settings.impulse.map(|impulse| impulse.b), 0.1, 10.0)?;
    let rest = settings.hr_rest.map_or(0.0, f64::from);
    let lthr = settings.lthr.map(f64::from);
    let max = settings.hr_max.map(f64::from);
    within("lthr", lthr, rest, max.unwrap_or(f64::INFINITY))?;
    let (vt1, vt2) = (settings.vt1.map(f64::from), settings.vt2.map(f64::from));
    within("vt1", vt1, rest.max(40.0), vt2.or(max).unwrap_or(240.0))?;
    within("vt2", vt2, rest.max(40.0), max.unwrap_or(240.0))?;
    within("hr-max", max, rest + 1.0, f64::INFINITY)
}

impl Answer for SetAvailability {
    async fn answer(self, app: &App) -> Result<Done<Availability>, AppFault> {
        for minutes in self.availability.minutes.into_iter().flatten() {
            availability::check_minutes(minutes)?;
        }
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let history = roster.availability(athlete.id).await?;
        let before = json!(domain::availability::on(&history, self.availability.from));
        let mut write = roster.write().await?;
        write.insert_availability(athlete.id, &self.availability).await?;
        let subject = Some(self.availability.from.to_string());
        write.commit(app.entry("set-availability", Some(athlete.id), subject, before)).await?;
        Ok(app.done(self.availability, touched(athlete.id, Topic::Athlete)))
    }
}

impl Answer for AddRace {
    async fn answer(self, app: &App) -> Result<Done<Race>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let race = Race {
            id: app.id(RaceId),
            athlete: athlete.id,
            name: name_of(&self.name, "race")?,
            date: self.date,
            sport: self.sport,
            distance: self.distance,
            priority: self.priority,
        };
        let mut write = roster.write().await?;
        write.insert_race(&race).await?;
        write.commit(app.entry("add-race", Some(athlete.id), Some(race.name.clone()), Json::Null)).await?;
        Ok(app.done(race, touched(athlete.id, Topic::Athlete)))
    }
}

impl Answer for AddPhase {
    async fn answer(self, app: &App) -> Result<Done<SeasonPhase>, AppFault> {
        if self.to < self.from {
            return Err(AppFault::EndsBeforeStart { from: self.from, to: self.to });
        }
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let phase =
            SeasonPhase { id: app.id(PhaseId), athlete: athlete.id, kind: self.kind, from: self.from, to: self.to };
        let mut write = roster.write().await?;
        write.insert_phase(&phase).await?;
        write.commit(app.entry("add-phase", Some(athlete.id), Some(phase.kind.code().to_owned()), Json::Null)).await?;
        Ok(app.done(phase, touched(athlete.id, Topic::Athlete)))
    }
}

impl Answer for AddWellness {
    async fn answer(self, app: &App) -> Result<Done<u32>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        for value in &self.values {
            let (low, high) = value.field.range();
            if !(low..=high).contains(&value.value) {
                return Err(AppFault::OutOfRange { what: value.field.code(), value: value.value, low, high });
            }
        }
        let mut write = roster.write().await?;
        let mut kept = 0;
        for value in self.values {
            let entry = WellnessEntry {
                id: app.id(WellnessId),
                athlete: athlete.id,
                batch: None,
                value,
                recorded_at: app.0.clock.now(),
            };
            write.insert_wellness(&entry).await?;
            kept += 1;
        }
        write.commit(app.entry("add-wellness", Some(athlete.id), None, Json::Null)).await?;
        Ok(app.done(kept, touched(athlete.id, Topic::Wellness)))
    }
}
