//! One picture of all pictures: a row a screen, a column a theme or language.

use std::path::Path;

use image::imageops::{FilterType, overlay};
use image::{Rgb, RgbImage};

/// Width of a small picture, and what lies between two.
const WIDTH: u32 = 360;
const GAP: u32 = 8;
/// Columns, as their folders are named.
const COLUMNS: [&str; 5] = ["light-1280x800", "dark-1280x800", "contrast-1280x800", "de-1280x800", "pseudo-1280x800"];
/// Good enough to see what is where; the pictures themselves are beside it.
const QUALITY: u8 = 72;

/// Writes `contact-sheet.jpg` into the folder of the pictures.
///
/// # Errors
/// A picture that cannot be read, or a folder that cannot be written.
pub(super) fn write(out: &Path) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mut names: Vec<_> =
        std::fs::read_dir(out.join(COLUMNS[0]))?.map(|file| Ok(file?.file_name())).collect::<std::io::Result<_>>()?;
    names.sort();
    let height = WIDTH * 800 / 1280;
    let columns = u32::try_from(COLUMNS.len())?;
    let rows = u32::try_from(names.len())?;
    let mut sheet =
        RgbImage::from_pixel(columns * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP, Rgb([120, 120, 120]));
    for (row, name) in (0_u32..).zip(&names) {
        for (column, folder) in (0_u32..).zip(COLUMNS) {
            let path = out.join(folder).join(name);
            if !path.is_file() {
                continue;
            }
            let small = image::open(&path)?.resize_exact(WIDTH, height, FilterType::Triangle).to_rgb8();
            overlay(&mut sheet, &small, (GAP + column * (WIDTH + GAP)).into(), (GAP + row * (height + GAP)).into());
        }
    }
    let file = std::io::BufWriter::new(std::fs::File::create(out.join("contact-sheet.jpg"))?);
    image::codecs::jpeg::JpegEncoder::new_with_quality(file, QUALITY).encode_image(&sheet)?;
    Ok(())
}
