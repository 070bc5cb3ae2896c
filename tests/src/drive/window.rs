//! The real window, on a screen that nobody sees.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::json;

use super::process::{Running, at_home, free_port, ours};
use super::{DriveFault, Page};

/// A virtual screen (Xvfb).
#[derive(Debug)]
pub struct Screen {
    /// Its name, as in `DISPLAY`.
    pub display: String,
    _server: Running,
}

impl Screen {
    /// Starts one of a size.
    ///
    /// # Errors
    /// [`DriveFault`] when Xvfb does not start.
    pub fn start(width: u32, height: u32) -> Result<Screen, DriveFault> {
        let mut command = Command::new("Xvfb");
        // Xvfb chooses a number nobody has, and says it; no other machine can reach it.
        command
            .args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24"), "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = Running::start(&mut command)?;
        let mut said = String::new();
        if let Some(stdout) = server.stdout() {
            // Ends with the line: Xvfb says its number when it is ready, or ends.
            let _ = BufReader::new(stdout).read_line(&mut said);
        }
        match said.trim().parse::<u32>() {
            Ok(number) => Ok(Screen { display: format!(":{number}"), _server: server }),
            Err(_) => Err(DriveFault::NoScreen { said }),
        }
    }
}

impl Screen {
    /// A picture of the whole screen, PNG, taken by ImageMagick. (The window's driver can take one too, but now and then
    /// waits for ever for a page that has come to rest to be drawn once more.)
    ///
    /// # Errors
    /// [`DriveFault::NotStarted`] without ImageMagick; [`DriveFault::NoScreen`] when it has nothing to show.
    pub fn picture(&self) -> Result<Vec<u8>, DriveFault> {
        let mut command = Command::new("import");
        command.args(["-display", &self.display, "-window", "root", "png:-"]).stdin(Stdio::null());
        match command.output() {
            Ok(output) if output.status.success() => Ok(output.stdout),
            Ok(output) => Err(DriveFault::NoScreen { said: String::from_utf8_lossy(&output.stderr).into_owned() }),
            Err(source) => Err(DriveFault::NotStarted { program: "import".to_owned(), source }),
        }
    }
}

/// The program's own window with its driver.
#[derive(Debug)]
pub struct Window {
    /// What stands in it.
    pub page: Page,
    driver: Running,
}

impl Window {
    /// Opens the program on a screen, over a home folder. A machine with much to do now and then loses the driver's first
    /// answer; a new driver is then asked once more, and the test says so.
    ///
    /// # Errors
    /// [`DriveFault`] when the driver or the window does not start.
    #[expect(clippy::print_stderr, reason = "whoever runs the tests must see that it was asked twice")]
    pub async fn open(screen: &Screen, home: &Path, args: &[&str]) -> Result<Window, DriveFault> {
        match Window::open_once(screen, home, args).await {
            Err(DriveFault::Session(fault)) => {
                eprintln!("the window's driver did not answer ({fault}); a new one is asked");
                Window::open_once(screen, home, args).await
            }
            answer => answer,
        }
    }

    async fn open_once(screen: &Screen, home: &Path, args: &[&str]) -> Result<Window, DriveFault> {
        let (port, native) = (free_port()?, free_port()?);
        let mut command = Command::new(std::env::var_os("TAURI_DRIVER").unwrap_or_else(|| "tauri-driver".into()));
        at_home(&mut command, home)
            .args(["--port", &port.to_string(), "--native-port", &native.to_string()])
            .env("DISPLAY", &screen.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            // There is no graphics card behind a virtual screen.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            // No desktop session either: nothing to report accessibility or settings to.
            .env("NO_AT_BRIDGE", "1")
            .env("GSETTINGS_BACKEND", "memory")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let driver = Running::start(&mut command)?;
        // The one in front listens before the web view's own driver behind it does, and drops what it cannot pass on.
        driver.listens(native)?;
        driver.listens(port)?;
        let application = ours("TRACKSIDE_DESKTOP", "trackside-desktop");
        let capabilities = json!({
            "browserName": "wry",
            "tauri:options": { "application": application, "args": args },
        });
        let page = Page::open(port, capabilities).await?;
        Ok(Window { page, driver })
    }

    /// Closes the window and ends the program.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn close(self) -> Result<(), DriveFault> {
        let closed = self.page.close().await;
        drop(self.driver);
        closed
    }
}
