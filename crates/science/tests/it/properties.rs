//! Rules that hold for any input.

use proptest::collection::vec;
use proptest::prelude::*;
use science::unit::{Bpm, Meters, Sex, Watts};
use science::zone::{self, Scheme};
use science::{acwr, downsample, elevation, heart, monotony, normal, pmc, power, readiness, series};

fn np(values: &[f64]) -> f64 {
    power::normalized_power(&values.iter().map(|&w| Watts(w)).collect::<Vec<_>>()).unwrap().0
}

proptest! {
    #[test]
    fn normalized_power_lies_between_the_mean_and_the_largest_of_the_rolling_means(
        watts in vec(0.0f64..1500.0, 30..400),
    ) {
        let rolling: Vec<f64> = watts.windows(30).map(|w| w.iter().sum::<f64>() / 30.0).collect();
        let mean = rolling.iter().sum::<f64>() / rolling.len() as f64;
        let largest = rolling.iter().copied().fold(0.0, f64::max);
        let np = np(&watts);
        prop_assert!(np >= mean * (1.0 - 1e-9) && np <= largest * (1.0 + 1e-9), "{mean} <= {np} <= {largest}");
    }

    #[test]
    fn more_power_in_every_second_never_lowers_normalized_power(
        watts in vec(0.0f64..1500.0, 30..200), more in 0.0f64..500.0,
    ) {
        let harder: Vec<f64> = watts.iter().map(|w| w + more).collect();
        prop_assert!(np(&harder) >= np(&watts) - 1e-9);
    }

    #[test]
    fn a_higher_heart_rate_or_a_longer_session_never_lowers_the_impulse(
        hr in vec(30.0f64..230.0, 1..300), more in 0.0f64..40.0, female in any::<bool>(),
    ) {
        let sex = if female { Sex::Female } else { Sex::Male };
        let trimp = |values: &[f64]| {
            let hr: Vec<Bpm> = values.iter().map(|&v| Bpm(v)).collect();
            heart::banister_trimp(&hr, Bpm(50.0), Bpm(190.0), sex).unwrap()
        };
        let higher: Vec<f64> = hr.iter().map(|v| v + more).collect();
        prop_assert!(trimp(&higher) >= trimp(&hr));
        prop_assert!(trimp(&hr) >= trimp(&hr[1..]));
        prop_assert!(trimp(&hr[1..]) >= 0.0);
        let zonal = |values: &[f64]| {
            let hr: Vec<Bpm> = values.iter().map(|&v| Bpm(v)).collect();
            (heart::edwards(&hr, Bpm(190.0)).unwrap(), heart::lucia(&hr, Bpm(140.0), Bpm(165.0)).unwrap())
        };
        let (usual, raised, shorter) = (zonal(&hr), zonal(&higher), zonal(&hr[1..]));
        prop_assert!(raised.0 >= usual.0 && raised.1 >= usual.1);
        prop_assert!(shorter.0 <= usual.0 && shorter.1 <= usual.1);
    }

    #[test]
    fn fitness_and_fatigue_stay_between_the_smallest_and_largest_load(loads in vec(0.0f64..400.0, 1..400)) {
        let (low, high) = (loads.iter().copied().fold(f64::MAX, f64::min), loads.iter().copied().fold(0.0, f64::max));
        for day in pmc::series(&loads, pmc::State { ctl: low, atl: high }) {
            for value in [day.state.ctl, day.state.atl] {
                prop_assert!(value >= low - 1e-9 && value <= high + 1e-9);
            }
        }
    }

    #[test]
    fn fitness_from_rest_never_exceeds_the_largest_load(loads in vec(0.0f64..400.0, 1..400)) {
        let largest = loads.iter().copied().fold(0.0, f64::max);
        for day in pmc::series(&loads, pmc::State::default()) {
            prop_assert!(day.state.ctl <= largest && day.state.atl <= largest);
        }
    }

    #[test]
    fn a_day_split_into_activities_leaves_the_same_fitness(
        days in vec(vec(0.0f64..150.0, 0..5), 1..200),
    ) {
        let one: Vec<f64> = days.iter().map(|parts| parts.iter().sum()).collect();
        // Halved and in the other order, as two devices would have stored it.
        let many: Vec<f64> =
            days.iter().map(|parts| parts.iter().rev().flat_map(|load| [load / 2.0, load / 2.0]).sum()).collect();
        let (one, many) = (pmc::series(&one, pmc::State::default()), pmc::series(&many, pmc::State::default()));
        for (one, many) in one.iter().zip(&many) {
            prop_assert!((one.state.ctl - many.state.ctl).abs() < 1e-9);
            prop_assert!((one.state.atl - many.state.atl).abs() < 1e-9);
        }
    }

    #[test]
    fn coupled_and_uncoupled_ratios_are_tied_and_the_coupled_one_stays_at_most_four(
        loads in vec(prop_oneof![Just(0.0), 0.0f64..400.0], 28..200),
    ) {
        for day in acwr::series(&loads, 0.0) {
            if let (Some(coupled), Some(uncoupled)) = (day.coupled, day.uncoupled) {
                let tied = 4.0 * uncoupled / (uncoupled + 3.0);
                prop_assert!((coupled - tied).abs() <= 1e-9 * tied.max(1.0), "{coupled} {tied}");
            }
            prop_assert!(day.coupled.is_none_or(|ratio| (0.0..=4.0 + 1e-12).contains(&ratio)));
            prop_assert!(day.uncoupled.is_none() || day.coupled.is_some());
        }
    }

    #[test]
    fn both_monotonies_keep_their_distance(loads in vec(0.0f64..400.0, 7..60)) {
        for week in monotony::series(&loads).into_iter().flatten() {
            let apart = week.monotony_population / week.monotony;
            prop_assert!((apart - (7.0f64 / 6.0).sqrt()).abs() < 1e-9);
            prop_assert!((week.strain - week.week_load * week.monotony).abs() <= 1e-9 * week.strain);
        }
    }

    #[test]
    fn times_in_zones_sum_to_the_time(
        values in vec(0.0f64..600.0, 0..500), anchor in 1.0f64..500.0, which in 0..Scheme::ALL.len(),
    ) {
        let lower = zone::lower_edges(Scheme::ALL[which], anchor);
        let counted = values.iter().filter(|value| lower.first().is_some_and(|edge| **value >= *edge)).count();
        let times = zone::time_in(&values, &lower);
        prop_assert_eq!(times.len(), lower.len());
        prop_assert_eq!(times.iter().sum::<f64>(), counted as f64);
        if lower.first() == Some(&0.0) {
            prop_assert_eq!(counted, values.len());
        }
    }

    #[test]
    fn a_thinned_line_keeps_its_ends_its_order_and_only_points_it_was_given(
        values in vec(-1e3f64..1e3, 0..500), n in 0usize..120,
    ) {
        let points: Vec<(f64, f64)> = values.iter().enumerate().map(|(i, &y)| (i as f64, y)).collect();
        let thin = downsample::lttb(&points, n);
        prop_assert_eq!(thin.len(), n.min(points.len()));
        prop_assert!(thin.windows(2).all(|pair| pair[0].0 < pair[1].0));
        prop_assert!(thin.iter().all(|&(x, y)| points[x as usize] == (x, y)));
        if n >= 2 {
            prop_assert_eq!((thin.first(), thin.last()), (points.first(), points.last()));
        }
    }

    #[test]
    fn the_one_hertz_view_stays_within_the_samples_and_outside_the_pauses(
        steps in vec((1u32..12_000, 0.0f64..500.0), 1..200), pauses in vec((0u32..600_000, 0u32..20_000), 0..5),
    ) {
        let mut ms = 0;
        let samples: Vec<(u32, f64)> = steps.iter().map(|&(step, value)| { ms += step; (ms, value) }).collect();
        let pauses: Vec<_> = pauses.iter().map(|&(from, length)| from..from + length).collect();
        let (low, high) = samples.iter().fold((f64::MAX, 0.0f64), |(l, h), s| (l.min(s.1), h.max(s.1)));
        let segments = series::one_hz(samples, &pauses);
        for pair in segments.windows(2) {
            prop_assert!(pair[0].start_s + pair[0].values.len() as u32 <= pair[1].start_s);
        }
        for segment in &segments {
            prop_assert!(segment.values.iter().all(|v| *v >= low - 1e-9 && *v <= high + 1e-9));
            for second in segment.start_s..segment.start_s + segment.values.len() as u32 {
                let whole = second * 1000..(second + 1) * 1000;
                prop_assert!(!pauses.iter().any(|p| p.start <= whole.start && whole.end <= p.end));
            }
        }
    }

    #[test]
    fn the_score_lies_inside_its_range_and_rises_with_every_signal(
        zs in vec(prop::option::of(-3.0f64..3.0), 1..6), better in 0.0f64..2.0, correlation in 0.0f64..0.9,
    ) {
        let signals = |plus: f64| -> Vec<readiness::Signal> {
            zs.iter().map(|z| readiness::Signal { z: z.map(|z| z + plus), weight: 1.5, reliability: 0.8 }).collect()
        };
        let (usual, higher) = (readiness::composite(&signals(0.0), correlation), readiness::composite(&signals(better), correlation));
        prop_assert!(higher.score >= usual.score);
        prop_assert!(0.0 <= usual.low && usual.low <= usual.high && usual.high <= 100.0);
        let middle = 100.0 * normal::cdf(usual.mu);
        prop_assert!(usual.low <= middle && middle <= usual.high);
    }

    #[test]
    fn a_better_contributor_never_lowers_the_score_and_a_lost_one_never_raises_confidence(
        contributors in vec((-3.0f64..3.0, 0.1f64..3.0, 0.0f64..1.0), 1..6),
        which in 0usize..5, better in 0.0f64..2.0, correlation in 0.0f64..0.9,
    ) {
        let signals: Vec<readiness::Signal> = contributors
            .iter()
            .map(|&(z, weight, reliability)| readiness::Signal { z: Some(z), weight, reliability })
            .collect();
        let which = which % signals.len();
        let with = |z: Option<f64>| {
            let mut changed = signals.clone();
            changed[which].z = z;
            readiness::composite(&changed, correlation)
        };
        let usual = with(signals[which].z);
        prop_assert!(with(signals[which].z.map(|z| z + better)).score >= usual.score - 1e-9);
        let lost = with(None);
        prop_assert!(lost.sigma >= usual.sigma - 1e-12, "{} after, {} before", lost.sigma, usual.sigma);
        prop_assert!(lost.coverage < usual.coverage);
        // Where all signals say the same, the range on the scale of the score is never narrower either.
        let alike = |lost: bool| {
            let mut alike = signals.clone();
            alike.iter_mut().for_each(|signal| signal.z = signals[0].z);
            alike[which].z = alike[which].z.filter(|_| !lost);
            let composite = readiness::composite(&alike, correlation);
            composite.high - composite.low
        };
        prop_assert!(alike(true) >= alike(false) - 1e-9);
    }

    #[test]
    fn ascent_is_never_more_than_the_sum_of_all_rises(heights in vec(0.0f64..300.0, 2..300)) {
        let rises: f64 = heights.windows(2).map(|pair| (pair[1] - pair[0]).max(0.0)).sum();
        let profile: Vec<Meters> = heights.into_iter().map(Meters).collect();
        let gained = elevation::ascent(&profile, elevation::HYSTERESIS).unwrap().0;
        prop_assert!(gained >= 0.0 && gained <= rises + 1e-9);
    }
}
