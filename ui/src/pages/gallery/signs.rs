//! Status, numbers and tables.

use chrono::NaiveDate;
use domain::attention::Severity;
use domain::reading::{Missing, Reading};
use leptos::prelude::*;

use super::state_of;
use crate::format;
use crate::parts::{Badge, ColumnHead, Evidence, Figure, Look, Mark, RangeBar, ReadingView, ShareBar, Sort, SparkBars};
use crate::words::t;

/// What a badge can look like, with the key of what that means.
const LOOKS: [(Look, &str); 5] = [
    (Look::Plain, "gallery-plain"),
    (Look::Dashed, "gallery-proposed"),
    (Look::Solid, "gallery-coach"),
    (Look::Filled, "gallery-done"),
    (Look::Warn, "severity-watch"),
];

/// Loads of eight days: one of them rest, one of them unknown.
const LOADS: [Option<f64>; 8] =
    [Some(40.0), Some(85.0), Some(0.0), None, Some(120.0), Some(60.0), Some(0.0), Some(95.0)];

pub(super) fn signs() -> impl IntoView {
    let marks = [Severity::Act, Severity::Watch, Severity::Note, Severity::Stale]
        .map(|severity| view! { <Mark severity=Some(severity) worded=true /> })
        .collect_view();
    let badges = LOOKS.map(|(look, key)| view! { <Badge look=look>{t(key)}</Badge> }).collect_view();
    view! {
        {state_of("gallery-marks", view! { <div class="actions">{marks}<Mark severity=None worded=true /></div> })}
        {state_of("gallery-badges", view! { <div class="actions">{badges}</div> })}
    }
}

pub(super) fn numbers() -> impl IntoView {
    let (value, on) = (52.0, NaiveDate::default());
    let shown = |reading| view! { <ReadingView reading=reading unit=t("wellness-resting-hr-unit") show=|value: &f64| format::whole(*value) /> };
    let shares = vec![(t("sport-run"), 0.5), (t("sport-ride"), 0.3), (t("sport-swim"), 0.2)];
    view! {
        {state_of("gallery-known", shown(Reading::Known { value, on }))}
        {state_of("gallery-old", shown(Reading::Stale { value, on, days: 9 }))}
        {state_of("gallery-unknown", shown(Reading::Missing { why: Missing::NeverRecorded }))}
        {state_of("gallery-none", view! { <Figure value="" /> })}
        {state_of("gallery-range", view! { <RangeBar score=62.0 low=51.0 high=74.0 /> })}
        {state_of("gallery-old", view! { <RangeBar score=38.0 low=20.0 high=55.0 stale=true /> })}
        {state_of("gallery-spark", view! { <SparkBars days=LOADS.to_vec() /> })}
        {state_of("gallery-shares", view! { <ShareBar parts=shares /> })}
        {state_of("gallery-evidence", view! { <Evidence grade=3 /> })}
    }
}

pub(super) fn table() -> impl IntoView {
    let sort = RwSignal::new(None::<Sort<u8>>);
    let rows = move || {
        let mut rows: Vec<(&str, f64)> = vec![("sport-run", 58.0), ("sport-ride", 204.0), ("sport-swim", 9.0)];
        if let Some(Sort { by, down }) = sort.get() {
            rows.sort_by(|a, b| if by == 0 { t(a.0).cmp(&t(b.0)) } else { a.1.total_cmp(&b.1) });
            if down {
                rows.reverse();
            }
        }
        let line = |(sport, value): (&str, f64)| {
            view! {
                <tr>
                    <th scope="row">{t(sport)}</th>
                    <td class="right">
                        <Figure value=format::whole(value) />
                    </td>
                </tr>
            }
        };
        rows.into_iter().map(line).collect_view()
    };
    view! {
        <table class="grid-table">
            <thead>
                <tr>
                    <ColumnHead column=0 sort=sort label=t("gallery-choice") />
                    <ColumnHead column=1 sort=sort right=true down_first=true label=t("gallery-number") />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
