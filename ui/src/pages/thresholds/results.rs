//! Races run and tests taken: the list, a form, and taking one back.

use chrono::NaiveDate;
use contract::Fault;
use contract::threshold::{AddResult, ThresholdsView, WithdrawResult};
use domain::activity::Activity;
use domain::id::{ActivityId, AthleteId, RaceId};
use domain::result::{Conditions, Effort, Outcome};
use domain::season::Race;
use domain::sport::Sport;
use domain::unit::{Bpm, Celsius, Meters, Watts};
use leptos::prelude::*;

use crate::format;
use crate::parts::{Badge, Button, ButtonKind, Card, Choice, Dialog, Empty, FormFoot, Look, Shown, TextField};
use crate::state::{Ask, State, send_added};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn ResultsCard(
    /// Whose.
    id: AthleteId,
    /// The page's answer.
    page: Ask<ThresholdsView>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Card
            title=t("screen-results")
            actions=move || view! { <Button on_press=move || open.set(true)>{t("screen-add")}</Button> }
        >
            <Shown ask=page lines=3 then=|view| view! { <List results=view.results /> }.into_any() />
            <Dialog open=open title=t("screen-result-add")>
                <ResultForm id=id open=open />
            </Dialog>
        </Card>
    }
}

#[component]
fn List(results: Vec<Outcome>) -> impl IntoView {
    if results.is_empty() {
        return view! { <Empty title=t("screen-results-none") hint=t("screen-results-none-hint") /> }.into_any();
    }
    let rows = results
        .into_iter()
        .map(|result| {
            let sport = t(&format!("sport-{}", result.sport.code()));
            let what = match result.distance {
                Some(distance) => t_with(
                    "screen-race-what",
                    &[("sport", sport.into()), ("distance", format::distance(distance).into())],
                ),
                None => sport,
            };
            let look = if result.effort == Effort::Race { Look::Solid } else { Look::Plain };
            view! {
                <li>
                    <Badge look=look>{t(&format!("effort-{}", result.effort.code()))}</Badge>
                    <div>
                        <strong>{format::clock(result.time)}</strong>
                        " "
                        {what}
                        <span class="under">{format::day_of_year(result.date)}</span>
                    </div>
                    <Withdraw result=result />
                </li>
            }
        })
        .collect_view();
    view! { <ul class="races">{rows}</ul> }.into_any()
}

/// What it was and when.
fn said(result: &Outcome) -> String {
    format!("{}, {}", t(&format!("effort-{}", result.effort.code())), format::day_of_year(result.date))
}

/// Takes a result back at the second press: the first only asks.
#[component]
fn Withdraw(result: Outcome) -> impl IntoView {
    let state = State::here();
    let sure = RwSignal::new(false);
    let press = move || {
        if !sure.get_untracked() {
            return sure.set(true);
        }
        let again = AddResult {
            athlete: result.athlete,
            date: result.date,
            effort: result.effort,
            sport: result.sport,
            distance: result.distance,
            time: result.time,
            power: result.power,
            heart: result.heart,
            conditions: result.conditions,
            activity: result.activity,
            race: result.race,
            note: result.note.clone(),
            corrects: None,
        };
        state.take_back(WithdrawResult { result: result.id }, again, &said(&result), t("screen-result-withdrawn"));
    };
    view! {
        <Button kind=ButtonKind::Quiet on_press=press>
            {move || t(if sure.get() { "screen-result-withdraw-sure" } else { "screen-result-withdraw" })}
        </Button>
    }
}

#[derive(Clone, Copy)]
struct Fields {
    date: RwSignal<String>,
    effort: RwSignal<String>,
    sport: RwSignal<String>,
    km: RwSignal<String>,
    time: RwSignal<String>,
    heart: RwSignal<String>,
    power: RwSignal<String>,
    celsius: RwSignal<String>,
    humidity: RwSignal<String>,
    altitude: RwSignal<String>,
    note: RwSignal<String>,
}

