//! Blocks of a page of the help, drawn element by element: nothing in them is ever taken as markup.

use contract::help::{HelpBlock, HelpRow, HelpSpan};
use leptos::prelude::*;
use leptos_router::components::A;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::parts::{Scrolls, help_path};

/// Blocks, one under the other.
pub(super) fn blocks(all: Vec<HelpBlock>) -> AnyView {
    all.into_iter().map(block).collect_view().into_any()
}

fn block(block: HelpBlock) -> AnyView {
    match block {
        HelpBlock::Heading { level: 2, anchor, text } => {
            view! { <h2 id=anchor tabindex="-1">{spans(text)}</h2> }.into_any()
        }
        HelpBlock::Heading { anchor, text, .. } => view! { <h3 id=anchor tabindex="-1">{spans(text)}</h3> }.into_any(),
        HelpBlock::Paragraph { text } => view! { <p>{spans(text)}</p> }.into_any(),
        HelpBlock::List { first, items } => {
            let items = items.into_iter().map(|item| view! { <li>{blocks(item)}</li> }).collect_view();
            match first {
                Some(first) => view! { <ol start=first.to_string()>{items}</ol> }.into_any(),
                None => view! { <ul>{items}</ul> }.into_any(),
            }
        }
        HelpBlock::Table { head, rows } => table(head, rows),
        HelpBlock::Code { text } => view! { <pre tabindex="0"><code>{text}</code></pre> }.into_any(),
    }
}

fn table(head: Vec<Vec<HelpSpan>>, rows: Vec<HelpRow>) -> AnyView {
    // Tables of two columns have heads without words.
    let named = head.iter().any(|cell| !cell.is_empty());
    let label: String = head.iter().flatten().map(HelpSpan::text).collect::<Vec<_>>().join(", ");
    let head = named.then(|| {
        // The corner of a table of rows and columns is the head of nothing.
        let column = |cell: Vec<HelpSpan>| match cell.is_empty() {
            true => view! { <td></td> }.into_any(),
            false => view! { <th scope="col">{spans(cell)}</th> }.into_any(),
        };
        let cells = head.into_iter().map(column).collect_view();
        view! {
            <thead>
                <tr>{cells}</tr>
            </thead>
        }
    });
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <Scrolls label=label>
            <table class="grid-table">{head} <tbody>{rows}</tbody></table>
        </Scrolls>
    }
    .into_any()
}

fn row(row: HelpRow) -> AnyView {
    let mut cells = row.cells.into_iter();
    let first = cells.next().unwrap_or_default();
    let rest = cells.map(|cell| view! { <td>{spans(cell)}</td> }).collect_view();
    view! {
        <tr id=row.anchor tabindex="-1">
            <th scope="row">{spans(first)}</th>
            {rest}
        </tr>
    }
    .into_any()
}

fn spans(all: Vec<HelpSpan>) -> AnyView {
    all.into_iter()
        .map(|span| match span {
            HelpSpan::Plain { text } => text.into_any(),
            HelpSpan::Strong { text } => view! { <strong>{text}</strong> }.into_any(),
            HelpSpan::Emphasis { text } => view! { <em>{text}</em> }.into_any(),
            HelpSpan::Code { text } => view! { <code>{text}</code> }.into_any(),
            HelpSpan::Link { text, page, anchor } => {
                view! { <A href=help_path(&page, anchor.as_deref())>{text}</A> }.into_any()
            }
            // Nothing is fetched from outside: the address can be read and copied.
            HelpSpan::Address { text, address } => {
                view! { {text} " (" <span class="help-address">{address}</span> ")" }.into_any()
            }
        })
        .collect_view()
        .into_any()
}

/// Goes to a place of the page: into view, with the keyboard.
pub(super) fn arrive(place: &str) {
    let found = document().get_element_by_id(place).and_then(|found| found.dyn_into::<HtmlElement>().ok());
    if let Some(found) = found {
        found.scroll_into_view();
        // Refused by nothing that can have focus.
        let _ = found.focus();
    }
}
