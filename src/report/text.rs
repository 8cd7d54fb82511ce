//! The summary on a terminal: verdicts of all agencies, then the findings of each agency.

use std::borrow::Cow;
use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::catalog::Catalog;
use super::head::{proposals_notice, secret_notice, total};
use super::model::{CriterionRecord, FindingRecord, Report, SubmissionRecord};
use super::place::with_path;
use super::words::asked_words;
use crate::message::{Said, Severity, Verdict};
use crate::text::visible;

/// A matrix of verdicts wider than this, in columns of the terminal, is replaced by counts for each agency.
const MAX_WIDTH: usize = 100;

/// Most warnings shown for one agency; the summary says how many it left out, and the report files hold them all.
const MAX_WARNINGS: usize = 15;

/// Most words shown of those that were not understood; the report files hold them all.
const MAX_WORDS: usize = 10;

/// The summary with ANSI colour codes; write it to a stream that strips them if its target is not a terminal.
pub fn text(report: &Report, catalog: &Catalog) -> String {
    let mut out = String::new();
    let bold = Style::new().bold();
    let _ = writeln!(out, "{bold}{}{bold:#}", catalog.word("report-title"));
    let _ = writeln!(out, "{} ({})", visible(&report.run.rules.title), visible(&report.run.rules.id));
    let _ = writeln!(out, "{}\n", total(report, catalog));
    // Before all else: documents stamped secret must not be in such a folder.
    if let Some(notice) = secret_notice(report, catalog) {
        let red = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
        let _ = writeln!(out, "{red}{}{red:#}\n", visible(&notice));
    }
    if let Some(notice) = proposals_notice(report, catalog) {
        let _ = writeln!(out, "{}\n", visible(&notice));
    }
    matrix(&mut out, report, catalog);
    words(&mut out, report, catalog);
    for submission in &report.submissions {
        let findings: Vec<&FindingRecord> = report.findings.iter().filter(|f| f.agency == submission.agency).collect();
        agency(&mut out, submission, &findings, catalog);
    }
    out
}

fn matrix(out: &mut String, report: &Report, catalog: &Catalog) {
    let name_width = report.submissions.iter().map(|s| s.name.width()).max().unwrap_or(0).clamp(8, 40);
    let codes: Vec<Cow<'_, str>> =
        report.submissions.first().map(|s| s.criteria.iter().map(|c| visible(&c.code)).collect()).unwrap_or_default();
    let width = name_width + codes.iter().map(|c| c.width().max(2) + 2).sum::<usize>();
    if width <= MAX_WIDTH {
        let _ = write!(out, "{}", pad(&catalog.word("report-agency"), name_width));
        for code in &codes {
            let _ = write!(out, "  {}", pad(code, code.width().max(2)));
        }
        out.push('\n');
        for submission in &report.submissions {
            let _ = write!(out, "{}", pad(&visible(&submission.name), name_width));
            for criterion in &submission.criteria {
                let style = style_of(criterion.verdict);
                let cell = pad(&mark_of(criterion), criterion.code.width().max(2));
                let _ = write!(out, "  {style}{cell}{style:#}");
            }
            out.push('\n');
        }
    } else {
        for submission in &report.submissions {
            let _ = writeln!(out, "{}  {}", pad(&visible(&submission.name), name_width), counts(submission, catalog));
        }
    }
    let shown = Verdict::ALL.iter().filter(|v| **v != Verdict::Waived);
    let mut legend: Vec<String> = shown.map(|v| format!("{} {}", mark(*v), catalog.verdict(*v))).collect();
    if report.submissions.iter().any(|s| s.unclear_on_proposals > 0) {
        legend.push(format!("{ON_PROPOSALS} {}", catalog.word("report-on-proposals")));
    }
    let _ = writeln!(out, "\n{}", legend.join("   "));
}

/// The words that were not understood, each with one sentence.
fn words(out: &mut String, report: &Report, catalog: &Catalog) {
    let asked = asked_words(&report.findings);
    if asked.is_empty() {
        return;
    }
    let bold = Style::new().bold();
    let _ = writeln!(out, "\n{bold}{}{bold:#}", catalog.word("report-words"));
    for word in asked.iter().take(MAX_WORDS) {
        let (_, _, sentence) = word.first;
        let shown = format!("{}: {}. “{sentence}”", word.word, word.counts(catalog));
        let _ = writeln!(out, "  {}", visible(&shown));
    }
    if let Some(more) = asked.len().checked_sub(MAX_WORDS).filter(|more| *more > 0) {
        let _ = writeln!(out, "  {}", catalog.say(&Said::new("report-words-more").with("count", more)));
    }
    let _ = writeln!(out, "  {}", catalog.word("report-words-means"));
}

/// The number of criteria with each verdict, as text.
pub(super) fn counts(submission: &SubmissionRecord, catalog: &Catalog) -> String {
    let mut said = Said::new("report-counts").with("proposed", submission.unclear_on_proposals);
    for (name, count) in &submission.counts {
        said = said.with(name, *count);
    }
    catalog.say(&said)
}

