//! Scans made from the printed documents of the fixture batch: rendered, made crooked, noisy, stamped and written upon, as
//! scanners and hands do.

use std::path::Path;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::{Rgb, RgbImage};

/// How a scanner sees a page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scanner {
    pub(crate) name: &'static str,
    pub(crate) dpi: f32,
    /// Degrees by which the paper lies crooked.
    pub(crate) skew: f32,
    /// Most that a value is off.
    pub(crate) noise: i32,
    /// Black and white only.
    pub(crate) bilevel: bool,
    /// A round red stamp lies over the lower right part.
    pub(crate) stamp: bool,
    /// Quality of the JPEG.
    pub(crate) quality: u8,
}

/// The pages of a PDF as this scanner sees them. `write` draws on a page before it is laid on the glass.
pub(crate) fn scan(pdf: &Path, scanner: Scanner, write: &mut dyn FnMut(usize, &mut RgbImage)) -> Vec<Vec<u8>> {
    let pdf = Pdf::new(std::fs::read(pdf).unwrap()).unwrap();
    let mut random = Random(7);
    let mut files = Vec::new();
    for (index, page) in pdf.pages().iter().enumerate() {
        let scale = scanner.dpi / 72.0;
        let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let pixmap = hayro::render(
            page,
            &RenderCache::new(),
            &InterpreterSettings::default(),
            &RenderSettings::default(),
            &settings,
        );
        let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        let data = pixmap.data_as_u8_slice();
        let mut picture = RgbImage::from_fn(width, height, |x, y| {
            let at = 4 * (y * width + x) as usize;
            Rgb([data[at], data[at + 1], data[at + 2]])
        });
        write(index, &mut picture);
        if scanner.stamp {
            let middle = (picture.width() as f32 * 0.62, picture.height() as f32 * 0.72);
            stamp(&mut picture, scanner.dpi, middle);
        }
        if scanner.skew != 0.0 {
            picture = rotated(&picture, scanner.skew);
        }
        for pixel in picture.pixels_mut() {
            let off = if scanner.noise > 0 { random.below(2 * scanner.noise + 1) - scanner.noise } else { 0 };
            for value in &mut pixel.0 {
                // Paper is never quite white.
                *value = (i32::from(*value).min(250) + off).clamp(0, 255) as u8;
            }
            if scanner.bilevel {
                let dark = pixel.0.iter().map(|v| u32::from(*v)).sum::<u32>() < 3 * 140;
                pixel.0 = [if dark { 0 } else { 255 }; 3];
            }
        }
        let mut file = Vec::new();
        let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut file, scanner.quality);
        encoder.encode_image(&picture).unwrap();
        files.push(file);
    }
    files
}

/// Writes digits by hand into a place, in points of the page: paper under them, strokes of uneven size and slant.
pub(crate) fn write_by_hand(picture: &mut RgbImage, dpi: f32, [x0, y0, x1, y1]: [f32; 4], digits: &str) {
    let scale = dpi / 72.0;
    let mut random = Random(digits.bytes().map(u64::from).sum());
    for y in (y0 * scale) as u32..(y1 * scale) as u32 {
        for x in (x0 * scale) as u32..(x1 * scale) as u32 {
            picture.put_pixel(x, y, Rgb([255; 3]));
        }
    }
    let step = (x1 - x0) / digits.len() as f32;
    for (index, digit) in digits.chars().enumerate() {
        let mut jitter = |most: f32| random.below(1000) as f32 / 1000.0 * most;
        let tall = (y1 - y0) * (0.75 + jitter(0.45));
        let (left, top) = (x0 + step * index as f32, y0 - jitter(0.3) * tall);
        let (wide, slant) = (step * (0.6 + jitter(0.3)), jitter(0.35));
        let strokes = strokes(digit);
        for pair in strokes.windows(2) {
            let at = |(x, y): (f32, f32)| {
                ((left + wide * x + slant * tall * (1.0 - y) * 0.5) * scale, (top + tall * y) * scale)
            };
            line(picture, at(pair[0]), at(pair[1]), 0.9 * scale, Rgb([25, 35, 120]));
        }
    }
}

