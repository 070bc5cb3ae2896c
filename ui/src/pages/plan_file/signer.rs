//! Who signed a file and each change in it, and how they stand here.

use contract::incoming::{SignedChange, Signer};
use domain::keyring::Standing;
use leptos::prelude::*;

use super::desk::Desk;
use crate::format;
use crate::parts::{Badge, Button, Look, TextField};
use crate::words::{t, t_with};

fn look(standing: Standing) -> Look {
    match standing {
        Standing::Own | Standing::Trusted => Look::Filled,
        Standing::Known => Look::Solid,
        Standing::Stranger => Look::Dashed,
        Standing::OtherKey | Standing::Revoked => Look::Warn,
    }
}

/// The signer with the words of the key, what is to be thought of, and a way to say that they were compared.
#[component]
pub(super) fn SignerView(by: Signer, desk: Desk) -> impl IntoView {
    let code = by.standing.code();
    let unknown = matches!(by.standing, Standing::Stranger | Standing::OtherKey);
    let comparable = unknown || by.standing == Standing::Known;
    let key = by.key.clone();
    // A name that a file gives itself is data: it stands apart from our own words, in its own direction.
    let named = by.name.as_ref().filter(|name| **name != by.author).cloned();
    view! {
        <div class="plan-signer" data-testid="plan-signer">
            <p>
                <strong>
                    <bdi>{named.unwrap_or_else(|| by.author.clone())}</bdi>
                </strong>
                " "
                <Badge look=look(by.standing)>{t(&format!("key-standing-{code}"))}</Badge>
            </p>
            <p class="quiet">{t(&format!("plan-signer-{code}"))}</p>
            <p>
                <code class="fingerprint">{by.words}</code>
            </p>
            <p class="fault-trace">{by.fingerprint}</p>
            {unknown
                .then(|| {
                    view! { <TextField label=t("plan-signer-name") value=desk.name hint=t("plan-signer-name-hint") /> }
                })}
            {comparable
                .then(|| {
                    view! {
                        <Button on_press=move || desk.trust(key.clone())>{t("plan-signer-compared")}</Button>
                    }
                })}
        </div>
    }
}

/// Every signed change in the file, each with who signed it.
#[component]
pub(super) fn SignedChanges(changes: Vec<SignedChange>) -> impl IntoView {
    (!changes.is_empty()).then(|| {
        let lines = changes
            .into_iter()
            .map(|change| {
                let who = change.by.name.unwrap_or(change.by.author);
                let from = (!change.from.is_empty())
                    .then(|| t_with("plan-change-from", &[("count", change.from.len().into())]));
                view! {
                    <li>
                        <p>
                            <bdi>{who}</bdi>
                            " "
                            <Badge look=look(
                                change.by.standing,
                            )>{t(&format!("key-standing-{}", change.by.standing.code()))}</Badge>
                        </p>
                        <p>
                            {t(&format!("change-{}", change.change.code()))} ", "
                            {t(&format!("tag-{}", change.tag.code()))} ", " {format::moment(change.at)} " " {from}
                        </p>
                        {change.text.map(|text| view! { <p class="quiet"><bdi>{text}</bdi></p> })}
                    </li>
                }
            })
            .collect_view();
        view! {
            <h3>{t("plan-read-changes")}</h3>
            <ul class="annotations">{lines}</ul>
        }
    })
}
