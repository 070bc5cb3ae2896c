//! What stands in the override form becomes a change, or says what is missing.

use chrono::NaiveDate;
use domain::effective::{self, EffectiveSession};
use domain::id::SessionId;
use domain::library::Template;
use domain::overrides::Change;
use domain::session::{Session, SessionKind};
use domain::sport::Sport;
use ui::pages::week::change_form::{Entries, Kind, Source, Unfinished, change};
use wasm_bindgen_test::wasm_bindgen_test;

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, n).expect("a date")
}

fn easy() -> EffectiveSession {
    EffectiveSession {
        id: SessionId(uuid::Uuid::from_u128(1)),
        date: day(23),
        session: Session {
            kind: SessionKind::Easy,
            sport: Sport::Run,
            title: "Easy run".into(),
            minutes: 60,
            load: 50.0,
            steps: Vec::new(),
            workout: None,
        },
        source: effective::Source::Proposed,
        locked: false,
        removed: false,
        block: None,
    }
}

fn tempo() -> Template {
    Template {
        id: "tempo".into(),
        kind: SessionKind::Tempo,
        sport: Sport::Other,
        title: "Tempo".into(),
        min_minutes: 30,
        max_minutes: 90,
        intensity: 0.8,
        steps: Vec::new(),
        workout: None,
    }
}

fn entries(kind: Kind) -> Entries {
    Entries {
        kind,
        day: day(25),
        template: "tempo".into(),
        minutes: "45".into(),
        title: "Easy run".into(),
        percent: "80".into(),
        ..Entries::default()
    }
}

#[wasm_bindgen_test]
fn each_kind_becomes_its_change() {
    let now = easy();
    let of = |kind| change(&entries(kind), Some(&now), &[tempo()], Sport::Run);
    assert_eq!(of(Kind::Move), Ok(Change::Move { to: day(25) }));
    assert_eq!(of(Kind::Scale), Ok(Change::Scale { percent: 80 }));
    assert_eq!(of(Kind::Remove), Ok(Change::Remove));
    assert_eq!(of(Kind::Lock), Ok(Change::Lock));
    let Ok(Change::Replace { session }) = of(Kind::Edit) else { panic!("an edit replaces") };
    assert_eq!((session.minutes, session.load), (45, 37.5), "load follows minutes");
    let Ok(Change::Add { date, session }) = of(Kind::Add) else { panic!("an added session") };
    assert_eq!((date, session.sport, session.minutes), (day(25), Sport::Run, 45));
    assert!((session.load - 48.0).abs() < 1e-9, "0.75 h at 0.8 of threshold");
}

#[wasm_bindgen_test]
fn a_session_in_one_line_is_put_in_as_it_is_read() {
    let now = easy();
    let written = Session::of_workout(
        SessionKind::Threshold,
        Sport::Run,
        String::new(),
        "15min @ 65%, 3x10min @ 98%, r2min".parse().expect("a workout"),
        None,
    );
    let entries = |line: Option<Session>, title: &str| Entries {
        source: Source::Line,
        line,
        title: title.into(),
        ..entries(Kind::Replace)
    };
    let of = |entries| change(&entries, Some(&now), &[tempo()], Sport::Run);
    let Ok(Change::Replace { session }) = of(entries(Some(written.clone()), " Cruise ")) else { panic!("it replaces") };
    assert_eq!(session, Session { title: "Cruise".into(), ..written.clone() });
    assert_eq!(of(entries(None, "Cruise")), Err(Unfinished::NoLine));
    assert_eq!(of(entries(Some(written), " ")), Err(Unfinished::NoTitle));
}

#[wasm_bindgen_test]
fn what_is_missing_is_said() {
    let now = easy();
    let with = |kind, edit: fn(&mut Entries)| {
        let mut entries = entries(kind);
        edit(&mut entries);
        change(&entries, Some(&now), &[tempo()], Sport::Run)
    };
    assert_eq!(with(Kind::Move, |e| e.day = day(23)), Err(Unfinished::SameDay));
    assert_eq!(with(Kind::Scale, |e| e.percent = "300".into()), Err(Unfinished::Percent));
    assert_eq!(with(Kind::Replace, |e| e.template.clear()), Err(Unfinished::NoTemplate));
    assert_eq!(with(Kind::Add, |e| e.minutes = "an hour".into()), Err(Unfinished::Minutes));
    assert_eq!(with(Kind::Edit, |e| e.title = "  ".into()), Err(Unfinished::NoTitle));
    assert_eq!(with(Kind::Edit, |e| e.minutes = "60".into()), Err(Unfinished::NothingNew));
    assert_eq!(change(&entries(Kind::Remove), None, &[], Sport::Run), Err(Unfinished::NoSession));
}
