//! An athlete's history in time: the load trend with what is planned, expected and happened, and the best they did.

use chrono::{DateTime, NaiveDate, Utc};
use domain::daily::Projected;
use domain::id::AthleteId;
use domain::mark::MarkKind;
use domain::measures::Quantity;
use domain::settings::Settings;
use domain::sport::Sport;
use serde::{Deserialize, Serialize};

use crate::athlete::Eyes;
use crate::measure::{CurvePoint, LoadTrendView};

/// The whole load trend of an athlete, from the first activity to the last planned or expected day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowHistory {
    /// Who.
    pub athlete: AthleteId,
    /// Through whose eyes: private notes are left out for the athlete.
    #[serde(default)]
    pub eyes: Eyes,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HistoryView {
    /// Today on the athlete's clock.
    pub today: NaiveDate,
    /// What was done, with all races and phases and the days on which settings changed.
    pub trend: LoadTrendView,
    /// Days after today up to the last planned one.
    pub ahead: Vec<Projected>,
    /// Where the season leads, by week; empty without a season.
    pub expected: Vec<ExpectedFitness>,
    /// What happened, by first day.
    pub events: Vec<HistoryEvent>,
}

/// Fitness to be expected on a day if the season is trained.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ExpectedFitness {
    /// The day: the last of a week.
    pub date: NaiveDate,
    /// Fitness (CTL), points a day.
    pub ctl: f64,
    /// The lowest and the highest that the limits leave, points a day.
    pub band: (f64, f64),
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEvent {
    /// First day.
    pub from: NaiveDate,
    /// Last day; the first where it was one day.
    pub to: NaiveDate,
    /// What.
    pub what: Happened,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Happened {
    /// The athlete reported illness or fever on these days.
    Ill,
    /// The athlete reported an injury on these days.
    Injured,
    /// A mark: the usual did not hold.
    Marked {
        /// Why.
        kind: MarkKind,
    },
    /// Somebody wrote a note.
    Noted {
        /// The note.
        text: String,
    },
}

/// The best an athlete did by duration: lately, in the same weeks a year ago, and ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowBests {
    /// Who.
    pub athlete: AthleteId,
    /// Days that count as lately, 7 to 365.
    pub days: u32,
}

/// The answer: one for each quantity that has a curve.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BestsView {
    /// Last day that counts as lately.
    pub to: NaiveDate,
    /// Days that count as lately.
    pub days: u32,
    /// By quantity.
    pub lines: Vec<BestLine>,
}

/// The best of one quantity. Of watts and speeds those of the sport that has most of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BestLine {
    /// Of what.
    pub quantity: Quantity,
    /// Of which sport; `None` for heart rates, which compare across sports.
    pub sport: Option<Sport>,
    /// Lately, shortest duration first.
    pub lately: Vec<CurvePoint>,
    /// As many days ending a year before.
    pub year_ago: Vec<CurvePoint>,
    /// Ever.
    pub ever: Vec<CurvePoint>,
}

/// What held for an athlete when, and who said so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsHistory {
    /// Who.
    pub athlete: AthleteId,
    /// Through whose eyes: the reasons that were written down are for the coach.
    #[serde(default)]
    pub eyes: Eyes,
}

/// One line of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SettingsLine {
    /// The settings with the day they hold from and why.
    pub settings: Settings,
    /// Who entered them and when, as the journal says; `None` where no line of it does.
    pub entered: Option<(String, DateTime<Utc>)>,
    /// Whether newer ones for the same day stand in their place.
    pub replaced: bool,
}
