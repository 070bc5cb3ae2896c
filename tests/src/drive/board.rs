//! What a coach does on the plan board, by keyboard wherever there is a key for it.

use serde_json::{Value, json};

use super::{DriveFault, Page};

/// Keys without a letter, as WebDriver writes them.
const ENTER: &str = "\u{e007}";
const LEFT: &str = "\u{e012}";
const RIGHT: &str = "\u{e014}";
/// The day that has almost no time, from Monday 0.
const FULL_DAY: usize = 2;

/// An athlete nobody knows anything about but their time: little on Wednesdays, an hour and more on the other days.
///
/// # Errors
/// [`DriveFault`].
pub async fn add_athlete(page: &Page, name: &str) -> Result<(), DriveFault> {
    let added = page.ask("AddAthlete", &json!({ "name": name })).await?.unwrap_or_default();
    let minutes = [70, 70, 15, 70, 70, 120, 120];
    let sports: [Vec<Value>; 7] = Default::default();
    let availability = json!({ "from": "2020-01-06", "minutes": minutes, "sports": sports });
    let asked = json!({ "athlete": added["value"]["id"], "availability": availability });
    let kept = page.ask("SetAvailability", &asked).await?;
    assert!(kept.is_some(), "the time of {name} is kept");
    Ok(())
}

/// Goes to the board by the link of the program, and sees its rows.
///
/// # Errors
/// [`DriveFault`].
pub async fn open(page: &Page) -> Result<(), DriveFault> {
    page.find_css("nav a[href='/board']").await?.click().await.map_err(super::page::doing("plan board"))?;
    page.find("board-row").await.map(drop)
}

/// Drafts the first week of everybody, and sees what it came to.
///
/// # Errors
/// [`DriveFault`].
pub async fn draft_all(page: &Page) -> Result<String, DriveFault> {
    page.find_css("[data-testid='draft-all'] button").await?.click().await.map_err(super::page::doing("draft all"))?;
    page.patient(120).text("board-drafted").await
}

/// The whole round of planning by exception: draft all, look at what needs review, move a session where it breaks a limit,
/// insist with a reason, approve, and draft again. What the coach did stands to the end.
///
/// # Errors
/// [`DriveFault`].
///
/// # Panics
/// If the program does something else than it should.
pub async fn plan_by_exception(page: &Page) -> Result<(), DriveFault> {
    draft_all(page).await?;
    close_summary(page).await?;
    page.click("filter-needs-review").await?;
    page.holds("document.querySelector(\"[data-row='0'] [data-testid='board-week'] [data-status='needs-review']\")")
        .await?;

    let (session, day) = first_session(page).await?;
    choose(page, &session).await?;
    press(page, "m").await?;
    let (arrow, steps) = if day < FULL_DAY { (RIGHT, FULL_DAY - day) } else { (LEFT, day - FULL_DAY) };
    press(page, &arrow.repeat(steps)).await?;
    press(page, ENTER).await?;
    page.find("override-form").await?;
    // The sixth reason, by its digit; then Enter saves.
    page.send("tag-fatigue", "6").await?;
    page.holds("document.querySelector(\"[data-testid='override-save']\")?.disabled === false").await?;
    page.send("override-save", ENTER).await?;
    page.find("override-refused").await?;
    assert!(!stands(page, &session, FULL_DAY).await?, "a refused change changes nothing");
    page.click("override-insist").await?;
    page.gone("override-form").await?;
    page.holds(&format!("document.querySelector(\"[data-session='{session}'].sheet-card-broken\")")).await?;
    assert!(stands(page, &session, FULL_DAY).await?, "the coach insisted");

    press(page, "y").await?;
    week_is(page, "approved").await?;
    let said = draft_all(page).await?;
    assert!(said.contains("approved"), "an approved week is left as it is: {said}");
    close_summary(page).await?;
    sees_the_move(page, &session).await?;

    // The approval taken back, a new draft still plans around what the coach did.
    choose(page, &session).await?;
    press(page, "y").await?;
    week_is(page, "edited").await?;
    press(page, "d").await?;
    page.says("proposed").await?;
    sees_the_move(page, &session).await?;
    page.run("location.reload()", vec![]).await?;
    page.find("board-row").await?;
    sees_the_move(page, &session).await
}

/// The moved session stands where the coach put it, as the coach's, with the limit it breaks and the reason kept.
async fn sees_the_move(page: &Page, session: &str) -> Result<(), DriveFault> {
    let card = format!("[data-session='{session}'].sheet-card-coach.sheet-card-broken");
    page.holds(&format!("document.querySelector(\"[data-day='{FULL_DAY}'] {card}\")")).await?;
    let script = "
        const row = document.querySelector(`[data-session='${arguments[0]}']`).closest('[data-athlete]');
        return [row.dataset.athlete, row.querySelector('[data-week]').dataset.week]";
    let whose = page.run(script, vec![session.into()]).await?;
    let shown = page.ask("ShowWeek", &json!({ "athlete": whose[0], "week": whose[1] })).await?.unwrap_or_default();
    let made = shown["week"]["plan"]["overrides"].as_array().cloned().unwrap_or_default();
    assert_eq!(made.len(), 1, "one override was made, and none lost: {made:?}");
    assert_eq!(made[0]["session"], session, "{made:?}");
    assert_eq!(made[0]["tag"], "schedule-conflict", "{made:?}");
    assert!(made[0]["insisted"].as_array().is_some_and(|limits| !limits.is_empty()), "{made:?}");
    Ok(())
}

/// The first session of the first row's first week that has minutes and does not stand on the full day: its id and day.
async fn first_session(page: &Page) -> Result<(String, usize), DriveFault> {
    let script = "
        for (const card of document.querySelectorAll(\"[data-row='0'] [data-testid='board-card']\")) {
            const day = Number(card.closest('[data-day]').dataset.day);
            if (day < 7 && day !== arguments[0] && card.querySelector('b').textContent) return [card.dataset.session, day];
        }
        return [null, 0]";
    let found = page.run(script, vec![FULL_DAY.into()]).await?;
    let session = found[0].as_str().expect("a drafted week has a session with minutes").to_owned();
    let day = found[1].as_u64().and_then(|day| usize::try_from(day).ok()).unwrap_or(0);
    Ok((session, day))
}

async fn choose(page: &Page, session: &str) -> Result<(), DriveFault> {
    let card = page.find_css(&format!("[data-session='{session}']")).await?;
    card.click().await.map_err(super::page::doing("choose a session"))
}

async fn press(page: &Page, keys: &str) -> Result<(), DriveFault> {
    page.send("board-grid", keys).await
}

async fn stands(page: &Page, session: &str, day: usize) -> Result<bool, DriveFault> {
    let script = format!("return Boolean(document.querySelector(\"[data-day='{day}'] [data-session='{session}']\"))");
    Ok(page.run(&script, vec![]).await? == Value::Bool(true))
}

async fn week_is(page: &Page, status: &str) -> Result<(), DriveFault> {
    let pill = format!("[data-row='0'] [data-testid='board-week'] [data-status='{status}']");
    page.holds(&format!("document.querySelector(\"{pill}\")")).await
}

async fn close_summary(page: &Page) -> Result<(), DriveFault> {
    let close = page.find_css("[data-testid='board-drafted'] .button-icon").await?;
    close.click().await.map_err(super::page::doing("close"))?;
    page.gone("board-drafted").await
}
