//! The commands about repair limits, signals and the watched folder.

use app::App;
use chrono::NaiveDate;
use clap::Args;
use contract::Fault;
use contract::domain::clean::RepairLimits;
use contract::domain::id::TaskId;
use contract::domain::signal::{Quality, SignalId};
use contract::domain::words::Words;
use contract::entry::{RepairLimitsView, SetRepairLimits, ShowRepairLimits, ShowSignals, SignalView};
use contract::import::{SetWatch, ShowWatch, WatchView};

use crate::ask::ask;
use crate::imports::told;

/// The limits past which samples are marked as suspect; without options they are only shown.
#[derive(Debug, Args)]
pub(crate) struct Limits {
    /// Name or id.
    athlete: String,
    /// Lowest heart rate, bpm.
    #[arg(long)]
    hr_min: Option<f64>,
    /// Highest heart rate, bpm.
    #[arg(long)]
    hr_max: Option<f64>,
    /// Fastest change of heart rate, bpm per second.
    #[arg(long)]
    hr_step: Option<f64>,
    /// Highest power, watts.
    #[arg(long)]
    power_max: Option<f64>,
    /// Highest running speed, metres per second.
    #[arg(long)]
    run_speed_max: Option<f64>,
    /// Fastest change of altitude, metres per second.
    #[arg(long)]
    climb_max: Option<f64>,
    /// Go back to the usual limits.
    #[arg(long, conflicts_with_all = ["hr_min", "hr_max", "hr_step", "power_max", "run_speed_max", "climb_max"])]
    usual: bool,
}

impl Limits {
    /// These limits with what was asked put in; `None` when nothing was.
    fn changed(&self, now: RepairLimits) -> Option<RepairLimits> {
        let asked = [self.hr_min, self.hr_max, self.hr_step, self.power_max, self.run_speed_max, self.climb_max];
        asked.iter().any(Option::is_some).then(|| RepairLimits {
            hr_min: self.hr_min.unwrap_or(now.hr_min),
            hr_max: self.hr_max.unwrap_or(now.hr_max),
            hr_step: self.hr_step.unwrap_or(now.hr_step),
            power_max: self.power_max.unwrap_or(now.power_max),
            run_speed_max: self.run_speed_max.unwrap_or(now.run_speed_max),
            climb_max: self.climb_max.unwrap_or(now.climb_max),
        })
    }
}

/// `limits`.
pub(crate) async fn limits(app: &App, asked: Limits, as_json: bool) -> Result<(), Fault> {
    let athlete = app.athlete_named(&asked.athlete).await?.id;
    let now = ask(app, &ShowRepairLimits { athlete }).await?;
    let limits = asked.changed(now.limits);
    if limits.is_none() && !asked.usual {
        return told(&now, as_json, shown);
    }
    let task = TaskId(app::new_id());
    if !as_json {
        crate::shown::progress(app, task);
    }
    let changed = ask(app, &SetRepairLimits { athlete, limits, task: Some(task) }).await?.value;
    let now = ask(app, &ShowRepairLimits { athlete }).await?;
    told(&now, as_json, |now| {
        shown(now);
        println!("{}", Words::here().say_with("cli-limits-changed", &[("activities", changed.into())]));
    })
}

fn shown(view: &RepairLimitsView) {
    let l = view.limits;
    println!("{}", Words::here().say(if view.own { "cli-limits-own" } else { "cli-limits-usual" }));
    println!("  --hr-min {}  --hr-max {}  --hr-step {}", l.hr_min, l.hr_max, l.hr_step);
    println!("  --power-max {}  --run-speed-max {}  --climb-max {}", l.power_max, l.run_speed_max, l.climb_max);
}

/// `signals`.
pub(crate) async fn signals(app: &App, athlete: &str, on: Option<NaiveDate>, as_json: bool) -> Result<(), Fault> {
    let athlete = app.athlete_named(athlete).await?.id;
    let views = ask(app, &ShowSignals { athlete, on }).await?;
    told(&views, as_json, |views| views.iter().for_each(signal))
}

fn signal(view: &SignalView) {
    let words = Words::here();
    let name = match view.signal {
        SignalId::Channel(kind) => words.say(&format!("channel-{}", kind.code())),
        SignalId::Wellness(field) => words.say(&format!("wellness-{}", field.code())),
    };
    let value = view.value.map_or_else(|| "-".to_owned(), |value| format!("{value:.1}"));
    let at = view.at.map_or_else(|| "-".to_owned(), |at| at.format("%Y-%m-%d").to_string());
    let quality = match view.quality {
        None => String::new(),
        Some(Quality::Good) => words.say("quality-good"),
        Some(Quality::Reported) => words.say("quality-reported"),
        Some(Quality::Repaired { share }) => repaired("quality-repaired", share),
        Some(Quality::Poor { share }) => repaired("quality-poor", share),
    };
    println!(
        "{}  {name:<32} {value:>9}  {at:<10}  {:<7}  {quality}  {}",
        view.tier as u8 + 1,
        code(view.freshness),
        view.source.as_deref().unwrap_or("")
    );
}

fn repaired(key: &str, share: f64) -> String {
    Words::here().say_with(key, &[("share", (share * 100.0).ceil().into())])
}

fn code<T: serde::Serialize>(value: T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// `watch`.
pub(crate) async fn watch(app: &App, folder: Option<String>, off: bool, as_json: bool) -> Result<(), Fault> {
    let view = match (folder, off) {
        (None, false) => ask(app, &ShowWatch {}).await?,
        (folder, _) => ask(app, &SetWatch { folder }).await?,
    };
    told(&view, as_json, watched)
}

fn watched(view: &WatchView) {
    let words = Words::here();
    match &view.folder {
        Some(folder) => println!("{}", words.say_with("cli-watched", &[("folder", folder.as_str().into())])),
        None => println!("{}", words.say("cli-not-watched")),
    }
    if let Some(problem) = &view.problem {
        println!("{problem}");
    }
}
