//! The window's own link, through what Tauri puts into every page.

use contract::{Fault, FaultCode};
use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::unreachable;
use crate::words::own_fault;

/// The object Tauri puts into its pages; `None` in a browser.
pub(super) fn internals() -> Option<JsValue> {
    let window = web_sys::window()?;
    let internals = Reflect::get(&window, &"__TAURI_INTERNALS__".into()).ok()?;
    (!internals.is_undefined() && !internals.is_null()).then_some(internals)
}

/// An object of string keys.
fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a key of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}

async fn invoke(command: &str, args: &JsValue) -> Result<JsValue, JsValue> {
    let internals = internals().ok_or(JsValue::NULL)?;
    let invoke: Function = Reflect::get(&internals, &"invoke".into())?.dyn_into()?;
    let promise: Promise = invoke.call2(&internals, &command.into(), args)?.dyn_into()?;
    JsFuture::from(promise).await
}

pub(super) async fn call(name: &str, args: &str) -> Result<String, Fault> {
    match invoke("call", &object(&[("name", name.into()), ("args", args.into())])).await {
        Ok(reply) => reply.as_string().ok_or_else(|| unreachable(name)),
        Err(refused) => {
            let text = JSON::stringify(&refused).ok().and_then(|text| text.as_string()).unwrap_or_default();
            Err(serde_json::from_str(&text)
                .unwrap_or_else(|_| own_fault(FaultCode::Internal, "screen-fault-unreachable", &text)))
        }
    }
}

/// Listens to one of the window's events for as long as the page lives; the handler gets the payload.
pub fn listen_window(event: &'static str, handler: impl Fn(JsValue) + 'static) {
    wasm_bindgen_futures::spawn_local(listening(event, handler));
}

/// The same; done when the window has taken note.
pub async fn listening(event: &'static str, handler: impl Fn(JsValue) + 'static) {
    let Some(internals) = internals() else { return };
    let closure = Closure::<dyn Fn(JsValue)>::new(move |message: JsValue| {
        if let Ok(payload) = Reflect::get(&message, &"payload".into()) {
            handler(payload);
        }
    });
    let callback = Reflect::get(&internals, &"transformCallback".into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|transform| transform.call2(&internals, closure.as_ref(), &false.into()));
    closure.forget();
    let Ok(id) = callback else { return };
    let target = object(&[("kind", "Any".into())]);
    let args = object(&[("event", event.into()), ("target", target), ("handler", id)]);
    if let Err(refused) = invoke("plugin:event|listen", &args).await {
        leptos::logging::error!("cannot listen to {event}: {refused:?}");
    }
}

/// Tells the window that the page listens to everything it wants to hear.
pub async fn page_ready() {
    let args = object(&[("event", "ready".into()), ("payload", JsValue::NULL)]);
    if let Err(refused) = invoke("plugin:event|emit", &args).await {
        leptos::logging::error!("the window does not hear the page: {refused:?}");
    }
}

/// What a dialog of the operating system asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choose {
    /// Files to import.
    Files,
    /// A folder.
    Folder,
    /// A roster to open.
    Roster,
    /// Where to write a new roster.
    NewRoster,
}

/// Shows the operating system's dialog and gives the chosen paths; empty when it was closed, or outside the window.
pub async fn choose(what: Choose) -> Vec<String> {
    let roster = || object(&[("name", "Trackside".into()), ("extensions", Array::of1(&"trackside".into()).into())]);
    let (command, options) = match what {
        Choose::Files => ("plugin:dialog|open", object(&[("multiple", true.into()), ("directory", false.into())])),
        Choose::Folder => (
            "plugin:dialog|open",
            object(&[("multiple", true.into()), ("directory", true.into()), ("recursive", true.into())]),
        ),
        Choose::Roster => {
            ("plugin:dialog|open", object(&[("multiple", false.into()), ("filters", Array::of1(&roster()).into())]))
        }
        Choose::NewRoster => ("plugin:dialog|save", object(&[("filters", Array::of1(&roster()).into())])),
    };
    match invoke(command, &object(&[("options", options)])).await {
        Ok(chosen) if Array::is_array(&chosen) => Array::from(&chosen).iter().filter_map(|p| p.as_string()).collect(),
        Ok(chosen) => chosen.as_string().into_iter().collect(),
        Err(refused) => {
            leptos::logging::error!("the dialog did not open: {refused:?}");
            Vec::new()
        }
    }
}
