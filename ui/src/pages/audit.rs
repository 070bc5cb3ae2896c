//! The journal: who changed what, when, and what stood there before; and whether its chain holds.

use contract::safety::{AuditView, ChainView, ReadAudit, VerifyAudit};
use domain::journal::JournalLine;
use leptos::prelude::*;

use crate::format;
use crate::parts::{Button, Card, Choice, Empty, PageHead, Shown};
use crate::state::ask;
use crate::words::{t, t_with};

/// Lines of a page.
const PAGE: u32 = 100;

/// The page.
#[component]
pub fn AuditPage() -> impl IntoView {
    let author = RwSignal::new(String::new());
    let action = RwSignal::new(String::new());
    let before = RwSignal::new(None::<String>);
    let chosen = |signal: RwSignal<String>| Some(signal.get()).filter(|text| !text.is_empty());
    // Another choice begins at the newest line again.
    Effect::new(move |earlier: Option<()>| {
        author.track();
        action.track();
        if earlier.is_some() {
            before.set(None);
        }
    });
    let lines = ask(
        |_| true,
        move || {
            Some(ReadAudit {
                athlete: None,
                author: chosen(author),
                action: chosen(action),
                from: None,
                to: None,
                before: before.get(),
                limit: PAGE,
            })
        },
    );
    let chain = ask(|_| false, || Some(VerifyAudit {}));
    let options = move |all: &'static str, pick: fn(AuditView) -> Vec<String>| {
        Signal::derive(move || {
            let names = lines.value().map(pick).unwrap_or_default();
            std::iter::once((String::new(), t(all))).chain(names.into_iter().map(|name| (name.clone(), name))).collect()
        })
    };
    let (authors, actions) = (options("audit-anybody", |v| v.authors), options("audit-anything", |v| v.actions));
    view! {
        <div class="page">
            <PageHead title=t("audit-title") under=t("audit-under") />
            <Card title=t("audit-find")>
                <div class="form">
                    <Choice label=t("audit-who") value=author options=authors />
                    <Choice label=t("audit-what") value=action options=actions />
                </div>
                <Shown ask=chain lines=1 then=|chain| view! { <Chain chain=chain /> }.into_any() />
            </Card>
            <Card title=t("audit-changes")>
                <Shown ask=lines lines=12 then=move |view| view! { <Lines view=view before=before /> }.into_any() />
            </Card>
        </div>
    }
}

#[component]
fn Chain(chain: ChainView) -> impl IntoView {
    let number = |count: u64| format::whole(count as f64);
    let facts = [
        ("lines", number(chain.lines).into()),
        ("erased", number(chain.erased).into()),
        ("known", number(chain.known.into()).into()),
    ];
    let breaks = chain.breaks.into_iter().map(|broken| {
        let text = t_with(&format!("chain-break-{}", broken.kind), &[("clock", broken.clock.into())]);
        view! { <p class="fault" role="status">{text}</p> }
    });
    view! {
        <p>{t_with("chain-is", &facts)}</p>
        {chain.head.map(|head| view! { <p class="quiet">{t_with("chain-head-is", &[("head", head.into())])}</p> })}
        {breaks.collect_view()}
    }
}

#[component]
fn Lines(view: AuditView, before: RwSignal<Option<String>>) -> impl IntoView {
    if view.lines.is_empty() {
        return view! { <Empty title=t("audit-nothing") /> }.into_any();
    }
    let oldest = view.lines.last().map(|line| line.clock.clone());
    let rows = view.lines.into_iter().map(row).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t("audit-lines")>
            <table class="grid-table">
                <thead>
                    <tr>
                        <th scope="col">{t("audit-when")}</th>
                        <th scope="col">{t("audit-who")}</th>
                        <th scope="col">{t("audit-what")}</th>
                        <th scope="col">{t("audit-before")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {view
            .more
            .then(|| {
                view! { <Button on_press=move || before.set(oldest.clone())>{t("audit-older")}</Button> }
            })}
    }
    .into_any()
}

fn row(line: JournalLine) -> impl IntoView {
    let stood = if line.before.is_null() { String::new() } else { line.before.to_string() };
    view! {
        <tr>
            <th scope="row">{format::moment(line.at)}</th>
            <td>{line.author}</td>
            <td>
                <code>{line.action}</code>
                " "
                {line.subject}
            </td>
            <td>
                <code>{stood}</code>
            </td>
        </tr>
    }
}
