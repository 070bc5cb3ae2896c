//! What changed because of an import, athlete by athlete.

use contract::import::Changed;
use domain::attention::Severity;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::format;
use crate::parts::{Card, Figure, Mark};
use crate::state::athlete_path;
use crate::words::{t, t_with};

/// The strip.
#[component]
pub(super) fn ChangedStrip(
    /// One for each athlete.
    changed: Vec<Changed>,
) -> impl IntoView {
    let rows = changed.into_iter().map(|one| view! { <ChangedLine one=one /> }).collect_view();
    view! {
        <Card title=t("screen-changed") under=t("screen-changed-under")>
            <div class="table-scroll">
                <table class="grid-table changed">
                    <thead>
                        <tr>
                            <th scope="col">{t("screen-col-athlete")}</th>
                            <th scope="col">{t("screen-changed-came")}</th>
                            <th scope="col" class="right" title=t("screen-changed-load-hint")>{t("screen-changed-load")}</th>
                            <th scope="col" class="right">{t("screen-changed-form")}</th>
                            <th scope="col">{t("screen-changed-flags")}</th>
                            <th scope="col">{t("screen-changed-sessions")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Card>
    }
}

#[component]
fn ChangedLine(one: Changed) -> impl IntoView {
    let came: Vec<String> = [("screen-moved-activities", one.activities), ("screen-moved-wellness", one.wellness)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| t_with(key, &[("count", count.into())]))
        .collect();
    let (before, after) = one.load_7d;
    let load = step(
        Some(format::whole(before)),
        Some(format::whole(after)),
        format::signed(after.round() - before.round(), 0),
    );
    let form = step(
        one.form.0.map(|form| format::signed(form, 0)),
        one.form.1.map(|form| format::signed(form, 0)),
        String::new(),
    );
    let flags = one
        .new_flags
        .into_iter()
        .map(|flag| (Some(Severity::Watch), "screen-changed-new", flag))
        .chain(one.gone_flags.into_iter().map(|flag| (None, "screen-changed-gone", flag)))
        .map(|(severity, key, flag)| {
            view! {
                <li>
                    <Mark severity=severity />
                    <span>
                        <strong>{t(key)}</strong>
                        " "
                        {flag}
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">
                <A href=athlete_path(one.athlete)>{one.name}</A>
            </th>
            <td>{came.join(", ")}</td>
            <td class="right">{load}</td>
            <td class="right">{form}</td>
            <td>
                <ul class="changed-flags">{flags}</ul>
            </td>
            <td>
                {if one.sessions.is_empty() {
                    view! { <Figure value="" /> }.into_any()
                } else {
                    one.sessions.join(", ").into_any()
                }}
            </td>
        </tr>
    }
}

/// A value before and after; equal ones stand once.
fn step(before: Option<String>, after: Option<String>, by: String) -> AnyView {
    if before == after {
        return view! { <Figure value=after.unwrap_or_default() /> }.into_any();
    }
    let by = (!by.is_empty()).then(|| view! { <span class="under">{by}</span> });
    view! {
        <span class="quiet">
            <Figure value=before.unwrap_or_default() />
        </span>
        <span aria-hidden="true">" \u{2192} "</span>
        <span class="only-read">{t("screen-changed-to")}</span>
        <strong>
            <Figure value=after.unwrap_or_default() />
        </strong>
        {by}
    }
    .into_any()
}
