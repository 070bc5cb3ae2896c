//! Rules of power, curves and balances that hold for any input.

use proptest::collection::vec;
use proptest::prelude::*;
use science::critical_power::{self, Effort, Form};
use science::series::Segment;
use science::unit::{Seconds, Watts};
use science::{decoupling, durability, mean_maximal, power, statistics, w_balance};

fn watts(values: &[f64]) -> Vec<Watts> {
    values.iter().copied().map(Watts).collect()
}

/// Several stretches of recorded time, breaks of a minute between them.
fn stretches() -> impl Strategy<Value = Vec<Segment>> {
    vec(vec(0.0f64..1200.0, 1..250), 1..5).prop_map(|stretches| {
        let mut start_s = 0;
        let segment = |values: Vec<f64>| {
            let segment = Segment { start_s, values };
            start_s += segment.values.len() as u32 + 60;
            segment
        };
        stretches.into_iter().map(segment).collect()
    })
}

/// The best mean found by adding up every window.
fn plainly(segments: &[Segment], seconds: usize) -> Option<f64> {
    let windows = segments.iter().flat_map(|segment| segment.values.windows(seconds));
    windows.map(|window| window.iter().sum::<f64>() / seconds as f64).reduce(f64::max)
}

proptest! {
    #[test]
    fn the_stress_score_grows_with_time_and_with_the_square_of_intensity(
        np in 50.0f64..500.0, ftp in 100.0f64..500.0, seconds in 60.0f64..36_000.0, times in 1.0f64..10.0,
    ) {
        let score = |np: f64, s: f64| power::tss(Watts(np), Watts(ftp), Seconds(s)).unwrap();
        let once = score(np, seconds);
        prop_assert!((score(np, seconds * times) - once * times).abs() <= 1e-9 * once * times);
        prop_assert!((score(np * times, seconds) - once * times * times).abs() <= 1e-9 * once * times * times);
    }

    #[test]
    fn the_variability_index_is_never_below_one(values in vec(0.0f64..1500.0, 30..300)) {
        let np = power::normalized_power(&watts(&values)).unwrap();
        let mean = Watts(statistics::mean(&values).unwrap());
        prop_assert!(power::variability_index(np, mean).unwrap() >= 1.0);
    }

    #[test]
    fn xpower_is_at_least_the_mean_of_what_it_smooths_and_never_above_the_largest_second(
        values in vec(0.0f64..1500.0, 1..300),
    ) {
        let mut smooth = 0.0;
        let smoothed: Vec<f64> = values.iter().map(|w| { smooth += (w - smooth) / 26.0; smooth }).collect();
        let xp = power::xpower(&watts(&values)).unwrap().0;
        prop_assert!(xp >= statistics::mean(&smoothed).unwrap() * (1.0 - 1e-9));
        prop_assert!(xp <= values.iter().copied().fold(0.0, f64::max) * (1.0 + 1e-9));
    }

    #[test]
    fn the_curve_is_what_adding_up_every_window_gives(ride in stretches()) {
        for best in mean_maximal::curve(&ride) {
            let length = best.seconds as usize;
            prop_assert_eq!(mean_maximal::best(&ride, best.seconds), Some(best));
            let plain = plainly(&ride, length).unwrap();
            if best.seconds >= mean_maximal::SPIKES_REMOVED_BELOW_S {
                prop_assert!((best.value - plain).abs() < 1e-9, "{best:?} {plain}");
                let stretch = ride.iter().rfind(|segment| segment.start_s <= best.start_s).unwrap();
                let from = (best.start_s - stretch.start_s) as usize;
                let mean = statistics::mean(&stretch.values[from..from + length]).unwrap();
                prop_assert!((best.value - mean).abs() < 1e-9, "{best:?} does not begin there");
            } else {
                prop_assert!(best.value <= plainly(&ride, 1).unwrap() + 1e-9);
            }
        }
    }

    #[test]
    fn twice_the_duration_is_never_held_harder(ride in stretches()) {
        let curve = mean_maximal::curve(&ride);
        for long in &curve {
            let half = curve.iter().find(|short| 2 * short.seconds == long.seconds);
            // The two sides of the spike filter are not the same values.
            if let Some(short) = half.filter(|s| s.seconds >= 10 || long.seconds < 10) {
                prop_assert!(long.value <= short.value + 1e-9);
            }
        }
    }

    #[test]
    fn the_envelope_is_never_below_a_curve_and_names_where_each_best_is_from(rides in vec(stretches(), 1..5)) {
        let curves: Vec<Vec<mean_maximal::Best>> = rides.iter().map(|ride| mean_maximal::curve(ride)).collect();
        let named: Vec<(usize, &[mean_maximal::Best])> =
            curves.iter().enumerate().map(|(i, curve)| (i, curve.as_slice())).collect();
        let envelope = mean_maximal::envelope(&named);
        prop_assert!(envelope.windows(2).all(|pair| pair[0].0.seconds < pair[1].0.seconds));
        for (best, from) in &envelope {
            prop_assert!(curves[*from].contains(best));
        }
        for best in curves.iter().flatten() {
            prop_assert!(envelope.iter().any(|(top, _)| top.seconds == best.seconds && top.value >= best.value));
        }
    }

    #[test]
    fn the_balance_is_never_above_w_prime_and_harder_never_leaves_more(
        values in vec(0.0f64..900.0, 1..600), cp in 100.0f64..400.0, w_prime in 5_000.0f64..40_000.0, more in 0.0f64..100.0,
    ) {
        let harder: Vec<f64> = values.iter().map(|w| w + more).collect();
        let (easy, hard) = (w_balance::differential(&values, cp, w_prime), w_balance::differential(&harder, cp, w_prime));
        prop_assert_eq!(easy.len(), values.len());
        for (easy, hard) in easy.iter().zip(&hard) {
            prop_assert!(*easy <= w_prime && *hard <= easy + 1e-6);
        }
        prop_assert!(w_balance::integral(&values, cp, w_prime).iter().all(|left| *left <= w_prime));
    }

    #[test]
    fn efforts_on_a_hyperbola_give_it_back_in_every_form(
        cp in 120.0f64..450.0, w_prime in 6_000.0f64..40_000.0, first in 120.0f64..240.0, second in 300.0f64..500.0,
        last in 800.0f64..1200.0,
    ) {
        let efforts = [first, second, last].map(|seconds| Effort { seconds, watts: cp + w_prime / seconds });
        for form in Form::ALL {
            let fit = critical_power::fit(&efforts, form).unwrap();
            prop_assert!((fit.cp / cp - 1.0).abs() < 1e-5 && (fit.w_prime / w_prime - 1.0).abs() < 1e-5, "{form:?} {fit:?}");
        }
        let found = critical_power::critical_power(&efforts, None).unwrap();
        prop_assert!(!found.poor && (found.fit.cp / cp - 1.0).abs() < 1e-9);
    }

    #[test]
    fn any_efforts_give_a_sound_fit_or_none(points in vec((-10.0f64..3000.0, -100.0f64..1500.0), 0..8)) {
        let efforts: Vec<Effort> = points.into_iter().map(|(seconds, watts)| Effort { seconds, watts }).collect();
        if let Ok(found) = critical_power::critical_power(&efforts, None) {
            prop_assert!(found.fit.cp > 0.0 && found.fit.w_prime > 0.0);
            prop_assert!(found.cp_band.0 <= found.fit.cp && found.fit.cp <= found.cp_band.1);
            prop_assert!(found.w_band.0 <= found.fit.w_prime && found.fit.w_prime <= found.w_band.1);
        }
        if let Some(found) = critical_power::fit3(&efforts) {
            prop_assert!(found.cp > 0.0 && found.w_prime > 0.0 && found.p_max > found.cp && found.p_max.is_finite());
        }
    }

    #[test]
    fn the_unit_of_output_does_not_change_its_drift(
        output in vec(50.0f64..500.0, 60..200), hr in 60.0f64..180.0, scale in 0.001f64..10.0,
    ) {
        let hr: Vec<f64> = (0..output.len()).map(|i| hr + i as f64 / 10.0).collect();
        let scaled: Vec<f64> = output.iter().map(|value| value * scale).collect();
        let drift = |output: &[f64]| decoupling::decoupling(output, &hr).unwrap().percent;
        prop_assert!((drift(&output) - drift(&scaled)).abs() < 1e-6);
        prop_assert!(drift(&output) < 100.0);
    }

    #[test]
    fn durability_compares_windows_of_both_sides_and_never_more_than_the_best_of_all(
        output in vec(1.0f64..500.0, 100..400), window in 10usize..40, after in 1_000.0f64..40_000.0,
    ) {
        if let Some(found) = durability::late_vs_fresh(&output, &output, window, after) {
            let whole = plainly(&[Segment { start_s: 0, values: output.clone() }], window).unwrap();
            prop_assert!(found.fresh <= whole + 1e-9 && found.late <= whole + 1e-9);
            prop_assert!((found.ratio * found.fresh - found.late).abs() < 1e-9);
        }
    }
}
