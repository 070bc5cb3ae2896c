//! The frame of the program: navigation at the side, the page beside it, what floats above.

use leptos::prelude::*;
use leptos_router::components::{A, Route, Router, Routes};
use leptos_router::{Lazy, ParamSegment, StaticSegment};

use crate::focus;
use crate::import::{DropZone, HandedDoor, TaskStrip};
use crate::pages::lazy;
use crate::pages::roster::RosterPage;
use crate::parts::{Empty, Toasts};
pub(crate) use crate::shell::theme_options;
use crate::shell::{Above, Door, Doors, Locked, Side, Unopened, door, tell_of_hands};
use crate::state::State;
use crate::words::t;

/// The whole front end.
#[component]
pub fn App() -> impl IntoView {
    let state = State::provide();
    state.listen();
    tell_of_hands();
    let door = door(state);
    // Whether one is open makes no difference to the frame: it must not be made anew for that.
    let shut = Memo::new(move |_| Some(door.get()).filter(|door| matches!(door, Door::Locked | Door::Unopened)));
    view! {
        <Router>
            {move || match shut.get() {
                Some(Door::Locked) => view! { <Locked /> }.into_any(),
                Some(_) => view! { <Unopened /> }.into_any(),
                None => view! { <Frame /> }.into_any(),
            }}
            <TaskStrip />
            <Toasts />
        </Router>
    }
}

/// Everything of an open roster, and of none.
#[component]
fn Frame() -> impl IntoView {
    let doors = Doors::new();
    view! {
        <a class="skip" href="#main" on:click=focus::skip>
            {t("screen-skip")}
        </a>
        <div class="frame">
            <Side doors=doors />
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
                    <Route path=(StaticSegment("athlete"), ParamSegment("id")) view={Lazy::<lazy::Athlete>::new()} />
                    <Route
                        path=(StaticSegment("athlete"), ParamSegment("id"), StaticSegment("thresholds"))
                        view={Lazy::<lazy::Thresholds>::new()}
                    />
                    <Route path=(StaticSegment("consent"), ParamSegment("id")) view={Lazy::<lazy::Consent>::new()} />
                    <Route path=(StaticSegment("season"), ParamSegment("id")) view={Lazy::<lazy::Season>::new()} />
                    <Route path=(StaticSegment("activity"), ParamSegment("id")) view={Lazy::<lazy::Activity>::new()} />
                    <Route path=StaticSegment("board") view={Lazy::<lazy::Board>::new()} />
                    <Route path=StaticSegment("week") view={Lazy::<lazy::Week>::new()} />
                    <Route path=StaticSegment("availability") view={Lazy::<lazy::Availability>::new()} />
                    <Route path=StaticSegment("blocks") view={Lazy::<lazy::Blocks>::new()} />
                    <Route path=StaticSegment("library") view={Lazy::<lazy::Library>::new()} />
                    <Route path=StaticSegment("planning") view={Lazy::<lazy::Planning>::new()} />
                    <Route path=StaticSegment("plan-file") view={Lazy::<lazy::PlanFile>::new()} />
                    <Route path=StaticSegment("import") view={Lazy::<lazy::Import>::new()} />
                    <Route path=(StaticSegment("import"), ParamSegment("batch")) view={Lazy::<lazy::Report>::new()} />
                    <Route path=StaticSegment("settings") view={Lazy::<lazy::Settings>::new()} />
                    <Route path=StaticSegment("rules") view={Lazy::<lazy::Rules>::new()} />
                    <Route path=StaticSegment("privacy") view={Lazy::<lazy::Privacy>::new()} />
                    <Route path=StaticSegment("audit") view={Lazy::<lazy::Audit>::new()} />
                    <Route path=StaticSegment("own") view={Lazy::<lazy::Own>::new()} />
                    <Route path=StaticSegment("returned") view={Lazy::<lazy::Returned>::new()} />
                    <Route path=(StaticSegment("race"), ParamSegment("athlete"), ParamSegment("race")) view={Lazy::<lazy::Race>::new()} />
                    <Route path=StaticSegment("help") view={Lazy::<lazy::Help>::new()} />
                    <Route path=(StaticSegment("help"), ParamSegment("page")) view={Lazy::<lazy::Help>::new()} />
                    <Route path=StaticSegment("gallery") view={Lazy::<lazy::Gallery>::new()} />
                </Routes>
            </main>
        </div>
        <Above doors=doors />
        <DropZone />
        <HandedDoor />
    }
}
