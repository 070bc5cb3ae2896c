//! Whose file is it? Type to filter, arrows to move, Enter to choose.

use contract::athlete::AddAthlete;
use domain::id::AthleteId;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{Desk, Over};
use super::verdict::Confidence;
use crate::keys::step;
use crate::pages::roster::own_zone;
use crate::parts::Badge;
use crate::words::{t, t_with};

/// Somebody who can be chosen.
#[derive(Debug, Clone, PartialEq)]
enum Choosable {
    /// An athlete, with how sure the guess is and why, if they were guessed.
    Athlete { id: AthleteId, name: String, guess: Option<(f64, String)> },
    /// Somebody who is not in the roster yet.
    Newcomer { name: String },
}

/// The field and the list below it.
#[component]
pub(super) fn Picker(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let filter = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let busy = RwSignal::new(false);
    let over = untrack(move || desk.over.get()).unwrap_or(Over::Athlete);
    let (here, rows) = untrack(move || (desk.here(), desk.meant(over)));
    let chosen = here.as_ref().and_then(|row| untrack(|| desk.review.choice(row.row)).athlete);
    let about = match (&here, rows.len()) {
        (Some(row), 0 | 1) => row.path.clone(),
        (Some(row), files) => match &row.device {
            Some(device) => {
                t_with("screen-review-of-device", &[("files", files.into()), ("device", device.as_str().into())])
            }
            None => t_with(
                "screen-review-of-folder",
                &[("files", files.into()), ("folder", super::order::split(&row.path).0.unwrap_or("/").into())],
            ),
        },
        (None, _) => String::new(),
    };
    let guesses = StoredValue::new(here.map(|row| row.guesses).unwrap_or_default());
    let list = Memo::new(move |_| {
        let typed = filter.get();
        guesses.with_value(|guesses| {
            let guessed = guesses.iter().map(|guess| Choosable::Athlete {
                id: guess.athlete,
                name: guess.name.clone(),
                guess: Some((guess.confidence, guess.why.clone())),
            });
            let others = desk
                .people()
                .into_iter()
                .filter(|(id, _)| !guesses.iter().any(|guess| guess.athlete == *id))
                .map(|(id, name)| Choosable::Athlete { id, name, guess: None });
            fitting(guessed.chain(others), typed.trim())
        })
    });
    Effect::new(move |_| {
        list.track();
        at.set(0);
    });
    // What was chosen before is where the keyboard begins: Enter keeps it.
    Effect::new(move |done: Option<bool>| {
        if done == Some(true) {
            return true;
        }
        let before = list.with(|list| {
            list.iter().position(|one| matches!(one, Choosable::Athlete { id, .. } if Some(*id) == chosen))
        });
        if let Some(before) = before {
            at.set(before);
        }
        list.with(|list| !list.is_empty())
    });
    let rows = StoredValue::new(rows);
    let choose = move |place: usize| {
        let Some(one) = list.with_untracked(|list| list.get(place).cloned()) else { return };
        match one {
            Choosable::Athlete { id, .. } => {
                rows.with_value(|rows| desk.give(rows, id));
                desk.over.set(None);
            }
            Choosable::Newcomer { name } => {
                if busy.get_untracked() {
                    return;
                }
                busy.set(true);
                spawn_local(async move {
                    let request = AddAthlete { name, sex: None, born: None, zone: own_zone(), squad: None };
                    let added = desk.state.write(&request).await;
                    busy.try_set(false);
                    match added {
                        Ok(athlete) => {
                            rows.try_with_value(|rows| desk.give(rows, athlete.id));
                            desk.over.try_set(None);
                        }
                        Err(fault) => desk.state.say_fault(&fault),
                    }
                });
            }
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        let len = list.with_untracked(Vec::len);
        let by = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "Enter" => {
                event.prevent_default();
                event.stop_propagation();
                return choose(at.get_untracked());
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        at.set(step(Some(at.get_untracked()), by, len).unwrap_or(0));
    };
    let options = move || {
        list.get()
            .into_iter()
            .enumerate()
            .map(|(place, one)| view! { <Line one=one place=place at=at on_choose=move || choose(place) /> })
            .collect_view()
    };
    view! {
        <div class="form picker">
            <p class="quiet picker-about">{about}</p>
            <input
                type="text"
                role="combobox"
                aria-label=t("screen-review-type-name")
                aria-expanded="true"
                aria-autocomplete="list"
                aria-controls="picker-list"
                aria-activedescendant=move || list.with(|list| !list.is_empty()).then(|| format!("picker-{}", at.get()))
                placeholder=t("screen-review-type-name")
                autocomplete="off"
                prop:value=move || filter.get()
                on:input=move |event| filter.set(event_target_value(&event))
                on:keydown=key
            />
            <ul id="picker-list" class="picker-list" role="listbox" aria-label=t("screen-col-athlete")>
                {options}
            </ul>
            <Show when=move || list.with(Vec::is_empty)>
                <p class="quiet">{t("screen-review-nobody-yet")}</p>
            </Show>
        </div>
    }
}

#[component]
fn Line<F: Fn() + 'static>(one: Choosable, place: usize, at: RwSignal<usize>, on_choose: F) -> impl IntoView {
    let node = NodeRef::<leptos::html::Li>::new();
    Effect::new(move |_| {
        if at.get() == place
            && place > 0
            && let Some(line) = node.get()
        {
            line.scroll_into_view_with_bool(false);
        }
    });
    let words = match one {
        Choosable::Athlete { name, guess: Some((confidence, why)), .. } => view! {
            <span class="review-who">{name}</span>
            <Confidence share=confidence />
            <span class="under">{why}</span>
        }
        .into_any(),
        Choosable::Athlete { name, guess: None, .. } => view! { <span class="review-who">{name}</span> }.into_any(),
        Choosable::Newcomer { name } => view! {
            <span class="review-who">{name}</span>
            <Badge>{t("screen-review-newcomer")}</Badge>
        }
        .into_any(),
    };
    view! {
        <li
            node_ref=node
            id=format!("picker-{place}")
            role="option"
            aria-selected=move || if at.get() == place { "true" } else { "false" }
            on:mousemove=move |_| at.set(place)
            on:click=move |_| on_choose()
        >
            {words}
        </li>
    }
}

/// Those whose name holds every word typed, in the order given; somebody new at the end when nobody has that very name.
fn fitting(all: impl Iterator<Item = Choosable>, typed: &str) -> Vec<Choosable> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let mut same = false;
    let mut list: Vec<Choosable> = all
        .filter(|one| {
            let Choosable::Athlete { name, .. } = one else { return false };
            let name = name.to_lowercase();
            same |= name == typed.to_lowercase();
            words.iter().all(|word| name.contains(word.as_str()))
        })
        .collect();
    if !typed.is_empty() && !same {
        list.push(Choosable::Newcomer { name: typed.to_owned() });
    }
    list
}
