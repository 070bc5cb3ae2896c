//! From what stands in the override form to a change: plain, so that it is tested without a browser.

use chrono::NaiveDate;
use domain::effective::EffectiveSession;
use domain::library::Template;
use domain::overrides::Change;
use domain::session::Session;
use domain::sport::Sport;

/// What the coach wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// To another day.
    #[default]
    Move,
    /// Another session from the library in its place.
    Replace,
    /// Other minutes or another title.
    Edit,
    /// Shorter or longer.
    Scale,
    /// Take it out.
    Remove,
    /// Put a new one in.
    Add,
    /// Keep it through re-proposals.
    Lock,
    /// Let re-proposals change it.
    Unlock,
}

impl Kind {
    /// What can be done to a session that stands in the week.
    pub const OF_SESSION: [Kind; 6] = [Kind::Move, Kind::Replace, Kind::Edit, Kind::Scale, Kind::Remove, Kind::Lock];

    /// The stable name used in the words file (`week-do-move`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Move => "move",
            Kind::Replace => "replace",
            Kind::Edit => "edit",
            Kind::Scale => "scale",
            Kind::Remove => "remove",
            Kind::Add => "add",
            Kind::Lock => "lock",
            Kind::Unlock => "unlock",
        }
    }
}

/// Where a session that is put in comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Source {
    /// A template of the library.
    #[default]
    Library,
    /// One line of text.
    Line,
}

/// What stands in the form, as typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entries {
    /// What to do.
    pub kind: Kind,
    /// The day to move to or to add on.
    pub day: NaiveDate,
    /// Stable name of the template.
    pub template: String,
    /// Minutes.
    pub minutes: String,
    /// Title.
    pub title: String,
    /// Percent of the present duration.
    pub percent: String,
    /// Where a session that is put in comes from.
    pub source: Source,
    /// What the line of text says, once it is read.
    pub line: Option<Session>,
}

/// Why the entries are not a change yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfinished {
    /// It stands on that day already.
    SameDay,
    /// No template is chosen.
    NoTemplate,
    /// The line is no session yet.
    NoLine,
    /// Minutes are not a whole number from 1 to 1440.
    Minutes,
    /// Percent is not a whole number from 10 to 200.
    Percent,
    /// A session needs a title.
    NoTitle,
    /// A rest day has no minutes to change: choose from the library.
    RestHasNoMinutes,
    /// Nothing is different.
    NothingNew,
    /// There is no session to change.
    NoSession,
}

impl Unfinished {
    /// The stable name used in the words file (`week-unfinished-same-day`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Unfinished::SameDay => "same-day",
            Unfinished::NoTemplate => "no-template",
            Unfinished::NoLine => "no-line",
            Unfinished::Minutes => "minutes",
            Unfinished::Percent => "percent",
            Unfinished::NoTitle => "no-title",
            Unfinished::RestHasNoMinutes => "rest-has-no-minutes",
            Unfinished::NothingNew => "nothing-new",
            Unfinished::NoSession => "no-session",
        }
    }
}

/// The change the entries describe. `present` is the session as it counts now; `sport` is used for templates of any sport.
///
/// # Errors
/// [`Unfinished`] while something is missing.
pub fn change(
    entries: &Entries,
    present: Option<&EffectiveSession>,
    templates: &[Template],
    sport: Sport,
) -> Result<Change, Unfinished> {
    let session = || present.ok_or(Unfinished::NoSession);
    match entries.kind {
        Kind::Move if session()?.date == entries.day => Err(Unfinished::SameDay),
        Kind::Move => Ok(Change::Move { to: entries.day }),
        Kind::Scale => match whole(&entries.percent, 10, 200).ok_or(Unfinished::Percent)? {
            100 => Err(Unfinished::NothingNew),
            percent => Ok(Change::Scale { percent }),
        },
        Kind::Remove => session().map(|_| Change::Remove),
        Kind::Lock => session().map(|_| Change::Lock),
        Kind::Unlock => session().map(|_| Change::Unlock),
        Kind::Replace => {
            session()?;
            Ok(Change::Replace { session: put_in(entries, templates, sport)? })
        }
        Kind::Add => Ok(Change::Add { date: entries.day, session: put_in(entries, templates, sport)? }),
        Kind::Edit => {
            let now = &session()?.session;
            let title = entries.title.trim();
            if title.is_empty() {
                return Err(Unfinished::NoTitle);
            }
            let mut edited = if now.minutes == 0 {
                if !matches!(entries.minutes.trim(), "" | "0") {
                    return Err(Unfinished::RestHasNoMinutes);
                }
                now.clone()
            } else {
                let minutes = whole(&entries.minutes, 1, 1440).ok_or(Unfinished::Minutes)?;
                now.scaled(f64::from(minutes) / f64::from(now.minutes))
            };
            title.clone_into(&mut edited.title);
            if edited == *now { Err(Unfinished::NothingNew) } else { Ok(Change::Replace { session: edited }) }
        }
    }
}

/// The session that is put in.
fn put_in(entries: &Entries, templates: &[Template], sport: Sport) -> Result<Session, Unfinished> {
    match entries.source {
        Source::Library => {
            let template = templates.iter().find(|t| t.id == entries.template).ok_or(Unfinished::NoTemplate)?;
            let minutes = whole(&entries.minutes, 1, 1440).ok_or(Unfinished::Minutes)?;
            let sport = if template.sport == Sport::Other { sport } else { template.sport };
            Ok(template.session(sport, minutes))
        }
        Source::Line => {
            let session = entries.line.clone().ok_or(Unfinished::NoLine)?;
            let title = entries.title.trim().to_owned();
            if title.is_empty() { Err(Unfinished::NoTitle) } else { Ok(Session { title, ..session }) }
        }
    }
}

fn whole(text: &str, lowest: u32, highest: u32) -> Option<u32> {
    text.trim().parse().ok().filter(|n| (lowest..=highest).contains(n))
}
