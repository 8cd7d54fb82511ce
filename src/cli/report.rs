//! `kiemchung report`: a stored run rendered again, without reading documents.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use kiemchung::report::{Catalog, Language, Links, prepare, read_stored, tell, text, write_all};

use super::exit::{Exit, usage};
use super::output::{Format, language, render, written};
use super::select;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A report.json, or the folder that holds one
    run: PathBuf,
    /// Formats of the report
    #[arg(long, value_enum, value_delimiter = ',', default_value = "text")]
    format: Vec<Format>,
    /// Language of the report [default: that of the run]
    #[arg(long, value_name = "LANG", value_parser = language)]
    lang: Option<Language>,
    /// Show only this agency (folder or name); may be repeated
    #[arg(long, value_name = "NAME")]
    agency: Vec<String>,
    /// Folder for the report [default: the folder of RUN]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let (mut report, stored) = read_stored(&arguments.run)?;
    let language = arguments.lang.or_else(|| Language::parse(&report.run.language)).unwrap_or_default();
    let catalog = Catalog::new(language);
    tell(&mut report, &catalog, language);
    select::agencies(&mut report, &arguments.agency)?;

    let beside = stored.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let out = arguments.out.as_deref().unwrap_or(beside);
    // Where the documents lie is not part of a stored run: no links to them.
    let files = render(&arguments.format, &report, &catalog, &Links::none())?;
    if !files.is_empty() {
        if arguments.out.is_none() && !arguments.agency.is_empty() {
            return Err(usage("--agency would replace the whole report by a part of it; choose a folder with --out"));
        }
        prepare(out)?;
        let replaces = |(name, _): &(&str, Vec<u8>)| is_same(&out.join(name), &stored);
        if files.iter().any(replaces) {
            let message = format!("{} is the stored run itself; choose another folder with --out", stored.display());
            return Err(usage(message));
        }
        write_all(out, &files)?;
    }
    let mut stdout = anstream::stdout().lock();
    if arguments.format.contains(&Format::Text) {
        stdout.write_all(text(&report, &catalog).as_bytes())?;
    }
    if !files.is_empty() {
        writeln!(stdout, "{}", written(&arguments.format, out, &catalog))?;
    }
    Ok(Exit::Met)
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
