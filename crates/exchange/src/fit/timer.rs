//! Timer events to pauses: a pause lies between a stop and the next start.

use domain::recording::Span;

use super::message::{Message, event, num};

/// Start or stop of the timer, at milliseconds since the activity's start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Turn {
    ms: u32,
    runs: bool,
}

/// The pauses inside an activity of `elapsed_ms`, with `since_start` turning a device time into milliseconds since its start
/// (`None` for times before it).
pub(super) fn pauses(messages: &[&Message], elapsed_ms: u32, since_start: impl Fn(i64) -> Option<u32>) -> Vec<Span> {
    let mut turns: Vec<Turn> = messages
        .iter()
        .filter(|m| m.num == num::EVENT && m.number(event::EVENT) == Some(event::TIMER))
        .filter_map(|m| Some(Turn { ms: since_start(m.time()?)?, runs: runs(m.number(event::TYPE)?)? }))
        .collect();
    turns.sort_by_key(|turn| turn.ms);
    let mut pauses = Vec::new();
    let mut stopped: Option<u32> = None;
    for turn in turns {
        match (turn.runs, stopped) {
            (true, Some(from_ms)) => {
                let to_ms = turn.ms.min(elapsed_ms);
                if from_ms < to_ms {
                    pauses.push(Span { from_ms, to_ms });
                }
                stopped = None;
            }
            (false, None) => stopped = Some(turn.ms),
            // A second start while running, or a second stop while stopped, changes nothing.
            _ => {}
        }
    }
    // A stop without a start is the end of the activity, unless the device says that it went on.
    pauses
}

/// Whether the timer runs after an event type; `None` for types that say nothing about it.
fn runs(kind: f64) -> Option<bool> {
    match kind as u8 {
        0 => Some(true),
        1 | 4 | 8 | 9 => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::message::{Cell, TIMESTAMP};

    fn turn(at: i64, kind: f64) -> Message {
        Message {
            num: num::EVENT,
            fields: vec![
                (TIMESTAMP, Cell::Number(at as f64)),
                (event::EVENT, Cell::Number(event::TIMER)),
                (event::TYPE, Cell::Number(kind)),
            ],
        }
    }

    #[test]
    fn pauses_lie_between_stop_and_start_and_repeats_change_nothing() {
        let events = [turn(0, 0.0), turn(10, 4.0), turn(11, 1.0), turn(20, 0.0), turn(25, 0.0), turn(60, 9.0)];
        let refs: Vec<&Message> = events.iter().collect();
        let found = pauses(&refs, 60_000, |at| u32::try_from(at * 1000).ok());
        assert_eq!(found, vec![Span { from_ms: 10_000, to_ms: 20_000 }]);
    }
}
