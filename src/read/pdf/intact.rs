//! Whether the streams of a PDF hold what was written. The interpreter takes what it can of a damaged stream and reports
//! nothing, so that half a page would count as the whole: the raw data is held against its own compression here.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};

use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::{Page as PdfPage, Resources};
use memchr::memmem;

use crate::read::failure::CUT;

/// Most objects that the pages of a file can draw that are looked at page by page; a file may list all of them on each of
/// its pages. Forms beyond are checked with the other streams, without their page.
const MOST_FORMS: usize = 50_000;

/// Deepest nesting of forms (Form XObjects) that are followed.
const DEEPEST: usize = 8;

/// An empty stored block, with which a compressor ends what it was asked to flush (RFC 1951, 3.2.4).
const FLUSHED: [u8; 4] = [0, 0, 0xff, 0xff];

/// What of a PDF does not hold what was written.
#[derive(Debug, Default)]
pub(super) struct Damage {
    /// By number of the page, from 1: why its content was not read whole.
    pub(super) pages: BTreeMap<u32, Flaw>,
    /// Why pages or words may be missing that no page is known to have lost.
    pub(super) file: Option<Loss>,
}

/// What is wrong with a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It unpacks to its end, but not to what its checksum says. Some programs write none or a wrong one.
    Checksum,
    /// It was not unpacked whole.
    Damaged(&'static str),
}

/// What the file as a whole lacks.
#[derive(Debug)]
pub(super) struct Loss {
    pub(super) flaw: Flaw,
    pub(super) detail: String,
}

impl Loss {
    fn damaged(detail: String) -> Self {
        Self { flaw: DAMAGED, detail }
    }
}

impl Flaw {
    /// For the report.
    pub(super) fn detail(self) -> &'static str {
        match self {
            Flaw::Checksum => "its checksum is wrong",
            Flaw::Damaged(detail) => detail,
        }
    }
}

/// Checks the first `most` pages and all streams that words depend on. At most `unpacked` bytes are unpacked for it.
pub(super) fn damage(pdf: &Pdf, most: u32, unpacked: u64) -> Damage {
    let mut check = Check { flaws: BTreeMap::new(), left: unpacked, forms_left: MOST_FORMS };
    let mut found = Damage::default();
    for (number, page) in (1..=most).zip(pdf.pages().iter()) {
        let mut seen = BTreeSet::new();
        let flaw = check.contents(page).or_else(|| check.forms(page.resources(), &mut seen, 0));
        found.pages.extend(flaw.map(|flaw| (number, flaw)));
    }
    found.file = lost_pages(pdf).or_else(|| cut(pdf.data().as_ref())).or_else(|| check.others(pdf));
    found
}

struct Check {
    /// The streams that were checked, with what is wrong with each.
    flaws: BTreeMap<ObjectIdentifier, Option<Flaw>>,
    /// Bytes that may still be unpacked.
    left: u64,
    /// Objects that pages can draw that may still be looked at.
    forms_left: usize,
}

