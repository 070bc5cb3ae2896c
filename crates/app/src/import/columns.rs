//! What the columns of a foreign table mean: told once, remembered by the headings.

use contract::import::{MapColumns, Preview};
use contract::{Done, Topic, Touched, Work};
use domain::table::{ColumnMap, ColumnUse};
use serde_json::Value as Json;

use super::preview::look;
use crate::{Answer, App, AppFault};

impl Answer for MapColumns {
    async fn answer(self, app: &App) -> Result<Done<Option<Preview>>, AppFault> {
        let map = ColumnMap { headings: self.headings, uses: self.uses };
        check(&map)?;
        let roster = app.whole().await?;
        let mut write = roster.write().await?;
        write.insert_column_map(&map).await?;
        write.commit(app.entry("map-columns", None, Some(map.headings.join(", ")), Json::Null)).await?;
        let moved = vec![Touched { athlete: None, topic: Topic::Wellness }];
        let waiting = {
            let place = app.0.importing.preview.lock().await;
            place.as_ref().map(|waiting| (waiting.from.clone(), waiting.athlete, waiting.preview.id))
        };
        let Some((from, athlete, id)) = waiting else { return Ok(app.done(None, moved)) };
        let again = look(app, from, athlete, id, app.begin(self.task, Work::Preview, 0)).await?;
        let mut place = app.0.importing.preview.lock().await;
        // Somebody may have left it or begun another meanwhile.
        let Some(waiting) = place.as_mut().filter(|waiting| waiting.preview.id == id) else {
            return Ok(app.done(None, moved));
        };
        *waiting = again;
        Ok(app.done(Some(waiting.preview.clone()), moved))
    }
}

/// A table is of use with one day and at least one value, each value once.
fn check(map: &ColumnMap) -> Result<(), AppFault> {
    let days = map.uses.iter().filter(|column| matches!(column, ColumnUse::Day(_))).count();
    let names = map.uses.iter().filter(|column| **column == ColumnUse::Athlete).count();
    let mut fields: Vec<_> = map
        .uses
        .iter()
        .filter_map(|column| match column {
            ColumnUse::Wellness(field, _) => Some(*field),
            _ => None,
        })
        .collect();
    let values = fields.len();
    fields.sort_unstable();
    fields.dedup();
    let sound = days == 1 && names <= 1 && values > 0 && fields.len() == values;
    if sound && map.uses.len() == map.headings.len() { Ok(()) } else { Err(AppFault::ColumnsUnclear) }
}

#[cfg(test)]
mod tests {
    use domain::table::{DayOrder, Scale};
    use domain::wellness::WellnessField;

    use super::*;

    #[test]
    fn columns_need_one_day_and_a_value_and_each_value_once() {
        let day = ColumnUse::Day(DayOrder::YearMonthDay);
        let pulse = ColumnUse::Wellness(WellnessField::RestingHr, Scale::AsIs);
        let map = |uses: &[ColumnUse]| ColumnMap {
            headings: uses.iter().map(|_| "x".to_owned()).collect(),
            uses: uses.to_vec(),
        };
        assert!(check(&map(&[day, pulse, ColumnUse::Ignore, ColumnUse::Athlete])).is_ok());
        for unclear in [&[day][..], &[pulse], &[day, day, pulse], &[day, pulse, pulse]] {
            assert!(matches!(check(&map(unclear)), Err(AppFault::ColumnsUnclear)), "{unclear:?}");
        }
        let short = ColumnMap { headings: vec!["x".to_owned()], uses: vec![day, pulse] };
        assert!(check(&short).is_err());
    }
}
