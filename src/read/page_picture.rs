//! Turns the colours of a page into the greyscale picture that is recognised or displayed: upright, without red ink,
//! with horizontal lines, and cropped to the requested band.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::{Band, Orientation, Picture, PictureRequest};

/// Highest resolution that a page is rendered at or assumed to have: recognition gains nothing from more.
pub(crate) const MOST_DPI: f32 = 300.0;
/// Smallest skew that is corrected, in degrees. Below it, rotating costs more accuracy than it gains (measured on scans
/// at known angles).
const LEAST_SKEW: f32 = 1.5;

/// Share of a page's height that its head takes.
const HEAD: f32 = 0.34;
/// Share of a page's height that its foot takes.
const FOOT: f32 = 0.36;
/// A row with more dark pixels than this contains ink rather than specks.
const INKED_ROW: usize = 3;
/// Number of horizontal strips that a page is divided into to find its last text; each is about half a line high.
const STRIPS: usize = 160;
/// The bottom of a page, in thousandths of its height, that is ignored: it shows the edge of the paper.
const EDGE: usize = 15;
/// Grey values below this are dark.
const DARK: u8 = 128;

/// A page in colour, as it was scanned or rendered.
pub(super) struct ColourScan<'a> {
    /// Red, green, blue and alpha of each pixel, row by row from the top.
    pub(super) rgba: Cow<'a, [u8]>,
    /// Width in pixels.
    pub(super) width: u32,
    /// Height in pixels.
    pub(super) height: u32,
    /// Pixels per inch.
    pub(super) dpi: f32,
}

