//! Named weeks with the numbers they must have.

use chrono::{Datelike, Duration, Weekday};
use domain::reason::{Grade, Reason, Rule};
use domain::season::{PhaseKind, Priority};
use domain::session::SessionKind;
use domain::settings::Settings;
use domain::sport::Sport;
use domain::trend::DayLoad;
use planner::{Context, Draft, ENGINE, Past, digest, propose};

use crate::build::{day, kept, minutes, monday, phase, race, ready, runner};
use crate::limits::{broken, on, own_load};

fn find(reasons: &[Reason], rule: Rule) -> Option<&Reason> {
    reasons.iter().find(|reason| reason.rule == rule)
}

fn kinds(draft: &Draft, kind: SessionKind) -> Vec<Weekday> {
    draft.sessions.iter().filter(|s| s.session.kind == kind).map(|s| s.date.weekday()).collect()
}

fn quality(draft: &Draft) -> Vec<Weekday> {
    draft.sessions.iter().filter(|s| s.session.kind.is_quality()).map(|s| s.date.weekday()).collect()
}

fn rules(draft: &Draft, offset: i64) -> Vec<Rule> {
    on(draft, day(offset)).expect("the day has an entry").reasons.iter().map(|reason| reason.rule).collect()
}

fn draft(context: &Context) -> Draft {
    let draft = propose(context);
    assert_eq!(broken(context, &draft), Vec::<String>::new());
    draft
}

#[test]
fn an_even_past_gives_a_week_of_the_same_load_with_one_quality_and_a_long_session() {
    let draft = draft(&runner());
    assert!(!draft.abstained);
    let target = draft.target_load.expect("a target");
    assert!((target - 280.0).abs() < 1e-9, "base phase, mean of four weeks of 280: {target}");
    let aim = find(&draft.reasons, Rule::WeeklyTarget).expect("the target says why");
    assert_eq!((aim.facts["base"], aim.facts["share"], aim.facts["target"]), (280.0, 1.0, 280.0));
    assert_eq!(quality(&draft), [Weekday::Tue]);
    assert_eq!(kinds(&draft, SessionKind::Long), [Weekday::Sun], "the day with most time");
    assert!((0.95 * target..=target).contains(&own_load(&draft)), "{}", own_load(&draft));
    let trained = draft.sessions.iter().filter(|s| s.session.minutes > 0 && s.session.sport == Sport::Run).count();
    assert_eq!(trained, 5, "as many days as usual");
    assert_eq!(kinds(&draft, SessionKind::Rest), [Weekday::Mon, Weekday::Fri]);
}

#[test]
fn a_build_week_has_two_quality_sessions_and_the_share_of_its_place_in_the_phase() {
    let mut context = runner();
    context.phases = vec![phase(PhaseKind::Build, -7, 27)];
    let draft = draft(&context);
    assert_eq!(quality(&draft), [Weekday::Tue, Weekday::Thu]);
    let set = find(&draft.reasons, Rule::Phase).expect("the phase says its share");
    assert_eq!((set.facts["week"], set.facts["share"], set.name.as_deref()), (2.0, 1.10, Some("build")));
    assert!((draft.target_load.expect("a target") - 308.0).abs() < 1e-9);
}

#[test]
fn without_a_phase_the_weeks_to_an_a_race_tell_it() {
    let mut context = runner();
    for (weeks, name, share) in [(9, "build", 1.05), (3, "sharpen", 1.02), (2, "sharpen", 0.90)] {
        context.races = vec![race("City run", 7 * weeks + 6, Priority::A)];
        let draft = draft(&context);
        let set = find(&draft.reasons, Rule::Phase).expect("a phase");
        assert_eq!((set.name.as_deref(), set.facts["share"]), (Some(name), share), "{weeks} weeks");
    }
}

