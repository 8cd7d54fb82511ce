//! The colours of a page to the grey picture that is read: laid straight, red ink removed, level, cut to what is wanted.

use std::borrow::Cow;

use crate::document::{Band, Orientation, Picture, Wanted};

/// The resolution of a page is never taken as more than this: recognition gains nothing.
pub(crate) const MOST_DPI: f32 = 300.0;
/// Below this a rotation costs more than it gains (measured on scans at known angles), in degrees.
const LEAST_SKEW: f32 = 1.5;

/// Share of a page's height that its head takes.
const HEAD: f32 = 0.34;
/// Share of a page's height that its foot takes.
const FOOT: f32 = 0.36;
/// Dark pixels from which a row holds ink and not specks.
const INKED_ROW: usize = 3;
/// A page is as many strips high, each about half a line.
const STRIPS: u32 = 160;
/// The lowest part of a page, in thousandths, bears no text but the edge of the paper.
const EDGE: u32 = 15;

/// The picture of a page from its colours (four bytes a pixel): laid straight, red ink removed, level, cut to the
/// band.
pub(super) fn of_colours(rgba: &[u8], width: u32, height: u32, dpi: f32, wanted: Wanted) -> Option<Picture> {
    let (rgba, width, height) = straight(rgba, width, height, wanted.orientation);
    let picture = match wanted.band {
        Band::Stamps => of_stamps(&rgba, width, height, dpi, wanted.page),
        Band::Place(place) => of_place(&rgba, width, height, dpi, wanted.page, place),
        _ => Some(to_read(&rgba, width, height, dpi, wanted)),
    };
    picture.map(|picture| Picture { orientation: wanted.orientation, ..picture })
}

fn to_read(rgba: &[u8], width: u32, height: u32, dpi: f32, wanted: Wanted) -> Picture {
    let grey = without_red_ink(rgba, width as usize, height as usize);
    let angle = skew(&grey, width as usize, height as usize);
    let angle = if angle.abs() >= LEAST_SKEW { angle } else { 0.0 };
    let mut pixels = if angle == 0.0 { grey } else { rotated(&grey, width as usize, height as usize, angle) };
    let (from, to) = rows(&pixels, width, height, wanted.band);
    pixels.truncate((to * width) as usize);
    pixels.drain(..(from * width) as usize);
    let dark = pixels.iter().filter(|p| **p < 128).count();
    Picture {
        page: wanted.page,
        band: wanted.band,
        orientation: wanted.orientation,
        width,
        height: to - from,
        top: from,
        angle,
        dpi,
        page_width: width as f32 * 72.0 / dpi,
        page_height: height as f32 * 72.0 / dpi,
        ink: dark as f32 / pixels.len().max(1) as f32,
        pixels,
    }
}

/// Red ink alone, as black on white, between its first and its last row; none if there is too little for a word.
fn of_stamps(rgba: &[u8], width: u32, height: u32, dpi: f32, page: u32) -> Option<Picture> {
    let row = |y: u32| rgba.get((4 * y * width) as usize..(4 * (y + 1) * width) as usize).unwrap_or_default();
    let reds = |y: u32| row(y).chunks_exact(4).filter(|p| is_red(p)).count();
    let rows = 0..height / 2;
    let first = rows.clone().find(|y| reds(*y) > INKED_ROW)?;
    let last = rows.rev().find(|y| reds(*y) > INKED_ROW)?;
    let margin = (dpi / 10.0) as u32;
    let (from, to) = (first.saturating_sub(margin), (last + margin).min(height));
    let pixels: Vec<u8> =
        (from..to).flat_map(|y| row(y).chunks_exact(4).map(|p| if is_red(p) { 0 } else { 255 })).collect();
    let ink = pixels.iter().filter(|p| **p == 0).count();
    let enough = ink as f32 > (dpi / 10.0).powi(2);
    let picture = Picture {
        page,
        band: Band::Stamps,
        orientation: Orientation::default(),
        width,
        height: to - from,
        top: from,
        angle: 0.0,
        dpi,
        page_width: width as f32 * 72.0 / dpi,
        page_height: height as f32 * 72.0 / dpi,
        ink: ink as f32 / pixels.len().max(1) as f32,
        pixels,
    };
    enough.then_some(picture)
}

