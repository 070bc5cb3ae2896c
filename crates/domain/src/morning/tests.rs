use uuid::Uuid;

use super::*;

fn club() -> Vec<Athlete> {
    ["Ada Fell", "Ann Lee", "Anna Berg", "Björn Østby", "Jo Fell"]
        .into_iter()
        .enumerate()
        .map(|(i, name)| Athlete {
            id: AthleteId(Uuid::from_u128(i as u128 + 1)),
            name: name.to_owned(),
            sex: None,
            born: None,
            zone: "Europe/Oslo".to_owned(),
            squad: None,
            unassigned: false,
        })
        .collect()
}

type Read = Result<(u128, Vec<(&'static str, f64)>), LineFault>;

fn line(text: &str) -> Read {
    let lines = read(text, &club());
    assert_eq!(lines.len(), 1, "{text}");
    lines[0].read.clone().map(|(athlete, values)| {
        (athlete.0.as_u128(), values.into_iter().map(|(field, value)| (field.code(), value)).collect())
    })
}

#[test]
fn a_line_gives_its_athlete_and_values() {
    assert_eq!(
        line("Ada: sleep 7.5, sore 3, hr 48; ill"),
        Ok((1, vec![("sleep", 7.5), ("soreness", 3.0), ("resting-hr", 48.0), ("illness", 1.0)]))
    );
    assert_eq!(
        line("Ada Fell   sleep-quality 4 body-mass 61,4"),
        Ok((1, vec![("sleep-quality", 4.0), ("body-mass", 61.4)]))
    );
}

#[test]
fn decimal_commas_hours_and_units_are_understood_and_a_comma_before_a_word_separates() {
    assert_eq!(
        line("ada: sleep 7,5,sore 3,hr 48 bpm"),
        Ok((1, vec![("sleep", 7.5), ("soreness", 3.0), ("resting-hr", 48.0)]))
    );
    for text in ["ada sleep 7:30", "ada: sleep=7h30", "ada; sleep 7.5h", "ADA  SLEEP 7,50 h", "ada: sleep7.5"] {
        assert_eq!(line(text), Ok((1, vec![("sleep", 7.5)])), "{text}");
    }
    assert_eq!(
        line("ada: hr 48 kg 61.5 spo2 97"),
        Ok((1, vec![("resting-hr", 48.0), ("body-mass", 61.5), ("spo2", 97.0)]))
    );
}

#[test]
fn ill_alone_means_ill_and_a_field_given_twice_counts_the_last_time() {
    assert_eq!(line("ada ill"), Ok((1, vec![("illness", 1.0)])));
    assert_eq!(line("ada: ill 0, pain 3"), Ok((1, vec![("illness", 0.0), ("pain", 3.0)])));
    assert_eq!(line("ada: hr 50 hr 48"), Ok((1, vec![("resting-hr", 48.0)])));
}

#[test]
fn a_name_may_be_cut_short_where_it_stays_clear_whose_it_is() {
    assert_eq!(line("ann: mood 4").unwrap().0, 2, "a whole name goes before the beginning of another");
    assert_eq!(line("anna: mood 4").unwrap().0, 3);
    assert_eq!(line("ad mood 4").unwrap().0, 1);
    assert_eq!(line("bj ø: mood 4").unwrap().0, 4);
    assert_eq!(line("østby mood 4").unwrap().0, 4);
    assert_eq!(line("an: mood 4"), Err(LineFault::Several { name: "an".to_owned(), count: 2 }));
    assert_eq!(line("Fell: mood 4"), Err(LineFault::Several { name: "Fell".to_owned(), count: 2 }));
    assert_eq!(line("Zoe: mood 4"), Err(LineFault::Nobody { name: "Zoe".to_owned() }));
}

#[test]
fn what_is_not_understood_is_told_and_nothing_of_the_line_is_taken() {
    assert_eq!(line("ada: sleep 8, moood 4"), Err(LineFault::UnknownWord { word: "moood".to_owned() }));
    assert_eq!(line("ada: sleep 8 4"), Err(LineFault::UnknownWord { word: "4".to_owned() }));
    assert_eq!(line("ada: sore, hr 48"), Err(LineFault::NoNumber { word: "sore".to_owned() }));
    assert_eq!(line("ada: hr 4.8"), Err(LineFault::OutOfRange { field: WellnessField::RestingHr, value: 4.8 }));
    assert_eq!(line("ada: pain -1"), Err(LineFault::OutOfRange { field: WellnessField::Pain, value: -1.0 }));
    assert_eq!(line("Ada Fell"), Err(LineFault::Nothing));
    assert_eq!(line("ada:"), Err(LineFault::Nothing));
}

#[test]
fn lines_are_numbered_as_they_stand_and_empty_ones_left_out() {
    let numbers: Vec<u32> = read("\n ada mood 3\r\n\n\nann mood 4", &club()).iter().map(|line| line.number).collect();
    assert_eq!(numbers, vec![2, 5]);
}

#[test]
fn the_stand_in_has_no_morning() {
    let mut club = club();
    club[0].unassigned = true;
    assert!(matches!(read("ada mood 3", &club)[0].read, Err(LineFault::Nobody { .. })));
}

#[test]
fn no_alias_hides_a_field_and_each_stands_once() {
    for (i, (alias, _)) in ALIASES.iter().enumerate() {
        assert_eq!(WellnessField::from_code(alias), None, "{alias}");
        assert!(ALIASES[..i].iter().all(|(other, _)| other != alias), "{alias}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in "[a-zÅ-ø0-9 :;,.=\\-\n]{0,60}") {
        let _ = read(&text, &club());
    }
}
