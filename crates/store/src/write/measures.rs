//! What is measured on activities, written again whenever it is computed again.

use domain::id::{ActivityId, AthleteId};
use domain::summary::Summary;
use domain::unit::Rpe;

use super::Write;
use crate::encoded::EncodedMeasures;
use crate::fault::StoreFault;
use crate::read::measures::Footing;
use crate::text::{code, finite, json};

impl Write {
    /// Puts newly measured values in place of older ones; curves stay where none were made. The summary is kept with the
    /// activity and belongs into the same write.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`].
    pub async fn replace_measures(
        &mut self,
        activity: ActivityId,
        measures: &EncodedMeasures,
    ) -> Result<(), StoreFault> {
        let id = activity.to_string();
        let source = measures.source.map(|source| code("activity_measures", &source)).transpose()?;
        let done = sqlx::query!(
            "INSERT INTO activity_measures (activity_id, athlete_id, sport, source, method, basis, measures)
             SELECT id, athlete_id, sport, ?, ?, ?, ? FROM activity WHERE id = ?
             ON CONFLICT (activity_id) DO UPDATE SET athlete_id = excluded.athlete_id, sport = excluded.sport,
                source = excluded.source, method = excluded.method, basis = excluded.basis, measures = excluded.measures",
            source,
            measures.method,
            measures.basis,
            measures.measures,
            id,
        )
        .execute(self.connection())
        .await?;
        if done.rows_affected() == 0 {
            return Err(StoreFault::no_such("activity", &activity));
        }
        let Some(curves) = &measures.curves else { return Ok(()) };
        sqlx::query!("DELETE FROM activity_curve WHERE activity_id = ?", id).execute(self.connection()).await?;
        for curve in curves {
            let quantity = curve.quantity.code();
            sqlx::query!(
                "INSERT INTO activity_curve (activity_id, quantity, athlete_id, method, packed)
                 SELECT id, ?, athlete_id, ?, ? FROM activity WHERE id = ?",
                quantity,
                measures.method,
                curve.packed,
                id,
            )
            .execute(self.connection())
            .await?;
        }
        Ok(())
    }

    /// Puts a newly computed summary and what was measured with it in place, if the activity still is whose it was and still
    /// stands on what it was computed for: its footing and its felt effort as they were read. Whether it did; somebody else
    /// was faster if not.
    ///
    /// # Errors
    /// [`StoreFault::Unwritable`], [`StoreFault::NotFinite`].
    pub async fn renew(
        &mut self,
        athlete: AthleteId,
        was: &Footing,
        rpe: Option<Rpe>,
        summary: &Summary,
        measures: &EncodedMeasures,
    ) -> Result<bool, StoreFault> {
        let id = was.id.to_string();
        let rpe = rpe.map(|rpe| finite("rpe", rpe.0)).transpose()?;
        let summary = json("activity", summary)?;
        let owner = athlete.to_string();
        let method = was.ground.as_ref().map(|ground| ground.method);
        let basis = was.ground.as_ref().map(|ground| ground.basis.as_str());
        let done = sqlx::query!(
            "UPDATE activity SET summary = ?1 WHERE id = ?2 AND athlete_id = ?3 AND rpe IS ?4
               AND (SELECT method FROM activity_measures WHERE activity_id = ?2) IS ?5
               AND (SELECT basis FROM activity_measures WHERE activity_id = ?2) IS ?6",
            summary,
            id,
            owner,
            rpe,
            method,
            basis,
        )
        .execute(self.connection())
        .await?;
        if done.rows_affected() == 0 {
            return Ok(false);
        }
        self.replace_measures(was.id, measures).await?;
        Ok(true)
    }
}
