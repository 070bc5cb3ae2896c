//! What is measured of speed: on foot with the slope, in the water against the length of the pool.

use science::grade::{self, CostModel};
use science::graded_speed::{self, WINDOW_S};
use science::swim;

use super::Doubt;
use super::grid::Grid;
use super::power::SHORT_S;
use super::session::{Session, rough_height};
use super::sheet::{Found, Sheet, Value};
use crate::metric::Metric;
use crate::reading::Missing;
use crate::recording::{ChannelKind, Length};
use crate::sport::Sport;
use crate::unit::{MetersPerSecond, Seconds};

/// Slope beyond which speed on a trail says little about effort, rise over run (SCIENCE 2.3).
const STEEP: f64 = 0.15;
/// Share of the way that steep from which a run counts as one on trails.
const TRAIL_SHARE: f64 = 0.2;
/// Share of the moving seconds that must have a height for slopes to be known at all.
const HEIGHT_NEEDED: f64 = 0.6;

/// Seconds on each side over which a rough height is averaged.
const CALMED_S: usize = 30;
/// No one swims faster than this, m/s: a ride filed as a swim must not count as a load of thousands.
const FASTEST_SWIM_MPS: f64 = 2.5;

/// Speed and slope of a run, row by row.
#[derive(Debug)]
pub(super) struct Moved {
    /// m/s as recorded.
    pub(super) speed: Vec<f64>,
    /// Rise over run; `None` where no height was recorded.
    pub(super) slope: Option<Vec<f64>>,
    /// m/s on the flat at the same effort.
    pub(super) graded: Vec<f64>,
    /// Usable seconds.
    pub(super) seconds: usize,
    /// What is wrong with the height.
    pub(super) doubt: Option<Doubt>,
    /// So much of the way is steep that heart rate says more than speed.
    pub(super) trail: bool,
}

impl Moved {
    /// Of a run; `sparse` if its speed was not recorded every second.
    pub(super) fn of(grid: &Grid, sparse: bool, model: CostModel) -> Result<Moved, Missing> {
        // Between far samples the way covered is known and the speed is not.
        let covered = || if sparse { from_distance(grid) } else { None };
        let speed = match grid.track(ChannelKind::Speed) {
            Ok(track) => covered().unwrap_or_else(|| track.rows.clone()),
            Err(why) => from_distance(grid).ok_or(why)?,
        };
        let seconds = speed.iter().filter(|speed| speed.is_finite()).count();
        if seconds == 0 {
            return Err(Missing::PoorQuality);
        }
        let height = grid.track(ChannelKind::Altitude).ok();
        let enough = height.filter(|track| track.seconds as f64 >= HEIGHT_NEEDED * seconds as f64);
        let (slope, doubt) = match enough {
            Some(track) => match rough_height(&track.rows) {
                Some(rough) => (Some(slopes(grid, &speed, &calmed(grid, &track.rows))), Some(rough)),
                None => (Some(slopes(grid, &speed, &track.rows)), None),
            },
            None => (None, Some(Doubt::TakenAsFlat)),
        };
        let graded = match &slope {
            Some(slope) => graded_speed::graded(&speed, slope, model),
            None => speed.clone(),
        };
        let trail = slope.as_ref().is_some_and(|slope| steep_share(&speed, slope) > TRAIL_SHARE);
        Ok(Moved { speed, slope, graded, seconds, doubt, trail })
    }
}

/// Speed from the way covered, second by second; the first second of a stretch moves as the one after it.
fn from_distance(grid: &Grid) -> Option<Vec<f64>> {
    let rows = &grid.track(ChannelKind::Distance).ok()?.rows;
    let mut speed = vec![f64::NAN; rows.len()];
    for (at, pair) in rows.windows(2).enumerate() {
        let covered = pair[1] - pair[0];
        if covered.is_finite() {
            speed[at + 1] = covered.max(0.0);
            if speed[at].is_nan() {
                speed[at] = covered.max(0.0);
            }
        }
    }
    Some(speed)
}

/// A rough height as the mean over half a minute on each side: hills stay, and what only ripples (which costs as much
/// uphill as downhill, and would count as climbing) goes.
fn calmed(grid: &Grid, altitude: &[f64]) -> Vec<f64> {
    let mut calm = altitude.to_vec();
    for stretch in &grid.stretches {
        let heights = &altitude[stretch.rows.clone()];
        let mut sums = Vec::with_capacity(heights.len() + 1);
        sums.push((0.0, 0.0));
        for height in heights {
            let (sum, count) = sums[sums.len() - 1];
            sums.push(if height.is_finite() { (sum + height, count + 1.0) } else { (sum, count) });
        }
        for (at, calm) in calm[stretch.rows.clone()].iter_mut().enumerate().filter(|(_, height)| height.is_finite()) {
            let (from, to) = (at.saturating_sub(CALMED_S), (at + CALMED_S + 1).min(heights.len()));
            *calm = (sums[to].0 - sums[from].0) / (sums[to].1 - sums[from].1);
        }
    }
    calm
}

