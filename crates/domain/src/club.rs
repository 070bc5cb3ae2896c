//! Fixed things of the club: group sessions, hall times, camps. The engine plans around them and never moves them.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use crate::availability::{Unsound, check_days};
use crate::id::{BlockId, SquadId};
use crate::reason::Reason;
use crate::session::Session;
use crate::week::Week;

/// What kind of fixed thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The group trains together.
    GroupSession,
    /// A hall, pool or track is booked.
    HallTime,
    /// A camp: the same session on each of its days.
    Camp,
}

impl BlockKind {
    /// Every kind, in the order of menus.
    pub const ALL: [BlockKind; 3] = [BlockKind::GroupSession, BlockKind::HallTime, BlockKind::Camp];

    /// The stable name used in files and the words file (`block-camp`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            BlockKind::GroupSession => "group-session",
            BlockKind::HallTime => "hall-time",
            BlockKind::Camp => "camp",
        }
    }
}

/// A fixed thing. Append-only: corrected and taken back by a later one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClubBlock {
    /// Identity.
    pub id: BlockId,
    /// For which squad; the whole club if `None`.
    pub squad: Option<SquadId>,
    /// What kind.
    pub kind: BlockKind,
    /// Name, such as "Tuesday track".
    pub name: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// On which weekdays between them, Monday first.
    pub weekdays: [bool; 7],
    /// When it begins, if that is said.
    pub starts: Option<NaiveTime>,
    /// What is trained.
    pub session: Session,
    /// The block this one replaces.
    pub supersedes: Option<BlockId>,
    /// Taken back.
    pub withdrawn: bool,
    /// Who.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl ClubBlock {
    /// Whether it takes place on a day.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> bool {
        self.from <= date && date <= self.to && self.weekdays[date.weekday().num_days_from_monday() as usize]
    }

    /// Whether it takes place on some day of a week.
    #[must_use]
    pub fn touches(&self, week: Week) -> bool {
        week.days().into_iter().any(|day| self.on(day))
    }

    /// Checks that its days make sense and that it takes place at all.
    ///
    /// # Errors
    /// [`Unsound`].
    pub fn check_days(&self) -> Result<(), Unsound> {
        check_days(self.from, self.to)?;
        // Every weekday that lies in the stretch at all lies in its first seven days.
        if self.from.iter_days().take(7).any(|day| self.on(day)) { Ok(()) } else { Err(Unsound::NoDay) }
    }
}

/// Those that count, by first day: neither withdrawn nor replaced.
#[must_use]
pub fn counting(blocks: &[ClubBlock]) -> Vec<&ClubBlock> {
    let replaced = |id| blocks.iter().any(|other| other.supersedes == Some(id));
    let mut counting: Vec<&ClubBlock> = blocks.iter().filter(|one| !one.withdrawn && !replaced(one.id)).collect();
    counting.sort_by_key(|one| (one.from, one.at, one.id));
    counting
}

/// How a block fits an athlete's week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fit", rename_all = "kebab-case")]
pub enum Fit {
    /// As it is, on each of its days that are still open.
    Done,
    /// In another form on some day, and why.
    Variant {
        /// What the athlete trains there.
        sessions: Vec<(NaiveDate, Session)>,
        /// Why.
        why: Vec<Reason>,
    },
    /// On none of its days, and why.
    Refused {
        /// Why.
        why: Vec<Reason>,
    },
}

#[cfg(test)]
mod tests {
    use chrono::Duration;
    use uuid::Uuid;

    use super::*;
    use crate::session::SessionKind;
    use crate::sport::Sport;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).expect("a day")
    }

    /// Tuesdays and Thursdays of 3 to 26 November 2026, both a first and a last day of the block.
    fn track() -> ClubBlock {
        let session = Session {
            kind: SessionKind::Interval,
            sport: Sport::Run,
            title: "Track 8 x 400 m".to_owned(),
            minutes: 75,
            load: 85.0,
            steps: Vec::new(),
            workout: None,
        };
        ClubBlock {
            id: BlockId(Uuid::from_u128(1)),
            squad: None,
            kind: BlockKind::GroupSession,
            name: "Track".to_owned(),
            from: day(3),
            to: day(26),
            weekdays: [false, true, false, true, false, false, false],
            starts: None,
            session,
            supersedes: None,
            withdrawn: false,
            author: "Coach".to_owned(),
            at: DateTime::<Utc>::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_block_takes_place_on_its_weekdays_from_its_first_to_its_last_day() {
        let block = track();
        let days: Vec<u32> = (1..=30).filter(|d| block.on(day(*d))).collect();
        assert_eq!(days, [3, 5, 10, 12, 17, 19, 24, 26]);
        assert!(block.touches(Week::of(day(23))) && !block.touches(Week::of(day(30))));
    }

    #[test]
    fn a_block_that_never_takes_place_is_not_sound() {
        assert_eq!(track().check_days(), Ok(()));
        assert_eq!(ClubBlock { weekdays: [false; 7], ..track() }.check_days(), Err(Unsound::NoDay));
        let one_wednesday = ClubBlock { from: day(4), to: day(4), ..track() };
        assert_eq!(one_wednesday.check_days(), Err(Unsound::NoDay), "no Tuesday or Thursday in it");
        let long = ClubBlock { to: day(3) + Duration::days(400), ..track() };
        assert_eq!(long.check_days(), Err(Unsound::TooLong { days: 401 }));
    }

    #[test]
    fn a_replaced_block_gives_way_and_a_withdrawn_one_is_gone() {
        let later = |number: u128, of: &ClubBlock| ClubBlock {
            id: BlockId(Uuid::from_u128(number)),
            supersedes: Some(of.id),
            at: of.at + Duration::minutes(1),
            ..of.clone()
        };
        let first = track();
        let second = ClubBlock { name: "Track, later".to_owned(), ..later(2, &first) };
        let blocks = [first, second.clone()];
        assert_eq!(counting(&blocks), [&second]);
        let gone = ClubBlock { withdrawn: true, ..later(3, &second) };
        assert!(counting(&[blocks[0].clone(), second, gone]).is_empty());
    }
}
