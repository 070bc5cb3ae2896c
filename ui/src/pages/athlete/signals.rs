//! Every signal of an athlete: the newest reading, where it is from, how old and how good. Asked for only when opened.

use chrono::NaiveDate;
use contract::entry::{ShowSignals, SignalView};
use domain::attention::Severity;
use domain::id::AthleteId;
use domain::signal::{Freshness, Quality, SignalId, Tier, registry};
use leptos::html;
use leptos::prelude::*;
use leptos_router::components::A;

use super::DONE;
use crate::format;
use crate::parts::{Empty, Figure, Mark, Shown};
use crate::state::{State, ask, of};
use crate::words::{t, t_with};

/// The disclosure.
#[component]
pub(super) fn Signals(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let node = NodeRef::<html::Details>::new();
    let open = RwSignal::new(false);
    let signals = ask(of(id, DONE), move || open.get().then_some(ShowSignals { athlete: id, on: None }));
    let toggled = move |_| {
        if let Some(details) = node.get_untracked() {
            open.set(details.open());
        }
    };
    view! {
        <details node_ref=node class="signals" on:toggle=toggled data-testid="signals">
            <summary>
                <h3>{t("screen-signals")}</h3>
            </summary>
            <p class="quiet">{t("screen-signals-hint")}</p>
            <Show when=move || open.get()>
                <Shown ask=signals lines=6 then=|list| view! { <List list=list /> }.into_any() />
            </Show>
        </details>
    }
}

#[component]
fn List(list: Vec<SignalView>) -> impl IntoView {
    let state = State::here();
    let today = untrack(move || state.today());
    let (seen, never): (Vec<SignalView>, Vec<SignalView>) =
        list.into_iter().partition(|one| one.freshness != Freshness::Never);
    let never: Vec<String> = never.into_iter().map(|one| name(one.signal)).collect();
    let never = (!never.is_empty()).then(
        || view! { <p class="quiet">{t_with("screen-signals-never", &[("names", never.join(", ").into())])}</p> },
    );
    if seen.is_empty() {
        return view! { <Empty title=t("screen-signals-none") hint=t("screen-signals-none-hint") /> }.into_any();
    }
    let rows = seen.into_iter().map(|one| view! { <Line one=one today=today /> }).collect_view();
    view! {
        <ul class="signal-list">{rows}</ul>
        {never}
    }
    .into_any()
}

#[component]
fn Line(one: SignalView, today: Option<NaiveDate>) -> impl IntoView {
    let unit = registry().iter().find(|fact| fact.signal == one.signal).map_or("", |fact| fact.unit);
    let value = one.value.map(shown).unwrap_or_default();
    let age = match (one.at, today) {
        (Some(at), Some(today)) => format::away(at.date(), today),
        (Some(at), None) => format::day_of_year(at.date()),
        (None, _) => String::new(),
    };
    let stale = one.freshness == Freshness::Stale;
    let tier = match one.tier {
        Tier::Direct => "screen-tier-direct",
        Tier::Context => "screen-tier-context",
        Tier::Experimental => "screen-tier-experimental",
    };
    let quality = one.quality.map(|quality| match quality {
        Quality::Good => (None, t("screen-quality-good")),
        Quality::Repaired { share } => {
            (Some(Severity::Note), t_with("screen-quality-repaired", &[("share", format::percent(share).into())]))
        }
        Quality::Poor { share } => {
            (Some(Severity::Watch), t_with("screen-quality-poor", &[("share", format::percent(share).into())]))
        }
        Quality::Reported => (None, t("screen-quality-reported")),
    });
    let quality = quality.map(|(severity, words)| {
        view! {
            <span class="signal-quality">
                <Mark severity=severity />
                {words}
            </span>
        }
    });
    let mut under = vec![t(tier)];
    under.extend(one.source);
    under.push(t_with("screen-signal-recent", &[("count", one.recent.into())]));
    let title = one.at.map(format::day_time).unwrap_or_default();
    view! {
        <li>
            <span class="signal-name">{name(one.signal)}</span>
            <span class="signal-value" class:stale=stale>
                <Figure value=value unit=unit />
            </span>
            <span class="signal-age" class:stale-age=stale title=title>
                {match one.activity {
                    Some(activity) => view! { <A href=format!("/activity/{activity}")>{age}</A> }.into_any(),
                    None => age.into_any(),
                }}
            </span>
            <span class="under signal-under">{under.join("  \u{b7}  ")} " " {quality}</span>
        </li>
    }
}

fn name(signal: SignalId) -> String {
    match signal {
        SignalId::Channel(kind) => t(&format!("channel-{}", kind.code())),
        SignalId::Wellness(field) => t(&format!("wellness-{}", field.code())),
    }
}

fn shown(value: f64) -> String {
    let decimals = if value.fract() == 0.0 || value.abs() >= 100.0 { 0 } else { 1 };
    format::number(value, decimals)
}
