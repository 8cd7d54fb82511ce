//! What the pack proposes never makes a gap alone.

use super::super::testing::{Doc, form, item, judge_with, pack_of};
use crate::check::SubmissionOutcome;
use crate::form::{Field, Form};
use crate::message::{Severity, Verdict};

/// A criterion whose result a report shows; plan and report are proposed papers.
const ROW: &str = r#"
code = "M1"
name = "M"
clause = "x"

[[evidence]]
id = "ke-hoach"
name = "Kế hoạch"
proposal = true
match = { types = ["KH"], phrases = ["mẫu"] }
require = { issuers = ["Sở Nội vụ"] }

[[evidence]]
id = "ket-qua"
name = "Báo cáo"
proposal = true
match = { types = ["BC"], phrases = ["kết quả mẫu"] }
require = { after = "ke-hoach", content = [{ id = "c", name = "C", phrases = ["đã xong"], exact = true }] }
"#;

/// An item with demands on one document.
fn one(require: &str) -> String {
    format!(
        "code = \"M1\"\nname = \"M\"\nclause = \"x\"\n[[evidence]]\nid = \"a\"\nname = \"A\"\n{require}\n\
         match = {{ types = [\"BC\"], phrases = [\"mẫu\"] }}\n"
    )
}

fn form_demand() -> &'static str {
    "[[demand]]\nid = \"d\"\nname = \"D\"\nclause = \"x\"\nform = [\"signer\"]\n"
}

fn judged(head: &str, rule: &str, docs: Vec<Doc>) -> SubmissionOutcome {
    let pack = pack_of(head, rule).unwrap_or_else(|e| panic!("{e}"));
    judge_with(&pack, docs, "")
}

fn plan() -> Doc {
    Doc::new("M1/kh.docx", "M1", form("KH", "1/KH-SNV", "2018-01-10", "SỞ NỘI VỤ", "Công tác mẫu năm 2018"), &["x"])
}

fn report(path: &'static str, title: &str) -> Doc {
    Doc::new(path, "M1", form("BC", "2/BC-SNV", "2018-12-10", "SỞ NỘI VỤ", title), &["Việc đã xong."])
}

/// Verdict of an item, the first message about it, and whether that rests on a proposal.
fn said(outcome: &SubmissionOutcome, id: &str) -> (Verdict, String, bool) {
    let item = item(outcome, "M1", id);
    let first = item.findings.iter().find(|f| f.severity != Severity::Info);
    let (message, proposal) = first.map(|f| (f.message.id.clone(), f.proposal)).unwrap_or_default();
    (item.verdict, message, proposal)
}

fn expect(verdict: Verdict, message: &str, proposal: bool) -> (Verdict, String, bool) {
    (verdict, message.to_owned(), proposal)
}

#[test]
fn a_proposed_paper_is_a_gap_only_while_nothing_shows_the_result() {
    let with_report = judged("", ROW, vec![report("M1/bc.docx", "Kết quả mẫu năm 2018")]);
    assert_eq!(said(&with_report, "ke-hoach"), expect(Verdict::Unclear, "KC302-proposed", true));
    assert_eq!(said(&with_report, "ket-qua").0, Verdict::Met);
    assert_eq!(with_report.criteria[0].verdict, Verdict::Unclear);
    // Nor is it one while some document could be the report.
    let with_alike = judged("", ROW, vec![report("M1/bc.docx", "Những việc đã làm")]);
    assert_eq!(said(&with_alike, "ket-qua"), expect(Verdict::Unclear, "KC302-alike", false));
    assert_eq!(said(&with_alike, "ke-hoach"), expect(Verdict::Unclear, "KC302-proposed", true));
    // The notice of the result is no plan of the wrong type.
    let with_titled = judged("", ROW, vec![report("M1/bc.docx", "Tóm tắt việc mẫu")]);
    assert_eq!(said(&with_titled, "ke-hoach"), expect(Verdict::Unclear, "KC302-proposed", true));
    // A plan shows no result.
    let with_plan = judged("", ROW, vec![plan()]);
    assert_eq!(said(&with_plan, "ket-qua"), expect(Verdict::Gap, "KC302", false));
    let other = Doc::new("M1/a.docx", "M1", form("TTr", "9/TTr-SNV", "2018-05-10", "SỞ NỘI VỤ", "Việc khác"), &["x"]);
    let with_nothing = judged("", ROW, vec![other]);
    for id in ["ke-hoach", "ket-qua"] {
        assert_eq!(said(&with_nothing, id), expect(Verdict::Gap, "KC302", false), "{id}");
    }
}

