//! Formats and output folders of reports, for the commands `check` and `report`.

use std::io::{Error, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::exit::usage;
use kiemchung::report::{Catalog, File, Language, Links, Report, csv, html, is_stored, json, jsonl, xlsx};
use kiemchung::submission::is_leftover;

/// The folder of the report where none is named.
pub(super) const DEFAULT_OUT: &str = "kiemchung-report";

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Summary on standard output
    Text,
    /// report.json: everything, for programs
    Json,
    /// report.html: one page for a browser, with filters
    Html,
    /// report.xlsx: a workbook for Excel
    Xlsx,
    /// report.csv: the findings as a table
    Csv,
    /// report.jsonl: the findings, a line of JSON each
    Jsonl,
}

impl Format {
    /// Name of the file that it writes, or `None` for the summary.
    pub(super) fn file(self) -> Option<&'static str> {
        match self {
            Format::Text => None,
            Format::Json => Some("report.json"),
            Format::Html => Some("report.html"),
            Format::Xlsx => Some("report.xlsx"),
            Format::Csv => Some("report.csv"),
            Format::Jsonl => Some("report.jsonl"),
        }
    }
}

/// Parses the value of `--lang`.
pub(super) fn language(code: &str) -> Result<Language, String> {
    let known = || Language::ALL.iter().map(|l| l.code()).collect::<Vec<_>>().join(", ");
    Language::parse(code).ok_or_else(|| format!("reports are written in: {}", known()))
}

/// The report in those formats that are files, each once. A format is made when it is written.
pub(super) fn render<'a>(
    formats: &[Format],
    report: &'a Report,
    catalog: &'a Catalog,
    links: &'a Links,
) -> Vec<File<'a>> {
    let mut files: Vec<File<'a>> = Vec::new();
    for format in formats.iter().copied() {
        let Some(name) = format.file().filter(|name| files.iter().all(|(n, _)| n != name)) else { continue };
        let write = move |out: &mut dyn Write| match format {
            Format::Text => Ok(()),
            Format::Json => json(report, out),
            Format::Html => out.write_all(html(report, catalog, links).map_err(Error::other)?.as_bytes()),
            Format::Xlsx => out.write_all(&xlsx(report, catalog, links).map_err(Error::other)?),
            Format::Csv => out.write_all(csv(report, catalog).map_err(Error::other)?.as_bytes()),
            Format::Jsonl => jsonl(report, out),
        };
        files.push((name, Box::new(write)));
    }
    files
}

/// What a run leaves in its output folder besides the formats.
const OTHER_OUTPUT: [&str; 2] = ["timings.json", "crops"];

/// Refuses an output folder that holds evidence. Output folders are not searched, so it would silently be left out.
pub(super) fn refuse_evidence_in(out: &Path, root: &Path) -> anyhow::Result<()> {
    let (Ok(real_out), Ok(root)) = (out.canonicalize(), root.canonicalize()) else { return Ok(()) };
    let refuse = |why: String| {
        Err(usage(format!(
            "--out {}: {why}; choose a folder for the report alone, outside the evidence",
            out.display()
        )))
    };
    if real_out == root {
        return refuse("this is ROOT itself".to_owned());
    }
    if !real_out.starts_with(&root) {
        return Ok(());
    }
    match foreign_entry(&real_out) {
        Some(name) => {
            refuse(format!("this folder lies in ROOT and holds other files (“{name}”), which would not be read"))
        }
        None => Ok(()),
    }
}

/// True if both paths exist and are the same file or folder.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// The first entry of a folder, by name, that a run does not leave in its output folder.
fn foreign_entry(folder: &Path) -> Option<String> {
    let is_own =
        |name: &str| OTHER_OUTPUT.contains(&name) || Format::value_variants().iter().any(|f| f.file() == Some(name));
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let named = |entry: std::fs::DirEntry| {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        (entry.file_name().to_string_lossy().into_owned(), is_file)
    };
    let mut names: Vec<(String, bool)> = entries.map(named).collect();
    names.sort();
    // Files only: office programs leave lock files beside an open report, but a folder of such a name may hold
    // evidence.
    let is_known = |name: &str, is_file: bool| is_own(name) || is_file && is_leftover(name);
    names.into_iter().find(|(name, is_file)| !is_known(name, *is_file)).map(|(name, _)| name)
}

/// Folders directly in ROOT that hold a report of an earlier run and nothing else, and so no evidence.
pub(super) fn old_reports(root: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root).into_iter().flatten().flatten();
    let folders = entries.filter(|e| e.file_type().is_ok_and(|kind| kind.is_dir())).map(|e| e.path());
    let mut old: Vec<PathBuf> = folders.filter(|f| is_stored(f) && foreign_entry(f).is_none()).collect();
    old.sort();
    old
}

/// Says which files were written: "Đã ghi báo cáo: out/report.html, out/report.xlsx".
pub(super) fn written_notice(formats: &[Format], out: &Path, catalog: &Catalog) -> String {
    let paths = formats.iter().filter_map(|f| f.file()).map(|file| out.join(file).display().to_string());
    format!("{} {}", catalog.word("report-written"), paths.collect::<Vec<_>>().join(", "))
}
