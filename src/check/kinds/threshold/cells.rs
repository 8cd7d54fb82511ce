//! Figures in the cells of one row.

use super::gathered::{Denial, Found};
use super::measure::Measure;
use super::rows::{head_over, is_value};
use crate::document::grid::number;
use crate::document::{Cell, CellValue, Page};
use crate::reading::Reading;
use crate::statement::ratio::{Figure, FigureKind, Printed, figures, of_head, of_label};
use crate::text::Key;
use crate::text::pattern::regex;

/// A fraction, a percentage, or what was `counted` in two cells side by side.
pub(super) fn from_cells(
    reading: &Reading,
    page: &Page,
    cells: &[&Cell],
    counted: Option<Counted<'_>>,
    quote: &str,
    found: &mut Vec<Found>,
) {
    let mut fraction: Option<(Figure, &Cell)> = None;
    let mut percentages: Vec<(Figure, &Cell)> = Vec::new();
    for cell in cells.iter().copied() {
        match &cell.value {
            CellValue::Percent(value) => {
                let (percent, printed) = (value * 100.0, Printed::read(&cell.text));
                let kind = FigureKind::Result;
                percentages.push((Figure { percent, parts: None, printed, range: 0..0, kind }, cell));
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
        fraction = counted
            .filter(|(_, whole, _)| *whole > 0.0)
            .map(|(part, whole, cell)| (Figure::counted(part, whole), cell));
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

/// The two numbers of a row, what was done and the total, and the cell of what was done.
pub(super) type Counted<'a> = (f64, f64, &'a Cell);

/// The columns of a count of results and of the total that it is counted against.
pub(super) struct Columns {
    total: u32,
    part: u32,
}

impl Columns {
    /// The columns that the heads name: "Tổng số | Đã hoàn thành", "Kế hoạch | Thực hiện", "Số vấn đề phát hiện | Đã xử lý".
    /// What has to be done is a total too; percentages are none of both.
    pub(super) fn of(heads: &[&[Cell]]) -> Option<Self> {
        let columns: Vec<(u32, Key)> = heads.first()?.iter().map(|h| (h.col, words_over(heads, h))).collect();
        let find = |fits: &dyn Fn(&str, Option<FigureKind>) -> bool| {
            let is_share = |text: &str| regex!(r"%|t[ỷỉ] lệ|thời (?:gian|hạn|điểm)|\bquý\b|\d tháng").is_match(text);
            // "Cơ quan thực hiện" says who.
            let is_who = |text: &str| {
                regex!(r"^(?:cơ quan|đơn vị|người|bộ phận|nơi|cấp|địa phương) (?:giao|chủ trì|phối hợp|được giao|được kiểm tra|thực hiện|xử lý|phụ trách)").is_match(text)
            };
            let is_it = |(_, key): &&(u32, Key)| {
                !is_share(key.as_str()) && !is_who(key.as_str()) && fits(key.as_str(), of_head(key))
            };
            columns.iter().find(is_it).map(|(col, _)| *col)
        };
        let is_kept = |kind: Option<FigureKind>| !matches!(kind, Some(FigureKind::Negated | FigureKind::Change));
        let total = find(&|text, kind| {
            regex!(r"tổng số|tổng cộng|phải thực hiện|được giao|\bgiao$|phát hiện|^số (?:cơ quan, đơn vị|đơn vị|nhiệm vụ|vấn đề|tồn tại|nội dung|hoạt động|kiến nghị)$").is_match(text)
                && is_kept(kind)
                && !regex!(r"\bđã (?:hoàn thành|thực hiện|kiểm tra|xử lý|khắc phục)|đến hạn").is_match(text)
        });
        let total = total.or_else(|| {
            find(&|text, kind| {
                kind == Some(FigureKind::Target)
                    && !regex!(r"^(?:tên|nội dung|số (?:kế hoạch|văn bản))\b").is_match(text)
            })
        })?;
        let part = regex!(r"hoàn thành|đã kiểm tra|kết quả|xử lý|khắc phục|thực hiện|thực tế");
        let is_inspected = |text: &str| regex!(r"\b(?:đã|được) (?:được )?kiểm tra").is_match(text);
        let is_part = |text: &str, kind: Option<FigureKind>| {
            kind == Some(FigureKind::Result) && part.is_match(text) || kind.is_none() && is_inspected(text)
        };
        let done = find(&is_part)?;
        // "Hoàn thành đúng hạn | Hoàn thành quá hạn", "Đã xử lý | Kiến nghị xử lý": only together do they say what was done.
        let other = find(&|text, kind| {
            let is_first = columns.iter().any(|(col, key)| *col == done && key.as_str() == text);
            !is_first && (is_part(text, kind) || regex!(r"kiến nghị|hoàn thành[^|]*quá hạn").is_match(text))
        });
        (total != done && other.is_none()).then_some(Self { total, part: done })
    }

    /// What was counted in a row: the part, the total, and the cell of the part.
    pub(super) fn counted<'a>(&self, row: &'a [Cell], results: &[&'a Cell]) -> Option<Counted<'a>> {
        let part = results.iter().copied().find(|c| c.col == self.part)?;
        let total = row.iter().find(|c| c.col == self.total)?;
        let (part_value, total_value) = (number(part)?, number(total)?);
        (part_value <= total_value).then_some((part_value, total_value, part))
    }

    /// True for a cell of one of both columns.
    pub(super) fn is_one(&self, cell: &Cell) -> bool {
        cell.col == self.part || cell.col == self.total
    }

    /// The heads of both columns.
    pub(super) fn words(&self, heads: &[&[Cell]]) -> String {
        let over = |col: u32| heads.first().into_iter().copied().flatten().filter(move |h| h.col == col);
        let words = |head: &Cell| {
            heads
                .iter()
                .rev()
                .filter_map(|h| head_over(h, head.col))
                .map(|h| h.text.clone())
                .collect::<Vec<_>>()
                .join(" ")
        };
        over(self.total).chain(over(self.part)).map(words).collect::<Vec<_>>().join(" | ")
    }
}

/// The words that say what stands in the column of a head: its own, or with those above it where they leave that open
/// ("Kết quả" over "Số lượng").
fn words_over(heads: &[&[Cell]], head: &Cell) -> Key {
    let own = Key::new(&head.text);
    if of_head(&own).is_some() {
        return own;
    }
    let above = heads.get(1).and_then(|above| head_over(above, head.col));
    above.map_or(own, |above| Key::new(&format!("{} {}", above.text, head.text)))
}

/// What a row says was not reached: figures and numbers in a row or a column of what is left, and words behind its label ("Không
/// đạt").
pub(super) fn unreached(
    reading: &Reading,
    page: &Page,
    measure: &Measure,
    heads: &[&[Cell]],
    row: &[Cell],
) -> Vec<Denial> {
    let is_negated = |words: &str| of_label(&Key::new(words)) == Some(FigureKind::Negated);
    let label = row.iter().position(|c| !is_value(c) && c.text.chars().count() > 3);
    let is_row_of_left = label.and_then(|at| row.get(at)).is_some_and(|c| is_negated(&c.text));
    let nothing_left = regex!(r"không (?:còn|có)");
    let mut denials = Vec::new();
    for cell in row.iter().skip(label.map_or(0, |at| at + 1)) {
        let is_column_of_left = heads
            .iter()
            .filter_map(|head| head_over(head, cell.col))
            .any(|h| of_head(&Key::new(&h.text)) == Some(FigureKind::Negated));
        let percent = match &cell.value {
            CellValue::Percent(value) => Some(value * 100.0),
            CellValue::Text(text) => figures(text).first().map(|f| f.percent),
            _ => None,
        };
        let says_so =
            !is_value(cell) && is_negated(&cell.text) && !nothing_left.is_match(Key::new(&cell.text).as_str());
        // Where all must be done, a number that is left is enough.
        let is_left = measure.at_least >= 100.0 && is_column_of_left && number(cell).is_some_and(|n| n > 0.0);
        if says_so || is_left || (is_row_of_left || is_column_of_left) && percent.is_some() {
            let percent = percent.filter(|_| !says_so && !is_left);
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
