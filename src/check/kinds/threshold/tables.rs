//! Figures in tables: rows that hold the phrases of a measure, and columns whose head does, at the row of the total.
//! What stands in a column, a row, a section or a table of goals, of what is left, or of another year is no result.

use super::{Found, holds};
use crate::check::Reading;
use crate::check::kinds::Context;
use crate::document::{Cell, CellValue, Page, Table};
use crate::rules::Measure;
use crate::text::Key;
use crate::text::number::count;
use crate::text::pattern::regex;
use crate::text::ratio::{Figure, FigureKind, Printed, figures, of_head, of_label};
use crate::text::sentence::is_ahead;
use crate::text::years::{label_speaks_only_of_others, speaks_only_of_others};

/// Longest line that is the caption of a table or the heading of a section in it, in characters.
const CAPTION: usize = 150;

/// Most rows of heads over one another.
const MOST_HEADS: usize = 4;

/// Finds the results of a measure in all tables of a file.
pub(super) fn search(context: &Context<'_>, reading: &Reading, measure: &Measure, found: &mut Vec<Found>) {
    let year = context.year();
    for (page_index, page) in reading.document().pages.iter().enumerate() {
        for (index, table) in page.tables.iter().enumerate() {
            if is_off(reading, page_index, index, year) {
                continue;
            }
            walk(table, year, |row, heads, is_of_results| {
                let words = row_text(row);
                if is_of_results && holds(measure, &Key::new(&words)) {
                    let results: Vec<&Cell> = row.iter().filter(|c| can_be_result(heads, row, c, year)).collect();
                    let counted = count_and_total(row, &results, heads.first().copied());
                    from_cells(reading, page, &results, counted, &words, found);
                }
                for (head, total) in totals(heads, row).into_iter().filter(|_| is_of_results) {
                    if holds(measure, &Key::new(&head.text)) && can_be_result(heads, row, total, year) {
                        let words = format!("{}: {}", head.text, total.text);
                        from_cells(reading, page, &[total], None, &words, found);
                    }
                }
            });
        }
    }
}

/// True if a byte of the running text stands in a cell of goals, of what is left, or of another year.
pub(super) fn is_in_cell_of_no_result(context: &Context<'_>, reading: &Reading, offset: usize) -> bool {
    let at = reading.flow().line_at(offset).and_then(|(page, line)| {
        let (index, row, col) = reading.document().pages.get(page)?.lines.get(line)?.cell?;
        let table = reading.document().pages.get(page)?.tables.get(index as usize)?;
        Some((page, index as usize, table, row, col))
    });
    let Some((page, index, table, row, col)) = at else { return false };
    let year = context.year();
    if is_off(reading, page, index, year) {
        return true;
    }
    let mut is_no_result = false;
    walk(table, year, |cells, heads, is_of_results| {
        if let Some(own) = cells.iter().find(|c| (c.row, c.col) == (row, col)) {
            is_no_result = !is_of_results || !can_be_result(heads, cells, own, year);
        }
    });
    is_no_result
}

/// True if all of a table is about goals, the time to come or another year: by the heading that it stands under, the line
/// before it, or the name of its sheet.
fn is_off(reading: &Reading, page_index: usize, index: usize, year: i16) -> bool {
    let Some(page) = reading.document().pages.get(page_index) else { return false };
    let says_so = |words: &str| is_ahead(words) || speaks_only_of_others(words, year);
    if let Some(sheet) = &page.sheet {
        // A title with an empty row below it is a table of its own.
        let above = index.checked_sub(1).and_then(|above| page.tables.get(above));
        let title = above.and_then(|above| above.rows().map(|row| section(row).map(|(words, _)| words)).collect());
        let title: Vec<String> = title.unwrap_or_default();
        return is_ahead(sheet) || label_speaks_only_of_others(sheet, year) || says_so(&title.join(" "));
    }
    let Some(first) = page.lines.iter().position(|l| l.cell.is_some_and(|(table, ..)| table as usize == index)) else {
        return false;
    };
    let caption = page.lines[..first].iter().rfind(|l| !l.text.trim().is_empty());
    let caption = caption.filter(|l| l.cell.is_none() && l.text.chars().count() <= CAPTION);
    let is_under_heading = || {
        let start = reading.flow().start_of(page_index, first)?;
        let sentences = reading.sentences();
        let before = sentences.partition_point(|s| s.range.end <= start).checked_sub(1)?;
        sentences.get(before).map(|s| s.is_ahead)
    };
    caption.is_some_and(|l| says_so(&l.text)) || is_under_heading().unwrap_or(false)
}

