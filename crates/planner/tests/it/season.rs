//! Weeks of a season, weeks on the way back, weeks with a plan before them, weeks of several sports.

use chrono::{Datelike, Duration, Weekday};
use domain::bounds::Bounds;
use domain::habit::{Habit, HabitSeen};
use domain::mark::MarkKind;
use domain::reason::{Reason, Rule};
use domain::season::PhaseKind;
use domain::season::plan::{Goal, SeasonWeek};
use domain::session::SessionKind;
use domain::settings::Settings;
use domain::sport::Sport;
use planner::{Context, Correction, Draft, Health, SportShare, propose};

use crate::build::{day, kept, line, mark, minutes, phase, ready, runner, season_of, standing};
use crate::limits::{broken, on};

fn draft(context: &Context) -> Draft {
    let draft = propose(context);
    assert_eq!(broken(context, &draft), Vec::<String>::new());
    draft
}

fn find(draft: &Draft, rule: Rule) -> Option<&Reason> {
    let of_sessions = draft.sessions.iter().flat_map(|session| &session.reasons);
    draft.reasons.iter().chain(of_sessions).chain(&draft.confidence.lowered_by).find(|reason| reason.rule == rule)
}

fn target(draft: &Draft) -> f64 {
    draft.target_load.expect("a target")
}

#[test]
fn the_season_goes_before_phases_and_its_goal_is_followed_as_far_as_the_ramp_allows() {
    let mut context = runner();
    context.phases = vec![phase(PhaseKind::Transition, -7, 27)];
    context.season = Some(season_of(vec![line(PhaseKind::Build, 1.1)]));
    let by_season = draft(&context);
    let said = find(&by_season, Rule::SeasonWeek).expect("the season says so");
    assert_eq!((said.facts["week"], said.facts["share"], said.name.as_deref()), (1.0, 1.1, Some("build")));
    assert!((target(&by_season) - 308.0).abs() < 1e-9, "1.1 times the 280 before it");
    for (points, expected) in [(300.0, 300.0), (400.0, 322.0)] {
        let season = context.season.as_mut().expect("set");
        season.goal = Goal::PeakLoad { points };
        let toward = draft(&context);
        let path = find(&toward, Rule::GoalPath).expect("the goal says what it asks");
        assert_eq!((path.facts["asked"], path.facts["target"]), (points, target(&toward)));
        assert!((target(&toward) - expected).abs() < 1e-9, "{points}: {}", target(&toward));
    }
}

#[test]
fn a_correction_moves_the_target_within_its_bound_and_never_over_the_ceiling() {
    let mut context = runner();
    for (share, expected) in [(1.5, 1.1), (0.2, 0.9), (1.04, 1.04), (f64::NAN, 1.0)] {
        context.correction = Some(Correction { model: "load/1".into(), share });
        assert!((target(&draft(&context)) - 280.0 * expected).abs() < 1e-9, "{share}");
    }
    context.correction = Some(Correction { model: "load/1".into(), share: 1.1 });
    context.phases = vec![phase(PhaseKind::Build, -28, 27)];
    assert!((target(&draft(&context)) - 322.0).abs() < 1e-9, "1.20 times 1.1 stops at the ramp");
}

#[test]
fn the_coachs_bounds_tighten_and_never_loosen() {
    let mut context = runner();
    context.phases = vec![phase(PhaseKind::Build, -28, 27)];
    context.bounds =
        Bounds { quality: Some(5), spacing_hours: Some(1), rest_days: Some(0), ramp: Some(0.9), ..Bounds::default() };
    assert_eq!(draft(&context), draft(&Context { bounds: Bounds::default(), ..context.clone() }));
    context.bounds = Bounds { ramp: Some(0.05), day_minutes: Some(50), rest_days: Some(3), ..Bounds::default() };
    let tight = draft(&context);
    assert!((target(&tight) - 294.0).abs() < 1e-9, "1.05 times 280");
    assert!(find(&tight, Rule::DayBound).is_some());
    context.bounds = Bounds { week_load: Some(200.0), week_minutes: Some(150), ..Bounds::default() };
    let least = draft(&context);
    assert!((target(&least) - 200.0).abs() < 1e-9);
    let weeks: Vec<_> = least.reasons.iter().filter(|r| r.rule == Rule::WeekBound).map(|r| r.name.clone()).collect();
    assert_eq!(weeks, [Some("load".to_owned()), Some("minutes".to_owned())]);
}

