//! Whose each change in a plan file is: signatures that travel with them.

use std::collections::BTreeMap;

use domain::id::OverrideId;
use domain::provenance::{Provenance, Source, behind};
use ed25519_dalek::SigningKey;
use exchange::plan_file::{PlanFile, Texts, read, write};
use exchange::signed::{self, SignedFault, key_text};
use testkit::{clock, people, plan};

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn public(seed: u8) -> String {
    key_text(&key(seed).verifying_key())
}

/// The first coach's file, with all texts.
fn first() -> PlanFile {
    let athlete = people::athlete(1, "Maren Oakhollow");
    let week = plan::worked_week(athlete.id);
    PlanFile::of(&week, &athlete, "Robin Teasdale", clock::now(), &Texts::All, &BTreeMap::new()).0
}

/// The file of a second coach, who made their own change from one of the first's, and tells its text or not.
fn second(texts: &Texts) -> (PlanFile, OverrideId) {
    let theirs = read(&write(&first(), &key(1)).expect("written")).expect("read").payload;
    let signed = theirs.signed();
    let made = theirs.overrides.iter().find(|made| made.text.is_some()).expect("one with a text");
    let (from, session) = (made.id, made.session);
    let athlete = people::athlete(2, "Maren Oakhollow");
    let mut week = plan::worked_week(athlete.id);
    let renamed: Vec<_> =
        week.overrides.iter().enumerate().map(|(n, _)| OverrideId(testkit::id(900 + n as u64))).collect();
    for (made, id) in week.overrides.iter_mut().zip(&renamed) {
        made.id = *id;
    }
    week.overrides.truncate(1);
    let made = week.overrides[0].id;
    let source =
        Source { author: theirs.author.clone(), key: public(1), file: "ab".to_owned(), session, overrides: vec![from] };
    let taken = BTreeMap::from([(made, Provenance { source, origins: behind(&[from], &signed) })]);
    (PlanFile::of(&week, &athlete, "Bo Hart", clock::now(), texts, &taken).0, from)
}

#[test]
fn a_change_passed_on_is_still_signed_by_who_made_it() {
    let (file, from) = second(&Texts::All);
    let read = read(&write(&file, &key(2)).expect("written")).expect("verified");
    let signed = read.payload.signed();
    assert_eq!(signed[&from].stamps.change.key, public(1));
    assert!(signed[&from].made.text.is_some());
    assert!(read.payload.stamps.values().all(|stamps| stamps.change.key == public(2)));
    let (quiet, _) = second(&Texts::none());
    let quiet =
        exchange::plan_file::read(&write(&quiet, &key(2)).expect("written")).expect("without its text it still holds");
    assert_eq!(quiet.payload.signed()[&from].made.text, None);
}

/// What another makes of a stamped file and signs whole.
fn forged(change: impl FnOnce(&mut PlanFile)) -> SignedFault {
    let mut file = second(&Texts::All).0.stamped(&key(2)).expect("stamped");
    change(&mut file);
    let bytes = signed::write(&file, &key(2)).expect("the envelope holds");
    read(&bytes).expect_err("refused")
}

#[test]
fn nobody_can_put_words_into_another_s_mouth() {
    assert_eq!(forged(|file| file.origins[0].made.author = "Somebody".to_owned()), SignedFault::BadSignature);
    assert_eq!(forged(|file| file.origins[0].made.text = Some("Never said".to_owned())), SignedFault::BadSignature);
    assert_eq!(forged(|file| file.origins[0].athlete = people::athlete(7, "X").id), SignedFault::BadSignature);
    assert_eq!(forged(|file| file.origins[0].stamps.change.key = public(3)), SignedFault::BadSignature);
    assert_eq!(forged(|file| file.origins[0].stamps.change.key = "AAAA".to_owned()), SignedFault::BadKey);
    let missing = forged(|file| file.origins.clear());
    assert!(matches!(missing, SignedFault::BadField { ref field } if field.starts_with("origins.")), "{missing:?}");
    let of_another_session = forged(|file| {
        for source in file.sources.values_mut() {
            source.session = file.effective.sessions[0].id;
        }
        *file = file.clone().stamped(&key(2)).expect("stamped");
    });
    assert!(matches!(of_another_session, SignedFault::BadField { .. }), "{of_another_session:?}");
    let idle = forged(|file| {
        file.sources.clear();
        *file = file.clone().stamped(&key(2)).expect("stamped");
    });
    assert!(matches!(idle, SignedFault::BadField { ref field } if field.starts_with("origins.")), "{idle:?}");
    let other = forged(|file| *file = file.clone().stamped(&key(3)).expect("stamped"));
    assert!(matches!(other, SignedFault::BadField { ref field } if field.starts_with("stamps.")), "{other:?}");
    assert!(matches!(forged(|file| file.stamps.clear()), SignedFault::BadField { .. }));
}

#[test]
fn a_signature_does_not_make_nonsense_sense() {
    let nonsense = |change: fn(&mut PlanFile)| {
        let mut file = first();
        change(&mut file);
        write(&file, &key(1)).expect_err("refused")
    };
    for fault in [
        nonsense(|file| file.author = "x".repeat(201)),
        nonsense(|file| file.athlete.name = "two\nlines".to_owned()),
        nonsense(|file| file.effective.sessions[0].session.minutes = 100_000),
        nonsense(|file| file.effective.sessions[0].date = file.week.next().monday()),
        nonsense(|file| file.notes[0].text = "\u{1b}[31mred".to_owned()),
        nonsense(|file| file.effective.sessions[0].session.load = 1e300),
        nonsense(|file| file.effective.sessions[0].session.minutes += 60),
        nonsense(|file| file.active.clear()),
        nonsense(|file| file.author = "Robin\u{200b} Teasdale".to_owned()),
        nonsense(|file| file.written_at = chrono::DateTime::<chrono::Utc>::MAX_UTC),
    ] {
        assert!(matches!(fault, SignedFault::NotWritable { .. }), "{fault:?}");
    }
}

#[test]
fn what_later_programs_add_under_x_is_kept_and_passed_over() {
    let mut file = first();
    file.x.insert("weather".to_owned(), serde_json::json!({ "wind": 3.5, "from": ["N"] }));
    let bytes = write(&file, &key(1)).expect("written");
    assert_eq!(read(&bytes).expect("read").payload.x["weather"]["wind"], 3.5);
}
