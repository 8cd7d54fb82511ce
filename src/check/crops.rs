//! Which places of scans a person will want to see: where a finding points, and where a field could not be read.

use std::path::{Path, PathBuf};

use super::outcome::Outcome;
use super::run::SubmissionOutcome;
use crate::document::{Orientation, Place, Rect};
use crate::files::ContentHash;
use crate::form::{FieldSource, FieldState};
use crate::message::Verdict;
use crate::reading::Reading;

/// Paper around the place, in points.
const MARGIN: f32 = 12.0;

/// A place to be cut out of a scan.
#[derive(Debug, Clone, PartialEq)]
pub struct Crop {
    /// Name of its picture file in the report's folder.
    pub name: String,
    /// The file on disk.
    pub disk: PathBuf,
    /// The content that was read of it.
    pub content: ContentHash,
    /// Page, from 1.
    pub page: u32,
    /// How the page lay.
    pub orientation: Orientation,
    /// The place with its margin, in points: left, upper, right, lower edge.
    pub rect: [i32; 4],
}

/// The name of the picture of a place: by the content and the place, so that it is the same in every run.
pub fn crop_name(content: &ContentHash, place: &Place) -> Option<String> {
    let (page, rect) = (place.page?, with_margin(place.rect?));
    let [x0, y0, x1, y1] = rect;
    Some(format!("crops/{content:.12}-{page}-{x0}-{y0}-{x1}-{y1}.png"))
}

fn with_margin(rect: Rect) -> [i32; 4] {
    let grown = [rect.x0 - MARGIN, rect.y0 - MARGIN / 2.0, rect.x1 + MARGIN, rect.y1 + MARGIN / 2.0];
    grown.map(|v| v.round().max(0.0) as i32)
}

/// The places of a submission's scans that its report shows, each once. Of a secret document nothing is shown.
pub fn crops_of(submission: &SubmissionOutcome) -> Vec<Crop> {
    let mut crops: Vec<Crop> = Vec::new();
    let mut add = |path: &str, place: &Place| {
        let reading = submission.readings.iter().find(|r| r.file.path == path && r.is_recognised());
        let Some(reading) = reading else { return };
        if let Some(crop) = crop(reading, place).filter(|crop| crops.iter().all(|c| c.name != crop.name)) {
            crops.push(crop);
        }
    };
    for finding in submission.findings() {
        if let Some(path) = &finding.path {
            add(path, &finding.place);
        }
    }
    let items = submission.criteria.iter().flat_map(|c| &c.evidence);
    for outcome in items.flat_map(|item| &item.checks).filter(|o| is_in_doubt(o)) {
        add(&outcome.path, &outcome.place);
    }
    for reading in submission.readings.iter().filter(|r| submission.is_used(&r.file.path)) {
        let form = &reading.form;
        for field in [&form.number, &form.issued.field, &form.r#type, &form.signer] {
            if field.state == FieldState::Unclear {
                add(&reading.file.path, &field.place);
            }
        }
    }
    crops
}

fn crop(reading: &Reading, place: &Place) -> Option<Crop> {
    let (page, rect) = (place.page?, place.rect?);
    let is_picture = reading.summary().recognised.contains(&page);
    let content = reading.file.hash?;
    let name = crop_name(&content, place)?;
    let disk: &Path = &reading.file.disk;
    let orientation = reading.summary().orientation(page);
    is_picture.then(|| Crop { name, disk: disk.to_owned(), content, page, orientation, rect: with_margin(rect) })
}

/// True for an undecided check, and for one that accepted a field because ink is there although it was not read.
fn is_in_doubt(outcome: &Outcome) -> bool {
    let is_recognised = matches!(outcome.source, Some(FieldSource::Ocr | FieldSource::FileName));
    outcome.verdict == Verdict::Unclear || is_recognised && outcome.found.id == "found-unreadable"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_one_name_in_every_run() {
        let place = Place::page(2, Some(Rect { x0: 100.4, y0: 50.0, x1: 200.0, y1: 62.0 }));
        let content = ContentHash::of(&[b"abc"]);
        let name = crop_name(&content, &place);
        assert_eq!(name.as_deref(), Some("crops/ba7816bf8f01-2-88-44-212-68.png"));
        assert_eq!(crop_name(&content, &Place::page(2, None)), None);
    }
}
