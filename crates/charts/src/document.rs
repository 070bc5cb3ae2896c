//! The SVG document around a drawing.

use plotters::prelude::{IntoDrawingArea, SVGBackend};

use crate::canvas::Canvas;
use crate::{ChartFault, Theme};

/// Backend pixels for each pixel of the picture.
const DENSITY: u32 = 4;

/// Draws into an SVG document of `size` pixels whose title says `title` to a screen reader.
pub(crate) fn svg(
    kind: &str,
    size: (u32, u32),
    title: &str,
    theme: &Theme,
    draw: impl FnOnce(&Canvas<'_, SVGBackend<'_>>) -> Result<(), ChartFault>,
) -> Result<String, ChartFault> {
    let (width, height) = size;
    if !(1..=16_384).contains(&width) || !(1..=16_384).contains(&height) {
        return Err(ChartFault::Size { width, height });
    }
    let mut body = String::new();
    {
        let area = SVGBackend::with_string(&mut body, (width * DENSITY, height * DENSITY)).into_drawing_area();
        let canvas = Canvas::new(&area, f64::from(DENSITY));
        if let Some(surface) = theme.surface {
            canvas.fill(surface)?;
        }
        draw(&canvas)?;
        area.present().map_err(|error| ChartFault::Backend { cause: error.to_string() })?;
    }
    // The backend's own opening tag knows neither the smaller size nor the title.
    let inner = body.split_once('>').map_or("", |(_, rest)| rest);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart chart-{kind}\" role=\"img\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {} {}\" stroke-linejoin=\"round\" stroke-linecap=\"butt\">\n<title>{}</title>{inner}",
        width * DENSITY,
        height * DENSITY,
        escape(title),
    ))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
