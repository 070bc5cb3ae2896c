//! Plan files and the page beside them.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::words::Words;
use ed25519_dalek::{Signer as _, SigningKey};
use exchange::plan_file::{self, PlanFile, Texts, read, write};
use exchange::plan_page;
use exchange::signed::{SignedFault, fingerprint};
use testkit::{clock, people, plan};

fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn file() -> PlanFile {
    let athlete = people::athlete(1, "Maren <Oak> & hollow");
    let week = plan::worked_week(athlete.id);
    let file = PlanFile::of(&week, &athlete, "Robin Teasdale", clock::now(), &Texts::All, &BTreeMap::new()).0;
    file.stamped(&key()).expect("signed")
}

fn bytes() -> Vec<u8> {
    write(&file(), &key()).expect("written")
}

fn fault(bytes: &[u8]) -> SignedFault {
    read(bytes).expect_err("refused")
}

#[test]
fn what_is_written_is_read_back_with_its_key() {
    let verified = read(&bytes()).expect("verified");
    assert_eq!(verified.payload, file());
    assert_eq!(verified.key, key().verifying_key());
    assert_eq!(verified.fingerprint(), fingerprint(&key().verifying_key()));
}

#[test]
fn the_same_plan_always_gives_the_same_bytes() {
    assert_eq!(bytes(), bytes());
}

#[test]
fn a_fingerprint_is_eight_groups_of_four_digits_and_differs_between_keys() {
    let print = fingerprint(&key().verifying_key());
    assert_eq!(print.len(), 39);
    assert!(print.split(' ').all(|group| group.len() == 4 && group.chars().all(|c| c.is_ascii_hexdigit())));
    assert_ne!(print, fingerprint(&SigningKey::from_bytes(&[8; 32]).verifying_key()));
}

#[test]
fn private_and_replaced_notes_stay_at_home() {
    let athlete = people::athlete(1, "Maren Oakhollow");
    let week = plan::worked_week(athlete.id);
    let (file, withheld) =
        PlanFile::of(&week, &athlete, "Robin Teasdale", clock::now(), &Texts::none(), &BTreeMap::new());
    let texts: Vec<&str> = file.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(texts, vec!["Eat before the Tuesday ride.", "Long ride on Saturday."]);
    assert_eq!(withheld.notes, 1);
    let text = String::from_utf8(write(&file, &key()).expect("written")).expect("text");
    assert!(!text.contains("call on Friday"));
}

#[test]
fn changing_any_bit_of_any_byte_is_refused() {
    let good = bytes();
    let mut codes: BTreeSet<&str> = BTreeSet::new();
    for at in 0..good.len() {
        for bit in 0..8 {
            let mut bad = good.clone();
            bad[at] ^= 1 << bit;
            match read(&bad) {
                Ok(_) => panic!("byte {at}, bit {bit} changed and nobody noticed"),
                Err(fault) => codes.insert(fault.code()),
            };
        }
    }
    assert!(codes.contains("signed-signature") && codes.contains("signed-not-canonical"), "{codes:?}");
}

#[test]
fn a_file_that_is_cut_or_has_more_is_refused() {
    let good = bytes();
    for length in (0..good.len()).step_by(13) {
        assert!(read(&good[..length]).is_err(), "{length} bytes");
    }
    for more in [&b"\n"[..], b" ", b"\0", b"{}"] {
        assert!(read(&[good.as_slice(), more].concat()).is_err(), "{more:?}");
        assert!(read(&[more, good.as_slice()].concat()).is_err(), "{more:?}");
    }
}

#[test]
fn each_refusal_says_what_is_wrong() {
    let good = String::from_utf8(bytes()).expect("text");
    let changed = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        fault(good.replacen(from, to, 1).as_bytes())
    };
    assert!(matches!(fault(b""), SignedFault::NotOfThisKind { at_byte: Some(0), .. }));
    assert!(matches!(fault(b"\xff\xfe"), SignedFault::NotOfThisKind { .. }));
    assert!(matches!(changed("trackside-plan", "other-plan"), SignedFault::NotOfThisKind { .. }));
    assert_eq!(changed("\"version\":3", "\"version\":4"), SignedFault::NewerVersion { found: 4, known: 3 });
    assert!(matches!(changed("\"version\":3", "\"version\":0"), SignedFault::BadField { .. }));
    assert!(matches!(changed("\"author\":", "\"writer\":"), SignedFault::BadField { .. }));
    assert!(matches!(changed("{\"format\"", "{ \"format\""), SignedFault::NotCanonical { at_byte: 1 }));
    assert!(matches!(changed("\"minutes\":60", "\"minutes\":6e1"), SignedFault::BadField { .. }));
    assert!(matches!(changed("\"load\":78.25", "\"load\":78.250"), SignedFault::NotCanonical { .. }));
    assert_eq!(changed("Family on Sunday", "Family on Monday"), SignedFault::BadSignature);
}

