//! Workouts in one line: the notation, its printer, and texts nobody would write.

use domain::session::{Session, SessionKind, Step};
use domain::settings::Settings;
use domain::sport::Sport;
use domain::unit::{Bpm, MetersPerSecond, Watts};
use domain::words::Words;
use domain::workout::{
    Expected, Length, Part, Reference, Reps, Sets, Target, Weight, WorkStep, Workout, Yardstick, told,
};
use proptest::prelude::*;

fn read(text: &str) -> Workout {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn by(sport: Sport) -> Yardstick<'static> {
    Yardstick { kind: SessionKind::Interval, sport, settings: None }
}

#[test]
fn texts_of_coaches_read_and_print_back_the_same() {
    for text in [
        "2x(4x4min @ 105% CP, r2min), r6min",
        "15min @ 65%, 3x10min @ 95-100% FTP, r3min \"spin easy\"",
        "5x1000m @ 102% CS, r400m",
        "20min @ Z2",
        "40min @ RPE 4",
        "back squat 3x5 @ 80% 1RM, r3min",
        "jump squat 4x3 @ 1.0 m/s",
        "plank 3x45s",
        "3x(push-up 1x12, plank 1x45s), r90s",
        "1h30min @ 60-70%, 10km @ 90% pace, 2min30s, 90s @ 120% FTP",
        "400m, 8x50m @ 105% CSS, r20s, 200m @ RPE 2.5",
        "row 3x8 @ 2 RIR, r2min, curl 3x12 @ 12.5kg",
    ] {
        assert_eq!(read(text).to_string(), text);
    }
}

#[test]
fn other_spellings_become_the_one_way_it_is_written() {
    for (text, canonical) in [
        (" 3 X 10 MIN@95 – 100 %ftp ,R 3 min“spin  easy” ", None),
        ("3 x 10min@95–100 %ftp ,rest 3 min“spin  easy”", Some("3x10min @ 95-100% FTP, r3min \"spin easy\"")),
        ("2×(10min, r2min), r6min", Some("2x(10min, r2min), r6min")),
        ("2x(10min, r2min)", Some("2x10min, r2min")),
        ("1.5h, 120s, 60s, 2000m, 1 h 5 min", Some("1h30min, 2min, 1min, 2km, 1h5min")),
        ("Back  Squat 3 x 5 @ 80%1rm", Some("Back Squat 3x5 @ 80% 1RM")),
    ] {
        let written = text.parse::<Workout>().map(|workout| workout.to_string());
        assert_eq!(written.ok().as_deref(), canonical, "{text}");
    }
}

#[test]
fn a_recovery_after_a_repeat_is_taken_every_time_and_a_second_one_once() {
    let minutes = |text: &str| read(text).minutes(&by(Sport::Ride));
    assert_eq!(minutes("2x(4x4min @ 105% CP, r2min), r6min"), 60.0);
    assert_eq!(minutes("3x10min, r3min"), 39.0);
    assert_eq!(minutes("3x10min, r3min, r5min"), 44.0);
    assert_eq!(minutes("10min, r3min, 10min"), 23.0);
    let [Step { repeat: 3, rest_minutes, .. }] = read("3x10min, r3min").steps(&by(Sport::Ride))[..] else {
        panic!("a repeat of one step stays one");
    };
    assert_eq!(rest_minutes, 3.0);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    for (text, at, expected) in [
        ("", 0, Expected::Part),
        ("15", 2, Expected::Unit),
        ("15min 20min", 6, Expected::Comma),
        ("15min,", 6, Expected::Part),
        ("15parsec", 2, Expected::Unit),
        ("15min @ hard", 8, Expected::Target),
        ("15min @ 95", 10, Expected::Percent),
        ("15min @ 250W", 11, Expected::Percent),
        ("15min @ 95% VO2", 12, Expected::Reference),
        ("15min @ 100-95%", 12, Expected::Upper),
        ("15min @ 5%", 8, Expected::Share),
        ("15min @ Z9", 9, Expected::Zone),
        ("15min @ RPE 11", 12, Expected::Rpe),
        ("15min \"easy", 11, Expected::Quote),
        ("2x(4min, r2min", 14, Expected::Close),
        ("2xfast", 2, Expected::Body),
        ("2x(1x(1x(1x(1min))))", 11, Expected::Shallower),
        ("0x5min", 0, Expected::Times),
        ("1min, 99x(99x1min)", 6, Expected::Fewer),
        ("90h", 0, Expected::Length),
        ("squat", 5, Expected::Sets),
        ("squat 3xmany", 8, Expected::Reps),
        ("squat 3x5 @ heavy", 12, Expected::Weight),
        ("squat 3x5 @ 80", 14, Expected::WeightUnit),
        ("mäßig 15min", 6, Expected::Sets),
    ] {
        let error = text.parse::<Workout>().expect_err(text);
        assert_eq!((error.at, error.expected), (at, expected), "{text}");
    }
    for expected in Expected::ALL {
        let key = format!("workout-expected-{}", expected.code());
        assert!(Words::english().has(&key), "{key}");
    }
}

