//! An activity nobody recorded: how long and how hard is enough.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use contract::entry::AddActivity;
use contract::roster::Triage;
use contract::{Fault, Topic};
use domain::entered::EnteredActivity;
use domain::id::AthleteId;
use domain::sport::Sport;
use domain::unit::{Meters, Rpe};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::sets::{SetFields, SetRows, read};
use crate::format;
use crate::parts::{Button, ButtonKind, Choice, Dialog, FaultView, TextArea, TextField};
use crate::state::{State, ask};
use crate::words::{t, t_with};

/// The dialog.
#[component]
pub fn AddActivityDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Whose it is; asked for if left out.
    #[prop(optional)]
    athlete: Option<AthleteId>,
) -> impl IntoView {
    view! {
        <Dialog open=open title=t("screen-add-activity") wide=true>
            <Form open=open athlete=athlete />
        </Dialog>
    }
}

#[derive(Clone, Copy)]
struct Fields {
    athlete: RwSignal<String>,
    sport: RwSignal<String>,
    day: RwSignal<String>,
    time: RwSignal<String>,
    minutes: RwSignal<String>,
    rpe: RwSignal<String>,
    km: RwSignal<String>,
    comment: RwSignal<String>,
    sets: RwSignal<Vec<SetFields>>,
}

/// The field that has to be looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Athlete,
    Day,
    Time,
    Minutes,
    Distance,
    Sets,
}

/// No activity entered by hand is longer, metres.
const LONGEST: f64 = 2_000_000.0;

impl Fields {
    /// What was typed, read; the first field that does not fit is named.
    fn read(self) -> Result<AddActivity, (At, String)> {
        let athlete =
            self.athlete.get_untracked().parse::<AthleteId>().map_err(|_| (At::Athlete, t("screen-choose-athlete")))?;
        let day = self.day.get_untracked().parse::<NaiveDate>().map_err(|_| (At::Day, t("screen-not-a-day")))?;
        let time = self.time.get_untracked();
        let time = NaiveTime::parse_from_str(&time, "%H:%M")
            .or_else(|_| NaiveTime::parse_from_str(&time, "%H:%M:%S"))
            .map_err(|_| (At::Time, t("screen-not-a-time")))?;
        let number = |at: At, field: RwSignal<String>| {
            format::parse_number(&field.get_untracked())
                .map_err(|text| (at, t_with("screen-not-a-number", &[("text", text.into())])))
        };
        let minutes = number(At::Minutes, self.minutes)?
            .filter(|minutes| *minutes > 0.0 && *minutes <= 1440.0)
            .ok_or_else(|| (At::Minutes, t("screen-minutes-range")))?;
        let km = number(At::Distance, self.km)?;
        let distance = km.map(|typed| format::kept(format::Quantity::Distance, typed));
        if distance.is_some_and(|metres| !(0.0..=LONGEST).contains(&metres)) {
            return Err((
                At::Distance,
                t_with("screen-distance-range", &[("most", format::distance(Meters(LONGEST)).into())]),
            ));
        }
        let sets = self.sets.with_untracked(|rows| read(rows)).map_err(|words| (At::Sets, words))?;
        let comment = Some(self.comment.get_untracked().trim().to_owned()).filter(|comment| !comment.is_empty());
        Ok(AddActivity {
            athlete,
            entered: EnteredActivity {
                sport: Sport::from_code(&self.sport.get_untracked()).unwrap_or(Sport::Other),
                start_local: NaiveDateTime::new(day, time),
                minutes,
                rpe: self.rpe.get_untracked().parse::<f64>().ok().map(Rpe),
                distance: distance.filter(|metres| *metres > 0.0).map(Meters),
                sets,
                comment,
            },
        })
    }
}

