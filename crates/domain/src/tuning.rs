//! A squad's own say in which rules ask for attention, and from which number on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::reason::Rule;

/// What a coach set for one rule.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RuleSetting {
    /// Whether it speaks.
    pub on: bool,
    /// The number it compares with, in the rule's own unit; the program's if left out.
    pub limit: Option<f64>,
}

impl Default for RuleSetting {
    fn default() -> Self {
        RuleSetting { on: true, limit: None }
    }
}

/// The rules somebody set; every other speaks with the program's numbers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tuning(pub BTreeMap<Rule, RuleSetting>);

/// What can be set about a rule of the attention list. The words file names the rule (`rule-<code>`) and says what its
/// number is (`rule-<code>-limit`).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Tunable {
    /// Which.
    pub rule: Rule,
    /// Its number, if it has one: the program's, the lowest and the highest that make sense.
    pub limit: Option<(f64, f64, f64)>,
    /// Whether it may be switched off. Illness, fever, pain and injury may not.
    pub may_rest: bool,
    /// Whether it speaks where nobody set it.
    pub speaks: bool,
}

const fn spoken(rule: Rule, limit: Option<(f64, f64, f64)>) -> Tunable {
    Tunable { rule, limit, may_rest: true, speaks: true }
}

/// Every rule of the attention list, health first.
static TUNABLES: [Tunable; 20] = [
    // With fever.
    Tunable { may_rest: false, ..spoken(Rule::ReportedIll, None) },
    // With injury. The line may only be drawn lower: from 4 of ten on nobody else decides (SCIENCE 21).
    Tunable { may_rest: false, ..spoken(Rule::ReportedPain, Some((4.0, 1.0, 4.0))) },
    spoken(Rule::LowReadiness, Some((50.0, 20.0, 50.0))),
    spoken(Rule::HrvOutOfBand, None),
    // About one ordinary morning in six lies below its line; a squad that measures every morning may want it.
    Tunable { speaks: false, ..spoken(Rule::HrvSingleDay, None) },
    spoken(Rule::RestingHrHigh, Some((3.0, 1.0, 15.0))),
    spoken(Rule::SleepDebt, Some((7.0, 2.0, 20.0))),
    spoken(Rule::WellnessLow, Some((-1.5, -3.0, -1.0))),
    spoken(Rule::LoadJump, Some((20.0, 10.0, 100.0))),
    spoken(Rule::RecentSpike, Some((10.0, 5.0, 100.0))),
    spoken(Rule::FastRamp, Some((10.0, 5.0, 30.0))),
    spoken(Rule::DeepFatigue, Some((-30.0, -80.0, -10.0))),
    spoken(Rule::HighMonotony, Some((2.0, 1.2, 5.0))),
    spoken(Rule::AsymmetryChange, Some((1.0, 0.5, 5.0))),
    spoken(Rule::SourceSwitched, Some((2.0, 1.0, 10.0))),
    spoken(Rule::NoRecentData, Some((7.0, 3.0, 60.0))),
    spoken(Rule::LittleHistory, None),
    spoken(Rule::NoThreshold, None),
    spoken(Rule::OldThreshold, Some((120.0, 30.0, 730.0))),
    spoken(Rule::ThresholdOffered, None),
];

/// What can be set about the rules of the attention list, in the order of a page. A race that is near is no rule.
#[must_use]
pub fn tunables() -> Vec<Tunable> {
    TUNABLES.to_vec()
}

impl Tuning {
    /// Whether a rule speaks. One that may not rest always does.
    #[must_use]
    pub fn is_on(&self, rule: Rule) -> bool {
        let fixed = tunable(rule);
        if fixed.is_some_and(|fixed| !fixed.may_rest) {
            return true;
        }
        self.0.get(&rule).map_or(fixed.is_none_or(|fixed| fixed.speaks), |setting| setting.on)
    }

    /// The number a rule compares with: the one set, held within what makes sense for the rule; else `usual`.
    #[must_use]
    pub fn limit(&self, rule: Rule, usual: f64) -> f64 {
        let set = self.0.get(&rule).and_then(|setting| setting.limit).filter(|limit| limit.is_finite());
        match (set, tunable(rule).and_then(|fixed| fixed.limit)) {
            (Some(set), Some((_, lowest, highest))) => set.clamp(lowest, highest),
            (Some(set), None) => set,
            (None, _) => usual,
        }
    }

    /// The number a rule of the list compares with: the one set, else the program's; 0 for a rule without one.
    pub(crate) fn number(&self, rule: Rule) -> f64 {
        self.limit(rule, tunable(rule).and_then(|fixed| fixed.limit).map_or(0.0, |(usual, ..)| usual))
    }

    /// The squad's settings over those of the whole club.
    #[must_use]
    pub fn over(mut self, squad: Tuning) -> Tuning {
        self.0.extend(squad.0);
        self
    }
}

fn tunable(rule: Rule) -> Option<&'static Tunable> {
    TUNABLES.iter().find(|tunable| tunable.rule == rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(rule: Rule, on: bool, limit: Option<f64>) -> Tuning {
        Tuning(BTreeMap::from([(rule, RuleSetting { on, limit })]))
    }

    #[test]
    fn illness_and_pain_speak_even_where_somebody_switched_them_off() {
        for rule in [Rule::ReportedIll, Rule::ReportedPain] {
            assert!(set(rule, false, None).is_on(rule), "{rule:?}");
        }
        assert!(!set(Rule::LoadJump, false, None).is_on(Rule::LoadJump));
    }

    #[test]
    fn the_single_day_rule_rests_until_it_is_switched_on() {
        assert!(!Tuning::default().is_on(Rule::HrvSingleDay));
        assert!(set(Rule::HrvSingleDay, true, None).is_on(Rule::HrvSingleDay));
        assert!(Tuning::default().is_on(Rule::HrvOutOfBand));
    }

    #[test]
    fn a_limit_stays_within_what_makes_sense() {
        let limit = |rule, limit| set(rule, true, Some(limit)).number(rule);
        assert_eq!(limit(Rule::LoadJump, 35.0), 35.0);
        assert_eq!(limit(Rule::LoadJump, 1e9), 100.0);
        assert_eq!(limit(Rule::ReportedPain, 9.0), 4.0, "pain of four always asks");
        assert_eq!(limit(Rule::WellnessLow, f64::NAN), -1.5);
        assert_eq!(Tuning::default().number(Rule::HighMonotony), 2.0);
    }

    #[test]
    fn the_squad_stands_over_the_club() {
        let club = set(Rule::LoadJump, true, Some(30.0));
        let both = club.clone().over(set(Rule::LoadJump, false, None));
        assert!(!both.is_on(Rule::LoadJump));
        assert_eq!(club.over(Tuning::default()).number(Rule::LoadJump), 30.0);
    }

    #[test]
    fn every_rule_that_can_be_set_stands_once_within_its_own_range_and_has_words() {
        let words = crate::words::Words::english();
        let mut seen = std::collections::BTreeSet::new();
        for tunable in tunables() {
            assert!(seen.insert(tunable.rule), "{:?} stands twice", tunable.rule);
            let code = serde_json::json!(tunable.rule);
            let key = format!("rule-{}", code.as_str().unwrap());
            assert!(words.has(&key), "{key}");
            assert_eq!(words.has(&format!("{key}-limit")), tunable.limit.is_some(), "{key}-limit");
            assert!(tunable.limit.is_none_or(|(usual, low, high)| low <= usual && usual <= high));
        }
    }
}
