//! The parent's side: a pool of worker processes, one for each thread.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::child::{ScanJob, Worker};
use super::crop::CropRequest;
use super::opened::{Held, not_opened};
use crate::document::{Document, Media, Picture, PictureRequest, Record, Status};
use crate::files::{ContentHash, OpenError, Opened};
use crate::limits::{Isolation, Limits, Permits};
use crate::ocr::{Reach, Recognition};

/// A worker is replaced after this many documents, so that memory leaked by parsers does not accumulate.
const DOCUMENTS_PER_WORKER: u32 = 200;

/// Bytes of files that all threads hold together; a larger file is held alone.
const HELD_BYTES: u64 = 128 << 20;

/// A pool of threads, each with its own worker process.
pub struct Pool {
    threads: rayon::ThreadPool,
    /// One for each thread.
    slots: Vec<Mutex<Slot>>,
    limits: Limits,
    /// Bytes of files that are held at a time.
    bytes: Permits,
    recognition: Option<Recognition>,
}

impl Pool {
    /// A pool of `jobs` workers, each started from the executable `program` when it is first needed.
    ///
    /// # Errors
    /// When the threads cannot be started.
    pub fn new(jobs: usize, program: &Path, limits: Limits) -> Result<Self, rayon::ThreadPoolBuildError> {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs.max(1)).build()?;
        let slot = || Mutex::new(Slot { program: program.to_owned(), limits, worker: None });
        let slots = (0..threads.current_num_threads()).map(|_| slot()).collect();
        Ok(Self { threads, slots, limits, bytes: Permits::new(HELD_BYTES), recognition: None })
    }

    /// The same pool, with character recognition for pages that are only pictures.
    #[must_use]
    pub fn with_recognition(self, recognition: Option<Recognition>) -> Self {
        Self { recognition, ..self }
    }

    /// The same pool, with character recognition of as much of each document as `reach` says.
    #[must_use]
    pub fn reaching(self, reach: Reach) -> Self {
        let recognition = self.recognition.as_ref().map(|r| r.reaching(reach));
        Self { recognition, ..self }
    }

    /// The character recognition, if there is one.
    pub fn recognition(&self) -> Option<&Recognition> {
        self.recognition.as_ref()
    }

    /// How far its workers are cut off from the system; starts one if none runs.
    pub fn isolation(&self) -> Isolation {
        let told = self.slots.first().and_then(|slot| slot.lock().ok()?.isolation());
        let began = Instant::now();
        while let Some(told) = &told
            && began.elapsed() < self.limits.progress
        {
            if let Some(isolation) = told.get() {
                return *isolation;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        Isolation::Time
    }

    /// Calls `act` for each item, in parallel on the pool's threads; its results are in the order of the items.
    pub(crate) fn map<T: Sync, R: Send>(&self, items: &[T], act: &(dyn Fn(&T) -> R + Sync)) -> Vec<R> {
        self.threads.install(|| items.par_iter().with_max_len(1).map(act).collect())
    }

    /// Reads all files in parallel; `then` is called with each document on the thread that read it, and its results are in
    /// the order of `paths`. A file that cannot be read becomes a document with a failed status.
    pub fn read_all<T: Send>(&self, paths: &[PathBuf], then: &(dyn Fn(Document) -> T + Sync)) -> Vec<T> {
        self.map(paths, &|path| {
            then(match self.open(path) {
                Ok(held) => self.read(&held, &|| ()),
                Err(error) => not_opened(&error),
            })
        })
    }

    /// The bytes of a file, as soon as other threads hold few enough.
    ///
    /// # Errors
    /// When it is no plain file, is empty or too large, or when the system refuses.
    pub(crate) fn open(&self, path: &Path) -> Result<Held<'_>, OpenError> {
        let mut opened = Opened::new(path, self.limits.file_size)?;
        let permit = self.bytes.acquire(opened.size());
        Ok(Held { data: Arc::new(opened.read()?), _permit: permit })
    }

    /// Reads a file with the worker of the current thread; `on_page` is called after each page or sheet.
    pub(crate) fn read(&self, file: &Held<'_>, on_page: &(dyn Fn() + Sync)) -> Document {
        match self.slot() {
            Some(mut slot) => slot.read(&file.data, self.recognition.as_ref(), on_page),
            None => Document::failed(Media::Other, Status::Crashed, "no worker for this thread"),
        }
    }

    /// Renders areas of pages, in parallel over files: for each request the pictures that could be rendered. A file whose
    /// content is no longer the one that was read gives none.
    pub fn crop(&self, requests: &[CropRequest]) -> Vec<Vec<Picture>> {
        let crop = |request: &CropRequest| {
            let wanted: Vec<PictureRequest> = request.areas.iter().map(|area| area.wanted()).collect();
            let held = self.open(&request.path).ok().filter(|held| ContentHash::of(&[&held.data]) == request.content);
            let pictures = held.and_then(|held| Some(self.slot()?.render(&held.data, &wanted)));
            pictures.unwrap_or_default()
        };
        self.map(requests, &crop)
    }

    /// The slot of the current thread, or `None` if a panic poisoned its lock.
    fn slot(&self) -> Option<MutexGuard<'_, Slot>> {
        let thread = rayon::current_thread_index().unwrap_or(0) % self.slots.len().max(1);
        self.slots.get(thread)?.lock().ok()
    }
}

