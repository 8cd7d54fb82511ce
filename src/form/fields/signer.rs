//! Signer and signing authority (quyền hạn, chức vụ, họ tên người ký): behind the body, right column.

use crate::document::{Document, PageKind, Status};
use crate::form::field::{Field, FieldState};
use crate::form::layout::phrases::{is_capitals, starts_with};
use crate::form::layout::rows::{Row, Side, extend_place, rows};
use crate::form::marks::noise::{self, Noise};
use crate::text::pattern::regex;
use crate::text::{Key, collapse_spaces};

/// Signer and authority.
#[derive(Debug, Clone, Default)]
pub(crate) struct Signed {
    pub(crate) signer: Field,
    pub(crate) authority: Field,
}

/// Positions of signers, folded.
const POSITIONS: &[&str] = &[
    "chủ tịch",
    "phó chủ tịch",
    "giám đốc",
    "phó giám đốc",
    "bộ trưởng",
    "thứ trưởng",
    "thủ tướng",
    "phó thủ tướng",
    "chánh văn phòng",
    "phó chánh văn phòng",
    "cục trưởng",
    "phó cục trưởng",
    "vụ trưởng",
    "phó vụ trưởng",
    "trưởng phòng",
    "phó trưởng phòng",
    "phó phòng",
    "trưởng ban",
    "phó trưởng ban",
    "phó ban",
    "hiệu trưởng",
    "phó hiệu trưởng",
    "chánh thanh tra",
    "phó chánh thanh tra",
    "tổng thanh tra",
    "phó tổng thanh tra",
    "viện trưởng",
    "phó viện trưởng",
    "bí thư",
    "phó bí thư",
    "tổng cục trưởng",
    "phó tổng cục trưởng",
    "chủ nhiệm",
    "phó chủ nhiệm",
    "thống đốc",
    "phó thống đốc",
    "trưởng đoàn",
    "tổng giám đốc",
    "phó tổng giám đốc",
    "tổng bí thư",
    "chi cục trưởng",
    "phó chi cục trưởng",
    "chỉ huy trưởng",
    "trưởng công an",
    "chánh án",
    "tổ trưởng",
    "bộ trưởng, chủ nhiệm",
    "quyền giám đốc",
    "đội trưởng",
    "trạm trưởng",
    "trưởng trạm",
    "trưởng khoa",
    "thủ trưởng",
    "phó thủ trưởng",
    "phụ trách",
    "quyền chủ tịch",
    "quyền trưởng phòng",
    "chủ tọa",
    "ủy viên",
    "đại diện",
];

/// Family names, folded, and common first words of names of the peoples of the Central Highlands.
const FAMILY_NAMES: &[&str] = &[
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đinh", "đoàn", "lâm", "trịnh", "trương", "mai", "đào", "hà", "cao", "lương", "tạ", "tô", "thái", "châu",
    "quách", "phùng", "vương", "triệu", "lưu", "nông", "hứa", "kiều", "ma", "bế", "giàng", "lò", "quàng", "y", "h",
    "chu", "đàm", "đậu", "doãn", "giáp", "khổng", "khúc", "khương", "kim", "la", "lã", "lại", "lục", "mã", "mạc",
    "nghiêm", "ninh", "phí", "sầm", "tăng", "thạch", "thân", "tiêu", "tôn", "tống", "từ", "tưởng", "ung", "uông", "vi",
    "viên", "âu", "bàn", "bạch", "cù", "cung", "danh", "diệp", "đèo", "điểu", "hầu", "ksor", "kpă", "rơ", "rah", "siu",
    "nay", "niê", "thào", "vàng", "lầu", "mùa", "sùng",
];

/// Most rows from the position to the name: the space of the signature and notes such as "(Đã ký)".
const REACH: usize = 12;

/// The rows of a document behind the letterhead, by column.
struct Columns<'a> {
    /// Rows that can hold the signature block.
    signing: Vec<Row<'a>>,
    /// Rows of other columns.
    others: Vec<Row<'a>>,
    /// Index in `signing` of the first row behind the end of the text: behind "./." or beside the recipients.
    end_of_text: Option<usize>,
}

