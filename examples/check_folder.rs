//! Holds a folder of evidence against a bundled pack and prints the gaps:
//! `cargo run --example check_folder -- fixtures/nop-2018`.
#![allow(clippy::print_stdout, reason = "an example speaks to its user")]

use std::path::PathBuf;

use anyhow::Context;
use jiff::civil::date;
use kiemchung::batch::{self, Job};
use kiemchung::message::Verdict;
use kiemchung::report::{Catalog, Language, record};
use kiemchung::text::visible;
use kiemchung::{check, process};

fn main() -> anyhow::Result<()> {
    // Documents are opened by workers alone: this very program, started again by the pool.
    if process::is_worker() {
        return Ok(process::serve()?);
    }
    let root = PathBuf::from(std::env::args_os().nth(1).context("name a folder: check_folder ROOT")?);
    let pack = check::load("dak-lak-2018")?;
    let job = Job::new(&root, pack, date(2019, 1, 31), std::env::current_exe()?);
    let intake = batch::take_in(&job)?;
    let (run, _timings) = batch::run(job, intake, &|_progress| {})?;
    let report = record(&run, &run.submissions, &Catalog::new(Language::En), Language::En);
    for gap in report.findings.iter().filter(|f| f.verdict == Some(Verdict::Gap)) {
        let criterion = gap.criterion.as_deref().unwrap_or("–");
        // Names and words come from strangers: control characters must not reach the terminal.
        let (agency, text, fix) = (visible(&gap.agency), visible(&gap.text), visible(&gap.fix));
        println!("{agency} {criterion} {}: {text}\n    {fix}", gap.code);
    }
    Ok(())
}
