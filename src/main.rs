//! The command line of kiemchung.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
