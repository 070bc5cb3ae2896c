//! Everything a roster holds about one athlete, table by table, as the file itself tells it: what leaves with them is
//! counted against this, so that no table can be forgotten.

use std::collections::BTreeMap;

use domain::id::AthleteId;
use serde_json::Value;
use sqlx::AssertSqlSafe;

use crate::erase::tables::{Table, tables};
use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{count, read_json};

impl Roster {
    /// How many rows each table has about an athlete: every table with an `athlete_id`, and `athlete` itself; those with none
    /// too.
    ///
    /// # Errors
    /// What the database says.
    pub async fn rows_about(&self, athlete: AthleteId) -> Result<BTreeMap<String, u64>, StoreFault> {
        let mut moment = self.moment().await?;
        let mut counts = BTreeMap::new();
        for table in tables(&mut moment).await? {
            let Some(column) = whose_column(&table) else { continue };
            // The tables are known only from the file, so this is not checked at compile time.
            let sql = AssertSqlSafe(format!("SELECT COUNT(*) FROM \"{}\" WHERE {column} = ?", table.name));
            let rows: i64 = sqlx::query_scalar(sql).bind(athlete.to_string()).fetch_one(&mut *moment).await?;
            counts.insert(table.name, u64::try_from(rows).unwrap_or_default());
        }
        Ok(counts)
    }

    /// How many activities and morning values of an athlete came with imports that were taken back: they are kept, and read
    /// nowhere.
    ///
    /// # Errors
    /// What the database says.
    pub async fn taken_back_rows(&self, athlete: AthleteId) -> Result<(u32, u32), StoreFault> {
        let athlete = athlete.to_string();
        let row = sqlx::query!(
            r#"SELECT (SELECT COUNT(*) FROM taken_back AS b CROSS JOIN activity AS a
                       WHERE a.batch_id = b.id AND a.athlete_id = ?1) AS "activities!: i64",
                      (SELECT COUNT(*) FROM taken_back AS b CROSS JOIN wellness_entry AS w
                       WHERE w.batch_id = b.id AND w.athlete_id = ?1) AS "values!: i64""#,
            athlete
        )
        .fetch_one(&mut *self.reader().await?)
        .await?;
        Ok((count("activity", row.activities)?, count("wellness_entry", row.values)?))
    }

    /// The rows of one table about an athlete, each as a JSON object of its columns but for those named. What is packed is
    /// told by its length.
    ///
    /// # Errors
    /// [`StoreFault::NoSuch`] for a table that is not there or not about athletes.
    pub async fn dump(&self, athlete: AthleteId, table: &str, without: &[&str]) -> Result<Vec<Value>, StoreFault> {
        let mut moment = self.moment().await?;
        let known = tables(&mut moment).await?.into_iter().find(|known| known.name == table);
        let Some((table, column)) = known.as_ref().and_then(|table| Some((table, whose_column(table)?))) else {
            return Err(StoreFault::no_such("table", &table));
        };
        let cells: Vec<String> = table
            .columns
            .iter()
            .filter(|(name, _)| !without.contains(&name.as_str()))
            .map(|(name, kind)| match kind.as_str() {
                "BLOB" => format!("'{name}', json_object('bytes', length(\"{name}\"))"),
                _ => format!("'{name}', \"{name}\""),
            })
            .collect();
        let sql = format!(
            "SELECT json_object({}) FROM \"{}\" WHERE {column} = ? ORDER BY rowid",
            cells.join(", "),
            table.name
        );
        let rows: Vec<String> =
            sqlx::query_scalar(AssertSqlSafe(sql)).bind(athlete.to_string()).fetch_all(&mut *moment).await?;
        rows.iter().map(|row| Ok(unfolded(read_json("dump", row)?))).collect()
    }
}

/// The column that says whose a row is.
fn whose_column(table: &Table) -> Option<&'static str> {
    match table.name.as_str() {
        "athlete" => Some("id"),
        _ => table.has("athlete_id").then_some("athlete_id"),
    }
}

/// Shapes that stand as text in their column, as shapes.
fn unfolded(row: Value) -> Value {
    let Value::Object(columns) = row else { return row };
    let open = |value: Value| match &value {
        Value::String(text) if text.starts_with(['{', '[']) => serde_json::from_str(text).unwrap_or(value),
        _ => value,
    };
    Value::Object(columns.into_iter().map(|(name, value)| (name, open(value))).collect())
}
