//! The engine beside three dumb plans, week by week over load that real people trained: a table, as Markdown.
//!
//! The data are no part of this project. They are looked for in the folder `TRACKSIDE_DATASETS` names, else in
//! `shared/datasets` beside the workspace; what is not there is said and left out.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program of the command line")]

mod athlete;
mod data;
mod plans;
mod tally;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use self::athlete::Athlete;
use self::plans::Plan;
use self::tally::Tally;

/// What the table is, before it.
const ABOUT: &str = "\
## Replayed over real training

`cargo xtask replay --write` makes this part anew: each whole week that real people trained is planned on the morning of its
Monday from what was known by then, and held against three plans that look at nothing but the last weeks: last week once more;
the mean of four weeks (the weekdays trained in at least two of them, each at its mean, together at the mean load); last week
and five percent, every fourth week 25 % lighter. Weeks begin four weeks after the first session; weeks after four without any
training are left out.

- **gc_opendata** (GoldenCheetah OpenData): two people, three sports. **pmdata** (PMData): eight people, session RPE and
  mornings. **soccermon** (SoccerMon): 25 footballers of two teams, load a day and mornings.
- The time of a weekday is the most that was trained on it in eight weeks, and a tenth more. Readiness comes from the
  mornings by the program's own rules. Nobody's races, thresholds, ages or coaches are known: every week is a base week.
- All plans are judged by `check::broken`, the check the coach's own changes are judged by, and by the target the engine has
  for the week; the rows of the other plans leave out the weeks the engine abstained from. Away from the target, and from the
  load that was then trained, are medians. Days changed: planned on Sunday, and once more on Monday with one more day; a
  session counts as the same within five minutes.
- A jump is a week of over 1.20 times the larger of last week and the four-week mean. Coming back: the engine planned it as a
  share of what was trained before days off, which are in that mean.
";

/// What it is not, after it.
const CANNOT: &str = "
What the table cannot show:

- Whether anybody got faster, stayed healthier or would have followed the plan. Nobody trained these weeks.
- That the engine keeps its limits is by design, not a finding: it plans by the definitions it is judged by here. A check
  written apart from it is in the tests. What the column does show is how often plain repetition breaks them.
- The target is the engine's own. A plan that lies near it is near to this program's idea of the week, no more; the column
  beside it says how near to what the person then chose to do.
- soccermon holds no minutes: each day counts as one session of medium effort (RPE 5), so that its spikes are spikes of a
  day's load and no session of it is hard. Football is not planned by this engine; the loads are what is of use.
- gc_opendata has load from power for a third of its sessions; the others are put on its scale from time in pulse zones.
- Illness, injury, holidays and matches are not known, and a day without an entry counts as a day without training. Two
  amateurs, eight volunteers and two football teams are no sample of athletes.";

fn main() -> ExitCode {
    let folder = std::env::var_os("TRACKSIDE_DATASETS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/datasets"), PathBuf::from);
    let started = Instant::now();
    let mut rows = Vec::new();
    for (name, read) in data::ALL {
        match read(&folder.join(name)) {
            Ok(athletes) => rows.extend(replay(name, &athletes)),
            Err(fault) => eprintln!("skipped: {name}: {fault}"),
        }
    }
    if rows.is_empty() {
        eprintln!("none of the data sets is in {}", folder.display());
        return ExitCode::FAILURE;
    }
    println!("{ABOUT}\n{}\n{}\n{CANNOT}", tally::HEAD, rows.join("\n"));
    eprintln!("{:.0} s", started.elapsed().as_secs_f64());
    ExitCode::SUCCESS
}

/// One row for each plan, and one for the weeks the engine abstained from.
fn replay(name: &str, athletes: &[Athlete]) -> Vec<String> {
    let mut tallies: Vec<(Plan, Tally)> = Plan::ALL.into_iter().map(|plan| (plan, Tally::default())).collect();
    let mut abstained = Tally::default();
    for athlete in athletes {
        for (nth, week) in athlete.weeks().into_iter().enumerate() {
            // Planned on the morning of its Monday; the day before it was planned with one day less of data.
            let context = athlete.context(week, week.monday());
            let before = athlete.context(week, week.monday() - chrono::Duration::days(1));
            let draft = plans::engine(&before, &context);
            if draft.now.abstained {
                abstained.add(athlete, &context, &draft.planned(), None);
                continue;
            }
            for (plan, tally) in &mut tallies {
                let planned = match plan {
                    Plan::Engine => draft.planned(),
                    plan => plans::dumb(*plan, &before, &context, nth),
                };
                tally.add(athlete, &context, &planned, draft.now.target_load);
            }
        }
    }
    let weeks = tallies[0].1.weeks + abstained.weeks;
    let of = |tally: &Tally, plan: &str| tally.row(name, athletes.len(), plan, weeks);
    let mut rows: Vec<String> = tallies.iter().map(|(plan, tally)| of(tally, plan.name())).collect();
    rows.push(of(&abstained, "engine, where it abstained"));
    rows
}
