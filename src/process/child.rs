//! A running worker process: fed, watched and killed.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use super::event::Event;
use super::request::Request;
use crate::document::{Document, Media, PictureRequest, Place, Record, Remark, RemarkKind, Status};
use crate::limits::Limits;
use crate::ocr::{Recognition, unreadable};

/// A running worker process.
pub(super) struct Worker {
    pub(super) child: Child,
    pub(super) stdin: ChildStdin,
    pub(super) records: Receiver<Record>,
    pub(super) served: u32,
}

impl Worker {
    pub(super) fn start(program: &Path) -> std::io::Result<Self> {
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

    pub(super) fn read(&mut self, path: &Path, limits: &Limits, on_event: &(dyn Fn(Event) + Sync)) -> Document {
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

    pub(super) fn ask(&mut self, request: &Request) -> std::io::Result<()> {
        let mut line = serde_json::to_vec(request)?;
        line.push(b'\n');
        self.stdin.write_all(&line)?;
        self.stdin.flush()
    }

    /// Has the scanned pages of a document rendered and reads each picture as it comes, so that only a few are held at a
    /// time. False if the process is no longer of use; what was recognised before stays.
    pub(super) fn recognise(
        &mut self,
        path: &Path,
        limits: &Limits,
        recognition: &Recognition,
        document: &mut Document,
    ) -> bool {
        let mut asked: Vec<PictureRequest> = Vec::new();
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
        wanted: &[PictureRequest],
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

/// Longest record accepted from a worker, bytes: a page of words, or a sheet within the cell limit.
const RECORD_BYTES: u64 = 256 << 20;

/// The hidden command by which the program starts itself as a worker.
pub const WORKER_COMMAND: &str = "__worker";
