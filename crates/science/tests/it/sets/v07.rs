//! Questionnaires, sleep debt and the composite.

use science::{readiness, wellness};

use crate::vectors::Vector;

pub(crate) fn check(v: &Vector) -> bool {
    match v.id() {
        "hooper" => {
            let [sleep, stress, fatigue, soreness] = ["sleep", "stress", "fatigue", "soreness"].map(|i| v.input(i));
            v.check("hooper", wellness::hooper(sleep, stress, fatigue, soreness).unwrap());
        }
        "mclean" => {
            let [fatigue, sleep, soreness, stress, mood] =
                ["fatigue", "sleep", "soreness", "stress", "mood"].map(|i| v.input(i));
            let total = wellness::mclean(fatigue, sleep, soreness, stress, mood).unwrap();
            v.check("total", total);
            v.check("pct", wellness::mclean_percent(total));
        }
        "z.1" => {
            let usual = readiness::usual(&v.inputs("history"), wellness::TOTAL_SD_FLOOR).unwrap();
            v.check("mean", usual.mean);
            v.check("sd", usual.sd);
            v.check("z", usual.z(v.input("today")));
        }
        "z.floor" => {
            let usual = readiness::usual(&v.inputs("history"), v.input("sd_floor")).unwrap();
            v.check("z", usual.z(v.input("today")));
        }
        "ewma.gaps" => {
            let means = wellness::ewma_gaps(&days(v, "hours"), 7.0);
            v.check_all("series", &means.into_iter().map(Option::unwrap).collect::<Vec<f64>>());
        }
        "sleep.debt7" => sleep(v),
        id if id.starts_with("readiness.") => composite(v),
        _ => return false,
    }
    true
}

fn days(v: &Vector, name: &str) -> Vec<Option<f64>> {
    v.input_value(name).as_array().unwrap().iter().map(serde_json::Value::as_f64).collect()
}

fn sleep(v: &Vector) {
    let (need, nights) = (v.input("need_h"), days(v, "sleep_h"));
    let debt = wellness::sleep_debt(need, &nights).unwrap();
    v.check("sum_clipped_per_night", debt.hours);
    assert_eq!(debt.nights, 7);
    v.check("ewma_debt_tau7", wellness::debt_ewma(need, &nights, wellness::DEBT_DAYS).unwrap());
    // Were long nights to pay for short ones, the debt would be smaller.
    let surplus: f64 = nights.iter().flatten().map(|slept| (slept - need).max(0.0)).sum();
    v.check("sum_unclipped", debt.hours - surplus);
}

/// The vectors take the signals as independent, hence no correlation.
fn composite(v: &Vector) {
    let signals = ["hrv", "rhr", "sleep", "wellness", "load"].map(|name| readiness::Signal {
        z: v.input_value("z")[name].as_f64(),
        weight: v.input_value("w")[name].as_f64().unwrap(),
        reliability: v.input_value("reliability")[name].as_f64().unwrap_or(1.0),
    });
    let composite = readiness::composite(&signals, 0.0);
    v.check("mu", composite.mu);
    v.check("sd", composite.sigma);
    v.check("score_0_100", composite.score);
    v.check("lo80", composite.low);
    v.check("hi80", composite.high);
    v.check("coverage", composite.coverage);
}
