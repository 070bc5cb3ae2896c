//! The lock: what is shown while a roster waits for its passphrase, and the way there and back.
//!
//! Both ways load the page anew: nothing of a roster stays in the page's memory after it is locked.

use contract::protect::{LockRoster, Protection, ProtectionView, ShowProtection, StillHere, UnlockRoster};
use contract::roster::OpenRoster;
use contract::{Fault, FaultCode, keyring::Secret};
use leptos::prelude::*;
use leptos::task::spawn_local;

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
enum Was {
    /// Not known, or it cannot be opened for another reason.
    Unknown,
    /// Open.
    Open,
    /// It waits for its passphrase.
    Locked,
}

fn standing(state: State) -> Was {
    state.roster.with(|answer| match answer {
        Some(Ok(_)) => Was::Open,
        Some(Err(fault)) if fault.code == FaultCode::Locked => Was::Locked,
        _ => Was::Unknown,
    })
}

/// Whether a roster waits for its passphrase. Once an open one does, the page is loaded anew.
pub(crate) fn locked(state: State) -> Memo<bool> {
    Effect::new(move |before: Option<Was>| {
        let now = standing(state);
        if before == Some(Was::Open) && now == Was::Locked {
            anew();
        }
        now
    });
    Memo::new(move |_| standing(state) == Was::Locked)
}

/// Loads the page anew. One that cannot be is still led to the lock, or away from it, by what the host answers.
fn anew() {
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
                Err(refused) => fault.set(Some(refused)),
            }
            busy.set(false);
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
    view! {
        <PageHead title=t_with("protect-unlock-title", &[("name", view.name.as_str().into())]) under=view.path />
        <Card title=t("protect-passphrase")>
            <form class="form" on:submit=send>
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
