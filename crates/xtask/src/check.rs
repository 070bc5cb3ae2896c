//! `cargo xtask check`: everything short of running.

use std::collections::VecDeque;

use crate::command::{WASM, cargo, run};
use crate::fault::TaskFault;
use crate::needs::{self, Group};
use crate::place::Place;
use crate::steps::Steps;
use crate::{bundled, deny, prepare, tidy};

/// A name, and the work.
pub(crate) type Lane<'a> = (&'a str, Box<dyn FnOnce() -> Result<(), TaskFault> + 'a>);

/// Runs the lanes (all, or those named by a word); a failing lane does not stop the next.
pub(crate) fn check(place: &Place, only: Option<&str>) -> Result<(), TaskFault> {
    let lanes: Vec<Lane> = vec![
        ("format", Box::new(|| run(&mut cargo(place, ["fmt", "--all", "--check"])))),
        ("tidy", Box::new(|| tidy::tidy(place))),
        ("dependencies", Box::new(|| deny::dependencies(place))),
        ("advisories", Box::new(|| deny::advisories(place))),
        ("bundled", Box::new(|| bundled::check(place))),
        ("lints", Box::new(|| run(&mut lint(place)))),
        ("lints of the front end", Box::new(|| run(&mut lint_ui(place)))),
        ("wasm", Box::new(|| run(&mut wasm(place)))),
        ("docs", Box::new(|| run(docs(place).env("RUSTDOCFLAGS", "-D warnings")))),
        ("generated pages", Box::new(|| run(&mut pages(place)))),
        ("queries", Box::new(|| prepare::fresh(place))),
    ];
    in_order(lanes, only, || needs::ensure(place, &[Group::Wasm, Group::Window]))
}

/// Runs lanes as steps, after what they need is there.
pub(crate) fn in_order(
    lanes: Vec<Lane>,
    only: Option<&str>,
    needs: impl FnOnce() -> Result<(), TaskFault>,
) -> Result<(), TaskFault> {
    let mut lanes: VecDeque<Lane> =
        lanes.into_iter().filter(|(name, _)| only.is_none_or(|word| name.contains(word))).collect();
    if let (true, Some(word)) = (lanes.is_empty(), only) {
        return Err(TaskFault::NoLane { word: word.to_owned() });
    }
    let mut steps = Steps::new(lanes.len() + 1);
    steps.must("what this machine needs", needs)?;
    while let Some((name, work)) = lanes.pop_front() {
        steps.step(name, work);
    }
    steps.close()
}

fn lint(place: &Place) -> std::process::Command {
    cargo(
        place,
        ["clippy", "--workspace", "--exclude", "ui", "--all-targets", "--all-features", "--", "-D", "warnings"],
    )
}

fn lint_ui(place: &Place) -> std::process::Command {
    cargo(place, ["clippy", "-p", "ui", "--all-targets", "--target", WASM, "--", "-D", "warnings"])
}

/// The rooms that the front end is made of must never come to need a file, a clock or a thread.
fn wasm(place: &Place) -> std::process::Command {
    let rooms = ["-p", "science", "-p", "domain", "-p", "contract", "-p", "charts", "-p", "ui"];
    cargo(place, ["check", "--target", WASM].into_iter().chain(rooms))
}

/// The pages made from the program: signals and metrics.
fn pages(place: &Place) -> std::process::Command {
    cargo(place, ["test", "--quiet", "-p", "domain", "--test", "it", "page"])
}

fn docs(place: &Place) -> std::process::Command {
    cargo(place, ["doc", "--no-deps", "--document-private-items"])
}
