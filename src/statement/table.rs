//! Tables: the rows under their heads, with what stands over and below them.

use super::amount::{Amount, Printed};
use super::amounts::unit_in;
use super::lexicon::{Class, Group, Lexicon};
use super::token::{Kind, Time, Token};
use super::tokens::tokens;
use crate::document::{Cell, CellValue, Page, Table};
use crate::reading::Reading;
use crate::text::headings::{Heading, over};
use crate::text::sentence::{is_addressed, is_ahead};

/// The rows of a table under the same heads.
#[derive(Debug)]
pub struct Grid {
    /// Index of the page and of the table on it.
    pub at: (usize, usize),
    /// Where it begins in the running text; none in a sheet.
    pub start: Option<usize>,
    /// What names it: the line before it, the name of its sheet, titles in it.
    pub captions: Vec<Vec<Token>>,
    /// The headings over it, outermost first.
    pub headings: Vec<Vec<Token>>,
    /// Notes below it.
    pub notes: Vec<Token>,
    /// It is about goals, or the time to come.
    pub is_ahead: bool,
    /// No other table of the document goes on with it.
    pub is_alone: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its number in the table.
    pub col: u32,
    /// The words of its heads, the topmost first.
    pub head: Vec<Token>,
    /// Its nearest head alone.
    pub own: Vec<Token>,
    /// It holds ordinals.
    pub is_ordinal: bool,
}

/// A row.
#[derive(Debug)]
pub struct Row {
    /// Its words: all cells before the first figure that are no ordinals.
    pub label: Vec<Token>,
    /// The heading of the section that it stands in.
    pub section: Vec<Token>,
    /// It is the total of the others.
    pub is_total: bool,
    /// Its cells beside ordinals and label.
    pub cells: Vec<Content>,
}

/// A cell.
#[derive(Debug)]
pub struct Content {
    /// Its column.
    pub col: u32,
    /// Its words.
    pub tokens: Vec<Token>,
    /// Its figure, if it holds hardly anything else.
    pub amount: Option<Amount>,
    /// The row of the table, for its place.
    pub row: u32,
}

impl Grid {
    /// Numbers under a head, or a caption, with a unit of money are money: "Giải ngân (triệu đồng)". The unit is none of
    /// what the head says.
    fn scale(&mut self, caption: &[Token]) {
        let whole = unit_in(caption);
        for row in &mut self.rows {
            for content in &mut row.cells {
                let column = self.columns.iter().rfind(|c| c.col <= content.col);
                let unit = column.and_then(|c| unit_in(&c.head)).or(whole);
                if let (Some(factor), Some(Amount::Number(Some(value)))) = (unit, &content.amount) {
                    content.amount = Some(Amount::Money(value * factor));
                }
            }
        }
        for column in &mut self.columns {
            column.head = without_unit(&column.head);
            column.own = without_unit(&column.own);
        }
    }
}

/// Words without the unit of money in brackets among them.
fn without_unit(words: &[Token]) -> Vec<Token> {
    let open = words.iter().rposition(|t| t.is_mark('(')).filter(|_| unit_in(words).is_some());
    let Some(open) = open else { return words.to_vec() };
    let behind = words[open..].iter().position(|t| t.is_mark(')')).map_or(words.len(), |close| open + close + 1);
    [&words[..open], &words[behind..]].concat()
}

/// Longest caption, in characters.
const CAPTION: usize = 400;

/// Most notes below a table.
const MOST_NOTES: usize = 3;

