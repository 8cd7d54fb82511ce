//! The summary on a terminal: who stands where, then what to look at, agency by agency.

use std::borrow::Cow;
use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::catalog::Catalog;
use super::head::{secret_notice, total};
use super::model::{FindingRecord, Report, SubmissionRecord};
use super::place::in_words;
use crate::message::{Said, Severity, Verdict};
use crate::text::visible;

/// The matrix is shown while it fits into so many columns; else each agency gets its counts.
const WIDTH: usize = 100;

/// Warnings shown for one agency; the report files hold them all, and the summary says how many it left out.
const WARNINGS: usize = 15;

/// The summary with colour codes; write it through a stream that drops them where they do not belong.
pub fn text(report: &Report, catalog: &Catalog) -> String {
    let mut out = String::new();
    let bold = Style::new().bold();
    let _ = writeln!(out, "{bold}{}{bold:#}", catalog.word("report-title"));
    let _ = writeln!(out, "{} ({})", visible(&report.run.rules.title), visible(&report.run.rules.id));
    let _ = writeln!(out, "{}\n", total(report, catalog));
    // The first thing that is said: such a document lies in the folder.
    if let Some(notice) = secret_notice(report, catalog) {
        let red = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
        let _ = writeln!(out, "{red}{}{red:#}\n", visible(&notice));
    }
    matrix(&mut out, report, catalog);
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
    if width <= WIDTH {
        let _ = write!(out, "{}", pad(&catalog.word("report-agency"), name_width));
        for code in &codes {
            let _ = write!(out, "  {}", pad(code, code.width().max(2)));
        }
        out.push('\n');
        for submission in &report.submissions {
            let _ = write!(out, "{}", pad(&visible(&submission.name), name_width));
            for criterion in &submission.criteria {
                let style = style_of(criterion.verdict);
                let cell = pad(mark(criterion.verdict), criterion.code.width().max(2));
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
    let legend = shown.map(|v| format!("{} {}", mark(*v), catalog.word(&format!("verdict-{}", v.name()))));
    let _ = writeln!(out, "\n{}", legend.collect::<Vec<_>>().join("   "));
}

/// The numbers of verdicts of a submission in words.
pub(super) fn counts(submission: &SubmissionRecord, catalog: &Catalog) -> String {
    let mut said = Said::new("report-counts");
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
        // What decides comes first; within one weight the order of the report stays.
        list.sort_by_key(|f| f.severity);
        if list.is_empty() {
            continue;
        }
        if let Some(c) = criterion {
            let style = style_of(c.verdict);
            let verdict = catalog.word(&format!("verdict-{}", c.verdict.name()));
            let _ =
                writeln!(out, "  {bold}{} {}{bold:#}: {style}{verdict}{style:#}", visible(&c.code), visible(&c.name));
        }
        for finding in list {
            if finding.severity == Severity::Warning {
                warnings += 1;
                if warnings > WARNINGS {
                    left_out += 1;
                    continue;
                }
            }
            one(out, finding, catalog);
        }
    }
    if left_out > 0 {
        let _ = writeln!(out, "  {}", catalog.say(&Said::new("report-more").with("count", left_out)));
    }
}

fn one(out: &mut String, finding: &FindingRecord, catalog: &Catalog) {
    let style = style_of_severity(finding.severity);
    let _ = writeln!(
        out,
        "    {style}{} {}{style:#} {}",
        severity_mark(finding.severity),
        visible(&finding.code),
        visible(&finding.text)
    );
    let mut line = |label: &str, words: &str| {
        let _ = writeln!(out, "              {}: {}", catalog.word(label), visible(words));
    };
    if let Some(path) = &finding.path {
        let place = in_words(&finding.place, catalog);
        let words = if place.is_empty() { path.clone() } else { format!("{path}, {place}") };
        line("report-file", &words);
    }
    if let Some(quote) = &finding.quote {
        line("report-quote", &format!("“{quote}”"));
    }
    if let Some(nearest) = &finding.nearest {
        line("report-nearest", &format!("{} ({})", nearest.path, nearest.why));
    }
    if finding.severity != Severity::Info {
        line("report-fix", &finding.fix);
    }
}

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

/// Verdicts differ by shape, not only by colour.
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