/// Visits the rows of a table, each with the rows of heads above it, the nearest first, and whether it is about results of
/// the year: not if it stands under a section row about goals, the time to come or another year ("II | PHƯƠNG HƯỚNG NĂM
/// 2019", or a title above the table in a sheet).
fn walk<'a>(table: &'a Table, year: i16, mut visit: impl FnMut(&'a [Cell], &[&'a [Cell]], bool)) {
    let mut heads: Vec<&[Cell]> = Vec::new();
    let mut follows_head = false;
    let mut block = String::new();
    let mut last: Option<(u32, bool)> = None;
    let mut is_off = false;
    for row in table.rows() {
        let Some(at) = row.first().map(|c| c.row) else { continue };
        let section = section(row);
        if let Some((words, is_strong)) = &section {
            // Lines of one title stand below one another.
            if !last.is_some_and(|(_, was_section)| was_section) {
                block.clear();
            }
            block.push_str(words);
            block.push(' ');
            // A row that only lacks its figures ends no section.
            is_off = is_ahead(&block) || speaks_only_of_others(&block, year) || is_off && !is_strong;
        }
        visit(row, &heads, !is_off);
        let is_numbered = row.first().is_some_and(|c| ["tt", "stt", "số tt"].contains(&Key::new(&c.text).as_str()));
        // Heads stand at the top or behind a title or an empty row; a row of words among figures is none.
        let may_begin = is_numbered
            || heads.is_empty()
            || last.is_none_or(|(row_before, was_section)| was_section || row_before + 1 < at);
        // Under heads that span several columns a second row leaves out the columns that the first one has named.
        let goes_on =
            follows_head && heads.len() < MOST_HEADS && heads.last().is_some_and(|top| column_of(row) > column_of(top));
        follows_head = is_head(row) && (may_begin || goes_on);
        if follows_head && !goes_on {
            heads.clear();
        }
        if follows_head {
            heads.insert(0, row);
        }
        last = Some((at, section.is_some()));
    }
}

fn column_of(row: &[Cell]) -> Option<u32> {
    row.first().map(|c| c.col)
}

/// The words of a row that is a title or the heading of a section, and whether it is one beyond doubt: numbered with a
/// roman numeral or a letter, or in capitals.
fn section(row: &[Cell]) -> Option<(String, bool)> {
    let is_ordinal = |c: &Cell| regex!(r"^(?:[IVX]{1,5}|[A-ZĐ])\.?$").is_match(c.text.trim());
    let (heading, is_numbered) = match row {
        [heading] => (heading, regex!(r"^(?:[IVX]{1,5}|[A-ZĐ])[.)]\s").is_match(&heading.text)),
        [ordinal, heading] if is_ordinal(ordinal) => (heading, true),
        _ => return None,
    };
    let is_words = matches!(heading.value, CellValue::Text(_))
        && heading.text.chars().count() <= CAPTION
        && figures(&heading.text).is_empty();
    let is_capital = !heading.text.chars().any(char::is_lowercase);
    is_words.then(|| (heading.text.clone(), is_numbered || is_capital))
}

fn row_text(row: &[Cell]) -> String {
    row.iter().map(|c| c.text.as_str()).collect::<Vec<_>>().join(" | ")
}

/// True unless the heads of its column or the words of its row say that a cell is a goal, what is left, a change, or of
/// another year.
fn can_be_result(heads: &[&[Cell]], row: &[Cell], cell: &Cell, year: i16) -> bool {
    // A head that spans several columns stands in the first of them.
    let above = || heads.iter().filter_map(|head| head.iter().rfind(|h| h.col <= cell.col));
    let column = above().find_map(|head| of_head(&Key::new(&head.text)));
    let labels: Vec<&str> =
        row.iter().take_while(|c| c.col < cell.col).filter(|c| !is_value(c)).map(|c| c.text.as_str()).collect();
    let labels = labels.join(" ");
    let label = of_label(&Key::new(&labels));
    let is_goal = match column {
        Some(kind) => kind != FigureKind::Result,
        None => label == Some(FigureKind::Target),
    };
    let is_of_others =
        above().any(|head| label_speaks_only_of_others(&head.text, year)) || speaks_only_of_others(&labels, year);
    !is_goal && label != Some(FigureKind::Negated) && !is_of_others
}

