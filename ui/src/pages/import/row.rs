//! One file of a preview in the review table.

use chrono::NaiveDate;
use contract::import::{Choice, PreviewActivity, PreviewRow, SameView};
use domain::guess::SURE;
use domain::sport::Sport;
use domain::unit::{Meters, Seconds};
use leptos::html;
use leptos::prelude::*;
use leptos_router::components::A;

use super::desk::{Desk, Over};
use super::order::{Stand, can_be_left, can_be_linked, split, takes_athlete};
use super::verdict::{Confidence, StandMark};
use crate::format;
use crate::import::{Kind, hand_paths};
use crate::ipc;
use crate::parts::{Badge, Figure, Look};
use crate::words::{t, t_with};

/// A row.
#[component]
pub(super) fn ReviewLine(
    /// What to show.
    row: PreviewRow,
    /// Its place in the order of the table.
    at: usize,
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let node = NodeRef::<html::Tr>::new();
    let current = Memo::new(move |_| desk.cursor.get() == Some(at));
    let choice = Memo::new({
        let number = row.row;
        move |_| desk.review.choice(number)
    });
    Effect::new(move |_| {
        if current.get()
            && let Some(line) = node.get()
            && desk.follow.get_untracked()
        {
            // Refused by nothing that is on the page; a focused row is scrolled into view.
            let _ = line.focus();
        }
    });
    let stand = {
        let row = row.clone();
        Memo::new(move |_| Stand::of(&row, &choice.get()))
    };
    let today = untrack(move || desk.state.today());
    let (folder, name) = split(&row.path);
    let (folder, name) = (folder.map(str::to_owned), name.to_owned());
    let (more, number) = (row.clone(), row.row);
    let session = row.activities.iter().find_map(|activity| activity.session.clone()).map(|(_, title)| title);
    view! {
        <tr
            node_ref=node
            class="review-row"
            class:chosen=move || current.get()
            class:review-left=move || stand.get() == Stand::Left
            tabindex="-1"
            role="row"
            aria-selected=move || if current.get() { "true" } else { "false" }
            aria-rowindex=(at + 2).to_string()
            data-row=number.to_string()
            on:click=move |_| desk.go(at, false)
        >
            <td>
                {move || view! { <StandMark stand=stand.get() /> }}
            </td>
            <th scope="row" class="review-file" title=row.path.clone()>
                {name}
                {folder.map(|folder| view! { <span class="under">{folder}</span> })}
            </th>
            <td class="review-athlete">
                <Whose row=row.clone() choice=choice current=current at=at desk=desk />
            </td>
            <td>{what(&row)}</td>
            <td>{start(&row, today)}</td>
            <td class="right">
                <Figure value=duration(&row.activities) />
            </td>
            <td class="right">
                <Figure value=distance(&row.activities) />
            </td>
            <td class="review-session">
                {match session {
                    Some(title) => view! { <span title=title.clone()>{title.clone()}</span> }.into_any(),
                    None => view! { <Figure value="" /> }.into_any(),
                }}
            </td>
            <td class="review-notes">
                <Notes row=row current=current at=at desk=desk choice=choice />
                {move || current.get().then(|| view! { <More row=more.clone() /> })}
            </td>
        </tr>
    }
}

/// Whose it is: the coach's word, or the likeliest with how sure that is and why.
#[component]
fn Whose(row: PreviewRow, choice: Memo<Choice>, current: Memo<bool>, at: usize, desk: Desk) -> impl IntoView {
    if !takes_athlete(&row) {
        return view! { <Figure value="" /> }.into_any();
    }
    let guess = row.guesses.first().cloned();
    let device = row.device.clone();
    let number = row.row;
    let who = move || match (choice.get().athlete, &guess) {
        (Some(athlete), _) => view! {
            <span class="review-who">{desk.name(athlete)}</span>
            <Badge look=Look::Solid>{t("screen-review-chosen")}</Badge>
        }
        .into_any(),
        (None, Some(guess)) => view! {
            <span class="review-who">{guess.name.clone()}</span>
            <span class="under review-why" class:review-sure={guess.confidence >= SURE} title=guess.why.clone()>
                <Confidence share=guess.confidence />
                " "
                {guess.why.clone()}
            </span>
        }
        .into_any(),
        (None, None) => view! { <span class="missing">{t("screen-review-nobody")}</span> }.into_any(),
    };
    let remember = device.map(|device| {
        let words = t_with("screen-review-remember", &[("device", device.into())]);
        move || {
            let chosen = choice.with(|choice| choice.athlete.is_some() || choice.remember_device);
            (chosen || current.get()).then(|| {
                view! {
                    <label class="review-remember">
                        <input
                            type="checkbox"
                            tabindex=move || if current.get() { "0" } else { "-1" }
                            prop:checked=move || choice.with(|choice| choice.remember_device)
                            on:change=move |_| {
                                desk.review.choose(number, |choice| choice.remember_device = !choice.remember_device);
                            }
                        />
                        {words.clone()}
                    </label>
                }
            })
        }
    });
    view! {
        <button
            type="button"
            class="review-pick"
            aria-haspopup="dialog"
            tabindex=move || if current.get() { "0" } else { "-1" }
            on:click=move |event| {
                event.stop_propagation();
                desk.go(at, false);
                desk.open(Over::Athlete);
            }
        >
            <span class="only-read">{t("screen-review-choose")}</span>
            {who}
        </button>
        {remember}
    }
    .into_any()
}

