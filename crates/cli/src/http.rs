//! HTTP over loopback: the same calls and the same front end for a browser on this machine, behind a cookie of this launch.

mod files;
mod guard;
mod listen;
mod pace;
mod pass;

use std::convert::Infallible;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use app::App;
use axum::Router;
use axum::extract::{Path as UrlPath, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures::{Stream, StreamExt, stream};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

pub(crate) use listen::listen;
pub(crate) use pace::Limits;
pub(crate) use pass::Pass;

struct Served {
    app: App,
    ui: PathBuf,
    port: u16,
    pass: Pass,
    pace: pace::Pace,
}

/// Everything served on a port.
pub(crate) fn router(app: App, ui: PathBuf, port: u16, pass: Pass, limits: Limits) -> Router {
    let pace = pace::Pace::new(limits, Instant::now());
    let served = Arc::new(Served { app, ui, port, pass, pace });
    let guarded = Router::new()
        .route("/call/{name}", post(call))
        .route("/events", get(events))
        .layer(middleware::from_fn_with_state(Arc::clone(&served), guard::known));
    Router::new()
        .route("/open/{key}", get(open))
        .merge(guarded)
        .fallback(file)
        .layer(middleware::from_fn_with_state(Arc::clone(&served), guard::same_machine))
        .with_state(served)
}

/// Trades the key of the printed address for a cookie, leaves the address bar clean, and prints the next address.
async fn open(State(served): State<Arc<Served>>, UrlPath(key): UrlPath<String>, headers: HeaderMap) -> Response {
    let to_the_page = (header::LOCATION, "/".to_owned());
    if served.pass.holds(&headers) {
        // The address was opened again where it was opened before: nothing of it is spent.
        return (StatusCode::SEE_OTHER, [to_the_page]).into_response();
    }
    match served.pass.open(&key, Instant::now()) {
        Ok(cookie) => {
            if let Some(next) = served.pass.address() {
                // Whoever does not listen any more opens no second browser.
                drop(writeln!(std::io::stdout(), "{next}"));
            }
            (StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), to_the_page]).into_response()
        }
        Err(why) => guard::turned(&served, why),
    }
}

async fn call(State(served): State<Arc<Served>>, UrlPath(name): UrlPath<String>, request: Request) -> Response {
    if let Err(why) = served.pace.count(Instant::now()) {
        return guard::turned(&served, why);
    }
    let (args, place) = match served.pace.read(&name, request).await {
        Ok(read) => read,
        Err(why) => return guard::turned(&served, why),
    };
    // Its own task: a browser that goes away in the middle does not stop an import half way.
    let app = served.app.clone();
    let answered = tokio::spawn(async move { app::dispatch(&app, &name, &args).await }).await;
    drop(place);
    let json = [(header::CONTENT_TYPE, "application/json")];
    match answered {
        Ok(Ok(reply)) => (json, reply).into_response(),
        Ok(Err(fault)) => (StatusCode::UNPROCESSABLE_ENTITY, json, axum::Json(fault)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn events(State(served): State<Arc<Served>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let progress = told(served.app.progress(), "progress");
    let touched = told(served.app.touched(), "touched");
    Sse::new(stream::select(progress, touched)).keep_alive(KeepAlive::default())
}

/// A channel as server-sent events. A reader that fell behind goes on with the newest.
fn told<T: Clone + Send + serde::Serialize + 'static>(
    channel: Receiver<T>,
    name: &'static str,
) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold(channel, |mut channel| async move {
        loop {
            match channel.recv().await {
                Ok(value) => return Some((value, channel)),
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return None,
            }
        }
    })
    .filter_map(move |value| async move { Event::default().event(name).json_data(value).ok().map(Ok) })
}

/// A file of the front end, or one of its pages.
async fn file(State(served): State<Arc<Served>>, request: Request) -> Response {
    files::file(&served.ui, request.method(), request.uri().path()).await
}
