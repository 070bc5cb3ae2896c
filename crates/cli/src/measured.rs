//! The commands about measures, thresholds and races: ask, then print for a person or as JSON.

use app::App;
use chrono::NaiveDate;
use clap::Subcommand;
use contract::Fault;
use contract::domain::measures::Measured;
use contract::domain::metric::{Metric, MetricFact};
use contract::domain::result::{Conditions, Effort};
use contract::domain::sport::Sport;
use contract::domain::unit::{Bpm, Celsius, Meters, Seconds};
use contract::domain::words::Words;
use contract::measure::{LoadWeeks, Recompute, ShowMeasures};
use contract::threshold::{AcceptEstimate, AddResult, PaceCourse, PredictRace, ShowThresholds};

use crate::ask::{ask, text};

/// Measures, thresholds and races.
#[derive(Debug, Subcommand)]
pub(crate) enum Numbers {
    /// Everything measured on one activity.
    Activity {
        /// Id.
        id: String,
    },
    /// Weeks of load with their spread, intensity and adherence.
    Weeks {
        /// Name or id.
        athlete: String,
        /// First day.
        #[arg(long)]
        from: Option<NaiveDate>,
        /// Last day.
        #[arg(long)]
        to: Option<NaiveDate>,
    },
    /// Thresholds as set, and what the athlete's efforts say.
    Thresholds {
        /// Name or id.
        athlete: String,
        /// As of which day; today if left out.
        #[arg(long)]
        on: Option<NaiveDate>,
    },
    /// Take a threshold over as a setting from a day on.
    Accept {
        /// Name or id.
        athlete: String,
        /// Which, such as ftp or lthr.
        #[arg(value_parser = metric)]
        metric: Metric,
        /// Value in the metric's unit.
        value: f64,
        /// First day it holds.
        #[arg(long)]
        from: NaiveDate,
        /// Why.
        #[arg(long)]
        note: Option<String>,
    },
    /// Enter a running race or test.
    Result {
        /// Name or id.
        athlete: String,
        /// Day.
        #[arg(long)]
        day: NaiveDate,
        /// Metres.
        #[arg(long)]
        distance: f64,
        /// Minutes.
        #[arg(long)]
        minutes: f64,
        /// A time trial, not a race.
        #[arg(long)]
        test: bool,
        /// Mean heart rate of the last 20 minutes.
        #[arg(long)]
        heart: Option<f64>,
        /// Air temperature.
        #[arg(long)]
        celsius: Option<f64>,
    },
    /// What a running race may take.
    Predict {
        /// Name or id.
        athlete: String,
        /// Metres.
        #[arg(long)]
        distance: f64,
        /// Day; today if left out.
        #[arg(long)]
        on: Option<NaiveDate>,
        /// Air temperature.
        #[arg(long)]
        celsius: Option<f64>,
        /// Relative humidity, percent.
        #[arg(long)]
        humidity: Option<f64>,
        /// Metres above the sea.
        #[arg(long)]
        altitude: Option<f64>,
    },
    /// Even effort over the profile of an activity.
    Pace {
        /// Id.
        activity: String,
        /// Time to aim at.
        #[arg(long)]
        minutes: f64,
    },
    /// Compute again what is out of date.
    Recompute {
        /// Name or id; everybody if left out.
        athlete: Option<String>,
    },
    /// Every metric there is.
    Registry,
}

fn metric(text: &str) -> Result<Metric, String> {
    Metric::from_code(text).ok_or_else(|| "trackside measures registry lists the names".to_owned())
}

/// Points asked for where a line is printed by nobody.
const WIDTH: u32 = 600;