/// What happened, what it is the same as, and what can be done about it.
#[component]
fn Notes(row: PreviewRow, current: Memo<bool>, at: usize, desk: Desk, choice: Memo<Choice>) -> impl IntoView {
    let index = move || if current.get() { "0" } else { "-1" };
    let same = row.same.as_ref().map(|same| {
        let link = same.activity.map(|id| {
            let open = t_with("screen-report-activity", &[("number", 1_u32.into()), ("count", 1_u32.into())]);
            view! {
                " "
                <A href=format!("/activity/{id}") attr:class="link" attr:tabindex=index>
                    {open}
                </A>
            }
        });
        view! {
            <p class="quiet">
                {same_words(same)} {link}
            </p>
        }
    });
    let repairs = row.repairs.len();
    let badge = (repairs > 0).then(|| {
        view! { <Badge look=Look::Warn>{t_with("screen-repairs", &[("count", repairs.into())])}</Badge> }
    });
    let decide = can_be_linked(row.verdict).then(|| {
        let (a, b) = (row.clone(), row.clone());
        view! {
            <span class="segments" role="group" aria-label=t("screen-review-same-or-not")>
                <button
                    type="button"
                    tabindex=index
                    aria-pressed=move || if choice.with(|c| c.link == Some(true)) { "true" } else { "false" }
                    on:click=move |_| desk.link(&a, true)
                >
                    {t("screen-review-same")}
                </button>
                <button
                    type="button"
                    tabindex=index
                    aria-pressed=move || if choice.with(|c| c.link == Some(false)) { "true" } else { "false" }
                    on:click=move |_| desk.link(&b, false)
                >
                    {t("screen-review-different")}
                </button>
            </span>
        }
    });
    let columns = row.columns.is_some().then(|| {
        view! {
            <button
                type="button"
                class="button"
                tabindex=index
                on:click=move |event| {
                    event.stop_propagation();
                    desk.go(at, false);
                    desk.open(Over::Columns);
                }
            >
                {t("screen-review-columns")}
            </button>
        }
    });
    // A folder on the disk may hold what has a page of its own: it is read there, not imported.
    let plan = Kind::of(&row.path).filter(|_| ipc::in_window()).map(|kind| {
        let path = row.path.clone();
        let read = if kind == Kind::Plan { "week-verify" } else { "own-give-returned" };
        view! {
            <button
                type="button"
                class="button"
                tabindex=index
                on:click=move |_| hand_paths(desk.state, std::slice::from_ref(&path))
            >
                {t(read)}
            </button>
        }
    });
    let leave = can_be_left(row.verdict).then(|| {
        let row = row.clone();
        view! {
            <button type="button" class="button button-quiet review-leave" tabindex=index on:click=move |_| desk.skip(&row)>
                {move || t(if choice.with(|c| c.skip) { "screen-review-take" } else { "screen-review-leave" })}
            </button>
        }
    });
    let message = row.message;
    view! {
        {(!message.is_empty()).then(|| view! { <p>{message}</p> })}
        {same}
        <div class="review-do">{badge} {decide} {columns} {plan} {leave}</div>
    }
}

