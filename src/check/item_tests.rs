//! Missing is a gap only if no unread document could be it.

use super::super::codes;
use super::super::testing::{Doc, dated, form, item, judge, judge_with, read, unclear, unread};
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
    let other = form("BC", "12/BC-SNV", "2018-12-10", "SỞ NỘI VỤ", "Kết quả công tác văn thư");
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
    assert_eq!(item(&judge(vec![letter()], ""), "S4", "ket-qua-tuyen-truyen").verdict, Verdict::Gap);
    assert_eq!(item(&judge(vec![letter(), scan()], ""), "S4", "ket-qua-tuyen-truyen").verdict, Verdict::Unclear);
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
    let folder = tempfile::tempdir().unwrap();
    let head = "id = \"m\"\ntitle = \"M\"\nlevel = \"sở\"\nyear = 2018\nsource = \"x\"\ncriteria = [\"M1\"]\n";
    std::fs::write(folder.path().join("pack.toml"), head).unwrap();
    let rule = "code = \"M1\"\nname = \"M\"\nclause = \"x\"\n[[evidence]]\nid = \"a\"\nname = \"A\"\n\
                match = { phrases = [\"mẫu\"] }\nrequire = { count = 2, periods = [{ period = \"quý I\" }] }\n";
    std::fs::write(folder.path().join("M1.toml"), rule).unwrap();
    let pack = crate::check::load(folder.path().to_str().unwrap()).unwrap();
    let title = "Kết quả mẫu quý I năm 2018";
    let report = form("BC", "30/BC-SNV", "2018-03-15", "SỞ NỘI VỤ", title);
    let outcome = judge_with(&pack, vec![Doc::new("M1/a.docx", "M1", report, &["x"])], "");
    let found = &item(&outcome, "M1", "a").findings;
    assert!(matches!(found.as_slice(), [f] if f.code == codes::TOO_FEW), "{found:?}");
    for name in ["count", "needed", "period", "what"] {
        assert!(found[0].message.args.contains_key(name), "{name}: {:?}", found[0].message);
    }
}
