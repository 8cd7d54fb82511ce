//! Document types (tên loại văn bản): their names, their abbreviations in document numbers, and how titles spell them.

use std::ops::Range;
use std::sync::LazyLock;

use super::key::Key;
use super::letter::bare_letter;

/// A document type.
#[derive(Debug, PartialEq, Eq)]
pub struct DocType {
    /// The canonical abbreviation, which identifies the type in this program (Decree 30/2020/NĐ-CP, Annex III).
    pub abbr: &'static str,
    /// Its full name.
    pub name: &'static str,
    /// Other abbreviations for it in document numbers: sub-types, older spellings.
    pub symbols: &'static [&'static str],
    /// Other names for it in titles.
    pub titles: &'static [&'static str],
}

const fn doc_type(
    abbr: &'static str,
    name: &'static str,
    symbols: &'static [&'static str],
    titles: &'static [&'static str],
) -> DocType {
    DocType { abbr, name, symbols, titles }
}

/// The official letter (công văn): the only common type without a title and without an abbreviation of its own.
pub const OFFICIAL_LETTER: &str = "CV";

/// All types. The first block is from Decree 30/2020/NĐ-CP, article 7 and Annex III; the second lists the normative
/// documents of the Law on Promulgation of Legal Documents (80/2015/QH13, article 4); the third adds what Circular
/// 01/2011/TT-BNV, article 5 had beyond these, the Party's types, and types seen in use.
pub const TYPES: &[DocType] = &[
    doc_type("NQ", "Nghị quyết", &["NQLT"], &["Nghị quyết liên tịch"]),
    doc_type("QĐ", "Quyết định", &["QĐLT", "QĐi"], &[]),
    doc_type("CT", "Chỉ thị", &["CTh"], &[]),
    doc_type("QC", "Quy chế", &["QCPH", "QyC"], &["Quy chế phối hợp", "Quy chế làm việc"]),
    doc_type("QyĐ", "Quy định", &["QyD", "QDi"], &[]),
    doc_type("TC", "Thông cáo", &[], &[]),
    doc_type("TB", "Thông báo", &["TBKL"], &["Thông báo kết luận"]),
    doc_type("HD", "Hướng dẫn", &["HDLT", "HDLN"], &["Hướng dẫn liên ngành", "Hướng dẫn liên tịch"]),
    doc_type("CTr", "Chương trình", &["CTPH", "CTrPH", "CTrHĐ", "CTHĐ"], &["Chương trình phối hợp"]),
    doc_type("KH", "Kế hoạch", &["KHPH", "KHLT", "KHLN", "KHTT"], &["Kế hoạch phối hợp", "Kế hoạch liên tịch"]),
    doc_type("PA", "Phương án", &[], &[]),
    doc_type("ĐA", "Đề án", &[], &[]),
    doc_type("DA", "Dự án", &[], &[]),
    doc_type("BC", "Báo cáo", &["BCTĐ", "BCTT", "BCKT", "BCTH"], &["Báo cáo thẩm định", "Báo cáo tổng hợp"]),
    doc_type("BB", "Biên bản", &["BBLV", "BBH", "BBKT"], &["Biên bản làm việc", "Biên bản họp"]),
    doc_type("TTr", "Tờ trình", &["TTrLT"], &[]),
    doc_type("HĐ", "Hợp đồng", &[], &[]),
    doc_type("CV", "Công văn", &[], &[]),
    doc_type("CĐ", "Công điện", &[], &["Công điện khẩn"]),
    doc_type("BGN", "Bản ghi nhớ", &[], &[]),
    doc_type("BTT", "Bản thỏa thuận", &[], &[]),
    doc_type("GUQ", "Giấy ủy quyền", &["UQ"], &[]),
    doc_type("GM", "Giấy mời", &[], &["Giấy mời họp", "Thư mời"]),
    doc_type("GGT", "Giấy giới thiệu", &[], &[]),
    doc_type("GNP", "Giấy nghỉ phép", &[], &[]),
    doc_type("PG", "Phiếu gửi", &[], &[]),
    doc_type("PC", "Phiếu chuyển", &[], &[]),
    doc_type("PB", "Phiếu báo", &[], &[]),
    doc_type("SY", "Bản sao y", &[], &[]),
    doc_type("TrS", "Bản trích sao", &[], &[]),
    doc_type("SL", "Bản sao lục", &[], &[]),
    //
    doc_type("HP", "Hiến pháp", &[], &[]),
    doc_type("L", "Luật", &[], &["Bộ luật"]),
    doc_type("PL", "Pháp lệnh", &[], &[]),
    doc_type("Lệnh", "Lệnh", &[], &[]),
    doc_type("NĐ", "Nghị định", &["ND"], &[]),
    doc_type("TT", "Thông tư", &[], &[]),
    doc_type("TTLT", "Thông tư liên tịch", &["TTLB"], &["Thông tư liên bộ"]),
    doc_type("VBHN", "Văn bản hợp nhất", &[], &[]),
    //
    doc_type("KL", "Kết luận", &["KLTTr", "KLTTra", "KLKT"], &["Kết luận thanh tra", "Kết luận kiểm tra"]),
    doc_type("TTri", "Thông tri", &[], &[]),
    doc_type("GCN", "Giấy chứng nhận", &[], &[]),
    doc_type("GĐĐ", "Giấy đi đường", &[], &[]),
    doc_type("GBN", "Giấy biên nhận hồ sơ", &[], &["Giấy biên nhận"]),
    doc_type("CK", "Bản cam kết", &[], &[]),
    doc_type("GP", "Giấy phép", &[], &[]),
    doc_type("TCg", "Thư công", &[], &[]),
];

