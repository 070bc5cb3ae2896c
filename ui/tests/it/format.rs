//! Numbers, spans and dates as they are written.

use domain::metric::Written;
use domain::unit::{Meters, MetersPerSecond, Seconds};
use ui::format::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn numbers_have_grouped_thousands_and_a_real_minus() {
    assert_eq!(number(1_234_567.0, 0), "1,234,567");
    assert_eq!(number(-12.25, 1), "\u{2212}12.2");
    assert_eq!(number(-0.2, 0), "0", "a rounded zero has no sign");
    assert_eq!(number(999.96, 1), "1,000.0");
}

#[wasm_bindgen_test]
fn a_sign_stands_before_what_is_not_zero() {
    assert_eq!(signed(3.2, 0), "+3");
    assert_eq!(signed(0.2, 0), "0");
    assert_eq!(signed(-3.2, 0), "\u{2212}3");
}

#[wasm_bindgen_test]
fn spans_and_paces_read_like_a_watch() {
    assert_eq!(hours(Seconds(3_929.0)), "1:05");
    assert_eq!(clock(Seconds(3_909.0)), "1:05:09");
    assert_eq!(clock(Seconds(309.0)), "5:09");
    assert_eq!(pace(MetersPerSecond(1000.0 / 272.0)).as_deref(), Some("4:32"));
    assert_eq!(pace(MetersPerSecond(0.0)), None);
    assert_eq!(km(Meters(12_345.0)), "12.3");
}

#[wasm_bindgen_test]
fn typed_numbers_accept_a_comma_and_refuse_words() {
    assert_eq!(parse_number(" 7,5 "), Ok(Some(7.5)));
    assert_eq!(parse_number(""), Ok(None));
    assert!(parse_number("seven").is_err());
    assert_eq!(parse_clock("4:32").map(|s| s.0), Some(272.0));
    assert!(parse_clock("4:72").is_none());
}

#[wasm_bindgen_test]
fn a_metric_is_written_as_its_registry_says() {
    let pair = |text: &str, unit: &str| (text.to_owned(), unit.to_owned());
    assert_eq!(written(203.44, Written::Decimals(0), "W"), pair("203", "W"));
    assert_eq!(written(0.8125, Written::Decimals(2), ""), pair("0.81", ""));
    assert_eq!(written(0.382, Written::Percent(1), ""), pair("38.2", "%"));
    assert_eq!(written(3_909.0, Written::Clock, "s"), pair("1:05:09", ""));
    assert_eq!(written(4.0, Written::PaceKm, "m/s").0, "4:10");
    assert_eq!(written(1.25, Written::Pace100m, "m/s").0, "1:20");
    assert_eq!(written(0.0, Written::PaceKm, "m/s").0, "", "a standstill has no pace");
}

#[wasm_bindgen_test]
fn spans_are_said_in_the_largest_unit_that_fits() {
    let said: Vec<String> = [5, 60, 90, 1200, 3600, 5400].into_iter().map(span).collect();
    assert_eq!(said, ["5 s", "1 min", "1:30 min", "20 min", "1 h", "1:30 h"]);
}
