//! Critical power, W' balance and the mean-maximal curve.

use science::critical_power::{self, Effort, Form, Morton};
use science::mean_maximal;
use science::series::Segment;
use science::w_balance;

use crate::vectors::{Vector, lcg, vector};

pub(crate) fn check(v: &Vector) -> bool {
    match v.id() {
        "cp2.forms" => two_parameters(v),
        "cp3.forward" => three_forward(v),
        "cp3.recover" => three_back(v),
        "wbal.tau.20" | "wbal.tau.100" | "wbal.tau.200" => v.check("tau_s", w_balance::tau(v.input("DCP"))),
        "wbal.session" | "wbal.session2" => session(v),
        "wbal.negative" => below_zero(v),
        "mmp.lcg7" => curve(v),
        _ => return false,
    }
    true
}

fn efforts(seconds: &[f64], watts: &[f64]) -> Vec<Effort> {
    seconds.iter().zip(watts).map(|(&seconds, &watts)| Effort { seconds, watts }).collect()
}

fn two_parameters(v: &Vector) {
    let efforts = efforts(&v.inputs("t_s"), &v.inputs("p_w"));
    let forms = [
        ("linear_work", Form::WorkTime),
        ("inverse_time", Form::InverseTime),
        ("nls_power", Form::Power),
        ("nls_time", Form::Time),
    ];
    for (name, form) in forms {
        let fit = critical_power::fit(&efforts, form).unwrap();
        v.check(&format!("{name}/cp"), fit.cp);
        v.check(&format!("{name}/wprime"), fit.w_prime);
    }
}

fn three_forward(v: &Vector) {
    let curve = Morton { cp: v.input("cp"), w_prime: v.input("wprime"), p_max: v.input("pmax") };
    let watts: Vec<f64> = v.inputs("t_s").into_iter().map(|t| curve.power_at(t)).collect();
    v.check_all("p_w", &watts);
    v.check("k_s", curve.k());
}

fn three_back(v: &Vector) {
    let forward = vector("v05_cp", "cp3.forward");
    let watts: Vec<f64> = crate::vectors::numbers(forward.expected_value("p_w"));
    let found = critical_power::fit3(&efforts(&v.inputs("t_s"), &watts)).unwrap();
    v.check("cp", found.cp);
    v.check("wprime", found.w_prime);
    v.check("pmax", found.p_max);
}

/// 600 s at 150 W, then four times 120 s at 350 W and 120 s at 180 W.
fn intervals() -> Vec<f64> {
    let mut watts = vec![150.0; 600];
    watts.extend([[350.0; 120], [180.0; 120]].concat().repeat(4));
    watts
}

fn session(v: &Vector) {
    let (watts, cp, w_prime) = (intervals(), v.input("cp"), v.input("wprime"));
    let deficit = w_balance::below_cp_deficit(&watts, cp).unwrap();
    v.check("dcp", deficit);
    v.check("tau_s", w_balance::tau(deficit));
    if v.id() == "wbal.session" {
        v.check("tau_gc_truncated", w_balance::tau(deficit).trunc());
    }
    let exact = w_balance::differential(&watts, cp, w_prime);
    let stepped = euler(&watts, cp, w_prime);
    let forms = [
        ("differential_exact", &exact),
        ("differential_discrete", &stepped),
        ("integral", &w_balance::integral(&watts, cp, w_prime)),
    ];
    for (name, balance) in forms {
        v.check(&format!("{name}/min"), balance.iter().copied().fold(f64::INFINITY, f64::min));
        v.check(&format!("{name}/end"), *balance.last().unwrap());
        if v.id() == "wbal.session" {
            v.check(&format!("{name}/at_719"), balance[719]);
            v.check(&format!("{name}/at_839"), balance[839]);
        }
    }
    assert!((exact.last().unwrap() - stepped.last().unwrap()).abs() > 10.0, "steps of a second are not exact");
}

/// The differential model in plain steps, as other programs take it.
fn euler(watts: &[f64], cp: f64, w_prime: f64) -> Vec<f64> {
    let mut left = w_prime;
    let step = |&power: &f64| {
        left += if power < cp { (cp - power) * (w_prime - left) / w_prime } else { cp - power };
        left
    };
    watts.iter().map(step).collect()
}

fn below_zero(v: &Vector) {
    let balance = w_balance::differential(&[400.0; 200], v.input("cp"), v.input("wprime"));
    v.check("end", *balance.last().unwrap());
}

fn curve(v: &Vector) {
    let ride = [Segment { start_s: 0, values: lcg(7, 300).into_iter().map(|u| 500.0 * u).collect() }];
    let curve = mean_maximal::curve(&ride);
    for seconds in [1, 5, 15, 30, 60, 120, 300] {
        let recorded = mean_maximal::best_as_recorded(&ride, seconds).unwrap();
        v.check(&seconds.to_string(), recorded.value);
        let ours = *curve.iter().find(|best| best.seconds == seconds).unwrap();
        assert_eq!(Some(ours), mean_maximal::best(&ride, seconds));
        // White noise is all spikes: below ten seconds our curve does not believe it.
        assert_eq!(ours == recorded, seconds >= 10, "{seconds} s: {ours:?}, {recorded:?}");
    }
}
