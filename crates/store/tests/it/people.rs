//! Athletes, what holds for them from a day on, and what they agreed to.

use domain::athlete::{Device, Squad};
use domain::availability::Availability;
use domain::consent::{Consent, DataCategory, Purpose, Reading};
use domain::id::{ActivityId, AnnotationId, ConsentId, DeviceId, PhaseId, RaceId, SquadId, WellnessId};
use domain::recording::ChannelKind;
use domain::season::{PhaseKind, Priority, Race, SeasonPhase};
use domain::settings::{self, Settings};
use domain::sport::Sport;
use domain::unit::{Meters, Watts};
use domain::wellness::{WellnessEntry, WellnessField, WellnessValue};
use domain::{annotation, availability};
use store::StoreFault;

use crate::scene::{ADA, BATCH, BO, Scene, activity, athlete, commit, date, import, now, stamp, uuid};

fn consent(number: u128, category: DataCategory, given: bool, from: &str) -> Consent {
    Consent {
        id: ConsentId(uuid(0xC000 + number)),
        athlete: ADA,
        category,
        purpose: Purpose::Coach,
        given,
        from: date(from),
        to: None,
        guardian: None,
        text: None,
        by: "coach".to_owned(),
        at: now(),
    }
}

fn wellness(number: u128, day: &str, field: WellnessField, value: f64) -> WellnessEntry {
    WellnessEntry {
        id: WellnessId(uuid(0x3E00 + number)),
        athlete: ADA,
        batch: number.is_multiple_of(2).then_some(BATCH),
        value: WellnessValue { date: date(day), field, value, source: "csv".to_owned() },
        recorded_at: now() + chrono::Duration::seconds(i64::try_from(number).expect("small")),
    }
}

#[tokio::test]
async fn people_come_back_as_written_and_by_name() {
    let scene = Scene::club().await;
    let squad = Squad { id: SquadId(uuid(5)), name: "Lakeside".to_owned() };
    let mut cleo = athlete(domain::id::AthleteId(uuid(77)), "Cleo Marsh", false);
    cleo.squad = Some(squad.id);
    (cleo.sex, cleo.born) = (None, None);
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_squad(&squad).await.expect("inserted");
    w.insert_athlete(&cleo).await.expect("inserted");
    commit(w, 2, "add-athlete").await.expect("committed");

    let scene = scene.reopened().await;
    let names: Vec<String> = scene.roster.athletes().await.expect("reads").into_iter().map(|a| a.name).collect();
    assert_eq!(names, ["Ada Fell", "bo Hale", "Cleo Marsh", "Unassigned"]);
    assert_eq!(scene.roster.athlete(cleo.id).await.expect("reads"), Some(cleo));
    assert_eq!(scene.roster.athlete(ADA).await.expect("reads"), Some(athlete(ADA, "Ada Fell", false)));
    assert_eq!(scene.roster.squads().await.expect("reads"), [squad]);
    assert_eq!(scene.roster.counts().await.expect("counts").athletes, 3, "the stand-in is not counted");
}

#[tokio::test]
async fn an_athlete_of_an_unknown_squad_and_the_same_athlete_twice_are_refused() {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    let mut lost = athlete(domain::id::AthleteId(uuid(78)), "Lost", false);
    lost.squad = Some(SquadId(uuid(404)));
    let refused = w.insert_athlete(&lost).await;
    assert!(matches!(refused, Err(StoreFault::BrokenReference)), "{refused:?}");
    let refused = w.insert_athlete(&athlete(ADA, "Ada again", false)).await;
    assert!(matches!(refused, Err(StoreFault::AlreadyThere { .. })), "{refused:?}");
}

#[tokio::test]
async fn of_two_settings_for_one_day_the_later_entry_counts_and_both_stay() {
    let scene = Scene::club().await;
    let of = |from: &str, ftp: f64| Settings { from: date(from), ftp: Some(Watts(ftp)), ..Settings::default() };
    let answers =
        |from: &str, minutes| Availability { from: date(from), minutes: [minutes; 7], sports: Default::default() };
    for (number, watts) in [(2, 240.0), (3, 250.5)] {
        let mut w = scene.roster.write().await.expect("begins");
        w.insert_settings(ADA, &of("2026-10-01", watts)).await.expect("inserted");
        w.insert_availability(ADA, &answers("2026-10-01", Some(watts as u32))).await.expect("inserted");
        commit(w, number, "set").await.expect("committed");
    }
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_settings(ADA, &of("2026-09-01", 200.0)).await.expect("inserted");
    w.insert_availability(ADA, &answers("2026-09-01", None)).await.expect("inserted");
    commit(w, 4, "set").await.expect("committed");

    let scene = scene.reopened().await;
    let history = scene.roster.settings(ADA).await.expect("reads");
    assert_eq!(history.len(), 3);
    assert_eq!(settings::on(&history, date("2026-11-01")), Some(&of("2026-10-01", 250.5)));
    assert_eq!(settings::on(&history, date("2026-09-30")), Some(&of("2026-09-01", 200.0)));
    let history = scene.roster.availability(ADA).await.expect("reads");
    assert_eq!(availability::on(&history, date("2026-11-01")), Some(&answers("2026-10-01", Some(250))));
    assert_eq!(availability::on(&history, date("2026-09-30")), Some(&answers("2026-09-01", None)));
    assert!(scene.roster.settings(BO).await.expect("reads").is_empty());
}

