//! Converts text in old Vietnamese encodings (such as TCVN3 and VNI) to Unicode on its way from a reader to the parent.
//! [`converting`] buffers pages until the encoding of the document is known; formats that consist of one page are built
//! a second time instead, by [`built`].

use std::collections::BTreeSet;

use super::failure::Failure;
use crate::document::{CellValue, Page, PageKind, Place, Record, Remark, RemarkKind, Sink};
use crate::text::legacy::{Detector, Encoding, lacks_horn};

/// Largest number of pages that are buffered while they contain too few words to determine the encoding.
const MAX_BUFFERED: usize = 4;

/// Runs a reader whose records are converted before they reach `sink`.
///
/// # Errors
/// Returns the error of `read`; records sent before it are passed on.
pub(crate) fn converting(
    sink: &mut Sink<'_>,
    read: impl FnOnce(&mut Sink<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut converting = Converting::new(sink);
    let result = read(&mut |record| converting.send(record));
    converting.finish();
    result
}

/// A sink that converts records and passes them on to another sink.
struct Converting<'a, 'b> {
    sink: &'a mut Sink<'b>,
    detector: Detector,
    /// Records that wait for the encoding, in order.
    buffered: Vec<Record>,
    /// Encodings that were converted.
    encodings: BTreeSet<Encoding>,
}

impl<'a, 'b> Converting<'a, 'b> {
    fn new(sink: &'a mut Sink<'b>) -> Self {
        Self { sink, detector: Detector::default(), buffered: Vec::new(), encodings: BTreeSet::new() }
    }

    /// Accepts a record from the reader.
    fn send(&mut self, record: Record) {
        match &record {
            Record::Page(page) => texts(page).for_each(|text| self.detector.add(text)),
            _ if self.buffered.is_empty() => return (self.sink)(record),
            _ => {}
        }
        self.buffered.push(record);
        let pages = self.buffered.iter().filter(|record| matches!(record, Record::Page(_))).count();
        if pages > MAX_BUFFERED || self.detector.is_decided() {
            self.flush();
        }
    }

    /// Passes on what is still buffered, with a remark on the encodings that were converted.
    fn finish(mut self) {
        self.flush();
        if !self.encodings.is_empty() {
            (self.sink)(Record::Remark(remark(&self.encodings)));
        }
    }

    fn flush(&mut self) {
        for mut record in std::mem::take(&mut self.buffered) {
            if let Record::Page(page) = &mut record {
                convert(page, &self.detector, &mut self.encodings);
            }
            (self.sink)(record);
        }
    }
}

/// Builds the page of a format whose text is split into lines by its words (a letterhead, a list number). If it
/// contains an old encoding, the page is built again with the detector of that encoding. Returns remarks on the
/// conversion too.
pub(crate) fn built(mut build: impl FnMut(Option<&Detector>) -> Page) -> (Page, Vec<Remark>) {
    let page = build(None);
    let mut detector = Detector::default();
    texts(&page).for_each(|text| detector.add(text));
    if !detector.is_suspicious() {
        return (page, Vec::new());
    }
    let mut page = build(Some(&detector));
    let encodings = detector.used();
    if encodings.is_empty() {
        return (page, Vec::new());
    }
    let mut remarks = vec![remark(&encodings)];
    if lacks_horn(page.lines.iter().map(|line| line.text.as_str())) {
        // Without its ư the text is incomplete, so the page is treated as if it were a picture.
        page.kind = PageKind::Scan;
        let place = Place::page(page.number, None);
        remarks.push(Remark { kind: RemarkKind::LostCharacters, place, detail: "every ư was lost".to_owned() });
    }
    (page, remarks)
}

fn remark(encodings: &BTreeSet<Encoding>) -> Remark {
    let detail = encodings.iter().map(|encoding| encoding.name()).collect::<Vec<_>>().join(", ");
    Remark { kind: RemarkKind::Converted, place: Place::default(), detail }
}

/// The texts of a page: its lines and text cells. The text of a Word table comes twice, which does no harm.
fn texts(page: &Page) -> impl Iterator<Item = &str> {
    let cells = page.tables.iter().flat_map(|table| &table.cells);
    let cells = cells.filter(|cell| matches!(cell.value, CellValue::Text(_))).map(|cell| cell.text.as_str());
    page.lines.iter().map(|line| line.text.as_str()).chain(cells)
}

/// Converts the lines and text cells of a page, and adds the encodings found to `encodings`.
fn convert(page: &mut Page, detector: &Detector, encodings: &mut BTreeSet<Encoding>) {
    for line in &mut page.lines {
        let Some((encoding, converted)) = detector.convert(&line.text) else { continue };
        for word in &mut line.words {
            for offset in [&mut word.start, &mut word.end] {
                *offset = converted.offset(*offset as usize) as u32;
            }
        }
        line.text = converted.text;
        encodings.insert(encoding);
    }
    for cell in page.tables.iter_mut().flat_map(|table| &mut table.cells) {
        let CellValue::Text(value) = &mut cell.value else { continue };
        let Some((encoding, converted)) = detector.convert(value) else { continue };
        *value = converted.text;
        cell.text = detector.convert(&cell.text).map_or_else(|| value.clone(), |(_, converted)| converted.text);
        encodings.insert(encoding);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Cell, Line, Table, Word};

    fn page(number: u32, lines: &[&str]) -> Page {
        let line = |text: &&str| {
            let end = text.len() as u32;
            let start = text.rfind(' ').map_or(0, |at| at as u32 + 1);
            Line {
                text: (*text).into(),
                words: vec![Word { start, end, x0: 0.0, x1: 1.0, confidence: None }],
                ..Line::default()
            }
        };
        Page { lines: lines.iter().map(line).collect(), ..Page::new(number) }
    }

    fn passed(records: Vec<Record>) -> (Vec<Page>, Vec<Remark>) {
        let (mut pages, mut remarks) = (Vec::new(), Vec::new());
        let sink = &mut |record| match record {
            Record::Page(page) => pages.push(page),
            Record::Remark(remark) => remarks.push(remark),
            _ => {}
        };
        let mut converting = Converting::new(sink);
        records.into_iter().for_each(|record| converting.send(record));
        converting.finish();
        (pages, remarks)
    }

    #[test]
    fn short_pages_wait_for_what_tells_their_encoding() {
        let body = ["Céng hoµ x· héi chñ nghÜa ViÖt Nam", "§éc lËp - Tù do - H¹nh phóc"];
        let mut sheet = page(3, &[]);
        let cell = Cell { row: 0, col: 0, value: CellValue::Text("Sè".into()), text: "Sè".into() };
        sheet.tables.push(Table { cells: vec![cell], ..Table::default() });
        let (pages, remarks) = passed(vec![
            Record::Page(page(1, &["quyÕt ®Þnh", "Total 5"])),
            Record::Page(page(2, &body)),
            Record::Page(sheet),
        ]);
        let numbers: Vec<u32> = pages.iter().map(|page| page.number).collect();
        assert_eq!(numbers, [1, 2, 3]);
        let line = &pages[0].lines[0];
        assert_eq!(line.text, "quyết định");
        assert_eq!(&line.text[line.words[0].start as usize..line.words[0].end as usize], "định");
        assert_eq!(pages[1].lines[1].text, "Độc lập - Tự do - Hạnh phúc");
        assert_eq!(pages[2].tables[0].cells[0].value, CellValue::Text("Số".into()));
        assert_eq!(remarks.len(), 1);
        assert_eq!((remarks[0].kind, remarks[0].detail.as_str()), (RemarkKind::Converted, "TCVN3 (ABC)"));
    }

    #[test]
    fn unicode_passes_as_it_is_and_pages_do_not_wait_for_ever() {
        let lines = ["Cộng hòa xã hội chủ nghĩa Việt Nam", "hé tê cá", "Total 5"];
        let (pages, remarks) = passed((1..=9).map(|number| Record::Page(page(number, &lines))).collect());
        assert!(pages.iter().all(|read| *read == page(read.number, &lines)));
        assert_eq!(pages.len(), 9);
        assert!(remarks.is_empty());
        let mut count = 0;
        let sink = &mut |_| count += 1;
        let mut converting = Converting::new(sink);
        (1..=6).for_each(|number| converting.send(Record::Page(page(number, &["plain"]))));
        drop(converting);
        assert_eq!(count, 5);
    }
}