/// A digit as a hand draws it, in a box of one by one.
fn strokes(digit: char) -> Vec<(f32, f32)> {
    let points: &[(f32, f32)] = match digit {
        '0' => &[(0.5, 0.0), (0.1, 0.3), (0.2, 0.85), (0.6, 1.0), (0.9, 0.5), (0.5, 0.0)],
        '1' => &[(0.2, 0.3), (0.6, 0.0), (0.5, 1.0)],
        '2' => &[(0.1, 0.2), (0.5, 0.0), (0.85, 0.3), (0.1, 1.0), (0.95, 0.9)],
        '3' => &[(0.1, 0.1), (0.7, 0.0), (0.4, 0.45), (0.9, 0.7), (0.4, 1.0), (0.0, 0.85)],
        '4' => &[(0.5, 0.0), (0.05, 0.65), (0.95, 0.6), (0.7, 0.3), (0.6, 1.0)],
        '5' => &[(0.9, 0.0), (0.2, 0.05), (0.15, 0.45), (0.8, 0.55), (0.6, 1.0), (0.05, 0.9)],
        '6' => &[(0.8, 0.0), (0.2, 0.5), (0.2, 0.95), (0.8, 0.9), (0.7, 0.5), (0.2, 0.6)],
        '7' => &[(0.1, 0.1), (0.9, 0.0), (0.4, 1.0)],
        '8' => &[(0.8, 0.1), (0.3, 0.1), (0.8, 0.8), (0.4, 1.0), (0.1, 0.8), (0.8, 0.1)],
        _ => &[(0.8, 0.3), (0.4, 0.0), (0.2, 0.4), (0.7, 0.4), (0.8, 0.1), (0.6, 1.0)],
    };
    points.to_vec()
}

fn line(picture: &mut RgbImage, from: (f32, f32), to: (f32, f32), thick: f32, colour: Rgb<u8>) {
    let steps = (from.0 - to.0).hypot(from.1 - to.1).ceil().max(1.0) as u32;
    for step in 0..=steps {
        let t = step as f32 / steps as f32;
        let (cx, cy) = (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t);
        let reach = thick.ceil() as i64;
        for (dx, dy) in (-reach..=reach).flat_map(|dx| (-reach..=reach).map(move |dy| (dx, dy))) {
            let (x, y) = (cx as i64 + dx, cy as i64 + dy);
            let inside = x >= 0 && y >= 0 && x < i64::from(picture.width()) && y < i64::from(picture.height());
            if inside && ((dx * dx + dy * dy) as f32) <= thick * thick {
                picture.put_pixel(x as u32, y as u32, colour);
            }
        }
    }
}

/// Makes what is printed in a place red, as a stamp is; the place in points.
pub(crate) fn redden(picture: &mut RgbImage, dpi: f32, place: [f32; 4]) {
    let [x0, y0, x1, y1] = place.map(|v| (v * dpi / 72.0) as u32);
    for (x, y) in (y0..y1).flat_map(|y| (x0..x1).map(move |x| (x, y))) {
        let grey = u32::from(picture.get_pixel(x, y).0[0]);
        // Red ink on paper: where it was black it is red, where it was paper it is paper.
        picture.put_pixel(
            x,
            y,
            Rgb([(200 + grey * 55 / 255) as u8, (25 + grey * 230 / 255) as u8, (35 + grey * 220 / 255) as u8]),
        );
    }
}

/// A JPEG page turned by quarters clockwise.
pub(crate) fn turned(jpeg: &[u8], quarters: u32) -> Vec<u8> {
    let picture = image::load_from_memory(jpeg).unwrap();
    as_jpeg(&match quarters {
        1 => picture.rotate90(),
        2 => picture.rotate180(),
        _ => picture.rotate270(),
    })
}

/// Two JPEG pages on one sheet.
pub(crate) fn side_by_side(left: &[u8], right: &[u8]) -> Vec<u8> {
    let [left, right] = [left, right].map(|page| image::load_from_memory(page).unwrap().to_rgb8());
    let mut sheet =
        RgbImage::from_pixel(left.width() + right.width(), left.height().max(right.height()), Rgb([250; 3]));
    image::imageops::replace(&mut sheet, &left, 0, 0);
    image::imageops::replace(&mut sheet, &right, i64::from(left.width()), 0);
    as_jpeg(&sheet.into())
}

