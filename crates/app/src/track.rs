//! Where an activity went, for a picture drawn without a map service.

use contract::track::{ActivityTrack, TrackBy, TrackMark, TrackValues, TrackView};
use domain::measures::Quantity;
use domain::recording::{Channel, ChannelKind, Recording, Way};
use domain::settings::Settings;
use domain::sport::Sport;
use domain::zones;
use science::geo::plane;
use science::grade::slopes;
use science::simplify::douglas_peucker;

use crate::export_activity::positions_allowed;
use crate::trace::unbroken;
use crate::{Answer, App, AppFault};

/// What a track is read from and coloured by.
const NEEDED: [ChannelKind; 6] = [
    ChannelKind::Latitude,
    ChannelKind::Longitude,
    ChannelKind::Distance,
    ChannelKind::HeartRate,
    ChannelKind::Speed,
    ChannelKind::Altitude,
];

/// Points sent at most: as many as a wide picture can show apart.
const MOST: usize = 3000;
/// Of these, so many lie evenly along the way, so that colours and the crosshair have points on a straight road too.
const EVEN: usize = 600;
/// The finest tolerance, metres: receivers do not see more.
const FINEST_M: f64 = 0.5;
/// A value is taken from a sample at most this far away, milliseconds.
const NEAR_MS: u32 = 5_000;
/// Edges of slope classes, rise over run: steep and easy, up and down. A choice of this program.
const SLOPES: [f64; 4] = [-0.06, -0.02, 0.02, 0.06];

impl Answer for ActivityTrack {
    async fn answer(self, app: &App) -> Result<TrackView, AppFault> {
        if !(100.0..=100_000.0).contains(&self.mark_m) {
            let (what, value) = ("split-distance", self.mark_m);
            return Err(AppFault::OutOfRange { what, value, low: 100.0, high: 100_000.0 });
        }
        let roster = app.roster().await?;
        let activity = app.activity(&roster, self.id).await?;
        let athlete = app.athlete(&roster, activity.athlete).await?;
        if !positions_allowed(&roster, &athlete, &activity).await? {
            return Ok(TrackView { withheld: true, ..none(self, activity.sport) });
        }
        let standing = app.standing(&roster, &athlete).await?;
        let basis = standing.grounds.basis(&athlete, activity.day(), activity.sport);
        let recording = activity.recording(roster.channels(activity.id, &NEEDED).await?);
        Ok(drawn(self, &recording, basis.settings.as_ref()))
    }
}

const fn none(asked: ActivityTrack, sport: Sport) -> TrackView {
    TrackView {
        id: asked.id,
        sport,
        withheld: false,
        points: Vec::new(),
        breaks: Vec::new(),
        values: Vec::new(),
        marks: Vec::new(),
    }
}

/// One usable place: milliseconds since the start, metres east and north.
type Place = (u32, (f64, f64));

fn drawn(asked: ActivityTrack, recording: &Recording, settings: Option<&Settings>) -> TrackView {
    let all = places(recording);
    let stretches: Vec<&[Place]> = unbroken(&all, &recording.pauses).collect();
    let kept = thinned(&stretches, all.len());
    let mut breaks = Vec::new();
    let mut places = Vec::new();
    for stretch in kept {
        if !places.is_empty() {
            breaks.push(places.len());
        }
        places.extend(stretch);
    }
    let times: Vec<u32> = places.iter().map(|place| place.0).collect();
    TrackView {
        points: places.iter().map(|(ms, (east, north))| (tenth(seconds(*ms)), tenth(*east), tenth(*north))).collect(),
        breaks,
        values: values(recording, settings, &times),
        marks: marks(recording, &all, asked.mark_m),
        ..none(asked, recording.sport)
    }
}

/// The usable places on a sheet around the middle of the track.
fn places(recording: &Recording) -> Vec<Place> {
    let (Some(latitude), Some(longitude)) =
        (recording.channel(ChannelKind::Latitude), recording.channel(ChannelKind::Longitude))
    else {
        return Vec::new();
    };
    let east: Vec<(u32, f64)> = longitude.usable().collect();
    let sampled: Vec<(u32, (f64, f64))> = latitude
        .usable()
        .filter_map(|(ms, north)| {
            let found = east.binary_search_by_key(&ms, |sample| sample.0).ok()?;
            Some((ms, (north, east[found].1)))
        })
        .filter(|(_, (north, east))| north.is_finite() && east.is_finite())
        .collect();
    let Some(first) = sampled.first() else { return Vec::new() };
    let (south, north) = sampled
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(south, north), place| (south.min(place.1.0), north.max(place.1.0)));
    let origin = (f64::midpoint(south, north), first.1.1);
    let mut on_sheet: Vec<Place> = sampled.into_iter().map(|(ms, place)| (ms, plane(origin, place))).collect();
    let edge = |pick: fn(f64, f64) -> f64, from| on_sheet.iter().map(|place| place.1.0).fold(from, pick);
    let middle = f64::midpoint(edge(f64::min, f64::INFINITY), edge(f64::max, f64::NEG_INFINITY));
    on_sheet.iter_mut().for_each(|place| place.1.0 -= middle);
    on_sheet
}

