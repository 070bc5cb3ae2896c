//! The colours of the screens, read from the style sheet that paints them, and how people see them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A file of the repository.
pub(crate) fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// What the page can be painted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    Light,
    Dark,
    ContrastLight,
    ContrastDark,
}

impl Look {
    pub(crate) const ALL: [Look; 4] = [Look::Light, Look::Dark, Look::ContrastLight, Look::ContrastDark];

    pub(crate) const fn is_contrast(self) -> bool {
        matches!(self, Look::ContrastLight | Look::ContrastDark)
    }

    const fn is_dark(self) -> bool {
        matches!(self, Look::Dark | Look::ContrastDark)
    }
}

/// The style sheet's own names with what they stand for.
pub(crate) struct Sheet {
    usual: BTreeMap<String, String>,
    contrast: BTreeMap<String, String>,
}

impl Sheet {
    pub(crate) fn read() -> Sheet {
        let text = std::fs::read_to_string(file("ui/style/tokens.css")).expect("the tokens");
        Sheet { usual: block(&text, ":root {"), contrast: block(&text, ":root[data-theme=\"contrast\"] {") }
    }

    /// What high contrast sets and nothing else knows: a slip of the pen.
    pub(crate) fn strangers(&self) -> Vec<&str> {
        self.contrast.keys().filter(|name| !self.usual.contains_key(*name)).map(String::as_str).collect()
    }

    /// A colour in a look.
    pub(crate) fn color(&self, name: &str, look: Look) -> Color {
        let own = look.is_contrast().then(|| self.contrast.get(name)).flatten();
        let value = own.or_else(|| self.usual.get(name)).unwrap_or_else(|| panic!("the sheet has no --{name}"));
        if let Some(other) = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
            return self.color(other, look);
        }
        let both = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')'));
        let hex = match both.and_then(|both| both.split_once(", ")) {
            Some((light, dark)) => {
                if look.is_dark() {
                    dark
                } else {
                    light
                }
            }
            None => value,
        };
        Color::parse(hex).unwrap_or_else(|| panic!("--{name} is `{value}`, which is no colour"))
    }
}

/// The names set in the first block with this head.
fn block(text: &str, head: &str) -> BTreeMap<String, String> {
    let (_, rest) = text.split_once(head).expect("the block");
    let (inside, _) = rest.split_once("\n}").expect("its end");
    let set = inside.lines().filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "));
    set.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// A colour: red, green and blue as light, 0 to 1 each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Color([f64; 3]);

impl Color {
    /// From `#rrggbb`.
    fn parse(hex: &str) -> Option<Color> {
        let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Color::of(part(0)?, part(2)?, part(4)?))
    }

    /// From the numbers of a screen (sRGB, IEC 61966-2-1).
    pub(crate) fn of(red: u8, green: u8, blue: u8) -> Color {
        let light = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        Color([light(red), light(green), light(blue)])
    }

    /// How light it is, 0 to 1 (WCAG 2.2, relative luminance).
    fn luminance(self) -> f64 {
        let Color([red, green, blue]) = self;
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of two, 1 to 21 (WCAG 2.2).
    pub(crate) fn contrast(self, other: Color) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// As somebody sees it.
    pub(crate) fn seen(self, eyes: Eyes) -> Color {
        Color(
            eyes.matrix()
                .map(|row| row.iter().zip(self.0).map(|(weight, part)| weight * part).sum::<f64>().clamp(0.0, 1.0)),
        )
    }

    /// How different two look: the distance in Oklab (Ottosson 2020). About 0.02 can just be told apart.
    pub(crate) fn distance(self, other: Color) -> f64 {
        let (a, b) = (self.oklab(), other.oklab());
        a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    }

    fn oklab(self) -> [f64; 3] {
        let Color([r, g, b]) = self;
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        [
            0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
            0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
        ]
    }
}

/// Whose eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Eyes {
    Usual,
    /// No cones for long waves.
    Protan,
    /// No cones for middle waves.
    Deutan,
    /// No cones for short waves.
    Tritan,
}

impl Eyes {
    pub(crate) const ALL: [Eyes; 4] = [Eyes::Usual, Eyes::Protan, Eyes::Deutan, Eyes::Tritan];

    /// What becomes of light on its way (Machado, Oliveira and Fernandes 2009, severity 1.0).
    const fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Eyes::Usual => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Eyes::Protan => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Eyes::Deutan => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Eyes::Tritan => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let (white, black, grey) = (Color::of(255, 255, 255), Color::of(0, 0, 0), Color::of(0x76, 0x76, 0x76));
        assert!((white.contrast(black) - 21.0).abs() < 1e-9);
        assert!((white.contrast(grey) - 4.54).abs() < 0.005, "the well-known lightest grey on white");
    }

    #[test]
    fn red_and_green_come_closer_without_middle_cones_and_blue_does_not() {
        let (red, green, blue) = (Color::of(200, 60, 40), Color::of(90, 130, 40), Color::of(40, 80, 200));
        let near = |a: Color, b: Color, eyes| a.seen(eyes).distance(b.seen(eyes));
        assert!(near(red, green, Eyes::Deutan) < 0.4 * near(red, green, Eyes::Usual));
        assert!(near(red, blue, Eyes::Deutan) > 0.6 * near(red, blue, Eyes::Usual));
    }
}
