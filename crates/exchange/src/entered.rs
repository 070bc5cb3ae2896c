//! An activity entered by hand, as a small document of its own: canonical JSON with a version. It is kept and imported like
//! the file of a device.

use domain::entered::EnteredActivity;
use serde::{Deserialize, Serialize};

use crate::{Content, ExchangeFault, Format, Parsed};

/// The usual ending of such a document's name.
pub const ENDING: &str = "tsactivity";

/// The key that tells these documents from other JSON, with the version as its value.
pub(crate) const MARK: &str = "trackside-activity";

const VERSION: u32 = 1;
const LONGEST_MINUTES: f64 = 24.0 * 60.0;

#[derive(Serialize, Deserialize)]
struct Document {
    #[serde(rename = "trackside-activity")]
    version: u32,
    athlete: String,
    #[serde(flatten)]
    activity: EnteredActivity,
}

/// The document of an athlete's activity. Equal activities of one athlete give equal bytes; the name keeps those of two who
/// did the same apart. Numbers that are none (not finite) cannot be written: the document is then empty, and refused.
#[must_use]
pub fn write(activity: &EnteredActivity, athlete: &str) -> Vec<u8> {
    let document = Document { version: VERSION, athlete: athlete.to_owned(), activity: activity.clone() };
    serde_jcs::to_vec(&document).unwrap_or_default()
}

/// Reads such a document.
pub(crate) fn read(bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    let document: Document = serde_json::from_slice(bytes).map_err(|fault| {
        let before: usize =
            bytes.split(|byte| *byte == b'\n').take(fault.line().saturating_sub(1)).map(|l| l.len() + 1).sum();
        broken((before + fault.column()) as u64)
    })?;
    if document.version != VERSION || !is_sound(&document.activity) {
        return Err(broken(0));
    }
    let contents = vec![Content::Activity { recording: document.activity.recording(), repairs: Vec::new() }];
    Ok(Parsed { format: Format::Entered, contents, repairs: Vec::new(), notes: Vec::new() })
}

fn broken(at_byte: u64) -> ExchangeFault {
    ExchangeFault::BrokenText { format: ENDING, at_byte }
}

fn is_sound(activity: &EnteredActivity) -> bool {
    let positive = |value: f64| value.is_finite() && value >= 0.0;
    activity.minutes > 0.0
        && activity.minutes <= LONGEST_MINUTES
        && activity.rpe.is_none_or(|rpe| (0.0..=10.0).contains(&rpe.0))
        && activity.distance.is_none_or(|distance| positive(distance.0))
        && activity.sets.iter().all(|set| set.weight.is_none_or(|weight| positive(weight.0)))
}
