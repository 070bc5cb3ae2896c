//! Programs started for a journey, and ended with it.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::{Duration, Instant};

use super::DriveFault;

/// How long a program may take to be there. A cold machine reads its files slowly.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running program with everything it started; all of it ends when this is dropped.
#[derive(Debug)]
pub struct Running {
    program: String,
    child: Child,
}

impl Running {
    /// Starts it in a process group of its own.
    ///
    /// # Errors
    /// [`DriveFault::NotStarted`].
    pub fn start(command: &mut Command) -> Result<Running, DriveFault> {
        let program = command.get_program().to_string_lossy().into_owned();
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        command.stdin(Stdio::null());
        match command.spawn() {
            Ok(child) => Ok(Running { program, child }),
            Err(source) => Err(DriveFault::NotStarted { program, source }),
        }
    }

    /// What it says, to be read once.
    pub(super) fn stdout(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// Waits until something listens on a port of this machine.
    ///
    /// # Errors
    /// [`DriveFault::Silent`].
    pub fn listens(&self, port: u16) -> Result<(), DriveFault> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(DriveFault::Silent { program: self.program.clone(), port, seconds: PATIENCE.as_secs() })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The group first: a driver's browser would outlive the driver.
        #[cfg(unix)]
        let _ =
            Command::new("kill").args(["-KILL", "--", &format!("-{}", self.child.id())]).stderr(Stdio::null()).status();
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port of this machine that nobody has.
///
/// # Errors
/// [`DriveFault::NoPort`].
pub(super) fn free_port() -> Result<u16, DriveFault> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|source| DriveFault::NoPort { source })
}

/// A program of this workspace: where the variable says, or beside the test that runs.
pub(super) fn ours(variable: &str, name: &str) -> PathBuf {
    if let Some(path) = std::env::var_os(variable) {
        return PathBuf::from(path);
    }
    let test = std::env::current_exe().unwrap_or_default();
    // target/debug/deps/journey or target/debug/examples/shots
    let folder = test.parent().and_then(Path::parent).unwrap_or(Path::new("."));
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Everything a program may find out about its user, moved into one folder.
pub(super) fn at_home<'a>(command: &'a mut Command, home: &Path) -> &'a mut Command {
    command
        .env("TRACKSIDE_HOME", home.join("trackside"))
        .env("TRACKSIDE_AUTHOR", "Test Coach")
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
}

/// `trackside serve` on this machine.
#[derive(Debug)]
pub struct Served {
    /// The address that lets the first browser in, once.
    pub address: String,
    newest: Arc<Mutex<String>>,
    _running: Running,
}

impl Served {
    /// Serves the program over a home folder, with the built front end.
    ///
    /// # Errors
    /// [`DriveFault`] when it does not start or does not say its address.
    pub fn start(home: &Path, args: &[&str]) -> Result<Served, DriveFault> {
        let program = ours("TRACKSIDE_BIN", "trackside");
        let ui = std::env::var_os("TRACKSIDE_UI").map_or_else(built_ui, PathBuf::from);
        let mut command = Command::new(&program);
        at_home(&mut command, home).arg("serve").arg("--ui").arg(ui).args(args).stdout(Stdio::piped());
        let mut running = Running::start(&mut command)?;
        let newest = Arc::default();
        let address = running.stdout().map(|out| address_in(out, &newest)).unwrap_or_else(|| Err(String::new()));
        match address {
            Ok(address) => Ok(Served { address, newest, _running: running }),
            Err(said) => Err(DriveFault::NoAddress { program: program.display().to_string(), said }),
        }
    }
}

impl Served {
    /// The address that lets the next browser in: the program prints another one when one was opened.
    #[must_use]
    pub fn newest(&self) -> String {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn built_ui() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist")
}

/// The first address in what a program says, or all it said. Reads on afterwards, so that it never waits for us, and keeps
/// the newest address.
fn address_in(stdout: impl std::io::Read + Send + 'static, newest: &Arc<Mutex<String>>) -> Result<String, String> {
    let (tell, told) = mpsc::channel();
    let newest = Arc::clone(newest);
    std::thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if let Some(address) = address(&line) {
                *newest.lock().unwrap_or_else(PoisonError::into_inner) = address.to_owned();
            }
            let _ = tell.send(line);
        }
    });
    let (begun, mut said) = (Instant::now(), String::new());
    // A sample club is made before the address is said.
    while let Ok(line) = told.recv_timeout((PATIENCE * 5).saturating_sub(begun.elapsed())) {
        if let Some(address) = address(&line) {
            return Ok(address.to_owned());
        }
        said.push_str(&line);
        said.push('\n');
    }
    Err(said)
}

fn address(line: &str) -> Option<&str> {
    line[line.find("http://127.0.0.1:")?..].split_whitespace().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_in_what_the_server_says() {
        let said = "Opening the roster\nTrackside: http://127.0.0.1:4711/open/abc (Ctrl-C ends)\n";
        let newest = Arc::default();
        assert_eq!(address_in(said.as_bytes(), &newest), Ok("http://127.0.0.1:4711/open/abc".to_owned()));
        assert_eq!(address_in("no\n".as_bytes(), &newest), Err("no\n".to_owned()));
    }
}
