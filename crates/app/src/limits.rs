//! Past which values an athlete's samples are marked as suspect, and looking again at everything recorded when that
//! changes. The values themselves are whole: only the marks on them move.

use std::sync::Arc;

use contract::entry::{RepairLimitsView, SetRepairLimits, ShowRepairLimits};
use contract::{Done, Topic, Touched, Work};
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::clean::{RepairLimits, clean};
use domain::measures::Curves;
use domain::recording::{Channel, Repair, RepairKind};
use domain::summary::Summary;
use serde_json::json;
use store::{Encoded, EncodedMeasures, Roster};

use crate::effort::Grounds;
use crate::entry::within;
use crate::recompute::{self, Reason};
use crate::{Answer, App, AppFault};

impl Answer for ShowRepairLimits {
    async fn answer(self, app: &App) -> Result<RepairLimitsView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let own = roster.repair_limits(athlete.id).await?;
        Ok(RepairLimitsView { limits: own.unwrap_or_default(), own: own.is_some() })
    }
}

impl Answer for SetRepairLimits {
    async fn answer(self, app: &App) -> Result<Done<u32>, AppFault> {
        if let Some(limits) = &self.limits {
            sane(limits)?;
        }
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let before = json!(roster.repair_limits(athlete.id).await?);
        let mut write = roster.write().await?;
        write.insert_repair_limits(athlete.id, self.limits.as_ref()).await?;
        write.commit(app.entry("set-repair-limits", Some(athlete.id), None, before)).await?;

        let limits = self.limits.unwrap_or_default();
        // What is kept is computed as the head coach reads, whoever asks.
        let roster = app.computing(&roster).await;
        let grounds = Arc::new(Grounds::of(&roster, &athlete).await?);
        let activities = with_copies(&roster, &athlete).await?;
        let mut running = app.begin(self.task, Work::Limits, activities.len());
        let moved = [Topic::Athlete, Topic::Activities];
        let moved = moved.map(|topic| Touched { athlete: Some(athlete.id), topic }).to_vec();
        let mut changed = 0;
        for activity in &activities {
            if running.is_cancelled() {
                // What was looked at is kept; setting the same limits again goes on with the rest.
                app.tell(&moved);
                return Err(AppFault::Cancelled);
            }
            changed += u32::from(look_again(app, &roster, &athlete, activity, &limits, &grounds).await?);
            running.step(&activity.start_local.format("%Y-%m-%d %H:%M").to_string());
        }
        recompute::after(app, &roster, &athlete, Reason::Limits).await?;
        Ok(app.done(changed, moved))
    }
}

/// Limits that a body and a machine can come near, and in an order that makes sense.
pub(crate) fn sane(limits: &RepairLimits) -> Result<(), AppFault> {
    within("limit-hr-min", limits.hr_min, 20.0, 100.0)?;
    within("limit-hr-max", limits.hr_max, 120.0, 260.0)?;
    within("limit-hr-step", limits.hr_step, 1.0, 100.0)?;
    within("limit-power", limits.power_max, 200.0, 5000.0)?;
    within("limit-run-speed", limits.run_speed_max, 4.0, 20.0)?;
    within("limit-climb", limits.climb_max, 1.0, 200.0)
}

/// Every activity of an athlete, those that are copies of another too, oldest first.
async fn with_copies(roster: &Roster, athlete: &Athlete) -> Result<Vec<Activity>, AppFault> {
    let mut all = roster.activities(athlete.id, None, None, None).await?;
    let mut copies = Vec::new();
    for activity in &all {
        for link in roster.copies(activity.id).await? {
            copies.extend(roster.activity(link.activity).await?.filter(|copy| copy.athlete == athlete.id));
        }
    }
    all.extend(copies);
    all.sort_by_key(|activity| (activity.start, activity.id));
    all.dedup_by_key(|activity| activity.id);
    Ok(all)
}

