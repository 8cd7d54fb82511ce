//! What proves no result, and plain reports beside it that do: tasks of the plan (S1, 100 %), units inspected (S3a,
//! 30 %), problems handled (S3b, 100 %).

use super::*;
use crate::check::testing::{Doc, check, form, item, judge};
use crate::message::Verdict::{self, Gap, Met, Unclear};

/// Criterion, item, path and title of the report.
type Kind = (&'static str, &'static str, &'static str, &'static str);

const TASKS: Kind = ("S1", "bao-cao-nam", "S1/bc.docx", "Kết quả thực hiện công tác cải cách hành chính năm 2018");
const UNITS: Kind =
    ("S3a", "ket-qua-kiem-tra", "S3a/bc.docx", "Kết quả kiểm tra công tác cải cách hành chính năm 2018");

fn report(kind: Kind, paragraphs: &[&str]) -> Doc {
    Doc::new(kind.2, kind.0, form("BC", "300/BC-SNV", "2018-12-20", "SỞ NỘI VỤ", kind.3), paragraphs)
}

fn outcome(kind: Kind, documents: Vec<Doc>) -> Outcome {
    check(item(&judge(documents, ""), kind.0, kind.1), "threshold").clone()
}

fn says(kind: Kind, paragraphs: &[&str]) -> Verdict {
    outcome(kind, vec![report(kind, paragraphs)]).verdict
}

/// The verdict of a report with a table of Word, and of a report with the same table in a workbook.
fn shows(kind: Kind, rows: &[&[&str]]) -> Verdict {
    outcome(kind, vec![report(kind, &["Như bảng dưới đây."]).with_table(rows)]).verdict
}

fn sheet(kind: Kind, name: &str, rows: &[&[&str]]) -> Verdict {
    outcome(kind, vec![report(kind, &["Như bảng kèm theo."]), Doc::sheet("bang.xlsx", kind.0, name, rows)]).verdict
}

#[test]
fn a_note_at_a_table_narrows_it() {
    let head: &[&str] = &["TT", "Nội dung", "Tổng số nhiệm vụ", "Đã hoàn thành", "Ghi chú"];
    let noted = |cell: &str, below: &str| {
        let rows: &[&[&str]] = &[head, &["", "Tổng cộng", "30", "30", cell]];
        let caption = &["Kết quả thực hiện nhiệm vụ của Kế hoạch CCHC năm 2018"];
        outcome(TASKS, vec![report(TASKS, caption).with_table(rows).below(below)]).verdict
    };
    for (cell, below, verdict) in [
        ("", "Tỉnh tiếp tục thực hiện.", Met),
        ("", "Ghi chú: Chi tiết tại Phụ lục II.", Met),
        ("Đã báo cáo", "Nguồn: Báo cáo của các đơn vị.", Met),
        ("", "Ghi chú: Số liệu tính đến ngày 15/12/2018.", Met),
        ("", "Ghi chú: Số liệu tính đến hết tháng 6/2018.", Unclear),
        ("", "Ghi chú: Số liệu 9 tháng.", Unclear),
        ("", "Ghi chú: Số liệu năm 2017.", Unclear),
        ("", "Ghi chú: Không bao gồm 05 nhiệm vụ được điều chỉnh sang năm 2019.", Unclear),
        ("", "(*) Gồm cả nhiệm vụ đang trình phê duyệt.", Unclear),
        ("", "* Số liệu trên là ước thực hiện đến 31/12/2018.", Unclear),
        ("Số liệu quý III", "", Unclear),
    ] {
        assert_eq!(noted(cell, below), verdict, "{cell} {below}");
    }
    let told = ["Đã hoàn thành 30/30 nhiệm vụ(1) của Kế hoạch.", "(1) Gồm cả nhiệm vụ đang trình phê duyệt."];
    assert_eq!(says(TASKS, &told), Unclear);
}

