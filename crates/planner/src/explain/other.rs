//! Other weeks and what they cost. Each is proposed by the engine under a tighter limit of the coach, with the present week
//! to keep to; and last week once more, where it keeps all limits.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use domain::effective::{EffectiveSession, Source};
use domain::explanation::{Alternative, Other};
use domain::id::SessionId;
use domain::session::{Session, SessionKind};
use domain::sport::Sport;
use domain::words::Words;
use uuid::Uuid;

use super::{Days, accepted};
use crate::check::broken;
use crate::{Context, Draft, Past, Standing, propose};

/// A lighter week holds this much of the proposal's load.
const LIGHTER: f64 = 0.80;
/// Something done is called long from here on, minutes, when it was the longest of its week.
const LONG: f64 = 75.0;

/// Those that keep all limits and are another week than the proposal, each kind at most once.
pub(super) fn alternatives(context: &Context, draft: &Draft, now: &Days) -> Vec<Alternative> {
    let mut found: Vec<(Days, Alternative)> = Vec::new();
    for other in Other::ALL {
        let then = match other {
            Other::AsLastWeek => as_last_week(context, draft),
            _ => tighter(context, draft, now, other),
        };
        let Some(then) = then.filter(|then| then != now && !found.iter().any(|(before, _)| before == then)) else {
            continue;
        };
        let alternative = Alternative {
            other,
            sessions: then.sessions().map(|(date, session)| (date, session.clone())).collect(),
            load: then.load(),
            load_change: then.load() - now.load(),
            changed: u32::try_from(then.different(now).len()).unwrap_or(u32::MAX),
            quality_change: then.quality() - now.quality(),
        };
        found.push((then, alternative));
    }
    found.into_iter().map(|(_, alternative)| alternative).collect()
}

/// The week under a tighter limit; `None` where there is nothing to tighten, or where it does not come out as its name says.
fn tighter(context: &Context, draft: &Draft, now: &Days, other: Other) -> Option<Days> {
    let mut then = context.clone();
    let days = now.0.len();
    match other {
        Other::Lighter => then.bounds.week_load = Some(LIGHTER * now.load()).filter(|load| *load > 0.0),
        Other::FewerDays => then.bounds.rest_days = Some(u32::try_from(8_usize.checked_sub(days.max(1))?).ok()?),
        Other::LessQuality => then.bounds.quality = Some(u32::try_from(now.quality() - 1).ok()?),
        Other::AsLastWeek => return None,
    }
    let own = draft.sessions.iter().filter(|planned| planned.pinned.is_none() && planned.block.is_none());
    then.standing = own
        .filter(|planned| planned.session.kind != SessionKind::Rest)
        .map(|planned| Standing { date: planned.date, session: planned.session.clone() })
        .collect();
    let proposed = propose(&then);
    let week = Days::of(context, &proposed);
    let as_named = match other {
        Other::Lighter => week.load() < now.load() - 1e-9,
        Other::FewerDays => week.0.len() < days && !week.0.is_empty(),
        Other::LessQuality => week.quality() < now.quality(),
        Other::AsLastWeek => false,
    };
    (as_named && keeps_limits(context, &accepted(context, &proposed))).then_some(week)
}

/// Whether what the engine (or last week) places keeps the limits; what the coach or the club put there is theirs.
fn keeps_limits(context: &Context, sessions: &[EffectiveSession]) -> bool {
    let placed = |id: SessionId| sessions.iter().any(|s| s.id == id && s.source == Source::Proposed);
    !broken(context, sessions).iter().any(|one| placed(one.session))
}

/// What was done last week on the days that are still open; `None` where a load is unknown, nothing was done, or a limit of
/// this week does not allow it.
fn as_last_week(context: &Context, draft: &Draft) -> Option<Days> {
    let open = |date: NaiveDate| date >= context.today;
    let fixed = draft.sessions.iter().zip(accepted(context, draft));
    let mut sessions: Vec<EffectiveSession> = fixed
        .filter(|(planned, _)| planned.pinned.is_some() || planned.block.is_some() || !open(planned.date))
        .map(|(_, session)| session)
        .collect();
    let last: Vec<&Past> = context.recent.iter().filter(|past| context.week.previous().contains(past.date)).collect();
    let longest = last.iter().map(|past| past.minutes).fold(0.0, f64::max);
    let mut days: BTreeMap<(NaiveDate, Sport), Vec<&Past>> = BTreeMap::new();
    for past in last.into_iter().filter(|past| past.minutes >= 1.0) {
        let date = past.date + Duration::days(7);
        if open(date) && !sessions.iter().any(|kept| kept.date == date) {
            days.entry((date, past.sport)).or_default().push(past);
        }
    }
    if days.is_empty() {
        return None;
    }
    let numbers = u128::MAX - days.len() as u128..;
    for (((date, sport), done), n) in days.into_iter().zip(numbers) {
        sessions.push(EffectiveSession {
            id: SessionId(Uuid::from_u128(n)),
            date,
            session: again(sport, &done, longest)?,
            source: Source::Proposed,
            locked: false,
            removed: false,
            block: None,
        });
    }
    let placed = sessions.iter().filter(|session| !session.removed);
    keeps_limits(context, &sessions).then(|| Days::from(placed.map(|session| (session.date, &session.session))))
}

/// What was done in one sport on one day, as a session. Recordings of one day are one session: a warm-up is often one apart.
fn again(sport: Sport, done: &[&Past], longest: f64) -> Option<Session> {
    let minutes: f64 = done.iter().map(|past| past.minutes).sum();
    let load = done.iter().map(|past| past.load).sum::<Option<f64>>()?;
    let kind = match done.iter().any(|past| past.quality) {
        true => SessionKind::Tempo,
        false if minutes >= LONG && minutes >= longest => SessionKind::Long,
        false => SessionKind::Easy,
    };
    let title = Words::here().say(&format!("kind-{}", kind.code()));
    Some(Session { kind, sport, title, minutes: minutes.round() as u32, load, steps: Vec::new(), workout: None })
}
