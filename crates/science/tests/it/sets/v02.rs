//! Running: cost of slopes, graded speed, stress score, running power, race prediction, critical speed.

use science::grade::{CostModel, minetti_cost};
use science::unit::{Kilograms, Meters, MetersPerSecond, Seconds};
use science::{critical_speed, govss, graded_speed, race};

use crate::vectors::Vector;

pub(crate) fn check(v: &Vector) -> bool {
    match v.id() {
        "minetti.min" => cheapest_slope(v),
        "gap.route.minetti" => route(v, CostModel::Minetti),
        "gap.route.strava_table" => route(v, CostModel::Table),
        "vv.one" | "vv.one.b" => vickers_one(v),
        "vv.two" => vickers_two(v),
        "vv.typo_guard" => tenfold_coefficient(v),
        "cs.dist_time" | "cs.dist_time.b" => from_distances(v),
        id => match id.split('.').next() {
            Some("minetti") => cost(v),
            Some("gap") => factors(v),
            Some("rtss") => stress_score(v),
            Some("govss") => running_power(v),
            Some("vdot") => vdot(v),
            Some("riegel") => riegel(v),
            _ => return false,
        },
    }
    true
}

fn cost(v: &Vector) {
    let slope = v.input("grade");
    v.check("cost_J_kg_m", minetti_cost(slope));
    v.check("factor_vs_flat", CostModel::Minetti.factor(slope));
}

/// The curve is flat at its lowest point, so that is found where its steepness changes sign.
fn cheapest_slope(v: &Vector) {
    let rising = |slope: f64| minetti_cost(slope + 1e-5) > minetti_cost(slope - 1e-5);
    let (mut falls, mut rises) = (-0.3, -0.1);
    assert!(!rising(falls) && rising(rises));
    for _ in 0..60 {
        let middle = f64::midpoint(falls, rises);
        if rising(middle) {
            rises = middle;
        } else {
            falls = middle;
        }
    }
    v.check("grade_at_min", rises);
    v.check("cost_min", minetti_cost(rises));
}

fn factors(v: &Vector) {
    let (slope, speed) = (v.input("slope_pct") / 100.0, v.input("speed_mps"));
    let graded = |model| graded_speed::graded(&[speed], &[slope], model)[0];
    v.check("minetti", CostModel::Minetti.factor(slope));
    v.check("strava_table_linear", CostModel::Table.factor(slope));
    v.check("gap_speed_minetti", graded(CostModel::Minetti));
    v.check("gap_speed_strava_table", graded(CostModel::Table));
    // A polynomial through the same curve is near, and not the same.
    let off = CostModel::Table.factor(slope) - v.expected("gc_polynomial");
    assert!(off != 0.0 && off.abs() < 0.01, "{off}");
}

fn route(v: &Vector, model: CostModel) {
    let slopes: Vec<f64> = (0..600).map(|i| if i < 300 { 0.05 } else { -0.05 }).collect();
    let graded = graded_speed::graded(&[10.0 / 3.0; 600], &slopes, model);
    let mean = graded.iter().sum::<f64>() / 600.0;
    let normalized = graded_speed::normalized(&graded).unwrap().0;
    v.check("gap_speed_mean", mean);
    v.check("gap_pace_s_per_km", 1000.0 / mean);
    v.check("ngp30_4_speed", normalized);
    v.check("ngp30_4_pace_s_per_km", 1000.0 / normalized);
}

fn stress_score(v: &Vector) {
    let speed = |name| MetersPerSecond(1000.0 / v.input(name));
    let (ngs, threshold) = (speed("ngp_pace_s_per_km"), speed("threshold_pace_s_per_km"));
    v.check("if", graded_speed::intensity(ngs, threshold).unwrap());
    v.check("rtss", graded_speed::run_tss(ngs, threshold, Seconds(v.input("sec"))).unwrap());
}

