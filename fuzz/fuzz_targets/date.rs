//! Dates: places inside the text and in order, spans that do not end before they begin.
#![no_main]

use kiemchung::text::date::find_dates;
use kiemchung::text::nfc;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let text = nfc(text);
    let mut last = 0;
    for found in find_dates(&text) {
        assert!(found.range.start >= last && text.get(found.range.clone()).is_some());
        last = found.range.end;
        if let Some(span) = found.span() {
            assert!(span.earliest <= span.latest);
        }
    }
});
