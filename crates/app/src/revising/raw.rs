//! A channel as it was recorded beside what is used of it.

use contract::revision::{RawChannel, RawChannelView};
use domain::recording::{Channel, Recording};
use domain::revision::{self, Change};
use science::downsample::min_max;

use crate::{Answer, App, AppFault};

impl Answer for RawChannel {
    async fn answer(self, app: &App) -> Result<RawChannelView, AppFault> {
        let roster = app.roster().await?;
        let activity = app.activity(&roster, self.id).await?;
        let width = self.width.clamp(50, 4000) as usize;
        let used = roster.channels(activity.id, &[self.channel]).await?.pop();
        let (raw, shift_s) = match roster.recorded(activity.id).await? {
            None => (used.clone(), 0.0),
            Some((recorded, _)) => {
                let own = roster.recorded_channel(activity.id, self.channel).await?;
                let own = recorded.recording(own.into_iter().collect());
                let mut merges = Vec::new();
                let mut others = Vec::new();
                for revision in roster.revisions(activity.id).await?.into_iter().filter(|r| r.undone.is_none()) {
                    let Change::Merge { of } = &revision.change else { continue };
                    for id in of {
                        let Some(other) = roster.activity(*id).await? else { continue };
                        others.push(other.recording(roster.channels(*id, &[self.channel]).await?));
                    }
                    merges.push(revision.change);
                }
                let whole: Recording = revision::apply(&own, &merges, &others).recording;
                let shift_s = (whole.start - activity.start).num_milliseconds() as f64 / 1000.0;
                (whole.channel(self.channel).cloned(), shift_s)
            }
        };
        let seconds = |ms: u32, shift: f64| f64::from(ms) / 1000.0 + shift;
        let all = raw.iter().flat_map(|channel| channel.ms.iter().copied().zip(channel.values.iter().copied()));
        let raw: Vec<(f64, f64)> = all.map(|(ms, value)| (seconds(ms, shift_s), value)).collect();
        let kept: Vec<(f64, f64)> =
            used.iter().flat_map(Channel::usable).map(|(ms, value)| (seconds(ms, 0.0), value)).collect();
        let count = |points: &[(f64, f64)]| u32::try_from(points.len()).unwrap_or(u32::MAX);
        Ok(RawChannelView {
            channel: self.channel,
            recorded: count(&raw),
            kept: count(&kept),
            raw: min_max(&raw, width),
            used: min_max(&kept, width),
            marked: used.map(|channel| channel.suspect).unwrap_or_default(),
        })
    }
}
