//! What the athlete said of the activity in their own file, beside the coach's own number and notes.

use contract::Topic;
use contract::own::ActivityWords;
use domain::id::{ActivityId, AthleteId};
use domain::own::OwnWord;
use domain::words::Words;
use leptos::prelude::*;

use crate::format;
use crate::parts::Card;
use crate::state::{ask, of};
use crate::words::t;

/// The card; nothing where nothing was said.
#[component]
pub(super) fn Told(
    /// Which activity.
    id: ActivityId,
    /// Whose.
    athlete: AthleteId,
) -> impl IntoView {
    let words = ask(of(athlete, &[Topic::Activities]), move || Some(ActivityWords { activity: id }));
    move || {
        let words = words.value().filter(|words| !words.is_empty())?;
        let lines = words.iter().map(line).collect_view();
        Some(view! {
            <Card title=t("own-told")>
                <ul class="annotations" data-testid="own-told">{lines}</ul>
            </Card>
        })
    }
}

fn line(word: &OwnWord) -> impl IntoView + use<> {
    view! {
        <li>
            {Words::here().said(&word.said)}
            " "
            <span class="quiet">{format!("{}  {}", word.author, format::moment(word.at))}</span>
        </li>
    }
}
