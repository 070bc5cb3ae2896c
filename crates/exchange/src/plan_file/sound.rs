//! Whether what a signed plan says can be: a signature proves who wrote it, not that it makes sense.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use domain::overrides::{self, Change, Override};
use domain::session::Session;
use domain::week::Week;

use super::PlanFile;
use crate::signed::SignedFault;

/// The longest name, characters.
const NAME: usize = 200;

/// The longest text, characters: more than any field of the program takes.
const TEXT: usize = 20_000;

/// The most sessions in a week.
const SESSIONS: usize = 200;

/// Fails on names and texts too long, sessions no person could train, days outside the week, and ids used twice.
pub(super) fn check(file: &PlanFile) -> Result<(), SignedFault> {
    name("author", &file.author)?;
    name("athlete.name", &file.athlete.name)?;
    if !(1900..=2200).contains(&file.week.monday().year()) {
        return Err(bad("week"));
    }
    let sessions = &file.effective.sessions;
    let ids: BTreeSet<_> = sessions.iter().map(|session| session.id).collect();
    if ids.len() != sessions.len() || sessions.len() > SESSIONS {
        return Err(bad("effective.sessions"));
    }
    for one in sessions {
        if !file.week.contains(one.date) {
            return Err(bad("effective.sessions.date"));
        }
        session("effective.sessions", &one.session)?;
    }
    for made in &file.overrides {
        change(file.week, made)?;
    }
    for origin in &file.origins {
        change(origin.week, &origin.made)?;
    }
    for note in &file.notes {
        length("notes.text", &note.text, TEXT)?;
        name("notes.author", &note.author)?;
    }
    Ok(())
}

fn change(week: Week, made: &Override) -> Result<(), SignedFault> {
    name("overrides.author", &made.author)?;
    if let Some(text) = &made.text {
        length("overrides.text", text, TEXT)?;
    }
    let within = |date| if week.contains(date) { Ok(()) } else { Err(bad("overrides.change.date")) };
    match &made.change {
        Change::Add { date, session: new } => within(*date).and_then(|()| session("overrides.change.session", new)),
        Change::Replace { session: new } => session("overrides.change.session", new),
        Change::Move { to } => within(*to),
        Change::Scale { .. } | Change::Remove | Change::Lock | Change::Unlock | Change::Undo { .. } => Ok(()),
    }
}

fn session(field: &str, session: &Session) -> Result<(), SignedFault> {
    overrides::sound(session).map(|_| ()).map_err(|_| bad(field))
}

fn name(field: &str, text: &str) -> Result<(), SignedFault> {
    if text.contains(['\n', '\r', '\t']) { Err(bad(field)) } else { length(field, text, NAME) }
}

fn length(field: &str, text: &str, most: usize) -> Result<(), SignedFault> {
    if text.chars().count() > most { Err(bad(field)) } else { Ok(()) }
}

fn bad(field: &str) -> SignedFault {
    SignedFault::BadField { field: field.to_owned() }
}
