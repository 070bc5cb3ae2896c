//! What a person must know of changes before reading the numbers: that this activity does not count, or that it is a part.

use contract::Topic;
use contract::revision::{ListRevisions, RevisionsView};
use domain::attention::Severity;
use domain::id::ActivityId;
use domain::revision::Role;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::parts::Mark;
use crate::state::ask;
use crate::words::{t, t_with};

/// A line about the changes that stand; nothing where there are none.
#[component]
pub(in crate::pages::activity) fn Standing(
    /// Of which activity.
    id: ActivityId,
) -> impl IntoView {
    let all = ask(|moved| moved.topic == Topic::Activities, move || Some(ListRevisions { activity: id }));
    move || all.value().and_then(|view| said(&view))
}

fn said(view: &RevisionsView) -> Option<AnyView> {
    let link = |id: ActivityId, words: String| {
        view! { <A href=format!("/activity/{id}") attr:class="link">{words}</A> }.into_any()
    };
    let changed = view.revisions.iter().filter(|revision| revision.undone.is_none()).count() as u32;
    let (words, links): (String, Vec<AnyView>) = match (view.replaced, view.part_of) {
        (Some(member), _) if member.role == Role::Whole => {
            let part = |(at, id): (usize, &ActivityId)| {
                link(*id, t_with("edit-standing-part", &[("number", (at as u32 + 1).into())]))
            };
            (t("edit-standing-split"), view.parts.iter().enumerate().map(part).collect())
        }
        (Some(member), _) if member.role == Role::Merged => {
            (t("edit-standing-merged"), vec![link(member.of, t("edit-standing-open"))])
        }
        (Some(member), _) => (t("edit-standing-part-gone"), vec![link(member.of, t("edit-standing-open"))]),
        (None, Some(whole)) => (t("edit-standing-part-of"), vec![link(whole, t("edit-standing-whole"))]),
        (None, None) if changed > 0 => (t_with("edit-standing-changed", &[("count", changed.into())]), Vec::new()),
        (None, None) => return None,
    };
    let links = links.into_iter().map(|link| view! { " " {link} }).collect_view();
    let line = view! {
        <div class="notice copy-of" role="status" data-testid="revised">
            <Mark severity=Some(Severity::Note) />
            <p>{words} {links}</p>
        </div>
    };
    Some(line.into_any())
}
