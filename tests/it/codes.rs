//! Every finding code is raised by something: by the fixture batch, or by files that are made here because git, the
//! batch or its rule pack cannot hold them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use kiemchung::batch::{Job, Store, run, take_in};
use kiemchung::check::{KINDS, codes, load};
use kiemchung::document::Picture;
use kiemchung::limits::Limits;
use kiemchung::message::Said;
use kiemchung::ocr::{Engine, Reach, Recognised, Recognition};
use kiemchung::submission::{Facts, LayoutChoice, read_facts};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::common::{endless_pdf, expected, kiemchung, pdf, root};
use crate::intake::put;

/// The codes that a run raises against tests/packs/mau.
fn raised(folder: &Path, facts: Facts, program: &Path) -> BTreeSet<&'static str> {
    raised_with(folder, facts, program, None)
}

fn raised_with(
    folder: &Path,
    facts: Facts,
    program: &Path,
    recognition: Option<Recognition>,
) -> BTreeSet<&'static str> {
    // A file that never ends is given up soon; an engine may be slow on a busy machine.
    let progress = Duration::from_millis(if recognition.is_some() { 30_000 } else { 700 });
    let job = Job {
        root: folder,
        pack: load(root().join("tests/packs/mau").to_str().unwrap()).unwrap(),
        layout: LayoutChoice::Auto,
        agencies: None,
        facts,
        outs: &[],
        as_of: "2019-01-31".parse().unwrap(),
        jobs: 1,
        program: program.to_owned(),
        limits: Limits { progress, ..Limits::default() },
        store: Store::new(None, None),
        ocr: Said::new("ocr-never"),
        recognition,
        crops: false,
    };
    let intake = take_in(&job).unwrap();
    let (run, _) = run(job, intake, &|_| {}).unwrap();
    run.submissions.iter().flat_map(|s| s.findings().map(|f| f.code.as_str())).collect()
}

const PROGRAM: &str = env!("CARGO_BIN_EXE_kiemchung");

/// A report with its whole form, as plain text.
fn report(number: &str, date: &str, title: &str, body: &str) -> String {
    format!(
        "UBND TỈNH ĐẮK LẮK\nSỞ NỘI VỤ\nSố: {number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\
         Đắk Lắk, {date}\n\nBÁO CÁO\n{title}\n\n{body}\n\nNơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n(Đã ký)\nTrần Thị Bình\n"
    )
}

/// What only a rule pack of its own can raise: one document for each item of tests/packs/mau.
fn of_items() -> BTreeSet<&'static str> {
    let folder = tempfile::tempdir().unwrap();
    let day = "ngày 20 tháng 12 năm 2018";
    for (name, number, date, title, body) in [
        ("mot.txt", "1/BC-SNV", day, "Kết quả kiểm tra nội bộ năm 2018", "Đã kiểm tra."),
        ("hai.txt", "2/BC-SNV", day, "Kết quả thực hiện kế hoạch chuyên đề năm 2018", "Đã thực hiện."),
        ("ba.txt", "1234/BC-SNV\nSố: 1235/BC-SNV", day, "Công tác tổ chức", "Đã làm."),
        ("bon.txt", "4/BC-SNV", "ngày    tháng    năm 2018", "Công tác văn thư, lưu trữ năm 2018", "Đã làm."),
        ("nam.txt", "5/BC-SNV", day, "Công tác dân vận năm 2018", "Đã làm."),
        ("nam-2.txt", "15/BC-SNV", day, "Công tác dân vận năm 2018", "Đã làm thêm."),
        ("sau.txt", "6/BC-SNV", day, "Kết quả bồi dưỡng năm 2018", "Sở đã mở 8/20 lớp bồi dưỡng, đạt 40%."),
    ] {
        put(folder.path(), &format!("nop/M1/{name}"), report(number, date, title, body));
    }
    let facts = put(folder.path(), "facts.csv", "agency,name,value,source\n,so-lop,50,Kế hoạch bồi dưỡng\n");
    raised(&folder.path().join("nop"), read_facts(&facts).unwrap(), Path::new(PROGRAM))
}

#[test]
fn items_of_the_test_pack_raise_what_they_are_made_for() {
    let wanted = ["KC202", "KC207", "KC303", "KC308", "KC403", "KC407", "KC501"];
    let found: Vec<_> = of_items().into_iter().filter(|c| wanted.contains(c)).collect();
    assert_eq!(found, wanted);
}

