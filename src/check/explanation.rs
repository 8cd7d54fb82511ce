//! Explanations (giải trình): where evidence is missing, an explanation with grounds makes the item a question to the
//! assessor, never met; one without grounds changes nothing but is named.

use super::case::Case;
use super::codes;
use super::finding::{Finding, Related, Subject};
use super::outcome::{ItemOutcome, Outcome};
use crate::document::{Place, Status};
use crate::message::{Arg, Said, Severity, Verdict};
use crate::reading::Reading;
use crate::submission::{Codes, Manifest};
use crate::text::Key;
use crate::text::date::find_dates;
use crate::text::pattern::regex;
use crate::text::period::periods_named;
use crate::text::symbol::{DocumentNumber, find_numbers};

/// An explanation for a criterion.
pub(super) struct Explanation {
    /// Path of the file, or of the manifest.
    path: String,
    text: String,
    /// False for a file that could not be read.
    is_read: bool,
}

/// What an explanation rests on.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Grounds {
    /// Documents by number and date.
    documents: Vec<String>,
    /// A figure with its source.
    has_figure: bool,
}

/// The explanations for a criterion: notes of the manifest, and files named `giai-trinh…` or `thuyet-minh…` in its
/// folder. One file outside all folders may explain several criteria, each under a heading with its code.
pub(super) fn explanations(
    criterion: &str,
    codes: &Codes,
    manifest: &Manifest,
    readings: &[Reading],
) -> Vec<Explanation> {
    let files = readings.iter().filter(|r| r.file.is_explanation).filter_map(|r| {
        let is_read = r.status.has_text();
        let text = match (is_read, r.is_of(criterion)) {
            (true, true) => r.flow().as_str().to_owned(),
            // The file is known to be empty.
            _ if r.status == Status::Empty => return None,
            (true, false) if r.is_of_none() => under_heading(r.flow().as_str(), criterion, codes)?,
            (false, true) => String::new(),
            (_, false) => return None,
        };
        Some(Explanation { path: r.file.path.clone(), text, is_read })
    });
    let notes = manifest
        .rows
        .iter()
        // A note beside a file describes the file; a row without one explains why there is none.
        .filter(|row| row.file.is_empty() && !row.note.is_empty() && row.criteria.iter().any(|c| c == criterion))
        .map(|row| Explanation { path: manifest.path.clone(), text: row.note.clone(), is_read: true });
    files.chain(notes).collect()
}

/// The paragraphs under a heading with the code of the criterion; `None` if there is no such heading.
fn under_heading(text: &str, criterion: &str, codes: &Codes) -> Option<String> {
    let mut found: Option<String> = None;
    let mut is_under = false;
    for paragraph in text.lines() {
        let is_short = paragraph.chars().count() < 160;
        let numbered = regex!(r"^\s*(?:[IVX]+|\d{1,2}|[a-zđ])[.)]\s+").find(paragraph).map_or(0, |m| m.end());
        let named = if is_short { codes.in_name(&paragraph[numbered..]) } else { Vec::new() };
        if !named.is_empty() {
            is_under = named.iter().any(|c| c == criterion);
        } else if is_under {
            let text = found.get_or_insert_default();
            text.push_str(paragraph);
            text.push('\n');
        }
    }
    found
}

/// True for a finding that evidence is not there.
fn is_missing(finding: &Finding) -> bool {
    matches!(finding.code, codes::MISSING | codes::TOO_FEW | codes::PERIOD_MISSING)
}

