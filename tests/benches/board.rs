//! The plan board with 200 athletes and 14 days in a browser: how long until a scroll, a step of the keyboard, a lock and a
//! moved session are painted, beside the floor: a plain table of as many cells scrolled alike, and an empty turn of the
//! browser's own frames. The roster is made by the program itself and every week is a real draft. Not a criterion benchmark:
//! each interaction is one measure. The rows go to `target/tmp/measured`, where `cargo xtask bench` finds them.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::path::Path;
use std::sync::Arc;

use app::{App, Clock, Place, SystemClock};
use chrono::{Duration, NaiveDate, NaiveTime};
use contract::Call;
use contract::athlete::{AddAthlete, SetAvailability};
use contract::board::DraftAll;
use contract::call::Done;
use contract::entry::AddActivity;
use domain::athlete::Athlete;
use domain::availability::Availability;
use domain::entered::EnteredActivity;
use domain::sport::Sport;
use domain::unit::Rpe;
use domain::week::Week;
use serde_json::{Value, json};
use tests::drive::stopwatch::{percentile, timed};
use tests::drive::{Browser, Page, Served, tell};

const ATHLETES: u32 = 200;
/// Interactions of each kind.
const TIMES: usize = 30;
/// What a person still takes for at once, ms.
const LIMIT: f64 = 100.0;

type Fault = Box<dyn std::error::Error>;

fn main() -> Result<(), Fault> {
    if !std::env::args().any(|arg| arg == "--bench") {
        return Ok(());
    }
    let home = tempfile::tempdir()?;
    let roster = home.path().join("Large club.trackside");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(fill(home.path(), &roster))?;
    let served = Served::start(home.path(), &["--roster", &roster.to_string_lossy()])?;
    let told = runtime.block_on(async {
        let browser = Browser::start(home.path(), 1280, 800, false).await?;
        let page = browser.page.clone();
        let told = tell(async move {
            page.go(&served.address).await?;
            measure(&page).await
        })
        .await;
        browser.close().await?;
        Ok::<_, Fault>(told.end())
    })?;
    keep(&told)
}

/// A club with a fortnight of training behind it and two weeks drafted.
async fn fill(home: &Path, roster: &Path) -> Result<(), Fault> {
    let app = App::new(Place::in_folder(&home.join("trackside")), Arc::new(SystemClock));
    app.open_or_create(roster).await?;
    let today = SystemClock.now().date_naive();
    for n in 0..ATHLETES {
        let asked = AddAthlete {
            name: format!("Athlete {n:03}"),
            sex: None,
            born: NaiveDate::from_ymd_opt(1985 + (n % 20) as i32, 5, 1),
            zone: Some("Europe/Berlin".to_owned()),
            squad: Some(format!("Squad {}", n % 5 + 1)),
        };
        let athlete: Done<Athlete> = ask(&app, &asked).await?;
        let athlete = athlete.value.id;
        let minutes = [60, 75, 45, 75, 0, 120, 90].map(|minutes| Some(minutes + n % 3 * 15));
        let availability = Availability { from: today - Duration::days(60), minutes, sports: Default::default() };
        ask::<_>(&app, &SetAvailability { athlete, availability }).await?;
        for day in [2, 5, 9, 12] {
            let entered = EnteredActivity {
                sport: Sport::Run,
                start_local: (today - Duration::days(day)).and_time(NaiveTime::MIN + Duration::hours(18)),
                minutes: f64::from(35 + n % 40),
                rpe: Some(Rpe(4.0)),
                distance: None,
                sets: Vec::new(),
                comment: None,
            };
            ask(&app, &AddActivity { athlete, entered }).await?;
        }
    }
    let first = Week::of(today).next();
    for week in [first, first.next()] {
        let lines = ask(&app, &DraftAll { week, squad: None, missing_only: false, task: None }).await?;
        assert_eq!(lines.value.len(), ATHLETES as usize, "everybody is drafted");
    }
    app.close().await;
    Ok(())
}

