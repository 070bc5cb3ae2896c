//! From the review to the report: what changed, what became of each file, and the way back.

use std::cell::Cell;
use std::rc::Rc;

use chrono::DateTime;
use contract::Call;
use contract::call::Done;
use contract::entry::Exported;
use contract::import::{
    BatchMoved, BatchSource, BatchState, BatchView, Changed, CommitImport, ExportReport, FileReport, ImportReport,
    ListBatches, Outcome, Preview, RedoImport, ShowPreview, UndoImport, Verdict,
};
use contract::roster::Triage;
use domain::id::{AthleteId, BatchId, PreviewId};
use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::{ParamSegment, StaticSegment};
use ui::pages::import::{ImportPage, ReportPage};
use ui::words::{t, t_with};
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{key, mount, visit};
use crate::review::row;
use crate::scene::{club, host, json};

fn batch() -> BatchId {
    BatchId(Uuid::from_u128(1))
}

fn report() -> ImportReport {
    let file = |path: &str, outcome| FileReport {
        path: path.to_owned(),
        hash: None,
        outcome,
        activities: vec![],
        wellness: 0,
        templates: 0,
        athlete: None,
        guess: None,
        sessions: vec![],
        repairs: vec![],
        message: "It was so.".to_owned(),
    };
    ImportReport {
        batch: batch(),
        files: vec![
            file("Dora/ride.fit", Outcome::Imported),
            file("Dora/ride.tcx", Outcome::Linked),
            file("Dora/broken.fit", Outcome::Refused),
        ],
        cancelled: false,
        changed: vec![Changed {
            athlete: AthleteId(Uuid::from_u128(3)),
            name: "Dora Act".to_owned(),
            activities: 1,
            wellness: 0,
            load_7d: (320.4, 402.2),
            form: (Some(-5.0), Some(-12.0)),
            new_flags: vec!["Load rises fast.".to_owned()],
            gone_flags: vec!["No data for nine days.".to_owned()],
            sessions: vec!["Long ride".to_owned()],
        }],
    }
}

#[component]
fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=|| "nowhere">
            <Route path=StaticSegment("import") view=ImportPage />
            <Route path=(StaticSegment("import"), ParamSegment("batch")) view=ReportPage />
        </Routes>
    }
}

#[wasm_bindgen_test]
async fn an_accepted_import_shows_what_changed_and_is_taken_back_and_brought_again_there() {
    let undone = Rc::new(Cell::new(false));
    let state = undone.clone();
    let heard = host(move |name, _| match name {
        name if name == ShowPreview::NAME => {
            let rows = vec![row(0, "Dora/ride.fit", Verdict::New)];
            Some(Ok(json(&Some(Preview { id: PreviewId(Uuid::from_u128(8)), rows, cancelled: false }))))
        }
        name if name == Triage::NAME => Some(Ok(json(&club()))),
        name if name == ListBatches::NAME => {
            let batch = BatchView {
                id: batch(),
                at: DateTime::UNIX_EPOCH,
                author: "Ada".to_owned(),
                source: BatchSource::Uploads,
                state: if state.get() { BatchState::Undone } else { BatchState::Done },
                files: 3,
                outcomes: vec![(Outcome::Imported, 1)],
                activities: 1,
            };
            Some(Ok(json(&vec![batch])))
        }
        name if name == CommitImport::NAME => Some(Ok(json(&Done { value: report(), touched: vec![] }))),
        name if name == UndoImport::NAME || name == RedoImport::NAME => {
            state.set(name == UndoImport::NAME);
            let touched = vec![contract::Touched { athlete: None, topic: contract::Topic::Activities }];
            Some(Ok(json(&Done { value: BatchMoved { activities: 1, ..BatchMoved::default() }, touched })))
        }
        name if name == ExportReport::NAME => {
            let left_out = vec!["The raw bytes.".to_owned()];
            Some(Ok(json(&Exported { path: "exports/report.csv".to_owned(), bytes: 1200, left_out })))
        }
        _ => None,
    });
    visit("/import");
    let page = mount(|| view! { <Pages /> });
    page.until("the review", |page| page.all(".review-row").len() == 1).await;
    key("j");
    page.until("the row", |page| page.all(".review-row.chosen").len() == 1).await;
    key("Enter");
    page.until("the report", |page| page.all(".report tbody tr").len() == 3).await;

    let strip = page.texts(".changed tbody tr").remove(0);
    for part in
        ["Dora Act", "320", "402", "+82", "\u{2212}12", "Load rises fast.", "No data for nine days.", "Long ride"]
    {
        assert!(strip.contains(part), "{strip:?} lacks {part:?}");
    }
    page.press(&t_with("screen-outcome-refused-count", &[("count", 1_u32.into())]));
    page.until("the refused file alone", |page| page.all(".report tbody tr").len() == 1).await;

    page.press(&t("screen-report-export"));
    page.until("where the report went", |page| page.text().contains("exports/report.csv")).await;
    assert!(page.text().contains("The raw bytes."), "what is not in it is told");

    page.until("the way back", |page| page.texts("button").contains(&t("screen-batch-undo"))).await;
    page.press(&t("screen-batch-undo"));
    page.until("the way forth", |page| page.texts("button").contains(&t("screen-batch-redo"))).await;
    assert!(page.all(".changed").is_empty(), "what is taken back changed nothing");
    page.press(&t("screen-batch-redo"));
    page.until("the strip again", |page| page.all(".changed").len() == 1).await;
    let calls: Vec<String> = heard.borrow().iter().map(|(name, _)| name.clone()).collect();
    assert!(calls.iter().any(|name| name == RedoImport::NAME), "{calls:?}");
    visit("/");
}
