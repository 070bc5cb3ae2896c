//! Draws the program's icon in every size and form the systems want: `cargo run -p xtask --example icons`.
//!
//! The icon is two lanes of a running track, and one athlete on the outer one. It is drawn from distances, so every
//! size is sharp; the files in assets/icons are committed, because a build must not depend on this.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::ZlibEncoder;

type Colour = [f64; 3];

const NIGHT: Colour = [0.055, 0.165, 0.185];
const FIELD: Colour = [0.090, 0.310, 0.300];
const LANE: Colour = [0.930, 0.960, 0.930];
const INNER: Colour = [0.480, 0.700, 0.640];
const ATHLETE: Colour = [1.000, 0.620, 0.250];

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/icons");
    std::fs::create_dir_all(&folder)?;
    for (name, size) in [("32x32.png", 32), ("128x128.png", 128), ("128x128@2x.png", 256), ("icon.png", 512)] {
        std::fs::write(folder.join(name), png(size)?)?;
    }
    std::fs::write(folder.join("icon.ico"), ico(&[16, 32, 48, 256])?)?;
    std::fs::write(folder.join("icon.icns"), icns(&[(*b"ic07", 128), (*b"ic08", 256), (*b"ic09", 512)])?)
}

/// Colour and cover of a point; `x` and `y` run from -1 to 1, downwards.
fn point(x: f64, y: f64, pixel: f64) -> [f64; 4] {
    let cover = |distance: f64| (0.5 - distance / pixel).clamp(0.0, 1.0);
    let card = rounded(x, y, 0.94, 0.42);
    let shade = (y + 1.0) / 2.0;
    let mut colour = mix(FIELD, NIGHT, shade);
    // Distance to the track's middle line: a segment between the two bends.
    let middle = |x: f64, y: f64| ((x.abs() - 0.26).max(0.0)).hypot(y);
    let ring = |radius: f64, half: f64| (middle(x, y) - radius).abs() - half;
    colour = mix(colour, INNER, cover(ring(0.23, 0.045)));
    colour = mix(colour, LANE, cover(ring(0.45, 0.060)));
    let (ax, ay) = (0.26 + 0.45 * 0.707, -0.45 * 0.707);
    let athlete = (x - ax).hypot(y - ay);
    colour = mix(colour, mix(FIELD, NIGHT, shade), cover(athlete - 0.215));
    colour = mix(colour, ATHLETE, cover(athlete - 0.150));
    [colour[0], colour[1], colour[2], cover(card)]
}

fn rounded(x: f64, y: f64, half: f64, corner: f64) -> f64 {
    let (dx, dy) = (x.abs() - half + corner, y.abs() - half + corner);
    dx.max(0.0).hypot(dy.max(0.0)) + dx.max(dy).min(0.0) - corner
}

fn mix(from: Colour, to: Colour, share: f64) -> Colour {
    [0, 1, 2].map(|i| from[i] + (to[i] - from[i]) * share)
}

fn byte(value: f64) -> u8 {
    // In 0..=255 by the clamp.
    (value.clamp(0.0, 1.0) * 255.0).round() as u8
}

fn png(size: u32) -> std::io::Result<Vec<u8>> {
    let step = 2.0 / f64::from(size);
    let mut rows = Vec::new();
    for row in 0..size {
        // No filter: the picture is small and mostly flat.
        rows.push(0);
        for column in 0..size {
            let at = |i: u32| (f64::from(i) + 0.5) * step - 1.0;
            rows.extend(point(at(column), at(row), step).map(byte));
        }
    }
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::best());
    zlib.write_all(&rows)?;
    let mut header = Vec::new();
    header.extend(size.to_be_bytes());
    header.extend(size.to_be_bytes());
    // 8 bits a channel, red green blue alpha, not interlaced.
    header.extend([8, 6, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, body) in [(b"IHDR", header), (b"IDAT", zlib.finish()?), (b"IEND", Vec::new())] {
        file.extend(length(&body).to_be_bytes());
        let mut crc = flate2::Crc::new();
        crc.update(kind);
        crc.update(&body);
        file.extend(kind);
        file.extend(body);
        file.extend(crc.sum().to_be_bytes());
    }
    Ok(file)
}

/// Windows: a directory of pictures, each a PNG.
fn ico(sizes: &[u32]) -> std::io::Result<Vec<u8>> {
    let pictures: Vec<Vec<u8>> = sizes.iter().map(|size| png(*size)).collect::<std::io::Result<_>>()?;
    let mut file = vec![0, 0, 1, 0];
    file.extend((sizes.len() as u16).to_le_bytes());
    let mut offset = 6 + 16 * length(sizes);
    for (size, picture) in sizes.iter().zip(&pictures) {
        // 0 stands for 256.
        let side = (*size % 256) as u8;
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend(length(picture).to_le_bytes());
        file.extend(offset.to_le_bytes());
        offset += length(picture);
    }
    file.extend(pictures.concat());
    Ok(file)
}

/// macOS: a list of pictures, each a PNG under its type's name.
fn icns(kinds: &[([u8; 4], u32)]) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    for (kind, size) in kinds {
        let picture = png(*size)?;
        body.extend(kind);
        body.extend((length(&picture) + 8).to_be_bytes());
        body.extend(picture);
    }
    let mut file = b"icns".to_vec();
    file.extend((length(&body) + 8).to_be_bytes());
    file.extend(body);
    Ok(file)
}

fn length<T>(part: &[T]) -> u32 {
    // Icons are kilobytes.
    u32::try_from(part.len()).unwrap_or(u32::MAX)
}
