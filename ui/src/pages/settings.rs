//! Settings: which roster is open, the key that signs, how the window looks, and where the data is.

mod backups;
mod keyring;
mod locale;
mod protect;
mod staff;

use contract::Topic;
use contract::roster::{CountActivities, CreateRoster, OpenRoster, RosterView};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::app::theme_options;
use crate::import::{go_to, open_roster, open_sample};
use crate::ipc::{self, Choose};
use crate::parts::{Button, Card, Dialog, PageHead, Segments, Shown, TextField};
use crate::state::{State, ask};
use crate::words::t;

use backups::BackupsCard;
use keyring::{KeyCard, KeyringCard};
use locale::LocaleCard;
use protect::ProtectCard;
use staff::StaffCard;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let state = State::here();
    // Which kind of roster is open shows with the first answer; until then nothing is asked that an own file refuses.
    let own = Memo::new(move |_| state.roster.with(Option::is_some).then(|| state.is_own()));
    let coach = move || own.get() == Some(false);
    view! {
        <div class="page page-narrow">
            <PageHead title=t("screen-nav-settings") />
            <RosterCard />
            <Show when=coach>
                <BackupsCard />
            </Show>
            <ProtectCard />
            <LocaleCard />
            <Show when=coach>
                <StaffCard />
            </Show>
            <KeyCard />
            <Show when=coach>
                <KeyringCard />
                <RulesCard />
                <PlannerCard />
            </Show>
            <Card title=t("screen-theme")>
                <p class="quiet">{t("screen-theme-hint")}</p>
                <div>
                    <Segments label=t("screen-theme") value=state.theme options=theme_options() />
                </div>
                <p>
                    <A href="/gallery" attr:class="link">
                        {t("gallery-open")}
                    </A>
                </p>
            </Card>
            <Card title=t("present-title")>
                <p class="quiet">{t("present-text")}</p>
                <div>
                    <Button on_press=move || state.present(true)>{t("present-begin")}</Button>
                </div>
            </Card>
            <Show when=coach>
                <PrivacyCard />
            </Show>
            <Show when=move || own.get() == Some(true)>
                <p class="quiet">{t("own-settings")}</p>
            </Show>
        </div>
    }
}

#[component]
fn RulesCard() -> impl IntoView {
    view! {
        <Card title=t("screen-rules")>
            <p class="quiet">{t("screen-rules-under")}</p>
            <div>
                <A href="/rules" attr:class="button">
                    {t("screen-rules-open")}
                </A>
            </div>
        </Card>
    }
}

#[component]
fn PlannerCard() -> impl IntoView {
    view! {
        <Card title=t("screen-planner")>
            <p class="quiet">{t("screen-planner-under")}</p>
            <div>
                <A href="/planning" attr:class="button">
                    {t("screen-planner-open")}
                </A>
            </div>
        </Card>
    }
}

#[component]
fn PrivacyCard() -> impl IntoView {
    view! {
        <Card title=t("screen-privacy")>
            <p>{t("screen-privacy-text")}</p>
            <div>
                <A href="/privacy" attr:class="button">
                    {t("privacy-open")}
                </A>
            </div>
        </Card>
    }
}

#[component]
fn RosterCard() -> impl IntoView {
    let state = State::here();
    let go = go_to();
    let sample = go.clone();
    let opening = RwSignal::new(false);
    let making = RwSignal::new(false);
    // The window asks the operating system for a path; a browser has none to give, so the person types it.
    let ask_open = {
        let go = go.clone();
        move || {
            if !ipc::in_window() {
                opening.set(true);
                return;
            }
            let go = go.clone();
            spawn_local(async move {
                if let Some(path) = ipc::choose(Choose::Roster).await.pop() {
                    open_roster(state, go, OpenRoster { path });
                }
            });
        }
    };
    let activities = ask(|moved| moved.topic == Topic::Activities, || Some(CountActivities {}));
    let ask_new = move || {
        if !ipc::in_window() {
            making.set(true);
            return;
        }
        let go = go.clone();
        spawn_local(async move {
            if let Some(path) = ipc::choose(Choose::NewRoster).await.pop() {
                open_roster(state, go, CreateRoster { path });
            }
        });
    };
    view! {
        <Card title=t("screen-roster-file")>
            <Shown
                ask=state.roster
                lines=2
                then=move |roster: RosterView| {
                    view! {
                        <dl class="facts">
                            <dt>{t("screen-roster-name")}</dt>
                            <dd>{roster.name}</dd>
                            <dt>{t("screen-roster-path")}</dt>
                            <dd>
                                <code>{roster.path}</code>
                            </dd>
                            <dt>{t("screen-col-activities")}</dt>
                            <dd>
                                <Shown
                                    ask=activities
                                    lines=1
                                    then=|count: u32| crate::format::whole(f64::from(count)).into_any()
                                />
                            </dd>
                        </dl>
                    }
                        .into_any()
                }
            />
            <div class="actions">
                <Button on_press=ask_open>{t("screen-roster-open")}</Button>
                <Button on_press=ask_new>{t("screen-roster-new")}</Button>
                <Button on_press=move || open_sample(state, sample.clone())>{t("screen-open-sample")}</Button>
            </div>
            <PathDialog open=opening title=t("screen-roster-open") make=false />
            <PathDialog open=making title=t("screen-roster-new") make=true />
        </Card>
    }
}

/// Asks for a path by hand.
#[component]
pub(crate) fn PathDialog(open: RwSignal<bool>, #[prop(into)] title: Signal<String>, make: bool) -> impl IntoView {
    let state = State::here();
    let path = RwSignal::new(String::new());
    let go = StoredValue::new(go_to());
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let path = path.get_untracked().trim().to_owned();
        if path.is_empty() {
            return;
        }
        open.set(false);
        let go = go.get_value();
        if make {
            open_roster(state, go, CreateRoster { path });
        } else {
            open_roster(state, go, OpenRoster { path });
        }
    };
    view! {
        <Dialog open=open title=title>
            <form class="form" on:submit=send>
                <TextField
                    label=t("screen-roster-path")
                    value=path
                    required=true
                    hint=t(if make { "screen-roster-new-hint" } else { "screen-roster-open-hint" })
                />
                <div class="dialog-foot">
                    <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                    <Button kind=crate::parts::ButtonKind::Primary submit=true on_press=|| {}>
                        {move || title.get()}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
