//! The built command line, which the journeys that need a process of its own run.

/// Where `trackside` was built: beside this test's own binary. `cargo test` builds it with the tests of `crates/cli`.
pub(crate) fn trackside() -> std::path::PathBuf {
    let own = std::env::current_exe().expect("this test is a file");
    let folder = own.parent().and_then(|deps| deps.parent()).expect("target/<profile>/deps");
    let path = folder.join(format!("trackside{}", std::env::consts::EXE_SUFFIX));
    assert!(path.is_file(), "{} is not built: run the tests of the whole workspace, or build -p cli", path.display());
    path
}
