//! What the columns of a foreign table mean: told once, remembered by its headings.

use contract::Fault;
use contract::import::ColumnsView;
use domain::table::{ColumnUse, DayOrder, Scale};
use domain::wellness::WellnessField;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::import::map_columns;
use crate::parts::{Button, ButtonKind, FaultView};
use crate::words::{t, t_with};

/// Rows of the table shown beside each heading.
const SAMPLES: usize = 3;

/// Orders of a date with their stable names, in the order of menus.
const ORDERS: [(DayOrder, &str); 4] = [
    (DayOrder::YearMonthDay, "year-month-day"),
    (DayOrder::DayMonthYear, "day-month-year"),
    (DayOrder::MonthDayYear, "month-day-year"),
    (DayOrder::YearDayMonth, "year-day-month"),
];

/// One column in the form: what it is, and how it is written, both by stable name.
#[derive(Debug, Clone, Copy)]
struct Column {
    field: RwSignal<String>,
    order: RwSignal<String>,
    scale: RwSignal<String>,
}

impl Column {
    fn of(now: ColumnUse) -> Column {
        let (field, order, scale) = match now {
            ColumnUse::Ignore => ("ignore", DayOrder::YearMonthDay, Scale::AsIs),
            ColumnUse::Day(order) => ("day", order, Scale::AsIs),
            ColumnUse::Athlete => ("athlete", DayOrder::YearMonthDay, Scale::AsIs),
            ColumnUse::Wellness(field, scale) => (field.code(), DayOrder::YearMonthDay, scale),
        };
        let order = ORDERS.into_iter().find(|(one, _)| *one == order).map_or("", |(_, code)| code);
        Column {
            field: RwSignal::new(field.to_owned()),
            order: RwSignal::new(order.to_owned()),
            scale: RwSignal::new(scale.code().to_owned()),
        }
    }

    /// What stands in the form; follows it.
    fn read(self) -> ColumnUse {
        match self.field.get().as_str() {
            "day" => {
                let code = self.order.get();
                let order =
                    ORDERS.into_iter().find(|(_, one)| *one == code).map_or(DayOrder::YearMonthDay, |(one, _)| one);
                ColumnUse::Day(order)
            }
            "athlete" => ColumnUse::Athlete,
            code => match WellnessField::from_code(code) {
                Some(field) => {
                    let code = self.scale.get();
                    let scale = Scale::ALL.into_iter().find(|one| one.code() == code).unwrap_or(Scale::AsIs);
                    ColumnUse::Wellness(field, scale)
                }
                None => ColumnUse::Ignore,
            },
        }
    }
}

/// What is missing before the table can be read; `None` when it can.
fn missing(uses: &[ColumnUse]) -> Option<&'static str> {
    let days = uses.iter().filter(|one| matches!(one, ColumnUse::Day(_))).count();
    let values = uses.iter().any(|one| matches!(one, ColumnUse::Wellness(..)));
    match (days, values) {
        (0, _) => Some("screen-columns-no-day"),
        (2.., _) => Some("screen-columns-two-days"),
        (_, false) => Some("screen-columns-no-value"),
        (_, true) => None,
    }
}

