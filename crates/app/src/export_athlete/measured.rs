//! What was computed, as tables: every metric of an activity with its unit, best means by duration, results, marks, days.

use chrono::{NaiveDate, SecondsFormat};
use domain::daily::{self, DayMeasures};
use domain::id::ActivityId;
use domain::mark::Mark;
use domain::measures::{Curve, Doubt, Measured, Measures};
use domain::metric::{Metric, Scope};
use domain::result::Outcome;
use domain::trend;

use super::tables::{number, table};
use crate::AppFault;
use crate::derive::days_of;

/// The heading of a metric: its stable name and its unit.
fn heading(metric: Metric) -> String {
    match metric.fact().unit {
        "" => metric.code().to_owned(),
        unit => format!("{} ({unit})", metric.code()),
    }
}

/// One activity a row, one metric of the registry a column, in its order; what was not computed is empty.
pub(super) fn measures(rows: &[(ActivityId, NaiveDate, Measures)]) -> Result<Vec<u8>, AppFault> {
    let metrics: Vec<Metric> =
        Metric::ALL.iter().copied().filter(|metric| metric.fact().scope == Scope::Activity).collect();
    let mut headings = vec!["id".to_owned(), "day".to_owned()];
    headings.extend(metrics.iter().map(|metric| heading(*metric)));
    headings.extend(["doubts", "zones", "method", "computed_from"].map(str::to_owned));
    table(&headings, rows, |(id, day, measures)| {
        let mut cells = vec![id.to_string(), day.to_string()];
        cells.extend(metrics.iter().map(|metric| number(measures.value(*metric))));
        cells.push(doubts(measures));
        cells.push(zones(measures));
        cells.push(measures.method.to_string());
        cells.push(measures.basis.clone());
        cells
    })
}

/// What lowers confidence, by metric.
fn doubts(measures: &Measures) -> String {
    let said = measures.values.iter().filter_map(|(metric, measured)| match measured {
        Measured::Known { doubts, .. } if !doubts.is_empty() => {
            let codes: Vec<String> = doubts.iter().map(code).collect();
            Some(format!("{metric}: {}", codes.join(", ")))
        }
        _ => None,
    });
    said.collect::<Vec<_>>().join("; ")
}

