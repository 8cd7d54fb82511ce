//! The parent's handle on one worker process.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel, sync_channel};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use super::request::{Request, WORKER_COMMAND};
use crate::document::{Document, Media, PictureRequest, Record, Remark, RemarkKind, Status};
use crate::limits::{Isolation, Limits};
use crate::ocr::{Recognition, unreadable};

/// A running worker process; dropping it kills the process.
pub(super) struct Worker {
    child: Child,
    /// What is sent to it; a thread of its own writes, as a process that does not read must not stop this one.
    requests: Sender<(Request, Arc<Vec<u8>>)>,
    /// How far it is cut off, as soon as it has said so.
    pub(super) isolation: Arc<OnceLock<Isolation>>,
    /// What the process sends; disconnected once it has ended or sent something that is not a record.
    pub(super) records: Receiver<Record>,
    /// Number of documents that it was asked to read.
    pub(super) served: u32,
    /// It still sends what is no longer wanted.
    pub(super) is_spent: bool,
}

/// A scanned document on which character recognition is to run.
pub(super) struct ScanJob<'a> {
    pub(super) data: &'a Arc<Vec<u8>>,
    pub(super) limits: &'a Limits,
    pub(super) recognition: &'a Recognition,
}

impl Worker {
    /// Starts `program` as a worker, with a thread that turns its output into records.
    pub(super) fn start(program: &Path) -> std::io::Result<Self> {
        let mut command = Command::new(program);
        // Nothing of the user's environment: it may steer a library, and holds secrets.
        #[cfg(unix)]
        command.env_clear();
        let mut child =
            command.arg(WORKER_COMMAND).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(std::io::Error::other("no pipe to the reading process"));
        };
        // A short queue makes a worker that is faster than the parent wait, so that memory stays flat.
        let (sender, records) = sync_channel(4);
        let isolation: Arc<OnceLock<Isolation>> = Arc::default();
        let told = Arc::clone(&isolation);
        std::thread::spawn(move || {
            let mut out = BufReader::new(stdout);
            let mut line = Vec::new();
            let greeting = (&mut out).take(LONGEST_GREETING).read_until(b'\n', &mut line);
            let is_cut_off = greeting.ok().and_then(|_| serde_json::from_slice(&line).ok());
            told.get_or_init(|| is_cut_off.unwrap_or(Isolation::Time));
            loop {
                line.clear();
                match (&mut out).take(MAX_RECORD_BYTES).read_until(b'\n', &mut line) {
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
        let (requests, received) = channel::<(Request, Arc<Vec<u8>>)>();
        std::thread::spawn(move || {
            for (request, data) in received {
                if send(&mut stdin, &request, &data).is_err() {
                    return;
                }
            }
        });
        Ok(Self { child, requests, isolation, records, served: 0, is_spent: false })
    }

    /// Reads a document. A worker that crashes or stalls gives a document with that status and what was read before.
    pub(super) fn read(&mut self, data: &Arc<Vec<u8>>, limits: &Limits, on_page: &(dyn Fn() + Sync)) -> Document {
        self.served += 1;
        let mut document = Document::failed(Media::Other, Status::Crashed, "");
        document.remarks.clear();
        self.ask(data, Vec::new());
        let (started, mut weight) = (Instant::now(), 0);
        loop {
            let left = limits.total.saturating_sub(started.elapsed());
            // A process that always has one more record must end too.
            let record = match left.is_zero() {
                true => Err(RecvTimeoutError::Timeout),
                false => self.records.recv_timeout(limits.progress.min(left)),
            };
            match record {
                Ok(Record::Start { media, page_count }) => {
                    (document.media, document.page_count) = (media, page_count);
                }
                Ok(Record::Page(page)) => {
                    weight += page.weight();
                    if weight > limits.text {
                        self.is_spent = true;
                        return too_much_text(document);
                    }
                    document.pages.push(page);
                    on_page();
                }
                Ok(Record::Remark(remark)) => {
                    weight += (size_of::<Remark>() + remark.detail.len()) as u64;
                    if weight > limits.text {
                        self.is_spent = true;
                        return too_much_text(document);
                    }
                    document.remarks.push(remark);
                }
                Ok(Record::Picture(_)) => {}
                Ok(Record::End { status }) => {
                    document.status = status;
                    return document;
                }
                Err(RecvTimeoutError::Timeout) => {
                    let reason =
                        format!("stopped after {} s without an end", limits.progress.min(limits.total).as_secs());
                    set_failed(&mut document, Status::Timeout, reason);
                    return document;
                }
                Err(RecvTimeoutError::Disconnected) => {
                    set_failed(&mut document, Status::Crashed, self.exit_reason());
                    return document;
                }
            }
        }
    }

    /// Sends a request. If the process is gone, its records say so.
    pub(super) fn ask(&mut self, data: &Arc<Vec<u8>>, pictures: Vec<PictureRequest>) {
        let request = Request { length: data.len() as u64, pictures };
        let _ = self.requests.send((request, Arc::clone(data)));
    }

    /// Recognises the scanned pages of a document, in rounds: what one round finds decides which pictures the next one
    /// needs. Returns false if the process can no longer be used; what was recognised before stays in the document.
    pub(super) fn recognise(&mut self, job: &ScanJob<'_>, document: &mut Document) -> bool {
        let mut asked: Vec<PictureRequest> = Vec::new();
        let mut is_alive = true;
        let began = Instant::now();
        while is_alive {
            let wanted = job.recognition.wanted(document, &asked);
            if wanted.is_empty() {
                break;
            }
            let left = job.limits.recognition.saturating_sub(began.elapsed());
            if left.is_zero() {
                document.remarks.push(Remark::on_all(RemarkKind::LimitReached, out_of_time(job.limits)));
                break;
            }
            asked.extend(&wanted);
            is_alive = self.recognise_pictures(job, &wanted, left, document);
        }
        if began.elapsed() >= job.limits.recognition {
            document.remarks.push(Remark::on_all(RemarkKind::OutOfTime, ""));
        }
        if !asked.is_empty() {
            job.recognition.update_status(document);
        }
        is_alive
    }

    /// One round: the worker renders the wanted pictures and each is recognised as it arrives, so that only a few are
    /// in memory at a time.
    fn recognise_pictures(
        &mut self,
        job: &ScanJob<'_>,
        wanted: &[PictureRequest],
        left: Duration,
        document: &mut Document,
    ) -> bool {
        let began = Instant::now();
        let ScanJob { data, limits, recognition } = *job;
        let mut missing: Vec<u32> = wanted.iter().map(|w| w.page).collect();
        let mut reason = "the page could not be shown".to_owned();
        let mut is_alive = true;
        self.ask(data, wanted.to_vec());
        let results = std::thread::scope(|scope| {
            let mut readers = Vec::new();
            while is_alive {
                let left = left.saturating_sub(began.elapsed());
                let record = self.records.recv_timeout(limits.progress.min(left));
                match record {
                    Ok(Record::End { .. }) => break,
                    // The rest of the pictures is of no use any more, and with it the process that still renders them.
                    _ if left.is_zero() || record == Err(RecvTimeoutError::Timeout) && left < limits.progress => {
                        reason = out_of_time(limits);
                        is_alive = false;
                    }
                    Ok(Record::Picture(picture)) => {
                        missing.retain(|page| *page != picture.page);
                        // Waiting here makes the worker wait too, instead of rendering pages ahead of the engine.
                        let permit = recognition.engine_permits.acquire(1);
                        readers.push(scope.spawn(move || {
                            let _permit = permit;
                            recognition.recognise(picture)
                        }));
                    }
                    Ok(Record::Remark(remark)) => reason = remark.detail,
                    Ok(_) => {}
                    Err(RecvTimeoutError::Timeout) => {
                        reason = format!("stopped after {} s without a picture", limits.progress.as_secs());
                        is_alive = false;
                    }
                    Err(RecvTimeoutError::Disconnected) => {
                        reason = self.exit_reason();
                        is_alive = false;
                    }
                }
            }
            readers.into_iter().filter_map(|reader| reader.join().ok()).collect::<Vec<_>>()
        });
        results.into_iter().for_each(|result| recognition.apply(result, wanted, document));
        missing.dedup();
        document.remarks.extend(missing.into_iter().map(|page| unreadable(page, reason.clone())));
        is_alive
    }

    /// Why no more records come, for the report. If the process is still running, it sent something that is not a
    /// record (an invalid number, or more bytes than a record may have); it is killed, as waiting for it would never
    /// end.
    fn exit_reason(&mut self) -> String {
        // The system reports an exit with a delay of some milliseconds; the report must not depend on that delay.
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

/// Writes a request and the bytes of its file.
fn send(stdin: &mut ChildStdin, request: &Request, data: &[u8]) -> std::io::Result<()> {
    let mut line = serde_json::to_vec(request)?;
    line.push(b'\n');
    stdin.write_all(&line)?;
    stdin.write_all(data)?;
    stdin.flush()
}

/// A document of which nothing is kept, as its text would take too much memory.
fn too_much_text(document: Document) -> Document {
    let mut unread = Document::failed(document.media, Status::Limit, "more text than is read of one document");
    unread.page_count = document.page_count;
    unread.remarks.push(Remark::on_all(RemarkKind::TooMuchText, ""));
    unread
}

fn out_of_time(limits: &Limits) -> String {
    format!("recognition stopped after {} s", limits.recognition.as_secs())
}

/// Gives a document a failed status. A reason that the worker itself sent before it ended is kept instead of `reason`.
fn set_failed(document: &mut Document, status: Status, reason: String) {
    document.status = status;
    if document.failure().is_none() {
        document.remarks.push(Remark::on_all(RemarkKind::Failure, reason));
    }
}

/// Longest line with which a worker begins, bytes.
const LONGEST_GREETING: u64 = 64;

/// Longest record accepted from a worker, bytes: enough for a page of words or a sheet within the cell limit.
const MAX_RECORD_BYTES: u64 = 256 << 20;
