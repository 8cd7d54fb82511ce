//! `kiemchung rules`: lists the bundled packs, shows the content of a pack and its words, and validates one.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::exit::{Exit, usage};
use super::options::note;
use super::output::{DEFAULT_OUT, language};
use kiemchung::check::{Pack, load};
use kiemchung::report::{Catalog, Language, Report, explain_criterion, is_stored, pack_words, read_stored};
use kiemchung::rules::bundled_ids;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Bundled packs
    List,
    /// Criteria of a pack with what each asks for
    Show {
        /// Id of a bundled pack, or path of a folder
        pack: String,
        /// Language of the words around the rules
        #[arg(long, value_name = "LANG", value_parser = language, default_value = "vi")]
        lang: Language,
    },
    /// Words that a pack adds, what the last run did not understand, and the classes that take words: lines for vocabulary.toml
    Words {
        /// Id of a bundled pack, or path of a folder
        pack: String,
        /// A report.json, or the folder that holds one [default: kiemchung-report, if it is there]
        #[arg(long, value_name = "RUN")]
        report: Option<PathBuf>,
        /// Language of the words around the rules
        #[arg(long, value_name = "LANG", value_parser = language, default_value = "vi")]
        lang: Language,
    },
    /// Check a pack: every problem with its line
    Lint {
        /// Id of a bundled pack, or path of a folder
        pack: String,
    },
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let mut out = anstream::stdout().lock();
    match &arguments.command {
        Command::List => {
            for id in bundled_ids() {
                let pack = load(&id)?;
                writeln!(out, "{id}  {} ({} criteria)", pack.title, pack.criteria.len())?;
            }
        }
        Command::Show { pack, lang } => {
            let pack = load(pack)?;
            let catalog = Catalog::new(*lang);
            writeln!(out, "{} ({})\n{}\n", pack.title, pack.id, pack.source)?;
            for demand in &pack.demands {
                writeln!(out, "* {} ({})", demand.name, demand.clause)?;
            }
            for criterion in &pack.criteria {
                writeln!(out)?;
                out.write_all(explain_criterion(&pack, criterion, &catalog).as_bytes())?;
            }
        }
        Command::Words { pack, report, lang } => {
            let pack = load(pack)?;
            let run = last_run(&pack, report.as_deref())?;
            out.write_all(pack_words(&pack, run.as_ref(), &Catalog::new(*lang)).as_bytes())?;
        }
        Command::Lint { pack } => {
            let loaded = load(pack)?;
            let items: usize = loaded.criteria.iter().map(|c| c.evidence.len()).sum();
            writeln!(out, "{}: {} criteria, {items} evidence items, no problems", loaded.id, loaded.criteria.len())?;
        }
    }
    Ok(Exit::Met)
}

/// The run whose words are shown: the one that is named, or else that of the usual folder if it was made with this pack.
fn last_run(pack: &Pack, named: Option<&Path>) -> anyhow::Result<Option<Report>> {
    let usual = Path::new(DEFAULT_OUT);
    if named.is_none() && !is_stored(usual) {
        return Ok(None);
    }
    let (report, path) = read_stored(named.unwrap_or(usual))?;
    if report.run.rules.id == pack.id {
        return Ok(Some(report));
    }
    let problem = format!("{} was made with the pack {}, not {}", path.display(), report.run.rules.id, pack.id);
    if named.is_some() {
        return Err(usage(format!("{problem}; name a report of this pack with --report, or leave the option out")));
    }
    note(&format!("{problem}; name a report of this pack with --report"));
    Ok(None)
}