#[test]
fn the_load_may_not_jump_whatever_the_phase_asks() {
    let mut context = runner();
    context.phases = vec![phase(PhaseKind::Build, -28, 27)];
    let draft = draft(&context);
    let limited = find(&draft.reasons, Rule::RampLimit).expect("20 % more is too much");
    assert!((limited.facts["asked"] - 336.0).abs() < 1e-9, "1.20 times 280");
    assert!((limited.limit.expect("a limit") - 322.0).abs() < 1e-9, "1.15 times 280");
    assert!((draft.target_load.expect("a target") - 322.0).abs() < 1e-9);
}

#[test]
fn after_three_weeks_of_rising_load_comes_a_recovery_week() {
    let mut context = runner();
    for load in &mut context.days {
        let weeks = (context.today - load.date).num_days().max(1) - 1;
        let factor = [1.3, 1.2, 1.1].get(usize::try_from(weeks / 7).expect("past")).copied().unwrap_or(1.0);
        load.load = load.load.map(|points| points * factor);
    }
    let draft = draft(&context);
    let recovery = find(&draft.reasons, Rule::RecoveryWeek).expect("a recovery week");
    assert_eq!((recovery.facts["weeks"], recovery.facts["share"]), (3.0, 0.75));
    let base = find(&draft.reasons, Rule::WeeklyTarget).expect("a target").facts["base"];
    assert!((base - 280.0 * 1.15).abs() < 1e-9, "mean of 1.3, 1.2, 1.1 and 1.0");
    assert!((draft.target_load.expect("a target") - 0.75 * base).abs() < 1e-9);
}

#[test]
fn readiness_lowers_only_when_its_whole_range_is_below_usual_and_never_raises() {
    let plain = propose(&runner()).target_load.expect("a target");
    for (score, low, high, share) in [(20.0, 5.0, 49.0, 0.85), (30.0, 10.0, 50.0, 1.0), (95.0, 90.0, 99.0, 1.0)] {
        let mut context = runner();
        context.readiness = Some(ready(score, low, high));
        let draft = draft(&context);
        assert!((draft.target_load.expect("a target") - share * plain).abs() < 1e-9, "{score}");
        assert_eq!(find(&draft.reasons, Rule::ReadinessLowered).is_some(), share < 1.0);
    }
    let mut old = runner();
    old.readiness = Some(domain::readiness::ReadinessDay { date: day(-5), ..ready(20.0, 5.0, 49.0) });
    assert_eq!(draft(&old).target_load, Some(plain), "an old score lowers nothing");
}

#[test]
fn too_little_history_gives_a_cautious_template_week_and_says_so() {
    let mut context = runner();
    context.days.retain(|load| load.date >= day(-21));
    let draft = draft(&context);
    assert!(draft.abstained && draft.target_load.is_none());
    let why = find(&draft.reasons, Rule::LittleHistory).expect("it says why");
    assert_eq!((why.facts["days"], why.limit), (20.0, Some(28.0)));
    assert_eq!(quality(&draft), []);
    assert!(draft.sessions.iter().filter(|s| s.session.minutes > 0).count() <= 4);
    assert!(draft.sessions.iter().all(|s| s.session.minutes <= 60));
    assert!(draft.confidence.value <= 0.2);
}

#[test]
fn a_silent_fortnight_and_a_sport_without_history_are_not_guessed_at() {
    let mut silent = runner();
    for load in silent.days.iter_mut().filter(|load| load.date >= day(-8)) {
        load.load = None;
    }
    let quiet = draft(&silent);
    assert!(quiet.abstained);
    assert_eq!(find(&quiet.reasons, Rule::SilentDays).expect("why").facts["days"], 7.0);
    let mut swimmer = runner();
    swimmer.sports[0].sport = Sport::Swim;
    assert!(draft(&swimmer).abstained, "load from running says nothing about swimming");
}

#[test]
fn nobody_trains_while_ill() {
    let mut context = runner();
    context.readiness = Some(domain::readiness::ReadinessDay { ill: true, ..ready(50.0, 30.0, 70.0) });
    context.races = vec![race("City run", 6, Priority::A)];
    let draft = draft(&context);
    assert!(draft.sessions.iter().all(|s| s.session.kind == SessionKind::Rest));
    assert_eq!(find(&draft.reasons, Rule::IllnessHold).expect("why").facts["days"], 7.0);
}

