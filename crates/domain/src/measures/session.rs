//! One activity while it is measured: its seconds, the settings of its day, and what is measured of the whole.

use science::elevation;
use science::perceived;

use super::Doubt;
use super::grid::{Grid, pauses, sparse};
use super::sheet::{Found, Sheet, Value};
use super::speed::Moved;
use crate::metric::Metric;
use crate::reading::Missing;
use crate::recording::{ChannelKind, Recording};
use crate::settings::{Basis, Settings};
use crate::sport::Sport;
use crate::unit::{Meters, Rpe};

/// Seconds on each side over which the ripple of a height is judged on foot.
const RIPPLE_S: usize = 10;
/// Mean bend of the height over twice that above which it cannot be a barometer's, metres. Design choice: watches with a
/// barometer stay below 1.5 on trails and below 1 on roads, those without one reach 1.9 and more.
const ROUGH_M: f64 = 1.75;

pub(super) struct Session<'a> {
    pub(super) recording: &'a Recording,
    pub(super) basis: &'a Basis,
    /// The settings of the day; all unknown without any.
    pub(super) settings: Settings,
    pub(super) grid: Grid,
    /// Speed and slope of a run.
    pub(super) moved: Result<Moved, Missing>,
    rpe: Option<Rpe>,
}

impl<'a> Session<'a> {
    pub(super) fn of(recording: &'a Recording, basis: &'a Basis, rpe: Option<Rpe>) -> Session<'a> {
        let grid = Grid::of(recording);
        let settings = basis.settings.clone().unwrap_or_default();
        let moved = if recording.sport == Sport::Run {
            let sparse = recording.channel(ChannelKind::Speed).is_some_and(|channel| sparse(&channel.ms));
            Moved::of(&grid, sparse, settings.cost_model.unwrap_or_default())
        } else {
            Err(Missing::NoChannel)
        };
        Session { recording, basis, settings, grid, moved, rpe }
    }

    pub(super) fn sport(&self) -> Sport {
        self.recording.sport
    }

    /// Whether what is trained is measured by the heart and by the way covered.
    pub(super) fn endurance(&self) -> bool {
        !matches!(self.sport(), Sport::Strength | Sport::Mobility | Sport::Transition)
    }

    /// What is measured of the whole: time, way, height, temperature, and how hard it felt.
    pub(super) fn whole(&self) -> Sheet {
        let mut sheet = Sheet::default();
        let timer = self.grid.timer_s;
        sheet.put(Metric::Duration, if timer > 0.0 { Ok(Value::sure(timer)) } else { Err(Missing::TooShort) });
        sheet.put(Metric::SessionRpe, self.felt());
        sheet
            .put(Metric::Temperature, self.grid.track(ChannelKind::Temperature).map(|track| Value::sure(track.mean())));
        let travels = self.endurance() && self.sport() != Sport::Other;
        let distance = self.distance();
        if travels || distance.as_ref().is_ok_and(|distance| distance.value > 0.0) {
            sheet.put(Metric::Distance, distance.clone());
            sheet.put(
                Metric::AvgSpeed,
                match distance {
                    Ok(Value { value, .. }) if timer > 0.0 => Ok(Value::sure(value / timer)),
                    Ok(_) => Err(Missing::TooShort),
                    Err(why) => Err(why),
                },
            );
        }
        if travels && self.sport() != Sport::Swim || self.grid.track(ChannelKind::Altitude).is_ok() {
            sheet.put(Metric::Ascent, self.ascent());
        }
        sheet
    }

    fn felt(&self) -> Found {
        // A device stores 0 when nobody answered; a person who says 0 means it.
        let on_device = self.recording.totals.rpe.filter(|rpe| rpe.0 > 0.0);
        let rpe = self.rpe.or(on_device).filter(|rpe| (0.0..=10.0).contains(&rpe.0)).ok_or(Missing::NeverRecorded)?;
        if self.grid.timer_s <= 0.0 {
            return Err(Missing::TooShort);
        }
        Ok(Value::sure(perceived::srpe(rpe, self.grid.timer_s / 60.0)))
    }

    /// Distance, metres: the file's own, else the pool's, else the last of its channel.
    fn distance(&self) -> Found {
        let recording = self.recording;
        let swum = || {
            let active = recording.lengths.iter().filter(|length| length.active).count();
            recording.pool.map(|pool| pool.0 * active as f64).filter(|meters| *meters > 0.0)
        };
        let channel = || {
            let channel = recording.channel(ChannelKind::Distance)?;
            channel.usable().map(|(_, meters)| meters).filter(|meters| *meters > 0.0 && meters.is_finite()).last()
        };
        let told = recording.distance.map(|distance| distance.0).filter(|meters| *meters >= 0.0 && meters.is_finite());
        let meters = told.filter(|meters| *meters > 0.0).or_else(swum).or_else(channel).or(told);
        meters.map(Value::sure).ok_or(Missing::NoChannel)
    }

    /// Height gained with the timer running: a change of height during a pause (a lift, a ferry) is taken out.
    fn ascent(&self) -> Found {
        let track = self.grid.track(ChannelKind::Altitude)?;
        let pauses = pauses(self.recording);
        let paused = |from_s: u32, to_s: u32| {
            let (from, to) = (from_s.saturating_mul(1000), to_s.saturating_mul(1000));
            pauses.iter().any(|pause| !pause.is_empty() && pause.start < to && pause.end > from)
        };
        let (mut shift, mut last) = (0.0, None);
        let mut profile = Vec::with_capacity(track.seconds);
        for segment in &track.segments {
            if let Some((end_s, at)) = last
                && paused(end_s, segment.start_s + 1)
            {
                shift += segment.values[0] - at;
            }
            profile.extend(segment.values.iter().map(|height| Meters(height - shift)));
            let end = segment.start_s + segment.values.len() as u32;
            last = segment.values.last().map(|height| (end - 1, *height));
        }
        let gained = elevation::ascent(&profile, elevation::HYSTERESIS).ok_or(Missing::TooShort)?;
        let on_foot = matches!(self.sport(), Sport::Run | Sport::Walk);
        Ok(Value::doubted(gained.0, if on_foot { rough_height(&track.rows) } else { None }))
    }
}

/// Whether altitude, once a second on foot, ripples more than ground does. A smoothed satellite height does not show it.
pub(super) fn rough_height(altitude: &[f64]) -> Option<Doubt> {
    let bend = |window: &[f64]| (window[0] - 2.0 * window[RIPPLE_S] + window[2 * RIPPLE_S]).abs();
    let bends = altitude.windows(2 * RIPPLE_S + 1).map(bend).filter(|bend| bend.is_finite());
    let (sum, count) = bends.fold((0.0, 0u32), |(sum, count), bend| (sum + bend, count + 1));
    (count > 0 && sum > ROUGH_M * f64::from(count)).then_some(Doubt::RoughHeight)
}
