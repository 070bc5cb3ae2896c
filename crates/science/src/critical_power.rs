//! Critical power: the power that could be held for long, and the work that can be done above it.
//!
//! Sources: Monod & Scherrer 1965 (Ergonomics 8:329) for two parameters, Morton 1996 (Ergonomics 39:611) for three.

use thiserror::Error;

use crate::normal::Z80;

mod line;
mod three_parameter;

use line::{Line, Point};
pub use three_parameter::{Morton, fit3};

/// Shortest and longest effort of a two-parameter fit, seconds.
pub const RANGE_S: (f64, f64) = (120.0, 1200.0);

/// Fewest efforts of different duration; three to five are usual.
pub const FEWEST: usize = 3;

/// The longest effort is at least this many times the shortest.
pub const RANGE_RATIO: f64 = 3.0;

/// Largest spread of critical power between the forms of a good fit, as a share.
pub const SPREAD_CP: f64 = 0.03;

/// Largest spread of W' between the forms of a good fit, as a share.
pub const SPREAD_W: f64 = 0.15;

/// A maximal effort.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// How long, seconds.
    pub seconds: f64,
    /// Mean power, watts.
    pub watts: f64,
}

impl Effort {
    fn is_sound(&self) -> bool {
        [self.seconds, self.watts].iter().all(|value| *value > 0.0 && value.is_finite())
    }
}

/// Which error the fit makes smallest. On noisy efforts they disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Work over time, a straight line.
    WorkTime,
    /// Power over one divided by time, a straight line.
    InverseTime,
    /// The hyperbola, errors in power: the same estimator as [`Form::InverseTime`].
    Power,
    /// The hyperbola, errors in time.
    Time,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::WorkTime, Self::InverseTime, Self::Power, Self::Time];
}

/// The hyperbola `t = W' / (P - CP)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// Critical power, watts.
    pub cp: f64,
    /// Work above it, joules.
    pub w_prime: f64,
}

impl Fit {
    fn sound(cp: f64, w_prime: f64) -> Option<Self> {
        (cp > 0.0 && w_prime > 0.0 && cp.is_finite() && w_prime.is_finite()).then_some(Self { cp, w_prime })
    }
}

/// One form fitted to the efforts as they are, all counting alike.
///
/// `None` with fewer than two different durations, an effort whose values are not positive numbers, or a best fit whose
/// critical power or W' is not positive.
#[must_use]
pub fn fit(efforts: &[Effort], form: Form) -> Option<Fit> {
    if !efforts.iter().all(Effort::is_sound) {
        return None;
    }
    match form {
        Form::WorkTime => {
            let point = |effort: &Effort| Point { x: effort.seconds, y: effort.seconds * effort.watts, weight: 1.0 };
            let line = Line::through(efforts.iter().map(point))?;
            Fit::sound(line.slope, line.intercept)
        }
        Form::InverseTime | Form::Power => {
            let line = Line::through(efforts.iter().map(|effort| inverse(effort, 1.0)))?;
            Fit::sound(line.intercept, line.slope)
        }
        Form::Time => in_time(efforts),
    }
}

fn inverse(effort: &Effort, weight: f64) -> Point {
    Point { x: 1.0 / effort.seconds, y: effort.watts, weight }
}

/// Least squares in time. For a given critical power the best W' is known, which leaves one unknown: how far critical
/// power lies below the lowest effort.
fn in_time(efforts: &[Effort]) -> Option<Fit> {
    Line::through(efforts.iter().map(|effort| inverse(effort, 1.0)))?;
    let lowest = efforts.iter().map(|effort| effort.watts).fold(f64::INFINITY, f64::min);
    let w_prime = |gap: f64| {
        let (mut tx, mut xx) = (0.0, 0.0);
        for effort in efforts {
            let x = 1.0 / (effort.watts - lowest + gap);
            tx += effort.seconds * x;
            xx += x * x;
        }
        tx / xx
    };
    let squares = |gap: f64| {
        let w = w_prime(gap);
        efforts.iter().map(|effort| (effort.seconds - w / (effort.watts - lowest + gap)).powi(2)).sum()
    };
    let gap = line::minimum(lowest * 1e-5, lowest, squares)?;
    Fit::sound(lowest - gap, w_prime(gap))
}

/// Critical power with what is uncertain about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CriticalPower {
    /// The hyperbola: least squares in power, each effort weighted by the inverse of its variance.
    pub fit: Fit,
    /// 80 % interval of critical power, watts, widened to hold what every form gives.
    pub cp_band: (f64, f64),
    /// The same of W', joules.
    pub w_band: (f64, f64),
    /// Largest less smallest critical power of the forms, as a share of the fit.
    pub spread_cp: f64,
    /// The same of W'.
    pub spread_w: f64,
    /// The forms disagree by more than [`SPREAD_CP`] or [`SPREAD_W`], or one of them has no answer: the efforts do not
    /// lie on one hyperbola.
    pub poor: bool,
}