#[component]
fn Form(open: RwSignal<bool>, athlete: Option<AthleteId>) -> impl IntoView {
    let state = State::here();
    let today = untrack(move || state.today());
    let fields = Fields {
        athlete: RwSignal::new(athlete.map(|id| id.to_string()).unwrap_or_default()),
        sport: RwSignal::new(Sport::Run.code().to_owned()),
        day: RwSignal::new(today.map(|day| day.to_string()).unwrap_or_default()),
        time: RwSignal::new("17:00".to_owned()),
        minutes: RwSignal::new(String::new()),
        rpe: RwSignal::new(String::new()),
        km: RwSignal::new(String::new()),
        comment: RwSignal::new(String::new()),
        sets: RwSignal::new(Vec::new()),
    };
    let people = ask(|moved| moved.topic == Topic::Athlete, move || athlete.is_none().then_some(Triage { on: None }));
    let people = Signal::derive(move || {
        let mut people: Vec<(String, String)> = people
            .value()
            .map(|view| view.rows.into_iter().map(|row| (row.athlete.id.to_string(), row.athlete.name)).collect())
            .unwrap_or_default();
        people.sort_by_key(|(_, name)| name.to_lowercase());
        people.insert(0, (String::new(), t("screen-choose-athlete")));
        people
    });
    let sports: Vec<(String, String)> = Sport::ALL
        .into_iter()
        .filter(|sport| *sport != Sport::Transition)
        .map(|sport| (sport.code().to_owned(), t(&format!("sport-{}", sport.code()))))
        .collect();
    let mut efforts = vec![(String::new(), t("screen-not-said"))];
    efforts.extend((0..=10).map(|n| {
        (
            n.to_string(),
            t_with(
                "screen-effort-of",
                &[("rpe", f64::from(n).into()), ("felt", t(&format!("activity-effort-{n}")).into())],
            ),
        )
    }));
    let wrong = RwSignal::new(None::<(At, String)>);
    let fault = RwSignal::new(None::<Fault>);
    let busy = RwSignal::new(false);
    let error =
        move |at: At| Signal::derive(move || wrong.with(|w| w.as_ref().filter(|w| w.0 == at).map(|w| w.1.clone())));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let request = match fields.read() {
            Ok(request) => request,
            Err(what) => return wrong.set(Some(what)),
        };
        wrong.set(None);
        busy.set(true);
        spawn_local(async move {
            let added = state.write(&request).await;
            busy.try_set(false);
            match added {
                Ok(_) => {
                    state.say(t("screen-activity-added"));
                    open.set(false);
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    let says = move |at: At| {
        move || error(at).get().map(|words| view! { <p class="field-note field-error" role="alert">{words}</p> })
    };
    let with_sets =
        move || fields.sport.with(|sport| sport == Sport::Strength.code()) || fields.sets.with(|s| !s.is_empty());
    view! {
        <form class="form" on:submit=send data-testid="add-activity">
            <p class="quiet">{t("screen-add-activity-hint")}</p>
            {athlete
                .is_none()
                .then(|| {
                    view! {
                        <Choice label=t("screen-col-athlete") value=fields.athlete options=people />
                        {says(At::Athlete)}
                    }
                })}
            <div class="form-row">
                <Choice label=t("screen-col-sport") value=fields.sport options=sports />
                <TextField label=t("screen-col-day") value=fields.day kind="date" required=true error=error(At::Day) />
                <TextField label=t("screen-col-start") value=fields.time kind="time" required=true error=error(At::Time) />
            </div>
            <div class="form-row">
                <TextField
                    label=t("screen-duration")
                    value=fields.minutes
                    kind="number"
                    unit="min"
                    required=true
                    error=error(At::Minutes)
                />
                <Choice label=t("activity-effort") value=fields.rpe options=efforts />
                <TextField
                    label=t("screen-distance")
                    value=fields.km
                    kind="number"
                    unit=format::unit(format::Quantity::Distance)
                    error=error(At::Distance)
                />
            </div>
            <Show when=with_sets>
                <SetRows rows=fields.sets />
                {says(At::Sets)}
            </Show>
            <TextArea label=t("screen-comment") value=fields.comment rows=2 example=t("screen-comment-example") />
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                <Button kind=ButtonKind::Primary submit=true disabled=busy on_press=|| {}>
                    {t("screen-add")}
                </Button>
            </div>
        </form>
    }
}
