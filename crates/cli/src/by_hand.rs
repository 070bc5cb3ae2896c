//! The commands that take what people say: an activity nobody recorded, a squad's morning.

use std::io::Read as _;

use app::App;
use chrono::{NaiveDate, NaiveDateTime};
use clap::Args;
use contract::Fault;
use contract::domain::entered::EnteredActivity;
use contract::domain::recording::StrengthSet;
use contract::domain::sport::Sport;
use contract::domain::unit::{Kilograms, Meters, Rpe};
use contract::domain::words::Words;
use contract::entry::{AddActivity, SquadMorning, SquadMorningView};

use crate::ask::ask;
use crate::imports::told;

/// An activity nobody recorded.
#[derive(Debug, Args)]
pub(crate) struct Entry {
    /// Name or id.
    athlete: String,
    /// Sport: run, ride, swim, walk, row, ski, strength, mobility, other.
    #[arg(long, value_parser = sport)]
    sport: Sport,
    /// When it began, on the athlete's clock: 2026-11-22T18:30.
    #[arg(long, value_parser = moment)]
    start: NaiveDateTime,
    /// How long.
    #[arg(long)]
    minutes: f64,
    /// How hard it felt, 0 to 10.
    #[arg(long)]
    rpe: Option<f64>,
    /// How far, kilometres.
    #[arg(long)]
    km: Option<f64>,
    /// Strength sets, such as "squat 3x5@80" (three sets of five with 80 kg) or "pull-up 8"; may stand several times.
    #[arg(long = "set", value_parser = sets)]
    sets: Vec<Sets>,
    /// A comment.
    #[arg(long)]
    comment: Option<String>,
}

/// Sets of one exercise.
#[derive(Debug, Clone)]
pub(crate) struct Sets(Vec<StrengthSet>);

/// `entry`.
pub(crate) async fn entry(app: &App, entry: Entry, as_json: bool) -> Result<(), Fault> {
    let athlete = app.athlete_named(&entry.athlete).await?.id;
    let entered = EnteredActivity {
        sport: entry.sport,
        start_local: entry.start,
        minutes: entry.minutes,
        rpe: entry.rpe.map(Rpe),
        distance: entry.km.map(|km| Meters(km * 1000.0)),
        sets: entry.sets.into_iter().flat_map(|sets| sets.0).collect(),
        comment: entry.comment,
    };
    let activity = ask(app, &AddActivity { athlete, entered }).await?.value;
    told(&activity, as_json, |activity| {
        let load = activity.summary.load.map_or_else(|| "-".to_owned(), |load| format!("{:.0}", load.points));
        let facts = [("id", activity.id.to_string().into()), ("load", load.into())];
        println!("{}", Words::here().say_with("cli-entered", &facts));
    })
}

/// `morning`.
pub(crate) async fn morning(
    app: &App,
    day: Option<NaiveDate>,
    text: Option<String>,
    check: bool,
    as_json: bool,
) -> Result<(), Fault> {
    let text = match text {
        Some(text) => text,
        None => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map_err(|source| {
                app::untraced(&app::AppFault::Unreadable { path: "standard input".into(), source })
            })?;
            text
        }
    };
    let request = SquadMorning { day: day.unwrap_or_else(|| app.today()), text, keep: !check };
    let view = ask(app, &request).await?.value;
    told(&view, as_json, lines)?;
    let unclear = view.lines.iter().filter(|line| line.problem.is_some()).count();
    if unclear > 0 && !check {
        return Err(app::untraced(&app::AppFault::MorningUnclear { lines: unclear }));
    }
    Ok(())
}

fn lines(view: &SquadMorningView) {
    let words = Words::here();
    for line in &view.lines {
        let whose = line.athlete.as_ref().map_or("?", |(_, name)| name.as_str());
        let values: Vec<String> = line
            .values
            .iter()
            .map(|value| {
                let field = value.field.code();
                let unit = words.say(&format!("wellness-{field}-unit"));
                format!("{} {} {unit}", words.say(&format!("wellness-{field}")), value.value).trim_end().to_owned()
            })
            .collect();
        let said = line.problem.clone().unwrap_or_else(|| values.join(", "));
        println!("{:>3}  {whose:<22} {said}", line.line);
    }
    println!("{}", words.say_with("cli-morning-kept", &[("values", view.kept.into())]));
}

fn sport(text: &str) -> Result<Sport, String> {
    Sport::from_code(text).ok_or_else(|| {
        let known: Vec<_> = Sport::ALL.iter().map(|sport| sport.code()).collect();
        format!("one of {}", known.join(", "))
    })
}

fn moment(text: &str) -> Result<NaiveDateTime, String> {
    let spaced = text.replace('T', " ");
    let seconds = if spaced.matches(':').count() == 1 { format!("{spaced}:00") } else { spaced };
    NaiveDateTime::parse_from_str(&seconds, "%Y-%m-%d %H:%M:%S").map_err(|_| "like 2026-11-22T18:30".to_owned())
}

/// `squat 3x5@80`: three sets of five with 80 kg.
fn sets(text: &str) -> Result<Sets, String> {
    let wrong = || "like \"squat 3x5@80\", \"squat 3x5\" or \"squat 5\"".to_owned();
    let (exercise, counts) = text.trim().rsplit_once(' ').ok_or_else(wrong)?;
    let (counts, weight) = match counts.split_once('@') {
        Some((counts, weight)) => (counts, Some(weight.parse::<f64>().map_err(|_| wrong())?)),
        None => (counts, None),
    };
    let (number, reps) = counts.split_once('x').unwrap_or(("1", counts));
    let number: usize = number.parse().map_err(|_| wrong())?;
    let reps: u32 = reps.parse().map_err(|_| wrong())?;
    if !(1..=100).contains(&number) {
        return Err(wrong());
    }
    let set = StrengthSet {
        span: None,
        active: true,
        exercise: Some(exercise.trim().to_owned()),
        reps: Some(reps),
        weight: weight.map(Kilograms),
        velocity: Vec::new(),
    };
    Ok(Sets(vec![set; number]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_read_as_people_write_them() {
        let Sets(read) = sets("back squat 3x5@82.5").expect("read");
        assert_eq!(read.len(), 3);
        assert_eq!(read[0].exercise.as_deref(), Some("back squat"));
        assert_eq!((read[0].reps, read[0].weight), (Some(5), Some(Kilograms(82.5))));
        assert_eq!(sets("pull-up 8").expect("read").0[0].weight, None);
        for wrong in ["squat", "squat x", "squat 0x5", "squat 3x5@heavy", "squat 999999999x5"] {
            assert!(sets(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_start_is_read_with_a_blank_or_a_t() {
        let whole = NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(18, 30, 0));
        assert_eq!(moment("2026-11-22T18:30").ok(), whole);
        assert_eq!(moment("2026-11-22 18:30:00").ok(), whole);
        assert!(moment("tomorrow").is_err());
    }
}
