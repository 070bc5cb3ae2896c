//! Versions of an activity side by side.

use contract::revision::VersionNumbers;
use leptos::prelude::*;

use crate::format;
use crate::parts::Figure;
use crate::words::t;

/// A column for each version, a row for each number.
#[component]
pub(in crate::pages::activity) fn Numbers(
    /// The versions with their headings.
    columns: Vec<(String, VersionNumbers)>,
) -> impl IntoView {
    let heads =
        columns.iter().map(|(head, _)| view! { <th scope="col" class="right">{head.clone()}</th> }).collect_view();
    let row = |key: &str, unit: &'static str, value: fn(&VersionNumbers) -> Option<String>| {
        let cells = columns
            .iter()
            .map(|(_, version)| {
                let value = value(version).unwrap_or_default();
                view! { <td class="right"><Figure value=value unit=unit /></td> }
            })
            .collect_view();
        view! {
            <tr>
                <th scope="row">{t(key)}</th>
                {cells}
            </tr>
        }
    };
    view! {
        <div class="activity-scroll" tabindex="0" role="group" aria-label=t("edit-numbers")>
            <table class="grid-table">
                <thead>
                    <tr>
                        <th scope="col">
                            <span class="only-read">{t("edit-number")}</span>
                        </th>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    {row("edit-n-sport", "", |v| Some(t(&format!("sport-{}", v.sport.code()))))}
                    {row("edit-n-start", "", |v| Some(format::day_time(v.start_local)))}
                    {row("edit-n-timer", "", |v| Some(format::clock(v.timer)))}
                    {row("edit-n-elapsed", "", |v| Some(format::clock(v.elapsed)))}
                    {row("edit-n-distance", "", |v| v.distance.map(format::distance))}
                    {row("edit-n-load", "", |v| v.load.map(format::whole))}
                    {row("edit-n-avg-hr", "bpm", |v| v.avg_hr.map(|hr| format::whole(hr.0)))}
                    {row("edit-n-max-hr", "bpm", |v| v.max_hr.map(|hr| format::whole(hr.0)))}
                    {row("edit-n-marked", "", |v| Some(format::whole(f64::from(v.marked))))}
                </tbody>
            </table>
        </div>
    }
}