impl ColourScan<'_> {
    /// The requested picture, or `None` if there is nothing to show: too little red ink for a stamp, or a rectangle
    /// outside the page.
    pub(super) fn picture(&self, request: PictureRequest) -> Option<Picture> {
        let upright = self.upright(request.orientation);
        let picture = match request.band {
            Band::Stamps => upright.stamps(),
            Band::Place(place) => upright.place(place),
            band => Some(upright.text(band)),
        };
        let PictureRequest { page, band, orientation } = request;
        picture.map(|picture| Picture { page, band, orientation, ..picture })
    }

    /// A band without red ink and with horizontal lines.
    fn text(&self, band: Band) -> Picture {
        let mut grey = self.without_red_ink();
        let skew = grey.skew();
        let angle = if skew.abs() >= LEAST_SKEW { skew } else { 0.0 };
        if angle != 0.0 {
            grey = grey.rotated(angle);
        }
        let rows = grey.band(band);
        let pixels = grey.rows(rows.clone()).to_vec();
        let dark = pixels.iter().filter(|p| **p < DARK).count();
        Picture {
            height: rows.len() as u32,
            top: rows.start as u32,
            angle,
            ink: dark as f32 / pixels.len().max(1) as f32,
            pixels,
            ..self.blank_picture()
        }
    }

    /// The red ink of the upper half as black on white, from its first to its last row, or `None` if there is too
    /// little for a word.
    fn stamps(&self) -> Option<Picture> {
        let reds = |y: u32| self.row(y).chunks_exact(4).filter(|p| is_red(p)).count();
        let rows = 0..self.height / 2;
        let first = rows.clone().find(|y| reds(*y) > INKED_ROW)?;
        let last = rows.rev().find(|y| reds(*y) > INKED_ROW)?;
        let margin = (self.dpi / 10.0) as u32;
        let (from, to) = (first.saturating_sub(margin), (last + margin).min(self.height));
        let pixels: Vec<u8> =
            (from..to).flat_map(|y| self.row(y).chunks_exact(4).map(|p| if is_red(p) { 0 } else { 255 })).collect();
        let ink = pixels.iter().filter(|p| **p == 0).count();
        let is_enough = ink as f32 > (self.dpi / 10.0).powi(2);
        let share = ink as f32 / pixels.len().max(1) as f32;
        is_enough.then(|| Picture { height: to - from, top: from, ink: share, pixels, ..self.blank_picture() })
    }

    /// A rectangle of the page, in points, in greyscale.
    fn place(&self, [x0, y0, x1, y1]: [i32; 4]) -> Option<Picture> {
        let pixel = |points: i32, max: u32| ((points.max(0) as f32 * self.dpi / 72.0) as u32).min(max);
        let (x0, x1) = (pixel(x0, self.width), pixel(x1, self.width));
        let (y0, y1) = (pixel(y0, self.height), pixel(y1, self.height));
        let row = |y: u32| self.row(y).get(4 * x0 as usize..4 * x1 as usize).unwrap_or_default();
        let pixels: Vec<u8> = (y0..y1).flat_map(|y| row(y).chunks_exact(4).map(grey_of)).collect();
        let (width, height) = (x1.saturating_sub(x0), y1.saturating_sub(y0));
        let is_complete = width > 0 && height > 0 && pixels.len() == (width * height) as usize;
        is_complete.then(|| Picture { width, height, dpi: self.dpi, pixels, ..Picture::default() })
    }

    /// A picture of the width, resolution and page size of this scan, still without pixels.
    fn blank_picture(&self) -> Picture {
        Picture {
            width: self.width,
            dpi: self.dpi,
            page_width: self.width as f32 * 72.0 / self.dpi,
            page_height: self.height as f32 * 72.0 / self.dpi,
            ..Picture::default()
        }
    }

    /// The bytes of a row; empty below the last one.
    fn row(&self, y: u32) -> &[u8] {
        let length = 4 * self.width as usize;
        self.rgba.get(y as usize * length..(y as usize + 1) * length).unwrap_or_default()
    }

    /// The page as it is read: turned by quarters, then, if two pages lie side by side, the left one above the right
    /// one.
    fn upright(&self, orientation: Orientation) -> ColourScan<'_> {
        let (w, h) = (self.width as usize, self.height as usize);
        let turned = match orientation.quarters % 4 {
            0 => ColourScan { rgba: Cow::Borrowed(&*self.rgba), ..*self },
            1 => self.rearranged(h, w, |x, y| (y, h - 1 - x)),
            2 => self.rearranged(w, h, |x, y| (w - 1 - x, h - 1 - y)),
            _ => self.rearranged(h, w, |x, y| (w - 1 - y, x)),
        };
        if !orientation.side_by_side {
            return turned;
        }
        let (half, h) = (turned.width as usize / 2, turned.height as usize);
        turned.rearranged(half, 2 * h, |x, y| if y < h { (x, y) } else { (half + x, y - h) })
    }

    /// A copy of another size in which each pixel is the one of this scan at `source(x, y)`, or white outside it.
    fn rearranged(
        &self,
        width: usize,
        height: usize,
        source: impl Fn(usize, usize) -> (usize, usize),
    ) -> ColourScan<'static> {
        let mut rgba = Vec::with_capacity(4 * width * height);
        for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
            let (source_x, source_y) = source(x, y);
            let at = 4 * (source_y * self.width as usize + source_x);
            rgba.extend_from_slice(self.rgba.get(at..at + 4).unwrap_or(&[255; 4]));
        }
        ColourScan { rgba: Cow::Owned(rgba), width: width as u32, height: height as u32, dpi: self.dpi }
    }

    /// The page in greyscale with stamps removed: red pixels and those next to them become paper, unless dark ink lies
    /// there.
    fn without_red_ink(&self) -> GreyScan {
        let (width, height) = (self.width as usize, self.height as usize);
        let mut pixels: Vec<u8> = self.rgba.chunks_exact(4).take(width * height).map(grey_of).collect();
        pixels.resize(width * height, 255);
        // The red pixels of the row above; empty if it has none, as most rows.
        let mut above = Vec::new();
        for (row, grey) in self.rgba.chunks_exact(4 * width.max(1)).zip(pixels.chunks_exact_mut(width.max(1))) {
            let has_red = row.chunks_exact(4).fold(false, |any, pixel| any | is_red(pixel));
            let red: Vec<bool> = if has_red { row.chunks_exact(4).map(is_red).collect() } else { Vec::new() };
            let is = |row: &[bool], x: usize| row.get(x).is_some_and(|red| *red);
            let near = |x: usize| is(&red, x) || is(&above, x) || x > 0 && (is(&red, x - 1) || is(&above, x - 1));
            if has_red || !above.is_empty() {
                for (x, grey) in grey.iter_mut().enumerate().filter(|(x, _)| near(*x)) {
                    let r = row[4 * x];
                    *grey = if r > 140 { 255 } else { (*grey).max(r) };
                }
            }
            above = red;
        }
        GreyScan { pixels, width, height }
    }
}

