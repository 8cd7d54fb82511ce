//! One run from start to end: list the files, read them, recognise their forms, judge.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::contents::{Contents, read_contents};
use super::crops::crops;
use super::job::{Job, Progress};
use super::outcome::{RunError, Timing};
use super::scans::ScanPass;
use super::witness::{confirm_by_others, offer_claims};
use crate::check::{Basis, Pack, Run, RunInfo, judge_submission, roll_up};
use crate::document::Status;
use crate::ocr::Reach;
use crate::process::Pool;
use crate::reading::Reading;
use crate::submission::{self, Codes, Facts, File, Intake, IntakeError, Layout, Sources, Submission};

/// Lists the submissions and files under the root. No document is opened, so that options such as names of agencies can
/// be checked against the result before hours of reading.
///
/// # Errors
/// When the root folder or its tables cannot be used.
pub fn take_in(job: &Job<'_>) -> Result<Intake, RunError> {
    let exclude: Vec<&Path> = job.outs.iter().map(PathBuf::as_path).chain(job.facts.path()).collect();
    let sources = Sources { root: job.root, layout: job.layout, agencies: job.agencies, exclude: &exclude };
    Ok(submission::take_in(sources, &codes(&job.pack))?)
}

fn codes(pack: &Pack) -> Codes {
    let codes: Vec<String> = pack.criteria.iter().map(|c| c.code.clone()).collect();
    let items = pack.criteria.iter().flat_map(|c| c.evidence.iter().map(move |e| format!("{}/{}", c.code, e.id)));
    Codes::new(&codes, items.collect())
}

/// Reads and judges what [`take_in`] listed. A file that cannot be read does not fail the run; its status is part of
/// it.
///
/// # Errors
/// When there is no file under the root, when a supplied figure fits no rule or agency, or when the reading threads
/// cannot be started.
pub fn run(
    job: Job<'_>,
    mut intake: Intake,
    on_progress: &(dyn Fn(Progress) + Sync),
) -> Result<(Run, Vec<Timing>), RunError> {
    let codes = codes(&job.pack);
    let is_bare = |s: &Submission| s.files.is_empty() && s.oddities.iter().all(|o| o.unopened().is_none());
    if intake.submissions.iter().all(is_bare) {
        return Err(RunError::NoFiles(job.root.to_owned()));
    }
    let facts = tied_facts(&job, &intake)?;
    let pool = Pool::new(job.jobs, &job.program, job.limits).map_err(|e| RunError::Threads(e.to_string()))?;
    let pool = pool.with_recognition(job.recognition.clone());
    let (pool, keys, mut read) = read_submissions(pool, &job, &mut intake.submissions, on_progress);
    job.store.close();

    let basis = Basis { pack: &job.pack, codes: &codes, facts: &facts, as_of: job.as_of };
    let mut keys = keys.as_slice();
    let mut timings = Vec::new();
    let mut submissions = Vec::new();
    for mut submission in intake.submissions {
        let (own, others) = keys.split_at(submission.files.len());
        keys = others;
        let mut readings = take_readings(&mut submission, own, &read, &mut timings);
        offer_claims(&mut readings, &submission.manifest);
        confirm_by_others(&mut readings);
        let mut outcome = judge_submission(submission, readings, &basis);
        // A report shows no pages: what is judged makes room for what is to be judged.
        outcome.readings.iter_mut().for_each(Reading::drop_pages);
        read.release(own);
        submissions.push(outcome);
    }
    let roll_up =
        if job.pack.roll_up && intake.layout == Layout::Batch { roll_up(&job.pack, &submissions) } else { Vec::new() };
    let info = RunInfo {
        tool: format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")),
        layout: intake.layout,
        as_of: job.as_of,
        ocr: job.ocr,
        limits: job.limits,
        isolation: pool.isolation(),
    };
    let crops = if job.crops { crops(&pool, &submissions) } else { BTreeMap::new() };
    Ok((Run { info, pack: job.pack, submissions, roll_up, crops }, timings))
}

/// The assessor's figures, assigned to the agencies of the run.
fn tied_facts(job: &Job<'_>, intake: &Intake) -> Result<Facts, RunError> {
    let demands = job.pack.evidence().flat_map(|evidence| &evidence.demands);
    let figures: Vec<&str> = demands.filter_map(|demand| demand.fact()).collect();
    Ok(job.facts.clone().tie(&figures, &intake.submissions).map_err(IntakeError::from)?)
}

/// Reads all files, scans in several passes. Returns the key of each file's content, in the order of submissions and
/// files.
fn read_submissions(
    mut pool: Pool,
    job: &Job<'_>,
    submissions: &mut [Submission],
    on_progress: &(dyn Fn(Progress) + Sync),
) -> (Pool, Vec<String>, Contents) {
    let files: Vec<&File> = submissions.iter().flat_map(|s| &s.files).collect();
    let (keys, mut read) = read_contents(&pool, &files, &job.store, on_progress);
    leave_out(submissions, &keys, &read, job.limits.submission_text);
    if pool.recognition().is_some_and(|r| r.reach() == Reach::Form) {
        pool = pool.reaching(Reach::Heads);
        let heads = ScanPass { pool: &pool, job, keys: &keys, on_progress };
        let joined = heads.joined_scans(submissions, &read);
        pool = pool.reaching(Reach::All);
        let whole = ScanPass { pool: &pool, job, keys: &keys, on_progress };
        let files: Vec<&File> = submissions.iter().flat_map(|s| &s.files).collect();
        whole.read_whole(&files, &joined, &mut read);
        leave_out(submissions, &keys, &read, job.limits.submission_text);
    }
    (pool, keys, read)
}

/// Leaves out the files of a submission from the one on with which its texts would take more than `most` bytes.
fn leave_out(submissions: &mut [Submission], keys: &[String], read: &Contents, most: u64) {
    let mut keys = keys.iter();
    for submission in submissions {
        let mut taken = 0;
        for (file, key) in submission.files.iter_mut().zip(keys.by_ref()).filter(|(file, _)| file.known.is_none()) {
            let weight = read.contents.get(key).map_or(0, |content| content.stored.summary.weight);
            if taken + weight > most {
                file.known = Some(Status::Limit);
            } else {
                taken += weight;
            }
        }
    }
}

/// The documents of a submission, by the key of each of its files. Completes the files by what reading them showed, and adds
/// their timings.
fn take_readings(
    submission: &mut Submission,
    keys: &[String],
    read: &Contents,
    timings: &mut Vec<Timing>,
) -> Vec<Reading> {
    let files = std::mem::take(&mut submission.files);
    let mut readings = Vec::new();
    for (file, key) in files.into_iter().zip(keys) {
        let content = read.contents.get(key);
        let parts = read.readings_of(file, key);
        if let Some(reading) = parts.first() {
            timings.push(Timing {
                agency: submission.agency.clone(),
                path: reading.file.path.clone(),
                status: reading.file_status(),
                cached: content.is_some_and(|c| c.cached),
                ms: content.map_or(0, |c| c.took.as_millis()),
            });
            submission.files.push(reading.file.clone());
        }
        readings.extend(parts);
    }
    readings
}
