//! A page as a greyscale picture, rendered by a worker and read by a recognition engine. The parent process never
//! decodes image files: it only takes the pixels that the worker sends.

use serde::{Deserialize, Serialize};

use super::page::Orientation;

/// The part of a page that a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// The letterhead, title and subject: the upper part.
    Head,
    /// The signature and the recipients: the lower part, measured upwards from the last text.
    Foot,
    /// The whole page.
    #[default]
    Whole,
    /// Only the red ink of the upper half: stamps with the degree of secrecy or urgency.
    Stamps,
    /// A rectangle of the page as displayed, in points: left, upper, right, lower edge. For display, not for
    /// recognition.
    Place([i32; 4]),
    /// A line cropped from another picture.
    Line,
}

/// The parent's request for a picture of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PictureRequest {
    /// Page number, from 1.
    pub(crate) page: u32,
    /// The part of the page to show.
    pub(crate) band: Band,
    /// How the page was scanned. It is turned, and two pages are separated, before the band is cropped.
    #[serde(default)]
    pub(crate) orientation: Orientation,
}

/// A greyscale picture of a page or a part of it. On the pipe, its `width × height` bytes of pixels follow the record.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Picture {
    /// Page number, from 1.
    pub page: u32,
    /// The part of the page that it shows.
    #[serde(default)]
    pub band: Band,
    /// How the page was scanned; the picture is already rearranged accordingly.
    #[serde(default)]
    pub orientation: Orientation,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Number of pixel rows of the page above the picture.
    pub top: u32,
    /// Degrees by which the page was rotated to make its lines horizontal.
    pub angle: f32,
    /// Pixels per inch.
    pub dpi: f32,
    /// Width of the page in points.
    pub page_width: f32,
    /// Height of the page in points.
    pub page_height: f32,
    /// Share of dark pixels, 0 to 1.
    pub ink: f32,
    /// Grey values, row by row from the top; 0 is black.
    #[serde(skip)]
    pub pixels: Vec<u8>,
}

impl Picture {
    /// Number of bytes of pixels that follow the record, or `None` if that is more than a worker sends.
    pub(crate) fn length(&self) -> Option<usize> {
        let pixels = u64::from(self.width) * u64::from(self.height);
        (pixels <= MOST_PIXELS).then(|| usize::try_from(pixels).ok())?
    }

    /// Crops a line (left, upper, right, lower edge in pixels) with a margin, for a second recognition. It is smoothed,
    /// which joins broken strokes: from the same pixels an engine would only repeat its first result.
    pub(crate) fn line(&self, [x0, y0, x1, y1]: [u32; 4]) -> Self {
        let margin = y1.saturating_sub(y0) / 2;
        let (x0, y0) = (x0.saturating_sub(margin), y0.saturating_sub(margin / 2));
        let (x1, y1) = ((x1 + margin).min(self.width), (y1 + margin / 2).min(self.height));
        let row = |y: u32| self.pixels.get((y * self.width + x0) as usize..(y * self.width + x1) as usize);
        let cropped: Vec<u8> = (y0..y1).filter_map(row).flatten().copied().collect();
        let pixels = smoothed(&cropped, (x1 - x0) as usize);
        Self { band: Band::Line, width: x1 - x0, height: y1 - y0, pixels, ..*self }
    }

    /// The picture as a PNG file, or `None` if it is empty or pixels are missing.
    pub fn png(&self) -> Option<Vec<u8>> {
        use ::image::ImageEncoder;
        use ::image::codecs::png::{CompressionType, FilterType, PngEncoder};
        if self.pixels.is_empty() || self.length() != Some(self.pixels.len()) {
            return None;
        }
        let mut file = Vec::new();
        let encoder = PngEncoder::new_with_quality(&mut file, CompressionType::Best, FilterType::Adaptive);
        encoder.write_image(&self.pixels, self.width, self.height, ::image::ExtendedColorType::L8).ok()?;
        Some(file)
    }

    /// Converts a point of the picture, in pixels, to the page as displayed, in points.
    pub(crate) fn on_page(&self, x: f32, y: f32) -> (f32, f32) {
        let scale = 72.0 / self.dpi.max(1.0);
        let (cx, cy) = (self.page_width / 2.0, self.page_height / 2.0);
        let (dx, dy) = (x * scale - cx, (y + self.top as f32) * scale - cy);
        let (sin, cos) = self.angle.to_radians().sin_cos();
        (cx + cos * dx + sin * dy, cy - sin * dx + cos * dy)
    }
}

/// Largest number of pixels in a picture: an A4 page at 300 dpi (8.7 million) with some reserve.
pub(crate) const MOST_PIXELS: u64 = 12_000_000;

/// Groups requests by page, in the order of first mention, so that each page is decoded or rendered only once.
pub(crate) fn grouped_by_page(requests: &[PictureRequest]) -> Vec<(u32, Vec<PictureRequest>)> {
    let mut pages: Vec<(u32, Vec<PictureRequest>)> = Vec::new();
    for request in requests {
        match pages.iter_mut().find(|(page, _)| *page == request.page) {
            Some((_, of_page)) => of_page.push(*request),
            None => pages.push((request.page, vec![*request])),
        }
    }
    pages
}

/// Box filter: each pixel becomes the mean of itself and its up to eight neighbours.
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
