//! Running form: stiffness, contact and flight, bounce, sides.

use science::gait;
use science::unit::{Kilograms, Meters, MetersPerSecond};

use crate::vectors::Vector;

pub(crate) fn check(v: &Vector) -> bool {
    match v.id() {
        "tf.from_cadence" => flight(v),
        "vratio" => {
            v.check("vr_pct", gait::vertical_ratio(v.input("vosc_mm"), v.input("step_length_mm")).unwrap());
        }
        "asym.1" => sides(v),
        "asym.2" => balance(v),
        id if id.starts_with("morin.") => stiffness(v),
        _ => return false,
    }
    true
}

fn stiffness(v: &Vector) {
    let (contact, flight) = (v.input("tc_s"), v.input("tf_s"));
    let (mass, speed) = (Kilograms(v.input("mass_kg")), MetersPerSecond(v.input("speed_mps")));
    let height = Meters(v.input("height_m"));
    let leg = gait::spring_mass(mass, speed, contact, flight, height).unwrap();
    v.check("Fmax_N", leg.peak_force_n);
    v.check("Fmax_BW", leg.peak_force_bw);
    v.check("dy_m", leg.sinking_m);
    v.check("dL_m", leg.shortening_m);
    v.check("kvert_kN_m", leg.vertical_kn_m);
    v.check("kleg_kN_m", leg.leg_kn_m);
    v.check("leg_length_m", gait::leg_length(height).0);
    v.check("duty_factor", gait::duty_factor(contact, contact + flight).unwrap());
    let cadence = v.expected("step_rate_spm");
    v.check("step_rate_spm", 60.0 / (contact + flight));
    assert!((gait::flight_time(cadence, contact).unwrap() - flight).abs() < 1e-12);
}

fn flight(v: &Vector) {
    let (cadence, contact) = (v.input("cadence_spm"), v.input("gct_ms") / 1000.0);
    let step = gait::step_time(cadence).unwrap();
    v.check("step_time_s", step);
    v.check("tf_s", gait::flight_time(cadence, contact).unwrap());
    v.check("duty_factor", gait::duty_factor(contact, step).unwrap());
}

fn sides(v: &Vector) {
    let (left, right) = (v.input("gct_left_ms"), v.input("gct_right_ms"));
    let balance = gait::balance(left, right).unwrap();
    v.check("si_pct", gait::symmetry_index(left, right).unwrap());
    v.check("gct_balance_left_pct", balance);
    v.check("bal_dev_pp", balance - 50.0);
}

fn balance(v: &Vector) {
    let left = v.input("balance_left_pct");
    v.check("si_pct", gait::symmetry_from_balance(left).unwrap());
    v.check("bal_dev_pp", left - 50.0);
}
