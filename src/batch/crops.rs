//! Pictures of places on scans, for the report.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::check::{Cut, SubmissionOutcome, cuts};
use crate::document::Band;
use crate::process::{CropRequest, PageArea, Pool};

/// Renders the places on scans that the report shows: PNG files by the name that the report gives them. Places that
/// cannot be rendered are left out.
pub(super) fn crops(pool: &Pool, submissions: &[SubmissionOutcome]) -> BTreeMap<String, Vec<u8>> {
    let cuts: Vec<Cut> = submissions.iter().flat_map(cuts).collect();
    let mut by_file: BTreeMap<PathBuf, Vec<PageArea>> = BTreeMap::new();
    for cut in &cuts {
        let area = PageArea { page: cut.page, orientation: cut.orientation, rect: cut.rect };
        by_file.entry(cut.disk.clone()).or_default().push(area);
    }
    let requests: Vec<CropRequest> = by_file.into_iter().map(|(path, areas)| CropRequest { path, areas }).collect();
    let mut crops = BTreeMap::new();
    for (request, pictures) in requests.iter().zip(pool.crop(&requests)) {
        for picture in pictures {
            let is_of_picture =
                |c: &&Cut| c.disk == request.path && c.page == picture.page && picture.band == Band::Place(c.rect);
            if let (Some(cut), Some(png)) = (cuts.iter().find(is_of_picture), picture.png()) {
                crops.insert(cut.name.clone(), png);
            }
        }
    }
    crops
}