/// Reads the first block of authority, position and name behind the letterhead: annexes follow it. Of several blocks
/// side by side, the one that names the issuer is the signer's; if none or several do, the fields are unclear.
pub(crate) fn signed(document: &Document, first: u32, head_lines: usize, issuer: &Field) -> Signed {
    let columns = Columns::of(document, first, head_lines);
    // Another document may begin on a page that could not be read.
    let unread: Vec<u32> = document.pages.iter().filter(|p| p.kind == PageKind::Scan).map(|p| p.number).collect();
    let is_behind_unread = |row: &Row<'_>| unread.iter().any(|page| (first + 1..row.page.number).contains(page));
    let mut fallback: Option<Signed> = None;
    let mut at = 0;
    while let Some(row) = columns.signing.get(at) {
        let Some((mut signed, used)) = columns.block_at(at) else {
            at += 1;
            continue;
        };
        if signed.signer.is_present() {
            if is_behind_unread(row) {
                (signed.signer.state, signed.authority.state) = (FieldState::Unclear, FieldState::Unclear);
            }
            return block_of_issuer(signed, columns.blocks_beside(row), issuer);
        }
        if is_authority_line(row.text()) || columns.is_behind_text(at) {
            fallback.get_or_insert(signed);
        }
        at += used.max(1);
    }
    let mut signed = fallback.unwrap_or_default();
    // An unread block is not a missing one: it may be on a page that is an image, or behind the point where reading
    // stopped.
    let is_incomplete = document.status == Status::Partial || document.pages.iter().any(|p| p.kind == PageKind::Scan);
    for field in [&mut signed.signer, &mut signed.authority] {
        if is_incomplete && matches!(field.state, FieldState::Absent | FieldState::Blank) {
            field.state = FieldState::Unclear;
        }
    }
    signed
}

impl<'a> Columns<'a> {
    fn of(document: &'a Document, first: u32, head_lines: usize) -> Self {
        let mut columns = Self { signing: Vec::new(), others: Vec::new(), end_of_text: None };
        // All pages together: a block may continue on the next page.
        for page in document.pages.iter().filter(|p| p.kind == PageKind::Text || p.is_read_in_part()) {
            let noise: Vec<Option<Noise>> = noise::noise(page, page.number == first);
            let from = if page.number == first { head_lines } else { 0 };
            for row in rows(page, &noise).into_iter().filter(|row| row.index >= from) {
                let is_end = row.text().trim_end().ends_with("./.") || starts_with(row.text(), &["nơi nhận"]);
                if columns.end_of_text.is_none() && is_end {
                    columns.end_of_text = Some(columns.signing.len());
                }
                match in_signing_column(&row) {
                    Some(row) => columns.signing.push(row),
                    None => columns.others.push(row),
                }
            }
        }
        columns
    }

    fn is_behind_text(&self, at: usize) -> bool {
        self.end_of_text.is_some_and(|end| at >= end)
    }

    /// The block that begins at an index of `signing`, and how many rows its authority takes.
    fn block_at(&self, at: usize) -> Option<(Signed, usize)> {
        let text = self.signing[at].text();
        if !(opens(text) || self.is_behind_text(at) && is_position(text)) {
            return None;
        }
        let rows = below(&self.signing, at);
        (opens(text) || opens_in_small_letters(&rows)).then(|| block(&rows))
    }

