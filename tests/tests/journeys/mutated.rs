//! Files that were changed on their way: none is taken for genuine, none ends the program, and each refusal has its words.
//! A hundred thousand of them: `cargo xtask mutate`.

use tests::mutate::{BARE, LONGEST, MOST_MEMORY, Outcome, PLAIN, PLAN, RETURN, SEALED, mutate};

#[tokio::test(flavor = "multi_thread")]
async fn changed_files_are_refused_in_words_and_crash_nothing() {
    let tally = mutate(3000, 7).await.expect("files to change");
    assert_eq!(tally.all(), 3000);
    assert_eq!(tally.of(None, Outcome::Crashed), 0, "{tally}");
    for kind in [PLAN, RETURN] {
        assert_eq!(tally.of(Some(kind), Outcome::Accepted), 0, "{tally}");
        assert_eq!(tally.of(Some(kind), Outcome::SameMeaning), 0, "one content, one file: {tally}");
        assert!(tally.of(Some(kind), Outcome::Stranger) > 0, "signed by somebody else is not unsigned: {tally}");
    }
    for kind in [PLAIN, BARE] {
        let of = |outcome| tally.of(Some(kind), outcome);
        assert!(of(Outcome::Refused) > 0 && of(Outcome::Noticed) > 0, "{tally}");
    }
    assert_eq!(tally.of(Some(PLAIN), Outcome::SameMeaning), 0, "the note knows every byte: {tally}");
    for kind in [PLAIN, SEALED] {
        assert_eq!(tally.of(Some(kind), Outcome::Accepted), 0, "{tally}");
    }
    assert!(tally.of(Some(SEALED), Outcome::Refused) > 0, "{tally}");
    assert!(tally.slowest < LONGEST && tally.memory.is_none_or(|bytes| bytes < MOST_MEMORY), "{tally}");
    for words in tally.sentences() {
        assert!(!words.contains("fault-") && words.contains('.'), "a sentence: {words}");
    }
}