/// A workbook with a total that is wrong, a hidden sheet, and a column whose dates Excel swapped.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = workbook.add_worksheet();
    sheet.write_row_matrix(0, 0, [["Tên", "Số", "Ngày"]]).unwrap();
    for (row, (name, count)) in
        [("Sở A", 12), ("Sở B", 30), ("Sở C", 2), ("Sở D", 3), ("Tổng cộng", 41)].iter().enumerate()
    {
        let row = row as u32 + 1;
        sheet.write(row, 0, *name).unwrap().write(row, 1, *count).unwrap();
    }
    for (row, month) in [(1, 5), (2, 6)] {
        sheet.write_with_format(row, 2, ExcelDateTime::from_ymd(2018, month, 3).unwrap(), &day).unwrap();
    }
    sheet.write(3, 2, "25/03/2018").unwrap().write(4, 2, "13/4/2018").unwrap();
    workbook.add_worksheet().set_hidden(true).write(0, 0, "nháp").unwrap();
    workbook.save_to_buffer().unwrap()
}

/// A page saved from a word processor of the time before Unicode, in TCVN3.
const OLD_PAGE: &str = "<html><head><meta charset=\"utf-8\"></head><body><p>Céng hoµ x· héi chñ nghÜa ViÖt Nam</p>\
    <p>§éc lËp - Tù do - H¹nh phóc</p><p>KÕt qu¶ thùc hiÖn nhiÖm vô c«ng t¸c trong n¨m</p></body></html>";

/// A page that draws `content`, with Helvetica as `/F`.
fn page(content: &str) -> String {
    format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len())
}

fn pdf_of_pages(contents: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|i| format!("{} 0 R", 4 + 2 * i)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), contents.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    for (index, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F 3 0 R >> >> >>",
            5 + 2 * index
        ));
        objects.push(page(content));
    }
    pdf(&objects)
}

/// What lies in files and folders: a batch with an agency that is not listed, and files that readers stumble over.
fn of_files() -> BTreeSet<&'static str> {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    put(root, "agencies.csv", "folder,name,level,items\nso-a,Sở A,sở,\n");
    put(root, "so-la/M1/a.txt", "Số: 1/BC-SNV");
    put(root, "so-a/M1/bang.xlsx", workbook());
    put(root, "so-a/M1/cu.html", OLD_PAGE);
    put(root, "so-a/M1/khong-het.pdf", endless_pdf());
    // The words are in the file, and no one sees them.
    put(
        root,
        "so-a/M1/an.pdf",
        pdf_of_pages(&["BT /F 12 Tf 3 Tr 72 700 Td (Words that nobody sees on this page) Tj ET"]),
    );
    // Beside a page of words one that is a picture.
    let words = "BT /F 12 Tf 72 700 Td (Words of the first page) Tj ET";
    let picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q";
    put(root, "so-a/M1/mot-phan.pdf", pdf_of_pages(&[words, picture]));
    // A file with a hole: large, and no burden to the disk.
    let large = put(root, "so-a/M1/lon.pdf", "%PDF-1.4\n");
    std::fs::File::options().write(true).open(large).unwrap().set_len(Limits::default().file_size + 1).unwrap();
    let mut codes = BTreeSet::new();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(root.join("agencies.csv"), root.join("so-a/M1/lien-ket.csv")).unwrap();
        // An entry that no permission makes readable, not even the superuser's.
        let _socket = std::os::unix::net::UnixListener::bind(root.join("so-a/M1/o-cam")).unwrap();
        codes.extend(raised(root, Facts::default(), Path::new(PROGRAM)));
    }
    #[cfg(not(unix))]
    {
        codes.extend(raised(root, Facts::default(), Path::new(PROGRAM)));
        // There are no such entries to make; the codes are raised on other systems.
        codes.extend(["KC005", "KC006"]);
    }
    codes
}

/// An engine that says what it is told: the number of a decision on a narrow picture, on a wide one nothing that anybody
/// could read.
struct Told;

/// Where a told word stands: left edge and upper edge; each of its letters takes ten pixels.
const TOLD: [(&str, u32, u32); 7] = [
    ("Số:", 100, 100),
    ("1570/QĐ-UBND", 150, 100),
    ("QUYẾT", 400, 300),
    ("ĐỊNH", 470, 300),
    ("Căn", 100, 400),
    ("cứ", 150, 400),
    ("Luật", 190, 400),
];

