//! What people and files say is text: markup planted in every field that takes words runs on no screen, and becomes no
//! element of one.

use std::collections::BTreeMap;
use std::path::Path;

use app::{Clock, SystemClock};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{Days, Duration};
use domain::settings::Settings;
use domain::unit::Watts;
use domain::week::Week;
use ed25519_dalek::SigningKey;
use exchange::plan_file::{self, PlanFile, Texts};
use serde_json::{Value, json};
use testkit::{clock, people, plan};
use tests::drive::{Browser, DriveFault, Page, Served, coach, tell};

/// Leaves a text, an attribute in either quotation marks and a tag, and would set the canary if it came to be an element.
const PLANTED: &str = "x'\"><img id=planted src=x onerror=canary=1>";

/// Where few letters are taken.
const SHORT: &str = "<img id=planted src=x onerror=canary=1>";

/// As it can stand in the name of a file.
const FILE: &str = "<img id=planted src=x onerror=canary=1>.gpx";

/// Whatever of it became more than text.
const LOOK: &str = "
    const made = document.querySelectorAll(`#planted, [onerror], [onload], [onclick], iframe, object, embed, base,
        script:not([src]), img[src='x'], a[href^='javascript:'], meta[http-equiv]`);
    return { ran: 'canary' in window, made: [...made].map(e => e.outerHTML.slice(0, 200)),
        shown: document.body.innerText.includes('onerror=canary') ||
            [...document.querySelectorAll('input, textarea')].some(e => e.value.includes('onerror=canary')) }";

#[tokio::test]
async fn markup_in_any_text_field_runs_nowhere() {
    let home = tempfile::tempdir().unwrap();
    let served = Served::start(home.path(), &[]).unwrap();
    let browser = Browser::start(home.path(), 1280, 900, false).await.unwrap();
    let page = browser.page.clone();
    let folder = home.path().to_owned();
    let told = tell(async {
        page.go(&served.address).await?;
        page.came().await?;
        the_look_would_see_it(&page).await?;
        let club = planted(&page).await?;
        let root = served.address.split("/open/").next().unwrap_or_default().to_owned();
        let mut walk = Walk { page: &page, root, found: Vec::new(), shown: 0 };
        walk.screens(&club).await?;
        walk.what_opens(&club, &folder).await?;
        Ok((walk.found, walk.shown))
    })
    .await;
    browser.close().await.unwrap();
    let (found, shown) = told.end();
    assert!(found.is_empty(), "became more than text:\n{}", found.join("\n"));
    assert!(shown >= 10, "the planted texts stand on many screens, seen on {shown}");
}

/// Put in as markup on purpose, it is seen; and even then the policy lets nothing run.
async fn the_look_would_see_it(page: &Page) -> Result<(), DriveFault> {
    page.run("document.body.insertAdjacentHTML('beforeend', arguments[0])", vec![PLANTED.into()]).await?;
    page.run_until("setTimeout(arguments[0], 300)", vec![]).await?;
    let seen = page.run(LOOK, vec![]).await?;
    assert!(seen["made"].as_array().is_some_and(|made| !made.is_empty()), "a look that sees nothing proves nothing");
    assert_eq!(seen["ran"], false, "the policy of the page allows no inline handler");
    page.run("document.querySelectorAll('#planted').forEach(e => e.remove())", vec![]).await.map(drop)
}

/// Whose pages to look at.
struct Club {
    athlete: String,
    paths: Vec<String>,
}

/// Asks a call that must be answered.
async fn ask(page: &Page, call: &str, args: Value) -> Result<Value, DriveFault> {
    let reply = page.ask(call, &args).await?;
    Ok(reply.unwrap_or_else(|| panic!("{call} was refused: {args}")))
}