/// Each stretch thinned alike, as finely as [`MOST`] allows.
fn thinned(stretches: &[&[Place]], count: usize) -> Vec<Vec<Place>> {
    let every = (count / EVEN).max(1);
    let mut tolerance = FINEST_M;
    loop {
        let kept: Vec<Vec<Place>> = stretches
            .iter()
            .map(|stretch| {
                let shape: Vec<(f64, f64)> = stretch.iter().map(|place| place.1).collect();
                let mut kept = douglas_peucker(&shape, tolerance);
                kept.extend((0..stretch.len()).step_by(every));
                kept.sort_unstable();
                kept.dedup();
                kept.into_iter().map(|i| stretch[i]).collect()
            })
            .collect();
        // A track of thousands of stretches cannot be thinned below their ends.
        if kept.iter().map(Vec::len).sum::<usize>() <= MOST || tolerance > 1e5 {
            return kept;
        }
        tolerance *= 2.0;
    }
}

/// Round distances along the way, where they were reached. Without a distance channel the way is that over the sheet.
fn marks(recording: &Recording, places: &[Place], every_m: f64) -> Vec<TrackMark> {
    let mut far = 0.0;
    let over: Vec<f64> = std::iter::once(0.0)
        .chain(places.windows(2).map(|pair| {
            far += (pair[1].1.0 - pair[0].1.0).hypot(pair[1].1.1 - pair[0].1.1);
            far
        }))
        .collect();
    let way = Way::of(recording);
    let total = way.as_ref().map_or(far, Way::total);
    let reached = |meters: f64| match &way {
        Some(way) => way.when(meters),
        None => places.get(over.partition_point(|at| *at < meters)).map(|place| place.0),
    };
    (1..=(total / every_m).floor().min(10_000.0) as u32)
        .filter_map(|number| {
            let ms = reached(f64::from(number) * every_m)?;
            let after = places.partition_point(|place| place.0 < ms);
            let place = places.get(after).filter(|place| place.0 - ms <= 2 * NEAR_MS)?.1;
            Some(TrackMark { number, at_s: tenth(seconds(ms)), place: (tenth(place.0), tenth(place.1)) })
        })
        .collect()
}

/// What the points can be coloured by.
fn values(recording: &Recording, settings: Option<&Settings>, times: &[u32]) -> Vec<TrackValues> {
    let mut made = Vec::new();
    let mut add = |by, edges: Vec<f64>, samples: &[(u32, f64)], places: i32| {
        let round = 10_f64.powi(places);
        let values: Vec<Option<f64>> =
            times.iter().map(|ms| near(samples, *ms).map(|value| (value * round).round() / round)).collect();
        if !edges.is_empty() && values.iter().any(Option::is_some) {
            made.push(TrackValues { by, edges, values });
        }
    };
    let usable = |kind| recording.channel(kind).map(|channel: &Channel| channel.usable().collect::<Vec<_>>());
    if let Some(beats) = usable(ChannelKind::HeartRate) {
        let zones = settings.map(|settings| zones::on(settings, recording.sport)).unwrap_or_default();
        let lower = zones.into_iter().find(|zones| zones.quantity == Quantity::HeartRate).map(|zones| zones.lower);
        let edges = lower.unwrap_or_default().into_iter().filter(|edge| *edge > 0.0).collect();
        add(TrackBy::HeartRate, edges, &beats, 0);
    }
    if let Some(speed) = usable(ChannelKind::Speed) {
        add(TrackBy::Speed, fifths(&speed), &speed, 2);
    }
    add(TrackBy::Slope, SLOPES.to_vec(), &slope(recording), 3);
    made
}

/// The usable value nearest to a moment, if it is near.
fn near(samples: &[(u32, f64)], ms: u32) -> Option<f64> {
    let after = samples.partition_point(|sample| sample.0 < ms);
    let around = &samples[after.saturating_sub(1)..samples.len().min(after + 1)];
    let nearest = around.iter().min_by_key(|sample| sample.0.abs_diff(ms))?;
    (nearest.0.abs_diff(ms) <= NEAR_MS).then_some(nearest.1)
}

/// Edges that cut what was moving into five equal parts; none where all is alike.
fn fifths(samples: &[(u32, f64)]) -> Vec<f64> {
    let mut moving: Vec<f64> = samples.iter().map(|sample| sample.1).filter(|speed| *speed > 0.3).collect();
    moving.sort_by(f64::total_cmp);
    let mut edges: Vec<f64> = (1..5).filter_map(|part| moving.get(moving.len() * part / 5).copied()).collect();
    edges.dedup();
    edges.retain(|edge| *edge > moving[0]);
    edges
}

/// Rise over run once a second, where distance and height are both known.
fn slope(recording: &Recording) -> Vec<(u32, f64)> {
    let distance = recording.one_hz(ChannelKind::Distance);
    let mut found = Vec::new();
    for height in recording.one_hz(ChannelKind::Altitude) {
        let to_s = height.start_s + height.values.len() as u32;
        for far in &distance {
            let (from, to) = (height.start_s.max(far.start_s), to_s.min(far.start_s + far.values.len() as u32));
            if from < to {
                let cut = |values: &[f64], start: u32| values[(from - start) as usize..(to - start) as usize].to_vec();
                let slopes = slopes(&cut(&far.values, far.start_s), &cut(&height.values, height.start_s));
                found.extend((from..to).map(|s| s * 1000).zip(slopes));
            }
        }
    }
    found
}

fn seconds(ms: u32) -> f64 {
    f64::from(ms) / 1000.0
}

/// A decimetre, a tenth of a second: finer is not seen, and every digit crosses the wire.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests;
