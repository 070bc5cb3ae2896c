//! HTTP over loopback: a cookie from a one-launch token, Host and Origin checks, a strict content-security policy, no CORS.

use std::convert::Infallible;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use app::App;
use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path as UrlPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures::{Stream, StreamExt, stream};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

/// What a page may do: load its own files and call its own origin, nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A day of uploads at once, base64 included.
const LARGEST_BODY: usize = 512 * 1024 * 1024;

struct Served {
    app: App,
    ui: PathBuf,
    port: u16,
    token: String,
}

/// Everything served on a port.
pub(crate) fn router(app: App, ui: PathBuf, port: u16, token: String) -> Router {
    let served = Arc::new(Served { app, ui, port, token });
    let guarded = Router::new()
        .route("/call/{name}", post(call))
        .route("/events", get(events))
        .layer(middleware::from_fn_with_state(Arc::clone(&served), known));
    Router::new()
        .route("/open/{token}", get(open))
        .merge(guarded)
        .fallback(get(file))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(middleware::from_fn_with_state(Arc::clone(&served), same_machine))
        .with_state(served)
}

/// Refuses a request that names another host (DNS rebinding) or comes from another origin, and seals every reply.
async fn same_machine(State(served): State<Arc<Served>>, request: Request, next: Next) -> Response {
    let hosts = [format!("127.0.0.1:{}", served.port), format!("localhost:{}", served.port)];
    let named = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let host_fits = named.is_some_and(|host| hosts.iter().any(|known| known == host));
    let origin_fits = match request.headers().get(header::ORIGIN) {
        None => true,
        Some(origin) => hosts.iter().any(|host| origin.as_bytes() == format!("http://{host}").as_bytes()),
    };
    let mut response =
        if host_fits && origin_fits { next.run(request).await } else { StatusCode::FORBIDDEN.into_response() };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Refuses a request without this launch's token, in the cookie or as a bearer.
async fn known(State(served): State<Arc<Served>>, request: Request, next: Next) -> Response {
    if carries(request.headers(), &served) { next.run(request).await } else { StatusCode::UNAUTHORIZED.into_response() }
}

fn cookie_name(port: u16) -> String {
    // Cookies are shared between the ports of a host: two programs must not overwrite each other's.
    format!("trackside-{port}")
}

fn carries(headers: &HeaderMap, served: &Served) -> bool {
    let bearer =
        headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).and_then(|v| v.strip_prefix("Bearer "));
    let wanted = format!("{}=", cookie_name(served.port));
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok());
    let cookie = cookies.flat_map(|v| v.split("; ")).find_map(|pair| pair.strip_prefix(wanted.as_str()));
    bearer.into_iter().chain(cookie).any(|said| same(said.as_bytes(), served.token.as_bytes()))
}

/// Compares without telling by its time where they differ.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

/// Trades the token of the printed address for a cookie, and leaves the address bar clean.
async fn open(State(served): State<Arc<Served>>, UrlPath(token): UrlPath<String>) -> Response {
    if !same(token.as_bytes(), served.token.as_bytes()) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let cookie = format!("{}={token}; HttpOnly; SameSite=Strict; Path=/", cookie_name(served.port));
    (StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), (header::LOCATION, "/".to_owned())]).into_response()
}

async fn call(State(served): State<Arc<Served>>, UrlPath(name): UrlPath<String>, args: String) -> Response {
    // Its own task: a browser that goes away in the middle does not stop an import half way.
    let app = served.app.clone();
    let answered = tokio::spawn(async move { app::dispatch(&app, &name, &args).await }).await;
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

/// A file of the front end; a path that names none is a page of the program.
async fn file(State(served): State<Arc<Served>>, request: Request) -> Response {
    if request.method() != Method::GET {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let asked = Path::new(request.uri().path().trim_start_matches('/'));
    if !asked.components().all(|part| matches!(part, Component::Normal(_))) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let kind = match asked.extension().and_then(|ending| ending.to_str()) {
        None => return page(&served.ui.join("index.html"), "text/html; charset=utf-8").await,
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("ftl") => "text/plain; charset=utf-8",
        Some(_) => return StatusCode::NOT_FOUND.into_response(),
    };
    page(&served.ui.join(asked), kind).await
}

async fn page(path: &Path, kind: &'static str) -> Response {
    match tokio::fs::read(path).await {
        Ok(bytes) => ([(header::CONTENT_TYPE, kind)], Body::from(bytes)).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
