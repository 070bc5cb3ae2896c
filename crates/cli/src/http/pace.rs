//! How much is taken at once: calls a second, calls at a time, bytes and seconds of a body.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use app::Turned;
use axum::body::Bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use futures::StreamExt;
use tokio::sync::{Semaphore, SemaphorePermit};

const MEGABYTE: u64 = 1024 * 1024;

/// What is taken.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Calls a second, in the long run.
    pub(crate) calls: f64,
    /// Calls that may come in one moment: a page that opens asks for much at once.
    pub(crate) burst: f64,
    /// Calls without the cookie, or with a wrong one, a second; they come in bursts of five seconds' worth.
    pub(crate) refused: f64,
    /// Calls whose body is read or that are answered at a time; others wait.
    pub(crate) at_once: usize,
    /// Bytes of a call.
    pub(crate) body: u64,
    /// Bytes of the call that hands over files: a day of uploads at once, base64 included. One at a time.
    pub(crate) files: u64,
    /// Time for the head of a request, and for the next one to begin.
    pub(crate) head: Duration,
    /// Time for a body.
    pub(crate) reading: Duration,
    /// Connections of browsers that showed no cookie yet; others wait.
    pub(crate) strangers: usize,
    /// How long such a connection lives.
    pub(crate) stranger: Duration,
}

impl Limits {
    /// Those of the program.
    pub(crate) const USUAL: Limits = Limits {
        calls: 100.0,
        burst: 500.0,
        refused: 20.0,
        at_once: 32,
        body: 16 * MEGABYTE,
        files: 512 * MEGABYTE,
        head: Duration::from_secs(10),
        reading: Duration::from_secs(60),
        strangers: 32,
        stranger: Duration::from_secs(30),
    };
}

/// The calls so far, against the limits.
pub(super) struct Pace {
    limits: Limits,
    calls: Mutex<Bucket>,
    refused: Mutex<Bucket>,
    at_once: Semaphore,
    files: Semaphore,
}

/// A count that fills up with time.
struct Bucket {
    a_second: f64,
    most: f64,
    left: f64,
    at: Instant,
}

impl Bucket {
    fn full(a_second: f64, most: f64, at: Instant) -> Mutex<Bucket> {
        Mutex::new(Bucket { a_second, most, left: most, at })
    }

    /// Takes one, if there is one.
    fn take(&mut self, now: Instant) -> bool {
        let since = now.saturating_duration_since(self.at).as_secs_f64();
        (self.left, self.at) = ((self.left + since * self.a_second).min(self.most), now);
        let taken = self.left >= 1.0;
        self.left -= f64::from(u8::from(taken));
        taken
    }
}

/// The call that hands over files.
const FILES: &str = "StageFiles";

impl Pace {
    pub(super) fn new(limits: Limits, now: Instant) -> Pace {
        Pace {
            limits,
            calls: Bucket::full(limits.calls, limits.burst, now),
            refused: Bucket::full(limits.refused, limits.refused * 5.0, now),
            at_once: Semaphore::new(limits.at_once),
            files: Semaphore::new(1),
        }
    }

    /// Counts one more call of somebody who is in.
    pub(super) fn count(&self, now: Instant) -> Result<(), Turned> {
        // Whole after every step, here and below.
        let taken = self.calls.lock().unwrap_or_else(PoisonError::into_inner).take(now);
        if taken { Ok(()) } else { Err(Turned::TooManyCalls { seconds: 1 }) }
    }

    /// Counts one more of somebody who is not, and says why it is turned away.
    pub(super) fn refuse(&self, now: Instant) -> Turned {
        let taken = self.refused.lock().unwrap_or_else(PoisonError::into_inner).take(now);
        if taken { Turned::NotOpened } else { Turned::TooManyKeys { seconds: 1 } }
    }

