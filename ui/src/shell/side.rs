//! The side: which roster, the pages, what runs, and how the window looks.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_navigate};

use super::act::Doors;
use super::keyboard::key_caps;
use crate::parts::{Icon, Segments};
use crate::state::{State, Task, Theme};
use crate::words::{t, t_with};

/// Pages of what the roster holds.
const IN_ROSTER: [&str; 3] = ["/athlete/", "/activity/", "/season/"];

/// The side of every page.
#[component]
pub(crate) fn Side(
    /// What its buttons open.
    doors: Doors,
) -> impl IntoView {
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
    // An own file begins on its own page: the roster's is the coach's.
    let go = use_navigate();
    Effect::new(move |_| {
        if state.is_own() && path.with(|path| path == "/") {
            go("/own", NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
    let author = move || {
        // In an own file it is the athlete who writes, whoever's computer it is.
        state.roster.value().filter(|roster| roster.own.is_none()).map(|roster| {
            view! {
                <p>
                    {t("screen-signs-as")} " " <strong>{roster.author}</strong>
                </p>
            }
        })
    };
    view! {
        <aside class="side" aria-label=t("screen-side")>
            <div class="side-roster">
                <img src="/mark.svg" alt="" />
                <div>
                    <strong title=name>{name}</strong>
                    <span>{counts}</span>
                </div>
            </div>
            <button
                type="button"
                class="side-find"
                data-testid="open-palette"
                aria-haspopup="dialog"
                on:click=move |_| doors.palette.set(true)
            >
                {t("action-palette")}
                <span class="side-keys">{key_caps("mod+k")}</span>
            </button>
            <nav aria-label=t("screen-nav")>
                <ul>
                    <Show
                        when=move || !state.is_own()
                        fallback=|| {
                            view! {
                                <li>
                                    <A href="/own">{Icon::Roster.view()} {t("own-page")}</A>
                                </li>
                            }
                        }
                    >
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
                    </Show>
                    <li>
                        <A href="/settings">{Icon::Settings.view()} {t("screen-nav-settings")}</A>
                    </li>
                    <li>
                        <A href="/help">{Icon::Help.view()} {t("action-help")}</A>
                    </li>
                </ul>
            </nav>
            <div class="side-foot">
                <Work doors=doors />
                <Segments label=t("screen-theme") value=state.theme options=theme_options() />
                {author}
            </div>
        </aside>
    }
}

/// Opens the list of long work; says how much runs, or that something ended.
#[component]
fn Work(doors: Doors) -> impl IntoView {
    let state = State::here();
    let counts = Memo::new(move |_| {
        state.tasks.with(|tasks| {
            let running = tasks.iter().filter(|task| task.runs()).count();
            (running, tasks.len() - running)
        })
    });
    let busy = move || counts.with(|(running, _)| *running > 0);
    let share = move || {
        let task = state.running()?;
        let (done, total) = Task::steps(&task)?;
        Some(format!("{:.0}%", 100.0 * f64::from(done) / f64::from(total)))
    };
    let words = move || {
        let (running, ended) = counts.get();
        if running > 0 {
            t_with("notices-count-running", &[("count", running.into())])
        } else if ended > 0 {
            t_with("notices-count-ended", &[("count", ended.into())])
        } else {
            t("action-notices")
        }
    };
    view! {
        <button
            type="button"
            class="side-work"
            class:side-busy=busy
            data-testid="open-notices"
            aria-haspopup="dialog"
            on:click=move |_| doors.notices.set(true)
        >
            <span>{words}</span>
            <span class="side-keys">{share}</span>
        </button>
    }
}

/// The themes with their words, in the order of the switch.
pub(crate) fn theme_options() -> Vec<(Theme, String)> {
    Theme::ALL.into_iter().map(|theme| (theme, t(&format!("screen-theme-{}", theme.code())))).collect()
}