fn read(
    id: AthleteId,
    activity: Option<ActivityId>,
    race: Option<RaceId>,
    fields: &Fields,
) -> Result<AddResult, String> {
    let date = fields.date.get_untracked().parse::<NaiveDate>().map_err(|_| t("screen-not-a-day"))?;
    let number = |field: RwSignal<String>| {
        format::parse_number(&field.get_untracked())
            .map_err(|text| t_with("screen-not-a-number", &[("text", text.into())]))
    };
    let typed = fields.time.get_untracked();
    let time = format::parse_time(&typed).ok_or_else(|| t_with("screen-not-a-race-time", &[("text", typed.into())]))?;
    let effort = fields.effort.get_untracked();
    Ok(AddResult {
        athlete: id,
        date,
        effort: Effort::ALL.into_iter().find(|e| e.code() == effort).unwrap_or(Effort::Race),
        sport: Sport::from_code(&fields.sport.get_untracked()).unwrap_or(Sport::Run),
        distance: number(fields.km)?.map(|km| Meters(format::kept(format::Quantity::Distance, km))),
        time,
        power: number(fields.power)?.map(Watts),
        heart: number(fields.heart)?.map(Bpm),
        conditions: Conditions {
            temperature: number(fields.celsius)?
                .map(|typed| Celsius(format::kept(format::Quantity::Temperature, typed))),
            humidity: number(fields.humidity)?,
            altitude: number(fields.altitude)?.map(|typed| Meters(format::kept(format::Quantity::Height, typed))),
        },
        activity,
        race,
        note: Some(fields.note.get_untracked().trim().to_owned()).filter(|note| !note.is_empty()),
        corrects: None,
    })
}

/// The form. Of an activity, it begins with what was recorded.
#[component]
pub(crate) fn ResultForm(
    /// Whose.
    id: AthleteId,
    /// Closed when done.
    open: RwSignal<bool>,
    /// The recording it is about.
    #[prop(optional_no_strip)]
    activity: Option<Activity>,
    /// The race of the season it was.
    #[prop(optional_no_strip)]
    race: Option<Race>,
) -> impl IntoView {
    let state = State::here();
    let empty = || RwSignal::new(String::new());
    let recorded = activity.as_ref();
    let begun = |text: Option<String>| RwSignal::new(text.unwrap_or_default());
    let sport = recorded.map(|activity| activity.sport).or_else(|| race.as_ref().map(|race| race.sport));
    let sport = sport.unwrap_or(Sport::Run);
    let fields = Fields {
        date: begun(
            recorded.map(Activity::day).or_else(|| race.as_ref().map(|race| race.date)).map(|day| day.to_string()),
        ),
        effort: RwSignal::new(Effort::Race.code().to_owned()),
        sport: RwSignal::new(sport.code().to_owned()),
        km: begun(
            recorded
                .and_then(|activity| activity.distance)
                .or_else(|| race.as_ref().and_then(|race| race.distance))
                .map(|distance| format::typed_quantity(format::Quantity::Distance, distance.0)),
        ),
        time: begun(recorded.map(|activity| format::clock(activity.timer))),
        heart: empty(),
        power: empty(),
        celsius: empty(),
        humidity: empty(),
        altitude: empty(),
        note: empty(),
    };
    let of = recorded.map(|activity| activity.id);
    let run = race.as_ref().map(|race| race.id);
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let request = match read(id, of, run, &fields) {
            Ok(request) => request,
            Err(words) => return wrong.set(Some(words)),
        };
        wrong.set(None);
        let what = t(&format!("effort-{}", request.effort.code()));
        send_added(state, request, what, open, fault);
    };
    let efforts: Vec<_> =
        Effort::ALL.into_iter().map(|e| (e.code().to_owned(), t(&format!("effort-{}", e.code())))).collect();
    let sports: Vec<_> = [Sport::Run, Sport::Ride, Sport::Swim]
        .into_iter()
        .map(|s| (s.code().to_owned(), t(&format!("sport-{}", s.code()))))
        .collect();
    view! {
        <form class="form" on:submit=submit>
            <div class="form-row">
                <TextField label=t("screen-col-day") value=fields.date kind="date" required=true />
                <Choice label=t("screen-result-kind") value=fields.effort options=efforts />
                <Choice label=t("screen-col-sport") value=fields.sport options=sports />
            </div>
            <div class="form-row">
                <TextField label=t("screen-distance") value=fields.km kind="number" unit=format::unit(format::Quantity::Distance) />
                <TextField label=t("screen-result-time") value=fields.time example="42:10" required=true />
            </div>
            <div class="form-row">
                <TextField label=t("screen-result-heart") value=fields.heart kind="number" unit="bpm" />
                <TextField label=t("metric-avg-power") value=fields.power kind="number" unit="W" />
            </div>
            <div class="form-row">
                <TextField label=t("screen-temperature") value=fields.celsius kind="number" unit=format::unit(format::Quantity::Temperature) />
                <TextField label=t("screen-humidity") value=fields.humidity kind="number" unit="%" />
                <TextField label=t("screen-altitude") value=fields.altitude kind="number" unit=format::unit(format::Quantity::Height) />
            </div>
            <TextField label=t("screen-note-label") value=fields.note />
            {move || wrong.get().map(|words| view! { <p class="field-error" role="alert">{words}</p> })}
            <FormFoot open=open fault=fault save="screen-add" />
        </form>
    }
}
