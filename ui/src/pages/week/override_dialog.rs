//! The dialog that changes a session: what, why, and what happens when limits break.

use contract::library::ShowLibrary;
use contract::plan::{OverrideOutcome, OverrideSession};
use domain::effective::EffectiveSession;
use domain::library::Template;
use domain::overrides::ReasonTag;
use domain::reason::Reason;
use domain::session::SessionKind;
use domain::sport::Sport;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::change_form::{Entries, Kind, Source, change};
use super::desk::{Desk, Start};
use super::reason::{ReasonChips, Refusal};
use crate::format;
use crate::parts::{
    Button, Choice, Dialog, Segments, TextArea, TextField, WorkoutDraft, WorkoutEntry, kind_options, sport_options,
};
use crate::state::ask;
use crate::words::{t, t_with};

/// The dialog; open while `desk.overriding` says so.
#[component]
pub fn OverrideDialog(
    /// The week it changes.
    desk: Desk,
) -> impl IntoView {
    let title = Signal::derive(move || {
        let start = desk.start.get();
        match start.session.and_then(|id| desk.session(id)) {
            Some(s) => {
                t_with("week-override-title", &[("title", s.session.title.into()), ("day", format::day(s.date).into())])
            }
            None => t("week-add-title"),
        }
    });
    view! {
        <Dialog open=desk.overriding title=title>
            <Form desk=desk start=desk.start.get_untracked() />
        </Dialog>
    }
}

/// What stands in the form.
#[derive(Debug, Clone, Copy)]
struct Fields {
    kind: RwSignal<Kind>,
    day: RwSignal<String>,
    template: RwSignal<String>,
    minutes: RwSignal<String>,
    title: RwSignal<String>,
    percent: RwSignal<String>,
    tag: RwSignal<Option<ReasonTag>>,
    text: RwSignal<String>,
    source: RwSignal<Source>,
    line: Line,
}

/// A session in one line, with what the line does not say.
#[derive(Debug, Clone, Copy)]
struct Line {
    title: RwSignal<String>,
    kind: RwSignal<String>,
    sport: RwSignal<String>,
    draft: WorkoutDraft,
}

impl Line {
    fn new(desk: Desk, sport: Sport, present: Option<&EffectiveSession>) -> Line {
        let kind = present.map_or(SessionKind::Easy, |present| present.session.kind);
        let kind = if kind == SessionKind::Rest { SessionKind::Easy } else { kind };
        let (kind, sport) = (RwSignal::new(kind.code().to_owned()), RwSignal::new(sport.code().to_owned()));
        let draft = WorkoutDraft::new(
            Signal::derive(move || SessionKind::from_code(&kind.get()).unwrap_or(SessionKind::Easy)),
            Signal::derive(move || Sport::from_code(&sport.get()).unwrap_or(Sport::Other)),
            desk.athlete.into(),
        );
        Line { title: RwSignal::new(String::new()), kind, sport, draft }
    }
}

impl Fields {
    fn new(desk: Desk, start: Start, sport: Sport, present: Option<&EffectiveSession>) -> Fields {
        let monday = desk.week.get_untracked().map(|w| w.monday());
        let day = start.day.or(present.map(|s| s.date)).or(monday);
        Fields {
            kind: RwSignal::new(start.kind),
            day: RwSignal::new(day.map(|d| d.to_string()).unwrap_or_default()),
            template: RwSignal::new(String::new()),
            minutes: RwSignal::new(present.map(|s| s.session.minutes.to_string()).unwrap_or_default()),
            title: RwSignal::new(present.map(|s| s.session.title.clone()).unwrap_or_default()),
            percent: RwSignal::new("80".to_owned()),
            tag: RwSignal::new(None),
            text: RwSignal::new(String::new()),
            source: RwSignal::new(Source::Library),
            line: Line::new(desk, sport, present),
        }
    }

