//! Light, dark, of high contrast or the system's choice; kept on this machine only.

use charts::Theme as Colors;
use leptos::prelude::*;
use leptos_use::use_media_query;

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
    /// Black on white or white on black, as the system is light or dark.
    Contrast,
}

/// What the system asks of every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// Light on dark.
    pub dark: bool,
    /// More contrast than usual.
    pub contrast: bool,
}

impl Asked {
    /// What it asks now, and whenever that changes.
    #[must_use]
    pub fn now() -> Signal<Asked> {
        let dark = use_media_query("(prefers-color-scheme: dark)");
        let contrast = use_media_query("(prefers-contrast: more)");
        Signal::derive(move || Asked { dark: dark.get(), contrast: contrast.get() })
    }
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub const ALL: [Theme; 4] = [Theme::System, Theme::Light, Theme::Dark, Theme::Contrast];

    /// The stable name: kept, set on the page and used in the words file (`screen-theme-dark`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }

    /// What was chosen earlier on this machine.
    #[must_use]
    pub fn stored() -> Theme {
        let kept = storage().and_then(|s| s.get_item(KEY).ok().flatten());
        Theme::ALL.into_iter().find(|theme| Some(theme.code()) == kept.as_deref()).unwrap_or_default()
    }

    /// The colours of charts in it, on the surface of the page.
    #[must_use]
    pub const fn colors(self, asked: Asked) -> Colors {
        let dark = match self {
            Theme::Light => false,
            Theme::Dark => true,
            Theme::System | Theme::Contrast => asked.dark,
        };
        let colors = match (self.has_contrast(asked), dark) {
            (true, dark) => Colors::contrast(dark),
            (false, true) => Colors::dark(),
            (false, false) => Colors::light(),
        };
        colors.bare()
    }

    /// Whether it is the one of high contrast, chosen or asked for.
    const fn has_contrast(self, asked: Asked) -> bool {
        matches!(self, Theme::Contrast) || (matches!(self, Theme::System) && asked.contrast)
    }

    /// Paints the page in it and keeps it.
    pub(super) fn apply(self, asked: Asked) {
        let painted = if self.has_contrast(asked) { Theme::Contrast } else { self };
        let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
        if let Some(root) = root {
            // Both only fail on names that are not attribute names.
            let _ = match painted {
                Theme::System => root.remove_attribute("data-theme"),
                _ => root.set_attribute("data-theme", painted.code()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charts_follow_the_page_into_every_theme() {
        let night = Asked { dark: true, contrast: false };
        let sharp = Asked { dark: true, contrast: true };
        assert_eq!(Theme::System.colors(night), Colors::dark().bare());
        assert_eq!(Theme::Light.colors(night), Colors::light().bare());
        assert_eq!(Theme::Contrast.colors(night), Colors::contrast(true).bare());
        assert_eq!(Theme::System.colors(sharp), Colors::contrast(true).bare(), "the system may ask for contrast");
        assert_eq!(Theme::Dark.colors(sharp), Colors::dark().bare(), "a choice made here stands");
    }
}