#[test]
fn a_part_does_not_decide_for_the_whole() {
    for (paragraphs, verdict) in [
        (
            &["Đã kiểm tra 8/20 cơ quan chuyên môn cấp tỉnh (40%); 2/15 huyện, thị xã, thành phố (13,3%)."]
                as &[&str],
            Gap,
        ),
        // The parts make up the whole: 10/35.
        (&["- Cấp tỉnh: kiểm tra 8/20 cơ quan chuyên môn.", "- Cấp huyện: kiểm tra 2/15 huyện."], Gap),
        (&["- Cấp huyện: kiểm tra 2/15 huyện.", "- Cấp tỉnh: kiểm tra 8/20 cơ quan chuyên môn."], Gap),
        (&["- Cấp huyện: kiểm tra 6/15 huyện.", "- Cấp tỉnh: kiểm tra 5/20 cơ quan chuyên môn."], Met),
        (&["Kiểm tra 8/20 cơ quan cấp tỉnh, đạt 40%; còn cấp huyện: 2/15, đạt 13,3%."], Gap),
        // One part alone, or told twice.
        (&["Đã kiểm tra 8/20 cơ quan chuyên môn cấp tỉnh (40%)."], Unclear),
        (&["- Quý I: kiểm tra 2/20 cơ quan cấp tỉnh.", "- Quý II: kiểm tra 3/20 cơ quan cấp tỉnh."], Unclear),
        // The total is said.
        (&["Đã kiểm tra 10/35 cơ quan, đơn vị, trong đó 8/20 cơ quan cấp tỉnh."], Gap),
        (&["Đã kiểm tra 14/35 cơ quan, đơn vị. Trong đó cấp tỉnh kiểm tra 8/20 cơ quan; cấp huyện 6/15."], Met),
        // Something else stands behind.
        (&["Đã kiểm tra 14/35 cơ quan, đơn vị, đạt 40%; xử lý 12/12 phản ánh."], Met),
        (&["Đã kiểm tra 14/35 cơ quan, đơn vị; 12/12 hội nghị đã được tổ chức."], Met),
        (&["Đã kiểm tra 14/35 cơ quan, đơn vị.", "Công tác tuyên truyền: 12/20 hội nghị."], Met),
        (&["Đã kiểm tra 14/35 cơ quan, đơn vị (đạt tỷ lệ 40%).", "Đã ban hành 10/12 kế hoạch."], Met),
    ] {
        assert_eq!(says(UNITS, paragraphs), verdict, "{paragraphs:?}");
    }
    for (paragraphs, verdict) in [
        (
            &["- Thể chế: hoàn thành 5/5 nhiệm vụ của kế hoạch.", "- Thủ tục: hoàn thành 3/4 nhiệm vụ."] as &[&str],
            Unclear,
        ),
        (&["Hoàn thành 45/45 nhiệm vụ của kế hoạch.", "- Thủ tục: rà soát 3/4 thủ tục."], Met),
    ] {
        assert_eq!(says(TASKS, paragraphs), verdict, "{paragraphs:?}");
    }
    let first = outcome(UNITS, vec![report(UNITS, &["Đã kiểm tra 8/20 cơ quan cấp tỉnh; 2/15 huyện."])]);
    let quote = first.raised[0].quote.as_deref().unwrap();
    assert!(quote.contains("8/20") && quote.contains("2/15"), "{quote}");
}

#[test]
fn the_row_of_a_part_does_not_decide_for_the_table() {
    let head: &[&str] = &["TT", "Nội dung", "Tổng số", "Đã kiểm tra", "Tỷ lệ"];
    let first: &[&str] = &["1", "Cơ quan chuyên môn được kiểm tra", "20", "8", "40%"];
    let second: &[&str] = &["2", "Cấp huyện", "15", "2", "13,3%"];
    let other: &[&str] = &["2", "Văn bản được rà soát", "15", "2", "13,3%"];
    let total: &[&str] = &["", "Tổng cộng", "35", "10", "28,6%"];
    let whole: &[&str] = &["1", "Cơ quan, đơn vị được kiểm tra", "35", "14", "40%"];
    for (rows, verdict) in [
        (&[head, first, second, total] as &[&[&str]], Gap),
        // The rows of both parts are the whole.
        (&[head, first, second], Gap),
        (&[head, first, total], Gap),
        (&[head, first, other, total], Unclear),
        (&[head, whole], Met),
        (&[head, whole, other], Met),
        (&[head, whole, &["", "Tổng cộng", "35", "14", "40%"]], Met),
        (&[head, whole, &["a", "Cấp tỉnh", "20", "8", "40%"], &["b", "Cấp huyện", "15", "6", "40%"]], Met),
    ] {
        assert_eq!(shows(UNITS, rows), verdict, "{rows:?}");
        assert_eq!(sheet(UNITS, "Sheet1", rows), verdict, "sheet {rows:?}");
    }
}

