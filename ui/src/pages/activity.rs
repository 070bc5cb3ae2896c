//! One activity: its numbers, its channels, its laps, what was repaired, how it felt and what was noted.

mod balance;
mod copies;
mod course;
mod curves;
mod effort;
mod export;
mod facts;
mod measures;
mod sets;
pub(crate) mod zones;

use contract::Topic;
use contract::measure::{ActivityDetail, ActivityTrace, ActivityView};
use domain::activity::Activity;
use domain::annotation::Subject;
use domain::id::ActivityId;
use domain::recording::ChannelKind;
use domain::sport::Sport;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::format;
use crate::pages::thresholds::results::ResultForm;
use crate::pages::week::Notes;
use crate::parts::chart::TraceChart;
use crate::parts::{Button, Card, Dialog, Empty, ExportedNote, PageHead, Shown};
use crate::state::{ask, athlete_path};
use crate::words::{t, t_with};

use copies::Copies;
use course::CourseCard;
use effort::Effort;
use export::{ExportMenu, Written};
use facts::{Laps, Numbers, Repairs, Totals};
use measures::MeasuresSection;
use sets::{Lengths, Sets};

/// Points asked for each channel: as many as a wide window has pixels.
const WIDTH: u32 = 1400;

/// Names that files give a sport without saying more than the sport itself.
const PLAIN: [&str; 9] = [
    "generic",
    "running",
    "cycling",
    "swimming",
    "walking",
    "rowing",
    "cross_country_skiing",
    "training",
    "transition",
];

/// One activity.
#[component]
pub fn ActivityPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|p| p.get("id")).and_then(|id| id.parse::<ActivityId>().ok()));
    let detail = ask(
        |moved| matches!(moved.topic, Topic::Activities | Topic::Athlete | Topic::Plan),
        move || id.get().map(|id| ActivityDetail { id }),
    );
    let trace = ask(
        |moved| moved.topic == Topic::Activities,
        move || id.get().map(|id| ActivityTrace { id, width: WIDTH, channels: Vec::new() }),
    );
    let known = Signal::derive(move || detail.value());
    let written: Written = RwSignal::new(None);
    // What was written belonged to the activity before.
    Effect::new(move |_| {
        id.track();
        written.set(None);
    });
    let title = Signal::derive(move || known.with(|v| v.as_ref().map_or_else(String::new, heading)));
    let under = Signal::derive(move || known.with(|v| v.as_ref().map_or_else(String::new, when)));
    view! {
        <div class="page" data-testid="activity-page">
            <Show
                when=move || id.get().is_some()
                fallback=|| view! { <Empty title=t("activity-unknown") hint=t("activity-unknown-hint") /> }
            >
                <PageHead title=title under=under>
                    {move || {
                        known
                            .get()
                            .map(|v| {
                                let (who, name) = (v.athlete.id, v.athlete.name.clone());
                                view! {
                                    <ResultButton activity=v.activity.clone() />
                                    <ExportMenu view=v written=written />
                                    <A href=athlete_path(who) attr:class="button">
                                        {name}
                                    </A>
                                }
                            })
                    }}
                </PageHead>
                <ExportedNote written=written />
                {move || known.get().map(|view| view! { <Copies view=view /> })}
                <Shown ask=detail then=move |view| view! { <Numbers view=view /> }.into_any() />
                <Card title=t("activity-trace")>
                    <Shown ask=trace lines=8 then=move |view| view! { <TraceChart view=view /> }.into_any() />
                </Card>
                <MeasuresSection id=id view=known />
                {move || known.get().map(|view| view! { <Below view=view /> })}
            </Show>
        </div>
    }
}

fn heading(view: &ActivityView) -> String {
    let sport = t(&format!("sport-{}", view.activity.sport.code()));
    match &view.activity.sport_detail {
        Some(detail) if !PLAIN.contains(&detail.as_str()) => format!("{sport}, {}", detail.replace('_', " ")),
        _ => sport,
    }
}

/// When it was, and which planned session it is.
fn when(view: &ActivityView) -> String {
    let when = view.activity.start_local.format("%A %-d %B %Y, %H:%M").to_string();
    match &view.session {
        Some(title) => format!("{when}  \u{b7}  {}", t_with("screen-session-of", &[("title", title.as_str().into())])),
        None => when,
    }
}

/// Sports of which results are kept.
const RACED: [Sport; 3] = [Sport::Run, Sport::Ride, Sport::Swim];

/// Says that this activity was a race or a test.
#[component]
fn ResultButton(activity: Activity) -> impl IntoView {
    let open = RwSignal::new(false);
    RACED.contains(&activity.sport).then(|| {
        view! {
            <Button on_press=move || open.set(true)>{t("screen-was-a-race")}</Button>
            <Dialog open=open title=t("screen-result-add")>
                <ResultForm id=activity.athlete open=open activity=Some(activity.clone()) />
            </Dialog>
        }
    })
}

/// What stands below the picture.
#[component]
fn Below(view: ActivityView) -> impl IntoView {
    let activity = view.activity.clone();
    let device = activity.device.as_ref().map(|d| {
        let serial = d.serial.map(|s| s.to_string());
        [d.maker.clone(), d.product.clone(), serial].into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let subject = Subject::Activity { activity: activity.id };
    let (id, rpe, records, start) = (activity.id, activity.rpe, activity.records, activity.start);
    let (of_laps, of_totals) = (activity.clone(), activity.clone());
    let (of_lengths, of_sets) = (activity.clone(), activity.clone());
    let comment = activity.comment.clone().filter(|comment| !comment.trim().is_empty());
    let paced = activity.sport == Sport::Run && view.channels.contains(&ChannelKind::Altitude);
    let course = paced.then(|| view! { <CourseCard id=id time=activity.timer /> });
    let repairs = activity.repairs;
    view! {
        <div class="activity-columns">
            <div>
                <Lengths activity=of_lengths />
                <Sets activity=of_sets />
                {course}
                <Card title=t("activity-laps")>
                    <Laps activity=of_laps />
                </Card>
                <Card title=t("activity-totals") under=t("activity-totals-under")>
                    <Totals activity=of_totals />
                </Card>
            </div>
            <div>
                <Card title=t("activity-effort")>
                    <Effort activity=id rpe=rpe />
                </Card>
                {comment
                    .map(|comment| {
                        view! {
                            <Card title=t("screen-comment")>
                                <p class="comment">{comment}</p>
                            </Card>
                        }
                    })}
                <Card title=t("activity-notes")>
                    <Notes athlete=view.athlete.id subject=subject notes=view.notes />
                </Card>
                <Card title=t("activity-origin")>
                    <dl class="facts">
                        <div>
                            <dt>{t("activity-file")}</dt>
                            <dd>{view.file}</dd>
                        </div>
                        <div>
                            <dt>{t("activity-device")}</dt>
                            <dd>{device.filter(|d| !d.is_empty()).unwrap_or_else(|| t("activity-device-unknown"))}</dd>
                        </div>
                        <div>
                            <dt>{t("activity-records")}</dt>
                            <dd>{format::whole(f64::from(records))}</dd>
                        </div>
                        <div>
                            <dt>{t("activity-start-utc")}</dt>
                            <dd>{start.format("%Y-%m-%d %H:%M:%S UTC").to_string()}</dd>
                        </div>
                    </dl>
                    <Repairs repairs=repairs />
                </Card>
            </div>
        </div>
    }
}
