//! `kiemchung check`: checks a folder of evidence against a rule pack and writes the report.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::exit::{Exit, usage};
use super::options::{ReadingOptions, note, program};
use super::output::{DEFAULT_OUT, Format, is_same, language, old_reports, refuse_evidence_in, render, written_notice};
use super::progress::{Meter, ProgressMode, list_files};
use super::select;
use kiemchung::batch::{Job, Timing, run as run_batch, take_in};
use kiemchung::check::{Pack, Run};
use kiemchung::limits::Limits;
use kiemchung::message::Verdict;
use kiemchung::ocr::Reach;
use kiemchung::report::{Catalog, Language, Links, Report, display_name, prepare, record, text, why, write_report};
use kiemchung::submission::{Facts, LayoutChoice, read_facts};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LayoutArgument {
    Auto,
    Single,
    Batch,
}

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder with the evidence: one submission, or a folder for each agency
    root: PathBuf,
    /// Rule pack: the id of a bundled pack, or the path of a folder with a pack.toml
    #[arg(long, value_name = "PACK")]
    rules: Option<String>,
    /// Folder for the report
    #[arg(long, value_name = "DIR", default_value = DEFAULT_OUT)]
    out: PathBuf,
    /// Formats of the report
    #[arg(long, value_enum, value_delimiter = ',', default_value = "text,json,html,xlsx")]
    format: Vec<Format>,
    /// Language of the report
    #[arg(long, value_name = "LANG", value_parser = language, default_value = "vi")]
    lang: Language,
    /// Day on which the run stands, such as 2019-01-31; decides only what is not yet due [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
    /// Show only this agency (folder or name); may be repeated
    #[arg(long, value_name = "NAME")]
    agency: Vec<String>,
    /// Show only this criterion; may be repeated
    #[arg(long, value_name = "CODE")]
    criterion: Vec<String>,
    /// Instead of the summary, account for a criterion (S2) or item (S2/bao-cao-cchc): every document that was held
    /// against it, condition by condition
    #[arg(long, value_name = "CODE")]
    why: Option<String>,
    /// How ROOT is read
    #[arg(long, value_enum, default_value = "auto")]
    layout: LayoutArgument,
    /// Table of agencies and what they must supply [default: agencies.csv in ROOT]
    #[arg(long, value_name = "FILE")]
    agencies: Option<PathBuf>,
    /// Table of figures that the assessor knows (agency, name, value, source)
    #[arg(long, value_name = "FILE")]
    facts: Option<PathBuf>,
    /// Progress on the error stream
    #[arg(long, value_enum, default_value = "auto", value_name = "HOW")]
    progress: ProgressMode,
    /// No summary and no progress; the report files are written
    #[arg(long, conflicts_with = "verbose")]
    quiet: bool,
    /// Name every file with its status and time on the error stream
    #[arg(long)]
    verbose: bool,
    /// Take a file as unchanged if path, size and time are; off: every file is hashed
    #[arg(long)]
    trust_mtime: bool,
    /// Exit with 0 also when something was found
    #[arg(long)]
    exit_zero: bool,
    #[command(flatten)]
    reading: ReadingOptions,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let (ocr, recognition) = arguments.reading.recognition(Reach::Form)?;
    let pack = load_pack(arguments.rules.as_deref())?;
    require_consistent(arguments, &pack)?;
    let facts = arguments.facts.as_deref().map(read_facts).transpose()?.unwrap_or_else(Facts::default);
    prepare_out(arguments)?;
    let outs = output_folders(arguments);
    let job = Job {
        root: &arguments.root,
        pack,
        layout: match arguments.layout {
            LayoutArgument::Auto => LayoutChoice::Auto,
            LayoutArgument::Single => LayoutChoice::Single,
            LayoutArgument::Batch => LayoutChoice::Batch,
        },
        agencies: arguments.agencies.as_deref(),
        facts,
        outs: &outs,
        as_of: arguments.as_of.unwrap_or_else(|| jiff::ZonedDateTime::now().date()),
        jobs: arguments.reading.jobs(),
        program: program()?,
        limits: Limits::default(),
        store: arguments.reading.store(arguments.trust_mtime)?,
        ocr,
        recognition,
        crops: arguments.writes_files(),
    };
    let catalog = Catalog::new(arguments.lang);
    let (mut run, timings) = read_and_judge(arguments, job, &catalog)?;

    let verdict = run.verdict();
    let mut report = match arguments.why {
        Some(_) => record(&run, &run.submissions, &catalog, arguments.lang),
        None => {
            let submissions = std::mem::take(&mut run.submissions);
            record(&run, submissions, &catalog, arguments.lang)
        }
    };
    select::agencies(&mut report, &arguments.agency)?;
    select::criteria(&mut report, &arguments.criterion);
    if arguments.writes_files() {
        let links = Links::between(&report, &arguments.root, &arguments.out);
        let mut files = render(&arguments.format, &report, &catalog, &links);
        let timings = timings_json(&timings).context("timings.json could not be made")?;
        files.push(("timings.json", Box::new(move |out| out.write_all(timings.as_bytes()))));
        write_report(&arguments.out, &files, &run.crops)?;
    }
    print(arguments, &run, &report, &catalog)?;

    let shown = Verdict::over(report.submissions.iter().flat_map(|s| s.criteria.iter().map(|c| c.verdict)));
    let is_all_shown = arguments.agency.is_empty() && arguments.criterion.is_empty();
    let decisive = if is_all_shown { verdict } else { shown };
    let found = matches!(decisive, Verdict::Gap | Verdict::Unclear);
    Ok(if found && !arguments.exit_zero { Exit::Found } else { Exit::Met })
}

