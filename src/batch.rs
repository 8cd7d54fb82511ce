//! One run from start to end: take in, read, recognise, judge.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::civil::Date;

use crate::check::{Reading, Run, RunInfo, Said, judge_submission, roll_up};
use crate::document::{Document, Media, Status};
use crate::extract::{Event, Limits, Pool};
use crate::form::{self, Form};
use crate::rules::Pack;
use crate::submission::{self, Codes, Facts, File, IntakeError, Layout, LayoutChoice, Sources};

/// What to run.
#[derive(Debug)]
pub struct Job<'a> {
    /// The root folder.
    pub root: &'a Path,
    /// The rules.
    pub pack: Pack,
    /// Forced layout, if any.
    pub layout: LayoutChoice,
    /// `--agencies`.
    pub agencies: Option<&'a Path>,
    /// What the assessor knows.
    pub facts: Facts,
    /// Output folder, never walked.
    pub out: Option<&'a Path>,
    /// Day on which the run stands.
    pub as_of: Date,
    /// Documents read at a time.
    pub jobs: usize,
    /// The executable that serves as worker.
    pub program: PathBuf,
    /// Limits of one document.
    pub limits: Limits,
    /// What became of character recognition.
    pub ocr: Said,
}

/// Progress of a run.
#[derive(Debug, Clone, Copy)]
pub enum Progress {
    /// So many different files are to be read.
    Found(usize),
    /// A page was read.
    Page,
    /// A file was read.
    File,
}

/// How long one file took: never part of a report, only of timings.json.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Timing {
    /// Folder of the agency.
    pub agency: String,
    /// Path in it.
    pub path: String,
    /// Status.
    pub status: Status,
    /// Milliseconds.
    pub ms: u128,
}

/// Why a run could not be made.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The root or its tables.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// There is nothing to check.
    #[error("{0}: there is no file at all under this folder")]
    NoFiles(PathBuf),
    /// The reading processes could not be prepared.
    #[error("the reading threads could not be started: {0}")]
    Threads(String),
}

/// Makes a run.
///
/// # Errors
/// When the root cannot be taken in or no file lies under it. Trouble with single files is part of the run.
pub fn run(job: Job<'_>, on_progress: &(dyn Fn(Progress) + Sync)) -> Result<(Run, Vec<Timing>), RunError> {
    let codes: Vec<String> = job.pack.criteria.iter().map(|c| c.code.clone()).collect();
    let items = job.pack.criteria.iter().flat_map(|c| c.evidence.iter().map(move |e| format!("{}/{}", c.code, e.id)));
    let codes = Codes::new(&codes, items.collect());
    let sources = Sources { root: job.root, layout: job.layout, agencies: job.agencies, exclude: job.out };
    let mut intake = submission::take_in(sources, &codes)?;
    if intake.submissions.iter().all(|s| s.files.is_empty()) {
        return Err(RunError::NoFiles(job.root.to_owned()));
    }
    let pool = Pool::new(job.jobs, &job.program, job.limits).map_err(|e| RunError::Threads(e.to_string()))?;
    let files: Vec<&mut File> = intake.submissions.iter_mut().flat_map(|s| s.files.iter_mut()).collect();
    let read = read_contents(&pool, files, on_progress);

    let mut timings = Vec::new();
    let mut submissions = Vec::new();
    for mut submission in intake.submissions {
        let files = std::mem::take(&mut submission.files);
        let readings: Vec<Reading> = files.into_iter().map(|file| read.reading_of(file)).collect();
        timings.extend(readings.iter().map(|r| Timing {
            agency: submission.agency.clone(),
            path: r.file.path.clone(),
            status: r.status,
            ms: read.contents.get(&r.file.sha256).map_or(0, |c| c.took.as_millis()),
        }));
        submission.files = readings.iter().map(|r| r.file.clone()).collect();
        submissions.push(judge_submission(submission, readings, &job.pack, &job.facts, job.as_of));
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
    Ok((Run { info, pack: job.pack, submissions, roll_up: rolled }, timings))
}

/// What was read of each different content.
struct Contents {
    contents: BTreeMap<String, Content>,
}

struct Content {
    document: Arc<Document>,
    form: Arc<Form>,
    status: Status,
    took: Duration,
}

/// Hashes all files, then reads each different content once. Files whose status is known from outside are not opened.
fn read_contents(pool: &Pool, mut files: Vec<&mut File>, on_progress: &(dyn Fn(Progress) + Sync)) -> Contents {
    pool.for_each(&mut files, &|file| {
        if file.known != Some(Status::Skipped) {
            file.sha256 = submission::hash_file(&file.disk).unwrap_or_default();
        }
    });
    let mut paths: BTreeMap<String, PathBuf> = BTreeMap::new();
    for file in files.iter().filter(|f| f.known.is_none()) {
        // A file that could not be hashed is asked for all the same: the worker's refusal says why.
        let key = if file.sha256.is_empty() { file.disk.to_string_lossy().into_owned() } else { file.sha256.clone() };
        paths.entry(key).or_insert_with(|| file.disk.clone());
    }
    on_progress(Progress::Found(paths.len()));
    let (keys, paths): (Vec<String>, Vec<PathBuf>) = paths.into_iter().unzip();
    let started: Vec<std::sync::Mutex<Option<Instant>>> = paths.iter().map(|_| std::sync::Mutex::new(None)).collect();
    let on_event = |event: Event| match event {
        Event::Started(index) => {
            if let Some(Ok(mut slot)) = started.get(index).map(|s| s.lock()) {
                *slot = Some(Instant::now());
            }
        }
        Event::Page => on_progress(Progress::Page),
        Event::Done(_) => on_progress(Progress::File),
    };
    let contents = pool.read_all(&paths, &on_event, &|index, document| {
        let began = started.get(index).and_then(|s| s.lock().ok().and_then(|t| *t));
        let content = recognise(document);
        Content { took: began.map(|t| t.elapsed()).unwrap_or_default(), ..content }
    });
    Contents { contents: keys.into_iter().zip(contents).collect() }
}

/// The form of a document; of a secret one only what names it is kept.
fn recognise(mut document: Document) -> Content {
    let mut form = form::recognise(&document);
    let mut status = document.status;
    if form::is_secret(&form) {
        status = Status::Secret;
        form = form::of_secret(form);
        document.pages.clear();
        document.remarks.clear();
    }
    Content { document: Arc::new(document), form: Arc::new(form), status, took: Duration::ZERO }
}

impl Contents {
    fn reading_of(&self, file: File) -> Reading {
        let key = if file.sha256.is_empty() { file.disk.to_string_lossy().into_owned() } else { file.sha256.clone() };
        match self.contents.get(&key).filter(|_| file.known.is_none()) {
            Some(content) => {
                Reading::new(file, Arc::clone(&content.document), Arc::clone(&content.form), content.status)
            }
            None => {
                let status = file.known.unwrap_or(Status::Malformed);
                let mut document = Document::failed(Media::Other, status, "");
                document.remarks.clear();
                Reading::new(file, Arc::new(document), Arc::new(Form::default()), status)
            }
        }
    }
}
