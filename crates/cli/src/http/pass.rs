//! Who is let in: a printed address opens one browser, once, and is traded for a cookie that holds as long as the program
//! runs.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use app::Turned;
use axum::http::{HeaderMap, header};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Wrong keys that are looked at before a pause.
const WRONG: u32 = 20;
/// How long after that no address is looked at. Cookies are: who guesses keeps out nobody who is in.
const PAUSE: Duration = Duration::from_secs(30);

/// The keys of one start of the program: 256 random bits each.
pub(crate) struct Pass {
    /// The one in the address that was printed last; none while no other could be made.
    address: Mutex<Door>,
    cookie: String,
    port: u16,
}

struct Door {
    key: Option<String>,
    wrong: u32,
    shut_until: Option<Instant>,
}

impl Pass {
    /// Keys for a port.
    ///
    /// # Errors
    /// When the system has no randomness.
    pub(crate) fn new(port: u16) -> Result<Pass, getrandom::Error> {
        let address = Mutex::new(Door { key: Some(random()?), wrong: 0, shut_until: None });
        Ok(Pass { address, cookie: random()?, port })
    }

    fn door(&self) -> MutexGuard<'_, Door> {
        // Whole after every step.
        self.address.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The address that opens the next browser.
    pub(crate) fn address(&self) -> Option<String> {
        self.door().key.as_ref().map(|key| format!("http://127.0.0.1:{}/open/{key}", self.port))
    }

    /// Trades an address' key for the cookie; the key is spent, and another one takes its place.
    pub(super) fn open(&self, said: &str, now: Instant) -> Result<String, Turned> {
        let mut door = self.door();
        door.look(now)?;
        if !door.key.as_deref().is_some_and(|key| same(said, key)) {
            return Err(door.wrong(now));
        }
        door.wrong = 0;
        // Without randomness no further browser is let in; this one is.
        door.key = random().ok();
        Ok(format!("{}={}; HttpOnly; SameSite=Strict; Path=/", self.cookie_name(), self.cookie))
    }

    /// Whether a request has the cookie.
    pub(super) fn holds(&self, headers: &HeaderMap) -> bool {
        let name = self.cookie_name();
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|value| value.split("; ")).filter_map(|pair| pair.split_once('='));
        pairs.any(|(at, said)| at == name && same(said, &self.cookie))
    }

    /// Cookies are shared between the ports of a host: two programs must not overwrite each other's.
    fn cookie_name(&self) -> String {
        format!("trackside-{}", self.port)
    }
}

impl Door {
    fn look(&mut self, now: Instant) -> Result<(), Turned> {
        match self.shut_until {
            Some(until) if now < until => Err(Turned::TooManyKeys { seconds: (until - now).as_secs().max(1) }),
            Some(_) => {
                (self.shut_until, self.wrong) = (None, 0);
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn wrong(&mut self, now: Instant) -> Turned {
        self.wrong += 1;
        if self.wrong < WRONG {
            return Turned::NotOpened;
        }
        self.shut_until = Some(now + PAUSE);
        Turned::TooManyKeys { seconds: PAUSE.as_secs() }
    }
}

/// Compares without telling by its time where they differ.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

fn random() -> Result<String, getrandom::Error> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cookie(pass: &Pass, now: Instant) -> HeaderMap {
        let key = pass.address().expect("printed").rsplit('/').next().expect("a key").to_owned();
        let set = pass.open(&key, now).expect("let in");
        let pair = set.split(';').next().expect("a pair").parse().expect("a header");
        HeaderMap::from_iter([(header::COOKIE, pair)])
    }

    #[test]
    fn an_address_opens_once_and_the_next_one_is_another() {
        let (pass, now) = (Pass::new(4711).expect("randomness"), Instant::now());
        let first = pass.address().expect("printed");
        let held = cookie(&pass, now);
        assert!(pass.holds(&held) && !pass.holds(&HeaderMap::new()));
        assert_ne!(pass.address().expect("another"), first);
        let spent = first.rsplit('/').next().expect("a key");
        assert_eq!(pass.open(spent, now), Err(Turned::NotOpened));
        assert!(pass.holds(&cookie(&pass, now)), "the second browser is in too");
    }

    #[test]
    fn after_many_wrong_keys_none_is_looked_at_for_a_while_and_who_is_in_stays_in() {
        let (pass, now) = (Pass::new(4711).expect("randomness"), Instant::now());
        let held = cookie(&pass, now);
        let key = pass.address().expect("printed").rsplit('/').next().expect("a key").to_owned();
        let turned: Vec<_> = (0..WRONG).map(|_| pass.open("guess", now).expect_err("wrong")).collect();
        assert_eq!(turned[0], Turned::NotOpened);
        assert_eq!(turned[turned.len() - 1], Turned::TooManyKeys { seconds: PAUSE.as_secs() });
        assert!(matches!(pass.open(&key, now), Err(Turned::TooManyKeys { .. })), "not even the right one");
        assert!(pass.holds(&held));
        assert!(pass.open(&key, now + PAUSE).is_ok(), "later it is");
    }
}
