//! Whose each change is: the signatures that travel with them, made and checked.

use std::collections::BTreeSet;

use domain::id::{AthleteId, OverrideId};
use domain::overrides::Override;
use domain::provenance::{Origin, Source, Stamps};
use domain::week::Week;
use ed25519_dalek::SigningKey;
use serde::Serialize;

use super::PlanFile;
use crate::signed::{self, SignedFault, Verified, check_stamp, key_text};

/// What the signature on a change is for, so that it fits nothing else.
const CHANGE: &str = "trackside-override/1";

/// The same for its text.
const TEXT: &str = "trackside-override-text/1";

/// The version from which every change is signed.
pub(super) const SINCE: u32 = 3;

/// What is signed of a change: everything but the text.
#[derive(Serialize)]
struct Part<'a> {
    athlete: AthleteId,
    week: Week,
    made: &'a Override,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a Source>,
}

/// The text, bound to its change.
#[derive(Serialize)]
struct TextPart<'a> {
    change: OverrideId,
    text: &'a str,
}

/// Signs a change, and its text apart from it.
pub(super) fn stamp(
    athlete: AthleteId,
    week: Week,
    made: &Override,
    source: Option<&Source>,
    key: &SigningKey,
) -> Result<Stamps, SignedFault> {
    let bare = Override { text: None, ..made.clone() };
    let text = made.text.as_deref().map(|text| signed::stamp(TEXT, &TextPart { change: made.id, text }, key));
    Ok(Stamps {
        change: signed::stamp(CHANGE, &Part { athlete, week, made: &bare, source }, key)?,
        text: text.transpose()?,
    })
}

/// Fails unless every change of the file is signed by who it says, and everything it was taken from is there.
pub(super) fn check(verified: &Verified<PlanFile>) -> Result<(), SignedFault> {
    let file = &verified.payload;
    let bad = |field: &str| SignedFault::BadField { field: field.to_owned() };
    if verified.version < SINCE {
        let plain = file.stamps.is_empty() && file.sources.is_empty() && file.origins.is_empty() && file.x.is_empty();
        return if plain { Ok(()) } else { Err(bad("stamps")) };
    }
    let own: BTreeSet<OverrideId> = file.overrides.iter().map(|made| made.id).collect();
    let others: BTreeSet<OverrideId> = file.origins.iter().map(|origin| origin.made.id).collect();
    let distinct = own.len() == file.overrides.len() && others.len() == file.origins.len() && own.is_disjoint(&others);
    if !distinct {
        return Err(bad("overrides"));
    }
    if !file.stamps.keys().eq(own.iter()) {
        return Err(bad("stamps"));
    }
    let writer = key_text(&verified.key);
    for (id, stamps) in &file.stamps {
        if stamps.change.key != writer || stamps.text.as_ref().is_some_and(|text| text.key != writer) {
            return Err(bad(&format!("stamps.{id}")));
        }
    }
    if let Some(id) = file.sources.keys().find(|id| !own.contains(id)) {
        return Err(bad(&format!("sources.{id}")));
    }
    let signed = file.signed();
    let mut named = BTreeSet::new();
    for origin in signed.values() {
        check_one(origin)?;
        // Taking a session stays in its week. A change of another week or session was not what made this one.
        if origin.week != file.week {
            return Err(bad(&format!("origins.{}.week", origin.made.id)));
        }
        for (source, id) in origin.source.iter().flat_map(|source| source.overrides.iter().map(move |id| (source, *id)))
        {
            let from = signed.get(&id).filter(|_| others.contains(&id));
            if from.is_none_or(|from| from.made.session != source.session) {
                return Err(bad(&format!("origins.{id}")));
            }
            named.insert(id);
        }
    }
    // Nobody stands in a chain who made nothing of it.
    match others.difference(&named).next() {
        Some(idle) => Err(bad(&format!("origins.{idle}"))),
        None => Ok(()),
    }
}

fn check_one(origin: &Origin) -> Result<(), SignedFault> {
    let Origin { athlete, week, made, source, stamps } = origin;
    let bare = Override { text: None, ..made.clone() };
    let part = Part { athlete: *athlete, week: *week, made: &bare, source: source.as_ref() };
    check_stamp(&stamps.change, CHANGE, &part)?;
    match (&made.text, &stamps.text) {
        (None, None) => Ok(()),
        (Some(text), Some(stamp)) if stamp.key == stamps.change.key => {
            check_stamp(stamp, TEXT, &TextPart { change: made.id, text }).map(|_| ())
        }
        _ => Err(SignedFault::BadField { field: format!("stamps.{}.text", made.id) }),
    }
}