    fn entries(self) -> Entries {
        let kind = self.kind.get();
        // The title of the session that stands is no title for another one.
        let written = self.source.get() == Source::Line && matches!(kind, Kind::Replace | Kind::Add);
        Entries {
            kind,
            day: self.day.get().parse().unwrap_or_default(),
            template: self.template.get(),
            minutes: self.minutes.get(),
            title: if written { self.line.title.get() } else { self.title.get() },
            percent: self.percent.get(),
            source: self.source.get(),
            line: self.line.draft.session(),
        }
    }
}

#[component]
fn Form(desk: Desk, start: Start) -> impl IntoView {
    let present = start.session.and_then(|id| untrack(|| desk.session(id)));
    let sport = present.as_ref().map(|s| s.session.sport).or_else(|| main_sport(desk)).unwrap_or(Sport::Run);
    let fields = Fields::new(desk, start, sport, present.as_ref());
    // Where a card was dropped says what and where: only the reason is missing.
    let said_already = (start.day.is_some() && start.session.is_some()) || start.kind == Kind::Remove;
    let library = ask(|_| false, move || Some(ShowLibrary { athlete: desk.athlete.get() }));
    let templates = Memo::new(move |_| {
        library.value().unwrap_or_default().into_iter().map(|line| line.template).collect::<Vec<_>>()
    });
    let present = StoredValue::new(present);
    let made = Signal::derive(move || {
        let entries = fields.entries();
        present.with_value(|p| templates.with(|all| change(&entries, p.as_ref(), all, sport)))
    });
    let broken = RwSignal::new(Vec::<Reason>::new());
    let busy = RwSignal::new(false);
    // What was refused belongs to the entries it was asked with.
    Effect::new(move |_| {
        made.track();
        broken.set(Vec::new());
    });
    // A template brings its own shortest time with it.
    Effect::new(move |earlier: Option<()>| {
        let chosen = fields.template.get();
        if earlier.is_some()
            && let Some(template) = templates.with_untracked(|all| all.iter().find(|t| t.id == chosen).cloned())
        {
            let now = fields.minutes.get_untracked().parse().unwrap_or(0);
            fields.minutes.set(now.clamp(template.min_minutes, template.max_minutes).to_string());
        }
    });
    let ready = Signal::derive(move || !busy.get() && made.with(Result::is_ok) && fields.tag.get().is_some());
    let save = move |insist: bool| {
        let (Ok(change), Some(tag)) = (made.get_untracked(), fields.tag.get_untracked()) else { return };
        let (Some(athlete), Some(week)) = (desk.athlete.get_untracked(), desk.week.get_untracked()) else { return };
        let text = Some(fields.text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty());
        let request = OverrideSession { athlete, week, session: start.session, change, tag, text, insist };
        busy.set(true);
        spawn_local(async move {
            let outcome = desk.send(&request).await;
            busy.try_set(false);
            match outcome {
                Ok(OverrideOutcome::Applied { week, made }) => {
                    desk.selected.set(Some(made.session));
                    desk.applied(*week, &[*made]);
                    desk.overriding.set(false);
                }
                Ok(OverrideOutcome::Refused { broken: limits }) => {
                    broken.try_set(limits);
                }
                Err(fault) => desk.state.say_fault(&fault),
            }
        });
    };
    let hint = move || {
        if let Err(unfinished) = made.get() {
            return Some(t(&format!("week-unfinished-{}", unfinished.code())));
        }
        fields.tag.get().is_none().then(|| t("week-unfinished-tag"))
    };
    view! {
        <form
            class="form override"
            data-testid="override-form"
            on:submit=move |event| {
                event.prevent_default();
                if ready.get_untracked() {
                    save(false);
                }
            }
        >
            {start.session.is_some().then(|| kinds(fields.kind, present.with_value(|p| p.as_ref().is_some_and(|p| p.locked))))}
            <What fields=fields desk=desk templates=templates />
            <ReasonChips value=fields.tag first=said_already />
            <TextArea label=t("week-reason-text") value=fields.text rows=2 example=t("week-reason-example") />
            <Refusal broken=broken busy=busy on_insist=move || save(true) />
            <div class="dialog-foot">
                <p class="quiet override-hint" role="status">{hint}</p>
                <Button on_press=move || desk.overriding.set(false)>{t("week-cancel")}</Button>
                <button
                    type="submit"
                    class="button button-primary"
                    data-testid="override-save"
                    disabled=move || !ready.get()
                >
                    {t("week-save")}
                </button>
            </div>
        </form>
    }
}

