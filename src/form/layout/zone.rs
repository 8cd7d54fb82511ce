//! The parts of the first page: letterhead, title, body. Each field is looked for in its own part only.

use std::collections::BTreeSet;

use super::phrases::{device, motto, starts_with};
use super::rows::{Row, Side, rows};
use crate::document::Page;
use crate::form::marks::noise;
use crate::text::doctype::{self, Title};
use crate::text::pattern::regex;
use crate::text::symbol;

/// A title with the rows that it takes.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    pub(crate) title: Title,
    /// First row.
    pub(crate) row: usize,
    /// Row behind the last.
    pub(crate) end: usize,
}

/// The first page, cut.
#[derive(Debug)]
pub(crate) struct Zone<'a> {
    /// All rows of the page that are text of the document.
    pub(crate) rows: Vec<Row<'a>>,
    /// Row behind the letterhead: the title, or else the first row of the body.
    pub(crate) head_end: usize,
    /// The title.
    pub(crate) heading: Option<Heading>,
    /// First row of the body.
    pub(crate) body: usize,
    /// The page carries the national heading or the Party's.
    pub(crate) has_motto: bool,
}

/// Rows that are looked at before the body must have begun.
const LONGEST_HEAD: usize = 45;

impl<'a> Zone<'a> {
    pub(crate) fn of(page: &'a Page) -> Self {
        let mut rows = rows(page, &noise::noise(page, true));
        // What nobody sees tells nothing where the page shows a number.
        if rows.iter().take(LONGEST_HEAD).any(|row| !row.is_hidden() && is_number_row(row.text())) {
            rows.retain(|row| !row.is_hidden());
        }
        let body = rows.iter().take(LONGEST_HEAD).position(begins_body).unwrap_or(rows.len().min(LONGEST_HEAD));
        let motto_row = rows[..body].iter().position(|r| motto(r.text()).is_some());
        let number_row = rows[..body].iter().position(|r| is_number_row(r.text()));
        let letterhead = motto_row.max(number_row);
        let body = letterhead.and_then(|at| table_below(&rows[..body], at)).unwrap_or(body);
        let heading = heading(&rows, body, letterhead);
        let head_end = heading.as_ref().map_or(body, |h| h.row);
        Zone { rows, head_end, heading, body, has_motto: motto_row.is_some() }
    }

    /// The rows of the letterhead.
    pub(crate) fn head(&self) -> &[Row<'a>] {
        &self.rows[..self.head_end]
    }

    /// The rows between the title and the body.
    pub(crate) fn under_title(&self) -> &[Row<'a>] {
        let start = self.heading.as_ref().map_or(self.head_end, |h| h.end);
        self.rows.get(start..self.body.max(start)).unwrap_or_default()
    }
}

/// "Số: …" at the start of a row, with or without a number behind it.
pub(crate) fn is_number_row(text: &str) -> bool {
    let stripped = symbol::strip_label(text);
    stripped.len() < text.len()
        && (stripped.trim().is_empty() || !stripped.trim_start().starts_with(char::is_alphabetic))
}

/// "V/v …" under the number of an official letter.
pub(crate) fn is_subject(text: &str) -> bool {
    regex!(r"(?i)^\W*(?:v\s*/\s*v|về\s+việc)\b").is_match(text)
}

/// "(Ban hành kèm theo …)": the document takes number and date from another.
pub(crate) fn is_referral(text: &str) -> bool {
    regex!(r"(?i)^\W*(?:được\s+)?(?:ban\s+hành\s+)?(?:kèm\s+theo|đính\s+kèm)\b").is_match(text)
}

/// The row begins the text of the document.
fn begins_body(row: &Row<'_>) -> bool {
    let text = row.text();
    if is_subject(text) || is_referral(text) || motto(text).is_some() || is_number_row(text) {
        return false;
    }
    let opening = [
        "kính gửi",
        "kính gởi",
        "căn cứ",
        "điều 1",
        "chương i",
        "chương 1",
        "phần i",
        "phần thứ nhất",
        "theo đề nghị",
        "xét đề nghị",
        "xét tờ trình",
        "thực hiện",
        "để thực hiện",
        "để triển khai",
        "thi hành",
        "hôm nay",
        "trong thời gian",
    ];
    if starts_with(text, &opening) && !row.is_capitals() {
        return true;
    }
    if starts_with(text, &["chương i", "chương 1", "điều 1", "phần i"]) {
        return true;
    }
    if regex!(r"^\s*(?:I|1|A)\s*[./)-]\s*\p{Lu}").is_match(text) {
        return true;
    }
    // A paragraph: wider than any line of a letterhead or title, and a sentence.
    let long = text.chars().count() > 140 || row.width_share() > 0.72 && !row.line().bold;
    long && !row.is_capitals() && row.side == Side::Open && text.chars().count() > 60
}