impl Engine for Told {
    fn name(&self) -> &str {
        "told"
    }

    fn recognise(&self, picture: &Picture) -> Result<Vec<Recognised>, String> {
        let word = |(text, x, y): (&str, u32, u32), confidence| Recognised {
            text: text.to_owned(),
            rect: [x, y, x + 10 * text.chars().count() as u32, y + 20],
            confidence,
            line: y,
        };
        if picture.width > 900 {
            return Ok((0..12).map(|row| word(("x7", 100, 100 + 30 * row), 15.0)).collect());
        }
        Ok(TOLD.into_iter().map(|told| word(told, 95.0)).collect())
    }
}

/// Scans: one whose name says another number than its picture, and one that is too faint.
fn of_scans() -> BTreeSet<&'static str> {
    let folder = tempfile::tempdir().unwrap();
    let mut page = image::GrayImage::from_pixel(827, 1169, image::Luma([255]));
    for (text, x, y) in TOLD {
        // A bar for each letter: printed signs are equally tall. The hyphen is none.
        for (index, _) in text.chars().enumerate().filter(|(_, c)| *c != '-' && *c != ':') {
            for (dx, dy) in (0..6).flat_map(|dx| (0..20).map(move |dy| (dx, dy))) {
                page.put_pixel(x + 10 * index as u32 + dx, y + dy, image::Luma([0]));
            }
        }
    }
    let files = folder.path().join("nop/M1");
    std::fs::create_dir_all(&files).unwrap();
    page.save(files.join("1507-QD-UBND.png")).unwrap();
    image::GrayImage::from_pixel(1000, 1400, image::Luma([200])).save(files.join("mo.png")).unwrap();
    let recognition = Recognition::new(Arc::new(Told), Reach::All, 1);
    raised_with(&folder.path().join("nop"), Facts::default(), Path::new(PROGRAM), Some(recognition))
}

#[test]
fn scans_raise_what_they_are_made_for() {
    let found: Vec<_> = of_scans().into_iter().filter(|c| ["KC113", "KC208"].contains(c)).collect();
    assert_eq!(found, ["KC113", "KC208"]);
}

/// A reader that dies: here one that cannot even be started.
fn of_a_dead_reader() -> BTreeSet<&'static str> {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "nop/M1/a.txt", "Số: 1/BC-SNV");
    raised(&folder.path().join("nop"), Facts::default(), &folder.path().join("khong-co"))
}

/// A table of agencies in the folder of one agency.
fn of_a_table() -> BTreeSet<&'static str> {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "M1/a.txt", "Số: 1/BC-SNV");
    put(folder.path(), "agencies.csv", "folder\nso-a\n");
    raised(folder.path(), Facts::default(), Path::new(PROGRAM))
}

#[test]
fn every_code_is_raised_somewhere() {
    let expected = expected();
    // tests/it/fixtures.rs holds the batch to exactly these.
    let findings = expected["finding"].as_array().unwrap();
    let mut found: BTreeSet<String> = findings.iter().map(|f| f["code"].as_str().unwrap().to_owned()).collect();
    for codes in [of_items(), of_files(), of_scans(), of_a_dead_reader(), of_a_table()] {
        found.extend(codes.into_iter().map(str::to_owned));
    }
    // An example of a kind of check names the codes that it raises, which a test beside it holds it to.
    for kind in KINDS {
        let example: toml::Value = toml::from_str(kind.example).unwrap();
        found.extend(example["codes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned()));
    }
    let of_documents = codes().into_iter().map(|c| c.as_str()).filter(|c| !c.starts_with("KC9"));
    let never: Vec<&str> = of_documents.filter(|c| !found.contains(*c)).collect();
    assert!(never.is_empty(), "no test raises {never:?}");
}

#[test]
fn every_code_of_rules_is_raised_by_a_broken_pack() {
    for code in codes().into_iter().map(|c| c.as_str()).filter(|c| c.starts_with("KC9")) {
        let pack = root().join("tests/packs/broken").join(code);
        let done = kiemchung().args(["rules", "lint"]).arg(&pack).output().unwrap();
        let error = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{code}: {error}");
        assert!(error.contains(&format!("[{code}]")) && error.contains("M1.toml:") && error.contains('^'), "{error}");
    }
}
