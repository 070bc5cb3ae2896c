use super::*;

/// Loads of the newest days, newest last, before them 50 points a day.
fn loads(calm: &mut Calm, newest: &[f64]) {
    let start = calm.trend.len() - newest.len();
    for (point, load) in calm.trend[start..].iter_mut().zip(newest) {
        point.load = Some(*load);
    }
}

#[test]
fn a_week_over_the_larger_of_last_week_and_the_month_is_a_jump_from_twenty_percent_on() {
    let mut calm = Calm::new();
    calm.set(Rule::HighMonotony, false, None);
    loads(&mut calm, &[61.0, 60.0, 60.0, 60.0, 60.0, 60.0, 60.0]);
    let flag = calm.only();
    assert_eq!((flag.severity, flag.reason.rule, flag.reason.grade), (Severity::Watch, Rule::LoadJump, Grade::C));
    assert_eq!((flag.reason.facts["week"], flag.reason.facts["usual"], flag.reason.limit), (421.0, 350.0, Some(20.0)));
    loads(&mut calm, &[60.0; 7]);
    assert_eq!(calm.flags(), Vec::new(), "exactly a fifth more is not more than a fifth");
    loads(&mut calm, &[vec![30.0; 7], vec![50.0; 7]].concat());
    assert!(!calm.has(Rule::LoadJump), "back from a recovery week");
    loads(&mut calm, &[90.0; 7]);
    calm.set(Rule::LoadJump, true, Some(100.0));
    assert!(!calm.has(Rule::LoadJump), "the squad allows more");
}

#[test]
fn a_week_with_an_unknown_day_or_without_a_base_is_no_jump() {
    let mut calm = Calm::new();
    loads(&mut calm, &[90.0; 7]);
    assert!(calm.has(Rule::LoadJump));
    calm.trend[55].load = None;
    assert!(!calm.has(Rule::LoadJump));
    let mut calm = Calm::new();
    for point in &mut calm.trend[..53] {
        point.load = Some(0.0);
    }
    assert!(!calm.has(Rule::LoadJump));
}

#[test]
fn days_much_alike_are_noted_as_a_description() {
    let mut calm = Calm::new();
    loads(&mut calm, &[50.0, 51.0, 50.0, 51.0, 50.0, 51.0, 50.0]);
    let flag = calm.only();
    assert_eq!((flag.severity, flag.reason.rule, flag.reason.grade), (Severity::Note, Rule::HighMonotony, Grade::C));
    assert_eq!(flag.reason.facts["monotony"], 10.0, "shown up to ten");
    loads(&mut calm, &[0.0, 100.0, 20.0, 90.0, 0.0, 80.0, 30.0]);
    assert_eq!(calm.flags(), Vec::new());
}

#[test]
fn hrv_out_of_its_band_is_told_for_both_sides() {
    let mut calm = Calm::new();
    let out = |week: HrvVerdict, mean: f64| {
        let value = Reading::Known { value: mean, on: day(0) };
        let hrv = Contributor { signal: Signal::Hrv, value, band: Some((55.0, 65.0)), z: None };
        ReadinessDay { contributors: vec![hrv], hrv: HrvRules { week, ..well(0).hrv }, ..well(0) }
    };
    calm.readiness = vec![out(HrvVerdict::Below, 50.0)];
    let flag = calm.only();
    assert_eq!((flag.severity, flag.reason.rule), (Severity::Watch, Rule::HrvOutOfBand));
    assert_eq!((flag.reason.facts["mean"], flag.reason.name.as_deref()), (50.0, Some("below")));
    calm.readiness = vec![out(HrvVerdict::Above, 80.0)];
    assert_eq!((calm.only().severity, calm.only().reason.name.as_deref()), (Severity::Note, Some("above")));
    calm.readiness = vec![out(HrvVerdict::Unknown { why: Missing::SetAside }, 50.0)];
    assert_eq!(calm.flags(), Vec::new());
}