#[test]
fn fever_holds_as_illness_does() {
    let mut context = runner();
    context.readiness = Some(domain::readiness::ReadinessDay { fever: true, ..ready(50.0, 30.0, 70.0) });
    assert!(draft(&context).sessions.iter().all(|s| s.session.kind == SessionKind::Rest));
}

#[test]
fn pain_of_four_leaves_easy_sessions_only_and_pain_of_three_changes_nothing() {
    let mut context = runner();
    context.phases = vec![phase(PhaseKind::Build, -7, 27)];
    context.readiness = Some(domain::readiness::ReadinessDay { pain: Some(4.0), ..ready(50.0, 30.0, 70.0) });
    let hurt = draft(&context);
    assert!(hurt.sessions.iter().all(|s| matches!(s.session.kind, SessionKind::Easy | SessionKind::Rest)));
    assert!(hurt.sessions.iter().all(|s| s.session.steps.is_empty()), "no strides either");
    assert!(hurt.sessions.iter().any(|s| s.session.kind == SessionKind::Easy));
    context.readiness = Some(domain::readiness::ReadinessDay { injured: true, ..ready(50.0, 30.0, 70.0) });
    let injured = draft(&context);
    assert!(injured.sessions.iter().all(|s| matches!(s.session.kind, SessionKind::Easy | SessionKind::Rest)));
    context.readiness = Some(domain::readiness::ReadinessDay { pain: Some(3.0), ..ready(50.0, 30.0, 70.0) });
    assert_eq!(quality(&draft(&context)).len(), 2);
}

#[test]
fn one_session_stays_within_a_tenth_over_the_longest_and_says_so() {
    let mut context = runner();
    for past in context.recent.iter_mut().filter(|past| past.minutes > 60.0) {
        past.minutes = 60.0;
    }
    let draft = draft(&context);
    let long = on(&draft, day(6)).expect("Sunday");
    assert_eq!((long.session.kind, long.session.minutes), (SessionKind::Long, 65));
    let spike = find(&long.reasons, Rule::SingleSessionSpike).expect("the limit says so");
    assert_eq!((spike.facts["longest"], spike.limit, spike.grade), (60.0, Some(60.0 * 1.10), Grade::B));
    assert!(spike.facts["minutes"] > 66.0);
}

#[test]
fn the_minutes_of_a_day_are_kept_and_a_day_without_any_rests() {
    let mut context = runner();
    context.rooms = minutes([0, 40, 0, 40, 0, 0, 50].map(Some));
    let draft = draft(&context);
    assert_eq!(rules(&draft, 0), [Rule::NoTimeThatDay]);
    assert_eq!(on(&draft, day(1)).expect("Tuesday").session.minutes, 40);
    let short = find(&draft.reasons, Rule::TimeLimitsTarget).expect("130 minutes cannot hold 280 points");
    assert!(short.facts["reached"] < 0.95 * short.facts["target"]);
    assert!((short.facts["reached"] - own_load(&draft)).abs() < 1e-9);
}

#[test]
fn unanswered_days_are_assumed_at_sixty_and_ninety_minutes_and_lower_confidence() {
    let mut context = runner();
    let sure = draft(&context).confidence.value;
    context.rooms = Default::default();
    let draft = draft(&context);
    let unknown = find(&draft.confidence.lowered_by, Rule::AvailabilityUnknown).expect("it says so");
    assert_eq!((unknown.facts["days"], unknown.facts["minutes"]), (7.0, 480.0));
    assert!((sure - draft.confidence.value - 0.21).abs() < 1e-9);
}

#[test]
fn athletes_over_fifty_get_three_days_between_hard_ones() {
    let mut context = runner();
    context.age = Some(55);
    context.phases = vec![phase(PhaseKind::Build, -7, 27)];
    let mut dates: Vec<_> =
        draft(&context).sessions.iter().filter(|s| s.session.kind.is_quality()).map(|s| s.date).collect();
    dates.sort_unstable();
    assert!(dates.windows(2).all(|pair| (pair[1] - pair[0]).num_days() >= 3), "{dates:?}");
    assert!(!dates.is_empty());
}

