//! A roster of the first released schema, with data in it, opened by this program.

use std::path::Path;

use domain::consent::{Consent, DataCategory, Purpose};
use domain::id::{ActivityId, BatchId, ContentHash};
use domain::recording::{Channel, ChannelKind, Span};
use domain::wellness::WellnessField;
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use store::{APPLICATION_ID, Roster};

use crate::file::migrations;
use crate::scene::{ADA, Scene, date, now, stamp, uuid};

/// The last migration of the first release.
const FIRST_RELEASE: i64 = 20_261_121_090_500;
/// The last migration before consents had nine kinds.
const FIVE_KINDS: i64 = 20_261_123_140_000;

/// Five heart rates in the layout of the first release.
const BLOB: &str = "011828b52ffd2018c100000500e807e807d00ff40332e0030407e403e50301a01fa11f";

/// One athlete with a device, a run with its channel, a value and a note on the run, as the first release wrote them.
const DATA: &str = r#"
    INSERT INTO meta VALUES ('origin', 'old-laptop');
    INSERT INTO athlete (id, name, zone) VALUES ('00000000-0000-0000-0000-000000000ada', 'Ada Fell', 'Europe/Berlin');
    INSERT INTO device VALUES ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000ada', 'garmin',
        NULL, 900, '2026-11-01T06:30:00.000000000Z', '000000000000001.000000');
    INSERT INTO import_batch VALUES ('00000000-0000-0000-0000-00000000ba7c', '2026-11-02T08:00:00.000000000Z', 'coach');
    INSERT INTO raw_source VALUES ('hash-1', '00000000-0000-0000-0000-000000000ada',
        '00000000-0000-0000-0000-00000000ba7c', 'run.fit', '2026-11-02T08:00:00.000000000Z', NULL, 3, x'{raw}');
    INSERT INTO activity (id, athlete_id, batch_id, source, part, sport, start_utc, start_local, timer_s, elapsed_s, laps,
        pauses, totals, records, repairs, summary) VALUES ('00000000-0000-0000-0000-00000000ac01',
        '00000000-0000-0000-0000-000000000ada', '00000000-0000-0000-0000-00000000ba7c', 'hash-1', 0, 'run',
        '2026-11-02T06:30:00.000000000Z', '2026-11-02T07:30:00.000000000', 4.5, 4.5, '[]', '[]',
        '{"avg_hr":null,"max_hr":null,"avg_power":null,"normalized_power":null,"tss":null,"ascent":null,"kcal":null,
          "rpe":null}', 5, '[]',
        '{"avg_hr":null,"max_hr":null,"avg_power":null,"max_power":null,"normalized_power":null,"intensity_factor":null,
          "trimp":null,"avg_speed":null,"ascent":null,"load":null,"load_missing":null,"method":1,"basis":""}');
    INSERT INTO channel VALUES ('00000000-0000-0000-0000-00000000ac01', 'heart-rate',
        '00000000-0000-0000-0000-000000000ada', 5, x'{blob}');
    INSERT INTO wellness_entry VALUES ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000ada',
        '00000000-0000-0000-0000-00000000ba7c', '2026-11-03', 'rmssd', 61.5, 'app', '2026-11-03T06:30:00.000000000Z');
    INSERT INTO annotation VALUES ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000ada',
        '{"on":"activity","activity":"00000000-0000-0000-0000-00000000ac01"}', NULL, 'sore calf', 0, 'coach',
        '2026-11-03T06:30:00.000000000Z', NULL, '000000000000002.000000');
"#;

async fn first_release(path: &Path) {
    let raw: String =
        zstd::bulk::compress(b"run", 3).expect("packs").iter().map(|byte| format!("{byte:02x}")).collect();
    release(path, FIRST_RELEASE, DATA.replace("{raw}", &raw).replace("{blob}", BLOB)).await;
}