#[tokio::test]
async fn a_device_belongs_to_its_newest_owner_and_without_a_serial_to_nobody() {
    let scene = Scene::club().await;
    let device =
        |number, athlete| Device { id: DeviceId(uuid(number)), athlete, stamp: stamp(Some(77)), first_seen: now() };
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_device(&device(900, ADA), None).await.expect("inserted");
    w.insert_device(&device(800, BO), None).await.expect("inserted");
    let anonymous = Device { stamp: stamp(None), ..device(801, BO) };
    w.insert_device(&anonymous, None).await.expect("inserted");
    commit(w, 2, "remember-device").await.expect("committed");
    assert_eq!(scene.roster.device_owner(&stamp(Some(77))).await.expect("reads"), Some(BO));
    assert_eq!(scene.roster.device_owner(&stamp(Some(78))).await.expect("reads"), None);
    assert_eq!(scene.roster.device_owner(&stamp(None)).await.expect("reads"), None);
    let other = domain::athlete::DeviceStamp { product: Some("other".to_owned()), ..stamp(Some(77)) };
    assert_eq!(scene.roster.device_owner(&other).await.expect("reads"), None);
    assert_eq!(scene.roster.devices(BO).await.expect("reads"), [device(800, BO), anonymous]);
}

#[tokio::test]
async fn races_and_phases_come_back_by_date() {
    let scene = Scene::club().await;
    let race = |number, on: &str| Race {
        id: RaceId(uuid(number)),
        athlete: ADA,
        name: "Harbour 10".to_owned(),
        date: date(on),
        sport: Sport::Run,
        distance: Some(Meters(10_000.0)),
        priority: Priority::B,
    };
    let phase = |number, from: &str, to: &str| SeasonPhase {
        id: PhaseId(uuid(number)),
        athlete: ADA,
        kind: PhaseKind::Build,
        from: date(from),
        to: date(to),
    };
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_race(&race(1, "2027-03-01")).await.expect("inserted");
    w.insert_race(&race(2, "2026-12-31")).await.expect("inserted");
    w.insert_phase(&phase(3, "2026-11-01", "2026-12-31")).await.expect("inserted");
    let backwards = w.insert_phase(&phase(4, "2026-11-02", "2026-11-01")).await;
    assert!(backwards.is_err(), "a phase ends after it begins");
    commit(w, 2, "plan-season").await.expect("committed");
    assert_eq!(scene.roster.races(ADA).await.expect("reads"), [race(2, "2026-12-31"), race(1, "2027-03-01")]);
    assert_eq!(scene.roster.phases(ADA).await.expect("reads"), [phase(3, "2026-11-01", "2026-12-31")]);
}

#[tokio::test]
async fn wellness_is_a_history_and_a_value_that_is_no_number_is_refused() {
    let scene = Scene::club().await;
    let entries = [
        wellness(1, "2026-11-01", WellnessField::Rmssd, 61.5),
        // Seventeen digits, the most a number needs.
        wellness(2, "2026-11-01", WellnessField::Rmssd, 0.1 + 0.2),
        wellness(3, "2026-11-03", WellnessField::Sleep, 7.0 + 0.1 + 0.2),
    ];
    let mut w = scene.roster.write().await.expect("begins");
    for entry in entries.iter().rev() {
        w.insert_wellness(entry).await.expect("inserted");
    }
    let refused = w.insert_wellness(&wellness(4, "2026-11-03", WellnessField::Mood, f64::NAN)).await;
    assert!(matches!(refused, Err(StoreFault::NotFinite { what: "mood" })), "{refused:?}");
    commit(w, 2, "enter-wellness").await.expect("committed");
    let scene = scene.reopened().await;
    assert_eq!(scene.roster.wellness(ADA, None, None).await.expect("reads"), entries);
    let day = Some(date("2026-11-03"));
    assert_eq!(scene.roster.wellness(ADA, day, day).await.expect("reads"), entries[2..]);
    assert_eq!(scene.roster.wellness(ADA, None, Some(date("2026-11-02"))).await.expect("reads"), entries[..2]);
}

#[tokio::test]
async fn a_late_import_of_old_days_does_not_make_them_recent() {
    let scene = Scene::club().await;
    assert_eq!(scene.roster.last_data(ADA).await.expect("reads"), None);
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_wellness(&wellness(1, "2026-10-05", WellnessField::Sleep, 8.0)).await.expect("inserted");
    commit(w, 2, "import-files").await.expect("committed");
    let noon = "2026-10-05T12:00:00Z".parse().expect("a time");
    assert_eq!(scene.roster.last_data(ADA).await.expect("reads"), Some(noon));
    let mut w = scene.roster.write().await.expect("begins");
    let run = activity(1, ADA, "2026-10-06");
    import(&mut w, &run).await.expect("written");
    commit(w, 3, "import-files").await.expect("committed");
    assert_eq!(scene.roster.last_data(ADA).await.expect("reads"), Some(run.start));
    assert_eq!(scene.roster.last_data(BO).await.expect("reads"), None);
}

