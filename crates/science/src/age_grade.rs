//! Road race times across ages and sexes.
//!
//! Tables: Road Age Standards 2025 by Alan Jones and colleagues, public domain (CC0); see `assets/age_grade/SOURCE.md`. Roads only: no
//! track, no trail, no hills, no heat.

use std::sync::OnceLock;

use crate::unit::{Meters, Seconds, Sex};

const TABLE: &str = include_str!("../../../assets/age_grade/road_2025.csv");

/// A distance this much shorter than the shortest of the table, or longer than the longest, still counts as that one.
const ROUNDING: f64 = 0.001;

/// A time measured against the best to expect at an age.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grade {
    /// Standard over time, per cent. About 100 is the best in the world, 60 a keen club runner.
    pub percent: f64,
    /// The standard for this sex, age and distance.
    pub standard: Seconds,
}

/// Age grade of a road race, `100 x standard / time`.
///
/// `age` in whole years on the day. Between the distances of the table the standard is read off a straight line in
/// logarithms of distance and time. `None` outside 5 to 100 years, one mile to 200 km, and for a time that is not positive.
#[must_use]
pub fn grade(sex: Sex, age: u32, distance: Meters, time: Seconds) -> Option<Grade> {
    let standard = standard(sex, age, distance)?;
    let percent = 100.0 * standard.0 / time.0;
    (time.0 > 0.0 && percent.is_finite() && percent > 0.0).then_some(Grade { percent, standard })
}

/// The best time to expect of a sex at an age over a road distance. `None` as for [`grade`].
#[must_use]
pub fn standard(sex: Sex, age: u32, distance: Meters) -> Option<Seconds> {
    let tables = tables()?;
    let row = tables.row(sex, age)?;
    let (first, last) = (*tables.distances.first()?, *tables.distances.last()?);
    if !(first * (1.0 - ROUNDING)..=last * (1.0 + ROUNDING)).contains(&distance.0) {
        return None;
    }
    let metres = distance.0.clamp(first, last);
    let after = tables.distances.partition_point(|&column| column < metres);
    let right = (tables.distances[after], *row.get(after)?);
    if right.0 == metres {
        return Some(Seconds(right.1));
    }
    let before = after.checked_sub(1)?;
    let left = (tables.distances[before], *row.get(before)?);
    let share = (metres / left.0).ln() / (right.0 / left.0).ln();
    Some(Seconds(left.1 * (right.1 / left.1).powf(share)))
}

/// Standards in seconds, by sex, age and distance.
struct Tables {
    distances: Vec<f64>,
    female: Ages,
    male: Ages,
}

/// One row an age, from the youngest on.
#[derive(Default)]
struct Ages {
    youngest: u32,
    rows: Vec<Vec<f64>>,
}

impl Tables {
    fn row(&self, sex: Sex, age: u32) -> Option<&[f64]> {
        let ages = match sex {
            Sex::Female => &self.female,
            Sex::Male => &self.male,
        };
        ages.rows.get(age.checked_sub(ages.youngest)? as usize).map(Vec::as_slice)
    }
}

fn tables() -> Option<&'static Tables> {
    static TABLES: OnceLock<Option<Tables>> = OnceLock::new();
    TABLES.get_or_init(|| parse(TABLE)).as_ref()
}

/// Lines of `sex,age,factor...` under one of `sex,open,seconds...`, under a heading of distances. `None` where that does not
/// hold, ages have gaps, or a number is not positive.
fn parse(text: &str) -> Option<Tables> {
    let mut lines = text.lines();
    let distances = numbers(lines.next()?.split(',').skip(2))?;
    if distances.is_empty() || !distances.is_sorted_by(|a, b| a < b) {
        return None;
    }
    let (mut female, mut male) = (Ages::default(), Ages::default());
    let mut open = Vec::new();
    for line in lines {
        let mut cells = line.split(',');
        let ages = match cells.next()? {
            "female" => &mut female,
            "male" => &mut male,
            _ => return None,
        };
        let age = cells.next()?;
        let values = numbers(cells).filter(|values| values.len() == distances.len())?;
        if age == "open" {
            open = values;
            continue;
        }
        let age: u32 = age.parse().ok()?;
        if ages.rows.is_empty() {
            ages.youngest = age;
        }
        if age as usize != ages.youngest as usize + ages.rows.len() || open.is_empty() {
            return None;
        }
        ages.rows.push(open.iter().zip(&values).map(|(seconds, factor)| seconds / factor).collect());
    }
    (!female.rows.is_empty() && !male.rows.is_empty()).then_some(Tables { distances, female, male })
}

fn numbers<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Vec<f64>> {
    cells.map(|cell| cell.parse().ok().filter(|value: &f64| *value > 0.0 && value.is_finite())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_tables_hold_every_age_from_5_to_100_for_22_distances() {
        let tables = tables().unwrap();
        assert_eq!(tables.distances.len(), 22);
        for ages in [&tables.female, &tables.male] {
            assert_eq!((ages.youngest, ages.rows.len()), (5, 96));
        }
    }

    #[test]
    fn the_open_standard_holds_in_the_best_years() {
        assert_eq!(standard(Sex::Male, 25, Meters(42_195.0)), Some(Seconds(7235.0)));
        assert_eq!(standard(Sex::Female, 25, Meters(10_000.0)), Some(Seconds(1726.0)));
        assert_eq!(grade(Sex::Male, 25, Meters(42_195.0), Seconds(14_470.0)).unwrap().percent, 50.0);
    }

    #[test]
    fn between_two_distances_the_standard_lies_between_and_rounded_ends_count() {
        let at = |metres| standard(Sex::Female, 60, Meters(metres)).unwrap().0;
        assert!(at(10_000.0) < at(10_500.0) && at(10_500.0) < at(11_265.408));
        assert_eq!(at(1609.0), at(1609.344));
        assert_eq!(at(200_100.0), at(200_000.0));
    }

    #[test]
    fn what_the_tables_do_not_hold_has_no_grade() {
        let ten = Meters(10_000.0);
        assert_eq!(grade(Sex::Female, 4, ten, Seconds(2400.0)), None);
        assert_eq!(grade(Sex::Female, 101, ten, Seconds(2400.0)), None);
        for distance in [1500.0, 201_000.0, 0.0, f64::NAN] {
            assert_eq!(grade(Sex::Female, 40, Meters(distance), Seconds(2400.0)), None);
        }
        for time in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(grade(Sex::Female, 40, ten, Seconds(time)), None);
        }
    }

    #[test]
    fn a_broken_table_is_refused_as_a_whole() {
        assert!(parse("sex,age,1000\nfemale,open,100\nfemale,5,0.5\nmale,open,90\nmale,5,0.5\n").is_some());
        for broken in [
            "",
            "sex,age,1000\n",
            "sex,age,1000\nfemale,5,0.5\nmale,open,90\nmale,5,0.5\n",
            "sex,age,1000\nfemale,open,100\nfemale,5,0.5\nfemale,7,0.6\nmale,open,90\nmale,5,0.5\n",
            "sex,age,1000\nfemale,open,100\nfemale,5,0\nmale,open,90\nmale,5,0.5\n",
            "sex,age,1000\nfemale,open,100\nfemale,5,0.5,0.6\nmale,open,90\nmale,5,0.5\n",
            "sex,age,1000\nopen,open,100\n",
        ] {
            assert!(parse(broken).is_none(), "{broken:?}");
        }
    }
}
