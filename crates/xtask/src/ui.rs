//! The front end: wasm by cargo, glue by the wasm-bindgen library, no external bundler.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{WASM, cargo, run};
use crate::fault::{At, TaskFault};
use crate::needs;
use crate::place::Place;

/// How to compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Small: what ships, and what the tests look at.
    Small,
    /// Quick to build, large.
    Dev,
}

/// Builds into `ui/dist`. Files that come out the same are left alone, so that what embeds them is not rebuilt.
pub(crate) fn build(place: &Place, profile: Profile) -> Result<(), TaskFault> {
    needs::ensure(place, &[needs::Group::Wasm])?;
    let (name, folder) = match profile {
        Profile::Small => ("wasm-release", "wasm-release"),
        Profile::Dev => ("dev", "debug"),
    };
    let relocs = format!("target.{WASM}.rustflags=[\"-Clink-args=--emit-relocs\"]");
    run(&mut cargo(
        place,
        ["build", "--profile", name, "--target", WASM, "-p", "ui", "--features", "split", "--config", &relocs],
    ))?;
    let wasm = place.target.join(WASM).join(folder).join("ui.wasm");

    let fresh = tempfile::tempdir().at(std::env::temp_dir())?;
    let main = split(&wasm, fresh.path())?;
    bindgen(&main, fresh.path(), profile)?;
    std::fs::remove_file(&main).at(&main)?;
    let ui = place.root.join("ui");
    copy_if_there(&ui.join("index.html"), &fresh.path().join("index.html"))?;
    for folder in ["public", "style"] {
        copy_folder(&ui.join(folder), fresh.path())?;
    }
    copy_folder(&place.root.join("assets").join("words"), &fresh.path().join("words"))?;

    replace(fresh.path(), &place.dist())?;
    sizes(&place.dist())
}

/// Cuts the program into the part that shows the first screen and those loaded later. Returns the first.
fn split(wasm: &Path, out: &Path) -> Result<PathBuf, TaskFault> {
    let whole = std::fs::read(wasm).at(wasm)?;
    let main = out.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = out;
    options.main_out_path = &main;
    options.link_name = "./split.js";
    options.main_module = "./ui.js";
    wasm_split_cli_support::transform(options).map_err(|fault| TaskFault::Bindgen(format!("{fault:#}")))?;
    Ok(main)
}

fn bindgen(wasm: &Path, out: &Path, profile: Profile) -> Result<(), TaskFault> {
    let refused = |fault: &dyn std::fmt::Display| TaskFault::Bindgen(fault.to_string());
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .web(true)
        .map_err(|fault| refused(&fault))?
        .typescript(false)
        .out_name("ui")
        .debug(profile == Profile::Dev)
        .keep_debug(false)
        // What the later parts share with the first.
        .keep_lld_exports(true)
        .remove_name_section(profile == Profile::Small)
        .remove_producers_section(true)
        .generate(out)
        .map_err(|fault| refused(&format!("{fault:#}")))
}

fn copy_if_there(from: &Path, to: &Path) -> Result<(), TaskFault> {
    if from.is_file() {
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder).at(folder)?;
        }
        std::fs::copy(from, to).at(from)?;
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), TaskFault> {
    for file in files_under(from)? {
        copy_if_there(&from.join(&file), &to.join(&file))?;
    }
    Ok(())
}

/// Makes `to` hold exactly the files of `from`, writing only those that differ.
fn replace(from: &Path, to: &Path) -> Result<(), TaskFault> {
    let wanted = files_under(from)?;
    for stale in files_under(to)?.difference(&wanted) {
        let stale = to.join(stale);
        std::fs::remove_file(&stale).at(stale)?;
    }
    for file in &wanted {
        let (source, goal) = (from.join(file), to.join(file));
        let bytes = std::fs::read(&source).at(&source)?;
        if std::fs::read(&goal).ok().as_deref() != Some(&bytes) {
            if let Some(folder) = goal.parent() {
                std::fs::create_dir_all(folder).at(folder)?;
            }
            std::fs::write(&goal, bytes).at(goal)?;
        }
    }
    Ok(())
}

/// Paths of the files under a folder, relative to it; none when there is no such folder.
pub(crate) fn files_under(folder: &Path) -> Result<BTreeSet<PathBuf>, TaskFault> {
    let mut found = BTreeSet::new();
    let mut todo = vec![PathBuf::new()];
    while let Some(inner) = todo.pop() {
        let here = folder.join(&inner);
        if !here.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(&here).at(&here)? {
            let entry = entry.at(&here)?;
            let path = inner.join(entry.file_name());
            if entry.file_type().at(entry.path())?.is_dir() {
                todo.push(path);
            } else {
                found.insert(path);
            }
        }
    }
    Ok(found)
}

fn sizes(dist: &Path) -> Result<(), TaskFault> {
    println!("   {:<28} {:>10} {:>10}", "ui/dist", "raw", "gzip");
    for file in files_under(dist)? {
        let path = dist.join(&file);
        let bytes = std::fs::read(&path).at(&path)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(&bytes).at(&path)?;
        let small = gzip.finish().at(&path)?.len();
        println!("   {:<28} {:>7.1} kB {:>7.1} kB", file.display(), kilo(bytes.len()), kilo(small));
    }
    Ok(())
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rebuilt_folder_loses_stale_files_and_keeps_equal_ones_untouched() {
        let from = tempfile::tempdir().unwrap();
        let to = tempfile::tempdir().unwrap();
        std::fs::write(from.path().join("same"), "1").unwrap();
        std::fs::create_dir(from.path().join("style")).unwrap();
        std::fs::write(from.path().join("style/new"), "2").unwrap();
        std::fs::write(to.path().join("same"), "1").unwrap();
        std::fs::write(to.path().join("stale"), "3").unwrap();
        let before = std::fs::metadata(to.path().join("same")).unwrap().modified().unwrap();

        replace(from.path(), to.path()).unwrap();

        assert_eq!(files_under(to.path()).unwrap(), files_under(from.path()).unwrap());
        assert_eq!(std::fs::metadata(to.path().join("same")).unwrap().modified().unwrap(), before);
    }

    #[test]
    fn a_missing_folder_has_no_files() {
        assert!(files_under(Path::new("no/such/folder")).unwrap().is_empty());
    }
}
