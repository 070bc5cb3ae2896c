//! One week beside the wall: what is known of it, and its line to be changed in place.

use chrono::NaiveDate;
use contract::season::SeasonLine;
use domain::season::PhaseKind;
use domain::season::plan::SeasonWeek;
use domain::week::Week;
use leptos::prelude::*;
use leptos_router::components::A;

use super::desk::Desk;
use crate::format;
use crate::parts::{Button, ButtonKind, Choice, Empty, TextArea, TextField, Toggle};
use crate::state::week_path;
use crate::words::{t, t_with};

/// The panel of the week that is chosen.
#[component]
pub(super) fn WeekPanel(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let line = Memo::new(move |_| {
        let chosen = desk.selected.get()?;
        desk.answer.with(|answer| {
            let view = answer.as_ref()?.as_ref().ok()?;
            view.weeks.iter().find(|line| line.week == chosen).cloned()
        })
    });
    let shown = move || {
        // Fields hold what was typed; they begin anew only when something else put other values there.
        desk.round.track();
        let today = desk.state.today().unwrap_or_default();
        match line.get() {
            None => view! { <Empty title=t("season-choose") hint=t("season-choose-hint") /> }.into_any(),
            Some(line) => view! { <OneWeek desk=desk line=line today=today /> }.into_any(),
        }
    };
    view! {
        <section class="card season-panel" aria-label=t("season-week")>
            {shown}
        </section>
    }
}

#[component]
fn OneWeek(desk: Desk, line: SeasonLine, today: NaiveDate) -> impl IntoView {
    let week = line.week;
    let under = match &line.line {
        Some((number, planned)) => t_with(
            "season-week-number",
            &[("number", (*number).into()), ("phase", t(&format!("phase-{}", planned.phase.code())).into())],
        ),
        None => line.phase.map_or_else(
            || t("season-week-free"),
            |phase| t_with("season-week-by-hand", &[("phase", t(&format!("phase-{}", phase.code())).into())]),
        ),
    };
    let body = match line.line.clone() {
        None => ().into_any(),
        Some((_, planned)) if week.sunday() < today => {
            view! { <p class="season-content">{planned.content}</p> }.into_any()
        }
        Some((_, planned)) => view! { <Fields desk=desk week=week was=planned /> }.into_any(),
    };
    view! {
        <header>
            <h2>{format::weeks(week, week)}</h2>
            <p class="quiet">{under}</p>
        </header>
        <Facts line=line />
        {body}
        <p>
            <A href=week_path(desk.athlete, week) attr:class="link">
                {t("season-to-week")}
            </A>
        </p>
    }
}

#[component]
fn Facts(line: SeasonLine) -> impl IntoView {
    let points = |value: Option<f64>| value.map(format::whole);
    let fitness = if line.measured { "season-fitness" } else { "season-fitness-expected" };
    let band = line.band.map(|(low, high)| {
        t_with("chart-range", &[("low", format::whole(low).into()), ("high", format::whole(high).into())])
    });
    let off = (line.unavailable > 0).then(|| line.unavailable.to_string());
    let rows = [
        ("season-planned", points(line.target)),
        ("season-limit", points(line.limit)),
        ("season-drafted", points(line.drafted)),
        ("season-done", points(line.done)),
        (fitness, points(line.fitness)),
        ("season-possible", band),
        ("season-off", off),
    ];
    let rows = rows
        .into_iter()
        .filter_map(|(key, value)| {
            Some(view! {
                <div>
                    <dt>{t(key)}</dt>
                    <dd>{value?}</dd>
                </div>
            })
        })
        .collect_view();
    view! { <dl class="season-facts numbers">{rows}</dl> }
}

/// A share typed in percent. Untouched, it keeps the digits the screen does not show.
#[derive(Debug, Clone)]
struct Percent {
    typed: RwSignal<String>,
    shown: String,
    value: f64,
}

impl Percent {
    fn of(value: f64) -> Percent {
        let shown = format::percent(value);
        Percent { typed: RwSignal::new(shown.clone()), shown, value }
    }

    fn read(&self) -> Result<f64, String> {
        let typed = self.typed.get();
        if typed == self.shown { Ok(self.value) } else { Ok(number(&typed)? / 100.0) }
    }
}

fn number(text: &str) -> Result<f64, String> {
    let refused = |text: String| t_with("screen-not-a-number", &[("text", text.into())]);
    format::parse_number(text).map_err(refused)?.ok_or_else(|| refused(String::new()))
}

fn count(typed: RwSignal<String>) -> Result<u32, String> {
    let text = typed.get();
    text.trim().parse().map_err(|_| t_with("screen-not-a-number", &[("text", text.into())]))
}

#[component]
fn Fields(desk: Desk, week: Week, was: SeasonWeek) -> impl IntoView {
    let now = desk.edited.with_untracked(|edited| edited.get(&week).cloned()).unwrap_or_else(|| was.clone());
    let phase = RwSignal::new(now.phase.code().to_owned());
    let (share, long) = (Percent::of(now.share), Percent::of(now.long_share));
    let quality = RwSignal::new(now.quality.to_string());
    let strength = RwSignal::new(now.strength.to_string());
    let (deload, test) = (RwSignal::new(now.deload), RwSignal::new(now.test));
    let content = RwSignal::new(now.content.clone());
    let wrong = RwSignal::new(None::<String>);
    let (typed_share, typed_long) = (share.typed, long.typed);
    let read = move || -> Result<SeasonWeek, String> {
        Ok(SeasonWeek {
            phase: PhaseKind::from_code(&phase.get()).unwrap_or(now.phase),
            share: share.read()?,
            quality: count(quality)?,
            long_share: long.read()?,
            strength: count(strength)?,
            deload: deload.get(),
            test: test.get(),
            content: content.get(),
        })
    };
    Effect::new(move |_| match read() {
        Ok(line) => {
            wrong.set(None);
            desk.edit(week, line, &was);
        }
        Err(words) => wrong.set(Some(words)),
    });
    let phases: Vec<_> =
        PhaseKind::ALL.into_iter().map(|k| (k.code().to_owned(), t(&format!("phase-{}", k.code())))).collect();
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        desk.save();
    };
    view! {
        <form class="form" on:submit=save>
            <div class="form-row" data-focus="">
                <Choice label=t("screen-phase") value=phase options=phases />
                <TextField label=t("season-share") value=typed_share kind="number" unit="%" />
            </div>
            <div class="form-row">
                <TextField label=t("season-quality") value=quality kind="number" />
                <TextField label=t("season-long") value=typed_long kind="number" unit="%" />
                <TextField label=t("season-strength") value=strength kind="number" />
            </div>
            <div class="form-row">
                <Toggle label=t("season-lighter") value=deload />
                <Toggle label=t("season-test") value=test />
            </div>
            <TextArea label=t("season-content") value=content rows=4 />
            {move || wrong.get().map(|words| view! { <p class="field-note field-error">{words}</p> })}
            <div class="dialog-foot">
                <Button
                    kind=ButtonKind::Primary
                    submit=true
                    disabled=Signal::derive(move || {
                        desk.busy.get() || wrong.with(Option::is_some) || desk.edited.with(std::collections::BTreeMap::is_empty)
                    })
                    on_press=|| {}
                >
                    {t("screen-save")}
                </Button>
            </div>
        </form>
    }
}
