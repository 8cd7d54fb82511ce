//! `kiemchung form`: shows the recognised form of documents, field by field.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::documents::{Format, read};
use super::exit::Exit;
use super::options::ReadingOptions;
use kiemchung::document::Status;
use kiemchung::form::{Field, FieldState, Form, Part};
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
    /// Do not use the name of the file, not even as a hint
    #[arg(long)]
    no_file_name: bool,
    #[command(flatten)]
    reading: ReadingOptions,
}

/// One file with its form, as written to JSON.
#[derive(Serialize)]
struct FileForm<'a> {
    path: String,
    status: Status,
    /// The form of its first document.
    #[serde(flatten)]
    form: &'a Form,
    #[serde(skip)]
    has_pages: bool,
    /// Its documents; empty if there is only one.
    #[serde(skip_serializing_if = "<[Part]>::is_empty")]
    parts: &'a [Part],
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let read = read(&arguments.files, &arguments.reading, Reach::Form, !arguments.no_file_name)?;
    let forms: Vec<FileForm<'_>> = arguments
        .files
        .iter()
        .zip(&read)
        .filter_map(|(path, read)| {
            let (path, form) = (path.display().to_string(), &*read.parts.first()?.form);
            let parts = if read.parts.len() > 1 { read.parts.as_slice() } else { &[] };
            let has_pages = read.stored.summary.media.has_pages();
            Some(FileForm { path, status: read.status, form, has_pages, parts })
        })
        .collect();
    let mut out = anstream::stdout().lock();
    match arguments.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &forms)?;
            writeln!(out)?;
        }
        Format::Text => forms.iter().try_for_each(|f| show(&mut out, f))?,
    }
    Ok(Exit::Met)
}

fn show(out: &mut impl Write, file: &FileForm<'_>) -> std::io::Result<()> {
    writeln!(out, "{} ({})", visible(&file.path), file.status.name())?;
    if file.parts.is_empty() {
        show_form(out, file.form)?;
    }
    for part in file.parts {
        match file.has_pages {
            true => writeln!(out, "--- pages {} to {}", part.first, part.last)?,
            false => writeln!(out, "--- document {}", part.first)?,
        }
        show_form(out, &part.form)?;
    }
    writeln!(out)
}

fn show_form(out: &mut impl Write, form: &Form) -> std::io::Result<()> {
    let fields: [(&str, &Field); 9] = [
        ("type", &form.r#type),
        ("number", &form.number),
        ("issued", &form.issued.field),
        ("issuer", &form.issuer),
        ("parent issuer", &form.parent_issuer),
        ("place", &form.place),
        ("abstract", &form.r#abstract),
        ("signer", &form.signer),
        ("authority", &form.authority),
    ];
    for (name, field) in fields {
        let state = match field.state {
            FieldState::Read => "",
            FieldState::Unclear => " [unclear]",
            FieldState::Blank => " [blank]",
            FieldState::Absent => "[absent]",
        };
        writeln!(out, "  {name:14} {}{state}", visible(field.value.as_deref().unwrap_or_default()))?;
        if !field.candidates.is_empty() {
            writeln!(out, "  {:14} or: {}", "", visible(&field.candidates.join(" | ")))?;
        }
    }
    if let (Some(from), Some(to)) = (&form.issued.earliest, &form.issued.latest)
        && from != to
    {
        writeln!(out, "  {:14} between {from} and {to}", "")?;
    }
    for mark in &form.marks {
        writeln!(out, "  {:14} {:?} {}", "mark", mark.kind, visible(mark.quote.as_deref().unwrap_or_default()))?;
    }
    for citation in &form.citations {
        let date = citation.date.as_deref().unwrap_or("–");
        writeln!(
            out,
            "  {:14} {} {date} {}",
            "cites",
            visible(&citation.number),
            visible(citation.issuer.as_deref().unwrap_or_default())
        )?;
    }
    Ok(())
}
