//! Tests of the layout on hand-placed glyphs, in a font size of ten points with letters five points wide.

use proptest::prelude::*;

use super::glyphs::Glyph;
use super::layout::lines;
use crate::document::lines::Ruling;
use crate::document::{Line, Source};

const SIZE: f32 = 10.0;
const ADVANCE: f32 = 5.0;

/// A page to which text is added piece by piece, in drawing order.
#[derive(Default)]
struct Sheet(Vec<Glyph>);

impl Sheet {
    /// Adds a text that starts at `x` on the baseline `y`. Spaces are glyphs too.
    fn set(self, x: f32, y: f32, text: &str) -> Self {
        self.set_with(x, y, text, |_| {})
    }

    fn set_with(mut self, x: f32, y: f32, text: &str, change: impl Fn(&mut Glyph)) -> Self {
        for (i, c) in text.chars().enumerate() {
            let x0 = x + ADVANCE * i as f32;
            let mut glyph = Glyph {
                text: c.to_string(),
                x0,
                x1: x0 + ADVANCE,
                baseline: y,
                size: SIZE,
                angle: 0,
                bold: false,
                hidden: false,
                order: self.0.len() as u32,
            };
            change(&mut glyph);
            self.0.push(glyph);
        }
        self
    }

    /// Adds words with gaps of `gap` points between them instead of spaces.
    fn spread(mut self, x: f32, y: f32, gap: f32, words: &[&str]) -> Self {
        let mut at = x;
        for word in words {
            self = self.set(at, y, word);
            at += ADVANCE * word.chars().count() as f32 + gap;
        }
        self
    }

    fn lines(self) -> Vec<Line> {
        lines(self.0, &[], Source::Text)
    }

    fn texts(self) -> Vec<String> {
        self.lines().into_iter().map(|line| line.text).collect()
    }
}

#[test]
fn letterhead_columns_are_two_lines() {
    let sheet = Sheet::default()
        .set(20.0, 50.0, "ỦY BAN NHÂN DÂN TỈNH")
        .set(130.0, 50.0, "CỘNG HÒA XÃ HỘI")
        .set(30.0, 65.0, "Số: 12/QĐ-UBND")
        .set(130.0, 65.0, "Đắk Lắk, ngày 21 tháng 12 năm 2017");
    // The gaps are 10 and 30 points: the upper one is narrow but aligned with the lower one.
    assert_eq!(
        sheet.texts(),
        ["ỦY BAN NHÂN DÂN TỈNH", "CỘNG HÒA XÃ HỘI", "Số: 12/QĐ-UBND", "Đắk Lắk, ngày 21 tháng 12 năm 2017"]
    );
}

