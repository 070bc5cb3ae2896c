//! Every room's typed faults, and the one place where they become words: what happened, what to do next, and an id that
//! finds the log line.

mod of_store;

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use contract::{Fault, FaultCode};
use domain::overrides::Impossible;
use domain::week::Week;
use domain::words::{Value, Words};
use exchange::ExchangeFault;
use exchange::sealed::SealedFault;
use exchange::signed::SignedFault;
use store::StoreFault;
use uuid::Uuid;

use crate::causes::causes;
use crate::key::{KeyFault, sealed_words};
use crate::own::OwnRefusal;
use crate::refusal::Refusal;

/// What can go wrong while a call is answered.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the facts their names say; the message says the rest")]
pub enum AppFault {
    #[error("no roster is open")]
    NoRoster,
    #[error("{path} did not open")]
    Unopened { path: PathBuf },
    #[error(transparent)]
    Store(#[from] StoreFault),
    #[error(transparent)]
    Signed(#[from] SignedFault),
    #[error(transparent)]
    Sealed(#[from] SealedFault),
    #[error(transparent)]
    Own(#[from] OwnRefusal),
    #[error(transparent)]
    Key(#[from] KeyFault),
    #[error(transparent)]
    Impossible(#[from] Impossible),
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("cannot read {path}")]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("cannot write {path}")]
    Unwritable { path: PathBuf, source: std::io::Error },
    #[error("no file manager could be started")]
    NoFileManager { source: std::io::Error },
    #[error("no athlete {asked}")]
    NoSuchAthlete { asked: String },
    #[error("{asked} fits {count} athletes")]
    WhichAthlete { asked: String, count: usize },
    #[error("no activity {asked}")]
    NoSuchActivity { asked: String },
    #[error("no import {asked}")]
    NoSuchImport { asked: String },
    #[error("no session {asked}")]
    NoSuchSession { asked: String },
    #[error("no season template {asked}")]
    NoSuchTemplate { asked: String },
    #[error("no plan for {week}")]
    NoPlan { week: Week },
    #[error("{week} is over")]
    WeekIsPast { week: Week },
    #[error("the change {change} needs a session")]
    WhichSession { change: &'static str },
    #[error("an athlete named {name} is here already")]
    NameTaken { name: String },
    #[error("no zone {zone}")]
    NoSuchZone { zone: String },
    #[error("{what}: {value} is outside {low} to {high}")]
    OutOfRange { what: &'static str, value: f64, low: f64, high: f64 },
    #[error("{what} is empty or longer than {longest} characters")]
    BadText { what: &'static str, longest: u32 },
    #[error("{to} is before {from}")]
    EndsBeforeStart { from: NaiveDate, to: NaiveDate },
    #[error("an activity cannot start at {start}; it is {now}")]
    BadStart { start: NaiveDateTime, now: NaiveDateTime },
    #[error("{day} is after {today}")]
    DayToCome { day: NaiveDate, today: NaiveDate },
    #[error("{lines} lines were not understood")]
    MorningUnclear { lines: usize },
    #[error("the activity has no positions that may be used")]
    NoPositions,
    #[error("the file {name} was not copied into the roster")]
    OriginalElsewhere { name: String },
    #[error("{athlete} does not let positions be used")]
    PlaceWithheld { athlete: String },
    #[error("what was entered was not taken: {said}")]
    EnteredRefused { said: String },
    #[error("no import {asked}")]
    NoSuchBatch { asked: String },
    #[error("no preview {asked}")]
    NoSuchPreview { asked: String },
    #[error("no waiting place {asked}")]
    NoSuchStage { asked: String },
    #[error("the bytes of the import were only in memory")]
    BytesGone,
    #[error("the import runs now")]
    BatchRuns,
    #[error("the import has ended")]
    BatchEnded,
    #[error("the import was taken back before")]
    BatchUndone,
    #[error("the import was not taken back")]
    BatchHere,
    #[error("what was kept of an import cannot be read")]
    BadReport { source: serde_json::Error },
    #[error("the columns do not make a table")]
    ColumnsUnclear,
    #[error("the activities belong to two athletes")]
    TwoAthletes,
    #[error("an activity cannot be a copy of itself")]
    OneActivity,
    #[error("no change {asked}")]
    NoSuchRevision { asked: String },
    #[error("the activity does not count")]
    DoesNotCount,
    #[error("the change changes nothing")]
    ChangesNothing,
    #[error("the change was taken back before")]
    RevisionUndone,
    #[error("a later change was built on this one")]
    RevisionBuiltOn,
    #[error("{path} is not a folder")]
    NotAFolder { path: PathBuf },
    #[error("not base64")]
    NotBase64 { source: base64::DecodeError },
    #[error("the key file {path} has {bytes} bytes, not 32")]
    KeyDamaged { path: PathBuf, bytes: usize },
    #[error("the keychain does not give the key")]
    Keychain { source: keyring::Error },
    #[error("the system gives no randomness")]
    NoRandomness { source: getrandom::Error },
    #[error("the system names no folder for user data")]
    NoHome,
    #[error("a hermetic run must not touch the user's own folders")]
    Hermetic,
    #[error(transparent)]
    Chart(#[from] charts::ChartFault),
    #[error("the journal's chain does not hold in {count} places")]
    ChainBroken { count: usize },
    #[error("the front end is not here")]
    NoFrontEnd,
    #[error("cannot listen on port {port}")]
    CannotListen { port: u16, source: std::io::Error },
    #[error("long work is under way")]
    WorkRuns,
    #[error("cancelled")]
    Cancelled,
    #[error("no call {call}")]
    UnknownCall { call: String },
    #[error("the arguments of {call} have another shape")]
    BadArguments { call: String, source: serde_json::Error },
    #[error("the reply of {call} cannot be written")]
    BadReply { call: String, source: serde_json::Error },
    #[error("panicked: {said}")]
    Panicked { said: String },
}

impl AppFault {
    /// What was kept of an import cannot be read.
    pub(crate) const fn report(source: serde_json::Error) -> AppFault {
        AppFault::BadReport { source }
    }

    /// Whether what is wrong is only that a roster waits for its passphrase.
    #[must_use]
    pub fn needs_passphrase(&self) -> bool {
        matches!(self, AppFault::Store(StoreFault::NeedsPassphrase { .. }))
    }

    /// The fault as a person meets it; the details go to the log under the same id.
    #[must_use]
    pub fn told(&self, call: &str, trace: &Uuid) -> Fault {
        let trace = trace.simple().to_string();
        let (code, key, facts) = self.words();
        let internal = code == FaultCode::Internal;
        let beneath = causes(self);
        if internal {
            tracing::error!(call, trace, fault = %self, beneath, "internal fault");
        } else {
            // By its name only: its own words may hold an athlete's, or what somebody wrote.
            tracing::warn!(call, trace, fault = key, beneath, "fault");
        }
        let words = Words::here();
        let say = |part| words.say_with(&format!("fault-{key}-{part}"), &facts);
        Fault { code, what: say("what"), next: say("next"), trace }
    }

    fn words(&self) -> (FaultCode, &'static str, Vec<(&'static str, Value)>) {
        use AppFault as F;
        let shown = |path: &PathBuf| Value::Text(path.display().to_string());
        match self {
            F::NoRoster => (FaultCode::NoRoster, "no-roster", vec![]),
            F::Unopened { path } => (FaultCode::Unopened, "unopened", vec![("path", shown(path))]),
            F::OneActivity | F::Store(StoreFault::CopyOfItself { .. }) => {
                (FaultCode::Impossible, "one-activity", vec![])
            }
            F::Store(fault) => of_store::words(fault),
            F::Sealed(fault) => sealed_words(fault),
            F::Own(refusal) => refusal.words(),
            F::Key(fault) => fault.words(),
            F::Signed(fault) => (FaultCode::PlanFile, fault.code(), signed_facts(fault)),
            F::Impossible(fault) => {
                (FaultCode::Impossible, "impossible", vec![("detail", Value::Text(fault.to_string()))])
            }
            F::Refused(refusal) => refusal.words(),
            F::Unreadable { path, source } => {
                let facts = vec![("path", shown(path)), ("detail", source.to_string().into())];
                (FaultCode::FileUnreadable, "unreadable", facts)
            }
            F::Unwritable { path, source } => {
                let facts = vec![("path", shown(path)), ("detail", source.to_string().into())];
                (FaultCode::FileUnwritable, "unwritable", facts)
            }
            F::NoFileManager { source } => {
                (FaultCode::Impossible, "no-file-manager", vec![("detail", source.to_string().into())])
            }
            F::NoSuchAthlete { asked } => (FaultCode::NotFound, "no-athlete", vec![("asked", asked.clone().into())]),
            F::WhichAthlete { asked, count } => {
                let facts = vec![("asked", asked.clone().into()), ("count", (*count).into())];
                (FaultCode::WhichAthlete, "which-athlete", facts)
            }
            F::NoSuchActivity { asked } => {
                (FaultCode::NotFound, "no-activity-here", vec![("asked", asked.clone().into())])
            }
            F::NoSuchImport { asked } => (FaultCode::NotFound, "no-import", vec![("asked", asked.clone().into())]),
            F::NoSuchSession { asked } => (FaultCode::NotFound, "no-such", vec![("asked", asked.clone().into())]),
            F::NoSuchTemplate { asked } => (FaultCode::NotFound, "no-such", vec![("asked", asked.clone().into())]),
            F::ChainBroken { count } => (FaultCode::RosterUnreadable, "chain-broken", vec![("count", (*count).into())]),
            F::NoFrontEnd => (FaultCode::NotFound, "no-front-end", vec![]),
            F::CannotListen { port, source } => {
                let facts = vec![("port", u32::from(*port).into()), ("detail", source.to_string().into())];
                (FaultCode::FileUnwritable, "cannot-listen", facts)
            }
            F::NoPlan { week } => (FaultCode::NotFound, "no-plan", vec![("week", week.to_string().into())]),
            F::WeekIsPast { week } => (FaultCode::Impossible, "week-past", vec![("week", week.to_string().into())]),
            F::WhichSession { change } => (FaultCode::BadValue, "which-session", vec![("change", (*change).into())]),
            F::NameTaken { name } => (FaultCode::BadValue, "name-taken", vec![("name", name.clone().into())]),
            F::NoSuchZone { zone } => (FaultCode::BadValue, "no-zone", vec![("zone", zone.clone().into())]),
            F::OutOfRange { what, value, low, high } => {
                let what = Words::here().say(&format!("value-{what}"));
                let facts = vec![
                    ("name", what.into()),
                    ("value", (*value).into()),
                    ("low", (*low).into()),
                    ("high", (*high).into()),
                ];
                (FaultCode::BadValue, if high.is_finite() { "out-of-range" } else { "too-low" }, facts)
            }
            F::BadText { what, longest } => {
                let what = Words::here().say(&format!("value-{what}"));
                (FaultCode::BadValue, "bad-text", vec![("name", what.into()), ("longest", (*longest).into())])
            }
            F::EndsBeforeStart { from, to } => {
                let facts = vec![("from", from.to_string().into()), ("to", to.to_string().into())];
                (FaultCode::BadValue, "ends-before-start", facts)
            }
            F::BadStart { start, now } => {
                let shown = |at: &NaiveDateTime| Value::Text(at.format("%Y-%m-%d %H:%M").to_string());
                (FaultCode::BadValue, "bad-start", vec![("start", shown(start)), ("now", shown(now))])
            }
            F::DayToCome { day, today } => {
                let facts = vec![("day", day.to_string().into()), ("today", today.to_string().into())];
                (FaultCode::BadValue, "day-to-come", facts)
            }
            F::MorningUnclear { lines } => (FaultCode::BadValue, "morning-unclear", vec![("lines", (*lines).into())]),
            F::NoPositions => (FaultCode::Impossible, "no-positions", vec![]),
            F::OriginalElsewhere { name } => {
                (FaultCode::NotFound, "original-elsewhere", vec![("name", name.clone().into())])
            }
            F::PlaceWithheld { athlete } => {
                (FaultCode::Impossible, "place-withheld", vec![("athlete", athlete.clone().into())])
            }
            F::EnteredRefused { said } => {
                (FaultCode::BadValue, "entered-refused", vec![("detail", said.clone().into())])
            }
            F::NoSuchBatch { asked } => (FaultCode::NotFound, "no-such", vec![("asked", asked.clone().into())]),
            F::NoSuchPreview { .. } => (FaultCode::NotFound, "no-preview", vec![]),
            F::NoSuchStage { .. } | F::BytesGone => (FaultCode::NotFound, "bytes-gone", vec![]),
            F::NoSuchRevision { asked } => (FaultCode::NotFound, "no-such", vec![("asked", asked.clone().into())]),
            F::DoesNotCount => (FaultCode::Impossible, "does-not-count", vec![]),
            F::ChangesNothing => (FaultCode::BadValue, "changes-nothing", vec![]),
            F::RevisionUndone => (FaultCode::Impossible, "revision-undone", vec![]),
            F::RevisionBuiltOn => (FaultCode::Impossible, "revision-built-on", vec![]),
            F::WorkRuns => (FaultCode::Impossible, "work-runs", vec![]),
            F::BatchRuns => (FaultCode::Impossible, "batch-runs", vec![]),
            F::BatchEnded => (FaultCode::Impossible, "batch-ended", vec![]),
            F::BatchUndone => (FaultCode::Impossible, "batch-undone", vec![]),
            F::BatchHere => (FaultCode::Impossible, "batch-here", vec![]),
            F::ColumnsUnclear => (FaultCode::BadValue, "columns-unclear", vec![]),
            F::TwoAthletes => (FaultCode::Impossible, "two-athletes", vec![]),
            F::NotAFolder { path } => (FaultCode::BadValue, "not-a-folder", vec![("path", shown(path))]),
            F::NotBase64 { .. } => (FaultCode::BadValue, "not-base64", vec![]),
            F::KeyDamaged { path, .. } => (FaultCode::Key, "key-damaged", vec![("path", shown(path))]),
            F::Keychain { source } => (FaultCode::Key, "keychain", vec![("detail", source.to_string().into())]),
            F::NoRandomness { .. } => (FaultCode::Key, "no-randomness", vec![]),
            F::NoHome => (FaultCode::FileUnwritable, "no-home", vec![]),
            F::Hermetic => (FaultCode::FileUnwritable, "hermetic", vec![]),
            F::Cancelled => (FaultCode::Cancelled, "cancelled", vec![]),
            F::UnknownCall { call } | F::BadArguments { call, .. } => {
                (FaultCode::BadCall, "bad-call", vec![("call", call.clone().into())])
            }
            F::Chart(_) | F::BadReply { .. } | F::BadReport { .. } | F::Panicked { .. } => {
                (FaultCode::Internal, "internal", vec![])
            }
        }
    }
}

fn signed_facts(fault: &SignedFault) -> Vec<(&'static str, Value)> {
    match fault {
        SignedFault::TooLarge { bytes, limit } => {
            vec![("bytes", Value::Number(*bytes as f64)), ("limit", Value::Number(*limit as f64))]
        }
        SignedFault::NewerVersion { found, known } => {
            vec![("found", Value::Number(*found as f64)), ("known", (*known).into())]
        }
        SignedFault::BadField { field } => {
            // The decoder lists everything it would have taken; a person needs the value, not the list.
            let value = field.split(", expected").next().unwrap_or_default();
            vec![("field", value.into())]
        }
        SignedFault::TooDeep { at_byte, .. }
        | SignedFault::HugeNumber { at_byte }
        | SignedFault::ControlCharacter { at_byte }
        | SignedFault::NotCanonical { at_byte } => vec![("at", Value::Number(*at_byte as f64))],
        SignedFault::NotWritable { why } => vec![("detail", why.as_str().into())],
        SignedFault::NotOfThisKind { .. } | SignedFault::BadKey | SignedFault::BadSignature => vec![],
    }
}

/// Why a file was not taken, in words: what it is, what to do.
pub(crate) fn exchange_words(fault: &ExchangeFault) -> String {
    let number = |value: u64| Value::Number(value as f64);
    let megabytes = |bytes: u64| number(bytes / (1024 * 1024));
    let facts: Vec<(&str, Value)> = match fault {
        ExchangeFault::TooLarge { bytes, limit } => vec![("bytes", number(*bytes)), ("limit", megabytes(*limit))],
        ExchangeFault::UnknownFormat { name } => vec![("name", name.clone().into())],
        ExchangeFault::NotYetSupported { format } => vec![("format", format.to_uppercase().into())],
        ExchangeFault::Unreadable { at_byte, messages } => {
            vec![("at", number(*at_byte)), ("messages", (*messages).into())]
        }
        ExchangeFault::NoActivity { messages } | ExchangeFault::DecoderPanicked { messages } => {
            vec![("messages", (*messages).into())]
        }
        ExchangeFault::NotAWellnessTable { missing } => vec![("missing", (*missing).into())],
        ExchangeFault::NeedsColumns { headings, .. } => {
            vec![("count", headings.len().into()), ("headings", headings.join(", ").into())]
        }
        ExchangeFault::BrokenText { format, at_byte } => {
            vec![("format", format.to_uppercase().into()), ("at", number(*at_byte))]
        }
        ExchangeFault::TooDeep { depth } => vec![("depth", (*depth).into())],
        ExchangeFault::BadArchive { said } => vec![("detail", said.clone().into())],
        ExchangeFault::ArchiveBomb { limit } => vec![("limit", megabytes(*limit))],
        ExchangeFault::PathOutside { name } => vec![("name", name.clone().into())],
        ExchangeFault::NoValues { rows } => vec![("rows", (*rows).into())],
        ExchangeFault::SeveralPeople { people } => vec![("people", (*people).into())],
        ExchangeFault::Empty
        | ExchangeFault::NoDate
        | ExchangeFault::NoThreshold
        | ExchangeFault::EntitiesRefused
        | ExchangeFault::ArchiveLocked
        | ExchangeFault::ArchiveTooDeep => vec![],
    };
    let words = Words::here();
    let say = |part| words.say_with(&format!("fault-{}-{part}", fault.code()), &facts);
    format!("{} {}", say("what"), say("next"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of each, so that a new variant without words is found: the list of `exchange_words` is exhaustive.
    fn every_refusal() -> Vec<ExchangeFault> {
        let name = "club/ride.xyz".to_owned();
        let headings = vec!["Datum".to_owned(), "Puls".to_owned()];
        vec![
            ExchangeFault::Empty,
            ExchangeFault::TooLarge { bytes: 300_000_000, limit: exchange::MAX_BYTES },
            ExchangeFault::UnknownFormat { name: name.clone() },
            ExchangeFault::NotYetSupported { format: "srm" },
            ExchangeFault::Unreadable { at_byte: 12, messages: 0 },
            ExchangeFault::NoActivity { messages: 3 },
            ExchangeFault::DecoderPanicked { messages: 3 },
            ExchangeFault::NotAWellnessTable { missing: "date" },
            ExchangeFault::NeedsColumns { headings, sample: Vec::new(), uses: Vec::new() },
            ExchangeFault::NoDate,
            ExchangeFault::NoThreshold,
            ExchangeFault::SeveralPeople { people: 3 },
            ExchangeFault::BrokenText { format: "tcx", at_byte: 99 },
            ExchangeFault::EntitiesRefused,
            ExchangeFault::TooDeep { depth: 200 },
            ExchangeFault::BadArchive { said: "no end of central directory".to_owned() },
            ExchangeFault::ArchiveLocked,
            ExchangeFault::ArchiveBomb { limit: 8 << 30 },
            ExchangeFault::PathOutside { name: "../../etc/passwd".to_owned() },
            ExchangeFault::ArchiveTooDeep,
            ExchangeFault::NoValues { rows: 4 },
        ]
    }

    #[test]
    fn every_refused_file_gets_a_sentence_that_says_what_it_is_and_what_to_do() {
        for fault in every_refusal() {
            let said = exchange_words(&fault);
            assert!(said.split_whitespace().count() >= 6, "{fault:?}: {said}");
            assert!(!said.contains("fault-") && !said.contains('{'), "{fault:?}: {said}");
            assert!(said.matches('.').count() >= 2, "what and what to do: {said}");
        }
    }

    #[test]
    fn every_fault_of_this_room_has_words_without_a_key_in_them() {
        let day = NaiveDate::default();
        let faults = [
            AppFault::BadStart { start: day.into(), now: day.into() },
            AppFault::DayToCome { day, today: day },
            AppFault::MorningUnclear { lines: 2 },
            AppFault::NoPositions,
            AppFault::OriginalElsewhere { name: "export.xml".to_owned() },
            AppFault::PlaceWithheld { athlete: "Ada Fell".to_owned() },
            AppFault::EnteredRefused { said: "no".to_owned() },
            AppFault::NoSuchImport { asked: "one".to_owned() },
            AppFault::DoesNotCount,
            AppFault::ChangesNothing,
            AppFault::RevisionUndone,
            AppFault::RevisionBuiltOn,
        ];
        for fault in faults {
            let told = fault.told("test", &Uuid::nil());
            for part in [&told.what, &told.next] {
                assert!(!part.contains("fault-") && !part.contains('{'), "{fault:?}: {part}");
            }
        }
    }
}
