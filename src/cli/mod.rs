//! The command line, one file for each command. Help and errors are English; reports and findings are Vietnamese, or
//! English with `--lang en`.
//!
//! Doc comments of arguments and of their values are the text of `--help`.

mod cache;
mod check;
mod documents;
mod exit;
mod explain;
mod form;
mod options;
mod output;
mod progress;
mod report;
mod rules;
mod select;
mod statements;
mod text;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use exit::{Exit, report_error};

/// Pre-checks evidence folders of the Public Administration Reform Index (PAR Index) before appraisal.
#[derive(Debug, Parser)]
#[command(name = "kiemchung", version, about, after_help = exit::HELP)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Hold a folder of evidence against a rule pack and write a report
    Check(check::Arguments),
    /// Show what is recognised of a document's form, field by field
    Form(form::Arguments),
    /// Show what is read from a document, page by page
    Text(text::Arguments),
    /// Show what a document states with figures, and what each word was taken for
    Statements(statements::Arguments),
    /// Render a stored run again, in other formats or another language, without reading documents
    Report(report::Arguments),
    /// Explain a finding code or a criterion
    Explain(explain::Arguments),
    /// List, show and lint rule packs
    Rules(rules::Arguments),
    /// Completions of the command line for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Show, prune or clear the cache of reading results
    Cache(cache::Arguments),
}

/// Runs the program and returns its exit code. A hidden first argument makes it a worker process instead.
pub(crate) fn main() -> ExitCode {
    if kiemchung::process::is_worker() {
        return match kiemchung::process::serve() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => Exit::Failed.into(),
        };
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage.into() } else { ExitCode::SUCCESS };
        }
    };
    let result = match cli.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Form(arguments) => form::run(&arguments),
        Command::Text(arguments) => text::run(&arguments),
        Command::Statements(arguments) => statements::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Cli::command(), "kiemchung", &mut std::io::stdout());
            Ok(Exit::Met)
        }
        Command::Cache(arguments) => cache::run(&arguments),
    };
    match result {
        Ok(exit) => exit.into(),
        Err(error) => report_error(&error).into(),
    }
}
