//! Findings about the folder and its files, before any criterion: what was not read, not assigned, not as it should be.

use std::collections::BTreeMap;

use super::codes;
use super::finding::{Finding, Related, Subject};
use super::kinds::Pack;
use super::run::SubmissionOutcome;
use crate::document::{Media, Orientation, RemarkKind, Status};
use crate::files::ContentHash;
use crate::form::FieldSource;
use crate::message::{Code, Said, Severity};
use crate::reading::Reading;
use crate::submission::{ManifestProblem, Oddity, Submission, Unopened, Unused};

/// All intake and reading findings of a submission.
pub(super) fn findings(outcome: &SubmissionOutcome, pack: &Pack) -> Vec<Finding> {
    let (submission, readings) = (&outcome.submission, &outcome.readings);
    let subject = Subject { agency: submission.agency.clone(), ..Subject::default() };
    let mut findings = Vec::new();
    let is_judged = submission.is_judged();
    if submission.is_empty() && is_judged {
        findings.push(Finding::new(codes::NOTHING_SUBMITTED, Severity::Error, &subject));
    }
    if !submission.listed && is_judged {
        let mut finding = Finding::new(codes::NOT_LISTED, Severity::Warning, &subject);
        if submission.loose {
            finding.message = Said::new("KC004-loose");
        }
        findings.push(finding);
    }
    findings.extend(submission.oddities.iter().map(|o| oddity(o, &submission.manifest.path, &subject)));
    findings.extend(duplicates(readings, &subject));
    findings.extend(pages_beyond(submission, readings, &subject));
    for reading in readings.iter().filter(|r| r.is_first()) {
        let whole = reading.is_part().then(|| reading.whole_file());
        let reading = whole.as_ref().unwrap_or(reading);
        let path = &reading.file.path;
        // A table that was not used has been named already.
        let is_named =
            submission.oddities.iter().any(|o| matches!(o, Oddity::UnusedTable { path: p, .. } if p == path));
        findings.extend(of_file(reading, pack, outcome.is_used(path) || is_named, &subject));
    }
    findings
}

fn warning(code: Code, message: Said, path: &str, subject: &Subject) -> Finding {
    let mut finding = Finding::new(code, Severity::Warning, subject);
    finding.message = message;
    finding.path = Some(path.to_owned());
    finding
}

fn oddity(oddity: &Oddity, manifest: &str, subject: &Subject) -> Finding {
    let warn = |code, message, path: &str| warning(code, message, path, subject);
    match oddity {
        Oddity::EmptyFolder { path, criteria } => {
            let mut finding = warn(codes::EMPTY_FOLDER, Said::new("KC002").with("path", path.as_str()), path);
            finding.subject.criterion = only(criteria);
            finding
        }
        Oddity::Symlink { path, criteria } => {
            let mut finding = warn(codes::SYMLINK, Said::new("KC005").with("path", path.as_str()), path);
            finding.subject.criterion = only(criteria);
            finding
        }
        Oddity::Unreadable { path, criteria, why } => {
            let message = match why {
                Unopened::Denied => Said::new("KC006-denied"),
                Unopened::Special => Said::new("KC006-special"),
                Unopened::System(reason) => Said::new("KC006").with("reason", reason.as_str()),
            };
            let message = message.with("path", path.as_str());
            let mut finding = warn(codes::UNREADABLE_ENTRY, message, path);
            finding.subject.criterion = only(criteria);
            finding
        }
        Oddity::ManifestRow { line, problem } => {
            let (id, what) = match problem {
                ManifestProblem::NoSuchFile(file) => ("KC009-file", file),
                ManifestProblem::NoSuchCode(code) => ("KC009-code", code),
                ManifestProblem::NoPages(pages) => ("KC009-pages", pages),
            };
            let message = Said::new(id).with("path", manifest).with("line", *line as f64).with("what", what.as_str());
            warn(codes::MANIFEST, message, manifest)
        }
        Oddity::Manifest { line, column, limit, reason } => {
            let message = match (line, column, limit) {
                (Some(line), ..) => Said::new("KC009-line").with("line", *line as f64),
                (None, Some(column), _) => Said::new("KC009-column").with("column", *column),
                (None, None, Some((most, unit))) => {
                    Said::new("KC009-large").with("most", *most as f64).with("unit", *unit)
                }
                (None, None, None) => Said::new("KC009"),
            };
            let message = message.with("path", manifest).with("reason", reason.as_str());
            warn(codes::MANIFEST, message, manifest)
        }
        Oddity::UnusedTable { path, why } => {
            let message = match why {
                Unused::Twin(used) => Said::new("KC011-twin").with("used", used.as_str()),
                Unused::Single => Said::new("KC011-single"),
                Unused::Given => Said::new("KC011-given"),
            };
            warn(codes::UNUSED_TABLE, message.with("path", path.as_str()), path)
        }
    }
}