impl Check {
    /// What is wrong with the content of a page.
    fn contents(&mut self, page: &PdfPage<'_>) -> Option<Flaw> {
        if !page.raw().contains_key(b"Contents") {
            return None;
        }
        match page.raw().get::<Object<'_>>(b"Contents") {
            Some(Object::Stream(stream)) => self.stream(&stream),
            Some(Object::Array(array)) => {
                let streams: Vec<Stream<'_>> =
                    array.iter::<Object<'_>>().filter_map(|item| item.into_stream()).collect();
                let is_missing = streams.len() < array.raw_iter().count();
                is_missing.then_some(MISSING).or_else(|| streams.iter().find_map(|stream| self.stream(stream)))
            }
            Some(Object::Null(_)) => None,
            _ => Some(MISSING),
        }
    }

    /// What is wrong with the forms that a page or another form can draw.
    fn forms(
        &mut self,
        resources: &Resources<'_>,
        seen: &mut BTreeSet<ObjectIdentifier>,
        depth: usize,
    ) -> Option<Flaw> {
        let forms: Vec<Stream<'_>> = resources
            .x_objects
            .keys()
            .take(self.forms_left)
            .filter_map(|name| resources.get_x_object(&name))
            .filter(|stream| has_name(stream.dict(), b"Subtype", &[b"Form"]))
            .collect();
        self.forms_left = self.forms_left.saturating_sub(resources.x_objects.len());
        forms.iter().filter(|_| depth < DEEPEST).find_map(|form| {
            if !seen.insert(form.obj_id()) {
                return None;
            }
            let inner = form.dict().get::<Dict<'_>>(b"Resources").map(Resources::new);
            self.stream(form).or_else(|| self.forms(&inner?, seen, depth + 1))
        })
    }

    /// What is wrong with the other streams that words depend on: fonts, their tables of letters, packed objects.
    fn others(&mut self, pdf: &Pdf) -> Option<Loss> {
        for object in pdf.objects() {
            let Some(stream) = object.into_stream() else { continue };
            let dict = stream.dict();
            // Pictures that are not marked as such have filters of their own.
            let is_deflated = filters(dict).first().is_some_and(is_deflate);
            let is_no_text = !is_deflated
                || has_name(dict, b"Subtype", &[b"Image", b"XML"])
                || has_name(dict, b"Type", &[b"Metadata", b"EmbeddedFile", b"XRef"]);
            if !is_no_text
                && !self.flaws.contains_key(&stream.obj_id())
                && let Some(flaw) = self.stream(&stream)
            {
                let detail = format!("object {}: {}", stream.obj_id().obj_number, flaw.detail());
                return Some(Loss { flaw, detail });
            }
        }
        None
    }

    fn stream(&mut self, stream: &Stream<'_>) -> Option<Flaw> {
        let id = stream.obj_id();
        if let Some(known) = self.flaws.get(&id) {
            return *known;
        }
        let flaw = self.flaw(stream);
        self.flaws.insert(id, flaw);
        flaw
    }

    fn flaw(&mut self, stream: &Stream<'_>) -> Option<Flaw> {
        let filters = filters(stream.dict());
        match filters.first() {
            // Filters that the interpreter does not know are none to it.
            _ if stream.filters().len() < filters.len() => Some(Flaw::Damaged("it is packed in an unknown way")),
            None => None,
            Some(first) if is_deflate(first) => self.inflated(&stream.raw_data()),
            Some(_) => stream.decoded_data().is_err().then_some(DAMAGED),
        }
    }

    /// What is wrong with deflated data.
    fn inflated(&mut self, data: &[u8]) -> Option<Flaw> {
        if data.is_empty() || self.left == 0 {
            return None;
        }
        if self.unpack(ZlibDecoder::new(data)).is_ok() || self.unpack(DeflateDecoder::new(data)).is_ok() {
            return None;
        }
        let is_whole = match self.unpack(DeflateDecoder::new(data.get(2..).unwrap_or_default())) {
            Ok(_) => true,
            // A program that flushed its data and wrote no end has written all of it.
            Err(error) => error.kind() == io::ErrorKind::UnexpectedEof && data.trim_ascii_end().ends_with(&FLUSHED),
        };
        Some(if is_whole { Flaw::Checksum } else { DAMAGED })
    }

    fn unpack(&mut self, packed: impl Read) -> io::Result<()> {
        let mut packed = packed.take(self.left);
        let unpacked = io::copy(&mut packed, &mut io::sink());
        self.left = packed.limit();
        unpacked.map(drop)
    }
}

const MISSING: Flaw = Flaw::Damaged("its content is missing");
const DAMAGED: Flaw = Flaw::Damaged("its content is damaged");

/// The names of the filters of a stream, in the order in which they are undone.
fn filters<'a>(dict: &Dict<'a>) -> Vec<Name<'a>> {
    match dict.get::<Object<'_>>(b"Filter") {
        Some(Object::Array(names)) => names.iter::<Name<'_>>().collect(),
        Some(Object::Name(name)) => vec![name],
        _ => Vec::new(),
    }
}

fn is_deflate(filter: &Name<'_>) -> bool {
    matches!(&**filter, b"FlateDecode" | b"Fl")
}

fn has_name(dict: &Dict<'_>, key: &[u8], names: &[&[u8]]) -> bool {
    dict.get::<Name<'_>>(key).is_some_and(|own| names.contains(&&*own))
}

/// The file says that it has more pages than were found.
fn lost_pages(pdf: &Pdf) -> Option<Loss> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let count = catalog.get::<Dict<'_>>(b"Pages")?.get::<i32>(b"Count")?;
    let found = pdf.pages().len();
    (usize::try_from(count).ok()? > found).then(|| Loss::damaged(format!("{found} of {count} pages were found")))
}

/// The file ends within its objects: what stood behind is lost, as after an interrupted download.
fn cut(data: &[u8]) -> Option<Loss> {
    let end = [b"%%EOF".as_slice(), b"startxref", b"trailer"].iter().filter_map(|mark| memmem::rfind(data, mark)).max();
    let rest = &data[end.unwrap_or_default()..];
    let begins_object = |at: usize| at > 0 && rest[at - 1].is_ascii_digit();
    memmem::find_iter(rest, b" obj").any(begins_object).then(|| Loss::damaged(CUT.to_owned()))
}
