//! Content and formats of cells, and tables of them.

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Worksheet, XlsxError};
use unicode_width::UnicodeWidthChar;

use crate::message::{Severity, Verdict};
use crate::report::catalog::Catalog;
use crate::report::place::parse_day;
use crate::report::text::{mark, severity_mark};
use crate::text::visible_lines;

/// Most UTF-16 units in a cell; Excel's limit is 32,767.
const MAX_CELL_UNITS: usize = 32_000;

/// Most links in a sheet; Excel's limit is 65,530.
const MAX_LINKS: usize = 65_000;

/// The content of a cell.
pub(super) enum Cell {
    Text(String),
    /// Bold text: a finding code, the code of a criterion.
    Strong(String),
    Number(f64),
    /// A day, `2018-12-20`; any other value is written as text.
    Day(String),
    Verdict(Verdict),
    Severity(Severity),
    /// A link to a file, if there is one. Links have a column of their own, as LibreOffice does not wrap the text of a
    /// link.
    Link(Option<String>),
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into())
    }

    /// The text that may need several lines.
    fn words(&self) -> &str {
        match self {
            Cell::Text(text) | Cell::Strong(text) => text,
            Cell::Number(_) | Cell::Day(_) | Cell::Verdict(_) | Cell::Severity(_) | Cell::Link(_) => "",
        }
    }

    /// Text, or an empty cell.
    pub(super) fn maybe(text: Option<&str>) -> Self {
        Cell::Text(text.unwrap_or_default().to_owned())
    }
}

/// Formats of cells, and the catalogue for fixed texts.
pub(super) struct Styles<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) plain: Format,
    pub(super) text: Format,
    pub(super) strong: Format,
    pub(super) header: Format,
    pub(super) title: Format,
    pub(super) secret: Format,
    pub(super) percent: Format,
    day: Format,
    number: Format,
    link: Format,
}

impl<'a> Styles<'a> {
    pub(super) fn new(catalog: &'a Catalog) -> Self {
        // A font with Vietnamese letters that is installed everywhere.
        let plain = Format::new().set_font_name("Arial").set_font_size(10).set_align(FormatAlign::Top);
        let text = bordered(plain.clone().set_text_wrap());
        Self {
            catalog,
            strong: text.clone().set_bold(),
            header: text.clone().set_bold().set_background_color(0xE6_EBF1).set_align(FormatAlign::VerticalCenter),
            title: plain.clone().set_bold().set_font_size(16),
            secret: plain.clone().set_bold().set_text_wrap().set_font_color(0xA3_161F).set_background_color(0xFD_E8E8),
            percent: text.clone().set_num_format("0%").set_align(FormatAlign::Center),
            day: text.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left),
            number: text.clone().set_align(FormatAlign::Center),
            link: text.clone().set_font_color(0x17_4EA6),
            plain,
            text,
        }
    }

    /// The format of a cell with a verdict: its colours.
    pub(super) fn verdict(&self, verdict: Verdict) -> Format {
        let (ink, paper) = match verdict {
            Verdict::Met => (0x17_693B, 0xE3_F4E9),
            Verdict::Gap => (0xA3_161F, 0xFD_E8E8),
            Verdict::Unclear => (0x7A_4D00, 0xFF_F2D1),
            Verdict::NotApplicable | Verdict::Waived => (0x5B_6675, 0xF3_F5F8),
        };
        coloured(&self.text, ink, paper)
    }

    fn severity(&self, severity: Severity) -> Format {
        match severity {
            Severity::Error => self.verdict(Verdict::Gap),
            Severity::Question => self.verdict(Verdict::Unclear),
            Severity::Warning => coloured(&self.text, 0x1F_5F85, 0xE2_EFF7),
            Severity::Info => self.text.clone().set_font_color(0x5B_6675),
        }
    }

    /// The text of a cell with a verdict: "✗ Chưa đạt".
    pub(super) fn verdict_words(&self, verdict: Verdict) -> String {
        format!("{} {}", mark(verdict), self.catalog.verdict(verdict))
    }
}

fn bordered(format: Format) -> Format {
    format.set_border(FormatBorder::Thin).set_border_color(0xD8_DEE6)
}

fn coloured(format: &Format, ink: u32, paper: u32) -> Format {
    format.clone().set_bold().set_font_color(Color::RGB(ink)).set_background_color(Color::RGB(paper))
}

