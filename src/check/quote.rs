//! Words of a document as findings quote them.

use std::ops::Range;

use jiff::civil::Date;

use crate::message::Said;
use crate::rules::Phrase;
use crate::text::Key;

/// How alike words must be to come near, of 1.
const NEAR: f64 = 0.75;

/// The run of words that comes nearest to a phrase, if it comes near at all.
pub(crate) fn nearest_words(key: &Key, phrase: &Phrase) -> Option<Range<usize>> {
    let text = key.as_str();
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1)).collect();
    let mut best: Option<(f64, Range<usize>)> = None;
    for wanted in &phrase.alternatives {
        let count = wanted.as_str().split(' ').count();
        if count < 2 {
            continue;
        }
        let scorer = rapidfuzz::fuzz::RatioBatchComparator::new(wanted.as_str().chars());
        for (index, &start) in starts.iter().enumerate() {
            let end = starts.get(index + count).map_or(text.len(), |next| next - 1);
            // What cannot come nearer than the best so far need not be compared to its end.
            let near = rapidfuzz::fuzz::Args::default().score_cutoff(best.as_ref().map_or(NEAR, |(score, _)| *score));
            let score = text.get(start..end).and_then(|w| scorer.similarity_with_args(w.chars(), &near));
            if let Some(score) = score.filter(|score| best.as_ref().is_none_or(|(s, _)| score > s)) {
                best = Some((score, start..end));
            }
        }
    }
    best.map(|(_, range)| range)
}

/// The words with a little of the text around them, on one line.
pub(crate) fn around(text: &str, range: &Range<usize>) -> String {
    let before: String = text[..range.start].chars().rev().take_while(|c| *c != '\n').take(50).collect();
    let before: String = before.chars().rev().collect();
    let behind: String = text[range.end..].chars().take_while(|c| *c != '\n').take(50).collect();
    let cut_start =
        if before.chars().count() == 50 { before.split_once(' ').map_or(before.as_str(), |(_, r)| r) } else { &before };
    let cut_end = if behind.chars().count() == 50 {
        behind.rsplit_once(' ').map_or(behind.as_str(), |(l, _)| l)
    } else {
        &behind
    };
    let lead = if cut_start.len() < before.len() { "… " } else { "" };
    let tail = if cut_end.len() < behind.len() { " …" } else { "" };
    format!("{lead}{cut_start}{}{cut_end}{tail}", &text[range.clone()]).replace('\n', " ").trim().to_owned()
}

/// A day, or the days between which it lies.
pub(crate) fn found_date(earliest: Date, latest: Date) -> Said {
    if earliest == latest {
        Said::new("found-date").with("date", earliest)
    } else {
        Said::new("found-interval").with("from", earliest).with("to", latest)
    }
}
