//! Giving activities to an athlete: for files nobody could be named for, or that went to the wrong one.

use std::collections::BTreeSet;

use contract::import::AssignActivities;
use contract::{Done, Topic, Touched};
use domain::athlete::Device;
use domain::id::DeviceId;
use serde_json::json;

use crate::derive::local;
use crate::effort::{Grounds, again};
use crate::{Answer, App, AppFault, effort};

impl Answer for AssignActivities {
    async fn answer(self, app: &App) -> Result<Done<u32>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let grounds = Grounds::thresholds(&roster, &athlete).await?;
        let mut moved = BTreeSet::new();
        let mut count = 0;
        for id in self.activities {
            let mut activity = app.activity(&roster, id).await?;
            if activity.athlete == athlete.id {
                continue;
            }
            let before = json!({ "athlete": activity.athlete, "start_local": activity.start_local });
            moved.insert(Touched { athlete: Some(activity.athlete), topic: Topic::Activities });
            activity.start_local = local(&athlete, activity.start);
            let summary = again(&roster, &athlete, &activity, activity.rpe, &grounds).await?;
            let device = activity.device.filter(|stamp| self.remember_device && stamp.serial.is_some());
            let new_device = match device {
                Some(stamp) if roster.device_owner(&stamp).await?.is_none() => {
                    Some(Device { id: app.id(DeviceId), athlete: athlete.id, stamp, first_seen: activity.start })
                }
                _ => None,
            };
            let mut write = roster.write().await?;
            write.assign_activity(id, athlete.id, activity.start_local, &summary).await?;
            if let Some(device) = &new_device {
                write.insert_device(device).await?;
            }
            write.commit(app.entry("assign-activity", Some(athlete.id), Some(id.to_string()), before)).await?;
            count += 1;
        }
        effort::settle(app, &roster, &athlete).await?;
        moved.insert(Touched { athlete: Some(athlete.id), topic: Topic::Activities });
        Ok(app.done(count, moved.into_iter().collect()))
    }
}
