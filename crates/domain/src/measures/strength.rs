//! What was lifted: a channel of its own, never part of the load.

use science::strength;

use super::session::Session;
use super::sheet::{Sheet, Value};
use crate::metric::Metric;
use crate::reading::Missing;
use crate::sport::Sport;
use crate::unit::Kilograms;

pub(super) fn measure(session: &Session<'_>, sheet: &mut Sheet) {
    if session.sport() != Sport::Strength {
        return;
    }
    let sets = || session.recording.sets.iter().filter(|set| set.active);
    let lifted: Vec<(u32, Kilograms)> = sets()
        .filter_map(|set| set.reps.zip(set.weight))
        .filter(|(_, mass)| mass.0 >= 0.0 && mass.0.is_finite())
        .collect();
    let moved = if lifted.is_empty() { Err(Missing::NeverRecorded) } else { Ok(strength::tonnage(&lifted)) };
    sheet.put(Metric::Tonnage, moved.map(|mass| Value::sure(mass.0)));
    let heaviest = lifted.iter().filter_map(|&(reps, mass)| strength::epley(reps, mass)).map(|mass| mass.0);
    sheet.put(Metric::EstimatedMax, heaviest.reduce(f64::max).map(Value::sure).ok_or(Missing::NeverRecorded));
    let losses: Vec<f64> = sets().filter_map(|set| strength::velocity_loss(&set.velocity)).collect();
    let loss = science::statistics::mean(&losses);
    sheet.put(Metric::VelocityLoss, loss.map(Value::sure).ok_or(Missing::NeverRecorded));
}
