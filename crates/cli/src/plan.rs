//! The commands about weeks.

use app::App;
use contract::Fault;
use contract::domain::effective::{EffectiveWeek, Source};
use contract::domain::overrides::Change;
use contract::domain::words::{Value, Words};
use contract::incoming::Seal;
use contract::plan::{
    DraftWeek, ExportPlan, OverrideOutcome, OverrideSession, ShowWeek, VerifiedPlan, VerifyPlan, WeekView,
};

use crate::args::Plan;
use crate::ask::{ask, text};
use crate::keys;

/// `plan ...`.
pub(crate) async fn plan(app: &App, command: Plan, as_json: bool) -> Result<(), Fault> {
    match command {
        Plan::Draft(which) => {
            let athlete = app.athlete_named(&which.athlete).await?.id;
            let view = ask(app, &DraftWeek { athlete, week: which.week, fresh: false }).await?.value;
            if as_json { println!("{}", text(&view)?) } else { week(&view) }
        }
        Plan::Show(which) => {
            let athlete = app.athlete_named(&which.athlete).await?.id;
            let answer = ask(app, &ShowWeek { athlete, week: which.week }).await?;
            match (&answer.week, as_json) {
                (_, true) => println!("{}", text(&answer)?),
                (Some(view), false) => week(view),
                (None, false) => {
                    let asked = [("week", Value::from(which.week.to_string()))];
                    println!("{}", Words::here().say_with("fault-no-plan-what", &asked));
                }
            }
        }
        Plan::Override { which, session, change, reason, text: said, insist } => {
            let athlete = app.athlete_named(&which.athlete).await?.id;
            let change: Change = serde_json::from_str(&change).map_err(|e| app::bad_arguments("change", e))?;
            let session = match session {
                Some(id) => Some(id.parse().map_err(|_| app::no_such_session(&id))?),
                None => None,
            };
            let request =
                OverrideSession { athlete, week: which.week, session, change, tag: reason, text: said, insist };
            let outcome = ask(app, &request).await?.value;
            if as_json {
                println!("{}", text(&outcome)?);
                return Ok(());
            }
            match outcome {
                OverrideOutcome::Applied { week: view, .. } => week(&view),
                OverrideOutcome::Refused { broken } => {
                    println!("{}", Words::here().say("cli-refused"));
                    for reason in &broken {
                        println!("  {}", Words::here().reason(reason));
                    }
                    println!("{}", Words::here().say("cli-insist"));
                }
            }
        }
        Plan::Read(asked) => keys::read(app, asked, as_json).await?,
        Plan::Export { which, out, tell, for_team, recipients, passphrase } => {
            let athlete = app.athlete_named(&which.athlete).await?.id;
            let folder = out.map(|path| path.to_string_lossy().into_owned());
            let texts =
                tell.iter().map(|id| id.parse().map_err(|_| app::no_such_change(id))).collect::<Result<_, _>>()?;
            let seal = match passphrase.said()? {
                Some(passphrase) => Some(Seal::Passphrase { passphrase }),
                None if recipients.is_empty() => None,
                None => Some(Seal::Recipients { recipients }),
            };
            let week = which.week;
            let exported = ask(app, &ExportPlan { athlete, week, folder, texts, seal, for_team }).await?.value;
            if as_json {
                println!("{}", text(&exported)?);
            } else {
                for line in
                    [Some(&exported.path), exported.html.as_ref(), Some(&exported.fingerprint)].into_iter().flatten()
                {
                    println!("{line}");
                }
                let withheld =
                    [("notes", exported.withheld_notes.into()), ("texts", Value::from(exported.withheld_texts))];
                println!("{}", Words::here().say_with("plan-withheld", &withheld));
            }
        }
        Plan::Verify { file } => {
            let read = ask(app, &VerifyPlan { path: file.to_string_lossy().into_owned() }).await?;
            if as_json { println!("{}", text(&read)?) } else { verified(&read) }
        }
    }
    Ok(())
}

/// Prints a week with its reasons.
pub(crate) fn week(view: &WeekView) {
    let words = Words::here();
    let plan = &view.plan;
    let target = plan.proposal.target_load.map_or_else(|| "-".to_owned(), |load| format!("{load:.0}"));
    println!(
        "{}: {} min, load {:.0} (target {target}), confidence {:.0} %",
        plan.week,
        view.effective.minutes(),
        view.effective.load(),
        plan.proposal.confidence.value * 100.0
    );
    for reason in &plan.proposal.reasons {
        println!("  {}", words.reason(reason));
    }
    for reason in &plan.proposal.confidence.lowered_by {
        println!("  ? {}", words.reason(reason));
    }
    for session in &view.effective.sessions {
        let s = &session.session;
        let mark = match (session.removed, session.source, session.locked) {
            (true, ..) => "removed",
            (_, Source::Coach, _) => "coach",
            (_, Source::Club, _) => "club",
            (_, _, true) => "locked",
            _ => "",
        };
        println!(
            "  {}  {:<28} {:>3} min  load {:>3.0}  {mark:<8} {}",
            contract::domain::locale::here().day(session.date),
            s.title,
            s.minutes,
            s.load,
            session.id
        );
        let proposed = plan.proposal.sessions.iter().find(|p| p.id == session.id);
        for reason in proposed.iter().flat_map(|p| &p.reasons) {
            println!("                 {}", words.reason(reason));
        }
    }
    for made in &plan.overrides {
        let state = if view.active.contains(&made.id) { "" } else { " (undone)" };
        println!(
            "  * {} by {}, {}: {}{state}  {}",
            words.say(&format!("change-{}", made.change.code())),
            made.author,
            words.say(&format!("tag-{}", made.tag.code())),
            made.text.as_deref().unwrap_or("-"),
            made.id
        );
    }
}

/// Prints what a verified plan file says.
pub(crate) fn verified(read: &VerifiedPlan) {
    let words = Words::here();
    let facts = [
        ("author", Value::from(read.author.as_str())),
        ("fingerprint", Value::from(read.fingerprint.as_str())),
        ("athlete", Value::from(read.athlete.as_str())),
        ("week", Value::from(read.week.to_string())),
    ];
    println!("{}", words.say_with("cli-verified", &facts));
    let week: &EffectiveWeek = &read.effective;
    for session in week.standing() {
        println!(
            "  {}  {:<28} {:>3} min",
            contract::domain::locale::here().day(session.date),
            session.session.title,
            session.session.minutes
        );
    }
}
