//! The season of one athlete: its weeks as a wall with phases and races, the load and the fitness they lead to, and one week
//! beside it to be changed.

mod begin;
mod copy;
mod desk;
mod goal;
mod head;
mod panel;
mod races;
mod wall;

use contract::Topic;
use contract::season::{SeasonView, ShowSeason};
use domain::id::AthleteId;
use domain::week::Week;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::keys;
use crate::parts::chart::SeasonChart;
use crate::parts::{Button, ButtonKind, Card, Dialog, Empty, Icon, IconButton, PageHead, Segments, Shown};
use crate::shell::hints;
use crate::state::{Command, State, ask, athlete_path, of, press};
use crate::words::t;

use begin::BeginForm;
use copy::CopyForm;
use desk::Desk;
use goal::GoalForm;
use head::SeasonHead;
use panel::WeekPanel;
use races::RacesCard;
use wall::Wall;

/// Topics that change what the season shows.
const MOVED: &[Topic] = &[Topic::Activities, Topic::Athlete, Topic::Plan];
/// Weeks before this one that are shown at first, and how far one step goes.
const BEFORE: i64 = 4;

/// The page of the athlete named in the address.
#[component]
pub fn SeasonPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|p| p.get("id")).and_then(|id| id.parse::<AthleteId>().ok()));
    move || match id.get() {
        Some(id) => view! { <OneAthlete id=id /> }.into_any(),
        None => view! { <Empty title=t("screen-no-page") /> }.into_any(),
    }
}

#[component]
fn OneAthlete(id: AthleteId) -> impl IntoView {
    let state = State::here();
    let span = RwSignal::new(26_u32);
    let shifted = RwSignal::new(0_i64);
    let from = Memo::new(move |_| {
        let today = state.today()?;
        Some(Week::of(today + chrono::Duration::weeks(shifted.get() - BEFORE)))
    });
    let answer = ask(of(id, MOVED), move || Some(ShowSeason { athlete: id, from: from.get()?, weeks: span.get() }));
    let whose = ask(of(id, &[Topic::Athlete]), move || {
        Some(contract::athlete::AthletePage { athlete: id, on: None, eyes: contract::athlete::Eyes::Coach })
    });
    let desk = Desk::new(id, answer);
    listen(desk, shifted);
    let title = Signal::derive(move || whose.value().map(|view| view.athlete.name).unwrap_or_default());
    let step = move |by: i64, key: &'static str, icon: Icon| {
        view! {
            <IconButton icon=icon label=t(key) kind=ButtonKind::Plain on_press=move || shifted.update(|weeks| *weeks += by) />
        }
    };
    let spans = [16, 26, 52].map(|weeks| (weeks, weeks.to_string())).to_vec();
    view! {
        <div class="page season" data-testid="season-page">
            <PageHead title=title under=Signal::stored(t("season-under"))>
                {step(-BEFORE, "season-earlier", Icon::Back)}
                {step(BEFORE, "season-later", Icon::Forward)}
                <Segments label=t("season-span") value=span options=spans />
                <Button on_press=move || desk.racing.set(true)>{t("screen-add-race")}</Button>
                <Button on_press=move || desk.beginning.set(true)>{t("season-new")}</Button>
                <A href=athlete_path(id) attr:class="button">
                    {t("screen-back-to-athlete")}
                </A>
            </PageHead>
            <Shown ask=answer lines=10 then=move |view| view! { <Season desk=desk view=view shifted=shifted /> }.into_any() />
            <Dialog open=desk.beginning title=t("season-new") wide=true>
                <BeginForm desk=desk />
            </Dialog>
            <Dialog open=desk.aiming title=t("season-goal-title")>
                <GoalForm desk=desk />
            </Dialog>
            <Dialog open=desk.copying title=t("season-copy-title") wide=true>
                <CopyForm desk=desk />
            </Dialog>
            <Dialog open=desk.racing title=t("screen-add-race")>
                <crate::pages::athlete::races::RaceForm id=id open=desk.racing />
            </Dialog>
        </div>
    }
}

#[component]
fn Season(desk: Desk, view: SeasonView, shifted: RwSignal<i64>) -> impl IntoView {
    let today = desk.state.today().unwrap_or_default();
    let empty = view.seasons.is_empty();
    // Weeks are never narrower than a finger: a long season scrolls, and its chart with it.
    let room = format!("calc({} * var(--target) + var(--season-sides))", view.weeks.len());
    let (walled, drawn, listed) = (view.clone(), view.clone(), view.clone());
    view! {
        <div class="season-desk">
            <div class="season-main">
                <section class="card season-card" aria-label=t("season-weeks")>
                    {if empty {
                        view! {
                            <Empty title=t("season-none") hint=t("season-none-hint")>
                                <Button kind=ButtonKind::Primary on_press=move || desk.beginning.set(true)>
                                    {t("season-begin")}
                                </Button>
                            </Empty>
                        }
                            .into_any()
                    } else {
                        view! { <SeasonHead desk=desk view=view /> }.into_any()
                    }}
                    <div class="season-scroll">
                        <div class="season-across" style:min-width=room>
                            <Wall desk=desk view=walled today=today />
                            <SeasonChart view=drawn today=today />
                        </div>
                    </div>
                    {hints(&commands(desk, shifted))}
                </section>
            </div>
            <aside class="season-side">
                <WeekPanel desk=desk />
                <Card title=t("screen-races")>
                    <RacesCard desk=desk view=listed today=today />
                </Card>
            </aside>
        </div>
    }
}

/// Everything that has one key: for the keyboard, the line of hints, the palette and the sheet of keys.
fn commands(desk: Desk, shifted: RwSignal<i64>) -> Vec<Command> {
    let planned = move || untrack(|| desk.answer.value()).is_some_and(|view| !view.seasons.is_empty());
    let if_planned = move |open: RwSignal<bool>| {
        if planned() {
            open.set(true);
        }
    };
    vec![
        Command::new("season-week", "season-key-week", "\u{2190} \u{2192}", move || desk.step(1)),
        Command::new("season-edit", "season-key-edit", "Enter", move || {
            desk.change();
        }),
        Command::new("season-save", "season-key-save", "s", move || desk.save()),
        Command::new("season-new", "season-key-new", "n", move || desk.beginning.set(true)),
        Command::new("season-race", "season-key-race", "r", move || desk.racing.set(true)),
        Command::new("season-copy", "season-key-copy", "c", move || if_planned(desk.copying)),
        Command::new("season-goal", "season-key-goal", "t", move || if_planned(desk.aiming)),
        Command::new("season-earlier", "season-key-earlier", "[", move || shifted.update(|weeks| *weeks -= BEFORE)),
        Command::new("season-later", "season-key-later", "]", move || shifted.update(|weeks| *weeks += BEFORE)),
    ]
}

/// Listens for the page; never while somebody types or a dialog is open.
fn listen(desk: Desk, shifted: RwSignal<i64>) {
    let commands = commands(desk, shifted);
    desk.state.offer("palette-season", commands.clone());
    let listener = window_event_listener(ev::keydown, move |event| {
        if keys::is_chord(&event) {
            return;
        }
        if keys::is_typing() {
            if event.key() == "Escape" {
                keys::blur();
            }
            return;
        }
        match event.key().as_str() {
            "ArrowRight" => desk.step(1),
            "ArrowLeft" => desk.step(-1),
            // On a control Enter is the control's.
            "Enter" => {
                if !desk.change() {
                    return;
                }
            }
            key if press(&commands, key) => {}
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
}
