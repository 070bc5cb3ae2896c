//! Whether a table without names still tells who is who. People who share sex, years of birth, squad and sports form a group;
//! in a group of at least k nobody is told apart by these (k-anonymity, Sweeney 2002, doi:10.1142/S0218488502001648). What
//! tells too much is made coarser step by step, and who still stands out is left out.
//!
//! It says nothing about what somebody knows from elsewhere: whoever was at a session may know its length and day. That is
//! why the days are moved and the numbers rounded as well.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::sport::Sport;
use crate::unit::Sex;

/// How many must be alike where nobody says otherwise.
pub const USUAL_K: u32 = 5;
/// The fewest that hide anybody: with two, each of them knows the other.
pub const LEAST_K: u32 = 3;
/// One in so many may be left out before the table is made coarser instead.
const LEFT_OUT_ONE_IN: usize = 10;
/// A sport counts to somebody's mix from this share of their time on.
pub const MIX_SHARE: f64 = 0.1;

/// What others may know of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Sex, if it is known here.
    pub sex: Option<Sex>,
    /// Year of birth, if it is known here.
    pub born: Option<i32>,
    /// Squad, as a number that is not its name.
    pub squad: Option<u32>,
    /// Sports that make up at least [`MIX_SHARE`] of their time, the main one first.
    pub sports: Vec<Sport>,
}

/// How exactly the years of birth are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Birth {
    /// In bands of five years.
    Five,
    /// In bands of ten.
    Ten,
    /// In bands of twenty.
    Twenty,
    /// Not at all.
    Untold,
}

impl Birth {
    const ALL: [Birth; 4] = [Birth::Five, Birth::Ten, Birth::Twenty, Birth::Untold];

    /// The band of a year, such as `1995-1999`.
    fn band(self, year: i32) -> Option<String> {
        let width = match self {
            Birth::Five => 5,
            Birth::Ten => 10,
            Birth::Twenty => 20,
            Birth::Untold => return None,
        };
        let from = year.div_euclid(width) * width;
        Some(format!("{from}-{}", from + width - 1))
    }
}

/// How exactly the sports are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mix {
    /// The whole mix.
    Whole,
    /// The main sport.
    Main,
    /// Not at all.
    Untold,
}

impl Mix {
    const ALL: [Mix; 3] = [Mix::Whole, Mix::Main, Mix::Untold];
}

/// How coarse the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Coarseness {
    /// Years of birth.
    pub birth: Birth,
    /// Sports.
    pub mix: Mix,
    /// Squads are told.
    pub squad: bool,
    /// Sex is told.
    pub sex: bool,
}

impl Coarseness {
    /// What is lost, to try the finer ones first. Sex is kept longest: hardly any question can be asked without it.
    fn lost(self) -> u32 {
        self.birth as u32 * 2 + self.mix as u32 * 2 + u32::from(!self.squad) * 3 + u32::from(!self.sex) * 8
    }

    /// Every one, finest first.
    fn all() -> Vec<Coarseness> {
        let mut all: Vec<Coarseness> = Birth::ALL
            .into_iter()
            .flat_map(|birth| Mix::ALL.map(|mix| (birth, mix)))
            .flat_map(|(birth, mix)| {
                [(true, true), (false, true), (true, false), (false, false)].map(|told| (birth, mix, told))
            })
            .map(|(birth, mix, (squad, sex))| Coarseness { birth, mix, squad, sex })
            .collect();
        all.sort_by_key(|one| (one.lost(), *one));
        all
    }

    /// The keys of the words that say how coarse it is.
    #[must_use]
    pub fn keys(self) -> [&'static str; 4] {
        [
            match self.birth {
                Birth::Five => "anonymous-birth-five",
                Birth::Ten => "anonymous-birth-ten",
                Birth::Twenty => "anonymous-birth-twenty",
                Birth::Untold => "anonymous-birth-untold",
            },
            match self.mix {
                Mix::Whole => "anonymous-sports-whole",
                Mix::Main => "anonymous-sports-main",
                Mix::Untold => "anonymous-sports-untold",
            },
            if self.squad { "anonymous-squad-told" } else { "anonymous-squad-untold" },
            if self.sex { "anonymous-sex-told" } else { "anonymous-sex-untold" },
        ]
    }