/// The grey value of a pixel of four bytes.
fn grey_of(pixel: &[u8]) -> u8 {
    let [r, g, b] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
    ((299 * r + 587 * g + 114 * b) / 1000) as u8
}

/// True for the red of stamp ink.
fn is_red(pixel: &[u8]) -> bool {
    let [r, g, b] = [pixel[0], pixel[1], pixel[2]].map(i32::from);
    r - g.max(b) > 25 && r > 110
}

/// A page in greyscale.
struct GreyScan {
    /// Grey values, row by row from the top; 0 is black.
    pixels: Vec<u8>,
    /// Width in pixels.
    width: usize,
    /// Height in pixels.
    height: usize,
}

impl GreyScan {
    /// The pixels of consecutive rows; empty if some of them lie below the last row.
    fn rows(&self, rows: Range<usize>) -> &[u8] {
        self.pixels.get(rows.start * self.width..rows.end * self.width).unwrap_or_default()
    }

    /// Number of dark pixels of a row.
    fn dark(&self, row: usize) -> usize {
        self.rows(row..row + 1).iter().filter(|p| **p < DARK).count()
    }

    /// The rows of a band.
    fn band(&self, band: Band) -> Range<usize> {
        let height = self.height;
        match band {
            Band::Whole | Band::Stamps | Band::Place(_) | Band::Line => 0..height,
            Band::Head => 0..(height as f32 * HEAD) as usize,
            Band::Foot => {
                let end = self.last_text().map_or(height, |row| (row + height / 50).min(height));
                end.saturating_sub((height as f32 * FOOT) as usize)..end
            }
        }
    }

    /// The last row with text. A strip with text has more ink than one with only specks or the edge of the paper.
    fn last_text(&self) -> Option<usize> {
        let strip = (self.height / STRIPS).max(1);
        let end = self.height - self.height * EDGE / 1000;
        let strips = (0..end / strip).rev().map(|at| at * strip..(at + 1) * strip);
        let mut inked = strips.filter(|rows| rows.clone().map(|y| self.dark(y)).sum::<usize>() > self.width / 10);
        inked.next()?.rev().find(|y| self.dark(*y) > INKED_ROW)
    }

    /// The angle in degrees by which the lines of the page rise, found as the one with the sharpest projection profile
    /// of a scaled-down copy.
    fn skew(&self) -> f32 {
        let Self { pixels, width, height } = self;
        let step = (width.max(height) / 1000).max(1);
        let mut dark: Vec<(f32, f32)> = Vec::new();
        for y in (0..*height).step_by(step) {
            for x in (0..*width).step_by(step) {
                if pixels[y * width + x] < DARK {
                    dark.push(((x / step) as f32, (y / step) as f32));
                }
            }
        }
        // A page without ink, or a photograph, has no lines.
        let area = (width / step) * (height / step);
        if dark.len() < 200 || dark.len() * 3 > area {
            return 0.0;
        }
        let rows = height / step + width / step + 2;
        let sharpness = |angle: f32| -> f64 {
            let slope = angle.to_radians().tan();
            let shift = (width / step) as f32 * slope.abs();
            let mut profile = vec![0_u32; rows];
            for (x, y) in &dark {
                let row = y + x * slope + if slope < 0.0 { shift } else { 0.0 };
                if let Some(count) = profile.get_mut(row as usize) {
                    *count += 1;
                }
            }
            profile.windows(2).map(|w| (f64::from(w[1]) - f64::from(w[0])).powi(2)).sum()
        };
        let best = |angles: &mut dyn Iterator<Item = f32>| {
            let scored = angles.map(|angle| (sharpness(angle), angle));
            let (_, angle) = scored.fold((f64::MIN, 0.0), |best, next| if next.0 > best.0 { next } else { best });
            angle
        };
        let coarse = best(&mut (-10..=10).map(|i| i as f32 * 0.5));
        best(&mut (-5..=5).map(|i| coarse + i as f32 * 0.1))
    }

