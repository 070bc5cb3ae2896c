use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::*;
use crate::mark::MarkKind;
use crate::overrides::ReasonTag;
use crate::readiness::Signal;
use crate::reason::{Effect, Grade, Rule};
use crate::recording::{ChannelKind, RepairKind};
use crate::session::SessionKind;
use crate::signal::{Freshness, Tier};
use crate::sport::Sport;
use crate::table::Scale;
use crate::wellness::WellnessField;

const ENGLISH: &str = include_str!("../../../../assets/words/en.ftl");
const RULES: &str = include_str!("../reason.rs");

/// The codes of every `Rule`, read from its source so that a new one cannot be forgotten here.
fn rules() -> Vec<String> {
    let body = RULES.split_once("pub enum Rule {").expect("the enum").1.split_once("\n}").expect("its end").0;
    body.lines()
        .filter_map(|line| line.strip_prefix("    ")?.strip_suffix(','))
        .filter(|name| name.chars().all(char::is_alphanumeric))
        .map(|name| {
            let rule: Rule = serde_json::from_value(kebab(name).into()).expect("a rule");
            code_of(&Reason::new(rule, Effect::Kept, Grade::D))
        })
        .collect()
}

fn kebab(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

/// The reason sentences as they stand in the file: key and text.
fn sentences() -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in ENGLISH.lines() {
        if let Some((key, text)) = line.split_once(" = ").filter(|(key, _)| key.starts_with("reason-")) {
            found.push((key.to_owned(), text.to_owned()));
        } else if line.starts_with([' ', '}', '[', '*'])
            && let Some((_, text)) = found.last_mut()
        {
            text.push('\n');
            text.push_str(line);
        } else if line.starts_with("## end of reasons") {
            break;
        }
    }
    found
}

#[test]
fn the_words_file_is_sound_and_every_key_stands_once() {
    FluentResource::try_new(ENGLISH.to_owned()).expect("assets/words/en.ftl reads without errors");
    let mut seen = BTreeSet::new();
    for line in ENGLISH.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
        let key = line.split_once(" =").expect("a key").0;
        assert!(seen.insert(key), "{key} stands twice");
    }
}

#[test]
fn every_rule_has_words_and_every_reason_sentence_has_a_rule() {
    let rules: BTreeSet<String> = rules().into_iter().map(|code| format!("reason-{code}")).collect();
    assert!(rules.len() >= 42, "{}", rules.len());
    let keys: BTreeSet<String> = sentences().into_iter().map(|(key, _)| key).collect();
    assert_eq!(rules, keys);
    assert!(rules.iter().all(|key| Words::english().has(key)));
}

#[test]
fn no_reason_sentence_holds_a_number_of_its_own() {
    for (key, text) in sentences() {
        // `[0]` picks a sentence by its value; it is not printed.
        let printed = text.replace("[0]", "");
        assert!(!printed.contains(|c: char| c.is_ascii_digit()), "{key}: {text}");
    }
}

