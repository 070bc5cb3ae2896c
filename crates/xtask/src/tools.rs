//! Tools that come for the tests: a driver for the window, a runner for tests inside a browser, and the accessibility
//! checker that the browser journey runs on every screen.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{cargo, run};
use crate::fault::{At, TaskFault};
use crate::place::Place;

/// WebDriver for the window (Linux).
pub(crate) fn tauri_driver(place: &Place) -> Result<PathBuf, TaskFault> {
    // Not `--locked`, here and below: a lock file can name a release a mirror does not have yet, or any more.
    installed(place, "tauri-driver", "tauri-driver", "^2", "2.", &[])
}

/// Runs wasm tests in a browser. Its version must be that of the wasm-bindgen in Cargo.lock.
pub(crate) fn wasm_test_runner(place: &Place) -> Result<PathBuf, TaskFault> {
    let lock = place.root.join("Cargo.lock");
    let text = std::fs::read_to_string(&lock).at(lock)?;
    let version =
        locked(&text, "wasm-bindgen").ok_or_else(|| TaskFault::NotLocked { package: "wasm-bindgen".to_owned() })?;
    installed(place, "wasm-bindgen-cli", "wasm-bindgen-test-runner", &format!("={version}"), version, &[])
}

/// Looks at what we build with. Not optimised: it works for seconds, and optimising it takes minutes.
pub(crate) fn cargo_deny(place: &Place) -> Result<PathBuf, TaskFault> {
    installed(place, "cargo-deny", "cargo-deny", "^0.20", "0.20.", &["--debug"])
}

/// The accessibility checker's script. Exactly this version: another one finds other things, and that should be a change of
/// this line and not of the weather.
const AXE: &str = "4.14.1";

/// Brings axe-core from npm (once) and says where its script is. Nothing of it is run on this machine but in the page that
/// is tested.
pub(crate) fn axe(place: &Place) -> Result<PathBuf, TaskFault> {
    let root = place.tools().join("axe");
    let package = root.join("node_modules").join("axe-core");
    let script = package.join("axe.min.js");
    let known = std::fs::read_to_string(package.join("package.json")).unwrap_or_default();
    if script.is_file() && known.contains(&format!("\"version\": \"{AXE}\"")) {
        return Ok(script);
    }
    println!("   bringing axe-core {AXE} from npm (once; kept in {})", root.display());
    std::fs::create_dir_all(&root).at(&root)?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = Command::new(npm);
    command.args(["install", "--ignore-scripts", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"]);
    run(command.arg("--prefix").arg(&root).arg(format!("axe-core@{AXE}")))?;
    if script.is_file() { Ok(script) } else { Err(TaskFault::NotInstalled { tool: "axe-core", path: script }) }
}

fn installed(
    place: &Place,
    package: &str,
    program: &str,
    wanted: &str,
    begins: &str,
    how: &[&str],
) -> Result<PathBuf, TaskFault> {
    let tools = place.tools();
    let path = tools.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    let known = std::fs::read_to_string(tools.join(".crates.toml")).unwrap_or_default();
    if path.is_file() && known.contains(&format!("\"{package} {begins}")) {
        return Ok(path);
    }
    println!("   building the tool {package} {wanted} (once; kept in {})", tools.display());
    let root = tools.to_string_lossy();
    let mut command = cargo(place, ["install", package, "--version", wanted, "--root", &root, "--force", "--quiet"]);
    // In a folder of its own that goes away afterwards: its parts are not ours.
    run(command.args(how).env_remove("CARGO_TARGET_DIR"))?;
    Ok(path)
}

/// The version a lock file gives a package.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_version_is_read_by_the_exact_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-cli\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "wasm"), None);
    }
}
