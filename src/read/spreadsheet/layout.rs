//! Reads from an xlsx file what the parser does not report of a sheet: hidden rows and columns, and merged cells.

use std::collections::HashMap;
use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::document::{Cell, Region, cell_named};
use crate::read::xml::attribute;

/// The layout of one sheet.
#[derive(Default)]
pub(super) struct Layout {
    hidden_rows: Vec<u32>,
    /// First and last column of each group of hidden columns.
    hidden_columns: Vec<(u32, u32)>,
    merged: Vec<Region>,
}

impl Layout {
    /// The layout of a sheet in a format whose hidden rows and columns are not known.
    pub(super) fn of_merged(merged: Vec<Region>) -> Self {
        Self { merged, ..Self::default() }
    }

    /// The merged cells of the sheet.
    pub(super) fn merged(&self) -> &[Region] {
        &self.merged
    }

    /// The number of hidden rows and of hidden columns that contain one of these cells, which are sorted by row.
    pub(super) fn hidden(&self, cells: &[Cell]) -> (usize, usize) {
        let rows = self.hidden_rows.iter().filter(|row| {
            let at = cells.partition_point(|cell| cell.row < **row);
            cells.get(at).is_some_and(|cell| cell.row == **row)
        });
        let mut columns: Vec<u32> = cells.iter().map(|cell| cell.col).collect();
        columns.sort_unstable();
        columns.dedup();
        let is_hidden = |col: &&u32| self.hidden_columns.iter().any(|(first, last)| (first..=last).contains(col));
        (rows.count(), columns.iter().filter(is_hidden).count())
    }
}

/// The layouts of the sheets of a workbook, by name. What cannot be read is missing.
pub(super) fn of_xlsx(data: &[u8]) -> HashMap<String, Layout> {
    let mut layouts = HashMap::new();
    let Ok(mut archive) = ZipArchive::new(Cursor::new(data)) else { return layouts };
    let (mut sheets, mut targets) = (Vec::new(), HashMap::new());
    each_tag(&mut archive, "xl/workbook.xml", &mut |tag| {
        if tag.local_name().as_ref() == "sheet" {
            sheets.extend(attribute(tag, "name").zip(attribute(tag, "id")));
        }
    });
    each_tag(&mut archive, "xl/_rels/workbook.xml.rels", &mut |tag| {
        targets.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
    });
    for (name, id) in sheets {
        let Some(target) = targets.get(&id) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), ToOwned::to_owned);
        let mut layout = Layout::default();
        let mut row = 0;
        each_tag(&mut archive, &path, &mut |tag| layout.add(tag, &mut row));
        layout.hidden_rows.sort_unstable();
        layouts.insert(name, layout);
    }
    layouts
}

impl Layout {
    /// Takes over what a tag of the sheet states. `next` is the number of the next row, from 0.
    fn add(&mut self, tag: &BytesStart<'_>, next: &mut u32) {
        let number =
            |name: &str| attribute(tag, name).and_then(|v| v.parse::<u32>().ok()).and_then(|n| n.checked_sub(1));
        let hidden = || attribute(tag, "hidden").is_some_and(|v| v == "1" || v == "true");
        match tag.local_name().as_ref() {
            "row" => {
                let row = number("r").unwrap_or(*next);
                *next = row.saturating_add(1);
                if hidden() {
                    self.hidden_rows.push(row);
                }
            }
            "col" if hidden() => self.hidden_columns.extend(number("min").zip(number("max"))),
            "mergeCell" => self.merged.extend(attribute(tag, "ref").and_then(|range| region(&range))),
            _ => {}
        }
    }
}

/// Parses a range such as `B2:D5`.
fn region(range: &str) -> Option<Region> {
    let (first, last) = range.split_once(':')?;
    let ((row, col), (last_row, last_col)) = (cell_named(first)?, cell_named(last)?);
    (row <= last_row && col <= last_col).then_some(Region { row, col, last_row, last_col })
}

/// Calls `visit` with each start tag of a part, up to an error in the part.
fn each_tag(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str, visit: &mut dyn FnMut(&BytesStart<'_>)) {
    let Ok(part) = archive.by_name(path) else { return };
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => visit(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_regions() {
        let region_of = |row, col, last_row, last_col| Some(Region { row, col, last_row, last_col });
        for (range, expected) in [
            ("A1:B2", region_of(0, 0, 1, 1)),
            ("AA10:AB10", region_of(9, 26, 9, 27)),
            ("B2:A1", None),
            ("A0:B1", None),
            ("A1", None),
            ("ZZZZZZZZ1:B2", None),
            ("!1:B2", None),
        ] {
            assert_eq!(region(range), expected, "{range}");
        }
    }
}
