//! The journal: who changed what, when, and what stood there before; and whether its chain holds.

use std::collections::BTreeMap;

use contract::people::{ListAthletes, Person};
use contract::safety::{AuditView, ChainView, ReadAudit, VerifyAudit};
use domain::id::AthleteId;
use domain::journal::JournalLine;
use leptos::prelude::*;
use uuid::Uuid;

use crate::format;
use crate::parts::{Button, Card, Choice, Empty, PageHead, Shown};
use crate::state::ask;
use crate::words::{t, t_with, words};

/// Lines of a page.
const PAGE: u32 = 100;

/// The page.
#[component]
pub fn AuditPage() -> impl IntoView {
    let athlete = RwSignal::new(String::new());
    let author = RwSignal::new(String::new());
    let action = RwSignal::new(String::new());
    let before = RwSignal::new(None::<String>);
    let chosen = |signal: RwSignal<String>| Some(signal.get()).filter(|text| !text.is_empty());
    // Another choice begins at the newest line again.
    Effect::new(move |earlier: Option<()>| {
        athlete.track();
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
                athlete: chosen(athlete).and_then(|id| id.parse::<Uuid>().ok()).map(AthleteId),
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
    let people = ask(|_| false, || Some(ListAthletes {}));
    let options = move |all: &'static str, known: fn(AuditView) -> Vec<(String, String)>| {
        Signal::derive(move || choices(all, lines.value().map(known).unwrap_or_default()))
    };
    let authors = options("audit-anybody", |view| view.authors.into_iter().map(|name| (name.clone(), name)).collect());
    let actions = options("audit-anything", |view| {
        let mut actions: Vec<_> = view.actions.into_iter().map(|code| (code.clone(), told(&code))).collect();
        actions.sort_by(|a, b| a.1.cmp(&b.1));
        actions
    });
    let named = |person: Person| (person.id.to_string(), person.name);
    let athletes = Signal::derive(move || {
        choices("audit-every-athlete", people.value().unwrap_or_default().into_iter().map(named).collect())
    });
    let names = Signal::derive(move || {
        people.value().unwrap_or_default().into_iter().map(|person| (person.id, person.name)).collect()
    });
    view! {
        <div class="page">
            <PageHead title=t("audit-title") under=t("audit-under") />
            <Card title=t("audit-find")>
                <div class="form-row">
                    <Choice label=t("audit-athlete") value=athlete options=athletes />
                    <Choice label=t("audit-who") value=author options=authors />
                    <Choice label=t("audit-what") value=action options=actions />
                </div>
                <Shown ask=chain lines=1 then=|chain| view! { <Chain chain=chain /> }.into_any() />
            </Card>
            <Card title=t("audit-changes")>
                <Shown ask=lines lines=12 then=move |view| view! { <Lines view=view names=names before=before /> }.into_any() />
            </Card>
        </div>
    }
}

/// What can be chosen, after "all".
fn choices(all: &str, known: Vec<(String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), t(all))).chain(known).collect()
}

/// What was done, in words; the code of a later version that has none here.
fn told(action: &str) -> String {
    let key = format!("journal-{action}");
    if words().has(&key) { t(&key) } else { action.to_owned() }
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
fn Lines(
    view: AuditView,
    names: Signal<BTreeMap<AthleteId, String>>,
    before: RwSignal<Option<String>>,
) -> impl IntoView {
    if view.lines.is_empty() {
        return view! { <Empty title=t("audit-nothing") /> }.into_any();
    }
    let oldest = view.lines.last().map(|line| line.clock.clone());
    let rows = view.lines.into_iter().map(|line| row(line, names)).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t("audit-lines")>
            <table class="grid-table">
                <thead>
                    <tr>
                        <th scope="col">{t("audit-when")}</th>
                        <th scope="col">{t("audit-who")}</th>
                        <th scope="col">{t("audit-athlete")}</th>
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

fn row(line: JournalLine, names: Signal<BTreeMap<AthleteId, String>>) -> impl IntoView {
    // What is only an identity tells a person nothing.
    let subject = line.subject.filter(|subject| subject.split(' ').any(|word| Uuid::parse_str(word).is_err()));
    let stood = (!line.before.is_null()).then(|| {
        view! {
            <details>
                <summary>{t("audit-stood")}</summary>
                <code>{line.before.to_string()}</code>
            </details>
        }
    });
    let athlete = line.athlete;
    let whose = move || athlete.and_then(|id| names.with(|names| names.get(&id).cloned()));
    view! {
        <tr>
            <th scope="row" class="nowrap">
                {format::moment(line.at)}
            </th>
            <td>{line.author}</td>
            <td>{whose}</td>
            <td>{told(&line.action)} {subject.map(|subject| view! { <span class="under">{subject}</span> })}</td>
            <td>{stood}</td>
        </tr>
    }
}
