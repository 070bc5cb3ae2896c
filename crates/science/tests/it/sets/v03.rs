//! Load from heart rate, perceived exertion and strength.

use science::unit::{Bpm, Kilograms, Rpe, Sex};
use science::{heart, monotony, perceived, statistics, strength};

use crate::vectors::{Vector, numbers};

pub(crate) fn check(v: &Vector) -> bool {
    match v.id() {
        id if id.starts_with("trimp.ban.") => banister(v),
        "trimp.jensen" => uneven(v),
        "trimp.edwards" => {
            v.check("score", heart::edwards(&in_zones(), Bpm(200.0)).unwrap());
        }
        "trimp.lucia" => {
            let (vt1, vt2) = (Bpm(v.input("vt1_hr")), Bpm(v.input("vt2_hr")));
            v.check("score", heart::lucia(&in_zones(), vt1, vt2).unwrap());
        }
        "trimp.individual" => {
            let own = heart::fit_individual(&v.inputs("dHR_ratio"), &v.inputs("lactate_mmol")).unwrap();
            v.check("a", own.a);
            v.check("b", own.b);
            let (rest, max) = (Bpm(v.input("rest")), Bpm(v.input("max")));
            v.check("itrimp_60min", heart::individual_trimp(&steady(v), rest, max, own).unwrap());
        }
        "hrtss.if2" => crude(v),
        id if id.starts_with("hrtss.") => {
            v.check("hrtss", hr_tss(v, Bpm(v.input("rest")), Bpm(v.input("max"))));
        }
        "srpe.1" => v.check("load", perceived::srpe(Rpe(v.input("rpe")), v.input("min"))),
        "srpe.2" => {
            let sessions = v.input_value("sessions").as_array().unwrap();
            let total = sessions.iter().map(numbers).map(|s| perceived::srpe(Rpe(s[0]), s[1])).sum();
            v.check("day_load", total);
        }
        id if id.starts_with("monotony.") => week(v),
        "tonnage" => {
            let sets = v.input_value("sets").as_array().unwrap();
            let sets: Vec<(u32, Kilograms)> =
                sets.iter().map(numbers).map(|set| (set[0] as u32, Kilograms(set[1]))).collect();
            v.check("tonnage_kg", strength::tonnage(&sets).0);
        }
        id if id.starts_with("e1rm.") => heaviest(v),
        "velloss" => {
            let velocities = v.inputs("mean_concentric_velocity");
            let loss = strength::velocity_loss(&velocities).unwrap();
            v.check("vl_vs_best", loss);
            // The first repetition is the fastest here, so that both conventions agree.
            v.check("vl_vs_first", loss);
        }
        _ => return false,
    }
    true
}

pub(crate) fn steady(v: &Vector) -> Vec<Bpm> {
    vec![Bpm(v.input("hr")); (v.input("min") * 60.0) as usize]
}

fn in_zones() -> Vec<Bpm> {
    let parts = [(90.0, 300), (105.0, 300), (125.0, 600), (145.0, 900), (165.0, 600), (185.0, 300)];
    parts.into_iter().flat_map(|(hr, seconds)| vec![Bpm(hr); seconds]).collect()
}

fn banister(v: &Vector) {
    let (rest, max) = (Bpm(v.input("rest")), Bpm(v.input("max")));
    let trimp = |sex| heart::banister_trimp(&steady(v), rest, max, sex).unwrap();
    v.check("male_0.64_1.92", trimp(Sex::Male));
    v.check("female_0.86_1.67", trimp(Sex::Female));
    // A woman's exponent with a man's factor, as one program has it.
    v.check("female_gc_0.64_1.67", trimp(Sex::Female) * 0.64 / 0.86);
}

fn uneven(v: &Vector) {
    let trimp = |hr: &[Bpm]| heart::banister_trimp(hr, Bpm(50.0), Bpm(190.0), Sex::Male).unwrap();
    let seconds: Vec<Bpm> = (0..3600).map(|i| Bpm(if i < 1800 { 130.0 } else { 170.0 })).collect();
    let (by_second, by_mean) = (trimp(&seconds), trimp(&[Bpm(150.0); 3600]));
    v.check("per_second", by_second);
    v.check("from_mean_hr", by_mean);
    v.check("ratio", by_second / by_mean);
}

fn hr_tss(v: &Vector, rest: Bpm, max: Bpm) -> f64 {
    let trimp = heart::banister_trimp(&steady(v), rest, max, Sex::Male).unwrap();
    heart::hr_tss(trimp, rest, max, Bpm(v.input("lthr")), Sex::Male).unwrap()
}

/// The square of the share of threshold heart rate is not our score: it over-reads easy work.
fn crude(v: &Vector) {
    v.check("hrtss", 100.0 * v.input("min") / 60.0 * (v.input("hr") / v.input("lthr")).powi(2));
    assert!(hr_tss(v, Bpm(50.0), Bpm(190.0)) < 0.85 * v.expected("hrtss"));
}

fn week(v: &Vector) {
    let daily = v.inputs("daily");
    let Some(week) = monotony::week(&daily.as_slice().try_into().unwrap()) else {
        assert!(v.expected_value("monotony_pop").is_null());
        return;
    };
    v.check("mean", statistics::mean(&daily).unwrap());
    v.check("sd_sample", statistics::sample_sd(&daily).unwrap());
    v.check("sd_population", statistics::population_sd(&daily).unwrap());
    v.check("monotony_sample", week.monotony);
    v.check("monotony_pop", week.monotony_population);
    v.check("week_load", week.week_load);
    v.check("strain_sample", week.strain);
    v.check("strain_pop", week.strain_population);
}

fn heaviest(v: &Vector) {
    let (reps, mass) = (v.input("reps"), Kilograms(v.input("w")));
    let epley = strength::epley(reps as u32, mass).unwrap().0;
    v.check("epley", epley);
    v.check("brzycki", strength::brzycki(reps as u32, mass).unwrap().0);
    // A single repetition is its own estimate; the bare formula would add a thirtieth.
    v.check("epley_unclamped", if reps == 1.0 { epley * (1.0 + 1.0 / 30.0) } else { epley });
}
