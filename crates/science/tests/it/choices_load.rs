//! Choices about load over days, questionnaires and zones.

use science::zone::{self, Scheme};
use science::{acwr, drift, impulse_response, wellness};

use crate::choices::differs;
use crate::vectors::vector;

#[test]
fn row_12_the_chronic_load_is_of_calendar_days_and_both_forms_are_kept() {
    let v = vector("v04_pmc", "acwr.28d");
    let daily = v.inputs("daily");
    let last = acwr::series(&daily, 0.0)[27];
    v.check("coupled", last.coupled.unwrap());
    v.check("uncoupled", last.uncoupled.unwrap());
    // A week of one session after three of daily ones. Over sessions instead of days, rest would not count.
    let mut daily = vec![60.0; 21];
    daily.extend([60.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    let last = acwr::series(&daily, 0.0)[27];
    let sessions = |days: &[f64]| {
        let trained: Vec<f64> = days.iter().copied().filter(|load| *load > 0.0).collect();
        trained.iter().sum::<f64>() / trained.len() as f64
    };
    assert_eq!(sessions(&daily[21..]) / sessions(&daily), 1.0);
    assert!(last.coupled.unwrap() < 0.2);
    assert!(last.uncoupled.unwrap() < last.coupled.unwrap());
}

#[test]
fn row_15_the_load_of_a_day_does_not_act_on_its_own_morning() {
    let v = vector("v10_ir", "ban.42d");
    let loads = [100.0, 0.0, 120.0, 80.0, 0.0, 150.0, 60.0].repeat(6);
    let [p0, k1, k2, tau1, tau2] = ["p0", "k1", "k2", "tau1", "tau2"].map(|name| v.input(name));
    let mornings = impulse_response::banister_exclusive(&loads, p0, k1, k2, tau1, tau2);
    for day in [1, 2, 21, 42] {
        v.check(&format!("exclusive_day{day}"), mornings[day - 1]);
    }
    for day in [1, 21, 42] {
        assert!(differs(mornings[day - 1], v.expected(&format!("inclusive_day{day}"))));
        // The other convention is ours with the day's own load added.
        v.check(&format!("inclusive_day{day}"), mornings[day - 1] + (k1 - k2) * loads[day - 1]);
    }
}

#[test]
fn row_17_a_moved_distribution_is_watched_from_a_tenth_and_acted_on_above_a_quarter() {
    for (id, verdict) in [("ml.psi", drift::Verdict::Steady), ("ml.psi.big", drift::Verdict::Watch)] {
        let v = vector("v12_ml", id);
        let psi = drift::psi(&v.inputs("expected"), &v.inputs("actual")).unwrap();
        v.check("psi", psi);
        assert_eq!(drift::Verdict::of(psi), verdict, "{id}: some would act at 0.2");
    }
    let at = [0.0999, 0.1, 0.25, 0.2501].map(drift::Verdict::of);
    assert_eq!(at, [drift::Verdict::Steady, drift::Verdict::Watch, drift::Verdict::Watch, drift::Verdict::Act]);
}

#[test]
fn row_18_hooper_sums_four_items_from_four_to_twenty_eight() {
    let v = vector("v07_readiness", "hooper");
    let [sleep, stress, fatigue, soreness] = ["sleep", "stress", "fatigue", "soreness"].map(|item| v.input(item));
    let index = wellness::hooper(sleep, stress, fatigue, soreness).unwrap();
    v.check("hooper", index);
    assert_eq!(index, sleep + stress + fatigue + soreness, "no fifth item");
    assert_eq!(wellness::hooper(7.0, 7.0, 7.0, 7.0), Some(28.0));
    assert_eq!(wellness::hooper(1.0, 1.0, 1.0, 1.0), Some(4.0));
}

#[test]
fn row_19_zones_are_lower_edges_and_a_value_on_one_belongs_above_it() {
    let v = vector("v11_tid", "zones.gc_hr5");
    let lower = zone::lower_edges(Scheme::CogganHeart, v.input("lthr"));
    v.check_all("lower_edges_bpm", &lower);
    for (zone, edge) in lower.iter().enumerate() {
        assert_eq!(zone::index(*edge, &lower), Some(zone));
        assert_eq!(zone::index(edge - 1e-6, &lower), zone.checked_sub(1));
    }
}
