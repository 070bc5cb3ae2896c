//! Pictures of every screen into the folder `TRACKSIDE_SHOTS`: over the sample club from a browser in each theme and size, in
//! German and in the test language that runs from right to left, with nobody and with two hundred, and from the real window on
//! a virtual screen (where there is a driver for it). A contact sheet of them goes beside. `cargo xtask shots` builds what this
//! needs and starts it.

mod sheet;

use std::path::{Path, PathBuf};

use contract::Call;
use contract::preferences::{SetPreferences, ShowPreferences};
use domain::words::Words;
use serde_json::{Value, json};
use tests::drive::{Browser, DriveFault, Page, Screen, Served, Window};
use tests::large::{self, Size};

const SIZES: [(u32, u32); 2] = [(1280, 800), (1920, 1080)];
const THEMES: [&str; 3] = ["light", "dark", "contrast"];
/// How many people the sample club has.
const SAMPLE_ATHLETES: u32 = 12;
/// The large club: as many people, with a history that is quickly made.
const LARGE: Size = Size { athletes: 200, activities: 90, days: 180 };
/// Somebody in the roster's table, or what stands there without anybody.
const ROSTER: &str = "[data-athlete], .start-choices";

type Fault = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Fault> {
    let out = PathBuf::from(std::env::var_os("TRACKSIDE_SHOTS").unwrap_or_else(|| "shots".into()));
    let home = tempfile::tempdir()?;
    if std::env::var_os("TAURI_DRIVER").is_some() {
        from_window(home.path(), &out).await?;
    }
    sample(home.path(), &out).await?;
    other_languages(home.path(), &out).await?;
    other_clubs(home.path(), &out).await?;
    sheet::write(&out)?;
    Ok(())
}

/// One picture: its name, the way to the screen, and what must be there before it is taken.
struct Shot {
    name: &'static str,
    path: String,
    ready: &'static str,
    /// Pressed before the picture: what opens a dialog or a drawer, and what is there then.
    opens: Option<(Open, &'static str)>,
}

enum Open {
    /// Clicks on the first element that fits.
    Click(&'static str),
    /// Presses keys on the page, one after the other.
    Keys(&'static [(&'static str, bool)]),
}

const HEADING: &str = "main h1";
const CHART: &str = "[data-testid='chart'] svg";
const DIALOG: &str = "dialog[open]";

fn plain(name: &'static str, path: &str, ready: &'static str) -> Shot {
    Shot { name, path: path.to_owned(), ready, opens: None }
}

fn open(name: &'static str, path: &str, ready: &'static str, opens: Open, then: &'static str) -> Shot {
    Shot { name, path: path.to_owned(), ready, opens: Some((opens, then)) }
}

/// Every screen over a club with data.
async fn screens(page: &Page) -> Result<Vec<Shot>, DriveFault> {
    let rows = page.ask("Triage", &json!({ "on": null })).await?.unwrap_or_default();
    let rows = rows["rows"].as_array().cloned().unwrap_or_default();
    // Somebody with data that is fresh: a page full of "missing" says little about the page.
    let row = rows.iter().find(|row| row["trend"].is_object() && row["next_race"].is_object()).or(rows.first());
    let row = row.cloned().unwrap_or_default();
    let (who, week) = (id(&row["athlete"]["id"]), id(&row["plan_week"]));
    let missing = json!({ "week": week, "squad": null, "missing_only": true, "task": null });
    page.ask("DraftAll", &missing).await?;
    let asked = json!({ "athlete": who, "from": null, "to": null, "limit": 12 });
    let activities = page.ask("ListActivities", &asked).await?.unwrap_or_default();
    let activities = activities.as_array().cloned().unwrap_or_default();
    let of_sport = |sport: &str| activities.iter().find(|one| one["sport"] == sport).or(activities.first());
    let activity = of_sport("run").map(|one| id(&one["id"])).unwrap_or_default();
    let race = id(&row["next_race"]["id"]);

    let athlete = |tab: &str| format!("/athlete/{who}?tab={tab}");
    let board = format!("/board?week={week}");
    let weekly = format!("/week?athlete={who}&week={week}");
    Ok(vec![
        plain("roster", "/", ROSTER),
        open("roster-beside", "/", ROSTER, Open::Keys(&[("j", false), ("Enter", false)]), ".triage-beside"),
        plain("athlete-today", &athlete("today"), HEADING),
        plain("athlete-load", &athlete("load"), CHART),
        plain("athlete-readiness", &athlete("readiness"), CHART),
        plain("athlete-curve", &athlete("curve"), HEADING),
        plain("athlete-history", &athlete("history"), HEADING),
        plain("athlete-settings", &athlete("settings"), HEADING),
        plain("athlete-data", &athlete("data"), HEADING),
        plain("thresholds", &format!("/athlete/{who}/thresholds"), HEADING),
        plain("activity", &format!("/activity/{activity}"), CHART),
        plain("board", &board, "[data-testid='board-card']"),
        plain("week", &weekly, "[data-testid='session-card']"),
        open(
            "week-why",
            &weekly,
            "[data-testid='session-card']",
            Open::Click("[data-testid='session-card']"),
            "[data-testid='why-panel']",
        ),
        plain("season", &format!("/season/{who}"), CHART),
        plain("race", &format!("/race/{who}/{race}"), HEADING),
        plain("availability", &format!("/availability?week={week}"), HEADING),
        plain("blocks", "/blocks", HEADING),
        plain("library", "/library", HEADING),
        plain("planning", "/planning", HEADING),
        plain("import", "/import", HEADING),
        plain("settings", "/settings", HEADING),
        plain("rules", "/rules", HEADING),
        plain("privacy", "/privacy", HEADING),
        plain("consent", &format!("/consent/{who}"), HEADING),
        plain("audit", "/audit", "main tbody tr"),
        plain("plan-file", "/plan-file", HEADING),
        plain("help", "/help", HEADING),
        plain("gallery", "/gallery", HEADING),
        open("palette", "/", ROSTER, Open::Keys(&[("k", true)]), "[role='listbox']"),
        open("shortcuts", "/", ROSTER, Open::Keys(&[("?", false)]), DIALOG),
    ])
}

