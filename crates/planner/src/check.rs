//! Which hard limits a given week breaks: the same definitions the engine plans by, held against what the coach made of it.

use std::collections::BTreeSet;

use domain::effective::EffectiveSession;
use domain::id::SessionId;
use domain::reason::{Effect, Reason, Rule};
use domain::session::SessionKind;

use crate::Context;
use crate::limits::{Item, Limits, done, planned, used};

/// A limit that a session breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct Broken {
    /// Which session.
    pub session: SessionId,
    /// The limit, with its numbers.
    pub reason: Reason,
}

/// Every hard limit a week breaks, by day and session. Sessions taken out, days of rest, past days and days on which
/// something was done already are not judged, but what stands or was done there counts for the others. A limit of the whole
/// week (rest days, quality sessions, minutes, load) is said once, of the last session that counts for it; minutes nobody
/// answered for are no limit.
#[must_use]
pub fn broken(context: &Context, sessions: &[EffectiveSession]) -> Vec<Broken> {
    let limits = Limits::of(context);
    let mut standing: Vec<&EffectiveSession> =
        sessions.iter().filter(|s| !s.removed && s.session.kind != SessionKind::Rest).collect();
    standing.sort_by_key(|s| (s.date, s.id));
    let done = done(context);
    let mut broken: Vec<Broken> = Vec::new();
    for (index, session) in standing.iter().enumerate() {
        if session.date < context.today || used(context, session.date) || session.session.minutes == 0 {
            continue;
        }
        let others: Vec<EffectiveSession> = standing
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index)
            .map(|(_, other)| (*other).clone())
            .collect();
        let mut items = done.clone();
        items.extend(planned(context, &others));
        let item = Item::of(session.date, &session.session);
        let stops = limits.stops(&item, &items, Effect::Refused);
        broken.extend(stops.into_iter().map(|reason| Broken { session: session.id, reason }));
    }
    once(broken)
}

/// Limits of the whole week only of the last session that breaks them.
fn once(mut broken: Vec<Broken>) -> Vec<Broken> {
    let mut said: BTreeSet<(Rule, Option<String>)> = BTreeSet::new();
    broken.reverse();
    broken.retain(|one| {
        let week = matches!(one.reason.rule, Rule::QualityCount | Rule::RestDay | Rule::WeekBound);
        !week || said.insert((one.reason.rule, one.reason.name.clone()))
    });
    broken.reverse();
    broken
}
