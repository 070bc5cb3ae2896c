//! The roster's passphrase: set, changed, taken away; when it is locked by itself; whether the keychain opens it.

use contract::Fault;
use contract::keyring::Secret;
use contract::protect::{
    KeepKey, ProtectRoster, Protection, ProtectionView, SetIdleLock, ShowProtection, UnprotectRoster,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ipc;
use crate::parts::{Button, ButtonKind, Card, Dialog, FaultView, Shown, TextField, Toggle};
use crate::shell::lock_now;
use crate::state::{Ask, State, ask};
use crate::words::{t, t_with};

/// A day, in minutes.
const LONGEST: u32 = 24 * 60;

/// The section.
#[component]
pub(super) fn ProtectCard() -> impl IntoView {
    let shown = ask(|_| false, || Some(ShowProtection {}));
    view! {
        <Card title=t("protect-title")>
            <p class="quiet">{t("protect-hint")}</p>
            <Shown
                ask=shown
                lines=4
                then=move |view: ProtectionView| view! { <Standing view=view shown=shown /> }.into_any()
            />
        </Card>
    }
}

#[component]
fn Standing(view: ProtectionView, shown: Ask<ProtectionView>) -> impl IntoView {
    let state = State::here();
    let protected = view.protection == Protection::Unlocked;
    let own = state.is_own();
    let (setting, taking) = (RwSignal::new(false), RwSignal::new(false));
    let (name, least) = (StoredValue::new(view.name.clone()), view.least);
    let others = view.other_copies.clone();
    view! {
        <p role="status">{t(if protected { "protect-is-locked" } else { "protect-is-open" })}</p>
        {(!others.is_empty())
            .then(|| {
                view! {
                    <p class="field-error">{t("protect-others")}</p>
                    <ul>{others.into_iter().map(|copy| view! { <li><code>{copy}</code></li> }).collect_view()}</ul>
                }
            })}
        {protected.then(|| view! { <Keeping view=view shown=shown /> })}
        <div class="actions">
            <Button on_press=move || setting.set(true)>
                {t(if protected { "protect-change" } else { "protect-on" })}
            </Button>
            // An own file keeps its passphrase; which one is the athlete's to choose.
            {(protected && !own).then(|| view! { <Button on_press=move || taking.set(true)>{t("protect-off")}</Button> })}
            {protected.then(|| view! { <Button on_press=move || lock_now(state)>{t("protect-lock")}</Button> })}
        </div>
        <Dialog open=setting title=t(if protected { "protect-change" } else { "protect-on" })>
            <Setting open=setting protected=protected name=name.get_value() least=least shown=shown />
        </Dialog>
        <Dialog open=taking title=t("protect-off")>
            <Taking open=taking name=name.get_value() shown=shown />
        </Dialog>
    }
}

/// The lock by itself and the keychain.
#[component]
fn Keeping(view: ProtectionView, shown: Ask<ProtectionView>) -> impl IntoView {
    let state = State::here();
    let minutes = RwSignal::new(view.idle_minutes.to_string());
    let wrong = RwSignal::new(None::<String>);
    let set = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let asked =
            minutes.with_untracked(|text| text.trim().parse::<u32>().ok()).filter(|minutes| *minutes <= LONGEST);
        let Some(minutes) = asked else {
            wrong.set(Some(t("protect-idle-bad")));
            return;
        };
        wrong.set(None);
        spawn_local(async move {
            match state.write(&SetIdleLock { minutes }).await {
                Ok(view) => {
                    shown.put(view);
                    state.say(t("protect-idle-set"));
                }
                Err(fault) => state.say_fault(&fault),
            }
        });
    };
    let keep = RwSignal::new(view.in_keychain);
    Effect::new(move |before: Option<bool>| {
        let keep = keep.get();
        if before.is_some_and(|before| before != keep) {
            spawn_local(async move {
                match ipc::call(&KeepKey { keep }).await {
                    Ok(view) => shown.put(view),
                    Err(fault) => {
                        state.say_fault(&fault);
                        shown.again();
                    }
                }
            });
        }
        keep
    });
    view! {
        <form class="form" on:submit=set>
            <TextField
                label=t("protect-idle")
                value=minutes
                kind="number"
                hint=t("protect-idle-hint")
                error=Signal::derive(move || wrong.get())
            />
            <div>
                <Button submit=true on_press=|| {}>{t("screen-save")}</Button>
            </div>
        </form>
        {match view.no_keychain {
            None => view! { <Toggle label=t("protect-keep") value=keep hint=t("protect-keep-hint") /> }.into_any(),
            Some(detail) => {
                view! { <p class="quiet">{t_with("protect-no-keychain", &[("detail", detail.into())])}</p> }.into_any()
            }
        }}
    }
}

