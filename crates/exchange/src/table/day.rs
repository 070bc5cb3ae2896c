//! Days as tables write them, and the order of their parts.

use chrono::{Datelike, NaiveDate};
use domain::table::DayOrder;

/// A date cell taken apart; what follows the date (a time of day) is left.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Parts {
    /// Year, then two numbers.
    YearFirst(i32, u32, u32),
    /// Two numbers, then the year; and whether they are separated by a stroke.
    YearLast(u32, u32, i32, bool),
    /// A month by its name: nothing to guess.
    Named(NaiveDate),
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn parts(cell: &str) -> Option<Parts> {
    let cell = cell.trim();
    let date = cell.split(['T', 't']).next().filter(|d| d.len() >= 8 && d.starts_with(|c: char| c.is_ascii_digit()));
    let date = date.unwrap_or(cell);
    let pieces: Vec<&str> = date.split(['-', '/', '.', ' ', ',']).filter(|piece| !piece.is_empty()).take(3).collect();
    if let [only, ..] = *pieces.as_slice()
        && only.len() == 8
        && only.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Some(Parts::YearFirst(only[..4].parse().ok()?, only[4..6].parse().ok()?, only[6..].parse().ok()?));
    }
    let [a, b, c] = *pieces.as_slice() else { return None };
    let month = |word: &str| {
        let three = word.get(..3)?.to_ascii_lowercase();
        MONTHS.iter().position(|name| *name == three).and_then(|at| u32::try_from(at + 1).ok())
    };
    let named = |year: &str, month: u32, day: &str| {
        NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?).map(Parts::Named)
    };
    if let Some(month) = month(a) {
        return named(c, month, b);
    }
    if let Some(month) = month(b) {
        return named(c, month, a);
    }
    let short = |piece: &str| -> Option<u32> { (piece.len() <= 2).then(|| piece.parse().ok()).flatten() };
    if a.len() == 4 {
        return Some(Parts::YearFirst(a.parse().ok()?, short(b)?, short(c)?));
    }
    let year: i32 = c.parse().ok().filter(|_| matches!(c.len(), 2 | 4))?;
    let year = if c.len() == 2 { 2000 + year } else { year };
    Some(Parts::YearLast(short(a)?, short(b)?, year, date.contains('/')))
}

fn assemble(parts: Parts, order: DayOrder) -> Option<NaiveDate> {
    let (year, month, day) = match (parts, order) {
        (Parts::Named(date), _) => return Some(date),
        (Parts::YearFirst(year, month, day), DayOrder::YearMonthDay)
        | (Parts::YearFirst(year, day, month), DayOrder::YearDayMonth)
        | (Parts::YearLast(day, month, year, _), DayOrder::DayMonthYear)
        | (Parts::YearLast(month, day, year, _), DayOrder::MonthDayYear) => (year, month, day),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| (1970..=2200).contains(&date.year()))
}

/// The date in a cell, in this order.
pub(super) fn read(cell: &str, order: DayOrder) -> Option<NaiveDate> {
    assemble(parts(cell)?, order)
}

/// The hour after the date, if the cell holds a time of day.
pub(super) fn hour(cell: &str) -> Option<u32> {
    let (_, time) = cell.trim().split_once(['T', ' '])?;
    time.split_once(':')?.0.trim().parse().ok().filter(|hour| *hour < 24)
}

/// The order in which a column writes its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// No other order gives as many days.
    Sure(DayOrder),
    /// Another order gives as many; this one only lies closer together.
    Likely(DayOrder),
    /// Hardly any cell is a day.
    NoDays,
}

/// The order in which a column's cells are written. Where the year comes first, the month follows it unless that gives
/// fewer days than the other order: this is how nearly everybody writes, and one app does not.
pub(super) fn order<S: AsRef<str>>(cells: &[S]) -> Told {
    let all: Vec<Parts> = cells.iter().filter_map(|cell| parts(cell.as_ref())).collect();
    if all.is_empty() || all.len() * 2 < cells.len() {
        return Told::NoDays;
    }
    let days = |order| -> Vec<NaiveDate> { all.iter().filter_map(|parts| assemble(*parts, order)).collect() };
    let (ymd, ydm) = (days(DayOrder::YearMonthDay), days(DayOrder::YearDayMonth));
    let (dmy, mdy) = (days(DayOrder::DayMonthYear), days(DayOrder::MonthDayYear));
    let most = ymd.len().max(ydm.len()).max(dmy.len()).max(mdy.len());
    if most == 0 {
        return Told::NoDays;
    }
    if ymd.len().max(ydm.len()) >= dmy.len().max(mdy.len()) {
        return Told::Sure(if ydm.len() > ymd.len() { DayOrder::YearDayMonth } else { DayOrder::YearMonthDay });
    }
    let stroke = all.iter().any(|parts| matches!(parts, Parts::YearLast(.., true)));
    match dmy.len().cmp(&mdy.len()) {
        std::cmp::Ordering::Greater => Told::Sure(DayOrder::DayMonthYear),
        std::cmp::Ordering::Less => Told::Sure(DayOrder::MonthDayYear),
        // Points and hyphens are written by those who put the day first.
        std::cmp::Ordering::Equal if !stroke => Told::Sure(DayOrder::DayMonthYear),
        std::cmp::Ordering::Equal => {
            let first = if spread(&mdy) < spread(&dmy) { DayOrder::MonthDayYear } else { DayOrder::DayMonthYear };
            Told::Likely(first)
        }
    }
}

