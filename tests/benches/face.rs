//! The screens with a large club in a browser and in the real window: 200 athletes, 200,000 activities. From the start of the
//! program to a table that can be used, sorting and filtering it, ten years of load moved and zoomed, the page of a ride of
//! six hours, and memory. Not a criterion benchmark: each interaction is one measure. The rows go to `target/tmp/measured`,
//! where `cargo xtask bench` finds them.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use app::{App, Place, SystemClock};
use contract::Call;
use contract::roster::Triage;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use tests::drive::stopwatch::{percentile, timed};
use tests::drive::{Browser, DriveFault, Page, Screen, Served, Window, tell};
use tests::large::{self, Club, Fault, Size};

const SIZE: Size = Size { athletes: 200, activities: 1000, days: 1100 };
/// Interactions of each kind.
const TIMES: usize = 20;
/// Starts of the whole program.
const STARTS: usize = 5;
/// A row of the table.
const ROW: &str = "[data-athlete]";

fn main() -> Result<(), Fault> {
    if !std::env::args().any(|arg| arg == "--bench") {
        return Ok(());
    }
    let home = tempfile::tempdir()?;
    let roster = home.path().join("Large club.trackside");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let begun = Instant::now();
    let club = runtime.block_on(large::fill(&roster, SIZE))?;
    println!("made in {:.1} s", begun.elapsed().as_secs_f64());
    let host = runtime.block_on(host(home.path(), &roster))?;
    let mut told = runtime.block_on(browser(home.path(), &roster, &club))?;
    told.host = host;
    told.window = runtime.block_on(window(home.path(), &roster))?;
    keep(&told)
}

/// What was measured: milliseconds, and bytes where it says so.
#[derive(Debug, Default)]
struct Told {
    start: Vec<f64>,
    empty: Vec<f64>,
    host: Vec<f64>,
    sort: Vec<f64>,
    filter: Vec<f64>,
    pan: Vec<f64>,
    zoom: Vec<f64>,
    frame: Vec<f64>,
    bare: Vec<f64>,
    activity: Vec<f64>,
    whole: Vec<f64>,
    heap: f64,
    window: Option<f64>,
}

/// The table's answer of a program that has just opened the file, and of one that has answered before.
async fn host(home: &Path, roster: &Path) -> Result<Vec<f64>, Fault> {
    let mut times = Vec::new();
    let app = App::new(Place::in_folder(&home.join("trackside")), Arc::new(SystemClock));
    app.open_or_create(roster).await?;
    for _ in 0..3 {
        let begun = Instant::now();
        let reply = app::dispatch(&app, Triage::NAME, &serde_json::to_string(&Triage { on: None })?).await?;
        times.push(begun.elapsed().as_secs_f64() * 1e3);
        assert!(reply.len() > SIZE.athletes as usize * 200, "everybody is in it");
    }
    app.close().await;
    println!("triage by the host: {times:.0?} ms");
    Ok(times)
}

async fn browser(home: &Path, roster: &Path, club: &Club) -> Result<Told, Fault> {
    let mut told = Told::default();
    let args = ["--roster".to_owned(), roster.to_string_lossy().into_owned()];
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let browser = Browser::start(home, 1280, 800, false).await?;
    let page = browser.page.clone();
    let mut served = None;
    for _ in 0..STARTS {
        // The program anew each time, and a browser that already stands, as a web view does.
        drop(served.take());
        page.go("about:blank").await?;
        let begun = Instant::now();
        let program = Served::start(home, &args)?;
        page.go(&program.address).await?;
        page.find_css(ROW).await?;
        told.start.push(begun.elapsed().as_secs_f64() * 1e3);
        let begun = Instant::now();
        page.go(&format!("{}/mark.svg", origin(&program.address))).await?;
        told.empty.push(begun.elapsed().as_secs_f64() * 1e3);
        page.go(&origin(&program.address)).await?;
        page.find_css(ROW).await?;
        served = Some(program);
    }
    let story = {
        let (page, club) = (page.clone(), club.clone());
        tell(async move { measure(&page, &club, told).await }).await
    };
    browser.close().await?;
    Ok(story.end())
}

fn origin(address: &str) -> String {
    address.split("/open/").next().unwrap_or(address).to_owned()
}

