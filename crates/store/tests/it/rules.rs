//! What the schema itself holds, whoever writes: append-only tables, strict types, an athlete on every row.

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection};

use crate::plans::planned_week;
use crate::scene::{ADA, Scene, commit};

/// Tables whose rows are only ever added.
const APPEND_ONLY: [&str; 12] = [
    "annotation",
    "athlete_settings",
    "availability",
    "consent",
    "journal",
    "plan_export",
    "proposal",
    "proposal_session",
    "proposed_session",
    "raw_source",
    "session_override",
    "wellness_entry",
];

/// Tables of the roster as a whole; every other table says whose its rows are.
const NOBODYS: [&str; 4] = ["athlete", "squad", "meta", "import_batch"];

async fn beside(scene: &Scene) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(scene.roster.path());
    SqliteConnection::connect_with(&options).await.expect("connects")
}

async fn tables(connection: &mut SqliteConnection) -> Vec<(String, String)> {
    sqlx::query_as("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlx%'")
        .fetch_all(connection)
        .await
        .expect("reads")
}

#[tokio::test]
async fn rows_of_append_only_tables_can_be_neither_changed_nor_removed_nor_replaced() {
    let scene = planned_week().await;
    let mut connection = beside(&scene).await;
    for table in APPEND_ONLY {
        let count = || AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        let rows: i64 = sqlx::query_scalar(count()).fetch_one(&mut connection).await.expect("counts");
        assert!(rows > 0, "{table} has a row to try on");
        for sql in [format!("UPDATE {table} SET athlete_id = athlete_id"), format!("DELETE FROM {table}")] {
            let refused = sqlx::query(AssertSqlSafe(sql.clone())).execute(&mut connection).await;
            let message = refused.expect_err(&sql).to_string();
            assert!(message.contains(&format!("append-only: {table}")), "{sql}: {message}");
        }
        let after: i64 = sqlx::query_scalar(count()).fetch_one(&mut connection).await.expect("counts");
        assert_eq!(rows, after, "{table}");
    }
}

#[tokio::test]
async fn every_table_is_strict_and_says_whose_its_rows_are() {
    let scene = Scene::new().await;
    let mut connection = beside(&scene).await;
    let tables = tables(&mut connection).await;
    assert!(tables.len() >= 20, "{}", tables.len());
    for (name, sql) in tables {
        assert!(sql.trim_end().ends_with("STRICT"), "{name} is strict");
        assert!(NOBODYS.contains(&name.as_str()) || sql.contains("athlete_id"), "{name} has an athlete_id");
    }
}

#[tokio::test]
async fn the_program_itself_cannot_replace_what_was_written() {
    let scene = planned_week().await;
    let mut w = scene.roster.write().await.expect("begins");
    let override_again = scene.roster.plan_week(ADA, "2026-W48".parse().expect("a week")).await;
    let week = override_again.expect("reads").expect("planned");
    let refused = w.insert_override(week.id, &week.overrides[0]).await;
    assert!(matches!(refused, Err(store::StoreFault::AlreadyThere { .. })), "{refused:?}");
    commit(w, 99, "nothing").await.expect("the rest of the write stands");
}
