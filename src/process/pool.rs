//! The parent's side: a pool of worker processes, one for each thread.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use rayon::prelude::*;

use super::child::{ScanJob, Worker};
use super::crop::CropRequest;
use super::event::Event;
use super::request::Request;
use crate::document::{Document, Media, Picture, PictureRequest, Record, Status};
use crate::limits::Limits;
use crate::ocr::{Reach, Recognition};

/// A worker is replaced after this many documents, so that memory leaked by parsers does not accumulate.
const DOCUMENTS_PER_WORKER: u32 = 200;

/// A pool of threads, each with its own worker process.
pub struct Pool {
    threads: rayon::ThreadPool,
    /// One for each thread.
    slots: Vec<Mutex<Slot>>,
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
        Ok(Self { threads, slots, recognition: None })
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

    /// Reads all files in parallel. `then` is called with the index and document on the thread that read it; its
    /// results are returned in the order of `paths`. A file that cannot be read becomes a document with a failed
    /// status.
    pub fn read_all<T: Send>(
        &self,
        paths: &[PathBuf],
        on_event: &(dyn Fn(Event) + Sync),
        then: &(dyn Fn(usize, Document) -> T + Sync),
    ) -> Vec<T> {
        self.threads.install(|| {
            paths
                .par_iter()
                .enumerate()
                .with_max_len(1)
                .map(|(index, path)| {
                    on_event(Event::Started(index));
                    let document = self.read(path, on_event);
                    on_event(Event::Done(index));
                    then(index, document)
                })
                .collect()
        })
    }

    /// Calls `act` for each item, in parallel on the pool's threads.
    pub fn for_each<T: Send>(&self, items: &mut [T], act: &(dyn Fn(&mut T) + Sync)) {
        self.threads.install(|| items.par_iter_mut().for_each(act));
    }

    /// Renders areas of pages, in parallel over files: for each request the pictures that could be rendered.
    pub fn crop(&self, requests: &[CropRequest]) -> Vec<Vec<Picture>> {
        let crop = |request: &CropRequest| {
            let wanted: Vec<PictureRequest> = request.areas.iter().map(|area| area.wanted()).collect();
            self.slot().map_or_else(Vec::new, |mut slot| slot.render(&request.path, &wanted))
        };
        self.threads.install(|| requests.par_iter().with_max_len(1).map(crop).collect())
    }

    fn read(&self, path: &Path, on_event: &(dyn Fn(Event) + Sync)) -> Document {
        match self.slot() {
            Some(mut slot) => slot.read(path, self.recognition.as_ref(), on_event),
            None => Document::failed(Media::Other, Status::Crashed, "no worker for this thread"),
        }
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
    fn read(&mut self, path: &Path, recognition: Option<&Recognition>, on_event: &(dyn Fn(Event) + Sync)) -> Document {
        if self.worker.as_ref().is_some_and(|w| w.served >= DOCUMENTS_PER_WORKER) {
            self.worker = None;
        }
        let mut worker = match self.worker.take() {
            Some(worker) => worker,
            None => match Worker::start(&self.program) {
                Ok(worker) => worker,
                Err(error) => {
                    let reason = format!("the reading process could not be started: {error}");
                    return Document::failed(Media::Other, Status::Crashed, reason);
                }
            },
        };
        let mut document = worker.read(path, &self.limits, on_event);
        let has_pages = matches!(document.media, Media::Pdf | Media::Image);
        let has_scans = has_pages && matches!(document.status, Status::Scan | Status::Partial);
        if let Some(recognition) = recognition.filter(|_| has_scans) {
            let job = ScanJob { path, limits: &self.limits, recognition };
            if !worker.recognise(&job, &mut document) {
                return document;
            }
        }
        // A worker that did not finish its document is not put back: dropping it kills it.
        if !matches!(document.status, Status::Crashed | Status::Timeout) {
            self.worker = Some(worker);
        }
        document
    }

    /// Renders parts of pages. A failure is not reported: the report only lacks the pictures that did not come.
    fn render(&mut self, path: &Path, wanted: &[PictureRequest]) -> Vec<Picture> {
        let worker = self.worker.take().map_or_else(|| Worker::start(&self.program), Ok);
        let Ok(mut worker) = worker else { return Vec::new() };
        let mut pictures = Vec::new();
        let request = Request { path: path.as_os_str().to_owned(), pictures: wanted.to_vec() };
        if worker.ask(&request).is_err() {
            return pictures;
        }
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
