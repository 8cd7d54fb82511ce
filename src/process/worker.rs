//! The worker process: reads one document after another for its parent; any of them may crash it.
//!
//! Requests arrive on stdin as JSON lines, each with the bytes of its file behind it; records leave as JSON lines on stdout, behind a
//! line that says how far the process is cut off. Documents are read on a second thread
//! while the main thread waits on stdin: when the parent is gone, for whatever reason, the pipe closes and the worker
//! exits at once, even in the middle of parsing.

use std::io::{BufRead, Write};
use std::sync::mpsc;

use super::request::{Request, WORKER_COMMAND};
use crate::document::{Media, PictureRequest, Record, Remark, RemarkKind, Status};
use crate::limits::Limits;
use crate::read::{Failure, note_panic, pictures, read};

/// Stack of the reading thread, bytes. Parsers recurse as deep as a document is nested; a thread's default is too
/// small.
const STACK_BYTES: usize = 64 << 20;

/// True if a pool started this process to read documents for it. A program that makes a pool of itself asks this before
/// anything else, and if so does nothing but [`serve`].
pub fn is_worker() -> bool {
    std::env::args_os().nth(1).is_some_and(|command| command == WORKER_COMMAND)
}

/// Runs the worker: serves requests until the parent closes the pipe, then exits the process.
///
/// # Errors
/// When the limits cannot be set or the reading thread cannot be started.
pub fn serve() -> std::io::Result<()> {
    let limits = Limits::default();
    let isolation = limits.confine()?;
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &isolation)?;
    writeln!(out)?;
    drop(out);
    std::panic::set_hook(Box::new(|info| {
        // The source location is enough for a bug report; the panic message may quote the document.
        let place = info.location().map(|l| format!("{}:{}", short(l.file()), l.line())).unwrap_or_default();
        if note_panic(&place) {
            return;
        }
        send(&Record::Remark(Remark::on_all(RemarkKind::Failure, format!("the reader failed at {place}"))));
        std::process::exit(101);
    }));
    let (sender, requests) = mpsc::channel::<(Request, Vec<u8>)>();
    std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || {
        for (request, data) in requests {
            serve_one(data, &request.pictures, &limits);
        }
    })?;
    let mut input = std::io::stdin().lock();
    while let Some(request) = next_request(&mut input)? {
        if sender.send(request).is_err() {
            break;
        }
    }
    std::process::exit(0)
}

/// The next request with the bytes of its file; `None` if the parent has closed the pipe.
fn next_request(input: &mut impl BufRead) -> std::io::Result<Option<(Request, Vec<u8>)>> {
    let mut line = String::new();
    if input.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let request: Request = serde_json::from_str(&line)?;
    let mut data = vec![0; usize::try_from(request.length).map_err(std::io::Error::other)?];
    input.read_exact(&mut data)?;
    Ok(Some((request, data)))
}

fn serve_one(data: Vec<u8>, wanted: &[PictureRequest], limits: &Limits) {
    let mut end = EndStatus::default();
    let mut sink = |record| {
        end.note(&record);
        send(&record);
    };
    let outcome = if wanted.is_empty() { read(data, limits, &mut sink) } else { pictures(data, wanted, &mut sink) };
    let status = match outcome {
        Ok(()) => end.status(),
        Err(failure) => {
            if !end.started {
                send(&Record::Start { media: Media::Other, page_count: 0 });
            }
            let Failure { status, detail } = failure;
            send(&Record::Remark(Remark::on_all(RemarkKind::Failure, detail)));
            status
        }
    };
    send(&Record::End { status });
}

/// Derives the status of a document from the records that were sent for it.
#[derive(Default)]
struct EndStatus {
    started: bool,
    has_text: bool,
    has_scan: bool,
    is_incomplete: bool,
}

impl EndStatus {
    fn note(&mut self, record: &Record) {
        use crate::document::PageKind;
        match record {
            Record::Start { .. } => self.started = true,
            Record::Page(page) => match page.kind {
                PageKind::Text => self.has_text = true,
                PageKind::Scan => self.has_scan = true,
                PageKind::Blank => {}
            },
            Record::Remark(remark) => {
                self.is_incomplete |= matches!(remark.kind, RemarkKind::PageUnreadable | RemarkKind::LimitReached);
            }
            Record::Picture(_) | Record::End { .. } => {}
        }
    }

    fn status(&self) -> Status {
        match (self.has_text, self.has_scan) {
            (true, false) if !self.is_incomplete => Status::Ok,
            (true, _) => Status::Partial,
            (false, true) => Status::Scan,
            (false, false) if self.is_incomplete => Status::Malformed,
            (false, false) => Status::Empty,
        }
    }
}

/// Writes one record to stdout; the pixels of a picture follow its JSON line as raw bytes. Errors are ignored: if the
/// parent no longer listens, the closed stdin ends this process anyway.
fn send(record: &Record) {
    let Ok(mut line) = serde_json::to_vec(record) else { return };
    line.push(b'\n');
    let mut out = std::io::stdout().lock();
    let pixels = if let Record::Picture(picture) = record { picture.pixels.as_slice() } else { &[] };
    let _ = out.write_all(&line).and_then(|()| out.write_all(pixels)).and_then(|()| out.flush());
}

/// The last three parts of a source path: enough to find the file, without the folders of the build machine.
fn short(file: &str) -> String {
    let parts: Vec<&str> = file.rsplit(['/', '\\']).take(3).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("/")
}
