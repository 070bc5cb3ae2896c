//! The commands about the weeks of many, and about what stands behind one: ask, then print for a person or as JSON.

use app::App;
use clap::Subcommand;
use contract::Fault;
use contract::adapt::{AdaptationOutcome, AdaptationView, DecideAdaptation, ProposeAdaptation};
use contract::afterwards::{JoinFollowUps, ListFollowUps, ShowAdherence};
use contract::board::{ApproveGreen, ApproveWeek, BoardView, DraftAll, DraftLine, ShowBoard};
use contract::domain::explanation::Explanation;
use contract::domain::reason::Reason;
use contract::domain::week::Week;
use contract::domain::words::{Value, Words};
use contract::explain::{ExplainWeek, ReplayProposal};

use crate::args::Which;
use crate::ask::{ask, text};
use crate::plan::week;

/// Weeks of many, and what stands behind one.
#[derive(Debug, Subcommand)]
pub(crate) enum Board {
    /// Propose the week of everybody; approved weeks and whatever the coach touched stay.
    DraftAll {
        /// ISO week, such as 2026-W48.
        #[arg(long)]
        week: Week,
        /// Only those without a draft.
        #[arg(long)]
        missing: bool,
    },
    /// The plan board.
    Show {
        /// First week.
        #[arg(long)]
        week: Week,
        /// Weeks beside each other, 1 to 4.
        #[arg(long, default_value_t = 1)]
        weeks: u32,
    },
    /// Approve a week, or take the approval back.
    Approve {
        #[command(flatten)]
        which: Which,
        /// Take it back.
        #[arg(long)]
        withdraw: bool,
    },
    /// Approve every drafted week that asks for no look.
    ApproveGreen {
        /// ISO week.
        #[arg(long)]
        week: Week,
    },
    /// What binds a week, other weeks with their price, and what would be without a limit.
    Explain(Which),
    /// Make a proposal once more from what the engine was told then.
    Replay {
        #[command(flatten)]
        which: Which,
        /// Which version; the newest if left out.
        #[arg(long)]
        version: Option<u32>,
    },
    /// What is proposed for the rest of the running week.
    Adapt {
        /// Name or id.
        athlete: String,
        /// Apply it.
        #[arg(long)]
        apply: bool,
        /// Set it aside.
        #[arg(long, conflicts_with = "apply")]
        leave: bool,
    },
    /// What was done of what was planned.
    Adherence {
        #[command(flatten)]
        which: Which,
        /// So many weeks up to that one.
        #[arg(long, default_value_t = 4)]
        weeks: u32,
    },
    /// What came of proposals and overrides whose week is over.
    FollowUps {
        /// Name or id; everybody if left out.
        athlete: Option<String>,
    },
}

/// Does what is asked.
pub(crate) async fn board(app: &App, asked: Board, json: bool) -> Result<(), Fault> {
    match asked {
        Board::DraftAll { week, missing } => {
            let call = DraftAll { week, squad: None, missing_only: missing, task: None };
            let lines = ask(app, &call).await?.value;
            show(&lines, json, |lines| lines.iter().for_each(drafted))
        }
        Board::Show { week, weeks } => show(&ask(app, &ShowBoard { week, weeks, squad: None }).await?, json, rows),
        Board::Approve { which, withdraw } => {
            let athlete = app.athlete_named(&which.athlete).await?.id;
            let view = ask(app, &ApproveWeek { athlete, week: which.week, withdraw }).await?.value;
            show(&view, json, week)
        }
        Board::ApproveGreen { week } => {
            let who = ask(app, &ApproveGreen { week, squad: None }).await?.value;
            show(&who, json, |who| {
                println!("{}", Words::here().say_with("cli-approved", &[("count", Value::from(who.len()))]));
            })
        }
        Board::Explain(which) => {
            let athlete = app.athlete_named(&which.athlete).await?.id;
            show(&ask(app, &ExplainWeek { athlete, week: which.week }).await?, json, explained)
        }
        Board::Replay { which, version } => {
            let athlete = app.athlete_named(&which.athlete).await?.id;
            let replayed = ask(app, &ReplayProposal { athlete, week: which.week, version }).await?;
            show(&replayed, json, |replayed| {
                let key = match (replayed.inputs_hold, replayed.same) {
                    (true, true) => "week-replay-same",
                    (true, false) => "week-replay-different",
                    (false, _) => "week-replay-lost",
                };
                let days: Vec<String> = replayed.different.iter().map(ToString::to_string).collect();
                let values = [
                    ("engine", Value::from(replayed.engine.as_str())),
                    ("now", Value::from(replayed.engine_now.as_str())),
                    ("digest", Value::from(replayed.inputs.as_str())),
                    ("days", Value::from(days.join(", "))),
                ];
                println!("{}", Words::here().say_with(key, &values));
            })
        }
        Board::Adapt { athlete, apply, leave } => adapt(app, &athlete, (apply, leave), json).await,
        Board::Adherence { which, weeks } => {
            let athlete = app.athlete_named(&which.athlete).await?.id;
            let view = ask(app, &ShowAdherence { athlete, week: which.week, weeks }).await?;
            show(&view, json, |view| {
                for week in &view.weeks {
                    let a = week.adherence;
                    let share = a.share().map_or_else(|| "-".to_owned(), |share| format!("{:.0} %", share * 100.0));
                    println!(
                        "{}  {share:>5}  done {}  different {}  not done {}  left out {}  unplanned {}",
                        week.week, a.done, a.different, a.not_done, a.excused, a.unplanned
                    );
                }
            })
        }
        Board::FollowUps { athlete } => {
            let athlete = match athlete {
                Some(name) => Some(app.athlete_named(&name).await?.id),
                None => None,
            };
            ask(app, &JoinFollowUps {}).await?;
            show(&ask(app, &ListFollowUps { athlete, limit: 10_000 }).await?, json, |rows| {
                for row in rows {
                    let load = |load: Option<f64>| load.map_or_else(|| "-".to_owned(), |load| format!("{load:.0}"));
                    println!(
                        "{}  {}  {:<10} proposed {:>4}  planned {:>4.0}  done {:>4}",
                        row.week,
                        row.date,
                        row.kind.code(),
                        load(row.proposed_load),
                        row.planned_load,
                        load(row.done_load)
                    );
                }
            })
        }
    }
}