/// All tables of a document; `heads` are the headings of its running text.
pub(super) fn grids(reading: &Reading, heads: &[Heading], lexicon: &Lexicon) -> Vec<Grid> {
    let document = reading.document();
    let text = reading.flow().as_str();
    let mut all = Vec::new();
    for (page_index, page) in document.pages.iter().enumerate() {
        for (index, table) in page.tables.iter().enumerate() {
            let first = first_line(page, index);
            let start =
                first.and_then(|line| reading.flow().start_of(page_index, line)).filter(|_| page.sheet.is_none());
            let captions = captions(page, index, first);
            let over: Vec<String> =
                start.map(|at| over(heads, at).map(|h| text[h.range.clone()].to_owned()).collect()).unwrap_or_default();
            // "Kế hoạch gồm 5 nội dung, kết quả từng nội dung như sau:": what stands nearest to the table names it.
            let nearest = |words: &str| words.rsplit([',', ';', '.', ':']).find(|w| !w.trim().is_empty()).map(is_ahead);
            let is_off = captions.iter().any(|words| is_ahead(words) && nearest(words) != Some(false))
                || over.iter().any(|words| is_ahead(words) && nearest(words) != Some(false));
            let below: String = notes(page, index).join(" ");
            for mut grid in blocks(table, lexicon) {
                grid.scale(captions.last().map(|c| tokens(c, lexicon)).unwrap_or_default().as_slice());
                grid.at = (page_index, index);
                grid.start = start;
                grid.captions.splice(0..0, captions.iter().map(|c| tokens(c, lexicon)));
                grid.headings = over.iter().map(|h| tokens(h, lexicon)).collect();
                grid.notes = tokens(&below, lexicon);
                grid.is_ahead |= is_off;
                grid.is_alone = is_alone(reading, table);
                all.push(grid);
            }
        }
    }
    all
}

/// What names a table: the line before it; the name of its sheet and a title in a table of its own above it there.
fn captions(page: &Page, index: usize, first: Option<usize>) -> Vec<String> {
    if let Some(sheet) = &page.sheet {
        let above = index.checked_sub(1).and_then(|above| page.tables.get(above));
        let is_title = |table: &&Table| table.rows().all(|row| row.len() == 1);
        let title =
            above.filter(is_title).map(|t| t.cells.iter().map(|c| c.text.clone()).collect::<Vec<_>>().join(" "));
        return std::iter::once(sheet.clone()).chain(title).collect();
    }
    let Some(first) = first else { return Vec::new() };
    let caption = page.lines[..first].iter().rfind(|l| !l.text.trim().is_empty());
    let caption = caption.filter(|l| l.cell.is_none() && l.text.chars().count() <= CAPTION && !is_addressed(&l.text));
    caption.into_iter().map(|l| l.text.clone()).collect()
}

/// The notes right below a table: "Ghi chú: Số liệu 9 tháng".
fn notes(page: &Page, index: usize) -> Vec<&str> {
    let is_of_table = |l: &crate::document::Line| l.cell.is_some_and(|(table, ..)| table as usize == index);
    let Some(last) = page.lines.iter().rposition(is_of_table) else { return Vec::new() };
    let below = page.lines[last + 1..].iter().map(|l| l.text.trim()).filter(|text| !text.is_empty());
    below.take(MOST_NOTES).take_while(|text| is_note(text)).collect()
}

/// True for a line that is a note on something above.
fn is_note(line: &str) -> bool {
    crate::text::pattern::regex!(
        r"(?i)^\W*(?:ghi chú|chú thích|lưu ý|nguồn|số liệu|bảng|biểu)\b|^\s*\(?\*{1,3}\)?\s?\p{L}"
    )
    .is_match(line)
}

fn first_line(page: &Page, index: usize) -> Option<usize> {
    page.lines.iter().position(|l| l.cell.is_some_and(|(table, ..)| table as usize == index))
}

/// False if another table of the file has the same heads, or none and as many columns: a list over several pages is a
/// whole only together.
fn is_alone(reading: &Reading, table: &Table) -> bool {
    let columns = |table: &Table| table.cells.iter().map(|c| c.col).max();
    let first = |table: &Table| table.rows().find(|row| row.len() > 1).map(row_text);
    let has_heads = |table: &Table| table.rows().find(|row| row.len() > 1).is_some_and(is_head);
    let goes_on = |other: &Table| first(other) == first(table) || !has_heads(other) && columns(other) == columns(table);
    let all = reading.document().pages.iter().flat_map(|page| &page.tables);
    !all.filter(|other| !std::ptr::eq(*other, table)).any(goes_on)
}

