//! The real window: what a coach wrote is there again after the program was closed.

use std::path::PathBuf;

use app::{Clock, SystemClock};
use domain::words::Words;
use tests::drive::{DriveFault, Page, Screen, Window, board, coach, tell, week};

const ATHLETE: &str = "Runa Hollis";
/// How many people the sample club has.
const SAMPLE_ATHLETES: u32 = 12;

#[tokio::test]
async fn what_a_coach_wrote_in_the_window_is_there_after_a_restart() {
    let home = tempfile::tempdir().unwrap();
    let roster = home.path().join("Harbour club.trackside");
    let args = ["--roster", roster.to_str().unwrap()];
    let screen = Screen::start(1400, 1000).unwrap();

    let window = Window::open(&screen, home.path(), &args).await.unwrap();
    let told = tell(before(window.page.clone(), home.path().to_owned())).await;
    window.close().await.unwrap();
    told.end();
    assert!(roster.is_file(), "the roster is where it was asked to be");

    let window = Window::open(&screen, home.path(), &args).await.unwrap();
    let told = tell(after(window.page.clone())).await;
    window.close().await.unwrap();
    told.end();
}

async fn before(page: Page, home: PathBuf) -> Result<(), DriveFault> {
    coach::add_athlete(&page, ATHLETE).await?;
    let file = coach::recorded_run(&home, SystemClock.now(), 1)?;
    coach::import(&page, &file).await?;
    coach::open_imported(&page).await?;
    coach::open_week(&page, ATHLETE).await?;
    coach::draft(&page).await?;
    coach::change_a_session(&page).await
}

async fn after(page: Page) -> Result<(), DriveFault> {
    page.says(ATHLETE).await?;
    coach::open_week(&page, ATHLETE).await?;
    coach::sees_the_change(&page).await
}

#[tokio::test]
async fn in_the_window_a_club_is_planned_by_exception_and_edits_stand_through_new_drafts() {
    let home = tempfile::tempdir().unwrap();
    let roster = home.path().join("Harbour club.trackside");
    let screen = Screen::start(1400, 1000).unwrap();
    let window = Window::open(&screen, home.path(), &["--roster", roster.to_str().unwrap()]).await.unwrap();
    let told = tell(planning_hour(window.page.clone())).await;
    window.close().await.unwrap();
    told.end();
}

async fn planning_hour(page: Page) -> Result<(), DriveFault> {
    page.find_css("nav a[href='/board']").await?;
    for name in ["Runa Hollis", "Tamsin Dale", "Ivo Marsh"] {
        board::add_athlete(&page, name).await?;
    }
    board::open(&page).await?;
    board::plan_by_exception(&page).await
}

#[tokio::test]
async fn in_the_window_a_coach_goes_through_a_week_of_the_sample_club() {
    let home = tempfile::tempdir().unwrap();
    let screen = Screen::start(1400, 1000).unwrap();
    let window = Window::open(&screen, home.path(), &["--sample"]).await.unwrap();
    let told = tell(sample_week(window.page.patient(60), home.path().to_owned())).await;
    window.close().await.unwrap();
    let keys = told.end();
    assert!(keys.green.1 <= 2 && keys.flagged.1 <= 8, "keys for one athlete: {keys:?}");
}

async fn sample_week(page: Page, home: PathBuf) -> Result<week::Keys, DriveFault> {
    // The club comes in while the window is open already; it says that it is the sample once it is whole.
    let whole = Words::english().say_with("screen-sample-club", &[("count", SAMPLE_ATHLETES.into())]);
    page.patient(240).says(&whole).await?;
    week::after_a_session(&page, &home, SystemClock.now()).await?;
    week::weekly_planning(&page, &home.join("trackside").join("exports")).await?;
    week::monday_review(&page).await
}
