//! A coach's week on the sample club: after a session, the Monday review, planning, a race. Told the same in a browser and in
//! the real window.

use std::path::Path;

use chrono::{DateTime, Utc};
use domain::words::Words;
use serde_json::{Value, json};

use super::page::doing;
use super::{DriveFault, Page, coach};

const ENTER: &str = "\u{e007}";
const ALT: &str = "\u{e00a}";
/// The field of a note.
const NOTE: &str = "dialog[open] form input";
/// Lets go of every key that is held.
const RELEASE: &str = "\u{e000}";

/// Keys that were needed for one athlete, the most of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Keys {
    /// Athletes that nothing was said about, and the most keys one of them needed.
    pub green: (u32, u32),
    /// Athletes with a reason to look, and the most keys one of them needed.
    pub flagged: (u32, u32),
}

fn say(key: &str) -> String {
    Words::english().say(key)
}

/// After a session: the file of somebody's run is handed over, known by the name in it, accepted, and what changed because of
/// it is told; then the whole batch is taken back and brought again.
///
/// # Errors
/// [`DriveFault`].
///
/// # Panics
/// If the program does something else than it should.
pub async fn after_a_session(page: &Page, folder: &Path, now: DateTime<Utc>) -> Result<(), DriveFault> {
    let someone = coach::athletes(page).await?.into_iter().next().unwrap_or_default();
    let name = someone["name"].as_str().unwrap_or_default().to_owned();
    let plain = coach::recorded_run(folder, now, 3)?;
    let file = folder.join(format!("{} easy run.fit", name.replace(' ', "_")));
    std::fs::rename(&plain, &file).map_err(|source| DriveFault::Disk { path: plain.display().to_string(), source })?;
    let before = activities(page, &someone["id"]).await?;

    page.route("/import").await?;
    // The page before has such a field too.
    page.holds(&format!("document.querySelector('main h1')?.textContent === {}", json!(say("screen-nav-import"))))
        .await?;
    coach::import(page, &file).await?;
    page.says(&say("screen-changed")).await?;
    page.says(&name).await?;
    assert_eq!(activities(page, &someone["id"]).await?, before + 1, "the run is {name}'s");

    page.press(&say("screen-batch-undo")).await?;
    page.says(&say("screen-batch-redo")).await?;
    assert_eq!(activities(page, &someone["id"]).await?, before, "one step takes the batch back");
    page.press(&say("screen-batch-redo")).await?;
    page.says(&say("screen-batch-undo")).await?;
    assert_eq!(activities(page, &someone["id"]).await?, before + 1, "and one brings it again");
    Ok(())
}

async fn activities(page: &Page, athlete: &Value) -> Result<usize, DriveFault> {
    let asked = json!({ "athlete": athlete, "from": null, "to": null, "limit": null });
    let all = page.ask("ListActivities", &asked).await?.unwrap_or_default();
    Ok(all.as_array().map_or(0, Vec::len))
}

/// The Monday review by the keyboard alone: every athlete looked at and decided about. Whoever has a reason to look is opened
/// beside the table, gets a note, comes on the call list, and their week is looked at.
///
/// # Errors
/// [`DriveFault`].
///
/// # Panics
/// If the program does something else than it should.
pub async fn monday_review(page: &Page) -> Result<Keys, DriveFault> {
    page.route("/").await?;
    page.find_css("[data-athlete]").await?;
    let triage = page.ask("Triage", &json!({ "on": null })).await?.unwrap_or_default();
    let rows = triage["rows"].as_array().cloned().unwrap_or_default();
    let mut keys = Keys::default();
    // The first key chooses the first row; afterwards the table goes on by itself.
    press(page, "j").await?;
    let mut pressed = 1;
    for _ in 0..rows.len() {
        let who = chosen(page).await?;
        let row = rows.iter().find(|row| row["athlete"]["id"] == who).cloned().unwrap_or_default();
        let flagged = row["flags"].as_array().is_some_and(|flags| flags.iter().any(|flag| flag["severity"] != "note"));
        if flagged {
            pressed += look_closer(page, &who).await?;
        }
        press(page, "r").await?;
        pressed += 1;
        reviewed(page, &who).await?;
        let of = if flagged { &mut keys.flagged } else { &mut keys.green };
        *of = (of.0 + 1, of.1.max(pressed));
        pressed = 0;
    }
    let after = page.ask("Triage", &json!({ "on": null })).await?.unwrap_or_default();
    let on_list = after["rows"].as_array().into_iter().flatten().filter(|row| row["marks"]["call"].is_object()).count();
    assert_eq!(on_list as u32, keys.flagged.0, "everybody with a reason is on the call list");
    Ok(keys)
}

/// Note by a template, call list, their week and back. How many keys.
async fn look_closer(page: &Page, who: &str) -> Result<u32, DriveFault> {
    press(page, "n").await?;
    page.find_css("dialog[open] form").await?;
    // In the field of the note, where the keyboard is.
    page.holds("document.activeElement?.matches('dialog[open] form input')").await?;
    page.send_css(NOTE, &format!("{ALT}1{RELEASE}")).await?;
    page.holds(&format!("document.querySelector('{NOTE}')?.value.length > 0")).await?;
    page.send_css(NOTE, ENTER).await?;
    page.holds("!document.querySelector('dialog[open]')").await?;
    press(page, "c").await?;
    press(page, "p").await?;
    page.holds("location.pathname === '/week'").await?;
    page.find("week-page").await?;
    // Back, as every browser and the window's menu have it.
    page.run("history.back()", vec![]).await?;
    page.find_css(&format!(".triage-row.chosen[data-athlete='{who}']")).await?;
    // n, Alt 1, Enter, c, p, Alt Left.
    Ok(6)
}