#[test]
fn every_domain_value_has_a_label() {
    let words = Words::english();
    let mut keys: Vec<String> = Vec::new();
    keys.extend(Sport::ALL.map(|v| format!("sport-{}", v.code())));
    keys.extend(SessionKind::ALL.map(|v| format!("kind-{}", v.code())));
    keys.extend(ReasonTag::ALL.map(|v| format!("tag-{}", v.code())));
    keys.extend(WellnessField::ALL.map(|v| format!("wellness-{}", v.code())));
    keys.extend(WellnessField::ALL.map(|v| format!("wellness-{}-unit", v.code())));
    keys.extend(Signal::ALL.map(|v| format!("signal-{}", v.code())));
    keys.extend(RepairKind::ALL.iter().map(|v| format!("repair-{}", v.code())));
    keys.extend(ChannelKind::ALL.iter().map(|v| format!("channel-{}", v.code())));
    keys.extend(Tier::ALL.map(|v| format!("tier-{}", v.code())));
    keys.extend(Freshness::ALL.map(|v| format!("freshness-{}", v.code())));
    keys.extend(MarkKind::ALL.map(|v| format!("mark-{}", v.code())));
    keys.extend(Scale::ALL.map(|v| format!("scale-{}", v.code())));
    for (group, codes) in [
        ("quality", "good repaired poor reported"),
        (
            "guess-reason",
            "named device name-in-file name-in-path part-of-name same-activity place pace only-one planned",
        ),
        ("same-evidence", "start zone-shift duration distance heart-rate place other-sport"),
        ("morning-fault", "nobody several unknown-word no-number out-of-range nothing"),
        ("phase", "base build sharpen taper race transition"),
        ("change", "replace move scale remove add lock unlock undo"),
        ("severity", "act watch stale note"),
        ("load", "power pace swim heart-rate perceived"),
        ("missing", "never-recorded too-few-days no-threshold no-channel too-short poor-quality not-steady set-aside"),
        ("intervention", "keep reduce-intensity shorten swap-days replace extend-recovery raise-volume needs-you"),
        ("alternative", "lighter fewer-days less-quality as-last-week"),
    ] {
        keys.extend(codes.split(' ').map(|code| format!("{group}-{code}")));
    }
    let missing: Vec<&String> = keys.iter().filter(|key| !words.has(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_reason_becomes_a_sentence_with_its_own_numbers() {
    let reason = Reason::new(Rule::WeeklyTarget, Effect::Set, Grade::D)
        .fact("base", 330.4)
        .fact("share", 1.05)
        .fact("target", 346.92);
    assert_eq!(Words::english().reason(&reason), "The week aims at 347 points: the four-week mean of 330 times 105 %.");
    let date = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a date");
    let reason =
        Reason::new(Rule::AvailableMinutes, Effect::Refused, Grade::D).on(date).fact("minutes", 90.0).limit(60.0);
    assert_eq!(Words::english().reason(&reason), "Tue 24 Nov: 90 min asked, 60 min available.");
    let seen = Reason::new(Rule::Preference, Effect::Chose, Grade::D).fact("times", 5.0).fact("of", 6.0);
    assert_eq!(
        Words::english().reason(&seen.clone().named("moves-to long sat")),
        "As this coach usually has it. Moved the long session to Sat 5 of 6 times."
    );
    assert_eq!(
        Words::english().reason(&seen.named("scales easy 80")),
        "As this coach usually has it. Set the easy session to 80 % of what was proposed 5 of 6 times."
    );
}

#[test]
fn a_number_is_written_with_the_unit_of_its_metric_and_nothing_has_no_sign() {
    assert_eq!(written(Metric::NormalizedPower, 243.4), "243 W");
    assert_eq!(written(Metric::SwimSpeed, 1.25), "1:20 /100 m");
    assert_eq!(written(Metric::ThresholdSpeed, 1000.0 / 239.6), "4:00 /km");
    assert_eq!(written(Metric::ThresholdSpeed, 0.0), "– /km");
    assert_eq!(written(Metric::EasyShare, 0.784), "78 %");
    assert_eq!(written(Metric::FormMorning, -0.2), "0 pts/d");
    assert_eq!(written(Metric::Duration, 3599.6), "1:00:00");
}

#[test]
fn one_rule_tells_its_kinds_apart() {
    let date = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a date");
    let told = |reason: Reason| Words::english().reason(&reason.on(date));
    let ill = Reason::new(Rule::ReportedIll, Effect::Flagged, Grade::D).fact("days", 1.0);
    assert_eq!(told(ill.clone().named("illness")), "Reported ill on 1 day lately, last on Tue 24 Nov.");
    assert_eq!(told(ill.clone().named("fever")), "Fever reported on 1 day lately, last on Tue 24 Nov.");
    assert_eq!(told(ill), "Reported ill on 1 day lately, last on Tue 24 Nov.", "no name is illness");
    let injury = Reason::new(Rule::ReportedPain, Effect::Flagged, Grade::D).named("injury");
    assert_eq!(told(injury), "Injury reported for Tue 24 Nov.");
}

#[test]
fn one_thing_is_not_told_in_the_plural() {
    let one = Words::english().say_with("repair-empty-records", &[("samples", 1_u32.into())]);
    assert_eq!(one, "One record held no measured value.");
    let two = Words::english().say_with("repair-empty-records", &[("samples", 2_u32.into())]);
    assert_eq!(two, "2 records held no measured value.");
}

#[test]
fn a_missing_key_shows_as_itself() {
    assert_eq!(Words::english().say("no-such-key"), "no-such-key");
}
