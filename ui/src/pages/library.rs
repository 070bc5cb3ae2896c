//! The session library: what weeks are built from, by sport and kind, and the coach's own sessions from one line of text.

mod add;
pub mod filter;

use contract::Topic;
use contract::library::{AddTemplate, LibraryLine, ShowLibrary, WithdrawTemplate};
use domain::id::AthleteId;
use domain::library::Template;
use leptos::prelude::*;

use crate::format;
use crate::parts::{
    Badge, Button, ButtonKind, Card, Choice, Empty, Evidence, Look, PageHead, Shown, TextField, WorkoutProfile,
};
use crate::state::{State, ask};
use crate::words::{t, t_with};

use add::AddSession;
use filter::{Filter, groups};

/// The page.
#[component]
pub fn LibraryPage() -> impl IntoView {
    let whom = RwSignal::new(String::new());
    let library = ask(
        |moved| moved.topic == Topic::Plan,
        move || Some(ShowLibrary { athlete: whom.get().parse::<AthleteId>().ok() }),
    );
    let sport = RwSignal::new(String::new());
    let search = RwSignal::new(String::new());
    let sports = Signal::derive(move || {
        let there = library.value().unwrap_or_default();
        let all = filter::sports(&there).into_iter();
        std::iter::once((String::new(), t("library-sport-all")))
            .chain(all.map(|sport| (sport.code().to_owned(), t(&format!("sport-{}", sport.code())))))
            .collect::<Vec<_>>()
    });
    let list = move |all: Vec<LibraryLine>| {
        let all = StoredValue::new(all);
        (move || {
            let filter = Filter { sport: sport.get(), search: search.get() };
            let groups = all.with_value(|all| groups(all, &filter));
            if groups.is_empty() {
                let all = move || {
                    sport.set(String::new());
                    search.set(String::new());
                };
                return view! {
                    <Empty title=t("library-empty") hint=t("library-empty-hint")>
                        <Button on_press=all>{t("screen-show-all")}</Button>
                    </Empty>
                }
                .into_any();
            }
            groups
                .into_iter()
                .map(|(sport, lines)| {
                    let count = t_with("library-count", &[("count", lines.len().into())]);
                    let lines = lines.into_iter().map(|line| view! { <Line line=line /> }).collect_view();
                    view! {
                        <section class="library-group">
                            <h3>{t(&format!("sport-{}", sport.code()))} " " <span class="quiet">{count}</span></h3>
                            <ul class="library">{lines}</ul>
                        </section>
                    }
                })
                .collect_view()
                .into_any()
        })
        .into_any()
    };
    view! {
        <div class="page" data-testid="library-page">
            <PageHead title=t("library-title") under=t("library-under") />
            <Card title=t("library-add")>
                <AddSession whom=whom />
            </Card>
            <Card title=t("library-title")>
                <div class="library-filter">
                    <Choice label=t("library-sport") value=sport options=sports />
                    <TextField label=t("library-search") value=search kind="search" example=t("library-search-example") />
                </div>
                <Shown ask=library lines=10 then=list />
            </Card>
        </div>
    }
}

#[component]
fn Line(line: LibraryLine) -> impl IntoView {
    let LibraryLine { template, own, athlete, load, rpe } = line;
    let session = template.session(template.sport, template.min_minutes);
    let minutes = if template.min_minutes == template.max_minutes {
        t_with("workout-minutes", &[("minutes", template.min_minutes.into())])
    } else {
        t_with("library-range", &[("low", template.min_minutes.into()), ("high", template.max_minutes.into())])
    };
    let text = template.workout.as_ref().map_or_else(|| t("library-steady"), ToString::to_string);
    let felt = rpe.map_or_else(|| t("workout-unknown-rpe"), |rpe| format::number(rpe, 1));
    let badge = own.then(|| {
        let key = if athlete.is_some() { "library-own-one" } else { "library-own" };
        view! { <Badge look=Look::Solid>{t(key)}</Badge> }
    });
    view! {
        <li class="library-line" data-testid="library-line">
            <WorkoutProfile session=session />
            <div class="library-words">
                <h4>
                    {template.title.clone()} " " <Badge>{t(&format!("kind-{}", template.kind.code()))}</Badge> " " {badge}
                </h4>
                <p class="quiet">{text}</p>
            </div>
            <p class="workout-figures">
                <span>{minutes}</span>
                <span>{t_with("workout-load", &[("load", format::whole(load).into())])}</span>
                <span>{t_with("workout-rpe", &[("rpe", felt.into())])} " " <Evidence grade=0 /></span>
            </p>
            {own.then(|| view! { <Withdraw template=template.clone() athlete=athlete /> })}
        </li>
    }
}

/// Takes an own session out, when asked twice.
#[component]
fn Withdraw(template: Template, athlete: Option<AthleteId>) -> impl IntoView {
    let state = State::here();
    let sure = RwSignal::new(false);
    let press = move || {
        if !sure.get_untracked() {
            sure.set(true);
            return;
        }
        let back = WithdrawTemplate { template: template.id.clone() };
        let again = AddTemplate {
            title: template.title.clone(),
            kind: template.kind,
            sport: template.sport,
            text: template.workout.as_ref().map(ToString::to_string).unwrap_or_default(),
            athlete,
        };
        let said = t_with("library-withdrawn", &[("title", template.title.as_str().into())]);
        state.take_back(back, again, &template.title, said);
    };
    view! {
        <Button kind=ButtonKind::Quiet on_press=press>
            {move || t(if sure.get() { "library-withdraw-sure" } else { "library-withdraw" })}
        </Button>
    }
}