#[test]
fn what_is_wrong_with_a_paper_beside_the_result_is_a_question() {
    let unsigned = || {
        let mut doc = plan();
        doc.form = Form { signer: Field::default(), ..doc.form };
        doc
    };
    let both = judged(form_demand(), ROW, vec![unsigned(), report("M1/bc.docx", "Kết quả mẫu năm 2018")]);
    assert_eq!(said(&both, "ke-hoach"), expect(Verdict::Unclear, "KC206", true));
    assert_eq!(said(&judged(form_demand(), ROW, vec![unsigned()]), "ke-hoach").0, Verdict::Gap);
}

#[test]
fn another_paper_may_show_the_result() {
    // A letter of the year that says it, under no title that the pack looks for.
    let letter = |text: &str, signer: &str| {
        let mut form = form("CV", "5/SNV-VP", "2018-11-10", "SỞ NỘI VỤ", "Việc khác");
        form.signer.value = Some(signer.to_owned()).filter(|s| !s.is_empty());
        if signer.is_empty() {
            form.signer = Field::default();
        }
        Doc::new("M1/cv.docx", "M1", form, &[text])
    };
    let of = |doc: Doc| said(&judged(form_demand(), ROW, vec![doc]), "ket-qua");
    assert_eq!(of(letter("Việc đã xong.", "Trần Văn Mẫu")), expect(Verdict::Unclear, "KC302-shown", true));
    // Not one that says nothing of it, nor one that was never signed.
    assert_eq!(of(letter("Việc đang làm.", "Trần Văn Mẫu")).0, Verdict::Gap);
    assert_eq!(of(letter("Việc đã xong.", "")).0, Verdict::Gap);
}

#[test]
fn proposed_days_windows_and_topics_are_remarks() {
    let window = |more: &str| format!("require = {{ window = {{ from = \"Y-01-01\", to = \"Y-06-30\"{more} }} }}");
    let day = |more: &str, in_time: &str| format!("require = {{ deadline = {{ date = \"Y-10-15\"{more} }}{in_time} }}");
    let proposal = ", proposal = true";
    for (require, wanted) in [
        (window(""), expect(Verdict::Gap, "KC301", false)),
        (window(proposal), expect(Verdict::Met, "KC301", true)),
        (day("", ""), expect(Verdict::Gap, "KC305", false)),
        (day(proposal, ""), expect(Verdict::Met, "KC305-proposed", true)),
        // The source asks for "in time" and leaves the day open.
        (day(proposal, ", in_time = true"), expect(Verdict::Unclear, "KC305-proposed", true)),
    ] {
        let outcome = judged("", &one(&require), vec![report("M1/a.docx", "Kết quả mẫu")]);
        assert_eq!(said(&outcome, "a"), wanted, "{require}");
        // A remark is no proof that the day was kept to.
        let checks = &item(&outcome, "M1", "a").checks;
        assert!(checks.iter().all(|c| !c.proposal || c.verdict != Verdict::Met), "{require}: {checks:?}");
    }
}

