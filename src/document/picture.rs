//! A page as a grey picture: what a worker renders and a recognition engine reads. The parent never decodes an image
//! file: it takes the pixels as the worker sends them.

use serde::{Deserialize, Serialize};

use super::page::Orientation;

/// How much of a page is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// The letterhead, title and subject: the upper part.
    Head,
    /// The signature and the recipients: the lower part, from the last ink upwards.
    Foot,
    /// The page.
    #[default]
    Whole,
    /// What is stamped in red on the upper half, alone: degrees of secrecy and urgency.
    Stamps,
    /// A place of the page as it is shown, in points: left, upper, right, lower edge. For people, not for recognition.
    Place([i32; 4]),
    /// A line cut out of another picture.
    Line,
}

/// A page that a parent asks to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// From 1.
    pub(crate) page: u32,
    pub(crate) band: Band,
    /// How it lies: it is turned and taken apart before it is cut.
    #[serde(default)]
    pub(crate) orientation: Orientation,
}

/// A grey picture of a page or its head. Its pixels travel behind the record, `width × height` bytes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Picture {
    /// Page, from 1.
    pub page: u32,
    /// How much of it.
    #[serde(default)]
    pub band: Band,
    /// How the page lay.
    #[serde(default)]
    pub orientation: Orientation,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Rows of the page above the first one.
    pub top: u32,
    /// Degrees by which the page was turned to make its lines level.
    pub angle: f32,
    /// Pixels per inch.
    pub dpi: f32,
    /// Width of the page in points.
    pub page_width: f32,
    /// Height of the page in points.
    pub page_height: f32,
    /// Share of dark pixels.
    pub ink: f32,
    /// Grey values, row by row from the top; 0 is black.
    #[serde(skip)]
    pub pixels: Vec<u8>,
}

impl Picture {
    /// Bytes that follow the record; none if the sizes are beyond what a worker sends.
    pub(crate) fn length(&self) -> Option<usize> {
        let pixels = u64::from(self.width) * u64::from(self.height);
        (pixels <= MOST_PIXELS).then(|| usize::try_from(pixels).ok())?
    }

    /// A line cut out of the picture, with a margin of paper, for another look at it. It is smoothed, by which torn strokes
    /// join: of the same pixels an engine would say the same.
    pub(crate) fn line(&self, [x0, y0, x1, y1]: [u32; 4]) -> Self {
        let margin = y1.saturating_sub(y0) / 2;
        let (x0, y0) = (x0.saturating_sub(margin), y0.saturating_sub(margin / 2));
        let (x1, y1) = ((x1 + margin).min(self.width), (y1 + margin / 2).min(self.height));
        let row = |y: u32| self.pixels.get((y * self.width + x0) as usize..(y * self.width + x1) as usize);
        let cut: Vec<u8> = (y0..y1).filter_map(row).flatten().copied().collect();
        let pixels = smoothed(&cut, (x1 - x0) as usize);
        Self { band: Band::Line, width: x1 - x0, height: y1 - y0, pixels, ..*self }
    }

    /// The picture as a PNG file; none if it is not whole.
    pub fn png(&self) -> Option<Vec<u8>> {
        use ::image::ImageEncoder;
        use ::image::codecs::png::{CompressionType, FilterType, PngEncoder};
        let mut file = Vec::new();
        let encoder = PngEncoder::new_with_quality(&mut file, CompressionType::Best, FilterType::Adaptive);
        let is_whole = self.length() == Some(self.pixels.len()) && !self.pixels.is_empty();
        let written = is_whole
            .then(|| encoder.write_image(&self.pixels, self.width, self.height, ::image::ExtendedColorType::L8).ok());
        written.flatten().map(|()| file)
    }

    /// Where a point of the picture, in pixels, lies on the page as it is shown, in points.
    pub(crate) fn on_page(&self, x: f32, y: f32) -> (f32, f32) {
        let scale = 72.0 / self.dpi.max(1.0);
        let (cx, cy) = (self.page_width / 2.0, self.page_height / 2.0);
        let (dx, dy) = (x * scale - cx, (y + self.top as f32) * scale - cy);
        let (sin, cos) = self.angle.to_radians().sin_cos();
        (cx + cos * dx + sin * dy, cy - sin * dx + cos * dy)
    }
}

/// Most pixels of a picture: A4 at 300 dpi and a little more.
pub(crate) const MOST_PIXELS: u64 = 12_000_000;

/// What is wanted, by page in the order asked for: a page is decoded or rendered once.
pub(crate) fn by_page(wanted: &[Wanted]) -> Vec<(u32, Vec<Wanted>)> {
    let mut pages: Vec<(u32, Vec<Wanted>)> = Vec::new();
    for one in wanted {
        match pages.iter_mut().find(|(page, _)| *page == one.page) {
            Some((_, of_page)) => of_page.push(*one),
            None => pages.push((one.page, vec![*one])),
        }
    }
    pages
}

/// Each pixel as the mean of itself and its neighbours.
fn smoothed(pixels: &[u8], width: usize) -> Vec<u8> {
    let height = pixels.len() / width.max(1);
    let mean = |x: usize, y: usize| {
        let (columns, rows) = (x.saturating_sub(1)..(x + 2).min(width), y.saturating_sub(1)..(y + 2).min(height));
        let sum: usize =
            rows.clone().flat_map(|y| &pixels[y * width..][columns.clone()]).map(|p| usize::from(*p)).sum();
        (sum / (rows.len() * columns.len())) as u8
    };
    (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(|(x, y)| mean(x, y)).collect()
}
