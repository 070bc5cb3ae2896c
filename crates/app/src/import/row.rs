//! A decided file as a row of a preview.

use contract::import::{ColumnsView, GuessView, PreviewActivity, PreviewRow, SameView, Verdict};
use domain::athlete::DeviceStamp;
use domain::same::SAME;
use exchange::ExchangeFault;

use super::club::Club;
use super::decide::{Decided, Fate, Keep, Same};
use super::prepared::Prepared;
use super::said;
use super::words::{why_guessed, why_same};

/// What would become of a file.
pub(crate) fn row(decided: &Decided, club: &Club) -> PreviewRow {
    let mut row = PreviewRow {
        row: decided.item.position,
        path: decided.item.found.path.clone(),
        format: String::new(),
        verdict: Verdict::Refused,
        activities: Vec::new(),
        wellness: 0,
        days: None,
        templates: 0,
        guesses: Vec::new(),
        device: None,
        same: None,
        repairs: Vec::new(),
        columns: None,
        message: said::nothing(&decided.fate, &decided.item.found.path),
    };
    match &decided.fate {
        Fate::Keep(kept) => keep(&mut row, kept, club),
        Fate::Duplicate(_) | Fate::Twice(_) => row.verdict = Verdict::Duplicate,
        Fate::Nobody { wellness, days, format, .. } => {
            row.verdict = Verdict::Unknown;
            (row.wellness, row.days, row.format) = (*wellness, *days, format.ending().to_owned());
        }
        Fate::Refused(ExchangeFault::NeedsColumns { headings, sample, uses }) => {
            row.verdict = Verdict::NeedsColumns;
            row.format = "csv".to_owned();
            row.columns = Some(ColumnsView { headings: headings.clone(), sample: sample.clone(), uses: uses.clone() });
        }
        Fate::Skipped | Fate::Unread(_) | Fate::Changed | Fate::Refused(_) => {}
    }
    row
}

fn keep(row: &mut PreviewRow, kept: &Keep, club: &Club) {
    let contents = &kept.contents;
    row.format = contents.format.ending().to_owned();
    row.activities = contents
        .recordings
        .iter()
        .zip(&kept.taken)
        .map(|(ready, taken)| PreviewActivity { session: taken.session.clone(), ..activity(ready) })
        .collect();
    let values = || kept.values.iter().flat_map(|(_, values)| values);
    row.wellness = u32::try_from(values().count()).unwrap_or(u32::MAX);
    row.days = values().map(|value| (value.date, value.date)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    row.templates = u32::try_from(contents.templates.len()).unwrap_or(u32::MAX);
    row.guesses = kept
        .owner
        .guesses
        .iter()
        .map(|guess| GuessView {
            athlete: guess.athlete,
            name: club.name(guess.athlete),
            confidence: guess.confidence,
            reasons: guess.reasons.clone(),
            why: why_guessed(guess),
        })
        .collect();
    row.device = contents.device.as_ref().and_then(device);
    let same = kept.taken.iter().filter_map(|taken| taken.same.as_ref());
    let same = same.max_by(|a, b| a.found.likeness.score.total_cmp(&b.found.likeness.score));
    row.same = same.map(|same| same_view(same, club));
    row.repairs = said::repairs(kept);
    row.message = said::message(kept, row.wellness);
    row.verdict = match same {
        Some(same) if same.found.likeness.score >= SAME => Verdict::SameActivity,
        Some(_) => Verdict::MaybeSame,
        None if !kept.taken.is_empty() && kept.owner.athlete.unassigned => Verdict::Unknown,
        None if said::outcome(kept) == contract::import::Outcome::Routed => Verdict::Routed,
        None => Verdict::New,
    };
}

fn activity(ready: &Prepared) -> PreviewActivity {
    let recording = &ready.recording;
    PreviewActivity {
        sport: recording.sport,
        sport_detail: recording.sport_detail.clone(),
        start_local: ready.start_local,
        timer_s: recording.timer.0,
        distance_m: recording.distance.map(|distance| distance.0),
        channels: recording.channels.iter().map(|channel| channel.kind).collect(),
        parts: u32::try_from(recording.lengths.len() + recording.sets.len()).unwrap_or(u32::MAX),
        session: None,
    }
}

fn same_view(same: &Same, club: &Club) -> SameView {
    let known = &same.found.known;
    SameView {
        activity: known.id,
        row: known.row,
        file: same.file.clone(),
        athlete: club.name(known.athlete),
        score: same.found.likeness.score,
        evidence: same.found.likeness.evidence.clone(),
        why: why_same(&same.found.likeness.evidence),
        richer: same.richer,
    }
}

/// A device in words, if it can be told from others of its kind.
fn device(stamp: &DeviceStamp) -> Option<String> {
    let serial = stamp.serial?.to_string();
    let parts = [stamp.maker.as_deref(), stamp.product.as_deref(), Some(&serial)];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_without_a_serial_cannot_be_remembered() {
        let stamp = |serial| DeviceStamp { maker: Some("acme".to_owned()), product: None, serial };
        assert_eq!(device(&stamp(Some(7))).as_deref(), Some("acme 7"));
        assert_eq!(device(&stamp(None)), None);
    }
}
