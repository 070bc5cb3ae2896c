//! Season templates that ship with the program, in `assets/seasons.json`.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::plan::SeasonWeek;
use crate::sport::Sport;

const BUILTIN_JSON: &str = include_str!("../../../../assets/seasons.json");

/// A season template, as it ships.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeasonTemplate {
    /// Stable name.
    pub id: String,
    /// Name in words.
    pub name: String,
    /// For whom, in a sentence or two.
    pub about: String,
    /// Sports it is meant for.
    pub sports: Vec<Sport>,
    /// Where its numbers come from, with the grade of the evidence.
    pub source: String,
    /// The weeks; their shares are of the season's base week.
    pub weeks: Vec<SeasonWeek>,
}

/// The templates that ship with the program, in the order of menus.
#[must_use]
pub fn builtin() -> &'static [SeasonTemplate] {
    static BUILTIN: OnceLock<Vec<SeasonTemplate>> = OnceLock::new();
    // The file ships inside the program and a test reads it whole; were it broken, there would be no templates.
    BUILTIN.get_or_init(|| serde_json::from_str(BUILTIN_JSON).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::season::PhaseKind;
    use crate::season::path::{Limits, Start, path};

    fn read() -> Vec<SeasonTemplate> {
        serde_json::from_str(BUILTIN_JSON).expect("assets/seasons.json reads")
    }

    fn named(id: &str) -> SeasonTemplate {
        read().into_iter().find(|template| template.id == id).expect(id)
    }

    #[test]
    fn the_runners_twelve_weeks_are_those_of_the_table() {
        // SCIENCE 18.4. Where the table leaves a choice of quality sessions (0-1, 1-2), the smaller number.
        let table = [
            (1.00, 0, 0.28),
            (1.00, 1, 0.28),
            (1.05, 2, 0.30),
            (1.10, 2, 0.30),
            (0.95, 2, 0.27),
            (1.15, 2, 0.30),
            (1.20, 2, 0.30),
            (1.05, 2, 0.27),
            (1.02, 2, 0.27),
            (0.90, 2, 0.25),
            (0.70, 1, 0.22),
            (0.48, 1, 0.0),
        ];
        let runner = named("runner-12");
        let weeks: Vec<_> = runner.weeks.iter().map(|week| (week.share, week.quality, week.long_share)).collect();
        assert_eq!(weeks, table);
        let at = |keep: fn(&SeasonWeek) -> bool| -> Vec<usize> {
            (1..).zip(&runner.weeks).filter(|(_, week)| keep(week)).map(|(number, _)| number).collect()
        };
        assert_eq!(at(|week| week.test), [2, 8]);
        assert_eq!(at(|week| week.deload), [5, 8], "the weeks to absorb");
        assert_eq!(at(|week| week.phase == PhaseKind::Build), [3, 4, 5, 6, 7, 8]);
        assert_eq!(at(|week| week.phase == PhaseKind::Sharpen), [9, 10]);
        let peak = runner.weeks.iter().map(|week| week.share).fold(0.0, f64::max);
        for (week, of_peak) in [(9, 0.85), (10, 0.75), (11, 0.59), (12, 0.40)] {
            assert!((runner.weeks[week - 1].share - of_peak * peak).abs() < 0.011, "week {week} in shares of the peak");
        }
    }

    #[test]
    fn every_template_is_sound() {
        let all = read();
        let ids: BTreeSet<&str> = all.iter().map(|template| template.id.as_str()).collect();
        assert_eq!(ids.len(), all.len(), "ids are unique");
        assert_eq!(all.len(), 5);
        for template in &all {
            let id = &template.id;
            assert!((8..=16).contains(&template.weeks.len()), "{id}");
            assert!(!template.sports.is_empty() && template.source.contains("grade D"), "{id}");
            for (number, week) in (1..).zip(&template.weeks) {
                assert!((0.3..=1.2).contains(&week.share), "{id} {number}");
                assert!(week.quality <= 2 && week.strength <= 2, "{id} {number}");
                assert!((0.0..=0.35).contains(&week.long_share), "{id} {number}");
                assert!(!week.content.trim().is_empty(), "{id} {number}");
            }
        }
    }

    #[test]
    fn a_lighter_week_is_lighter_by_what_the_consensus_says() {
        for template in read() {
            let lighter = template.weeks.windows(2).filter(|pair| pair[1].deload);
            for pair in lighter {
                let relative = pair[1].share / pair[0].share;
                // The runner's table has 0.95 after 1.10 and 1.05 after 1.20: its own numbers, a little above the 0.85.
                let highest = if template.id == "runner-12" { 0.88 } else { 0.85 };
                assert!((0.70..=highest).contains(&relative), "{}: {relative}", template.id);
            }
        }
    }

    #[test]
    fn young_athletes_get_one_harder_session_and_a_gentle_rise() {
        let youth = named("youth-12");
        assert!(youth.weeks.iter().all(|week| week.quality <= 1 && week.share <= 1.10));
        assert!(youth.weeks.iter().filter(|week| week.deload).all(|week| week.quality == 0));
    }

    #[test]
    fn who_trained_the_base_can_train_every_template_within_the_limits() {
        for base in [150.0, 350.0, 700.0] {
            for template in read() {
                let back = template.id == "return-10";
                // After a long break: nothing for weeks, and a rest of the fitness from before.
                let start = if back {
                    Start { ctl: base / 7.0 * 0.3, recent: [0.0; 4], done: 0.0 }
                } else {
                    Start { ctl: base / 7.0, recent: [base; 4], done: 0.0 }
                };
                let asked: Vec<f64> = template.weeks.iter().map(|week| week.share * base).collect();
                for (number, week) in (1..).zip(path(&start, &Limits::of_base(base), &asked)) {
                    assert!(week.asked <= week.ceiling + 1e-9, "{} week {number}: {week:?}", template.id);
                }
            }
        }
    }
}