    /// What the table of activities tells of the sport of one of somebody's: no more than the table of people, or the mix of
    /// sports that was made coarser there could be counted here.
    #[must_use]
    pub fn sport(self, known: &Known, sport: Sport) -> Option<Sport> {
        let told = match self.mix {
            Mix::Whole => known.sports.contains(&sport),
            Mix::Main => known.sports.first() == Some(&sport),
            Mix::Untold => return None,
        };
        Some(if told { sport } else { Sport::Other })
    }

    fn told(self, known: &Known) -> Told {
        let sports = match self.mix {
            Mix::Whole => {
                let mut codes: Vec<&str> = known.sports.iter().map(|sport| sport.code()).collect();
                codes.sort_unstable();
                Some(codes.join(" "))
            }
            Mix::Main => Some(known.sports.first().map_or("", |sport| sport.code()).to_owned()),
            Mix::Untold => None,
        };
        Told {
            sex: known
                .sex
                .filter(|_| self.sex)
                .map(|sex| if sex == Sex::Female { "female" } else { "male" }.to_owned()),
            born: known.born.and_then(|year| self.birth.band(year)),
            squad: known.squad.filter(|_| self.squad),
            sports,
        }
    }
}

/// What the table tells of somebody. Nothing: unknown, or not told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Told {
    /// Sex, `female` or `male`.
    pub sex: Option<String>,
    /// Years of birth, such as `1995-1999`.
    pub born: Option<String>,
    /// Squad, as a number.
    pub squad: Option<u32>,
    /// Sports by their codes, or the main one.
    pub sports: Option<String>,
}

/// A table in which nobody is told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouped {
    /// How coarse it had to be.
    pub coarseness: Coarseness,
    /// What it tells of each person, in their order; `None` for those who are left out.
    pub told: Vec<Option<Told>>,
    /// Groups in it.
    pub groups: u32,
    /// People in the smallest.
    pub smallest: u32,
}

impl Grouped {
    /// How many had to be left out.
    #[must_use]
    pub fn left_out(&self) -> u32 {
        u32::try_from(self.told.iter().filter(|told| told.is_none()).count()).unwrap_or(u32::MAX)
    }
}

/// Why no such table can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnonymous {
    /// Fewer people than must be alike.
    #[error("{people} people cannot be {k} alike")]
    TooFew {
        /// How many may be in it.
        people: u32,
        /// How many must be alike.
        k: u32,
    },
    /// A number that hides nobody.
    #[error("{k} is less than {LEAST_K}")]
    TooSmall {
        /// What was asked.
        k: u32,
    },
}

/// The finest table in which everybody is one of at least `k`. Up to one in ten may be left out for it; then the table is made
/// coarser instead.
///
/// # Errors
/// [`NotAnonymous`].
pub fn group(people: &[Known], k: u32) -> Result<Grouped, NotAnonymous> {
    if k < LEAST_K {
        return Err(NotAnonymous::TooSmall { k });
    }
    let few = NotAnonymous::TooFew { people: u32::try_from(people.len()).unwrap_or(u32::MAX), k };
    Coarseness::all().into_iter().find_map(|coarseness| grouped(people, k, coarseness)).ok_or(few)
}

