//! Tests of the PDF reader on small files built here, and on the corpus if it is available.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::read;
use crate::document::{Line, Media, Page, PageKind, Record, Remark, RemarkKind, Source, Status};
use crate::limits::Limits;
use crate::read::failure::Failure;

/// The result of reading a file.
#[derive(Default)]
struct Found {
    page_count: u32,
    pages: Vec<Page>,
    remarks: Vec<Remark>,
}

fn read_all(data: Vec<u8>, limits: &Limits) -> Result<Found, Failure> {
    let mut found = Found::default();
    read(data, limits, &mut |record| match record {
        Record::Start { media, page_count } => {
            assert_eq!((media, found.pages.len()), (Media::Pdf, 0));
            found.page_count = page_count;
        }
        Record::Page(page) => found.pages.push(page),
        Record::Remark(remark) => found.remarks.push(remark),
        Record::Picture(_) | Record::End { .. } => panic!("neither pictures nor the end are the reader's to send"),
    })?;
    Ok(found)
}

/// A file with one page for each content stream. The first page has an annotation with the text `note`.
fn pdf(contents: &[&str], note: Option<&str>) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>".to_owned(),
        stream(&note.map(|n| format!("BT /F 10 Tf 2 3 Td ({n}) Tj ET")).unwrap_or_default(), FORM),
        "<< /Type /Annot /Subtype /Widget /FT /Sig /V << /Filter /X >> /Rect [52 700 92 712] /AP << /N 4 0 R >> >>"
            .into(),
    ];
    let mut kids = String::new();
    for (i, content) in contents.iter().enumerate() {
        let annotations = if i == 0 && note.is_some() { "/Annots [5 0 R]" } else { "" };
        objects.push(stream(content, ""));
        let of = objects.len();
        objects.push(format!("<< /Type /Page /Parent 2 0 R /Contents {of} 0 R {annotations} >>"));
        kids += &format!("{} 0 R ", of + 1);
    }
    objects[1] = format!(
        "<< /Type /Pages /Kids [{kids}] /Count {} /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> >>",
        contents.len()
    );
    if note.is_none() {
        objects[0] = "<< /Type /Catalog /Pages 2 0 R >>".to_owned();
    }
    let mut file = "%PDF-1.7\n".to_owned();
    for (i, object) in objects.iter().enumerate() {
        file += &format!("{} 0 obj\n{object}\nendobj\n", i + 1);
    }
    (file + "trailer << /Root 1 0 R >>\n").into_bytes()
}

const FORM: &str = "/Type /XObject /Subtype /Form /BBox [0 0 40 12] /Resources << /Font << /F 3 0 R >> >>";