/// Rows of the manifest that name pages behind the last one.
fn pages_beyond(submission: &Submission, readings: &[Reading], subject: &Subject) -> Vec<Finding> {
    let manifest = submission.manifest.path.as_str();
    let mut findings = Vec::new();
    for row in &submission.manifest.rows {
        // Only a PDF is counted in pages that a clerk sees.
        let is_it = |r: &&Reading| r.file.path == row.file && r.is_first() && r.summary().media == Media::Pdf;
        let count = readings.iter().find(is_it).map(|r| r.file_page_count()).filter(|count| *count > 0);
        let Some((last, count)) = row.pages.last().zip(count).filter(|(last, count)| last > count) else { continue };
        let message = Said::new("KC009-beyond")
            .with("path", manifest)
            .with("line", row.line as f64)
            .with("what", row.file.as_str())
            .with("page", last)
            .with("count", count);
        findings.push(warning(codes::MANIFEST, message, manifest, subject));
    }
    findings
}

fn duplicates(readings: &[Reading], subject: &Subject) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut firsts: BTreeMap<ContentHash, &Reading> = BTreeMap::new();
    let files = readings.iter().filter(|r| r.is_first() && r.file.known.is_none());
    for (hash, reading) in files.filter_map(|r| Some((r.file.hash?, r))) {
        let first = *firsts.entry(hash).or_insert(reading);
        if std::ptr::eq(first, reading) {
            continue;
        }
        let subject = Subject { criterion: only(&reading.file.criteria), ..subject.clone() };
        let path = reading.file.path.as_str();
        let message = Said::new("KC007").with("path", path).with("first", first.file.path.as_str());
        let mut finding = warning(codes::DUPLICATE, message, path, &subject);
        finding.related = vec![Related { path: first.file.path.clone(), ..Related::default() }];
        findings.push(finding);
    }
    findings
}

/// The criterion of a file, if it was put under exactly one.
fn only(criteria: &[String]) -> String {
    match criteria {
        [one] => one.clone(),
        _ => String::new(),
    }
}