#[test]
fn the_single_day_rule_speaks_only_where_it_was_switched_on() {
    let mut calm = Calm::new();
    calm.readiness = vec![ReadinessDay { hrv: HrvRules { single_day: HrvVerdict::Below, ..well(0).hrv }, ..well(0) }];
    assert_eq!(calm.flags(), Vec::new());
    calm.set(Rule::HrvSingleDay, true, None);
    assert_eq!((calm.only().reason.rule, calm.only().reason.limit), (Rule::HrvSingleDay, Some(52.0)));
}

#[test]
fn sleep_debt_is_told_from_its_limit_on() {
    let mut calm = Calm::new();
    for (hours, told) in [(6.9, false), (7.0, true)] {
        let value = SleepDebt { hours, need: 8.0, nights: 6, guessed: true };
        calm.readiness = vec![ReadinessDay { sleep_debt: Reading::Known { value, on: day(0) }, ..well(0) }];
        assert_eq!(calm.has(Rule::SleepDebt), told, "{hours}");
    }
}

#[test]
fn a_low_answer_is_told_only_when_the_one_before_was_low_too() {
    let mut calm = Calm::new();
    let answered = |back: i64, z: f64| {
        let item = ItemZ { field: WellnessField::Soreness, value: 1.0, z: Some(z) };
        ReadinessDay { items: vec![item], ..well(back) }
    };
    calm.readiness = vec![answered(1, -1.6), answered(0, -2.5)];
    let flag = calm.only();
    assert_eq!((flag.reason.rule, flag.reason.name.as_deref()), (Rule::WellnessLow, Some("soreness")));
    assert_eq!((flag.reason.facts["z"], flag.reason.limit), (-1.6, Some(-1.5)));
    calm.readiness = vec![answered(1, -1.0), answered(0, -2.5)];
    assert_eq!(calm.flags(), Vec::new());
    calm.readiness = vec![answered(4, -2.0), answered(0, -2.5)];
    assert_eq!(calm.flags(), Vec::new(), "four days ago says nothing of now");
}

fn measured(metric: Metric, value: f64) -> BTreeMap<Metric, Measured> {
    BTreeMap::from([(metric, Measured::Known { value, doubts: Vec::new() })])
}

/// One run every second day, newest first, each with this contact balance at this speed.
fn balanced(balances: &[f64], speed: impl Fn(usize) -> f64) -> Calm {
    let mut calm = Calm::new();
    calm.recent.clear();
    for (index, balance) in balances.iter().enumerate().rev() {
        let mut run = activity(2 * i64::try_from(index).expect("few"), Sport::Run, 60.0);
        run.summary.avg_speed = Some(crate::unit::MetersPerSecond(speed(index)));
        calm.measured.insert(run.id, measured(Metric::ContactBalance, *balance));
        calm.recent.push(run);
    }
    calm
}

#[test]
fn the_balance_of_the_feet_is_compared_with_the_athletes_own_comparable_runs() {
    let mut balances = vec![52.2, 52.0, 52.1];
    balances.extend([50.0, 50.2, 49.8, 50.1, 49.9, 50.0, 50.2, 49.8, 50.1, 49.9]);
    let flag = balanced(&balances, |_| 3.0).only();
    assert_eq!((flag.severity, flag.reason.rule), (Severity::Watch, Rule::AsymmetryChange));
    assert_eq!((flag.reason.facts["now"], flag.reason.limit), (52.1, Some(1.0)));
    assert!((flag.reason.facts["usual"] - 50.0).abs() < 0.01);
    assert!(!balanced(&balances[..12], |_| 3.0).has(Rule::AsymmetryChange), "nine runs are no usual");
    let faster = balanced(&balances, |index| if index < 3 { 4.0 } else { 3.0 });
    assert!(!faster.has(Rule::AsymmetryChange), "another pace is another way of running");
    balances.splice(..3, [50.9, 50.8, 50.9]);
    assert!(!balanced(&balances, |_| 3.0).has(Rule::AsymmetryChange), "less than devices can tell");
}

