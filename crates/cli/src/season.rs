//! The commands about seasons and the session library.

use app::App;
use clap::Subcommand;
use contract::Fault;
use contract::domain::season::plan::Goal;
use contract::domain::session::SessionKind;
use contract::domain::sport::Sport;
use contract::domain::week::Week;
use contract::library::{AddTemplate, ReadWorkout, ShowLibrary};
use contract::season::{ListSeasonTemplates, SetSeason, ShowSeason};

use crate::ask::{ask, text};

/// Seasons.
#[derive(Debug, Subcommand)]
pub(crate) enum Season {
    /// Templates to begin from.
    Templates,
    /// An athlete's season, week by week.
    Show {
        /// Name or id.
        athlete: String,
        /// First week.
        #[arg(long)]
        from: Week,
        /// Weeks.
        #[arg(long, default_value_t = 16)]
        weeks: u32,
    },
    /// Begin a season from a template.
    Start {
        /// Name or id.
        athlete: String,
        /// Template.
        #[arg(long)]
        template: String,
        /// First week.
        #[arg(long)]
        week: Week,
        /// Load of the base week, points; the mean of the last four weeks if left out.
        #[arg(long)]
        base: Option<f64>,
    },
}

/// The session library.
#[derive(Debug, Subcommand)]
pub(crate) enum Library {
    /// Every session.
    List,
    /// Read a workout in one line, such as "15min @ 65%, 3x(10min @ 99%, r2min), 7min @ 60%".
    Read {
        /// The line.
        line: String,
        /// Sport.
        #[arg(long, default_value = "run", value_parser = sport)]
        sport: Sport,
        /// For whom: targets in their own numbers.
        #[arg(long)]
        athlete: Option<String>,
    },
    /// Add a session of your own.
    Add {
        /// Title.
        title: String,
        /// The workout in one line.
        line: String,
        /// Sport.
        #[arg(long, value_parser = sport)]
        sport: Sport,
        /// What it is for: easy, long, tempo, threshold, interval, test, strength, mobility, yoga, drills, relaxation.
        #[arg(long, value_parser = kind)]
        kind: SessionKind,
    },
}

fn sport(text: &str) -> Result<Sport, String> {
    Sport::ALL.into_iter().find(|sport| sport.code() == text).ok_or_else(|| {
        let known: Vec<_> = Sport::ALL.iter().map(|sport| sport.code()).collect();
        format!("one of {}", known.join(", "))
    })
}

fn kind(text: &str) -> Result<SessionKind, String> {
    SessionKind::from_code(text).ok_or_else(|| {
        let known: Vec<_> = SessionKind::ALL.iter().map(|kind| kind.code()).collect();
        format!("one of {}", known.join(", "))
    })
}

/// Does what is asked of seasons.
pub(crate) async fn season(app: &App, asked: Season, json: bool) -> Result<(), Fault> {
    match asked {
        Season::Templates => {
            let templates = ask(app, &ListSeasonTemplates {}).await?;
            if json {
                println!("{}", text(&templates)?);
                return Ok(());
            }
            for template in &templates {
                println!("{:<20} {:>2}  {}", template.id, template.weeks.len(), template.about);
            }
        }
        Season::Show { athlete, from, weeks } => {
            let athlete = app.athlete_named(&athlete).await?.id;
            let view = ask(app, &ShowSeason { athlete, from, weeks }).await?;
            if json {
                println!("{}", text(&view)?);
                return Ok(());
            }
            let number = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.0}"));
            for line in &view.weeks {
                println!(
                    "{}  {:<10} planned {:>5}  drafted {:>5}  done {:>5}  fitness {:>4}",
                    line.week,
                    line.phase.map_or("-", |phase| phase.code()),
                    number(line.target),
                    number(line.drafted),
                    number(line.done),
                    number(line.fitness)
                );
            }
        }
        Season::Start { athlete, template, week, base } => {
            let athlete = app.athlete_named(&athlete).await?.id;
            let all = ask(app, &ListSeasonTemplates {}).await?;
            let Some(found) = all.into_iter().find(|one| one.id == template) else {
                return Err(app::no_such_template(&template));
            };
            let call = SetSeason {
                athlete,
                name: found.name,
                template: Some(found.id),
                start: week,
                base,
                goal: Goal::Weeks,
                weeks: found.weeks,
                supersedes: None,
            };
            println!("{}", text(&ask(app, &call).await?.value)?);
        }
    }
    Ok(())
}

/// Does what is asked of the library.
pub(crate) async fn library(app: &App, asked: Library, json: bool) -> Result<(), Fault> {
    match asked {
        Library::List => {
            let lines = ask(app, &ShowLibrary { athlete: None }).await?;
            if json {
                println!("{}", text(&lines)?);
                return Ok(());
            }
            for line in &lines {
                let workout = line.template.workout.as_ref().map(ToString::to_string).unwrap_or_default();
                println!("{:<26} {:<40} load {:>3.0}  {workout}", line.template.id, line.template.title, line.load);
            }
        }
        Library::Read { line, sport, athlete } => {
            let athlete = match athlete {
                Some(name) => Some(app.athlete_named(&name).await?.id),
                None => None,
            };
            let call = ReadWorkout { title: line.clone(), text: line, kind: SessionKind::Interval, sport, athlete };
            let view = ask(app, &call).await?;
            if json {
                println!("{}", text(&view)?);
                return Ok(());
            }
            println!("{}\n{} min, load {:.0}", view.text, view.session.minutes, view.session.load);
            view.lines.iter().for_each(|line| println!("  {line}"));
        }
        Library::Add { title, line, sport, kind } => {
            let call = AddTemplate { title, kind, sport, text: line, athlete: None };
            println!("{}", text(&ask(app, &call).await?.value)?);
        }
    }
    Ok(())
}
