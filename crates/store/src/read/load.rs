//! Load by day, without opening an activity.

use chrono::NaiveDate;
use domain::id::AthleteId;
use domain::sport::Sport;
use domain::trend::Part;
use domain::unit::Seconds;
use serde::Deserialize;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{AFTER_ALL, day, read_local, read_rows, real, real_opt};

const TABLE: &str = "activity";

/// A gathered row.
#[derive(Deserialize)]
struct Row {
    start_local: String,
    sport: Sport,
    #[serde(deserialize_with = "real")]
    timer_s: f64,
    #[serde(deserialize_with = "real_opt")]
    points: Option<f64>,
}

impl Roster {
    /// What the load of each day up to `to` needs of an athlete's activities, in order of time. Read from an index alone.
    ///
    /// # Errors
    /// What the database says.
    pub async fn load_parts(&self, athlete: AthleteId, to: NaiveDate) -> Result<Vec<Part>, StoreFault> {
        let (athlete, end) = (athlete.to_string(), day(to) + AFTER_ALL);
        let gathered = sqlx::query_scalar!(
            r#"SELECT json_group_array(json_array(start_local, sport, format('%!.20g', timer_s),
                                                  iif(points IS NULL, NULL, format('%!.20g', points)))
                      ORDER BY start_local) AS "all!: String"
               FROM visible_activity WHERE athlete_id = ? AND start_local < ?"#,
            athlete,
            end
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        let part = |row: Row| {
            let start_local = read_local(TABLE, &row.start_local)?;
            Ok(Part { start_local, sport: row.sport, timer: Seconds(row.timer_s), points: row.points })
        };
        read_rows(TABLE, &gathered)?.into_iter().map(part).collect()
    }
}