#[test]
fn two_loads_from_an_unbridged_source_are_told() {
    let mut calm = Calm::new();
    for activity in &mut calm.recent {
        let source = crate::summary::LoadSource::HeartRate;
        activity.summary.load = Some(crate::summary::Load { points: 50.0, source, scale: None, stands_in: true });
    }
    assert!(!calm.has(Rule::SourceSwitched), "one of them is twenty days old");
    calm.set(Rule::SourceSwitched, true, Some(1.0));
    assert_eq!((calm.only().reason.rule, calm.only().reason.facts["sessions"]), (Rule::SourceSwitched, 1.0));
    for activity in &mut calm.recent {
        activity.summary.load = activity.summary.load.map(|load| crate::summary::Load { scale: Some(1.1), ..load });
    }
    assert_eq!(calm.flags(), Vec::new(), "with a scale it is no matter");
}

fn estimate(value: f64, confidence: f64, current: Option<f64>) -> Estimate {
    Estimate {
        metric: crate::metric::Metric::Ftp,
        method: crate::threshold::Method::TwentyMinutes,
        value,
        low: value - 10.0,
        high: value + 10.0,
        confidence,
        sources: Vec::new(),
        lower_bound: false,
        current,
        proposed: true,
    }
}

#[test]
fn the_most_trusted_offer_is_noted_and_what_is_not_proposed_is_not() {
    let mut calm = Calm::new();
    calm.offered = vec![estimate(260.0, 0.5, Some(250.0)), estimate(270.0, 0.8, Some(250.0))];
    let flag = calm.only();
    assert_eq!((flag.severity, flag.reason.rule), (Severity::Note, Rule::ThresholdOffered));
    assert_eq!(flag.reason.facts["value"], 270.0);
    let words = crate::words::Words::english().reason(&flag.reason);
    assert!(words.starts_with("Threshold power (FTP): efforts or results say 270 W, the setting is 250 W."), "{words}");
    calm.offered = vec![Estimate { current: None, ..estimate(260.0, 0.5, None) }];
    let words = crate::words::Words::english().reason(&calm.only().reason);
    assert!(words.contains("say 260 W. It holds"), "{words}");
    calm.offered[0].proposed = false;
    assert_eq!(calm.flags(), Vec::new());
}

#[test]
fn fever_and_injury_ask_for_a_look_today_even_where_somebody_switched_them_off() {
    let mut calm = Calm::new();
    calm.readiness = vec![ReadinessDay { fever: true, injured: true, ..well(0) }];
    calm.set(Rule::ReportedIll, false, None);
    calm.set(Rule::ReportedPain, false, None);
    let flags = calm.flags();
    let names: Vec<_> = flags.iter().filter_map(|flag| flag.reason.name.as_deref()).collect();
    assert_eq!(names, ["fever", "injury"]);
    assert!(flags.iter().all(|flag| flag.severity == Severity::Act));
}

#[test]
fn a_rule_that_was_switched_off_is_silent() {
    let mut calm = Calm::new();
    calm.settings = Some(settings(200));
    assert!(calm.has(Rule::OldThreshold));
    calm.set(Rule::OldThreshold, false, None);
    assert_eq!(calm.flags(), Vec::new());
    calm.set(Rule::OldThreshold, true, Some(365.0));
    assert_eq!(calm.flags(), Vec::new(), "a year is young enough for this squad");
}