#[test]
fn load_is_the_sum_over_steps_of_intensity_squared() {
    let workout = read("15min @ 65%, 3x10min @ 95-101%, r3min, 10min @ 60%");
    let expected = 100.0 / 60.0 * (15.0 * 0.4225 + 30.0 * 0.9604 + 9.0 * 0.36 + 10.0 * 0.36);
    assert!((workout.load(&by(Sport::Ride)) - expected).abs() < 1e-9);
    assert_eq!(workout.minutes(&by(Sport::Ride)), 64.0);
}

#[test]
fn distances_and_targets_follow_the_athletes_own_thresholds() {
    let settings = Settings {
        ftp: Some(Watts(200.0)),
        critical_power: Some(Watts(210.0)),
        threshold_speed: Some(MetersPerSecond(4.0)),
        lthr: Some(Bpm(160.0)),
        ..Settings::default()
    };
    let run = Yardstick { kind: SessionKind::Interval, sport: Sport::Run, settings: Some(&settings) };
    let ride = Yardstick { sport: Sport::Ride, ..run };
    assert!((read("5x1000m @ 100%").minutes(&run) - 5.0 * 250.0 / 60.0).abs() < 1e-9);
    let at = |text: &str, by: &Yardstick| read(text).steps(by)[0].intensity;
    assert!((at("4min @ 100% CP", &ride) - 1.05).abs() < 1e-12, "critical power is 1.05 of FTP here");
    assert!((at("4min @ Z2", &ride) - 0.65).abs() < 1e-12, "the middle of 55 to 75 %");
    assert!((at("4min @ 94% LTHR", &run) - 0.9).abs() < 1e-12);
    let text = "15min @ 65%, 3x10min @ 95-100% FTP, r3min, 1km @ 90% CS, 20min @ Z2";
    assert_eq!(
        told::lines(&read(text), &ride, Words::english()),
        [
            "15 min at 130 W (65 % of FTP)",
            "3 × 10 min at 190–200 W (95–100 % of FTP), each then 3 min recovery",
            "1000 m at 90 % of critical speed (not set for this athlete)",
            "20 min at zone 2 (110–150 W)",
        ]
    );
    assert_eq!(
        told::lines(&read("2x(4x1km @ 100%, r90s), r6min \"walk\""), &run, Words::english()),
        [
            "2 times:",
            "· 4 × 1000 m at 4:10 /km (100 % of threshold pace), each then 90 s recovery",
            "after each time: 6 min recovery, “walk”"
        ]
    );
}

fn lengths() -> impl Strategy<Value = Length> {
    prop_oneof![
        (1u32..=86_400).prop_map(|seconds| Length::Time(f64::from(seconds))),
        (1u32..=240).prop_map(|half| Length::Time(f64::from(half * 30))),
        (10u32..=50_000).prop_map(|meters| Length::Distance(f64::from(meters))),
        (1u32..=100).prop_map(|hundreds| Length::Distance(f64::from(hundreds * 100))),
    ]
}

fn targets() -> impl Strategy<Value = Target> {
    let share = (100u32..=3000, 0u32..=300, prop::sample::select(&Reference::ALL[..])).prop_map(|(low, more, of)| {
        let share = |thousandths: u32| f64::from(thousandths) / 10.0 / 100.0;
        Target::Share { low: share(low), high: share((low + more).min(3000)), of }
    });
    prop_oneof![
        Just(Target::Free),
        share,
        (1u8..=7).prop_map(Target::Zone),
        (0u32..=100).prop_map(|tenths| Target::Rpe(f64::from(tenths) / 10.0)),
    ]
}

fn steps() -> impl Strategy<Value = WorkStep> {
    let cue = prop::option::of("[a-zäé0-9,@%()x]{1,6}( [a-z:!?]{1,8}){0,3}");
    (lengths(), targets(), any::<bool>(), cue).prop_map(|(length, target, recovery, cue)| WorkStep {
        length,
        target,
        recovery,
        cue,
    })
}

fn sets() -> impl Strategy<Value = Sets> {
    let reps = prop_oneof![
        (1u32..=200).prop_map(Reps::Count),
        (1u32..=600).prop_map(|seconds| Reps::Hold(f64::from(seconds)))
    ];
    let load = prop_oneof![
        Just(Weight::Free),
        (5u32..=5000).prop_map(|tenths| Weight::Kg(f64::from(tenths) / 10.0)),
        (100u32..=1200).prop_map(|tenths| Weight::OneRm(f64::from(tenths) / 10.0 / 100.0)),
        (10u32..=500).prop_map(|hundredths| Weight::Velocity(f64::from(hundredths) / 100.0)),
        (0u32..=100).prop_map(|tenths| Weight::Reserve(f64::from(tenths) / 10.0)),
    ];
    let rest = prop::option::of((1u32..=600).prop_map(f64::from));
    ("[A-Za-zäö]{2,8}([ -][a-z]{2,8}){0,2}", 1u32..=99, reps, load, rest)
        .prop_filter("a recovery is written so", |(name, ..)| !name.eq_ignore_ascii_case("rest"))
        .prop_map(|(exercise, sets, reps, load, rest)| Sets { exercise, sets, reps, load, rest })
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let leaf = prop_oneof![4 => steps().prop_map(Part::Step), 1 => sets().prop_map(Part::Sets)];
    let part = leaf.prop_recursive(3, 12, 3, |inner| {
        (1u32..=4, prop::collection::vec(inner, 1..=3)).prop_map(|(times, parts)| Part::Repeat { times, parts })
    });
    prop::collection::vec(part, 1..=4)
}

