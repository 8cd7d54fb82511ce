//! What the rest of a submission says of a scan whose number or day a hand wrote.

use std::sync::Arc;

use crate::check::Reading;
use crate::document::Status;
use crate::form::{self, FieldState};
use crate::submission::Manifest;

/// What a manifest says of a scan is offered where a hand wrote the number or the day. Of a file that holds several
/// documents it does not say which it means.
pub(super) fn offer_claims(readings: &mut [Reading], manifest: &Manifest) {
    for reading in readings.iter_mut().filter(|r| !r.is_part() && r.status != Status::Secret) {
        for row in manifest.rows.iter().filter(|row| row.file == reading.file.path && !row.note.is_empty()) {
            form::offer_claim(Arc::make_mut(&mut reading.form), &row.note);
        }
    }
}

/// Numbers in a hand that a typed document of the submission cites are known. What the agency wrote to explain itself
/// is no such document, nor is another scan: its digits are read no better.
pub(super) fn confirm_by_citations(readings: &mut [Reading]) {
    for at in 0..readings.len() {
        if readings[at].form.number.state != FieldState::Unclear || readings[at].status == Status::Secret {
            continue;
        }
        let mut form = (*readings[at].form).clone();
        let is_witness =
            |r: &&Reading| r.file.sha256 != readings[at].file.sha256 && !r.is_recognised() && !r.file.is_explanation;
        let mut citations = readings.iter().filter(is_witness).flat_map(|r| &r.form.citations);
        if citations.any(|citation| form::confirm(&mut form, citation)) {
            readings[at].form = Arc::new(form);
        }
    }
}