/// Normalises an abbreviation: Đ for its look-alikes, no white space.
fn fold_look_alikes(abbr: &str) -> String {
    abbr.chars().filter(|c| !c.is_whitespace()).map(|c| if c == 'Ð' || c == 'Ɖ' { 'Đ' } else { c }).collect()
}

/// The type that an abbreviation in a document number means. An exact match is preferred (CTr is not CT, QyĐ is not
/// QĐ); otherwise case is ignored, since law databases print whole headings in capitals.
pub fn by_abbreviation(abbr: &str) -> Option<&'static DocType> {
    let abbr = fold_look_alikes(abbr);
    let all = |doc_type: &'static DocType| std::iter::once(doc_type.abbr).chain(doc_type.symbols.iter().copied());
    let exact = TYPES.iter().find(|t| all(t).any(|a| a == abbr));
    exact.or_else(|| {
        let folded = abbr.to_lowercase();
        // "Lệnh" is an ordinary word, not an abbreviation.
        TYPES.iter().find(|t| t.abbr != "Lệnh" && all(t).any(|a| a.to_lowercase() == folded))
    })
}

/// The full name of a type, by its canonical abbreviation.
pub fn name_of(abbr: &str) -> Option<&'static str> {
    TYPES.iter().find(|t| t.abbr == abbr).map(|t| t.name)
}

/// True if a document titled as type `title` may have a number of type `symbol` (both canonical abbreviations). A joint
/// circular is numbered TT or TTLT; the Party's regulations are numbered QĐ (Hướng dẫn 36-HD/VPTW); a decision may bear
/// the title of the regulation that it issues.
pub fn agree(title: &str, symbol: &str) -> bool {
    title == symbol
        || matches!(
            (title, symbol),
            ("TTLT", "TT") | ("TT", "TTLT") | ("Lệnh", "L") | ("GM", "TM") | ("QyĐ", "QĐ") | ("QC", "QĐ")
        )
}

/// A title found at the start of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The type.
    pub doc_type: &'static DocType,
    /// Byte range of the name in the line.
    pub range: Range<usize>,
    /// The line holds nothing but the name.
    pub alone: bool,
    /// It is written in capitals.
    pub capitals: bool,
    /// Spelled correctly, apart from case, spacing and tone placement.
    pub exact: bool,
}

/// The type that a line begins with, if it looks like a title: in capitals ("BÁO CÁO KẾT QUẢ …"), letter-spaced ("Q U Y
/// Ế T Đ Ị N H"), or alone on its line in any case. Wrong or missing marks ("QUY ĐINH") are tolerated if the name is
/// alone on the line.
pub fn by_title(line: &str) -> Option<Title> {
    by_start(line).filter(|title| title.alone || title.capitals)
}

