//! The page about the design language holds the numbers that the style sheet has.

use std::fmt::Write as _;
use std::fs;

use crate::colors::{APART, GROUNDS, INKS, MARKS, ON, closest};
use crate::sheet::{Eyes, Look, Sheet, file};

const PAGE: &str = "docs/design.md";
const BEGIN: &str = "<!-- contrast: begin -->";
const END: &str = "<!-- contrast: end -->";

fn generated() -> String {
    let sheet = Sheet::read();
    let mut out = String::from(
        "\n\n| colour | on | light | dark | high contrast, light | high contrast, dark |\n|---|---|---|---|---|---|\n",
    );
    let mut line = |name: &str, on: &str, grounds: &[&str]| {
        let least = |look| {
            let color = sheet.color(name, look);
            grounds.iter().map(|ground| color.contrast(sheet.color(ground, look))).fold(f64::INFINITY, f64::min)
        };
        let [a, b, c, d] = Look::ALL.map(|look| format!("{:.1}", least(look)));
        let _ = writeln!(out, "| `{name}` | {on} | {a} | {b} | {c} | {d} |");
    };
    for name in INKS.into_iter().chain(MARKS) {
        line(name, "every ground", &GROUNDS);
    }
    for (name, on) in ON {
        line(name, &format!("`{on}`"), &[on]);
    }
    let _ = writeln!(
        out,
        "\nThe closest two meanings, as a distance in Oklab (about 0.02 can just be told apart; the test asks for {APART}):\n"
    );
    out.push_str("| eyes | light | dark | high contrast, light | high contrast, dark |\n|---|---|---|---|---|\n");
    for eyes in Eyes::ALL {
        let [a, b, c, d] = Look::ALL.map(|look| {
            let (one, other, apart) = closest(&sheet, look, eyes);
            format!("{apart:.3} ({one}, {other})")
        });
        let _ = writeln!(out, "| {} | {a} | {b} | {c} | {d} |", format!("{eyes:?}").to_lowercase());
    }
    out.push('\n');
    out
}

#[test]
fn the_page_of_the_design_holds_the_contrasts_of_the_style_sheet() {
    let text = fs::read_to_string(file(PAGE)).expect("docs/design.md");
    let (before, rest) = text.split_once(BEGIN).expect("the mark before the table");
    let (table, after) = rest.split_once(END).expect("the mark after the table");
    if std::env::var_os("TRACKSIDE_WRITE_DOCS").is_some() {
        fs::write(file(PAGE), format!("{before}{BEGIN}{}{END}{after}", generated()))
            .expect("docs/design.md can be written");
        return;
    }
    assert_eq!(table, generated(), "write the page anew: TRACKSIDE_WRITE_DOCS=1 cargo test -p charts --test it");
}
