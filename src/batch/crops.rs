//! Pictures of places on scans, for the report.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::check::{Crop, SubmissionOutcome, crops_of};
use crate::document::Band;
use crate::files::ContentHash;
use crate::process::{CropRequest, PageArea, Pool};

/// Renders the places on scans that the report shows: PNG files by the name that the report gives them. Places that
/// cannot be rendered are left out.
pub(super) fn crops(pool: &Pool, submissions: &[SubmissionOutcome]) -> BTreeMap<String, Vec<u8>> {
    let wanted: Vec<Crop> = submissions.iter().flat_map(crops_of).collect();
    let mut by_file: BTreeMap<(PathBuf, ContentHash), Vec<PageArea>> = BTreeMap::new();
    for crop in &wanted {
        let area = PageArea { page: crop.page, orientation: crop.orientation, rect: crop.rect };
        by_file.entry((crop.disk.clone(), crop.content)).or_default().push(area);
    }
    let requests: Vec<CropRequest> =
        by_file.into_iter().map(|((path, content), areas)| CropRequest { path, content, areas }).collect();
    let mut crops = BTreeMap::new();
    for (request, pictures) in requests.iter().zip(pool.crop(&requests)) {
        for picture in pictures {
            let is_of_picture =
                |c: &&Crop| c.disk == request.path && c.page == picture.page && picture.band == Band::Place(c.rect);
            if let (Some(crop), Some(png)) = (wanted.iter().find(is_of_picture), picture.png()) {
                crops.insert(crop.name.clone(), png);
            }
        }
    }
    crops
}
