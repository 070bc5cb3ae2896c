//! Many athletes from a list.

use contract::newcomers::AddAthletes;
use contract::people::ListAthletes;
use contract::roster::ReadJournal;

use crate::club::Club;

const LIST: &str = "name,born,sex,squad\nZoe Tarn,2001-07-30,f,Harbour\nBo,1.1.3000,,\nAda Fell,,,\nCai Holt,,m,Harbour\nZOE TARN,,,\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_list_comes_in_as_one_write_and_looking_at_it_writes_nothing() {
    let club = Club::new().await;
    club.athlete("Ada Fell").await;
    let request = |look| AddAthletes { text: LIST.to_owned(), zone: Some("Europe/Berlin".to_owned()), look };
    let before = club.ask(&ReadJournal { limit: 50 }).await.expect("a journal").len();

    let looked = club.ask(&request(true)).await.expect("looked at");
    assert!(looked.touched.is_empty());
    let out: Vec<_> = looked.value.iter().map(|line| (line.line, line.refused.is_some())).collect();
    assert_eq!(out, [(2, false), (3, true), (4, true), (5, false), (6, true)]);
    assert_eq!(club.ask(&ReadJournal { limit: 50 }).await.expect("a journal").len(), before);

    let added = club.ask(&request(false)).await.expect("added");
    assert_eq!(added.value, looked.value, "what was looked at is what comes in");
    let journal = club.ask(&ReadJournal { limit: 50 }).await.expect("a journal");
    assert_eq!((journal.len(), journal[0].action.as_str()), (before + 1, "add-athletes"));
    let people = club.ask(&ListAthletes {}).await.expect("people");
    let squad = |name: &str| people.iter().find(|person| person.name == name).and_then(|person| person.squad.clone());
    assert_eq!((squad("Zoe Tarn").as_deref(), squad("Cai Holt").as_deref()), (Some("Harbour"), Some("Harbour")));

    let again = club.ask(&request(false)).await.expect("once more");
    assert!(again.value.iter().all(|line| line.refused.is_some()) && again.touched.is_empty());
}