    /// The blocks beside the one that begins with `row`: of other parties, or of those who prepared a table.
    fn blocks_beside(&self, row: &Row<'_>) -> Vec<Signed> {
        let is_level = |other: &Row<'_>| match (row.line().rect, other.line().rect, row.line().cell, other.line().cell)
        {
            _ if other.page.number != row.page.number || other.is_in_column_of(row) => false,
            (Some(a), Some(b), ..) => (a.y0 - b.y0).abs() < 2.0 * a.height(),
            (None, None, Some(a), Some(b)) => a.0 == b.0 && a.1.abs_diff(b.1) <= 1,
            _ => false,
        };
        let mut found: Vec<Signed> = Vec::new();
        for rows in [&self.others, &self.signing] {
            for at in (0..rows.len()).filter(|at| is_level(&rows[*at])) {
                let rows = below(rows, at);
                if !opens(rows[0].text()) && !opens_in_small_letters(&rows) {
                    continue;
                }
                let (signed, _) = block(&rows);
                let is_new = || found.iter().all(|f| f.signer.value != signed.signer.value);
                if signed.signer.is_present() && is_new() {
                    found.push(signed);
                }
            }
        }
        found
    }
}

/// The row `at` and the rows behind it in its column, as far as a block can reach.
fn below<'a>(rows: &[Row<'a>], at: usize) -> Vec<Row<'a>> {
    let is_below = |row: &&Row<'a>| row.page.number != rows[at].page.number || row.is_in_column_of(&rows[at]);
    rows[at..].iter().take(8 * REACH).filter(is_below).take(2 * REACH).cloned().collect()
}

/// The block that signs for the issuer. If that is not unique, the first one, unclear, with the other signers as
/// candidates.
fn block_of_issuer(signed: Signed, beside: Vec<Signed>, issuer: &Field) -> Signed {
    if beside.is_empty() {
        return signed;
    }
    let issuer = Key::new(issuer.value.as_deref().unwrap_or_default());
    let of_issuer = |block: &&Signed| {
        let authority = Key::new(block.authority.value.as_deref().unwrap_or_default());
        issuer.as_str().len() > 4 && authority.as_str().replace(" / ", " ").contains(issuer.as_str())
    };
    let all: Vec<&Signed> = std::iter::once(&signed).chain(&beside).collect();
    if let [only] = all.iter().copied().filter(of_issuer).collect::<Vec<_>>().as_slice() {
        return (*only).clone();
    }
    let names = |field: fn(&Signed) -> &Field| beside.iter().filter_map(|r| field(r).value.clone()).collect();
    let (signers, authorities) = (names(|s| &s.signer), names(|s| &s.authority));
    let unclear = |field: Field, candidates| Field { state: FieldState::Unclear, candidates, ..field };
    Signed { signer: unclear(signed.signer, signers), authority: unclear(signed.authority, authorities) }
}

/// The row, or `None` if it is in the left column. Where both columns are joined in one row, the part behind the
/// recipients.
fn in_signing_column<'a>(row: &Row<'a>) -> Option<Row<'a>> {
    if row.is_right_half() == Some(false) || row.side == Side::Left && row.line().cell.is_some() {
        return None;
    }
    if row.line().rect.is_none() && row.side == Side::Neither {
        let text = row.text();
        let cut = regex!(
            r"[:;.]\s+(?:(?:T/?M|K/?T|T/?L|T/?UQ|Q)\s?[./]\s*\p{Lu}|\((?i:đã ký)\)|\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4}\s*$)"
        );
        let cut = cut.find(text).map(|m| m.start() + 1);
        if let Some(cut) = cut.filter(|_| text.trim_start().starts_with('-') || starts_with(text, &["nơi nhận"])) {
            return Some(row.tail(cut));
        }
    }
    Some(row.clone())
}

/// True for TM., KT., TL., TUQ. or Q. before a position in capitals (Decree 30/2020, article 13 and Annex I, II.7).
fn is_authority_line(text: &str) -> bool {
    regex!(r"^\W*(?:T/?M|K/?T|T/?L|T/?U/?Q|Q)\s?[./]?\s+\p{Lu}{2}|^\W*(?:T/?M|K/?T|T/?L|T/?UQ|Q)\s?[./]\s*\p{Lu}")
        .is_match(text)
}

fn is_position(text: &str) -> bool {
    starts_with(text, POSITIONS) && text.chars().count() < 90
}

/// True if a row opens a signature block.
fn opens(text: &str) -> bool {
    is_authority_line(text) || is_capitals(text) && is_position(text)
}