/// A roster as the release with this newest migration wrote it.
async fn release(path: &Path, newest: i64, data: String) {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let mut connection = SqliteConnection::connect_with(&options).await.expect("connects");
    let mark = format!("PRAGMA application_id = {APPLICATION_ID}");
    sqlx::query(sqlx::AssertSqlSafe(mark)).execute(&mut connection).await.expect("marked");
    migrations().await.run_to(newest, &mut connection).await.expect("migrated to the release");
    sqlx::raw_sql(sqlx::AssertSqlSafe(data)).execute(&mut connection).await.expect("filled");
    connection.close().await.expect("closed");
}

#[tokio::test]
async fn a_roster_of_the_first_release_is_read_whole_and_its_import_can_be_taken_back() {
    let scene = Scene::new().await;
    let path = scene.at("old.trackside");
    first_release(&path).await;
    let roster = Roster::open(&path, now()).await.expect("opens");
    assert!(roster.snapshot().is_some_and(Path::exists));
    assert_eq!(roster.integrity().await.expect("checks"), Vec::<String>::new());

    let id = ActivityId(uuid(0xAC01));
    let batch = BatchId(uuid(0xBA7C));
    let seen = async || {
        (
            roster.activities(ADA, None, None, None).await.expect("reads").len(),
            roster.wellness(ADA, None, None).await.expect("reads").len(),
            roster.annotations(ADA).await.expect("reads").len(),
        )
    };
    assert_eq!(seen().await, (1, 1, 1));
    let run = roster.activity(id).await.expect("reads").expect("there");
    assert_eq!((run.batch, run.records, run.start_local.to_string()), (batch, 5, "2026-11-02 07:30:00".to_owned()));
    assert!(run.lengths.is_empty() && run.sets.is_empty() && run.pool.is_none() && run.place.is_none());
    let heart = Channel {
        kind: ChannelKind::HeartRate,
        ms: vec![0, 1_000, 2_000, 4_000, 4_500],
        values: vec![120.0, 121.0, 119.0, 240.0, 118.5],
        suspect: vec![Span { from_ms: 4_000, to_ms: 4_001 }],
    };
    assert_eq!(roster.channels(id, &[]).await.expect("reads"), [heart]);
    assert_eq!(roster.raw(&ContentHash("hash-1".to_owned())).await.expect("reads").as_deref(), Some(&b"run"[..]));
    assert_eq!(roster.device_owner(&stamp(Some(900))).await.expect("reads"), Some(ADA));
    let told = roster.batch(batch).await.expect("reads").expect("there");
    assert_eq!((told.state.as_str(), told.source.as_str(), told.files, told.undone), ("done", "files", 1, false));
    assert_eq!(roster.batch_request(batch).await.expect("reads"), None);

    let mut w = roster.write().await.expect("begins");
    w.undo_batch(batch, now()).await.expect("undone");
    crate::scene::commit(w, 1, "undo-import").await.expect("committed");
    assert_eq!(seen().await, (0, 0, 0));
    assert_eq!(roster.device_owner(&stamp(Some(900))).await.expect("reads"), Some(ADA), "it came with no batch");
    roster.close().await;
}

/// What Ada said in the words of the five kinds: wellness given and withdrawn from a day on, everything else once, marks of
/// the cycle allowed and taken back. A morning of each field before that day and on it.
const FIVE_WORDS: &str = "
    INSERT INTO meta VALUES ('origin', 'old-laptop');
    INSERT INTO athlete (id, name, zone) VALUES ('00000000-0000-0000-0000-000000000ada', 'Ada Fell', 'Europe/Berlin');
    INSERT INTO consent SELECT '01890000-0000-7000-8000-00000000000' || column1, '00000000-0000-0000-0000-000000000ada',
        column2, column3, column4, column5, 'coach', '2026-11-03T06:30:00.000000000Z', '00000000000000' || column1 || '.000000'
    FROM (VALUES (1, 'wellness', 'coaching', 1, '2020-01-01'), (2, 'wellness', 'coaching', 0, '2026-11-05'),
                 (3, 'training', 'model-training', 1, '2020-01-01'), (4, 'health', 'team-sharing', 1, '2020-01-01'),
                 (5, 'location', 'coaching', 0, '2020-01-01'), (6, 'notes', 'coaching', 0, '2020-01-01'));
    INSERT INTO cycle_word VALUES
        ('00000000-0000-0000-0000-000000000ada', 1, 'coach', '2026-11-03T06:30:00.000000000Z', '000000000000007.000000'),
        ('00000000-0000-0000-0000-000000000ada', 0, 'coach', '2026-11-04T06:30:00.000000000Z', '000000000000008.000000');
    INSERT INTO wellness_entry SELECT printf('01890000-0000-7000-8000-%012d', 100 + ROW_NUMBER() OVER ()),
        '00000000-0000-0000-0000-000000000ada', NULL, d.column1, f.column1, 1.0, 'form', '2026-11-05T06:30:00.000000000Z'
    FROM (VALUES ('2026-11-04'), ('2026-11-05')) AS d, (VALUES {fields}) AS f;
    INSERT INTO context_mark VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-000000000ada', 'cycle',
        '2026-11-04', '{}', '000000000000009.000000');
    INSERT INTO annotation VALUES ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000ada',
        '{\"on\":\"day\",\"date\":\"2026-11-04\"}', NULL, 'sore calf', 0, 'coach', '2026-11-04T06:30:00.000000000Z', NULL,
        '000000000000009.000000');
