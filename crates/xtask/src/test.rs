//! `cargo xtask test`: every test there is, in the order of what they cost.

use crate::check::{Lane, in_order};
use crate::command::{WASM, cargo, run, which};
use crate::fault::TaskFault;
use crate::needs::{self, Group};
use crate::place::Place;
use crate::{tools, ui};

/// Runs the lanes (all, or those named by a word).
pub(crate) fn test(place: &Place, only: Option<&str>) -> Result<(), TaskFault> {
    let mut lanes: Vec<Lane> = vec![
        ("native", Box::new(|| run(&mut hermetic(cargo(place, ["test"]))))),
        ("chores", Box::new(|| run(&mut cargo(place, ["test", "-p", "xtask"])))),
        ("front end", Box::new(|| ui::build(place, ui::Profile::Small))),
        ("components in a browser", Box::new(|| components(place))),
        ("journey in a browser", Box::new(|| browser(place))),
    ];
    if cfg!(target_os = "linux") {
        lanes.push(("journey in the window", Box::new(|| window(place))));
    } else {
        println!("The journey in the real window runs on Linux only; here it is left out.");
    }
    in_order(lanes, only, || needs::ensure(place, &[Group::Wasm, Group::Window, Group::Tests]))
}

/// A program that would touch the user's own data folder refuses to start.
fn hermetic(mut command: std::process::Command) -> std::process::Command {
    command.env("TRACKSIDE_HERMETIC", "1").env_remove("TRACKSIDE_HOME");
    command
}

fn components(place: &Place) -> Result<(), TaskFault> {
    let runner = tools::wasm_test_runner(place)?;
    let mut command = cargo(place, ["test", "-p", "ui", "--target", WASM]);
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", place.root.join("ui").join("webdriver.json"))
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    if let Some(driver) = which("chromedriver") {
        command.env("CHROMEDRIVER", driver);
    }
    run(&mut command)
}

fn browser(place: &Place) -> Result<(), TaskFault> {
    run(&mut cargo(place, ["build", "-p", "cli"]))?;
    let mut command = cargo(place, ["test", "-p", "tests", "--features", "browser", "--test", "browser"]);
    command
        .env("TRACKSIDE_BIN", place.program("debug", "trackside"))
        .env("TRACKSIDE_UI", place.dist())
        .env("TRACKSIDE_AXE", tools::axe(place)?);
    run(&mut hermetic(command))
}

fn window(place: &Place) -> Result<(), TaskFault> {
    let driver = tools::tauri_driver(place)?;
    run(&mut cargo(place, ["build", "-p", "desktop"]))?;
    run(&mut hermetic(cargo(place, ["test", "-p", "desktop", "--lib"])))?;
    let mut command = cargo(place, ["test", "-p", "tests", "--features", "window", "--test", "window"]);
    command.env("TRACKSIDE_DESKTOP", place.program("debug", "trackside-desktop")).env("TAURI_DRIVER", driver);
    run(&mut hermetic(command))
}