fn of_file(reading: &Reading, pack: &Pack, is_used: bool, subject: &Subject) -> Vec<Finding> {
    let path = reading.file.path.as_str();
    let subject = &Subject { criterion: only(&reading.file.criteria), ..subject.clone() };
    let mut findings = Vec::new();
    let mut add = |code: Code, severity: Severity, message: Said| {
        let mut finding = Finding::new(code, severity, subject);
        finding.message = message.with("path", path);
        finding.path = Some(path.to_owned());
        findings.push(finding);
    };
    if reading.status == Status::Skipped {
        return findings;
    }
    // The reader's own words are English and of no use to a clerk: they stay among the arguments, for programs.
    let reason = reading.summary().failure().unwrap_or_default();
    let warning = Severity::Warning;
    match reading.status {
        Status::Secret => add(codes::SECRET_DOCUMENT, warning, Said::new("KC008")),
        Status::Password => add(codes::PASSWORD, warning, Said::new("KC101")),
        Status::Malformed => {
            let id = reading.summary().remarks.iter().find_map(|r| not_kept(r.kind)).unwrap_or("KC102");
            add(codes::MALFORMED, warning, Said::new(id).with("reason", reason));
        }
        Status::Scan => add(codes::SCAN, warning, Said::new("KC103").with("pages", reading.summary().page_count)),
        Status::Unsupported => {
            let id = match reading.summary().media {
                Media::Archive => "KC104-archive",
                Media::Mail => "KC104-mail",
                _ => "KC104",
            };
            add(codes::UNSUPPORTED, warning, Said::new(id));
        }
        Status::Timeout => add(codes::TIMEOUT, warning, Said::new("KC105").with("reason", reason)),
        Status::Crashed => add(codes::CRASHED, warning, Said::new("KC106").with("reason", reason)),
        Status::Limit => {
            let size = (reading.file.size as f64 / 1_048_576.0).max(0.1);
            let id = reading.summary().remarks.iter().find_map(|r| not_kept(r.kind)).unwrap_or("KC107");
            add(codes::LIMIT, warning, Said::new(id).with("size", size).with("reason", reason));
        }
        Status::Empty => add(codes::EMPTY_FILE, warning, Said::new("KC108")),
        Status::Partial => {
            let (severity, message) = partial(reading);
            add(codes::PARTIAL, severity, message);
        }
        Status::Ok | Status::Skipped => {}
    }
    if let Some(expected) = renamed(reading) {
        add(
            codes::RENAMED,
            Severity::Info,
            Said::new("KC010").with("expected", expected).with("media", media_name(reading.summary().media)),
        );
    }
    let illegible: Vec<String> = reading.summary().illegible.iter().take(20).map(ToString::to_string).collect();
    if !illegible.is_empty() && reading.status != Status::Secret {
        add(codes::ILLEGIBLE, warning, Said::new("KC113").with("pages", illegible));
    }
    for (message, is_it) in [
        ("KC113-turned", (|laid| laid.quarters > 0) as fn(&Orientation) -> bool),
        ("KC113-side-by-side", |laid| laid.side_by_side),
    ] {
        let pages = reading.summary().orientation.iter().filter(|(_, orientation)| is_it(orientation));
        let pages: Vec<String> = pages.take(20).map(|(page, _)| page.to_string()).collect();
        if !pages.is_empty() && reading.status != Status::Secret {
            add(codes::ILLEGIBLE, Severity::Info, Said::new(message).with("pages", pages));
        }
    }
    if let Some((claimed, found)) = contradicted(reading) {
        add(codes::CLAIM_CONTRADICTED, warning, Said::new("KC208").with("claimed", claimed).with("found", found));
    }
    let is_lost = reading.file.criteria.is_empty() && !is_used && !reading.file.is_explanation;
    if is_lost && reading.status != Status::Empty {
        let message = match nearest_criterion(reading, pack) {
            Some((code, name)) => Said::new("KC001").with("nearest", code).with("name", name),
            None => Said::new("KC001-none"),
        };
        add(codes::UNASSIGNED, warning, message);
    }
    findings.extend(remarks(reading, subject));
    // Only evidence is worth opening for its sums.
    if reading.status.has_text() && reading.summary().tables > 0 && !reading.file.criteria.is_empty() {
        findings.extend(super::arithmetic::findings(reading, subject));
    }
    findings
}

/// The message for a file that was not opened, or of which nothing was kept.
fn not_kept(kind: RemarkKind) -> Option<&'static str> {
    match kind {
        RemarkKind::Changing => Some("KC102-changing"),
        RemarkKind::Gone => Some("KC102-gone"),
        RemarkKind::Denied => Some("KC102-denied"),
        RemarkKind::NotAFile => Some("KC102-replaced"),
        RemarkKind::Unopened => Some("KC102-unopened"),
        RemarkKind::TooMuchText => Some("KC107-text"),
        RemarkKind::SubmissionFull => Some("KC107-submission"),
        _ => None,
    }
}

/// The number that the name of a scan claims and the printed one that is read on it, if they differ.
fn contradicted(reading: &Reading) -> Option<(String, String)> {
    let number = &reading.form.number;
    let printed = number.read().filter(|_| number.source == Some(FieldSource::Ocr))?;
    let claimed = crate::form::claimed_number(&reading.file.path, printed)?;
    let is_same = crate::text::symbol::DocumentNumber::parse(&claimed)?
        .same(&crate::text::symbol::DocumentNumber::parse(printed)?);
    (!is_same).then(|| (claimed, printed.to_owned()))
}

fn partial(reading: &Reading) -> (Severity, Said) {
    let scans: Vec<String> = reading.summary().scans.iter().map(ToString::to_string).collect();
    if scans.is_empty() {
        let cut = reading
            .summary()
            .remarks
            .iter()
            .find(|r| matches!(r.kind, RemarkKind::LimitReached | RemarkKind::PageUnreadable));
        let id = match cut.map(|r| r.kind) {
            Some(RemarkKind::LimitReached) => "KC110-limit",
            _ => "KC110",
        };
        let reason = cut.map(|r| r.detail.as_str()).unwrap_or_default();
        return (Severity::Warning, Said::new(id).with("reason", reason));
    }
    let is_failed = reading.summary().remarks.iter().any(|r| r.kind == RemarkKind::PageUnreadable);
    if reading.is_recognised() && !is_failed {
        // No rule asks for the unread part.
        return (Severity::Info, Said::new("KC110-head").with("count", scans.len()));
    }
    let shown: Vec<String> = scans.iter().take(20).cloned().collect();
    (Severity::Warning, Said::new("KC110-scans").with("count", scans.len()).with("pages", shown))
}