#[test]
fn a_child_gets_one_quality_session_without_intervals_and_the_coach_must_approve() {
    let mut context = runner();
    context.age = Some(13);
    context.phases = vec![phase(PhaseKind::Sharpen, -7, 27)];
    let draft = draft(&context);
    assert_eq!(quality(&draft).len(), 1);
    assert_eq!(kinds(&draft, SessionKind::Interval), []);
    let youth = find(&draft.reasons, Rule::Youth).expect("the coach must approve");
    assert_eq!((youth.facts["age"], youth.limit), (13.0, Some(16.0)));
}

#[test]
fn a_race_week_has_an_opener_a_quiet_eve_and_the_race_on_its_day() {
    let mut context = runner();
    context.races = vec![race("City run", 6, Priority::A)];
    let draft = draft(&context);
    assert_eq!(kinds(&draft, SessionKind::Race), [Weekday::Sun]);
    let opener = on(&draft, day(3)).expect("Thursday");
    assert_eq!((opener.reasons[0].rule, opener.reasons[0].facts["days"]), (Rule::Opener, 3.0));
    assert_eq!(kinds(&draft, SessionKind::Long), [], "the race is the long session");
    assert!(matches!(on(&draft, day(5)).expect("the eve").session.kind, SessionKind::Rest | SessionKind::Recovery));
    let taper = find(&draft.reasons, Rule::Taper).expect("a taper");
    assert_eq!((taper.facts["days"], taper.facts["share"]), (6.0, 0.48));
    assert!((draft.target_load.expect("a target") - 0.48 * 280.0).abs() < 1e-9, "the race is on top");
}

#[test]
fn a_race_tomorrow_is_not_prepared_for_with_anything_hard() {
    let mut context = runner();
    context.today = day(2);
    context.recent.retain(|past| past.date < day(0));
    context.races = vec![race("City run", 3, Priority::B)];
    let draft = draft(&context);
    assert_eq!(kinds(&draft, SessionKind::Race), [Weekday::Thu]);
    assert!(draft.sessions.iter().all(|s| s.date >= day(2)), "past days stay as they are");
    assert!(!on(&draft, day(2)).expect("today").session.kind.is_quality());
    assert!(find(&draft.reasons, Rule::Past).is_some());
}

#[test]
fn a_race_that_does_not_fit_keeps_its_day_free_and_says_what_is_in_the_way() {
    let mut context = runner();
    context.races = vec![race("City run", 6, Priority::B)];
    context.rooms = minutes([60, 60, 60, 60, 60, 90, 30].map(Some));
    let draft = draft(&context);
    assert_eq!(rules(&draft, 6), [Rule::AvailableMinutes, Rule::RaceDay]);
    assert_eq!(on(&draft, day(6)).expect("Sunday").session.kind, SessionKind::Rest);
}

#[test]
fn what_the_coach_kept_stays_and_the_week_is_built_around_it() {
    let mut context = runner();
    context.phases = vec![phase(PhaseKind::Build, -7, 27)];
    context.pinned = vec![
        kept(1, 2, SessionKind::Interval, 60),
        domain::effective::EffectiveSession { removed: true, ..kept(2, 4, SessionKind::Easy, 45) },
    ];
    let draft = draft(&context);
    let wednesday: Vec<_> = draft.sessions.iter().filter(|s| s.date == day(2)).collect();
    assert_eq!(wednesday.len(), 1, "nothing beside the coach's session");
    assert_eq!(wednesday[0].reasons[0].rule, Rule::Pinned);
    assert!(draft.sessions.iter().filter(|s| s.date == day(4)).all(|s| s.pinned.is_some()), "nothing is brought back");
    assert!(quality(&draft).len() <= 2);
    assert!(own_load(&draft) <= draft.target_load.expect("a target") - 60.0 + 1e-9, "its load counts");
}

