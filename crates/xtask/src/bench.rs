//! `cargo xtask bench`: every benchmark, as one table.
//!
//! Each group of benchmarks measures one thing of ours; a bench named `floor` or `peer` in the same group is what it
//! is compared with: the least the machine needs for it, or another program's way. A benchmark too long for many runs
//! leaves its rows, ready to print, in `target/tmp/measured`.

use std::path::Path;

use serde_json::Value;

use crate::command::{cargo, run};
use crate::fault::{At, TaskFault};
use crate::place::Place;
use crate::ui::files_under;
use crate::{needs, tools, ui};

/// Rooms that may have benchmarks.
const ROOMS: [&str; 8] = ["science", "domain", "store", "exchange", "planner", "charts", "app", "tests"];
const BEGIN: &str = "<!-- benches: begin -->";
const END: &str = "<!-- benches: end -->";

/// One measured function.
#[derive(Debug, Clone, PartialEq)]
struct Measured {
    group: String,
    function: String,
    /// Nanoseconds.
    median: f64,
    /// Bytes worked through each time, where the benchmark says so.
    bytes: Option<f64>,
}

impl Measured {
    /// The median as a person reads it, with megabytes a second where bytes are known.
    fn shown(&self) -> String {
        match self.bytes {
            Some(bytes) => format!("{} ({:.0} MB/s)", time(self.median), bytes * 1e3 / self.median),
            None => time(self.median),
        }
    }
}

/// Measures (unless `last`) and prints the table; writes it into docs/performance.md on wish.
pub(crate) fn bench(place: &Place, write: bool, last: bool) -> Result<(), TaskFault> {
    let results = place.target.join("criterion");
    let long = place.target.join("tmp").join("measured");
    if !last {
        // What a benchmark of another name once left would stand in the table as if it had been measured now.
        for old in [&results, &long].into_iter().filter(|old| old.is_dir()) {
            std::fs::remove_dir_all(old).at(old)?;
        }
        let rooms = ROOMS.iter().filter(|room| has_benches(place, room)).flat_map(|room| ["-p", room]);
        run(&mut cargo(place, ["bench", "--benches"].into_iter().chain(rooms)))?;
        in_browser(place)?;
    }
    let measured = read(&results)?;
    if measured.is_empty() {
        return Err(TaskFault::NoBenches { path: results });
    }
    let table = format!("{}{}", table(&measured), rows(&long)?);
    println!("\n{table}");
    if write {
        let page = place.root.join("docs").join("performance.md");
        let text = std::fs::read_to_string(&page).at(&page)?;
        let text = between(&text, BEGIN, END, &table).ok_or(TaskFault::NoMark { path: page.clone(), mark: BEGIN })?;
        std::fs::write(&page, text).at(page)?;
    }
    Ok(())
}

/// What is measured in a browser: the front end that ships, served by the program that ships.
fn in_browser(place: &Place) -> Result<(), TaskFault> {
    needs::ensure(place, &[needs::Group::Wasm, needs::Group::Window, needs::Group::Tests])?;
    ui::build(place, ui::Profile::Small)?;
    run(&mut cargo(place, ["build", "--release", "-p", "cli"]))?;
    let of_browser = ["bench", "-p", "tests", "--features", "browser", "--bench", "board", "--bench", "face"];
    let mut command = cargo(place, of_browser);
    command.env("TRACKSIDE_BIN", place.program("release", "trackside")).env("TRACKSIDE_UI", place.dist());
    if cfg!(target_os = "linux") {
        run(&mut cargo(place, ["build", "--release", "-p", "desktop"]))?;
        command.env("TRACKSIDE_DESKTOP", place.program("release", "trackside-desktop"));
        command.env("TAURI_DRIVER", tools::tauri_driver(place)?);
    }
    run(&mut command)
}

fn has_benches(place: &Place, room: &str) -> bool {
    let package = place.metadata.packages.iter().find(|package| package.name.as_str() == room);
    package.is_some_and(|package| package.targets.iter().any(cargo_metadata::Target::is_bench))
}

fn read(results: &Path) -> Result<Vec<Measured>, TaskFault> {
    let mut measured = Vec::new();
    for file in files_under(results)?.iter().filter(|file| file.ends_with("new/benchmark.json")) {
        let path = results.join(file);
        let about = json(&path)?;
        let median = json(&path.with_file_name("estimates.json"))?["median"]["point_estimate"].as_f64();
        let (Some(group), Some(median)) = (about["group_id"].as_str(), median) else { continue };
        let words = [about["function_id"].as_str(), about["value_str"].as_str()];
        let function = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let bytes = about["throughput"]["Bytes"].as_f64();
        measured.push(Measured { group: group.to_owned(), function, median, bytes });
    }
    measured.sort_by(|a, b| (&a.group, &a.function).cmp(&(&b.group, &b.function)));
    Ok(measured)
}

