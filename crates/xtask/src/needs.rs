//! What this machine must have before a chore can begin, and how it gets it.
//!
//! On Debian and Ubuntu, as root or with a sudo that asks no password, missing packages are installed after saying so.
//! Elsewhere the exact command is printed and the chore stops: another system's package manager is its owner's to run.

use std::process::Command;

use crate::command::{WASM, holds, run, said, which};
use crate::fault::TaskFault;
use crate::place::Place;

/// Things that are needed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// The compiler's wasm target.
    Wasm,
    /// What the window is compiled against.
    Window,
    /// A virtual screen, a browser and the drivers of both.
    Tests,
    /// Taking pictures of the screen.
    Shots,
}

/// How to see that a thing is here.
enum Probe {
    /// A program on the PATH.
    Program(&'static str),
    /// A library pkg-config knows.
    Library(&'static str),
    /// A Debian package (elsewhere it comes with the others).
    Package,
}

/// One thing, and what the systems call it.
struct Need {
    group: Group,
    probe: Probe,
    debian: &'static str,
    fedora: &'static str,
    arch: &'static str,
}

const NEEDS: [Need; 12] = [
    need(Group::Window, Probe::Program("cc"), "build-essential", "gcc gcc-c++ make", "base-devel"),
    need(Group::Window, Probe::Program("pkg-config"), "pkg-config", "pkgconf-pkg-config", "pkgconf"),
    need(
        Group::Window,
        Probe::Library("webkit2gtk-4.1"),
        "libwebkit2gtk-4.1-dev",
        "webkit2gtk4.1-devel",
        "webkit2gtk-4.1",
    ),
    need(Group::Window, Probe::Library("librsvg-2.0"), "librsvg2-dev", "librsvg2-devel", "librsvg"),
    need(Group::Window, Probe::Package, "libxdo-dev", "libxdo-devel", "xdotool"),
    need(
        Group::Window,
        Probe::Library("ayatana-appindicator3-0.1"),
        "libayatana-appindicator3-dev",
        "libayatana-appindicator-gtk3-devel",
        "libayatana-appindicator",
    ),
    need(Group::Tests, Probe::Program("Xvfb"), "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    need(Group::Tests, Probe::Program("WebKitWebDriver"), "webkit2gtk-driver", "webkitgtk6.0", "webkitgtk-6.0"),
    need(Group::Tests, Probe::Program("chromium"), "chromium", "chromium", "chromium"),
    need(Group::Tests, Probe::Program("chromedriver"), "chromium-driver", "chromedriver", "chromium"),
    need(Group::Tests, Probe::Program("npm"), "npm", "nodejs-npm", "npm"),
    need(Group::Shots, Probe::Program("import"), "imagemagick", "ImageMagick", "imagemagick"),
];

const fn need(group: Group, probe: Probe, debian: &'static str, fedora: &'static str, arch: &'static str) -> Need {
    Need { group, probe, debian, fedora, arch }
}

/// Whose package manager this machine has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Debian,
    Fedora,
    Arch,
    OtherLinux,
    Mac,
    Windows,
}

/// Makes sure that everything of these groups is here.
pub(crate) fn ensure(place: &Place, groups: &[Group]) -> Result<(), TaskFault> {
    if groups.contains(&Group::Wasm) {
        wasm_target(place)?;
    }
    let system = system();
    match system {
        // The web view is part of the system, and the window journey runs on Linux only.
        System::Mac | System::Windows => browser_only(system, groups),
        _ => linux(system, groups),
    }
}

fn linux(system: System, groups: &[Group]) -> Result<(), TaskFault> {
    let missing: Vec<&Need> =
        NEEDS.iter().filter(|need| groups.contains(&need.group)).filter(|need| !here(need, system)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|need| name(need, system)).collect();
    println!("   missing: {}", names.join(", "));
    for need in &missing {
        println!("     {:<30} {}", name(need, system), why(need.group));
    }
    match (system, administrator()) {
        (System::Debian, Some(prefix)) => install(prefix, &names),
        _ => {
            println!("   install them with:\n     {}", by_hand(system, &names));
            Err(TaskFault::Missing { count: missing.len() })
        }
    }
}

fn install(prefix: &[&str], names: &[&str]) -> Result<(), TaskFault> {
    println!("   installing {} Debian package(s); this needs the network and can take some minutes", names.len());
    // A machine that never fetched its package lists knows no candidate for any of them.
    if names.iter().any(|name| !known_to_apt(name)) {
        run(&mut apt(prefix, &["update"]))?;
    }
    let first = run(&mut apt(prefix, &[&["install", "-y", "--no-install-recommends"], names].concat()));
    match first {
        Ok(()) => Ok(()),
        // Lists that are days old can name versions the mirror no longer has.
        Err(_) => {
            run(&mut apt(prefix, &["update"]))?;
            run(&mut apt(prefix, &[&["install", "-y", "--no-install-recommends"], names].concat()))
        }
    }
}

fn apt(prefix: &[&str], args: &[&str]) -> Command {
    let words: Vec<&str> = prefix.iter().copied().chain(["apt-get", "-q"]).chain(args.iter().copied()).collect();
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive").stdin(std::process::Stdio::null());
    command
}

fn known_to_apt(package: &str) -> bool {
    said(Command::new("apt-cache").args(["policy", package]))
        .is_some_and(|text| text.contains("Candidate:") && !text.contains("Candidate: (none)"))
}

/// How to run something as the administrator without being asked anything.
fn administrator() -> Option<&'static [&'static str]> {
    if said(Command::new("id").arg("-u")).is_some_and(|uid| uid.trim() == "0") {
        Some(&["env"])
    } else if holds(Command::new("sudo").args(["-n", "true"])) {
        Some(&["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"])
    } else {
        None
    }
}

fn here(need: &Need, system: System) -> bool {
    match need.probe {
        Probe::Program(program) => which(program).is_some(),
        Probe::Library(library) => holds(Command::new("pkg-config").args(["--exists", library])),
        Probe::Package if system == System::Debian => {
            said(Command::new("dpkg-query").args(["-W", "-f=${Status}", need.debian]))
                .is_some_and(|status| status.contains("install ok installed"))
        }
        Probe::Package => true,
    }
}

fn name(need: &Need, system: System) -> &'static str {
    match system {
        System::Fedora => need.fedora,
        System::Arch => need.arch,
        _ => need.debian,
    }
}

