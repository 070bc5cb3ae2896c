//! The parts a device closed itself: laps, pool lengths, strength sets.

use domain::recording::{Lap, Length, Span, StrengthSet, Stroke};
use domain::unit::{Kilograms, Meters, Seconds};
use rustyfit::profile::typedef;

use super::message::{Message, length, num, session, set};
use super::names::named;

/// Where a part lies that begins at a device time and lasts so many seconds: `None` if that is not part of the activity.
type Place<'a> = &'a dyn Fn(i64, f64) -> Option<Span>;

/// Laps, in the order of time.
pub(super) fn laps(messages: &[Message], place: Place<'_>) -> Vec<Lap> {
    let lap = |m: &Message| {
        let timer = m.scaled(session::TIMER, 1000.0)?;
        let elapsed = m.scaled(session::ELAPSED, 1000.0).unwrap_or(timer);
        Some(Lap {
            span: place(m.seconds(session::START_TIME)?, elapsed)?,
            timer: Seconds(timer),
            distance: m.scaled(session::TOTAL_DISTANCE, 100.0).map(Meters),
        })
    };
    let mut laps: Vec<Lap> = messages.iter().filter(|m| m.num == num::LAP).filter_map(lap).collect();
    laps.sort_by_key(|lap| lap.span.from_ms);
    laps
}

/// Pool lengths and the rests between them, in the order of time.
pub(super) fn lengths(messages: &[Message], place: Place<'_>) -> Vec<Length> {
    let length = |m: &Message| {
        let elapsed = m.scaled(length::ELAPSED, 1000.0).unwrap_or(0.0);
        let active = m.number(length::TYPE).is_none_or(|kind| kind != 0.0);
        Some(Length {
            span: place(m.seconds(length::START_TIME).or_else(|| m.time())?, elapsed)?,
            active,
            stroke: m.number(length::STROKE).filter(|_| active).and_then(stroke),
            strokes: m.number(length::STROKES).filter(|_| active).map(|v| v as u32),
        })
    };
    let mut lengths: Vec<Length> = messages.iter().filter(|m| m.num == num::LENGTH).filter_map(length).collect();
    lengths.sort_by_key(|length| length.span.from_ms);
    lengths
}

fn stroke(raw: f64) -> Option<Stroke> {
    use typedef::SwimStroke as S;
    Some(match S(raw as u8) {
        S::FREESTYLE => Stroke::Freestyle,
        S::BACKSTROKE => Stroke::Backstroke,
        S::BREASTSTROKE => Stroke::Breaststroke,
        S::BUTTERFLY => Stroke::Butterfly,
        S::DRILL => Stroke::Drill,
        S::MIXED | S::IM | S::IM_BY_ROUND | S::RIMO => Stroke::Mixed,
        _ => return None,
    })
}

/// Strength sets and the rests between them, in the order of time.
pub(super) fn sets(messages: &[Message], place: Place<'_>) -> Vec<StrengthSet> {
    /// A weight the scale was still finding.
    const STILL_WEIGHING: f64 = 65_534.0;
    let set = |m: &Message| {
        let start = m.seconds(set::START_TIME).or_else(|| m.seconds(set::TIMESTAMP))?;
        let active = m.number(set::TYPE).is_none_or(|kind| kind != 0.0);
        // The device's first guess, or what the athlete made of it.
        let category = m.list(set::CATEGORY).first().copied().flatten().map(|v| typedef::ExerciseCategory(v as u16));
        Some(StrengthSet {
            span: Some(place(start, m.scaled(set::DURATION, 1000.0).unwrap_or(0.0))?),
            active,
            exercise: category
                .filter(|category| active && *category != typedef::ExerciseCategory::UNKNOWN)
                .and_then(|category| named(&category)),
            reps: m.number(set::REPETITIONS).filter(|_| active).map(|v| v as u32),
            weight: m
                .number(set::WEIGHT)
                .filter(|raw| active && *raw > 0.0 && *raw < STILL_WEIGHING)
                .map(|raw| Kilograms(raw / 16.0)),
            velocity: Vec::new(),
        })
    };
    let mut sets: Vec<StrengthSet> = messages.iter().filter(|m| m.num == num::SET).filter_map(set).collect();
    sets.sort_by_key(|set| set.span.map(|span| span.from_ms));
    sets
}
