//! Where programs disagree, and what ours does. Each test names a choice of the reference and fails if somebody "fixes"
//! it to what another program does. The numbers are the rows of its register of disagreements.

use science::unit::{Bpm, Sex, Watts};
use science::{heart, hrv, monotony, pmc, power, series};

use crate::vectors::{lcg, vector};

const STEP: f64 = 1e-9;

pub(crate) fn differs(a: f64, b: f64) -> bool {
    (a - b).abs() > STEP * b.abs()
}

#[test]
fn row_1_normalized_power_counts_full_windows_only() {
    let v = vector("v01_power", "np.square60");
    let samples: Vec<Watts> = (0..1800).map(|i| Watts(if (i / 60) % 2 == 0 { 300.0 } else { 100.0 })).collect();
    let np = power::normalized_power(&samples).unwrap().0;
    v.check("np_full", np);
    assert!(differs(np, v.expected("np_gc")), "windows that start with zeros dilute");
    assert!(differs(np, v.expected("np_expanding")), "windows that grow exaggerate");
}

#[test]
fn row_3_women_have_both_of_their_own_coefficients() {
    let v = vector("v03_load", "trimp.ban.60.150");
    let trimp = heart::banister_trimp(&[Bpm(150.0); 3600], Bpm(50.0), Bpm(190.0), Sex::Female).unwrap();
    v.check("female_0.86_1.67", trimp);
    assert!(differs(trimp, v.expected("female_gc_0.64_1.67")));
}

#[test]
fn row_4_the_impulse_is_summed_second_by_second() {
    let v = vector("v03_load", "trimp.jensen");
    let hr: Vec<Bpm> = (0..3600).map(|i| Bpm(if i < 1800 { 130.0 } else { 170.0 })).collect();
    let trimp = heart::banister_trimp(&hr, Bpm(50.0), Bpm(190.0), Sex::Male).unwrap();
    v.check("per_second", trimp);
    assert!(trimp > v.expected("from_mean_hr"));
}

#[test]
fn row_5_the_weight_of_a_day_is_exponential() {
    let v = vector("v04_pmc", "pmc.84d");
    for days in [7.0, 28.0, 42.0] {
        v.check(&format!("alpha/exp/{days}"), pmc::alpha(days));
        v.check(&format!("alpha/recip/{days}"), pmc::alpha_recip(days));
        v.check(&format!("alpha/span/{days}"), pmc::alpha_span(days));
    }
    let one_day = pmc::State::default().after(100.0);
    assert_eq!((one_day.ctl, one_day.atl), (100.0 * pmc::alpha(42.0), 100.0 * pmc::alpha(7.0)));
}

#[test]
fn row_6_form_is_kept_for_the_morning_and_for_the_evening() {
    let days = pmc::series(&[100.0, 0.0, 80.0], pmc::State { ctl: 50.0, atl: 60.0 });
    assert_eq!(days[0].form_morning, -10.0);
    assert_eq!(days[1].form_morning, days[0].form_evening);
    assert_eq!(days[2].form_morning, days[1].form_evening);
    assert!(differs(days[0].form_morning, days[0].form_evening));
}

#[test]
fn row_11_monotony_divides_by_the_sample_deviation_and_keeps_the_other() {
    let week = monotony::week(&[400.0, 0.0, 300.0, 500.0, 0.0, 700.0, 250.0]).unwrap();
    let v = vector("v03_load", "monotony.1");
    v.check("monotony_sample", week.monotony);
    v.check("monotony_pop", week.monotony_population);
    assert!((week.monotony_population / week.monotony - (7.0f64 / 6.0).sqrt()).abs() < 1e-12);
}

#[test]
fn row_13_rmssd_uses_neighbouring_valid_pairs_and_interpolates_nothing() {
    let rr = vector("v06_hrv", "rmssd.artefact").inputs("rr_ms");
    let valid = hrv::valid_beats(&rr);
    let pairs = valid.windows(2).filter(|pair| pair[0] && pair[1]).count();
    assert_eq!(pairs, 5);
    // 795 lies between two artefacts: no pair reaches across them.
    let bridged: Vec<f64> = rr.iter().zip(&valid).filter(|(_, ok)| **ok).map(|(rr, _)| *rr).collect();
    let across = hrv::rmssd(&bridged, &vec![true; bridged.len()]).unwrap();
    assert!(differs(hrv::rmssd(&rr, &valid).unwrap(), across));
}

#[test]
fn row_14_the_band_judges_the_seven_day_mean_and_not_the_day() {
    let baseline = vector("v06_hrv", "hrv.band").inputs("ln_rmssd_daily")[..28].to_vec();
    let band = hrv::band(&baseline).unwrap();
    // One low morning among usual ones stays inside; the single-day rule of ten days flags it.
    let week = [4.12, 4.08, 4.14, 4.10, 4.11, 4.09, 3.96];
    assert!(week[6] < band.low);
    let mean = hrv::week_mean(&week).unwrap();
    assert_eq!(band.side(mean), hrv::Side::Inside, "{mean} in {band:?}");
    let ten_days = [&baseline[24..], &week[..6]].concat();
    assert!(hrv::single_day(&ten_days, week[6], Some(week[5]), Some(week[4])).unwrap().is_low());
}

#[test]
fn row_20_normalized_power_lays_recorded_time_end_to_end_across_pauses() {
    let power_1hz: Vec<f64> = lcg(7, 1200).into_iter().map(|u| 400.0 * u).collect();
    // The same samples with ten minutes of pause in the middle.
    let samples = power_1hz.iter().enumerate().map(|(i, &watts)| {
        let second = if i < 600 { i } else { i + 600 };
        (second as u32 * 1000, watts)
    });
    let segments = series::one_hz(samples, std::slice::from_ref(&(600_000..1_200_000)));
    assert_eq!(segments.len(), 2, "a pause is a break for everything else");
    let np = |values: &[f64]| power::normalized_power(&values.iter().map(|&w| Watts(w)).collect::<Vec<_>>()).unwrap().0;
    let end_to_end = np(&series::end_to_end(&segments));
    assert_eq!(end_to_end, np(&power_1hz));
    let mut zero_filled = power_1hz[..600].to_vec();
    zero_filled.extend([0.0; 600]);
    zero_filled.extend(&power_1hz[600..]);
    assert!(end_to_end > 1.05 * np(&zero_filled));
}

#[test]
fn every_row_of_the_register_has_a_test_of_its_number() {
    let sources = [
        include_str!("choices.rs"),
        include_str!("choices_load.rs"),
        include_str!("choices_power.rs"),
        include_str!("choices_run.rs"),
    ];
    let missing: Vec<u32> = (1..=20)
        .filter(|row| {
            let named = format!("#[test]\nfn row_{row}_");
            !sources.iter().any(|source| source.contains(&named))
        })
        .collect();
    assert!(missing.is_empty(), "no test for rows {missing:?}");
}