async fn ask<C: Call>(app: &App, call: &C) -> Result<C::Reply, Fault> {
    let reply = app::dispatch(app, C::NAME, &serde_json::to_string(call)?).await?;
    Ok(serde_json::from_str(&reply)?)
}

/// Milliseconds of each interaction of a kind.
#[derive(Debug, Default)]
struct Told {
    scroll: Vec<f64>,
    table: Vec<f64>,
    step: Vec<f64>,
    lock: Vec<f64>,
    moved: Vec<f64>,
    host: Vec<f64>,
    frame: Vec<f64>,
    rows: u64,
    cards: u64,
    first: f64,
}

/// The grid and what stands in it.
const GRID: &str = r#"
const grid = () => document.querySelector("[data-testid='board-grid']");
const press = key => grid().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const card = at => grid().querySelector(`[data-row='${at}'] [data-testid='board-card'][draggable='true']`);
const row = at => grid().querySelector(`[data-row='${at}']`);
"#;

async fn script(page: &Page, body: &str, args: Vec<Value>) -> Result<Value, tests::drive::DriveFault> {
    timed(page, &format!("{GRID}{body}"), args).await
}

async fn measure(page: &Page) -> Result<Told, tests::drive::DriveFault> {
    let mut told = Told::default();
    page.find_css("nav a[href='/board']").await?;
    page.route("/board").await?;
    page.patient(60).find("board-card").await?;
    let first = script(
        page,
        "return performance.getEntriesByType('resource').filter(e => e.name.endsWith('/ShowBoard')).pop().duration",
        vec![],
    )
    .await?;
    told.first = first.as_f64().unwrap_or(f64::NAN);
    let whole = page.ask("ShowBoard", &json!({ "week": board_week(page).await?, "weeks": 2, "squad": null })).await?;
    let rows = whole.as_ref().and_then(|board| board["rows"].as_array()).cloned().unwrap_or_default();
    let sessions = |row: &Value| {
        let weeks = row["weeks"].as_array().into_iter().flatten();
        weeks.map(|week| week["sessions"].as_array().map_or(0, Vec::len) as u64).sum::<u64>()
    };
    (told.rows, told.cards) = (rows.len() as u64, rows.iter().map(sessions).sum());
    for n in 0..TIMES {
        let empty = script(page, "return await took(() => {}, () => true)", vec![]).await?;
        told.frame.push(empty.as_f64().unwrap_or(f64::NAN));
        // About a page, forwards and back again, never to rows that stand ready already.
        let to = (n * 37 + 23) % (ATHLETES as usize - 12);
        let scroll = "
            const at = args[0];
            await rest();
            const ms = await took(() => { grid().scrollTop = at * 62; }, () => row(at) && row(at + 7));
            return ms";
        told.scroll.push(script(page, scroll, vec![to.into()]).await?.as_f64().unwrap_or(f64::NAN));
        let step = "
            const at = args[0];
            card(at).click();
            await rest();
            const before = grid().getAttribute('aria-activedescendant');
            return await took(() => press('ArrowRight'), () => {
                const now = grid().getAttribute('aria-activedescendant');
                return now !== before && document.getElementById(now)?.classList.contains('sheet-at');
            })";
        told.step.push(script(page, step, vec![(to + 1).into()]).await?.as_f64().unwrap_or(f64::NAN));
        let lock = "
            const at = args[0];
            card(at).click();
            await rest();
            const id = card(at).dataset.session;
            const locked = () => grid().querySelector(`[data-session='${id}']`)?.classList.contains('sheet-card-locked');
            const before = locked();
            performance.clearResourceTimings();
            const ms = await took(() => press('l'), () => locked() !== before);
            const asked = performance.getEntriesByType('resource').filter(e => e.name.endsWith('/OverrideSession')).pop();
            return [ms, asked ? asked.duration : null]";
        let lock = script(page, lock, vec![(to + 2).into()]).await?;
        told.lock.push(lock[0].as_f64().unwrap_or(f64::NAN));
        told.host.extend(lock[1].as_f64());
        // To the next or the last day; against a limit when it breaks one, since only the time is of interest here.
        let moved = "
            const at = args[0];
            card(at).click();
            await rest();
            const id = card(at).dataset.session;
            const day = () => grid().querySelector(`[data-session='${id}']`)?.closest('[data-day]').dataset.day;
            const before = day();
            press('m');
            press(Number(before) % 7 < 6 ? 'ArrowRight' : 'ArrowLeft');
            press('Enter');
            (await until(() => document.querySelector(\"[data-testid='tag-coachs-eye']\"))).click();
            const save = () => document.querySelector(\"[data-testid='override-save']\");
            await until(() => save() && !save().disabled);
            const insist = () => document.querySelector(\"[data-testid='override-insist']\");
            let ms = await took(() => save().click(), () => insist() || day() !== before);
            if (insist()) ms = await took(() => insist().click(), () => day() !== before);
            await until(() => !document.querySelector(\"[data-testid='override-form']\"));
            return ms";
        told.moved.push(script(page, moved, vec![(to + 3).into()]).await?.as_f64().unwrap_or(f64::NAN));
    }
    // As many cells in a plain table, in the same frame of the same size.
    let table = "
        const box = document.createElement('div');
        box.style = 'position: fixed; inset: 120px 16px 16px; overflow: auto; background: white; z-index: 99';
        const line = '<tr style=\"height: 62px\">' + '<td><div><b>1:00</b><br>Easy run</div></td>'.repeat(17) + '</tr>';
        box.innerHTML = '<table>' + line.repeat(args[0]) + '</table>';
        document.body.append(box);
        await rest();
        const times = [];
        for (let n = 0; n < args[1]; n++) {
            await rest();
            times.push(await took(() => { box.scrollTop = (n * 37 + 23) % 188 * 62; }, () => true));
        }
        box.remove();
        return times";
    let times = script(page, table, vec![ATHLETES.into(), TIMES.into()]).await?;
    told.table = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    Ok(told)
}

/// The first week on the board.
async fn board_week(page: &Page) -> Result<Value, tests::drive::DriveFault> {
    page.run("return document.querySelector('[data-week]').dataset.week", vec![]).await
}

fn keep(told: &Told) -> Result<(), Fault> {
    assert_eq!(told.rows, u64::from(ATHLETES), "the board has everybody");
    assert!(told.cards > u64::from(ATHLETES) * 6, "the weeks are drafted: {} sessions", told.cards);
    let group = format!("plan board, {} athletes x 14 days, {} sessions, in Chromium", told.rows, told.cards);
    let row = |what: &str, measured: &[f64], floor: &[f64], floor_is: &str| {
        let (median, p95, floor) = (percentile(measured, 50), percentile(measured, 95), percentile(floor, 50));
        json!({
            "what": format!("{group}: {what}, median of {}", measured.len()),
            "value": format!("{median:.1} ms (p95 {p95:.1} ms)"),
            "beside": format!("floor {floor_is} {floor:.1} ms, limit {LIMIT:.0} ms"),
            "times": median / floor,
        })
    };
    let mut rows = vec![
        row("scroll to painted", &told.scroll, &told.table, "a plain table of as many cells"),
        row("keyboard step to painted", &told.step, &told.frame, "an empty frame"),
        row("lock to painted", &told.lock, &told.frame, "an empty frame"),
        row("move saved to painted", &told.moved, &told.frame, "an empty frame"),
    ];
    let host = percentile(&told.host, 50);
    rows.push(json!({
        "what": format!("{group}: of a lock, the host's answer"),
        "value": format!("{host:.1} ms"),
        "beside": format!("the whole board asked for once {:.0} ms", told.first),
        "times": host / told.first,
    }));
    for row in &rows {
        println!("{}: {} | {} | {:.2}", row["what"], row["value"], row["beside"], row["times"].as_f64().unwrap_or(0.0));
    }
    let measured = Path::new(env!("CARGO_TARGET_TMPDIR")).join("measured");
    std::fs::create_dir_all(&measured)?;
    std::fs::write(measured.join("board.json"), serde_json::to_string_pretty(&rows)?)?;
    Ok(())
}