#[test]
fn who_issues_it_may_be_proposed_of_a_sourced_paper() {
    for (keys, wanted) in [
        ("", expect(Verdict::Gap, "KC205", false)),
        ("proposals = [\"issuers\"]\n", expect(Verdict::Unclear, "KC205", true)),
        ("proposal = true\n", expect(Verdict::Unclear, "KC205", true)),
    ] {
        let rule = one(&format!("{keys}require = {{ issuers = [\"Sở Tư pháp\"] }}"));
        assert_eq!(said(&judged("", &rule, vec![report("M1/a.docx", "Kết quả mẫu")]), "a"), wanted, "{keys}");
    }
}

#[test]
fn a_period_that_only_the_pack_names_is_a_question_beside_another() {
    let rule =
        one("[[evidence.require.periods]]\nperiod = \"6 tháng\"\nproposal = true\n[[evidence.require.periods]]\n\
         period = \"năm\"\nproposal = true\n[evidence.match]\ntypes = [\"BC\"]\nphrases = [\"mẫu\"]\n#");
    let rule = rule.split("#\n").next().unwrap();
    let yearly = judged("", rule, vec![report("M1/a.docx", "Kết quả mẫu năm 2018")]);
    assert_eq!(said(&yearly, "a"), expect(Verdict::Unclear, "KC304-proposed", true));
    // A plan is handed in for the report of the year: that shows nothing.
    assert_eq!(said(&judged("", rule, vec![plan()]), "a"), expect(Verdict::Gap, "KC304", false));
}

#[test]
fn the_policy_says_how_much_a_proposal_weighs() {
    let window = one("require = { window = { from = \"Y-01-01\", to = \"Y-06-30\", proposal = true } }");
    for (policy, wanted) in [("question", Verdict::Unclear), ("warning", Verdict::Met), ("info", Verdict::Met)] {
        let head = format!("[policy]\ndetail = \"{policy}\"\n");
        let outcome = judged(&head, &window, vec![report("M1/a.docx", "Kết quả mẫu")]);
        let found = item(&outcome, "M1", "a");
        assert_eq!((found.verdict, found.findings[0].severity.name()), (wanted, policy));
    }
    for (policy, wanted) in [("question", Verdict::Unclear), ("warning", Verdict::NotApplicable)] {
        let head = format!("[policy]\npaper = \"{policy}\"\n");
        let outcome = judged(&head, ROW, vec![report("M1/a.docx", "Kết quả mẫu")]);
        let plan = item(&outcome, "M1", "ke-hoach");
        assert_eq!((plan.verdict, plan.findings[0].severity.name()), (wanted, policy));
        assert_eq!(plan.reason.is_some(), wanted == Verdict::NotApplicable);
        assert_eq!(outcome.criteria[0].verdict, if wanted == Verdict::Unclear { wanted } else { Verdict::Met });
    }
}

#[test]
fn a_pack_that_would_make_a_gap_of_a_proposal_is_refused() {
    let fine = one("require = { deadline = { date = \"Y-10-15\", proposal = true }, in_time = true }");
    assert!(pack_of("", &fine).is_ok());
    for (head, rule, problem) in [
        ("[policy]\npaper = \"gap\"\n", fine.clone(), "cannot end like this"),
        ("[policy]\ndetail = \"error\"\n", fine.clone(), "cannot end like this"),
        ("[policy]\nrest = \"info\"\n", fine.clone(), "unknown key \"rest\""),
        ("", one("require = { in_time = true }"), "no proposed day"),
        ("", one("require = { deadline = { date = \"Y-10-15\" }, in_time = true }"), "no proposed day"),
        ("", one("proposals = [\"window\"]"), "no part of an item"),
        (
            "",
            one("require = { content = [{ id = \"c\", name = \"C\", phrases = [\"x\"], at_least = 2 }] }"),
            "no number of its phrases",
        ),
    ] {
        let error = pack_of(head, &rule).map(|pack| pack.id).unwrap_err().to_string();
        assert!(error.contains(problem), "{problem}: {error}");
    }
}