/// Shows what is proposed for the rest of the week, and decides on it when asked to.
async fn adapt(app: &App, athlete: &str, (apply, leave): (bool, bool), json: bool) -> Result<(), Fault> {
    let athlete = app.athlete_named(athlete).await?.id;
    let view = ask(app, &ProposeAdaptation { athlete }).await?;
    let Some(adaptation) = view.adaptation.as_ref().filter(|_| apply || leave) else {
        return show(&view, json, adaptation);
    };
    let call = DecideAdaptation { athlete, inputs: adaptation.inputs.clone(), apply, text: None };
    let outcome = ask(app, &call).await?.value;
    show(&outcome, json, |outcome| match outcome {
        AdaptationOutcome::Decided { decided } => {
            println!("{}", Words::here().say(if decided.applied { "adapt-applied" } else { "adapt-set-aside" }));
        }
        AdaptationOutcome::Moved { now } => {
            println!("{}", Words::here().say("adapt-moved"));
            self::adaptation(now);
        }
    })
}

fn show<T: serde::Serialize>(value: &T, json: bool, print: impl FnOnce(&T)) -> Result<(), Fault> {
    if json {
        println!("{}", text(value)?);
    } else {
        print(value);
    }
    Ok(())
}

fn reasons(all: &[Reason]) {
    for reason in all {
        println!("    {}", Words::here().reason(reason));
    }
}

fn drafted(line: &DraftLine) {
    let words = Words::here();
    let outcome = text(&line.outcome).unwrap_or_default();
    println!("  {:<24} {}", line.name, words.say(&format!("drafted-{}", outcome.trim_matches('"'))));
    reasons(&line.review);
}

fn rows(view: &BoardView) {
    for row in &view.rows {
        println!("{}", row.name);
        for week in &row.weeks {
            let target = week.target.map_or_else(|| "-".to_owned(), |target| format!("{target:.0}"));
            println!("  {}  load {:.0} of {target}", week.week, week.load);
            for session in week.sessions.iter().filter(|session| !session.removed && session.minutes > 0) {
                println!(
                    "    {}  {:<32} {:>3} min",
                    contract::domain::locale::here().day(session.date),
                    session.title,
                    session.minutes
                );
            }
        }
    }
}

fn explained(explanation: &Explanation) {
    let words = Words::here();
    println!("{}", words.say("week-binding"));
    reasons(&explanation.binding);
    for other in &explanation.alternatives {
        println!(
            "{}: {:+.0} ({})",
            words.say(&format!("alternative-{}", other.other.code())),
            other.load_change,
            other.changed
        );
    }
    for other in &explanation.counterfactuals {
        println!("{} \"{}\": {:+.0}", words.say("week-without"), words.reason(&other.without), other.load_change);
        for (date, session) in &other.days {
            let what = session.as_ref().map_or_else(|| words.say("kind-rest"), |session| session.title.clone());
            println!("    {}  {what}", contract::domain::locale::here().day(*date));
        }
    }
}

fn adaptation(view: &AdaptationView) {
    let words = Words::here();
    let Some(adaptation) = &view.adaptation else {
        println!("{}", words.say_with("fault-no-plan-what", &[("week", Value::from(view.week.to_string()))]));
        return;
    };
    println!("{}", words.say(&format!("intervention-{}", adaptation.intervention.code())));
    reasons(&adaptation.reasons);
    for change in &adaptation.changes {
        println!(
            "  {}  {}",
            contract::domain::locale::here().day(change.date),
            words.say(&format!("change-{}", change.change.code()))
        );
        reasons(&change.reasons);
    }
}
