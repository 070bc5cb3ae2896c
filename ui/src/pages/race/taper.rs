//! The weeks before the race beside those before earlier ones: a row of days each, with the weeks as shares of a usual
//! one.

use contract::race::{PastRace, RaceView};
use domain::race_sheet::{TAPER_DAYS, Taper, TaperDay};
use leptos::prelude::*;

use crate::format;
use crate::parts::{Card, Empty};
use crate::words::{t, t_with};

/// Width of a day, and the height of the tallest bar, in the picture's own units.
const DAY: f64 = 10.0;
const TALL: f64 = 36.0;

/// The card.
#[component]
pub(super) fn TaperCard(view: RaceView) -> impl IntoView {
    let tapers = std::iter::once(&view.taper).chain(view.past.iter().map(|past| &past.taper));
    // One scale for all rows, so that they can be compared.
    let loads = tapers.flat_map(|taper| &taper.days).filter_map(|day| day.done.or(day.planned));
    let top = loads.fold(1.0, f64::max);
    let earlier = if view.past.is_empty() {
        view! { <Empty title=t("race-taper-none") hint=t("race-taper-none-hint") /> }.into_any()
    } else {
        view.past.iter().map(|past| row(&name(past), &past.taper, top)).collect_view().into_any()
    };
    view! {
        <Card title=t("race-taper")>
            <p class="quiet">{t("race-taper-hint")}</p>
            <div class="tapers" data-testid="tapers">
                {row(&t("race-taper-now"), &view.taper, top)}
                {earlier}
                {axis()}
            </div>
            <p class="quiet">{t("race-taper-science")}</p>
        </Card>
    }
}

/// An earlier race by its name, or by its day.
pub(super) fn name(past: &PastRace) -> String {
    let day = format::full_day(past.outcome.date);
    match &past.name {
        Some(name) => format!("{name}, {day}"),
        None => day,
    }
}

fn row(name: &str, taper: &Taper, top: f64) -> impl IntoView + use<> {
    let weeks = taper.shares().map(|share| match share {
        Some(share) => format!("{} %", format::percent(share)),
        None => t("race-unknown"),
    });
    let said = t_with(
        "race-taper-said",
        &[
            ("name", name.into()),
            ("third", weeks[0].as_str().into()),
            ("second", weeks[1].as_str().into()),
            ("last", weeks[2].as_str().into()),
        ],
    );
    let usual = taper.usual.map(|usual| t_with("race-taper-usual", &[("points", format::whole(usual).into())]));
    let width = DAY * TAPER_DAYS as f64;
    let bars = taper.days.iter().enumerate().map(|(place, day)| bar(place as f64 * DAY, day, top)).collect_view();
    let shares = weeks.into_iter().map(|week| view! { <span>{week}</span> }).collect_view();
    view! {
        <figure class="taper">
            <figcaption>
                <strong>{name.to_owned()}</strong>
                " "
                <span class="quiet">{usual}</span>
            </figcaption>
            <svg viewBox=format!("0 0 {width} {TALL}") preserveAspectRatio="none" role="img" aria-label=said>
                <line class="taper-base" x1="0" x2=width.to_string() y1=TALL.to_string() y2=TALL.to_string() />
                {bars}
            </svg>
            <div class="taper-shares" aria-hidden="true">{shares}</div>
        </figure>
    }
}

/// Done is filled, planned is hollow, unknown is a small mark, and a day of rest is nothing.
fn bar(x: f64, day: &TaperDay, top: f64) -> AnyView {
    let (load, class) = match (day.done, day.planned) {
        (Some(load), _) => (load, "taper-done"),
        (None, Some(load)) => (load, "taper-planned"),
        (None, None) => {
            let (x, y) = ((x + 4.0).to_string(), (TALL - 3.0).to_string());
            return view! { <rect class="taper-unknown" x=x y=y width="2" height="2" /> }.into_any();
        }
    };
    if load <= 0.0 {
        return ().into_any();
    }
    let high = (load / top * (TALL - 2.0)).max(1.0);
    let (x, y) = ((x + 1.5).to_string(), (TALL - high).to_string());
    view! { <rect class=class x=x y=y width=(DAY - 3.0).to_string() height=high.to_string() /> }.into_any()
}

/// Days to the race, under all rows.
fn axis() -> impl IntoView {
    let marks = [21, 14, 7].map(|days: u32| t_with("race-days-to-go", &[("days", days.into())]));
    let marks = marks.into_iter().map(|mark| view! { <span>{mark}</span> }).collect_view();
    view! { <div class="taper-axis" aria-hidden="true">{marks}</div> }
}
