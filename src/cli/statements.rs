//! `kiemchung statements`: shows what documents state with figures, and what each word was taken for. Of a secret document
//! only the status is printed.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::documents::{Format, read};
use super::exit::Exit;
use super::options::ReadingOptions;
use super::output::language;
use kiemchung::batch::FileRead;
use kiemchung::ocr::Reach;
use kiemchung::reading::Reading;
use kiemchung::report::{Catalog, Language, statements};
use kiemchung::statement::{DocumentStatements, FileStatements, Lexicon, own_year, record, telling};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Documents
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Text for people or JSON for programs
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Language of the text
    #[arg(long, value_name = "LANG", value_parser = language, default_value = "vi")]
    lang: Language,
    /// Year that times are held against [default: that of the document's title, else of its date]
    #[arg(long, value_name = "YYYY", value_parser = clap::value_parser!(i16).range(1945..=2100))]
    year: Option<i16>,
    #[command(flatten)]
    reading: ReadingOptions,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let read = read(&arguments.files, &arguments.reading, Reach::All, false)?;
    let of = |(path, read): (&PathBuf, &FileRead)| file(path, read, arguments.year);
    let mut files = arguments.files.iter().zip(&read).map(of);
    let mut out = anstream::stdout().lock();
    match arguments.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &files.collect::<Vec<_>>())?;
            writeln!(out)?;
        }
        Format::Text => {
            let catalog = Catalog::new(arguments.lang);
            files.try_for_each(|file| out.write_all(statements(&file, &catalog).as_bytes()))?;
        }
    }
    Ok(Exit::Met)
}

fn file(path: &Path, read: &FileRead, year: Option<i16>) -> FileStatements {
    let readings = if read.status.has_text() { read.readings(path) } else { Vec::new() };
    let documents = readings.iter().map(|reading| document(reading, year)).collect();
    FileStatements { path: path.display().to_string(), status: read.status, documents }
}

fn document(reading: &Reading, year: Option<i16>) -> DocumentStatements {
    let lexicon = Lexicon::bundled();
    let year = year.or_else(|| own_year(reading, lexicon));
    // A document without any year tells no time that could be another one.
    record(reading, &telling(reading, lexicon, year.unwrap_or_default()), lexicon, year)
}
