//! Keeping summaries true: they are computed again when a threshold or the learned effort scale changes, and only then.

use contract::measure::{ModelCard, ModelCardView, SetEffort};
use contract::{Done, Topic, Touched};
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::settings::{self, Basis, Settings};
use domain::sport::Sport;
use domain::summary::{self, DEFAULT_RPE_SCALE, LoadSource, Summary};
use domain::unit::Rpe;
use learn::effort_scale::{self, Card, Sample};
use serde_json::json;

use crate::{Answer, App, AppFault};

/// What loads of an athlete's activities are computed from.
#[derive(Debug)]
pub(crate) struct Grounds {
    pub(crate) settings: Vec<Settings>,
    pub(crate) rpe_scale: Option<f64>,
}

impl Grounds {
    pub(crate) async fn of(roster: &store::Roster, athlete: &Athlete) -> Result<Grounds, AppFault> {
        let activities = roster.activities(athlete.id, None, None, None).await?;
        let settings = roster.settings(athlete.id).await?;
        Ok(Grounds { settings, rpe_scale: scale_of(&card(&activities)) })
    }

    /// Thresholds only, for one file of many: the effort scale is settled once, after the last of them.
    pub(crate) async fn thresholds(roster: &store::Roster, athlete: &Athlete) -> Result<Grounds, AppFault> {
        Ok(Grounds { settings: roster.settings(athlete.id).await?, rpe_scale: None })
    }

    pub(crate) fn basis(&self, athlete: &Athlete, day: chrono::NaiveDate) -> Basis {
        Basis { settings: settings::on(&self.settings, day).cloned(), sex: athlete.sex }
    }
}

/// The scale to use: the athlete's own where it proved better than the default, else none.
fn scale_of(card: &Card) -> Option<f64> {
    card.scale.filter(|_| card.used)
}

/// Learns the effort scale from activities that have both a measured load and a felt effort.
fn card(activities: &[Activity]) -> Card {
    let mut samples: Vec<Sample> = activities
        .iter()
        .filter(|a| !matches!(a.sport, Sport::Strength | Sport::Mobility | Sport::Transition))
        .filter_map(|a| {
            let load = a.summary.load.filter(|load| load.source != LoadSource::Perceived)?;
            let rpe = a.rpe.or(a.totals.rpe)?;
            Some(Sample { date: a.day(), points: load.points, rpe: rpe.0, minutes: a.timer.0 / 60.0 })
        })
        .collect();
    samples.sort_by_key(|sample| sample.date);
    effort_scale::fit(&samples)
}

/// Computes again every summary of an athlete whose method, thresholds or scale are no longer those in force.
/// One transaction an activity, so that it can stop anywhere and go on later. Returns how many changed.
pub(crate) async fn settle(app: &App, roster: &store::Roster, athlete: &Athlete) -> Result<u32, AppFault> {
    let mut changed = 0;
    // Thresholds first: they change measured loads, from which the scale is learned.
    for _ in 0..2 {
        let grounds = Grounds::of(roster, athlete).await?;
        for activity in roster.activities(athlete.id, None, None, None).await? {
            if !is_current(&activity, athlete, &grounds) {
                let summary = again(roster, athlete, &activity, activity.rpe, &grounds).await?;
                let before = json!(activity.summary.load);
                let mut write = roster.write().await?;
                write.update_summary(activity.id, &summary).await?;
                write.commit(app.entry("recompute", Some(athlete.id), Some(activity.id.to_string()), before)).await?;
                changed += 1;
            }
        }
    }
    Ok(changed)
}

fn is_current(activity: &Activity, athlete: &Athlete, grounds: &Grounds) -> bool {
    let basis = grounds.basis(athlete, activity.day()).fingerprint();
    let scale = grounds.rpe_scale.unwrap_or(DEFAULT_RPE_SCALE);
    let scale_holds = match activity.summary.load {
        Some(load) if load.source == LoadSource::Perceived => {
            load.scale.is_some_and(|used| (used - scale).abs() < 1e-9)
        }
        _ => true,
    };
    activity.summary.method == summary::METHOD && activity.summary.basis == basis && scale_holds
}

/// The summary of an activity computed again from its channels.
pub(crate) async fn again(
    roster: &store::Roster,
    athlete: &Athlete,
    activity: &Activity,
    rpe: Option<Rpe>,
    grounds: &Grounds,
) -> Result<Summary, AppFault> {
    let recording = activity.recording(roster.channels(activity.id, &[]).await?);
    Ok(summary::of(&recording, &grounds.basis(athlete, activity.day()), rpe, grounds.rpe_scale))
}

impl Answer for SetEffort {
    async fn answer(self, app: &App) -> Result<Done<Activity>, AppFault> {
        if !(0.0..=10.0).contains(&self.rpe.0) {
            return Err(AppFault::OutOfRange { what: "rpe", value: self.rpe.0, low: 0.0, high: 10.0 });
        }
        let roster = app.roster().await?;
        let activity = app.activity(&roster, self.activity).await?;
        let athlete = app.athlete(&roster, activity.athlete).await?;
        let grounds = Grounds::of(&roster, &athlete).await?;
        let summary = again(&roster, &athlete, &activity, Some(self.rpe), &grounds).await?;
        let before = json!({ "rpe": activity.rpe, "load": activity.summary.load });
        let mut write = roster.write().await?;
        write.set_effort(activity.id, self.rpe, &summary).await?;
        write.commit(app.entry("set-effort", Some(athlete.id), Some(activity.id.to_string()), before)).await?;
        settle(app, &roster, &athlete).await?;
        let activity = app.activity(&roster, self.activity).await?;
        Ok(app.done(activity, vec![Touched { athlete: Some(athlete.id), topic: Topic::Activities }]))
    }
}

impl Answer for ModelCard {
    async fn answer(self, app: &App) -> Result<ModelCardView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let card = card(&roster.activities(athlete.id, None, None, None).await?);
        Ok(ModelCardView {
            model: card.model.to_owned(),
            sessions: card.sessions,
            needed: card.needed,
            scale: card.scale,
            range: card.range,
            default_scale: DEFAULT_RPE_SCALE,
            error: card.error,
            default_error: card.default_error,
            used: card.used,
        })
    }
}