/// Does what is asked.
pub(crate) async fn measured(app: &App, asked: Numbers, json: bool) -> Result<(), Fault> {
    match asked {
        Numbers::Activity { id } => activity(app, &id, json).await,
        Numbers::Weeks { athlete, from, to } => weeks(app, &athlete, (from, to), json).await,
        Numbers::Thresholds { athlete, on } => thresholds(app, &athlete, on, json).await,
        Numbers::Accept { athlete, metric, value, from, note } => {
            accept(app, &athlete, metric, value, (from, note), json).await
        }
        Numbers::Result { athlete, day, distance, minutes, test, heart, celsius } => {
            let effort = if test { Effort::TimeTrial } else { Effort::Race };
            let call = AddResult {
                athlete: app.athlete_named(&athlete).await?.id,
                date: day,
                effort,
                sport: Sport::Run,
                distance: Some(Meters(distance)),
                time: Seconds(minutes * 60.0),
                power: None,
                heart: heart.map(Bpm),
                conditions: Conditions { temperature: celsius.map(Celsius), ..Conditions::default() },
                activity: None,
                race: None,
                note: None,
                corrects: None,
            };
            println!("{}", text(&ask(app, &call).await?.value)?);
            Ok(())
        }
        Numbers::Predict { athlete, distance, on, celsius, humidity, altitude } => {
            let conditions = Conditions { temperature: celsius.map(Celsius), humidity, altitude: altitude.map(Meters) };
            predict(app, &athlete, distance, on, conditions, json).await
        }
        Numbers::Pace { activity, minutes } => pace(app, &activity, minutes, json).await,
        Numbers::Recompute { athlete } => {
            let athlete = match athlete {
                Some(name) => Some(app.athlete_named(&name).await?.id),
                None => None,
            };
            println!("{}", text(&ask(app, &Recompute { athlete, task: None }).await?.value)?);
            Ok(())
        }
        Numbers::Registry => {
            registry(json);
            Ok(())
        }
    }
}

async fn activity(app: &App, id: &str, json: bool) -> Result<(), Fault> {
    let id = id.parse().map_err(|_| app::no_such_activity(id))?;
    let view = ask(app, &ShowMeasures { activity: id, width: WIDTH }).await?;
    if json {
        println!("{}", text(&view)?);
        return Ok(());
    }
    let words = Words::here();
    for (metric, measured) in view.measures.iter().flat_map(|measures| &measures.values) {
        let fact = metric.fact();
        let said = match measured {
            Measured::Known { value, doubts } => {
                let mark = if doubts.is_empty() { "" } else { " *" };
                format!("{} {}{mark}", fact.text(*value), fact.unit_shown())
            }
            Measured::Missing { why } => words.say(&format!("missing-{}", why.code())),
        };
        println!("{:<38} {said}", words.say(&metric.label()));
    }
    for zone in view.measures.iter().flat_map(|measures| &measures.zones) {
        let minutes: Vec<String> = zone.seconds.iter().map(|seconds| format!("{:.0}", seconds / 60.0)).collect();
        println!("{:<38} {} min", zone.scheme.code(), minutes.join(" / "));
    }
    for saying in &view.sayings {
        println!("{}", words.saying(saying));
    }
    Ok(())
}

async fn weeks(
    app: &App,
    athlete: &str,
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    json: bool,
) -> Result<(), Fault> {
    let athlete = app.athlete_named(athlete).await?.id;
    let view = ask(app, &LoadWeeks { athlete, from, to }).await?;
    if json {
        println!("{}", text(&view)?);
        return Ok(());
    }
    println!("week       load  usual  time     easy  done   mono  strain");
    let fact = |metric: Metric, value: Option<f64>| value.map_or_else(|| "-".to_owned(), |v| metric.fact().text(v));
    for week in &view.weeks {
        println!(
            "{:<9} {:>5} {:>6} {:>8} {:>5} {:>5} {:>6} {:>7}",
            week.week.to_string(),
            fact(Metric::WeekLoad, Some(week.load)),
            fact(Metric::WeekLoad, week.usual),
            fact(Metric::WeekMinutes, Some(week.time.0)),
            fact(Metric::EasyShare, week.distribution.as_ref().map(|distribution| distribution.shares[0])),
            fact(Metric::Adherence, week.adherence),
            fact(Metric::Monotony, week.monotony),
            fact(Metric::Strain, week.strain),
        );
    }
    for saying in &view.sayings {
        println!("{}", Words::here().saying(saying));
    }
    Ok(())
}

