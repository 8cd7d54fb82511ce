//! One run from start to end: take in, read, recognise, judge.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::content::Content;
use super::contents::read_contents;
use super::job::{Job, Progress};
use super::outcome::{RunError, Timing};
use super::scans::{joined_scans, read_whole};
use super::store::Store;
use super::witness::{confirm_by_others, offer_claims};
use crate::check::{Basis, Crop, Pack, Run, RunInfo, SubmissionOutcome, crops_of, judge_submission, roll_up};
use crate::document::{Band, Orientation, Status, Stored};
use crate::form::Part;
use crate::limits::Limits;
use crate::ocr::{Reach, Recognition};
use crate::process::{Places, Pool};
use crate::submission::{self, Codes, File, Intake, IntakeError, Layout, Sources, Submission};

/// Takes in what lies under the root. Nothing is opened: what is asked of the run can be held against it before hours of
/// reading.
///
/// # Errors
/// When the root cannot be taken in.
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

/// Makes a run over what was taken in.
///
/// # Errors
/// When no file lies under the root. Trouble with single files is part of the run.
pub fn run(
    job: Job<'_>,
    intake: Intake,
    on_progress: &(dyn Fn(Progress) + Sync),
) -> Result<(Run, Vec<Timing>), RunError> {
    let codes = codes(&job.pack);
    let is_bare = |s: &Submission| s.files.is_empty() && s.oddities.iter().all(|o| o.unopened().is_none());
    if intake.submissions.iter().all(is_bare) {
        return Err(RunError::NoFiles(job.root.to_owned()));
    }
    let demands = job.pack.evidence().flat_map(|evidence| &evidence.demands);
    let figures: Vec<&str> = demands.filter_map(|demand| demand.fact()).collect();
    let facts = job.facts.clone().tie(&figures, &intake.submissions).map_err(IntakeError::from)?;
    let pool = Pool::new(job.jobs, &job.program, job.limits).map_err(|e| RunError::Threads(e.to_string()))?;
    let mut pool = pool.with_recognition(job.recognition.clone());
    let files: Vec<&File> = intake.submissions.iter().flat_map(|s| &s.files).collect();
    let (keys, mut read) = read_contents(&pool, &files, &job.store, on_progress);
    if pool.recognition().is_some_and(|r| r.reach() == Reach::Form) {
        pool = pool.reaching(Reach::Heads);
        let joined = joined_scans(&pool, &intake.submissions, &keys, &read, &job, on_progress);
        pool = pool.reaching(Reach::All);
        read_whole(&pool, &files, &keys, &joined, &mut read, &job, on_progress);
    }
    job.store.close();
    let mut keys = keys.into_iter();

    let basis = Basis { pack: &job.pack, codes: &codes, facts: &facts, as_of: job.as_of };
    let mut timings = Vec::new();
    let mut submissions = Vec::new();
    for mut submission in intake.submissions {
        let files = std::mem::take(&mut submission.files);
        let mut readings = Vec::new();
        for (file, key) in files.into_iter().zip(keys.by_ref()) {
            let content = read.contents.get(&key);
            let parts = read.readings_of(file, &key);
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
        offer_claims(&mut readings, &submission.manifest);
        confirm_by_others(&mut readings);
        submissions.push(judge_submission(submission, readings, &basis));
    }
    let rolled =
        if job.pack.roll_up && intake.layout == Layout::Batch { roll_up(&job.pack, &submissions) } else { Vec::new() };
    let info = RunInfo {
        tool: format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")),
        layout: intake.layout,
        as_of: job.as_of,
        ocr: job.ocr,
        limits: job.limits,
    };
    let crops = if job.crops { crops(&pool, &submissions) } else { BTreeMap::new() };
    Ok((Run { info, pack: job.pack, submissions, roll_up: rolled, crops }, timings))
}

/// Pictures of the places on scans that the report shows.
fn crops(pool: &Pool, submissions: &[SubmissionOutcome]) -> BTreeMap<String, Vec<u8>> {
    let crops_of: Vec<Crop> = submissions.iter().flat_map(crops_of).collect();
    let mut files: BTreeMap<PathBuf, Vec<(u32, Orientation, [i32; 4])>> = BTreeMap::new();
    for cut in &crops_of {
        files.entry(cut.disk.clone()).or_default().push((cut.page, cut.orientation, cut.rect));
    }
    let files: Vec<Places> = files.into_iter().collect();
    let shown = pool.show(&files);
    let mut crops = BTreeMap::new();
    for ((path, _), pictures) in files.iter().zip(&shown) {
        for picture in pictures {
            let is_it = |c: &&Crop| c.disk == *path && c.page == picture.page && picture.band == Band::Place(c.rect);
            if let (Some(cut), Some(png)) = (crops_of.iter().find(is_it), picture.png()) {
                crops.insert(cut.name.clone(), png);
            }
        }
    }
    crops
}

/// A file that was read alone, without a submission.
#[derive(Debug)]
pub struct FileRead {
    /// What was read.
    pub stored: Arc<Stored>,
    /// The documents in it with their forms, one at least.
    pub parts: Vec<Part>,
    /// Status; of a secret document there are no pages.
    pub status: Status,
}

/// Reads files in the order given, through the same workers and cache as a run. `names`: the names of the files count as
/// hints.
///
/// # Errors
/// When the reading threads cannot be started.
pub fn read_files(
    paths: &[PathBuf],
    jobs: usize,
    program: &Path,
    store: &Store,
    recognition: Option<Recognition>,
    names: bool,
) -> Result<Vec<FileRead>, RunError> {
    let pool = Pool::new(jobs, program, Limits::default()).map_err(|e| RunError::Threads(e.to_string()))?;
    let pool = pool.with_recognition(recognition);
    let files: Vec<File> = paths.iter().map(|p| File::alone(p)).collect();
    let (keys, mut read) = read_contents(&pool, &files.iter().collect::<Vec<_>>(), store, &|_| {});
    read.names = names;
    store.close();
    let contents = files.iter().zip(keys).map(|(file, key)| read.content_of(file, &key));
    Ok(contents.map(|Content { stored, parts, status, .. }| FileRead { stored, parts, status }).collect())
}