#[test]
fn dot_leaders_join_no_words() {
    let dots = [".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "."];
    let sheet = Sheet::default().spread(20.0, 50.0, 3.0, &["Kết", "quả"]).spread(58.0, 50.0, 4.0, &dots);
    assert!(sheet.texts()[0].starts_with("Kết quả ."));
}

#[test]
fn letters_set_apart_are_one_word() {
    // The number is letter-spaced, the date beside it is not: most gaps of the row are those of the date.
    let apart = |at: f32| move |glyph: &mut Glyph| glyph.x0 += at * ((glyph.x0 - 20.0) / ADVANCE);
    let spaced = |space: f32, text: &str| {
        let mut sheet = Sheet::default().set_with(20.0, 50.0, text, apart(space));
        sheet.0.iter_mut().for_each(|glyph| glyph.x1 = glyph.x0 + ADVANCE);
        sheet
    };
    let date = "Đắk Lắk, ngày 21 tháng 12 năm 2017";
    assert_eq!(spaced(1.5, "Số: 12/QĐ-UBND").set(190.0, 50.0, date).texts(), ["Số: 12/QĐ-UBND", date]);
    // The space of a letter-spaced heading does not separate columns, although the letterhead above leaves it empty.
    for space in [1.5, 3.0, 4.0, 5.0] {
        let column = 20.0 + 6.0 * (ADVANCE + space);
        let mut sheet = spaced(space, "QUYẾT ĐỊNH");
        sheet = sheet.set(20.0, 35.0, "SỞ").set(column, 35.0, "CỘNG HÒA");
        assert_eq!(sheet.texts().last().map(String::as_str), Some("QUYẾT ĐỊNH"), "{space}");
    }
}

#[test]
fn a_shadow_is_no_text() {
    for (dx, dy) in [(0.3, 0.0), (1.2, 1.2), (-1.4, 1.0)] {
        let sheet = Sheet::default().set(20.0 + dx, 50.0 + dy, "BÁO CÁO 112").set(20.0, 50.0, "BÁO CÁO 112");
        assert_eq!(sheet.texts(), ["BÁO CÁO 112"], "{dx} {dy}");
    }
    // Narrow letters of one text are as close together, but are two letters.
    let narrow = |glyph: &mut Glyph| (glyph.x0, glyph.x1) = (glyph.x0 / 3.0, glyph.x0 / 3.0 + ADVANCE / 3.0);
    assert_eq!(Sheet::default().set_with(60.0, 50.0, "ll", narrow).texts(), ["ll"]);
}

#[test]
fn a_date_beside_a_long_number_is_its_own_line() {
    let sheet =
        Sheet::default().set(20.0, 50.0, "(V/v quản lý hoạt động").set(140.0, 50.0, "Huế, ngày 2 tháng 3 năm 2018");
    assert_eq!(sheet.texts(), ["(V/v quản lý hoạt động", "Huế, ngày 2 tháng 3 năm 2018"]);
}

#[test]
fn gaps_within_a_line_do_not_end_it() {
    let justified = Sheet::default()
        .spread(20.0, 50.0, 14.0, &["Căn", "cứ", "Luật", "tổ", "chức", "chính", "quyền"])
        .spread(20.0, 65.0, 14.0, &["địa", "phương", "ngày", "19", "tháng", "6", "năm"]);
    assert_eq!(justified.texts(), ["Căn cứ Luật tổ chức chính quyền", "địa phương ngày 19 tháng 6 năm"]);

    for (left, gap, right, whole) in [
        ("Số:", 45.0, "/KH-UBND", "Số: /KH-UBND"),
        ("Huế, ngày", 30.0, "tháng 12 năm 2017", "Huế, ngày tháng 12 năm 2017"),
        ("Kính gửi:", 30.0, "Sở Nội vụ", "Kính gửi: Sở Nội vụ"),
        ("1.", 25.0, "Mục đích", "1. Mục đích"),
        ("-", 25.0, "Như trên", "- Như trên"),
    ] {
        assert_eq!(Sheet::default().spread(20.0, 50.0, gap, &[left, right]).texts(), [whole]);
    }
}

#[test]
fn what_stands_on_both_sides_of_the_signature_is_apart() {
    let sheet = Sheet::default().set(20.0, 50.0, "Nơi nhận:").set(200.0, 50.0, "CHỦ TỊCH");
    assert_eq!(sheet.texts(), ["Nơi nhận:", "CHỦ TỊCH"]);
}

#[test]
fn a_vertical_rule_ends_a_line_however_small_the_gap() {
    let sheet = Sheet::default().spread(20.0, 50.0, 3.0, &["Sở", "Nội", "vụ", "15"]);
    let ruling = Ruling { x: 69.0, y0: 30.0, y1: 60.0 };
    let at_last = sheet.0.iter().find(|g| g.text == "1").map(|g| g.x0).unwrap() - 1.5;
    let found = lines(sheet.0, &[Ruling { x: at_last, ..ruling }], Source::Text);
    assert_eq!(found.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["Sở Nội vụ", "15"]);
}

#[test]
fn text_drawn_twice_is_read_once_as_bold() {
    let lines = Sheet::default().set(20.0, 50.0, "KẾ HOẠCH").set(20.3, 50.0, "KẾ HOẠCH").lines();
    assert_eq!(lines.len(), 1);
    assert_eq!((lines[0].text.as_str(), lines[0].bold), ("KẾ HOẠCH", true));
}

#[test]
fn turned_text_comes_last_with_its_box_on_the_page() {
    // Written upwards along the left margin: turned back, x runs up the page and the baseline is the x on the page.
    let lines = Sheet::default()
        .set_with(-300.0, 30.0, "Công báo", |g| g.angle = 270)
        .set(60.0, 50.0, "Quyết định này có hiệu lực")
        .lines();
    assert_eq!(lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["Quyết định này có hiệu lực", "Công báo"]);
    let rect = lines[1].rect.unwrap();
    assert_eq!(<[f32; 4]>::from(rect), [20.5, 260.0, 32.5, 300.0]);
}

#[test]
fn letters_drawn_by_another_font_return_to_their_word() {
    // LibreOffice draws "Q y t đ nh" first, and afterwards the letters that its font lacks.
    let sheet =
        Sheet::default().set(20.0, 50.0, "Quy").set(40.0, 50.0, "t đ").set(60.0, 50.0, "nh").set(35.0, 50.0, "ế");
    assert_eq!(sheet.set(55.0, 50.0, "ị").texts(), ["Quyết định"]);
}

#[test]
fn a_stamp_over_a_line_is_its_own_line() {
    let sheet = Sheet::default().set(20.0, 50.0, "Số: .........../QĐ-UBND").set(42.0, 51.0, "3507");
    assert_eq!(sheet.texts(), ["Số: .........../QĐ-UBND", "3507"]);
}

#[test]
fn blanks_under_a_number_do_not_cut_it() {
    let sheet = Sheet::default().set(20.0, 50.0, "Số:        /QĐ-UBND").set(42.0, 50.0, "3507");
    assert_eq!(sheet.texts(), ["Số: 3507 /QĐ-UBND"]);
}

#[test]
fn letter_spaced_words_stay_words() {
    let spaced = |sheet: Sheet, x: f32, word: &str| {
        word.chars().enumerate().fold(sheet, |s, (i, c)| s.set(x + 6.5 * i as f32, 50.0, &c.to_string()))
    };
    let sheet = spaced(spaced(Sheet::default(), 20.0, "QUYẾT"), 57.0, "ĐỊNH");
    assert_eq!(sheet.texts(), ["QUYẾT ĐỊNH"]);
}

#[test]
fn digits_in_cells_of_their_own_are_no_number() {
    let digits = ["3", "5", "7", "9", "2", "4", "6", "8"];
    let cells = Sheet::default().spread(20.0, 50.0, 3.0, &digits);
    assert_eq!(cells.texts(), ["3 5 7 9 2 4 6 8"]);
    // The letters of narrow cells are separated by the rulings.
    let letters = ["C", "Đ", "K", "H", "T", "Đ", "K", "C"];
    let sheet = Sheet::default().spread(20.0, 50.0, 3.0, &letters);
    let at = |i: usize| sheet.0[i].x1 + 1.5;
    let rulings: Vec<Ruling> = (0..7).map(|i| Ruling { x: at(i), y0: 30.0, y1: 60.0 }).collect();
    let texts: Vec<String> = lines(sheet.0.clone(), &rulings, Source::Text).into_iter().map(|l| l.text).collect();
    assert_eq!(texts, letters);
}

#[test]
fn two_lines_of_a_figure_beside_a_line_of_text_stay_apart() {
    let small = |g: &mut Glyph| g.size = 5.2;
    let sheet = Sheet::default()
        .set_with(200.0, 47.0, "Leave", small)
        .set(20.0, 50.0, "the outer trace")
        .set_with(190.0, 53.0, "Compiled", small);
    assert_eq!(sheet.texts(), ["Leave", "the outer trace", "Compiled"]);
}

#[test]
fn raised_signs_stay_with_their_word() {
    let small = |g: &mut Glyph| g.size = 5.8;
    let sheet = Sheet::default().set_with(30.0, 46.1, "2", small).set(20.0, 50.0, "5m").set(35.0, 50.0, ";");
    assert_eq!(sheet.texts(), ["5m2;"]);
}

#[test]
fn words_keep_their_place() {
    let lines = Sheet::default().set(20.0, 50.0, "Số  12").lines();
    let words = &lines[0].words;
    assert_eq!(lines[0].text, "Số 12");
    assert_eq!(&lines[0].text[words[1].start as usize..words[1].end as usize], "12");
    assert_eq!([words[0].x0, words[0].x1, words[1].x0, words[1].x1], [20.0, 30.0, 40.0, 50.0]);
}

proptest! {
    #[test]
    fn no_glyph_is_lost(
        places in prop::collection::vec((0f32..600.0, 0f32..800.0, 4f32..30.0, 0u16..4, 0u32..60), 0..120),
        rulings in prop::collection::vec((0f32..600.0, 0f32..800.0), 0..5),
    ) {
        let mut glyphs = Vec::new();
        for (order, (x, y, size, turn, letter)) in places.iter().enumerate() {
            let text = char::from_u32('A' as u32 + letter).unwrap_or('A').to_string();
            let order = order as u32;
            let (x0, x1) = (*x, x + size / 2.0);
            glyphs.push(Glyph {
                text, x0, x1, baseline: *y, size: *size, angle: turn * 90, bold: false, hidden: false, order,
            });
        }
        let rulings: Vec<Ruling> = rulings.iter().map(|(x, y)| Ruling { x: *x, y0: *y, y1: y + 100.0 }).collect();
        let found = lines(glyphs.clone(), &rulings, Source::Text);
        let mut drawn: Vec<char> = glyphs.iter().flat_map(|g| g.text.chars()).collect();
        let mut read: Vec<char> = found.iter().flat_map(|l| l.text.chars()).filter(|c| *c != ' ').collect();
        drawn.sort_unstable();
        read.sort_unstable();
        // Only a letter that was drawn twice at one position may be read once.
        if read.len() == drawn.len() {
            prop_assert_eq!(&read, &drawn);
        }
        prop_assert!(read.len() <= drawn.len());
        read.dedup();
        drawn.dedup();
        prop_assert_eq!(read, drawn);
        for line in &found {
            let words: Vec<&str> =
                line.words.iter().map(|w| &line.text[w.start as usize..w.end as usize]).collect();
            prop_assert_eq!(words.join(" "), line.text.as_str());
        }
    }

    #[test]
    fn odd_numbers_do_no_harm(
        odd in prop::collection::vec((any::<f32>(), any::<f32>(), any::<f32>(), any::<f32>(), 0u16..360), 0..40),
    ) {
        let glyph = |(order, (x0, x1, baseline, size, angle)): (usize, &(f32, f32, f32, f32, u16))| Glyph {
            text: "x".into(), x0: *x0, x1: *x1, baseline: *baseline, size: *size, angle: *angle,
            bold: false, hidden: false, order: order as u32,
        };
        lines(odd.iter().enumerate().map(glyph).collect(), &[], Source::Text);
    }
}
