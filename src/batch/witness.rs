//! What the rest of a submission says of a scan whose number or day a hand wrote.

use std::sync::Arc;

use crate::document::Status;
use crate::form::{self, FieldState};
use crate::reading::Reading;
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

/// Numbers in a hand that a typed document of the submission cites, or bears as a twin of the scan, are known. What the
/// agency wrote to explain itself is no such document, nor is another scan: its digits are read no better.
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
            citations.any(|citation| form::confirm(&mut form, citation, || behind(witness, &citation.number)))
        });
        if is_cited || witnesses().any(|witness| form::confirm_by_twin(&mut form, &witness.form)) {
            readings[at].form = Arc::new(form);
        }
    }
}

/// Most characters behind a cited number that name its subject.
const SUBJECT: usize = 300;

/// What follows a number in the text of a document.
fn behind<'r>(witness: &'r Reading, number: &str) -> &'r str {
    let text = witness.flow().as_str();
    let Some(rest) = text.find(number).and_then(|at| text.get(at + number.len()..)) else { return "" };
    rest.char_indices().nth(SUBJECT).map_or(rest, |(end, _)| &rest[..end])
}