/// The words of a row.
fn row_text(row: &[Cell]) -> String {
    row.iter().map(|c| c.text.as_str()).collect::<Vec<_>>().join(" | ")
}

/// Rows under the same heads, each with the title rows above its heads as captions.
fn blocks(table: &Table, lexicon: &Lexicon) -> Vec<Grid> {
    let rows: Vec<&[Cell]> = table.rows().collect();
    let mut found: Vec<Grid> = Vec::new();
    let mut titles: Vec<Vec<Token>> = Vec::new();
    let mut is_off = false;
    let mut section: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(row) = rows.get(at) {
        let may_begin = found.is_empty() || !titles.is_empty() || begins_with_ordinal_head(row) || is_apart(&rows, at);
        if may_begin && row.len() >= 2 && is_head(row) {
            let count = head_rows(table, &rows[at..]);
            found.push(Grid {
                at: (0, 0),
                start: None,
                captions: std::mem::take(&mut titles),
                headings: Vec::new(),
                notes: Vec::new(),
                is_ahead: is_off,
                is_alone: true,
                columns: columns(table, &rows[at..at + count], lexicon),
                rows: Vec::new(),
            });
            section.clear();
            at += count;
            continue;
        }
        if let Some(words) = title(row) {
            is_off = is_ahead(&words);
            match found.last() {
                // A row that only lacks its figures heads a section.
                Some(_) if !is_apart(&rows, at) => section = tokens(&words, lexicon),
                _ => titles.push(tokens(&words, lexicon)),
            }
            at += 1;
            continue;
        }
        if found.is_empty() {
            let columns = row.iter().map(|c| Column { col: c.col, head: vec![], own: vec![], is_ordinal: false });
            let columns = columns.collect();
            found.push(Grid {
                at: (0, 0),
                start: None,
                captions: std::mem::take(&mut titles),
                headings: vec![],
                notes: vec![],
                is_ahead: is_off,
                is_alone: true,
                columns,
                rows: vec![],
            });
        }
        if let Some(grid) = found.last_mut()
            && !is_off
            && !is_numbering(row)
        {
            let row = read_row(row, &grid.columns, &section, lexicon);
            grid.rows.push(row);
        }
        at += 1;
    }
    found
}

fn is_apart(rows: &[&[Cell]], at: usize) -> bool {
    let number = |at: usize| rows.get(at).and_then(|row| row.first()).map(|c| c.row);
    at > 0 && number(at - 1).is_some_and(|before| number(at).is_some_and(|own| own > before + 1))
}

fn begins_with_ordinal_head(row: &[Cell]) -> bool {
    row.first().is_some_and(|c| is_ordinal_head(&c.text))
}

fn is_ordinal_head(text: &str) -> bool {
    matches!(crate::text::Key::new(text).as_str(), "tt" | "stt" | "số tt" | "số thứ tự")
}

/// A row of words without figures, or with years: heads of the columns below.
fn is_head(row: &[Cell]) -> bool {
    let is_year = |c: &Cell| {
        let text = c.text.trim();
        text.len() == 4
            && (text.starts_with("19") || text.starts_with("20"))
            && text.chars().all(|c| c.is_ascii_digit())
    };
    let has_figure = |c: &Cell| {
        let letters = c.text.chars().filter(|c| c.is_alphabetic()).count();
        c.text.chars().any(|c| c.is_ascii_digit()) && letters <= 2
    };
    row.len() >= 2
        && row.iter().all(|c| is_year(c) || matches!(c.value, CellValue::Text(_)) && !has_figure(c))
        && row.iter().any(|c| !is_year(c))
}