/// A doubt by the stable name it is kept under.
fn code(doubt: &Doubt) -> String {
    let kept = serde_json::json!(doubt);
    kept.get("doubt").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

/// Seconds in the zones of each scheme.
fn zones(measures: &Measures) -> String {
    let scheme = |zones: &domain::measures::ZoneTime| {
        let seconds: Vec<String> = zones.seconds.iter().map(|seconds| format!("{seconds:.0}")).collect();
        format!("{} {}: {}", zones.quantity.code(), zones.scheme.code(), seconds.join(" "))
    };
    measures.zones.iter().map(scheme).collect::<Vec<_>>().join("; ")
}

/// One best mean a row.
pub(super) fn curves(curves: &[(ActivityId, NaiveDate, Curve)]) -> Result<Vec<u8>, AppFault> {
    let rows: Vec<_> = curves
        .iter()
        .flat_map(|(id, day, curve)| curve.bests.iter().map(move |best| (id, day, curve.quantity, best)))
        .collect();
    let headings = ["id", "day", "quantity", "duration (s)", "best (W, m/s or bpm)", "start (s)"];
    table(&headings, &rows, |(id, day, quantity, best)| {
        vec![
            id.to_string(),
            day.to_string(),
            quantity.code().to_owned(),
            best.seconds.to_string(),
            best.value.to_string(),
            best.start_s.to_string(),
        ]
    })
}

const RESULT_HEADINGS: [&str; 17] = [
    "id",
    "day",
    "effort",
    "sport",
    "distance (m)",
    "time (s)",
    "power (W)",
    "heart rate (bpm)",
    "temperature (°C)",
    "humidity (%)",
    "altitude (m)",
    "activity",
    "note",
    "corrects",
    "withdrawn",
    "author",
    "entered_at",
];

/// Every result ever entered, corrected and withdrawn ones too.
pub(super) fn results(results: &[Outcome]) -> Result<Vec<u8>, AppFault> {
    table(&RESULT_HEADINGS, results, |one| {
        vec![
            one.id.to_string(),
            one.date.to_string(),
            one.effort.code().to_owned(),
            one.sport.code().to_owned(),
            number(one.distance.map(f64::from)),
            one.time.0.to_string(),
            number(one.power.map(f64::from)),
            number(one.heart.map(f64::from)),
            number(one.conditions.temperature.map(f64::from)),
            number(one.conditions.humidity),
            number(one.conditions.altitude.map(f64::from)),
            one.activity.map_or_else(String::new, |id| id.to_string()),
            one.note.clone().unwrap_or_default(),
            one.supersedes.map_or_else(String::new, |id| id.to_string()),
            one.withdrawn.to_string(),
            one.author.clone(),
            one.at.to_rfc3339_opts(SecondsFormat::Millis, true),
        ]
    })
}

/// Every mark ever set, replaced and withdrawn ones too.
pub(super) fn marks(marks: &[Mark]) -> Result<Vec<u8>, AppFault> {
    let headings =
        ["id", "kind", "from", "to", "size (zones or m)", "note", "replaces", "withdrawn", "author", "entered_at"];
    table(&headings, marks, |mark| {
        vec![
            mark.id.to_string(),
            mark.kind.code().to_owned(),
            mark.from.to_string(),
            mark.to.map_or_else(String::new, |to| to.to_string()),
            number(mark.size),
            mark.note.clone().unwrap_or_default(),
            mark.supersedes.map_or_else(String::new, |id| id.to_string()),
            mark.withdrawn.to_string(),
            mark.author.clone(),
            mark.at.to_rfc3339_opts(SecondsFormat::Millis, true),
        ]
    })
}

/// Every metric of a day of the registry, with the number it is.
fn of_day(day: &DayMeasures) -> [(Metric, Option<f64>); 16] {
    let trend = &day.trend;
    [
        (Metric::DayLoad, trend.load),
        (Metric::Ctl, Some(trend.ctl)),
        (Metric::Atl, Some(trend.atl)),
        (Metric::FormMorning, Some(trend.form_morning)),
        (Metric::FormEvening, Some(trend.form_evening)),
        (Metric::Ramp, trend.ramp),
        (Metric::AcwrCoupled, day.acwr_coupled),
        (Metric::AcwrUncoupled, day.acwr_uncoupled),
        (Metric::AcwrEwma, day.acwr_ewma),
        (Metric::Monotony, day.monotony.as_ref().map(|one| one.monotony)),
        (Metric::MonotonyPopulation, day.monotony.as_ref().map(|one| one.monotony_population)),
        (Metric::Strain, day.monotony.as_ref().map(|one| one.strain)),
        (Metric::SessionSpike, day.spike.as_ref().map(|spike| spike.ratio)),
        (Metric::DaysSinceHard, day.days_since_hard.map(f64::from)),
        (Metric::SessionDensity, Some(f64::from(day.density))),
        (Metric::Duration, Some(day.time.0)),
    ]
}

/// Every day from the first activity to the last.
pub(super) fn days(activities: &[domain::activity::Activity], today: NaiveDate) -> Result<Vec<u8>, AppFault> {
    let days = daily::days(activities, &trend::trend(&days_of(activities, today)));
    let mut headings = vec!["day".to_owned(), "sessions".to_owned()];
    if let Some(first) = days.first() {
        headings.extend(of_day(first).map(|(metric, _)| heading(metric)));
    }
    table(&headings, &days, |day| {
        let mut cells = vec![day.date.to_string(), day.sessions.to_string()];
        cells.extend(of_day(day).map(|(_, value)| number(value)));
        cells
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn text(bytes: &[u8]) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect());
        rows.collect()
    }

    #[test]
    fn every_metric_of_an_activity_has_a_column_with_its_unit_and_what_is_missing_is_empty() {
        let values = BTreeMap::from([
            (Metric::AvgPower, Measured::Known { value: 201.5, doubts: vec![Doubt::Unbridged] }),
            (Metric::Tss, Measured::Missing { why: domain::reading::Missing::NoThreshold }),
        ]);
        let measures = Measures { values, zones: Vec::new(), method: 3, basis: "ftp=-".to_owned() };
        let id = ActivityId(testkit::id(1));
        let rows = text(&super::measures(&[(id, testkit::clock::today(), measures)]).expect("a table"));
        let of_activity = Metric::ALL.iter().filter(|metric| metric.fact().scope == Scope::Activity).count();
        assert_eq!(rows[0].len(), of_activity + 6);
        let cell = |name: &str| {
            let column = rows[0].iter().position(|heading| heading == name).expect(name);
            rows[1][column].as_str()
        };
        assert_eq!(cell("avg-power (W)"), "201.5");
        assert_eq!(cell(&heading(Metric::Tss)), "");
        assert_eq!(cell("doubts"), "avg-power: unbridged");
    }

    #[test]
    fn days_have_every_metric_of_a_day_and_a_heading_each() {
        let whose = domain::id::AthleteId(testkit::id(2));
        let today = testkit::clock::today();
        let run = testkit::recorded::activity(1, whose, today, domain::sport::Sport::Run, 60, 55.0);
        let rows = text(&days(&[run], today).expect("a table"));
        assert_eq!(rows.len(), 2);
        for metric in Metric::ALL.iter().filter(|metric| metric.fact().scope == Scope::Day) {
            assert!(rows[0].contains(&heading(*metric)), "{metric}");
        }
        assert_eq!(rows[1][2], "55");
        assert_eq!(text(&days(&[], today).expect("a table")).len(), 1, "no day, no row");
    }
}
