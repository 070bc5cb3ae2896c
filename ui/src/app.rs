//! The frame of the program: navigation at the side, the page beside it, what floats above.

use leptos::prelude::*;
use leptos_router::components::{A, Route, Router, Routes};
use leptos_router::hooks::use_location;
use leptos_router::{ParamSegment, StaticSegment};

use crate::import::{DropZone, PlanDialog, TaskStrip};
use crate::pages::activity::ActivityPage;
use crate::pages::athlete::AthletePage;
use crate::pages::availability::AvailabilityPage;
use crate::pages::blocks::BlocksPage;
use crate::pages::board::BoardPage;
use crate::pages::import::{ImportPage, ReportPage};
use crate::pages::library::LibraryPage;
use crate::pages::planning::PlanningPage;
use crate::pages::roster::RosterPage;
use crate::pages::rules::RulesPage;
use crate::pages::season::SeasonPage;
use crate::pages::settings::SettingsPage;
use crate::pages::thresholds::ThresholdsPage;
use crate::pages::week::WeekPage;
use crate::parts::{Empty, Icon, Segments, Toasts};
use crate::state::{State, Theme};
use crate::words::{t, t_with};

/// Pages of what the roster holds.
const IN_ROSTER: [&str; 3] = ["/athlete/", "/activity/", "/season/"];

/// The whole front end.
#[component]
pub fn App() -> impl IntoView {
    let state = State::provide();
    state.listen();
    view! {
        <Router>
            <a class="skip" href="#main">
                {t("screen-skip")}
            </a>
            <div class="frame">
                <Side />
                <main class="main" id="main" tabindex="-1">
                    <Routes fallback=|| {
                        view! {
                            <Empty title=t("screen-no-page")>
                                <A href="/" attr:class="button">
                                    {t("screen-nav-roster")}
                                </A>
                            </Empty>
                        }
                    }>
                        <Route path=StaticSegment("") view=RosterPage />
                        <Route path=(StaticSegment("athlete"), ParamSegment("id")) view=AthletePage />
                        <Route
                            path=(StaticSegment("athlete"), ParamSegment("id"), StaticSegment("thresholds"))
                            view=ThresholdsPage
                        />
                        <Route path=(StaticSegment("season"), ParamSegment("id")) view=SeasonPage />
                        <Route path=(StaticSegment("activity"), ParamSegment("id")) view=ActivityPage />
                        <Route path=StaticSegment("board") view=BoardPage />
                        <Route path=StaticSegment("week") view=WeekPage />
                        <Route path=StaticSegment("availability") view=AvailabilityPage />
                        <Route path=StaticSegment("blocks") view=BlocksPage />
                        <Route path=StaticSegment("library") view=LibraryPage />
                        <Route path=StaticSegment("planning") view=PlanningPage />
                        <Route path=StaticSegment("import") view=ImportPage />
                        <Route path=(StaticSegment("import"), ParamSegment("batch")) view=ReportPage />
                        <Route path=StaticSegment("settings") view=SettingsPage />
                        <Route path=StaticSegment("rules") view=RulesPage />
                    </Routes>
                </main>
            </div>
            <DropZone />
            <PlanDialog />
            <TaskStrip />
            <Toasts />
        </Router>
    }
}

#[component]
fn Side() -> impl IntoView {
    let state = State::here();
    let name = move || {
        state.roster.with(|answer| match answer {
            Some(Ok(roster)) => roster.name.clone(),
            Some(Err(_)) => t("screen-no-roster"),
            None => String::new(),
        })
    };
    let counts = move || {
        state.roster.with(|answer| match answer {
            Some(Ok(roster)) => {
                let key = if roster.sample { "screen-sample-club" } else { "screen-athlete-count" };
                t_with(key, &[("count", roster.athletes.into())])
            }
            _ => String::new(),
        })
    };
    let path = use_location().pathname;
    let in_roster = move || path.with(|path| path == "/" || IN_ROSTER.iter().any(|page| path.starts_with(page)));
    let author = move || {
        state.roster.value().map(|roster| {
            view! {
                <p>
                    {t("screen-signs-as")} " " <strong>{roster.author}</strong>
                </p>
            }
        })
    };
    view! {
        <aside class="side">
            <div class="side-roster">
                <img src="/mark.svg" alt="" />
                <div>
                    <strong title=name>{name}</strong>
                    <span>{counts}</span>
                </div>
            </div>
            <nav aria-label=t("screen-nav")>
                <ul>
                    <li>
                        // An athlete, an activity and a season belong to the roster.
                        <a href="/" aria-current=move || in_roster().then_some("page")>
                            {Icon::Roster.view()}
                            {t("screen-nav-roster")}
                        </a>
                    </li>
                    <li>
                        <A href="/board">{Icon::Board.view()} {t("screen-nav-board")}</A>
                    </li>
                    <li>
                        <A href="/week">{Icon::Week.view()} {t("screen-nav-week")}</A>
                    </li>
                    <li>
                        <A href="/availability">{Icon::Clock.view()} {t("screen-nav-availability")}</A>
                    </li>
                    <li>
                        <A href="/blocks">{Icon::Club.view()} {t("screen-nav-blocks")}</A>
                    </li>
                    <li>
                        <A href="/library">{Icon::Library.view()} {t("screen-nav-library")}</A>
                    </li>
                    <li>
                        <A href="/import">{Icon::Import.view()} {t("screen-nav-import")}</A>
                    </li>
                    <li>
                        <A href="/settings">{Icon::Settings.view()} {t("screen-nav-settings")}</A>
                    </li>
                </ul>
            </nav>
            <div class="side-foot">
                <Segments label=t("screen-theme") value=state.theme options=theme_options() />
                {author}
            </div>
        </aside>
    }
}

/// The themes with their words, in the order of the switch.
pub(crate) fn theme_options() -> Vec<(Theme, String)> {
    Theme::ALL.into_iter().map(|theme| (theme, t(&format!("screen-theme-{}", theme.code())))).collect()
}
