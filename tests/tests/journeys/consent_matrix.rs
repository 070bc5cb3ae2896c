//! Whatever is withheld is in no byte that leaves: every call and every export, each kind of data in turn.
//!
//! Marked values of each kind are planted. Then every call of the list is asked, and every file it wrote is taken apart,
//! once with all of it allowed (each mark must be found, so that the test can fail) and once with each kind withdrawn (none
//! of its marks may be found, and that it is withheld must be said).

mod planted;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use contract::consent::{ActAs, RecordConsent, SetStaff, ShowStaff, ShowWithheld};
use contract::need::need;
use contract::plan::ExportPlan;
use domain::consent::{DataCategory, Guardian, Purpose, Role, Why, Withheld};
use domain::id::{ActivityId, AthleteId};
use domain::words::Words;
use serde_json::{Value, json};

use crate::club::Club;
use planted::{MARKS, Mark, all_said, all_that_leaves, files, found, planted};

/// Something real to ask of each call about consent and roles.
pub(crate) fn consent_examples(athlete: &Value) -> Vec<(&'static str, Value)> {
    vec![
        ("ShowConsent", json!({ "athlete": athlete, "on": null })),
        (
            "RecordConsent",
            json!({ "athlete": athlete, "categories": ["training", "hrv"], "purposes": ["research"], "given": true,
            "from": "2026-01-01", "to": "2026-12-31", "guardian": { "name": "Maria Fell", "relation": "mother" },
            "version": null, "language": "de" }),
        ),
        ("SetConsentAge", json!({ "age": 14 })),
        ("ShowWithheld", json!({ "athlete": athlete })),
        ("SetStaff", json!({ "id": null, "name": "Pia Lind", "role": "physio", "gone": false })),
        ("ActAs", json!({ "id": null, "passphrase": null })),
        ("ShowStaff", json!({})),
    ]
}

