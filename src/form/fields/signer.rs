//! Signer and authority (quyền hạn, chức vụ, họ tên người ký): behind the body, right column.

use crate::document::{Document, PageKind, Status};
use crate::form::field::{Field, FieldState};
use crate::form::layout::phrases::{is_capitals, starts_with};
use crate::form::layout::rows::{Row, Side, rows};
use crate::form::marks::noise::{self, Noise};
use crate::text::pattern::regex;
use crate::text::{Key, collapse_spaces};

/// Signer and authority.
#[derive(Debug, Clone, Default)]
pub(crate) struct Signed {
    pub(crate) signer: Field,
    pub(crate) authority: Field,
}

/// Positions that sign, longest first where one begins another.
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

/// Family names, folded; of the peoples of the Central Highlands the first word of a name.
const FAMILIES: &[&str] = &[
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đinh", "đoàn", "lâm", "trịnh", "trương", "mai", "đào", "hà", "cao", "lương", "tạ", "tô", "thái", "châu",
    "quách", "phùng", "vương", "triệu", "lưu", "nông", "hứa", "kiều", "ma", "bế", "giàng", "lò", "quàng", "y", "h",
    "chu", "đàm", "đậu", "doãn", "giáp", "khổng", "khúc", "khương", "kim", "la", "lã", "lại", "lục", "mã", "mạc",
    "nghiêm", "ninh", "phí", "sầm", "tăng", "thạch", "thân", "tiêu", "tôn", "tống", "từ", "tưởng", "ung", "uông", "vi",
    "viên", "âu", "bàn", "bạch", "cù", "cung", "danh", "diệp", "đèo", "điểu", "hầu", "ksor", "kpă", "rơ", "rah", "siu",
    "nay", "niê", "thào", "vàng", "lầu", "mùa", "sùng",
];

/// Rows between the position and the name: the space of the signature and notes such as "(Đã ký)".
const REACH: usize = 12;

/// Reads the first block of authority, position and name behind the letterhead. Annexes come behind it. Of several side by
/// side the one that names the issuer signs; where none does, or more than one, a person decides.
pub(crate) fn signed(document: &Document, first: u32, head_lines: usize, issuer: &Field) -> Signed {
    let mut column: Vec<Row<'_>> = Vec::new();
    // What stands in the other columns.
    let mut beside: Vec<Row<'_>> = Vec::new();
    // First row of the column behind the end of the text: "./." or the recipients.
    let mut closed: Option<usize> = None;
    for page in document.pages.iter().filter(|p| p.kind == PageKind::Text || p.is_read_in_part()) {
        let noise: Vec<Option<Noise>> = noise::noise(page, page.number == first);
        let all = rows(page, &noise);
        let from = if page.number == first { head_lines } else { 0 };
        // A block may end on the next page.
        for row in all.into_iter().filter(|row| row.index >= from) {
            if closed.is_none() && (row.text().trim_end().ends_with("./.") || starts_with(row.text(), &["nơi nhận"]))
            {
                closed = Some(column.len());
            }
            match signing_column(&row) {
                Some(row) => column.push(row),
                None => beside.push(row),
            }
        }
    }
    // Behind a page that nobody read another document may have begun.
    let unread: Vec<u32> = document.pages.iter().filter(|p| p.kind == PageKind::Scan).map(|p| p.number).collect();
    let is_behind_unread = |row: &Row<'_>| unread.iter().any(|page| (first + 1..row.page.number).contains(page));
    let mut fallback: Option<Signed> = None;
    let mut at = 0;
    while at < column.len() {
        let is_closed = closed.is_some_and(|end| at >= end);
        let text = column[at].text();
        if !(opens(text) || is_closed && is_position(text)) {
            at += 1;
            continue;
        }
        let rows = below(&column, at);
        if !opens(text) && !opens_in_small_letters(&rows) {
            at += 1;
            continue;
        }
        let (mut signed, used) = block(&rows);
        if signed.signer.is_present() {
            if is_behind_unread(&column[at]) {
                (signed.signer.state, signed.authority.state) = (FieldState::Unclear, FieldState::Unclear);
            }
            return among(signed, rivals(&column[at], &column, &beside), issuer);
        }
        if is_authority_line(column[at].text()) || is_closed {
            fallback.get_or_insert(signed);
        }
        at += used.max(1);
    }
    let mut signed = fallback.unwrap_or_default();
    // Unread is not unsigned: the block may stand on a page that is a picture, or behind the place where reading stopped.
    let hidden = document.status == Status::Partial || document.pages.iter().any(|p| p.kind == PageKind::Scan);
    for field in [&mut signed.signer, &mut signed.authority] {
        if hidden && matches!(field.state, FieldState::Absent | FieldState::Blank) {
            field.state = FieldState::Unclear;
        }
    }
    signed
}