#[test]
fn a_longer_run_is_told_by_distance_where_all_of_the_month_have_one() {
    let mut calm = Calm::new();
    calm.recent = vec![activity(20, Sport::Run, 60.0), activity(2, Sport::Run, 60.0)];
    calm.recent[0].distance = Some(crate::unit::Meters(10_000.0));
    calm.recent[1].distance = Some(crate::unit::Meters(12_000.0));
    let flag = calm.only();
    assert_eq!((flag.reason.name.as_deref(), flag.reason.facts["km"]), (Some("distance"), 12.0));
    let words = crate::words::Words::english().reason(&flag.reason);
    assert!(words.contains("12.0 km, an unusual length; the longest of the month before was 10.0 km."), "{words}");
}

#[test]
fn every_flag_has_a_sentence_that_is_filled_from_its_own_reason() {
    let mut said = std::collections::BTreeSet::new();
    let mut calms: Vec<Calm> = std::iter::repeat_with(Calm::new).take(16).collect();
    calms[0].recent = vec![activity(9, Sport::Run, 60.0)];
    calms[0].trend.truncate(50);
    calms[1].readiness = vec![ReadinessDay { ill: true, pain: Some(5.0), fever: true, injured: true, ..well(0) }];
    calms[2].readiness = (0..4).rev().map(|back| resting(back, 60.0, (48.0, 52.0))).collect();
    let value = Readiness { score: 20.0, low: 10.0, high: 30.0, coverage: 0.8 };
    calms[3].readiness = vec![ReadinessDay { readiness: Reading::Known { value, on: day(0) }, ..well(0) }];
    let last = calms[4].trend.last_mut().expect("a point");
    (last.form_morning, last.ramp) = (-40.0, Some(20.0));
    calms[5].recent.push(activity(0, Sport::Run, 90.0));
    calms[6].races = vec![race(1)];
    calms[7].settings = None;
    calms[7].trend.drain(..50);
    calms[8].settings = Some(settings(200));
    loads(&mut calms[9], &[90.0; 7]);
    loads(&mut calms[10], &[50.0, 51.0, 50.0, 51.0, 50.0, 51.0, 50.0]);
    let value = Reading::Known { value: 40.0, on: day(0) };
    let hrv = Contributor { signal: Signal::Hrv, value, band: Some((55.0, 65.0)), z: None };
    let low = HrvRules { week: HrvVerdict::Below, single_day: HrvVerdict::Below, ..well(0).hrv };
    calms[11].readiness = vec![ReadinessDay { contributors: vec![hrv], hrv: low, ..well(0) }];
    calms[11].set(Rule::HrvSingleDay, true, None);
    let value = SleepDebt { hours: 9.5, need: 8.0, nights: 6, guessed: true };
    let item = ItemZ { field: WellnessField::Mood, value: 1.0, z: Some(-2.0) };
    let poor = ReadinessDay { sleep_debt: Reading::Known { value, on: day(0) }, items: vec![item], ..well(0) };
    calms[12].readiness = vec![ReadinessDay { date: day(1), ..poor.clone() }, poor];
    calms[13] = balanced(&[53.0, 53.0, 53.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0], |_| 3.0);
    calms[14].offered = vec![estimate(260.0, 0.5, None)];
    calms[15].set(Rule::SourceSwitched, true, Some(1.0));
    let source = crate::summary::LoadSource::HeartRate;
    calms[15].recent[1].summary.load =
        Some(crate::summary::Load { points: 50.0, source, scale: None, stands_in: true });
    for flag in calms.iter().flat_map(Calm::flags) {
        let sentence = crate::words::Words::english().reason(&flag.reason);
        assert!(!sentence.starts_with("reason-") && !sentence.contains(['{', '$']), "{sentence}");
        assert!(!sentence.contains("will be injured") && !sentence.contains("risk"), "{sentence}");
        said.insert(flag.reason.rule);
    }
    let tunable: std::collections::BTreeSet<Rule> =
        crate::tuning::tunables().into_iter().map(|tunable| tunable.rule).chain([Rule::RaceSoon]).collect();
    assert_eq!(said, tunable, "every rule that can be tuned speaks, and no other");
}