/// A file as the second version of the format wrote it: nothing but the envelope is signed.
fn old(version: u32, file: &PlanFile) -> String {
    let bare = PlanFile { stamps: BTreeMap::new(), ..file.clone() };
    let payload = String::from_utf8(serde_jcs::to_vec(&bare).expect("canonical")).expect("text");
    let sign = |text: String| STANDARD.encode(key().sign(text.as_bytes()).to_bytes());
    let signature = sign(format!("trackside-plan/{version}\n{payload}"));
    let public = STANDARD.encode(key().verifying_key().as_bytes());
    format!(
        "{{\"format\":\"trackside-plan\",\"key\":\"{public}\",\"payload\":{payload},\"signature\":\"{signature}\",\"version\":{version}}}"
    )
}

#[test]
fn files_of_earlier_versions_are_still_read_and_their_version_is_signed_too() {
    for version in [1, 2] {
        let text = old(version, &file());
        assert_eq!(read(text.as_bytes()).expect("read").payload, PlanFile { stamps: BTreeMap::new(), ..file() });
    }
    let relabelled = old(2, &file()).replace("\"version\":2", "\"version\":1");
    assert_eq!(fault(relabelled.as_bytes()), SignedFault::BadSignature);
    let unsigned = old(3, &file());
    assert_eq!(fault(unsigned.as_bytes()), SignedFault::BadField { field: "stamps".to_owned() });
}

#[test]
fn a_plan_signed_by_another_key_than_the_one_inside_is_refused() {
    let good = String::from_utf8(bytes()).expect("text");
    let other = String::from_utf8(write(&file(), &SigningKey::from_bytes(&[9; 32])).expect("written")).expect("text");
    let of = |text: &str| {
        let start = text.find("\"key\":\"").expect("a key") + 7;
        text[start..start + 44].to_owned()
    };
    let mixed = good.replace(&of(&good), &of(&other));
    assert_eq!(fault(mixed.as_bytes()), SignedFault::BadSignature);
}

#[test]
fn too_large_and_too_deep_files_are_refused_before_they_cost_anything() {
    let large = vec![b' '; plan_file::MAX_BYTES + 1];
    assert!(matches!(fault(&large), SignedFault::TooLarge { .. }));
    let deep = "[".repeat(1_000_000);
    assert!(matches!(fault(deep.as_bytes()), SignedFault::TooDeep { at_byte: 32, .. }));
    let hidden = format!("{{\"format\":\"trackside-plan\",\"payload\":{}", "{\"a\":".repeat(100_000));
    assert!(matches!(fault(hidden.as_bytes()), SignedFault::TooDeep { .. }));
}

#[test]
fn a_number_that_is_none_is_not_written() {
    let mut file = file();
    file.effective.sessions[0].session.load = f64::NAN;
    assert!(matches!(write(&file, &key()), Err(SignedFault::NotWritable { .. })));
}

#[test]
fn numbers_survive_to_the_last_digit() {
    let mut file = file();
    for (i, session) in file.proposal.sessions.iter_mut().enumerate() {
        session.session.load = 100.0 / 3.0 + f64::EPSILON * i as f64 * 16.0;
    }
    file.effective = domain::effective::effective(&file.proposal, &file.overrides);
    let verified = read(&write(&file, &key()).expect("written")).expect("verified");
    assert_eq!(verified.payload, file.stamped(&key()).expect("signed"));
}

#[test]
fn the_page_shows_the_week_and_escapes_what_people_wrote() {
    let page = plan_page::html(&file(), "1a2b 3c4d", Words::english());
    for text in [
        "Maren &lt;Oak&gt; &amp; hollow",
        "Group run &lt;b&gt;&amp; coffee&lt;/b&gt;",
        "Threshold 3 x 10 min",
        "3 × 10 min at 98 % of threshold, 3.5 min easy after each",
        "Eat before the Tuesday ride.",
        "Family on Sunday",
        "1a2b 3c4d",
        "Robin Teasdale",
        "2 h 00",
    ] {
        assert!(page.contains(text), "`{text}` is missing:\n{page}");
    }
    for text in
        ["<script", "http://", "https://", "<b>&", "call on Friday", "Train to the north", "page-", "The trip is off"]
    {
        assert!(!page.contains(text), "`{text}` must not be there");
    }
    for day in ["Mon 23 Nov", "Tue 24 Nov", "Sun 29 Nov"] {
        assert!(page.contains(day), "{day}");
    }
}