/// What only the row the keyboard is at shows.
#[component]
fn More(row: PreviewRow) -> impl IntoView {
    let repairs = row
        .repairs
        .iter()
        .map(|repair| {
            let words = t_with(&format!("repair-{}", repair.kind.code()), &[("samples", repair.samples.into())]);
            let channel = repair.channel.map(|kind| t(&format!("channel-{}", kind.code())));
            view! {
                <li>
                    {channel.map(|channel| format!("{channel}: "))} {words}
                </li>
            }
        })
        .collect_view();
    let others = row
        .guesses
        .iter()
        .skip(1)
        .map(|guess| {
            t_with(
                "screen-review-other-guess",
                &[("name", guess.name.as_str().into()), ("percent", format::percent(guess.confidence).into())],
            )
        })
        .collect::<Vec<_>>();
    let others = (!others.is_empty()).then(|| t_with("screen-review-others", &[("who", others.join(", ").into())]));
    let measured: Vec<String> =
        row.activities.iter().flat_map(|a| &a.channels).map(|kind| t(&format!("channel-{}", kind.code()))).collect();
    let measured = (!measured.is_empty()).then(|| {
        let mut once = Vec::new();
        for name in measured {
            if !once.contains(&name) {
                once.push(name);
            }
        }
        t_with("screen-review-measured", &[("channels", once.join(", ").into())])
    });
    view! {
        <ul class="review-more under">
            {others.map(|others| view! { <li>{others}</li> })}
            {measured.map(|measured| view! { <li>{measured}</li> })}
            {repairs}
        </ul>
    }
}

/// What is in the file, in words.
fn what(row: &PreviewRow) -> AnyView {
    let mut sports: Vec<Sport> = Vec::new();
    for activity in &row.activities {
        if !sports.contains(&activity.sport) && (activity.sport != Sport::Transition || row.activities.len() == 1) {
            sports.push(activity.sport);
        }
    }
    let mut parts: Vec<String> = sports.iter().map(|sport| t(&format!("sport-{}", sport.code()))).collect();
    if row.wellness > 0 {
        parts.push(t_with("screen-review-wellness", &[("count", row.wellness.into())]));
    }
    if row.templates > 0 {
        parts.push(t_with("screen-review-templates", &[("count", row.templates.into())]));
    }
    let count = row.activities.len();
    let detail = match row.activities.first() {
        Some(_) if count > 1 => Some(t_with("screen-review-parts", &[("count", count.into())])),
        Some(one) => one.sport_detail.clone().map(|detail| detail.replace('_', " ")),
        None => None,
    };
    let format = row.format.to_uppercase();
    let under = [detail, (!format.is_empty()).then_some(format)].into_iter().flatten().collect::<Vec<_>>();
    view! {
        {if parts.is_empty() { view! { <Figure value="" /> }.into_any() } else { parts.join(" + ").into_any() }}
        {(!under.is_empty()).then(|| view! { <span class="under">{under.join("  \u{b7}  ")}</span> })}
    }
    .into_any()
}

/// When it began; with the year when it is not this one.
fn start(row: &PreviewRow, today: Option<NaiveDate>) -> AnyView {
    if let Some(first) = row.activities.first() {
        let at = first.start_local;
        return view! {
            <span title=format::long_day_time(at)>{today.map_or_else(|| format::day_of_year(at.date()), |today| format::day_near(at.date(), today))}</span>
            <span class="under">{format::time(at.time())}</span>
        }
        .into_any();
    }
    match row.days {
        Some((from, to)) if from == to => format::day_of_year(from).into_any(),
        Some((from, to)) => view! {
            {format::day_of_year(from)}
            <span class="under">{t_with("screen-review-until", &[("day", format::day_of_year(to).into())])}</span>
        }
        .into_any(),
        None => view! { <Figure value="" /> }.into_any(),
    }
}

fn duration(activities: &[PreviewActivity]) -> String {
    let seconds: f64 = activities.iter().map(|activity| activity.timer_s).sum();
    if seconds > 0.0 { format::clock(Seconds(seconds)) } else { String::new() }
}

fn distance(activities: &[PreviewActivity]) -> String {
    let meters: f64 = activities.iter().filter_map(|activity| activity.distance_m).sum();
    if meters > 0.0 { format::km(Meters(meters)) } else { String::new() }
}

fn same_words(same: &SameView) -> String {
    let key = if same.richer { "screen-review-same-richer" } else { "screen-review-same-as" };
    t_with(
        key,
        &[
            ("file", split(&same.file).1.into()),
            ("athlete", same.athlete.as_str().into()),
            ("percent", format::percent(same.score).into()),
            ("why", same.why.as_str().into()),
            ("earlier", if same.activity.is_none() { 1_u32 } else { 0 }.into()),
        ],
    )
}