/// Applies the explanations of a criterion to an item whose evidence is missing.
pub(super) fn apply(case: &Case<'_>, explanations: &[Explanation], item: &mut ItemOutcome) {
    // What is missing for sure, or is asked about because the pack proposes it; not what may be among unread files.
    let is_open = |f: &Finding| is_missing(f) && (f.severity == Severity::Error || f.proposal);
    if !case.criterion.explanation || !item.findings.iter().any(is_open) {
        return;
    }
    let Some((explanation, grounds)) = explanations
        .iter()
        .map(|e| (e, grounds(&e.text)))
        .max_by_key(|(e, g)| (usize::from(!g.is_empty()), usize::from(!e.is_read)))
    else {
        return;
    };
    let subject = case.subject(&item.id);
    let clause = case.basis.pack.explanation_demand().map(|d| d.clause.clone()).unwrap_or_default();
    let found = if grounds.documents.is_empty() {
        Said::new(if grounds.has_figure { "found-grounds-figure" } else { "found-nothing" })
    } else {
        Said::new("found-grounds").with("documents", grounds.documents.clone())
    };
    // The explanation covers the periods that it names, or everything that is missing if it names none.
    let named: Vec<Said> = periods_named(&explanation.text).into_iter().map(crate::message::period).collect();
    let is_of_named = |f: &Finding| match f.message.args.get("period") {
        Some(Arg::Said(period)) => named.is_empty() || named.contains(&**period),
        _ => true,
    };
    let missing: Vec<Finding> = item.findings.iter().filter(|f| is_open(f) && is_of_named(f)).cloned().collect();
    if missing.is_empty() {
        return;
    }
    let is_accepted = !grounds.is_empty() || !explanation.is_read;
    let verdict = if is_accepted { Verdict::Unclear } else { Verdict::Gap };
    let mut outcome = Outcome::new("explanation", verdict, Said::new("expect-grounds"), found.clone()).under(&clause);
    outcome.path.clone_from(&explanation.path);
    if !explanation.text.is_empty() {
        outcome = outcome.at(Place::default(), excerpt(&explanation.text));
    }
    let (code, id) = match (grounds.is_empty(), explanation.is_read) {
        (true, true) => (codes::NO_GROUNDS, "KC601"),
        (true, false) => (codes::EXPLAINED, "KC602-unread"),
        (false, _) => (codes::EXPLAINED, "KC602"),
    };
    let severity = if is_accepted { Severity::Question } else { Severity::Error };
    let message = Said::new(id).with("path", explanation.path.as_str()).with("found", found);
    let mut outcome = outcome.raise_as(severity, code, &subject, message);
    for finding in &mut outcome.raised {
        finding.path = Some(explanation.path.clone());
    }
    // Each missing document gets a finding of its own, which keeps what was expected and searched.
    item.findings.retain(|f| !(is_open(f) && is_of_named(f)));
    let raised = std::mem::take(&mut outcome.raised);
    outcome.raised =
        missing.iter().flat_map(|missing| raised.iter().map(|finding| for_one(finding, missing))).collect();
    // Findings that the explanation does not cover stay as they were.
    let was_gap = item.verdict == Verdict::Gap;
    if was_gap && is_accepted && !item.findings.iter().any(|f| f.severity == Severity::Error) {
        item.verdict = Verdict::Unclear;
    }
    item.findings.extend(outcome.raised.iter().cloned());
    item.findings.extend(unresolved(case, &subject, explanation, &grounds));
    item.checks.push(outcome);
}

/// The finding of an explanation for one thing that is missing.
fn for_one(finding: &Finding, missing: &Finding) -> Finding {
    let message = finding.message.clone().with("missing", missing.message.clone());
    let (expected, nearest) = (missing.expected.clone(), missing.nearest.clone());
    let mut finding = Finding { message, expected, searched: missing.searched, nearest, ..finding.clone() };
    if missing.proposal {
        finding.as_proposal(missing.severity.max(finding.severity));
    }
    finding
}

/// Documents that the explanation cites and that are not in the submission.
fn unresolved(case: &Case<'_>, subject: &Subject, explanation: &Explanation, grounds: &Grounds) -> Vec<Finding> {
    let mut findings = Vec::new();
    for cited in &grounds.documents {
        let Some(number) = DocumentNumber::parse(cited) else { continue };
        if case.readings.iter().any(|r| r.number().is_some_and(|n| n.same(&number))) {
            continue;
        }
        let mut finding = Finding::new(codes::CITED_NOT_FOUND, Severity::Warning, subject);
        finding.message = Said::new("KC603").with("number", cited.as_str()).with("what", cited.as_str());
        finding.path = Some(explanation.path.clone());
        finding.related = vec![Related { path: explanation.path.clone(), ..Related::default() }];
        findings.push(finding);
    }
    findings
}

impl Grounds {
    fn is_empty(&self) -> bool {
        self.documents.is_empty() && !self.has_figure
    }
}

/// A document counts by number and date, a figure with its source ("theo số liệu của …", "nguồn: …").
pub(super) fn grounds(text: &str) -> Grounds {
    let mut grounds = Grounds::default();
    let dates = find_dates(text);
    for (range, number) in find_numbers(text) {
        let is_dated = dates.iter().any(|d| d.range.start >= range.end && d.range.start - range.end < 40);
        if is_dated && !grounds.documents.contains(&number.text) {
            grounds.documents.push(number.text);
        }
    }
    // Years, days and numbers of documents do not count as figures.
    let key = Key::new(text);
    let key = regex!(
        r"\b(?:quý\s+\w+\s*[/-]\s*\d{4}|(?:năm|tháng|quý|ngày)\s+\d[\d/.-]*|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}/\d{4}|(?:số\s+)?\d+(?:/\d{4})?/\p{L}[\p{L}/-]*|(?:6|9|3|12) tháng)"
    )
    .replace_all(key.as_str(), "");
    grounds.has_figure =
        regex!(r"(?:theo (?:số liệu|báo cáo|thống kê|kết quả)|nguồn\s*:|số liệu (?:của|từ))[^.\n]{0,120}\d")
            .is_match(&key)
            || regex!(r"\d[^.\n]{0,120}(?:theo (?:số liệu|báo cáo|thống kê)|nguồn\s*:|số liệu (?:của|từ))")
                .is_match(&key);
    grounds
}

