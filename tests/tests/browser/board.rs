//! The plan board in a browser: a club is planned by exception.

use tests::drive::{Browser, DriveFault, Page, Served, board, tell};

#[tokio::test]
async fn a_club_is_planned_by_exception_and_edits_stand_through_new_drafts() {
    let home = tempfile::tempdir().unwrap();
    let served = Served::start(home.path(), &[]).unwrap();
    let browser = Browser::start(home.path(), 1280, 800, false).await.unwrap();
    let told = tell(planning_hour(browser.page.clone(), served.address.clone())).await;
    browser.close().await.unwrap();
    told.end();
}

async fn planning_hour(page: Page, address: String) -> Result<(), DriveFault> {
    page.go(&address).await?;
    page.find_css("nav a[href='/board']").await?;
    for name in ["Runa Hollis", "Tamsin Dale", "Ivo Marsh"] {
        board::add_athlete(&page, name).await?;
    }
    board::open(&page).await?;
    board::plan_by_exception(&page).await
}
