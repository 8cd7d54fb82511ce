//! Letterheads further down a page: several documents on one page.

use super::known::Letterhead;
use super::letterhead::letterhead;
use crate::document::{Line, Page, Table};
use crate::form::layout::phrases::national_name;

/// Document numbers in the letterheads below the first one of a page. They belong to other documents, whose fields
/// cannot be separated from those of the first.
pub(in crate::form) fn other_numbers(page: &Page) -> Vec<String> {
    let national_names: Vec<usize> = (0..page.lines.len())
        .filter(|at| national_name(&page.lines[*at].text).is_some())
        .take(MOST_LETTERHEADS)
        .collect();
    let [first, below @ ..] = national_names.as_slice() else { return Vec::new() };
    let top = |at: usize| page.lines[at].rect.map(|rect| rect.y0 - rect.height());
    let part = |from: usize, to: Option<usize>| {
        let (from, to) = (top(from)?, to.and_then(top).unwrap_or(f32::MAX));
        let is_in = |line: &&Line| line.rect.is_some_and(|rect| rect.y0 >= from && rect.y0 < to);
        Some(page_of(page, page.lines.iter().filter(is_in).cloned().collect(), Vec::new(), page.number))
    };
    let own = part(*first, below.first().copied()).and_then(|page| letterhead(&page, &[]));
    let mut numbers = Vec::new();
    for (at, from) in below.iter().enumerate() {
        let above = &page.lines[from.saturating_sub(ABOVE)..*from];
        let head = part(*from, below.get(at + 1).copied()).and_then(|page| letterhead(&page, above));
        let own = own.as_ref().and_then(Letterhead::number_and_date);
        let other = head.as_ref().and_then(Letterhead::number_and_date).filter(|other| own.as_ref() != Some(other));
        numbers.extend(other.map(|(number, _)| number.to_owned()));
    }
    numbers
}

/// Most letterheads that are examined on a page.
const MOST_LETTERHEADS: usize = 8;

/// Lines above a letterhead that belong to it: they may mark it as a template, or hold a mark such as "DỰ THẢO".
pub(super) const ABOVE: usize = 3;

/// A page with the properties of `page` and the given content.
pub(super) fn page_of(page: &Page, lines: Vec<Line>, tables: Vec<Table>, number: u32) -> Page {
    Page { width: page.width, height: page.height, kind: page.kind, lines, tables, ..Page::new(number) }
}
