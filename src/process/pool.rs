//! The parent's side: workers that are started, fed, watched, killed and replaced.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rayon::prelude::*;

use super::child::Worker;
use super::event::Event;
use super::request::Request;
use crate::document::{Band, Document, Media, Orientation, Picture, PictureRequest, Record, Status};
use crate::limits::Limits;
use crate::ocr::{Reach, Recognition};

/// A worker is replaced after so many documents: memory that parsers leave behind does not add up.
const DOCUMENTS_PER_WORKER: u32 = 200;

/// As many workers as jobs, one for each thread.
pub struct Pool {
    threads: rayon::ThreadPool,
    workers: Vec<Mutex<Slot>>,
    recognition: Option<Recognition>,
}

impl Pool {
    /// A pool whose workers are started when first needed, from the executable `program`.
    ///
    /// # Errors
    /// When the threads cannot be started.
    pub fn new(jobs: usize, program: &Path, limits: Limits) -> Result<Self, rayon::ThreadPoolBuildError> {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs.max(1)).build()?;
        let slot = || Mutex::new(Slot { program: program.to_owned(), limits, worker: None });
        let workers = (0..threads.current_num_threads()).map(|_| slot()).collect();
        Ok(Self { threads, workers, recognition: None })
    }

    /// The same pool, with an engine for pages that are only pictures.
    #[must_use]
    pub fn with_recognition(self, recognition: Option<Recognition>) -> Self {
        Self { recognition, ..self }
    }

    /// The same pool, with its engine used as far as `reach`.
    #[must_use]
    pub fn reaching(self, reach: Reach) -> Self {
        let recognition = self.recognition.as_ref().map(|r| r.reaching(reach));
        Self { recognition, ..self }
    }

    /// The engine, if there is one.
    pub fn recognition(&self) -> Option<&Recognition> {
        self.recognition.as_ref()
    }

    /// Reads all files in parallel; `then` sees each document on the thread that read it, and what it makes of it comes
    /// back in the order of `paths`. Never fails: a file that cannot be read is a document with a status that says so.
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

    /// Does something with each item on the pool's threads.
    pub fn for_each<T: Send>(&self, items: &mut [T], act: &(dyn Fn(&mut T) + Sync)) {
        self.threads.install(|| items.par_iter_mut().for_each(act));
    }

    /// Places of pages as pictures, in parallel over files; a place that cannot be shown is left out. Places are given
    /// by page and edges in points.
    pub fn show(&self, files: &[Places]) -> Vec<Vec<Picture>> {
        let show = |(path, places): &Places| {
            let wanted = |(page, orientation, rect): &(u32, Orientation, [i32; 4])| PictureRequest {
                page: *page,
                band: Band::Place(*rect),
                orientation: *orientation,
            };
            let wanted: Vec<PictureRequest> = places.iter().map(wanted).collect();
            let thread = rayon::current_thread_index().unwrap_or(0) % self.workers.len().max(1);
            match self.workers.get(thread).map(Mutex::lock) {
                Some(Ok(mut slot)) => slot.show(path, &wanted),
                _ => Vec::new(),
            }
        };
        self.threads.install(|| files.par_iter().with_max_len(1).map(show).collect())
    }

    fn read(&self, path: &Path, on_event: &(dyn Fn(Event) + Sync)) -> Document {
        let thread = rayon::current_thread_index().unwrap_or(0) % self.workers.len().max(1);
        match self.workers.get(thread).map(Mutex::lock) {
            Some(Ok(mut slot)) => slot.read(path, self.recognition.as_ref(), on_event),
            _ => Document::failed(Media::Other, Status::Crashed, "no worker for this thread"),
        }
    }
}

/// A file, and places of its pages: page, how it lay, and left, upper, right and lower edge in points.
pub type Places = (PathBuf, Vec<(u32, Orientation, [i32; 4])>);

/// The place of one worker.
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
        let can_be_seen = has_pages && matches!(document.status, Status::Scan | Status::Partial);
        if let Some(recognition) = recognition.filter(|_| can_be_seen)
            && !worker.recognise(path, &self.limits, recognition, &mut document)
        {
            return document;
        }
        // A worker that did not come to an end of its document is dropped, and killed by that.
        if !matches!(document.status, Status::Crashed | Status::Timeout) {
            self.worker = Some(worker);
        }
        document
    }
}

/// Shows places; how the worker ends is told by who reads the document.
impl Slot {
    fn show(&mut self, path: &Path, wanted: &[PictureRequest]) -> Vec<Picture> {
        let worker = self.worker.take().map_or_else(|| Worker::start(&self.program), Ok);
        let Ok(mut worker) = worker else { return Vec::new() };
        let mut shown = Vec::new();
        let request = Request { path: path.as_os_str().to_owned(), pictures: wanted.to_vec() };
        if worker.ask(&request).is_err() {
            return shown;
        }
        loop {
            match worker.records.recv_timeout(self.limits.progress) {
                Ok(Record::Picture(picture)) => shown.push(picture),
                Ok(Record::End { .. }) => {
                    self.worker = Some(worker);
                    return shown;
                }
                Ok(_) => {}
                Err(_) => return shown,
            }
        }
    }
}
