//! One run from start to end: take in, read, recognise, judge.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::check::{
    Cut, Reading, Run, RunInfo, Said, SubmissionOutcome, cuts, judge_submission, misses_evidence, roll_up,
    wants_content,
};
use crate::document::{Document, Media, Place, Remark, RemarkKind, Status};
use crate::extract::{Band, Cache, Event, Limits, Mtimes, Places, Pool, Reach, Recognition, Stored};
use crate::form::{self, FieldState, Part};
use crate::rules::Pack;
use crate::submission::{self, Codes, Facts, File, IntakeError, Layout, LayoutChoice, Manifest, Sources, Submission};

/// What to run.
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
    /// What earlier runs read.
    pub store: Store,
    /// What became of character recognition.
    pub ocr: Said,
    /// The engine for pages that are only pictures, if there is one.
    pub recognition: Option<Recognition>,
    /// Places on scans are cut out for the report.
    pub crops: bool,
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
#[derive(Debug, Clone, Serialize)]
pub struct Timing {
    /// Folder of the agency.
    pub agency: String,
    /// Path in it.
    pub path: String,
    /// Status.
    pub status: Status,
    /// It came from the cache.
    pub cached: bool,
    /// Milliseconds.
    pub ms: u128,
}

impl Timing {
    /// True if the file could not be read.
    pub fn is_failed(&self) -> bool {
        matches!(self.status, Status::Malformed | Status::Timeout | Status::Crashed | Status::Limit | Status::Password)
    }
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
    let exclude: Vec<&Path> = job.out.into_iter().chain(job.facts.path()).collect();
    let sources = Sources { root: job.root, layout: job.layout, agencies: job.agencies, exclude: &exclude };
    let intake = submission::take_in(sources, &codes)?;
    let is_bare = |s: &Submission| s.files.is_empty() && s.oddities.iter().all(|o| o.unopened().is_none());
    if intake.submissions.iter().all(is_bare) {
        return Err(RunError::NoFiles(job.root.to_owned()));
    }
    let evidence = job.pack.criteria.iter().flat_map(|c| &c.evidence);
    let measures = evidence.flat_map(|e| &e.require.measures);
    let figures: Vec<&str> = measures.filter_map(|m| m.denominator_fact.as_deref()).collect();
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
        confirm_by_citations(&mut readings);
        submissions.push(judge_submission(submission, readings, &job.pack, &codes, &facts, job.as_of));
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

/// What a manifest says of a scan is offered where a hand wrote the number or the day. Of a file that holds several
/// documents it does not say which it means.
fn offer_claims(readings: &mut [Reading], manifest: &Manifest) {
    for reading in readings.iter_mut().filter(|r| !r.is_part() && r.status != Status::Secret) {
        for row in manifest.rows.iter().filter(|row| row.file == reading.file.path && !row.note.is_empty()) {
            form::offer_claim(Arc::make_mut(&mut reading.form), &row.note);
        }
    }
}

/// Numbers in a hand that a typed document of the submission cites are known. What the agency wrote to explain itself
/// is no such document, nor is another scan: its digits are read no better.
fn confirm_by_citations(readings: &mut [Reading]) {
    for at in 0..readings.len() {
        if readings[at].form.number.state != FieldState::Unclear || readings[at].status == Status::Secret {
            continue;
        }
        let mut form = (*readings[at].form).clone();
        let is_witness =
            |r: &&Reading| r.file.sha256 != readings[at].file.sha256 && !r.is_recognised() && !r.file.is_explanation;
        let mut citations = readings.iter().filter(is_witness).flat_map(|r| &r.form.citations);
        if citations.any(|citation| form::confirm(&mut form, citation)) {
            readings[at].form = Arc::new(form);
        }
    }
}

/// Pictures of the places on scans that the report shows.
fn crops(pool: &Pool, submissions: &[SubmissionOutcome]) -> BTreeMap<String, Vec<u8>> {
    let cuts: Vec<Cut> = submissions.iter().flat_map(cuts).collect();
    let mut files: BTreeMap<PathBuf, Vec<(u32, [i32; 4])>> = BTreeMap::new();
    for cut in &cuts {
        files.entry(cut.disk.clone()).or_default().push((cut.page, cut.rect));
    }
    let files: Vec<Places> = files.into_iter().collect();
    let shown = pool.show(&files);
    let mut crops = BTreeMap::new();
    for ((path, _), pictures) in files.iter().zip(&shown) {
        for picture in pictures {
            let is_it = |c: &&Cut| c.disk == *path && c.page == picture.page && picture.band == Band::Place(c.rect);
            if let (Some(cut), Some(png)) = (cuts.iter().find(is_it), picture.png()) {
                crops.insert(cut.name.clone(), png);
            }
        }
    }
    crops
}

/// Keys of the scans that hold several documents. The heads of their pages are read only where a criterion misses a
/// document, which may lie behind the first.
fn joined_scans(
    pool: &Pool,
    submissions: &[Submission],
    keys: &[String],
    read: &Contents,
    job: &Job<'_>,
    on_progress: &(dyn Fn(Progress) + Sync),
) -> BTreeSet<String> {
    let mut keys = keys.iter();
    let mut suspects: Vec<&File> = Vec::new();
    for submission in submissions {
        let of_files: Vec<(&File, &String)> = submission.files.iter().zip(keys.by_ref()).collect();
        let all = of_files.iter().flat_map(|(file, key)| read.readings_of((*file).clone(), key));
        let readings: Vec<Reading> = all.collect();
        // What one criterion misses may lie in the folder of another.
        let misses = misses_evidence(&job.pack, &readings);
        let is_long = |key: &String| read.contents.get(key).is_some_and(|c| c.stored.summary.scans.len() > 1);
        suspects.extend(of_files.into_iter().filter(|(_, key)| misses && is_long(key)).map(|(file, _)| file));
    }
    if suspects.is_empty() {
        return BTreeSet::new();
    }
    let (_, heads) = read_contents(pool, &suspects, &job.store, &only_pages(on_progress));
    heads.contents.into_iter().filter(|(_, content)| content.parts.len() > 1).map(|(key, _)| key).collect()
}

/// Reads whole those scans whose content an item asks for, and those that hold several documents (`joined`); of the others
/// head and end are enough.
fn read_whole(
    pool: &Pool,
    files: &[&File],
    keys: &[String],
    joined: &BTreeSet<String>,
    read: &mut Contents,
    job: &Job<'_>,
    on_progress: &(dyn Fn(Progress) + Sync),
) {
    let is_wanted = |file: &File, key: &str| {
        let is_scan = read.contents.get(key).is_some_and(|c| !c.stored.summary.scans.is_empty());
        joined.contains(key)
            || is_scan && read.readings_of(file.clone(), key).iter().any(|reading| wants_content(&job.pack, reading))
    };
    let wanted: Vec<&File> = files.iter().zip(keys).filter(|(f, key)| is_wanted(f, key)).map(|(f, _)| *f).collect();
    if !wanted.is_empty() {
        let (_, whole) = read_contents(pool, &wanted, &job.store, &only_pages(on_progress));
        read.contents.extend(whole.contents);
    }
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

/// What is kept in the cache beside a document.
#[derive(Serialize, Deserialize)]
struct Cleared {
    /// SHA-256 of the content.
    sha256: String,
    /// The documents in it with their forms.
    parts: Vec<Part>,
}

/// What was read of each different content, by the hash of the content (or the path of a file that could not be hashed).
struct Contents {
    contents: BTreeMap<String, Content>,
    /// The names of files are hints to what could not be read in them.
    names: bool,
}

#[derive(Clone)]
struct Content {
    stored: Arc<Stored>,
    parts: Vec<Part>,
    status: Status,
    sha256: String,
    cached: bool,
    took: Duration,
}

/// How often a file that changes while it is read is read again.
const ROUNDS: usize = 2;

/// Reads each different content once; a file that changes while it is read is read again. Gives the key of each file too,
/// in order.
fn read_contents(
    pool: &Pool,
    files: &[&File],
    store: &Store,
    on_progress: &(dyn Fn(Progress) + Sync),
) -> (Vec<String>, Contents) {
    let store = store.of(pool.recognition());
    let mut round = read_round(pool, files, &store, true, on_progress);
    let (mut keys, mut contents) = (round.keys, round.contents);
    let mut unsettled: Vec<usize> = (0..files.len()).filter(|at| round.changed.contains(&keys[*at])).collect();
    for _ in 0..ROUNDS {
        if unsettled.is_empty() {
            break;
        }
        let again: Vec<&File> = unsettled.iter().map(|at| files[*at]).collect();
        round = read_round(pool, &again, &store, false, &only_pages(on_progress));
        contents.extend(round.contents);
        for (at, key) in unsettled.iter().zip(round.keys) {
            keys[*at] = key;
        }
        unsettled.retain(|at| round.changed.contains(&keys[*at]));
    }
    for at in unsettled {
        keys[at] = files[at].disk.to_string_lossy().into_owned();
        contents.insert(keys[at].clone(), Content::changing());
    }
    (keys, Contents { contents, names: true })
}

/// The progress of a later pass: its files are counted already.
fn only_pages(on_progress: &(dyn Fn(Progress) + Sync)) -> impl Fn(Progress) + Sync {
    move |progress| match progress {
        Progress::Page => on_progress(progress),
        Progress::Found(_) | Progress::File => {}
    }
}

/// One reading of files.
struct Round {
    /// The key of each file, in order.
    keys: Vec<String>,
    /// What was read, by key.
    contents: BTreeMap<String, Content>,
    /// Keys of what changed between hashing and the end of reading: nobody knows what was read.
    changed: BTreeSet<String>,
}

/// Hashes all files, then reads each different content once: from the cache, else by a worker. Files whose status is
/// known from outside are not opened. `trusting`: times of files may tell that they are the same, if the user said so.
fn read_round(
    pool: &Pool,
    files: &[&File],
    store: &Store,
    trusting: bool,
    on_progress: &(dyn Fn(Progress) + Sync),
) -> Round {
    let mut keyed: Vec<(&File, String, Option<blake3::Hash>)> =
        files.iter().map(|f| (*f, String::new(), None)).collect();
    pool.for_each(&mut keyed, &|(file, key, hash)| {
        if file.known.is_none() {
            *hash = store.hash(&file.disk, trusting);
            // A file that could not be hashed is asked for all the same: the worker's refusal says why.
            *key = hash.map_or_else(|| file.disk.to_string_lossy().into_owned(), |h| h.to_hex().to_string());
        }
    });
    let mut wanted: BTreeMap<&str, (&Path, Option<blake3::Hash>)> = BTreeMap::new();
    for (file, key, hash) in keyed.iter().filter(|(file, ..)| file.known.is_none()) {
        wanted.entry(key).or_insert((&file.disk, *hash));
    }
    on_progress(Progress::Found(wanted.len()));
    let mut lookups: Vec<(&str, &Path, Option<blake3::Hash>, Option<Content>)> =
        wanted.into_iter().map(|(key, (path, hash))| (key, path, hash, None)).collect();
    pool.for_each(&mut lookups, &|(_, _, hash, content)| {
        *content = hash.and_then(|h| store.get(&h));
        if content.is_some() {
            on_progress(Progress::File);
        }
    });
    let (known, missing): (Vec<_>, Vec<_>) = lookups.into_iter().partition(|(.., content)| content.is_some());
    let mut contents: BTreeMap<String, Content> =
        known.into_iter().filter_map(|(key, _, _, content)| Some((key.to_owned(), content?))).collect();

    let paths: Vec<PathBuf> = missing.iter().map(|(_, path, ..)| path.to_path_buf()).collect();
    let started: Vec<OnceLock<Instant>> = paths.iter().map(|_| OnceLock::new()).collect();
    let on_event = |event: Event| match event {
        Event::Started(index) => {
            started.get(index).map(|s| s.set(Instant::now()));
        }
        Event::Page => on_progress(Progress::Page),
        Event::Done(_) => on_progress(Progress::File),
    };
    let read = pool.read_all(&paths, &on_event, &|index, document| {
        let (_, path, before, _) = missing.get(index)?;
        let (after, sha256) = submission::hashes_of(path).ok().unzip();
        if before.is_some() && after != *before {
            return None;
        }
        let content = store.clear(document, sha256.unwrap_or_default(), *before);
        let began = started.get(index).and_then(|s| s.get());
        Some(Content { took: began.map(Instant::elapsed).unwrap_or_default(), ..content })
    });
    let mut changed = BTreeSet::new();
    for ((key, ..), content) in missing.iter().zip(read) {
        match content {
            Some(content) => drop(contents.insert((*key).to_owned(), content)),
            None => drop(changed.insert((*key).to_owned())),
        }
    }
    let keys = keyed.into_iter().map(|(_, key, _)| key).collect();
    Round { keys, contents, changed }
}

/// The cache as a run uses it: none if the user wants none.
pub struct Store {
    /// Results by content.
    pub cache: Option<Cache>,
    /// Hashes by path and time, if the user trusts times.
    pub mtimes: Option<Arc<Mtimes>>,
    /// The parts of the cache that hold what an engine read less, or more, of the same files.
    beside: Vec<Cache>,
}

impl Store {
    /// A cache, and an index of times if the user trusts them; neither if the user wants none.
    pub fn new(cache: Option<Cache>, mtimes: Option<Arc<Mtimes>>) -> Self {
        Self { cache, mtimes, beside: Vec::new() }
    }

    /// The part of the cache that holds what this engine read.
    fn of(&self, recognition: Option<&Recognition>) -> Self {
        let cache = match (&self.cache, recognition) {
            (Some(cache), Some(recognition)) => Some(cache.reading_with(&recognition.key())),
            (cache, _) => cache.clone(),
        };
        let beside = self.cache.iter().zip(recognition).flat_map(|(cache, recognition)| {
            Reach::EACH.map(|reach| cache.reading_with(&recognition.reaching(reach).key()))
        });
        Self { cache, mtimes: self.mtimes.clone(), beside: beside.collect() }
    }

    fn hash(&self, path: &Path, trusting: bool) -> Option<blake3::Hash> {
        if let Some(known) = self.mtimes.as_ref().filter(|_| trusting).and_then(|m| m.get(path)) {
            return Some(known);
        }
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(std::fs::File::open(path).ok()?).ok()?;
        let hash = hasher.finalize();
        if let Some(mtimes) = &self.mtimes {
            mtimes.note(path, &hash);
        }
        Some(hash)
    }

    fn get(&self, hash: &blake3::Hash) -> Option<Content> {
        let (cleared, stored) = self.cache.as_ref()?.get::<Cleared>(hash)?;
        let status = stored.summary.status;
        let Cleared { sha256, parts } = cleared;
        Some(Content { stored: Arc::new(stored), parts, status, sha256, cached: true, took: Duration::ZERO })
    }

    /// The forms of the documents in a file that was just read. Only then is it stored, if it was read at all: a failure may be the
    /// machine's, and of a secret document only what names it is kept, in this run alone.
    fn clear(&self, mut document: Document, sha256: String, hash: Option<blake3::Hash>) -> Content {
        let mut parts = form::parts(&document);
        let mut status = document.status;
        // One that is secret makes the file secret.
        if parts.iter().any(|part| form::is_secret(&part.form)) {
            status = Status::Secret;
            for part in &mut parts {
                part.form = Arc::new(form::of_secret((*part.form).clone()));
            }
            document.pages.clear();
            document.remarks.clear();
            // The head alone did not tell: what was stored of it goes.
            if let Some(hash) = hash {
                self.beside.iter().for_each(|cache| cache.forget(&hash));
            }
        }
        let cleared = Cleared { sha256, parts };
        if let (Some(cache), Some(hash), Status::Ok | Status::Partial | Status::Scan) = (&self.cache, hash, status) {
            cache.put(&hash, &cleared, &document);
        }
        let Cleared { sha256, parts } = cleared;
        Content {
            stored: Arc::new(Stored::ready(document)),
            parts,
            status,
            sha256,
            cached: false,
            took: Duration::ZERO,
        }
    }

    /// After a run: the index is saved, the cache kept within its limit.
    fn close(&self) {
        if let Some(mtimes) = &self.mtimes {
            mtimes.save();
        }
        if let Some(cache) = &self.cache {
            // A cache that cannot be pruned is no reason to lose a run.
            let _ = cache.prune();
        }
    }
}

impl Contents {
    /// What was read of a file, with what its name hints at; of a file that was not opened, why.
    fn content_of(&self, file: &File, key: &str) -> Content {
        let Some(content) = self.contents.get(key).filter(|_| file.known.is_none()) else {
            return Content::unopened(file);
        };
        let mut content = content.clone();
        // Of several documents nothing tells which the name means.
        if let [part] = content.parts.as_mut_slice()
            && self.names
            && content.status != Status::Secret
            && part.form.number.state == FieldState::Unclear
        {
            form::offer_file_name(Arc::make_mut(&mut part.form), &file.path);
        }
        content
    }

    /// The documents of a file.
    fn readings_of(&self, mut file: File, key: &str) -> Vec<Reading> {
        let Content { stored, parts, status, sha256, .. } = self.content_of(&file, key);
        file.sha256 = sha256;
        match parts.as_slice() {
            [part] => vec![Reading::new(file, stored, Arc::clone(&part.form), status)],
            parts => parts.iter().map(|part| Reading::part(file.clone(), Arc::clone(&stored), part, status)).collect(),
        }
    }
}

impl Content {
    fn unopened(file: &File) -> Self {
        let status = file.known.unwrap_or(Status::Malformed);
        let hashes = if status == Status::Empty { submission::hashes_of(&file.disk).ok() } else { None };
        let mut document = Document::failed(Media::Other, status, "");
        document.remarks.clear();
        Self { sha256: hashes.map(|(_, sha256)| sha256).unwrap_or_default(), ..Self::without_text(document) }
    }

    /// What is known of a file that someone writes while it is read: nothing.
    fn changing() -> Self {
        let mut document = Document::failed(Media::Other, Status::Malformed, "the file changed while it was read");
        document.remarks.push(Remark { kind: RemarkKind::Changing, place: Place::default(), detail: String::new() });
        Self::without_text(document)
    }

    fn without_text(document: Document) -> Self {
        let status = document.status;
        let parts = vec![Part { first: 1, last: 1, form: Arc::default() }];
        let stored = Arc::new(Stored::ready(document));
        Self { stored, parts, status, sha256: String::new(), cached: false, took: Duration::ZERO }
    }
}
