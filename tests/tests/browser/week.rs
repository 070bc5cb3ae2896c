//! A coach's week on the sample club, in a browser.

use app::{Clock, SystemClock};
use tests::drive::week::{self, Keys};
use tests::drive::{Browser, Page, Served, tell};

/// The sample club is made and imported first.
const PATIENCE: u64 = 60;

#[tokio::test]
async fn a_coach_goes_through_a_week_of_the_sample_club() {
    let home = tempfile::tempdir().unwrap();
    let served = Served::start(home.path(), &["--sample"]).unwrap();
    let browser = Browser::start(home.path(), 1280, 800, false).await.unwrap();
    let page: Page = browser.page.patient(PATIENCE);
    let (folder, address) = (home.path().to_owned(), served.address.clone());
    let told = tell(async move {
        page.go(&address).await?;
        page.find_css("[data-athlete]").await?;
        week::after_a_session(&page, &folder, SystemClock.now()).await?;
        week::weekly_planning(&page, &folder.join("trackside").join("exports")).await?;
        week::race_week(&page).await?;
        week::monday_review(&page).await
    })
    .await;
    browser.close().await.unwrap();
    let Keys { green, flagged } = told.end();
    assert!(green.0 > 0 && flagged.0 > 0, "the club has both kinds: {green:?}, {flagged:?}");
    assert!(green.1 <= 2, "keys for somebody nothing is said about: {}", green.1);
    assert!(flagged.1 <= 8, "keys for somebody with a reason to look: {}", flagged.1);
    println!(
        "Monday review: {} without a reason, at most {} keys each; {} with one, at most {}",
        green.0, green.1, flagged.0, flagged.1
    );
}
