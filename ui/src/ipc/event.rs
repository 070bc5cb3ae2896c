//! What the host says without being asked.

use contract::{Progress, Touched};
use js_sys::JSON;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventSource, MessageEvent};

use super::{Link, link, listen_window};
use crate::veil;

/// Listens to the host for as long as the page lives.
pub fn listen(touched: impl Fn(Touched) + 'static, progress: impl Fn(Progress) + 'static) {
    match link() {
        Link::Scripted(_) => {}
        Link::Window => {
            listen_window("touched", move |payload| read(&payload).into_iter().for_each(&touched));
            listen_window("progress", move |payload| read(&payload).into_iter().for_each(&progress));
        }
        Link::Loopback => {
            let Ok(source) = EventSource::new("/events") else { return };
            on_event(&source, "touched", touched);
            on_event(&source, "progress", progress);
            // The source must outlive this function; the browser closes it with the page.
            std::mem::forget(source);
        }
    }
}

fn on_event<T: DeserializeOwned>(source: &EventSource, name: &str, handler: impl Fn(T) + 'static) {
    let closure = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some(value) = read(&message.data()) {
            handler(value);
        }
    });
    if source.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()).is_ok() {
        closure.forget();
    }
}

/// JSON text, or the object it stands for.
fn read<T: DeserializeOwned>(payload: &JsValue) -> Option<T> {
    let text = match payload.as_string() {
        Some(text) => text,
        None => JSON::stringify(payload).ok()?.as_string()?,
    };
    serde_json::from_str(&veil::told(Ok(text.clone())).ok()?)
        .inspect_err(|e| leptos::logging::error!("the host said something of another shape: {e}: {text}"))
        .ok()
}