async fn thresholds(app: &App, athlete: &str, on: Option<NaiveDate>, json: bool) -> Result<(), Fault> {
    let athlete = app.athlete_named(athlete).await?.id;
    let view = ask(app, &ShowThresholds { athlete, on }).await?;
    if json {
        println!("{}", text(&view)?);
        return Ok(());
    }
    let words = Words::here();
    for threshold in &view.thresholds {
        let fact = threshold.metric.fact();
        let current = threshold
            .current
            .map_or_else(|| "-".to_owned(), |(value, from)| format!("{} ({from})", shown(fact, value)));
        println!("{:<28} {current}", words.say(&threshold.metric.label()));
        for estimate in &threshold.estimates {
            println!(
                "    {} [{} - {}], {}, {:.0} %{}",
                shown(fact, estimate.value),
                fact.text(estimate.low),
                fact.text(estimate.high),
                words.say(&format!("method-{}", estimate.method.code())),
                estimate.confidence * 100.0,
                if estimate.proposed { " <-" } else { "" },
            );
        }
    }
    Ok(())
}

async fn accept(
    app: &App,
    athlete: &str,
    metric: Metric,
    value: f64,
    (from, note): (NaiveDate, Option<String>),
    json: bool,
) -> Result<(), Fault> {
    let athlete = app.athlete_named(athlete).await?.id;
    let done = ask(app, &AcceptEstimate { athlete, metric, value, from, note }).await?;
    if json {
        println!("{}", text(&done.value)?);
    } else {
        println!("{}: {} ({from})", Words::here().say(&metric.label()), shown(metric.fact(), value));
    }
    Ok(())
}

async fn predict(
    app: &App,
    athlete: &str,
    distance: f64,
    date: Option<NaiveDate>,
    conditions: Conditions,
    json: bool,
) -> Result<(), Fault> {
    let athlete = app.athlete_named(athlete).await?.id;
    let view = ask(app, &PredictRace { athlete, distance: Meters(distance), date, conditions }).await?;
    let clock = |seconds: Seconds| Metric::Duration.fact().text(seconds.0);
    match view.prediction {
        _ if json => println!("{}", text(&view)?),
        None => println!("{}", Words::here().say("cli-no-prediction")),
        Some(found) => {
            println!("{} ({} - {})", clock(found.time), clock(found.low), clock(found.high));
            for part in &found.parts {
                println!("    {:<16} {} ({:.0} %)", part.method, clock(part.time), part.weight * 100.0);
            }
            if let Some((time, low, high)) = found.adjusted {
                println!("{}: {} ({} - {})", Words::here().say("cli-that-day"), clock(time), clock(low), clock(high));
            }
        }
    }
    Ok(())
}

async fn pace(app: &App, activity: &str, minutes: f64, json: bool) -> Result<(), Fault> {
    let id = activity.parse().map_err(|_| app::no_such_activity(activity))?;
    let legs = ask(app, &PaceCourse { activity: id, time: Seconds(minutes * 60.0), leg: None }).await?;
    if json {
        println!("{}", text(&legs)?);
        return Ok(());
    }
    for leg in legs {
        println!(
            "{:>7.2} km  {:>5.1} %  {} /km  {}",
            leg.to.0 / 1000.0,
            leg.slope * 100.0,
            Metric::GradedSpeed.fact().text(leg.speed),
            Metric::Duration.fact().text(leg.at.0)
        );
    }
    Ok(())
}

/// Every metric, one a line.
fn registry(json: bool) {
    let words = Words::here();
    for metric in Metric::ALL {
        let fact = metric.fact();
        if json {
            let row = serde_json::json!({ "metric": metric.code(), "symbol": fact.symbol, "unit": fact.unit,
                "needs": fact.needs, "evidence": fact.evidence, "source": fact.source, "method": fact.method });
            println!("{row}");
        } else {
            println!("{:<26} {:<8} {:<8} {}", metric.code(), fact.symbol, fact.unit, words.say(&metric.label()));
        }
    }
}

fn shown(fact: &MetricFact, value: f64) -> String {
    format!("{} {}", fact.text(value), fact.unit_shown())
}