async fn measure(page: &Page, club: &Club, mut told: Told) -> Result<Told, DriveFault> {
    let number = |value: Value| value.as_f64().unwrap_or(f64::NAN);
    for n in 0..TIMES {
        told.frame.push(number(timed(page, "await rest(); return await took(() => {}, () => true)", vec![]).await?));
        let bare = "await rest(); let there = false; requestAnimationFrame(() => { document.body.dataset.bare = there = true; });
            return await framed(() => {}, () => there)";
        told.bare.push(number(timed(page, bare, vec![]).await?));
        let sort = "
            const heads = [...document.querySelectorAll('.triage button.column-head')];
            const head = heads[args[0] % heads.length];
            const rows = () => [...document.querySelectorAll('[data-athlete]')].map(row => row.dataset.athlete).join();
            const order = () => [...document.querySelectorAll('.triage [aria-sort]')].map(head => head.ariaSort + head.textContent).join();
            await rest();
            const before = order();
            return await took(() => head.click(), () => order() !== before && rows());";
        told.sort.push(number(timed(page, sort, vec![n.into()]).await?));
        let filter = "
            const field = document.querySelector('.triage-filter');
            const first = () => document.querySelector('[data-athlete]')?.textContent ?? '';
            const type = text => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); };
            type('');
            await rest();
            const wanted = args[0];
            const ms = await took(() => type(wanted), () => first().includes(wanted));
            type('');
            return ms;";
        told.filter.push(number(timed(page, filter, vec![format!("Athlete {:03}", 7 + n * 9).into()]).await?));
    }
    let heap = "return performance.memory ? performance.memory.usedJSHeapSize : null";
    told.heap = number(page.run(heap, vec![]).await?);

    page.route(&format!("/athlete/{}?tab=load", club.athletes[0])).await?;
    page.patient(30).find("chart").await?;
    // All ten years, then moved and zoomed by the wheel: how long each turn takes until it is painted.
    let moved = "
        const plot = [...document.querySelectorAll(\"[data-testid='chart']\")].find(plot => plot.querySelector('[data-drawn]'));
        const box = plot.querySelector('.plot-box');
        const drawn = () => plot.querySelector('[data-drawn]').dataset.drawn;
        box.scrollIntoView({ block: 'center' });
        box.focus();
        const { left, top, width, height } = box.getBoundingClientRect();
        const wheel = (deltaY, deltaX) => box.dispatchEvent(new WheelEvent('wheel', {
            deltaY, deltaX, ctrlKey: deltaX === 0, clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true,
        }));
        const press = key => box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        const [what, times] = args;
        const all = [];
        press('Home');
        await rest();
        press('Escape');
        await rest();
        wheel(-120, 0); wheel(-120, 0);
        await rest();
        for (let n = 0; n < times; n++) {
            const before = drawn();
            const act = what === 'zoom' ? () => wheel(n % 8 < 4 ? -120 : 120, 0) : () => wheel(0, n % 8 < 4 ? 40 : -40);
            all.push(await framed(act, () => drawn() !== before));
        }
        return all;";
    for (what, into) in [("zoom", &mut told.zoom), ("pan", &mut told.pan)] {
        let times = timed(page, moved, vec![what.into(), (TIMES * 4).into()]).await?;
        *into = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    }
    for _ in 0..TIMES {
        elsewhere(page).await?;
        let open = "
            await rest();
            return await took(() => {
                history.pushState(null, '', args[0]);
                window.dispatchEvent(new PopStateEvent('popstate'));
            }, () => document.querySelector(\"[data-testid='activity-page'] [data-testid='chart'] svg\"))";
        let ride = format!("/activity/{}", club.long_ride);
        told.activity.push(number(timed(page, open, vec![ride.as_str().into()]).await?));
        elsewhere(page).await?;
        let whole = open.replace("took(", "settled(");
        told.whole.push(number(timed(page, &whole, vec![ride.as_str().into()]).await?));
    }
    Ok(told)
}

/// Another page, wholly there: the heading of the page before stands until it is.
async fn elsewhere(page: &Page) -> Result<(), DriveFault> {
    page.route("/rules").await?;
    page.holds("!document.querySelector(\"[data-testid='chart'], [aria-busy='true']\") && document.querySelector('main .card')").await
}

/// Memory of the real window with the table open, in MB: every process of it, shared pages counted once. `None` where
/// there is no driver for it.
async fn window(home: &Path, roster: &Path) -> Result<Option<f64>, Fault> {
    if std::env::var_os("TAURI_DRIVER").is_none() {
        println!("memory of the window: not measured, there is no driver for it");
        return Ok(None);
    }
    let screen = Screen::start(1280, 820)?;
    let window = Window::open(&screen, home, &["--roster", &roster.to_string_lossy()]).await?;
    window.page.patient(30).find_css(ROW).await?;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    let mb = of_window()?;
    window.close().await?;
    Ok(Some(mb))
}

/// Proportional memory of the program's window and the web view's processes under it.
fn of_window() -> Result<f64, Fault> {
    let mut kilobytes = 0.0;
    for process in std::fs::read_dir("/proc")?.filter_map(Result::ok) {
        // A process that ended meanwhile has no name to read any more.
        let Ok(name) = std::fs::read_to_string(process.path().join("comm")) else { continue };
        if !name.starts_with("trackside-deskt") && !name.starts_with("WebKit") {
            continue;
        }
        let Ok(rollup) = std::fs::read_to_string(process.path().join("smaps_rollup")) else { continue };
        let pss =
            rollup.lines().find_map(|line| line.strip_prefix("Pss:")?.split_whitespace().next()?.parse::<f64>().ok());
        kilobytes += pss.unwrap_or(0.0);
    }
    Ok(kilobytes / 1024.0)
}

/// Bytes of the program in the page: what the first screen needs, and all of it; each gzipped.
fn sizes() -> Result<(f64, f64), Fault> {
    let folder = std::env::var_os("TRACKSIDE_UI")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist"), PathBuf::from);
    let (mut first, mut all) = (0.0, 0.0);
    for file in std::fs::read_dir(folder)?.filter_map(Result::ok) {
        if file.path().extension().is_none_or(|ending| ending != "wasm") {
            continue;
        }
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(&std::fs::read(file.path())?)?;
        let small = gzip.finish()?.len() as f64 / 1e6;
        all += small;
        if file.file_name() == "ui_bg.wasm" {
            first = small;
        }
    }
    Ok((first, all))
}

fn keep(told: &Told) -> Result<(), Fault> {
    let group = "200 athletes, 200,000 activities, in Chromium";
    let row = |what: &str, of: &[f64], limit: &str, floor: (&str, &[f64])| {
        let (median, p95, floor_ms) = (percentile(of, 50), percentile(of, 95), percentile(floor.1, 50));
        json!({
            "what": format!("{group}: {what}, median of {}", of.len()),
            "value": format!("{median:.1} ms (p95 {p95:.1} ms)"),
            "beside": format!("floor {} {floor_ms:.1} ms, limit {limit}", floor.0),
            "times": median / floor_ms,
        })
    };
    let empty = ("an empty frame", told.frame.as_slice());
    let bare = ("the frame of a bare change", told.bare.as_slice());
    let (first, all) = sizes()?;
    let mut rows = vec![
        row("start of the program to a usable roster", &told.start, "1,500 ms", ("a page of one picture", &told.empty)),
        row("the roster sorted anew", &told.sort, "50 ms", empty),
        row("the roster filtered", &told.filter, "50 ms", empty),
        row("ten years of load zoomed, a frame", &told.zoom, "16 ms, p95 33 ms", bare),
        row("ten years of load moved, a frame", &told.pan, "16 ms, p95 33 ms", bare),
        row("a ride of six hours opened, its traces painted", &told.activity, "200 ms", empty),
        row("a ride of six hours opened, the last of its page", &told.whole, "none", empty),
        json!({
            "what": format!("{group}: of the start, the host's answer"),
            "value": format!("{:.0} ms", told.host.first().copied().unwrap_or(f64::NAN)),
            "beside": format!("asked again {:.0} ms", percentile(&told.host, 0)),
            "times": told.host.first().copied().unwrap_or(f64::NAN) / percentile(&told.host, 0),
        }),
        json!({
            "what": "program in the page, gzipped: what the first screen needs",
            "value": format!("{first:.2} MB"),
            "beside": format!("limit 1.2 MB; all of it {all:.2} MB"),
            "times": first / 1.2,
        }),
        json!({
            "what": format!("{group}: memory of its scripts with the roster open"),
            "value": format!("{:.0} MB", told.heap / 1e6),
            "beside": "–",
            "times": 1.0,
        }),
    ];
    if let Some(mb) = told.window {
        rows.push(json!({
            "what": "200 athletes, 200,000 activities: memory of the real window, all its processes",
            "value": format!("{mb:.0} MB"),
            "beside": "–",
            "times": 1.0,
        }));
    }
    for row in &rows {
        println!("{}: {} | {} | {:.2}", row["what"], row["value"], row["beside"], row["times"].as_f64().unwrap_or(0.0));
    }
    let measured = Path::new(env!("CARGO_TARGET_TMPDIR")).join("measured");
    std::fs::create_dir_all(&measured)?;
    std::fs::write(measured.join("face.json"), serde_json::to_string_pretty(&rows)?)?;
    Ok(())
}