/// The first row of a table of the text below the letterhead, which ends at the row `at`: what stands in its columns is no
/// title and no date of the document. The letterhead may take a second table, for subject and date.
fn table_below(rows: &[Row<'_>], at: usize) -> Option<usize> {
    let table = |row: &Row<'_>| row.line().cell.map(|(table, ..)| table);
    let of_head: BTreeSet<u32> = rows[..=at].iter().filter_map(table).collect();
    let (start, first) = rows.iter().enumerate().find(|(_, row)| table(row).is_some_and(|t| !of_head.contains(&t)))?;
    let cells = || rows.iter().filter(|row| table(row) == table(first));
    let columns: BTreeSet<u32> = cells().filter_map(|row| row.line().cell).map(|(.., column)| column).collect();
    let placed = regex!(r"(?i)^\W*\p{L}[^,\d]{1,38},\s*ngày\b");
    // What the letterhead has already it does not have again.
    let is_wanted = |is: &dyn Fn(&str) -> bool| {
        !rows[..start].iter().any(|row| is(row.text())) && cells().any(|row| is(row.text()))
    };
    let is_head = is_wanted(&is_subject) || is_wanted(&is_number_row) || is_wanted(&|text| placed.is_match(text));
    (start > at && columns.len() > 1 && !is_head).then_some(start)
}

/// The title: the first row behind the letterhead that names a type.
fn heading(rows: &[Row<'_>], body: usize, behind: Option<usize>) -> Option<Heading> {
    let from = behind.map_or(0, |at| at + 1);
    let found = (from..body).find_map(|at| title_at(rows, body, at));
    // A law database prints the title above everything; a letterhead may then follow or not.
    found.or_else(|| (0..from.min(body)).find_map(|at| title_at(rows, body, at).filter(|h| h.title.capitals)))
}

fn title_at(rows: &[Row<'_>], body: usize, at: usize) -> Option<Heading> {
    let row = &rows[at];
    let text = row.text();
    if row.side == Side::Left || row.is_rule() || is_number_row(text) || motto(text).is_some() || device(text).is_some()
    {
        return None;
    }
    let joined =
        rows.get(at + 1).filter(|_| at + 1 < body).map(|next| format!("{} {}", text.trim(), next.text().trim()));
    let alone = doctype::by_title(text);
    // "QUYẾT / ĐỊNH" and "THÔNG TƯ / LIÊN TỊCH" take two rows.
    if let Some(joined) = joined
        && let Some(title) = doctype::by_title(&joined).filter(|t| t.alone && t.capitals)
        && alone.as_ref().is_none_or(|a| a.doc_type != title.doc_type)
        && title.range.start < text.trim().len()
        && title.range.end > text.trim().len()
    {
        return Some(Heading { title, row: at, end: at + 2 });
    }
    let title = alone.or_else(|| sentence(rows, body, at))?;
    Some(Heading { title, row: at, end: at + 1 })
}

/// A heading in small letters, as fonts without capitals leave it, with the bases close behind; anything else is a
/// citation: "Nghị định của Chính phủ số 12/2003/NĐ-CP" at the top of a page, or "Nghị định của Chính phủ" alone behind
/// the letterhead.
fn sentence(rows: &[Row<'_>], body: usize, at: usize) -> Option<Title> {
    let based = rows.get(body).is_some_and(|row| starts_with(row.text(), &["căn cứ"]));
    if body > at + 6 || !based {
        return None;
    }
    let text = rows[at].text();
    let title = doctype::by_start(text)?;
    let numbered = regex!(r"(?i)^\s*của\s+[\p{L}\s,]{2,60}?\s+s(?:ố|ô)\s*[:.]?\s*\d");
    let whole = regex!(
        r"(?i)^\s*của\s+(?:chính phủ|thủ tướng|bộ trưởng|bộ|quốc hội|ủy ban|uỷ ban|hội đồng|chủ tịch|giám đốc)\b[\p{L}\s,]{0,50}$"
    );
    let rest = text.get(title.range.end..)?;
    // Under "V/v" it is what a letter is about.
    let is_letter = || rows[..at].iter().any(|row| is_subject(row.text()));
    let is_heading = at <= 3 && numbered.is_match(rest) || title.exact && whole.is_match(rest) && !is_letter();
    is_heading.then_some(title)
}
