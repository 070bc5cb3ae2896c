//! Readers for a purpose and a role.
//!
//! The views of the schema are written for the head coach, who coaches: what they read for is the row of one more view,
//! `reading`. A connection for another purpose gets a temporary `reading` and a temporary copy of every other view, word
//! for word. SQLite looks for a name among temporary ones first, so that every query of this crate reads through them, and
//! a view that a later migration adds is scoped without anybody thinking of it.

use std::sync::Arc;
use std::time::Duration;

use domain::consent::{Purpose, Reading, Role};
use sqlx::AssertSqlSafe;
use sqlx::sqlite::SqlitePoolOptions;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::text::{damaged, read_code};

/// How long a reader waits for its turn.
const TURN: Duration = Duration::from_secs(120);
/// A person on the screen asks a few things at once; a file asks one after the other.
const READERS: u32 = 3;
const MADE_BY: &str = "CREATE VIEW ";

impl Roster {
    /// The same roster for another reader: every reading through it leaves out what this purpose and role may not have.
    /// Writing is as before. It has connections of its own: keep it for as long as that reader reads.
    ///
    /// # Errors
    /// What the database says.
    pub async fn reading(&self, reading: Reading) -> Result<Roster, StoreFault> {
        let mut pool = SqlitePoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(TURN)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false);
        if reading != Reading::COACH {
            let script: Arc<str> = self.views_for(reading).await?.into();
            pool = pool.after_connect(move |connection, _| {
                let script = Arc::clone(&script);
                Box::pin(async move { sqlx::raw_sql(AssertSqlSafe(script)).execute(connection).await.map(drop) })
            });
        }
        let mut other = self.clone();
        other.readers = pool.connect_lazy_with((*self.readers.connect_options()).clone());
        Ok(other)
    }

    /// For what and as what this handle reads.
    ///
    /// # Errors
    /// What the database says.
    pub async fn scope(&self) -> Result<Reading, StoreFault> {
        let row = sqlx::query!(r#"SELECT purpose AS "purpose!: String", role AS "role!: String" FROM reading"#)
            .fetch_one(&mut *self.reader().await?)
            .await?;
        Ok(Reading { purpose: read_code("reading", row.purpose)?, role: read_code("reading", row.role)? })
    }

    /// Ends the readers of this handle, and no others.
    pub async fn end_reading(self) {
        self.readers.close().await;
    }

    /// The statements that make a connection one for a purpose and a role.
    async fn views_for(&self, reading: Reading) -> Result<String, StoreFault> {
        // The schema's own table is not part of the schema that queries are checked against.
        let views: Vec<(String, String)> =
            sqlx::query_as("SELECT name, sql FROM main.sqlite_schema WHERE type = 'view' AND name <> 'reading'")
                .fetch_all(&mut *self.reader().await?)
                .await?;
        let mut script = one(reading.purpose, reading.role);
        for (name, sql) in views {
            let body = sql.strip_prefix(MADE_BY).ok_or_else(|| damaged("sqlite_schema", &name))?;
            script.push_str(&format!("CREATE TEMP VIEW {body};\n"));
        }
        Ok(script)
    }
}

fn one(purpose: Purpose, role: Role) -> String {
    format!("CREATE TEMP VIEW reading AS SELECT '{}' AS purpose, '{}' AS role;\n", purpose.code(), role.code())
}
