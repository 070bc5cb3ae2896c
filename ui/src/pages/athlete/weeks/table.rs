//! One row a week, newest first.

use chrono::NaiveDate;
use domain::daily::{Distribution, SportShare, WeekMeasures};
use domain::locale::here;
use domain::unit::Seconds;
use domain::week::Week;
use leptos::prelude::*;

use crate::format::{self, Quantity};
use crate::parts::{Figure, Scrolls, ShareBar};
use crate::words::{t, t_with};

/// Weeks of nearly equal days have a monotony that means nothing more.
const MONOTONY_SHOWN: f64 = 10.0;

/// Columns that stand only where a week has something in them: most athletes have no plan yet, or never lift.
#[derive(Debug, Clone, Copy)]
struct Shown {
    planned: bool,
    lifted: bool,
}

/// The table.
#[component]
pub(super) fn Table(
    /// Weeks, oldest first.
    weeks: Vec<WeekMeasures>,
    /// Today, if known: its week is not over.
    today: Option<NaiveDate>,
) -> impl IntoView {
    let this = today.map(Week::of);
    let shown = Shown {
        planned: weeks.iter().any(|week| week.planned.is_some()),
        lifted: weeks.iter().any(|week| week.tonnage.is_some()),
    };
    let rows = weeks
        .into_iter()
        .rev()
        .map(|week| view! { <Row now={this == Some(week.week)} week=week shown=shown /> })
        .collect_view();
    view! {
        <Scrolls label=t("screen-weeks")>
            <table class="grid-table weeks" data-testid="weeks">
                <caption class="only-read">{t("screen-weeks")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t("screen-col-one-week")}</th>
                        <th scope="col" class="right">{t("screen-col-load")}</th>
                        <th scope="col" class="right" title=t("screen-weeks-usual-hint")>{t("screen-col-usual")}</th>
                        <th scope="col" class="right">{t("screen-col-time")}</th>
                        <th scope="col">{t("screen-col-sport")}</th>
                        <th scope="col" title=t("screen-weeks-intensity-hint")>{t("screen-weeks-intensity")}</th>
                        {shown
                            .planned
                            .then(|| {
                                view! {
                                    <th scope="col" class="right" title=t("screen-weeks-adherence-hint")>
                                        {t("screen-weeks-adherence")}
                                    </th>
                                }
                            })}
                        <th scope="col" class="right" title=t("screen-weeks-monotony-hint")>{t("screen-weeks-monotony")}</th>
                        <th scope="col" class="right" title=t("screen-weeks-strain-hint")>{t("screen-weeks-strain")}</th>
                        <th scope="col" class="right" title=t("screen-weeks-longest-hint")>{t("screen-weeks-longest")}</th>
                        {shown
                            .lifted
                            .then(|| {
                                view! {
                                    <th scope="col" class="right" title=t("screen-weeks-tonnage-hint")>
                                        {t("screen-weeks-tonnage")}
                                    </th>
                                }
                            })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scrolls>
    }
}

#[component]
fn Row(week: WeekMeasures, now: bool, shown: Shown) -> impl IntoView {
    let under = if now {
        t("screen-weeks-now")
    } else {
        t_with(
            "screen-range",
            &[
                ("low", format::short_day(week.week.monday()).into()),
                ("high", format::short_day(week.week.sunday()).into()),
            ],
        )
    };
    let unknown = (week.unknown_days > 0).then(|| {
        view! { <span class="under">{t_with("chart-unknown-days", &[("days", week.unknown_days.into())])}</span> }
    });
    let whole = |value: Option<f64>| value.map(format::whole).unwrap_or_default();
    let share = |value: Option<f64>| value.map(format::percent).unwrap_or_default();
    let planned = week.planned.map(|planned| {
        let spread = week.adherence_sd.map(|sd| t_with("screen-weeks-spread", &[("sd", format::whole(sd).into())]));
        let of = t_with("screen-usual", &[("load", format::whole(planned).into())]);
        view! { <span class="under" title=spread>{of}</span> }
    });
    view! {
        <tr class:week-now=now>
            <th scope="row">
                {week.week.to_string()} <span class="under">{under}</span>
            </th>
            <td class="right">
                <Figure value=format::whole(week.load) />
                {unknown}
            </td>
            <td class="right quiet">
                <Figure value=whole(week.usual) />
            </td>
            <td class="right">{format::hours(week.time)}</td>
            <td>
                <Sports sports=week.sports />
            </td>
            <td>
                <Intensity distribution=week.distribution />
            </td>
            {shown
                .planned
                .then(|| {
                    view! {
                        <td class="right">
                            <Figure value=share(week.adherence) unit="%" />
                            {planned}
                        </td>
                    }
                })}
            <td class="right">
                <Figure value=week.monotony.map(monotony).unwrap_or_default() />
            </td>
            <td class="right">
                <Figure value=whole(week.strain) />
            </td>
            <td class="right">
                <Figure value=share(week.longest_share) unit="%" />
            </td>
            {shown
                .lifted
                .then(|| {
                    view! {
                        <td class="right">
                            <Figure
                                value=whole(week.tonnage.map(|kg| here().shown(Quantity::Mass, kg)))
                                unit=format::unit(Quantity::Mass)
                            />
                        </td>
                    }
                })}
        </tr>
    }
}

fn monotony(value: f64) -> String {
    if value > MONOTONY_SHOWN {
        t_with("screen-weeks-more-than", &[("value", format::whole(MONOTONY_SHOWN).into())])
    } else {
        format::number(value, 1)
    }
}

/// Time by sport, most first; the pointer reads load and distance too.
#[component]
fn Sports(sports: Vec<SportShare>) -> impl IntoView {
    sports
        .into_iter()
        .map(|share| {
            let mut more = vec![t_with("screen-weeks-sessions", &[("count", share.sessions.into())])];
            more.push(t_with("screen-weeks-points", &[("load", format::whole(share.load).into())]));
            more.extend(share.distance.map(format::distance));
            view! {
                <span class="week-sport" title=more.join(", ")>
                    {t(&format!("sport-{}", share.sport.code()))}
                    " "
                    <span class="quiet">{format::hours(Seconds(share.time.0))}</span>
                </span>
            }
        })
        .collect_view()
}

/// Easy, middle and hard time as a bar with its numbers; little that could be sorted is said.
#[component]
fn Intensity(distribution: Option<Distribution>) -> impl IntoView {
    let Some(found) = distribution else { return view! { <Figure value="" /> }.into_any() };
    let [easy, middle, hard] = found.shares;
    let parts =
        vec![(t("screen-weeks-easy"), easy), (t("screen-weeks-middle"), middle), (t("screen-weeks-hard"), hard)];
    let numbers = [easy, middle, hard].map(format::percent).join(" \u{b7} ");
    let [easy, middle, hard] = found.sessions;
    let mut more = vec![
        t_with("screen-weeks-by", &[("quantity", t(&format!("quantity-{}", found.quantity.code())).into())]),
        t_with("screen-weeks-by-goal", &[("easy", easy.into()), ("middle", middle.into()), ("hard", hard.into())]),
    ];
    more.extend(found.index.map(|index| t_with("screen-weeks-index", &[("index", format::number(index, 2).into())])));
    let part = (found.coverage < 0.995).then(|| {
        let words = t_with("screen-weeks-coverage", &[("share", format::percent(found.coverage).into())]);
        view! { <span class="under">{words}</span> }
    });
    view! {
        <span class="week-intensity" title=more.join("\n")>
            <ShareBar parts=parts />
            <span class="quiet numbers-small">{numbers}</span>
            {part}
        </span>
    }
    .into_any()
}