/// How many rows of heads stand over one another.
fn head_rows(table: &Table, rows: &[&[Cell]]) -> usize {
    let mut count = 1;
    while let Some(row) = rows.get(count).filter(|_| count < 4) {
        let above = rows[count - 1];
        let repeats = row.iter().any(|c| above.iter().any(|a| a.col == c.col && a.text == c.text));
        let leaves_out = row.first().map(|c| c.col) > rows[0].first().map(|c| c.col);
        let is_merged =
            table.merged.iter().any(|r| above.first().is_some_and(|a| r.row == a.row) && r.last_row > r.row);
        if !is_head(row) || !(repeats || leaves_out || is_merged) {
            break;
        }
        count += 1;
    }
    count
}

/// The head over a column; one that spans several stands in the first of them.
fn columns(table: &Table, heads: &[&[Cell]], lexicon: &Lexicon) -> Vec<Column> {
    let mut cols: Vec<u32> = table.cells.iter().map(|c| c.col).collect();
    cols.sort_unstable();
    cols.dedup();
    let own_cols: Vec<u32> = heads.last().map(|h| h.iter().map(|c| c.col).collect()).unwrap_or_default();
    let over = |col: u32| {
        let mut words: Vec<&str> = Vec::new();
        for (level, head) in heads.iter().enumerate() {
            let is_last = level + 1 == heads.len();
            let exact = head.iter().find(|h| h.col == col);
            let spans = head
                .iter()
                .rfind(|h| h.col <= col)
                .filter(|_| !is_last || !own_cols.contains(&col) && heads.len() == 1);
            if let Some(cell) = exact.or(spans).filter(|c| words.last() != Some(&c.text.as_str())) {
                words.push(&cell.text);
            }
        }
        words
    };
    cols.into_iter()
        .map(|col| {
            let words = over(col);
            let own = words.last().copied().unwrap_or_default();
            Column {
                col,
                is_ordinal: is_ordinal_head(own),
                own: tokens(own, lexicon),
                head: tokens(&words.join(": "), lexicon),
            }
        })
        .collect()
}

/// The words of a row that is a title or the heading of a section.
fn title(row: &[Cell]) -> Option<String> {
    let is_ordinal = |c: &Cell| crate::text::pattern::regex!(r"^(?:[IVX]{1,5}|[A-ZĐ])\.?$").is_match(c.text.trim());
    let heading = match row {
        [heading] => heading,
        [ordinal, heading] if is_ordinal(ordinal) => heading,
        _ => return None,
    };
    let has_figure = heading.text.contains(['%', '/']) && heading.text.chars().any(|c| c.is_ascii_digit());
    (matches!(heading.value, CellValue::Text(_)) && !has_figure).then(|| heading.text.clone())
}

/// The numbers of the columns: "1 | 2 | 3", "(1) | (2) | (3)".
fn is_numbering(row: &[Cell]) -> bool {
    let number = |c: &Cell| c.text.trim_matches(['(', ')', ' ']).parse::<usize>().ok();
    row.len() > 2 && row.windows(2).all(|pair| number(&pair[0]).is_some_and(|n| number(&pair[1]) == Some(n + 1)))
}

