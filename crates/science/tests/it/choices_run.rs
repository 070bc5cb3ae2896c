//! Where programs disagree about running, and what ours does. The numbers are the rows of the register of disagreements.

use science::grade::CostModel;
use science::unit::{Meters, MetersPerSecond, Seconds};
use science::{graded_speed, race};

use crate::vectors::vector;

#[test]
fn row_8_graded_speed_takes_the_table_by_default_without_a_jump_at_the_flat() {
    assert_eq!(CostModel::default(), CostModel::Table);
    let v = vector("v02_run", "gap.-10.0");
    let factor = CostModel::default().factor(-0.1);
    v.check("strava_table_linear", factor);
    assert!((factor - v.expected("minetti")).abs() > 0.25, "equal energy is another model");
    // Other programs use a polynomial that gives 0.9936 beside the flat and 1 on it.
    for beside in [-1e-9, 1e-9] {
        assert!((CostModel::default().factor(beside) - 1.0).abs() < 1e-6);
    }
}

#[test]
fn row_9_normalised_graded_speed_is_our_own_and_neither_of_the_reverse_engineered_forms() {
    let v = vector("v02_run", "gap.route.strava_table");
    let slopes: Vec<f64> = (0..600).map(|i| if i < 300 { 0.05 } else { -0.05 }).collect();
    let graded = graded_speed::graded(&[10.0 / 3.0; 600], &slopes, CostModel::default());
    let ours = graded_speed::normalized(&graded).unwrap();
    v.check("ngp30_4_speed", ours.0);
    // By net grade alone this route would be flat.
    assert!(ours.0 > 10.0 / 3.0 * 1.05);
    // A plain mean, as yet others take, is lower.
    assert!(ours.0 > v.expected("gap_speed_mean") * 1.01);
    // An hour at threshold is 100, not 100.5 h^1.025 or the 110.8 of min^1.025.
    let hour = graded_speed::run_tss(MetersPerSecond(4.0), MetersPerSecond(4.0), Seconds(3600.0));
    assert_eq!(hour, Some(100.0));
}

#[test]
fn row_16_the_marathon_rule_has_the_small_coefficient_and_the_exponent_it_was_published_with() {
    let right = vector("v02_run", "vv.one");
    let wrong = vector("v02_run", "vv.typo_guard");
    let half = (Meters(wrong.input("d_m")), Seconds(wrong.input("t_s")));
    let marathon = race::vickers_one(half.0, half.1, wrong.input("miles_per_week")).unwrap();
    right.check("marathon_s", marathon.0);
    assert!(marathon.0 > wrong.expected("marathon_s_wrong") * 1.6, "nobody runs 2:00:21 after a half of 1:30");
    assert!(marathon.0 > 2.0 * half.1.0);
}
