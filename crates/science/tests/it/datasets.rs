//! Real people's days, where the data are at hand. They are no part of the project: without them each test says so.

use std::collections::BTreeMap;
use std::path::PathBuf;

use science::{acwr, hrv, impulse_response, monotony, statistics};

use crate::vectors::vector;

fn present(path: &str) -> Option<PathBuf> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/datasets").join(path);
    if !file.is_file() {
        println!("skipped: {path} not present");
        return None;
    }
    Some(file)
}

/// The columns asked for, row by row.
fn columns<const N: usize>(file: &PathBuf, names: [&str; N]) -> Vec<[String; N]> {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let header = reader.headers().unwrap().clone();
    let at = names.map(|name| header.iter().position(|h| h.trim_start_matches('\u{feff}') == name).unwrap());
    reader.records().map(|row| row.unwrap()).map(|row| at.map(|i| row[i].to_owned())).collect()
}

/// Of one player: values compared, and those that are the same as ours.
#[derive(Default)]
struct Agreement {
    same: usize,
    of: usize,
}

impl Agreement {
    fn add(&mut self, same: bool) {
        self.of += 1;
        self.same += usize::from(same);
    }
}

const MEASURES: [&str; 4] = ["acwr", "monotony", "strain", "either monotony"];

#[test]
fn ratio_monotony_and_strain_of_two_years_of_football_are_reproduced() {
    let Some(file) = present("soccermon/load_wellness.csv") else { return };
    let names = ["player_id", "date", "daily_load", "acwr", "monotony", "strain"];
    let mut players: BTreeMap<String, BTreeMap<String, [f64; 4]>> = BTreeMap::new();
    for [player, date, values @ ..] in columns(&file, names) {
        let values = values.map(|value| value.parse().unwrap_or(f64::NAN));
        players.entry(player).or_default().insert(date, values);
    }
    let agreements: Vec<(&String, [Agreement; 4])> =
        players.iter().map(|(player, days)| (player, agreement(&days.values().copied().collect::<Vec<_>>()))).collect();
    for (at, name) in MEASURES.iter().enumerate() {
        let (same, of) = agreements.iter().fold((0, 0), |sum, (_, a)| (sum.0 + a[at].same, sum.1 + a[at].of));
        println!("{name}: {same} of {of} days the same ({:.2} %)", share(same, of));
        assert!(share(same, of) > 94.0, "{name}");
    }
    // Of nearly everybody all days agree but one that the table itself leaves at zero.
    let whole = |of: &[Agreement; 4]| of.iter().all(|a| a.same + 1 >= a.of);
    for (player, of) in agreements.iter().filter(|(_, of)| !whole(of)) {
        let shares = of.iter().zip(MEASURES).map(|(a, name)| format!("{name} {:.0} %", share(a.same, a.of)));
        println!("{player}, whose columns are of another making: {}", shares.collect::<Vec<_>>().join(", "));
    }
    let agreeing = agreements.iter().filter(|(_, of)| whole(of)).count();
    println!("{agreeing} of {} players agree in every measure on all days but at most one", players.len());
    assert_eq!((agreeing, players.len()), (23, 25));
}

fn share(same: usize, of: usize) -> f64 {
    100.0 * same as f64 / of as f64
}

/// Days of load, ratio, monotony and strain against ours. Theirs are made of values rounded to a hundredth, and their
/// deviation is that of a population; the last count allows that of a sample as well.
fn agreement(days: &[[f64; 4]]) -> [Agreement; 4] {
    let loads: Vec<f64> = days.iter().map(|day| day[0]).collect();
    let mut found: [Agreement; 4] = Default::default();
    for ((theirs, ratio), week) in days.iter().zip(acwr::series(&loads, 0.0)).zip(monotony::series(&loads)) {
        let [_, acwr, monotony, strain] = *theirs;
        if let Some(ours) = ratio.coupled {
            found[0].add((ours - acwr).abs() <= 0.005 * ours.max(0.2));
        }
        let Some(ours) = week else {
            assert!(monotony.is_nan() || monotony <= 0.0, "a week without spread has no monotony there either");
            continue;
        };
        let population = (ours.monotony_population - monotony).abs() <= 0.0051;
        found[1].add(population);
        found[2].add((ours.strain_population - strain).abs() <= 0.0051 * ours.week_load + 0.06);
        found[3].add(population || (ours.monotony - monotony).abs() <= 0.0051);
    }
    found
}

#[test]
fn bands_of_heart_rate_variability_wait_for_fourteen_real_nights() {
    let Some(file) = present("lifesnaps/daily.csv") else { return };
    let mut people: BTreeMap<String, BTreeMap<i64, f64>> = BTreeMap::new();
    for [id, date, rmssd] in columns(&file, ["id", "date", "rmssd"]) {
        // 0 stands for no measurement there.
        if let Some(ms) = rmssd.parse::<f64>().ok().filter(|ms| *ms > 0.0) {
            people.entry(id).or_default().insert(day_number(&date), ms.ln());
        }
    }
    let (mut days, mut banded, mut judged, mut inside) = (0, 0, 0, 0);
    let mut fewest = usize::MAX;
    for nights in people.values() {
        let (first, last) = (*nights.keys().next().unwrap(), *nights.keys().last().unwrap());
        for today in first..=last {
            let valid = |days: std::ops::Range<i64>| nights.range(days).map(|(_, ln)| *ln).collect::<Vec<f64>>();
            let (week, baseline) = (valid(today - 6..today + 1), valid(today - 34..today - 6));
            days += 1;
            let Some(band) = hrv::band(&baseline) else {
                assert!(baseline.len() < hrv::BASELINE_DAYS_NEEDED);
                continue;
            };
            banded += 1;
            fewest = fewest.min(baseline.len());
            if let Some(mean) = hrv::week_mean(&week) {
                assert!(week.len() >= hrv::WEEK_DAYS_NEEDED);
                judged += 1;
                inside += usize::from(band.side(mean) == hrv::Side::Inside);
            }
        }
    }
    assert!(judged > 0, "no night was judged");
    println!(
        "{} people, {days} days: {banded} with a band (fewest nights {fewest}), {judged} judged, {inside} in band ({:.0} %)",
        people.len(),
        100.0 * inside as f64 / judged as f64,
    );
    assert_eq!(fewest, hrv::BASELINE_DAYS_NEEDED);
}

