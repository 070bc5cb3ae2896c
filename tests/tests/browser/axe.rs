//! No screen keeps anybody out: an accessibility checker finds nothing in any look, nothing scrolls two ways at 200 %, the
//! keyboard reaches what there is and is never lost, and the main things have the names that a screen reader says.

use domain::words::Words;
use serde_json::{Value, json};
use tests::drive::{Browser, DriveFault, Heard, Page, Served, axe, coach, tell};

/// The looks of the page, as its root names them.
const LOOKS: [&str; 3] = ["light", "dark", "contrast"];
/// Screens that need nothing in their address.
const SCREENS: [&str; 16] = [
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
    "/own",
    "/returned",
    "/gallery",
    "/help",
];
/// A page of 1280 by 800 at 200 %, in pixels of the style sheet.
const ZOOMED: (u32, u32) = (640, 400);
const SIZE: (u32, u32) = (1280, 800);
const ESCAPE: char = '\u{e00c}';
const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const DOWN: char = '\u{e015}';
const RIGHT: char = '\u{e014}';

fn say(key: &str) -> String {
    Words::english().say(key)
}

#[tokio::test]
async fn no_screen_keeps_anybody_out() {
    let home = tempfile::tempdir().unwrap();
    let served = Served::start(home.path(), &["--sample"]).unwrap();
    let browser = Browser::start(home.path(), SIZE.0, SIZE.1, false).await.unwrap();
    let page = browser.page.clone();
    let told = tell(async {
        let axe = axe()?;
        page.go(&served.address).await?;
        page.came().await?;
        let root = served.address.split("/open/").next().unwrap_or_default();
        let mut round = Round { page: &page, root, axe, found: Vec::new() };
        // What stops one part must not hide what the others find.
        let ends = [
            round.every_screen().await,
            round.what_opens_over_them().await,
            round.the_keyboard().await,
            round.the_names().await,
        ];
        round.found.extend(ends.into_iter().filter_map(Result::err).map(|fault| fault.to_string()));
        Ok(round.found)
    })
    .await;
    browser.close().await.unwrap();
    let found = told.end();
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[tokio::test]
async fn nor_does_the_first_start() {
    let home = tempfile::tempdir().unwrap();
    let served = Served::start(home.path(), &[]).unwrap();
    let browser = Browser::start(home.path(), SIZE.0, SIZE.1, false).await.unwrap();
    let page = browser.page.clone();
    let told = tell(async {
        let axe = axe()?;
        page.go(&served.address).await?;
        page.find("welcome").await?;
        let root = served.address.split("/open/").next().unwrap_or_default();
        let mut round = Round { page: &page, root, axe, found: Vec::new() };
        round.check("welcome").await?;
        round.zoom("welcome").await?;
        Ok(round.found)
    })
    .await;
    browser.close().await.unwrap();
    let found = told.end();
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

/// The way through the program, and what was found on it.
struct Round<'a> {
    page: &'a Page,
    root: &'a str,
    axe: String,
    found: Vec<String>,
}

impl Round<'_> {
    /// Begins a screen afresh.
    async fn go(&self, screen: &str) -> Result<(), DriveFault> {
        self.page.go(&format!("{}{screen}", self.root)).await?;
        self.page.came().await
    }

    /// The checker in every look.
    async fn check(&mut self, screen: &str) -> Result<(), DriveFault> {
        for look in LOOKS {
            // A colour on its way from one look to the next is in neither.
            let paint = "
                document.documentElement.dataset.theme = arguments[0];
                document.body.offsetWidth;
                document.getAnimations().forEach(moving => moving.cancel());";
            self.page.run(paint, vec![look.into()]).await?;
            let broken = self.page.broken_rules(&self.axe).await?;
            self.found.extend(broken.iter().map(|rule| format!("{screen}, {look}: {rule}")));
        }
        Ok(())
    }

    /// Nothing but what has its own place to scroll in is wider than the page.
    async fn zoom(&mut self, screen: &str) -> Result<(), DriveFault> {
        inner_size(self.page, ZOOMED).await?;
        // Charts follow the width of their place a moment later.
        self.page.run_until("setTimeout(arguments[0], 250)", vec![]).await?;
        let script = "
            const main = document.querySelector('#main');
            const wide = [document.scrollingElement, main].filter(e => e.scrollWidth > e.clientWidth + 1);
            if (!wide.length) return null;
            const edge = main.getBoundingClientRect().right;
            const scrolls = e => e !== main && (getComputedStyle(e).overflowX !== 'visible' || (e.parentElement && scrolls(e.parentElement)));
            const out = [...main.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > edge + 1 && !scrolls(e.parentElement));
            return `${main.scrollWidth} in ${main.clientWidth} by ` + out.slice(0, 3).map(e => `${e.localName}.${e.className}`).join(', ')";
        let wide = self.page.run(script, vec![]).await?;
        if let Some(wide) = wide.as_str() {
            self.found.push(format!("{screen} scrolls sideways at 200 %: {wide}"));
        }
        inner_size(self.page, SIZE).await
    }
}

