//! Every vector a function here covers.

use science::unit::{Bpm, Rpe, Seconds, Sex, Watts};
use science::{heart, hrv, monotony, perceived, pmc, power, readiness, statistics};

use crate::vectors::{Vector, lcg, numbers, vector};

fn watts(values: impl IntoIterator<Item = f64>) -> Vec<Watts> {
    values.into_iter().map(Watts).collect()
}

fn check_power(id: &str, samples: &[Watts]) {
    let v = vector("v01_power", id);
    let ftp = Watts(v.input("ftp"));
    let np = power::normalized_power(samples).unwrap();
    let seconds = Seconds(samples.len() as f64);
    let mean = samples.iter().map(|w| w.0).sum::<f64>() / samples.len() as f64;
    v.check("np_full", np.0);
    v.check("if", power::intensity_factor(np, ftp).unwrap());
    v.check("tss", power::tss(np, ftp, seconds).unwrap());
    v.check("avg_power", mean);
    v.check("vi", np.0 / mean);
}

#[test]
fn normalized_power_intensity_and_stress_score_match_the_vectors() {
    check_power("np.const", &[Watts(250.0); 3600]);
    check_power("np.square60", &watts((0..1800).map(|i| if (i / 60) % 2 == 0 { 300.0 } else { 100.0 })));
    check_power("np.lcg42", &watts(lcg(42, 1200).into_iter().map(|u| 400.0 * u)));
}

#[test]
fn twenty_seconds_of_power_have_no_normalized_power() {
    assert!(vector("v01_power", "np.short").expected_value("np_full").is_null());
    assert!(power::normalized_power(&[Watts(500.0); 20]).is_err());
}

fn steady(v: &Vector) -> Vec<Bpm> {
    vec![Bpm(v.input("hr")); (v.input("min") * 60.0) as usize]
}

#[test]
fn banister_impulse_matches_the_vectors_for_both_sexes() {
    for id in ["trimp.ban.60.150", "trimp.ban.45.130", "trimp.ban.90.165", "trimp.ban.30.55"] {
        let v = vector("v03_load", id);
        let (rest, max) = (Bpm(v.input("rest")), Bpm(v.input("max")));
        let trimp = |sex| heart::banister_trimp(&steady(&v), rest, max, sex).unwrap();
        v.check("male_0.64_1.92", trimp(Sex::Male));
        v.check("female_0.86_1.67", trimp(Sex::Female));
    }
}

#[test]
fn heart_rate_stress_score_matches_the_vectors() {
    for id in ["hrtss.trimp_norm", "hrtss.trimp_norm.b"] {
        let v = vector("v03_load", id);
        let (rest, max, lthr) = (Bpm(v.input("rest")), Bpm(v.input("max")), Bpm(v.input("lthr")));
        let trimp = heart::banister_trimp(&steady(&v), rest, max, Sex::Male).unwrap();
        v.check("hrtss", heart::hr_tss(trimp, rest, max, lthr, Sex::Male).unwrap());
    }
}

#[test]
fn session_load_matches_the_vectors() {
    let one = vector("v03_load", "srpe.1");
    one.check("load", perceived::srpe(Rpe(one.input("rpe")), one.input("min")));
    let day = vector("v03_load", "srpe.2");
    let sessions = day.input_value("sessions").as_array().unwrap();
    let total = sessions.iter().map(numbers).map(|s| perceived::srpe(Rpe(s[0]), s[1])).sum();
    day.check("day_load", total);
}

#[test]
fn monotony_and_strain_match_the_vectors() {
    for id in ["monotony.1", "monotony.2"] {
        let v = vector("v03_load", id);
        let daily = v.inputs("daily");
        let week = monotony::week(&daily.as_slice().try_into().unwrap()).unwrap();
        v.check("mean", statistics::mean(&daily).unwrap());
        v.check("sd_sample", statistics::sample_sd(&daily).unwrap());
        v.check("sd_population", statistics::population_sd(&daily).unwrap());
        v.check("monotony_sample", week.monotony);
        v.check("monotony_pop", week.monotony_population);
        v.check("week_load", week.week_load);
        v.check("strain_sample", week.strain);
        v.check("strain_pop", week.strain_population);
    }
    assert!(vector("v03_load", "monotony.zero").expected_value("monotony_pop").is_null());
    assert_eq!(monotony::week(&[0.0; 7]), None);
}

fn twelve_weeks() -> Vec<f64> {
    [60.0, 0.0, 80.0, 100.0, 0.0, 120.0, 45.0].repeat(12)
}

#[test]
fn fitness_fatigue_form_and_ramp_match_the_vectors() {
    let v = vector("v04_pmc", "pmc.84d");
    let days = pmc::series(&twelve_weeks(), pmc::State::default());
    for day in [7, 42, 84] {
        v.check(&format!("exp/ctl_day{day}"), days[day - 1].state.ctl);
        v.check(&format!("exp/atl_day{day}"), days[day - 1].state.atl);
    }
    v.check("exp/tsb_same_day_84", days[83].form_evening);
    v.check("exp/tsb_prev_day_84", days[83].form_morning);
    v.check("exp/ramp7_day84", days[83].ramp.unwrap());
    v.check("exp/ramp7_day28", days[27].ramp.unwrap());
}

