//! The worker: a process that reads one document after another for its parent and may die of any of them.
//!
//! Requests come as JSON lines on stdin, records go as JSON lines to stdout. Stdin is watched by a thread of its own:
//! when the parent is gone, in whatever way, the pipe ends and the worker leaves at once, also from within a parser.

use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::sync::mpsc;

use super::request::Request;
use crate::document::{Media, PictureRequest, Place, Record, Remark, RemarkKind, Status};
use crate::limits::Limits;
use crate::read::{Failure, pictures, read};

/// Parsers recurse with the nesting of a document; the default stack of a thread is small.
const STACK: usize = 64 << 20;

/// Serves until the parent closes the pipe.
///
/// # Errors
/// When the limits cannot be set or the reading thread cannot be started.
pub fn serve() -> std::io::Result<()> {
    let limits = Limits::default();
    limits.apply()?;
    std::panic::set_hook(Box::new(|info| {
        // Where it happened helps to report it; the message itself may hold text of the document.
        let place = info.location().map(|l| format!("{}:{}", short(l.file()), l.line())).unwrap_or_default();
        send(&Record::Remark(failure_remark(format!("the reader failed at {place}"))));
        std::process::exit(101);
    }));
    let (sender, requests) = mpsc::channel::<Request>();
    std::thread::Builder::new().stack_size(STACK).spawn(move || {
        for request in requests {
            serve_one(&PathBuf::from(request.path), &request.pictures, &limits);
        }
    })?;
    for line in std::io::stdin().lock().lines() {
        let Ok(request) = serde_json::from_str(&line?) else { continue };
        if sender.send(request).is_err() {
            break;
        }
    }
    std::process::exit(0)
}

fn serve_one(path: &std::path::Path, wanted: &[PictureRequest], limits: &Limits) {
    let mut end = EndStatus::default();
    let mut sink = |record| {
        end.note(&record);
        send(&record);
    };
    let outcome =
        if wanted.is_empty() { read(path, limits, &mut sink) } else { pictures(path, limits, wanted, &mut sink) };
    let status = match outcome {
        Ok(()) => end.status(),
        Err(failure) => {
            if !end.started {
                send(&Record::Start { media: Media::Other, page_count: 0 });
            }
            let Failure { status, detail } = failure;
            send(&Record::Remark(failure_remark(detail)));
            status
        }
    };
    send(&Record::End { status });
}

/// What the pages that were sent make of the document.
#[derive(Default)]
struct EndStatus {
    started: bool,
    text: bool,
    scan: bool,
    cut: bool,
}

impl EndStatus {
    fn note(&mut self, record: &Record) {
        use crate::document::PageKind;
        match record {
            Record::Start { .. } => self.started = true,
            Record::Page(page) => match page.kind {
                PageKind::Text => self.text = true,
                PageKind::Scan => self.scan = true,
                PageKind::Blank => {}
            },
            Record::Remark(remark) => {
                self.cut |= matches!(remark.kind, RemarkKind::PageUnreadable | RemarkKind::LimitReached);
            }
            Record::Picture(_) | Record::End { .. } => {}
        }
    }

    fn status(&self) -> Status {
        match (self.text, self.scan) {
            (true, false) if !self.cut => Status::Ok,
            (true, _) => Status::Partial,
            (false, true) => Status::Scan,
            (false, false) if self.cut => Status::Malformed,
            (false, false) => Status::Empty,
        }
    }
}

fn failure_remark(detail: String) -> Remark {
    Remark { kind: RemarkKind::Failure, place: Place::default(), detail }
}

/// Writes one record. A parent that no longer listens is no error: the pipe's end stops this process anyway.
fn send(record: &Record) {
    let Ok(mut line) = serde_json::to_vec(record) else { return };
    line.push(b'\n');
    let mut out = std::io::stdout().lock();
    let pixels = if let Record::Picture(picture) = record { picture.pixels.as_slice() } else { &[] };
    let _ = out.write_all(&line).and_then(|()| out.write_all(pixels)).and_then(|()| out.flush());
}

/// The last two parts of a source path: a crate and file, without the machine's folders.
fn short(file: &str) -> String {
    let parts: Vec<&str> = file.rsplit(['/', '\\']).take(3).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("/")
}
