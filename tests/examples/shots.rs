//! Pictures of every screen over the sample club, into the folder `TRACKSIDE_SHOTS`: from the real window on a virtual
//! screen (where there is a driver for it), and from a browser in both themes and two sizes. `cargo xtask shots` builds
//! what this needs and starts it.

use std::path::{Path, PathBuf};

use domain::words::Words;
use serde_json::{Value, json};
use tests::drive::{Browser, DriveFault, Page, Screen, Served, Window, coach};

const SIZES: [(u32, u32); 2] = [(1280, 800), (1920, 1080)];

/// An athlete in the roster table.
/// How many people the sample club has.
const SAMPLE_ATHLETES: u32 = 12;
const ROW: &str = "table.triage a[href^='/athlete/']";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = PathBuf::from(std::env::var_os("TRACKSIDE_SHOTS").unwrap_or_else(|| "shots".into()));
    let home = tempfile::tempdir()?;
    if std::env::var_os("TAURI_DRIVER").is_some() {
        from_window(home.path(), &out).await?;
    }
    from_browser(home.path(), &out).await?;
    Ok(())
}

async fn from_browser(home: &Path, out: &Path) -> Result<(), DriveFault> {
    let served = Served::start(home, &["--sample"])?;
    for dark in [false, true] {
        for (width, height) in SIZES {
            let folder = out.join(format!("browser-{}-{width}x{height}", if dark { "dark" } else { "light" }));
            let browser = Browser::start(home, width, height, dark).await?;
            let page = browser.page.patient(60);
            page.go(&served.address).await?;
            theme(&page, dark).await?;
            screens(&page, &folder, None).await?;
            browser.close().await?;
        }
    }
    Ok(())
}

async fn from_window(home: &Path, out: &Path) -> Result<(), DriveFault> {
    // As large as the window, which then covers it.
    let screen = Screen::start(1280, 820)?;
    let window = Window::open(&screen, home, &["--sample"]).await?;
    // The club comes in while the window is open already; it says that it is the sample once it is whole.
    let words = Words::english();
    let whole = words.say_with("screen-sample-club", &[("count", SAMPLE_ATHLETES.into())]);
    window.page.patient(240).says(&whole).await?;
    let page = window.page.patient(60);
    for dark in [false, true] {
        page.find_css(ROW).await?;
        theme(&page, dark).await?;
        screens(&page, &out.join(if dark { "window-dark" } else { "window-light" }), Some(&screen)).await?;
        page.route("/").await?;
    }
    window.close().await
}

/// The program's own switch, so that both themes can be had wherever the system stands.
async fn theme(page: &Page, dark: bool) -> Result<(), DriveFault> {
    page.find_css(ROW).await?;
    page.press(&Words::english().say(if dark { "screen-theme-dark" } else { "screen-theme-light" })).await
}

async fn screens(page: &Page, folder: &Path, screen: Option<&Screen>) -> Result<(), DriveFault> {
    if let Err(source) = std::fs::create_dir_all(folder) {
        return Err(DriveFault::Disk { path: folder.display().to_string(), source });
    }
    page.route("/").await?;
    page.find_css(ROW).await?;
    keep(page, folder, screen, "roster").await?;

    let rows = page.ask("Triage", &json!({ "on": null })).await?.unwrap_or_default();
    let rows = rows["rows"].as_array().cloned().unwrap_or_default();
    // Somebody with data that is fresh: a page full of "missing" says little about the page.
    let row = rows.iter().find(|row| row["trend"].is_object() && row["next_race"].is_object()).or(rows.first());
    let row = row.cloned().unwrap_or_default();
    let (athlete, week) = (id(&row["athlete"]["id"]), id(&row["plan_week"]));

    page.route(&format!("/athlete/{athlete}")).await?;
    page.holds("document.querySelectorAll(\"[data-testid='chart'] svg\").length > 1").await?;
    keep(page, folder, screen, "athlete").await?;

    let asked = json!({ "athlete": athlete, "from": null, "to": null, "limit": 1 });
    let activities = page.ask("ListActivities", &asked).await?.unwrap_or_default();
    page.route(&format!("/activity/{}", id(&activities[0]["id"]))).await?;
    page.holds("document.querySelectorAll(\"[data-testid='chart'] svg\").length > 0").await?;
    keep(page, folder, screen, "activity").await?;

    let week_of = json!({ "athlete": athlete, "week": week });
    page.ask("DraftWeek", &week_of).await?;
    page.route(&format!("/week?athlete={athlete}&week={week}")).await?;
    page.find("session-card")
        .await?
        .click()
        .await
        .map_err(|source| DriveFault::Command { doing: "choose".into(), source })?;
    page.find("why-panel").await?;
    keep(page, folder, screen, "week").await?;
    page.click("override-open").await?;
    page.find("override-form").await?;
    keep(page, folder, screen, "override").await?;
    page.find_css("dialog[open] .dialog-head button")
        .await?
        .click()
        .await
        .map_err(|source| DriveFault::Command { doing: "close".into(), source })?;

    page.ask("DraftAll", &json!({ "week": week, "squad": null, "missing_only": true, "task": null })).await?;
    page.route(&format!("/board?week={week}")).await?;
    page.find("board-card").await?;
    keep(page, folder, screen, "board").await?;
    page.route(&format!("/season/{athlete}")).await?;
    page.holds("document.querySelectorAll(\"[data-testid='chart'] svg\").length > 0").await?;
    keep(page, folder, screen, "season").await?;

    for name in ["availability", "blocks", "library", "planning", "import", "settings"] {
        page.route(&format!("/{name}")).await?;
        page.holds("document.querySelector('main h1')").await?;
        keep(page, folder, screen, name).await?;
    }
    coach::athletes(page).await.map(drop)
}

fn id(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

async fn keep(page: &Page, folder: &Path, screen: Option<&Screen>, name: &str) -> Result<(), DriveFault> {
    // Whatever moves has come to rest.
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    let path = folder.join(format!("{name}.png"));
    let picture = match screen {
        Some(screen) => screen.picture()?,
        None => page.picture().await?,
    };
    std::fs::write(&path, picture).map_err(|source| DriveFault::Disk { path: path.display().to_string(), source })
}
