use chrono::{NaiveDate, Weekday};

use super::*;
use crate::metric::Metric;
use crate::unit::{Meters, MetersPerSecond};
use crate::words::{Words, parts, written};

const GERMAN: Locale = Locale { language: Language::German, ..Locale::USUAL };
const MILES: Locale = Locale { units: Units::Imperial, clock: Clock::Hours12, ..Locale::USUAL };

fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 7).expect("a date")
}

#[test]
fn numbers_have_the_marks_of_the_language() {
    for (value, decimals, english, german) in [
        (1_234.5, 1, "1,234.5", "1.234,5"),
        (-1_234_567.0, 0, "\u{2212}1,234,567", "\u{2212}1.234.567"),
        (-0.2, 0, "0", "0"),
        (999.96, 1, "1,000.0", "1.000,0"),
        (f64::NAN, 1, "\u{2013}", "\u{2013}"),
    ] {
        assert_eq!(Locale::USUAL.number(value, decimals), english);
        assert_eq!(GERMAN.number(value, decimals), german);
    }
    assert_eq!(GERMAN.as_it_is(12_345.25), "12.345,25");
}

#[test]
fn what_a_person_typed_is_read_back_as_it_was_written() {
    for locale in [Locale::USUAL, GERMAN] {
        for (value, decimals) in [(0.0, 0), (7.5, 1), (-12.25, 2), (1_234.5, 1), (1_234_567.0, 0), (70.125, 3)] {
            assert_eq!(locale.read_number(&locale.number(value, decimals)), Some(value), "{locale:?}");
        }
        assert_eq!(locale.read_number(" 7,5 "), Some(7.5), "either mark before decimals");
        assert_eq!(locale.read_number("7.5"), Some(7.5));
        assert_eq!(locale.read_number("0.125"), Some(0.125));
        for none in ["", "-", "seven", "1,2,3", "1.2.3", "12,34.5,6", "inf", "NaN"] {
            assert_eq!(locale.read_number(none), None, "{none}");
        }
    }
    assert_eq!(GERMAN.read_number("1.234"), Some(1_234.0));
    assert_eq!(Locale::USUAL.read_number("1,234"), Some(1_234.0));
}

#[test]
fn days_and_times_are_written_in_the_language() {
    let moment = date().and_hms_opt(17, 5, 0).expect("a time");
    let said = |locale: Locale| {
        [
            locale.day(date()),
            locale.short_day(date()),
            locale.day_of_year(date()),
            locale.full_day(date()),
            locale.long_day_of_year(date()),
            locale.month_of_year(date()),
            locale.weekday(Weekday::Sun),
            locale.at(&locale.day(date()), moment),
        ]
        .join(" | ")
    };
    assert_eq!(
        said(Locale::USUAL),
        "Sat 7 Mar | 7 Mar | 7 Mar 2026 | Sat 7 Mar 2026 | Saturday 7 March 2026 | Mar 2026 | Sunday | Sat 7 Mar, 17:05"
    );
    assert_eq!(
        said(GERMAN),
        "Sa, 7. März | 7. März | 7. März 2026 | Sa, 7. März 2026 | Samstag, 7. März 2026 | März 2026 | Sonntag | \
         Sa, 7. März, 17:05"
    );
    let sunday = Locale { week_start: WeekStart::Sunday, ..Locale::USUAL };
    assert_eq!((Locale::USUAL.weekdays(), sunday.weekdays()), ([0, 1, 2, 3, 4, 5, 6], [6, 0, 1, 2, 3, 4, 5]));
    let hour = |hour| MILES.time(chrono::NaiveTime::from_hms_opt(hour, 30, 0).expect("a time"));
    assert_eq!([hour(0), hour(9), hour(12), hour(17)], ["12:30 am", "9:30 am", "12:30 pm", "5:30 pm"]);
}

