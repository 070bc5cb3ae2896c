//! What the schema itself holds, whoever writes: append-only tables, strict types, an athlete on every row.

use domain::availability::ExceptionKind;
use domain::bounds::{Bounds, Scope};
use domain::id::{LinkId, OverrideId};
use domain::mark::MarkKind;
use domain::plan::ProposedSession;
use domain::reason::Rule;
use domain::triage::{Decision, TriageFilter};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection};
use store::{NewLink, Write};

use crate::afterwards::decided;
use crate::approving::approval;
use crate::club::{block, exception};
use crate::consent::{cycle_word, of_consent, physio};
use crate::measured::{mark, outcome};
use crate::plans::{PLAN, planned_week, proposal, proposed, week};
use crate::scene::{ADA, BATCH, Scene, activity, commit, date, import, now, uuid};
use crate::season::{phase, race, season, template};
use crate::triage::decided_on;

/// Tables whose rows are only ever added.
const APPEND_ONLY: [&str; 34] = [
    "activity_link",
    "adaptation",
    "adaptation_override",
    "annotation",
    "athlete_settings",
    "availability",
    "availability_exception",
    "batch_file",
    "club_block",
    "consent",
    "context_mark",
    "journal",
    "person",
    "phase_withdrawn",
    "plan_approval",
    "plan_bounds",
    "plan_export",
    "plan_switch",
    "proposal",
    "proposal_input",
    "proposal_session",
    "proposed_block",
    "proposed_session",
    "race_withdrawn",
    "raw_source",
    "repair_limits",
    "result",
    "rule_setting",
    "season_plan",
    "session_override",
    "template_withdrawn",
    "triage_filter",
    "triage_mark",
    "wellness_entry",
];

/// Tables of the roster as a whole; every other table says whose its rows are.
const NOBODYS: &[&str] = &[
    "erasure",
    "journal_chain",
    "journal_erasure",
    "key_word",
    "retention_rule",
    "athlete",
    "person",
    "squad",
    "meta",
    "import_batch",
    "batch_file",
    "column_map",
    "rule_setting",
    "club_block",
    "plan_switch",
    "template_withdrawn",
    "triage_filter",
];

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

/// A row in every table of the season and the plans that [`planned_week`] leaves empty.
async fn fill_the_season(w: &mut Write) {
    w.insert_season(&season(1)).await.expect("planned");
    w.insert_race(&race(1)).await.expect("added");
    w.withdraw_race(ADA, race(1).id, "coach", now()).await.expect("withdrawn");
    w.insert_phase(&phase(1)).await.expect("added");
    w.withdraw_phase(ADA, phase(1).id, "coach", now()).await.expect("withdrawn");
    w.insert_template(&template("own"), None, None).await.expect("added");
    w.withdraw_template("own", now()).await.expect("withdrawn");
    w.insert_exception(&exception(1, ExceptionKind::Work)).await.expect("added");
    w.insert_block(&block(1)).await.expect("added");
    w.insert_bounds(Scope::Club, &Bounds::default(), "coach").await.expect("set");
    w.insert_switch("correction", false, "coach").await.expect("turned");
    w.insert_proposal_input(ADA, "abc", b"{}").await.expect("kept");
    w.insert_adaptation(PLAN, &decided(1)).await.expect("decided");
    w.link_adaptation(OverrideId(uuid(0x0F01)), decided(1).id, ADA).await.expect("linked");
    let track = ProposedSession { block: Some(block(1).id), ..proposed(11, "2026-11-24", "Track") };
    let sessions = vec![proposed(2, "2026-11-25", "Wed"), track];
    w.insert_proposal(PLAN, ADA, week(), &proposal(2, sessions), date("2026-11-21")).await.expect("proposed");
    w.insert_approval(PLAN, &approval(1, false)).await.expect("approved");
}

#[tokio::test]
async fn rows_of_append_only_tables_can_be_neither_changed_nor_removed_nor_replaced() {
    let scene = planned_week().await;
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &activity(2, ADA, "2026-11-02")).await.expect("written");
    w.insert_batch_file(BATCH, 0, "a.fit", None, "refused", &serde_json::Value::Null).await.expect("told");
    w.insert_repair_limits(ADA, None).await.expect("inserted");
    w.insert_result(&outcome(1, ADA, "2026-11-02")).await.expect("inserted");
    w.insert_mark(&mark(1, MarkKind::Heat)).await.expect("inserted");
    w.insert_rule(None, Rule::FastRamp, None, "coach").await.expect("inserted");
    w.insert_consent(&cycle_word()).await.expect("inserted");
    w.insert_staff(&physio()).await.expect("inserted");
    w.insert_triage_mark(&decided_on(1, Decision::Reviewed)).await.expect("inserted");
    w.insert_triage_filter("Runners", Some(&TriageFilter::default()), "coach").await.expect("inserted");
    let link = NewLink {
        id: LinkId(uuid(1)),
        athlete: ADA,
        activity: activity(1, ADA, "2026-11-02").id,
        of: activity(2, ADA, "2026-11-02").id,
        same: false,
        score: None,
        evidence: Vec::new(),
        batch: None,
        author: "coach".to_owned(),
        at: now(),
    };
    w.insert_link(&link).await.expect("said");
    fill_the_season(&mut w).await;
    commit(w, 3, "fill").await.expect("committed");
    let mut connection = beside(&scene).await;
    for table in APPEND_ONLY {
        let count = || AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        let rows: i64 = sqlx::query_scalar(count()).fetch_one(&mut connection).await.expect("counts");
        assert!(rows > 0, "{table} has a row to try on");
        for sql in [format!("UPDATE {table} SET rowid = rowid"), format!("DELETE FROM {table}")] {
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

#[tokio::test]
async fn lists_find_their_rows_by_index_and_never_walk_a_whole_table() {
    let scene = Scene::new().await;
    let mut connection = beside(&scene).await;
    for query in [
        "SELECT id, shapes FROM visible_activity WHERE athlete_id = ? AND start_local >= ? AND start_local < ?",
        "SELECT id, shapes FROM visible_activity WHERE start_utc >= ? AND start_utc < ? ORDER BY start_utc, id",
        "SELECT id, shapes FROM readable_activity WHERE id = ?",
        "SELECT kind, packed FROM visible_channel WHERE activity_id = ?",
        "SELECT value FROM visible_wellness WHERE athlete_id = ? AND day >= ? AND day <= ?",
        "SELECT 1 FROM activity_word WHERE activity_id = ?",
        "SELECT outcome, COUNT(*) FROM batch_file WHERE batch_id = ? GROUP BY outcome",
    ] {
        let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {query}")))
            .fetch_all(&mut connection)
            .await
            .expect("plans");
        let steps: Vec<&str> = plan.iter().map(|(.., step)| step.as_str()).collect();
        assert!(steps.iter().any(|step| step.starts_with("SEARCH")), "{query}: {steps:#?}");
        // The recordings of one activity are gathered in a list of their own, which is walked.
        let walked = steps.iter().find(|step| step.starts_with("SCAN") && **step != "SCAN twin" && !of_consent(step));
        assert_eq!(walked, None, "{query}: {steps:#?}");
    }
}
