//! The form of a block: what, for whom, on which days, and the session from the library.

use chrono::{NaiveDate, NaiveTime};
use contract::Fault;
use contract::club::AddBlock;
use contract::plan::ListTemplates;
use domain::club::{BlockKind, ClubBlock};
use domain::id::SquadId;
use domain::library::Template;
use domain::locale::here;
use domain::session::Session;
use domain::sport::Sport;
use leptos::prelude::*;

use crate::pages::availability::usual::{DAYS, kept_for};
use crate::parts::{Choice, FaultView, FormFoot, Skeleton, TextField};
use crate::state::{State, ask, send_added, send_replaced};
use crate::words::{t, t_with};

/// What stands in the form, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entries {
    /// Name.
    pub name: String,
    /// Stable name of the kind.
    pub kind: String,
    /// Squad by its id; the whole club if empty.
    pub squad: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Weekdays, Monday first.
    pub weekdays: [bool; 7],
    /// When it begins; empty if that is not said.
    pub starts: String,
    /// Stable name of the sport.
    pub sport: String,
    /// Stable name of the template; empty keeps the session of the block that is changed.
    pub template: String,
    /// Minutes.
    pub minutes: String,
}

/// The words key of what is missing.
pub type Missing = &'static str;

/// The block the entries describe; `before` is the one it replaces.
///
/// # Errors
/// What is missing, as the key of its words.
pub fn block(entries: &Entries, templates: &[Template], before: Option<&ClubBlock>) -> Result<AddBlock, Missing> {
    let name = entries.name.trim();
    if name.is_empty() {
        return Err("blocks-no-name");
    }
    let day = |text: &str| text.parse::<NaiveDate>().map_err(|_| "screen-not-a-day");
    let (from, to) = (day(&entries.from)?, day(&entries.to)?);
    if !entries.weekdays.contains(&true) {
        return Err("blocks-no-weekday");
    }
    let starts = match entries.starts.trim() {
        "" => None,
        text => Some(NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| "blocks-not-a-time")?),
    };
    Ok(AddBlock {
        squad: entries.squad.parse::<SquadId>().ok(),
        kind: BlockKind::ALL.into_iter().find(|kind| kind.code() == entries.kind).unwrap_or(BlockKind::GroupSession),
        name: name.to_owned(),
        from,
        to,
        weekdays: entries.weekdays,
        starts,
        session: session(entries, templates, before)?,
        supersedes: before.map(|block| block.id),
    })
}

/// The request that makes a block like this one.
pub(super) fn same(block: &ClubBlock) -> AddBlock {
    AddBlock {
        squad: block.squad,
        kind: block.kind,
        name: block.name.clone(),
        from: block.from,
        to: block.to,
        weekdays: block.weekdays,
        starts: block.starts,
        session: block.session.clone(),
        supersedes: None,
    }
}

fn session(entries: &Entries, templates: &[Template], before: Option<&ClubBlock>) -> Result<Session, Missing> {
    let minutes = entries.minutes.trim().parse::<u32>().ok().filter(|minutes| (1..=1440).contains(minutes));
    let minutes = minutes.ok_or("blocks-not-minutes")?;
    if let (true, Some(block)) = (entries.template.is_empty(), before) {
        let now = &block.session;
        let share = f64::from(minutes) / f64::from(now.minutes.max(1));
        return Ok(if minutes == now.minutes { now.clone() } else { now.scaled(share) });
    }
    let template = templates.iter().find(|template| template.id == entries.template).ok_or("blocks-no-session")?;
    // A template of any sport is trained in the sport chosen.
    let sport = if template.sport == Sport::Other {
        Sport::from_code(&entries.sport).unwrap_or(Sport::Other)
    } else {
        template.sport
    };
    Ok(template.session(sport, minutes))
}

/// What the form begins with.
fn begin(block: Option<&ClubBlock>) -> Entries {
    let Some(block) = block else {
        let (kind, sport) = (BlockKind::GroupSession.code().to_owned(), Sport::Run.code().to_owned());
        return Entries { kind, sport, ..Entries::default() };
    };
    Entries {
        name: block.name.clone(),
        kind: block.kind.code().to_owned(),
        squad: block.squad.map(|id| id.to_string()).unwrap_or_default(),
        from: block.from.to_string(),
        to: block.to.to_string(),
        weekdays: block.weekdays,
        starts: block.starts.map(|time| time.format("%H:%M").to_string()).unwrap_or_default(),
        sport: block.session.sport.code().to_owned(),
        template: String::new(),
        minutes: block.session.minutes.to_string(),
    }
}

