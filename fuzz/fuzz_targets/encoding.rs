//! Old encodings: any text is learnt from and converted without panic.
#![no_main]

use kiemchung::text::legacy::Detector;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut detector = Detector::default();
    text.lines().for_each(|line| detector.add(line));
    for line in text.lines() {
        detector.convert(line);
    }
});
