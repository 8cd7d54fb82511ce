//! Missing is a gap only if no unread document could be it.

use super::super::codes;
use super::super::testing::{Doc, dated, form, item, judge, judge_with, pack_of, read, unclear, unread};
use crate::document::{PageKind, Status};
use crate::form::{Field, Form};
use crate::message::{Code, Severity, Verdict};

const TITLE: &str = "Kết quả tuyên truyền cải cách hành chính năm 2018";

fn report() -> Form {
    form("BC", "300/BC-SNV", "2018-12-10", "SỞ NỘI VỤ", TITLE)
}

fn decision() -> Form {
    form("QĐ", "3507/QĐ-UBND", "2017-12-21", "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", "Ban hành Kế hoạch cải cách hành chính")
}

/// The verdict of the report on propaganda if only this document lies in its folder.
fn with(doc: Doc) -> Verdict {
    let outcome = judge(vec![doc], "");
    let item = item(&outcome, "S4", "ket-qua-tuyen-truyen");
    if item.verdict == Verdict::Unclear {
        assert!(item.findings.iter().any(|f| f.message.args.contains_key("files")), "{item:#?}");
    }
    item.verdict
}

fn partial(form: Form, first: PageKind) -> Doc {
    Doc::new("S4/quet.pdf", "S4", form, &["Trang này đọc được."]).partial(first)
}