    /// Waits for a place and reads the call's text within its limits. The place is held until the call is answered.
    pub(super) async fn read(&self, name: &str, request: Request) -> Result<(String, Place<'_>), Turned> {
        if !is_json(request.headers()) {
            return Err(Turned::NotJson);
        }
        let most = if name == FILES { self.limits.files } else { self.limits.body };
        if length(request.headers()).is_some_and(|bytes| bytes > most) {
            return Err(Turned::TooLarge { megabytes: most / MEGABYTE });
        }
        // Neither is ever closed; without a place the work would only be less bounded.
        let files = if name == FILES { self.files.acquire().await.ok() } else { None };
        let place = Place { _files: files, _at_once: self.at_once.acquire().await.ok() };
        let text = tokio::time::timeout(self.limits.reading, body(request, most))
            .await
            .map_err(|_| Turned::TooSlow { seconds: self.limits.reading.as_secs() })??;
        Ok((text, place))
    }
}

/// One of the calls that are answered at a time, until it is dropped.
pub(super) struct Place<'a> {
    _files: Option<SemaphorePermit<'a>>,
    _at_once: Option<SemaphorePermit<'a>>,
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn length(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Every byte is counted as it comes: a length can be left out, or lie.
async fn body(request: Request, most: u64) -> Result<String, Turned> {
    let mut text = Vec::new();
    let mut parts = request.into_body().into_data_stream();
    while let Some(part) = parts.next().await {
        // A connection that broke: nobody hears the answer.
        let part: Bytes = part.map_err(|_| Turned::TooSlow { seconds: 0 })?;
        if (text.len() + part.len()) as u64 > most {
            return Err(Turned::TooLarge { megabytes: most / MEGABYTE });
        }
        text.extend_from_slice(&part);
    }
    String::from_utf8(text).map_err(|_| Turned::NotJson)
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn post(name: &str, text: Body) -> Request {
        let request = Request::post(format!("/call/{name}")).header(header::CONTENT_TYPE, "application/json");
        request.body(text).expect("a request")
    }

    #[test]
    fn calls_come_in_bursts_and_then_at_a_steady_pace() {
        let now = Instant::now();
        let pace = Pace::new(Limits { calls: 10.0, burst: 3.0, ..Limits::USUAL }, now);
        let taken = (0..5).filter(|_| pace.count(now).is_ok()).count();
        assert_eq!(taken, 3);
        assert!(pace.count(now + Duration::from_millis(100)).is_ok());
        assert_eq!(pace.count(now + Duration::from_millis(100)), Err(Turned::TooManyCalls { seconds: 1 }));
        let refused: Vec<_> = (0..200).map(|_| pace.refuse(now)).collect();
        assert_eq!((refused[0], refused[199]), (Turned::NotOpened, Turned::TooManyKeys { seconds: 1 }));
    }

    #[tokio::test]
    async fn a_body_is_read_within_its_limits_whatever_it_says_of_itself() {
        let limits = Limits { body: MEGABYTE, reading: Duration::from_millis(50), ..Limits::USUAL };
        let pace = Pace::new(limits, Instant::now());
        let read = async |request| pace.read("Triage", request).await.map(|(text, _)| text.len());
        assert_eq!(read(post("Triage", Body::from("{}"))).await, Ok(2));
        let parts = futures::stream::iter((0..40).map(|_| Ok::<_, std::io::Error>(Bytes::from(vec![b' '; 64 * 1024]))));
        assert_eq!(read(post("Triage", Body::from_stream(parts))).await, Err(Turned::TooLarge { megabytes: 1 }));
        let never = futures::stream::pending::<Result<Bytes, std::io::Error>>();
        assert_eq!(read(post("Triage", Body::from_stream(never))).await, Err(Turned::TooSlow { seconds: 0 }));
        assert_eq!(read(post("Triage", Body::from(vec![0xff]))).await, Err(Turned::NotJson));
        assert_eq!(
            read(Request::post("/call/Triage").body(Body::from("{}")).expect("one")).await,
            Err(Turned::NotJson)
        );
    }
}