#[test]
fn after_an_illness_training_comes_back_step_by_step() {
    let mut context = runner();
    context.health = Health { ill: Some(day(-2)), ill_since: Some(day(-3)), ..Health::default() };
    let back = draft(&context);
    // Well since Sunday: a day of rest, two days of 15 min, then 30, 45, 60 min.
    let of: Vec<u32> = (0..7).map(|offset| on(&back, day(offset)).expect("an entry").session.minutes).collect();
    for (minutes, most) in of.iter().zip([15, 15, 30, 45, 60, 90, 120]) {
        assert!(*minutes <= most, "{of:?}");
    }
    assert!(of[5] > 0, "{of:?}");
    assert!(find(&back, Rule::ReturnStage).is_some());
    assert!((0..6).all(|offset| !on(&back, day(offset)).expect("an entry").session.kind.is_quality()));
}

#[test]
fn a_medical_hold_rests_until_it_is_lifted_and_marked_days_of_illness_do_too() {
    let mut context = runner();
    context.bounds.hold = true;
    let held = draft(&context);
    assert!(held.abstained && held.sessions.iter().all(|s| s.session.kind == SessionKind::Rest));
    assert_eq!(find(&held, Rule::MedicalHold).expect("why").facts["days"], 7.0);
    context.bounds.hold = false;
    context.marks = vec![mark(1, MarkKind::Illness, -2, Some(4), None)];
    let ill = draft(&context);
    assert!((0..3).all(|offset| on(&ill, day(offset)).expect("an entry").session.kind == SessionKind::Rest));
    assert!(!ill.abstained && ill.sessions.iter().any(|s| s.session.minutes > 0));
}

#[test]
fn days_off_and_injuries_make_a_smaller_week() {
    let mut off = runner();
    off.recent.retain(|past| past.date < day(-12));
    off.days.iter_mut().filter(|load| load.date >= day(-12)).for_each(|load| load.load = Some(0.0));
    let back = draft(&off);
    let said = find(&back, Rule::ReturnVolume).expect("it says so");
    assert_eq!((said.facts["days"], said.facts["share"]), (11.0, 0.75));
    let before = target(&back) / 0.75;
    assert!((before - 280.0).abs() < 40.0, "a share of what was before the days off: {before}");
    let mut hurt = runner();
    hurt.health = Health { hurt: Some(day(-10)), hurt_since: Some(day(-30)), ..Health::default() };
    let careful = draft(&hurt);
    assert!(careful.abstained, "the coach decides for thirty days");
    assert_eq!(find(&careful, Rule::ReturnFromInjury).expect("why").facts["days"], 9.0);
    hurt.health.hurt_since = hurt.health.hurt;
    assert!(!draft(&hurt).abstained, "one morning of pain is no injury");
}

#[test]
fn a_new_place_has_no_quality_at_first() {
    let mut context = runner();
    context.phases = vec![phase(PhaseKind::Build, -7, 27)];
    context.marks = vec![mark(1, MarkKind::Travel, 0, Some(6), Some(8.0))];
    let far = draft(&context);
    assert!((0..3).all(|offset| !on(&far, day(offset)).expect("an entry").session.kind.is_quality()));
    assert!(!far.abstained && find(&far, Rule::NewPlace).is_some(), "three days only lower confidence");
    context.marks = vec![mark(1, MarkKind::Altitude, 0, None, Some(2200.0))];
    assert!(draft(&context).abstained, "a week high above the sea is the coach's");
}

