//! Whether what a signed plan says can be: a signature proves who wrote it, not that it makes sense.

use std::collections::BTreeSet;

use domain::effective::{active, effective};
use domain::overrides::{self, Change, Override};
use domain::session::Session;
use domain::week::Week;

use super::{PlanFile, chain};
use crate::signed::SignedFault;
use crate::signed::Verified;
use crate::signed::sound::{TEXT, bad, day, length, moment, name};

/// The most sessions in a week.
const SESSIONS: usize = 200;

/// Fails on names and texts too long, moments nobody lives in, sessions no person could train, days outside the week, ids used
/// twice, and a week that is not what its proposal and changes make.
pub(super) fn check(verified: &Verified<PlanFile>) -> Result<(), SignedFault> {
    let file = &verified.payload;
    name("author", &file.author)?;
    name("athlete.name", &file.athlete.name)?;
    day("week", file.week.monday())?;
    moment("written_at", file.written_at)?;
    moment("proposal.made_at", file.proposal.made_at)?;
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
    for made in file.overrides.iter().chain(file.origins.iter().map(|origin| &origin.made)) {
        change(file.week, made)?;
    }
    for note in &file.notes {
        length("notes.text", &note.text, TEXT)?;
        name("notes.author", &note.author)?;
        moment("notes.at", note.at)?;
    }
    // Else the changes, each signed by whoever made it, would stand beside a week that none of them made.
    let made_of = (effective(&file.proposal, &file.overrides), active(&file.overrides).into_iter().collect());
    if verified.version >= chain::SINCE && made_of != (file.effective.clone(), file.active.clone()) {
        return Err(bad("effective"));
    }
    Ok(())
}

fn change(week: Week, made: &Override) -> Result<(), SignedFault> {
    name("overrides.author", &made.author)?;
    moment("overrides.at", made.at)?;
    if let Some(text) = &made.text {
        length("overrides.text", text, TEXT)?;
    }
    let within = |date| if week.contains(date) { Ok(()) } else { Err(bad("overrides.change.date")) };
    match &made.change {
        Change::Add { date, session: new } => within(*date).and_then(|()| session("overrides.change.session", new)),
        Change::Replace { session: new } => session("overrides.change.session", new),
        Change::Move { to } => within(*to),
        Change::Scale { percent } if !(10..=200).contains(percent) => Err(bad("overrides.change.percent")),
        Change::Scale { .. } | Change::Remove | Change::Lock | Change::Unlock | Change::Undo { .. } => Ok(()),
    }
}

fn session(field: &str, session: &Session) -> Result<(), SignedFault> {
    overrides::sound(session).map(|_| ()).map_err(|_| bad(field))
}