/// Words in every field that takes some.
async fn planted(page: &Page) -> Result<Club, DriveFault> {
    let today = SystemClock.now().date_naive();
    let day = |days: i64| (today + Duration::days(days)).to_string();
    let week = Week::of(today).next();
    let added = json!({ "name": PLANTED, "sex": "female", "born": "1995-04-02", "zone": null, "squad": PLANTED });
    let athlete = ask(page, "AddAthlete", added).await?["value"]["id"].clone();
    let settings = Settings {
        from: today - Duration::days(100),
        note: Some(PLANTED.to_owned()),
        ftp: Some(Watts(210.0)),
        ..Settings::default()
    };
    ask(page, "AddSettings", json!({ "athlete": athlete, "settings": settings })).await?;
    let free =
        json!({ "from": day(-100), "minutes": [60, 60, 60, 60, 60, 60, 60], "sports": [[], [], [], [], [], [], []] });
    ask(page, "SetAvailability", json!({ "athlete": athlete, "availability": free })).await?;

    let easy = json!({ "kind": "easy", "sport": "run", "title": PLANTED, "minutes": 40, "load": 30.0, "steps": [] });
    let race = json!({ "athlete": athlete, "name": PLANTED, "date": day(40), "sport": "run", "distance": 10000.0, "priority": "A" });
    let race = ask(page, "AddRace", race).await?["value"]["id"].clone();
    let none = json!({ "temperature": null, "humidity": null, "altitude": null });
    let sheet = json!({ "athlete": athlete, "race": race, "conditions": none, "weather": PLANTED, "course": null,
        "target": null, "pacing": PLANTED, "fuel": PLANTED, "kit": PLANTED });
    ask(page, "SetRaceSheet", sheet).await?;
    let result = json!({ "athlete": athlete, "date": day(-8), "effort": "race", "sport": "run", "distance": 10000.0,
        "time": 2520.0, "power": null, "heart": null, "activity": null, "race": null, "note": PLANTED,
        "conditions": none, "corrects": null });
    ask(page, "AddResult", result).await?;
    let mark = json!({ "athlete": athlete, "kind": "travel", "from": day(-3), "to": null, "size": 6.0, "note": PLANTED, "replaces": null });
    ask(page, "AddMark", mark).await?;
    let exception = json!({ "athletes": [athlete], "kind": "school", "from": day(8), "to": day(9), "minutes": 20, "note": PLANTED, "supersedes": null });
    ask(page, "AddException", exception).await?;
    let block = json!({ "squad": null, "kind": "group-session", "name": PLANTED, "from": day(0), "to": day(30),
        "weekdays": [false, false, true, false, false, false, false], "starts": "18:30:00", "session": easy, "supersedes": null });
    ask(page, "AddBlock", block).await?;
    let template = json!({ "title": PLANTED, "kind": "interval", "sport": "ride", "text": "5x(4min @ 105%, r4min)", "athlete": null });
    ask(page, "AddTemplate", template).await?;
    let filter = json!({ "text": PLANTED, "squad": null, "rule": null, "plan": null, "sport": null });
    ask(page, "SaveFilter", json!({ "name": SHORT, "filter": filter })).await?;
    let decision = json!({ "decision": "call-list", "line": PLANTED });
    ask(page, "MarkAthlete", json!({ "athlete": athlete, "decision": decision })).await?;
    let subject = json!({ "on": "day", "date": day(0) });
    ask(page, "Annotate", json!({ "athlete": athlete, "subject": subject, "text": PLANTED, "shared": true })).await?;

    let entered = json!({ "sport": "strength", "start_local": format!("{}T18:00:00", day(-2)), "minutes": 45.0, "rpe": 6.0,
        "distance": null, "comment": PLANTED, "sets": [{ "span": null, "active": true, "exercise": PLANTED, "reps": 8, "weight": 60.0 }] });
    let entered =
        ask(page, "AddActivity", json!({ "athlete": athlete, "entered": entered })).await?["value"]["id"].clone();
    let gpx = gpx(&format!("{}T08:00", day(-4)));
    let staged = json!({ "stage": null, "files": [{ "name": FILE, "base64": STANDARD.encode(gpx) }], "unreadable": [[FILE, PLANTED]] });
    let stage = ask(page, "StageFiles", staged).await?["stage"].clone();
    let preview = json!({ "origin": { "staged": stage }, "athlete": athlete, "task": null });
    let preview = ask(page, "PreviewImport", preview).await?["id"].clone();
    let report = ask(page, "CommitImport", json!({ "preview": preview, "choices": [], "task": null })).await?;
    let imported = report["value"]["files"][0]["activities"][0].clone();
    let revised =
        json!({ "activity": imported, "reason": PLANTED, "change": { "do": "trim", "from_s": 0.0, "to_s": 500.0 } });
    ask(page, "ReviseActivity", revised).await?;

    ask(page, "DraftWeek", json!({ "athlete": athlete, "week": week, "fresh": false })).await?;
    let added = json!({ "athlete": athlete, "week": week, "session": null, "tag": "group-session", "text": PLANTED, "insist": true,
        "change": { "do": "add", "date": week.monday().to_string(), "session": easy } });
    ask(page, "OverrideSession", added).await?;
    let (id, race) = (athlete.as_str().unwrap_or_default(), race.as_str().unwrap_or_default());
    let mut paths = vec![
        format!("/athlete/{id}"),
        format!("/athlete/{id}/thresholds"),
        format!("/season/{id}"),
        format!("/week?athlete={id}&week={week}"),
        format!("/race/{id}/{race}"),
        format!("/consent/{id}"),
        format!("/import/{}", report["value"]["batch"].as_str().unwrap_or_default()),
    ];
    paths.extend([&entered, &imported].map(|activity| format!("/activity/{}", activity.as_str().unwrap_or_default())));
    Ok(Club { athlete: id.to_owned(), paths })
}

