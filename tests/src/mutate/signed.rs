//! Signed files: what their readers say to changed ones.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use app::AppFault;
use chrono::Days;
use domain::id::{ActivityId, OwnFileId, WordId};
use domain::own::{OwnWord, Said};
use domain::unit::Rpe;
use domain::wellness::WellnessField;
use ed25519_dalek::{SigningKey, VerifyingKey};
use exchange::plan_file::{self, PlanFile, Texts};
use exchange::return_file::{self, ReturnFile};
use exchange::signed::{self, SignedFault};
use serde_json::Value;
use testkit::{clock, people, plan};
use uuid::Uuid;

use super::guard::Watch;
use super::{Dice, Fault, Outcome, Tally, bytes, values};

/// A plan file of a coach.
pub const PLAN: &str = "plan file";
/// What an athlete sends back.
pub const RETURN: &str = "return file";

/// A kind of signed file, with true ones of it.
pub(super) struct Kind {
    name: &'static str,
    read: fn(&[u8]) -> Result<VerifyingKey, SignedFault>,
    files: Vec<True>,
}

/// A file as its author wrote it.
struct True {
    bytes: Vec<u8>,
    value: Value,
    author: VerifyingKey,
}

impl True {
    fn of(bytes: Vec<u8>, author: &SigningKey) -> Result<True, Fault> {
        Ok(True { value: serde_json::from_slice(&bytes)?, bytes, author: author.verifying_key() })
    }
}

/// Plan files and return files, of two authors each.
pub(super) fn kinds() -> Result<Vec<Kind>, Fault> {
    let keys = [7, 9].map(|byte| SigningKey::from_bytes(&[byte; 32]));
    let (mut plans, mut returns) = (Vec::new(), Vec::new());
    for (number, key) in (1..).zip(&keys) {
        let athlete = people::athlete(number, "Maren Oakhollow");
        for week in [plan::worked_week(athlete.id), plan::untouched_week(athlete.id)] {
            let texts = Texts::All;
            let file = PlanFile::of(&week, &athlete, "Robin Teasdale", clock::now(), &texts, &BTreeMap::new()).0;
            plans.push(True::of(plan_file::write(&file, key)?, key)?);
        }
        let id = |n: u64| Uuid::from_u128(u128::from(number * 100 + n));
        let day = clock::today() - Days::new(1);
        let activity = ActivityId(id(7));
        let said = [
            Said::Morning { day, field: WellnessField::Sleep, value: 7.5 },
            Said::Effort { activity, rpe: Rpe(6.5) },
            Said::Comment { activity, text: "Windy, and the last interval was too long.".to_owned() },
        ];
        let words = (10..).zip(said).map(|(n, said)| OwnWord {
            id: WordId(id(n)),
            said,
            author: athlete.name.clone(),
            at: clock::now(),
        });
        let file = ReturnFile {
            own: OwnFileId(id(1)),
            athlete: athlete.id,
            name: athlete.name.clone(),
            written_at: clock::now(),
            words: words.collect(),
        };
        returns.push(True::of(signed::write(&file, key)?, key)?);
    }
    Ok(vec![
        Kind { name: PLAN, read: |bytes| plan_file::read(bytes).map(|file| file.key), files: plans },
        Kind { name: RETURN, read: |bytes| return_file::read(bytes).map(|file| file.key), files: returns },
    ])
}

/// Changes a file, feeds it to its reader and counts what came of it.
pub(super) fn one(kind: &Kind, dice: &mut Dice, watch: &Watch, tally: &mut Tally) {
    let file = dice.pick(&kind.files);
    let (way, changed) = loop {
        let other = dice.pick(&kind.files);
        let (way, changed) = match dice.below(10) {
            0..=3 => bytes::change(dice, &file.bytes, &other.bytes),
            4..=8 => values::change(dice, &file.value, &other.value),
            _ => values::by_a_stranger(dice, &file.value),
        };
        // What came out as a true file again is not a changed one.
        if kind.files.iter().all(|file| file.bytes != changed) {
            break (way, changed);
        }
    };
    let (read, took) = watch.time(|| catch_unwind(AssertUnwindSafe(|| (kind.read)(&changed))));
    let outcome = match read {
        Ok(Err(fault)) => {
            tally.said(kind.name, fault.code(), || words(fault));
            Outcome::Refused
        }
        Ok(Ok(key)) if kind.files.iter().all(|file| file.author != key) => Outcome::Stranger,
        Ok(Ok(_)) => Outcome::Accepted,
        Err(_) => Outcome::Crashed,
    };
    if matches!(outcome, Outcome::Accepted | Outcome::Crashed) {
        tally.describe(format!(
            "{}, {way}: {}",
            kind.name,
            String::from_utf8_lossy(&changed[..changed.len().min(400)])
        ));
    }
    tally.count(kind.name, way, outcome, took);
}

/// What a person reads.
fn words(fault: SignedFault) -> String {
    let told = AppFault::from(fault).told("mutate", &Uuid::nil());
    format!("{} {}", told.what, told.next)
}
