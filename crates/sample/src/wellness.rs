//! Morning values as an athlete's app would export them: one table each, `wellness.csv`.

use std::fmt::Write as _;

use chrono::{Datelike, Duration, NaiveDate};

use crate::people::{DAYS, FEW_DAYS, SILENT_DAYS};
use crate::rng::Rng;
use crate::season::ill;
use crate::{Case, Member, SampleFile};

/// The table of a member up to this morning.
pub(crate) fn table(member: &Member, today: NaiveDate, seed: u64) -> SampleFile {
    let first = today - Duration::days(if member.case == Case::LittleData { FEW_DAYS } else { DAYS });
    let last = today - Duration::days(if member.case == Case::Stale { SILENT_DAYS } else { 0 });
    let measured = member.case != Case::NoThresholds;
    let mut rng = Rng::new(seed, 77);
    let rest = member.settings.first().and_then(|s| s.hr_rest).map_or(54.0, |v| v.0);
    let mass = member.settings.first().and_then(|s| s.body_mass).map_or(62.0, |v| v.0);
    // A person's own level of HRV, in logarithms; athletes differ more than days do.
    let level = rng.between(3.75, 4.45);
    let (mut tone, mut tired) = (0.0, 0.0);
    let mut text = String::from(
        "date,resting-hr,rmssd,sleep,sleep-quality,fatigue,soreness,stress,mood,body-mass,illness,pain,source\n",
    );
    for date in first.iter_days().take_while(|date| *date <= last) {
        let ago = (today - date).num_days();
        let sick = member.case == Case::Illness && ill(ago);
        tone = 0.55 * tone + 0.09 * rng.normal();
        let hard_day_before = matches!(date.weekday().num_days_from_monday(), 0 | 2 | 4);
        tired = 0.6 * tired + if hard_day_before { 0.5 } else { 0.0 };
        if member.case == Case::FastRamp && ago < 21 {
            tired += 0.35;
        }
        let ln_rmssd: f64 = level + tone - 0.05 * tired - if sick { 0.42 } else { 0.0 };
        let pulse = rest + 1.2 * tired - 9.0 * tone + 1.1 * rng.normal() + if sick { 8.0 } else { 0.0 };
        let sleep = (7.4 + 0.7 * rng.normal()).clamp(4.0, 10.0);
        let score = |rng: &mut Rng, good: f64| (good + 0.55 * rng.normal()).round().clamp(1.0, 5.0) as u8;
        let worse = if sick { 1.7 } else { 0.0 };
        let scores = [
            score(&mut rng, 2.2 + 0.22 * sleep - worse),
            score(&mut rng, 4.3 - 0.55 * tired - worse),
            score(&mut rng, 4.4 - 0.6 * tired - 0.5 * worse),
            score(&mut rng, 3.9),
            score(&mut rng, 4.2 - 0.7 * worse),
        ];
        let weighed = date.weekday().num_days_from_monday() == 0;
        let kilograms = mass + 0.4 * rng.normal();
        let pain = match (member.case, ago) {
            (Case::Pain, 0) => 6,
            (Case::Pain, 1) => 5,
            (Case::Pain, 2) => 4,
            _ => 0,
        };
        // A morning in twelve is forgotten, but not those that tell of illness or pain.
        if rng.chance(0.08) && !sick && pain == 0 {
            continue;
        }
        let shown = |show: bool, number: String| if show { number } else { String::new() };
        let _ = writeln!(
            text,
            "{date},{},{},{sleep:.1},{},{},{},{},{},{},{},{pain},morning-app",
            shown(measured, format!("{:.0}", pulse.clamp(34.0, 100.0))),
            shown(measured, format!("{:.1}", ln_rmssd.exp())),
            scores[0],
            scores[1],
            scores[2],
            scores[3],
            scores[4],
            shown(measured && weighed, format!("{kilograms:.1}")),
            u8::from(sick),
        );
    }
    SampleFile { path: format!("{}/wellness.csv", member.name), bytes: text.into_bytes() }
}
