//! The zones of a first page: letterhead, title, body. Each field is searched in its own zone only.

use std::collections::BTreeSet;

use super::phrases::{motto, national_name, starts_with};
use super::rows::{Row, Side, rows};
use crate::document::Page;
use crate::form::marks::noise;
use crate::text::doctype::{self, Title};
use crate::text::pattern::regex;
use crate::text::symbol;

/// The title of the document and the rows that it takes.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    pub(crate) title: Title,
    /// First row.
    pub(crate) row: usize,
    /// Behind the last row.
    pub(crate) end: usize,
}

/// A first page divided into zones. Positions are indices of `rows`.
#[derive(Debug)]
pub(crate) struct Zones<'a> {
    /// All rows of the page that are text of the document.
    pub(crate) rows: Vec<Row<'a>>,
    /// End of the letterhead: the first row of the title, or of the body if there is no title.
    pub(crate) head_end: usize,
    /// The title.
    pub(crate) heading: Option<Heading>,
    /// First row of the body.
    pub(crate) body: usize,
    /// The page has the national name or the Party's heading.
    pub(crate) has_national_name: bool,
}

/// Longest letterhead and title, in rows.
const LONGEST_HEAD: usize = 45;

impl<'a> Zones<'a> {
    /// Divides a page.
    pub(crate) fn of(page: &'a Page) -> Self {
        let mut rows = rows(page, &noise::noise(page, true));
        // Hidden rows are ignored if the page shows a number.
        if rows.iter().take(LONGEST_HEAD).any(|row| !row.is_hidden() && is_number_row(row.text())) {
            rows.retain(|row| !row.is_hidden());
        }
        let body = rows.iter().take(LONGEST_HEAD).position(begins_body).unwrap_or(rows.len().min(LONGEST_HEAD));
        let national_name_row = rows[..body].iter().position(|r| national_name(r.text()).is_some());
        let number_row = rows[..body].iter().position(|r| is_number_row(r.text()));
        let letterhead = national_name_row.max(number_row);
        let body = letterhead.and_then(|at| table_below(&rows[..body], at)).unwrap_or(body);
        let heading = heading(&rows, body, letterhead);
        let head_end = heading.as_ref().map_or(body, |h| h.row);
        Zones { rows, head_end, heading, body, has_national_name: national_name_row.is_some() }
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

/// True if a row begins with "Số: …", with or without a number behind it.
pub(crate) fn is_number_row(text: &str) -> bool {
    let stripped = symbol::strip_label(text);
    stripped.len() < text.len()
        && (stripped.trim().is_empty() || !stripped.trim_start().starts_with(char::is_alphabetic))
}

/// True if a row begins the subject of an official letter, below its number: "V/v …".
pub(crate) fn is_subject(text: &str) -> bool {
    regex!(r"(?i)^\W*(?:v\s*/\s*v|về\s+việc)\b").is_match(text)
}

/// True if a row refers to the parent document, from which this one takes number and date: "(Ban hành kèm theo …)".
pub(crate) fn is_referral(text: &str) -> bool {
    regex!(r"(?i)^\W*(?:được\s+)?(?:ban\s+hành\s+)?(?:kèm\s+theo|đính\s+kèm)\b").is_match(text)
}

/// True if a row begins the text of the document.
fn begins_body(row: &Row<'_>) -> bool {
    let text = row.text();
    if is_subject(text) || is_referral(text) || national_name(text).is_some() || is_number_row(text) {
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
    // A paragraph: longer or wider than any line of a letterhead or title.
    let long = text.chars().count() > 140 || row.width_share() > 0.72 && !row.line().bold;
    long && !row.is_capitals() && row.side == Side::Neither && text.chars().count() > 60
}

/// The first row of a table that belongs to the text, below the letterhead whose last row is `at`. Its columns hold
/// neither title nor date of the document. A second table of the letterhead, with subject or date, does not count.
fn table_below(rows: &[Row<'_>], at: usize) -> Option<usize> {
    let table = |row: &Row<'_>| row.line().cell.map(|(table, ..)| table);
    let of_head: BTreeSet<u32> = rows[..=at].iter().filter_map(table).collect();
    let (start, first) = rows.iter().enumerate().find(|(_, row)| table(row).is_some_and(|t| !of_head.contains(&t)))?;
    let cells = || rows.iter().filter(|row| table(row) == table(first));
    let columns: BTreeSet<u32> = cells().filter_map(|row| row.line().cell).map(|(.., column)| column).collect();
    let placed = regex!(r"(?i)^\W*\p{L}[^,\d]{1,38},\s*ngày\b");
    // A table belongs to the letterhead if it adds an element that the letterhead lacks.
    let adds = |is: &dyn Fn(&str) -> bool| {
        !rows[..start].iter().any(|row| is(row.text())) && cells().any(|row| is(row.text()))
    };
    let is_head = adds(&is_subject) || adds(&is_number_row) || adds(&|text| placed.is_match(text));
    (start > at && columns.len() > 1 && !is_head).then_some(start)
}

/// The title: the first row behind the letterhead that names a document type.
fn heading(rows: &[Row<'_>], body: usize, behind: Option<usize>) -> Option<Heading> {
    let from = behind.map_or(0, |at| at + 1);
    let found = (from..body).find_map(|at| title_at(rows, body, at));
    // Law databases print the title above everything; a letterhead may follow.
    found.or_else(|| (0..from.min(body)).find_map(|at| title_at(rows, body, at).filter(|h| h.title.capitals)))
}

/// The title that begins in the row `at`.
fn title_at(rows: &[Row<'_>], body: usize, at: usize) -> Option<Heading> {
    let row = &rows[at];
    let text = row.text();
    if row.side == Side::Left
        || row.is_rule()
        || is_number_row(text)
        || national_name(text).is_some()
        || motto(text).is_some()
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

/// A title that is one sentence, possibly in small letters (from fonts without capitals): "Nghị định của Chính phủ số
/// 12/2003/NĐ-CP" at the top of a page, or "Nghị định của Chính phủ" alone behind the letterhead. The legal bases must
/// follow closely: otherwise it is a citation.
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
    // Below "V/v" these words are the subject of a letter.
    let is_letter = || rows[..at].iter().any(|row| is_subject(row.text()));
    let is_heading = at <= 3 && numbered.is_match(rest) || title.exact && whole.is_match(rest) && !is_letter();
    is_heading.then_some(title)
}