/// A place as a person sees it, in grey.
fn of_place(rgba: &[u8], width: u32, height: u32, dpi: f32, page: u32, place: [i32; 4]) -> Option<Picture> {
    let pixel = |points: i32, most: u32| ((points.max(0) as f32 * dpi / 72.0) as u32).min(most);
    let [x0, y0, x1, y1] = place;
    let (x0, x1, y0, y1) = (pixel(x0, width), pixel(x1, width), pixel(y0, height), pixel(y1, height));
    let row = |y: u32| rgba.get(4 * (y * width + x0) as usize..4 * (y * width + x1) as usize).unwrap_or_default();
    let pixels: Vec<u8> = (y0..y1).flat_map(|y| row(y).chunks_exact(4).map(grey_of)).collect();
    let (w, h) = (x1.saturating_sub(x0), y1.saturating_sub(y0));
    let is_whole = w > 0 && h > 0 && pixels.len() == (w * h) as usize;
    is_whole.then(|| Picture { page, band: Band::Place(place), width: w, height: h, dpi, pixels, ..Picture::default() })
}

/// The colours of a page as it is read: turned by quarters, then its left half above its right.
fn straight(rgba: &[u8], width: u32, height: u32, orientation: Orientation) -> (Cow<'_, [u8]>, u32, u32) {
    let (w, h) = (width as usize, height as usize);
    let (w, h, turned): (usize, usize, Cow<'_, [u8]>) = match orientation.quarters % 4 {
        0 => (w, h, Cow::Borrowed(rgba)),
        1 => (h, w, Cow::Owned(arranged(rgba, w, h, w, |x, y| (y, h - 1 - x)))),
        2 => (w, h, Cow::Owned(arranged(rgba, w, w, h, |x, y| (w - 1 - x, h - 1 - y)))),
        _ => (h, w, Cow::Owned(arranged(rgba, w, h, w, |x, y| (w - 1 - y, x)))),
    };
    if !orientation.side_by_side {
        return (turned, w as u32, h as u32);
    }
    let half = w / 2;
    let apart = arranged(&turned, w, half, 2 * h, |x, y| if y < h { (x, y) } else { (half + x, y - h) });
    (Cow::Owned(apart), half as u32, 2 * h as u32)
}

/// Colours in another order: each pixel of the new picture is that of the old one (`stride` pixels in a row) at `from`.
fn arranged(
    rgba: &[u8],
    stride: usize,
    width: usize,
    height: usize,
    from: impl Fn(usize, usize) -> (usize, usize),
) -> Vec<u8> {
    let mut out = Vec::with_capacity(4 * width * height);
    for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
        let (old_x, old_y) = from(x, y);
        let at = 4 * (old_y * stride + old_x);
        out.extend_from_slice(rgba.get(at..at + 4).unwrap_or(&[255; 4]));
    }
    out
}

/// First row of a band and the row behind its last.
fn rows(pixels: &[u8], width: u32, height: u32, band: Band) -> (u32, u32) {
    match band {
        Band::Whole | Band::Stamps | Band::Place(_) | Band::Line => (0, height),
        Band::Head => (0, (height as f32 * HEAD) as u32),
        Band::Foot => {
            let end = last_text(pixels, width, height).map_or(height, |row| (row + height / 50).min(height));
            (end.saturating_sub((height as f32 * FOOT) as u32), end)
        }
    }
}

/// The last row that holds text: specks and the edge of the paper hold less ink than a strip of a line does.
fn last_text(pixels: &[u8], width: u32, height: u32) -> Option<u32> {
    let strip = (height / STRIPS).max(1);
    let row = |y: u32| pixels.get((y * width) as usize..((y + 1) * width) as usize).unwrap_or_default();
    let dark = |y: u32| row(y).iter().filter(|p| **p < 128).count();
    let end = height - height * EDGE / 1000;
    let strips = (0..end / strip).rev().map(|at| at * strip..(at + 1) * strip);
    let mut inked = strips.filter(|rows| rows.clone().map(dark).sum::<usize>() > width as usize / 10);
    inked.next()?.rev().find(|y| dark(*y) > INKED_ROW)
}

/// The grey of a pixel of four bytes.
fn grey_of(pixel: &[u8]) -> u8 {
    let [r, g, b] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
    ((299 * r + 587 * g + 114 * b) / 1000) as u8
}

/// Ink of a stamp.
fn is_red(pixel: &[u8]) -> bool {
    let [r, g, b] = [pixel[0], pixel[1], pixel[2]].map(i32::from);
    r - g.max(b) > 25 && r > 110
}