/// The form.
#[component]
pub(super) fn BlockForm(
    /// Squads to choose from.
    squads: Vec<(SquadId, String)>,
    /// The block that is changed, if one is.
    block: Option<ClubBlock>,
    /// Closed when it is kept.
    open: RwSignal<bool>,
) -> impl IntoView {
    let templates = ask(|_| false, || Some(ListTemplates {}));
    let before = StoredValue::new(block);
    let squads = StoredValue::new(squads);
    move || match templates.get() {
        None => view! { <Skeleton lines=6 /> }.into_any(),
        Some(Err(fault)) => view! { <FaultView fault=fault /> }.into_any(),
        Some(Ok(templates)) => {
            view! { <Fields templates=templates squads=squads.get_value() before=before open=open /> }.into_any()
        }
    }
}

#[component]
fn Fields(
    templates: Vec<Template>,
    squads: Vec<(SquadId, String)>,
    before: StoredValue<Option<ClubBlock>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let start = before.with_value(|block| begin(block.as_ref()));
    let templates = StoredValue::new(templates);
    let [name, kind, squad, from, to, starts, sport, template, minutes] = [
        start.name,
        start.kind,
        start.squad,
        start.from,
        start.to,
        start.starts,
        start.sport,
        start.template,
        start.minutes,
    ]
    .map(RwSignal::new);
    let weekdays = RwSignal::new(start.weekdays);
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    // A template begins with its shortest sensible length.
    Effect::new(move |_| {
        let id = template.get();
        let shortest = templates.with_value(|all| all.iter().find(|one| one.id == id).map(|one| one.min_minutes));
        if let Some(shortest) = shortest {
            minutes.set(shortest.to_string());
        }
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let entries = Entries {
            name: name.get_untracked(),
            kind: kind.get_untracked(),
            squad: squad.get_untracked(),
            from: from.get_untracked(),
            to: to.get_untracked(),
            weekdays: weekdays.get_untracked(),
            starts: starts.get_untracked(),
            sport: sport.get_untracked(),
            template: template.get_untracked(),
            minutes: minutes.get_untracked(),
        };
        let made = templates.with_value(|all| before.with_value(|before| block(&entries, all, before.as_ref())));
        match made {
            Ok(request) => {
                wrong.set(None);
                let what = request.name.clone();
                match before.get_value() {
                    Some(block) => send_replaced(state, same(&block), request, what, open, fault),
                    None => send_added(state, request, what, open, fault),
                }
            }
            Err(key) => wrong.set(Some(t(key))),
        }
    };
    let kinds: Vec<_> =
        BlockKind::ALL.into_iter().map(|k| (k.code().to_owned(), t(&format!("block-{}", k.code())))).collect();
    let squads: Vec<_> = std::iter::once((String::new(), t("availability-everybody")))
        .chain(squads.into_iter().map(|(id, name)| (id.to_string(), name)))
        .collect();
    let sports: Vec<_> =
        kept_for().map(|sport| (sport.code().to_owned(), t(&format!("sport-{}", sport.code())))).collect();
    let sessions = Signal::derive(move || {
        let chosen = Sport::from_code(&sport.get());
        let first = before.with_value(|block| {
            block.as_ref().map_or_else(
                || t("blocks-choose-session"),
                |block| t_with("blocks-keep-session", &[("title", block.session.title.as_str().into())]),
            )
        });
        let fits = |one: &&Template| one.sport == Sport::Other || Some(one.sport) == chosen;
        let fitting = templates.with_value(|all| {
            all.iter().filter(fits).map(|one| (one.id.clone(), one.title.clone())).collect::<Vec<_>>()
        });
        std::iter::once((String::new(), first)).chain(fitting).collect::<Vec<_>>()
    });
    let weekday = move |day: usize| {
        view! {
            <label class="weekday">
                <input
                    type="checkbox"
                    prop:checked=move || weekdays.get()[day]
                    on:change=move |event| weekdays.update(|days| days[day] = event_target_checked(&event))
                />
                {t(DAYS[day])}
            </label>
        }
    };
    view! {
        <form class="form" on:submit=submit data-testid="block-form">
            <div class="form-row">
                <TextField label=t("blocks-name") value=name example=t("blocks-name-example") required=true />
                <Choice label=t("blocks-kind") value=kind options=kinds />
                <Choice label=t("blocks-for") value=squad options=squads />
            </div>
            <fieldset class="weekdays">
                <legend>{t("blocks-weekdays")}</legend>
                {here().weekdays().map(weekday).collect_view()}
            </fieldset>
            <div class="form-row">
                <TextField label=t("screen-first-day") value=from kind="date" required=true />
                <TextField label=t("screen-last-day") value=to kind="date" required=true />
                <TextField label=t("blocks-starts") value=starts kind="time" />
            </div>
            <div class="form-row">
                <Choice label=t("blocks-sport") value=sport options=sports />
                <Choice label=t("blocks-what") value=template options=sessions />
                <TextField label=t("availability-minutes") value=minutes kind="number" unit="min" required=true />
            </div>
            {move || wrong.get().map(|words| view! { <p class="field-note field-error" role="alert">{words}</p> })}
            <FormFoot open=open fault=fault save="screen-save" />
        </form>
    }
}