/// A fraction, a percentage, or what was `counted` in two cells side by side.
fn from_cells(
    reading: &Reading,
    page: &Page,
    cells: &[&Cell],
    counted: Option<(f64, f64, &Cell)>,
    quote: &str,
    found: &mut Vec<Found>,
) {
    let mut fraction: Option<(Figure, &Cell)> = None;
    let mut percentages: Vec<(Figure, &Cell)> = Vec::new();
    let figure = |percent, parts, printed| Figure { percent, parts, printed, range: 0..0, kind: FigureKind::Result };
    for cell in cells.iter().copied() {
        match &cell.value {
            CellValue::Percent(value) => {
                percentages.push((figure(value * 100.0, None, Printed::read(&cell.text)), cell));
            }
            CellValue::Text(text) => {
                let alone = text.chars().filter(|c| c.is_alphabetic()).count() <= 12;
                match figures(text).into_iter().find(|f| alone && f.kind == FigureKind::Result) {
                    Some(first) if first.parts.is_some() => fraction = Some((first, cell)),
                    Some(first) => percentages.push((first, cell)),
                    None => {}
                }
            }
            _ => {}
        }
    }
    if fraction.is_none() {
        fraction = counted.map(|(part, whole, cell)| (figure(100.0 * part / whole, Some((part, whole)), None), cell));
    }
    let mut push = |figure: Figure, cell: &Cell| {
        let place = page.place_of_cell(cell);
        found.push(Found { figure, path: reading.file.path.clone(), place, quote: quote.to_owned() });
    };
    match fraction {
        Some((figure, cell)) => {
            let printed = percentages.last().map_or(figure.printed, |(f, _)| f.printed);
            push(Figure { printed, ..figure }, cell);
        }
        // Several that differ are a question to a person, as in a sentence.
        None => percentages.into_iter().for_each(|(figure, cell)| push(figure, cell)),
    }
}

/// A count of results and the total beside it; what has to be done is a total too.
fn count_and_total<'a>(row: &'a [Cell], results: &[&'a Cell], head: Option<&[Cell]>) -> Option<(f64, f64, &'a Cell)> {
    let head = head?;
    let named = |words: &[&str], fits: &dyn Fn(Option<FigureKind>) -> bool| {
        let is_it = |h: &&Cell| {
            let key = Key::new(&h.text);
            words.iter().any(|w| key.contains(&Key::new(w))) && fits(of_head(&key))
        };
        head.iter().find(is_it).map(|h| h.col)
    };
    let number = |cell: &Cell| match &cell.value {
        CellValue::Number(n) => Some(*n),
        CellValue::Text(text) => count(text),
        _ => None,
    };
    let total = named(&["tổng số", "tổng cộng", "phải thực hiện", "được giao"], &|kind| {
        !matches!(kind, Some(FigureKind::Negated | FigureKind::Change))
    })?;
    let part = named(&["hoàn thành", "đã kiểm tra", "kết quả", "đã xử lý", "thực hiện"], &|kind| {
        kind == Some(FigureKind::Result)
    })?;
    let part = results.iter().copied().find(|c| c.col == part && part != total)?;
    let total = row.iter().find(|c| c.col == total)?;
    let (part_value, total_value) = (number(part)?, number(total)?);
    (total_value > 0.0 && part_value <= total_value).then_some((part_value, total_value, part))
}

/// A row of words without figures, or with years: the heads of the columns below.
fn is_head(row: &[Cell]) -> bool {
    let is_year = |c: &Cell| regex!(r"^(?:19|20)\d\d$").is_match(c.text.trim());
    row.len() >= 2
        && row.iter().all(|c| is_year(c) || matches!(c.value, CellValue::Text(_)) && !is_value(c))
        && row.iter().any(|c| !is_year(c))
}

/// True for a cell that holds a figure and hardly a word: `100%`, `14/35`, `(1)`, `đạt 40%`, but not `Chỉ tiêu 100%`.
fn is_value(cell: &Cell) -> bool {
    let text = &cell.text;
    if !matches!(cell.value, CellValue::Text(_)) {
        return true;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let is_figure = || !figures(text).is_empty() && of_head(&Key::new(text)) != Some(FigureKind::Target);
    has_digit && (letters == 0 || letters <= 12 && is_figure())
}

/// Pairs of a column's head and its cell, if the row is that of the total.
fn totals<'a>(heads: &[&'a [Cell]], row: &'a [Cell]) -> Vec<(&'a Cell, &'a Cell)> {
    let is_total = row.iter().take(2).any(|c| {
        let key = Key::new(&c.text);
        ["tổng cộng", "tổng số", "cộng", "tổng"].iter().any(|w| key.as_str() == *w)
    });
    let Some(head) = heads.first().filter(|_| is_total) else { return Vec::new() };
    row.iter().filter_map(|cell| Some((head.iter().find(|h| h.col == cell.col)?, cell))).collect()
}
