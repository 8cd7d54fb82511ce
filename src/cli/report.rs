//! `kiemchung report`: renders a stored run again, without reading documents.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::{Exit, usage};
use super::output::{Format, is_same, language, render, written_notice};
use super::select;
use kiemchung::report::{
    Catalog, Language, Links, Report, prepare, read_stored, render_texts, stored_crops, text, write_all, write_report,
};

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
    /// Folder with the evidence that was checked, for links to the documents in report.html and report.xlsx [default: no links]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// Folder for the report [default: the folder of RUN]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let (mut report, stored) = read_stored(&arguments.run)?;
    let run_language = Language::parse(&report.run.language).unwrap_or_default();
    let language = arguments.lang.unwrap_or(run_language);
    let catalog = Catalog::new(language);
    render_texts(&mut report, &catalog, language);
    select::agencies(&mut report, &arguments.agency)?;

    let beside = stored.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let out = arguments.out.as_deref().unwrap_or(beside);
    let wants_files = arguments.format.iter().any(|f| f.file().is_some());
    if wants_files {
        if arguments.out.is_none() && !arguments.agency.is_empty() {
            return Err(usage("--agency would replace the whole report by a part of it; choose a folder with --out"));
        }
        prepare(out)?;
        if arguments.format.iter().filter_map(|f| f.file()).any(|name| is_same(&out.join(name), &stored)) {
            let message = format!("{} is the stored run itself; choose another folder with --out", stored.display());
            return Err(usage(message));
        }
        if is_same(out, beside) {
            refuse_lossy_overwrite(arguments, out, language != run_language)?;
        }
        let links = links(&report, arguments.root.as_deref(), out)?;
        let files = render(&arguments.format, &report, &catalog, &links);
        // The folder of the stored run already has the pictures.
        if is_same(out, beside) {
            write_all(out, &files)?;
        } else {
            write_report(out, &files, &stored_crops(&report, beside))?;
        }
    }
    let mut stdout = anstream::stdout().lock();
    if arguments.format.contains(&Format::Text) {
        stdout.write_all(text(&report, &catalog).as_bytes())?;
    }
    if wants_files {
        writeln!(stdout, "{}", written_notice(&arguments.format, out, &catalog))?;
    }
    Ok(Exit::Met)
}

/// Refuses to replace files of a run by ones in another language or without links to the documents.
fn refuse_lossy_overwrite(arguments: &Arguments, out: &Path, is_other_language: bool) -> anyhow::Result<()> {
    for name in arguments.format.iter().filter_map(|f| f.file()).filter(|name| out.join(name).exists()) {
        if is_other_language {
            return Err(usage(format!(
                "{name} of the run would be replaced by one in another language; choose a folder with --out"
            )));
        }
        if ["report.xlsx", "report.html"].contains(&name) && arguments.root.is_none() {
            return Err(usage(format!(
                "{name} of the run would lose its links to the documents; name the folder that was checked with \
                 --root, or choose a folder with --out",
            )));
        }
    }
    Ok(())
}

/// Links to the documents under `root`, which a stored run does not record.
fn links(report: &Report, root: Option<&Path>, out: &Path) -> anyhow::Result<Links> {
    let Some(root) = root else { return Ok(Links::none()) };
    let links = Links::between(report, root, out);
    if links.is_empty() && report.submissions.iter().any(|s| !s.documents.is_empty()) {
        return Err(usage(format!(
            "--root {}: no document of this run is found there; give the folder that was checked",
            root.display()
        )));
    }
    Ok(links)
}
