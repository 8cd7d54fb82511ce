//! `kiemchung cache`: shows, prunes and clears the cache.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, Subcommand};

use super::exit::{Exit, usage};
use super::options::program;
use kiemchung::cache::{Cache, CacheInfo, DEFAULT_LIMIT};
use kiemchung::limits::Limits;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Folder of the cache [default: the user's cache folder]
    #[arg(long, global = true, value_name = "DIR")]
    cache: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Where the cache is and how much it holds
    Info,
    /// Remove what was unused for longest until the rest fits
    Prune {
        /// Megabytes that may stay
        #[arg(long, value_name = "MB", default_value_t = DEFAULT_LIMIT >> 20)]
        limit: u64,
    },
    /// Remove everything
    Clear,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let folder = arguments.cache.clone().or_else(Cache::default_folder);
    let folder = folder.ok_or_else(|| usage("the system tells no cache folder; give one with --cache DIR"))?;
    let mut out = anstream::stdout().lock();
    let failed = || format!("the cache {} cannot be read or changed", folder.display());
    let words = |info: CacheInfo| format!("{} entries, {:.1} MB", info.entries, info.bytes as f64 / f64::from(1 << 20));
    match arguments.command {
        Command::Info => writeln!(out, "{}: {}", folder.display(), words(Cache::info(&folder).with_context(failed)?))?,
        Command::Prune { limit } => {
            let cache = Cache::open(&folder, &program()?, &Limits::default(), limit << 20).with_context(failed)?;
            writeln!(out, "removed {}", words(cache.prune().with_context(failed)?))?;
        }
        Command::Clear => writeln!(out, "removed {}", words(Cache::clear(&folder).with_context(failed)?))?,
    }
    Ok(Exit::Met)
}
