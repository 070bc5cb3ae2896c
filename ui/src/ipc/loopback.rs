//! Loopback HTTP: the same calls for a plain browser. The session cookie goes along by itself.

use contract::Fault;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestCredentials, RequestInit, Response};

use super::unreachable;

pub(super) async fn call(name: &str, args: &str) -> Result<String, Fault> {
    let (status, text) = post(name, args).await.map_err(|_| unreachable(name))?;
    match status {
        200 => Ok(text),
        _ => Err(serde_json::from_str(&text).unwrap_or_else(|_| unreachable(&format!("{name} {status}")))),
    }
}

async fn post(name: &str, args: &str) -> Result<(u16, String), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let headers = Headers::new()?;
    headers.set("content-type", "application/json")?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_credentials(RequestCredentials::SameOrigin);
    init.set_headers(&headers);
    init.set_body(&args.into());
    let reply = JsFuture::from(window.fetch_with_str_and_init(&format!("/call/{name}"), &init)).await?;
    let reply: Response = reply.dyn_into()?;
    let text = JsFuture::from(reply.text()?).await?;
    Ok((reply.status(), text.as_string().unwrap_or_default()))
}
