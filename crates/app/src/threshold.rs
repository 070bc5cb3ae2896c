//! Thresholds: what is set, what efforts say, taking an estimate over, and what may be expected of a race.

use chrono::{Duration, NaiveDate};
use contract::threshold::{
    AcceptEstimate, PaceCourse, PacedLeg, PredictRace, PredictionView, ShowThresholds, ThresholdsView,
};
use contract::{Done, Topic, Touched};
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::measures::{Curve, Quantity};
use domain::recording::ChannelKind;
use domain::result::{self, Outcome};
use domain::settings::{self, Settings};
use domain::sport::Sport;
use domain::threshold::{self, Estimate, Evidence, RaceDay, ThresholdView};
use domain::unit::Meters;
use domain::wellness::{WellnessEntry, WellnessField};
use domain::zones;
use serde_json::json;
use store::Roster;

use crate::athlete::check_settings;
use crate::entry::{text, within};
use crate::refusal::Refusal;
use crate::results::check_conditions;
use crate::{Answer, App, AppFault, recompute};

/// Days of activities and of wellness that thresholds are estimated from.
const ACTIVITY_DAYS: i64 = 365;
const WELLNESS_DAYS: i64 = 30;
/// Activities whose highest heart rate is held against their cadence: the highest alone decide.
const LOOKED_AT: usize = 8;
/// Seconds of the highest heart rate.
const HIGHEST_S: u32 = 5;
/// Days of running the weekly distance needs, with some before so that a beginning is known as one.
const RUN_DAYS: i64 = 112;
/// Shortest and usual leg of a paced course, metres.
const SHORTEST_LEG: f64 = 500.0;
const USUAL_LEG: f64 = 1000.0;
/// Characters of a note.
const LONGEST_NOTE: u32 = 2000;

/// Everything the estimators look at, read once.
#[derive(Debug)]
pub(crate) struct Known {
    activities: Vec<(Activity, Vec<Curve>)>,
    results: Vec<Outcome>,
    wellness: Vec<WellnessEntry>,
    history: Vec<Settings>,
    on: NaiveDate,
}

impl Known {
    /// What is known of an athlete as of a day.
    pub(crate) async fn of(roster: &Roster, athlete: &Athlete, on: NaiveDate) -> Result<Known, AppFault> {
        let from = on - Duration::days(ACTIVITY_DAYS);
        let mut activities: Vec<(Activity, Vec<Curve>)> = roster
            .activities(athlete.id, Some(from), Some(on), None)
            .await?
            .into_iter()
            .map(|activity| (activity, Vec::new()))
            .collect();
        activities.sort_by_key(|(activity, _)| activity.id);
        for (id, _, curve) in roster.curves_of(athlete.id, None, Some(from), Some(on)).await? {
            if let Ok(at) = activities.binary_search_by_key(&id, |(activity, _)| activity.id) {
                activities[at].1.push(curve);
            }
        }
        leave_out_locked(roster, &mut activities).await?;
        Ok(Known {
            activities,
            results: roster.results(athlete.id).await?,
            wellness: roster.wellness(athlete.id, Some(on - Duration::days(WELLNESS_DAYS)), Some(on)).await?,
            history: roster.settings(athlete.id).await?,
            on,
        })
    }

    /// Every threshold.
    pub(crate) fn thresholds(&self, athlete: &Athlete) -> Vec<ThresholdView> {
        threshold::estimates(&Evidence {
            athlete,
            today: self.on,
            activities: &self.activities,
            results: &result::counting(&self.results),
            wellness: &self.wellness,
            settings: settings::on(&self.history, self.on),
            history: &self.history,
        })
    }
}

/// Takes the heart-rate curve from activities whose highest heart rate follows the cadence.
async fn leave_out_locked(roster: &Roster, activities: &mut [(Activity, Vec<Curve>)]) -> Result<(), AppFault> {
    let highest = |curves: &[Curve]| {
        let heart = curves.iter().find(|curve| curve.quantity == Quantity::HeartRate)?;
        heart.bests.iter().find(|best| best.seconds == HIGHEST_S).copied()
    };
    let mut tops: Vec<_> = activities
        .iter()
        .enumerate()
        .filter(|(_, (activity, _))| matches!(activity.sport, Sport::Run | Sport::Walk))
        .filter_map(|(at, (_, curves))| Some((at, highest(curves)?)))
        .collect();
    tops.sort_by(|a, b| b.1.value.total_cmp(&a.1.value));
    for (at, best) in tops.into_iter().take(LOOKED_AT) {
        let kinds = [ChannelKind::HeartRate, ChannelKind::Cadence];
        let channels = roster.channels(activities[at].0.id, &kinds).await?;
        let of = |kind| channels.iter().find(|channel| channel.kind == kind);
        if let (Some(heart), Some(cadence)) = (of(ChannelKind::HeartRate), of(ChannelKind::Cadence))
            && threshold::follows_cadence(heart, cadence, best.start_s)
        {
            activities[at].1.retain(|curve| curve.quantity != Quantity::HeartRate);
        }
    }
    Ok(())
}

/// Days on which an athlete said or measured something in the morning.
fn mornings(wellness: &[WellnessEntry]) -> Vec<NaiveDate> {
    let of_the_day = |field| {
        use WellnessField as F;
        matches!(field, F::Steps | F::BodyFat | F::BodyMass | F::DeviceStress)
    };
    let mut days: Vec<NaiveDate> =
        wellness.iter().filter(|entry| !of_the_day(entry.value.field)).map(|entry| entry.value.date).collect();
    days.sort_unstable();
    days.dedup();
    days
}

