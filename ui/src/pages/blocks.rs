//! Fixed things of the club: group sessions, hall times and camps, put into the weeks of everybody they are for.

mod apply;
pub mod form;

use contract::Topic;
use contract::club::{BlocksView, ListBlocks, WithdrawBlock};
use domain::club::ClubBlock;
use leptos::prelude::*;

use crate::format;
use crate::pages::availability::usual::DAYS;
use crate::parts::{Badge, Button, ButtonKind, Card, Dialog, Empty, PageHead, Shown};
use crate::state::{State, ask};
use crate::words::{t, t_with};

use apply::Apply;
use form::BlockForm;

/// The page.
#[component]
pub fn BlocksPage() -> impl IntoView {
    let blocks = ask(|moved| moved.athlete.is_none() && moved.topic == Topic::Plan, || Some(ListBlocks {}));
    let adding = RwSignal::new(false);
    let changed = RwSignal::new(None::<ClubBlock>);
    let applied = RwSignal::new(None::<ClubBlock>);
    let applying = RwSignal::new(false);
    let add = move || {
        changed.set(None);
        adding.set(true);
    };
    let list = move |view: BlocksView| {
        if view.blocks.is_empty() {
            return view! {
                <Empty title=t("blocks-none") hint=t("blocks-none-hint")>
                    <Button kind=ButtonKind::Primary on_press=add>
                        {t("blocks-add")}
                    </Button>
                </Empty>
            }
            .into_any();
        }
        let line = |block: ClubBlock| {
            let squad = view.squads.iter().find(|(id, _)| Some(*id) == block.squad).map(|(_, name)| name.clone());
            let (one, other) = (block.clone(), block.clone());
            let change = move || {
                changed.set(Some(one.clone()));
                adding.set(true);
            };
            let apply = move || {
                applied.set(Some(other.clone()));
                applying.set(true);
            };
            view! { <Line block=block squad=squad on_change=change on_apply=apply /> }
        };
        view! { <ul class="blocks">{view.blocks.iter().cloned().map(line).collect_view()}</ul> }.into_any()
    };
    let title =
        Signal::derive(move || t(if changed.with(Option::is_some) { "blocks-change-title" } else { "blocks-add" }));
    let apply_title = Signal::derive(move || {
        let name = applied.with(|block| block.as_ref().map(|block| block.name.clone())).unwrap_or_default();
        t_with("blocks-apply-title", &[("name", name.into())])
    });
    view! {
        <div class="page" data-testid="blocks-page">
            <PageHead title=t("blocks-title") under=t("blocks-under")>
                <Button kind=ButtonKind::Primary on_press=add>
                    {t("blocks-add")}
                </Button>
            </PageHead>
            <Card title=t("blocks-list")>
                <Shown ask=blocks then=list />
            </Card>
            <Dialog open=adding title=title wide=true>
                {move || {
                    let squads = untrack(|| blocks.value()).map(|view| view.squads).unwrap_or_default();
                    view! { <BlockForm squads=squads block=changed.get_untracked() open=adding /> }
                }}
            </Dialog>
            <Dialog open=applying title=apply_title wide=true>
                {move || applied.get_untracked().map(|block| view! { <Apply block=block open=applying /> })}
            </Dialog>
        </div>
    }
}

#[component]
fn Line<C, A>(block: ClubBlock, squad: Option<String>, on_change: C, on_apply: A) -> impl IntoView
where
    C: Fn() + 'static,
    A: Fn() + 'static,
{
    let state = State::here();
    let id = block.id;
    let again = form::same(&block);
    let withdraw = move || {
        state.take_back(WithdrawBlock { block: id }, again.clone(), &again.name, t("blocks-withdrawn"));
    };
    view! {
        <li class="block" data-testid="block">
            <div>
                <h3>
                    {block.name.clone()} " " <Badge>{t(&format!("block-{}", block.kind.code()))}</Badge>
                </h3>
                <p>{when(&block)}</p>
                <p class="quiet">
                    {t_with(
                        "blocks-session",
                        &[("title", block.session.title.as_str().into()), ("minutes", block.session.minutes.into())],
                    )}
                </p>
            </div>
            <p>{squad.unwrap_or_else(|| t("availability-everybody"))}</p>
            <div class="actions">
                <Button on_press=on_apply>{t("blocks-apply")}</Button>
                <Button kind=ButtonKind::Quiet on_press=on_change>
                    {t("screen-change")}
                </Button>
                <Button kind=ButtonKind::Quiet on_press=withdraw>
                    {t("blocks-withdraw")}
                </Button>
            </div>
        </li>
    }
}

/// `Tue, Thu, 18:00, 3 Nov – 26 Nov 2026`.
fn when(block: &ClubBlock) -> String {
    let days: Vec<String> = DAYS.iter().zip(block.weekdays).filter(|(_, on)| *on).map(|(day, _)| t(day)).collect();
    let time = block.starts.map(|time| format!(", {}", format::time(time))).unwrap_or_default();
    let span = if block.from == block.to {
        format::day_of_year(block.from)
    } else {
        format!("{} \u{2013} {}", format::short_day(block.from), format::day_of_year(block.to))
    };
    format!("{}{time}, {span}", days.join(", "))
}
