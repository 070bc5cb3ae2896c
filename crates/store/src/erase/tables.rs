//! The shape of a roster as the file itself tells it: what is about a person is found by the schema, so that a table that
//! comes later cannot be forgotten.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use crate::fault::StoreFault;

/// A table of the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// Its name.
    pub(crate) name: String,
    /// Its columns with their types, in order.
    pub(crate) columns: Vec<(String, String)>,
    /// Which column refers to which table.
    pub(crate) parents: Vec<(String, String)>,
}

impl Table {
    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|(name, _)| name == column)
    }

    /// Whether its rows belong to an activity, which says whose they are.
    pub(crate) fn of_activity(&self) -> bool {
        self.parents
            .iter()
            .any(|(column, parent)| column == "activity_id" && ["activity", "recorded_activity"].contains(&&**parent))
    }
}

// Which tables there are cannot be checked against a schema at compile time: this is the schema.
pub(crate) async fn tables(connection: &mut SqliteConnection) -> Result<Vec<Table>, StoreFault> {
    let columns: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT t.name, c.name, c.type FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '_sqlx_%' ORDER BY t.name, c.cid",
    )
    .fetch_all(&mut *connection)
    .await?;
    let parents: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT t.name, k.\"from\", k.\"table\" FROM sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) AS k
         WHERE t.type = 'table' ORDER BY t.name, k.id",
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut found: BTreeMap<String, Table> = BTreeMap::new();
    for (table, column, kind) in columns {
        let new = || Table { name: table.clone(), columns: Vec::new(), parents: Vec::new() };
        found.entry(table.clone()).or_insert_with(new).columns.push((column, kind));
    }
    for (table, column, parent) in parents {
        if let Some(table) = found.get_mut(&table) {
            table.parents.push((column, parent));
        }
    }
    Ok(found.into_values().collect())
}