impl Arguments {
    /// True if any format but the summary is asked for.
    fn writes_files(&self) -> bool {
        self.format.iter().any(|f| *f != Format::Text)
    }
}

/// Refuses options that contradict each other or the pack, before anything is read.
fn require_consistent(arguments: &Arguments, pack: &Pack) -> anyhow::Result<()> {
    if let Some(unknown) = arguments.criterion.iter().find(|c| pack.criterion(c).is_none()) {
        let known: Vec<&str> = pack.criteria.iter().map(|c| c.code.as_str()).collect();
        return Err(usage(format!(
            "--criterion {unknown}: the pack has no such criterion; it has {}",
            known.join(", ")
        )));
    }
    if let Some(unknown) = arguments.why.as_deref().filter(|name| pack.named(name).is_none()) {
        return Err(usage(format!(
            "--why {unknown}: the pack has no such criterion or item; `kiemchung rules show {}` lists them",
            pack.id
        )));
    }
    if arguments.agencies.is_some() && arguments.layout == LayoutArgument::Single {
        return Err(usage("--agencies goes with a batch; leave it out, or leave out --layout single"));
    }
    Ok(())
}

/// Makes sure that the report can be written before hours of reading.
fn prepare_out(arguments: &Arguments) -> anyhow::Result<()> {
    // A root that is not a folder is refused when it is listed; no output folder is created for it.
    if arguments.root.is_dir() {
        refuse_evidence_in(&arguments.out, &arguments.root)?;
        if arguments.writes_files() {
            prepare(&arguments.out)?;
        }
    }
    Ok(())
}

/// The folders that are not searched for evidence: those of earlier reports in the root, each with a note, and that of
/// this report.
fn output_folders(arguments: &Arguments) -> Vec<PathBuf> {
    let mut outs = old_reports(&arguments.root);
    outs.retain(|old| !is_same(old, &arguments.out));
    if !arguments.quiet {
        outs.iter().for_each(|old| note(&format!("{} holds an earlier report and is not read", old.display())));
    }
    outs.push(arguments.out.clone());
    outs
}

/// The run itself, with progress on the error stream.
fn read_and_judge(arguments: &Arguments, job: Job<'_>, catalog: &Catalog) -> anyhow::Result<(Run, Vec<Timing>)> {
    let intake = take_in(&job)?;
    let names: Vec<(String, String)> =
        intake.submissions.iter().map(|s| (s.agency.clone(), display_name(s, catalog))).collect();
    let names: Vec<(&str, &str)> = names.iter().map(|(folder, name)| (folder.as_str(), name.as_str())).collect();
    select::require_known(&arguments.agency, &names)?;
    let meter = Meter::new(if arguments.quiet { ProgressMode::None } else { arguments.progress });
    let result = run_batch(job, intake, &|progress| meter.on(progress));
    meter.end(result.is_ok());
    let (run, timings) = result?;
    if !arguments.quiet {
        list_files(&timings, arguments.verbose, arguments.progress);
    }
    Ok((run, timings))
}

/// Prints the account that `--why` asks for, or else the summary.
fn print(arguments: &Arguments, run: &Run, report: &Report, catalog: &Catalog) -> anyhow::Result<()> {
    if let Some(wanted) = &arguments.why {
        let agencies: Vec<&str> = report.submissions.iter().map(|s| s.agency.as_str()).collect();
        let account = why(run, wanted, &agencies, catalog).unwrap_or_default();
        anstream::stdout().lock().write_all(account.as_bytes())?;
    } else if arguments.format.contains(&Format::Text) && !arguments.quiet {
        let summary = text(report, catalog);
        let mut out = anstream::stdout().lock();
        out.write_all(summary.as_bytes())?;
        if arguments.writes_files() {
            writeln!(out, "\n{}", written_notice(&arguments.format, &arguments.out, catalog))?;
        }
    }
    Ok(())
}

/// Parses a day. Only year-month-day is accepted: other orders are ambiguous.
fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write the day as year-month-day, such as 2019-01-31".to_owned())
}

/// Loads the pack given as `--rules`.
fn load_pack(name: Option<&str>) -> anyhow::Result<Pack> {
    match name {
        Some(name) => Ok(kiemchung::check::load(name)?),
        None => {
            let known = kiemchung::rules::bundled_ids().join(", ");
            Err(usage(format!(
                "--rules PACK is needed; bundled packs: {known}; or give the path of a folder with a pack.toml"
            )))
        }
    }
}

/// The content of timings.json: all files, and in lists of their own the ten slowest and those that could not be read.
fn timings_json(timings: &[Timing]) -> serde_json::Result<String> {
    let mut slowest: Vec<&Timing> = timings.iter().filter(|t| t.ms > 0).collect();
    slowest.sort_by_key(|t| std::cmp::Reverse(t.ms));
    slowest.truncate(10);
    let failed: Vec<&Timing> = timings.iter().filter(|t| t.is_failed()).collect();
    let from_cache = timings.iter().filter(|t| t.cached).count();
    let all = serde_json::json!({
        "files": timings.len(), "from_cache": from_cache, "slowest": slowest, "failed": failed, "all": timings,
    });
    Ok(serde_json::to_string_pretty(&all)? + "\n")
}
