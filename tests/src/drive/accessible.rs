//! What those meet who do not see the page, or hold no mouse: names and roles, the keyboard's way, and what an
//! accessibility checker finds.

use std::path::PathBuf;

use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::Value;

use super::page::doing;
use super::{DriveFault, Page};

/// Says where axe-core's script is; `cargo xtask test` brings it and sets this.
const SCRIPT: &str = "TRACKSIDE_AXE";

/// What is asked of every screen: WCAG 2.2 A and AA, and what the checker's makers found to be good practice.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// What a screen reader would say of an element, as the browser computes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Its role.
    pub role: String,
    /// Its name.
    pub name: String,
}

/// WebDriver's "Get Computed Role" and "Get Computed Label", which the client has no methods for.
#[derive(Debug)]
struct Computed {
    element: String,
    what: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/element/{}/{}", session.unwrap_or_default(), self.element, self.what))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::GET, None)
    }
}

/// The checker itself.
///
/// # Errors
/// [`DriveFault::Disk`] naming the script, or the variable that should.
pub fn axe() -> Result<String, DriveFault> {
    let missing = || DriveFault::Disk {
        path: format!("{SCRIPT} (the path of axe.min.js; `cargo xtask test` brings axe-core from npm and sets it)"),
        source: std::io::ErrorKind::NotFound.into(),
    };
    let path = PathBuf::from(std::env::var_os(SCRIPT).ok_or_else(missing)?);
    std::fs::read_to_string(&path).map_err(|source| DriveFault::Disk { path: path.display().to_string(), source })
}

impl Page {
    /// What a screen reader says of what a selector names first.
    ///
    /// # Errors
    /// [`DriveFault`].
    pub async fn heard(&self, css: &str) -> Result<Heard, DriveFault> {
        // Seen or not: a skip link is out of sight until it has the keyboard.
        let found = self.client.find(Locator::Css(css)).await.map_err(doing(css))?;
        let element = found.element_id().to_string();
        let ask = async |what| {
            let command = Computed { element: element.clone(), what };
            let said = self.client.issue_cmd(command).await.map_err(doing(what))?;
            Ok::<_, DriveFault>(said.as_str().unwrap_or_default().to_owned())
        };
        Ok(Heard { role: ask("computedrole").await?, name: ask("computedlabel").await? })
    }

    /// What the checker finds on the page: a line for each rule that is broken, with the first elements that break it.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn broken_rules(&self, axe: &str) -> Result<Vec<String>, DriveFault> {
        if self.run("return Boolean(window.axe)", vec![]).await? != Value::Bool(true) {
            self.run(axe, vec![]).await?;
        }
        let script = "
            const [rules, done] = arguments;
            const line = node => node.target.join(' ') + '   ' + node.html.slice(0, 200) + '   '
                + ([...node.any, ...node.all, ...node.none][0]?.message ?? '');
            const rule = found => `${found.id} (${found.nodes.length}): ${found.help}\\n      `
                + found.nodes.slice(0, 3).map(line).join('\\n      ');
            axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
                .then(({ violations }) => done(violations.map(rule)), fault => done([String(fault)]));";
        let found = self.run_until(script, vec![RULES.as_slice().into()]).await?;
        let lines = found.as_array().cloned().unwrap_or_else(|| vec![format!("no answer: {found}").into()]);
        Ok(lines.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect())
    }

    /// Presses a key, whatever has the keyboard (the inner parts of a date field have no element of their own).
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn key(&self, key: char) -> Result<(), DriveFault> {
        let press = [KeyAction::Down { value: key }, KeyAction::Up { value: key }];
        let keys = press.into_iter().fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.client.perform_actions(keys).await.map_err(doing("press a key"))
    }

    /// What has the keyboard, as `tag#id.class "text"`; `body` when nothing has.
    ///
    /// # Errors
    /// [`DriveFault::Command`].
    pub async fn focus(&self) -> Result<String, DriveFault> {
        let script = "
            const at = document.activeElement;
            const name = at.getAttribute('aria-label') ?? at.textContent.trim().slice(0, 60);
            return at === document.body ? 'body' : `${at.localName} ${name}`";
        Ok(self.run(script, vec![]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page has come: a heading, and nothing on its way.
    ///
    /// # Errors
    /// [`DriveFault::Waited`].
    pub async fn came(&self) -> Result<(), DriveFault> {
        // One page shows the grey lines themselves.
        let going = "document.querySelector('.skeleton:not(.gallery *)')";
        self.holds(&format!("document.querySelector('#main h1')?.textContent && !{going}")).await
    }
}