fn agency(out: &mut String, submission: &SubmissionRecord, findings: &[&FindingRecord], catalog: &Catalog) {
    let bold = Style::new().bold();
    let (shown, infos): (Vec<&&FindingRecord>, Vec<&&FindingRecord>) =
        findings.iter().partition(|f| f.severity != Severity::Info);
    let title =
        Said::new("report-findings-of").with("name", visible(&submission.name).into_owned()).with("count", shown.len());
    let _ = writeln!(out, "\n{bold}{}{bold:#}", catalog.say(&title));
    if shown.is_empty() {
        let _ = writeln!(out, "  {}", catalog.word("report-no-findings"));
    }
    let mut warnings = 0;
    let mut left_out = infos.len();
    let groups = std::iter::once(None).chain(submission.criteria.iter().map(Some));
    for criterion in groups {
        let code = criterion.map(|c| c.code.as_str());
        let mut list: Vec<_> = shown.iter().filter(|f| f.criterion.as_deref() == code).collect();
        // The most severe come first, demands before proposals; equal ones stay in the order of the report.
        list.sort_by_key(|f| (f.severity, f.proposal));
        if list.is_empty() {
            continue;
        }
        if let Some(c) = criterion {
            let style = style_of(c.verdict);
            let verdict = catalog.verdict(c.verdict);
            let _ =
                writeln!(out, "  {bold}{} {}{bold:#}: {style}{verdict}{style:#}", visible(&c.code), visible(&c.name));
        }
        for finding in list {
            if finding.severity == Severity::Warning {
                warnings += 1;
                if warnings > MAX_WARNINGS {
                    left_out += 1;
                    continue;
                }
            }
            one_finding(out, finding, catalog);
        }
    }
    if left_out > 0 {
        let _ = writeln!(out, "  {}", catalog.say(&Said::new("report-more").with("count", left_out)));
    }
}

fn one_finding(out: &mut String, finding: &FindingRecord, catalog: &Catalog) {
    let style = style_of_severity(finding.severity);
    let _ = writeln!(
        out,
        "    {style}{} {}{style:#} {}{}",
        severity_mark(finding.severity),
        visible(&finding.code),
        if finding.proposal { format!("({}) ", catalog.word("report-proposed")) } else { String::new() },
        visible(&finding.text)
    );
    let mut line = |label: &str, words: &str| {
        let _ = writeln!(out, "              {}: {}", catalog.word(label), visible(words));
    };
    if let Some(path) = &finding.path {
        line("report-file", &with_path(path, &finding.place, catalog));
    }
    if let Some(quote) = &finding.quote {
        line("report-quote", &format!("“{quote}”"));
    }
    if let Some(nearest) = &finding.nearest {
        line("report-nearest", &nearest.in_words());
    }
    if finding.severity != Severity::Info {
        line("report-fix", &finding.fix);
    }
}

/// Pads or truncates a text to a width in columns of the terminal.
fn pad(text: &str, width: usize) -> String {
    let mut shown = String::new();
    for c in text.chars() {
        if shown.width() + unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) > width {
            break;
        }
        shown.push(c);
    }
    let missing = width.saturating_sub(shown.width());
    shown + &" ".repeat(missing)
}

/// What is added to the mark of a row that is unclear only because of what the rule pack proposes.
pub(super) const ON_PROPOSALS: &str = "*";

/// The symbol of a criterion's verdict.
pub(super) fn mark_of(criterion: &CriterionRecord) -> String {
    let more = if criterion.on_proposals { ON_PROPOSALS } else { "" };
    format!("{}{more}", mark(criterion.verdict))
}

/// The symbol of a verdict, which distinguishes it also without colour.
pub(super) fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "✓",
        Verdict::Gap => "✗",
        Verdict::Unclear => "?",
        Verdict::NotApplicable => "–",
        Verdict::Waived => "w",
    }
}

pub(super) fn severity_mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✗",
        Severity::Question => "?",
        Severity::Warning => "!",
        Severity::Info => "i",
    }
}

fn style_of(verdict: Verdict) -> Style {
    let color = match verdict {
        Verdict::Met => AnsiColor::Green,
        Verdict::Gap => AnsiColor::Red,
        Verdict::Unclear => AnsiColor::Yellow,
        Verdict::NotApplicable | Verdict::Waived => return Style::new().dimmed(),
    };
    Style::new().fg_color(Some(color.into()))
}

fn style_of_severity(severity: Severity) -> Style {
    match severity {
        Severity::Error => style_of(Verdict::Gap),
        Severity::Question => style_of(Verdict::Unclear),
        Severity::Warning => Style::new().fg_color(Some(AnsiColor::Cyan.into())),
        Severity::Info => Style::new().dimmed(),
    }
}