/// Holds the worker of one thread: started when needed, replaced when it has failed or served long enough.
struct Slot {
    program: PathBuf,
    limits: Limits,
    worker: Option<Worker>,
}

impl Slot {
    fn take_worker(&mut self) -> std::io::Result<Worker> {
        self.worker.take().map_or_else(|| Worker::start(&self.program), Ok)
    }

    fn isolation(&mut self) -> Option<Arc<OnceLock<Isolation>>> {
        let worker = self.take_worker().ok()?;
        Some(Arc::clone(&self.worker.insert(worker).isolation))
    }

    fn read(
        &mut self,
        data: &Arc<Vec<u8>>,
        recognition: Option<&Recognition>,
        on_page: &(dyn Fn() + Sync),
    ) -> Document {
        if self.worker.as_ref().is_some_and(|w| w.served >= DOCUMENTS_PER_WORKER) {
            self.worker = None;
        }
        let mut worker = match self.take_worker() {
            Ok(worker) => worker,
            Err(error) => {
                let reason = format!("the reading process could not be started: {error}");
                return Document::failed(Media::Other, Status::Crashed, reason);
            }
        };
        let mut document = worker.read(data, &self.limits, on_page);
        let has_pages = matches!(document.media, Media::Pdf | Media::Image);
        let has_scans = has_pages && matches!(document.status, Status::Scan | Status::Partial);
        if let Some(recognition) = recognition.filter(|_| has_scans) {
            let job = ScanJob { data, limits: &self.limits, recognition };
            if !worker.recognise(&job, &mut document) {
                return document;
            }
        }
        // A worker that did not finish its document is not put back: dropping it kills it.
        if !worker.is_spent && !matches!(document.status, Status::Crashed | Status::Timeout) {
            self.worker = Some(worker);
        }
        document
    }

    /// Renders parts of pages. A failure is not reported: the report only lacks the pictures that did not come.
    fn render(&mut self, data: &Arc<Vec<u8>>, wanted: &[PictureRequest]) -> Vec<Picture> {
        let Ok(mut worker) = self.take_worker() else { return Vec::new() };
        let mut pictures = Vec::new();
        worker.ask(data, wanted.to_vec());
        loop {
            match worker.records.recv_timeout(self.limits.progress) {
                Ok(Record::Picture(picture)) => pictures.push(picture),
                Ok(Record::End { .. }) => {
                    self.worker = Some(worker);
                    return pictures;
                }
                Ok(_) => {}
                Err(_) => return pictures,
            }
        }
    }
}
