//! Cadence, and what the feet do in the seconds that are really run.

use science::gait::{self, SLOWEST_FOR_STIFFNESS, STEEPEST_FOR_STIFFNESS};

use super::session::Session;
use super::sheet::{Found, Sheet, Value};
use crate::metric::Metric;
use crate::reading::Missing;
use crate::recording::ChannelKind;
use crate::sport::Sport;
use crate::unit::{Meters, MetersPerSecond};

/// Slowest speed that counts as running, m/s (SCIENCE 2.3).
const RUNNING_FROM_MPS: f64 = 1.5;
/// Fewest steps a minute that do. Design choice: a hurried walk stays below.
const RUNNING_FROM_SPM: f64 = 130.0;
/// Seconds of running a mean needs.
const NEEDED_S: u32 = 30;

pub(super) fn measure(session: &Session<'_>, sheet: &mut Sheet) {
    match session.sport() {
        Sport::Run => Feet::of(session).measure(session, sheet),
        Sport::Ride | Sport::Row => sheet.put(Metric::Cadence, turning(session)),
        _ => {}
    }
}

/// Mean cadence while turning the cranks or the oars.
fn turning(session: &Session<'_>) -> Found {
    let track = session.grid.track(ChannelKind::Cadence)?;
    mean(track.values().filter(|cadence| *cadence > 0.0))
}

fn mean(values: impl Iterator<Item = f64>) -> Found {
    let numbers = values.filter(|value| value.is_finite());
    let (sum, count) = numbers.fold((0.0, 0u32), |(sum, count), value| (sum + value, count + 1));
    if count < NEEDED_S { Err(Missing::TooShort) } else { Ok(Value::sure(sum / f64::from(count))) }
}

type Rows<'a> = Result<&'a [f64], Missing>;

/// The rows of a run that concern the feet.
struct Feet<'a> {
    /// Strides a minute; steps are twice that.
    cadence: Rows<'a>,
    speed: Rows<'a>,
    contact: Rows<'a>,
    /// Rows that are run and not walked.
    running: Vec<usize>,
}

impl<'a> Feet<'a> {
    fn of(session: &'a Session<'_>) -> Feet<'a> {
        let rows = |kind| session.grid.track(kind).map(|track| track.rows.as_slice());
        let (cadence, contact) = (rows(ChannelKind::Cadence), rows(ChannelKind::GroundContact));
        let speed = session.moved.as_ref().map(|moved| moved.speed.as_slice()).map_err(|why| *why);
        let at = |rows: Rows<'_>, row: usize| rows.ok().map(|rows| rows[row]).filter(|value| value.is_finite());
        let runs = |row: &usize| {
            let (steps, contact) = (at(cadence, *row).map(|strides| 2.0 * strides), at(contact, *row));
            let flies = steps.zip(contact).is_none_or(|(steps, ms)| gait::flight_time(steps, ms / 1000.0).is_some());
            steps.is_none_or(|steps| steps >= RUNNING_FROM_SPM)
                && at(speed, *row).is_none_or(|speed| speed >= RUNNING_FROM_MPS)
                && flies
        };
        let running = (0..session.grid.length).filter(runs).collect();
        Feet { cadence, speed, contact, running }
    }

    fn measure(&self, session: &Session<'_>, sheet: &mut Sheet) {
        let rows = |kind| session.grid.track(kind).map(|track| track.rows.as_slice());
        let mean_of = |rows: Rows<'_>| mean(self.over(rows?));
        let steps = self.cadence.and_then(|cadence| mean(self.over(cadence).map(|strides| 2.0 * strides)));
        sheet.put(Metric::Cadence, steps);
        sheet.put(Metric::GroundContact, mean_of(self.contact));
        let step = match rows(ChannelKind::StepLength) {
            Ok(millimetres) => mean(self.over(millimetres).map(|length| length / 1000.0)),
            Err(_) => self.step_length(),
        };
        let bounce = mean_of(rows(ChannelKind::VerticalOscillation));
        let ratio = match rows(ChannelKind::VerticalRatio) {
            Ok(percent) => mean(self.over(percent)),
            Err(_) => bounce.clone().and_then(|bounce| {
                let ratio = gait::vertical_ratio(bounce.value, step.clone()?.value * 1000.0);
                ratio.map(Value::sure).ok_or(Missing::PoorQuality)
            }),
        };
        sheet.put(Metric::StepLength, step);
        sheet.put(Metric::VerticalOscillation, bounce);
        sheet.put(Metric::VerticalRatio, ratio);
        sheet.put(Metric::DutyFactor, self.duty_factor());
        let balance = mean_of(rows(ChannelKind::GroundContactBalance));
        let asymmetry = balance
            .clone()
            .and_then(|left| gait::symmetry_from_balance(left.value).map(Value::sure).ok_or(Missing::PoorQuality));
        sheet.put(Metric::ContactBalance, balance);
        sheet.put(Metric::Asymmetry, asymmetry);
        sheet.put(Metric::LegStiffness, self.stiffness(session));
    }

    fn over<'b>(&'b self, rows: &'b [f64]) -> impl Iterator<Item = f64> + 'b {
        self.running.iter().map(|row| rows[*row])
    }

    fn step_length(&self) -> Found {
        let (speed, cadence) = (self.speed?, self.cadence?);
        mean(self.running.iter().filter_map(|&row| {
            gait::step_length(MetersPerSecond(speed[row]), 2.0 * cadence[row]).map(|length| length.0)
        }))
    }

    fn duty_factor(&self) -> Found {
        let (contact, cadence) = (self.contact?, self.cadence?);
        mean(
            self.running
                .iter()
                .filter_map(|&row| gait::duty_factor(contact[row] / 1000.0, gait::step_time(2.0 * cadence[row])?)),
        )
    }

    /// Leg stiffness over the seconds it holds for: fast, level and with a flight phase.
    fn stiffness(&self, session: &Session<'_>) -> Found {
        let (contact, cadence, speed) = (self.contact?, self.cadence?, self.speed?);
        let slope = session.moved.as_ref().ok().and_then(|moved| moved.slope.as_ref()).ok_or(Missing::NoChannel)?;
        let body = session.settings.body_mass.zip(session.settings.height);
        let (mass, height): (_, Meters) = body.ok_or(Missing::NoThreshold)?;
        let fast_and_level =
            |row: &&usize| speed[**row] >= SLOWEST_FOR_STIFFNESS.0 && slope[**row].abs() < STEEPEST_FOR_STIFFNESS;
        mean(self.running.iter().filter(fast_and_level).filter_map(|&row| {
            let contact_s = contact[row] / 1000.0;
            let flight_s = gait::flight_time(2.0 * cadence[row], contact_s)?;
            let spring = gait::spring_mass(mass, MetersPerSecond(speed[row]), contact_s, flight_s, height)?;
            Some(spring.leg_kn_m)
        }))
    }
}