#[tokio::test]
async fn the_newest_consent_counts_and_earlier_ones_stay() {
    let scene = Scene::club().await;
    let on = date("2026-11-10");
    let reading =
        async |purpose| scene.roster.reading(Reading::for_purpose(purpose)).await.expect("a reader for a purpose");
    let may = async |purpose| reading(purpose).await.may(ADA, DataCategory::Wellness, on).await.expect("reads");
    assert!(may(Purpose::Coach).await, "coaching is what the roster is for");
    assert!(!may(Purpose::ModelTraining).await, "nothing else without a yes");
    let given = Consent { purpose: Purpose::ModelTraining, ..consent(1, DataCategory::Wellness, true, "2026-11-01") };
    let withdrawn = Consent { given: false, from: date("2026-11-05"), id: ConsentId(uuid(2)), ..given.clone() };
    for (number, consent) in [(2, &given), (3, &withdrawn)] {
        let mut w = scene.roster.write().await.expect("begins");
        w.insert_consent(consent).await.expect("inserted");
        commit(w, number, "consent").await.expect("committed");
        assert_eq!(may(Purpose::ModelTraining).await, consent.given);
    }
    let model = reading(Purpose::ModelTraining).await;
    let before = model.may(ADA, DataCategory::Wellness, date("2026-11-04")).await;
    assert!(before.expect("reads"), "withdrawn from a later day on");
    assert_eq!(scene.roster.consents(ADA).await.expect("reads"), [given, withdrawn]);
}

#[tokio::test]
async fn what_is_withdrawn_is_not_read_and_comes_back_when_given_again() {
    let scene = Scene::club().await;
    let old = activity(1, ADA, "2026-11-01");
    let new = activity(2, ADA, "2026-11-09");
    let note = annotation::Annotation {
        id: AnnotationId(uuid(1)),
        athlete: ADA,
        subject: annotation::Subject::Day { date: date("2026-11-09") },
        text: "sore calf".to_owned(),
        shared: false,
        author: "coach".to_owned(),
        at: now(),
        supersedes: None,
    };
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &old).await.expect("written");
    import(&mut w, &new).await.expect("written");
    w.insert_wellness(&wellness(1, "2026-11-09", WellnessField::Pain, 3.0)).await.expect("inserted");
    w.insert_wellness(&wellness(2, "2026-11-09", WellnessField::Sleep, 8.0)).await.expect("inserted");
    w.insert_annotation(&note).await.expect("inserted");
    commit(w, 2, "fill").await.expect("committed");

    let all = [DataCategory::Injury, DataCategory::Location, DataCategory::Notes];
    let seen = async || {
        let fields: Vec<WellnessField> =
            scene.roster.wellness(ADA, None, None).await.expect("reads").iter().map(|e| e.value.field).collect();
        let kinds = async |id: ActivityId| scene.roster.channel_kinds(id).await.expect("reads").len();
        let notes = scene.roster.annotations(ADA).await.expect("reads").len();
        let activities = scene.roster.activities(ADA, None, None, None).await.expect("reads");
        let places = activities.iter().filter(|run| run.place.is_some()).count();
        (fields, kinds(old.id).await, kinds(new.id).await, notes, activities.len(), places)
    };
    let everything = (vec![WellnessField::Pain, WellnessField::Sleep], 3, 3, 1, 2, 2);
    assert_eq!(seen().await, everything);

    let mut w = scene.roster.write().await.expect("begins");
    for (number, category) in (10..).zip(all) {
        w.insert_consent(&consent(number, category, false, "2026-11-05")).await.expect("inserted");
    }
    commit(w, 3, "consent").await.expect("committed");
    assert_eq!(seen().await, (vec![WellnessField::Sleep], 3, 1, 0, 2, 1));
    let read = scene.roster.channels(new.id, &[]).await.expect("reads");
    assert!(read.iter().all(|c| c.kind == ChannelKind::HeartRate), "no position of that day");

    let mut w = scene.roster.write().await.expect("begins");
    w.insert_consent(&consent(20, DataCategory::Training, false, "2026-11-05")).await.expect("inserted");
    commit(w, 4, "consent").await.expect("committed");
    assert_eq!(scene.roster.activity(new.id).await.expect("reads"), None);
    assert_eq!(scene.roster.activity(old.id).await.expect("reads"), Some(old.clone()));
    assert!(scene.roster.channels(new.id, &[]).await.expect("reads").is_empty());

    let mut w = scene.roster.write().await.expect("begins");
    for (number, category) in (30..).zip(all.into_iter().chain([DataCategory::Training])) {
        w.insert_consent(&consent(number, category, true, "2026-11-05")).await.expect("inserted");
    }
    commit(w, 5, "consent").await.expect("committed");
    assert_eq!(seen().await, everything);
}