fn running_power(v: &Vector) {
    let (mass, height) = (Kilograms(v.input("mass_kg")), Meters(v.input("height_m")));
    let watts = govss::power(mass, height, MetersPerSecond(v.input("speed_mps")), v.input("grade")).unwrap();
    v.check("watts", watts.0);
}

fn vdot(v: &Vector) {
    let vdot = race::vdot(Meters(v.input("distance_m")), Seconds(60.0 * v.input("time_min"))).unwrap();
    v.check("vdot", vdot);
    v.check("vVDOT_m_per_min_quadratic", 60.0 * race::vdot_speed(vdot).unwrap().0);
    let distances = [("t5k_min", 5000.0), ("t10k_min", 1e4), ("thm_min", 21_097.5), ("tm_min", 42_195.0)];
    for (name, distance) in distances {
        v.check(name, race::vdot_time(vdot, Meters(distance)).unwrap().0 / 60.0);
    }
}

fn riegel(v: &Vector) {
    let (d1, t1, d2) = (Meters(v.input("d1_m")), Seconds(v.input("t1_s")), Meters(v.input("d2_m")));
    v.check("t2_s", race::riegel(d1, t1, d2, v.input("exponent")).unwrap().0);
}

fn vickers_one(v: &Vector) {
    let (distance, time) = (Meters(v.input("d_m")), Seconds(v.input("t_s")));
    let marathon = race::vickers_one(distance, time, v.input("miles_per_week")).unwrap();
    v.check("marathon_s", marathon.0);
    v.check("v_model", race::MARATHON.0 / marathon.0);
    v.check("v_riegel", race::MARATHON.0 / race::riegel(distance, time, race::MARATHON, 1.07).unwrap().0);
}

fn vickers_two(v: &Vector) {
    let (d1, t1) = (Meters(v.input("d1_m")), Seconds(v.input("t1_s")));
    let (d2, t2) = (Meters(v.input("d2_m")), Seconds(v.input("t2_s")));
    let marathon = race::vickers_two(d1, t1, d2, t2, v.input("miles_per_week")).unwrap();
    v.check("marathon_s", marathon.0);
    v.check("k_r2r1", race::exponent(d1, t1, d2, t2).unwrap());
    v.check("k_marathon", race::exponent(d2, t2, race::MARATHON, marathon).unwrap());
}

/// What the wrong coefficient gives is built here, and ours is far from it.
fn tenfold_coefficient(v: &Vector) {
    let (distance, time) = (Meters(v.input("d_m")), Seconds(v.input("t_s")));
    let miles = v.input("miles_per_week");
    let riegel = race::MARATHON.0 / race::riegel(distance, time, race::MARATHON, 1.06).unwrap().0;
    let wrong = race::MARATHON.0 / (0.160_186_17 + 0.830_762_02 * riegel + 0.642_382_6 * miles / 10.0);
    v.check("marathon_s_wrong", wrong);
    assert!(race::vickers_one(distance, time, miles).unwrap().0 > wrong + 4000.0);
}

fn from_distances(v: &Vector) {
    let fit = critical_speed::critical_speed(&v.inputs("t_s"), &v.inputs("d_m")).unwrap();
    v.check("cs_mps", fit.speed.0);
    v.check("dprime_m", fit.d_prime.0);
    let at = |metres| race::hyperbola_time(fit.speed, fit.d_prime, Meters(metres)).unwrap();
    if v.id() == "cs.dist_time" {
        v.check("pace_s_per_km", 1000.0 / fit.speed.0);
    } else {
        v.check("t5k_pred_s", at(5000.0).0);
        v.check("t10k_pred_s", at(1e4).0);
        // Ten kilometres take this runner longer than the half hour the relation is good for.
        assert_eq!(race::critical_speed_time(fit.speed, fit.d_prime, Meters(5000.0)), Some(at(5000.0)));
        assert_eq!(race::critical_speed_time(fit.speed, fit.d_prime, Meters(1e4)), None);
    }
}