";

#[tokio::test]
async fn words_of_the_five_kinds_are_carried_over_and_nothing_that_was_withheld_shows_again() {
    let scene = Scene::new().await;
    let path = scene.at("five.trackside");
    let fields: Vec<String> = WellnessField::ALL.iter().map(|field| format!("('{}')", field.code())).collect();
    release(&path, FIVE_KINDS, FIVE_WORDS.replace("{fields}", &fields.join(", "))).await;
    let roster = Roster::open(&path, now()).await.expect("opens");
    let consents = roster.consents(ADA).await.expect("reads");
    let said = |one: &Consent| (one.category, one.purpose, one.given, one.from.to_string());
    use DataCategory as C;
    let of_wellness =
        |given, from: &str| [C::Wellness, C::Hrv, C::Sleep].map(|c| (c, Purpose::Coach, given, from.to_owned()));
    let always = "2020-01-01".to_owned();
    let mut expected = of_wellness(true, &always).to_vec();
    expected.extend(of_wellness(false, "2026-11-05"));
    expected.extend([
        (C::Training, Purpose::ModelTraining, true, always.clone()),
        (C::Injury, Purpose::TeamShare, true, always.clone()),
        (C::Location, Purpose::Coach, false, always.clone()),
        (C::Notes, Purpose::Coach, false, always),
        (C::Cycle, Purpose::Coach, true, "0001-01-01".to_owned()),
        (C::Cycle, Purpose::Coach, false, "0001-01-01".to_owned()),
    ]);
    let mut found: Vec<_> = consents.iter().map(said).collect();
    assert_eq!(found.iter().filter(|one| one.0 == C::Heart).count(), 0, "nobody was asked about the heart");
    // Those made of one word have its moment: their order among each other says nothing.
    found.sort_by_key(|one| (one.1, one.0, !one.2));
    expected.sort_by_key(|one| (one.1, one.0, !one.2));
    assert_eq!(found, expected);
    assert!(consents.iter().all(|one| one.text.is_none() && one.by == "coach"), "{consents:?}");

    let mornings = roster.wellness(ADA, None, None).await.expect("reads");
    let on = |day: &str| -> Vec<WellnessField> {
        mornings.iter().filter(|one| one.value.date == date(day)).map(|one| one.value.field).collect()
    };
    assert_eq!(on("2026-11-04").len(), WellnessField::ALL.len());
    let left = on("2026-11-05");
    let health = WellnessField::ALL.into_iter().filter(|field| field.categories() == [C::Injury]);
    assert_eq!(left.len(), health.clone().count(), "{left:?}");
    assert!(health.into_iter().all(|field| left.contains(&field)));
    assert!(roster.marks(ADA).await.expect("reads").is_empty(), "marks of the cycle were taken back");
    assert!(roster.annotations(ADA).await.expect("reads").is_empty(), "notes were withdrawn");
    assert_eq!(roster.integrity().await.expect("checks"), Vec::<String>::new());
    roster.close().await;
}
