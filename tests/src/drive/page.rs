//! A page with named parts.

use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;

use super::DriveFault;

/// How long a part may take to appear.
const PATIENCE: Duration = Duration::from_secs(30);

/// What stands on the screen. Parts are found by their `data-testid`, which no style and no wording moves.
#[derive(Debug, Clone)]
pub struct Page {
    pub(super) client: Client,
    patience: Duration,
}

impl Page {
    /// Opens a session with a driver on this machine.
    pub(super) async fn open(port: u16, capabilities: Value) -> Result<Page, DriveFault> {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        if let Value::Object(map) = capabilities {
            builder.capabilities(map.into_iter().collect());
        }
        let client = builder.connect(&format!("http://127.0.0.1:{port}")).await?;
        Ok(Page { client, patience: PATIENCE })
    }

    /// The same page, waited for longer: for steps that compute.
    #[must_use]
    pub fn patient(&self, seconds: u64) -> Page {
        Page { client: self.client.clone(), patience: Duration::from_secs(seconds) }
    }

    /// Ends the session; the browser or window closes.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn close(self) -> Result<(), DriveFault> {
        self.client.close().await.map_err(doing("close"))
    }

    /// Goes to an address.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn go(&self, address: &str) -> Result<(), DriveFault> {
        self.client.goto(address).await.map_err(doing(address))
    }

    /// Goes to a place inside the program, as its own links do.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn route(&self, path: &str) -> Result<(), DriveFault> {
        let script = "history.pushState(null, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'));";
        self.run(script, vec![path.into()]).await.map(drop)
    }

    /// Waits for the part to be there and seen.
    ///
    /// # Errors
    /// [`DriveFault::Waited`].
    pub async fn find(&self, part: &str) -> Result<Element, DriveFault> {
        self.find_css(&format!("[data-testid='{part}']")).await
    }

    /// Waits for what a CSS selector names to be there and seen.
    ///
    /// # Errors
    /// [`DriveFault::Waited`].
    pub async fn find_css(&self, css: &str) -> Result<Element, DriveFault> {
        self.until(css, async || {
            for element in self.client.find_all(Locator::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Waits for a part that contains a text.
    ///
    /// # Errors
    /// [`DriveFault::Waited`].
    pub async fn find_with(&self, part: &str, text: &str) -> Result<Element, DriveFault> {
        let css = format!("[data-testid='{part}']");
        self.until(&format!("{part} with `{text}`"), async || {
            for element in self.client.find_all(Locator::Css(&css)).await? {
                if element.text().await?.contains(text) {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Waits for a text anywhere on the page.
    ///
    /// # Errors
    /// [`DriveFault::Waited`].
    pub async fn says(&self, text: &str) -> Result<(), DriveFault> {
        self.until(&format!("the words `{text}`"), async || {
            let body = self.client.find(Locator::Css("body")).await?.text().await?;
            // The web view's driver leaves out what stands in a part that scrolls; the page itself does not.
            let within = "return document.body.innerText.includes(arguments[0])";
            let shown =
                body.contains(text) || self.client.execute(within, vec![text.into()]).await? == Value::Bool(true);
            Ok(shown.then_some(()))
        })
        .await
    }

    /// Waits until no part of this name is there.
    ///
    /// # Errors
    /// [`DriveFault::Waited`].
    pub async fn gone(&self, part: &str) -> Result<(), DriveFault> {
        let css = format!("[data-testid='{part}']");
        self.until(&format!("{part} to go"), async || {
            Ok(self.client.find_all(Locator::Css(&css)).await?.is_empty().then_some(()))
        })
        .await
    }

    /// How many parts of this name there are now.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn count(&self, part: &str) -> Result<usize, DriveFault> {
        let css = format!("[data-testid='{part}']");
        self.client.find_all(Locator::Css(&css)).await.map(|found| found.len()).map_err(doing(part))
    }

    /// Clicks a part when it is there.
    ///
    /// # Errors
    /// [`DriveFault`].
    pub async fn click(&self, part: &str) -> Result<(), DriveFault> {
        self.find(part).await?.click().await.map_err(doing(part))
    }

    /// Types into a part, hidden or not (a file input is hidden behind its button).
    ///
    /// # Errors
    /// [`DriveFault`].
    pub async fn send(&self, part: &str, text: &str) -> Result<(), DriveFault> {
        self.send_css(&format!("[data-testid='{part}']"), text).await
    }

    /// Types into what a CSS selector names first, hidden or not.
    ///
    /// # Errors
    /// [`DriveFault`].
    pub async fn send_css(&self, css: &str, text: &str) -> Result<(), DriveFault> {
        let element =
            self.until(css, async || Ok(self.client.find_all(Locator::Css(css)).await?.into_iter().next())).await?;
        element.send_keys(text).await.map_err(doing(css))
    }

    /// Chooses an option of a select by its value.
    ///
    /// # Errors
    /// [`DriveFault`].
    pub async fn choose(&self, part: &str, value: &str) -> Result<(), DriveFault> {
        self.find(part).await?.select_by_value(value).await.map_err(doing(part))
    }

    /// What a part says.
    ///
    /// # Errors
    /// [`DriveFault`].
    pub async fn text(&self, part: &str) -> Result<String, DriveFault> {
        self.find(part).await?.text().await.map_err(doing(part))
    }

    /// Runs a script in the page.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn run(&self, script: &str, args: Vec<Value>) -> Result<Value, DriveFault> {
        self.client.execute(script, args).await.map_err(doing(script))
    }

    /// Runs a script that calls its last argument when it is done.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn run_until(&self, script: &str, args: Vec<Value>) -> Result<Value, DriveFault> {
        self.client.execute_async(script, args).await.map_err(doing(script))
    }

    /// Asks the program a call from inside the page, by whatever link the page has; `None` when it was refused.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn ask(&self, name: &str, args: &Value) -> Result<Option<Value>, DriveFault> {
        let script = "
            const [name, args, done] = arguments;
            const tauri = window.__TAURI_INTERNALS__;
            const asked = tauri
                ? tauri.invoke('call', { name, args })
                : fetch('/call/' + name, { method: 'POST', body: args, headers: { 'content-type': 'application/json' } })
                    .then(reply => reply.ok ? reply.text() : Promise.reject());
            asked.then(done, () => done(null));";
        let reply = self.run_until(script, vec![name.into(), args.to_string().into()]).await?;
        Ok(reply.as_str().and_then(|text| serde_json::from_str(text).ok()))
    }

    /// Clicks the button or link that says these words.
    ///
    /// # Errors
    /// [`DriveFault`].
    pub async fn press(&self, words: &str) -> Result<(), DriveFault> {
        let path = format!("//*[self::button or self::a][normalize-space(.)=\"{words}\"]");
        let element = self
            .until(&format!("the button `{words}`"), async || {
                for element in self.client.find_all(Locator::XPath(&path)).await? {
                    if element.is_displayed().await? && element.is_enabled().await? {
                        return Ok(Some(element));
                    }
                }
                Ok(None)
            })
            .await?;
        element.click().await.map_err(doing(words))
    }

    /// Types into the field with this label.
    ///
    /// # Errors
    /// [`DriveFault`].
    pub async fn fill(&self, label: &str, text: &str) -> Result<(), DriveFault> {
        let path = format!("//*[self::input or self::textarea][@id=//label[normalize-space(.)=\"{label}\"]/@for]");
        let element = self
            .until(&format!("the field `{label}`"), async || {
                Ok(self.client.find_all(Locator::XPath(&path)).await?.into_iter().next())
            })
            .await?;
        element.send_keys(text).await.map_err(doing(label))
    }

    /// Waits for a word of the document's own to become true.
    ///
    /// # Errors
    /// [`DriveFault::Waited`].
    pub async fn holds(&self, script: &str) -> Result<(), DriveFault> {
        self.until(script, async || {
            let value = self.client.execute(&format!("return Boolean({script})"), vec![]).await?;
            Ok((value == Value::Bool(true)).then_some(()))
        })
        .await
    }

    /// Makes the window that large.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn size(&self, width: u32, height: u32) -> Result<(), DriveFault> {
        self.client.set_window_size(width, height).await.map_err(doing("size"))
    }

    /// A picture of the page, PNG.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn picture(&self) -> Result<Vec<u8>, DriveFault> {
        self.client.screenshot().await.map_err(doing("picture"))
    }

    async fn until<T>(
        &self,
        what: &str,
        mut look: impl AsyncFnMut() -> Result<Option<T>, CmdError>,
    ) -> Result<T, DriveFault> {
        let begun = Instant::now();
        loop {
            // A part can go between being found and being read: that is one more look, not a fault.
            if let Ok(Some(found)) = look().await {
                return Ok(found);
            }
            if begun.elapsed() > self.patience {
                let body = self.run("return document.body ? document.body.innerText : ''", vec![]).await;
                let page = body.map_or_else(|fault| fault.to_string(), |text| text.as_str().unwrap_or("").to_owned());
                return Err(DriveFault::Waited { what: what.to_owned(), seconds: self.patience.as_secs(), page });
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

pub(super) fn doing(what: &str) -> impl FnOnce(CmdError) -> DriveFault {
    let doing = what.to_owned();
    move |source| DriveFault::Command { doing, source }
}
