//! PNG from the same SVG, with a font that travels inside the program: DejaVu Sans Condensed 2.37 (Bitstream Vera licence,
//! through the crate `dejavu`). No font of the machine is read, so every machine writes the same bytes.

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use crate::ChartFault;

/// Picture pixels for each pixel of the SVG.
const SCALE: f32 = 2.0;

fn fonts() -> Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    FONTS
        .get_or_init(|| {
            let mut fonts = Database::new();
            fonts.load_font_data(dejavu::sans_condensed::regular().to_vec());
            fonts.load_font_data(dejavu::sans_condensed::bold().to_vec());
            let family = fonts.faces().next().and_then(|face| face.families.first()).map(|family| family.0.clone());
            if let Some(family) = family {
                fonts.set_sans_serif_family(family);
            }
            Arc::new(fonts)
        })
        .clone()
}

/// An SVG document that can be read, as it is.
///
/// # Errors
/// [`ChartFault::NotSvg`].
pub fn checked(svg: &str) -> Result<&str, ChartFault> {
    tree(svg).map(|_| svg)
}

fn tree(svg: &str) -> Result<Tree, ChartFault> {
    // A picture of this program holds no other picture: nothing is read from a file or a link that it names.
    let nothing = ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = Options {
        fontdb: fonts(),
        font_family: "sans-serif".to_owned(),
        image_href_resolver: nothing,
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|error| ChartFault::NotSvg { cause: error.to_string() })
}

/// Renders an SVG document at twice its size.
///
/// # Errors
/// [`ChartFault::NotSvg`], [`ChartFault::Size`], [`ChartFault::Encoding`].
pub fn render(svg: &str) -> Result<Vec<u8>, ChartFault> {
    let tree = tree(svg)?;
    let size = tree.size();
    let (width, height) = ((size.width() * SCALE).ceil() as u32, (size.height() * SCALE).ceil() as u32);
    let mut pixels = Pixmap::new(width, height).ok_or(ChartFault::Size { width, height })?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| ChartFault::Encoding { cause: error.to_string() })
}

#[cfg(test)]
mod tests {
    use domain::words::Words;

    use super::*;
    use crate::{Theme, examples, load, readiness, trace};

    /// Pixels of a rendered picture that are not the most frequent colour.
    fn marked(png: &[u8]) -> usize {
        let pixels = Pixmap::decode_png(png).expect("a PNG");
        let first = pixels.pixels()[0];
        pixels.pixels().iter().filter(|p| **p != first).count()
    }

    #[test]
    fn every_chart_becomes_a_picture_with_something_on_it() {
        let words = Words::english();
        let size = (420, 240);
        for theme in [Theme::light(), Theme::dark()] {
            let pictures = [
                load::svg(&examples::load(60), size, &theme, words),
                readiness::svg(&examples::readiness(30), size, &theme, words),
                trace::svg(&examples::trace(200), size, &theme, words),
            ];
            for svg in pictures {
                let png = render(&svg.expect("a picture")).expect("a PNG");
                assert!(marked(&png) > 5_000, "{} pixels", marked(&png));
            }
        }
    }

    #[test]
    fn text_is_drawn_without_any_font_of_the_machine() {
        let svg = |text: &str| {
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"20\"><text x=\"4\" y=\"14\" \
                 font-family=\"sans-serif\" font-size=\"12\">{text}</text></svg>"
            )
        };
        let with = marked(&render(&svg("Form \u{2212}12 \u{2026}")).expect("a PNG"));
        assert!(with > 200, "{with} pixels");
        assert_eq!(marked(&render(&svg("")).expect("a PNG")), 0);
    }

    #[test]
    fn what_is_not_svg_is_refused() {
        assert!(matches!(render("not a picture"), Err(ChartFault::NotSvg { .. })));
    }
}