#[test]
fn what_is_left_contradicts_all_done() {
    for (paragraphs, verdict) in [
        (
            &["Sở hoàn thành 100% nhiệm vụ kế hoạch.", "Tuy nhiên, còn 3/45 nhiệm vụ của kế hoạch chưa hoàn thành."]
                as &[&str],
            Unclear,
        ),
        (&["Sở hoàn thành 100% nhiệm vụ kế hoạch. Tuy nhiên, còn 3/45 nhiệm vụ chưa hoàn thành."], Unclear),
        (&["Sở hoàn thành 100% nhiệm vụ kế hoạch.", "Hiện còn 03 nhiệm vụ chưa hoàn thành."], Unclear),
        (&["Hoàn thành 45/45 nhiệm vụ kế hoạch.", "- 6,7% nhiệm vụ của kế hoạch chưa hoàn thành."], Unclear),
        (&["Hoàn thành 42/45 nhiệm vụ kế hoạch, còn 3/45 nhiệm vụ chưa hoàn thành."], Gap),
        (&["Hoàn thành 45/45 nhiệm vụ của kế hoạch, không còn nhiệm vụ chưa hoàn thành."], Met),
        (&["Hoàn thành 45/45 nhiệm vụ của kế hoạch.", "Còn 03 văn bản chưa được rà soát."], Met),
        (&["Sở hoàn thành 100% nhiệm vụ kế hoạch, trong đó 0/45 nhiệm vụ chưa hoàn thành."], Met),
    ] {
        assert_eq!(says(TASKS, paragraphs), verdict, "{paragraphs:?}");
    }
    let both = outcome(
        TASKS,
        vec![report(TASKS, &["Sở hoàn thành 100% nhiệm vụ kế hoạch.", "Còn 3/45 nhiệm vụ kế hoạch chưa hoàn thành."])],
    );
    assert!(both.quote.as_deref().unwrap().contains("100%"));
    assert!(both.raised[0].related[0].quote.as_deref().unwrap().contains("3/45"));
    for (paragraphs, verdict) in [
        (&["Đã kiểm tra 14/35 cơ quan, đơn vị.", "Còn 21/35 cơ quan, đơn vị chưa kiểm tra."] as &[&str], Met),
        (&["Đã kiểm tra 14/35 cơ quan, đơn vị.", "Còn 30/35 cơ quan, đơn vị chưa kiểm tra."], Unclear),
    ] {
        assert_eq!(says(UNITS, paragraphs), verdict, "{paragraphs:?}");
    }
}

#[test]
fn plans_and_marks_in_a_workbook_prove_no_result() {
    let (head, units): (&[&str], &[&str]) =
        (&["TT", "Nội dung", "Tỷ lệ"], &["1", "Số cơ quan, đơn vị được kiểm tra", "14/35"]);
    for (title, verdict) in [
        ("KẾ HOẠCH KIỂM TRA CCHC NĂM 2018", Unclear),
        ("Kế hoạch kiểm tra cải cách hành chính", Unclear),
        ("PHỤ LỤC KẾ HOẠCH KIỂM TRA", Unclear),
        ("DANH SÁCH DỰ KIẾN KIỂM TRA", Unclear),
        ("BẢNG TỰ CHẤM ĐIỂM", Unclear),
        ("KẾT QUẢ THỰC HIỆN KẾ HOẠCH KIỂM TRA CCHC NĂM 2018", Met),
        ("TỔNG HỢP KẾT QUẢ KIỂM TRA", Met),
        ("KẾ HOẠCH VÀ KẾT QUẢ THỰC HIỆN NĂM 2018", Met),
    ] {
        assert_eq!(sheet(UNITS, "Sheet1", &[&[title], head, units]), verdict, "{title}");
    }
    for (name, verdict) in [
        ("Kế hoạch kiểm tra", Unclear),
        ("KH 2018", Unclear),
        ("BẢNG CHẤM ĐIỂM", Unclear),
        ("Kết quả kiểm tra", Met),
        ("Thực hiện KH 2018", Met),
    ] {
        assert_eq!(sheet(UNITS, name, &[head, units]), verdict, "{name}");
    }
    let marks: &[&[&str]] = &[&["Nội dung", "Tỷ lệ"], &["Kiểm tra công vụ tại đơn vị A", "85%"]];
    assert_eq!(sheet(UNITS, "BẢNG CHẤM ĐIỂM", marks), Unclear);
}

