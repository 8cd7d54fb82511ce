//! Stamps of secrecy (dấu độ mật): MẬT, TỐI MẬT or TUYỆT MẬT in capitals, also letter-spaced (Decree 30/2020, Annex I,
//! II.10; degrees of the Law on Protection of State Secrets, article 8), and as offices write them: with a degree of urgency
//! ("MẬT - KHẨN"), as "TÀI LIỆU MẬT", as "Độ mật: Mật". The word within a sentence is not a stamp.
//!
//! A stamp is printed on its own, but the reader may join it to its neighbours on the page: the number, the agency, the
//! title. In doubt it counts as a stamp: a disclosed secret cannot be taken back.

use crate::document::{Cell, Line, Word};
use crate::form::layout::phrases::{is_capitals, letters};
use crate::text::pattern::regex;
use crate::text::{Key, doctype};

/// A gap beside the stamp wider than this, in font sizes, is not a space between words.
const WIDE_GAP: f32 = 1.0;

/// True for a line or a cell that is a stamp and nothing else.
pub(crate) fn is_degree(text: &str) -> bool {
    let stamp = regex!(
        r"^(?:(?:THƯỢNG)?KHẨN|H(?:ỎA|OẢ)TỐC)?(?:(?:TÀILIỆU|VĂNBẢN|ĐỘ)?(?:TỐI|TUYỆT)?MẬT|T(?:ối|uyệt)mật)(?:(?:THƯỢNG)?KHẨN|H(?:ỎA|OẢ)TỐC(?:HẸNGIỜ)?)?$"
    );
    let named = regex!(r"^\W*(?i:(?:mức )?độ mật)\s*:\s*\W?(?i:(?:tối |tuyệt )?mật)\W*$");
    stamp.is_match(&letters(text)) && !is_bare_word(text) || named.is_match(text.trim())
}

/// "ĐỘ MẬT" names the degree and gives none.
fn is_bare_word(text: &str) -> bool {
    letters(text) == "ĐỘMẬT"
}

/// True for a stamp with a word before its degree, which may as well be the end of a title that wraps: "QUY ĐỊNH VỀ VIỆC LƯU TRỮ"
/// / "TÀI LIỆU MẬT".
pub(super) fn may_end_a_title(text: &str) -> bool {
    ["TÀILIỆU", "VĂNBẢN"].iter().any(|word| letters(text).starts_with(word))
}

/// True if a table row has the header "Độ mật" in this column, as in a register: the cells below give the degrees of
/// other documents. A register has at least three columns.
pub(crate) fn heads_degrees<'a>(row: impl IntoIterator<Item = &'a Cell>, column: u32) -> bool {
    let (mut cells, mut is_head) = (0, false);
    for cell in row.into_iter().filter(|cell| !cell.text.trim().is_empty()) {
        cells += 1;
        let key = Key::new(&cell.text);
        is_head |= cell.col == column && regex!(r"^(?:mức )?độ mật\b").is_match(key.as_str().trim());
    }
    cells >= 3 && is_head
}

/// True if the line contains a stamp beside other words. `above` is the line before it, which may end within a phrase.
pub(crate) fn is_stamped(line: &Line, above: Option<&Line>) -> bool {
    // Nearly no line of a document holds this letter, and the search below is slow on letters with marks.
    if !line.text.contains('Ậ') {
        return false;
    }
    let stamp = regex!(r"(?:T\s?U\s?Y\s?Ệ\s?T\s{1,3}|T\s?Ố\s?I\s{1,3})?\bM\s?Ậ\s?T\b");
    stamp.find_iter(&line.text).any(|found| {
        let left = line.text[..found.start()].trim_end();
        let right = line.text[found.end()..].trim_start();
        let before = if left.is_empty() { above.map_or("", |line| line.text.as_str()) } else { left };
        is_apart(line, found.start(), found.end()) || !leads_into(before) && !continues_phrase(right)
    })
}

/// True if the stamp is farther from its neighbours than words of a sentence.
fn is_apart(line: &Line, start: usize, end: usize) -> bool {
    let before = line.words.iter().rfind(|w| w.end as usize <= start);
    let after = line.words.iter().find(|w| w.start as usize >= end);
    let mut stamp = line.words.iter().filter(|w| (w.end as usize) > start && (w.start as usize) < end);
    let Some(first) = stamp.next() else { return false };
    let last = stamp.next_back().unwrap_or(first);
    let far = |left: &Word, right: &Word| right.x0 - left.x1 > WIDE_GAP * line.size;
    let has_coordinates = line.rect.is_some() && line.size > 0.0;
    has_coordinates
        && (before.is_some() || after.is_some())
        && before.is_none_or(|w| far(w, first))
        && after.is_none_or(|w| far(last, w))
}

