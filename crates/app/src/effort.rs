//! What loads are computed from besides the recording: thresholds of the day, and the scales learned from the athlete's
//! own sessions. And the felt effort, from which the first of these scales is learned.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use contract::measure::{ModelCard, ModelCardView, SetEffort};
use contract::{Done, Topic, Touched};
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::id::ActivityId;
use domain::measures::{self, Computed, Curves, Measures};
use domain::recording::Recording;
use domain::settings::{self, Basis, Settings, SourceScale};
use domain::sport::Sport;
use domain::summary::{DEFAULT_RPE_SCALE, LoadSource};
use domain::unit::Rpe;
use learn::effort_scale::{self, Card, Sample};
use serde_json::json;
use store::{EncodedMeasures, Felt};

use crate::recompute::{self, Reason};
use crate::{Answer, App, AppFault};

/// Scales between sources are learned from the newest so many activities: they drift with device and form, and older ones
/// would hold them back.
const SCALED: u32 = 300;

/// What loads of an athlete's activities are computed from.
#[derive(Debug)]
pub(crate) struct Grounds {
    pub(crate) settings: Vec<Settings>,
    pub(crate) rpe_scale: Option<f64>,
    pub(crate) scales: Vec<SourceScale>,
}

impl Grounds {
    pub(crate) async fn of(roster: &store::Roster, athlete: &Athlete) -> Result<Grounds, AppFault> {
        let rpe_scale = scale_of(&card(&roster.felt(athlete.id).await?)).map(rounded);
        let recent = roster.activities(athlete.id, None, None, Some(SCALED)).await?;
        let oldest = recent.last().map(Activity::day);
        let mut known: BTreeMap<ActivityId, Measures> =
            roster.measures_of(athlete.id, oldest, None).await?.into_iter().collect();
        let samples: Vec<(Activity, Measures)> = recent
            .into_iter()
            .filter_map(|activity| known.remove(&activity.id).map(|measures| (activity, measures)))
            .collect();
        let mut scales = settings::scales(&samples);
        for scale in &mut scales {
            scale.scale = rounded(scale.scale);
        }
        Ok(Grounds { settings: roster.settings(athlete.id).await?, rpe_scale, scales })
    }

    /// Thresholds only, for one file of many: the scales are settled once, after the last of them.
    pub(crate) async fn thresholds(roster: &store::Roster, athlete: &Athlete) -> Result<Grounds, AppFault> {
        Ok(Grounds { settings: roster.settings(athlete.id).await?, rpe_scale: None, scales: Vec::new() })
    }

    /// Everything known on a day.
    pub(crate) fn basis(&self, athlete: &Athlete, day: NaiveDate, sport: Sport) -> Basis {
        Basis {
            settings: settings::on(&self.settings, day).cloned(),
            sex: athlete.sex,
            rpe_scale: self.rpe_scale,
            scales: self.scales.iter().filter(|scale| scale.sport == sport).copied().collect(),
        }
    }

    /// What an activity whose load has this source was computed from. A scale it does not use is not in it: else every
    /// activity would be out of date each time one more session moves a median.
    pub(crate) fn used(&self, athlete: &Athlete, day: NaiveDate, sport: Sport, source: Option<LoadSource>) -> Basis {
        let mut basis = self.basis(athlete, day, sport);
        basis.rpe_scale = basis.rpe_scale.filter(|_| source == Some(LoadSource::Perceived));
        basis.scales.retain(|scale| Some(scale.from) == source);
        basis
    }

    /// Everything about a recording of an athlete, under the fingerprint of what was used.
    pub(crate) fn compute(
        &self,
        athlete: &Athlete,
        day: NaiveDate,
        recording: &Recording,
        rpe: Option<Rpe>,
        curves: Curves,
    ) -> Computed {
        let mut computed = measures::of(recording, &self.basis(athlete, day, recording.sport), rpe, curves);
        let source = computed.summary.load.map(|load| load.source);
        let used = self.used(athlete, day, recording.sport, source).fingerprint();
        computed.summary.basis.clone_from(&used);
        computed.measures.basis = used;
        computed
    }
}

/// Four decimals, as the fingerprint has them: what was computed must not depend on digits nobody sees.
fn rounded(scale: f64) -> f64 {
    (scale * 1e4).round() / 1e4
}

/// The scale to use: the athlete's own where it proved better than the default, else none.
fn scale_of(card: &Card) -> Option<f64> {
    card.scale.filter(|_| card.used)
}

/// Learns the effort scale from sessions that have both a measured load and a felt effort.
fn card(felt: &[Felt]) -> Card {
    let samples: Vec<Sample> = felt
        .iter()
        .filter(|one| !matches!(one.sport, Sport::Strength | Sport::Mobility | Sport::Transition))
        .filter(|one| one.source != LoadSource::Perceived)
        .map(|one| Sample { date: one.day, points: one.points, rpe: one.rpe.0, minutes: one.timer.0 / 60.0 })
        .collect();
    effort_scale::fit(&samples)
}

/// Everything about an activity computed again from its channels.
pub(crate) async fn again(
    roster: &store::Roster,
    athlete: &Athlete,
    activity: &Activity,
    rpe: Option<Rpe>,
    grounds: &Grounds,
) -> Result<Computed, AppFault> {
    let recording = activity.recording(roster.channels(activity.id, &[]).await?);
    Ok(grounds.compute(athlete, activity.day(), &recording, rpe, Curves::Wanted))
}

impl Answer for SetEffort {
    async fn answer(self, app: &App) -> Result<Done<Activity>, AppFault> {
        if !(0.0..=10.0).contains(&self.rpe.0) {
            return Err(AppFault::OutOfRange { what: "rpe", value: self.rpe.0, low: 0.0, high: 10.0 });
        }
        let roster = app.roster().await?;
        let activity = app.activity(&roster, self.activity).await?;
        let athlete = app.athlete(&roster, activity.athlete).await?;
        // What is kept is computed as the head coach reads, whoever asks.
        let whole = app.computing(&roster).await;
        let activity = app.activity(&whole, activity.id).await?;
        let grounds = Grounds::of(&whole, &athlete).await?;
        let computed = again(&whole, &athlete, &activity, Some(self.rpe), &grounds).await?;
        let packed = EncodedMeasures::of(&computed, Curves::Wanted)?;
        let before = json!({ "rpe": activity.rpe, "load": activity.summary.load });
        let mut write = roster.write().await?;
        write.set_effort(activity.id, self.rpe, &computed.summary).await?;
        write.replace_measures(activity.id, &packed).await?;
        write.commit(app.entry("set-effort", Some(athlete.id), Some(activity.id.to_string()), before)).await?;
        recompute::after(app, &roster, &athlete, Reason::Effort).await?;
        let activity = app.activity(&roster, self.activity).await?;
        Ok(app.done(activity, vec![Touched { athlete: Some(athlete.id), topic: Topic::Activities }]))
    }
}

impl Answer for ModelCard {
    async fn answer(self, app: &App) -> Result<ModelCardView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let card = card(&roster.felt(athlete.id).await?);
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
