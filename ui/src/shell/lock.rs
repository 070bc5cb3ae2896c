//! The lock: what is shown while a roster waits for its passphrase, and the way there and back.
//!
//! Both ways load the page anew: nothing of a roster stays in the page's memory after it is locked.

use contract::protect::{LockRoster, Protection, ProtectionView, ShowProtection, StillHere, UnlockRoster};
use contract::roster::OpenRoster;
use contract::{Fault, FaultCode, keyring::Secret};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::import::{go_to, open_roster, open_sample};
use crate::ipc::{self, Choose};
use crate::pages::settings::PathDialog;
use crate::parts::{Button, ButtonKind, Card, FaultView, PageHead, Shown, TextField, Toggle};
use crate::state::{State, ask};
use crate::words::{t, t_with};

/// Milliseconds between two words to the host that somebody is here.
const WORD_EVERY: f64 = 20_000.0;

/// How the roster was when it was last looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// Not known yet, or there is none.
    Unknown,
    /// Open.
    Open,
    /// It waits for its passphrase.
    Locked,
    /// It did not open.
    Unopened,
}

fn standing(state: State) -> Door {
    state.roster.with(|answer| match answer {
        Some(Ok(_)) => Door::Open,
        Some(Err(fault)) if fault.code == FaultCode::Locked => Door::Locked,
        Some(Err(fault)) if fault.code == FaultCode::Unopened => Door::Unopened,
        _ => Door::Unknown,
    })
}

/// How the roster stands. Once an open one is no more, the page is loaded anew.
pub(crate) fn door(state: State) -> Memo<Door> {
    Effect::new(move |before: Option<Door>| {
        let now = standing(state);
        if before == Some(Door::Open) && matches!(now, Door::Locked | Door::Unopened) {
            anew();
        }
        now
    });
    Memo::new(move |_| standing(state))
}

/// Loads the page anew. One that cannot be is still led to where the roster stands by what the host answers.
pub(crate) fn anew() {
    drop(window().location().reload());
}

/// Tells the host now and then that somebody is here: a hand on the keyboard, the mouse or the screen.
pub(crate) fn tell_of_hands() {
    let last = StoredValue::new(0.0);
    let tell = move || {
        let now = js_sys::Date::now();
        // Also when the clock was set back.
        if (now - last.get_value()).abs() >= WORD_EVERY {
            last.set_value(now);
            // Not heard, the roster is locked a little early at worst.
            spawn_local(async { drop(ipc::call(&StillHere {}).await) });
        }
    };
    drop(window_event_listener(leptos::ev::keydown, move |_| tell()));
    drop(window_event_listener(leptos::ev::pointerdown, move |_| tell()));
    drop(window_event_listener(leptos::ev::pointermove, move |_| tell()));
    drop(window_event_listener(leptos::ev::wheel, move |_| tell()));
}

/// Locks the roster now.
pub(crate) fn lock_now(state: State) {
    spawn_local(async move {
        match ipc::call(&LockRoster {}).await {
            Ok(true) => anew(),
            Ok(false) => state.say(t("protect-no-lock")),
            Err(fault) => state.say_fault(&fault),
        }
    });
}

/// The page of a roster that waits for its passphrase.
#[component]
pub(crate) fn Locked() -> impl IntoView {
    let asked = ask(|_| false, || Some(ShowProtection {}));
    view! {
        <main class="main" id="main" tabindex="-1">
            <div class="page page-narrow">
                <Shown ask=asked lines=3 then=|view: ProtectionView| view! { <Unlock view=view /> }.into_any() />
            </div>
        </main>
    }
}

#[component]
fn Unlock(view: ProtectionView) -> impl IntoView {
    let state = State::here();
    let (passphrase, keep) = (RwSignal::new(String::new()), RwSignal::new(view.in_keychain));
    let (busy, fault) = (RwSignal::new(false), RwSignal::new(None::<Fault>));
    if view.protection != Protection::Locked {
        // It was opened meanwhile, in another page.
        anew();
    }
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() || passphrase.with_untracked(String::is_empty) {
            return;
        }
        busy.set(true);
        fault.set(None);
        let request = UnlockRoster { passphrase: Secret(passphrase.get_untracked()), keep: keep.get_untracked() };
        passphrase.set(String::new());
        spawn_local(async move {
            match ipc::call(&request).await {
                Ok(_) => anew(),
                Err(refused) => {
                    if refused.code == FaultCode::Key {
                        // It is open; only the keychain did not keep its key.
                        state.say_fault(&refused);
                    }
                    fault.try_set(Some(refused));
                }
            }
            busy.try_set(false);
        });
    };
    let (go, sample, opening) = (go_to(), go_to(), RwSignal::new(false));
    let elsewhere = move || {
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
    };
    let has_keychain = view.no_keychain.is_none();
    let form = NodeRef::<leptos::html::Form>::new();
    // There is one thing to do here: the keyboard is on it.
    Effect::new(move |_| {
        let field = form.get().and_then(|form| form.query_selector("input").ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
            drop(field.focus());
        }
    });
    view! {
        <PageHead title=t_with("protect-unlock-title", &[("name", view.name.as_str().into())]) under=view.path />
        <Card title=t("protect-passphrase")>
            <form class="form" node_ref=form on:submit=send>
                <TextField
                    label=t("protect-passphrase")
                    value=passphrase
                    kind="password"
                    required=true
                    hint=t("protect-unlock-hint")
                />
                {has_keychain
                    .then(|| view! { <Toggle label=t("protect-keep") value=keep hint=t("protect-keep-hint") /> })}
                {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
                <div class="actions">
                    <Button kind=ButtonKind::Primary submit=true busy=busy on_press=|| {}>
                        {t("protect-unlock")}
                    </Button>
                    <Button on_press=elsewhere>{t("protect-elsewhere")}</Button>
                    <Button on_press=move || open_sample(state, sample.clone())>{t("screen-open-sample")}</Button>
                </div>
            </form>
        </Card>
        <PathDialog open=opening title=t("screen-roster-open") make=false />
    }
}