/// A new passphrase, twice, and the one in force.
#[component]
fn Setting(
    open: RwSignal<bool>,
    protected: bool,
    name: String,
    least: u32,
    shown: Ask<ProtectionView>,
) -> impl IntoView {
    let state = State::here();
    let [present, passphrase, again] = [(); 3].map(|()| RwSignal::new(String::new()));
    let (busy, fault) = (RwSignal::new(false), RwSignal::new(None::<Fault>));
    let differs = RwSignal::new(None::<String>);
    let name = StoredValue::new(name);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let same = passphrase.with_untracked(|one| again.with_untracked(|other| one == other));
        differs.set((!same).then(|| t("protect-differs")));
        if !same {
            return;
        }
        let request = ProtectRoster {
            present: protected.then(|| Secret(present.get_untracked())),
            passphrase: Secret(passphrase.get_untracked()),
        };
        busy.set(true);
        fault.set(None);
        spawn_local(async move {
            match state.write(&request).await {
                Ok(view) => {
                    shown.put(view);
                    state.say(t_with("protect-done", &[("name", name.get_value().into())]));
                    open.set(false);
                }
                Err(refused) => fault.set(Some(refused)),
            }
            busy.try_set(false);
        });
    };
    view! {
        <form class="form" on:submit=send>
            {protected
                .then(|| {
                    view! { <TextField label=t("protect-present") value=present kind="password" required=true /> }
                })}
            <TextField
                label=t("protect-new")
                value=passphrase
                kind="password"
                required=true
                hint=t_with("protect-rule", &[("least", least.into())])
            />
            <TextField
                label=t("protect-again")
                value=again
                kind="password"
                required=true
                error=Signal::derive(move || differs.get())
            />
            <p class="quiet">{t("protect-before")}</p>
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                <Button kind=ButtonKind::Primary submit=true busy=busy on_press=|| {}>
                    {t(if protected { "protect-change" } else { "protect-on" })}
                </Button>
            </div>
        </form>
    }
}

/// The passphrase in force, to take it away.
#[component]
fn Taking(open: RwSignal<bool>, name: String, shown: Ask<ProtectionView>) -> impl IntoView {
    let state = State::here();
    let present = RwSignal::new(String::new());
    let (busy, fault) = (RwSignal::new(false), RwSignal::new(None::<Fault>));
    let name = StoredValue::new(name);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let request = UnprotectRoster { present: Secret(present.get_untracked()) };
        busy.set(true);
        fault.set(None);
        spawn_local(async move {
            match state.write(&request).await {
                Ok(view) => {
                    shown.put(view);
                    state.say(t_with("protect-undone", &[("name", name.get_value().into())]));
                    open.set(false);
                }
                Err(refused) => fault.set(Some(refused)),
            }
            busy.try_set(false);
        });
    };
    view! {
        <form class="form" on:submit=send>
            <p>{t("protect-off-hint")}</p>
            <TextField label=t("protect-present") value=present kind="password" required=true />
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                <Button kind=ButtonKind::Danger submit=true busy=busy on_press=|| {}>
                    {t("protect-off")}
                </Button>
            </div>
        </form>
    }
}