/// The letters of each name of each type: every line of every document is held against them.
static LETTERS: LazyLock<Vec<(&DocType, Vec<Letter>)>> = LazyLock::new(|| {
    let names = |t: &'static DocType| std::iter::once(&t.name).chain(t.titles).map(move |name| (t, letters_of(name)));
    TYPES.iter().flat_map(names).collect()
});

/// The type whose name a line begins with, in any case; also the start of a sentence ("Nghị định của Chính phủ số …").
/// The longest matching name wins.
pub fn by_start(line: &str) -> Option<Title> {
    let letters = letters_of(line);
    let length: usize = letters.len();
    if length < 4 {
        return None;
    }
    let mut best: Option<Title> = None;
    let mut consider = |title: Title| {
        if best.as_ref().is_none_or(|b| title.range.len() > b.range.len()) {
            best = Some(title);
        }
    };
    for (doc_type, wanted) in LETTERS.iter() {
        if length < wanted.len() {
            continue;
        }
        let head = &letters[..wanted.len()];
        let end = head.last().map_or(0, |l| l.end);
        let range = head.first().map_or(0, |l| l.start)..end;
        let alone = length == wanted.len();
        let same = head.iter().zip(wanted).all(|(a, b)| a.folded == b.folded);
        let bare = head.iter().zip(wanted).all(|(a, b)| a.bare == b.bare);
        let capitals = head.iter().all(|l| l.upper);
        let at_word_end = alone || ends_a_word(line, end, &letters, wanted.len());
        if at_word_end && (same || bare && alone && wanted.len() > 4) {
            consider(Title { doc_type, range, alone, capitals, exact: same });
        }
    }
    best
}

/// True if a name of `count` letters ends where a word ends: in "BÁO CÁO KẾT QUẢ" it does, in "LUẬTPHÒNG" it does not.
fn ends_a_word(line: &str, end: usize, letters: &[Letter], count: usize) -> bool {
    let next = line.get(end..).and_then(|rest| rest.chars().next());
    if next.is_some_and(char::is_alphanumeric) {
        return false;
    }
    let spaced = letters[..count].windows(2).all(|w| w[0].end < w[1].start);
    // In a letter-spaced line a single space does not separate words; only a wider gap does.
    !spaced || count < 2 || next.is_none() || line[end..].starts_with("  ") || letters[count - 1].end < end
}

/// A letter or digit of a title with its byte range in the line.
struct Letter {
    /// Lower case, tone placement normalised.
    folded: char,
    /// Without tone and other marks.
    bare: char,
    upper: bool,
    start: usize,
    end: usize,
}

