//! Mornings of real people with their real gaps, where they are at hand. They are no part of the project.

use std::collections::BTreeMap;
use std::path::Path;

use super::*;

/// Nightly rMSSD, resting heart rate and hours asleep by person. rMSSD of 0 is a missing night.
fn people(file: &Path) -> BTreeMap<String, Vec<WellnessEntry>> {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let heading = reader.headers().unwrap().clone();
    let at = |name: &str| heading.iter().position(|heading| heading == name).unwrap();
    let (id, date) = (at("id"), at("date"));
    let fields = [
        (at("rmssd"), WellnessField::Rmssd, 1.0),
        (at("resting_hr"), WellnessField::RestingHr, 1.0),
        (at("minutesAsleep"), WellnessField::Sleep, 1.0 / 60.0),
    ];
    let mut people: BTreeMap<String, Vec<WellnessEntry>> = BTreeMap::new();
    for row in reader.records().map(Result::unwrap) {
        let date: NaiveDate = row[date].parse().unwrap();
        for (at, field, scale) in fields {
            if let Ok(value) = row[at].parse::<f64>()
                && value > 0.0
            {
                let mut entry = entry(0, field, value * scale, "watch");
                entry.value.date = date;
                people.entry(row[id].to_owned()).or_default().push(entry);
            }
        }
    }
    people
}

#[test]
fn bands_of_real_people_with_gaps_are_judged_only_where_enough_is_known() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/datasets/lifesnaps/daily.csv");
    if !file.is_file() {
        println!("skipped: lifesnaps/daily.csv not present");
        return;
    }
    let (mut days, mut usual, mut below, mut above, mut scored) = (0, 0, 0, 0, 0);
    for wellness in people(&file).into_values() {
        let dates = || wellness.iter().map(|entry| entry.value.date);
        let (first, last) = (dates().min().unwrap(), dates().max().unwrap());
        for date in first.iter_days().take_while(|date| *date <= last) {
            let day = on(date, &wellness, &[], &Own::default());
            let known = |field, from: i64, to: i64| {
                let is_in = |entry: &&WellnessEntry| (from..to).contains(&(date - entry.value.date).num_days());
                wellness.iter().filter(|entry| entry.value.field == field).filter(is_in).count()
            };
            days += 1;
            match day.hrv.week {
                HrvVerdict::Usual => usual += 1,
                HrvVerdict::Below => below += 1,
                HrvVerdict::Above => above += 1,
                HrvVerdict::Unknown { .. } => continue,
            }
            assert!(known(WellnessField::Rmssd, 0, 7) >= 3 && known(WellnessField::Rmssd, 7, 35) >= 14, "{date}");
            let (low, high) = contributor(&day, Signal::Hrv).band.unwrap();
            assert!(low < high && contributor(&day, Signal::Hrv).value.known().is_some());
            if let Some(readiness) = day.readiness.known() {
                scored += 1;
                assert!(readiness.low <= readiness.score && readiness.score <= readiness.high);
                assert!(readiness.coverage < 1.0, "nobody answered a question or trained here");
            }
        }
    }
    let judged = usual + below + above;
    println!("{judged} of {days} days judged: {usual} usual, {below} below, {above} above; {scored} scored");
    // In a study of runners 45 to 52 % of the days were in the band (Nuuttila 2022).
    let share = f64::from(usual) / f64::from(judged);
    assert!(judged > 500 && (0.3..0.7).contains(&share), "{share}");
}