    /// The page rotated about its centre by an angle in degrees, with bilinear interpolation and white beyond its
    /// edges.
    fn rotated(&self, angle: f32) -> Self {
        let Self { width, height, .. } = *self;
        let (sin, cos) = angle.to_radians().sin_cos();
        let (cx, cy) = (width as f32 / 2.0, height as f32 / 2.0);
        let at = |x: i64, y: i64| -> f32 {
            let inside = x >= 0 && y >= 0 && (x as usize) < width && (y as usize) < height;
            if inside { f32::from(self.pixels[y as usize * width + x as usize]) } else { 255.0 }
        };
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let (dx, dy) = (x as f32 - cx, y as f32 - cy);
                let (sx, sy) = (cx + cos * dx + sin * dy, cy - sin * dx + cos * dy);
                let (ix, iy) = (sx.floor(), sy.floor());
                let (fx, fy, ix, iy) = (sx - ix, sy - iy, ix as i64, iy as i64);
                let upper = at(ix, iy) * (1.0 - fx) + at(ix + 1, iy) * fx;
                let lower = at(ix, iy + 1) * (1.0 - fx) + at(ix + 1, iy + 1) * fx;
                pixels.push((upper * (1.0 - fy) + lower * fy) as u8);
            }
        }
        Self { pixels, width, height }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(rgba: &[u8], width: u32, height: u32) -> ColourScan<'_> {
        ColourScan { rgba: Cow::Borrowed(rgba), width, height, dpi: 72.0 }
    }

    /// A page of lines of text, rotated by an angle in degrees.
    fn striped(angle: f32) -> GreyScan {
        let (width, height) = (1000, 1000);
        let mut page = vec![255_u8; width * height];
        for line in (100..900).step_by(40) {
            for y in line..line + 12 {
                for x in (100..900).filter(|x| x % 17 < 11) {
                    page[y * width + x] = 0;
                }
            }
        }
        GreyScan { pixels: page, width, height }.rotated(angle)
    }

    #[test]
    fn crooked_pages_are_straightened() {
        for angle in [-3.0_f32, -1.5, 0.0, 2.0, 3.0] {
            let found = striped(angle).skew();
            assert!((found + angle).abs() < 0.3, "{angle} {found}");
        }
    }

    #[test]
    fn points_of_a_straightened_picture_are_found_on_the_page() {
        let mut rgba = vec![255_u8; 4 * 1000 * 1000];
        for (at, grey) in striped(2.0).pixels.iter().enumerate() {
            rgba[4 * at..4 * at + 3].fill(*grey);
        }
        let request = PictureRequest { page: 1, band: Band::Whole, orientation: Orientation::default() };
        let picture = scan(&rgba, 1000, 1000).picture(request).unwrap();
        // The upper left corner of the first stripe, before and after.
        let corner = |pixels: &[u8]| pixels.chunks(1000).position(|row| row[100..300].iter().any(|p| *p < 100));
        let (x, y) = picture.on_page(100.0, corner(&picture.pixels).unwrap() as f32);
        let at = |x: f32, y: f32| rgba[4 * (y as usize * 1000 + x as usize)];
        assert!((picture.angle + 2.0).abs() < 0.3, "{}", picture.angle);
        assert!((0..8).any(|d| at(x + 4.0, y + d as f32) < 128), "{x} {y}");
        assert!((2..8).all(|d| at(x + 4.0, y - d as f32) > 128), "{x} {y}");
    }

    #[test]
    fn a_foot_ends_with_the_last_ink() {
        let mut page = vec![255_u8; 100 * 1000];
        page[100 * 600 + 20..100 * 600 + 60].fill(0);
        // A speck and the edge of the paper.
        page[100 * 900 + 20..100 * 900 + 26].fill(0);
        page[100 * 998..].fill(0);
        let page = GreyScan { pixels: page, width: 100, height: 1000 };
        assert_eq!(page.band(Band::Foot), 260..620);
        assert_eq!(page.band(Band::Head), 0..340);
    }

    #[test]
    fn a_stamp_is_seen_alone_and_a_place_as_it_is() {
        let (width, height) = (200_u32, 400_u32);
        let mut rgba = vec![255_u8; 4 * (width * height) as usize];
        let mut paint = |x: u32, y: u32, colour: [u8; 3]| {
            let at = 4 * (y * width + x) as usize;
            rgba[at..at + 3].copy_from_slice(&colour);
        };
        for (x, y) in (50..90).flat_map(|x| (60..80).map(move |y| (x, y))) {
            paint(x, y, [200, 20, 30]);
            paint(x + 50, y, [0, 0, 0]);
        }
        let orientation = Orientation::default();
        let picture = |band| scan(&rgba, width, height).picture(PictureRequest { page: 1, band, orientation });
        let stamps = picture(Band::Stamps).unwrap();
        assert_eq!((stamps.top, stamps.height), (53, 33));
        assert_eq!(stamps.pixels.iter().filter(|p| **p == 0).count(), 800);
        let place = picture(Band::Place([100, 60, 140, 80])).unwrap();
        assert!(place.pixels.len() == 800 && place.pixels.iter().all(|p| *p == 0));
        assert!(picture(Band::Place([500, 60, 540, 80])).is_none());
        let whole = picture(Band::Whole).unwrap();
        assert_eq!(whole.pixels.iter().filter(|p| **p == 0).count(), 800);
    }

    #[test]
    fn pages_are_turned_and_taken_apart() {
        // 1 2 3 4 over 5 6 7 8.
        let rgba: Vec<u8> = (1..=8_u8).flat_map(|v| [v, v, v, 255]).collect();
        let orientation = |quarters, side_by_side| -> (Vec<u8>, u32, u32) {
            let page = scan(&rgba, 4, 2);
            let upright = page.upright(Orientation { quarters, side_by_side });
            (upright.rgba.chunks(4).map(|p| p[0]).collect(), upright.width, upright.height)
        };
        assert_eq!(orientation(1, false), (vec![5, 1, 6, 2, 7, 3, 8, 4], 2, 4));
        assert_eq!(orientation(2, false), (vec![8, 7, 6, 5, 4, 3, 2, 1], 4, 2));
        assert_eq!(orientation(3, false), (vec![4, 8, 3, 7, 2, 6, 1, 5], 2, 4));
        assert_eq!(orientation(0, true), (vec![1, 2, 5, 6, 3, 4, 7, 8], 2, 4));
    }

    #[test]
    fn a_line_is_smoothed_for_another_look() {
        let mut pixels = vec![255_u8; 9 * 9];
        // A vertical stroke, broken in the middle.
        for y in [2, 3, 5, 6] {
            pixels[9 * y + 4] = 0;
        }
        let page = Picture { width: 9, height: 9, pixels, ..Picture::default() };
        let line = page.line([0, 0, 9, 9]);
        assert_eq!((line.width, line.height, line.pixels.len()), (9, 9, 81));
        assert!(line.pixels[9 * 4 + 4] < 200 && line.pixels[9 * 4 + 8] == 255, "{:?}", line.pixels);
    }

    #[test]
    fn red_ink_goes_and_black_stays() {
        let rgba = [200, 30, 40, 255, 255, 255, 255, 255, 20, 20, 20, 255, 255, 255, 255, 255];
        assert_eq!(scan(&rgba, 4, 1).without_red_ink().pixels, [255, 255, 20, 255]);
    }
}
