//! What stands before every request and on every answer: this machine's name, this page's origin, this launch's cookie, and
//! what a browser may do with what it gets.

use std::sync::Arc;
use std::time::Instant;

use app::Turned;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Served;
use super::listen::Visitor;

/// What a page may do: load its own files and call its own origin, nothing else. The window's is the same
/// (`src-tauri/tauri.conf.json`), with the way to its one command.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
                      font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'; object-src 'none'";

/// What goes with every answer. There is no CORS header among them: no other origin may read anything.
const SEALS: [(&str, &str); 9] = [
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cache-control", "no-store"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), usb=(), serial=(), display-capture=()"),
];

/// Refuses a request that names another host (DNS rebinding) or comes from another site, and seals every answer.
pub(super) async fn same_machine(State(served): State<Arc<Served>>, request: Request, next: Next) -> Response {
    let mut response = if is_ours(request.headers(), served.port) {
        next.run(request).await
    } else {
        turned(&served, Turned::OtherSite)
    };
    for (name, value) in SEALS {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}

/// Lets through what carries this launch's cookie.
pub(super) async fn known(State(served): State<Arc<Served>>, request: Request, next: Next) -> Response {
    if !served.pass.holds(request.headers()) {
        return turned(&served, served.pace.refuse(Instant::now()));
    }
    if let Some(visitor) = request.extensions().get::<Visitor>() {
        visitor.is_known();
    }
    next.run(request).await
}

/// The host is this machine and port, and the page that asks, if it is one, is of the same origin. A browser says itself
/// where a request comes from; `none` is a person who opened the address.
fn is_ours(headers: &HeaderMap, port: u16) -> bool {
    // A browser leaves out the port that `http` has anyway.
    let port = if port == 80 { String::new() } else { format!(":{port}") };
    let hosts = [format!("127.0.0.1{port}"), format!("localhost{port}")];
    let mut named = headers.get_all(header::HOST).iter();
    let host = named.next().filter(|_| named.next().is_none());
    let host_fits = host.is_some_and(|host| hosts.iter().any(|known| known.as_bytes() == host.as_bytes()));
    let origin_fits = headers.get_all(header::ORIGIN).iter().all(|origin| {
        origin
            .as_bytes()
            .strip_prefix(b"http://")
            .is_some_and(|host| hosts.iter().any(|known| known.as_bytes() == host))
    });
    let site_fits = headers.get_all("sec-fetch-site").iter().all(|site| site == "same-origin" || site == "none");
    host_fits && origin_fits && site_fits
}

/// The answer to what is turned away: a status for programs, a sentence for people.
pub(super) fn turned(served: &Served, why: Turned) -> Response {
    let (status, after) = match why {
        Turned::OtherSite => (StatusCode::FORBIDDEN, None),
        Turned::NotOpened => (StatusCode::UNAUTHORIZED, None),
        Turned::TooManyKeys { seconds } | Turned::TooManyCalls { seconds } => {
            (StatusCode::TOO_MANY_REQUESTS, Some(seconds))
        }
        Turned::TooLarge { .. } => (StatusCode::PAYLOAD_TOO_LARGE, None),
        Turned::TooSlow { .. } => (StatusCode::REQUEST_TIMEOUT, None),
        Turned::NotJson => (StatusCode::UNSUPPORTED_MEDIA_TYPE, None),
    };
    let mut response = (status, axum::Json(why.told(&served.app))).into_response();
    if let Some(seconds) = after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    // What was not read of it is not waited for.
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_ours_by_host_origin_and_site() {
        let ours = |headers: &[(&'static str, &'static str)]| {
            let pairs =
                headers.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
            let mut map = HeaderMap::new();
            for (name, value) in pairs {
                map.append(name, value);
            }
            is_ours(&map, 4711)
        };
        let host = ("host", "127.0.0.1:4711");
        assert!(ours(&[host]) && ours(&[("host", "localhost:4711"), ("origin", "http://localhost:4711")]));
        assert!(ours(&[host, ("sec-fetch-site", "none")]));
        for (why, headers) in [
            ("no host", vec![]),
            ("a name pointed here", vec![("host", "evil.example:4711")]),
            ("another port", vec![("host", "127.0.0.1:80")]),
            ("a name that begins like ours", vec![("host", "127.0.0.1:4711.evil.example")]),
            ("two hosts", vec![host, ("host", "evil.example")]),
            ("another origin", vec![host, ("origin", "http://evil.example")]),
            ("another scheme", vec![host, ("origin", "https://127.0.0.1:4711")]),
            ("a sandboxed page", vec![host, ("origin", "null")]),
            ("another port's page", vec![host, ("sec-fetch-site", "same-site")]),
            ("another site's page", vec![host, ("sec-fetch-site", "cross-site")]),
        ] {
            assert!(!ours(&headers), "{why}");
        }
    }
}
