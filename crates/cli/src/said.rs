//! The commands about athletes and activities: ask, then print for a person or as JSON.

use app::App;
use chrono::NaiveDate;
use contract::Fault;
use contract::domain::activity::Activity;
use contract::domain::id::ActivityId;
use contract::domain::words::Words;
use contract::measure::{ActivityDetail, ListActivities, LoadTrend};
use contract::roster::{Triage, TriageView};
use serde_json::{Value as Json, json};

use crate::ask::{ask, text};

/// `athletes`.
pub(crate) async fn athletes(app: &App, as_json: bool) -> Result<(), Fault> {
    let view = ask(app, &Triage { on: None }).await?;
    if as_json {
        println!("{}", text(&view)?);
    } else {
        triage(&view);
    }
    Ok(())
}

/// Prints the triage table.
pub(crate) fn triage(view: &TriageView) {
    let words = Words::here();
    for row in &view.rows {
        let readiness = match row.readiness.known() {
            Some(known) => format!("{:.0} ({:.0}-{:.0})", known.score, known.low, known.high),
            None => "-".to_owned(),
        };
        let trend =
            row.trend.map_or_else(|| "-".to_owned(), |t| format!("{:.0}/{:.0}/{:+.0}", t.ctl, t.atl, t.form_evening));
        let why = row.flags.first().map_or_else(String::new, |flag| {
            format!("{}: {}", words.say(&format!("severity-{}", flag.severity.code())), words.reason(&flag.reason))
        });
        println!("{:<22} {readiness:<12} {trend:<12} {why}", row.athlete.name);
    }
    if view.unassigned > 0 {
        println!("{}", words.say_with("cli-unassigned", &[("files", view.unassigned.into())]));
    }
}

/// `activities`.
pub(crate) async fn activities(app: &App, athlete: &str, as_json: bool) -> Result<(), Fault> {
    let athlete = app.athlete_named(athlete).await?.id;
    let list = ask(app, &ListActivities { athlete, from: None, to: None, limit: None }).await?;
    if as_json {
        println!("{}", Json::Array(list.iter().map(flat).collect()));
        return Ok(());
    }
    for activity in list {
        let load = activity.summary.load.map_or_else(
            || "-".to_owned(),
            |load| format!("{:.0} {}", load.points, Words::here().say(&format!("load-{}", load.source.code()))),
        );
        let km = activity.distance.map_or_else(String::new, |d| format!("{:.2} km", d.0 / 1000.0));
        println!(
            "{}  {:<10} {:>7.0} s  {km:>10}  {load}  {}",
            activity.start_local.format("%Y-%m-%d %H:%M"),
            activity.sport.code(),
            activity.timer.0,
            activity.id
        );
    }
    Ok(())
}

/// `activity`.
pub(crate) async fn activity(app: &App, id: &str, as_json: bool) -> Result<(), Fault> {
    let id: ActivityId = id.parse().map_err(|_| app::no_such_activity(id))?;
    let view = ask(app, &ActivityDetail { id }).await?;
    let mut flat = flat(&view.activity);
    flat["athlete"] = json!(view.athlete.name);
    flat["file"] = json!(view.file);
    flat["session"] = json!(view.session);
    flat["copies"] = json!(view.copies.iter().map(|copy| &copy.file).collect::<Vec<_>>());
    flat["copy_of"] = json!(view.copy_of);
    if as_json {
        println!("{flat}");
    } else if let Json::Object(fields) = flat {
        for (name, value) in fields {
            println!("{name:<20} {value}");
        }
    }
    Ok(())
}

/// An activity as one flat object with units in the names.
fn flat(activity: &Activity) -> Json {
    let s = &activity.summary;
    json!({
        "id": activity.id,
        "sport": activity.sport,
        "start_utc": activity.start,
        "start_local": activity.start_local,
        "timer_s": activity.timer,
        "elapsed_s": activity.elapsed,
        "distance_m": activity.distance,
        "avg_hr": s.avg_hr,
        "max_hr": s.max_hr,
        "avg_power_w": s.avg_power,
        "max_power_w": s.max_power,
        "normalized_power_w": s.normalized_power,
        "intensity_factor": s.intensity_factor,
        "trimp": s.trimp,
        "ascent_m": s.ascent,
        "rpe": activity.rpe.or(activity.totals.rpe),
        "load": s.load.map(|load| load.points),
        "load_source": s.load.map(|load| load.source),
        "load_missing": s.load_missing,
        "records": activity.records,
        "laps": activity.laps.len(),
        "pauses": activity.pauses.len(),
        "lengths": activity.lengths.len(),
        "pool_m": activity.pool,
        "sets": activity.sets,
        "comment": activity.comment,
        "device": activity.device,
        "repairs": activity.repairs,
    })
}

/// `load`.
pub(crate) async fn load(
    app: &App,
    athlete: &str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    as_json: bool,
) -> Result<(), Fault> {
    let athlete = app.athlete_named(athlete).await?.id;
    let view = ask(app, &LoadTrend { athlete, from, to }).await?;
    let rows: Vec<Json> = view
        .points
        .iter()
        .map(|p| {
            json!({ "date": p.date, "load": p.load, "ctl": p.ctl, "atl": p.atl, "tsb": p.form_evening,
                    "tsb_morning": p.form_morning, "ramp": p.ramp })
        })
        .collect();
    if as_json {
        println!("{}", Json::Array(rows));
        return Ok(());
    }
    println!("date        load   ctl    atl    tsb");
    for p in &view.points {
        let load = p.load.map_or_else(|| "?".to_owned(), |load| format!("{load:.1}"));
        println!("{}  {load:>5}  {:>5.1}  {:>5.1}  {:>+5.1}", p.date, p.ctl, p.atl, p.form_evening);
    }
    Ok(())
}

/// `call`.
pub(crate) async fn call(app: &App, name: &str, args: &str) -> Result<(), Fault> {
    println!("{}", app::dispatch(app, name, args).await?);
    Ok(())
}
