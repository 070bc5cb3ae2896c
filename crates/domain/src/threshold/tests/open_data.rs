//! Bests of two riders of an open data project, in whose settings stands what they believed of themselves.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::*;

/// Durations the table has, with their columns.
const COLUMNS: [(u32, &str); 8] = [
    (120, "2m_critical_power"),
    (180, "3m_critical_power"),
    (300, "5m_critical_power"),
    (480, "8m_critical_power"),
    (600, "10m_critical_power"),
    (1200, "20m_critical_power"),
    (1800, "30m_critical_power"),
    (3600, "60m_critical_power"),
];

struct Row {
    rider: String,
    date: NaiveDate,
    believed: f64,
    bests: Vec<(u32, f64)>,
}

fn rows(text: &str) -> Vec<Row> {
    let mut lines = text.lines();
    let heads: Vec<&str> = lines.next().expect("headings").split(',').collect();
    let column = |name: &str| heads.iter().position(|head| *head == name).expect(name);
    let (date, rider, believed) = (column("date"), column("id"), column("cp_setting"));
    let bests = COLUMNS.map(|(seconds, name)| (seconds, column(name)));
    lines
        .filter_map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let number = |at: usize| cells.get(at).and_then(|cell| cell.parse::<f64>().ok()).filter(|v| *v > 0.0);
            let day = NaiveDate::parse_from_str(cells.get(date)?.split(' ').next()?, "%Y/%m/%d").ok()?;
            let bests = bests.iter().filter_map(|(seconds, at)| Some((*seconds, number(*at)?))).collect();
            Some(Row { rider: (*cells.get(rider)?).to_owned(), date: day, believed: number(believed)?, bests })
        })
        .collect()
}

#[test]
fn estimates_from_ninety_days_of_real_rides_lie_near_what_the_riders_had_set() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/datasets/gc_opendata/metadata.csv");
    let Ok(text) = std::fs::read_to_string(&root) else {
        println!("skipped: shared/datasets/gc_opendata/metadata.csv not present");
        return;
    };
    let mut riders: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in rows(&text) {
        riders.entry(row.rider.clone()).or_default().push(row);
    }
    let (mut compared, mut near, mut fitted) = (0, 0, 0);
    for rows in riders.values() {
        for month in 0..18 {
            // Each row as an activity, its dates moved so that the end of this month is today.
            let end = NaiveDate::from_ymd_opt(2017, 1, 1).unwrap() + Duration::days(30 * month);
            let shift = today() - end;
            let activities: Vec<(Activity, Vec<Curve>)> = rows
                .iter()
                .filter(|row| !row.bests.is_empty() && row.date <= end && row.date > end - Duration::days(90))
                .enumerate()
                .map(|(i, row)| {
                    let bests: Vec<_> = row.bests.iter().map(|(seconds, watts)| (*seconds, *watts, 0)).collect();
                    let days = (today() - (row.date + shift)).num_days();
                    (activity(i as u128 + 1, days, Sport::Ride), vec![curve(Quantity::Power, &bests)])
                })
                .collect();
            let Some(believed) = rows.iter().rev().find(|row| row.date <= end).map(|row| row.believed) else {
                continue;
            };
            if activities.len() < 10 {
                continue;
            }
            let made = Made { activities, ..Made::default() };
            let ftp = made.first(Metric::Ftp);
            compared += 1;
            near += i32::from((ftp.value / believed - 1.0).abs() < 0.25);
            if let Some(cp) = made.view(Metric::CriticalPower).estimates.first() {
                fitted += 1;
                assert!((100.0..400.0).contains(&cp.value) && cp.low < cp.value && cp.value < cp.high, "{cp:?}");
            }
        }
    }
    println!("{near} of {compared} quarters within 25 % of the riders' own setting; {fitted} with a critical power");
    assert!(compared >= 10 && near * 10 >= compared * 7, "{near} of {compared}");
}