/// Makes the page, not the frame around it, that large.
async fn inner_size(page: &Page, size: (u32, u32)) -> Result<(), DriveFault> {
    let frame = page.run("return [outerWidth - innerWidth, outerHeight - innerHeight]", vec![]).await?;
    let more = |i: usize| frame[i].as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    page.size(size.0 + more(0), size.1 + more(1)).await
}

/// The athletes, and an activity of each sport: the paths of their pages.
async fn people(page: &Page) -> Result<Vec<String>, DriveFault> {
    let mut paths = Vec::new();
    let mut sports = vec!["run", "ride", "swim", "strength"];
    let athletes = page.ask("ListAthletes", &json!({})).await?.unwrap_or_default();
    for athlete in athletes.as_array().into_iter().flatten() {
        let id = athlete["id"].as_str().unwrap_or_default();
        if paths.is_empty() {
            let own = ["/athlete/{}", "/athlete/{}/thresholds", "/consent/{}", "/season/{}", "/week?athlete={}"];
            paths.extend(own.map(|path| path.replace("{}", id)));
        }
        let asked = json!({ "athlete": id, "from": null, "to": null, "limit": 60 });
        let activities = page.ask("ListActivities", &asked).await?.unwrap_or_default();
        for activity in activities.as_array().into_iter().flatten() {
            let sport = activity["sport"].as_str().unwrap_or_default();
            if let Some(at) = sports.iter().position(|wanted| *wanted == sport) {
                sports.remove(at);
                paths.push(format!("/activity/{}", activity["id"].as_str().unwrap_or_default()));
            }
        }
        if sports.is_empty() {
            break;
        }
    }
    assert!(sports.is_empty(), "the sample club has an activity of every sport; none of {sports:?}");
    Ok(paths)
}

/// Every page of the help: its path.
async fn pages_of_help(page: &Page) -> Result<Vec<String>, DriveFault> {
    let help = page.ask("ShowHelp", &json!({ "page": null })).await?.unwrap_or_default();
    let pages = help["pages"].as_array().into_iter().flatten().filter_map(|place| place["page"].as_str());
    let pages: Vec<String> = pages.map(|page| format!("/help/{page}")).collect();
    assert!(pages.len() > 1, "the help has pages: {help}");
    Ok(pages)
}

/// The next race of somebody: the path of its page.
async fn race(page: &Page) -> Result<String, DriveFault> {
    let triage = page.ask("Triage", &json!({ "on": null })).await?.unwrap_or_default();
    let racing = triage["rows"].as_array().into_iter().flatten().find(|row| row["next_race"].is_object());
    let racing = racing.expect("the sample club races");
    let id = |value: &Value| value["id"].as_str().unwrap_or_default().to_owned();
    Ok(format!("/race/{}/{}", id(&racing["athlete"]), id(&racing["next_race"])))
}

