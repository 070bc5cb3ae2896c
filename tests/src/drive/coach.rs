//! What a coach does on the screens, step by step, by the names of parts and the words of the words file.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};
use domain::sport::Sport;
use domain::words::Words;
use sample::fit::{ActivitySpec, Sample, activity};
use serde_json::{Value, json};

use super::{DriveFault, Page};

/// Words behind the title of the session that the journeys change.
pub const CHANGED: &str = "with strides";

/// Why, in the coach's words.
pub const BECAUSE: &str = "Looked fresh on Tuesday.";

/// Chooses a file wherever the page offers to import some.
const IMPORT: &str = "input[type='file'][multiple]:not([webkitdirectory])";

fn say(key: &str) -> String {
    Words::english().say(key)
}

/// A run of 40 minutes as a device writes it, some days before a moment; its file.
///
/// # Errors
/// [`DriveFault::Disk`].
pub fn recorded_run(folder: &Path, now: DateTime<Utc>, days_ago: i64) -> Result<PathBuf, DriveFault> {
    let seconds = 40 * 60;
    let at = |second: u32| {
        let share = f64::from(second) / f64::from(seconds);
        Sample {
            second,
            position: Some((52.0 + share * 0.05, 0.1 + share * 0.01)),
            altitude: Some(30.0 + 12.0 * (share * 9.0).sin()),
            // 120 to 160 beats: in range by the formula.
            heart_rate: Some((140.0 + 20.0 * (share * 21.0).sin()) as u8),
            cadence: Some(84),
            speed: Some(3.1),
            distance: Some(f64::from(second) * 3.1),
            ..Sample::default()
        }
    };
    let spec = ActivitySpec {
        start: now - Duration::days(days_ago),
        sport: Sport::Run,
        serial: Some(4_711),
        samples: (0..=seconds).map(at).collect(),
        rpe: Some(5),
        seconds,
        ..ActivitySpec::default()
    };
    let file = folder.join(format!("run-{days_ago}-days-ago.fit"));
    match std::fs::write(&file, activity(&spec)) {
        Ok(()) => Ok(file),
        Err(source) => Err(DriveFault::Disk { path: file.display().to_string(), source }),
    }
}

/// From the empty roster: adds an athlete, and stands on their page.
///
/// # Errors
/// [`DriveFault`].
pub async fn add_athlete(page: &Page, name: &str) -> Result<(), DriveFault> {
    page.says(&say("start-lead")).await?;
    page.press(&say("screen-add-athlete")).await?;
    page.fill(&say("screen-name"), name).await?;
    page.press(&say("screen-add")).await?;
    page.holds("location.pathname.startsWith('/athlete/')").await?;
    page.says(name).await
}

/// Wherever files can be imported: looks at one, accepts it, and sees what became of it.
///
/// # Errors
/// [`DriveFault`].
pub async fn import(page: &Page, file: &Path) -> Result<(), DriveFault> {
    look_at(page, file).await?;
    page.holds("document.querySelector(\"[data-testid='review-accept']\")?.disabled === false").await?;
    page.click("review-accept").await?;
    page.holds("location.pathname.startsWith('/import/')").await?;
    page.says(&file.file_name().unwrap_or_default().to_string_lossy()).await
}

/// Has a file read, and sees it in the review; nothing is imported yet.
///
/// # Errors
/// [`DriveFault`].
pub async fn look_at(page: &Page, file: &Path) -> Result<(), DriveFault> {
    page.send_css(IMPORT, &file.display().to_string()).await?;
    page.holds("location.pathname === '/import'").await?;
    page.find("review-accept").await?;
    page.says(&file.file_name().unwrap_or_default().to_string_lossy()).await
}

/// After an import: opens the activity it brought, and sees its trace drawn.
///
/// # Errors
/// [`DriveFault`].
pub async fn open_imported(page: &Page) -> Result<(), DriveFault> {
    page.find_css("main a[href^='/activity/']")
        .await?
        .click()
        .await
        .map_err(super::page::doing("open the activity"))?;
    page.find("activity-page").await?;
    page.holds("document.querySelectorAll(\"[data-testid='chart'] svg\").length > 0").await
}

/// Goes to the coming week of an athlete, by the links of the program.
///
/// # Errors
/// [`DriveFault`].
pub async fn open_week(page: &Page, name: &str) -> Result<(), DriveFault> {
    page.find_css("nav a[href='/week']").await?.click().await.map_err(super::page::doing("week"))?;
    page.find("week-page").await?;
    let script = format!(
        "[...document.querySelectorAll(\"[data-testid='athlete-picker'] option\")].some(o => o.textContent === {})",
        json!(name)
    );
    page.holds(&script).await?;
    let picker = page.find("athlete-picker").await?;
    picker.select_by_label(name).await.map_err(super::page::doing("choose the athlete"))?;
    page.holds("location.search.includes('athlete=')").await
}

/// On an empty week: has it proposed.
///
/// # Errors
/// [`DriveFault`].
pub async fn draft(page: &Page) -> Result<(), DriveFault> {
    page.click("draft-week").await?;
    page.find("session-card").await.map(drop)
}

/// On a drafted week: gives the first session another title, with a reason.
///
/// # Errors
/// [`DriveFault`].
pub async fn change_a_session(page: &Page) -> Result<(), DriveFault> {
    let card = page.find_css("[data-testid='session-card']:has(.session-numbers)").await?;
    card.click().await.map_err(super::page::doing("choose a session"))?;
    page.click("override-open").await?;
    page.click("kind-edit").await?;
    page.fill(&say("week-form-title"), &format!(" {CHANGED}")).await?;
    page.click("tag-coachs-eye").await?;
    page.fill(&say("week-reason-text"), BECAUSE).await?;
    page.click("override-save").await?;
    page.gone("override-form").await?;
    sees_the_change(page).await
}

/// The changed session stands on the board as the coach's, and the proposal stands beside it with the reason.
///
/// # Errors
/// [`DriveFault`].
pub async fn sees_the_change(page: &Page) -> Result<(), DriveFault> {
    let card = page.find_with("session-card", CHANGED).await?;
    card.click().await.map_err(super::page::doing("choose the changed session"))?;
    page.holds("document.querySelector(\"[data-testid='session-card'][data-source='coach']\")").await?;
    page.find("beside").await?;
    page.says(BECAUSE).await
}

/// Checks a plan file by the button on the week page. Whether it holds.
///
/// # Errors
/// [`DriveFault`].
pub async fn verify(page: &Page, file: &Path) -> Result<bool, DriveFault> {
    page.send("verify-input", &file.display().to_string()).await?;
    page.says(&say("week-verify-title")).await?;
    page.find_css("dialog[open] [data-testid='verified'], dialog[open] .fault").await?;
    let held = page.count("verified").await? > 0;
    page.find_css("dialog[open] .dialog-head button").await?.click().await.map_err(super::page::doing("close"))?;
    page.gone("verified").await?;
    Ok(held)
}

/// The athletes of the open roster, as the program lists them.
///
/// # Errors
/// [`DriveFault`].
pub async fn athletes(page: &Page) -> Result<Vec<Value>, DriveFault> {
    let triage = page.ask("Triage", &json!({ "on": null })).await?;
    let rows = triage.as_ref().and_then(|view| view["rows"].as_array().cloned());
    Ok(rows.unwrap_or_default().into_iter().map(|row| row["athlete"].clone()).collect())
}