fn grouped(people: &[Known], k: u32, coarseness: Coarseness) -> Option<Grouped> {
    let told: Vec<Told> = people.iter().map(|known| coarseness.told(known)).collect();
    let mut sizes: BTreeMap<&Told, u32> = BTreeMap::new();
    for one in &told {
        *sizes.entry(one).or_default() += 1;
    }
    let large: Vec<u32> = sizes.values().copied().filter(|size| *size >= k).collect();
    let smallest = large.iter().copied().min()?;
    let groups = u32::try_from(large.len()).unwrap_or(u32::MAX);
    let told: Vec<Option<Told>> =
        told.iter().map(|one| sizes.get(one).is_some_and(|size| *size >= k).then(|| one.clone())).collect();
    let left_out = told.iter().filter(|one| one.is_none()).count();
    (left_out * LEFT_OUT_ONE_IN <= people.len()).then_some(Grouped { coarseness, told, groups, smallest })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(sex: Sex, born: i32, squad: u32, sports: &[Sport]) -> Known {
        Known { sex: Some(sex), born: Some(born), squad: Some(squad), sports: sports.to_vec() }
    }

    /// Counted by hand, k = 3: seven women and four men, born 1990 to 1999, in two squads.
    ///   women of squad 1, runners:  1990, 1991, 1993, 1996
    ///   women of squad 2, runners:  1992, 1994, 1997
    ///   men of squad 1, cyclists:   1990, 1991, 1994, 1998
    /// Bands of five years: women of squad 1 are 3 + 1, those of squad 2 are 2 + 1, men 3 + 1: five of eleven stand out.
    /// Bands of ten years: 4, 3 and 4. Nobody stands out, and nothing else need be coarser.
    #[test]
    fn the_finest_table_in_which_nobody_stands_out_is_found() {
        let of =
            |sex, squad, sport, years: &[i32]| years.iter().map(|year| known(sex, *year, squad, &[sport])).collect();
        let people: Vec<Known> = [
            of(Sex::Female, 1, Sport::Run, &[1990, 1991, 1993, 1996]),
            of(Sex::Female, 2, Sport::Run, &[1992, 1994, 1997]),
            of(Sex::Male, 1, Sport::Ride, &[1990, 1991, 1994, 1998]),
        ]
        .into_iter()
        .flat_map(|some: Vec<Known>| some)
        .collect();
        let found = group(&people, 3).expect("anonymous");
        let expected = Coarseness { birth: Birth::Ten, mix: Mix::Whole, squad: true, sex: true };
        assert_eq!((found.coarseness, found.groups, found.smallest, found.left_out()), (expected, 3, 3, 0));
        let told = found.told[0].as_ref().expect("told");
        assert_eq!(
            (told.born.as_deref(), told.sports.as_deref(), told.squad),
            (Some("1990-1999"), Some("run"), Some(1))
        );
    }

    #[test]
    fn one_in_ten_is_left_out_rather_than_all_made_coarser() {
        let mut people = vec![known(Sex::Female, 1990, 1, &[Sport::Run]); 9];
        people.push(known(Sex::Male, 1950, 2, &[Sport::Swim]));
        let found = group(&people, 5).expect("anonymous");
        assert_eq!((found.coarseness.birth, found.left_out(), found.smallest), (Birth::Five, 1, 9));
        assert_eq!(found.told[9], None);
        people.push(known(Sex::Male, 1951, 2, &[Sport::Swim]));
        let found = group(&people, 5).expect("anonymous");
        assert_eq!(
            (found.coarseness.sex, found.left_out(), found.smallest),
            (false, 0, 11),
            "two of eleven are too many"
        );
    }

    #[test]
    fn a_sport_that_people_are_not_told_apart_by_is_not_told_of_activities() {
        let runner = known(Sex::Female, 1990, 1, &[Sport::Run, Sport::Ride]);
        let told = |mix| {
            let coarseness = Coarseness { birth: Birth::Five, mix, squad: true, sex: true };
            [Sport::Run, Sport::Ride, Sport::Swim].map(|sport| coarseness.sport(&runner, sport))
        };
        assert_eq!(told(Mix::Whole), [Some(Sport::Run), Some(Sport::Ride), Some(Sport::Other)]);
        assert_eq!(told(Mix::Main), [Some(Sport::Run), Some(Sport::Other), Some(Sport::Other)]);
        assert_eq!(told(Mix::Untold), [None; 3]);
    }

    #[test]
    fn too_few_people_and_a_number_that_hides_nobody_are_refused() {
        let four = vec![known(Sex::Female, 1990, 1, &[Sport::Run]); 4];
        assert_eq!(group(&four, 5), Err(NotAnonymous::TooFew { people: 4, k: 5 }));
        assert_eq!(group(&four, 2), Err(NotAnonymous::TooSmall { k: 2 }));
        assert_eq!(group(&[], 5), Err(NotAnonymous::TooFew { people: 0, k: 5 }));
    }
}
