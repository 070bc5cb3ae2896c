//! Whether a drafted week can be approved at a glance or needs to be looked at, and why.

use chrono::NaiveDate;

use crate::effective::{active, effective};
use crate::plan::PlanWeek;
use crate::reason::{Effect, Grade, Reason, Rule};
use crate::session::SessionKind;
use crate::trend::DayLoad;

/// Below this confidence a week is looked at first.
pub const CONFIDENT: f64 = 0.6;
/// A week that differs from the usual one by this share or more is looked at first.
pub const BIG_CHANGE: f64 = 0.2;

/// Days that make a usual week, and how many of them must be known.
const USUAL_DAYS: i64 = 28;
const KNOWN_DAYS: usize = 21;

/// Load of a usual week, points: seven times the mean day of the four weeks before a day; `None` where too many of those
/// days are unknown.
#[must_use]
pub fn usual_load(days: &[DayLoad], before: NaiveDate) -> Option<f64> {
    let recent = days.iter().filter(|day| (1..=USUAL_DAYS).contains(&(before - day.date).num_days()));
    let known: Vec<f64> = recent.filter_map(|day| day.load).collect();
    (known.len() >= KNOWN_DAYS).then(|| 7.0 * known.iter().sum::<f64>() / known.len() as f64)
}

/// What asks for a look, most serious first; empty for a week that is green.
///
/// `usual_load` is the athlete's load of a usual week, points, where it is known. A race is left out of the comparison (the
/// target leaves it out, too), and so is a lighter week that the season, a taper or a recovery week asks for.
#[must_use]
pub fn needs(week: &PlanWeek, usual_load: Option<f64>) -> Vec<Reason> {
    let proposal = &week.proposal;
    let mut needs: Vec<Reason> = Vec::new();
    let mut add = |reason: &Reason| {
        if !needs.contains(reason) {
            needs.push(reason.clone());
        }
    };
    if proposal.abstained {
        proposal.reasons.iter().filter(|reason| reason.effect == Effect::Doubted).for_each(&mut add);
    }
    let of_sessions = proposal.sessions.iter().flat_map(|session| &session.reasons);
    let asking = proposal.reasons.iter().chain(of_sessions).filter(|reason| rank(reason).is_some());
    let mut asking: Vec<&Reason> = asking.collect();
    asking.sort_by_key(|reason| rank(reason));
    asking.into_iter().for_each(&mut add);
    needs.extend(insisted(week));
    // An engine that abstained has said what is missing; that it is not sure is no news.
    if !proposal.abstained && proposal.confidence.value < CONFIDENT {
        needs.push(flagged(Rule::LowConfidence).fact("confidence", proposal.confidence.value).limit(CONFIDENT));
    }
    needs.extend(usual_load.and_then(|usual| big_change(week, usual)));
    needs
}

fn flagged(rule: Rule) -> Reason {
    Reason::new(rule, Effect::Flagged, Grade::D)
}

/// How serious a reason of the proposal is; `None` for one that asks for nothing.
fn rank(reason: &Reason) -> Option<u8> {
    match (reason.rule, reason.effect) {
        (Rule::LimitsCollide, _) => Some(0),
        (Rule::Youth, _) => Some(2),
        (_, Effect::Flagged) => Some(1),
        _ => None,
    }
}

/// Changes that count and break limits, because the coach insisted.
fn insisted(week: &PlanWeek) -> Option<Reason> {
    let counts = active(&week.overrides);
    let count = week.overrides.iter().filter(|made| counts.contains(&made.id) && !made.insisted.is_empty()).count();
    (count > 0).then(|| flagged(Rule::InsistedOn).fact("count", count as f64))
}