#[test]
fn the_words_of_a_task_are_no_result() {
    let task = "Hoàn thành 100% nhiệm vụ kế hoạch";
    for (rows, verdict) in [
        (&[&["Nội dung", "Kết quả"] as &[&str], &[task, "Không đạt"]] as &[&[&str]], Unclear),
        (&[&["Nội dung", "Kết quả", "Đánh giá"], &[task, "", "Chưa hoàn thành"]], Unclear),
        (&[&["Nội dung", "Đánh giá"], &[task, "Chưa hoàn thành"]], Unclear),
        (&[&["Nội dung", "Đánh giá"], &[task, "Đang thực hiện"]], Unclear),
        (&[&["Nhiệm vụ", "Cơ quan thực hiện", "Thời gian hoàn thành"], &[task, "Các sở", "31/12/2018"]], Unclear),
        (&[&["TT", "Nội dung thực hiện", "Chủ trì", "Thời hạn"], &["1", task, "Các sở", "Quý IV"]], Unclear),
        (&[&["Tiêu chí", "Kết quả"], &[task, "95%"]], Unclear),
        // The percentage may be that of the row, or of its words.
        (&[&["Tiêu chí", "Kết quả"], &[task, "100%"]], Unclear),
        (&[&["Tiêu chí", "Kết quả", "Đánh giá"], &[task, "100%", "Chưa đạt"]], Unclear),
        (&[&["TT", "Nội dung", "Kết quả"], &["1", "Thực hiện nhiệm vụ", "Đã hoàn thành 45/45 nhiệm vụ kế hoạch"]], Met),
        (
            &[
                &["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ"],
                &["1", "Nhiệm vụ kế hoạch hoàn thành", "45", "45", "100%"],
            ],
            Met,
        ),
        (
            &[
                &["TT", "Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ"],
                &["1", "Nhiệm vụ kế hoạch hoàn thành", "45", "43", "95,6%"],
            ],
            Gap,
        ),
        (&[&["TT", "Nội dung", "Ghi chú"], &["1", "Đã hoàn thành 45/45 nhiệm vụ của kế hoạch", ""]], Met),
        (&[&["TT", "Nội dung", "Ghi chú"], &["1", "Đã hoàn thành 45/45 nhiệm vụ của kế hoạch", "Chưa đạt"]], Unclear),
    ] {
        assert_eq!(shows(TASKS, rows), verdict, "{rows:?}");
    }
}

