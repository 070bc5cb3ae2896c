//! `docs/metrics.md` holds the registry of metrics as the program knows it.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use domain::metric::{Aggregate, Metric, MetricFact, Scope, Written};
use domain::words::Words;

const BEGIN: &str = "<!-- metrics: generated, begin -->\n";
const END: &str = "<!-- metrics: generated, end -->";

const SCOPES: [(Scope, &str); 5] = [
    (Scope::Activity, "Of an activity"),
    (Scope::Day, "Of a day"),
    (Scope::Week, "Of a week"),
    (Scope::Morning, "Of a morning"),
    (Scope::Athlete, "Of the athlete"),
];

fn page() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/metrics.md")
}

fn joined(aggregate: Aggregate) -> String {
    let code = match aggregate {
        Aggregate::Sum => "sum",
        Aggregate::Mean => "mean",
        Aggregate::Highest => "highest",
        Aggregate::Lowest => "lowest",
        Aggregate::Last => "last",
        Aggregate::Never => "never",
    };
    Words::english().say(&format!("aggregate-{code}"))
}

fn written(fact: &MetricFact) -> String {
    match fact.written {
        Written::Decimals(0) => "whole".to_owned(),
        Written::Decimals(digits) => format!("{digits} decimals"),
        Written::Percent(digits) => format!("percent, {digits} decimals"),
        Written::Clock => "h:mm:ss".to_owned(),
        Written::PaceKm => "min:ss / km".to_owned(),
        Written::Pace100m => "min:ss / 100 m".to_owned(),
    }
}

fn sports(fact: &MetricFact) -> String {
    let names: Vec<&str> = fact.sports.iter().map(|sport| sport.code()).collect();
    if names.is_empty() { "all".to_owned() } else { names.join(", ") }
}

fn generated() -> String {
    let words = Words::english();
    let mut out = String::new();
    for (scope, heading) in SCOPES {
        let _ = writeln!(out, "\n### {heading}\n");
        out.push_str("| metric | symbol | name in files | unit | written | sports | over time | made of | tier | evidence | method | source |\n");
        out.push_str("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        for metric in Metric::ALL.iter().filter(|metric| metric.fact().scope == scope) {
            let fact = metric.fact();
            let (name, about) = (words.say(&metric.label()), words.say(&format!("{}-about", metric.label())));
            let needs: Vec<String> = fact.needs.iter().map(|need| format!("`{need}`")).collect();
            let _ = writeln!(
                out,
                "| **{name}**: {about} | {} | `{metric}` | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
                fact.symbol,
                fact.unit,
                written(fact),
                sports(fact),
                joined(fact.aggregate),
                needs.join(", "),
                fact.tier.number(),
                fact.evidence,
                fact.method,
                fact.source,
            );
        }
    }
    out.push('\n');
    out
}

#[test]
fn the_page_of_metrics_holds_the_registry_the_program_works_by() {
    let text = fs::read_to_string(page()).expect("docs/metrics.md");
    let (before, rest) = text.split_once(BEGIN).expect("the mark before the tables");
    let (table, after) = rest.split_once(END).expect("the mark after the tables");
    if std::env::var_os("TRACKSIDE_WRITE_DOCS").is_some() {
        fs::write(page(), format!("{before}{BEGIN}{}{END}{after}", generated()))
            .expect("docs/metrics.md can be written");
        return;
    }
    assert_eq!(table, generated(), "write the page anew: TRACKSIDE_WRITE_DOCS=1 cargo test -p domain --test it");
}

#[test]
fn every_metric_has_one_row_of_twelve_cells() {
    let rows = generated();
    let rows: Vec<&str> = rows.lines().filter(|line| line.starts_with("| **")).collect();
    assert_eq!(rows.len(), Metric::ALL.len());
    assert!(rows.iter().all(|row| row.matches('|').count() == 13), "{rows:#?}");
}
