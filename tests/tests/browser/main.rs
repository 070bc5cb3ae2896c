//! The first day of a coach, in a browser: from the empty program to a signed plan file that holds.

mod axe;
mod board;
mod script;
mod week;

use std::path::{Path, PathBuf};

use app::{Clock, SystemClock};
use domain::words::Words;
use tests::drive::{Browser, DriveFault, Page, Served, coach, tell};

const ATHLETE: &str = "Runa Hollis";

#[tokio::test]
async fn a_coach_goes_from_an_empty_program_to_a_plan_file_that_holds() {
    let home = tempfile::tempdir().unwrap();
    let served = Served::start(home.path(), &[]).unwrap();
    let browser = Browser::start(home.path(), 1440, 1000, false).await.unwrap();
    // In a task of its own, so that the browser is closed whatever becomes of it.
    let told = tell(first_day(browser.page.clone(), served.address.clone(), home.path().to_owned())).await;
    browser.close().await.unwrap();
    told.end();
}

async fn first_day(page: Page, address: String, home: PathBuf) -> Result<(), DriveFault> {
    page.go(&address).await?;
    coach::add_athlete(&page, ATHLETE).await?;

    let file = coach::recorded_run(&home, SystemClock.now(), 2)?;
    coach::import(&page, &file).await?;
    coach::open_imported(&page).await?;

    coach::open_week(&page, ATHLETE).await?;
    coach::draft(&page).await?;
    let proposed = page.count("session-card").await?;
    coach::change_a_session(&page).await?;
    assert_eq!(page.count("session-card").await?, proposed, "a changed session replaces none of the others");

    // What the coach wrote stands through a new proposal, and through a fresh start of the page.
    page.click("draft-week").await?;
    coach::sees_the_change(&page).await?;
    page.run("location.reload()", vec![]).await?;
    coach::sees_the_change(&page).await?;

    page.click("export-plan").await?;
    page.click("export-write").await?;
    let plan = written_plan(&page, &home).await?;
    assert!(coach::verify(&page, &plan).await?, "a plan file holds as it was written");

    let mut bytes = std::fs::read(&plan).expect("the plan file can be read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let altered = home.join("altered.tsplan");
    std::fs::write(&altered, bytes).expect("the folder can be written");
    assert!(!coach::verify(&page, &altered).await?, "an altered byte is seen");

    // The same file again is told as a duplicate, and changes nothing.
    page.find_css("nav a[href='/import']").await?;
    page.route("/import").await?;
    coach::look_at(&page, &file).await?;
    page.says(&Words::english().say("screen-review-group-here")).await?;
    page.holds("document.querySelector(\"[data-testid='review-accept']\").disabled").await?;
    let athletes = coach::athletes(&page).await?;
    assert_eq!(athletes.len(), 1, "one athlete was added: {athletes:?}");
    Ok(())
}

/// The one plan file in the exports folder, when it is there.
async fn written_plan(page: &Page, home: &Path) -> Result<PathBuf, DriveFault> {
    page.holds("document.querySelector(\"[data-status='week-status-exported']\")").await?;
    let folder = home.join("trackside").join("exports");
    let files = std::fs::read_dir(&folder).expect("exports go to the home of this journey");
    let mut plans: Vec<PathBuf> = files.map_while(Result::ok).map(|entry| entry.path()).collect();
    plans.retain(|path| path.extension().is_some_and(|ending| ending == "tsplan"));
    assert_eq!(plans.len(), 1, "one week was exported");
    Ok(plans.remove(0))
}

#[tokio::test]
async fn without_the_address_of_this_launch_a_browser_gets_nothing() {
    let home = tempfile::tempdir().unwrap();
    let served = Served::start(home.path(), &[]).unwrap();
    let root = served.address.split("/open/").next().unwrap().to_owned();
    let browser = Browser::start(home.path(), 1280, 800, false).await.unwrap();
    let told = tell(stranger(browser.page.clone(), root)).await;
    browser.close().await.unwrap();
    assert_eq!(told.end(), None, "no call is answered to a stranger");
}

async fn stranger(page: Page, root: String) -> Result<Option<serde_json::Value>, DriveFault> {
    page.go(&format!("{root}/open/guessed")).await?;
    page.go(&root).await?;
    page.ask("RosterInfo", &serde_json::json!({})).await
}
