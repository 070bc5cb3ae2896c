//! `docs/data.md` holds the table of signals as the program knows them.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use domain::signal::{SignalId, registry};
use domain::words::Words;

const BEGIN: &str = "<!-- signals: generated, begin -->\n";
const END: &str = "<!-- signals: generated, end -->";

fn page() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/data.md")
}

/// The table of channels or of wellness fields.
fn table(out: &mut String, channels: bool) {
    out.push_str(
        "| signal | name in files | unit | tier | current for | used for | ground |\n|---|---|---|---|---|---|---|\n",
    );
    for fact in registry() {
        let code = match fact.signal {
            SignalId::Channel(kind) if channels => kind.code(),
            SignalId::Wellness(field) if !channels => field.code(),
            _ => continue,
        };
        let days = if fact.current_days == 1 { "1 day".to_owned() } else { format!("{} days", fact.current_days) };
        let used = if fact.used_for.is_empty() { "shown" } else { fact.used_for };
        let label = Words::english().say(&fact.signal.label());
        let tier = fact.tier.number();
        let _ = writeln!(out, "| {label} | `{code}` | {} | {tier} | {days} | {used} | {} |", fact.unit, fact.ground);
    }
}

fn generated() -> String {
    let mut out = String::from("\n### Recorded during an activity\n\n");
    table(&mut out, true);
    out.push_str("\n### Told or measured once a day\n\n");
    table(&mut out, false);
    out.push('\n');
    out
}

#[test]
fn the_page_of_data_holds_the_table_the_program_works_by() {
    let text = fs::read_to_string(page()).expect("docs/data.md");
    let (before, rest) = text.split_once(BEGIN).expect("the mark before the table");
    let (table, after) = rest.split_once(END).expect("the mark after the table");
    if std::env::var_os("TRACKSIDE_WRITE_DOCS").is_some() {
        fs::write(page(), format!("{before}{BEGIN}{}{END}{after}", generated())).expect("docs/data.md can be written");
        return;
    }
    assert_eq!(table, generated(), "write the page anew: TRACKSIDE_WRITE_DOCS=1 cargo test -p domain --test it");
}

#[test]
fn every_signal_of_the_table_has_words_and_a_row_of_seven_cells() {
    for fact in registry() {
        assert!(Words::english().has(&fact.signal.label()), "{fact:?}");
    }
    let rows = generated();
    let rows: Vec<&str> = rows.lines().filter(|line| line.starts_with("| ")).collect();
    assert_eq!(rows.len(), registry().len() + 2);
    assert!(rows.iter().all(|row| row.matches('|').count() == 8), "{rows:#?}");
}