fn stream(content: &str, keys: &str) -> String {
    format!("<< {keys} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// A grey image over the whole page.
const PICTURE: &str = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7f} EI Q";
/// A grey image of one unit.
const SMALL: &str = "BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7f} EI";
const TEXT: &str = "BT /F 12 Tf 20 700 Td (Sixty letters of plain text, so that it is more than a page number) Tj ET";

#[test]
fn pages_are_told_apart() {
    let hidden = format!("{PICTURE} BT /F 12 Tf 3 Tr 20 700 Td (What a scanner thought it saw on the page) Tj ET");
    let covered = format!("{TEXT} {PICTURE}");
    let over = format!("{PICTURE} {TEXT}");
    let stamped = format!("{PICTURE} BT /F 8 Tf 300 780 Td (Signed by the office on 21.12.2017 08:00:00 +07:00) Tj ET");
    let curves = "0 0 m 1 2 3 4 5 6 c 7 8 9 10 11 12 c 1 1 l 2 2 l 3 3 l f ".repeat(60);
    let lost = "BT /F 12 Tf 20 700 Td (C?NG H?A X? H?I CH? NGH?A VI?T NAM L?P T? DO) Tj ET";
    let contents = [TEXT, PICTURE, "", &hidden, &covered, &over, &stamped, &curves, lost];
    let found = read_all(pdf(&contents, None), &Limits::default()).unwrap();

    use PageKind::{Blank, Scan, Text};
    let kinds: Vec<PageKind> = found.pages.iter().map(|page| page.kind).collect();
    assert_eq!(kinds, [Text, Scan, Blank, Scan, Scan, Text, Scan, Scan, Scan]);
    assert_eq!(found.pages.iter().map(|page| page.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let remarks: Vec<_> = found.remarks.iter().map(|r| (r.kind, r.place.page)).collect();
    assert_eq!(
        remarks,
        [
            (RemarkKind::UntrustedText, Some(4)),
            (RemarkKind::UntrustedText, Some(5)),
            (RemarkKind::LostCharacters, Some(9))
        ]
    );
    let counts: Vec<usize> = found.pages.iter().map(|page| page.lines.len()).collect();
    assert_eq!(counts, [1, 0, 0, 0, 0, 1, 1, 0, 0]);
}

#[test]
fn what_is_drawn_so_that_nobody_sees_it_is_no_text() {
    let number = "BT /F 10 Tf 20 750 Td (No. 123) Tj ET";
    for (content, source, concealed) in [
        (number.to_owned(), Source::Text, false),
        (format!("1 g {number} 0 g"), Source::Invisible, true),
        (format!("1 1 1 rg {number} 0 g"), Source::Invisible, true),
        (format!("0 0 0.5 rg 10 740 100 30 re f 1 g {number} 0 g"), Source::Text, false),
        (format!("1 g 10 740 100 30 re f {number} 0 g"), Source::Invisible, true),
        (format!("q 0 0 9 9 re W n {number} Q"), Source::Invisible, true),
        (format!("q 10 740 200 30 re W n {number} Q"), Source::Text, false),
        (format!("{number} 1 g 10 740 100 30 re f 0 g"), Source::Invisible, true),
        (format!("{number} 10 752 100 1 re f"), Source::Text, false),
        (format!("{number} q 0 0 9 9 re W n 10 740 100 30 re f Q"), Source::Text, false),
        (format!("{number} 10 740 100 30 re S"), Source::Text, false),
        // A frame as one path.
        (format!("{number} 9 739 102 32 re 10 740 100 30 re f*"), Source::Text, false),
        // Two boxes as one path, and one with round corners.
        (format!("{number} 1 g 10 740 100 30 re 300 10 9 9 re f 0 g"), Source::Invisible, true),
        (
            format!("{number} 1 g 12 740 m 108 740 l 110 742 l 110 768 l 108 770 l 12 770 l 10 768 l 10 742 l h f 0 g"),
            Source::Invisible,
            true,
        ),
        // In the hole of a frame, on an area made white again, in nearly white grey.
        (format!("1 0 0 rg 2 2 596 796 re 10 10 580 780 re f* 1 g {number} 0 g"), Source::Invisible, true),
        (format!("1 0 0 rg 10 740 100 30 re f 1 g 5 735 200 50 re f {number} 0 g"), Source::Invisible, true),
        (format!("0.96 g {number} 0 g"), Source::Invisible, true),
        (format!("0.8 g {number} 0 g"), Source::Text, false),
        // Under an image, and under a rotated one.
        (format!("{number} q 100 0 0 30 10 740 cm {SMALL} Q"), Source::Invisible, true),
        (format!("{number} q 60 60 -60 60 30 700 cm {SMALL} Q"), Source::Text, false),
    ] {
        let found = read_all(pdf(&[&format!("{TEXT} {content}")], None), &Limits::default()).unwrap();
        let line = found.pages[0].lines.iter().find(|line| line.text == "No. 123").unwrap();
        assert_eq!(line.source, source, "{content}");
        assert_eq!(found.pages[0].kind, PageKind::Text, "{content}");
        let is_remarked = found.remarks.iter().any(|r| r.kind == RemarkKind::HiddenText);
        assert_eq!(is_remarked, concealed, "{content}");
    }
}

#[test]
fn a_page_on_its_side_is_read_upright() {
    let upright = read_all(pdf(&[TEXT], None), &Limits::default()).unwrap();
    let level = &upright.pages[0].lines[0];
    for (matrix, quarters, size) in [
        ("0 1 -1 0 800 0", 1, (800.0, 600.0)),
        ("-1 0 0 -1 600 800", 2, (600.0, 800.0)),
        ("0 -1 1 0 -200 600", 3, (800.0, 600.0)),
    ] {
        let found = read_all(pdf(&[&format!("q {matrix} cm {TEXT} Q")], None), &Limits::default()).unwrap();
        let page = &found.pages[0];
        assert_eq!((page.orientation.quarters, (page.width, page.height)), (quarters, size));
        assert_eq!(page.lines[0].text, level.text);
        let rect = page.lines[0].rect.unwrap();
        assert!(rect.width() > 10.0 * rect.height() && rect.y0 < 200.0, "{rect:?}");
    }
}

#[test]
fn an_annotation_in_a_gap_is_a_line_of_its_own() {
    let content = "BT /F 10 Tf 20 703 Td (S: ) Tj 80 0 Td (/Q-UBND and the rest of a line of text) Tj ET";
    let found = read_all(pdf(&[content], Some("3507")), &Limits::default()).unwrap();
    let lines = &found.pages[0].lines;
    let shown: Vec<(&str, Source)> = lines.iter().map(|line| (line.text.as_str(), line.source)).collect();
    assert_eq!(shown, [("S: /Q-UBND and the rest of a line of text", Source::Text), ("3507", Source::Annotation)]);
    let (gap, note) = ((lines[0].words[0].x1, lines[0].words[1].x0), lines[1].rect.unwrap());
    assert!(gap.0 < note.x0 && note.x1 < gap.1, "{gap:?} {note:?}");
    assert_eq!(found.remarks.iter().map(|r| r.detail.as_str()).collect::<Vec<_>>(), ["1 digital signature"]);
}

#[test]
fn a_scan_keeps_what_its_annotations_say() {
    let found = read_all(pdf(&[PICTURE], Some("SAO Y")), &Limits::default()).unwrap();
    assert_eq!(found.pages[0].kind, PageKind::Scan);
    assert_eq!(found.pages[0].lines[0].text, "SAO Y");
}

#[test]
fn replacement_text_stands_where_it_was_drawn() {
    let content = "BT /F 10 Tf 20 700 Td (Quy) Tj /Span << /ActualText <FEFF1EBF> >> BDC (e^) Tj EMC (t) Tj ET";
    let found = read_all(pdf(&[content], None), &Limits::default()).unwrap();
    assert_eq!(found.pages[0].lines[0].text, "Quyết");
}

#[test]
fn failures_have_their_status() {
    for damaged in [Vec::new(), b"%PDF-1.7\nnothing".to_vec(), pdf(&[], None)] {
        assert_eq!(read_all(damaged, &Limits::default()).err().map(|f| f.status), Some(Status::Malformed));
    }
}

/// A file with one page whose content is `data`, deflated.
fn deflated(data: &[u8]) -> Vec<u8> {
    let file = pdf(&["x"], None);
    let old = b"<<  /Length 1 >>\nstream\nx\n";
    let at = file.windows(old.len()).position(|w| w == old).unwrap();
    let head = format!("<< /Filter /FlateDecode /Length {} >>\nstream\n", data.len());
    [&file[..at], head.as_bytes(), data, b"\n", &file[at + old.len()..]].concat()
}

#[test]
fn what_does_not_hold_what_was_written_is_told() {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(TEXT.as_bytes()).unwrap();
    let packed = encoder.finish().unwrap();
    let with = |at: usize, byte: u8| {
        let mut packed = packed.clone();
        packed[at] = byte;
        deflated(&packed)
    };
    let text =
        |file: &[u8], from: &str, to: &str| String::from_utf8(file.to_vec()).unwrap().replace(from, to).into_bytes();
    let plain = pdf(&[TEXT, TEXT], None);
    let cut = plain[..plain.len() - 60].to_vec();
    let (checksum, unread) = (RemarkKind::Checksum, RemarkKind::PageUnreadable);
    let last = packed[packed.len() - 1];
    for (name, file, expected) in [
        ("whole", deflated(&packed), vec![]),
        ("a wrong checksum", with(packed.len() - 1, last ^ 1), vec![(checksum, Some(1))]),
        ("no checksum", deflated(&packed[..packed.len() - 4]), vec![(checksum, Some(1))]),
        ("no end", deflated(&packed[..packed.len() / 2]), vec![(unread, Some(1))]),
        (
            "an unknown filter",
            text(&plain, "<<  /Length", "<< /Filter /Unknown /Length"),
            vec![(unread, Some(1)), (unread, Some(2))],
        ),
        ("no content", text(&plain, "/Contents 6 0 R", "/Contents 60 0 R"), vec![(unread, Some(1))]),
        ("a page too few", text(&plain, "/Count 2", "/Count 3"), vec![(unread, None)]),
        ("a cut file", cut, vec![(unread, None)]),
    ] {
        let found = read_all(file, &Limits::default()).unwrap();
        let remarks: Vec<_> = found.remarks.iter().map(|r| (r.kind, r.place.page)).collect();
        assert_eq!(remarks, expected, "{name}");
    }
}

#[test]
fn a_limit_on_pages_is_told() {
    let limits = Limits { pages: 2, ..Limits::default() };
    let found = read_all(pdf(&[TEXT, TEXT, TEXT], None), &limits).unwrap();
    assert_eq!((found.page_count, found.pages.len()), (3, 2));
    assert_eq!(found.remarks.iter().map(|r| r.kind).collect::<Vec<_>>(), [RemarkKind::LimitReached]);
}

/// The PDFs of the shared corpus. Without it, prints so and returns none.
fn corpus() -> Vec<PathBuf> {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
    let folders = above.map(|folder| folder.join("shared/corpus/vn/pdf"));
    let Some(entries) = folders.filter(|f| f.is_dir()).find_map(|f| std::fs::read_dir(f).ok()) else {
        eprintln!("skipped: no corpus at ../shared/corpus/vn/pdf");
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

#[test]
fn real_documents_keep_their_lines() {
    let mut numbers = 0;
    let mut dates = 0;
    let date = regex::Regex::new(r"ngày ?\d{1,2} tháng ?\d{1,2} năm \d{4}").unwrap();
    for file in corpus() {
        let Ok(found) = read_all(std::fs::read(&file).unwrap(), &Limits::default()) else { continue };
        assert_eq!(found.pages.len(), found.page_count as usize, "{}", file.display());
        for page in &found.pages {
            assert!(page.kind != PageKind::Blank || page.lines.is_empty());
            page.lines.iter().for_each(|line| is_sound(line, &file));
        }
        for line in found.pages.iter().take(1).flat_map(|page| &page.lines) {
            if line.text.starts_with("Số:") && line.text.contains('/') {
                assert!(!line.text.contains("ngày"), "number and date are one line in {}", file.display());
                numbers += 1;
            }
            dates += usize::from(line.text.len() < 80 && date.is_match(&line.text));
        }
    }
    if numbers + dates > 0 {
        assert!(numbers >= 3 && dates >= 3, "{numbers} numbers and {dates} dates are whole");
    }
}

/// Asserts that words are separated by one space, their offsets are right and the box of the line encloses them.
fn is_sound(line: &Line, file: &Path) {
    let words: Vec<&str> = line.words.iter().map(|w| &line.text[w.start as usize..w.end as usize]).collect();
    assert_eq!(words.join(" "), line.text, "{}", file.display());
    assert_eq!(crate::text::nfc(&line.text), line.text, "{}", file.display());
    let rect = line.rect.unwrap();
    assert!(line.words.iter().all(|w| rect.x0 <= w.x0 && w.x0 <= w.x1 && w.x1 <= rect.x1), "{}", file.display());
}