async fn sample(home: &Path, out: &Path) -> Result<(), DriveFault> {
    let served = Served::start(home, &["--sample"])?;
    for theme in THEMES {
        for (width, height) in SIZES {
            let folder = out.join(format!("{theme}-{width}x{height}"));
            let browser = Browser::start(home, width, height, theme == "dark").await?;
            let page = browser.page.patient(60);
            page.go(&served.newest()).await?;
            dress(&page, theme, "en").await?;
            let shots = screens(&page).await?;
            take(&page, &folder, None, &shots).await?;
            browser.close().await?;
        }
    }
    Ok(())
}

/// The first screens in German, and in the language of the tests, which is longer and runs from right to left.
async fn other_languages(home: &Path, out: &Path) -> Result<(), DriveFault> {
    let served = Served::start(home, &["--sample"])?;
    for language in ["de", "pseudo"] {
        let browser = Browser::start(home, 1280, 800, false).await?;
        let page = browser.page.patient(60);
        page.go(&served.newest()).await?;
        dress(&page, "light", language).await?;
        let shots = screens(&page).await?;
        take(&page, &out.join(format!("{language}-1280x800")), None, &shots).await?;
        speak(&page, "en").await?;
        browser.close().await?;
    }
    Ok(())
}

/// Nobody, and two hundred.
async fn other_clubs(home: &Path, out: &Path) -> Result<(), Fault> {
    for (name, roster) in [("nobody", home.join("Empty.trackside")), ("large", home.join("Large.trackside"))] {
        if name == "large" {
            large::fill(&roster, LARGE).await?;
        }
        let served = Served::start(home, &["--roster", &roster.to_string_lossy()])?;
        let browser = Browser::start(home, 1280, 800, false).await?;
        let page = browser.page.patient(60);
        page.go(&served.newest()).await?;
        page.find_css(ROSTER).await?;
        let mut shots = vec![plain("roster", "/", ROSTER)];
        for path in ["board", "week", "availability", "blocks", "import"] {
            shots.push(plain(path, &format!("/{path}"), HEADING));
        }
        take(&page, &out.join(format!("{name}-1280x800")), None, &shots).await?;
        browser.close().await?;
    }
    Ok(())
}

async fn from_window(home: &Path, out: &Path) -> Result<(), DriveFault> {
    // As large as the window, which then covers it.
    let screen = Screen::start(1280, 820)?;
    let window = Window::open(&screen, home, &["--sample"]).await?;
    // The club comes in while the window is open already; it says that it is the sample once it is whole.
    let whole = Words::english().say_with("screen-sample-club", &[("count", SAMPLE_ATHLETES.into())]);
    window.page.patient(240).says(&whole).await?;
    let page = window.page.patient(60);
    for theme in THEMES {
        page.route("/").await?;
        dress(&page, theme, "en").await?;
        let shots = screens(&page).await?;
        take(&page, &out.join(format!("window-{theme}")), Some(&screen), &shots).await?;
    }
    window.close().await
}

/// The roster in a theme, by the program's own switch, and in a language. Loaded anew: words come with the page, and the
/// keyboard no longer stands on the switch.
async fn dress(page: &Page, theme: &str, language: &str) -> Result<(), DriveFault> {
    page.find_css(ROSTER).await?;
    page.press(&Words::english().say(&format!("screen-theme-{theme}"))).await?;
    speak(page, language).await?;
    page.run("location.reload()", vec![]).await?;
    page.find_css(ROSTER).await.map(drop)
}

/// Chooses a language; the tour was seen, so that no screen offers it.
async fn speak(page: &Page, language: &str) -> Result<(), DriveFault> {
    let shown = page.ask(ShowPreferences::NAME, &json!({})).await?.unwrap_or_default();
    let mut preferences = shown["preferences"].clone();
    preferences["locale"]["language"] = language.into();
    preferences["tour_seen"] = true.into();
    page.ask(SetPreferences::NAME, &json!({ "preferences": preferences })).await.map(drop)
}

async fn take(page: &Page, folder: &Path, screen: Option<&Screen>, shots: &[Shot]) -> Result<(), DriveFault> {
    if let Err(source) = std::fs::create_dir_all(folder) {
        return Err(DriveFault::Disk { path: folder.display().to_string(), source });
    }
    for shot in shots {
        page.route(&shot.path).await?;
        page.find_css(shot.ready).await?;
        if let Some((opens, then)) = &shot.opens {
            match opens {
                Open::Click(css) => page.run("document.querySelector(arguments[0]).click()", vec![json!(css)]).await?,
                Open::Keys(keys) => {
                    let press = "for (const [key, ctrlKey] of arguments[0])
                        window.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }))";
                    page.run(press, vec![json!(keys)]).await?
                }
            };
            page.find_css(then).await?;
        }
        // Whatever moves has come to rest.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let path = folder.join(format!("{}.png", shot.name));
        let picture = match screen {
            Some(screen) => screen.picture()?,
            None => page.picture().await?,
        };
        std::fs::write(&path, picture)
            .map_err(|source| DriveFault::Disk { path: path.display().to_string(), source })?;
        if shot.opens.is_some() {
            page.run("document.querySelector('dialog[open]')?.close()", vec![]).await?;
        }
    }
    Ok(())
}

fn id(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