/// Marks one activity anew. Whether anything changed.
pub(crate) async fn look_again(
    app: &App,
    roster: &Roster,
    athlete: &Athlete,
    activity: &Activity,
    limits: &RepairLimits,
    grounds: &Arc<Grounds>,
) -> Result<bool, AppFault> {
    // What somebody changed is made anew from what was recorded, with limits of its own where it has them.
    if let Some(changed) = crate::revising::again(app, roster, activity).await? {
        return Ok(changed);
    }
    let channels = roster.channels(activity.id, &[]).await?;
    let mut recording = activity.recording(channels);
    let (earlier, limits) = (activity.repairs.clone(), *limits);
    let (whose, grounds) = (athlete.clone(), Arc::clone(grounds));
    let (day, rpe) = (activity.day(), activity.rpe);
    let marked = tokio::task::spawn_blocking(move || -> Result<Option<Marked>, AppFault> {
        let before: Vec<_> = recording.channels.iter().map(|channel| channel.suspect.clone()).collect();
        let repairs = merged(&earlier, clean(&mut recording, &limits), &recording.channels);
        let after = recording.channels.iter().map(|channel| &channel.suspect);
        if before.iter().eq(after) && repairs == earlier {
            return Ok(None);
        }
        let computed = grounds.compute(&whose, day, &recording, rpe, Curves::Wanted);
        let measured = EncodedMeasures::of(&computed, Curves::Wanted)?;
        let channels = Encoded::of(&recording.channels)?;
        Ok(Some(Marked { channels, repairs, summary: computed.summary, measured }))
    });
    let marked = marked.await.map_err(|source| AppFault::Panicked { said: source.to_string() })??;
    let Some(Marked { channels, repairs, summary, measured }) = marked else { return Ok(false) };
    let before = json!({ "repairs": activity.repairs, "load": activity.summary.load });
    let mut write = roster.write().await?;
    write.replace_channels(activity.id, &channels, &repairs, &summary).await?;
    write.replace_measures(activity.id, &measured).await?;
    write.commit(app.entry("mark-again", Some(athlete.id), Some(activity.id.to_string()), before)).await?;
    Ok(true)
}

struct Marked {
    channels: Encoded,
    repairs: Vec<Repair>,
    summary: Summary,
    measured: EncodedMeasures,
}

/// The repairs of an activity after it was marked anew: those made while reading stay, those of earlier marks give way.
/// The marks of a channel that may not be seen now (positions without consent) stay as they are.
fn merged(earlier: &[Repair], anew: Vec<Repair>, seen: &[Channel]) -> Vec<Repair> {
    let gives_way = |repair: &&Repair| {
        let here = repair.channel.is_none_or(|kind| seen.iter().any(|channel| channel.kind == kind));
        is_mark(repair.kind) && here
    };
    let mut repairs: Vec<Repair> = earlier.iter().filter(|repair| !gives_way(repair)).cloned().collect();
    repairs.extend(anew);
    repairs
}

/// Whether a repair is a mark on samples, set by [`clean`], and not something done while reading.
pub(crate) const fn is_mark(kind: RepairKind) -> bool {
    matches!(
        kind,
        RepairKind::ImpossibleValues
            | RepairKind::Spike
            | RepairKind::PositionJump
            | RepairKind::AltitudeGlitch
            | RepairKind::Dropout
    )
}

#[cfg(test)]
mod tests {
    use domain::recording::ChannelKind;

    use super::*;

    fn repair(kind: RepairKind, channel: Option<ChannelKind>, samples: u32) -> Repair {
        Repair { kind, channel, at_s: None, samples }
    }

    #[test]
    fn marks_give_way_and_what_reading_repaired_stays() {
        let heart = Channel { kind: ChannelKind::HeartRate, ms: vec![0], values: vec![60.0], suspect: Vec::new() };
        let cut = repair(RepairKind::TruncatedTail, None, 1);
        let old = repair(RepairKind::Spike, Some(ChannelKind::HeartRate), 9);
        let hidden = repair(RepairKind::PositionJump, Some(ChannelKind::Latitude), 3);
        let new = repair(RepairKind::Spike, Some(ChannelKind::HeartRate), 2);
        let merged = merged(&[cut.clone(), old, hidden.clone()], vec![new.clone()], &[heart]);
        assert_eq!(merged, [cut, hidden, new]);
    }

    #[test]
    fn limits_no_body_has_are_refused_and_the_usual_ones_are_fine() {
        assert!(sane(&RepairLimits::default()).is_ok());
        let limits = RepairLimits { hr_max: f64::NAN, ..RepairLimits::default() };
        assert!(matches!(sane(&limits), Err(AppFault::OutOfRange { what: "limit-hr-max", .. })));
        let limits = RepairLimits { power_max: 90.0, ..RepairLimits::default() };
        assert!(matches!(sane(&limits), Err(AppFault::OutOfRange { what: "limit-power", .. })));
    }
}