/// A column: the message id of its heading and its width in characters.
pub(super) type Column = (&'static str, f64);

/// A table that fills a sheet.
pub(super) struct Table {
    /// Message id of the sheet's name.
    pub(super) name: &'static str,
    pub(super) columns: &'static [Column],
    /// Number of leading columns that are printed; the others are only on the screen.
    pub(super) printed: u16,
    pub(super) rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The sheet, with filters and a heading that is frozen and repeated on each printed page.
    pub(super) fn sheet(&self, styles: &Styles<'_>) -> Result<Worksheet, XlsxError> {
        let mut sheet = page(self.name, styles)?;
        for (at, (heading, width)) in (0..).zip(self.columns) {
            sheet.set_column_width(at, *width)?;
            sheet.write_string_with_format(0, at, styles.catalog.word(heading), &styles.header)?;
        }
        let mut links = 0;
        for (row, cells) in (1..).zip(&self.rows) {
            let lines = cells.iter().zip(self.columns).map(|(cell, (_, width))| lines(cell.words(), *width)).max();
            set_height(&mut sheet, row, lines.unwrap_or(1))?;
            for (column, cell) in (0..).zip(cells) {
                links += usize::from(matches!(cell, Cell::Link(Some(_))));
                let is_excess = links > MAX_LINKS && matches!(cell, Cell::Link(_));
                write(&mut sheet, row, column, if is_excess { &Cell::Link(None) } else { cell }, styles)?;
            }
        }
        let last = u32::try_from(self.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
        let width = u16::try_from(self.columns.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
        sheet.autofilter(0, 0, last, width.saturating_sub(1))?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_print_area(0, 0, last, self.printed.saturating_sub(1))?;
        Ok(sheet)
    }
}

/// An empty sheet with its name, set up for printing: A4 landscape, fitted to the width of the page, pages numbered.
pub(super) fn page(name: &str, styles: &Styles<'_>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(sheet_name(name, styles.catalog))?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer("&L&A&R&P/&N");
    Ok(sheet)
}

/// Estimates how many lines a text takes in a column of the given width, in digits of the font. Spreadsheet programs
/// adjust the height of rows only when someone edits them, and never that of merged cells.
pub(super) fn lines(text: &str, width: f64) -> usize {
    text.lines().map(|line| wrapped_lines(line, width)).sum::<usize>().max(1)
}

/// Lines of one paragraph: a word that does not fit goes to the next line, one that is wider than the column is broken.
fn wrapped_lines(paragraph: &str, width: f64) -> usize {
    let mut lines = 1;
    let mut filled = 0.0;
    for word in paragraph.split_inclusive(' ') {
        let word_width = text_width(word.trim_end());
        if filled > 0.0 && filled + word_width > width {
            lines += 1;
            filled = 0.0;
        }
        let breaks = ((word_width / width).ceil() - 1.0).max(0.0);
        lines += breaks as usize;
        filled += text_width(word) - breaks * width;
    }
    lines
}

/// Estimated width of a text, in digits of the font.
fn text_width(text: &str) -> f64 {
    let char_width = |c: char| match c {
        ' ' | '.' | ',' | ';' | ':' | '/' | '-' | '(' | ')' | '\'' | 'i' | 'j' | 'l' | 't' | 'ì' | 'í' | 'ị' => 0.5,
        c if c.is_uppercase() => 1.3,
        c => c.width().unwrap_or_default() as f64 * 0.95,
    };
    text.chars().map(char_width).sum()
}

/// Makes a row high enough for a number of lines, up to about a page.
pub(super) fn set_height(sheet: &mut Worksheet, row: u32, lines: usize) -> Result<(), XlsxError> {
    sheet.set_row_height(row, 2.0 + 13.0 * lines.min(30) as f64)?;
    Ok(())
}

/// The name of a sheet, given by its message id, without characters and length that Excel does not allow.
pub(super) fn sheet_name(id: &str, catalog: &Catalog) -> String {
    catalog.word(id).replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ").chars().take(31).collect()
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, styles: &Styles<'_>) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => return write_text(sheet, row, column, text, &styles.text),
        Cell::Strong(text) => return write_text(sheet, row, column, text, &styles.strong),
        Cell::Number(number) => sheet.write_number_with_format(row, column, *number, &styles.number)?,
        Cell::Day(text) => {
            match parse_day(text).filter(|d| d.year() >= 1900).and_then(|_| ExcelDateTime::parse_from_str(text).ok()) {
                Some(day) => sheet.write_datetime_with_format(row, column, &day, &styles.day)?,
                None => return write_text(sheet, row, column, text, &styles.text),
            }
        }
        Cell::Verdict(verdict) => {
            sheet.write_string_with_format(row, column, styles.verdict_words(*verdict), &styles.verdict(*verdict))?
        }
        Cell::Severity(severity) => {
            let words = styles.catalog.severity(*severity);
            let words = format!("{} {words}", severity_mark(*severity));
            sheet.write_string_with_format(row, column, words, &styles.severity(*severity))?
        }
        Cell::Link(Some(link)) => {
            let url = Url::new(format!("file://{link}")).set_text(styles.catalog.word("report-open"));
            // A link that Excel does not allow is left out.
            match sheet.write_url_with_format(row, column, url, &styles.link) {
                Ok(sheet) => sheet,
                Err(_) => sheet.write_blank(row, column, &styles.text)?,
            }
        }
        Cell::Link(None) => sheet.write_blank(row, column, &styles.text)?,
    };
    Ok(())
}

/// Writes text as text. What looks like a formula gets the quote prefix that Excel sets for a leading apostrophe.
pub(super) fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let text = clean(text);
    if text.starts_with(['=', '+', '-', '@']) {
        sheet.write_string_with_format(row, column, text, &format.clone().set_quote_prefix())?;
    } else {
        sheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

/// Replaces what a cell cannot hold, and truncates the text to what fits into a cell.
fn clean(text: &str) -> String {
    let shown = |c: char| if matches!(c, '\u{FFFE}' | '\u{FFFF}') { '\u{FFFD}' } else { c };
    let mut clean = String::new();
    let mut units = 0;
    for c in visible_lines(text).chars().map(shown) {
        units += c.len_utf16();
        if units > MAX_CELL_UNITS {
            clean.push('…');
            break;
        }
        clean.push(c);
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_what_excel_can_hold() {
        assert_eq!(clean("a\u{1}b\u{202E}\u{FFFE}\nc"), "a\u{FFFD}b\u{FFFD}\u{FFFD}\nc");
        for letter in ["ế", "𝐀"] {
            assert!(clean(&letter.repeat(40_000)).encode_utf16().count() <= 32_767, "{letter}");
        }
    }

    #[test]
    fn rows_are_as_high_as_their_words_need() {
        for (text, width, expected) in [
            ("", 10.0, 1),
            ("một dòng", 20.0, 1),
            ("hai\ndòng", 20.0, 2),
            ("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", 24.0, 2),
            ("ủy ban nhân dân", 24.0, 1),
            ("xxxxxxxxxxxxxxxxxxxx", 8.0, 3),
        ] {
            assert_eq!(lines(text, width), expected, "{text}");
        }
    }
}
