//! What a page made for the athlete holds: the host leaves out what is for the coach alone.

use contract::Call;
use contract::athlete::{AddSettings, AthletePage, Eyes};
use contract::history::{SettingsHistory, ShowHistory};
use contract::picture::{ChartForm, SaveChart};
use contract::plan::Annotate;
use domain::annotation::Subject;
use domain::settings::Settings;
use domain::unit::Watts;

use crate::club::Club;

async fn text<C: Call>(club: &Club, request: &C) -> String {
    let args = serde_json::to_string(request).expect("a request is JSON");
    app::dispatch(&club.app, C::NAME, &args).await.expect("answered")
}

#[tokio::test(flavor = "multi_thread")]
async fn private_notes_never_reach_the_athletes_page() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let subject = Subject::Day { date: testkit::clock::days_ago(1) };
    for (text, shared) in [("talks about quitting", false), ("well done on the hill", true)] {
        let note = Annotate { athlete: ada.id, subject, text: text.to_owned(), shared };
        club.ask(&note).await.expect("noted");
    }
    let note = Some("guessed after the argument".to_owned());
    let settings = Settings { from: testkit::clock::days_ago(9), ftp: Some(Watts(210.0)), note, ..Settings::default() };
    club.ask(&AddSettings { athlete: ada.id, settings }).await.expect("set");

    for (eyes, private) in [(Eyes::Coach, true), (Eyes::Athlete, false)] {
        let answers = [
            text(&club, &AthletePage { athlete: ada.id, on: None, eyes }).await,
            text(&club, &ShowHistory { athlete: ada.id, eyes }).await,
            text(&club, &SettingsHistory { athlete: ada.id, eyes }).await,
        ];
        let all = answers.concat();
        assert_eq!(all.contains("talks about quitting"), private, "{eyes:?}: {all}");
        assert_eq!(all.contains("guessed after the argument"), private, "{eyes:?}: {all}");
        assert!(answers[0].contains("well done on the hill") && answers[1].contains("well done on the hill"));
    }
    let view = club.ask(&AthletePage { athlete: ada.id, on: None, eyes: Eyes::Athlete }).await.expect("page");
    assert!(view.flags.is_empty(), "reasons for attention are the coach's");
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_in_time_say_who_entered_them() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let set = async |days: i64, watts: f64| {
        let settings =
            Settings { from: testkit::clock::days_ago(days), ftp: Some(Watts(watts)), ..Settings::default() };
        club.ask(&AddSettings { athlete: ada.id, settings }).await.expect("set");
    };
    set(90, 200.0).await;
    set(30, 215.0).await;
    set(30, 212.0).await;
    let lines = club.ask(&SettingsHistory { athlete: ada.id, eyes: Eyes::Coach }).await.expect("told");
    let told: Vec<_> = lines.iter().map(|line| (line.settings.ftp.map(|w| w.0), line.replaced)).collect();
    assert_eq!(told, [(Some(212.0), false), (Some(215.0), true), (Some(200.0), false)], "newest first, nothing lost");
    assert!(lines.iter().all(|line| line.entered.as_ref().is_some_and(|(who, _)| who == "Coach of the story")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chart_is_saved_among_the_exports_and_nothing_but_a_chart() {
    let club = Club::new().await;
    let svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"><rect width=\"9\" height=\"9\"/></svg>";
    let save = |form, content: &str| SaveChart { name: "Load".to_owned(), form, content: content.to_owned() };
    for (form, content) in [(ChartForm::Csv, "Day,Load"), (ChartForm::Svg, svg), (ChartForm::Png, svg)] {
        let written = club.ask(&save(form, content)).await.expect("written");
        let bytes = std::fs::read(&written.path).expect("a file");
        assert_eq!(bytes.len() as u64, written.bytes);
        assert!(written.path.ends_with(form.ending()), "{}", written.path);
        assert_eq!(bytes.starts_with(b"\x89PNG"), form == ChartForm::Png);
    }
    club.ask(&save(ChartForm::Svg, "no picture")).await.expect_err("refused");
}
