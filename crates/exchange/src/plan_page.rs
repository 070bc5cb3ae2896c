//! A week as a page for people without the program: one HTML file, nothing loaded from elsewhere, no script, printable.
//!
//! The page is for reading; what can be verified is the plan file. Everything that people wrote is escaped.

use std::fmt::Write as _;

use chrono::NaiveDate;
use domain::effective::{EffectiveSession, Source};
use domain::id::SessionId;
use domain::locale;
use domain::overrides::{Change, Override};
use domain::session::{Session, SessionKind, Step};
use domain::words::{Value, Words};

use crate::plan_file::PlanFile;

const STYLE: &str = include_str!("plan_page.css");

/// The page of a plan file whose key has this fingerprint.
#[must_use]
pub fn html(file: &PlanFile, fingerprint: &str, words: &Words) -> String {
    let title = words.say_with(
        "page-title",
        &[("athlete", file.athlete.name.as_str().into()), ("week", file.week.to_string().into())],
    );
    let mut page = String::with_capacity(16 * 1024);
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        locale::here().language.tag(),
        escaped(&title)
    );
    head(&mut page, file, words);
    days(&mut page, file, words);
    notes(&mut page, file, words);
    changes(&mut page, file, words);
    let signed = words.say_with("page-signed", &[("author", file.author.as_str().into())]);
    let _ = write!(
        page,
        "<footer>\n<p>{} <code>{}</code></p>\n<p>{}</p>\n</footer>\n</main>\n</body>\n</html>\n",
        escaped(&signed),
        escaped(fingerprint),
        escaped(&words.say("page-copy"))
    );
    page
}

fn head(page: &mut String, file: &PlanFile, words: &Words) {
    let from_to = words
        .say_with("page-from-to", &[("from", day(file.week.monday()).into()), ("to", day(file.week.sunday()).into())]);
    let by = words.say_with(
        "page-by",
        &[
            ("author", file.author.as_str().into()),
            ("date", locale::here().day_of_year(file.written_at.date_naive()).into()),
        ],
    );
    let sessions = file.effective.standing().filter(|s| s.session.kind != SessionKind::Rest).count();
    let sum = words.say_with(
        "page-sum",
        &[
            ("sessions", sessions.into()),
            ("time", duration(file.effective.minutes(), words).into()),
            ("load", Value::Number(file.effective.load().round())),
        ],
    );
    let _ = write!(
        page,
        "<header>\n<p class=\"week\">{} · {}</p>\n<h1>{}</h1>\n<p class=\"sum\">{}</p>\n<p class=\"by\">{}</p>\n</header>\n",
        escaped(&file.week.to_string()),
        escaped(&from_to),
        escaped(&file.athlete.name),
        escaped(&sum),
        escaped(&by)
    );
    if file.proposal.abstained {
        let _ = writeln!(page, "<p class=\"aside\">{}</p>", escaped(&words.say("page-abstained")));
    }
}

fn days(page: &mut String, file: &PlanFile, words: &Words) {
    let _ = write!(
        page,
        "<table>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\" class=\"number\">{}</th>\
         <th scope=\"col\" class=\"number\">{}</th></tr></thead>\n<tbody>\n",
        escaped(&words.say("page-day")),
        escaped(&words.say("page-session")),
        escaped(&words.say("page-duration")),
        escaped(&words.say("page-load"))
    );
    for date in file.week.days() {
        let sessions: Vec<&EffectiveSession> = file.effective.standing().filter(|s| s.date == date).collect();
        if sessions.is_empty() {
            row(
                page,
                Some(date),
                "rest",
                &format!("<p class=\"title\">{}</p>", escaped(&words.say("kind-rest"))),
                "",
                "",
            );
        }
        for (i, session) in sessions.iter().enumerate() {
            let (class, time, load) = if session.session.kind == SessionKind::Rest {
                ("rest", String::new(), String::new())
            } else {
                let load = format!("{:.0}", session.session.load);
                ("", duration(session.session.minutes, words), load)
            };
            let cell = session_cell(file, session, words);
            row(page, (i == 0).then_some(date), class, &cell, &escaped(&time), &load);
        }
    }
    page.push_str("</tbody>\n</table>\n");
}

fn row(page: &mut String, date: Option<NaiveDate>, class: &str, session: &str, time: &str, load: &str) {
    let date = date.map(|date| escaped(&day(date))).unwrap_or_default();
    let _ = writeln!(
        page,
        "<tr class=\"{class}\"><th scope=\"row\">{date}</th><td>{session}</td>\
         <td class=\"number\">{time}</td><td class=\"number\">{load}</td></tr>"
    );
}