/// True if these words form a phrase with a following MẬT: "bảo vệ bí", "văn bản", "đóng dấu".
fn leads_into(words: &str) -> bool {
    let last = words.rsplit(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    let joins = [
        "bí", "bảo", "cơ", "tin", "độ", "mức", "dấu", "chỉ", "liệu", "bản", "tác", "việc", "vật", "loại", "là", "và",
        "hoặc", "có", "của", "về", "được", "tối", "tuyệt",
    ];
    joins.contains(&last.to_lowercase().as_str())
}

/// True if these words form a phrase with MẬT before them: "MẬT KHẨU", "MẬT NHÀ NƯỚC". The neighbour of a stamp instead
/// begins anew: a title, the number, the national name or motto, or words that are not all capitals.
fn continues_phrase(words: &str) -> bool {
    if words.starts_with(char::is_lowercase) {
        return true;
    }
    let anew = regex!(
        r"^(?:$|\W*(?i:số|cộng\s+h(?:òa|oà)|độc\s+lập|đảng\s+cộng)\b|V/v|\W*(?:(?:THƯỢNG\s+)?KHẨN|H(?:ỎA|OẢ)\s+TỐC)\b)"
    );
    is_capitals(words) && !anew.is_match(words) && doctype::by_start(words).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{CellValue, Rect};

    fn line(text: &str) -> Line {
        Line { text: text.to_owned(), ..Line::default() }
    }

    #[test]
    fn a_stamp_is_seen_beside_what_a_reader_joined_to_it() {
        for (text, stamped) in [
            ("Số: 15/BC-SNV MẬT", true),
            ("MẬT BÁO CÁO", true),
            ("M Ậ T BÁO CÁO", true),
            ("MẬT Số: 15/BC-SNV", true),
            ("TỐI MẬT KẾ HOẠCH", true),
            ("UBND TỈNH ĐẮK LẮK TUYỆT MẬT", true),
            ("SỞ NỘI VỤ MẬT Độc lập - Tự do - Hạnh phúc", true),
            ("SỞ NỘI VỤ [MẬT] CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true),
            ("Số: 15/BC-SNV MẬT Đắk Lắk, ngày 3 tháng 4 năm 2018", true),
            ("MẬT V/v kiểm tra", true),
            ("MẬT - KHẨN", true),
            ("MẬT/KHẨN Số: 15/BC-SNV", true),
            ("SỞ NỘI VỤ MẬT HỎA TỐC", true),
            ("KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC", false),
            ("BÁO CÁO CÔNG TÁC BẢO MẬT", false),
            ("QUY ĐỊNH VỀ TÀI LIỆU MẬT", false),
            ("DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TỐI MẬT VÀ TUYỆT MẬT", false),
            ("MẬT ĐỘ DÂN SỐ NĂM 2018", false),
            ("ĐỔI MẬT KHẨU HỆ THỐNG", false),
            ("Văn bản có đóng dấu MẬT được gửi riêng", false),
            ("HỘI NUÔI MẬT ONG", false),
            ("MẬTÃ", false),
        ] {
            assert_eq!(is_stamped(&line(text), None), stamped, "{text}");
        }
    }

    #[test]
    fn a_line_is_a_stamp_in_the_forms_that_offices_write() {
        for stamp in [
            "MẬT",
            "TỐI MẬT",
            "TUYỆT MẬT",
            "M Ậ T",
            "T Ố I  M Ậ T",
            "(MẬT)",
            "[TUYỆT MẬT]",
            "- MẬT -",
            "\"MẬT\"",
            "MẬT - KHẨN",
            "MẬT/KHẨN",
            "MẬT, KHẨN",
            "MẬT KHẨN",
            "MẬT – HỎA TỐC",
            "MẬT HỎA TỐC",
            "MẬT HOẢ TỐC",
            "TỐI MẬT - KHẨN",
            "TỐI MẬT - THƯỢNG KHẨN",
            "TUYỆT MẬT - HỎA TỐC",
            "TUYỆT MẬT/HỎA TỐC HẸN GIỜ",
            "KHẨN - MẬT",
            "HỎA TỐC - MẬT",
            "THƯỢNG KHẨN MẬT",
            "TÀI LIỆU MẬT",
            "TÀI LIỆU TỐI MẬT",
            "TÀI LIỆU TUYỆT MẬT",
            "VĂN BẢN MẬT",
            "T À I  L I Ệ U  M Ậ T",
            "(TÀI LIỆU MẬT)",
            "ĐỘ TỐI MẬT",
            "ĐỘ TUYỆT MẬT",
            "Tối mật",
            "Tuyệt mật",
            "(Tuyệt mật)",
            "Độ mật: Mật",
            "Độ mật: MẬT",
            "Độ mật: Tối mật",
            "Độ mật: Tuyệt mật",
            "ĐỘ MẬT: MẬT",
            "ĐỘ MẬT: TUYỆT MẬT",
            "Mức độ mật: Mật",
            "Độ mật : Tối mật",
            "Độ mật: “Mật”",
            "- Độ mật: Mật.",
            "MẬT.",
            "MẬT !",
            "* MẬT *",
            "MẬT -- KHẨN",
            "MẬT + KHẨN",
            "MẬT; HỎA TỐC",
        ] {
            assert!(is_degree(stamp), "{stamp}");
        }
        for other in [
            "Mật",
            "mật",
            "mật ong",
            "MẬT ONG",
            "MẬT ĐỘ",
            "MẬT KHẨU",
            "BÍ MẬT",
            "BẢO MẬT",
            "CƠ MẬT",
            "BÍ MẬT NHÀ NƯỚC",
            "ĐỘ MẬT",
            "Độ mật",
            "Độ mật:",
            "Độ mật: ",
            "Độ mật: Không",
            "Độ mật: Thường",
            "Độ mật: ……",
            "Mức độ mật",
            "Độ mật: Mật, tối mật, tuyệt mật",
            "KHẨN",
            "HỎA TỐC",
            "THƯỢNG KHẨN",
            "HỎA TỐC HẸN GIỜ",
            "TÀI LIỆU",
            "TÀI LIỆU THƯỜNG",
            "TÀI LIỆU HỌP",
            "VĂN BẢN",
            "VĂN BẢN KHẨN",
            "Văn bản mật",
            "Tài liệu mật được lưu riêng",
            "Danh mục văn bản mật",
            "DANH MỤC TÀI LIỆU MẬT",
            "QUẢN LÝ TÀI LIỆU MẬT",
            "KHÔNG MẬT",
            "GIẢI MẬT",
            "ĐÃ GIẢI MẬT",
            "MẬT MÃ",
            "BAN CƠ YẾU - MẬT MÃ",
            "MẬT DANH",
            "TUYỆT ĐỐI BẢO MẬT",
            "Tuyệt mật là độ mật cao nhất",
            "Tối mật, tuyệt mật",
            "TỐI MẬT VÀ TUYỆT MẬT",
            "MẬT (A), TỐI MẬT (B), TUYỆT MẬT (C)",
            "SỔ ĐĂNG KÝ VĂN BẢN MẬT ĐI",
            "DẤU MẬT",
            "CON DẤU CHỈ MỨC ĐỘ MẬT",
            "Số: 15/BC-SNV",
            "Mật độ dân số",
            "MẬT TUYỆT",
            "MẬTT",
            "MẤT",
            "MẶT",
            "MẬT TRẬN",
        ] {
            assert!(!is_degree(other), "{other}");
        }
    }

    #[test]
    fn a_column_of_a_register_is_headed() {
        let cell = |col, text: &str| Cell { row: 0, col, value: CellValue::Text(text.into()), text: text.into() };
        for (column, texts, heads) in [
            (2, &["STT", "Tên văn bản", "Độ mật"][..], true),
            (2, &["STT", "Tên văn bản", "MỨC ĐỘ MẬT"], true),
            (1, &["STT", "Tên văn bản", "Độ mật"], false),
            (1, &["Số: 12/BC-SNV", "Độ mật"], false),
            (2, &["STT", "Tên văn bản", "MẬT"], false),
        ] {
            let row: Vec<Cell> = (0..).zip(texts).map(|(col, text)| cell(col, text)).collect();
            assert_eq!(heads_degrees(&row, column), heads, "{texts:?}");
        }
    }

    #[test]
    fn a_title_that_wraps_inside_a_word_is_no_stamp() {
        let above = line("KẾ HOẠCH THỰC HIỆN PHÁP LỆNH BẢO VỆ BÍ");
        assert!(!is_stamped(&line("MẬT NHÀ NƯỚC NĂM 2018"), Some(&above)));
    }

    #[test]
    fn a_wide_gap_tells_a_stamp() {
        let word = |start: usize, end: usize, x0: f32| Word {
            start: start as u32,
            end: end as u32,
            x0,
            x1: x0 + 30.0,
            confidence: None,
        };
        let text = "VĂN BẢN MẬT KHẨU";
        let (stamp, after) = (text.find("MẬT").unwrap(), text.find("KHẨU").unwrap());
        let stamped = |gap: f32| {
            let (left, right) = (word(0, stamp - 1, 50.0), word(after, text.len(), 110.0 + 2.0 * gap));
            let words = vec![left, word(stamp, after - 1, 80.0 + gap), right];
            let rect = Some(Rect { x0: 50.0, y0: 100.0, x1: 300.0, y1: 113.0 });
            is_stamped(&Line { words, rect, size: 13.0, ..line(text) }, None)
        };
        assert!(stamped(40.0));
        assert!(!stamped(4.0));
    }
}