/// A recovery right after a repeat or after sets is theirs: no text says otherwise.
fn as_written(parts: Vec<Part>) -> Vec<Part> {
    let mut written: Vec<Part> = Vec::new();
    for part in parts {
        let part = match part {
            Part::Repeat { times, parts } => {
                // The recovery of the repeat itself stands outside of its bracket.
                let mut parts = parts;
                let rest = match parts.last() {
                    Some(Part::Step(last)) if last.recovery && parts.len() > 1 => parts.pop(),
                    _ => None,
                };
                let mut parts = as_written(parts);
                parts.extend(rest);
                Part::Repeat { times, parts }
            }
            part => part,
        };
        match (written.last_mut(), part) {
            (Some(Part::Repeat { parts, .. }), Part::Step(step)) if step.recovery && !rests(parts) => {
                parts.push(Part::Step(step));
            }
            (Some(Part::Sets(sets)), Part::Step(step))
                if step.recovery
                    && sets.rest.is_none()
                    && step.target == Target::Free
                    && step.cue.is_none()
                    && matches!(step.length, Length::Time(_)) =>
            {
                sets.rest = match step.length {
                    Length::Time(seconds) => Some(seconds),
                    Length::Distance(_) => None,
                };
            }
            (_, part) => written.push(part),
        }
    }
    written
}

fn rests(parts: &[Part]) -> bool {
    parts.len() > 1 && matches!(parts.last(), Some(Part::Step(last)) if last.recovery)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_is_printed_reads_back_the_same(parts in parts()) {
        let workout = Workout { parts: as_written(parts) };
        let text = workout.to_string();
        prop_assume!(text.chars().count() <= 1000 && workout.steps(&by(Sport::Run)).len() <= 400);
        prop_assert_eq!(text.parse(), Ok(workout.clone()), "{}", text);
        prop_assert!(workout.minutes(&by(Sport::Run)) > 0.0);
        prop_assert!(workout.load(&by(Sport::Run)).is_finite());
    }

    #[test]
    fn what_is_scaled_still_reads_back_and_keeps_its_steps(parts in parts(), percent in 10u32..=200) {
        let workout = Workout { parts: as_written(parts) };
        prop_assume!(workout.to_string().parse::<Workout>().is_ok());
        let session = Session::of_workout(SessionKind::Interval, Sport::Run, "Own".into(), workout, None);
        let scaled = session.scaled(f64::from(percent) / 100.0);
        prop_assert_eq!(scaled.minutes, (f64::from(session.minutes) * (f64::from(percent) / 100.0)).round() as u32);
        let text = serde_json::to_string(&scaled).expect("plain data");
        let read: Session = serde_json::from_str(&text).expect("it reads back");
        prop_assert_eq!(&read.workout, &scaled.workout);
        if let Some(workout) = &scaled.workout {
            let anew = workout.steps(&by(Sport::Run));
            prop_assert_eq!(anew.len(), scaled.steps.len(), "{}", workout);
            for (step, anew) in scaled.steps.iter().zip(&anew) {
                prop_assert!((step.total() / anew.total() - 1.0).abs() < 1e-9, "{}: {:?} {:?}", workout, step, anew);
            }
        }
    }
}

const SIGNS: [&str; 30] = [
    "1", "3", "10", "95", "0.5", "x", "×", "@", "%", "-", ",", "(", ")", "\"", " ", "r", "rest", "min", "s", "h", "m",
    "km", "Z", "RPE", "FTP", "CS", "squat ", "1RM", "kg", "ü",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn texts_nobody_would_write_are_refused_at_a_place_in_them_or_print_stably(
        signs in prop::collection::vec(prop_oneof![9 => prop::sample::select(&SIGNS[..]).prop_map(str::to_owned), 1 => "\\PC"], 0..24)
    ) {
        let text = signs.concat();
        match text.parse::<Workout>() {
            Ok(workout) => {
                let printed = workout.to_string();
                prop_assert_eq!(printed.parse::<Workout>().map(|again| again.to_string()), Ok(printed));
            }
            Err(error) => prop_assert!(error.at <= text.chars().count(), "{} in {:?}", error, text),
        }
    }
}
