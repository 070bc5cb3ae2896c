use super::*;

fn efforts(points: &[(f64, f64)]) -> Vec<Effort> {
    points.iter().map(|&(seconds, watts)| Effort { seconds, watts }).collect()
}

/// Efforts that lie exactly on the hyperbola of 250 W and 20 kJ.
fn exact() -> Vec<Effort> {
    efforts(&[180.0, 400.0, 720.0, 1200.0].map(|t| (t, 250.0 + 20_000.0 / t)))
}

/// Efforts a few percent off any hyperbola.
fn noisy() -> Vec<Effort> {
    efforts(&[(180.0, 370.0), (300.0, 330.0), (600.0, 295.0), (1200.0, 275.0)])
}

#[test]
fn on_exact_efforts_every_form_agrees() {
    for form in Form::ALL {
        let fit = fit(&exact(), form).unwrap();
        assert!((fit.cp - 250.0).abs() < 1e-4 && (fit.w_prime - 20_000.0).abs() < 0.1, "{form:?} {fit:?}");
    }
    let found = critical_power(&exact(), Some(258.0)).unwrap();
    assert!(!found.poor && found.spread_cp < 1e-6 && found.spread_w < 1e-5);
    assert!((found.fit.cp - 250.0).abs() < 1e-6 && found.cp_band.1 - found.cp_band.0 < 1e-3);
}

#[test]
fn the_band_of_noisy_efforts_holds_every_form() {
    let found = critical_power(&noisy(), None).unwrap();
    for form in Form::ALL {
        let fit = fit(&noisy(), form).unwrap();
        assert!(found.cp_band.0 <= fit.cp && fit.cp <= found.cp_band.1);
        assert!(found.w_band.0 <= fit.w_prime && fit.w_prime <= found.w_band.1);
    }
    assert!(found.cp_band.0 < found.fit.cp && found.fit.cp < found.cp_band.1);
    assert!((found.spread_cp - (260.5556 - 256.1346) / found.fit.cp).abs() < 1e-6);
    assert!(!found.poor, "{found:?}");
}

#[test]
fn forms_that_disagree_make_a_poor_fit() {
    let found = critical_power(&efforts(&[(150.0, 330.0), (300.0, 340.0), (600.0, 300.0), (1200.0, 255.0)]), None);
    assert!(found.unwrap().poor);
}

#[test]
fn efforts_outside_two_to_twenty_minutes_and_broken_ones_are_left_out() {
    let mut more = exact();
    more.extend(efforts(&[(60.0, 900.0), (3600.0, 100.0), (300.0, f64::NAN), (-300.0, 300.0), (300.0, 0.0)]));
    assert_eq!(critical_power(&more, None), critical_power(&exact(), None));
    assert_eq!(critical_power(&efforts(&[(60.0, 500.0)]), None), Err(Unfit::TooFew { have: 0, need: 3 }));
}

#[test]
fn too_few_or_too_similar_efforts_are_refused() {
    let twice = efforts(&[(180.0, 370.0), (180.0, 365.0), (900.0, 280.0)]);
    assert_eq!(critical_power(&twice, None), Err(Unfit::TooFew { have: 2, need: 3 }));
    let alike = efforts(&[(300.0, 320.0), (400.0, 300.0), (600.0, 285.0)]);
    assert_eq!(critical_power(&alike, None), Err(Unfit::NarrowRange { ratio: 2.0 }));
    assert_eq!(critical_power(&[], None), Err(Unfit::TooFew { have: 0, need: 3 }));
}

#[test]
fn power_that_rises_with_duration_is_no_curve() {
    let rising = efforts(&[(180.0, 250.0), (400.0, 260.0), (1200.0, 270.0)]);
    assert_eq!(critical_power(&rising, None), Err(Unfit::NoCurve));
    assert_eq!(fit(&rising, Form::Power), None);
    let steep = efforts(&[(180.0, 500.0), (400.0, 200.0), (1200.0, 40.0)]);
    assert_eq!(critical_power(&steep, None), Err(Unfit::NoCurve));
}

#[test]
fn critical_power_above_the_best_forty_minutes_contradicts_itself() {
    assert!(matches!(
        critical_power(&exact(), Some(245.0)),
        Err(Unfit::AboveFortyMinutes { cp, best: 245.0 }) if (cp - 250.0).abs() < 1e-6
    ));
    // Unknown is not zero.
    assert!(critical_power(&exact(), Some(f64::NAN)).is_ok());
}

#[test]
fn bad_input_has_no_fit() {
    for form in Form::ALL {
        assert_eq!(fit(&[], form), None);
        assert_eq!(fit(&efforts(&[(300.0, 300.0)]), form), None);
        assert_eq!(fit(&efforts(&[(300.0, 300.0), (300.0, 310.0)]), form), None);
        assert_eq!(fit(&efforts(&[(300.0, 300.0), (600.0, f64::INFINITY)]), form), None);
        assert_eq!(fit(&efforts(&[(0.0, 300.0), (600.0, 280.0)]), form), None);
    }
}

#[test]
fn students_t_is_that_of_the_tables() {
    let table = [(1, 3.0777), (2, 1.8856), (3, 1.6377), (4, 1.5332), (5, 1.4759), (10, 1.3722), (30, 1.3104)];
    for (degrees, want) in table {
        assert!((t80(degrees) - want).abs() < 1e-3, "{degrees}: {}", t80(degrees));
    }
}

#[test]
fn three_parameters_end_at_a_highest_power_and_survive_noise() {
    let truth = Morton { cp: 260.0, w_prime: 18_000.0, p_max: 1100.0 };
    assert_eq!(truth.power_at(0.0), 1100.0);
    assert_eq!(truth.power_at(-5.0), 1100.0);
    let noisy = [5.0, 10.0, 30.0, 60.0, 180.0, 300.0, 720.0, 1200.0].into_iter().enumerate();
    let noisy: Vec<Effort> = noisy
        .map(|(i, seconds)| Effort { seconds, watts: truth.power_at(seconds) * if i % 2 == 0 { 1.01 } else { 0.99 } })
        .collect();
    let found = fit3(&noisy).unwrap();
    assert!((found.cp / truth.cp - 1.0).abs() < 0.05, "{found:?}");
    assert!((found.w_prime / truth.w_prime - 1.0).abs() < 0.15, "{found:?}");
    assert!((found.p_max / truth.p_max - 1.0).abs() < 0.05, "{found:?}");
    for effort in &noisy {
        assert!((found.power_at(effort.seconds) / effort.watts - 1.0).abs() < 0.03);
    }
}

#[test]
fn without_short_efforts_or_a_bend_there_is_no_highest_power() {
    assert_eq!(fit3(&exact()), None);
    let hyperbola = [10.0, 60.0, 180.0, 600.0, 1200.0].map(|t| (t, 250.0 + 20_000.0 / t));
    assert_eq!(fit3(&efforts(&hyperbola)), None);
    assert_eq!(fit3(&efforts(&hyperbola[..3])), None);
    assert_eq!(fit3(&efforts(&[(5.0, 300.0), (60.0, 300.0), (300.0, 300.0), (1200.0, 300.0)])), None);
    assert_eq!(fit3(&[]), None);
}