/// Slopes of each stretch by itself; 0 in one whose height is not known.
fn slopes(grid: &Grid, speed: &[f64], altitude: &[f64]) -> Vec<f64> {
    let recorded = grid.track(ChannelKind::Distance).ok();
    let summed: Vec<f64>;
    let distance = match recorded {
        Some(track) => &track.rows,
        None => {
            let mut far = 0.0;
            let mut add = |speed: &f64| {
                far += if speed.is_finite() { *speed } else { 0.0 };
                far
            };
            summed = speed.iter().map(&mut add).collect();
            &summed
        }
    };
    let mut slope = vec![0.0; speed.len()];
    for stretch in &grid.stretches {
        let rows = stretch.rows.clone();
        for (slope, found) in
            slope[rows.clone()].iter_mut().zip(grade::slopes(&distance[rows.clone()], &altitude[rows]))
        {
            *slope = found;
        }
    }
    slope
}

fn steep_share(speed: &[f64], slope: &[f64]) -> f64 {
    let (mut all, mut steep) = (0.0, 0.0);
    for (speed, slope) in speed.iter().zip(slope).filter(|(speed, _)| speed.is_finite()) {
        all += speed;
        if slope.abs() > STEEP {
            steep += speed;
        }
    }
    if all > 0.0 { steep / all } else { 0.0 }
}

pub(super) fn measure(session: &Session<'_>, sheet: &mut Sheet) {
    match session.sport() {
        Sport::Run => on_foot(session, sheet),
        Sport::Swim => sheet.put(Metric::SwimTss, in_water(session, sheet)),
        _ => {}
    }
}

fn on_foot(session: &Session<'_>, sheet: &mut Sheet) {
    let (grid, moved) = (&session.grid, session.moved.as_ref().map_err(|why| *why));
    let seconds = moved.map_or(0, |moved| moved.seconds);
    let rough = moved.ok().and_then(|moved| moved.doubt);
    let doubts = || grid.partly(seconds).into_iter().chain(rough);
    sheet.put(
        Metric::GradedSpeed,
        moved.map(|moved| {
            let usable = moved.graded.iter().filter(|speed| speed.is_finite());
            Value::doubted(usable.sum::<f64>() / seconds as f64, doubts())
        }),
    );
    let normalized = moved.and_then(|moved| normalized(&moved.graded).ok_or(Missing::TooShort));
    let short = (seconds < SHORT_S).then_some(Doubt::Short { seconds: seconds as f64 });
    sheet.put(Metric::NormalizedGradedSpeed, normalized.map(|ngs| Value::doubted(ngs.0, doubts().chain(short))));
    let points = || {
        moved?;
        let threshold = session.settings.threshold_speed.ok_or(Missing::NoThreshold)?;
        let (times, scaled) = grid.whole(seconds)?;
        let time = Seconds(seconds as f64 * times);
        let points = graded_speed::run_tss(normalized?, threshold, time).ok_or(Missing::NoThreshold)?;
        Ok(Value::doubted(points, scaled.into_iter().chain(rough)))
    };
    sheet.put(Metric::RunTss, points());
}

/// Normalised graded speed over all rows: full windows of each unbroken stretch, none across a break.
fn normalized(graded: &[f64]) -> Option<MetersPerSecond> {
    let (mut fourth, mut windows) = (0.0, 0.0);
    for run in graded.split(|speed| !speed.is_finite()) {
        if let Some(speed) = graded_speed::normalized(run) {
            let here = (run.len() - (WINDOW_S - 1)) as f64;
            fourth += here * speed.0.powi(4);
            windows += here;
        }
    }
    (windows > 0.0).then(|| MetersPerSecond((fourth / windows).sqrt().sqrt()))
}

/// Load of a swim from the time in motion: pool lengths where they were recorded, else distance over timer time.
fn in_water(session: &Session<'_>, sheet: &Sheet) -> Found {
    let lengths = in_motion(&session.recording.lengths);
    let pool = session.recording.pool.filter(|pool| pool.0 > 0.0);
    let (meters, seconds) = match (lengths, pool) {
        (Some((count, seconds)), Some(pool)) => (pool.0 * count, seconds),
        _ => (sheet.get(Metric::Distance)?.value, session.grid.timer_s),
    };
    if seconds <= 0.0 {
        return Err(Missing::TooShort);
    }
    if meters / seconds > FASTEST_SWIM_MPS {
        return Err(Missing::PoorQuality);
    }
    let css = session.settings.swim_speed.ok_or(Missing::NoThreshold)?;
    let points = swim::swim_tss(MetersPerSecond(meters / seconds), css, Seconds(seconds));
    points.map(Value::sure).ok_or(Missing::NoThreshold)
}

/// How many lengths were swum, and in how many seconds.
fn in_motion(lengths: &[Length]) -> Option<(f64, f64)> {
    let active: Vec<f64> = lengths.iter().filter(|length| length.active).map(|length| length.span.seconds()).collect();
    (!active.is_empty()).then(|| (active.len() as f64, active.iter().sum()))
}