fn as_jpeg(picture: &image::DynamicImage) -> Vec<u8> {
    let mut file = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut file, 85).encode_image(&picture.to_rgb8()).unwrap();
    file
}

/// A JPEG that says that it is to be turned: EXIF orientation 6 is a quarter clockwise, 3 a half, 8 a quarter back.
pub(crate) fn flagged(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    // Big-endian TIFF with one entry: orientation, a short.
    let exif =
        [b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(), &[orientation], &[0; 6]].concat();
    let length = (exif.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

/// A round red stamp; ink lets what is under it show through.
pub(crate) fn stamp(picture: &mut RgbImage, dpi: f32, (cx, cy): (f32, f32)) {
    let radius = dpi * 0.7;
    for pixel in picture.enumerate_pixels_mut() {
        let (x, y, pixel) = pixel;
        let away = (x as f32 - cx).hypot(y as f32 - cy) / radius;
        let ring = (0.93..1.0).contains(&away) || (0.62..0.66).contains(&away) || (x + y) % 29 < 5 && away < 0.6;
        if ring {
            let dark = i32::from(pixel.0[0]) < 120;
            pixel.0 = if dark { [110, 10, 20] } else { [215, 40, 55] };
        }
    }
}

fn rotated(picture: &RgbImage, degrees: f32) -> RgbImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (width, height) = picture.dimensions();
    let (cx, cy) = (width as f32 / 2.0, height as f32 / 2.0);
    let at = |x: i64, y: i64, c: usize| -> f32 {
        let inside = x >= 0 && y >= 0 && x < i64::from(width) && y < i64::from(height);
        if inside { f32::from(picture.get_pixel(x as u32, y as u32).0[c]) } else { 255.0 }
    };
    RgbImage::from_fn(width, height, |x, y| {
        let (dx, dy) = (x as f32 - cx, y as f32 - cy);
        let (sx, sy) = (cx + cos * dx + sin * dy, cy - sin * dx + cos * dy);
        let (ix, iy) = (sx.floor(), sy.floor());
        let (fx, fy, ix, iy) = (sx - ix, sy - iy, ix as i64, iy as i64);
        Rgb([0, 1, 2].map(|c| {
            let upper = at(ix, iy, c) * (1.0 - fx) + at(ix + 1, iy, c) * fx;
            let lower = at(ix, iy + 1, c) * (1.0 - fx) + at(ix + 1, iy + 1, c) * fx;
            (upper * (1.0 - fy) + lower * fy) as u8
        }))
    })
}

/// The same numbers in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: i32) -> i32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % end.max(1) as u64) as i32
    }
}

/// A PDF of which each page is one JPEG, as scanners write it.
pub(crate) fn pdf_of(pages: &[Vec<u8>], dpi: f32) -> Vec<u8> {
    let mut objects: Vec<Vec<u8>> = vec![b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(), Vec::new()];
    let mut kids = String::new();
    for jpeg in pages {
        let picture = image::load_from_memory(jpeg).unwrap();
        let (width, height) = (picture.width(), picture.height());
        let (w, h) = (width as f32 * 72.0 / dpi, height as f32 * 72.0 / dpi);
        let first = objects.len() + 1;
        kids += &format!("{first} 0 R ");
        let draw = format!("{w} 0 0 {h} 0 0 cm /Im0 Do");
        let (content, xobject) = (first + 1, first + 2);
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {w} {h}] /Resources << /XObject << /Im0 {xobject} 0 R >> >> \
                 /Contents {content} 0 R >>"
            )
            .into_bytes(),
        );
        objects.push(format!("<< /Length {} >>\nstream\n{draw}\nendstream", draw.len()).into_bytes());
        let mut object = format!(
            "<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB \
             /BitsPerComponent 8 /Filter /DCTDecode /Length {} >>\nstream\n",
            jpeg.len()
        )
        .into_bytes();
        object.extend(jpeg);
        object.extend(b"\nendstream");
        objects.push(object);
    }
    objects[1] = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()).into_bytes();
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        out.extend(format!("{} 0 obj\n", index + 1).into_bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let xref = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    offsets.iter().for_each(|o| out.extend(format!("{o:010} 00000 n \n").into_bytes()));
    let end = format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n", objects.len() + 1);
    out.extend(end.into_bytes());
    out
}
