//! Readers for a purpose and a role, and what the views agree with the domain on.

use domain::consent::{Consent, DataCategory, Guardian, Purpose, Reading, Role};
use domain::id::{AnnotationId, ConsentId, StaffId, WellnessId};
use domain::measures::{Computed, Curves, Measured};
use domain::metric::{Metric, Scope};
use domain::staff::{StaffEntry, present};
use domain::wellness::{WellnessEntry, WellnessField, WellnessValue};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};
use store::{EncodedMeasures, StoreFault};

use crate::scene::{ADA, BO, Scene, activity, commit, date, import, now, summary, uuid};

/// Whether a step of a plan finds out whose rows must be looked at one by one: once a statement, from an index that most
/// athletes are not in. The list of all athletes in it is for other purposes than coaching, and is not walked here.
pub(crate) fn of_consent(step: &str) -> bool {
    const ASKED: [&str; 4] =
        ["SCAN reading", "SCAN r", "SCAN restricted", "SCAN a USING COVERING INDEX sqlite_autoindex_athlete_1"];
    ASKED.contains(&step) || step.contains("CONSTANT ROW") || step.contains("VALUES CLAUSE")
}

fn word(number: u128, category: DataCategory, purpose: Purpose, given: bool) -> Consent {
    Consent {
        id: ConsentId(uuid(0xCE00 + number)),
        athlete: ADA,
        category,
        purpose,
        given,
        from: date("2020-01-01"),
        to: None,
        guardian: None,
        text: None,
        by: "coach".to_owned(),
        at: now(),
    }
}

/// A word on the cycle, for tests of the tables themselves.
pub(crate) fn cycle_word() -> Consent {
    word(0xFF, DataCategory::Cycle, Purpose::Coach, true)
}

/// Somebody of the staff.
pub(crate) fn physio() -> StaffEntry {
    StaffEntry {
        id: StaffId(uuid(0x57AF)),
        name: "Pia Lind".to_owned(),
        role: Role::Physio,
        gone: false,
        by: "coach".to_owned(),
        at: now(),
    }
}

async fn say(scene: &Scene, number: u128, consents: &[Consent]) {
    let mut w = scene.roster.write().await.expect("begins");
    for consent in consents {
        w.insert_consent(consent).await.expect("said");
    }
    commit(w, number, "consent").await.expect("committed");
}

#[tokio::test]
async fn a_morning_needs_exactly_the_consents_its_field_names() {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    for (number, field) in (1..).zip(WellnessField::ALL) {
        let value = WellnessValue { date: date("2026-11-10"), field, value: 1.0, source: "form".to_owned() };
        let entry =
            WellnessEntry { id: WellnessId(uuid(number)), athlete: ADA, batch: None, value, recorded_at: now() };
        w.insert_wellness(&entry).await.expect("kept");
    }
    commit(w, 2, "fill").await.expect("committed");
    let seen = async || -> Vec<WellnessField> {
        let entries = scene.roster.wellness(ADA, None, None).await.expect("reads");
        let mut fields: Vec<WellnessField> = entries.iter().map(|entry| entry.value.field).collect();
        fields.sort_unstable();
        fields
    };
    for (number, category) in (0..).zip(DataCategory::ALL) {
        let (out, back) = (2 * number, 2 * number + 1);
        say(&scene, 10 + 2 * number, &[word(out, *category, Purpose::Coach, false)]).await;
        let mut expected = WellnessField::ALL.to_vec();
        expected.retain(|field| !field.categories().contains(category));
        expected.sort_unstable();
        assert_eq!(seen().await, expected, "{category:?} is withheld");
        say(&scene, 11 + 2 * number, &[word(back, *category, Purpose::Coach, true)]).await;
        assert_eq!(seen().await.len(), WellnessField::ALL.len(), "{category:?} is given again");
    }
}

#[tokio::test]
async fn a_reader_for_another_purpose_gets_only_what_was_agreed_for_it_and_the_coach_all() {
    let scene = Scene::club().await;
    let run = activity(1, ADA, "2026-11-02");
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &run).await.expect("written");
    for (number, shared) in [(1, true), (2, false)] {
        let note = domain::annotation::Annotation {
            id: AnnotationId(uuid(number)),
            athlete: ADA,
            subject: domain::annotation::Subject::Day { date: date("2026-11-09") },
            text: "calf".to_owned(),
            shared,
            author: "coach".to_owned(),
            at: now(),
            supersedes: None,
        };
        w.insert_annotation(&note).await.expect("noted");
    }
    commit(w, 2, "fill").await.expect("committed");
    let physio = scene.roster.reading(Reading::of(Role::Physio)).await.expect("a reader");
    assert_eq!(physio.scope().await.expect("told"), Reading::of(Role::Physio));
    assert_eq!(scene.roster.scope().await.expect("told"), Reading::COACH);
    assert_eq!(physio.activity(run.id).await.expect("reads"), None, "nobody was asked");
    assert!(physio.withheld(ADA, date("2026-11-10")).await.expect("told").len() >= DataCategory::ALL.len());
    let all: Vec<Consent> = (0..)
        .zip(DataCategory::ALL)
        .map(|(number, category)| word(number, *category, Purpose::Assistant, true))
        .collect();
    say(&scene, 3, &all).await;
    let seen = physio.activity(run.id).await.expect("reads").expect("agreed");
    assert_eq!((seen.place, seen.summary.avg_hr), (None, run.summary.avg_hr), "the short form, without the place");
    assert!(physio.channels(run.id, &[]).await.expect("reads").is_empty(), "and without samples");
    assert_eq!(physio.annotations(ADA).await.expect("reads").len(), 1, "private notes are the coaches'");
    let assistant = scene.roster.reading(Reading::of(Role::Assistant)).await.expect("a reader");
    assert_eq!(assistant.annotations(ADA).await.expect("reads").len(), 2);
    assert_eq!(assistant.channels(run.id, &[]).await.expect("reads").len(), 3);
    let team = scene.roster.reading(Reading::for_purpose(Purpose::TeamShare)).await.expect("a reader");
    assert_eq!(team.activity(run.id).await.expect("reads"), None, "another purpose, another word");
    assert_eq!(scene.roster.activity(run.id).await.expect("reads"), Some(run));
    team.end_reading().await;
    scene.roster.athletes().await.expect("the coach reads on");
}

