//! Load by day, without opening an activity.

use chrono::NaiveDate;
use domain::id::AthleteId;
use domain::sport::Sport;
use domain::trend::Part;
use domain::unit::Seconds;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{AFTER_ALL, damaged, day, read_local};

const TABLE: &str = "activity";

impl Roster {
    /// What the load of each day up to `to` needs of an athlete's activities, in order of time. Read from an index alone.
    ///
    /// # Errors
    /// What the database says.
    pub async fn load_parts(&self, athlete: AthleteId, to: NaiveDate) -> Result<Vec<Part>, StoreFault> {
        let (athlete, end) = (athlete.to_string(), day(to) + AFTER_ALL);
        // As one row: to hand thousands over one by one takes longer than to read them.
        let all = sqlx::query_scalar!(
            r#"SELECT json_group_array(json_array(start_local, sport, timer_s, points) ORDER BY start_local) AS "all!: String"
               FROM visible_activity WHERE athlete_id = ? AND start_local < ?"#,
            athlete,
            end
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        let rows: Vec<(&str, Sport, f64, Option<f64>)> = serde_json::from_str(&all).map_err(|e| damaged(TABLE, &e))?;
        rows.into_iter()
            .map(|(start_local, sport, timer, points)| {
                Ok(Part { start_local: read_local(TABLE, start_local)?, sport, timer: Seconds(timer), points })
            })
            .collect()
    }
}
