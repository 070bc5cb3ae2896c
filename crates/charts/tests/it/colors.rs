//! Every pair of colours that the screens put together can be told apart: text on its ground, signs on theirs, and one
//! meaning from another, with any kind of colour vision, in every look.

use charts::Theme;

use crate::sheet::{Color, Eyes, Look, Sheet, file};

/// What text and signs lie on.
pub(crate) const GROUNDS: [&str; 5] = ["ground", "surface", "sunken", "hover", "selected"];
/// What is read on all of them.
pub(crate) const INKS: [&str; 9] = ["ink", "ink-2", "ink-3", "accent", "act", "watch", "note", "clear", "stale"];
/// What is read on one thing only.
pub(crate) const ON: [(&str, &str); 9] = [
    ("accent-ink", "accent"),
    ("ink", "accent-soft"),
    ("ink-2", "accent-soft"),
    ("ink", "act-soft"),
    ("act", "act-soft"),
    ("ink", "watch-soft"),
    ("watch", "watch-soft"),
    ("warm", "surface"),
    ("ink-2", "phase"),
];
/// What is seen and not read: edges of fields, the ring of focus, marks of charts.
pub(crate) const MARKS: [&str; 8] = ["edge", "focus", "bar", "planned", "done", "proposed", "coach", "warm"];
/// Meanings that stand beside each other.
const STATUS: [&str; 5] = ["act", "watch", "note", "clear", "stale"];
/// Lines and bars that stand in one chart.
const DRAWN: [(&str, &str); 3] = [("accent", "warm"), ("bar", "accent"), ("bar", "warm")];

/// Contrast of text: level AA, and AAA where high contrast was asked for.
const fn of_text(look: Look) -> f64 {
    if look.is_contrast() { 7.0 } else { 4.5 }
}

/// Contrast of what is not read.
const OF_MARKS: f64 = 3.0;
/// Three times what can just be told apart.
pub(crate) const APART: f64 = 0.06;

/// The two meanings that come closest to somebody's eyes in a look, and how close.
pub(crate) fn closest(sheet: &Sheet, look: Look, eyes: Eyes) -> (&'static str, &'static str, f64) {
    let pairs = STATUS.iter().enumerate().flat_map(|(i, a)| STATUS[i + 1..].iter().map(move |b| (*a, *b)));
    let seen = |name| sheet.color(name, look).seen(eyes);
    let apart = pairs.chain(DRAWN).map(|(a, b)| (a, b, seen(a).distance(seen(b))));
    apart.min_by(|a, b| a.2.total_cmp(&b.2)).expect("pairs")
}

#[test]
fn text_and_marks_stand_out_from_what_they_lie_on() {
    let sheet = Sheet::read();
    let mut weak = Vec::new();
    for look in Look::ALL {
        let mut ask = |name: &'static str, on: &'static str, least: f64| {
            let ratio = sheet.color(name, look).contrast(sheet.color(on, look));
            if ratio < least {
                weak.push(format!("{look:?}: {name} on {on} is {ratio:.2}, needs {least}"));
            }
        };
        for ground in GROUNDS {
            INKS.iter().for_each(|ink| ask(ink, ground, of_text(look)));
            MARKS.iter().for_each(|mark| ask(mark, ground, OF_MARKS));
        }
        ON.iter().for_each(|(ink, ground)| ask(ink, ground, of_text(look)));
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}

#[test]
fn meanings_stay_apart_for_every_kind_of_colour_vision() {
    let sheet = Sheet::read();
    for look in Look::ALL {
        for eyes in Eyes::ALL {
            let (a, b, apart) = closest(&sheet, look, eyes);
            assert!(apart >= APART, "{look:?}, {eyes:?}: {a} and {b} are {apart:.3} apart");
        }
    }
}

#[test]
fn charts_are_drawn_in_the_colours_of_the_page() {
    let sheet = Sheet::read();
    let looks = [
        (Look::Light, Theme::light()),
        (Look::Dark, Theme::dark()),
        (Look::ContrastLight, Theme::contrast(false)),
        (Look::ContrastDark, Theme::contrast(true)),
    ];
    for (look, theme) in looks {
        let drawn = [
            ("surface", theme.surface.expect("a theme has a surface until it is bare")),
            ("surface", theme.paper),
            ("ink", theme.ink),
            ("ink-2", theme.quiet),
            ("ink-3", theme.faint),
            ("grid", theme.grid),
            ("phase", theme.band),
            ("bar", theme.bar),
            ("accent", theme.accent),
            ("warm", theme.warm),
        ];
        for (name, color) in drawn {
            assert_eq!(sheet.color(name, look), Color::of(color.0, color.1, color.2), "{look:?}: {name}");
        }
    }
}

#[test]
fn high_contrast_is_black_and_white_without_soft_greys() {
    let sheet = Sheet::read();
    assert_eq!(sheet.strangers(), Vec::<&str>::new(), "what high contrast sets, the other looks have");
    for look in Look::ALL.into_iter().filter(|look| look.is_contrast()) {
        let ink = sheet.color("ink", look);
        assert!(ink.contrast(sheet.color("surface", look)) > 20.9, "{look:?}");
        for name in ["ink-2", "ink-3", "line", "line-strong", "edge"] {
            assert_eq!(sheet.color(name, look), ink, "{look:?}: {name}");
        }
    }
}

#[test]
fn the_other_sheets_have_no_colours_of_their_own_and_no_left_or_right() {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(file("ui/style")).expect("the style sheets").map_while(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        // Paper is white whatever the screen is.
        if matches!(name.as_str(), "tokens.css" | "print.css") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).expect("a style sheet");
        for (number, line) in text.lines().enumerate() {
            let Some((property, value)) = line.trim().strip_suffix(';').and_then(|set| set.split_once(": ")) else {
                continue;
            };
            let raw = ["#", "rgb(", "rgba(", "hsl("].iter().any(|sign| value.contains(sign));
            let fixed = property == "font-size" && value.ends_with("px");
            let sided = property.contains("-left")
                || property.contains("-right")
                || matches!((property, value), ("text-align" | "float", "left" | "right"));
            if raw || fixed || sided {
                found.push(format!("{name}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "name a token (ui/style/tokens.css) or a logical side:\n{}", found.join("\n"));
}
