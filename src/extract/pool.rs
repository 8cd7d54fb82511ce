//! The parent's side: workers that are started, fed, watched, killed and replaced.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::ocr::{Reach, Recognition, unreadable};
use super::picture::{Band, Picture, Wanted};
use super::worker::Request;
use super::{Limits, Record};
use crate::document::{Document, Laid, Media, Place, Remark, RemarkKind, Status};

/// The hidden command by which the program starts itself as a worker.
pub const WORKER_COMMAND: &str = "__worker";

/// A worker is replaced after so many documents: memory that parsers leave behind does not add up.
const DOCUMENTS_PER_WORKER: u32 = 200;

/// Longest record accepted from a worker, bytes: a page of words, or a sheet within the cell limit.
const RECORD_BYTES: u64 = 256 << 20;

/// What happens while documents are read, for progress bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Reading the document with this index begins.
    Started(usize),
    /// A page or sheet of some document was read.
    Page,
    /// The document with this index is done.
    Done(usize),
}

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
            let wanted = |(page, laid, rect): &(u32, Laid, [i32; 4])| Wanted {
                page: *page,
                band: Band::Place(*rect),
                laid: *laid,
            };
            let wanted: Vec<Wanted> = places.iter().map(wanted).collect();
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
pub type Places = (PathBuf, Vec<(u32, Laid, [i32; 4])>);

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
    fn show(&mut self, path: &Path, wanted: &[Wanted]) -> Vec<Picture> {
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

/// A running worker process.
struct Worker {
    child: Child,
    stdin: ChildStdin,
    records: Receiver<Record>,
    served: u32,
}

impl Worker {
    fn start(program: &Path) -> std::io::Result<Self> {
        let mut child = Command::new(program)
            .arg(WORKER_COMMAND)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (Some(stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(std::io::Error::other("no pipe to the reading process"));
        };
        // A short queue: a worker that is faster than the parent waits, and memory stays flat.
        let (sender, records) = sync_channel(4);
        std::thread::spawn(move || {
            let mut out = BufReader::new(stdout);
            let mut line = Vec::new();
            loop {
                line.clear();
                match (&mut out).take(RECORD_BYTES).read_until(b'\n', &mut line) {
                    Ok(1..) => {}
                    _ => return,
                }
                let Ok(mut record) = serde_json::from_slice(&line) else { return };
                if let Record::Picture(picture) = &mut record {
                    let Some(length) = picture.length() else { return };
                    picture.pixels = vec![0; length];
                    if out.read_exact(&mut picture.pixels).is_err() {
                        return;
                    }
                }
                if sender.send(record).is_err() {
                    return;
                }
            }
        });
        Ok(Self { child, stdin, records, served: 0 })
    }

    fn read(&mut self, path: &Path, limits: &Limits, on_event: &(dyn Fn(Event) + Sync)) -> Document {
        self.served += 1;
        let mut document = Document::failed(Media::Other, Status::Crashed, "");
        document.remarks.clear();
        if let Err(error) = self.ask(&Request { path: path.as_os_str().to_owned(), pictures: Vec::new() }) {
            fail(&mut document, Status::Crashed, format!("the reading process is gone: {error}"));
            return document;
        }
        let started = Instant::now();
        loop {
            let wait = limits.progress.min(limits.total.saturating_sub(started.elapsed()));
            match self.records.recv_timeout(wait) {
                Ok(Record::Start { media, page_count }) => {
                    (document.media, document.page_count) = (media, page_count);
                }
                Ok(Record::Page(page)) => {
                    document.pages.push(page);
                    on_event(Event::Page);
                }
                Ok(Record::Remark(remark)) => document.remarks.push(remark),
                Ok(Record::Picture(_)) => {}
                Ok(Record::End { status }) => {
                    document.status = status;
                    return document;
                }
                Err(RecvTimeoutError::Timeout) => {
                    let reason =
                        format!("stopped after {} s without an end", limits.progress.min(limits.total).as_secs());
                    fail(&mut document, Status::Timeout, reason);
                    return document;
                }
                Err(RecvTimeoutError::Disconnected) => {
                    fail(&mut document, Status::Crashed, self.epitaph());
                    return document;
                }
            }
        }
    }

    fn ask(&mut self, request: &Request) -> std::io::Result<()> {
        let mut line = serde_json::to_vec(request)?;
        line.push(b'\n');
        self.stdin.write_all(&line)?;
        self.stdin.flush()
    }

    /// Has the scanned pages of a document rendered and reads each picture as it comes, so that only a few are held at a
    /// time. False if the process is no longer of use; what was recognised before stays.
    fn recognise(&mut self, path: &Path, limits: &Limits, recognition: &Recognition, document: &mut Document) -> bool {
        let mut asked: Vec<Wanted> = Vec::new();
        let mut alive = true;
        while alive {
            let wanted = recognition.wanted(document, &asked);
            if wanted.is_empty() {
                break;
            }
            asked.extend(&wanted);
            alive = self.recognise_pages(path, limits, recognition, &wanted, document);
        }
        if !asked.is_empty() {
            recognition.settle(document);
        }
        alive
    }

    fn recognise_pages(
        &mut self,
        path: &Path,
        limits: &Limits,
        recognition: &Recognition,
        wanted: &[Wanted],
        document: &mut Document,
    ) -> bool {
        let mut missing: Vec<u32> = wanted.iter().map(|w| w.page).collect();
        let request = Request { path: path.as_os_str().to_owned(), pictures: wanted.to_vec() };
        let mut reason = "the page could not be shown".to_owned();
        let mut alive = self.ask(&request).is_ok();
        let seen = std::thread::scope(|scope| {
            let mut readers = Vec::new();
            while alive {
                match self.records.recv_timeout(limits.progress) {
                    Ok(Record::Picture(picture)) => {
                        missing.retain(|page| *page != picture.page);
                        // Waiting here for a seat makes the worker wait too: it does not run ahead.
                        let seat = recognition.seats.take();
                        readers.push(scope.spawn(move || {
                            let _seat = seat;
                            recognition.see(picture)
                        }));
                    }
                    Ok(Record::Remark(remark)) => reason = remark.detail,
                    Ok(Record::End { .. }) => break,
                    Ok(_) => {}
                    Err(RecvTimeoutError::Timeout) => {
                        reason = format!("stopped after {} s without a picture", limits.progress.as_secs());
                        alive = false;
                    }
                    Err(RecvTimeoutError::Disconnected) => {
                        reason = self.epitaph();
                        alive = false;
                    }
                }
            }
            readers.into_iter().filter_map(|reader| reader.join().ok()).collect::<Vec<_>>()
        });
        seen.into_iter().for_each(|seen| recognition.enter(seen, wanted, document));
        document.remarks.extend(missing.into_iter().map(|page| unreadable(page, reason.clone())));
        alive
    }

    /// How the process ended, for the report. It may be alive still: then what it sent was no record (a number that is
    /// none, or more than a record may hold), and waiting for it would never end, so it is killed.
    fn epitaph(&mut self) -> String {
        // A process that died needs a moment until the system says so; the report must not depend on that moment.
        for _ in 0..100 {
            if !matches!(self.child.try_wait(), Ok(None)) {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        match self.child.try_wait() {
            Ok(None) => {
                let _ = self.child.kill();
                let _ = self.child.wait();
                "the reading process sent what cannot be read".to_owned()
            }
            Ok(Some(status)) => format!("the reading process ended: {status}"),
            Err(error) => format!("the reading process is lost: {error}"),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Gives a document its failed status; a reason that the worker itself sent before it died comes first and stays.
fn fail(document: &mut Document, status: Status, reason: String) {
    document.status = status;
    if document.failure().is_none() {
        document.remarks.push(Remark { kind: RemarkKind::Failure, place: Place::default(), detail: reason });
    }
}
