//! Light, dark or the system's choice; kept on this machine only.

const KEY: &str = "trackside-theme";

/// A theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The stable name: kept, set on the page and used in the words file (`screen-theme-dark`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// What was chosen earlier on this machine.
    #[must_use]
    pub fn stored() -> Theme {
        let kept = storage().and_then(|s| s.get_item(KEY).ok().flatten());
        Theme::ALL.into_iter().find(|theme| Some(theme.code()) == kept.as_deref()).unwrap_or_default()
    }

    /// Whether the page is dark now.
    #[must_use]
    pub fn is_dark(self) -> bool {
        match self {
            Theme::Light => false,
            Theme::Dark => true,
            Theme::System => web_sys::window()
                .and_then(|w| w.match_media("(prefers-color-scheme: dark)").ok().flatten())
                .is_some_and(|query| query.matches()),
        }
    }

    /// Paints the page in it and keeps it.
    pub(super) fn apply(self) {
        let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
        if let Some(root) = root {
            // Both only fail on names that are not attribute names.
            let _ = match self {
                Theme::System => root.remove_attribute("data-theme"),
                _ => root.set_attribute("data-theme", self.code()),
            };
        }
        if let Some(storage) = storage() {
            // A full or forbidden storage loses the choice with the window, nothing else.
            let _ = storage.set_item(KEY, self.code());
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
