//! The link to the host: one way to ask, whatever carries it. In the window it is the one command, in a browser it is
//! loopback HTTP, in component tests it is a script.

mod event;
mod loopback;
mod window;

use std::cell::RefCell;
use std::rc::Rc;

use contract::people::{ListAthletes, Person};
use contract::{Call, Fault, FaultCode};

pub use event::listen;
pub use window::{Choose, choose, listen_window, listening, page_ready};

use crate::veil;
use crate::words::own_fault;

/// Answers a call by name and JSON arguments, as the host would.
pub type Script = Rc<dyn Fn(&str, &str) -> Result<String, Fault>>;

/// What carries the calls.
#[derive(Clone)]
pub enum Link {
    /// The program's own window.
    Window,
    /// A browser on the same machine.
    Loopback,
    /// Answers written by a test.
    Scripted(Script),
}

impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Link::Window => "Window",
            Link::Loopback => "Loopback",
            Link::Scripted(_) => "Scripted",
        })
    }
}

thread_local! {
    static SCRIPT: RefCell<Option<Script>> = const { RefCell::new(None) };
}

/// Answers every later call from a script.
pub fn install(script: impl Fn(&str, &str) -> Result<String, Fault> + 'static) {
    SCRIPT.with(|slot| *slot.borrow_mut() = Some(Rc::new(script)));
}

/// The link in use.
#[must_use]
pub fn link() -> Link {
    if let Some(script) = SCRIPT.with(|slot| slot.borrow().clone()) {
        Link::Scripted(script)
    } else if window::internals().is_some() {
        Link::Window
    } else {
        Link::Loopback
    }
}

/// Whether this is the program's own window, where dialogs give paths.
#[must_use]
pub fn in_window() -> bool {
    matches!(link(), Link::Window)
}

/// Asks the host.
///
/// # Errors
/// The host's fault, or one made here when the host does not answer or answers in another shape.
pub async fn call<C: Call>(request: &C) -> Result<C::Reply, Fault> {
    let args = serde_json::to_string(request).map_err(|e| other_shape(C::NAME, &e))?;
    let reply = carried(C::NAME, &veil::asked(args)).await;
    if veil::is_down() {
        // Whom the answer may name: somebody may have been added, or another roster opened, by this very call.
        let people = carried(ListAthletes::NAME, "{}").await?;
        veil::learn(&serde_json::from_str::<Vec<Person>>(&people).map_err(|e| other_shape(ListAthletes::NAME, &e))?);
    }
    serde_json::from_str(&veil::told(reply)?).map_err(|e| other_shape(C::NAME, &e))
}

/// Carries a request to the host and its answer back.
async fn carried(name: &str, args: &str) -> Result<String, Fault> {
    match link() {
        Link::Scripted(script) => script(name, args),
        Link::Window => window::call(name, args).await,
        Link::Loopback => loopback::call(name, args).await,
    }
}

fn other_shape(name: &str, error: &serde_json::Error) -> Fault {
    own_fault(FaultCode::BadCall, "screen-fault-shape", &format!("{name}: {error}"))
}

/// The host did not answer at all.
fn unreachable(name: &str) -> Fault {
    own_fault(FaultCode::Internal, "screen-fault-unreachable", name)
}