#[test]
fn a_share_of_something_else_is_no_share_of_units() {
    for (sentence, verdict) in [
        ("Đã kiểm tra 05 cơ quan, đơn vị, đạt 100% kế hoạch.", Unclear),
        ("Đã kiểm tra 05 cơ quan, đơn vị, đạt 100% so với kế hoạch đề ra.", Unclear),
        ("Kiểm tra 5/5 đơn vị theo kế hoạch, đạt 100%.", Unclear),
        ("Qua kiểm tra, 100% cơ quan, đơn vị đã ban hành kế hoạch CCHC.", Unclear),
        ("Qua kiểm tra, đơn vị đạt 85/100 điểm.", Unclear),
        ("Kết quả kiểm tra cho thấy 90% đơn vị chấp hành tốt.", Unclear),
        ("100% cơ quan, đơn vị được kiểm tra đã niêm yết thủ tục.", Unclear),
        ("Đã kiểm tra 14/35 cơ quan, đơn vị, đạt 40%.", Met),
        ("Đã kiểm tra 14 cơ quan, đơn vị trên tổng số 35 cơ quan, đơn vị (đạt tỷ lệ 40%).", Met),
        ("Tỷ lệ cơ quan, đơn vị được kiểm tra đạt 40%.", Met),
        ("Số cơ quan, đơn vị được kiểm tra: 14/35.", Met),
        ("Đã tiến hành kiểm tra công tác CCHC tại 14/35 sở, ban, ngành, đơn vị.", Met),
        ("14/35 cơ quan, đơn vị đã được kiểm tra trong năm.", Met),
        ("40% cơ quan, đơn vị được kiểm tra công tác cải cách hành chính.", Met),
        ("Năm 2018, Đoàn kiểm tra đã kiểm tra 14/35 đơn vị, đạt 40%, có 02 đơn vị được biểu dương.", Met),
        ("Đã kiểm tra 8/35 cơ quan, đơn vị, đạt 22,9%.", Gap),
        ("Kế hoạch kiểm tra 14/35 cơ quan, đơn vị.", Unclear),
        ("Quyết định kiểm tra 14/35 cơ quan, đơn vị.", Unclear),
        ("Lập danh sách kiểm tra 14/35 cơ quan, đơn vị.", Unclear),
        ("Thông báo kiểm tra đến 100% cơ quan, đơn vị.", Unclear),
        ("Có 14/35 cơ quan, đơn vị tự kiểm tra.", Unclear),
        ("14/35 cơ quan, đơn vị thuộc đối tượng kiểm tra năm 2018.", Unclear),
        ("14/35 cơ quan, đơn vị đề nghị hoãn kiểm tra.", Unclear),
        ("14/35 cơ quan, đơn vị gửi báo cáo phục vụ kiểm tra.", Unclear),
        ("Có 12/14 đơn vị được kiểm tra xếp loại tốt.", Unclear),
        ("Kiểm tra tài chính 14/35 cơ quan, đơn vị.", Unclear),
        ("Kiểm tra đột xuất giờ giấc làm việc tại 90% cơ quan, đơn vị.", Unclear),
        ("Cử công chức tham gia kiểm tra tại 14/35 cơ quan, đơn vị do Thanh tra tỉnh chủ trì.", Unclear),
        ("Đã kiểm tra 14/35 phòng thuộc cơ quan Sở.", Unclear),
        ("Đã kiểm tra 02 đợt tại các cơ quan, đơn vị, đạt 50%.", Unclear),
        ("Thực hiện Kế hoạch kiểm tra, đã kiểm tra 14/35 cơ quan, đơn vị, có 02 đơn vị xếp loại tốt.", Met),
    ] {
        assert_eq!(says(UNITS, &[sentence]), verdict, "{sentence}");
    }
    for (rows, verdict) in [
        (
            &[
                &["Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ"] as &[&str],
                &["Kiểm tra cơ quan, đơn vị", "14", "14", "100%"],
            ] as &[&[&str]],
            Unclear,
        ),
        (&[&["Nội dung", "Tỷ lệ"], &["Kiểm tra công vụ tại đơn vị A", "85%"]], Unclear),
        (&[&["Nội dung", "Tỷ lệ"], &["Cơ quan, đơn vị được kiểm tra đã niêm yết thủ tục", "85%"]], Unclear),
        (&[&["Nội dung", "Tỷ lệ"], &["Tỷ lệ cơ quan, đơn vị được kiểm tra", "40%"]], Met),
        (&[&["Nội dung", "Kết quả"], &["Kiểm tra công tác CCHC tại các cơ quan, đơn vị", "14/35"]], Met),
    ] {
        assert_eq!(shows(UNITS, rows), verdict, "{rows:?}");
    }
}

#[test]
fn headings_decide_whether_a_figure_is_a_result() {
    let result = "Hoàn thành 100% nhiệm vụ theo kế hoạch.";
    for (headings, verdict) in [
        (&["I. KẾT QUẢ THỰC HIỆN"] as &[&str], Met),
        (&["I. KẾT QUẢ THỰC HIỆN", "1. Kết quả thực hiện kế hoạch"], Met),
        (&["I. VIỆC THỰC HIỆN CÁC CHỈ TIÊU, NHIỆM VỤ"], Met),
        (&["I. KẾT QUẢ", "Đã xong.", "B. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019"], Unclear),
        (&["I. KẾT QUẢ", "Đã xong.", "* Mục tiêu:"], Unclear),
        (&["II. KẾ HOẠCH NĂM 2019"], Unclear),
    ] {
        assert_eq!(says(TASKS, &[headings, &[result]].concat()), verdict, "{headings:?}");
    }
}

#[test]
fn a_long_table_takes_no_time() {
    let rows: Vec<[&str; 3]> = (0..4_000).map(|_| ["1", "Đã hoàn thành 45/45 nhiệm vụ kế hoạch", ""]).collect();
    let head: &[&str] = &["TT", "Nội dung", "Ghi chú"];
    let rows: Vec<&[&str]> = std::iter::once(head).chain(rows.iter().map(|r| r as &[&str])).collect();
    let start = std::time::Instant::now();
    shows(TASKS, &rows);
    assert!(start.elapsed() < std::time::Duration::from_secs(60), "{:?}", start.elapsed());
}