#[test]
fn a_week_kept_whole_by_the_coach_is_left_alone() {
    let mut context = runner();
    context.pinned = (0..7).zip(1..).map(|(offset, n)| kept(n, offset, SessionKind::Easy, 60)).collect();
    let draft = draft(&context);
    assert!(draft.sessions.iter().all(|s| s.pinned.is_some()));
    assert_eq!(draft.sessions.len(), 7);
}

#[test]
fn hard_days_just_before_the_week_keep_their_distance_too() {
    let mut context = runner();
    context.phases = vec![phase(PhaseKind::Build, -7, 27)];
    context.today = day(1);
    context.recent.push(Past { date: day(0), sport: Sport::Run, minutes: 60.0, load: Some(75.0), quality: true });
    context.days.push(DayLoad { date: day(0), load: Some(75.0) });
    let draft = draft(&context);
    assert!(!on(&draft, day(1)).expect("Tuesday").session.kind.is_quality());
    assert!(own_load(&draft) <= draft.target_load.expect("a target") - 75.0 + 1e-9, "what was done counts");
}

#[test]
fn an_athlete_who_trains_every_day_still_gets_a_rest_day() {
    let mut context = runner();
    for back in 1..=30 {
        let date = monday() - Duration::days(back);
        context.recent.push(Past { date, sport: Sport::Run, minutes: 40.0, load: Some(30.0), quality: false });
    }
    context.phases = vec![phase(PhaseKind::Build, -7, 27)];
    let draft = draft(&context);
    assert_eq!(kinds(&draft, SessionKind::Rest), [Weekday::Mon]);
    assert_eq!(rules(&draft, 0), [Rule::RestDay]);
}

#[test]
fn missing_knowledge_lowers_confidence_and_is_named() {
    let mut context = runner();
    let sure = draft(&context).confidence;
    assert!((sure.value - 0.9).abs() < 1e-9 && sure.lowered_by.is_empty(), "{sure:?}");
    context.settings = Some(Settings { from: day(-200), ..context.settings.expect("set") });
    context.readiness = None;
    context.races = Vec::new();
    let unsure = draft(&context).confidence;
    let named: Vec<Rule> = unsure.lowered_by.iter().map(|reason| reason.rule).collect();
    assert_eq!(named, [Rule::OldThreshold, Rule::ReadinessUnknown, Rule::NoGoal]);
    assert!((unsure.value - 0.65).abs() < 1e-9);
}

#[test]
fn a_rider_and_a_rower_get_sessions_of_their_own_sport() {
    for sport in [Sport::Ride, Sport::Row] {
        let mut context = runner();
        context.sports[0].sport = sport;
        context.recent.iter_mut().for_each(|past| past.sport = sport);
        let draft = draft(&context);
        let endurance = draft.sessions.iter().filter(|s| s.session.kind != SessionKind::Strength);
        assert!(endurance.clone().all(|s| s.session.sport == sport));
        assert!(endurance.filter(|s| s.session.minutes > 0).count() >= 3);
    }
}

#[test]
fn load_follows_from_minutes_and_intensity_and_steps_fill_the_time() {
    let mut context = runner();
    context.phases = vec![phase(PhaseKind::Build, -7, 27)];
    for s in draft(&context).sessions.iter().filter(|s| s.session.minutes > 0) {
        let intensity = s.session.intensity().expect("it has a duration");
        assert!((0.4..1.0).contains(&intensity), "{}", s.session.title);
        let hours = f64::from(s.session.minutes) / 60.0;
        assert!((s.session.load - 100.0 * hours * intensity * intensity).abs() < 1e-9);
        let steps: f64 =
            s.session.steps.iter().map(|step| f64::from(step.repeat) * (step.minutes + step.rest_minutes)).sum();
        assert!(s.session.steps.is_empty() || (steps - f64::from(s.session.minutes)).abs() < 1e-9, "{:?}", s.session);
    }
}

#[test]
fn the_digest_changes_with_every_input_and_the_engine_has_a_version() {
    let plain = digest(&runner());
    assert_eq!(plain.len(), 64);
    let mut other = runner();
    other.age = Some(31);
    assert_ne!(plain, digest(&other));
    assert_eq!(ENGINE, "guardrails-optimum/2");
}
