//! An athlete's own file: how it stands, what they may add (mornings, how hard it felt, comments), and sending it back.

mod activity;
mod morning;

use contract::entry::Exported;
use contract::own::{OwnView, SayOwn, SendBack, ShowOwn};
use contract::{Fault, Topic};
use domain::own::{OwnWord, Said};
use domain::words::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::format;
use crate::ipc;
use crate::parts::{Button, ButtonKind, Card, Empty, ExportedNote, PageHead, Shown};
use crate::state::{Ask, State, ask, athlete_path};
use crate::words::{t, t_with};

use activity::Activities;
use morning::MorningForm;

/// What moves this page.
const MOVED: &[Topic] = &[Topic::Roster, Topic::Wellness, Topic::Activities];
/// Words shown of what was said.
const SHOWN: usize = 20;

/// The page.
#[component]
pub fn OwnPage() -> impl IntoView {
    let page = ask(|moved| MOVED.contains(&moved.topic), || Some(ShowOwn {}));
    let shown = move |view: Option<OwnView>| match view {
        Some(view) => view! { <Own view=view page=page /> }.into_any(),
        None => view! { <Empty title=t("own-page-none") hint=t("own-page-none-hint") /> }.into_any(),
    };
    view! {
        <div class="page page-narrow">
            <PageHead title=t("own-page") under=t("own-page-under") />
            <Shown ask=page lines=6 then=shown />
        </div>
    }
}

#[component]
fn Own(view: OwnView, page: Ask<Option<OwnView>>) -> impl IntoView {
    let facts = [
        ("athlete", view.name.as_str().into()),
        ("author", view.own.author.as_str().into()),
        ("day", format::day(view.own.at.date_naive()).into()),
        ("unsent", view.unsent.into()),
    ];
    let info = t_with("own-info", &facts);
    let lines: Vec<_> = view.said.iter().take(SHOWN).map(|word| view! { <li>{told(word)}</li> }).collect();
    let said = if lines.is_empty() {
        view! { <p class="quiet">{t("own-said-nothing")}</p> }.into_any()
    } else {
        view! { <ul class="annotations" data-testid="own-said">{lines}</ul> }.into_any()
    };
    let (athlete, name, today, activities) = (view.own.athlete, view.name.clone(), view.today, view.activities.clone());
    view! {
        <Card title=name>
            <p>{info}</p>
            <p class="quiet">{t("own-page-hint")}</p>
            <div>
                <A href=athlete_path(athlete) attr:class="button">
                    {t("own-page-history")}
                </A>
            </div>
        </Card>
        <Card title=t("own-morning")>
            <MorningForm today=today page=page />
        </Card>
        <Card title=t("own-activities")>
            <Activities activities=activities page=page />
        </Card>
        <Card title=t("own-said")>{said}</Card>
        <SendCard view=view page=page />
    }
}

fn told(word: &OwnWord) -> String {
    format!("{}  {}", format::moment(word.at), Words::here().said(&word.said))
}

#[component]
fn SendCard(view: OwnView, page: Ask<Option<OwnView>>) -> impl IntoView {
    let written = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let nothing = view.said.is_empty();
    let send = move || {
        busy.set(true);
        spawn_local(async move {
            let sent = ipc::call(&SendBack { folder: None }).await;
            busy.try_set(false);
            let file = sent.map(|sent| Exported { path: sent.path, bytes: sent.bytes, left_out: Vec::new() });
            page.again();
            written.try_set(Some(file));
        });
    };
    view! {
        <Card title=t("own-send")>
            <p>{t("own-send-hint")}</p>
            <p>
                {t("own-send-key")} " " <strong class="fingerprint">{view.words_of_key}</strong>
            </p>
            <div>
                <Button kind=ButtonKind::Primary busy=busy disabled=nothing on_press=send>
                    {t("own-send-do")}
                </Button>
            </div>
            <ExportedNote written=written />
        </Card>
    }
}

/// Keeps what was said, and tells what came of it; `done` follows when it is kept.
fn say(
    state: State,
    page: Ask<Option<OwnView>>,
    said: Vec<Said>,
    fault: RwSignal<Option<Fault>>,
    done: impl Fn() + 'static,
) {
    spawn_local(async move {
        match state.write(&SayOwn { said }).await {
            Ok(_) => {
                state.say(t("own-kept"));
                fault.try_set(None);
                done();
                page.again();
            }
            Err(refused) => {
                fault.try_set(Some(refused));
            }
        }
    });
}
