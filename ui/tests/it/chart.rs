//! A chart in somebody's hands: what is drawn anew, what is only laid over, and what the keys do.

use charts::plot::Plot;
use charts::view::View;
use leptos::prelude::*;
use ui::parts::chart::{Chart, Linked};
use ui::parts::lines::{Across, Lines, Panel, Series, Stroke, Tall};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, KeyboardEvent, KeyboardEventInit};

use crate::page::{Page, mount, pause};
use crate::scene::host;

fn lines() -> Lines {
    let points = (0..600).map(|s| (f64::from(s), Some(f64::from(s % 60)))).collect();
    Lines {
        title: "Ten minutes".to_owned(),
        across: Across::Seconds,
        panels: vec![Panel {
            height: 120,
            tall: Tall::Number { decimals: 0, zero: true },
            unit: "W".to_owned(),
            series: vec![Series { name: "power".to_owned(), look: Stroke::Strong, points }],
        }],
        marks: vec![],
    }
}

async fn shown(linked: &'static std::thread::LocalKey<std::cell::Cell<Option<Linked>>>) -> (Page, Linked) {
    host(|_, _| None);
    let page = mount(move || {
        let plot = lines();
        let whole = plot.across().expect("points").whole;
        let shared = Linked::of(whole);
        linked.set(Some(shared));
        view! {
            <div style:width="600px">
                <Chart plot=plot height=160 label="Power" linked=Some(shared) />
            </div>
        }
    });
    page.until("a picture", |page| !page.all(".plot-picture svg").is_empty()).await;
    (page, linked.get().expect("mounted"))
}

fn press(page: &Page, key: &str, shift: bool) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_shift_key(shift);
    init.set_bubbles(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
    page.all(".plot-box")[0].dispatch_event(&event).expect("heard");
}

fn drawn(page: &Page) -> (Element, String) {
    let layer = page.all(".plot-picture")[0].clone();
    let svg = layer.first_element_child().expect("a picture");
    (svg, layer.get_attribute("data-drawn").expect("counted"))
}

thread_local! {
    static LINKED: std::cell::Cell<Option<Linked>> = const { std::cell::Cell::new(None) };
}

#[wasm_bindgen_test]
async fn the_crosshair_moves_over_a_picture_that_stays() {
    let (page, linked) = shown(&LINKED).await;
    let before = drawn(&page);
    press(&page, "ArrowRight", false);
    page.until("the crosshair", |page| !page.all(".plot-line").is_empty()).await;
    let first = page.texts(".plot-read")[0].clone();
    press(&page, "ArrowRight", false);
    page.until("another value", |page| page.texts(".plot-read")[0] != first).await;
    pause(60).await;
    let after = drawn(&page);
    assert!(before.0.is_same_node(Some(after.0.unchecked_ref())), "the picture is the same node");
    assert_eq!(before.1, after.1, "and was not drawn again");
    assert!(page.texts("[role='status']")[0].contains("power"), "what the keys read is spoken");
    assert!(linked.at.get_untracked().is_some());
}

#[wasm_bindgen_test]
async fn keys_zoom_move_mark_and_go_back() {
    let (page, linked) = shown(&LINKED).await;
    let whole = linked.view.get_untracked();
    let before = drawn(&page).1;
    press(&page, "+", false);
    let near = linked.view.get_untracked();
    assert!(near.span() < whole.span(), "{near:?}");
    page.until("a new picture", |page| drawn(page).1 != before).await;
    press(&page, "ArrowRight", true);
    assert!(linked.view.get_untracked().from > near.from, "Shift and an arrow move");
    press(&page, "Escape", false);
    assert_eq!(linked.view.get_untracked(), whole);
    // A span from the first place to one some steps on.
    press(&page, "Home", false);
    press(&page, "Enter", false);
    for _ in 0..40 {
        press(&page, "ArrowRight", false);
    }
    press(&page, "Enter", false);
    let marked = linked.view.get_untracked();
    assert!(marked.from < 1.0 && marked.span() < whole.span(), "a marked span is shown: {marked:?}");
    assert!(marked.span() >= View::new(0.0, 30.0).span(), "never under the least: {marked:?}");
}