/// Ten minutes of walking whose every text is markup.
fn gpx(minute: &str) -> String {
    let text = PLANTED.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let point = |n: u32| {
        let (lat, time) = (52.0 + f64::from(n) * 0.00003, format!("{minute}:{:02}Z", n % 60));
        format!(
            "<trkpt lat=\"{lat}\" lon=\"0.1\"><time>{}</time></trkpt>",
            time.replace(":00:", &format!(":{:02}:", n / 60))
        )
    };
    let points: String = (0..600).map(point).collect();
    format!(
        "<?xml version=\"1.0\"?><gpx version=\"1.1\" creator=\"x\" xmlns=\"http://www.topografix.com/GPX/1/1\"><metadata><name>{text}</name>\
         <desc>{text}</desc></metadata><trk><name>{text}</name><cmt>{text}</cmt><type>running</type><trkseg>{points}</trkseg></trk></gpx>"
    )
}

/// The way through the program, and what was found on it.
struct Walk<'a> {
    page: &'a Page,
    root: String,
    found: Vec<String>,
    shown: u32,
}

impl Walk<'_> {
    async fn look(&mut self, screen: &str) -> Result<(), DriveFault> {
        // A picture that fails to load says so a moment later.
        self.page.run_until("setTimeout(arguments[0], 150)", vec![]).await?;
        let seen = self.page.run(LOOK, vec![]).await?;
        if seen["ran"] == true {
            self.found.push(format!("{screen}: it ran"));
        }
        self.found.extend(seen["made"].as_array().into_iter().flatten().map(|made| format!("{screen}: {made}")));
        self.shown += u32::from(seen["shown"] == true);
        Ok(())
    }

    async fn go(&self, path: &str) -> Result<(), DriveFault> {
        self.page.go(&format!("{}{path}", self.root)).await?;
        self.page.came().await
    }

    async fn screens(&mut self, club: &Club) -> Result<(), DriveFault> {
        let plain = [
            "/",
            "/board",
            "/availability",
            "/blocks",
            "/library",
            "/planning",
            "/import",
            "/settings",
            "/rules",
            "/privacy",
            "/audit",
            "/plan-file",
            "/returned",
            "/help",
        ];
        for path in plain.into_iter().map(str::to_owned).chain(club.paths.clone()) {
            self.go(&path).await?;
            self.look(&path).await?;
        }
        Ok(())
    }

    /// What opens over the screens, and files on their way in.
    async fn what_opens(&mut self, club: &Club, folder: &Path) -> Result<(), DriveFault> {
        let page = self.page;
        self.go(&club.paths[3]).await?;
        page.find("session-card").await?;
        page.run("document.querySelectorAll(\"[data-testid='session-card']\").forEach(card => card.click())", vec![])
            .await?;
        page.find("override-open").await?;
        self.look("a session and why").await?;

        self.go("/").await?;
        page.click("open-palette").await?;
        page.send("palette-field", PLANTED).await?;
        self.look("the palette").await?;

        self.go("/import").await?;
        let file = folder.join(FILE);
        write(&file, gpx(&format!("{}T08:00", SystemClock.now().date_naive() - Days::new(6))).as_bytes())?;
        coach::look_at(page, &file).await?;
        self.look("the review of an import").await?;

        self.go("/").await?;
        let file = folder.join("Plan.tsplan");
        write(&file, &hostile_plan())?;
        page.send_css("input[type='file'][multiple]:not([webkitdirectory])", &file.display().to_string()).await?;
        page.holds("document.body.innerText.includes('onerror=canary')").await?;
        self.look("a plan file").await?;

        // The athlete's name, at the head of every page of theirs, in the title of the window too.
        self.go(&format!("/athlete/{}", club.athlete)).await?;
        page.holds("document.title.includes('onerror=canary') || document.querySelector('h1').textContent.includes('onerror=canary')").await
    }
}

/// A plan file, signed and whole, whose every text is markup.
fn hostile_plan() -> Vec<u8> {
    let athlete = people::athlete(1, PLANTED);
    let mut week = plan::worked_week(athlete.id);
    for session in &mut week.proposal.sessions {
        session.session.title = PLANTED.to_owned();
    }
    for made in &mut week.overrides {
        made.text = Some(PLANTED.to_owned());
        made.author = PLANTED.to_owned();
    }
    for note in &mut week.annotations {
        note.text = PLANTED.to_owned();
    }
    let file = PlanFile::of(&week, &athlete, PLANTED, clock::now(), &Texts::All, &BTreeMap::new()).0;
    plan_file::write(&file, &SigningKey::from_bytes(&[3; 32])).expect("a plan with odd words is a plan")
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), DriveFault> {
    std::fs::write(path, bytes).map_err(|source| DriveFault::Disk { path: path.display().to_string(), source })
}
