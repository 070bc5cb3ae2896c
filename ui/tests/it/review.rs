//! The review table: keys, choices, columns, and what is sent.

use chrono::NaiveDate;
use contract::Call;
use contract::athlete::AddAthlete;
use contract::call::Done;
use contract::import::{
    Choice, ColumnsView, CommitImport, DiscardPreview, GuessView, ListBatches, MapColumns, Preview, PreviewActivity,
    PreviewRow, SameView, ShowPreview, ShowWatch, Verdict, WatchView,
};
use contract::roster::Triage;
use domain::athlete::Athlete;
use domain::id::{ActivityId, AthleteId, PreviewId};
use domain::sport::Sport;
use domain::table::{ColumnUse, DayOrder, Scale};
use domain::wellness::WellnessField;
use ui::pages::import::ImportPage;
use ui::words::{t, t_with};
use uuid::Uuid;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::page::{Page, fill, key, key_on, mount, shift_key};
use crate::scene::{Heard, club, fault, host, json};

fn dora() -> AthleteId {
    AthleteId(Uuid::from_u128(3))
}

pub(crate) fn row(number: u32, path: &str, verdict: Verdict) -> PreviewRow {
    let ride = PreviewActivity {
        sport: Sport::Ride,
        sport_detail: None,
        start_local: NaiveDate::from_ymd_opt(2026, 11, 21).and_then(|d| d.and_hms_opt(9, 30, 0)).expect("a moment"),
        timer_s: 3_600.0,
        distance_m: Some(30_000.0),
        channels: vec![],
        parts: 0,
        session: None,
    };
    PreviewRow {
        row: number,
        path: path.to_owned(),
        format: "fit".to_owned(),
        verdict,
        activities: if verdict == Verdict::Refused { vec![] } else { vec![ride] },
        wellness: 0,
        days: None,
        templates: 0,
        guesses: vec![],
        device: None,
        same: None,
        repairs: vec![],
        columns: None,
        message: String::new(),
    }
}

fn guess(athlete: AthleteId, name: &str, confidence: f64) -> GuessView {
    GuessView { athlete, name: name.to_owned(), confidence, reasons: vec![], why: "The folder is named so.".to_owned() }
}

/// Two unknown files of one device, one that may be the same, a clear one, one that is here and one refused.
fn drop() -> Preview {
    let device = Some("Garmin 4711".to_owned());
    let same = SameView {
        activity: Some(ActivityId(Uuid::from_u128(99))),
        row: None,
        file: "old/ride.tcx".to_owned(),
        athlete: "Edda Watch".to_owned(),
        score: 0.66,
        evidence: vec![],
        why: "Start and distance agree.".to_owned(),
        richer: false,
    };
    Preview {
        id: PreviewId(Uuid::from_u128(8)),
        rows: vec![
            PreviewRow { guesses: vec![guess(dora(), "Dora Act", 0.93)], ..row(0, "Dora Act/ride.fit", Verdict::New) },
            PreviewRow { device: device.clone(), ..row(1, "dump/one.fit", Verdict::Unknown) },
            PreviewRow { device, ..row(2, "dump/two.fit", Verdict::Unknown) },
            PreviewRow { same: Some(same), ..row(3, "dump/three.fit", Verdict::MaybeSame) },
            row(4, "dump/four.fit", Verdict::Duplicate),
            PreviewRow { message: "It is a picture.".to_owned(), ..row(5, "dump/photo.jpg", Verdict::Refused) },
        ],
        cancelled: false,
    }
}

fn scene(preview: Preview) -> Heard {
    host(move |name, args| match name {
        name if name == ShowPreview::NAME => Some(Ok(json(&Some(&preview)))),
        name if name == Triage::NAME => Some(Ok(json(&club()))),
        name if name == ListBatches::NAME => Some(Ok("[]".to_owned())),
        name if name == ShowWatch::NAME => Some(Ok(json(&WatchView { folder: None, running: false, problem: None }))),
        name if name == DiscardPreview::NAME => Some(Ok("true".to_owned())),
        // What is sent is looked at; what comes of it belongs to the report.
        name if name == CommitImport::NAME => Some(Err(fault("The disk is full.", "0193"))),
        name if name == MapColumns::NAME => Some(Ok(json(&Done { value: Some(drop()), touched: vec![] }))),
        name if name == AddAthlete::NAME => {
            let asked: AddAthlete = serde_json::from_str(args).expect("a request");
            let value =
                Athlete { id: AthleteId(Uuid::from_u128(50)), name: asked.name, ..club().rows[0].athlete.clone() };
            Some(Ok(json(&Done { value, touched: vec![] })))
        }
        _ => None,
    })
}

async fn reviewed(rows: usize) -> Page {
    let page = mount(ImportPage);
    page.until("the table", |page| page.all(".review-row").len() == rows).await;
    page
}