/// Days since some day long ago, of a date such as 2021-05-24 (Hinnant's civil calendar).
fn day_number(date: &str) -> i64 {
    let [year, month, day]: [i64; 3] =
        date.split('-').map(|part| part.parse().unwrap()).collect::<Vec<_>>().try_into().unwrap();
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day
}

#[test]
fn a_day_of_heartbeats_becomes_readings_of_five_minutes_with_their_artefacts_counted() {
    for user in ["user_1", "user_2", "user_3"] {
        let Some(file) = present(&format!("mmash_rr/{user}/RR.csv")) else { return };
        let mut windows: BTreeMap<i64, Vec<f64>> = BTreeMap::new();
        for [interval, day, time] in columns(&file, ["ibi_s", "day", "time"]) {
            let clock: Vec<i64> = time.split(':').map(|part| part.parse().unwrap()).collect();
            let second = day.parse::<i64>().unwrap() * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2];
            windows.entry(second / 300).or_default().push(1000.0 * interval.parse::<f64>().unwrap());
        }
        let (mut beats, mut artefacts, mut malik, mut short, mut noisy) = (0, 0, 0, 0, 0);
        let mut readings = Vec::new();
        let mut raw = Vec::new();
        for rr in windows.values() {
            let valid = hrv::valid_beats(rr);
            beats += rr.len();
            artefacts += valid.iter().filter(|ok| !**ok).count();
            malik += hrv::malik(rr).iter().filter(|ok| !**ok).count();
            match hrv::reading(rr) {
                Ok(ms) => {
                    readings.push(ms);
                    raw.push(hrv::rmssd(rr, &vec![true; rr.len()]).unwrap());
                }
                Err(hrv::Rejected::TooShort { .. }) => short += 1,
                Err(hrv::Rejected::TooManyArtefacts { share }) => {
                    assert!(share > hrv::MOST_ARTEFACTS);
                    noisy += 1;
                }
            }
        }
        let middle = statistics::median(&readings).unwrap();
        println!(
            "{user}: {beats} beats in {} windows, {artefacts} artefacts ({:.1} %; Malik {malik}); {} readings, median \
             rMSSD {middle:.1} ms (with their artefacts {:.1}), {noisy} refused as noisy, {short} as short",
            windows.len(),
            100.0 * artefacts as f64 / beats as f64,
            readings.len(),
            statistics::median(&raw).unwrap(),
        );
        assert_eq!(readings.len() + noisy + short, windows.len());
        assert!((10.0..150.0).contains(&middle), "{middle} ms");
        assert!(statistics::median(&raw).unwrap() >= middle, "artefacts only add differences");
    }
}

#[test]
fn the_published_impulse_response_fits_its_ride_scores_only_in_its_own_convention() {
    let Some(file) = present("banister_dorem/bike-score.csv") else { return };
    let days = columns(&file, ["Day", "BikeScore", "Test_5min_Power"]);
    let loads: Vec<f64> = days.iter().map(|[_, load, _]| load.parse().unwrap()).collect();
    let tests: Vec<(usize, f64)> =
        days.iter().enumerate().filter_map(|(i, [_, _, watts])| watts.parse().ok().map(|watts| (i, watts))).collect();
    let (k1, k2) = (0.18, 0.23);
    let mornings = impulse_response::banister_exclusive(&loads, 262.0, k1, k2, 36.0, 21.0);
    let inclusive: Vec<f64> = mornings.iter().zip(&loads).map(|(morning, load)| morning + (k1 - k2) * load).collect();
    let squares = |model: &[f64]| tests.iter().map(|(day, watts)| (model[*day] - watts).powi(2)).sum::<f64>();
    let total = {
        let watts: Vec<f64> = tests.iter().map(|(_, watts)| *watts).collect();
        statistics::population_sd(&watts).unwrap().powi(2) * watts.len() as f64
    };
    let (theirs, ours) = (squares(&inclusive), squares(&mornings));
    println!(
        "{} days, {} tests: squares {theirs:.2} inclusive (R2 {:.3}), {ours:.2} exclusive (R2 {:.3})",
        loads.len(),
        tests.len(),
        1.0 - theirs / total,
        1.0 - ours / total,
    );
    let v = vector("v10_ir", "identifiability.bike_score");
    assert_eq!((loads.len() as f64, tests.len() as f64), (v.input("n_days"), v.input("n_tests")));
    v.check("sse_at_published_params_262_.18_.23_36_21", theirs);
    assert!((1.0 - theirs / total - 0.979).abs() < 0.002, "the published R2");
    assert!((ours / theirs - 1.0).abs() > 0.01, "exclusive is another model");
    // The shape: performance falls into the hard block and rises out of it above its start.
    let lowest = mornings.iter().copied().fold(f64::MAX, f64::min);
    let highest = mornings.iter().copied().fold(0.0, f64::max);
    assert!(lowest < 262.0 && highest > 270.0, "{lowest} to {highest} W");
}
