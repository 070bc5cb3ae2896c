//! Colours: neutral surfaces, one accent, and a warm second hue that people with any kind of colour vision can tell from it.
//! The same values stand in the screen's style sheet; a test compares them.

use plotters::style::RGBColor;

/// A colour: red, green and blue.
pub type Color = RGBColor;

/// Colours of a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    /// Behind everything; `None` leaves the page's own surface.
    pub surface: Option<RGBColor>,
    /// What fills a hollow mark: the surface the chart lies on.
    pub paper: RGBColor,
    /// Text and marks that matter.
    pub ink: RGBColor,
    /// Labels.
    pub quiet: RGBColor,
    /// Ticks, missing data.
    pub faint: RGBColor,
    /// Grid lines.
    pub grid: RGBColor,
    /// Phases and pauses.
    pub band: RGBColor,
    /// Bars.
    pub bar: RGBColor,
    /// The one line that matters.
    pub accent: RGBColor,
    /// The second hue: below, ill, strained.
    pub warm: RGBColor,
}

impl Theme {
    /// Dark on light.
    #[must_use]
    pub const fn light() -> Theme {
        Theme {
            surface: Some(RGBColor(0xFF, 0xFF, 0xFF)),
            paper: RGBColor(0xFF, 0xFF, 0xFF),
            ink: RGBColor(0x1B, 0x1D, 0x1C),
            quiet: RGBColor(0x56, 0x5B, 0x58),
            faint: RGBColor(0x66, 0x6B, 0x65),
            grid: RGBColor(0xE6, 0xE6, 0xE1),
            band: RGBColor(0xF3, 0xF3, 0xF0),
            bar: RGBColor(0x73, 0x85, 0x7F),
            accent: RGBColor(0x17, 0x63, 0x5F),
            warm: RGBColor(0xB8, 0x55, 0x0E),
        }
    }

    /// Light on dark.
    #[must_use]
    pub const fn dark() -> Theme {
        Theme {
            surface: Some(RGBColor(0x1A, 0x1D, 0x1C)),
            paper: RGBColor(0x1A, 0x1D, 0x1C),
            ink: RGBColor(0xE8, 0xEA, 0xE8),
            quiet: RGBColor(0xA9, 0xAF, 0xAB),
            faint: RGBColor(0x98, 0x9F, 0x9B),
            grid: RGBColor(0x2B, 0x30, 0x2E),
            band: RGBColor(0x22, 0x26, 0x25),
            bar: RGBColor(0x75, 0x87, 0x7F),
            accent: RGBColor(0x62, 0xB8, 0xB0),
            warm: RGBColor(0xF0, 0x9B, 0x59),
        }
    }

    /// Black on white, or white on black: no soft greys.
    #[must_use]
    pub const fn contrast(dark: bool) -> Theme {
        if dark {
            Theme {
                surface: Some(RGBColor(0x00, 0x00, 0x00)),
                paper: RGBColor(0x00, 0x00, 0x00),
                ink: RGBColor(0xFF, 0xFF, 0xFF),
                quiet: RGBColor(0xFF, 0xFF, 0xFF),
                faint: RGBColor(0xFF, 0xFF, 0xFF),
                grid: RGBColor(0x8A, 0x8A, 0x8A),
                band: RGBColor(0x1D, 0x33, 0x30),
                bar: RGBColor(0x97, 0xA1, 0x9E),
                accent: RGBColor(0x7D, 0xF0, 0xE4),
                warm: RGBColor(0xFF, 0xB0, 0x72),
            }
        } else {
            Theme {
                surface: Some(RGBColor(0xFF, 0xFF, 0xFF)),
                paper: RGBColor(0xFF, 0xFF, 0xFF),
                ink: RGBColor(0x00, 0x00, 0x00),
                quiet: RGBColor(0x00, 0x00, 0x00),
                faint: RGBColor(0x00, 0x00, 0x00),
                grid: RGBColor(0x76, 0x76, 0x76),
                band: RGBColor(0xDD, 0xE8, 0xE6),
                bar: RGBColor(0x6F, 0x7A, 0x76),
                accent: RGBColor(0x00, 0x41, 0x3D),
                warm: RGBColor(0x7A, 0x32, 0x00),
            }
        }
    }

    /// The same without a surface of its own, for a page that has one.
    #[must_use]
    pub const fn bare(mut self) -> Theme {
        self.surface = None;
        self
    }
}