fn current(page: &Page) -> Option<String> {
    page.all(".review-row.chosen").first().and_then(|row| row.get_attribute("data-row"))
}

async fn at(page: &Page, row: &str) {
    page.until(&format!("row {row}"), |page| current(page).as_deref() == Some(row)).await;
}

async fn picker(page: &Page) -> Element {
    page.until("the picker", |page| !page.all("dialog[open] .picker input").is_empty()).await;
    page.all("dialog[open] .picker input").remove(0)
}

async fn closed(page: &Page) {
    page.until("no dialog", |page| page.all("dialog[open]").is_empty()).await;
}

fn sent(heard: &Heard) -> Option<CommitImport> {
    let args = heard.borrow().iter().rfind(|(name, _)| name == CommitImport::NAME).map(|(_, args)| args.clone())?;
    Some(serde_json::from_str(&args).expect("a request"))
}

fn focused() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}

#[wasm_bindgen_test]
async fn those_that_need_somebody_stand_first_and_each_row_says_what_it_is() {
    scene(drop());
    let page = reviewed(6).await;
    let order: Vec<String> = page.all(".review-row").iter().filter_map(|row| row.get_attribute("data-row")).collect();
    assert_eq!(order, ["1", "2", "3", "0", "4", "5"]);
    let marks = page.texts(".review-row .mark-word");
    let words =
        ["unknown", "unknown", "maybe-same", "new", "duplicate", "refused"].map(|s| t(&format!("screen-stand-{s}")));
    assert_eq!(marks, words);
    let text = page.text();
    for part in ["93 %", "The folder is named so.", "ride.tcx", "66 %", "It is a picture."] {
        assert!(text.contains(part), "{text:?} lacks {part:?}");
    }
    assert_eq!(page.all("table[role='grid'] tr[role='row'][aria-selected]").len(), 6);
    page.press(&t_with("screen-review-count-refused", &[("count", 1_u32.into())]));
    page.until("the refused file alone", |page| page.all(".review-row").len() == 1).await;
}

#[wasm_bindgen_test]
async fn a_clean_drop_is_one_enter() {
    let clean = Preview { rows: vec![drop().rows.remove(0)], ..drop() };
    let heard = scene(clean);
    let page = reviewed(1).await;
    let accept = page.all("[data-testid='review-accept']").remove(0);
    page.until("the button in focus", |_| focused().is_some_and(|e| e.is_same_node(Some(&accept)))).await;
    assert!(accept.text_content().unwrap_or_default().contains('1'));
    accept.unchecked_into::<HtmlElement>().click();
    page.until("the call", |_| sent(&heard).is_some()).await;
    assert_eq!(sent(&heard).expect("the call").choices, [], "nothing was changed");
}

#[wasm_bindgen_test]
async fn everything_is_decided_by_keyboard_and_sent_with_the_import() {
    let heard = scene(drop());
    let page = reviewed(6).await;
    key("j");
    at(&page, "1").await;
    page.until("focus on the row", |_| focused().and_then(|e| e.get_attribute("data-row")).as_deref() == Some("1"))
        .await;

    key("a");
    let field = picker(&page).await;
    fill(&field, "dor");
    page.until("one name and the newcomer", |page| page.all(".picker [role='option']").len() == 2).await;
    key_on(&field, "Enter", false);
    closed(&page).await;
    page.until("the name", |page| page.texts("[data-row='1'] .review-who") == ["Dora Act"]).await;
    assert_eq!(current(&page).as_deref(), Some("1"), "a decided row stays where it is");
    key("r");

    key("n");
    at(&page, "2").await;
    key("x");
    page.until("left out", |page| page.texts("[data-row='2'] .mark-word") == [t("screen-stand-left")]).await;
    key("ArrowDown");
    at(&page, "3").await;
    key("s");
    page.until("linked", |page| page.texts("[data-row='3'] .mark-word") == [t("screen-stand-linked")]).await;
    key("d");
    page.until("apart", |page| page.texts("[data-row='3'] .mark-word") == [t("screen-stand-apart")]).await;
    key("k");
    at(&page, "2").await;

    key("Enter");
    page.until("the call", |_| sent(&heard).is_some()).await;
    let sent = sent(&heard).expect("the call");
    assert_eq!(sent.preview, drop().id);
    let plain = |row| Choice { row, skip: false, athlete: None, remember_device: false, link: None };
    assert_eq!(
        sent.choices,
        [
            Choice { athlete: Some(dora()), remember_device: true, ..plain(1) },
            Choice { skip: true, ..plain(2) },
            Choice { link: Some(false), ..plain(3) },
        ]
    );
    // The host refused: nothing that was chosen is lost.
    page.until("the table again", |page| page.all(".review-row").len() == 6).await;
    assert_eq!(page.texts("[data-row='3'] .mark-word"), [t("screen-stand-apart")]);
}

