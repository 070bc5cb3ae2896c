//! Tables: columns that can be sorted, and room to scroll in.

use leptos::prelude::*;

/// By which column a table is sorted, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort<C> {
    /// The column.
    pub by: C,
    /// Largest first.
    pub down: bool,
}

/// The head of a column that sorts the table.
#[component]
pub fn ColumnHead<C>(
    /// Which column.
    column: C,
    /// How the table is sorted; pressing changes it.
    sort: RwSignal<Option<Sort<C>>>,
    /// Numbers stand to the right.
    #[prop(optional)]
    right: bool,
    /// The first press puts the largest first.
    #[prop(optional)]
    down_first: bool,
    /// Words.
    #[prop(into)]
    label: String,
) -> impl IntoView
where
    C: Copy + PartialEq + Send + Sync + 'static,
{
    let mine = move || sort.get().filter(|sort| sort.by == column);
    let press = move |_| {
        sort.update(|sort| {
            *sort = match *sort {
                Some(now) if now.by == column && now.down == down_first => Some(Sort { by: column, down: !down_first }),
                // The third press gives the table its own order back.
                Some(now) if now.by == column => None,
                _ => Some(Sort { by: column, down: down_first }),
            };
        });
    };
    view! {
        <th
            scope="col"
            class:right=right
            aria-sort=move || mine().map(|sort| if sort.down { "descending" } else { "ascending" })
        >
            <button type="button" class="column-head" on:click=press>
                {label}
                <span class="column-order" aria-hidden="true">
                    {move || mine().map_or("", |sort| if sort.down { "\u{2193}" } else { "\u{2191}" })}
                </span>
            </button>
        </th>
    }
}

/// Where a table stands that may be larger than its place and holds nothing that takes the keyboard: it takes it itself, so
/// that the arrows scroll it.
#[component]
pub fn Scrolls(
    /// What scrolls, for those who cannot see it.
    #[prop(into)]
    label: String,
    /// A class of its own, for its size.
    #[prop(optional)]
    class: &'static str,
    /// The table.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=format!("table-scroll {class}") role="group" tabindex="0" aria-label=label>
            {children()}
        </div>
    }
}