fn why(group: Group) -> &'static str {
    match group {
        Group::Wasm => "the front end is compiled to wasm",
        Group::Window => "the window is drawn by the system's web view (WebKitGTK)",
        Group::Tests => "journeys are tested in a real window and a real browser, without a screen",
        Group::Shots => "pictures of the screen",
    }
}

fn by_hand(system: System, names: &[&str]) -> String {
    let names = names.join(" ");
    match system {
        System::Debian => format!("sudo apt-get update && sudo apt-get install -y {names}"),
        System::Fedora => format!("sudo dnf install {names}"),
        System::Arch => format!("sudo pacman -S --needed {names}"),
        _ => format!("your package manager, where Debian's names are: {names}"),
    }
}

fn browser_only(system: System, groups: &[Group]) -> Result<(), TaskFault> {
    if !groups.contains(&Group::Tests) || which("chromedriver").is_some() {
        return Ok(());
    }
    println!("   missing: chromedriver (component tests and the browser journey run in Chromium)\n   install it with:");
    println!(
        "     {}",
        if system == System::Mac {
            "brew install --cask chromium chromedriver"
        } else {
            "winget install Google.Chrome, then put the chromedriver.exe of the same version on the PATH"
        }
    );
    Err(TaskFault::Missing { count: 1 })
}

fn wasm_target(place: &Place) -> Result<(), TaskFault> {
    let sysroot = said(Command::new("rustc").args(["--print", "sysroot"]).current_dir(&place.root));
    if let Some(sysroot) = sysroot {
        let library = std::path::Path::new(sysroot.trim()).join("lib").join("rustlib").join(WASM);
        if library.is_dir() {
            return Ok(());
        }
    }
    println!("   missing: the compiler's {WASM} target ({})", why(Group::Wasm));
    if which("rustup").is_none() {
        println!("   this compiler did not come from rustup; install its {WASM} standard library");
        return Err(TaskFault::Missing { count: 1 });
    }
    run(Command::new("rustup").args(["target", "add", WASM]).current_dir(&place.root))
}

fn system() -> System {
    if cfg!(target_os = "macos") {
        System::Mac
    } else if cfg!(windows) {
        System::Windows
    } else {
        std::fs::read_to_string("/etc/os-release").map_or(System::OtherLinux, |text| family(&text))
    }
}

/// The family an os-release file names, in `ID` or `ID_LIKE`.
fn family(os_release: &str) -> System {
    let words: Vec<&str> = os_release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches('"').split_whitespace())
        .collect();
    let is = |names: &[&str]| words.iter().any(|word| names.contains(word));
    if is(&["debian", "ubuntu"]) {
        System::Debian
    } else if is(&["fedora", "rhel"]) {
        System::Fedora
    } else if is(&["arch"]) {
        System::Arch
    } else {
        System::OtherLinux
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_known_by_their_family() {
        assert_eq!(family("NAME=\"Debian\"\nID=debian\n"), System::Debian);
        assert_eq!(family("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), System::Debian);
        assert_eq!(family("ID=rocky\nID_LIKE=\"rhel centos fedora\"\n"), System::Fedora);
        assert_eq!(family("ID=arch\n"), System::Arch);
        assert_eq!(family("ID=alpine\n"), System::OtherLinux);
    }

    #[test]
    fn the_command_to_type_names_every_package() {
        let said = by_hand(System::Fedora, &["webkit2gtk4.1-devel", "librsvg2-devel"]);
        assert_eq!(said, "sudo dnf install webkit2gtk4.1-devel librsvg2-devel");
    }
}