async fn press(page: &Page, keys: &str) -> Result<(), DriveFault> {
    page.send_css("body", keys).await
}

/// Whom the keyboard is at.
async fn chosen(page: &Page) -> Result<String, DriveFault> {
    let row = page.find_css(".triage-row.chosen").await?;
    let who = row.attr("data-athlete").await.map_err(doing("read the chosen row"))?;
    Ok(who.unwrap_or_default())
}

/// The row is kept as reviewed, and the table stands at another.
async fn reviewed(page: &Page, who: &str) -> Result<(), DriveFault> {
    page.holds(&format!("document.querySelector('.triage-row.chosen')?.dataset.athlete !== '{who}'")).await?;
    // The table goes on at once; the host keeps the decision a moment later.
    for _ in 0..50 {
        let row = page.ask("ShowTriageRow", &json!({ "athlete": who })).await?.unwrap_or_default();
        if row["marks"]["reviewed"].is_object() {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("the review of {who} was not kept");
}

/// Weekly planning: time asked for and club sessions looked at, everybody drafted, what needs a look first, a session changed
/// with a reason, the week approved and exported as a signed file.
///
/// # Errors
/// [`DriveFault`].
///
/// # Panics
/// If the program does something else than it should.
pub async fn weekly_planning(page: &Page, exports: &Path) -> Result<(), DriveFault> {
    for path in ["/blocks", "/availability"] {
        page.route(path).await?;
        page.find_css("main h1").await?;
    }
    super::board::open(page).await?;
    let said = super::board::draft_all(page).await?;
    assert!(!said.is_empty(), "what was drafted is said");
    page.find_css("[data-testid='board-drafted'] .button-icon").await?.click().await.map_err(doing("close"))?;
    page.gone("board-drafted").await?;
    page.click("filter-needs-review").await?;
    let script = "
        const open = [...document.querySelectorAll(\"[data-testid='board-week']\")]
            .find(week => week.querySelector(\"[data-status='needs-review']\"));
        return [open?.closest('[data-athlete]')?.dataset.athlete ?? null, open?.dataset.week ?? null]";
    page.holds("document.querySelector(\"[data-row='0'] [data-testid='board-week'] [data-status='needs-review']\")")
        .await?;
    let found = page.run(script, vec![]).await?;
    let (who, week) = (found[0].as_str().unwrap_or_default(), found[1].as_str().unwrap_or_default());
    page.route(&format!("/week?athlete={who}&week={week}")).await?;
    coach::change_a_session(page).await?;
    page.click("approve-week").await?;
    page.find("approved-by").await?;
    page.click("export-plan").await?;
    page.click("export-write").await?;
    page.holds("document.querySelector(\"[data-status='week-status-exported']\")").await?;
    let files = std::fs::read_dir(exports)
        .map_err(|source| DriveFault::Disk { path: exports.display().to_string(), source })?;
    let plan = files
        .map_while(Result::ok)
        .map(|file| file.path())
        .find(|path| path.extension().is_some_and(|e| e == "tsplan"));
    let plan = plan.expect("a plan file was written");
    assert!(coach::verify(page, &plan).await?, "it holds as it was written");
    Ok(())
}

/// Race week: the weeks before the next race of somebody, the sheet for the day written and written again, both kept.
///
/// # Errors
/// [`DriveFault`].
///
/// # Panics
/// If the program does something else than it should.
pub async fn race_week(page: &Page) -> Result<(), DriveFault> {
    let triage = page.ask("Triage", &json!({ "on": null })).await?.unwrap_or_default();
    let racing = triage["rows"].as_array().into_iter().flatten().find(|row| row["next_race"].is_object());
    let racing = racing.cloned().unwrap_or_default();
    let (who, race) = (&racing["athlete"]["id"], &racing["next_race"]["id"]);
    let (who_id, race_id) = (who.as_str().unwrap_or_default(), race.as_str().unwrap_or_default());
    page.route(&format!("/race/{who_id}/{race_id}")).await?;
    page.says(racing["next_race"]["name"].as_str().unwrap_or_default()).await?;
    page.find("tapers").await?;
    for fuel in ["One gel every half hour.", "One gel every 25 minutes."] {
        page.press(&say("race-sheet-edit")).await?;
        page.fill(&say("race-fuel"), fuel).await?;
        page.press(&say("race-sheet-save")).await?;
        page.says(fuel).await?;
        page.holds("!document.querySelector('dialog[open]')").await?;
    }
    let shown = page.ask("ShowRace", &json!({ "athlete": who, "race": race })).await?.unwrap_or_default();
    let sheets = shown["sheets"].as_array().cloned().unwrap_or_default();
    assert!(sheets.len() >= 2, "no version is lost: {sheets:?}");
    Ok(())
}
