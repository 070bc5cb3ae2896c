//! Heart-rate variability.

use science::{hrv, statistics};

use crate::vectors::Vector;

pub(crate) fn check(v: &Vector) -> bool {
    match v.id() {
        "rmssd.clean" => clean(v),
        "rmssd.artefact" => artefacts(v),
        "artefact.malik" => {
            assert_eq!(serde_json::json!(hrv::malik(&v.inputs("rr_ms"))), *v.expected_value("mask"));
        }
        "hrv.band" => band(v),
        "hrv.kiviniemi" => single_day(v),
        "hrv.minvalid" => {
            assert!(v.expected_value("week_mean").is_null());
            assert_eq!(hrv::week_mean(&vec![4.0; v.input("valid_days_in_7") as usize]), None);
        }
        _ => return false,
    }
    true
}

fn clean(v: &Vector) {
    let rr = v.inputs("rr_ms");
    let valid = hrv::valid_beats(&rr);
    let ms = hrv::rmssd(&rr, &valid).unwrap();
    v.check("rmssd_ms", ms);
    v.check("ln_rmssd", ms.ln());
    v.check("pnn50", hrv::pnn50(&rr, &valid).unwrap());
    let mean = statistics::mean(&rr).unwrap();
    v.check("mean_rr", mean);
    v.check("mean_hr", 60_000.0 / mean);
    v.check("sdnn_n-1", statistics::sample_sd(&rr).unwrap());
}

fn artefacts(v: &Vector) {
    let rr = v.inputs("rr_ms");
    let valid = hrv::valid_beats(&rr);
    assert_eq!(serde_json::json!(valid), *v.expected_value("valid_mask"));
    let pairs = valid.windows(2).filter(|pair| pair[0] && pair[1]).count();
    v.check("valid_pairs", pairs as f64);
    v.check("artefact_fraction", valid.iter().filter(|ok| !**ok).count() as f64 / rr.len() as f64);
    v.check("rmssd_raw", hrv::rmssd(&rr, &[true; 10]).unwrap());
    v.check("rmssd_ms", hrv::rmssd(&rr, &valid).unwrap());
}

fn band(v: &Vector) {
    let days = v.inputs("ln_rmssd_daily");
    let (baseline, week) = days.split_at(28);
    let band = hrv::band(baseline).unwrap();
    v.check("base_mean", band.mean);
    v.check("base_sd", band.sd);
    v.check("band_lo", band.low);
    v.check("band_hi", band.high);
    let week_mean = hrv::week_mean(week).unwrap();
    v.check("week_mean", week_mean);
    v.check("week_cv_pct", hrv::week_cv(week).unwrap());
    let base_cv = hrv::week_cv(baseline).unwrap();
    v.check("base_cv_pct", base_cv);
    // Half a coefficient of variation and half a standard deviation are the same band.
    v.check("swc_0.5cv_lo", band.mean * (1.0 - 0.5 * base_cv / 100.0));
    let means: Vec<f64> = baseline.windows(7).map(|week| hrv::week_mean(week).unwrap()).collect();
    let of_means = statistics::sample_sd(&means).unwrap();
    v.check("sd_of_7d_means", of_means);
    assert!(band.sd > 5.0 * of_means, "the band is of daily values");
    assert!(v.expected_value("decision").as_str().unwrap().starts_with("below_band"));
    assert_eq!(band.side(week_mean), hrv::Side::Below);
}

fn single_day(v: &Vector) {
    let window = v.inputs("window");
    let rule =
        hrv::single_day(&window, v.input("today"), Some(v.input("yesterday")), Some(v.input("day_before"))).unwrap();
    v.check("mean10", statistics::mean(&window).unwrap());
    v.check("sd10", statistics::sample_sd(&window).unwrap());
    v.check("limit", rule.limit);
    assert_eq!(v.expected_value("below_limit"), rule.below);
    assert_eq!(v.expected_value("two_day_decline"), rule.declining.unwrap());
    assert_eq!(v.expected_value("decision") == "low", rule.is_low());
}