/// True if a position in small letters ("Giám đốc"), against the rule, opens a block: directly above a signature.
fn opens_in_small_letters(rows: &[Row<'_>]) -> bool {
    let [row, next, ..] = rows else { return false };
    let text = row.text().trim_end();
    is_position(text)
        && text.chars().count() < 40
        && !text.ends_with([';', ',', '.', ':'])
        && !text.trim_start().starts_with('-')
        && (is_note(next.text()) || is_name(without_title(next.text())))
}

/// The block that begins with `rows`, and how many rows its authority takes.
fn block(rows: &[Row<'_>]) -> (Signed, usize) {
    let used = authority_length(rows);
    let (mut authority, below) = rows.split_at(used);
    let space = SignatureSpace::of(below);
    let mut signer = space.signer.unwrap_or_default();
    // The last row is either the end of the position or a name in capitals whose family is not listed.
    if !signer.is_present()
        && let [position @ .., last] = authority
        && !position.is_empty()
        && could_be_name(without_title(last.text()))
    {
        signer = last.field(last.whole(), collapse_spaces(without_title(last.text())));
        signer.state = FieldState::Unclear;
        authority = position;
    }
    // If two positions are joined in one row, so are their names.
    if authority.iter().any(|row| holds_two_positions(row.text())) && signer.is_present() {
        signer.state = FieldState::Unclear;
    }
    // A position with nothing below it is unsigned, unless a note says otherwise. Where both columns are joined in one
    // row, the name may be in a row of the recipients.
    let is_recipient = |row: &Row<'_>| {
        row.side == Side::Neither && row.line().rect.is_none() && row.text().starts_with(['-', '.', '+'])
    };
    if !signer.is_present()
        && let Some(last) = authority.last()
        && !below.iter().any(is_recipient)
    {
        signer = Field { value: None, quote: None, ..last.field(last.whole(), String::new()) };
        let is_signed = space.has_note && !space.has_instruction;
        signer.state = if is_signed { FieldState::Unclear } else { FieldState::Blank };
    }
    (Signed { signer, authority: join(authority) }, used)
}

/// How many of the rows are authority and position, at most five. The first one always is.
fn authority_length(rows: &[Row<'_>]) -> usize {
    let is_part = |row: &Row<'_>| {
        let text = row.text();
        opens(text) || (is_capitals(text) || is_position(text)) && !is_name(text)
    };
    rows.iter().take(5).enumerate().take_while(|(at, row)| *at == 0 || is_part(row)).count()
}

/// The rows of an authority as one field.
fn join(authority: &[Row<'_>]) -> Field {
    let Some(first) = authority.first() else { return Field::default() };
    let value = authority.iter().map(|r| collapse_spaces(r.text())).collect::<Vec<_>>().join(" / ");
    let mut field = first.field(first.whole(), value.clone());
    field.quote = Some(value);
    extend_place(&mut field, authority);
    field
}

/// What is below the position.
#[derive(Default)]
struct SignatureSpace {
    signer: Option<Field>,
    /// "(Đã ký)" or the like.
    has_note: bool,
    /// "(Ký và ghi rõ họ tên)" or the like.
    has_instruction: bool,
}

impl SignatureSpace {
    fn of(rows: &[Row<'_>]) -> Self {
        let mut space = Self::default();
        for row in rows.iter().take(REACH) {
            let text = row.text();
            let name = without_title(text);
            space.has_note |= is_note(text);
            space.has_instruction |= is_instruction(text);
            // Behind "(Đã ký)" capitals are a name, even if the family name is not listed.
            if is_name(name) || space.has_note && could_be_name(name) {
                space.signer = Some(name_field(row, name));
                break;
            }
            if ends_signature(text) {
                break;
            }
        }
        space
    }
}

/// The field of a name within a row.
fn name_field(row: &Row<'_>, name: &str) -> Field {
    let start = row.text().find(name).unwrap_or_default();
    let range = start..start + name.len();
    let mut field = row.field(range.clone(), collapse_spaces(name));
    // There is no vocabulary of names by which a lost mark could be noticed: every word must be certain.
    if row.is_recognised() && row.words(&range).any(|(_, sure)| !sure) {
        field.state = FieldState::Unclear;
    }
    field
}

/// True for "ĐẠI DIỆN BÊN A ĐẠI DIỆN BÊN B" or "KT. BỘ TRƯỞNG KT. CHỦ NHIỆM" in one row.
fn holds_two_positions(text: &str) -> bool {
    let text = text.to_uppercase();
    ["ĐẠI DIỆN ", "TM. ", "KT. ", "TL. ", "TUQ. "].iter().any(|mark| text.matches(mark).count() > 1)
}

/// True for a row of running text, which cannot be in the space of a signature.
fn ends_signature(text: &str) -> bool {
    let list = text.trim_start().starts_with('-');
    !is_note(text)
        && !list
        && (text.chars().count() > 60 || starts_with(text, &["căn cứ", "điều", "kính gửi", "theo đề nghị"]))
}

/// True for a note such as "(Đã ký)" in the space of a signature.
fn is_note(text: &str) -> bool {
    regex!(r"(?i)^\W*(?:đã ký|ký tên|ký, |chữ ký|daky|\(ký\)|ký)").is_match(text)
}

/// True for an instruction on a blank form: "(Chữ ký, dấu)", "(Ký và ghi rõ họ tên)".
fn is_instruction(text: &str) -> bool {
    is_note(text) && regex!(r"(?i)chữ ký|ghi rõ|họ (?:và )?tên").is_match(text)
}

/// A name without academic and military titles before it and without "đã ký" behind it. The rule forbids the titles
/// (Decree 30/2020, Annex I, II.7c), but they occur.
fn without_title(text: &str) -> &str {
    let title = regex!(
        r"^(?:(?:GS|PGS|TS|TSKH|ThS|Ths|Th\.S|BS|BSCK\w*|DS|LS|KS|CN|CK\w+|NGƯT|NGND|Đại tá|Thượng tá|Trung tá|Thiếu tá|Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng|Ông|Bà)[.\s]+)+"
    );
    let signed = regex!(r"(?i)\s*[-–(\[]*\s*đã ký\W*$");
    let text = text.trim();
    let text = signed.find(text).map_or(text, |m| &text[..m.start()]).trim_end_matches(['.', ',', ' ']);
    title.find(text).map_or(text, |m| &text[m.end()..])
}

/// True for the name of a person. In capitals throughout it could be anything, so a known family name is required.
pub(crate) fn is_name(text: &str) -> bool {
    let key = Key::new(text);
    let has_family_name = key.as_str().split(' ').next().is_some_and(|first| FAMILY_NAMES.contains(&first));
    could_be_name(text) && (has_family_name || !is_capitals(text))
}

/// True for two to six capitalised words of letters only that are neither a position nor an agency.
fn could_be_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let shape = (2..=6).contains(&words.len())
        && text.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, '\'' | '’'))
        && words.iter().all(|w| {
            let mut chars = w.chars();
            chars.next().is_some_and(char::is_uppercase)
                && (chars.clone().all(|c| !c.is_uppercase()) || is_capitals(w) || w.contains(['\'', '’']))
        });
    let other = [
        "nơi nhận",
        "ủy ban",
        "hội đồng",
        "sở ",
        "bộ ",
        "văn phòng",
        "phòng ",
        "ban ",
        "tỉnh ",
        "huyện ",
        "thành phố",
        "cộng hòa",
        "độc lập",
        "người ",
        "lãnh đạo",
        "y tế",
        "cao đẳng",
        "đơn vị",
        "cơ quan",
        "trung tâm",
        "chi cục",
        "nội vụ",
        "văn hóa",
        "quản lý",
        "hội ",
        "xã ",
        "phường ",
        "thị xã",
        "thị trấn",
        "chuyên ",
    ];
    let is_other = other.iter().any(|o| Key::new(text).as_str().starts_with(o));
    shape && !(is_position(text) || is_other)
}
