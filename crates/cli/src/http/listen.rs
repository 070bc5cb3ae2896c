//! Taking connections: so many at a time, and none that never says what it wants.

use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::pace::Limits;

/// The most bytes of a request's head.
const HEAD: usize = 16 * 1024;
/// The most headers.
const HEADERS: usize = 64;
/// How long an ending program waits for answers under way. A page listens for ever.
const CLOSING: Duration = Duration::from_secs(2);
/// How long it rests when the system has no more connections to give.
const REST: Duration = Duration::from_millis(100);

/// Who is at the other end of a connection: a stranger holds one of few places, until it shows the cookie.
#[derive(Clone)]
pub(super) struct Visitor {
    known: Arc<AtomicBool>,
    place: Arc<Mutex<Option<OwnedSemaphorePermit>>>,
}

impl Visitor {
    /// It showed the cookie: its place is free for the next, and it may stay.
    pub(super) fn is_known(&self) {
        self.known.store(true, Ordering::Relaxed);
        drop(self.place.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

/// Answers until told to end.
pub(crate) async fn listen(listener: TcpListener, router: Router, limits: Limits, end: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(limits.strangers));
    let (open, mut end) = (GracefulShutdown::new(), pin!(end));
    loop {
        let (stream, place) = tokio::select! {
            () = &mut end => break,
            next = next(&listener, &places) => next,
        };
        let visitor = Visitor { known: Arc::default(), place: Arc::new(Mutex::new(place)) };
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(limits.head).max_headers(HEADERS).max_buf_size(HEAD);
        let service = TowerToHyperService::new(router.clone().layer(Extension(visitor.clone())));
        let connection = open.watch(builder.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            let mut connection = pin!(connection);
            // Whoever neither shows the cookie nor goes away is sent away, also one who never reads what it asked for.
            let stays = async {
                tokio::time::sleep(limits.stranger).await;
                if visitor.known.load(Ordering::Relaxed) {
                    std::future::pending::<()>().await;
                }
            };
            tokio::select! {
                // A connection that broke has nobody left to be told.
                ended = &mut connection => drop(ended),
                () = stays => {}
            }
        });
    }
    drop(listener);
    // What is not done by then is a page that listens.
    drop(tokio::time::timeout(CLOSING, open.shutdown()).await);
}

/// The next connection, once there is a place for a stranger.
async fn next(listener: &TcpListener, places: &Arc<Semaphore>) -> (TcpStream, Option<OwnedSemaphorePermit>) {
    // Never closed.
    let place = Arc::clone(places).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return (stream, place),
            // One that was gone at once, or no more to be had for now.
            Err(_) => tokio::time::sleep(REST).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    const SHORT: Limits = Limits {
        head: Duration::from_millis(200),
        strangers: 2,
        stranger: Duration::from_millis(600),
        ..Limits::USUAL
    };

    async fn begin() -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let known = |Extension(visitor): Extension<Visitor>| async move {
            visitor.is_known();
            "known"
        };
        let router = Router::new().route("/", get(|| async { "here" })).route("/known", get(known));
        tokio::spawn(listen(listener, router, SHORT, std::future::pending()));
        port
    }

    /// Everything that comes until the other side closes.
    async fn rest(stream: &mut TcpStream) -> String {
        let mut text = Vec::new();
        // A connection that is cut says what it said before.
        drop(stream.read_to_end(&mut text).await);
        String::from_utf8_lossy(&text).into_owned()
    }

    #[tokio::test]
    async fn a_head_that_never_ends_and_one_that_is_too_large_are_cut() {
        let port = begin().await;
        let begun = Instant::now();
        let mut slow = TcpStream::connect(("127.0.0.1", port)).await.expect("connected");
        slow.write_all(b"GET / HTTP/1.1\r\nHost: here\r\n").await.expect("sent");
        assert!(!rest(&mut slow).await.contains("200"), "it has not asked for anything yet");
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());

        let mut large = TcpStream::connect(("127.0.0.1", port)).await.expect("connected");
        let head = format!("GET / HTTP/1.1\r\nHost: here\r\nX-Long: {}\r\n\r\n", "x".repeat(2 * HEAD));
        drop(large.write_all(head.as_bytes()).await);
        assert!(!rest(&mut large).await.contains("200"));
    }

    #[tokio::test]
    async fn strangers_who_hold_on_keep_nobody_out_for_long_and_known_ones_stay() {
        let port = begin().await;
        let ask = |path: &str| format!("GET {path} HTTP/1.1\r\nHost: here\r\n\r\n");
        let mut known = TcpStream::connect(("127.0.0.1", port)).await.expect("connected");
        known.write_all(ask("/known").as_bytes()).await.expect("sent");
        let mut part = [0; 512];
        let read = known.read(&mut part).await.expect("answered");
        assert!(String::from_utf8_lossy(&part[..read]).contains("200"));
        let mut idle = Vec::new();
        for _ in 0..4 {
            idle.push(TcpStream::connect(("127.0.0.1", port)).await.expect("connected"));
        }
        let mut late = TcpStream::connect(("127.0.0.1", port)).await.expect("connected");
        late.write_all(ask("/").replace("Host", "Connection: close\r\nHost").as_bytes()).await.expect("sent");
        let answer = tokio::time::timeout(Duration::from_secs(5), rest(&mut late)).await.expect("in time");
        assert!(answer.contains("200"), "{answer}");
    }
}