#[test]
fn a_document_that_was_read_in_part_may_be_the_missing_one() {
    assert_eq!(with(partial(unread(), PageKind::Scan)), Verdict::Unclear);
    // Its title could not be read.
    let no_title = Form { r#abstract: unclear(), ..report() };
    assert_eq!(with(partial(no_title.clone(), PageKind::Text)), Verdict::Unclear);
    // Its type could not.
    let no_type = Form { r#type: unclear(), ..report() };
    let outcome = judge(vec![partial(no_type, PageKind::Text)], "");
    assert_ne!(item(&outcome, "S4", "ket-qua-tuyen-truyen").verdict, Verdict::Met);
    // Other fields rule it out.
    assert_eq!(with(partial(Form { r#type: read("KH"), ..no_title }, PageKind::Text)), Verdict::Gap);
    // What was read shows that it is another document.
    let other = form("BC", "12/BC-STP", "2018-12-10", "SỞ TƯ PHÁP", "Kết quả công tác văn thư");
    assert_eq!(with(partial(other, PageKind::Text)), Verdict::Gap);
    let plan = form("KH", "12/KH-SNV", "2018-12-10", "SỞ NỘI VỤ", "Kế hoạch văn thư");
    assert_eq!(with(partial(plan, PageKind::Text)), Verdict::Gap);
}

#[test]
fn a_document_whose_first_page_was_not_read_has_no_known_head() {
    let mut doc = partial(Form::default(), PageKind::Text);
    doc.pages.remove(0);
    doc.pages[0].kind = PageKind::Text;
    assert_eq!(with(doc), Verdict::Unclear);
}

#[test]
fn workbooks_are_no_documents_of_this_kind() {
    let mut doc = Doc::sheet("S4/bang.xlsx", "S4", "Sheet1", &[&["a", "b"]]);
    doc.status = Status::Partial;
    assert_eq!(with(doc), Verdict::Gap);
}

#[test]
fn what_is_known_of_a_secret_document_rules_it_out() {
    let secret = |form: Form| {
        let mut doc = Doc::new("S4/mat.pdf", "S4", crate::reading::permitted_fields(form), &[]);
        doc.status = Status::Secret;
        doc
    };
    assert_eq!(with(secret(report())), Verdict::Unclear);
    let plan = form("KH", "12/KH-SNV", "2018-12-10", "SỞ NỘI VỤ", TITLE);
    assert_eq!(with(secret(plan)), Verdict::Gap);
    assert_eq!(with(secret(unread())), Verdict::Unclear);
}

#[test]
fn the_exact_document_is_ruled_out_by_number_date_issuer_or_type() {
    let verdict = |form: Form, status: Status| {
        let mut doc = Doc::new("S1/a.pdf", "S1", crate::reading::permitted_fields(form), &[]);
        doc.status = status;
        item(&judge(vec![doc], ""), "S1", "quyet-dinh-3507").verdict
    };
    for (form, expected) in [
        (decision(), Verdict::Unclear),
        (unread(), Verdict::Unclear),
        (Form { number: unclear(), ..decision() }, Verdict::Unclear),
        (Form { number: read("3598/QĐ-UBND"), ..decision() }, Verdict::Gap),
        (Form { issued: super::super::testing::dated("2017-12-28"), ..decision() }, Verdict::Gap),
        (Form { issuer: read("SỞ NỘI VỤ"), ..decision() }, Verdict::Gap),
        (Form { r#type: read("BC"), ..decision() }, Verdict::Gap),
    ] {
        assert_eq!(verdict(form.clone(), Status::Secret), expected, "{form:?}");
    }
    // Nothing is known of a file that could not be opened: its empty form says nothing.
    assert_eq!(verdict(Form::default(), Status::Password), Verdict::Unclear);
}

#[test]
fn a_day_that_was_only_guessed_rules_nothing_out() {
    let mut guessed = super::super::testing::dated("2017-12-28");
    guessed.field.state = crate::form::FieldState::Unclear;
    let mut doc = Doc::new("S1/a.pdf", "S1", Form { issued: guessed, ..decision() }, &[]);
    doc.status = Status::Secret;
    assert_eq!(item(&judge(vec![doc], ""), "S1", "quyet-dinh-3507").verdict, Verdict::Unclear);
}

#[test]
fn a_document_of_the_wrong_type_does_not_hide_that_an_unread_one_may_be_the_right_one() {
    let letter = form("CV", "12/SNV-CCHC", "2018-12-10", "SỞ NỘI VỤ", TITLE);
    let letter = || Doc::new("S4/cv.docx", "S4", letter.clone(), &["Kính gửi."]);
    let scan = || {
        let mut doc = Doc::new("S4/quet.pdf", "S4", unread(), &[]);
        doc.status = Status::Scan;
        doc
    };
    let codes = |docs: Vec<Doc>| {
        let outcome = judge(docs, "");
        let found = item(&outcome, "S4", "ket-qua-tuyen-truyen");
        let codes: Vec<&str> = found.findings.iter().map(|f| f.message.id.as_str()).collect();
        (found.verdict, codes.contains(&"KC204"), codes.contains(&"KC302-unread"))
    };
    // That it must be a report is proposed: a question.
    assert_eq!(codes(vec![letter()]), (Verdict::Unclear, true, false));
    assert_eq!(codes(vec![letter(), scan()]), (Verdict::Unclear, false, true));
}

#[test]
fn a_missing_report_is_missing_whatever_else_lies_in_its_folder() {
    let findings = |doc: Doc, criterion: &str, id: &str| -> Vec<(Code, Option<super::super::Nearest>)> {
        let outcome = judge(vec![doc], "");
        item(&outcome, criterion, id).findings.iter().map(|f| (f.code, f.nearest.clone())).collect()
    };
    let found = findings(
        Doc::new("S1/a.docx", "S1", Form { issued: dated("2017-12-22"), ..decision() }, &[]),
        "S1",
        "bao-cao-nam",
    );
    assert!(matches!(found.as_slice(), [(codes::MISSING, Some(_))]), "{found:?}");
    let plan = form("KH", "12/KH-SNV", "2018-01-10", "SỞ NỘI VỤ", "Công tác cải cách hành chính năm 2018");
    let found = findings(Doc::new("S2/kh.docx", "S2", plan, &[]), "S2", "bao-cao-cchc");
    assert!(found.iter().all(|(code, _)| *code == codes::PERIOD_MISSING) && found.len() == 4, "{found:?}");
    // A letter that reports was meant for it: what is wrong with it is said.
    let letter = form("CV", "12/SNV-CCHC", "2018-12-10", "SỞ NỘI VỤ", TITLE);
    let found = findings(Doc::new("S4/cv.docx", "S4", letter, &["Kính gửi."]), "S4", "ket-qua-tuyen-truyen");
    assert!(found.iter().any(|(code, _)| code.as_str() == "KC204"), "{found:?}");
}

#[test]
fn a_paper_about_a_draft_is_not_the_report() {
    let title = "Góp ý dự thảo Báo cáo tuyên truyền cải cách hành chính năm 2018";
    let outcome = judge(vec![Doc::new("S4/a.docx", "S4", Form { r#abstract: read(title), ..report() }, &[])], "");
    let found: Vec<Code> = item(&outcome, "S4", "ket-qua-tuyen-truyen").findings.iter().map(|f| f.code).collect();
    assert_eq!(found, [codes::MISSING]);
}

#[test]
fn a_draft_beside_a_scan_that_nobody_read_may_have_been_signed() {
    let draft = || {
        Doc::new("S4/du-thao.docx", "S4", Form { number: Field::default(), signer: Field::default(), ..report() }, &[])
    };
    let scan = |form: Form| {
        let mut doc = Doc::new("S4/quet.pdf", "S4", form, &[]);
        doc.status = Status::Scan;
        doc
    };
    let judged = |docs: Vec<Doc>| {
        let outcome = judge(docs, "");
        let item = item(&outcome, "S4", "ket-qua-tuyen-truyen");
        let errors = item.findings.iter().filter(|f| f.severity == Severity::Error).count();
        (item.verdict, errors, item.findings.iter().any(|f| f.message.args.contains_key("files")))
    };
    let (verdict, errors, _) = judged(vec![draft()]);
    assert_eq!((verdict, errors > 0), (Verdict::Gap, true));
    assert_eq!(judged(vec![draft(), scan(unread())]), (Verdict::Unclear, 0, true));
    // A scan that is known to be something else changes nothing.
    let plan = Form { r#type: read("KH"), ..unread() };
    assert_eq!(judged(vec![draft(), scan(plan)]).0, Verdict::Gap);
}

/// What is said of the report on propaganda if only these lie in its folder, none of which could be read.
fn said_of_hidden(docs: &[(&'static str, Status)]) -> (String, String) {
    let docs = docs.iter().map(|(path, status)| {
        let mut doc = Doc::new(path, "S4", crate::reading::permitted_fields(unread()), &[]);
        doc.status = *status;
        doc
    });
    let outcome = judge(docs.collect(), "");
    let message = &item(&outcome, "S4", "ket-qua-tuyen-truyen").findings[0].message;
    let catalog = crate::report::Catalog::new(crate::report::Language::Vi);
    (catalog.say(message), catalog.fix(message))
}

#[test]
fn nobody_is_asked_to_hand_in_a_secret_document() {
    let (text, fix) = said_of_hidden(&[("S4/mat.pdf", Status::Secret)]);
    assert!(text.contains("tài liệu mật không được đọc: S4/mat.pdf"), "{text}");
    assert!(fix.starts_with("Không nộp tài liệu mật"), "{fix}");
    let (text, fix) = said_of_hidden(&[("S4/mat.pdf", Status::Secret), ("S4/khoa.pdf", Status::Password)]);
    assert!(text.contains("chưa đọc được: S4/khoa.pdf. Hoặc là tài liệu mật không được đọc: S4/mat.pdf"), "{text}");
    assert!(fix.contains("Riêng tài liệu mật: không nộp"), "{fix}");
    let (text, fix) = said_of_hidden(&[("S4/khoa.pdf", Status::Password)]);
    assert!(!text.contains("mật không") && !fix.contains("tài liệu mật"), "{text} {fix}");
}

#[test]
fn of_many_unread_files_a_few_are_named() {
    let paths = ["S4/1.pdf", "S4/2.pdf", "S4/3.pdf", "S4/4.pdf", "S4/5.pdf", "S4/6.pdf", "S4/7.pdf"];
    let (text, _) = said_of_hidden(&paths.map(|path| (path, Status::Password)));
    assert!(text.contains("S4/5.pdf và 2 tệp khác"), "{text}");
    let (text, _) = said_of_hidden(&paths[..5].iter().map(|path| (*path, Status::Password)).collect::<Vec<_>>());
    assert!(text.contains("S4/5.pdf.") && !text.contains("tệp khác"), "{text}");
}

#[test]
fn the_exact_document_that_is_missing_is_named_by_number_and_day() {
    let outcome = judge(vec![Doc::new("S1/khac.docx", "S1", report(), &[])], "");
    let catalog = crate::report::Catalog::new(crate::report::Language::Vi);
    let text = catalog.say(&item(&outcome, "S1", "quyet-dinh-3507").findings[0].message);
    assert!(text.contains("số 3507/QĐ-UBND ngày 21/12/2017"), "{text}");
}

#[test]
fn what_is_missing_of_a_period_names_it_also_where_some_documents_are_there() {
    let rule = "code = \"M1\"\nname = \"M\"\nclause = \"x\"\n[[evidence]]\nid = \"a\"\nname = \"A\"\n\
                match = { phrases = [\"mẫu\"] }\nrequire = { count = 2, periods = [{ period = \"quý I\" }] }\n";
    let pack = pack_of("", rule).unwrap();
    let title = "Kết quả mẫu quý I năm 2018";
    let report = form("BC", "30/BC-SNV", "2018-03-15", "SỞ NỘI VỤ", title);
    let outcome = judge_with(&pack, vec![Doc::new("M1/a.docx", "M1", report, &["x"])], "");
    let found = &item(&outcome, "M1", "a").findings;
    assert!(matches!(found.as_slice(), [f] if f.code == codes::TOO_FEW), "{found:?}");
    for name in ["count", "needed", "period", "what"] {
        assert!(found[0].message.args.contains_key(name), "{name}: {:?}", found[0].message);
    }
}

/// What is said of an item if only this document was handed in.
fn asked(doc: Doc, criterion: &str, id: &str) -> (Verdict, String) {
    let path = doc.path;
    let outcome = judge(vec![doc], "");
    let item = item(&outcome, criterion, id);
    let finding = &item.findings[0];
    if item.verdict == Verdict::Unclear {
        assert_eq!(finding.nearest.as_ref().unwrap().path, path);
    }
    (item.verdict, finding.message.id.clone())
}

#[test]
fn a_document_under_another_title_is_a_question() {
    for (path, criterion, id, kind, number, issuer, title) in [
        ("S3a/a.pdf", "S3a", "ket-qua-kiem-tra", "TB", "9/TB-SNV", "SỞ NỘI VỤ", "Tóm tắt đợt kiểm tra CCHC"),
        (
            "S3b/a.pdf",
            "S3b",
            "xu-ly-sau-kiem-tra",
            "BC",
            "9/BC-SNV",
            "SỞ NỘI VỤ",
            "Khắc phục những việc đoàn kiểm tra nêu",
        ),
        (
            "S6/a.pdf",
            "S6",
            "nhiem-vu-duoc-giao",
            "BC",
            "9/BC-UBND",
            "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK",
            "Công việc được Thủ tướng Chính phủ giao",
        ),
    ] {
        let form = form(kind, number, "2018-12-10", issuer, title);
        let (verdict, message) = asked(Doc::new(path, criterion, form, &["x"]), criterion, id);
        assert_eq!((verdict, message.as_str()), (Verdict::Unclear, "KC302-alike"), "{title}");
    }
}

#[test]
fn a_document_of_another_kind_office_year_or_row_is_none() {
    let alike = || form("BC", "300/BC-SNV", "2018-12-10", "SỞ NỘI VỤ", "Những việc đã làm về tuyên truyền");
    let titled = |title: &str| Form { r#abstract: read(title), ..alike() };
    let dated_on = |day: &str| Form { issued: dated(day), ..alike() };
    for (form, verdict) in [
        (alike(), Verdict::Unclear),
        (dated_on("2019-01-20"), Verdict::Unclear),
        (titled("Những việc đã làm về tuyên truyền năm 2018"), Verdict::Unclear),
        (Form { issuer: unclear(), ..alike() }, Verdict::Unclear),
        (Form { r#type: read("TTr"), ..alike() }, Verdict::Gap),
        (Form { r#type: Field::default(), ..alike() }, Verdict::Gap),
        (Form { issuer: read("SỞ TƯ PHÁP"), ..alike() }, Verdict::Gap),
        (dated_on("2017-05-10"), Verdict::Gap),
        (dated_on("2019-11-10"), Verdict::Gap),
        (titled("Những việc đã làm về tuyên truyền năm 2017"), Verdict::Gap),
        (titled("Góp ý dự thảo báo cáo tuyên truyền"), Verdict::Gap),
        // Another row takes it.
        (titled("Công tác đào tạo, bồi dưỡng cán bộ năm 2018"), Verdict::Gap),
    ] {
        let said = asked(Doc::new("S4/a.pdf", "S4", form.clone(), &["x"]), "S4", "ket-qua-tuyen-truyen");
        assert_eq!(
            said.0, verdict,
            "{:?} {:?} {:?}",
            form.r#abstract.value, form.issuer.value, form.issued.field.value
        );
    }
    let elsewhere = asked(Doc::new("S5/a.pdf", "S5", alike(), &["x"]), "S4", "ket-qua-tuyen-truyen");
    assert_eq!(elsewhere.0, Verdict::Gap);
    // The right number decides which decision it is, not its title.
    let other = Form { number: read("3570/QĐ-UBND"), ..decision() };
    assert_eq!(asked(Doc::new("S1/a.pdf", "S1", other, &["x"]), "S1", "quyet-dinh-3507").0, Verdict::Gap);
}

#[test]
fn a_report_that_names_no_period_could_be_of_any() {
    let verdicts = |title: &str| {
        let form = form("BC", "30/BC-SNV", "2018-09-15", "SỞ NỘI VỤ", title);
        let outcome = judge(vec![Doc::new("S2/a.docx", "S2", form, &["x"])], "");
        let item = item(&outcome, "S2", "bao-cao-cchc");
        let asked = item.findings.iter().filter(|f| f.message.id == "KC304-alike").count();
        (asked, item.findings.iter().filter(|f| f.message.id == "KC304").count())
    };
    assert_eq!(verdicts("Tình hình công tác cải cách hành chính"), (4, 0));
    assert_eq!(verdicts("Tình hình công tác cải cách hành chính tháng 9 năm 2018"), (0, 4));
}

/// The annual report on the reform, under a path and dated on a day.
fn annual(path: &'static str, criterion: &'static str, number: &str, day: &str, title: &str) -> Doc {
    Doc::new(path, criterion, form("BC", number, day, "SỞ NỘI VỤ", title), &["I. KẾT QUẢ"])
}

/// What the plan's report of the year rests on, the verdict, and what is said of the other documents.
fn rests_on(docs: Vec<Doc>) -> (Vec<String>, Verdict, Vec<(String, String)>) {
    let outcome = judge(docs, "");
    let item = item(&outcome, "S4", "ket-qua-tuyen-truyen");
    let others = item.findings.iter().filter(|f| f.code == codes::ALSO_FITS);
    let others = others.map(|f| (f.path.clone().unwrap(), f.message.id.clone())).collect();
    let used: Vec<String> = item.documents.iter().chain(&item.others).cloned().collect();
    assert!(used.iter().all(|name| outcome.used_by(name).contains(&"S4/ket-qua-tuyen-truyen".to_owned())));
    (item.documents.clone(), item.verdict, others)
}

#[test]
fn the_kindest_document_does_not_win_in_silence() {
    let text = &["Hoàn thành 6/6 nhiệm vụ tuyên truyền cải cách hành chính, đạt 100%."];
    let doc = |path: &'static str, criterion: &'static str, number: &str, issuer: &str| {
        Doc::new(path, criterion, form("BC", number, "2018-12-10", issuer, TITLE), text)
    };
    let of = |path: &str, id: &str| vec![(path.to_owned(), id.to_owned())];
    let own_fails = || doc("S4/a.docx", "S4", "1/BC-STP", "SỞ TƯ PHÁP");
    let own_right = || doc("S4/b.docx", "S4", "2/BC-SNV", "SỞ NỘI VỤ");
    let borrowed = || doc("S5/c.docx", "S5", "3/BC-SNV", "SỞ NỘI VỤ");
    let unplaced = || doc("khac/d.docx", "", "4/BC-STP", "SỞ TƯ PHÁP");
    // In one folder the right one speaks, and what is wrong with the other is said.
    let (documents, verdict, others) = rests_on(vec![own_fails(), own_right()]);
    assert_eq!((documents, verdict), (vec!["S4/b.docx".to_owned()], Verdict::Met));
    assert_eq!(others, of("S4/a.docx", "KC308-fails"));
    // One from another row does not stand in for it.
    let (documents, verdict, others) = rests_on(vec![own_fails(), borrowed()]);
    assert_eq!(documents, ["S4/a.docx"]);
    assert_ne!(verdict, Verdict::Met);
    assert_eq!(others, of("S5/c.docx", "KC308"));
    // Borrowed where there is none, and no word of those that serve another row.
    let (documents, verdict, others) = rests_on(vec![borrowed()]);
    assert_eq!((documents, verdict, others.len()), (vec!["S5/c.docx".to_owned()], Verdict::Met, 0));
    assert_eq!(rests_on(vec![own_right(), borrowed()]).2, []);
    // What lies under no criterion is nobody's, and no leftover.
    assert_eq!(rests_on(vec![own_right(), unplaced()]).2, of("khac/d.docx", "KC308-fails"));
}

#[test]
fn copies_and_drafts_of_the_document_do_not_speak_against_it() {
    let text = &["Hoàn thành 6/6 nhiệm vụ tuyên truyền cải cách hành chính, đạt 100%."];
    let signed = |path: &'static str, criterion| Doc::new(path, criterion, report(), text);
    let unsigned = |path: &'static str| {
        Doc::new(path, "S4", Form { signer: Field::default(), ..report() }, &["Bản Word của văn bản đã ký."])
    };
    let draft =
        || Doc::new("S4/a.docx", "S4", Form { number: Field::default(), signer: Field::default(), ..report() }, text);
    assert_eq!(rests_on(vec![unsigned("S4/a.docx"), signed("S4/b.pdf", "S4")]).2, []);
    let (documents, verdict, others) = rests_on(vec![unsigned("S4/a.docx"), signed("S5/b.pdf", "S5")]);
    assert_eq!((documents, verdict, others.len()), (vec!["S5/b.pdf".to_owned()], Verdict::Met, 0));
    // A draft without a number is another paper: the signed one speaks wherever it lies, and the draft is named.
    let (documents, verdict, others) = rests_on(vec![draft(), signed("S5/b.pdf", "S5")]);
    assert_eq!((documents, verdict), (vec!["S5/b.pdf".to_owned()], Verdict::Met));
    assert_eq!(others, [("S4/a.docx".to_owned(), "KC308-fails".to_owned())]);
}

#[test]
fn a_late_report_speaks_before_one_of_another_row() {
    let late =
        |path, criterion| annual(path, criterion, "9/BC-SNV", "2019-03-20", "Công tác cải cách hành chính năm 2018");
    let other = |path, criterion| {
        let title = "Công tác cải cách hành chính, bồi dưỡng và theo dõi thi hành pháp luật năm 2018";
        annual(path, criterion, "8/BC-SNV", "2018-12-12", title)
    };
    // Also where nothing is put under a criterion, and before a report of another row that was.
    for docs in [
        vec![late("S2/nam.docx", "S2"), other("S2/khac.docx", "S2")],
        vec![late("nam.docx", ""), other("khac.docx", "")],
        vec![late("nam.docx", ""), other("S2/khac.docx", "S2")],
    ] {
        let (wanted, beside) = (docs[0].path, docs[1].path);
        let outcome = judge(docs, "");
        let item = item(&outcome, "S2", "bao-cao-cchc");
        let spoken: Vec<&str> = item.documents.iter().map(String::as_str).collect();
        assert_eq!(spoken, [wanted]);
        assert!(item.findings.iter().any(|f| f.code.as_str() == "KC305"), "{:#?}", item.findings);
        assert!(item.findings.iter().any(|f| f.code == codes::ALSO_FITS && f.path.as_deref() == Some(beside)));
    }
}

#[test]
fn of_two_that_fit_the_one_that_keeps_to_the_proposed_days_speaks() {
    let plan = |path: &'static str, number: &str, day: &str| {
        let title = "Tuyên truyền cải cách hành chính năm 2018";
        Doc::new(path, "S4", form("KH", number, day, "SỞ NỘI VỤ", title), &["x"])
    };
    let docs = vec![plan("S4/a.docx", "1/KH-SNV", "2018-09-10"), plan("S4/b.docx", "2/KH-SNV", "2018-01-10")];
    let outcome = judge(docs, "");
    let found = item(&outcome, "S4", "ke-hoach-tuyen-truyen");
    assert_eq!((found.verdict, found.documents.as_slice()), (Verdict::Met, &["S4/b.docx".to_owned()][..]));
    // The late one is said to be late.
    let said: Vec<(&str, &str)> =
        found.findings.iter().map(|f| (f.message.id.as_str(), f.path.as_deref().unwrap())).collect();
    assert_eq!(said, [("KC308-fails", "S4/a.docx")]);
    assert!(found.findings[0].message.args.contains_key("failures"));
}

#[test]
fn a_plan_is_no_copy_of_the_decision_whose_number_it_bears() {
    let plan = Form { r#type: read("KH"), ..decision() };
    let of = |path: &'static str, form: Form| Doc::new(path, "S1", form, &["x"]);
    let outcome = judge(vec![of("S1/a.pdf", decision()), of("S1/b.pdf", plan)], "");
    let found = item(&outcome, "S1", "ke-hoach-2018");
    assert_eq!(found.documents, ["S1/b.pdf"]);
    // The decision serves an item of its own: no word of it here.
    assert!(found.findings.iter().all(|f| f.code != codes::ALSO_FITS), "{:?}", found.findings);
}
