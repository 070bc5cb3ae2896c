//! What can be taken back: each deed with its words and its two ways.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use contract::Call;
use contract::board::ApproveWeek;
use contract::call::Done;
use contract::import::{RedoImport, UndoImport};
use contract::plan::{OverrideOutcome, OverrideSession};
use domain::id::{AthleteId, BatchId, OverrideId, SessionId};
use domain::overrides::{Change, Override, ReasonTag};
use domain::week::Week;

use super::{Refused, Turn};
use crate::state::State;

/// A way back or forth: calls to the host, one after the other.
pub(super) type Way = Rc<dyn Fn(State, Turn) -> Pin<Box<dyn Future<Output = Result<(), Refused>>>>>;

/// Something that was done.
#[derive(Clone)]
pub struct Deed {
    /// What it was, in words.
    pub what: String,
    /// When, milliseconds since 1970.
    pub at: f64,
    way: Way,
}

impl std::fmt::Debug for Deed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Deed").field("what", &self.what).finish_non_exhaustive()
    }
}

/// A request whose reply can be taken back by another.
pub trait Added: Call<Reply = Done<<Self as Added>::Made>> + Clone {
    /// What it makes.
    type Made: 'static;
    /// Takes it back; the reply says whether it counted.
    type Back: Call<Reply = Done<bool>>;

    /// How to take back what was made: one request, or several where one request made several.
    fn back(&self, made: &Self::Made) -> Vec<Self::Back>;
}

/// A request whose reply can be replaced by a newer version.
pub trait Replacing: Added {
    /// The same request, made over what stands now.
    #[must_use]
    fn over(&self, made: &Self::Made) -> Self;
}

impl Deed {
    /// A deed with its way.
    #[must_use]
    pub fn new<F>(what: String, way: impl Fn(State, Turn) -> F + 'static) -> Deed
    where
        F: Future<Output = Result<(), Refused>> + 'static,
    {
        Deed { what, at: js_sys::Date::now(), way: Rc::new(move |state, turn| Box::pin(way(state, turn))) }
    }

    /// Takes it back or does it again.
    ///
    /// # Errors
    /// Why that cannot be.
    pub async fn go(&self, turn: Turn, state: State) -> Result<(), Refused> {
        (self.way)(state, turn).await
    }

    /// Something was added.
    #[must_use]
    pub fn added<A: Added>(what: String, request: A, made: &A::Made) -> Deed {
        let back = request.back(made);
        Deed::put_and_taken(what, request, back, Turn::Again)
    }

    /// Something was taken back that a request like this one would add again.
    #[must_use]
    pub fn withdrawn<A: Added>(what: String, request: A) -> Deed {
        Deed::put_and_taken(what, request, Vec::new(), Turn::Back)
    }

    /// Goes between there and not there; `there` is the turn that puts it there. Put there again it is another thing with
    /// another id, so the way to take it back is renewed each time.
    fn put_and_taken<A: Added>(what: String, request: A, back: Vec<A::Back>, there: Turn) -> Deed {
        let back = Rc::new(RefCell::new(back));
        Deed::new(what, move |state, turn| {
            let (request, back) = (request.clone(), Rc::clone(&back));
            async move {
                if turn == there {
                    let made = state.write(&request).await?;
                    *back.borrow_mut() = request.back(&made);
                    return Ok(());
                }
                let requests = std::mem::take(&mut *back.borrow_mut());
                let mut counted = false;
                let mut left = requests.into_iter();
                while let Some(request) = left.next() {
                    match state.write(&request).await {
                        Ok(did) => counted |= did,
                        Err(fault) => {
                            // What was not reached can be tried again.
                            *back.borrow_mut() = std::iter::once(request).chain(left).collect();
                            return Err(fault.into());
                        }
                    }
                }
                if counted { Ok(()) } else { Err(Refused::NotThere) }
            }
        })
    }

    /// Something was replaced by a newer version: each way makes a version over the one that stands.
    #[must_use]
    pub fn replaced<A: Replacing>(what: String, before: A, now: A, made: A::Made) -> Deed {
        let stands = Rc::new(RefCell::new(made));
        Deed::new(what, move |state, turn| {
            let stands = Rc::clone(&stands);
            let request = if turn == Turn::Back { before.over(&stands.borrow()) } else { now.over(&stands.borrow()) };
            async move {
                let made = state.write(&request).await?;
                *stands.borrow_mut() = made;
                Ok(())
            }
        })
    }

    /// Changes of sessions in one week, in the order they were made. Going back appends an undo of each, the newest first;
    /// going forth undoes those undos.
    #[must_use]
    pub fn overrides(what: String, athlete: AthleteId, week: Week, made: Vec<Made>) -> Deed {
        let standing = Rc::new(RefCell::new(made));
        Deed::new(what, move |state, _| {
            let standing = Rc::clone(&standing);
            async move {
                let made = standing.borrow().clone();
                let turned = turned(state, athlete, week, &made).await?;
                *standing.borrow_mut() = turned;
                Ok(())
            }
        })
    }

    /// Approvals of one week of some athletes, or their withdrawal.
    #[must_use]
    pub fn approval(what: String, athletes: Vec<AthleteId>, week: Week, withdrawn: bool) -> Deed {
        Deed::new(what, move |state, turn| {
            let athletes = athletes.clone();
            let withdraw = withdrawn == (turn == Turn::Again);
            async move {
                for athlete in athletes {
                    state.write(&ApproveWeek { athlete, week, withdraw }).await?;
                }
                Ok(())
            }
        })
    }

    /// An import, or its being taken back.
    #[must_use]
    pub fn import(what: String, batch: BatchId, undone: bool) -> Deed {
        Deed::new(what, move |state, turn| async move {
            if undone == (turn == Turn::Again) {
                state.write(&UndoImport { batch }).await?;
            } else {
                state.write(&RedoImport { batch }).await?;
            }
            Ok(())
        })
    }
}

/// What a change of a session is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    session: SessionId,
    id: OverrideId,
    tag: ReasonTag,
}

impl From<&Override> for Made {
    fn from(made: &Override) -> Made {
        Made { session: made.session, id: made.id, tag: made.tag }
    }
}

/// Takes changes back, the newest first, and gives the undos in the order they were made. What limits refuse leaves nothing
/// half done: what was taken back by then is put again.
async fn turned(state: State, athlete: AthleteId, week: Week, made: &[Made]) -> Result<Vec<Made>, Refused> {
    let mut undos: Vec<Made> = Vec::new();
    for change in made.iter().rev() {
        match undone(state, athlete, week, *change).await {
            Ok(undo) => undos.push(undo),
            Err(refused) => {
                for undo in undos.iter().rev() {
                    undone(state, athlete, week, *undo).await?;
                }
                return Err(refused);
            }
        }
    }
    Ok(undos)
}

async fn undone(state: State, athlete: AthleteId, week: Week, made: Made) -> Result<Made, Refused> {
    let Made { session, id, tag } = made;
    let change = Change::Undo { of: id };
    let request = OverrideSession { athlete, week, session: Some(session), change, tag, text: None, insist: false };
    match state.write(&request).await? {
        OverrideOutcome::Applied { made, .. } => Ok(Made::from(&*made)),
        OverrideOutcome::Refused { broken } => Err(Refused::Limits(broken)),
    }
}
