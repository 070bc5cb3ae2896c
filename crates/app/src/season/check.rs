//! Whether a season can be meant as it was asked for.

use contract::season::SetSeason;
use domain::season::plan::{Goal, SeasonWeek};

use crate::AppFault;
use crate::athlete::name_of;
use crate::entry::within;

/// Most weeks of a season.
const WEEKS: usize = 60;
/// Most of a week's load in points, far beyond what anybody trains.
const POINTS: f64 = 5000.0;
/// The highest share of the base.
const SHARE: f64 = 3.0;
/// Longest text of a week.
const CONTENT: u32 = 600;

/// The name, trimmed, when everything else is possible.
pub(super) fn season(season: &SetSeason) -> Result<String, AppFault> {
    within("season-weeks", season.weeks.len() as f64, 1.0, WEEKS as f64)?;
    if let Some(base) = season.base {
        within("season-base", base, 1.0, POINTS)?;
    }
    for one in &season.weeks {
        week(one)?;
    }
    goal(season)?;
    name_of(&season.name, "name")
}

fn week(week: &SeasonWeek) -> Result<(), AppFault> {
    within("season-share", 100.0 * week.share, 0.0, 100.0 * SHARE)?;
    within("season-long-share", 100.0 * week.long_share, 0.0, 100.0)?;
    within("season-quality", f64::from(week.quality), 0.0, 7.0)?;
    within("season-strength", f64::from(week.strength), 0.0, 7.0)?;
    let unfit = |c: char| c.is_control() && c != '\n' && c != '\t';
    if week.content.chars().count() > CONTENT as usize || week.content.chars().any(unfit) {
        return Err(AppFault::BadText { what: "season-content", longest: CONTENT });
    }
    Ok(())
}

fn goal(season: &SetSeason) -> Result<(), AppFault> {
    match season.goal {
        Goal::Weeks => Ok(()),
        Goal::PeakLoad { points } => within("season-peak", points, 1.0, POINTS),
        Goal::Fitness { ctl, on } => {
            within("season-fitness", ctl, 1.0, POINTS / 7.0)?;
            // A day outside of the weeks would be a goal nothing here leads to.
            let day = (on - season.start.monday()).num_days();
            let last = season.weeks.len() as f64;
            within("season-goal-week", (day as f64 / 7.0).floor() + 1.0, 1.0, last)
        }
    }
}