impl Answer for ShowThresholds {
    async fn answer(self, app: &App) -> Result<ThresholdsView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let on = self.on.unwrap_or_else(|| app.today_of(&athlete));
        let known = Known::of(&roster, &athlete, on).await?;
        let results = result::counting(&known.results);
        let activities: Vec<Activity> = known.activities.iter().map(|(activity, _)| activity.clone()).collect();
        let held = settings::on(&known.history, on);
        let zones = [Sport::Run, Sport::Ride, Sport::Swim];
        let zones = zones.map(|sport| (sport, held.map_or_else(Vec::new, |held| zones::on(held, sport))));
        let mut history = known.history.clone();
        history.sort_by_key(|settings| settings.from);
        // Of one day the one entered last counts.
        history.dedup_by(|later, kept| {
            let same = later.from == kept.from;
            if same {
                std::mem::swap(later, kept);
            }
            same
        });
        Ok(ThresholdsView {
            athlete: athlete.id,
            on,
            thresholds: known.thresholds(&athlete),
            history,
            zones: zones.into_iter().filter(|(_, zones)| !zones.is_empty()).collect(),
            baseline: threshold::baseline(&activities, &results, &mornings(&known.wellness), on),
            results: results.into_iter().rev().filter(|result| result.date <= on).cloned().collect(),
        })
    }
}

impl Answer for AcceptEstimate {
    async fn answer(self, app: &App) -> Result<Done<Settings>, AppFault> {
        let note = text("note", self.note, LONGEST_NOTE)?;
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let known = Known::of(&roster, &athlete, app.today_of(&athlete)).await?;
        // A coach may round an estimate, but a value outside its band is their own and belongs into the settings form.
        let near = |estimate: &Estimate| (estimate.low..=estimate.high).contains(&self.value);
        let off = |estimate: &Estimate| (estimate.value - self.value).abs();
        let estimate = known
            .thresholds(&athlete)
            .into_iter()
            .filter(|view| view.metric == self.metric)
            .flat_map(|view| view.estimates)
            .filter(near)
            .min_by(|a, b| off(a).total_cmp(&off(b)))
            .ok_or(Refusal::NotAnEstimate { metric: self.metric, value: self.value })?;
        let mut accepted = threshold::accepted(&known.history, self.metric, self.value, self.from);
        let first = accepted.first_mut().ok_or(Refusal::NotAnEstimate { metric: self.metric, value: self.value })?;
        if note.is_some() {
            first.note = note;
        }
        let settings = first.clone();
        for settings in &accepted {
            check_settings(settings)?;
        }
        let replaced: Vec<Option<&Settings>> =
            accepted.iter().map(|new| settings::on(&known.history, new.from)).collect();
        let before = json!({ "settings": replaced, "estimate": estimate });
        let mut write = roster.write().await?;
        for settings in &accepted {
            write.insert_settings(athlete.id, settings).await?;
        }
        let subject = Some(format!("{} {}", self.metric, self.from));
        write.commit(app.entry("accept-estimate", Some(athlete.id), subject, before)).await?;
        recompute::after_change(app, &roster, &athlete).await?;
        let moved = [Topic::Athlete, Topic::Activities].map(|topic| Touched { athlete: Some(athlete.id), topic });
        Ok(app.done(settings, moved.to_vec()))
    }
}

impl Answer for PredictRace {
    async fn answer(self, app: &App) -> Result<PredictionView, AppFault> {
        within("race-distance", self.distance.0, 400.0, 200_000.0)?;
        check_conditions(&self.conditions)?;
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let today = app.today_of(&athlete);
        let date = self.date.unwrap_or(today);
        let runs = roster.activities(athlete.id, Some(today - Duration::days(RUN_DAYS)), Some(today), None).await?;
        let weekly = threshold::weekly(&runs, today);
        let results = roster.results(athlete.id).await?;
        let history = roster.settings(athlete.id).await?;
        let race = RaceDay { date, distance: self.distance, conditions: self.conditions, weekly };
        let held = settings::on(&history, date);
        let prediction =
            threshold::predict(&race, &result::counting(&results), held, athlete.sex, athlete.age_on(date));
        Ok(PredictionView { prediction, weekly })
    }
}

impl Answer for PaceCourse {
    async fn answer(self, app: &App) -> Result<Vec<PacedLeg>, AppFault> {
        let leg = self.leg.unwrap_or(Meters(USUAL_LEG));
        within("leg", leg.0, SHORTEST_LEG, 50_000.0)?;
        within("result-time", self.time.0, 60.0, 360_000.0)?;
        let roster = app.roster().await?;
        let activity = app.activity(&roster, self.activity).await?;
        let history = roster.settings(activity.athlete).await?;
        let model = settings::on(&history, activity.day()).and_then(|held| held.cost_model).unwrap_or_default();
        let channels = roster.channels(activity.id, &[ChannelKind::Distance, ChannelKind::Altitude]).await?;
        let of = |kind| channels.iter().find(|channel| channel.kind == kind);
        let legs = of(ChannelKind::Distance)
            .zip(of(ChannelKind::Altitude))
            .and_then(|(distance, altitude)| threshold::course(distance, altitude, self.time, leg, model))
            .ok_or(Refusal::NoProfile { metres: leg.0 })?;
        let fastest = legs.iter().map(|leg| leg.speed).fold(0.0, f64::max);
        within("course-speed", fastest, 0.0, 12.0)?;
        Ok(legs
            .into_iter()
            .map(|leg| PacedLeg { to: leg.to, slope: leg.slope, speed: leg.speed, at: leg.at })
            .collect())
    }
}