fn json(path: &Path) -> Result<Value, TaskFault> {
    let text = std::fs::read_to_string(path).at(path)?;
    serde_json::from_str(&text).map_err(std::io::Error::from).at(path)
}

/// What a function is compared with: the group's `floor` or `peer`, of the same parameter where there are several.
fn compared<'a>(measured: &'a [Measured], with: &Measured) -> Option<&'a Measured> {
    let parameter = with.function.split_once(' ').map(|(_, parameter)| parameter);
    let of_group = || measured.iter().filter(|one| one.group == with.group && is_measure(&one.function));
    let same = |one: &&Measured| one.function.split_once(' ').map(|(_, parameter)| parameter) == parameter;
    of_group().find(same).or_else(|| of_group().next())
}

fn is_measure(function: &str) -> bool {
    matches!(function.split(' ').next(), Some("floor" | "peer"))
}

/// A Markdown table.
fn table(measured: &[Measured]) -> String {
    let mut lines =
        vec!["| what | median | floor or peer | times that |".to_owned(), "|---|---:|---:|---:|".to_owned()];
    for one in measured.iter().filter(|one| !is_measure(&one.function)) {
        let (other, ratio) = match compared(measured, one) {
            Some(other) => (
                format!("{} {}", other.function.split(' ').next().unwrap_or_default(), other.shown()),
                format!("{:.2}", one.median / other.median),
            ),
            None => ("–".to_owned(), "–".to_owned()),
        };
        lines.push(format!("| {}: {} | {} | {other} | {ratio} |", one.group, one.function, one.shown()));
    }
    lines.join("\n")
}

/// The rows that long benchmarks left: one list a file, each row with `what`, `value`, `beside` and `times`.
fn rows(folder: &Path) -> Result<String, TaskFault> {
    let mut rows = String::new();
    if !folder.is_dir() {
        return Ok(rows);
    }
    for file in files_under(folder)?.iter().filter(|file| file.extension().is_some_and(|ending| ending == "json")) {
        let list = json(&folder.join(file))?;
        for row in list.as_array().into_iter().flatten() {
            let text = |name: &str| row[name].as_str().unwrap_or("–").to_owned();
            let times = row["times"].as_f64().map_or_else(|| "–".to_owned(), |times| format!("{times:.2}"));
            rows.push_str(&format!("\n| {} | {} | {} | {times} |", text("what"), text("value"), text("beside")));
        }
    }
    Ok(rows)
}

/// Nanoseconds as a person reads them.
fn time(nanos: f64) -> String {
    match nanos {
        n if n < 1e3 => format!("{n:.0} ns"),
        n if n < 1e6 => format!("{:.1} µs", n / 1e3),
        n if n < 1e9 => format!("{:.2} ms", n / 1e6),
        n => format!("{:.2} s", n / 1e9),
    }
}

/// The page with the part between two marks replaced; `None` when one is missing.
pub(crate) fn between(page: &str, begin: &str, end: &str, table: &str) -> Option<String> {
    let (head, rest) = page.split_once(begin)?;
    let (_, tail) = rest.split_once(end)?;
    Some(format!("{head}{begin}\n{table}\n{end}{tail}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(group: &str, function: &str, median: f64) -> Measured {
        Measured { group: group.to_owned(), function: function.to_owned(), median, bytes: None }
    }

    #[test]
    fn each_function_stands_beside_its_groups_floor_or_peer() {
        let all = [
            measured("hash", "floor", 500.0),
            measured("hash", "ours", 1_000.0),
            measured("read", "peer small", 2e6),
            measured("read", "peer large", 8e6),
            measured("read", "ours large", 4e6),
            measured("draw", "ours", 3e9),
        ];
        let table = table(&all);
        assert!(table.contains("| hash: ours | 1.0 µs | floor 500 ns | 2.00 |"), "{table}");
        assert!(table.contains("| read: ours large | 4.00 ms | peer 8.00 ms | 0.50 |"), "{table}");
        assert!(table.contains("| draw: ours | 3.00 s | – | – |"), "{table}");
        assert_eq!(table.lines().count(), 5);
        let read = Measured { bytes: Some(5e5), ..measured("read", "ours", 2e6) };
        assert_eq!(read.shown(), "2.00 ms (250 MB/s)");
    }

    #[test]
    fn only_the_marked_part_of_the_page_changes() {
        let page = format!("before\n{BEGIN}\nold\n{END}\nafter\n");
        assert_eq!(between(&page, BEGIN, END, "new").unwrap(), format!("before\n{BEGIN}\nnew\n{END}\nafter\n"));
        assert_eq!(between("no marks", BEGIN, END, "new"), None);
    }
}