/// The sport most sessions of the week have, for templates that fit any.
fn main_sport(desk: Desk) -> Option<Sport> {
    let view = untrack(|| desk.view())?;
    let count = |sport: Sport| view.effective.sessions.iter().filter(|s| s.session.sport == sport).count();
    Sport::ALL.into_iter().filter(|s| count(*s) > 0).max_by_key(|s| count(*s))
}

fn kinds(kind: RwSignal<Kind>, locked: bool) -> impl IntoView {
    let buttons = Kind::OF_SESSION
        .into_iter()
        .map(|one| if one == Kind::Lock && locked { Kind::Unlock } else { one })
        .map(|one| {
            view! {
                <button
                    type="button"
                    data-testid=format!("kind-{}", one.code())
                    aria-pressed=move || if kind.get() == one { "true" } else { "false" }
                    on:click=move |_| kind.set(one)
                >
                    {t(&format!("week-do-{}", one.code()))}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="segments" role="group" aria-label=t("week-do")>
            {buttons}
        </div>
    }
}

/// The fields that the chosen kind needs.
#[component]
fn What(fields: Fields, desk: Desk, templates: Memo<Vec<Template>>) -> impl IntoView {
    let days = Signal::derive(move || {
        desk.week
            .get()
            .map(|week| week.days().map(|d| (d.to_string(), crate::format::long_day(d))).to_vec())
            .unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let mut all: Vec<(String, String)> = templates.with(|all| {
            all.iter()
                .map(|template| {
                    let sport = t(&format!("sport-{}", template.sport.code()));
                    (template.id.clone(), format!("{sport}: {}", template.title))
                })
                .collect()
        });
        all.sort_by(|a, b| a.1.cmp(&b.1));
        all.insert(0, (String::new(), t("week-choose-template")));
        all
    });
    let minutes =
        move || view! { <TextField label=t("week-form-minutes") value=fields.minutes kind="number" unit="min" /> };
    let day = move || {
        view! {
            <div data-testid="override-day">
                <Choice label=t("week-form-day") value=fields.day options=days />
            </div>
        }
    };
    let put_in = move || {
        view! {
            <Segments label=t("week-form-source") value=fields.source options=sources() />
            {move || match fields.source.get() {
                Source::Library => view! {
                    <div data-testid="override-template">
                        <Choice label=t("week-form-template") value=fields.template options=options />
                    </div>
                    {minutes()}
                }
                .into_any(),
                Source::Line => written(fields.line).into_any(),
            }}
        }
    };
    move || match fields.kind.get() {
        Kind::Move => day().into_any(),
        Kind::Replace => put_in().into_any(),
        Kind::Add => view! { {day()} {put_in()} }.into_any(),
        Kind::Edit => view! {
            <TextField label=t("week-form-title") value=fields.title />
            {minutes()}
        }
        .into_any(),
        Kind::Scale => view! {
            <TextField
                label=t("week-form-percent")
                value=fields.percent
                kind="number"
                unit="%"
                hint=t("week-form-percent-hint")
            />
        }
        .into_any(),
        kind @ (Kind::Remove | Kind::Lock | Kind::Unlock) => {
            view! { <p class="quiet">{t(&format!("week-do-{}-hint", kind.code()))}</p> }.into_any()
        }
    }
}

fn sources() -> Vec<(Source, String)> {
    vec![(Source::Library, t("week-source-library")), (Source::Line, t("week-source-line"))]
}

/// The fields of a session in one line.
fn written(line: Line) -> impl IntoView {
    view! {
        <WorkoutEntry draft=line.draft />
        <TextField label=t("week-form-title") value=line.title example=t("library-name-example") />
        <div class="library-fields">
            <Choice label=t("library-kind") value=line.kind options=kind_options() />
            <Choice label=t("library-sport") value=line.sport options=sport_options() />
        </div>
    }
}