/// The letters and digits of a text, without spaces and punctuation.
fn letters_of(text: &str) -> Vec<Letter> {
    let key = Key::new(text);
    let mut letters = Vec::new();
    for (at, c) in key.as_str().char_indices() {
        if !c.is_alphanumeric() {
            continue;
        }
        let range = key.original(at..at + c.len_utf8());
        let upper = text[range.clone()].chars().all(|c| !c.is_lowercase());
        letters.push(Letter { folded: c, bare: bare_letter(c), upper, start: range.start, end: range.end });
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn abbreviations_are_found_with_their_case() {
        for (abbr, wanted) in [
            ("QĐ", "QĐ"),
            ("QÐ", "QĐ"),
            ("CT", "CT"),
            ("CTr", "CTr"),
            ("CTR", "CTr"),
            ("ĐA", "ĐA"),
            ("DA", "DA"),
            ("QyĐ", "QyĐ"),
            ("QC", "QC"),
            ("CĐ", "CĐ"),
            ("HĐ", "HĐ"),
            ("HD", "HD"),
            ("TTr", "TTr"),
            ("TTLT", "TTLT"),
            ("CTPH", "CTr"),
            ("BCTĐ", "BC"),
            ("KL", "KL"),
            ("nđ", "NĐ"),
            ("CV", "CV"),
        ] {
            assert_eq!(by_abbreviation(abbr).map(|t| t.abbr), Some(wanted), "{abbr}");
        }
        for none in ["UBND", "SNV", "", "X", "LỆNH", "TTg"] {
            assert_eq!(by_abbreviation(none), None, "{none}");
        }
    }

    #[test]
    fn titles_are_recognised_at_the_start_of_a_line() {
        for (line, wanted) in [
            ("QUYẾT ĐỊNH", "QĐ"),
            ("QUYẾT ÐỊNH", "QĐ"),
            ("Q U Y Ế T Đ Ị N H", "QĐ"),
            ("QUYẾT  ĐỊNH:", "QĐ"),
            ("QUYẾT ĐỊNH CỦA THỦ TƯỚNG CHÍNH PHỦ", "QĐ"),
            ("QUY ĐINH", "QyĐ"),
            ("KE HOACH", "KH"),
            ("BÁO CÁO KẾT QUẢ KIỂM TRA", "BC"),
            ("Báo cáo", "BC"),
            ("THÔNG TƯ LIÊN TỊCH", "TTLT"),
            ("THÔNG BÁO", "TB"),
            ("THÔNG BÁO KẾT LUẬN", "TB"),
            ("TỜ TRÌNH", "TTr"),
            ("T Ờ  T R Ì N H", "TTr"),
            ("LUẬT", "L"),
            ("BỘ LUẬT", "L"),
            ("GIẤY ỦY QUYỀN", "GUQ"),
            ("GIẤY UỶ QUYỀN", "GUQ"),
            ("CHƯƠNG TRÌNH", "CTr"),
            ("NGHỊ QUYẾT", "NQ"),
            ("KẾT LUẬN", "KL"),
            ("kế hoạch", "KH"),
        ] {
            assert_eq!(by_title(line).map(|t| t.doc_type.abbr), Some(wanted), "{line}");
        }
    }

    #[test]
    fn sentences_are_no_titles() {
        for line in [
            "Quyết định này có hiệu lực từ ngày ký",
            "Báo cáo kết quả thực hiện",
            "LUẬTPHÒNG",
            "CHƯƠNG I",
            "Luật",
            "Kính gửi: Sở Nội vụ",
            "Kế hoạch số 12",
            "ỦY BAN NHÂN DÂN",
            "",
            "Căn cứ Luật Tổ chức",
            "ĐỀ ÁNH",
        ] {
            let found = by_title(line);
            assert!(found.is_none() || line == "Luật", "{line}: {found:?}");
        }
    }

    #[test]
    fn a_title_knows_its_place_and_spelling() {
        let title = by_title("  KẾ HOẠCH TRIỂN KHAI").unwrap();
        assert_eq!(&"  KẾ HOẠCH TRIỂN KHAI"[title.range.clone()], "KẾ HOẠCH");
        assert!(!title.alone && title.capitals && title.exact);
        let title = by_title("QUY ĐINH").unwrap();
        assert!(title.alone && !title.exact);
    }

    #[test]
    fn every_name_is_its_own_title() {
        for doc_type in TYPES {
            let found = by_title(&doc_type.name.to_uppercase()).map(|t| t.doc_type.abbr);
            assert_eq!(found, Some(doc_type.abbr), "{}", doc_type.name);
            assert_eq!(by_abbreviation(doc_type.abbr).map(|t| t.abbr), Some(doc_type.abbr));
            assert_eq!(name_of(doc_type.abbr), Some(doc_type.name));
        }
        assert!(agree("TTLT", "TT") && !agree("KH", "BC"));
    }

    proptest! {
        #[test]
        fn titles_never_panic(line in "\\PC{0,40}") {
            if let Some(title) = by_title(&crate::text::nfc(&line)) {
                prop_assert!(crate::text::nfc(&line).get(title.range).is_some());
            }
        }

        #[test]
        fn vietnamese_titles_never_panic(line in "[QUYẾTĐỊNHLUẬTKẾHOẠCH uýỷ:.]{0,30}") {
            if let Some(title) = by_title(&line) {
                prop_assert!(line.get(title.range).is_some());
            }
        }
    }
}
