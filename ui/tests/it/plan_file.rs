//! The page of a plan file that somebody handed over.

use chrono::DateTime;
use contract::call::Done;
use contract::incoming::{FoundBy, Here, PlanRead, ReadPlan, Signer, TakeOutcome, TakePlan};
use contract::keyring::FileFrom;
use contract::people::{ListAthletes, Person};
use contract::{Call, Fault, FaultCode};
use domain::effective::{EffectiveSession, EffectiveWeek, Source};
use domain::id::{AthleteId, SessionId};
use domain::incoming::{Collision, Incoming, Would};
use domain::keyring::Standing;
use domain::overrides::Change;
use domain::session::{Session, SessionKind};
use domain::sport::Sport;
use domain::week::Week;
use leptos::prelude::*;
use ui::pages::plan_file::PlanFilePage;
use ui::state::State;
use ui::words::{t, t_with};
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{fill, mount};
use crate::scene::{Heard, host, json, today};

const SCRIPT: &str = "<script>window.bad = 1</script>";

fn session(n: u128) -> EffectiveSession {
    EffectiveSession {
        id: SessionId(Uuid::from_u128(n)),
        date: today(),
        session: Session {
            kind: SessionKind::Easy,
            sport: Sport::Run,
            title: SCRIPT.to_owned(),
            minutes: 40,
            load: 30.0,
            steps: Vec::new(),
            workout: None,
        },
        source: Source::Coach,
        locked: false,
        removed: false,
        block: None,
    }
}

fn incoming(n: u128, collides: Vec<Collision>) -> Incoming {
    let theirs = session(n);
    let changes = vec![Change::Add { date: theirs.date, session: theirs.session.clone() }];
    Incoming { theirs, ours: None, would: Would::Add, collides, changes, behind: Vec::new() }
}

fn read(by: FoundBy) -> PlanRead {
    let ada = AthleteId(Uuid::from_u128(1));
    PlanRead {
        file: "ab".to_owned(),
        by: Signer {
            author: SCRIPT.to_owned(),
            name: None,
            key: "AAAA".to_owned(),
            fingerprint: "ab12 cd34".to_owned(),
            words: "apple boat".to_owned(),
            standing: Standing::OtherKey,
        },
        sealed: false,
        written_at: DateTime::UNIX_EPOCH,
        athlete: "Ada Fell".to_owned(),
        here: Some(Here { athlete: ada, name: "Ada Fell".to_owned(), by }),
        week: Week::of(today()),
        monday: Week::of(today()).monday(),
        drafted: true,
        effective: EffectiveWeek { sessions: vec![session(7), session(8)] },
        sessions: vec![incoming(7, Vec::new()), incoming(8, vec![Collision::Approved])],
        changes: Vec::new(),
        notes: vec![SCRIPT.to_owned()],
        taken: 0,
    }
}

/// A host whose file is encrypted if so wished, and that refuses to take anything.
fn scene(sealed: bool) -> Heard {
    host(move |name, args| match name {
        name if name == ReadPlan::NAME && sealed && !args.contains("correct horse") => Some(Err(Fault {
            code: FaultCode::Key,
            what: "It is encrypted.".to_owned(),
            next: "Enter it.".to_owned(),
            trace: "0193".to_owned(),
        })),
        name if name == ReadPlan::NAME => {
            let asked: ReadPlan = serde_json::from_str(args).expect("a request");
            let by = if asked.athlete.is_some() { FoundBy::Choice } else { FoundBy::Name };
            Some(Ok(json(&read(by))))
        }
        name if name == ListAthletes::NAME => Some(Ok(json(&Vec::<Person>::new()))),
        name if name == TakePlan::NAME => {
            let value = TakeOutcome::Refused { broken: Vec::new() };
            Some(Ok(json(&Done { value, touched: Vec::new() })))
        }
        _ => None,
    })
}

fn page(files: &'static [&'static str]) -> crate::page::Page {
    mount(move || {
        let file = |name: &&str| ((*name).to_owned(), Ok(FileFrom::Path { path: format!("/tmp/{name}") }));
        State::here().plans.set(files.iter().map(file).collect());
        view! { <PlanFilePage /> }
    })
}

#[wasm_bindgen_test]
async fn another_key_is_warned_of_and_only_what_collides_with_nothing_is_offered() {
    let heard = scene(false);
    let page = page(&["week.tsplan"]);
    page.until("the signer", |page| page.text().contains("apple boat")).await;
    assert!(page.text().contains(&t("plan-signer-other-key")));
    assert!(page.text().contains(&t("plan-collides-approved")));
    assert!(page.all("script").is_empty(), "what a file says is text");
    assert!(page.text().contains(SCRIPT));
    // Only the name fits: first a person says that it is the same.
    let take = t_with("plan-read-take", &[("count", 1_u32.into())]);
    page.press(&take);
    page.press(&t_with("plan-read-same", &[("name", "Ada Fell".into())]));
    page.until("the confirmed", |page| {
        page.text().contains(&t_with("plan-read-here-choice", &[("name", "Ada Fell".into())]))
    })
    .await;
    assert!(heard.borrow().iter().all(|(name, _)| name != TakePlan::NAME), "not before");
    page.press(&take);
    page.until("the call", |_| heard.borrow().iter().any(|(name, _)| name == TakePlan::NAME)).await;
    let asked = heard.borrow().iter().find(|(name, _)| name == TakePlan::NAME).cloned().expect("asked").1;
    let take: TakePlan = serde_json::from_str(&asked).expect("a request");
    assert_eq!(take.sessions, [SessionId(Uuid::from_u128(7))]);
    assert_eq!((take.read.as_str(), take.name), ("ab", None), "what was read, and not by the name of somebody else");
}

#[wasm_bindgen_test]
async fn an_encrypted_file_asks_for_its_passphrase() {
    let heard = scene(true);
    let page = page(&["week.tsplan"]);
    page.until("the question", |page| !page.all("input[type='password']").is_empty()).await;
    fill(&page.all("input[type='password']").remove(0), "correct horse");
    page.press(&t("plan-read-open"));
    page.until("the file", |page| page.text().contains("apple boat")).await;
    assert_eq!(heard.borrow().iter().filter(|(name, _)| name == ReadPlan::NAME).count(), 2);
}

#[wasm_bindgen_test]
async fn of_several_files_what_is_ticked_is_taken_in_one_step() {
    let taken = |name: &str, args: &str| match name {
        name if name == ReadPlan::NAME => Some(Ok(json(&read(FoundBy::Identity)))),
        name if name == ListAthletes::NAME => Some(Ok(json(&Vec::<Person>::new()))),
        name if name == TakePlan::NAME => {
            let asked: TakePlan = serde_json::from_str(args).expect("a request");
            assert_eq!((asked.sessions.len(), asked.insist), (1, false), "only what goes against nothing");
            let value = TakeOutcome::Refused { broken: Vec::new() };
            Some(Ok(json(&Done { value, touched: Vec::new() })))
        }
        _ => None,
    };
    let heard = host(taken);
    let page = page(&["a.tsplan", "b.tsplan", "c.tsplan"]);
    let all = t_with("plan-read-take-all", &[("files", 3_u32.into())]);
    page.until("all of them read", |page| page.text().contains(&all)).await;
    page.press(&all);
    page.until("a call each", |_| heard.borrow().iter().filter(|(name, _)| name == TakePlan::NAME).count() == 3).await;
}
