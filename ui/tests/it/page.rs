//! A page to mount components on, and ways to look at it.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos_router::components::Router;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

/// A mounted component. It leaves the page with this value.
pub(crate) struct Page {
    root: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Mounts a component inside a router, with the state of all screens around it.
pub(crate) fn mount<V: IntoView + 'static>(component: impl Fn() -> V + Send + Sync + Clone + 'static) -> Page {
    let document = web_sys::window().and_then(|w| w.document()).expect("a page");
    let root: HtmlElement = document.create_element("div").expect("a place").unchecked_into();
    document.body().expect("a body").append_child(&root).expect("a place on the page");
    let mounted = mount_to(root.clone(), move || {
        let component = component.clone();
        view! {
            <Router>
                {
                    let _state = ui::state::State::provide();
                    component()
                }
            </Router>
        }
    });
    Page { root, _mounted: Box::new(mounted) }
}

impl Page {
    /// Everything written on it.
    pub(crate) fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// The elements that fit a selector, in order.
    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        let list = self.root.query_selector_all(selector).expect("a selector");
        (0..list.length()).filter_map(|i| list.get(i)).map(JsCast::unchecked_into).collect()
    }

    /// The texts of the elements that fit a selector, in order.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(|e| e.text_content().unwrap_or_default().trim().to_owned()).collect()
    }

    /// Presses the button with these words.
    pub(crate) fn press(&self, words: &str) {
        let button = self
            .all("button")
            .into_iter()
            .find(|b| b.text_content().unwrap_or_default().trim() == words)
            .unwrap_or_else(|| panic!("no button {words:?} on: {}", self.text()));
        button.unchecked_into::<HtmlElement>().click();
    }

    /// Waits until something holds; fails with what is on the page.
    pub(crate) async fn until(&self, what: &str, holds: impl Fn(&Page) -> bool) {
        for _ in 0..150 {
            if holds(self) {
                return;
            }
            pause(20).await;
        }
        panic!("{what} did not happen; on the page: {}", self.text());
    }
}

/// Waits some milliseconds.
pub(crate) async fn pause(ms: i32) {
    let promise = js_sys::Promise::new(&mut |done, _| {
        let window = web_sys::window().expect("a window");
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms).expect("a timer");
    });
    JsFuture::from(promise).await.expect("a timer that ends");
}

/// A key pressed anywhere on the page.
pub(crate) fn key(name: &str) {
    key_on(&web_sys::window().expect("a window"), name, false);
}

/// A key pressed while Shift is held.
pub(crate) fn shift_key(name: &str) {
    key_on(&web_sys::window().expect("a window"), name, true);
}

/// A key pressed on an element.
pub(crate) fn key_on(target: &web_sys::EventTarget, name: &str, shift: bool) {
    let init = web_sys::KeyboardEventInit::new();
    init.set_key(name);
    init.set_shift_key(shift);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
    target.dispatch_event(&event).expect("a dispatch");
}

/// Puts a text into a field, or chooses in a menu, as a person does.
pub(crate) fn fill(element: &Element, text: &str) {
    let kind = match element.tag_name().as_str() {
        "SELECT" => {
            element.unchecked_ref::<web_sys::HtmlSelectElement>().set_value(text);
            "change"
        }
        "TEXTAREA" => {
            element.unchecked_ref::<web_sys::HtmlTextAreaElement>().set_value(text);
            "input"
        }
        _ => {
            element.unchecked_ref::<web_sys::HtmlInputElement>().set_value(text);
            "input"
        }
    };
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    element
        .dispatch_event(&web_sys::Event::new_with_event_init_dict(kind, &init).expect("an event"))
        .expect("a dispatch");
}

/// Goes to an address before a page with routes is mounted.
pub(crate) fn visit(path: &str) {
    let history = web_sys::window().and_then(|w| w.history().ok()).expect("a history");
    history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path)).expect("an address");
}