fn withdrawal(athlete: AthleteId, category: DataCategory, purpose: Purpose, given: bool) -> RecordConsent {
    RecordConsent {
        athlete,
        categories: vec![category],
        purposes: vec![purpose],
        given,
        from: None,
        to: None,
        guardian: None,
        version: None,
        language: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn with_everything_allowed_every_mark_is_found() {
    let (club, ada, activity) = planted().await;
    let out = all_that_leaves(&club, ada, activity).await;
    for Mark(category, mark) in MARKS {
        let places = found(&out, mark);
        assert!(!places.is_empty(), "{category:?}: {mark} was planted and is nowhere, so the search proves nothing");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_withheld_is_in_no_byte_that_leaves() {
    let mut leaks = Vec::new();
    for category in DataCategory::ALL {
        let (club, ada, activity) = planted().await;
        club.ask(&withdrawal(ada, *category, Purpose::Coach, false)).await.expect("withdrawn");
        let said = club.ask(&ShowWithheld { athlete: ada }).await.expect("told");
        assert!(said.iter().any(|one| one.category == *category && one.why == Why::Withdrawn), "{said:?}");
        let out = all_that_leaves(&club, ada, activity).await;
        for Mark(_, mark) in MARKS.iter().filter(|mark| mark.0 == *category) {
            leaks.extend(found(&out, mark).into_iter().map(|place| format!("{category:?} {mark}: {place}")));
        }
        let readme =
            out.iter().find(|(name, _)| name.ends_with("README.txt")).expect("the archive says what it holds").1;
        let said = Withheld { category: *category, why: Why::Withdrawn, since: Some(NaiveDate::default()) };
        assert!(
            readme.contains(&said.say(Words::english())),
            "the archive says that {category:?} is withheld: {readme}"
        );
    }
    assert!(leaks.is_empty(), "withheld, and yet there:\n{}", leaks.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_given_again_is_there_again() {
    let (club, ada, activity) = planted().await;
    for category in DataCategory::ALL {
        club.ask(&withdrawal(ada, *category, Purpose::Coach, false)).await.expect("withdrawn");
        club.ask(&withdrawal(ada, *category, Purpose::Coach, true)).await.expect("given again");
    }
    let out = all_that_leaves(&club, ada, activity).await;
    for Mark(category, mark) in MARKS {
        assert!(!found(&out, mark).is_empty(), "{category:?}: {mark} came back");
    }
}

/// A roster with somebody in a role, who has taken the seat.
async fn seated(role: Role) -> (Club, AthleteId, ActivityId) {
    let (club, ada, activity) = planted().await;
    let request = SetStaff { id: None, name: format!("The {}", role.code()), role, gone: false };
    let staff = club.ask(&request).await.expect("added").value;
    let person = staff.people.iter().find(|one| one.role == role).expect("there").id;
    club.ask(&ActAs { id: Some(person), passphrase: None }).await.expect("no passphrase on this roster");
    (club, ada, activity)
}

/// Every call that a role may ask, but for those after which somebody else sits there.
fn of_role(role: Role) -> impl Fn(&str) -> bool {
    const NEW_SEAT: [&str; 4] = ["ActAs", "CreateRoster", "OpenRoster", "LockRoster"];
    move |call| need(call).allows(role) && !NEW_SEAT.contains(&call)
}

const OF_THE_STAFF: [Role; 3] = [Role::Assistant, Role::Physio, Role::Viewer];

#[tokio::test(flavor = "multi_thread")]
async fn what_was_agreed_for_the_coach_only_is_in_no_byte_that_somebody_else_gets() {
    for role in OF_THE_STAFF {
        let (club, ada, activity) = seated(role).await;
        let out = all_said(&club, ada, activity, of_role(role)).await;
        assert_eq!(club.ask(&ShowStaff {}).await.expect("told").role, role, "nobody changed seats meanwhile");
        for Mark(category, mark) in MARKS {
            assert_eq!(found(&out, mark), Vec::<String>::new(), "{role:?}: {category:?} {mark}");
        }
        let refused =
            club.ask(&withdrawal(ada, DataCategory::Heart, Purpose::Coach, true)).await.expect_err("not theirs");
        assert!(refused.what.contains("As "), "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_reads_what_was_agreed_and_does_what_it_may() {
    let hidden = |role: Role, mark: &str| match role {
        Role::Assistant => false,
        Role::Physio => ["54.32198", "MarkOfAPrivateNote", "MarkOfAJourney", "MarkOfACallLine"].contains(&mark),
        _ => ["MarkOfAPrivateNote", "MarkOfACallLine"].contains(&mark),
    };
    for role in OF_THE_STAFF {
        let (club, ada, activity) = seated(role).await;
        club.ask(&ActAs { id: None, passphrase: None }).await.expect("back");
        for category in DataCategory::ALL {
            club.ask(&withdrawal(ada, *category, Purpose::Assistant, true)).await.expect("given to the staff");
        }
        let staff = club.ask(&ShowStaff {}).await.expect("told");
        club.ask(&ActAs { id: Some(staff.people[0].id), passphrase: None }).await.expect("chosen");
        let out = all_said(&club, ada, activity, of_role(role)).await;
        // Where only exports show a mark, a role that may not export does not find it; and a morning that the physiotherapist
        // enters again takes the place of the one that was planted.
        let only_leaving = |mark: &str| match role {
            Role::Assistant => false,
            Role::Physio => ["47.140625", "heart-rate {\"21", "61.453125"].contains(&mark),
            _ => ["47.140625", "heart-rate {\"21"].contains(&mark),
        };
        let wrong: Vec<&str> = MARKS
            .iter()
            .map(|mark| mark.1)
            .filter(|mark| hidden(role, mark) != found(&out, mark).is_empty() && !only_leaving(mark))
            .collect();
        assert!(wrong.is_empty(), "{role:?}: {wrong:?}");
        let wellness = json!({ "athlete": ada, "values": [
            { "date": "2026-11-14", "field": "mood", "value": 4.0, "source": "form" }] });
        let wrote = app::dispatch(&club.app, "AddWellness", &wellness.to_string()).await;
        assert_eq!(wrote.is_ok(), role != Role::Viewer, "{role:?}: {wrote:?}");
        let drafted = json!({ "athlete": ada, "week": "2026-W49", "fresh": false });
        let drafted = app::dispatch(&club.app, "DraftWeek", &drafted.to_string()).await;
        assert_eq!(drafted.is_ok(), role == Role::Assistant, "{role:?}: {drafted:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_kind_that_was_not_agreed_for_the_staff_is_in_no_byte_an_assistant_gets() {
    let mut leaks = Vec::new();
    for category in DataCategory::ALL {
        let (club, ada, activity) = seated(Role::Assistant).await;
        club.ask(&ActAs { id: None, passphrase: None }).await.expect("back");
        for given in DataCategory::ALL.iter().filter(|given| *given != category) {
            club.ask(&withdrawal(ada, *given, Purpose::Assistant, true)).await.expect("given to the staff");
        }
        let staff = club.ask(&ShowStaff {}).await.expect("told");
        club.ask(&ActAs { id: Some(staff.people[0].id), passphrase: None }).await.expect("chosen");
        let out = all_said(&club, ada, activity, of_role(Role::Assistant)).await;
        for Mark(_, mark) in MARKS.iter().filter(|mark| mark.0 == *category) {
            leaks.extend(found(&out, mark).into_iter().map(|place| format!("{category:?} {mark}: {place}")));
        }
    }
    assert!(leaks.is_empty(), "withheld, and yet there:\n{}", leaks.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_given_again_from_a_day_on_stays_withheld_before_it() {
    let later = NaiveDate::from_ymd_opt(2026, 12, 1);
    let from =
        |athlete, category, purpose| RecordConsent { from: later, ..withdrawal(athlete, category, purpose, true) };
    let (club, ada, activity) = planted().await;
    let gone = [DataCategory::Heart, DataCategory::Hrv, DataCategory::Sleep, DataCategory::Wellness];
    for category in gone {
        club.ask(&withdrawal(ada, category, Purpose::Coach, false)).await.expect("withdrawn");
        club.ask(&from(ada, category, Purpose::Coach)).await.expect("given again, from then on");
    }
    let out = all_that_leaves(&club, ada, activity).await;
    for Mark(category, mark) in MARKS.iter().filter(|mark| gone.contains(&mark.0)) {
        assert_eq!(found(&out, mark), Vec::<String>::new(), "{category:?} {mark}");
    }
    let (club, ada, activity) = seated(Role::Assistant).await;
    club.ask(&ActAs { id: None, passphrase: None }).await.expect("back");
    for category in DataCategory::ALL {
        club.ask(&from(ada, *category, Purpose::Assistant)).await.expect("given to the staff");
    }
    let staff = club.ask(&ShowStaff {}).await.expect("told");
    club.ask(&ActAs { id: Some(staff.people[0].id), passphrase: None }).await.expect("chosen");
    let out = all_said(&club, ada, activity, of_role(Role::Assistant)).await;
    for Mark(category, mark) in MARKS {
        assert_eq!(found(&out, mark), Vec::<String>::new(), "the staff: {category:?} {mark}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_while_something_is_withheld_loses_nothing_of_it() {
    let (club, ada, activity) = seated(Role::Assistant).await;
    let given = |given| {
        [DataCategory::Heart, DataCategory::Location, DataCategory::Notes]
            .map(|category| withdrawal(ada, category, Purpose::Coach, given))
    };
    club.ask(&ActAs { id: None, passphrase: None }).await.expect("back");
    club.ask(&withdrawal(ada, DataCategory::Training, Purpose::Assistant, true)).await.expect("the staff sees it");
    for word in given(false) {
        club.ask(&word).await.expect("withdrawn");
    }
    let ask = async |name: &str, args: Value| {
        let reply = app::dispatch(&club.app, name, &args.to_string()).await;
        serde_json::from_str::<Value>(&reply.unwrap_or_else(|fault| panic!("{name}: {fault:?}"))).expect("JSON")
    };
    let drafted = async || {
        let view = ask("DraftWeek", json!({ "athlete": ada, "week": "2026-W50", "fresh": true })).await;
        view["value"]["plan"]["proposal"]["inputs"].clone()
    };
    // By the coach, and by somebody who reads even less.
    let revised = async |sport: &str| {
        let change = json!({ "do": "sport", "sport": sport });
        ask("ReviseActivity", json!({ "activity": activity, "reason": "walked", "change": change })).await
    };
    revised("walk").await;
    let by_the_coach = drafted().await;
    let staff = club.ask(&ShowStaff {}).await.expect("told");
    club.ask(&ActAs { id: Some(staff.people[0].id), passphrase: None }).await.expect("chosen");
    assert_eq!(drafted().await, by_the_coach, "the engine is told the same, whoever asks");
    revised("run").await;
    ask("SetEffort", json!({ "activity": activity, "rpe": 4.0 })).await;
    club.ask(&ActAs { id: None, passphrase: None }).await.expect("back");
    for word in given(true) {
        club.ask(&word).await.expect("given again");
    }
    let out = all_that_leaves(&club, ada, activity).await;
    for Mark(category, mark) in MARKS {
        assert!(!found(&out, mark).is_empty(), "{category:?}: {mark} is still there");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_file_for_other_coaches_holds_what_may_be_shared_with_them() {
    let (club, ada, _) = planted().await;
    let out = club.folder.path().join("team");
    let request = ExportPlan {
        athlete: ada,
        week: "2026-W48".parse().expect("a week"),
        folder: Some(out.to_string_lossy().into_owned()),
        texts: Vec::new(),
        seal: None,
        for_team: true,
    };
    let refused = club.ask(&request).await.expect_err("nobody was asked");
    assert!(refused.what.contains("Ada Fell"), "{refused:?}");
    assert!(!out.exists(), "nothing was written");
    club.ask(&withdrawal(ada, DataCategory::Training, Purpose::TeamShare, true)).await.expect("given");
    let mut written = BTreeMap::new();
    club.ask(&request).await.expect("exported");
    files(&out, &mut written);
    assert_eq!(found(&written, "MarkOfANote"), Vec::<String>::new(), "notes were not given");
    club.ask(&withdrawal(ada, DataCategory::Notes, Purpose::TeamShare, true)).await.expect("given");
    club.ask(&request).await.expect("exported");
    files(&out, &mut written);
    assert!(!found(&written, "MarkOfANote").is_empty(), "now they are");
    assert_eq!(found(&written, "MarkOfAPrivateNote"), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_minor_s_yes_needs_a_guardian_and_a_minor_s_no_does_not() {
    let (club, _, _) = planted().await;
    let young = json!({ "name": "Cai Holt", "sex": null, "born": "2012-05-06", "zone": null, "squad": null });
    let added = app::dispatch(&club.app, "AddAthlete", &young.to_string()).await.expect("added");
    let added: Value = serde_json::from_str(&added).expect("JSON");
    let cai: AthleteId = serde_json::from_value(added["value"]["id"].clone()).expect("an id");
    let yes = withdrawal(cai, DataCategory::Sleep, Purpose::Assistant, true);
    let refused = club.ask(&yes).await.expect_err("fourteen years old");
    assert!(refused.what.contains("guardian") && refused.what.contains("16"), "{refused:?}");
    let guardian = Some(Guardian { name: "Maria Holt".to_owned(), relation: "mother".to_owned() });
    let view = club.ask(&RecordConsent { guardian, ..yes }).await.expect("given").value;
    assert_eq!(view.needs_guardian, Some(true));
    let said = &view.history[0];
    assert_eq!(said.text.as_ref().map(|text| text.version.as_str()), Some("2026-11"));
    assert!(
        view.texts.iter().any(|text| Some(&text.agreed) == said.text.as_ref()),
        "the text that was agreed to is kept"
    );
    club.ask(&withdrawal(cai, DataCategory::Sleep, Purpose::Assistant, false)).await.expect("withdrawn alone");
}