/// The form about the table the keyboard is at.
#[component]
pub(super) fn ColumnsForm(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let row = untrack(move || desk.here());
    let path = row.as_ref().map(|row| row.path.clone()).unwrap_or_default();
    let Some(ColumnsView { headings, sample, uses }) = row.and_then(|row| row.columns) else {
        return ().into_any();
    };
    let columns: Vec<Column> = headings
        .iter()
        .enumerate()
        .map(|(place, _)| Column::of(uses.get(place).copied().unwrap_or(ColumnUse::Ignore)))
        .collect();
    let lines = headings
        .iter()
        .enumerate()
        .zip(&columns)
        .map(|((place, heading), column)| {
            let values: Vec<String> = sample
                .iter()
                .filter_map(|row| row.get(place))
                .filter(|value| !value.is_empty())
                .take(SAMPLES)
                .cloned()
                .collect();
            view! { <ColumnLine heading=heading.clone() values=values column=*column /> }
        })
        .collect_view();
    let uses = {
        let columns = columns.clone();
        Memo::new(move |_| columns.iter().map(|column| column.read()).collect::<Vec<ColumnUse>>())
    };
    let lacks = Memo::new(move |_| uses.with(|uses| missing(uses)));
    let busy = RwSignal::new(false);
    let fault = RwSignal::new(None::<Fault>);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if lacks.get_untracked().is_some() || busy.get_untracked() {
            return;
        }
        let (headings, uses) = (headings.clone(), uses.get_untracked());
        busy.set(true);
        spawn_local(async move {
            let read = map_columns(desk.state, headings, uses).await;
            busy.try_set(false);
            match read {
                Ok(()) => {
                    desk.over.try_set(None);
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <form class="form columns-form" on:submit=send>
            <p class="quiet">{t_with("screen-columns-hint", &[("file", path.into())])}</p>
            <div class="table-scroll columns-scroll">
                <table class="grid-table">
                    <thead>
                        <tr>
                            <th scope="col">{t("screen-columns-heading")}</th>
                            <th scope="col">{t("screen-columns-sample")}</th>
                            <th scope="col">{t("screen-columns-use")}</th>
                            <th scope="col">{t("screen-columns-written")}</th>
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <p class="quiet columns-lacks" role="status">
                    {move || lacks.get().map(t)}
                </p>
                <Button on_press=move || desk.over.set(None)>{t("screen-cancel")}</Button>
                <Button
                    kind=ButtonKind::Primary
                    submit=true
                    disabled=Signal::derive(move || busy.get() || lacks.get().is_some())
                    on_press=|| {}
                >
                    {t("screen-columns-save")}
                </Button>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn ColumnLine(heading: String, values: Vec<String>, column: Column) -> impl IntoView {
    let label = t_with("screen-columns-use-of", &[("heading", heading.as_str().into())]);
    let written = t_with("screen-columns-written-of", &[("heading", heading.as_str().into())]);
    let mut uses: Vec<(String, String)> =
        ["ignore", "day", "athlete"].map(|code| (code.to_owned(), t(&format!("screen-columns-{code}")))).to_vec();
    uses.extend(WellnessField::ALL.map(|field| {
        let (name, unit) = (t(&format!("wellness-{}", field.code())), t(&format!("wellness-{}-unit", field.code())));
        (field.code().to_owned(), if unit.is_empty() { name } else { format!("{name}, {unit}") })
    }));
    // The select stays the same while its own value changes.
    let kind = Memo::new(move |_| std::mem::discriminant(&column.read()));
    let how = move || match (kind.get(), untrack(move || column.read())).1 {
        ColumnUse::Day(_) => {
            let orders = ORDERS.map(|(_, code)| (code.to_owned(), t(&format!("screen-order-{code}")))).to_vec();
            view! { <Select label=written.clone() value=column.order options=orders /> }.into_any()
        }
        ColumnUse::Wellness(..) => {
            let scales =
                Scale::ALL.map(|scale| (scale.code().to_owned(), t(&format!("scale-{}", scale.code())))).to_vec();
            view! { <Select label=written.clone() value=column.scale options=scales /> }.into_any()
        }
        ColumnUse::Ignore | ColumnUse::Athlete => ().into_any(),
    };
    view! {
        <tr>
            <th scope="row" class="columns-heading">{heading}</th>
            <td class="quiet columns-sample">{values.join("  \u{b7}  ")}</td>
            <td>
                <Select label=label value=column.field options=uses />
            </td>
            <td>{how}</td>
        </tr>
    }
}

/// A choice whose label is the table around it.
#[component]
fn Select(label: String, value: RwSignal<String>, options: Vec<(String, String)>) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(code, words)| {
            let chosen = code.clone();
            view! {
                <option value=code selected=move || value.with(|v| *v == chosen)>
                    {words}
                </option>
            }
        })
        .collect_view();
    view! {
        <select aria-label=label on:change=move |event| value.set(event_target_value(&event))>
            {options}
        </select>
    }
}
