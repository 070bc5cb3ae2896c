//! A question to the host whose answer stays fresh: asked again when its request changes or when something it shows moved.

use contract::{Call, Fault, Topic, Touched};
use domain::id::AthleteId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::State;
use crate::ipc;

/// The answer so far. While a newer one is under way the old one stays on screen.
#[derive(Debug)]
pub struct Ask<T: 'static> {
    answer: RwSignal<Option<Result<T, Fault>>, LocalStorage>,
    busy: RwSignal<bool>,
    round: RwSignal<u32>,
}

impl<T: 'static> Clone for Ask<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Ask<T> {}

impl<T: 'static> Ask<T> {
    /// Reads the answer and follows it; `None` until the first one came.
    pub fn with<R>(&self, read: impl FnOnce(&Option<Result<T, Fault>>) -> R) -> R {
        self.answer.with(read)
    }

    /// The value if there is one; follows it.
    #[must_use]
    pub fn value(&self) -> Option<T>
    where
        T: Clone,
    {
        self.answer.with(|answer| answer.as_ref().and_then(|a| a.as_ref().ok()).cloned())
    }

    /// A copy of the answer; follows it.
    #[must_use]
    pub fn get(&self) -> Option<Result<T, Fault>>
    where
        T: Clone,
    {
        self.answer.get()
    }

    /// Whether an answer is under way.
    #[must_use]
    pub fn busy(&self) -> Signal<bool> {
        self.busy.into()
    }

    /// Asks again.
    pub fn again(&self) {
        self.round.update(|round| *round += 1);
    }

    /// Puts a newer answer in place, as a write replied it.
    pub fn put(&self, value: T) {
        self.answer.try_set(Some(Ok(value)));
    }
}

/// Whether news concern one athlete (or the whole roster) in one of these topics.
pub fn of(athlete: AthleteId, topics: &'static [Topic]) -> impl Fn(&Touched) -> bool {
    move |moved| moved.athlete.is_none_or(|who| who == athlete) && topics.contains(&moved.topic)
}

/// Asks `request()` now, whenever a signal it reads changes, whenever `relevant` news come in, and when another roster is
/// opened. `None` asks nothing.
pub fn ask<C: Call>(
    relevant: impl Fn(&Touched) -> bool + 'static,
    request: impl Fn() -> Option<C> + 'static,
) -> Ask<C::Reply> {
    ask_by(State::here().touched, relevant, request)
}

pub(super) fn ask_by<C: Call>(
    touched: RwSignal<Vec<Touched>>,
    relevant: impl Fn(&Touched) -> bool + 'static,
    request: impl Fn() -> Option<C> + 'static,
) -> Ask<C::Reply> {
    let ask = Ask { answer: RwSignal::new_local(None), busy: RwSignal::new(false), round: RwSignal::new(0) };
    // An answer that comes after a later question is dropped.
    let newest = StoredValue::new(0_u32);
    Effect::new(move |earlier: Option<()>| {
        let moved = touched.with(|all| all.iter().any(|one| one.topic == Topic::Roster || relevant(one)));
        // The news that were here before this page are not news to it.
        if earlier.is_some() && moved {
            ask.again();
        }
    });
    Effect::new(move |_| {
        ask.round.track();
        // Names were covered or uncovered: what stands here was said before.
        if let Some(state) = use_context::<State>() {
            state.stage.covered.track();
        }
        let Some(turn) = newest.try_update_value(|turn| {
            *turn += 1;
            *turn
        }) else {
            return;
        };
        let Some(request) = request() else {
            ask.busy.set(false);
            ask.answer.set(None);
            return;
        };
        ask.busy.set(true);
        spawn_local(async move {
            let answer = ipc::call(&request).await;
            if newest.try_get_value() == Some(turn) {
                ask.busy.try_set(false);
                ask.answer.try_set(Some(answer));
            }
        });
    });
    ask
}