/// The row `at` and those behind it that stand in its column, as far as a block can reach.
fn below<'a>(rows: &[Row<'a>], at: usize) -> Vec<Row<'a>> {
    let is_below = |row: &&Row<'a>| row.page.number != rows[at].page.number || row.is_in_column_of(&rows[at]);
    rows[at..].iter().take(8 * REACH).filter(is_below).take(2 * REACH).cloned().collect()
}

/// The blocks that stand beside the one that begins with `row`: of other parties, or of those who drew the table up.
fn rivals(row: &Row<'_>, column: &[Row<'_>], beside: &[Row<'_>]) -> Vec<Signed> {
    let is_level = |other: &Row<'_>| match (row.line().rect, other.line().rect, row.line().cell, other.line().cell) {
        _ if other.page.number != row.page.number || other.is_in_column_of(row) => false,
        (Some(a), Some(b), ..) => (a.y0 - b.y0).abs() < 2.0 * a.height(),
        (None, None, Some(a), Some(b)) => a.0 == b.0 && a.1.abs_diff(b.1) <= 1,
        _ => false,
    };
    let mut found: Vec<Signed> = Vec::new();
    for rows in [beside, column] {
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

/// The block that signs for the issuer; if that is not plain, the first with all signers as candidates.
fn among(signed: Signed, rivals: Vec<Signed>, issuer: &Field) -> Signed {
    if rivals.is_empty() {
        return signed;
    }
    let issuer = Key::new(issuer.value.as_deref().unwrap_or_default());
    let of_issuer = |block: &&Signed| {
        let authority = Key::new(block.authority.value.as_deref().unwrap_or_default());
        issuer.as_str().len() > 4 && authority.as_str().replace(" / ", " ").contains(issuer.as_str())
    };
    let all: Vec<&Signed> = std::iter::once(&signed).chain(&rivals).collect();
    if let [only] = all.iter().copied().filter(of_issuer).collect::<Vec<_>>().as_slice() {
        return (*only).clone();
    }
    let names = |field: fn(&Signed) -> &Field| rivals.iter().filter_map(|r| field(r).value.clone()).collect();
    let (signers, authorities) = (names(|s| &s.signer), names(|s| &s.authority));
    let unclear = |field: Field, candidates| Field { state: FieldState::Unclear, candidates, ..field };
    Signed { signer: unclear(signed.signer, signers), authority: unclear(signed.authority, authorities) }
}

/// A row of the right column; where a reader without layout joined the columns, what stands behind the recipients.
fn signing_column<'a>(row: &Row<'a>) -> Option<Row<'a>> {
    if row.is_right_half() == Some(false) || row.side == Side::Left && row.line().cell.is_some() {
        return None;
    }
    if row.line().rect.is_none() && row.side == Side::Open {
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

/// TM., KT., TL., TUQ., Q. before a position in capitals (Decree 30/2020, article 13 and Annex I, II.7).
fn is_authority_line(text: &str) -> bool {
    regex!(r"^\W*(?:T/?M|K/?T|T/?L|T/?U/?Q|Q)\s?[./]?\s+\p{Lu}{2}|^\W*(?:T/?M|K/?T|T/?L|T/?UQ|Q)\s?[./]\s*\p{Lu}")
        .is_match(text)
}

fn is_position(text: &str) -> bool {
    starts_with(text, POSITIONS) && text.chars().count() < 90
}

fn opens(text: &str) -> bool {
    is_authority_line(text) || is_capitals(text) && is_position(text)
}

/// "Giám đốc" as offices write it against the rule, behind the end of the text and right above a signature.
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
    let mut authority: Vec<&Row<'_>> = Vec::new();
    let mut used = 0;
    for row in rows {
        let text = row.text();
        let first = authority.is_empty();
        let part = first || opens(text) || (is_capitals(text) || is_position(text)) && !is_name(text);
        if !part || authority.len() >= 5 {
            break;
        }
        authority.push(row);
        used += 1;
    }
    let mut signer = Field::default();
    let (mut noted, mut asked) = (false, false);
    for row in rows[used..].iter().take(REACH) {
        let text = row.text();
        let name = without_title(text);
        noted |= is_note(text);
        asked |= is_demand(text);
        // Behind "(Đã ký)" capitals are a name, whatever the family.
        if is_name(name) || noted && could_be_name(name) {
            let start = text.find(name).unwrap_or_default();
            let range = start..start + name.len();
            signer = row.field(range.clone(), collapse_spaces(name));
            // A name has no vocabulary that would show a lost mark.
            if row.is_recognised() && row.words(&range).any(|(_, sure)| !sure) {
                signer.state = FieldState::Unclear;
            }
            break;
        }
        if stops(text) {
            break;
        }
    }
    // The last row may be a name in capitals of a family that is not listed, or the end of the position.
    if !signer.is_present()
        && let [_, .., last] = authority.as_slice()
        && could_be_name(without_title(last.text()))
    {
        signer = last.field(last.whole(), collapse_spaces(without_title(last.text())));
        signer.state = FieldState::Unclear;
        authority.pop();
    }
    // Where a reader joined two columns, so are their names.
    if authority.iter().any(|row| names_two(row.text())) && signer.is_present() {
        signer.state = FieldState::Unclear;
    }
    // A position with nothing below it is not signed, unless a note says so. Where a reader joined the columns the name may
    // stand in a row of the recipients.
    let is_listed =
        |row: &Row<'_>| row.side == Side::Open && row.line().rect.is_none() && row.text().starts_with(['-', '.', '+']);
    if !signer.is_present()
        && let Some(last) = authority.last()
        && !rows[used..].iter().any(is_listed)
    {
        signer = Field { value: None, quote: None, ..last.field(last.whole(), String::new()) };
        signer.state = if noted && !asked { FieldState::Unclear } else { FieldState::Blank };
    }
    let mut field = Field::default();
    if let Some(first) = authority.first() {
        let value = authority.iter().map(|r| collapse_spaces(r.text())).collect::<Vec<_>>().join(" / ");
        field = first.field(first.whole(), value.clone());
        field.quote = Some(value);
        for row in &authority {
            if let (Some(all), Some(rect)) = (field.place.rect, row.place(&row.whole()).rect) {
                field.place.rect = Some(all.union(rect));
            }
        }
    }
    (Signed { signer, authority: field }, used)
}

