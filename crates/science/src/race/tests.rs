use super::*;

fn predicted(method: Method, seconds: f64, sd_share: f64) -> Predicted {
    Predicted { method, time: Seconds(seconds), sd_share }
}

#[test]
fn a_race_predicts_itself() {
    let (distance, time) = (Meters(10_000.0), Seconds(2400.0));
    assert_eq!(riegel(distance, time, distance, RIEGEL), Some(time));
    let again = vdot_time(vdot(distance, time).unwrap(), distance).unwrap();
    assert!((again.0 - 2400.0).abs() < 1e-6, "{again}");
    let k = exponent(distance, time, MARATHON, riegel(distance, time, MARATHON, 1.11).unwrap()).unwrap();
    assert!((k - 1.11).abs() < 1e-12);
}

#[test]
fn races_that_cannot_be_predict_nothing() {
    let good = Seconds(2400.0);
    for bad in [0.0, -5.0, f64::NAN, f64::INFINITY] {
        assert_eq!(riegel(Meters(bad), good, MARATHON, RIEGEL), None);
        assert_eq!(riegel(Meters(1e4), Seconds(bad), MARATHON, RIEGEL), None);
        assert_eq!(vdot(Meters(bad), good), None);
        assert_eq!(vdot_time(bad, MARATHON), None);
        assert_eq!(vickers_one(Meters(bad), good, 30.0), None);
        assert_eq!(hyperbola_time(MetersPerSecond(bad), Meters(200.0), Meters(5000.0)), None);
        assert_eq!(critical_speed_marathon(MetersPerSecond(bad)), None);
    }
    assert_eq!(vickers_one(Meters(1e4), good, -1.0), None);
    assert_eq!(vickers_one(Meters(1e4), good, f64::NAN), None);
    assert_eq!(vickers_two(HALF_MARATHON, Seconds(5400.0), Meters(1e4), good, 30.0), None, "the longer comes second");
    assert_eq!(vickers_two(Meters(1e4), good, Meters(1e4), good, 30.0), None);
    assert_eq!(hyperbola_time(MetersPerSecond(5.0), Meters(200.0), Meters(150.0)), None);
    assert_eq!(vdot_time(3.0, MARATHON), None, "slower than walking");
    assert_eq!(vdot_speed(f64::NAN), None);
}

#[test]
fn critical_speed_speaks_of_two_to_thirty_minutes() {
    let at = |metres| critical_speed_time(MetersPerSecond(5.0), Meters(200.0), Meters(metres));
    assert_eq!(at(3000.0), Some(Seconds(560.0)));
    assert_eq!((at(600.0), at(10_000.0)), (None, None));
}

#[test]
fn a_marathon_holds_less_of_critical_speed_the_longer_it_takes() {
    let ends = |seconds: f64, share: f64| MetersPerSecond(MARATHON.0 / seconds / share);
    let three_hours = critical_speed_marathon(MetersPerSecond(4.3)).unwrap();
    assert!((9000.0..=21_600.0).contains(&three_hours.0));
    let share = MARATHON.0 / three_hours.0 / 4.3;
    assert!((0.789..0.93).contains(&share), "{share}");
    assert!((critical_speed_marathon(ends(21_599.0, 0.789)).unwrap().0 - 21_599.0).abs() < 5.0);
    assert_eq!(critical_speed_marathon(ends(8000.0, 0.93)), None);
    assert_eq!(critical_speed_marathon(ends(25_000.0, 0.789)), None);
}

#[test]
fn the_surer_method_weighs_more_and_the_weights_add_up_to_one() {
    let parts = [predicted(Method::Riegel, 2500.0, 0.02), predicted(Method::Vdot, 2540.0, 0.04)];
    let blend = blend(&parts, Meters(10_000.0), 0.0).unwrap();
    assert!((blend.parts.iter().map(|part| part.weight).sum::<f64>() - 1.0).abs() < 1e-12);
    assert!((blend.parts[0].weight - 0.8).abs() < 1e-12);
    assert!((2500.0..2520.0).contains(&blend.time.0) && blend.low < blend.time && blend.time < blend.high);
}

#[test]
fn the_interval_keeps_its_floor_and_never_narrows_by_repeating_a_race() {
    let sure = [predicted(Method::Riegel, 2500.0, 0.001)];
    let one = blend(&sure, Meters(10_000.0), 0.0).unwrap();
    assert!((one.high.0 / one.time.0).ln() >= 0.03 - 1e-12);
    let marathon = blend(&sure, MARATHON, 0.0).unwrap();
    assert!((marathon.high.0 / marathon.time.0).ln() >= 0.055 - 1e-12);

    let wide = predicted(Method::Riegel, 2500.0, 0.05);
    let width = |parts: &[Predicted], months| {
        let blend = blend(parts, Meters(10_000.0), months).unwrap();
        (blend.high.0 / blend.low.0).ln()
    };
    assert!(width(&[wide, wide, wide], 0.0) >= width(&[wide], 0.0) - 1e-12);
    assert!(width(&[wide, predicted(Method::Vdot, 2800.0, 0.05)], 0.0) > width(&[wide], 0.0), "they disagree");
    assert!(width(&[wide], 6.0) > width(&[wide], 0.0), "an old race says less");
}

#[test]
fn methods_outside_their_range_are_left_out() {
    let vickers = predicted(Method::VickersOne, 2500.0, 0.06);
    let speed = predicted(Method::CriticalSpeed, 2500.0, 0.03);
    assert_eq!(blend(&[vickers, speed], Meters(10_000.0), 0.0), None);
    let with_riegel = blend(&[vickers, speed, predicted(Method::Riegel, 2600.0, 0.03)], Meters(10_000.0), 0.0).unwrap();
    assert_eq!(with_riegel.parts.len(), 1);
    assert!((with_riegel.time.0 - 2600.0).abs() < 1e-9);
    assert_eq!(blend(&[predicted(Method::Riegel, 2600.0, 0.0)], Meters(10_000.0), 0.0), None);
    assert_eq!(blend(&[predicted(Method::Riegel, 2600.0, 0.03)], Meters(10_000.0), -1.0), None);
    assert_eq!(blend(&[], Meters(10_000.0), 0.0), None);
}

#[test]
fn the_marathon_is_surer_with_mileage_and_with_two_races() {
    let sd = |method: Method| method.usual_sd_share(HALF_MARATHON, MARATHON).unwrap();
    assert!(sd(Method::VickersTwo) < sd(Method::VickersOne) && sd(Method::VickersOne) < sd(Method::Riegel));
    assert!(sd(Method::CriticalSpeed) > sd(Method::Riegel));
    assert_eq!(Method::VickersOne.usual_sd_share(Meters(5000.0), Meters(10_000.0)), None);
    assert_eq!(Method::Riegel.usual_sd_share(Meters(0.0), MARATHON), None);
    let near = Method::Riegel.usual_sd_share(Meters(5000.0), Meters(10_000.0));
    assert!(near < Method::Riegel.usual_sd_share(Meters(3000.0), HALF_MARATHON));
}
