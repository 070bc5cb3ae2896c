//! What is measured of mechanical power.

use science::power::{self, WINDOW_S};
use science::w_balance;

use super::Doubt;
use super::grid::{pauses, segments};
use super::session::Session;
use super::sheet::{Found, Sheet, Value};
use crate::metric::Metric;
use crate::reading::Missing;
use crate::recording::{ChannelKind, Recording};
use crate::settings::{Basis, Settings};
use crate::sport::Sport;
use crate::unit::{Seconds, Watts};

/// Below this a fourth-power mean is defined but says little, seconds (SCIENCE 1.1).
pub(super) const SHORT_S: usize = 20 * 60;

/// Rides are measured by power, so that a missing meter is said; elsewhere power is measured where it was recorded. Its
/// thresholds are those of the bike. Returns normalized power, whatever the sport.
pub(super) fn measure(session: &Session<'_>, sheet: &mut Sheet) -> Option<Watts> {
    let track = session.grid.track(ChannelKind::Power);
    let ride = session.sport() == Sport::Ride;
    if !session.endurance() || !ride && matches!(track, Err(Missing::NoChannel)) {
        return None;
    }
    let grid = &session.grid;
    let seconds = track.map_or(0, |track| track.seconds);
    let partly = grid.partly(seconds).filter(|_| seconds > 0);
    let mean = |value: f64| Value::doubted(value, partly);
    sheet.put(Metric::AvgPower, track.map(|track| mean(track.mean())));
    sheet.put(Metric::MaxPower, track.map(|track| Value::sure(track.highest())));
    sheet.put(Metric::Work, track.map(|track| mean(track.mean() * track.seconds as f64 / 1000.0)));
    let watts: Vec<Watts> = track.map_or_else(|_| Vec::new(), |track| track.values().map(Watts).collect());
    let short = (seconds < SHORT_S).then_some(Doubt::Short { seconds: seconds as f64 });
    let normalized = track.and_then(|_| power::normalized_power(&watts).map_err(|_| Missing::TooShort));
    let fourth = |value: f64| Value::doubted(value, partly.into_iter().chain(short));
    if matches!(session.sport(), Sport::Ride | Sport::Run | Sport::Row) {
        sheet.put(Metric::NormalizedPower, normalized.map(|np| fourth(np.0)));
    }
    if !ride {
        return normalized.ok();
    }
    let settings = &session.settings;
    let ftp = settings.ftp.ok_or(Missing::NoThreshold);
    let intensity = |np: Watts| power::intensity_factor(np, ftp?).ok_or(Missing::NoThreshold).map(fourth);
    sheet.put(Metric::IntensityFactor, normalized.and_then(intensity));
    let score = |threshold: Result<Watts, Missing>, points: &dyn Fn(Watts) -> Found| -> Found {
        match track {
            Err(Missing::NoChannel) => Err(Missing::NoChannel),
            _ => points(threshold?),
        }
    };
    let whole = || grid.whole(seconds);
    sheet.put(
        Metric::Tss,
        score(ftp, &|ftp| {
            let (times, scaled) = whole()?;
            let points = power::tss(normalized?, ftp, Seconds(seconds as f64 * times)).ok_or(Missing::NoThreshold)?;
            Ok(Value::doubted(points, scaled))
        }),
    );
    let mean_power = track.map(|track| Watts(track.mean()));
    let variability = |np: Watts| power::variability_index(np, mean_power?).ok_or(Missing::TooShort).map(fourth);
    sheet.put(Metric::VariabilityIndex, normalized.and_then(variability));
    let long_enough = || if watts.len() < WINDOW_S { None } else { power::xpower(&watts) };
    let xpower = track.and_then(|_| long_enough().ok_or(Missing::TooShort));
    let critical = settings.critical_power.ok_or(Missing::NoThreshold);
    sheet.put(Metric::XPower, xpower.map(|xp| fourth(xp.0)));
    let relative = |xp: Watts| power::relative_intensity(xp, critical?).ok_or(Missing::NoThreshold).map(fourth);
    sheet.put(Metric::RelativeIntensity, xpower.and_then(relative));
    sheet.put(
        Metric::BikeScore,
        score(critical, &|critical| {
            let (times, scaled) = whole()?;
            let time = Seconds(seconds as f64 * times);
            let points = power::bike_score(xpower?, critical, time).ok_or(Missing::NoThreshold)?;
            Ok(Value::doubted(points, scaled))
        }),
    );
    let lowest = track.and_then(|track| {
        let (cp, w_prime) = above_critical(settings).ok_or(Missing::NoThreshold)?;
        let balances = track.segments.iter().flat_map(|part| w_balance::differential(&part.values, cp, w_prime));
        let lowest = balances.reduce(f64::min).ok_or(Missing::NoThreshold)?;
        Ok(Value::doubted(lowest / 1000.0, (lowest < 0.0).then_some(Doubt::ThresholdTooLow)))
    });
    sheet.put(Metric::WBalanceLowest, lowest);
    normalized.ok()
}

/// Critical power and W', where both are known.
fn above_critical(settings: &Settings) -> Option<(f64, f64)> {
    Some((settings.critical_power?.0, settings.w_prime?.0))
}

/// See [`super::w_balance`].
pub(super) fn balance(recording: &Recording, basis: &Basis) -> Vec<(f64, Option<f64>)> {
    let known = basis.settings.as_ref().and_then(above_critical).filter(|_| recording.sport == Sport::Ride);
    let Some((cp, w_prime)) = known else { return Vec::new() };
    let parts = segments(recording, ChannelKind::Power, &pauses(recording)).unwrap_or_default();
    let mut points = Vec::new();
    for part in &parts {
        let start = f64::from(part.start_s);
        if let Some(&(last, _)) = points.last() {
            points.push((last + 1.0, None));
        }
        let balance = w_balance::differential(&part.values, cp, w_prime);
        points.extend(balance.into_iter().enumerate().map(|(at, joules)| (start + at as f64, Some(joules))));
    }
    points
}