impl Round<'_> {
    /// The checker finds nothing on any screen in any look, and no screen scrolls two ways.
    async fn every_screen(&mut self) -> Result<(), DriveFault> {
        let page = self.page;
        let people = people(page).await?;
        let batches = page.ask("ListBatches", &json!({})).await?.unwrap_or_default();
        let report = batches[0]["id"].as_str().map(|id| format!("/import/{id}"));
        assert!(report.is_some(), "the sample club was imported: {batches}");
        let screens = SCREENS.map(str::to_owned).into_iter().chain(people).chain(report);
        let screens = screens.chain(pages_of_help(page).await?).chain([race(page).await?]);
        for screen in screens {
            // One screen that does not come must not hide what is wrong on the others.
            if let Err(fault) = self.go(&screen).await {
                self.found.push(format!("{screen}: {fault}"));
                continue;
            }
            self.check(&screen).await?;
            self.zoom(&screen).await?;
        }
        Ok(())
    }

    /// Nor in what opens over the screens.
    async fn what_opens_over_them(&mut self) -> Result<(), DriveFault> {
        let page = self.page;
        for opens in ["gallery-dialog", "gallery-dialog-wide", "gallery-drawer", "gallery-menu"] {
            self.go("/gallery").await?;
            page.press(&say(opens)).await?;
            page.find_css("dialog[open], .menu-list:popover-open").await?;
            self.check(opens).await?;
        }
        // Messages stand over a page.
        self.go("/gallery").await?;
        page.press(&say("gallery-toast-fault")).await?;
        page.find_css(".toast").await?;
        self.check("gallery-toast-fault").await?;

        self.go("/").await?;
        page.press(&say("screen-add-athlete")).await?;
        page.find_css("dialog[open] form").await?;
        self.check("add an athlete").await?;
        page.key(ESCAPE).await?;
        page.click("open-palette").await?;
        page.find("palette-field").await?;
        self.check("palette").await?;
        page.key(ESCAPE).await?;

        let folder = tempfile::tempdir().map_err(|source| DriveFault::Disk { path: "a folder".to_owned(), source })?;
        let now = app::Clock::now(&app::SystemClock);
        let file = coach::recorded_run(folder.path(), now, 2)?;
        self.go("/import").await?;
        coach::look_at(page, &file).await?;
        self.check("import with a preview").await?;

        let athletes = page.ask("ListAthletes", &json!({})).await?.unwrap_or_default();
        let first = athletes[0]["id"].as_str().unwrap_or_default();
        self.go(&format!("/week?athlete={first}")).await?;
        if page.count("session-card").await? == 0 {
            coach::draft(page).await?;
        }
        page.find_css("[data-testid='session-card']:has(.session-numbers)").await?;
        page.run("document.querySelector(\"[data-testid='session-card']:has(.session-numbers)\").click()", vec![])
            .await?;
        // The panel is drawn again when the week's history comes: press what stands there at that moment.
        page.holds("document.querySelector(\"[data-testid='override-open']\")?.click() ?? document.querySelector(\"[data-testid='override-form']\")").await?;
        self.check("override").await?;
        Ok(())
    }

    /// The keyboard reaches what is in sight, is never hidden and never lost.
    async fn the_keyboard(&mut self) -> Result<(), DriveFault> {
        let page = self.page;
        // Whatever has the keyboard is seen: inside the window, and nothing lies over it.
        let covered = "
        const at = document.activeElement;
        const { left, right, top, bottom, width, height } = at.getBoundingClientRect();
        if (at === document.body || at.closest('.skip') || width * height === 0) return at === document.body ? 'body' : null;
        const across = Math.min(Math.max((left + right) / 2, 1), innerWidth - 1);
        const down = Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1);
        const hit = document.elementFromPoint(across, down);
        const over = hit && (at.contains(hit) || hit.contains(at) || at.labels?.[0]?.contains(hit));
        return over && bottom > 0 && top < innerHeight ? null : `${at.localName}.${at.className} ${at.textContent.slice(0, 40)}`";
        for screen in ["/", "/gallery", "/library", "/settings", "/blocks"] {
            self.go(screen).await?;
            page.run("document.querySelector('.skip').focus()", vec![]).await?;
            for _ in 0..45 {
                page.key(TAB).await?;
                match page.run(covered, vec![]).await? {
                    Value::String(at) if at == "body" => break,
                    Value::String(at) => {
                        self.found.push(format!("{screen}: the keyboard is on what nobody sees: {at}"));
                    }
                    _ => {}
                }
            }
        }

        // The skip link leads into the page.
        self.go("/gallery").await?;
        page.run("document.querySelector('.skip').focus()", vec![]).await?;
        page.key(ENTER).await?;
        page.holds("document.activeElement.id === 'main'").await?;

        // A dialog takes the keyboard, and gives it back to what opened it.
        for opens in ["gallery-dialog", "gallery-drawer"] {
            page.run(
                "[...document.querySelectorAll('button')].find(b => b.textContent.trim() === arguments[0]).focus()",
                vec![say(opens).into()],
            )
            .await?;
            page.key(ENTER).await?;
            page.holds("document.querySelector('dialog[open]')?.contains(document.activeElement)").await?;
            page.key(ESCAPE).await?;
            page.holds(&format!("document.activeElement.textContent.trim() === {}", json!(say(opens)))).await?;
        }

        // A menu too; its lines are reached by arrows and letters.
        page.run("document.querySelector(\"[aria-haspopup='menu']\").focus()", vec![]).await?;
        page.key(ENTER).await?;
        page.holds("document.activeElement.getAttribute('role') === 'menuitem'").await?;
        page.key(DOWN).await?;
        page.holds("document.activeElement.getAttribute('role') === 'menuitemcheckbox'").await?;
        page.key(ESCAPE).await?;
        page.holds("document.activeElement.getAttribute('aria-haspopup') === 'menu'").await?;

        // One of the tabs is in the way of Tab; the arrows go along them.
        page.run("document.querySelector(\"[role='tab'][aria-selected='true']\").focus()", vec![]).await?;
        page.key(RIGHT).await?;
        page.holds("document.activeElement.matches(\"[role='tab'][aria-selected='true']\") && document.activeElement.previousElementSibling").await?;

        // A row that is deleted hands it on to the next.
        self.go("/blocks").await?;
        let blocks = page.count("block").await?;
        page.run("document.querySelector(\"[data-testid='block'] .actions .button:last-child\").focus()", vec![])
            .await?;
        page.key(ENTER).await?;
        page.holds(&format!("document.querySelectorAll(\"[data-testid='block']\").length === {}", blocks - 1)).await?;
        page.holds("document.activeElement.closest(\"[data-testid='block']\")").await?;

        // Another page takes it to its heading, and the window's title says which page it is.
        page.run("document.querySelector(\"nav a[href='/settings']\").focus()", vec![]).await?;
        page.key(ENTER).await?;
        page.holds("location.pathname === '/settings' && document.activeElement.localName === 'h1'").await?;
        let (at, title) = (page.focus().await?, page.run("return document.title", vec![]).await?);
        if !title.as_str().is_some_and(|title| title.starts_with(&say("screen-nav-settings"))) {
            self.found.push(format!("the title of the settings is {title}, the keyboard on {at}"));
        }
        Ok(())
    }

    /// A screen reader hears what the main things are.
    async fn the_names(&mut self) -> Result<(), DriveFault> {
        let page = self.page;
        self.go("/gallery").await?;
        let parts: [(&str, &str, &str); 14] = [
            ("#main", "main", ""),
            (".skip", "link", "screen-skip"),
            (".side", "complementary", "screen-side"),
            (".side nav", "navigation", "screen-nav"),
            ("nav a[href='/board']", "link", "screen-nav-board"),
            ("#main h1", "heading", "gallery"),
            ("#main .segments", "group", "screen-theme"),
            ("#main input[type='text']", "textbox", "gallery-text"),
            ("#main select", "combobox", "gallery-choice"),
            ("#main textarea", "textbox", "gallery-area"),
            ("#main [aria-haspopup='menu']", "button", "gallery-menu"),
            ("#main .button-icon:not([disabled])", "button", "screen-close"),
            ("#main [role='tablist']", "tablist", "gallery-tabs"),
            ("#main progress", "progressbar", "gallery-progress"),
        ];
        for (css, role, key) in parts {
            let heard = page.heard(css).await?;
            let name = if key.is_empty() { String::new() } else { say(key) };
            // Quiet words of a toggle or a note of a key may follow the name.
            if heard.role != role || !heard.name.starts_with(&name) {
                self.found.push(format!("{css} is heard as {heard:?}, not as {role} `{name}`"));
            }
        }
        page.press(&say("gallery-dialog")).await?;
        let dialog = page.heard("dialog[open]").await?;
        if dialog != (Heard { role: "dialog".to_owned(), name: say("gallery-dialog") }) {
            self.found.push(format!("the dialog is heard as {dialog:?}"));
        }
        Ok(())
    }
}
