//! The ways out when a roster is damaged or does not open: a backup in its place, or what can still be read in a new file.

use contract::keyring::Secret;
use contract::rescue::{SalvageRoster, SalvagedRoster, ShowWayOut, WayOut};
use contract::roster::OpenRoster;
use contract::safety::{BackupLine, RestoreBackup};
use contract::{Fault, FaultCode};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lock::anew;
use crate::format;
use crate::import::{go_to, open_roster, open_sample};
use crate::ipc::{self, Choose};
use crate::pages::settings::PathDialog;
use crate::parts::{Button, ButtonKind, Card, Dialog, FaultView, PageHead, Shown, TextField};
use crate::state::{State, ask};
use crate::words::{t, t_with};

/// Why a backup was made, in words. Somebody may have put another one into the folder.
pub(crate) fn reason(of: &str) -> String {
    let known = ["daily", "import", "by-hand", "before-erase", "before-undo", "aside", "salvaged"]
        .into_iter()
        .find(|one| *one == of);
    t(&format!("backup-reason-{}", known.unwrap_or("other")))
}

/// The button that puts a backup in the roster's place, once that was asked.
#[component]
pub(crate) fn RestoreButton(
    /// Which.
    backup: BackupLine,
    /// It may ask for its passphrase.
    protected: bool,
    /// What comes after it was restored.
    then: UnsyncCallback<()>,
) -> impl IntoView {
    let state = State::here();
    let (asking, busy) = (RwSignal::new(false), RwSignal::new(false));
    let (passphrase, wanted) = (RwSignal::new(String::new()), RwSignal::new(protected));
    let fault = RwSignal::new(None::<Fault>);
    let name = StoredValue::new(backup.name);
    let when = format::moment(backup.at);
    let text = t_with("backup-restore-text", &[("when", when.as_str().into())]);
    let restore = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        fault.set(None);
        let said = Some(passphrase.get_untracked()).filter(|said| !said.is_empty()).map(Secret);
        passphrase.set(String::new());
        spawn_local(async move {
            match state.write(&RestoreBackup { name: name.get_value(), passphrase: said }).await {
                Ok(restored) => {
                    let mut said = t_with("backup-restored", &[("path", restored.roster.path.into())]);
                    if let Some(aside) = restored.aside {
                        said = format!("{said} {}", t_with("backup-aside", &[("path", aside.into())]));
                    }
                    state.say(said);
                    asking.try_set(false);
                    then.run(());
                }
                Err(refused) => {
                    if refused.code == FaultCode::Locked {
                        wanted.try_set(true);
                    }
                    fault.try_set(Some(refused));
                }
            }
            busy.try_set(false);
        });
    };
    view! {
        <Button kind=ButtonKind::Quiet on_press=move || asking.set(true)>{t("backup-restore")}</Button>
        <Dialog open=asking title=t("backup-restore-title")>
            <form class="form" on:submit=restore>
                <p>{text.clone()}</p>
                {move || {
                    wanted
                        .get()
                        .then(|| {
                            view! {
                                <TextField
                                    label=t("protect-passphrase")
                                    value=passphrase
                                    kind="password"
                                    hint=t("way-out-passphrase-hint")
                                />
                            }
                        })
                }}
                {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
                <div class="dialog-foot">
                    <Button on_press=move || asking.set(false)>{t("screen-cancel")}</Button>
                    <Button kind=ButtonKind::Danger submit=true busy=busy on_press=|| {}>
                        {t("backup-restore-do")}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}

/// Saves what can still be read of the roster in question, and says what was left behind.
#[component]
pub(crate) fn Salvage(
    /// It asks for its passphrase.
    protected: bool,
) -> impl IntoView {
    let state = State::here();
    let (to, passphrase) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let busy = RwSignal::new(false);
    let came = RwSignal::new(None::<Result<SalvagedRoster, Fault>>);
    let given = |field: RwSignal<String>| Some(field.get_untracked().trim().to_owned()).filter(|text| !text.is_empty());
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        came.set(None);
        let said = Some(passphrase.get_untracked()).filter(|said| !said.is_empty()).map(Secret);
        let request = SalvageRoster { roster: None, to: given(to), passphrase: said };
        spawn_local(async move {
            came.try_set(Some(ipc::call(&request).await));
            busy.try_set(false);
        });
    };
    let go = StoredValue::new(go_to());
    let open = move |path: String| open_roster(state, go.get_value(), OpenRoster { path });
    view! {
        <form class="form" on:submit=send>
            <p class="quiet">{t("salvage-hint")}</p>
            <TextField label=t("salvage-into") value=to hint=t("salvage-into-hint") />
            {protected
                .then(|| {
                    view! {
                        <TextField
                            label=t("protect-passphrase")
                            value=passphrase
                            kind="password"
                            hint=t("way-out-passphrase-hint")
                        />
                    }
                })}
            <div class="actions">
                <Button submit=true busy=busy on_press=|| {}>{t("salvage-do")}</Button>
            </div>
            {move || {
                came.get()
                    .map(|came| match came {
                        Err(fault) => view! { <FaultView fault=fault /> }.into_any(),
                        Ok(salvaged) => {
                            let path = salvaged.path.clone();
                            view! {
                                <Came salvaged=salvaged />
                                <Button on_press=move || open(path.clone())>{t("salvage-open")}</Button>
                            }
                                .into_any()
                        }
                    })
            }}
        </form>
    }
}

