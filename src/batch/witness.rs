//! Handwritten numbers and dates of scans, completed from the rest of the submission.

use std::sync::Arc;

use crate::document::Status;
use crate::form::{self, FieldState};
use crate::reading::Reading;
use crate::submission::Manifest;

/// Offers what a manifest says about a file to its form, for a number or date that could not be read. Files that hold
/// several documents are left out, as the manifest does not say which of them it means.
pub(super) fn offer_claims(readings: &mut [Reading], manifest: &Manifest) {
    for reading in readings.iter_mut().filter(|r| !r.is_part() && r.status != Status::Secret) {
        for row in manifest.rows.iter().filter(|row| row.file == reading.file.path && !row.note.is_empty()) {
            form::offer_claim(Arc::make_mut(&mut reading.form), &row.note);
        }
    }
}

/// Confirms handwritten numbers that a typed document of the submission cites, or that a typed copy of the scan bears.
/// An agency's explanation cannot confirm a number, nor can another scan, whose digits are read no better.
pub(super) fn confirm_by_others(readings: &mut [Reading]) {
    for at in 0..readings.len() {
        if readings[at].form.number.state != FieldState::Unclear || readings[at].status == Status::Secret {
            continue;
        }
        let mut form = (*readings[at].form).clone();
        let is_witness =
            |r: &&Reading| r.file.hash != readings[at].file.hash && !r.is_recognised() && !r.file.is_explanation;
        let witnesses = || readings.iter().filter(is_witness);
        let is_cited = witnesses().any(|witness| {
            let mut citations = witness.form.citations.iter();
            citations.any(|citation| form::confirm(&mut form, citation, || text_after(witness, &citation.number)))
        });
        if is_cited || witnesses().any(|witness| form::confirm_by_twin(&mut form, &witness.form)) {
            readings[at].form = Arc::new(form);
        }
    }
}

/// Longest text after a cited number that is taken as the subject of the cited document, characters.
const MAX_SUBJECT: usize = 300;

/// What follows the first occurrence of a number in the text of a document; empty if it does not occur.
fn text_after<'r>(witness: &'r Reading, number: &str) -> &'r str {
    let text = witness.flow().as_str();
    let Some(rest) = text.find(number).and_then(|at| text.get(at + number.len()..)) else { return "" };
    rest.char_indices().nth(MAX_SUBJECT).map_or(rest, |(end, _)| &rest[..end])
}
