//! What a plan file tells, said before it is written: which texts of changes go with it, and for whom it is encrypted.

use std::collections::BTreeSet;

use contract::incoming::{PlanTexts, PlanTextsView, Seal};
use contract::keyring::Secret;
use domain::id::OverrideId;
use leptos::prelude::*;

use super::desk::Desk;
use crate::parts::{Button, Dialog, Shown, TextField, Toggle};
use crate::state::ask;
use crate::words::{t, t_with};

/// The dialog; asks anew each time it opens, and nothing is ticked.
#[component]
pub(super) fn ExportDialog(
    /// The week.
    desk: Desk,
) -> impl IntoView {
    view! {
        <Dialog open=desk.exporting title=Signal::derive(|| t("week-export"))>
            <Form desk=desk />
        </Dialog>
    }
}

#[component]
fn Form(desk: Desk) -> impl IntoView {
    let for_team = RwSignal::new(false);
    let texts = ask(
        |_| false,
        move || {
            let asked = PlanTexts { athlete: desk.athlete.get()?, week: desk.week.get()?, for_team: for_team.get() };
            Some(asked).filter(|_| desk.exporting.get())
        },
    );
    let told = RwSignal::new(BTreeSet::<OverrideId>::new());
    // What goes to the athlete may be no text of a file for others.
    Effect::new(move |_| {
        for_team.track();
        told.set(BTreeSet::new());
    });
    let (passphrase, recipient) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let recipients: Vec<String> = recipient
            .get_untracked()
            .split([',', ' ', '\n'])
            .map(str::to_owned)
            .filter(|one| !one.is_empty())
            .collect();
        let passphrase = passphrase.get_untracked();
        let seal = match (passphrase.is_empty(), recipients.is_empty()) {
            (false, _) => Some(Seal::Passphrase { passphrase: Secret(passphrase) }),
            (true, false) => Some(Seal::Recipients { recipients }),
            (true, true) => None,
        };
        desk.exporting.set(false);
        desk.write_plan(told.get_untracked().into_iter().collect(), seal, for_team.get_untracked());
    };
    view! {
        <form class="form" data-testid="export-form" on:submit=send>
            <Toggle label=t("week-export-team") value=for_team hint=t("week-export-team-hint") />
            <Shown ask=texts lines=3 then=move |view: PlanTextsView| view! { <Texts view=view told=told /> }.into_any() />
            <TextField label=t("week-export-passphrase") kind="password" value=passphrase hint=t("week-export-passphrase-hint") />
            <TextField label=t("week-export-recipient") value=recipient hint=t("week-export-recipient-hint") />
            <div class="dialog-foot">
                <Button on_press=move || desk.exporting.set(false)>{t("screen-cancel")}</Button>
                <button type="submit" class="button button-primary" data-testid="export-write">
                    {t("week-export-write")}
                </button>
            </div>
        </form>
    }
}

#[component]
fn Texts(view: PlanTextsView, told: RwSignal<BTreeSet<OverrideId>>) -> impl IntoView {
    let lines = view
        .texts
        .iter()
        .map(|one| {
            let id = one.id;
            view! {
                <li>
                    <label>
                        <input
                            type="checkbox"
                            prop:checked=move || told.with(|told| told.contains(&id))
                            on:change=move |_| {
                                told.update(|told| {
                                    if !told.remove(&id) {
                                        told.insert(id);
                                    }
                                });
                            }
                        />
                        " "
                        {t(&format!("tag-{}", one.tag.code()))}
                        ": "
                        <bdi>{one.text.clone()}</bdi>
                    </label>
                </li>
            }
        })
        .collect_view();
    let notes = [("shared", view.shared_notes.into()), ("private", view.private_notes.into())];
    view! {
        <p>{t_with("week-export-notes", &notes)}</p>
        {if view.texts.is_empty() {
            view! { <p class="quiet">{t("week-export-no-texts")}</p> }.into_any()
        } else {
            view! {
                <fieldset>
                    <legend>{t("week-export-texts")}</legend>
                    <ul class="annotations">{lines}</ul>
                </fieldset>
            }
                .into_any()
        }}
    }
}
