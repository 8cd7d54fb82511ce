//! A document from its beginning to its end: its paragraphs, its tables where they stand, and its sheets.

use super::super::demand::Context;
use super::fit::Fit;
use super::gathered::Gathered;
use super::measure::Measure;
use super::rows;
use super::search::Search;
use crate::reading::Reading;
use crate::rules::Phrase;

/// Finds what a document says of a measure.
pub(super) fn search(context: &Context<'_>, reading: &Reading, measure: &Measure, gathered: &mut Gathered) {
    // Nothing is told where what it must be told with stands nowhere. The text of sheets is in their cells.
    let is_told = |phrase: &Phrase| phrase.is_in(reading.key()) || phrase.is_in(reading.title());
    if !reading.summary().media.is_sheet() && !measure.about.iter().all(is_told) {
        return;
    }
    let telling = context.tellings.of(reading);
    let fit = Fit::new(context, reading, measure, &telling.title);
    let mut search = Search::new(reading, &fit, gathered);
    let mut grids = telling.grids.iter().filter(|g| g.start.is_some()).peekable();
    for (number, paragraph) in telling.paragraphs.iter().enumerate() {
        while let Some(grid) = grids.next_if(|g| g.start.is_some_and(|start| start < paragraph.range.start)) {
            rows::read(&mut search, grid);
        }
        search.paragraph(number, paragraph);
    }
    for grid in grids {
        rows::read(&mut search, grid);
    }
    for grid in telling.grids.iter().filter(|g| g.start.is_none()) {
        search.close();
        rows::read(&mut search, grid);
    }
    search.close();
    search.unread(&telling.unread);
}
