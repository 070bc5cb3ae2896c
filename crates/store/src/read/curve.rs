//! Best means by duration.

use chrono::NaiveDate;
use domain::id::{ActivityId, AthleteId};
use domain::measures::{Curve, Quantity};

use crate::codec::curve::unpack;
use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{AFTER_ALL, damaged, day, read, read_local};

const TABLE: &str = "activity_curve";

impl Roster {
    /// The curves of an activity, in the order of [`Quantity::ALL`].
    ///
    /// # Errors
    /// [`StoreFault::Codec`] when a blob is damaged, or what the database says.
    pub async fn curves(&self, activity: ActivityId) -> Result<Vec<Curve>, StoreFault> {
        let id = activity.to_string();
        let mut curves = sqlx::query!(
            r#"SELECT c.quantity AS "quantity!", c.packed AS "packed!" FROM readable_activity AS a
               JOIN visible_curve AS c ON c.activity_id = a.id WHERE a.id = ?"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| Ok(unpack(quantity(&row.quantity)?, &row.packed)?))
        .collect::<Result<Vec<_>, StoreFault>>()?;
        curves.sort_unstable_by_key(|curve| curve.quantity);
        Ok(curves)
    }

    /// The curves of an athlete's activities of the days from `from` to `to` (both included, `None` is open), of one
    /// quantity or of all, in order of start; each activity once.
    ///
    /// # Errors
    /// [`StoreFault::Codec`] when a blob is damaged, or what the database says.
    pub async fn curves_of(
        &self,
        athlete: AthleteId,
        wanted: Option<Quantity>,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Result<Vec<(ActivityId, NaiveDate, Curve)>, StoreFault> {
        let athlete = athlete.to_string();
        let wanted = wanted.map(Quantity::code);
        let from = from.map(day).unwrap_or_default();
        let end = to.map_or_else(|| AFTER_ALL.to_owned(), |to| day(to) + AFTER_ALL);
        sqlx::query!(
            r#"SELECT a.id AS "id!", a.start_local AS "start_local!", c.quantity AS "quantity!", c.packed AS "packed!"
               FROM visible_activity AS a CROSS JOIN visible_curve AS c
               WHERE c.activity_id = a.id AND a.athlete_id = ?1 AND a.start_local >= ?2 AND a.start_local < ?3
                 AND (?4 IS NULL OR c.quantity = ?4)
               ORDER BY a.start_local, a.id, c.quantity"#,
            athlete,
            from,
            end,
            wanted
        )
        .fetch_all(&mut *self.reader().await?)
        .await?
        .into_iter()
        .map(|row| {
            let on = read_local(TABLE, &row.start_local)?.date();
            Ok((read(TABLE, &row.id)?, on, unpack(quantity(&row.quantity)?, &row.packed)?))
        })
        .collect()
    }
}

fn quantity(code: &str) -> Result<Quantity, StoreFault> {
    Quantity::from_code(code).ok_or_else(|| damaged(TABLE, &format!("quantity `{code}`")))
}