/// Grey values in which stamps are gone: red becomes paper, with a margin of one pixel, unless dark ink lies there.
fn without_red_ink(rgba: &[u8], width: usize, height: usize) -> Vec<u8> {
    let mut grey: Vec<u8> = rgba.chunks_exact(4).take(width * height).map(grey_of).collect();
    grey.resize(width * height, 255);
    // Most rows hold no red: they are left as they are.
    let mut above = Vec::new();
    for (row, grey) in rgba.chunks_exact(4 * width.max(1)).zip(grey.chunks_exact_mut(width.max(1))) {
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
    grey
}

/// The angle in degrees by which the lines of a page climb, by its projection profile on a small copy.
fn skew(grey: &[u8], width: usize, height: usize) -> f32 {
    let step = (width.max(height) / 1000).max(1);
    let mut dark: Vec<(f32, f32)> = Vec::new();
    for y in (0..height).step_by(step) {
        for x in (0..width).step_by(step) {
            if grey[y * width + x] < 128 {
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
    let score = |angle: f32| -> f64 {
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
        let (_, angle) =
            angles.map(|a| (score(a), a)).fold((f64::MIN, 0.0), |best, next| if next.0 > best.0 { next } else { best });
        angle
    };
    let coarse = best(&mut (-10..=10).map(|i| i as f32 * 0.5));
    best(&mut (-5..=5).map(|i| coarse + i as f32 * 0.1))
}

/// The picture turned about its middle by an angle in degrees, between pixels linearly; paper where nothing was.
fn rotated(grey: &[u8], width: usize, height: usize, angle: f32) -> Vec<u8> {
    let (sin, cos) = angle.to_radians().sin_cos();
    let (cx, cy) = (width as f32 / 2.0, height as f32 / 2.0);
    let at = |x: i64, y: i64| -> f32 {
        let inside = x >= 0 && y >= 0 && (x as usize) < width && (y as usize) < height;
        if inside { f32::from(grey[y as usize * width + x as usize]) } else { 255.0 }
    };
    let mut out = Vec::with_capacity(width * height);
    for y in 0..height {
        for x in 0..width {
            let (dx, dy) = (x as f32 - cx, y as f32 - cy);
            let (sx, sy) = (cx + cos * dx + sin * dy, cy - sin * dx + cos * dy);
            let (ix, iy) = (sx.floor(), sy.floor());
            let (fx, fy, ix, iy) = (sx - ix, sy - iy, ix as i64, iy as i64);
            let upper = at(ix, iy) * (1.0 - fx) + at(ix + 1, iy) * fx;
            let lower = at(ix, iy + 1) * (1.0 - fx) + at(ix + 1, iy + 1) * fx;
            out.push((upper * (1.0 - fy) + lower * fy) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn striped(angle: f32) -> Vec<u8> {
        let (width, height) = (1000, 1000);
        let mut page = vec![255_u8; width * height];
        for line in (100..900).step_by(40) {
            for y in line..line + 12 {
                for x in (100..900).filter(|x| x % 17 < 11) {
                    page[y * width + x] = 0;
                }
            }
        }
        rotated(&page, width, height, angle)
    }

    #[test]
    fn crooked_pages_are_straightened() {
        for angle in [-3.0_f32, -1.5, 0.0, 2.0, 3.0] {
            let page = striped(angle);
            let found = skew(&page, 1000, 1000);
            assert!((found + angle).abs() < 0.3, "{angle} {found}");
        }
    }

    #[test]
    fn points_of_a_straightened_picture_are_found_on_the_page() {
        let mut rgba = vec![255_u8; 4 * 1000 * 1000];
        for (at, grey) in striped(2.0).iter().enumerate() {
            rgba[4 * at..4 * at + 3].fill(*grey);
        }
        let wanted = Wanted { page: 1, band: Band::Whole, orientation: Orientation::default() };
        let picture = of_colours(&rgba, 1000, 1000, 72.0, wanted).unwrap();
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
        assert_eq!(rows(&page, 100, 1000, Band::Foot), (260, 620));
        assert_eq!(rows(&page, 100, 1000, Band::Head), (0, 340));
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
        let picture = |band| of_colours(&rgba, width, height, 72.0, Wanted { page: 1, band, orientation });
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
            let (rgba, width, height) = straight(&rgba, 4, 2, Orientation { quarters, side_by_side });
            (rgba.chunks(4).map(|p| p[0]).collect(), width, height)
        };
        assert_eq!(orientation(1, false), (vec![5, 1, 6, 2, 7, 3, 8, 4], 2, 4));
        assert_eq!(orientation(2, false), (vec![8, 7, 6, 5, 4, 3, 2, 1], 4, 2));
        assert_eq!(orientation(3, false), (vec![4, 8, 3, 7, 2, 6, 1, 5], 2, 4));
        assert_eq!(orientation(0, true), (vec![1, 2, 5, 6, 3, 4, 7, 8], 2, 4));
    }

    #[test]
    fn a_line_is_smoothed_for_another_look() {
        let mut pixels = vec![255_u8; 9 * 9];
        // A stroke, torn in its middle.
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
        assert_eq!(without_red_ink(&rgba, 4, 1), [255, 255, 20, 255]);
    }
}
