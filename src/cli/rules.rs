//! `kiemchung rules`: lists the bundled packs, shows the content of a pack, and validates one.

use std::io::Write;

use clap::{Args, Subcommand};

use super::exit::Exit;
use super::output::language;
use kiemchung::check::load;
use kiemchung::report::{Catalog, Language, explain_criterion};
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
        Command::Lint { pack } => {
            let loaded = load(pack)?;
            let items: usize = loaded.criteria.iter().map(|c| c.evidence.len()).sum();
            writeln!(out, "{}: {} criteria, {items} evidence items, no problems", loaded.id, loaded.criteria.len())?;
        }
    }
    Ok(Exit::Met)
}