/// The week as it counts now against the usual one.
fn big_change(week: &PlanWeek, usual: f64) -> Option<Reason> {
    let now = effective(&week.proposal, &week.overrides);
    let trained = now.standing().filter(|session| session.session.kind != SessionKind::Race);
    let planned: f64 = trained.map(|session| session.session.load).sum();
    if usual < 1.0 {
        return None;
    }
    let share = planned / usual;
    let asked_for =
        |reason: &Reason| matches!(reason.rule, Rule::SeasonWeek | Rule::Phase | Rule::Taper | Rule::RecoveryWeek);
    let lighter_on_purpose = share < 1.0 && week.proposal.reasons.iter().any(asked_for);
    // The share as a person sees it, in whole percent: 79.999 % is not another week than 80 %.
    let change = ((share - 1.0).abs() * 100.0).round() / 100.0;
    (change >= BIG_CHANGE && !lighter_on_purpose).then(|| {
        flagged(Rule::BigChange).fact("planned", planned).fact("usual", usual).fact("share", share).limit(BIG_CHANGE)
    })
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Duration, NaiveDate};
    use uuid::Uuid;

    use super::*;
    use crate::id::{AthleteId, OverrideId, PlanWeekId, ProposalId, SessionId};
    use crate::overrides::{Change, Override, ReasonTag};
    use crate::plan::{Confidence, Proposal, ProposedSession};
    use crate::session::Session;
    use crate::sport::Sport;
    use crate::week::Week;

    fn monday() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).expect("a Monday")
    }

    fn session(number: u128, kind: SessionKind, load: f64) -> ProposedSession {
        let title = kind.code().to_owned();
        ProposedSession {
            id: SessionId(Uuid::from_u128(number)),
            date: monday() + Duration::days(number as i64),
            session: Session { kind, sport: Sport::Run, title, minutes: 60, load, steps: Vec::new(), workout: None },
            reasons: Vec::new(),
            block: None,
        }
    }

    /// A sure week of 300 points.
    fn week() -> PlanWeek {
        PlanWeek {
            id: PlanWeekId(Uuid::nil()),
            athlete: AthleteId(Uuid::nil()),
            week: Week::of(monday()),
            proposal: Proposal {
                id: ProposalId(Uuid::nil()),
                engine: "test/1".to_owned(),
                inputs: String::new(),
                made_at: DateTime::UNIX_EPOCH,
                target_load: Some(300.0),
                sessions: vec![session(1, SessionKind::Easy, 100.0), session(5, SessionKind::Long, 200.0)],
                reasons: vec![Reason::new(Rule::WeeklyTarget, Effect::Set, Grade::D)],
                confidence: Confidence { value: 0.8, lowered_by: Vec::new() },
                abstained: false,
            },
            versions: 1,
            overrides: Vec::new(),
            annotations: Vec::new(),
            exported_at: None,
            approvals: Vec::new(),
        }
    }

    fn change(number: u128, change: Change, insisted: Vec<Reason>) -> Override {
        Override {
            id: OverrideId(Uuid::from_u128(number)),
            session: SessionId(Uuid::from_u128(1)),
            change,
            before: None,
            tag: ReasonTag::CoachsEye,
            text: None,
            insisted,
            author: "Coach".to_owned(),
            at: DateTime::UNIX_EPOCH,
        }
    }

    fn rules(week: &PlanWeek, usual: Option<f64>) -> Vec<Rule> {
        needs(week, usual).iter().map(|reason| reason.rule).collect()
    }

    #[test]
    fn a_usual_week_is_seven_mean_days_of_the_last_four_weeks_if_three_of_them_are_known() {
        let days = |known: i64| -> Vec<DayLoad> {
            let load = |back: i64| (back <= known).then_some(if back % 2 == 0 { 100.0 } else { 0.0 });
            let far = DayLoad { date: monday() - Duration::days(29), load: Some(1e6) };
            let of = |back| DayLoad { date: monday() - Duration::days(back), load: load(back) };
            (0..=28).map(of).chain([far]).collect()
        };
        assert_eq!(usual_load(&days(28), monday()), Some(350.0), "today and what lies further back are left out");
        assert_eq!(usual_load(&days(22), monday()), Some(350.0), "unknown days are not rest days");
        assert_eq!(usual_load(&days(20), monday()), None);
    }

    #[test]
    fn a_sure_and_usual_week_is_green() {
        for usual in [None, Some(254.0), Some(300.0), Some(370.0), Some(0.0)] {
            assert_eq!(rules(&week(), usual), [], "{usual:?}");
        }
    }

    #[test]
    fn a_fifth_more_or_less_than_usual_asks_for_a_look_with_its_numbers() {
        let [reason] = needs(&week(), Some(250.0)).try_into().expect("one reason");
        assert_eq!((reason.rule, reason.limit), (Rule::BigChange, Some(0.2)));
        assert_eq!((reason.facts["planned"], reason.facts["usual"], reason.facts["share"]), (300.0, 250.0, 1.2));
        assert_eq!(rules(&week(), Some(375.0)), [Rule::BigChange]);
    }

    #[test]
    fn a_week_that_is_lighter_on_purpose_and_a_race_on_top_are_no_big_change() {
        let mut planned = week();
        planned.proposal.reasons.push(Reason::new(Rule::RecoveryWeek, Effect::Lowered, Grade::D));
        assert_eq!(rules(&planned, Some(400.0)), []);
        assert_eq!(rules(&planned, Some(200.0)), [Rule::BigChange], "more is more, whatever the reason");
        let mut raced = week();
        raced.proposal.sessions.push(session(6, SessionKind::Race, 250.0));
        assert_eq!(rules(&raced, Some(300.0)), []);
    }

    #[test]
    fn what_the_engine_flags_comes_before_what_it_doubts_and_what_changes_much() {
        let mut doubtful = week();
        doubtful.proposal.confidence.value = 0.59;
        doubtful.proposal.reasons.push(Reason::new(Rule::Youth, Effect::Lowered, Grade::D));
        doubtful.proposal.reasons.push(Reason::new(Rule::ClubBlock, Effect::Flagged, Grade::D));
        let collide = Reason::new(Rule::LimitsCollide, Effect::Lowered, Grade::D);
        doubtful.proposal.sessions[0].reasons.push(collide.clone());
        doubtful.proposal.sessions[1].reasons.push(collide);
        assert_eq!(
            rules(&doubtful, Some(100.0)),
            [Rule::LimitsCollide, Rule::ClubBlock, Rule::Youth, Rule::LowConfidence, Rule::BigChange],
            "each once"
        );
    }

    #[test]
    fn an_engine_that_abstained_says_what_is_missing_and_not_that_it_is_unsure() {
        let mut abstained = week();
        abstained.proposal.abstained = true;
        abstained.proposal.confidence.value = 0.2;
        abstained.proposal.reasons = vec![Reason::new(Rule::LittleHistory, Effect::Doubted, Grade::D)];
        assert_eq!(rules(&abstained, None), [Rule::LittleHistory]);
    }

    #[test]
    fn insisting_asks_for_a_look_until_it_is_undone() {
        let broken = vec![Reason::new(Rule::QualitySpacing, Effect::Refused, Grade::D)];
        let mut edited = week();
        edited.overrides = vec![
            change(10, Change::Move { to: monday() }, Vec::new()),
            change(11, Change::Scale { percent: 90 }, broken),
        ];
        let [reason] = needs(&edited, None).try_into().expect("one reason");
        assert_eq!((reason.rule, reason.facts["count"]), (Rule::InsistedOn, 1.0));
        edited.overrides.push(change(12, Change::Undo { of: OverrideId(Uuid::from_u128(11)) }, Vec::new()));
        assert_eq!(rules(&edited, None), []);
    }
}
