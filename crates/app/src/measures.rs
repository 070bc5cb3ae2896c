//! Everything measured on one activity, and the best an athlete did over a stretch of days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};
use contract::measure::{CurveLine, CurvePoint, MeasuresView, MetricSeries, MetricSeriesView, ShowCurve, ShowMeasures};
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::id::ActivityId;
use domain::measures::{self, Curve, Measures, Quantity};
use domain::recording::ChannelKind;
use domain::saying;
use domain::sport::Sport;
use science::downsample::lttb;
use science::mean_maximal::envelope;
use store::Roster;

use crate::{Answer, App, AppFault};

/// Days a curve is compared with, and a number with the athlete's usual.
const USUAL_DAYS: i64 = 90;

impl Answer for ShowMeasures {
    async fn answer(self, app: &App) -> Result<MeasuresView, AppFault> {
        let roster = app.roster().await?;
        let activity = app.activity(&roster, self.activity).await?;
        let athlete = app.athlete(&roster, activity.athlete).await?;
        let standing = app.standing(&roster, &athlete).await?;
        let measures = roster.measures(activity.id).await?;
        let basis = standing.grounds.basis(&athlete, activity.day(), activity.sport);
        let power = roster.channels(activity.id, &[ChannelKind::Power]).await?;
        let balance = measures::w_balance(&activity.recording(power), &basis);
        let before = activity.day() - Duration::days(USUAL_DAYS - 1);
        let around = roster.activities(athlete.id, Some(before), Some(activity.day()), None).await?;
        let best = best(&roster, &athlete, None, (before, activity.day()), |_| Some(activity.sport), &around).await?;
        let sayings = match &measures {
            Some(measures) => {
                let usual = usual(&roster, &activity, &around).await?;
                saying::of_activity(&activity, measures, &usual.iter().collect::<Vec<_>>())
            }
            None => Vec::new(),
        };
        Ok(MeasuresView {
            activity: activity.id,
            stale: measures.is_none() || standing.is_stale(activity.id),
            curves: roster.curves(activity.id).await?.iter().map(own).collect(),
            usual: best,
            w_balance: thinned(&balance, self.width.clamp(50, 4000) as usize),
            sayings,
            measures,
        })
    }
}

/// What was measured on the athlete's earlier activities of the same sport, oldest first.
async fn usual(roster: &Roster, activity: &Activity, around: &[Activity]) -> Result<Vec<Measures>, AppFault> {
    let earlier = around.iter().filter(|other| other.sport == activity.sport && other.start < activity.start);
    let earlier: BTreeSet<ActivityId> = earlier.map(|other| other.id).collect();
    let from = activity.day() - Duration::days(USUAL_DAYS - 1);
    let mut measured = roster.measures_of(activity.athlete, Some(from), Some(activity.day())).await?;
    measured.retain(|(id, _)| earlier.contains(id));
    Ok(measured.into_iter().map(|(_, measures)| measures).collect())
}

fn own(curve: &Curve) -> CurveLine {
    let point = |best: &science::mean_maximal::Best| CurvePoint {
        seconds: best.seconds,
        value: best.value,
        start_s: best.start_s,
        from: None,
    };
    CurveLine { quantity: curve.quantity, points: curve.bests.iter().map(point).collect() }
}

/// The best of an athlete's activities between two days, both included, each quantity of the sport it is asked for; `None`
/// takes the sport that has most of these curves, since watts and speeds of two sports do not compare. Heart rates do.
pub(crate) async fn best(
    roster: &Roster,
    athlete: &Athlete,
    wanted: Option<Quantity>,
    (from, to): (NaiveDate, NaiveDate),
    sport: impl Fn(Quantity) -> Option<Sport>,
    activities: &[Activity],
) -> Result<Vec<CurveLine>, AppFault> {
    let sports: BTreeMap<ActivityId, Sport> = activities.iter().map(|a| (a.id, a.sport)).collect();
    let curves = roster.curves_of(athlete.id, wanted, Some(from), Some(to)).await?;
    let mut lines = Vec::new();
    for quantity in Quantity::ALL {
        let these = curves.iter().filter(|(id, _, curve)| curve.quantity == quantity && sports.contains_key(id));
        let of = sport(quantity).or_else(|| most(these.clone().map(|(id, ..)| sports[id])));
        let of = of.filter(|_| sport(quantity).is_some() || quantity != Quantity::HeartRate);
        let fitting: Vec<_> = these
            .filter(|(id, ..)| of.is_none_or(|of| sports[id] == of))
            .map(|(id, day, curve)| ((*id, *day), curve.bests.as_slice()))
            .collect();
        if !fitting.is_empty() {
            let points = envelope(&fitting).into_iter().map(|(best, from)| CurvePoint {
                seconds: best.seconds,
                value: best.value,
                start_s: best.start_s,
                from: Some(from),
            });
            lines.push(CurveLine { quantity, points: points.collect() });
        }
    }
    Ok(lines)
}