/// Why efforts give no critical power.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum Unfit {
    /// Too few efforts of different duration between 2 and 20 minutes.
    #[error("{have} efforts of different duration, {need} needed")]
    TooFew {
        /// Durations given.
        have: usize,
        /// Durations needed.
        need: usize,
    },
    /// The efforts are too alike in duration.
    #[error("the longest effort is {ratio} times the shortest, {RANGE_RATIO} times needed")]
    NarrowRange {
        /// Longest over shortest.
        ratio: f64,
    },
    /// The best curve has no positive critical power or W': power does not fall with duration as it must.
    #[error("the efforts lie on no hyperbola")]
    NoCurve,
    /// Critical power lies above what was held for 40 minutes, so the long efforts were not maximal or the short ones
    /// are wrong.
    #[error("critical power {cp} W lies above the best 40 minutes, {best} W")]
    AboveFortyMinutes {
        /// Critical power fitted, watts.
        cp: f64,
        /// Best 40 min, watts.
        best: f64,
    },
}

/// Critical power and W' from three to five maximal efforts of 2 to 20 minutes.
///
/// Efforts outside [`RANGE_S`] or with values that are not positive numbers are left out. They must be separate efforts:
/// neighbouring points of one mean-maximal curve repeat each other and would narrow the band for nothing. The error of
/// an effort is taken as a constant share of its power, so its weight is `1 / watts^2`. `best_40_min` is the best mean
/// power over 40 minutes, watts, where known.
///
/// # Errors
/// [`Unfit`] when the efforts are too few or too alike, or the fit contradicts itself or the best 40 minutes.
pub fn critical_power(efforts: &[Effort], best_40_min: Option<f64>) -> Result<CriticalPower, Unfit> {
    let in_range = |effort: &&Effort| effort.is_sound() && effort.seconds >= RANGE_S.0 && effort.seconds <= RANGE_S.1;
    let mut efforts: Vec<Effort> = efforts.iter().filter(in_range).copied().collect();
    efforts.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    let different = efforts.chunk_by(|a, b| a.seconds == b.seconds).count();
    let (Some(shortest), Some(longest)) = (efforts.first(), efforts.last()) else {
        return Err(Unfit::TooFew { have: 0, need: FEWEST });
    };
    if different < FEWEST {
        return Err(Unfit::TooFew { have: different, need: FEWEST });
    }
    let ratio = longest.seconds / shortest.seconds;
    if ratio < RANGE_RATIO {
        return Err(Unfit::NarrowRange { ratio });
    }
    let line =
        Line::through(efforts.iter().map(|effort| inverse(effort, effort.watts.powi(-2)))).ok_or(Unfit::NoCurve)?;
    let fitted = Fit::sound(line.intercept, line.slope).ok_or(Unfit::NoCurve)?;
    if let Some(best) = best_40_min.filter(|best| fitted.cp > *best) {
        return Err(Unfit::AboveFortyMinutes { cp: fitted.cp, best });
    }

    let forms: Vec<Fit> = Form::ALL.into_iter().filter_map(|form| fit(&efforts, form)).collect();
    let width = t80(efforts.len() - 2);
    let (cp_range, w_range) = (range(&forms, |fit| fit.cp), range(&forms, |fit| fit.w_prime));
    let band = |middle: f64, sd: f64, range: Option<(f64, f64)>| {
        let (low, high) = (middle - width * sd, middle + width * sd);
        range.map_or((low.max(0.0), high), |range| (low.min(range.0).max(0.0), high.max(range.1)))
    };
    let spread = |middle: f64, range: Option<(f64, f64)>| range.map_or(0.0, |(low, high)| (high - low) / middle);
    let (spread_cp, spread_w) = (spread(fitted.cp, cp_range), spread(fitted.w_prime, w_range));
    Ok(CriticalPower {
        fit: fitted,
        cp_band: band(fitted.cp, line.intercept_sd(), cp_range),
        w_band: band(fitted.w_prime, line.slope_sd(), w_range),
        spread_cp,
        spread_w,
        poor: forms.len() < Form::ALL.len() || spread_cp > SPREAD_CP || spread_w > SPREAD_W,
    })
}

fn range(forms: &[Fit], of: impl Fn(&Fit) -> f64) -> Option<(f64, f64)> {
    let mut values = forms.iter().map(of);
    let first = values.next()?;
    Some(values.fold((first, first), |(low, high), value| (low.min(value), high.max(value))))
}

/// Two-sided 80 % of Student's t lies within plus and minus this: exact for 1 and 2 degrees of freedom, the expansion of
/// Fisher and Cornish beyond (off by less than 0.001).
fn t80(degrees: usize) -> f64 {
    match degrees {
        0 | 1 => (0.4 * std::f64::consts::PI).tan(),
        2 => 0.8 * (2.0f64 / 0.36).sqrt(),
        _ => {
            let (z, n) = (Z80, degrees as f64);
            z + (z.powi(3) + z) / (4.0 * n)
                + (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / (96.0 * n.powi(2))
                + (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / (384.0 * n.powi(3))
        }
    }
}

#[cfg(test)]
mod tests;