/// What readers noticed in a file: one finding for each kind of remark, at its first place, with the count.
fn remarks(reading: &Reading, subject: &Subject) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for remark in &reading.summary().remarks {
        let (code, id) = match remark.kind {
            RemarkKind::FormulaWithoutValue => (codes::FORMULA_WITHOUT_VALUE, "KC404"),
            RemarkKind::HiddenSheet => (codes::HIDDEN_CONTENT, "KC111-sheet"),
            RemarkKind::HiddenRows => (codes::HIDDEN_CONTENT, "KC111-rows"),
            RemarkKind::SwappedDates => (codes::DATES_SWAPPED, "KC408"),
            RemarkKind::Converted => (codes::CONVERTED, "KC112"),
            RemarkKind::Checksum => (codes::UNTRUSTED_TEXT, "KC109-checksum"),
            RemarkKind::HiddenText => (codes::HIDDEN_CONTENT, "KC111-hidden"),
            RemarkKind::DeletedText => (codes::HIDDEN_CONTENT, "KC111-deleted"),
            RemarkKind::LostCharacters | RemarkKind::UntrustedText => (codes::UNTRUSTED_TEXT, "KC109"),
            _ => continue,
        };
        if reading.status == Status::Secret {
            continue;
        }
        match findings.iter_mut().find(|f| f.message.id == id) {
            Some(first) => {
                let count = match first.message.args.get("count") {
                    Some(crate::message::Arg::Number(n)) => n + 1.0,
                    _ => 2.0,
                };
                first.message = first.message.clone().with("count", count);
            }
            None => {
                let severity = if code == codes::CONVERTED { Severity::Info } else { Severity::Warning };
                let mut finding = Finding::new(code, severity, subject);
                finding.message = Said::new(id).with("path", reading.file.path.as_str()).with("count", 1.0);
                if code == codes::CONVERTED {
                    finding.message = finding.message.with("encoding", remark.detail.as_str());
                }
                finding.path = Some(reading.file.path.clone());
                finding.place = remark.place.clone();
                findings.push(finding);
            }
        }
    }
    findings
}

/// The criterion whose phrases a file's title or name comes nearest to.
fn nearest_criterion<'a>(reading: &Reading, pack: &'a Pack) -> Option<(&'a str, &'a str)> {
    let name = crate::text::Key::new(&reading.file.path.replace(['-', '_', '/', '.'], " "));
    let mut best: Option<(usize, &str, &str)> = None;
    for criterion in &pack.criteria {
        for evidence in &criterion.evidence {
            let phrases = &evidence.matching.phrases;
            let hits = phrases.iter().filter(|p| p.is_in(reading.title()) || p.is_in(&name)).count();
            let number = evidence.matching.number.as_ref();
            let by_number = number.is_some_and(|n| reading.number().is_some_and(|found| found.same(n)));
            let score = if by_number { 100 } else { hits };
            if score > 0 && best.is_none_or(|(s, ..)| score > s) {
                best = Some((score, &criterion.code, &criterion.name));
            }
        }
    }
    best.map(|(_, code, name)| (code, name))
}

/// What the file's name says it is, if its content is something else.
fn renamed(reading: &Reading) -> Option<&'static str> {
    if !reading.status.has_text() && reading.status != Status::Scan {
        return None;
    }
    let expected = crate::document::expected_media(&reading.file.path)?;
    (expected != reading.summary().media).then(|| media_name(expected))
}

fn media_name(media: Media) -> &'static str {
    match media {
        Media::Pdf => "PDF",
        Media::Docx => "Word (docx)",
        Media::Doc => "Word (doc)",
        Media::Xlsx => "Excel (xlsx)",
        Media::Xls => "Excel (xls)",
        Media::Xlsb => "Excel (xlsb)",
        Media::Ods => "OpenDocument (ods)",
        Media::Rtf => "RTF",
        Media::Html => "HTML",
        Media::Text => "TXT",
        Media::Image => "JPG/PNG/TIFF",
        Media::Mail => "e-mail (eml)",
        Media::Archive => "ZIP/RAR/7Z",
        Media::Other => "?",
    }
}