fn session_cell(file: &PlanFile, session: &EffectiveSession, words: &Words) -> String {
    let what = &session.session;
    let mut cell = format!("<p class=\"title\">{}", escaped(&what.title));
    let _ = write!(
        cell,
        " <span class=\"kind\">{} · {}</span>",
        escaped(&words.say(&format!("sport-{}", what.sport.code()))),
        escaped(&words.say(&format!("kind-{}", what.kind.code())))
    );
    let whose = match session.source {
        Source::Proposed => None,
        Source::Coach => Some(("coach", "page-by-coach")),
        Source::Club => Some(("club", "page-by-club")),
    };
    if let Some((class, key)) = whose {
        let _ = write!(cell, " <span class=\"{class}\">{}</span>", escaped(&words.say(key)));
    }
    cell.push_str("</p>");
    if !what.steps.is_empty() {
        cell.push_str("<ol class=\"steps\">");
        for step in &what.steps {
            let _ = write!(cell, "<li>{}</li>", escaped(&step_text(step, words)));
        }
        cell.push_str("</ol>");
    }
    for reason in reasons(file, session) {
        let _ = write!(cell, "<p class=\"why\">{}</p>", escaped(&words.reason(reason)));
    }
    cell
}

/// Why the model chose a session; nothing once the coach has changed it.
fn reasons<'a>(file: &'a PlanFile, session: &EffectiveSession) -> impl Iterator<Item = &'a domain::reason::Reason> {
    let proposed =
        (session.source != Source::Coach).then(|| file.proposal.sessions.iter().find(|p| p.id == session.id)).flatten();
    proposed.into_iter().flat_map(|p| p.reasons.iter())
}

fn step_text(step: &Step, words: &Words) -> String {
    let minutes = |minutes: f64| Value::Number((minutes * 10.0).round() / 10.0);
    let values = [
        ("repeat", Value::from(step.repeat)),
        ("minutes", minutes(step.minutes)),
        ("percent", Value::Number((step.intensity * 100.0).round())),
        ("rest", minutes(step.rest_minutes)),
    ];
    words.say_with(if step.rest_minutes > 0.0 { "page-step-rest" } else { "page-step" }, &values)
}

fn notes(page: &mut String, file: &PlanFile, words: &Words) {
    if file.notes.is_empty() {
        return;
    }
    let _ = write!(page, "<section>\n<h2>{}</h2>\n", escaped(&words.say("page-notes")));
    for note in &file.notes {
        let _ = writeln!(
            page,
            "<blockquote><p>{}</p><footer>{}, {}</footer></blockquote>",
            escaped(&note.text),
            escaped(&note.author),
            escaped(&locale::here().day_of_year(note.at.date_naive()))
        );
    }
    page.push_str("</section>\n");
}

fn changes(page: &mut String, file: &PlanFile, words: &Words) {
    let counting: Vec<&Override> = file
        .overrides
        .iter()
        .filter(|o| file.active.contains(&o.id) && !matches!(o.change, Change::Undo { .. }))
        .collect();
    if counting.is_empty() {
        return;
    }
    let _ = write!(page, "<section>\n<h2>{}</h2>\n<ul class=\"changes\">\n", escaped(&words.say("page-changes")));
    for made in counting {
        let change = words.say(&format!("change-{}", made.change.code()));
        let tag = words.say(&format!("tag-{}", made.tag.code()));
        let _ = write!(
            page,
            "<li><strong>{}</strong>: {} <span class=\"why\">{} · {}, {}</span>",
            escaped(&change),
            escaped(&change_text(file, made, words)),
            escaped(&tag),
            escaped(&made.author),
            escaped(&locale::here().day_of_year(made.at.date_naive()))
        );
        if let Some(text) = made.text.as_deref().filter(|text| !text.trim().is_empty()) {
            let _ = write!(page, "<p>{}</p>", escaped(text));
        }
        page.push_str("</li>\n");
    }
    page.push_str("</ul>\n</section>\n");
}

/// What stood before and what stands now.
fn change_text(file: &PlanFile, made: &Override, words: &Words) -> String {
    let before = made.before.as_ref().map(|b| named(&b.session, b.date, words));
    let now = |id: SessionId| {
        file.effective
            .sessions
            .iter()
            .find(|s| s.id == id)
            .map(|s| named(&s.session, s.date, words))
            .unwrap_or_default()
    };
    match (&made.change, before) {
        (Change::Add { date, session }, _) => named(session, *date, words),
        (Change::Replace { session }, Some(before)) => {
            let date = made.before.as_ref().map_or(file.week.monday(), |b| b.date);
            words.say_with("page-change", &[("before", before.into()), ("after", named(session, date, words).into())])
        }
        (Change::Move { to }, Some(before)) => {
            words.say_with("page-change", &[("before", before.into()), ("after", day(*to).into())])
        }
        (Change::Scale { percent }, Some(before)) => {
            words.say_with("page-change-percent", &[("before", before.into()), ("percent", Value::from(*percent))])
        }
        (_, Some(before)) => before,
        (_, None) => now(made.session),
    }
}

fn named(session: &Session, date: NaiveDate, words: &Words) -> String {
    words.say_with(
        "page-named",
        &[
            ("title", session.title.as_str().into()),
            ("time", duration(session.minutes, words).into()),
            ("date", day(date).into()),
        ],
    )
}

fn day(date: NaiveDate) -> String {
    locale::here().day(date)
}

fn duration(minutes: u32, words: &Words) -> String {
    words.say_with(
        if minutes < 60 { "page-minutes" } else { "page-hours" },
        &[("hours", Value::from(minutes / 60)), ("minutes", format!("{:02}", minutes % 60).into())],
    )
}

/// Text that stands for itself in HTML, also inside attributes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
