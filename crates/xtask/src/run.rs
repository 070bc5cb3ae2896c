//! `cargo xtask run`: build the program and open it.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{cargo, run as run_command};
use crate::fault::TaskFault;
use crate::needs::{self, Group};
use crate::place::Place;
use crate::steps::Steps;
use crate::ui;

/// What was asked for.
pub(crate) struct Wish {
    /// The sample club.
    pub(crate) sample: bool,
    /// This roster.
    pub(crate) roster: Option<PathBuf>,
    /// Serve even though there is a display.
    pub(crate) serve: bool,
    /// Optimised.
    pub(crate) release: bool,
}

/// Opens the window; with no display (or on wish) serves the same program on this machine. That way needs no WebKitGTK.
pub(crate) fn run(place: &Place, wish: &Wish) -> Result<(), TaskFault> {
    let window = display() && !wish.serve;
    if !window && !wish.serve {
        println!("No display here: the program will be served on this machine only, for a browser.");
    }
    let (package, program) = if window { ("desktop", "trackside-desktop") } else { ("cli", "trackside") };
    let mut steps = Steps::new(4);
    steps.must("what this machine needs", || {
        needs::ensure(place, if window { &[Group::Wasm, Group::Window] } else { &[Group::Wasm] })
    })?;
    steps.must("front end", || ui::build(place, ui::Profile::Small))?;
    let profile = if wish.release { "release" } else { "debug" };
    let flags = if wish.release { vec!["build", "-p", package, "--release"] } else { vec!["build", "-p", package] };
    steps.must(if window { "window" } else { "server" }, || run_command(&mut cargo(place, flags)))?;

    let mut command = Command::new(place.program(profile, program));
    if let Some(roster) = &wish.roster {
        command.arg("--roster").arg(roster);
    }
    if !window {
        command.arg("serve").arg("--ui").arg(place.dist());
    }
    if wish.sample {
        command.arg("--sample");
    }
    steps.must(if window { "open (ends when the window is closed)" } else { "serve (ends with Ctrl-C)" }, || {
        run_command(&mut command)
    })
}

fn display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "macos", windows)) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