fn excerpt(text: &str) -> String {
    let flat = crate::text::collapse_spaces(text);
    match flat.char_indices().nth(160) {
        Some((at, _)) => format!("{} …", &flat[..at]),
        None => flat,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Doc, form, item, judge};

    #[test]
    fn one_file_explains_several_criteria_under_their_headings() {
        let codes = Codes::new(&["S3a".into(), "S3b".into(), "S4".into()], Vec::new());
        let text = "BẢN GIẢI TRÌNH\n1. Tiêu chí S3b - Xử lý\nTheo Thông báo số 1/TB-SNV.\n2. Tiêu chí S4\nBận việc.";
        assert_eq!(under_heading(text, "S3b", &codes).unwrap(), "Theo Thông báo số 1/TB-SNV.\n");
        assert_eq!(under_heading(text, "S4", &codes).unwrap(), "Bận việc.\n");
        assert_eq!(under_heading(text, "S3a", &codes), None);
    }

    #[test]
    fn an_explanation_speaks_for_the_periods_that_it_names() {
        let explained = |text: &'static str, more: Vec<Doc>| {
            let reason = Doc::new("S2/giai-trinh.txt", "S2", Default::default(), &[text]);
            let outcome = judge(more.into_iter().chain([reason]).collect(), "");
            let item = item(&outcome, "S2", "bao-cao-cchc");
            let mut codes: Vec<(&str, Severity)> =
                item.findings.iter().map(|f| (f.code.as_str(), f.severity)).collect();
            codes.retain(|(code, _)| *code != "KC603");
            codes.sort();
            (item.verdict, codes)
        };
        let (missing, asked) = (("KC304", Severity::Error), ("KC602", Severity::Question));
        let quarter = "Báo cáo quý I chưa ban hành do chờ số liệu, theo Công văn số 45/STC-HCSN ngày 12/3/2018.";
        assert_eq!(explained(quarter, vec![]), (Verdict::Gap, vec![missing, missing, missing, asked]));
        let all = "Không ban hành báo cáo riêng, theo Công văn số 45/STC-HCSN ngày 12/3/2018.";
        assert_eq!(explained(all, vec![]), (Verdict::Unclear, vec![asked, asked, asked, asked]));
        // A late report stays late, and what is explained stays a question.
        let late = form("BC", "9/BC-SNV", "2018-11-20", "SỞ NỘI VỤ", "Công tác cải cách hành chính quý III năm 2018");
        let (verdict, codes) = explained(all, vec![Doc::new("S2/quy-3.docx", "S2", late, &["I. KẾT QUẢ"])]);
        assert_eq!((verdict, codes.iter().filter(|c| **c == asked).count()), (Verdict::Unclear, 3), "{codes:?}");
    }

    #[test]
    fn a_year_a_day_or_a_number_is_no_figure() {
        for text in [
            "Do khối lượng công việc nhiều, theo kết quả rà soát năm 2018 chưa có sáng kiến.",
            "Theo báo cáo quý I/2018 thì chưa có.",
            "Theo thống kê đến ngày 31/12/2018 chưa có sáng kiến.",
            "Theo báo cáo số 12/BC-SNV thì chưa có.",
        ] {
            assert!(!grounds(text).has_figure, "{text}");
        }
        for text in [
            "Theo kết quả rà soát năm 2018, 0/12 đơn vị có sáng kiến.",
            "Theo số liệu của Sở Tài chính năm 2018, kinh phí còn 35 triệu đồng.",
            "Còn 3 đơn vị (nguồn: Cục Thống kê).",
        ] {
            assert!(grounds(text).has_figure, "{text}");
        }
    }

    #[test]
    fn grounds_are_documents_with_number_and_date_or_figures_with_a_source() {
        let found = grounds("Do chưa có kinh phí, theo Công văn số 45/STC-HCSN ngày 12/3/2018 của Sở Tài chính.");
        assert_eq!(found.documents, ["45/STC-HCSN"]);
        assert!(grounds("Theo số liệu của Cục Thống kê, có 12 đơn vị.").has_figure);
        assert!(grounds("Đơn vị đã cố gắng nhưng khối lượng công việc nhiều, có 12 người.").is_empty());
        assert!(grounds("Theo Công văn số 45/STC-HCSN của Sở Tài chính.").is_empty());
    }
}
