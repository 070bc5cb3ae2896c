//! A headless Chromium with its driver.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::json;

use super::process::{Running, at_home, free_port};
use super::{DriveFault, Page};

/// A browser that forgets everything when it is closed.
#[derive(Debug)]
pub struct Browser {
    /// Its one page.
    pub page: Page,
    _driver: Running,
}

impl Browser {
    /// Starts one. `home` keeps its profile; `dark` asks pages for their dark colours.
    ///
    /// # Errors
    /// [`DriveFault`] when the driver or the browser does not start.
    pub async fn start(home: &Path, width: u32, height: u32, dark: bool) -> Result<Browser, DriveFault> {
        let port = free_port()?;
        let mut command = Command::new(std::env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into()));
        at_home(&mut command, home).arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        let driver = Running::start(&mut command)?;
        driver.listens(port)?;

        let profile = home.join("browser");
        let mut args = vec![
            "--headless".to_owned(),
            // Everything it opens is this program, on this machine; a sandbox cannot be made inside most containers.
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            "--hide-scrollbars".to_owned(),
            "--force-device-scale-factor=1".to_owned(),
            format!("--window-size={width},{height}"),
            format!("--user-data-dir={}", profile.display()),
        ];
        if dark {
            // Chromium's own name for "the system is dark"; pages see it as prefers-color-scheme.
            args.push("--blink-settings=preferredColorScheme=0".to_owned());
        }
        let capabilities = json!({ "browserName": "chrome", "goog:chromeOptions": { "args": args } });
        let page = Page::open(port, capabilities).await?;
        // The size asked for is that of the page, not of the frame around it.
        let frame = page.run("return [outerWidth - innerWidth, outerHeight - innerHeight]", vec![]).await?;
        let more = |i: usize| frame[i].as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
        page.size(width + more(0), height + more(1)).await?;
        Ok(Browser { page, _driver: driver })
    }

    /// Closes it.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn close(self) -> Result<(), DriveFault> {
        self.page.close().await
    }
}
