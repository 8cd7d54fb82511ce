//! Numbers and symbols of documents: places inside the text and in order, what was parsed parses to itself.
#![no_main]

use kiemchung::text::nfc;
use kiemchung::text::symbol::{DocumentNumber, find_numbers};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let text = nfc(text);
    if let Some(number) = DocumentNumber::parse(&text) {
        assert!(number.same(&number));
    }
    let mut last = 0;
    for (range, _) in find_numbers(&text) {
        assert!(range.start >= last && text.get(range.clone()).is_some());
        last = range.end;
    }
});
