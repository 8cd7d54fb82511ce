//! `kiemchung text`: shows the text that was read, page by page. Of a secret document only the status is printed.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::documents::{Format, read};
use super::exit::Exit;
use super::options::ReadingOptions;
use kiemchung::batch::FileRead;
use kiemchung::document::{Document, Line, Source, fill_gaps, rows};
use kiemchung::ocr::Reach;
use kiemchung::text::visible;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Documents
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Text for people or JSON for programs
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    reading: ReadingOptions,
}

#[derive(Serialize)]
struct FileText {
    path: String,
    #[serde(flatten)]
    document: Document,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let read = read(&arguments.files, &arguments.reading, Reach::All, false)?;
    let of = |(path, read): (&PathBuf, &FileRead)| {
        // The document's own status does not know of secrecy.
        let document = Document { status: read.status, ..read.stored.document().clone() };
        FileText { path: path.display().to_string(), document }
    };
    let documents: Vec<FileText> = arguments.files.iter().zip(&read).map(of).collect();
    let mut out = anstream::stdout().lock();
    match arguments.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &documents)?;
            writeln!(out)?;
        }
        Format::Text => documents.iter().try_for_each(|d| show(&mut out, d))?,
    }
    Ok(Exit::Met)
}

fn show(out: &mut impl Write, read: &FileText) -> std::io::Result<()> {
    writeln!(out, "=== {} ({})", visible(&read.path), read.document.status.name())?;
    for remark in &read.document.remarks {
        writeln!(out, "--- {:?} {}", remark.kind, visible(&remark.detail))?;
    }
    for page in &read.document.pages {
        let sheet = page.sheet.as_deref().map(|s| format!(" {}", visible(s))).unwrap_or_default();
        writeln!(out, "--- page {}{sheet}", page.number)?;
        // An annotation that fills a gap of a line is printed there, and not again below the lines.
        let notes: Vec<&Line> = page.lines.iter().filter(|l| l.source == Source::Annotation).collect();
        let (mut texts, mut inserted) = (Vec::new(), BTreeSet::new());
        for line in page.lines.iter().filter(|l| l.source != Source::Annotation) {
            let filled = fill_gaps(line, &notes);
            texts.push(filled.line.text.clone());
            inserted.extend(filled.notes);
        }
        let others = notes.iter().enumerate().filter(|(index, _)| !inserted.contains(index));
        texts.extend(others.map(|(_, note)| note.text.clone()));
        for text in &texts {
            writeln!(out, "{}", visible(text))?;
        }
        // Where a page has lines (Word), they already include its tables.
        if page.lines.is_empty() {
            for (row, _) in rows(page) {
                writeln!(out, "{}", visible(&row))?;
            }
        }
    }
    writeln!(out)
}
