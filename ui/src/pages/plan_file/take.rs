//! The sessions of a file beside those here, and taking them.

use contract::incoming::{FoundBy, PlanRead, UntakePlan};
use domain::incoming::{Incoming, Would};
use domain::keyring::Standing;
use leptos::prelude::*;

use super::desk::Desk;
use crate::format;
use crate::pages::week::reason::Refusal;
use crate::parts::{Badge, Button, ButtonKind, Look, Scrolls};
use crate::words::{t, t_with};

/// The table, and what can be done.
#[component]
pub(super) fn Sessions(read: PlanRead, desk: Desk) -> impl IntoView {
    let possible = read.here.is_some() && read.drafted && read.by.standing != Standing::Revoked;
    let athlete = read.here.as_ref().map(|here| here.athlete);
    let rows = if possible {
        read.sessions.iter().map(|one| row(one, desk).into_any()).collect::<Vec<_>>()
    } else {
        read.effective
            .standing()
            .map(|one| plain(one.date, &one.session.title, one.session.minutes).into_any())
            .collect()
    };
    let columns = possible.then(|| {
        view! {
            <th scope="col">{t("plan-col-would")}</th>
            <th scope="col">{t("plan-col-here")}</th>
        }
    });
    let sure = read.here.as_ref().is_some_and(|here| here.by != FoundBy::Name);
    let undo = athlete.filter(|_| read.taken > 0).map(|athlete| {
        let request = UntakePlan { athlete, week: read.week, file: read.file.clone() };
        view! {
            <Button busy=desk.busy on_press=move || desk.untake(request.clone())>
                {t_with("plan-read-untake", &[("count", read.taken.into())])}
            </Button>
        }
    });
    view! {
        <Scrolls label=t("plan-read-sessions")>
            <table class="grid-table">
                <thead>
                    <tr>
                        {possible.then(|| view! { <th scope="col">{t("plan-col-take")}</th> })}
                        <th scope="col">{t("plan-col-day")}</th>
                        <th scope="col">{t("plan-col-session")}</th>
                        <th scope="col" class="right">
                            {t("plan-col-minutes")}
                        </th>
                        {columns}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scrolls>
        {athlete
            .filter(|_| possible)
            .map(|athlete| {
                view! {
                    <Refusal broken=desk.broken busy=desk.busy on_insist=move || desk.take(athlete, true) />
                    <div class="actions">
                        <Button
                            kind=ButtonKind::Primary
                            busy=desk.busy
                            disabled=Signal::derive(move || !sure || desk.chosen.with(|chosen| chosen.is_empty()))
                            on_press=move || desk.take(athlete, false)
                        >
                            {move || t_with("plan-read-take", &[("count", desk.chosen.with(|chosen| chosen.len()).into())])}
                        </Button>
                    </div>
                }
            })}
        // What was taken can be taken back also when nothing more can be taken: its key was revoked.
        <div class="actions">{undo}</div>
    }
}

fn plain(date: chrono::NaiveDate, title: &str, minutes: u32) -> impl IntoView + use<> {
    view! {
        <tr>
            <td class="nowrap">{format::day(date)}</td>
            <td>
                <bdi>{title.to_owned()}</bdi>
            </td>
            <td class="right">{format::minutes(minutes)}</td>
        </tr>
    }
}

fn row(one: &Incoming, desk: Desk) -> impl IntoView + use<> {
    let id = one.theirs.id;
    let day = format::day(one.theirs.date);
    let title = one.theirs.session.title.clone();
    let named = t_with("plan-take-one", &[("title", title.as_str().into()), ("day", day.as_str().into())]);
    let collides = one
        .collides
        .iter()
        .map(|what| {
            let said = t(&format!("plan-collides-{}", what.code()));
            view! { " " <Badge look=Look::Warn>{said}</Badge> }
        })
        .collect_view();
    let ours = one.ours.as_ref().map(|ours| {
        let facts = [
            ("day", format::day(ours.date).into()),
            ("title", ours.session.title.as_str().into()),
            ("minutes", format::minutes(ours.session.minutes).into()),
        ];
        t_with("plan-here-session", &facts)
    });
    let can = one.would != Would::Nothing;
    view! {
        <tr>
            <td>
                {can
                    .then(|| {
                        view! {
                            <input
                                type="checkbox"
                                aria-label=named
                                prop:checked=move || desk.chosen.with(|chosen| chosen.contains(&id))
                                on:change=move |_| {
                                    desk.chosen
                                        .update(|chosen| {
                                            if !chosen.remove(&id) {
                                                chosen.insert(id);
                                            }
                                        });
                                }
                            />
                        }
                    })}
            </td>
            <td class="nowrap">{day}</td>
            <td>
                <bdi>{title}</bdi>
            </td>
            <td class="right">{format::minutes(one.theirs.session.minutes)}</td>
            <td>{t(&format!("plan-would-{}", one.would.code()))} {collides}</td>
            <td class="quiet">{ours}</td>
        </tr>
    }
}