#[tokio::test]
async fn a_metric_made_from_the_heart_is_withheld_with_it_and_no_other_is() {
    let scene = crate::measured::measured().await;
    // What stands in the roster is written as it is; which of it comes back is the view's word.
    let all = scene.roster.measures_of(ADA, None, None).await.expect("reads");
    let (activity, mut full) = all.into_iter().next().expect("measured");
    for metric in Metric::ALL {
        full.values.insert(*metric, Measured::Known { value: 1.5, doubts: Vec::new() });
    }
    let mut w = scene.roster.write().await.expect("begins");
    let computed = Computed { summary: summary(51.0), measures: full, curves: Vec::new() };
    let packed = EncodedMeasures::of(&computed, Curves::Kept).expect("packs");
    w.replace_measures(activity, &packed).await.expect("kept");
    commit(w, 90, "recompute").await.expect("committed");
    say(&scene, 91, &[word(1, DataCategory::Heart, Purpose::Coach, false)]).await;
    let seen = scene.roster.measures(activity).await.expect("reads").expect("there");
    let of_heart = |metric: &Metric| {
        let fact = metric.fact();
        let heart = ["heart-rate", "trimp", "hr-tss"];
        fact.scope == Scope::Activity && fact.needs.iter().any(|need| heart.contains(need))
    };
    let kept: Vec<&Metric> = Metric::ALL.iter().filter(|metric| seen.values.contains_key(metric)).collect();
    let expected: Vec<&Metric> = Metric::ALL.iter().filter(|metric| !of_heart(metric)).collect();
    assert_eq!(kept, expected);
    assert_eq!(seen.basis, "", "the thresholds of the heart stand in it");
}

#[tokio::test]
async fn the_load_by_day_of_an_athlete_is_read_from_one_index_whoever_agreed_to_what() {
    let scene = Scene::club().await;
    let options = SqliteConnectOptions::new().filename(scene.roster.path());
    let mut connection = SqliteConnection::connect_with(&options).await.expect("connects");
    let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(
        "EXPLAIN QUERY PLAN SELECT start_local, sport, timer_s, points FROM visible_activity
         WHERE athlete_id = 'x' AND start_local < 'y'",
    )
    .fetch_all(&mut connection)
    .await
    .expect("explained");
    let first = plan.first().map(|(.., step)| step.as_str());
    assert_eq!(first, Some("SEARCH a USING COVERING INDEX activity_by_day (athlete_id=? AND start_local<?)"));
    // The list of those who are restricted is asked for once; only its members' rows are asked for one by one.
    let restricted: Vec<&str> =
        plan.iter().map(|(.., step)| step.as_str()).filter(|step| step.contains("consent_restricting")).collect();
    assert!(!restricted.is_empty(), "{plan:?}");
}

#[tokio::test]
async fn the_database_itself_refuses_a_minors_yes_without_a_guardian() {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    let mut young = crate::scene::athlete(BO, "Cai Holt", false);
    young.id = domain::id::AthleteId(uuid(0xCA1));
    young.born = Some(date("2014-02-28"));
    w.insert_athlete(&young).await.expect("added");
    let yes = Consent { athlete: young.id, ..word(1, DataCategory::Sleep, Purpose::Coach, true) };
    let refused = w.insert_consent(&yes).await;
    assert!(matches!(refused, Err(StoreFault::GuardianMissing)), "{refused:?}");
    w.insert_consent(&Consent { given: false, id: ConsentId(uuid(2)), ..yes.clone() }).await.expect("a no is free");
    let guardian = Some(Guardian { name: "Maria Holt".to_owned(), relation: "mother".to_owned() });
    w.insert_consent(&Consent { guardian, ..yes.clone() }).await.expect("given for them");
    w.set_consent_age(13).await.expect("set");
    commit(w, 2, "consent").await.expect("committed");
    assert_eq!(scene.roster.consent_age().await.expect("read"), 13);
}

#[tokio::test]
async fn the_newest_word_on_somebody_counts_and_who_left_is_gone() {
    let scene = Scene::club().await;
    for (number, entry) in [
        (2, physio()),
        (3, StaffEntry { role: Role::Viewer, ..physio() }),
        (4, StaffEntry { id: StaffId(uuid(2)), name: "Bo Hart".to_owned(), ..physio() }),
        (5, StaffEntry { id: StaffId(uuid(2)), gone: true, ..physio() }),
    ] {
        let mut w = scene.roster.write().await.expect("begins");
        w.insert_staff(&entry).await.expect("said");
        commit(w, number, "set-staff").await.expect("committed");
    }
    let staff = scene.roster.staff().await.expect("reads");
    assert_eq!(staff.len(), 4, "all of it stays");
    let here: Vec<(&str, Role)> = present(&staff).into_iter().map(|one| (one.name.as_str(), one.role)).collect();
    assert_eq!(here, [("Pia Lind", Role::Viewer)]);
}