#[test]
fn units_are_those_the_person_chose_and_come_back_as_they_were_kept() {
    let all = |locale: Locale| {
        locale.during(|| {
            [
                locale.distance(Meters(42_195.0)),
                locale.quantity(Quantity::Height, 1_000.0, 0),
                locale.quantity(Quantity::Mass, 70.0, 1),
                locale.quantity(Quantity::Temperature, 20.0, 0),
                locale.quantity(Quantity::Warming, 5.0, 0),
                locale.quantity(Quantity::Speed, 10.0, 1),
                written(Metric::ThresholdSpeed, 1000.0 / 240.0),
                written(Metric::SwimSpeed, 1.25),
                written(Metric::Ascent, 1_000.0),
                written(Metric::NormalizedPower, 243.4),
            ]
            .join(" | ")
        })
    };
    assert_eq!(
        all(Locale::USUAL),
        "42.2 km | 1,000 m | 70.0 kg | 20 °C | 5 °C | 36.0 km/h | 4:00 /km | 1:20 /100 m | 1,000 m | 243 W"
    );
    assert_eq!(
        all(MILES),
        "26.2 mi | 3,281 ft | 154.3 lb | 68 °F | 9 °F | 22.4 mph | 6:26 /mi | 1:13 /100 yd | 3,281 ft | 243 W"
    );
    for quantity in [
        Quantity::Distance,
        Quantity::Height,
        Quantity::Mass,
        Quantity::Temperature,
        Quantity::Warming,
        Quantity::Speed,
    ] {
        for locale in [Locale::USUAL, MILES] {
            let back = locale.kept(quantity, locale.shown(quantity, 37.5));
            assert!((back - 37.5).abs() < 1e-9, "{quantity:?}: {back}");
        }
    }
    let speed = MetersPerSecond(3.7);
    assert!((MILES.speed_of_pace(MILES.pace(speed)).0 - 3.7).abs() < 1e-9);
    assert!((MILES.speed_of_pool_pace(MILES.pool_pace(speed)).0 - 3.7).abs() < 1e-9);
    assert_eq!(MILES.during(|| parts(Metric::ThresholdSpeed, 0.0)), ("\u{2013}".to_owned(), "/mi"));
}

#[test]
fn a_locale_holds_for_its_work_only_even_when_that_panics() {
    let inside = GERMAN.during(|| (here(), MILES.during(here), here()));
    assert_eq!(inside, (GERMAN, MILES, GERMAN));
    let panicked = std::panic::catch_unwind(|| GERMAN.during(|| panic!("on purpose")));
    assert!(panicked.is_err());
    assert_eq!(here(), Locale::USUAL);
}

#[test]
fn preferences_of_other_versions_are_read_and_fill_what_is_missing() {
    let read = |text: &str| serde_json::from_str::<Preferences>(text).expect("preferences");
    assert_eq!(read("{}"), Preferences::default());
    let later = r#"{"locale":{"language":"de","units":"furlongs","calendar":"lunar"},"tour_seen":true,"colour":"red"}"#;
    assert_eq!(read(later), Preferences { locale: GERMAN, tour_seen: true });
    let all = Preferences { locale: Locale { run: Tempo::Speed, ride: Tempo::Pace, ..MILES }, tour_seen: true };
    assert_eq!(read(&serde_json::to_string(&all).expect("JSON")), all);
    for language in Language::ALL {
        assert_eq!(Language::from_code(language.code()), Some(*language));
    }
}

#[test]
fn the_test_language_is_longer_and_leaves_values_alone() {
    let pseudo = Locale { language: Language::Pseudo, ..Locale::USUAL };
    let (english, longer) = (Words::english(), Words::of(Language::Pseudo));
    let said = |words: &Words| pseudo.during(|| words.say_with("screen-days-ago", &[("days", 3_u32.into())]));
    assert_eq!(said(english), "3 d ago");
    assert_eq!(said(longer), "3 ď ááğöö");
    let text = "The week aims at its usual load and keeps the days that were locked";
    let ratio = longer_than(text);
    assert!((1.25..1.45).contains(&ratio), "{ratio}");
}

fn longer_than(text: &str) -> f64 {
    crate::words::accented(text).chars().count() as f64 / text.chars().count() as f64
}
