//! Typed calls over the same JSON text every other transport carries.

use app::App;
use contract::{Call, Fault};

/// Asks the program.
pub(crate) async fn ask<C: Call>(app: &App, request: &C) -> Result<C::Reply, Fault> {
    let args = text(request)?;
    let reply = app::dispatch(app, C::NAME, &args).await?;
    serde_json::from_str(&reply).map_err(|error| app::unreadable_reply(C::NAME, &error))
}

/// A value as JSON text.
pub(crate) fn text<T: serde::Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| app::unreadable_reply("json", &error))
}
