//! Where a sentence stands that a cell holds. In the cell of a task ("Hoàn thành 100% nhiệm vụ | Không đạt") it tells what
//! has to be done, in that of a result what was; a table read once tells it for each of its cells.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::super::demand::Context;
use super::caption::is_off;
use super::rows::{can_be_result, head_of, is_result_head, is_task_list, walk};
use crate::reading::Reading;
use crate::text::Key;
use crate::text::pattern::regex;

/// What a sentence can be by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Running text, or the cell of a result.
    Free,
    /// A cell that leaves it open: a result only if the words say that something was done.
    Open,
    /// A cell of goals, of tasks, of what is left, or of another year.
    NoResult,
}

impl Standing {
    pub(super) fn counts(self, words: &str) -> bool {
        match self {
            Self::Free => true,
            Self::Open => regex!(r"\bđã\b|kết quả|\bđạt\b").is_match(Key::new(words).as_str()),
            Self::NoResult => false,
        }
    }
}

/// Page, table, row and column of a cell.
type At = (usize, usize, u32, u32);

pub(super) struct Standings<'a> {
    context: &'a Context<'a>,
    reading: &'a Reading,
    /// Of the cells that are not free; made when a sentence in a cell first asks.
    cells: OnceCell<BTreeMap<At, Standing>>,
}

impl<'a> Standings<'a> {
    pub(super) fn new(context: &'a Context<'a>, reading: &'a Reading) -> Self {
        Self { context, reading, cells: OnceCell::new() }
    }

    /// The standing of a byte of the running text.
    pub(super) fn of(&self, offset: usize) -> Standing {
        let at = self.reading.flow().line_at(offset).and_then(|(page, line)| {
            let (table, row, col) = self.reading.document().pages.get(page)?.lines.get(line)?.cell?;
            Some((page, table as usize, row, col))
        });
        let Some(at) = at else { return Standing::Free };
        self.cells.get_or_init(|| self.read()).get(&at).copied().unwrap_or(Standing::Free)
    }

    fn read(&self) -> BTreeMap<At, Standing> {
        let year = self.context.year;
        let mut cells = BTreeMap::new();
        for (page, content) in self.reading.document().pages.iter().enumerate() {
            for (table, content) in content.tables.iter().enumerate() {
                let is_off = is_off(self.reading, page, table, year);
                walk(content, year, |row, heads, is_of_results| {
                    let has_result_head = heads.iter().any(|head| head.iter().any(is_result_head));
                    for cell in row {
                        let is_task = || {
                            has_result_head && !head_of(heads, cell).is_some_and(is_result_head) || is_task_list(heads)
                        };
                        let standing = match () {
                            () if is_off || !is_of_results => Standing::NoResult,
                            () if heads.is_empty() => Standing::Free,
                            () if is_task() || !can_be_result(heads, row, cell, year) => Standing::NoResult,
                            () if has_result_head => Standing::Free,
                            () => Standing::Open,
                        };
                        if standing != Standing::Free {
                            cells.insert((page, table, cell.row, cell.col), standing);
                        }
                    }
                });
            }
        }
        cells
    }
}