/// "ĐẠI DIỆN BÊN A ĐẠI DIỆN BÊN B", "KT. BỘ TRƯỞNG KT. CHỦ NHIỆM" in one row.
fn names_two(text: &str) -> bool {
    let text = text.to_uppercase();
    ["ĐẠI DIỆN ", "TM. ", "KT. ", "TL. ", "TUQ. "].iter().any(|mark| text.matches(mark).count() > 1)
}

/// Text of the document, not the space of a signature.
fn stops(text: &str) -> bool {
    let list = text.trim_start().starts_with('-');
    !is_note(text)
        && !list
        && (text.chars().count() > 60 || starts_with(text, &["căn cứ", "điều", "kính gửi", "theo đề nghị"]))
}

/// "(Đã ký)" in the space of a signature.
fn is_note(text: &str) -> bool {
    regex!(r"(?i)^\W*(?:đã ký|ký tên|ký, |chữ ký|daky|\(ký\)|ký)").is_match(text)
}

/// "(Chữ ký, dấu)", "(Ký và ghi rõ họ tên)" on a form: what is to be put there.
fn is_demand(text: &str) -> bool {
    is_note(text) && regex!(r"(?i)chữ ký|ghi rõ|họ (?:và )?tên").is_match(text)
}

/// Academic and military titles before a name; by rule there are none (Decree 30/2020, Annex I, II.7c), in life there are.
fn without_title(text: &str) -> &str {
    let title = regex!(
        r"^(?:(?:GS|PGS|TS|TSKH|ThS|Ths|Th\.S|BS|BSCK\w*|DS|LS|KS|CN|CK\w+|NGƯT|NGND|Đại tá|Thượng tá|Trung tá|Thiếu tá|Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng|Ông|Bà)[.\s]+)+"
    );
    let signed = regex!(r"(?i)\s*[-–(\[]*\s*đã ký\W*$");
    let text = text.trim();
    let text = signed.find(text).map_or(text, |m| &text[..m.start()]).trim_end_matches(['.', ',', ' ']);
    title.find(text).map_or(text, |m| &text[m.end()..])
}

/// A person's name. In capitals throughout it could be anything: only a family name tells a person.
pub(crate) fn is_name(text: &str) -> bool {
    let key = Key::new(text);
    let family = key.as_str().split(' ').next().is_some_and(|first| FAMILIES.contains(&first));
    could_be_name(text) && (family || !is_capitals(text))
}

/// Letters only, two to six words, each with a capital, and neither a position nor an agency.
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
    let heads_else = other.iter().any(|o| Key::new(text).as_str().starts_with(o));
    shape && !(is_position(text) || heads_else)
}
