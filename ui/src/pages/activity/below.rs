//! What stands below the pictures: lengths, sets, totals, how it felt, what was said of it, and where it comes from.

use contract::measure::ActivityView;
use domain::annotation::Subject;
use domain::recording::ChannelKind;
use domain::sport::Sport;
use leptos::prelude::*;

use super::course::CourseCard;
use super::effort::Effort;
use super::facts::Totals;
use super::repairs::Repaired;
use super::sets::{Lengths, Sets};
use crate::format;
use crate::pages::week::Notes;
use crate::parts::Card;
use crate::words::t;

/// What stands below the picture.
#[component]
pub(super) fn Below(
    /// The page's answer.
    view: ActivityView,
) -> impl IntoView {
    let activity = view.activity.clone();
    let device = activity.device.as_ref().map(|d| {
        let serial = d.serial.map(|s| s.to_string());
        [d.maker.clone(), d.product.clone(), serial].into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let subject = Subject::Activity { activity: activity.id };
    let (id, rpe, records, start) = (activity.id, activity.rpe, activity.records, activity.start);
    let (of_totals, of_lengths, of_sets) = (activity.clone(), activity.clone(), activity.clone());
    let comment = activity.comment.clone().filter(|comment| !comment.trim().is_empty());
    let paced = activity.sport == Sport::Run && view.channels.contains(&ChannelKind::Altitude);
    let course = paced.then(|| view! { <CourseCard id=id time=activity.timer /> });
    let repaired = view.clone();
    view! {
        <div class="activity-columns">
            <div>
                <Lengths activity=of_lengths />
                <Sets activity=of_sets />
                {course}
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
                </Card>
                <Repaired view=repaired />
            </div>
        </div>
    }
}