#[component]
fn Came(salvaged: SalvagedRoster) -> impl IntoView {
    let facts = [("rows", format::whole(salvaged.rows as f64).into()), ("path", salvaged.path.into())];
    let over = if salvaged.left.is_empty() { "salvage-all" } else { "salvage-left" };
    let left: Vec<_> = salvaged.left.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    view! {
        <div role="status">
            <p>{t_with("salvage-done", &facts)}</p>
            <p>{t_with(over, &[("tables", salvaged.whole.into())])}</p>
            {(!left.is_empty()).then(|| view! { <ul>{left}</ul> })}
        </div>
    }
}

/// The page of a roster that did not open.
#[component]
pub(crate) fn Unopened() -> impl IntoView {
    let asked = ask(|_| false, || Some(ShowWayOut {}));
    view! {
        <main class="main" id="main" tabindex="-1">
            <div class="page page-narrow">
                <Shown ask=asked lines=6 then=|view: WayOut| view! { <Ways view=view /> }.into_any() />
            </div>
        </main>
    }
}

#[component]
fn Ways(view: WayOut) -> impl IntoView {
    let state = State::here();
    if view.why.is_none() {
        // It was opened meanwhile, in another page.
        anew();
    }
    let protected = view.protected;
    let none = view.backups.is_empty();
    let then = UnsyncCallback::new(|()| anew());
    let rows = view.backups.into_iter().map(|backup| {
        view! {
            <tr>
                <th scope="row">{format::moment(backup.at)}</th>
                <td>{reason(&backup.reason)}</td>
                <td>
                    <RestoreButton backup=backup protected=protected then=then />
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let (go, sample) = (go_to(), go_to());
    let (opening, making) = (RwSignal::new(false), RwSignal::new(false));
    let (again, path) = (go.clone(), view.path.clone());
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
    view! {
        <PageHead title=t_with("way-out-title", &[("name", view.name.as_str().into())]) under=view.path />
        {view.why.map(|why| view! { <FaultView fault=why /> })}
        <Card title=t("way-out-backups")>
            <p class="quiet">{t("way-out-backups-hint")}</p>
            {if none {
                view! { <p>{t("safety-no-backup")}</p> }.into_any()
            } else {
                view! {
                    <div class="table-scroll" tabindex="0" role="region" aria-label=t("backup-list")>
                        <table class="grid-table">
                            <thead>
                                <tr>
                                    <th scope="col">{t("backup-column-at")}</th>
                                    <th scope="col">{t("backup-column-why")}</th>
                                    <td></td>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                }
                    .into_any()
            }}
            <p class="quiet">{t_with("backup-folder-is", &[("path", view.folder.into())])}</p>
        </Card>
        <Card title=t("way-out-salvage")>
            <Salvage protected=protected />
        </Card>
        <Card title=t("way-out-other")>
            <div class="actions">
                <Button on_press=move || {
                    open_roster(state, again.clone(), OpenRoster { path: path.clone() });
                }>{t("way-out-again")}</Button>
                <Button on_press=elsewhere>{t("screen-roster-open")}</Button>
                <Button on_press=move || making.set(true)>{t("screen-roster-new")}</Button>
                <Button on_press=move || open_sample(state, sample.clone())>{t("screen-open-sample")}</Button>
            </div>
        </Card>
        <PathDialog open=opening title=t("screen-roster-open") make=false />
        <PathDialog open=making title=t("screen-roster-new") make=true />
    }
}
