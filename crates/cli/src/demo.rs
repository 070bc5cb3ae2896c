//! The whole way once, on the sample club, told as a story.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use app::{App, Place, SystemClock};
use contract::Fault;
use contract::domain::overrides::{Change, ReasonTag};
use contract::domain::week::Week;
use contract::domain::words::{Value, Words};
use contract::plan::{DraftWeek, ExportPlan, OverrideOutcome, OverrideSession, VerifyPlan, WeekView};
use contract::roster::{CountActivities, OpenSample, Triage};

use crate::ask::ask;
use crate::{plan, said};

/// `demo`.
pub(crate) async fn demo(out: &Path) -> Result<(), Fault> {
    let begun = Instant::now();
    let words = Words::here();
    let tell = |key: &str, values: &[(&str, Value)]| println!("\n{}", words.say_with(key, values));
    std::fs::create_dir_all(out)
        .map_err(|source| app::untraced(&app::AppFault::Unwritable { path: out.to_owned(), source }))?;
    // A place of its own: a demo never touches the user's rosters or keys.
    let place = Place::in_folder(&out.join("home"));
    app::log::begin(&place);
    let app = App::new(place, Arc::new(SystemClock));
    let roster = ask(&app, &OpenSample { task: None }).await?.value;
    let activities = ask(&app, &CountActivities {}).await?;
    tell("demo-club", &[("athletes", roster.athletes.into()), ("activities", activities.into())]);

    let triage = ask(&app, &Triage { on: None }).await?;
    tell("demo-triage", &[]);
    said::triage(&triage);

    let week = Week::of(app.today()).next();
    let (athlete, drafted) = athlete_with_a_full_week(&app, &triage, week).await?;
    tell("demo-week", &[("athlete", athlete.name.as_str().into())]);
    plan::week(&drafted);

    let (session, to) = a_move(&drafted).ok_or_else(|| app::no_such_session("to move"))?;
    let title = session.session.title.as_str();
    tell("demo-override", &[("title", title.into()), ("day", to.format("%A").to_string().into())]);
    let moved = OverrideSession {
        athlete: athlete.id,
        week,
        session: Some(session.id),
        change: Change::Move { to },
        tag: ReasonTag::ScheduleConflict,
        text: Some("Club evening".to_owned()),
        insist: false,
    };
    let mut outcome = ask(&app, &moved).await?.value;
    if let OverrideOutcome::Refused { broken } = &outcome {
        let reasons: Vec<String> = broken.iter().map(|reason| words.reason(reason)).collect();
        tell("demo-override-insist", &[("reasons", reasons.join(" ").into())]);
        outcome = ask(&app, &OverrideSession { insist: true, ..moved }).await?.value;
    }
    if let OverrideOutcome::Applied { week: view, .. } = &outcome {
        plan::week(view);
    }

    let folder = Some(out.to_string_lossy().into_owned());
    let exported =
        ask(&app, &ExportPlan { athlete: athlete.id, week, folder, texts: Vec::new(), seal: None, for_team: false })
            .await?
            .value;
    tell("demo-export", &[]);
    println!("{}\n{}", exported.path, exported.html.as_deref().unwrap_or_default());
    tell("demo-verify", &[]);
    plan::verified(&ask(&app, &VerifyPlan { path: exported.path.clone() }).await?);
    tell("demo-tamper", &[]);
    println!("{}", refused_copy(&app, &exported.path).await?.what);

    tell("demo-pictures", &[]);
    for file in app.draw(athlete.id, out).await? {
        println!("{}", file.display());
    }
    let seconds = (begun.elapsed().as_secs_f64() * 10.0).round() / 10.0;
    tell("demo-end", &[("seconds", seconds.into()), ("folder", out.display().to_string().into())]);
    app.close().await;
    Ok(())
}

/// The first athlete in triage order whose proposal has a quality session among at least four; else the last one.
async fn athlete_with_a_full_week(
    app: &App,
    triage: &contract::roster::TriageView,
    week: Week,
) -> Result<(contract::domain::athlete::Athlete, WeekView), Fault> {
    let mut last = None;
    for row in &triage.rows {
        let view = ask(app, &DraftWeek { athlete: row.athlete.id, week, fresh: false }).await?.value;
        let training = view.effective.standing().filter(|s| s.session.minutes > 0).count();
        let hard = view.effective.standing().any(|s| s.session.kind.is_quality());
        let full = training >= 4 && hard && !view.plan.proposal.abstained;
        last = Some((row.athlete.clone(), view));
        if full {
            break;
        }
    }
    last.ok_or_else(|| app::no_such_session("of any athlete"))
}

/// A quality session (or any) and a day without one.
fn a_move(view: &WeekView) -> Option<(&contract::domain::effective::EffectiveSession, chrono::NaiveDate)> {
    let training = || view.effective.standing().filter(|s| s.session.minutes > 0);
    let session = training().find(|s| s.session.kind.is_quality()).or_else(|| training().next())?;
    let free = view.plan.week.days().into_iter().filter(|day| training().all(|s| s.date != *day));
    let to = free.chain(view.plan.week.days()).find(|day| *day != session.date)?;
    Some((session, to))
}

/// Changes one byte in a copy of a plan file; the fault that refuses it.
async fn refused_copy(app: &App, path: &str) -> Result<Fault, Fault> {
    let unreadable = |source| app::untraced(&app::AppFault::Unreadable { path: path.into(), source });
    let mut bytes = std::fs::read(path).map_err(unreadable)?;
    let middle = bytes.len() / 2;
    if let Some(byte) = bytes.get_mut(middle) {
        *byte ^= 1;
    }
    let copy = tempfile::NamedTempFile::new().map_err(unreadable)?;
    std::fs::write(copy.path(), bytes).map_err(unreadable)?;
    match ask(app, &VerifyPlan { path: copy.path().to_string_lossy().into_owned() }).await {
        Err(refused) => Ok(refused),
        Ok(_) => Err(app::untraced(&app::AppFault::Panicked { said: "a changed plan file was accepted".to_owned() })),
    }
}