#[test]
fn the_week_asks_for_a_test_when_the_season_or_an_old_threshold_does() {
    let mut context = runner();
    context.season = Some(season_of(vec![SeasonWeek { test: true, ..line(PhaseKind::Base, 1.0) }]));
    let tested = draft(&context);
    assert_eq!(tested.sessions.iter().filter(|s| s.session.kind == SessionKind::Test).count(), 1);
    assert_eq!(find(&tested, Rule::TestOfWeek).expect("why").name.as_deref(), Some("season"));
    context.season = None;
    context.settings = Some(Settings { from: day(-200), ..context.settings.expect("set") });
    assert_eq!(find(&draft(&context), Rule::TestOfWeek).expect("why").name.as_deref(), Some("threshold"));
}

#[test]
fn several_sports_get_their_usual_shares() {
    let mut context = runner();
    let share = |sport, share| SportShare { sport, share };
    context.sports = vec![share(Sport::Run, 0.45), share(Sport::Ride, 0.40), share(Sport::Swim, 0.15)];
    for (index, past) in context.recent.iter_mut().enumerate() {
        past.sport = [Sport::Run, Sport::Ride, Sport::Swim, Sport::Ride][index % 4];
    }
    let week = draft(&context);
    let minutes = |sport: Sport| -> u32 {
        week.sessions.iter().filter(|s| s.session.sport == sport).map(|s| s.session.minutes).sum()
    };
    let of = [Sport::Run, Sport::Ride, Sport::Swim].map(minutes);
    let all = f64::from(of.iter().sum::<u32>());
    for (minutes, usual) in of.iter().zip([0.45, 0.40, 0.15]) {
        assert!((f64::from(*minutes) / all - usual).abs() < 0.12, "{of:?}");
    }
}

#[test]
fn a_plan_before_changes_on_two_days_at_most_and_says_on_how_many() {
    let mut context = runner();
    let first = draft(&context);
    context.standing = standing(&first);
    let same = draft(&context);
    assert_eq!(find(&same, Rule::LeastChange).expect("it says so").facts["changed"], 0.0);
    let bare = |draft: &Draft| draft.sessions.iter().map(|s| (s.date, s.session.clone())).collect::<Vec<_>>();
    assert_eq!(bare(&first), bare(&same));
    context.readiness = Some(ready(20.0, 5.0, 49.0));
    let lower = draft(&context);
    let changed = find(&lower, Rule::LeastChange).expect("it says so");
    assert!(changed.facts["changed"] <= 2.0, "{changed:?}");
    assert!(crate::limits::own_load(&lower) < crate::limits::own_load(&first));
    context.rooms = minutes([0, 0, 0, 0, 60, 0, 0].map(Some));
    let forced = draft(&context);
    assert!(find(&forced, Rule::LeastChange).expect("it says so").facts["changed"] > 2.0, "no time is a hard limit");
}

#[test]
fn a_habit_of_the_coach_decides_between_days_that_are_otherwise_alike() {
    let mut context = runner();
    context.rooms = minutes([60, 60, 60, 60, 60, 120, 120].map(Some));
    let long = |draft: &Draft| {
        draft.sessions.iter().find(|s| s.session.kind == SessionKind::Long).expect("a long session").date.weekday()
    };
    assert_eq!(long(&draft(&context)), Weekday::Sun);
    context.habits =
        vec![HabitSeen { habit: Habit::MovesTo { kind: SessionKind::Long, day: Weekday::Sat }, times: 5, of: 6 }];
    let moved = draft(&context);
    assert_eq!(long(&moved), Weekday::Sat);
    assert_eq!(find(&moved, Rule::Preference).expect("it says so").facts["times"], 5.0);
}

#[test]
fn the_day_after_a_long_session_done_or_kept_has_no_quality() {
    let mut context = runner();
    context.phases = vec![phase(PhaseKind::Build, -7, 27)];
    context.pinned = vec![kept(1, 0, SessionKind::Long, 60)];
    assert!(!on(&draft(&context), day(1)).expect("Tuesday").session.kind.is_quality());
    let done = runner();
    let monday = on(&draft(&done), day(0)).expect("Monday").session.kind;
    assert!(!monday.is_quality(), "Sunday was the long run");
    assert_eq!(day(0) - Duration::days(1), done.today);
}
