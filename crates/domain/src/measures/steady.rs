//! Output against the heart and against fatigue: efficiency, decoupling and durability of rides and runs.

use science::decoupling::{NotSteady, decoupling, steady};
use science::durability::late_vs_fresh;
use science::power;

use super::Doubt;
use super::session::Session;
use super::sheet::{Found, Sheet, Value};
use crate::metric::Metric;
use crate::reading::Missing;
use crate::recording::ChannelKind;
use crate::sport::Sport;
use crate::unit::Bpm;

/// Seconds of output at the start that are warm-up (SCIENCE 1.4).
const WARM_UP_S: usize = 600;
/// Rise in temperature from half to half that is said, degrees Celsius. Design choice.
const WARMER_C: f64 = 2.0;
/// Sessions shorter than this do not show durability, seconds.
const DURABLE_FROM_S: f64 = 90.0 * 60.0;
/// Share of the session's work after which an effort is late.
const LATE_FROM: f64 = 0.6;
/// The effort compared, seconds.
const EFFORT_S: usize = 300;

pub(super) fn measure(session: &Session<'_>, sheet: &mut Sheet) {
    let (output, slope) = match session.sport() {
        Sport::Ride => (session.grid.track(ChannelKind::Power).map(|track| track.rows.as_slice()), None),
        Sport::Run => {
            let moved = session.moved.as_ref().map_err(|why| *why);
            (moved.map(|moved| moved.graded.as_slice()), moved.ok().and_then(|moved| moved.doubt))
        }
        _ => return,
    };
    sheet.put(Metric::EfficiencyFactor, efficiency(session, sheet));
    let drift = output.and_then(|output| drift(session, output)).map(|mut value| {
        value.doubts.extend(slope);
        value
    });
    sheet.put(Metric::Decoupling, drift);
    sheet.put(Metric::Durability, output.and_then(|output| durability(session, output, slope)));
}

fn efficiency(session: &Session<'_>, sheet: &Sheet) -> Found {
    let output = match session.sport() {
        Sport::Ride => sheet.get(Metric::NormalizedPower)?,
        _ => {
            let metres_a_second = sheet.get(Metric::NormalizedGradedSpeed)?;
            Value { value: metres_a_second.value * 60.0, ..metres_a_second }
        }
    };
    let heart = session.grid.track(ChannelKind::HeartRate)?;
    let (_, scaled) = session.grid.whole(heart.seconds)?;
    let factor = power::efficiency_factor(output.value, Bpm(heart.mean())).ok_or(Missing::PoorQuality)?;
    let said = scaled.filter(|_| !output.doubts.iter().any(|doubt| matches!(doubt, Doubt::ScaledUp { .. })));
    Ok(Value::doubted(factor, output.doubts.into_iter().chain(said)))
}

fn drift(session: &Session<'_>, output: &[f64]) -> Found {
    let grid = &session.grid;
    let heart = grid.track(ChannelKind::HeartRate)?;
    let usable = output.iter().enumerate().filter(|(_, value)| value.is_finite());
    let (start, _) = usable.clone().nth(WARM_UP_S).ok_or(Missing::TooShort)?;
    steady(&output[start..], grid.longest_break(start)).map_err(|why| match why {
        NotSteady::TooShort { .. } => Missing::TooShort,
        NotSteady::Uneven { .. } | NotSteady::Paused { .. } => Missing::NotSteady,
    })?;
    let drift = decoupling(&output[start..], &heart.rows[start..]).ok_or(Missing::PoorQuality)?;
    let warmer = grid.track(ChannelKind::Temperature).ok().and_then(|track| {
        let (first, second) = track.rows[start..].split_at((track.rows.len() - start) / 2);
        let celsius = mean_of_numbers(second)? - mean_of_numbers(first)?;
        (celsius >= WARMER_C).then_some(Doubt::Warmer { celsius })
    });
    Ok(Value::doubted(drift.percent, warmer))
}

fn durability(session: &Session<'_>, output: &[f64], slope: Option<Doubt>) -> Found {
    if session.grid.timer_s < DURABLE_FROM_S {
        return Err(Missing::TooShort);
    }
    let work: f64 = output.iter().filter(|value| value.is_finite()).sum();
    let found = late_vs_fresh(output, output, EFFORT_S, LATE_FROM * work).ok_or(Missing::PoorQuality)?;
    Ok(Value::doubted(found.ratio, slope))
}

fn mean_of_numbers(rows: &[f64]) -> Option<f64> {
    let numbers = rows.iter().filter(|value| value.is_finite());
    let (sum, count) = numbers.fold((0.0, 0u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}
