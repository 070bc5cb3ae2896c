//! Puts the front end and the permissions into the program.

use std::path::Path;

fn main() {
    // The front end is built by `cargo xtask ui`. Lints and docs of the window must not need it, so without it an
    // empty folder stands in, and the window shows nothing.
    let dist = Path::new("../ui/dist");
    if let Err(fault) = std::fs::create_dir_all(dist) {
        println!("cargo:warning={} could not be made: {fault}", dist.display());
    }
    println!("cargo:rerun-if-changed={}", dist.display());
    tauri_build::build();
}