#[test]
fn the_other_conventions_match_the_vectors_too() {
    let v = vector("v04_pmc", "pmc.84d");
    for (name, alpha) in [("recip", pmc::alpha_recip as fn(f64) -> f64), ("span", pmc::alpha_span)] {
        let run = |days: f64, n: usize| twelve_weeks()[..n].iter().fold(0.0, |s, &l| pmc::step(s, l, alpha(days)));
        for day in [7, 42, 84] {
            v.check(&format!("{name}/ctl_day{day}"), run(42.0, day));
            v.check(&format!("{name}/atl_day{day}"), run(7.0, day));
        }
    }
}

#[test]
fn a_seed_carries_through_as_in_the_vectors() {
    let v = vector("v04_pmc", "pmc.seed50");
    let days = pmc::series(&twelve_weeks(), pmc::State { ctl: v.input("seed_ctl"), atl: 0.0 });
    for day in [7, 42, 84] {
        v.check(&format!("ctl_day{day}"), days[day - 1].state.ctl);
    }
}

#[test]
fn starting_from_zero_fakes_a_ramp_as_in_the_vectors() {
    let v = vector("v04_pmc", "pmc.startup");
    let days = pmc::series(&[50.0; 84], pmc::State::default());
    v.check("ctl_42_over_steady", days[41].state.ctl / 50.0);
    v.check("ctl_84_over_steady", days[83].state.ctl / 50.0);
    for day in [14, 28, 42] {
        v.check(&format!("ramp7_at_day{day}"), days[day - 1].ramp.unwrap());
    }
}

#[test]
fn ten_days_of_rest_match_the_vectors() {
    let v = vector("v04_pmc", "pmc.decay");
    let rest = vec![0.0; v.input("rest_days") as usize];
    let days = pmc::series(&rest, pmc::State { ctl: v.input("ctl0"), atl: v.input("atl0") });
    let last = days.last().unwrap();
    v.check("ctl10", last.state.ctl);
    v.check("atl10", last.state.atl);
    v.check("tsb10", last.form_evening);
}

#[test]
fn rmssd_matches_the_vectors_with_and_without_artefacts() {
    let clean = vector("v06_hrv", "rmssd.clean");
    let rr = clean.inputs("rr_ms");
    let ms = hrv::rmssd(&rr, &hrv::valid_beats(&rr)).unwrap();
    clean.check("rmssd_ms", ms);
    clean.check("ln_rmssd", ms.ln());

    let dirty = vector("v06_hrv", "rmssd.artefact");
    let rr = dirty.inputs("rr_ms");
    let valid = hrv::valid_beats(&rr);
    assert_eq!(serde_json::json!(valid), *dirty.expected_value("valid_mask"));
    dirty.check("rmssd_raw", hrv::rmssd(&rr, &[true; 10]).unwrap());
    dirty.check("rmssd_ms", hrv::rmssd(&rr, &valid).unwrap());
}

#[test]
fn the_hrv_band_and_week_match_the_vectors() {
    let v = vector("v06_hrv", "hrv.band");
    let days = v.inputs("ln_rmssd_daily");
    let band = hrv::band(&days[..28]).unwrap();
    v.check("base_mean", band.mean);
    v.check("base_sd", band.sd);
    v.check("band_lo", band.low);
    v.check("band_hi", band.high);
    v.check("week_mean", hrv::week_mean(&days[28..]).unwrap());
}

#[test]
fn two_days_of_hrv_have_no_week_mean() {
    let v = vector("v06_hrv", "hrv.minvalid");
    assert!(v.expected_value("week_mean").is_null());
    assert_eq!(hrv::week_mean(&vec![4.0; v.input("valid_days_in_7") as usize]), None);
}

#[test]
fn z_scores_match_the_vectors_with_and_without_the_floor() {
    let v = vector("v07_readiness", "z.1");
    let usual = readiness::usual(&v.inputs("history"), 1.0).unwrap();
    v.check("mean", usual.mean);
    v.check("sd", usual.sd);
    v.check("z", usual.z(v.input("today")));
    let flat = vector("v07_readiness", "z.floor");
    let usual = readiness::usual(&flat.inputs("history"), flat.input("sd_floor")).unwrap();
    flat.check("z", usual.z(flat.input("today")));
}

#[test]
fn the_composite_matches_the_vectors_which_take_signals_as_independent() {
    for id in ["readiness.full", "readiness.missing", "readiness.none"] {
        let v = vector("v07_readiness", id);
        let signals: Vec<readiness::Signal> = ["hrv", "rhr", "sleep", "wellness", "load"]
            .map(|name| readiness::Signal {
                z: v.input_value("z")[name].as_f64(),
                weight: v.input_value("w")[name].as_f64().unwrap(),
                reliability: v.input_value("reliability")[name].as_f64().unwrap_or(1.0),
            })
            .to_vec();
        let composite = readiness::composite(&signals, 0.0);
        v.check("mu", composite.mu);
        v.check("sd", composite.sigma);
        v.check("score_0_100", composite.score);
        v.check("lo80", composite.low);
        v.check("hi80", composite.high);
        v.check("coverage", composite.coverage);
    }
}