/// As [`order`], for the app that is known to write year-day-month in some countries: where both orders give as many days,
/// the one whose days lie closer together.
pub(super) fn order_of_mornings<S: AsRef<str>>(cells: &[S]) -> Told {
    let days = |order| -> Vec<NaiveDate> { cells.iter().filter_map(|cell| read(cell.as_ref(), order)).collect() };
    let (ymd, ydm) = (days(DayOrder::YearMonthDay), days(DayOrder::YearDayMonth));
    if !ymd.is_empty() && ymd.len() == ydm.len() && spread(&ydm) < spread(&ymd) {
        return Told::Sure(DayOrder::YearDayMonth);
    }
    order(cells)
}

/// Days between one row and the next, summed up.
fn spread(days: &[NaiveDate]) -> i64 {
    days.windows(2).map(|pair| (pair[1] - pair[0]).num_days().abs()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(y, m, d)
    }

    #[test]
    fn days_are_read_in_the_order_told() {
        let march = day(2026, 3, 1);
        for (cell, order, expected) in [
            ("2026-03-01", DayOrder::YearMonthDay, march),
            ("2026-03-01T06:30:00Z", DayOrder::YearMonthDay, march),
            ("2026/03/01 06:30", DayOrder::YearMonthDay, march),
            ("20260301", DayOrder::YearMonthDay, march),
            ("2026-01-03", DayOrder::YearDayMonth, march),
            ("1.3.2026", DayOrder::DayMonthYear, march),
            ("01.03.26", DayOrder::DayMonthYear, march),
            ("03/01/2026", DayOrder::MonthDayYear, march),
            ("Mar 1, 2026", DayOrder::YearMonthDay, march),
            ("1 March 2026", DayOrder::YearMonthDay, march),
            ("01.03.2026", DayOrder::YearMonthDay, None),
            ("2026-13-01", DayOrder::YearMonthDay, None),
            ("2026-02-30", DayOrder::YearMonthDay, None),
            ("tomorrow", DayOrder::YearMonthDay, None),
            ("", DayOrder::YearMonthDay, None),
        ] {
            assert_eq!(read(cell, order), expected, "{cell:?} {order:?}");
        }
    }

    #[test]
    fn the_order_follows_from_what_is_possible() {
        assert_eq!(order(&["2026-03-01", "2026-03-02"]), Told::Sure(DayOrder::YearMonthDay));
        assert_eq!(order(&["2017-27-07", "2017-01-08"]), Told::Sure(DayOrder::YearDayMonth));
        assert_eq!(order(&["2026-01-02", "2026-02-02"]), Told::Sure(DayOrder::YearMonthDay), "a morning each month");
        assert_eq!(order(&["01/13/2026", "02/01/2026"]), Told::Sure(DayOrder::MonthDayYear));
        assert_eq!(order(&["13/01/2026", "01/02/2026"]), Told::Sure(DayOrder::DayMonthYear));
        assert_eq!(order(&["01.02.2026"]), Told::Sure(DayOrder::DayMonthYear));
        assert_eq!(order(&["01/02/2026", "01/03/2026"]), Told::Likely(DayOrder::MonthDayYear));
        assert_eq!(order(&["01/02/2026", "02/02/2026"]), Told::Likely(DayOrder::DayMonthYear));
        assert_eq!(order(&["12", "13"]), Told::NoDays);
        assert_eq!(order_of_mornings(&["2017-09-08", "2017-10-08"]), Told::Sure(DayOrder::YearDayMonth));
        assert_eq!(order_of_mornings(&["2017-08-09", "2017-08-10"]), Told::Sure(DayOrder::YearMonthDay));
    }

    #[test]
    fn the_hour_stands_after_the_date() {
        assert_eq!(hour("2026-03-01 22:15:00"), Some(22));
        assert_eq!(hour("2026-03-01T06:30:00Z"), Some(6));
        assert_eq!(hour("2026-03-01"), None);
    }
}
