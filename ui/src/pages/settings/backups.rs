//! Backups: which there are, one more, a second look, the way back; and whether the file and its journal are sound.

use contract::Topic;
use contract::safety::{BackupLine, CheckRoster, MakeBackup, SafetyView, ShowSafety, VerifyBackup};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::format;
use crate::ipc;
use crate::parts::{Button, ButtonKind, Card, Dialog, Shown};
use crate::shell::{RestoreButton, Salvage, reason};
use crate::state::{Ask, State, ask};
use crate::words::{t, t_with};

/// The section.
#[component]
pub(super) fn BackupsCard() -> impl IntoView {
    let state = State::here();
    let safety = ask(|moved| moved.topic == Topic::Roster, || Some(ShowSafety {}));
    let making = RwSignal::new(false);
    let checking = RwSignal::new(false);
    let salvaging = RwSignal::new(false);
    let make = move || {
        making.set(true);
        spawn_local(async move {
            match ipc::call(&MakeBackup { folder: None }).await {
                Ok(made) => state.say(outcome(made.wrong.as_deref(), made.rows)),
                Err(fault) => state.say_fault(&fault),
            }
            making.try_set(false);
            safety.again();
        });
    };
    let check = move || {
        checking.set(true);
        spawn_local(async move {
            match ipc::call(&CheckRoster {}).await {
                Ok(checked) if checked.findings.is_empty() && checked.chain.breaks.is_empty() => {
                    let lines = format::whole(checked.chain.lines as f64);
                    let holds = t_with("audit-holds", &[("lines", lines.into())]);
                    state.say(format!("{} {holds}", t("check-sound")));
                }
                // What was found stands above the list from now on.
                Ok(_) => {}
                Err(fault) => state.say_fault(&fault),
            }
            checking.try_set(false);
            safety.again();
        });
    };
    view! {
        <Card title=t("safety-title")>
            <p class="quiet">{t("safety-hint")}</p>
            <Shown ask=safety lines=6 then=move |view| view! { <Standing view=view safety=safety /> }.into_any() />
            <div class="actions">
                <Button busy=making on_press=make>{t("backup-now")}</Button>
                <Button busy=checking on_press=check>{t("backup-check")}</Button>
                <Button on_press=move || salvaging.set(true)>{t("way-out-salvage")}</Button>
                <A href="/audit" attr:class="button">{t("audit-open")}</A>
            </div>
            <Dialog open=salvaging title=t("way-out-salvage")>
                <Salvage protected=false />
            </Dialog>
        </Card>
    }
}

fn outcome(wrong: Option<&str>, rows: u64) -> String {
    match wrong {
        None => t_with("backup-whole", &[("rows", format::whole(rows as f64).into())]),
        Some(wrong) => t_with("backup-wrong", &[("detail", wrong.into())]),
    }
}

#[component]
fn Standing(view: SafetyView, safety: Ask<SafetyView>) -> impl IntoView {
    let checked = view.checked.map_or_else(|| t("safety-never-checked"), |checked| format::moment(checked.at));
    let warnings =
        view.warnings.into_iter().map(|text| view! { <p class="fault" role="status">{text}</p> }).collect_view();
    let none = view.backups.is_empty();
    let rows = view.backups.into_iter().map(|backup| view! { <Row backup=backup safety=safety /> }).collect_view();
    view! {
        {warnings}
        <dl class="facts">
            <dt>{t("safety-folder")}</dt>
            <dd>
                <code>{view.folder}</code>
            </dd>
            <dt>{t("safety-checked")}</dt>
            <dd>{checked}</dd>
        </dl>
        {if none {
            view! { <p class="quiet">{t("safety-no-backup")}</p> }.into_any()
        } else {
            view! {
                <div class="table-scroll" tabindex="0" role="region" aria-label=t("backup-list")>
                    <table class="grid-table">
                        <thead>
                            <tr>
                                <th scope="col">{t("backup-column-at")}</th>
                                <th scope="col">{t("backup-column-why")}</th>
                                <th scope="col" class="right">{t("backup-column-size")}</th>
                                <td></td>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
                .into_any()
        }}
    }
}

#[component]
fn Row(backup: BackupLine, safety: Ask<SafetyView>) -> impl IntoView {
    let state = State::here();
    let looking = RwSignal::new(false);
    let found = RwSignal::new(String::new());
    let name = StoredValue::new(backup.name.clone());
    let look = move || {
        looking.set(true);
        spawn_local(async move {
            match ipc::call(&VerifyBackup { name: name.get_value() }).await {
                Ok(one) => {
                    found.try_set(outcome(one.wrong.as_deref(), one.rows));
                }
                Err(fault) => state.say_fault(&fault),
            }
            looking.try_set(false);
        });
    };
    let size = format!("{}\u{a0}MB", format::number(backup.bytes as f64 / 1e6, 1));
    let (when, why) = (format::moment(backup.at), reason(&backup.reason));
    let then = UnsyncCallback::new(move |()| safety.again());
    view! {
        <tr>
            <th scope="row">{when}</th>
            <td>{why}</td>
            <td class="right">{size}</td>
            <td>
                <div class="actions">
                    <Button kind=ButtonKind::Quiet busy=looking on_press=look>{t("backup-verify")}</Button>
                    <RestoreButton backup=backup protected=false then=then />
                </div>
                <p class="quiet" role="status">{move || found.get()}</p>
            </td>
        </tr>
    }
}