#[wasm_bindgen_test]
async fn one_athlete_takes_all_files_of_a_device_and_can_be_somebody_new() {
    let heard = scene(drop());
    let page = reviewed(6).await;
    key("j");
    at(&page, "1").await;
    shift_key("A");
    let field = picker(&page).await;
    assert!(page.texts("dialog[open] h2")[0].contains('2'), "{:?}", page.texts("dialog[open] h2"));
    fill(&field, "Nova Kline");
    page.until("the newcomer", |page| page.text().contains(&t("screen-review-newcomer"))).await;
    key_on(&field, "Enter", false);
    closed(&page).await;
    key("Enter");
    page.until("the call", |_| sent(&heard).is_some()).await;
    let given: Vec<(u32, Option<AthleteId>)> =
        sent(&heard).expect("the call").choices.iter().map(|choice| (choice.row, choice.athlete)).collect();
    let nova = Some(AthleteId(Uuid::from_u128(50)));
    assert_eq!(given, [(1, nova), (2, nova)], "both files of the device, and no other");
    assert!(heard.borrow().iter().any(|(name, args)| name == AddAthlete::NAME && args.contains("Nova Kline")));
}

#[wasm_bindgen_test]
async fn escape_discards_at_once_when_nothing_was_chosen_and_asks_otherwise() {
    let heard = scene(drop());
    let discarded = |heard: &Heard| heard.borrow().iter().filter(|(name, _)| name == DiscardPreview::NAME).count();
    let page = reviewed(6).await;
    key("j");
    at(&page, "1").await;
    key("x");
    key("Escape");
    page.until("the question", |page| !page.all("dialog[open]").is_empty()).await;
    assert_eq!(discarded(&heard), 0);
    page.press(&t("screen-review-keep"));
    closed(&page).await;
    key("x");
    key("Escape");
    page.until("the list of imports", |page| page.text().contains(&t("screen-batches-none"))).await;
    assert_eq!(discarded(&heard), 1);
}

#[wasm_bindgen_test]
async fn the_columns_of_a_foreign_table_are_named_once() {
    let columns = ColumnsView {
        headings: vec!["Datum".into(), "HFV".into(), "Wer".into()],
        sample: vec![vec!["22.11.2026".into(), "4.1".into(), "Dora".into()]],
        uses: vec![ColumnUse::Ignore; 3],
    };
    let table = PreviewRow { columns: Some(columns), ..row(0, "morning.csv", Verdict::NeedsColumns) };
    let heard = scene(Preview { rows: vec![table], ..drop() });
    let page = reviewed(1).await;
    key("j");
    at(&page, "0").await;
    key("c");
    page.until("the form", |page| page.all("dialog[open] .columns-form select").len() == 3).await;
    let save = |page: &Page| page.all("dialog[open] button[type='submit']").remove(0).unchecked_into::<HtmlElement>();
    assert!(page.text().contains("22.11.2026"), "the first values stand beside the headings");
    assert!(save(&page).has_attribute("disabled"), "without a day it cannot be read");
    fill(&page.all("dialog[open] select")[0], "day");
    page.until("the order of the date", |page| page.all("dialog[open] select").len() == 4).await;
    fill(&page.all("dialog[open] select")[1], "day-month-year");
    fill(&page.all("dialog[open] select")[2], "rmssd");
    page.until("the scale", |page| page.all("dialog[open] select").len() == 5).await;
    fill(&page.all("dialog[open] select")[3], "exponential");
    fill(&page.all("dialog[open] select")[4], "athlete");
    page.until("a table that can be read", |page| !save(page).has_attribute("disabled")).await;
    save(&page).click();
    page.until("the preview read again", |page| page.all(".review-row").len() == 6).await;
    let args = heard.borrow().iter().find(|(name, _)| name == MapColumns::NAME).cloned().expect("the call").1;
    let asked: MapColumns = serde_json::from_str(&args).expect("a request");
    assert_eq!(asked.headings, ["Datum", "HFV", "Wer"]);
    assert_eq!(
        asked.uses,
        [
            ColumnUse::Day(DayOrder::DayMonthYear),
            ColumnUse::Wellness(WellnessField::Rmssd, Scale::Exponential),
            ColumnUse::Athlete
        ]
    );
}

#[wasm_bindgen_test]
async fn a_thousand_files_are_drawn_two_hundred_at_a_time_and_the_keys_go_through_all() {
    let rows = (0..1000).map(|n| row(n, &format!("dump/{n}.fit"), Verdict::New)).collect();
    scene(Preview { rows, ..drop() });
    let page = reviewed(200).await;
    key("j");
    at(&page, "0").await;
    page.press(&t("screen-review-after"));
    at(&page, "200").await;
    key("k");
    at(&page, "199").await;
    assert_eq!(page.all(".review-row").len(), 200);
    assert_eq!(page.all("table[aria-rowcount='1001']").len(), 1, "readers hear how many there are");
}
