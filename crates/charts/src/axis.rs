//! Time axes: days along a season, seconds along an activity.

use chrono::{Datelike, NaiveDate};
use domain::locale;
use plotters::prelude::DrawingBackend;

use crate::canvas::{Canvas, Hang, Ink, width};
use crate::scale::Linear;
use crate::view::{self, View};
use crate::{ChartFault, Theme};

/// Days along a width, each with a slot; what is shown may begin and end within a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Days {
    shown: View,
    left: f64,
    right: f64,
}

impl Days {
    /// Days from the first to the last date given. `None` without any.
    pub(crate) fn of(dates: impl Iterator<Item = NaiveDate> + Clone, plot: (f64, f64)) -> Option<Days> {
        Some(Days::shown(whole_of(dates)?, plot))
    }

    /// The days of a view.
    pub(crate) fn shown(shown: View, (left, right): (f64, f64)) -> Days {
        Days { shown, left, right: right.max(left + 1.0) }
    }

    /// Width of one day, pixels.
    pub(crate) fn slot(self) -> f64 {
        (self.right - self.left) / self.shown.span().max(1e-6)
    }

    /// Middle of a day.
    pub(crate) fn px(self, date: NaiveDate) -> f64 {
        self.at(view::day(date) + 0.5)
    }

    /// Where a place of the axis lies, on the plot or beside it.
    pub(crate) fn at(self, place: f64) -> f64 {
        self.shown.px((self.left, self.right), place)
    }

    /// Where a day begins, no farther than the ends of the plot.
    pub(crate) fn edge(self, date: NaiveDate) -> f64 {
        self.at(view::day(date)).clamp(self.left, self.right)
    }

    /// Whether the middle of a day is on the axis.
    pub(crate) fn holds(self, date: NaiveDate) -> bool {
        self.shown.contains(view::day(date) + 0.5)
    }

    /// The day at a pixel, the nearest at the ends.
    pub(crate) fn date(self, px: f64) -> NaiveDate {
        let at = self.shown.at((self.left, self.right), px);
        // The right end is where the day after the last begins.
        view::date(at.min((self.shown.to - 1e-6).max(self.shown.from)))
    }

    /// Dates worth a tick with their labels.
    pub(crate) fn ticks(self) -> Vec<(NaiveDate, String)> {
        let room = ((self.right - self.left) / 56.0).max(1.0);
        let days = self.shown.span();
        let (first, last) = (view::date(self.shown.from.ceil()), view::date(self.shown.to));
        let all = first.iter_days().take_while(|date| *date <= last && view::day(*date) < self.shown.to);
        if days <= room * 7.0 {
            let every = (days / room).ceil().max(1.0);
            return if every <= 2.0 {
                // Counted from a fixed day, so that ticks stay on their days while the view moves.
                all.filter(|d| view::day(*d).rem_euclid(every) < 0.5).map(|d| (d, day_month(d))).collect()
            } else {
                all.filter(|d| d.weekday() == chrono::Weekday::Mon).map(|d| (d, day_month(d))).collect()
            };
        }
        let months = days / 30.4;
        let every = [1, 2, 3, 6, 12, 24, 60].into_iter().find(|n| months / f64::from(*n) <= room).unwrap_or(120);
        let mut labelled = None;
        all.filter(|d| d.day() == 1 && (d.year() * 12 + i32::try_from(d.month0()).unwrap_or(0)) % every == 0)
            .map(|d| {
                let year = labelled != Some(d.year());
                labelled = Some(d.year());
                let label = match (every >= 12, year) {
                    (true, _) => d.year().to_string(),
                    (false, true) => locale::here().month_of_year(d),
                    (false, false) => locale::here().month(d),
                };
                (d, label)
            })
            .collect()
    }

    /// Draws ticks and labels under `bottom`, and quiet lines up to `top`.
    pub(crate) fn draw<DB: DrawingBackend>(
        self,
        canvas: &Canvas<'_, DB>,
        (top, bottom): (f64, f64),
        theme: &Theme,
    ) -> Result<(), ChartFault> {
        let mut free = f64::NEG_INFINITY;
        for (date, label) in self.ticks() {
            let x = self.edge(date);
            canvas.line(&[(x, top), (x, bottom + 4.0)], 1.0, theme.grid)?;
            if x >= free && x + width(&label) <= self.right + 24.0 {
                canvas.text(&label, (x + 2.0, bottom + 11.0), Hang::Left, Ink::plain(theme.quiet))?;
                free = x + width(&label) + 10.0;
            }
        }
        Ok(())
    }
}

/// The view that holds all days given. `None` without any.
pub(crate) fn whole_of(dates: impl Iterator<Item = NaiveDate> + Clone) -> Option<View> {
    let (first, last) = (dates.clone().min()?, dates.max()?);
    Some(View::new(view::day(first), view::day(last) + 1.0))
}

/// A day as axes print it.
pub(crate) fn day_month(date: NaiveDate) -> String {
    locale::here().short_day(date)
}

/// Ticks of a value axis: quiet lines and right-aligned numbers left of the panel.
pub(crate) fn values<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    scale: Linear,
    ticks: &[f64],
    (left, right): (f64, f64),
    theme: &Theme,
) -> Result<(), ChartFault> {
    for tick in ticks {
        let y = scale.px(*tick);
        canvas.line(&[(left, y), (right, y)], 1.0, theme.grid)?;
        let label = if tick.fract().abs() > 1e-6 { crate::number::tenth(*tick) } else { crate::number::whole(*tick) };
        canvas.text(&label, (left - 6.0, y), Hang::Right, Ink::plain(theme.quiet))?;
    }
    Ok(())
}

/// A round step of time, seconds, that leaves room for its labels where `pixels` show `span_s`.
pub(crate) fn every(span_s: f64, pixels: f64) -> f64 {
    let room = (pixels / 64.0).max(1.0);
    [1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0, 14_400.0, 43_200.0, 86_400.0]
        .into_iter()
        .find(|step| span_s / step <= room)
        .unwrap_or(span_s / room)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_pixel_finds_the_day_that_was_drawn_there() {
        let dates = [date("2026-01-01"), date("2026-03-01")];
        let days = Days::of(dates.into_iter(), (40.0, 640.0)).expect("days");
        for day in ["2026-01-01", "2026-02-14", "2026-03-01"] {
            assert_eq!(days.date(days.px(date(day))), date(day));
        }
        assert_eq!(days.date(-500.0), date("2026-01-01"));
        assert_eq!(days.date(5000.0), date("2026-03-01"));
    }

    #[test]
    fn half_a_year_is_labelled_by_month_and_ten_years_by_year() {
        let half = Days::of([date("2026-01-10"), date("2026-06-20")].into_iter(), (0.0, 600.0)).expect("days");
        let labels: Vec<String> = half.ticks().into_iter().map(|t| t.1).collect();
        assert_eq!(labels, ["Feb 2026", "Mar", "Apr", "May", "Jun"]);
        let ten = Days::of([date("2016-01-01"), date("2025-12-31")].into_iter(), (0.0, 600.0)).expect("days");
        assert_eq!(ten.ticks().first().map(|t| t.1.clone()).as_deref(), Some("2016"));
        assert!(ten.ticks().len() <= 10);
    }

    #[test]
    fn an_hour_is_cut_into_round_minutes() {
        assert_eq!((every(3600.0, 500.0), every(20.0, 500.0)), (600.0, 5.0));
        assert!(every(f64::NAN, 500.0).is_nan());
    }
}
