//! What must hold for whatever the readers give back, whatever they were given.

use std::io::Cursor;
use std::sync::Once;

use domain::recording::{Recording, Span};
use exchange::archive::{Archive, is_archive};
use exchange::{Content, ExchangeFault, MAX_BYTES, Parsed};

/// How deep archives are opened within archives, as the program does.
const DEEPEST: u32 = 2;
/// Entries of an archive that are looked at in one run, so that a run stays short.
const MOST_ENTRIES: usize = 20;

/// Names of the first byte's choice: a reader may look at the name, and a date in it counts.
#[must_use]
pub fn choose<'a>(names: &[&'a str], data: &'a [u8]) -> Option<(&'a str, &'a [u8])> {
    let (first, rest) = data.split_first()?;
    Some((names[usize::from(*first) % names.len()], rest))
}

/// Lets the panics of the second device-file decoder pass: it is not ours, and the reader catches them. Every other panic
/// still ends the run, caught or not.
fn pass_foreign_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let abort = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !panic.location().is_some_and(|at| at.file().contains("fitparser")) {
                abort(panic);
            }
        }));
    });
}

/// Reads a file and checks what came out.
pub fn read(name: &str, bytes: &[u8]) {
    pass_foreign_panics();
    check(exchange::read(name, bytes));
}

/// Reads a file, or every entry of an archive.
pub fn read_any(name: &str, bytes: &[u8], depth: u32) {
    if !is_archive(bytes) || depth >= DEEPEST {
        return read(name, bytes);
    }
    let Ok(mut archive) = Archive::open(name, Cursor::new(bytes)) else { return };
    let entries: Vec<(usize, String)> =
        archive.entries().iter().take(MOST_ENTRIES).map(|entry| (entry.index, entry.name.clone())).collect();
    for (index, name) in entries {
        assert!(!name.starts_with('/') && !name.split('/').any(|part| part == ".."), "{name}");
        let Ok(head) = archive.head(index, 4096) else { continue };
        assert!(head.len() <= 4096);
        if let Ok(inside) = archive.read(index) {
            assert!(inside.len() as u64 <= MAX_BYTES && inside.starts_with(&head));
            read_any(&name, &inside, depth + 1);
        }
    }
}

/// Stops the run where a promise of the readers is broken.
pub fn check(read: Result<Parsed, ExchangeFault>) {
    let Ok(parsed) = read else { return };
    for content in parsed.contents {
        match content {
            Content::Activity { recording, .. } => check_recording(&recording),
            Content::Wellness { values, .. } => {
                for value in values {
                    let (low, high) = value.field.range();
                    assert!((low..=high).contains(&value.value), "{value:?}");
                }
            }
            Content::Template { template } => {
                assert!(template.min_minutes >= 1 && template.min_minutes <= template.max_minutes, "{template:?}");
                assert!(template.intensity.is_finite() && template.intensity >= 0.0, "{template:?}");
                for step in &template.steps {
                    let sound = step.repeat >= 1 && step.minutes >= 0.0 && step.rest_minutes >= 0.0;
                    assert!(sound && step.minutes.is_finite() && step.intensity.is_finite(), "{step:?}");
                }
            }
            Content::Routed { .. } => {}
        }
    }
}

fn check_recording(recording: &Recording) {
    for seconds in [recording.timer.0, recording.elapsed.0, recording.distance.map_or(0.0, |metres| metres.0)] {
        assert!(seconds.is_finite() && seconds >= 0.0, "totals: {recording:?}");
    }
    for channel in &recording.channels {
        assert_eq!(channel.ms.len(), channel.values.len(), "{:?}", channel.kind);
        assert!(channel.ms.windows(2).all(|pair| pair[0] < pair[1]), "{:?} goes back", channel.kind);
        assert!(channel.values.iter().all(|value| value.is_finite()), "{:?} is no number", channel.kind);
        assert!(channel.suspect.is_empty(), "readers mark nothing");
    }
    assert!(
        recording.channels.windows(2).all(|pair| pair[0].kind < pair[1].kind),
        "one channel of each kind, in order"
    );
    let spans = recording.laps.iter().map(|lap| lap.span).chain(recording.pauses.iter().copied());
    for Span { from_ms, to_ms } in spans {
        assert!(from_ms <= to_ms, "a span ends before it begins");
    }
}
