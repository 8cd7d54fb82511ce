//! Figures in the cells of one row.

use super::rows::is_value;
use super::{Denial, Found};
use crate::check::Reading;
use crate::document::{Cell, CellValue, Page};
use crate::text::Key;
use crate::text::number::count;
use crate::text::pattern::regex;
use crate::text::ratio::{Figure, FigureKind, Printed, figures, of_head, of_label};

/// A fraction, a percentage, or what was `counted` in two cells side by side.
pub(super) fn from_cells(
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
pub(super) fn count_and_total<'a>(
    row: &'a [Cell],
    results: &[&'a Cell],
    head: Option<&[Cell]>,
) -> Option<(f64, f64, &'a Cell)> {
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

/// What a row says was not reached: figures in a row or a column of what is left, and words behind its label ("Không
/// đạt").
pub(super) fn unreached(reading: &Reading, page: &Page, heads: &[&[Cell]], row: &[Cell]) -> Vec<Denial> {
    let is_negated = |words: &str| of_label(&Key::new(words)) == Some(FigureKind::Negated);
    let label = row.iter().position(|c| !is_value(c) && c.text.chars().count() > 3);
    let is_row_of_left = label.and_then(|at| row.get(at)).is_some_and(|c| is_negated(&c.text));
    let nothing_left = regex!(r"không (?:còn|có)");
    let mut denials = Vec::new();
    for cell in row.iter().skip(label.map_or(0, |at| at + 1)) {
        let is_column_of_left = heads
            .iter()
            .filter_map(|head| head.iter().rfind(|h| h.col <= cell.col))
            .any(|h| of_head(&Key::new(&h.text)) == Some(FigureKind::Negated));
        let percent = match &cell.value {
            CellValue::Percent(value) => Some(value * 100.0),
            CellValue::Text(text) => figures(text).first().map(|f| f.percent),
            _ => None,
        };
        let says_so =
            !is_value(cell) && is_negated(&cell.text) && !nothing_left.is_match(Key::new(&cell.text).as_str());
        if says_so || (is_row_of_left || is_column_of_left) && percent.is_some() {
            let percent = percent.filter(|_| !says_so);
            let place = page.place_of_cell(cell);
            denials.push(Denial { percent, path: reading.file.path.clone(), place, quote: row_text(row) });
        }
    }
    denials
}

/// The words of a row.
pub(super) fn row_text(row: &[Cell]) -> String {
    row.iter().map(|c| c.text.as_str()).collect::<Vec<_>>().join(" | ")
}