fn read_row(row: &[Cell], columns: &[Column], section: &[Token], lexicon: &Lexicon) -> Row {
    let column = |col: u32| columns.iter().rfind(|c| c.col <= col);
    let mut label: Vec<Token> = Vec::new();
    let mut cells: Vec<Content> = Vec::new();
    let mut is_numbered = false;
    let is_words = |cell: &Cell| matches!(cell.value, CellValue::Text(_)) && cell.text.chars().any(char::is_alphabetic);
    let before_words = row.get(1).is_some_and(is_words);
    for cell in row {
        let own = tokens(&cell.text, lexicon);
        let head = column(cell.col);
        let is_first = cells.is_empty() && label.is_empty();
        let is_ordinal = is_first
            && !names_year(&own)
            && (head.is_some_and(|c| c.is_ordinal) && is_ordinal_text(&cell.text)
                || cell.col == 0 && before_words && cell.text.trim().len() <= 3 && is_ordinal_text(&cell.text));
        if is_ordinal {
            is_numbered = true;
            continue;
        }
        // "2017", "1. Lương" at the beginning of a row.
        let is_label = is_first && (names_year(&own) || super::clause::ordinal(&own) > 0);
        let amount = amount_of(cell, &own, head).filter(|_| !is_label);
        if amount.is_none() && cells.is_empty() && label.is_empty() {
            label = own[super::clause::ordinal(&own)..].to_vec();
            continue;
        }
        cells.push(Content { col: cell.col, tokens: own, amount, row: cell.row });
    }
    let is_total = !is_numbered && is_total(&label, lexicon);
    Row { label, section: section.to_vec(), is_total, cells }
}

/// "2017" at the beginning of a row.
fn names_year(own: &[Token]) -> bool {
    matches!(own, [Token { kind: Kind::Time(Time::Year(_)), .. }])
}

fn is_ordinal_text(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', ')']);
    !text.is_empty()
        && text.len() <= 6
        && text.chars().all(|c| c.is_ascii_digit() || c == '.' || "IVXABCDabcd".contains(c))
}

/// "Tổng cộng", "Cả năm": words for a total and nothing that names a part.
fn is_total(label: &[Token], lexicon: &Lexicon) -> bool {
    let is_harmless = |t: &Token| {
        !matches!(t.kind, Kind::Unknown)
            && (matches!(t.kind, Kind::Mark(_) | Kind::Time(_))
                || t.senses.is_any(&[
                    Class::Total,
                    Class::Filler,
                    Class::All,
                    Class::Joint,
                    Class::WholeYear,
                    Class::Share,
                ])
                || t.is_of(lexicon, Group::Noun))
    };
    // "Cộng (A + B + C)"
    let end = label.iter().position(|t| t.is_mark('(')).unwrap_or(label.len());
    let label = &label[..end];
    let says =
        |t: &Token| t.senses.is_any(&[Class::Total, Class::WholeYear, Class::All]) && !t.is_of(lexicon, Group::Noun);
    !label.is_empty() && label.iter().all(is_harmless) && label.first().is_some_and(says)
}

/// The figure of a cell that holds hardly anything else; a percentage where its head says so.
fn amount_of(cell: &Cell, own: &[Token], head: Option<&Column>) -> Option<Amount> {
    let is_share = head.is_some_and(|c| c.own.iter().any(|t| t.is_mark('%') || t.is(Class::Percentage)));
    let amount = match &cell.value {
        CellValue::Number(value) => Amount::Number(Some(*value)),
        CellValue::Percent(value) => {
            let printed = Printed::read(&cell.text).filter(|p| (p.percent - value * 100.0).abs() < p.step);
            Amount::Percent(printed.unwrap_or(Printed { percent: value * 100.0, step: 1e-9 }))
        }
        CellValue::Text(_) => {
            let mut amounts = own.iter().filter_map(Token::amount);
            // "Hoàn thành 43/43 (100%)"
            let first = amounts.next()?;
            let is_repeat = |next: &Amount| matches!((first, next), (Amount::Fraction(..), Amount::Percent(_)));
            let only = Some(first).filter(|_| amounts.all(is_repeat))?;
            let words = own.iter().filter(|t| matches!(t.kind, Kind::Word | Kind::Unknown)).count();
            if words > 3 {
                return None;
            }
            only.clone()
        }
        _ => return None,
    };
    match amount {
        Amount::Number(Some(value)) if is_share && value <= 100.0 => {
            Some(Amount::Percent(Printed::read(&cell.text).unwrap_or(Printed { percent: value, step: 1e-9 })))
        }
        amount => Some(amount),
    }
}