/// The sport there is most of; of as many the first in the order of sports.
fn most(sports: impl Iterator<Item = Sport>) -> Option<Sport> {
    let mut counts: BTreeMap<Sport, u32> = BTreeMap::new();
    for sport in sports {
        *counts.entry(sport).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(sport, count)| (*count, std::cmp::Reverse(*sport))).map(|(sport, _)| sport)
}

/// A line with breaks, each unbroken stretch thinned by its share of the points.
fn thinned(points: &[(f64, Option<f64>)], width: usize) -> Vec<(f64, Option<f64>)> {
    let total = points.iter().filter(|(_, value)| value.is_some()).count();
    let mut line = Vec::with_capacity(width);
    for stretch in points.chunk_by(|(_, a), (_, b)| a.is_some() == b.is_some()) {
        let known: Vec<(f64, f64)> = stretch.iter().filter_map(|(at, value)| Some((*at, (*value)?))).collect();
        match stretch.first() {
            Some((at, None)) => line.push((*at, None)),
            _ => {
                let share = (width * known.len()).div_ceil(total.max(1)).max(2);
                line.extend(lttb(&known, share).into_iter().map(|(at, value)| (at, Some(value))));
            }
        }
    }
    line
}

impl Answer for ShowCurve {
    async fn answer(self, app: &App) -> Result<CurveLine, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let to = self.to.unwrap_or_else(|| app.today_of(&athlete));
        let days = i64::from(self.days);
        let from = to.checked_sub_signed(Duration::days(days - 1)).filter(|_| days > 0);
        let from = from.ok_or(AppFault::OutOfRange { what: "days", value: days as f64, low: 1.0, high: 36_500.0 })?;
        let activities = roster.activities(athlete.id, Some(from), Some(to), None).await?;
        let lines = best(&roster, &athlete, Some(self.quantity), (from, to), |_| None, &activities).await?;
        let none = CurveLine { quantity: self.quantity, points: Vec::new() };
        Ok(lines.into_iter().next().unwrap_or(none))
    }
}

impl Answer for MetricSeries {
    async fn answer(self, app: &App) -> Result<MetricSeriesView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let to = self.to.unwrap_or_else(|| app.today_of(&athlete));
        let from = self.from.unwrap_or_else(|| to - Duration::days(365));
        if to < from {
            return Err(AppFault::EndsBeforeStart { from, to });
        }
        let points = roster.metric_values(athlete.id, self.metric, Some(from), Some(to)).await?;
        Ok(MetricSeriesView { metric: self.metric, points })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_thinned_stretch_by_stretch_and_keeps_its_breaks() {
        let mut points: Vec<(f64, Option<f64>)> = (0..3000).map(|s| (f64::from(s), Some(f64::from(s % 60)))).collect();
        points.push((3000.0, None));
        points.extend((3600..4600).map(|s| (f64::from(s), Some(1.0))));
        let line = thinned(&points, 400);
        assert!((300..=410).contains(&line.len()), "{}", line.len());
        assert_eq!(line.iter().filter(|(_, value)| value.is_none()).collect::<Vec<_>>(), [&(3000.0, None)]);
        assert_eq!((line.first(), line.last()), (points.first(), points.last()));
        assert!(thinned(&[], 400).is_empty());
    }

    #[test]
    fn curves_are_of_the_sport_there_is_most_of() {
        assert_eq!(most([Sport::Run, Sport::Ride, Sport::Run].into_iter()), Some(Sport::Run));
        assert_eq!(most([Sport::Ride, Sport::Run].into_iter()), most([Sport::Run, Sport::Ride].into_iter()));
        assert_eq!(most(std::iter::empty()), None);
    }
}
