//! Which documents could be the evidence that an item asks for, and which came nearest when none is.

use jiff::civil::Date;

use super::finding::Nearest;
use super::issuers::issuer_agrees;
use super::kinds::{Evidence, Pack};
use super::quote::{found_date, nearest_words};
use crate::form::{Field, FieldSource, FieldState};
use crate::message::{Said, type_of_document};
use crate::reading::Reading;
use crate::rules::{PeriodDemand, Phrase};
use crate::statement::{Lexicon, speaks_only_of_others};
use crate::text::Key;
use crate::text::pattern::regex;
use crate::text::period::{Period, tells_a_time};
use crate::text::symbol::DocumentNumber;

/// What an item looks for.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) evidence: &'a Evidence,
    pub(super) period: Option<&'a PeriodDemand>,
    pub(super) year: i16,
}

/// True if an item that the document could be the evidence of asks for its content, beyond what its head and end show.
pub fn wants_content(pack: &Pack, reading: &Reading) -> bool {
    pack.evidence().any(|evidence| {
        let fits = |period| Wanted { evidence, period, year: pack.year }.fit(reading) != Fit::No;
        evidence.demands.iter().any(|demand| demand.needs_text()) && evidence.slots().any(fits)
    })
}

/// True if no document is there for something that the pack asks for.
pub fn misses_evidence(pack: &Pack, readings: &[Reading]) -> bool {
    pack.evidence().any(|evidence| {
        let is_there = |period| {
            let wanted = Wanted { evidence, period, year: pack.year };
            readings.iter().any(|reading| wanted.fit(reading) == Fit::Candidate)
        };
        !evidence.slots().all(is_there)
    })
}

/// "Góp ý dự thảo Kế hoạch …": a letter about a document that is not issued yet. A document that calls itself a draft is
/// recognised by its mark instead.
fn is_about_a_draft(title: &Key) -> bool {
    regex!(r"(?:góp ý|thẩm định|lấy ý kiến|xin ý kiến|hoàn thiện|chỉnh sửa|trình) (?:\p{L}+ ){0,3}(?:dự thảo|đề cương)")
        .is_match(title.as_str())
}

/// How well a document fits what chooses candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// It is a candidate.
    Candidate,
    /// All but its type fits: a candidate if there is no better one.
    OtherType,
    /// It is no candidate.
    No,
}

impl Wanted<'_> {
    /// Holds a document against number, or type, phrases and period.
    pub(super) fn fit(&self, reading: &Reading) -> Fit {
        if !reading.is_candidate() {
            return Fit::No;
        }
        let matching = &self.evidence.matching;
        let fits = match &matching.number {
            Some(number) => self.fits_number(reading, number),
            None => self.fits_words(reading) && self.fits_period(reading),
        };
        if !fits {
            return Fit::No;
        }
        let kind = reading.form.r#type.value.as_deref();
        let fits_type = matching.types.is_empty() || kind.is_some_and(|k| matching.types.contains(&k));
        match (fits_type, matching.number.is_some()) {
            (true, _) => Fit::Candidate,
            // A decision and the plan issued with it bear the same number: the type decides which one is asked for.
            (false, true) => Fit::No,
            (false, false) => Fit::OtherType,
        }
    }

    /// True if what is known of a document contradicts what is looked for, so that it cannot be it however much of it is
    /// unread. What was only guessed, and what was not read, contradicts nothing.
    pub(super) fn is_ruled_out(&self, reading: &Reading) -> bool {
        let form = &reading.form;
        if reading.lacks_head() {
            return false;
        }
        let has_head = reading.has_whole_head();
        // In a head that was read a field can be known to be absent; nothing is known from the empty form of a locked file.
        let is_known = |field: &Field| match field.state {
            FieldState::Read => true,
            FieldState::Unclear => false,
            FieldState::Blank | FieldState::Absent => has_head,
        };
        let matching = &self.evidence.matching;
        let kind = form.r#type.read();
        if !matching.types.is_empty() && kind.is_some_and(|k| !matching.types.contains(&k)) {
            return true;
        }
        match &matching.number {
            Some(wanted) => {
                let is_other = is_known(&form.number) && !reading.number().is_some_and(|n| n.same(wanted));
                let is_other_day = form.issued.field.state != FieldState::Unclear && !self.agrees_in_date(reading);
                is_other || is_other_day || !self.agrees_in_issuer(reading)
            }
            None => {
                let fits = self.fits_words(reading) && self.fits_period(reading);
                is_known(&form.r#abstract) && !fits && !self.is_nearly_titled(reading)
            }
        }
    }

    /// True if a document could be what is looked for although its title does not say so: type, issuer, period and year are
    /// right as far as they are known. A number says which document it is; a title only makes one likely.
    pub(super) fn could_be(&self, reading: &Reading) -> bool {
        let (matching, form) = (&self.evidence.matching, &reading.form);
        let issuers: Vec<&str> = self.evidence.demands.iter().flat_map(|d| d.issuers()).map(String::as_str).collect();
        reading.is_candidate()
            && matching.number.is_none()
            && (matching.types.is_empty() || could_say(&form.r#type, |kind| matching.types.contains(&kind)))
            && (issuers.is_empty() || could_say(&form.issuer, |_| issuer_agrees(&issuers, &form.issuer) != Some(false)))
            && !is_about_a_draft(reading.title())
            && self.could_be_of_period(reading)
            && self.could_be_of_year(reading)
    }

    /// False if the title names another time than the periods asked for.
    fn could_be_of_period(&self, reading: &Reading) -> bool {
        self.fits_period(reading) || reading.period().is_none() && !tells_a_time(reading.title_words())
    }

    /// True if the title names the year. If it names none, a document of the year itself, a plan of the quarter before it or
    /// a report of the quarter after it.
    pub(super) fn could_be_of_year(&self, reading: &Reading) -> bool {
        let title = reading.title_words();
        let named = reading.period().and_then(|period| period.year);
        let is_near = |day: Date| match day.year() - self.year {
            0 => true,
            -1 => day.month() >= 10,
            1 => day.month() <= 3,
            _ => false,
        };
        let is_dated_near = || reading.issued().is_none_or(|(first, last)| is_near(first) || is_near(last));
        named == Some(self.year)
            || named.is_none() && !speaks_only_of_others(title, Lexicon::bundled(), self.year) && is_dated_near()
    }

    /// True if one of the item's documents is this one: for the whole item, or for one of its periods.
    pub(super) fn takes(evidence: &Evidence, year: i16, reading: &Reading) -> bool {
        evidence.slots().any(|period| Wanted { evidence, period, year }.fit(reading) == Fit::Candidate)
    }

    /// True if recognition may have misread a letter of the phrases that are not in the title.
    fn is_nearly_titled(&self, reading: &Reading) -> bool {
        let title = reading.title();
        let mut missing = self.evidence.matching.phrases.iter().filter(|p| !p.is_in(title)).peekable();
        reading.is_recognised() && missing.peek().is_some() && missing.all(|p| nearest_words(title, p).is_some())
    }

    fn fits_words(&self, reading: &Reading) -> bool {
        let matching = &self.evidence.matching;
        matching.phrases.iter().all(|p| p.is_in(reading.title()))
            && !is_about_a_draft(reading.title())
            && !reading
                .form
                .r#abstract
                .value
                .as_deref()
                .is_some_and(|title| speaks_only_of_others(title, Lexicon::bundled(), self.year))
            && !matching.without.iter().any(|p| p.is_in(reading.title()))
    }

    fn fits_number(&self, reading: &Reading, wanted: &DocumentNumber) -> bool {
        let field = &reading.form.number;
        let has = |text: &str| DocumentNumber::parse(text).is_some_and(|n| n.same(wanted));
        // Of a handwritten number that no other source confirms only the symbol is known: it could be this one.
        let could_be = |text: &str| DocumentNumber::parse(text).is_some_and(|n| n.same_symbol(wanted));
        let by_hand = field.state == FieldState::Unclear && field.source == Some(FieldSource::Ocr);
        let is_it = field.value.as_deref().is_some_and(has)
            || (field.state == FieldState::Unclear && field.candidates.iter().any(|c| has(c)))
            || by_hand && reading.issued().is_some() && field.value.as_deref().is_some_and(could_be);
        is_it && self.agrees_in_date(reading) && self.agrees_in_issuer(reading)
    }

    fn agrees_in_date(&self, reading: &Reading) -> bool {
        match (self.evidence.matching.date, reading.issued()) {
            (Some(date), Some((earliest, latest))) => earliest <= date && date <= latest,
            _ => true,
        }
    }

    fn agrees_in_issuer(&self, reading: &Reading) -> bool {
        match &self.evidence.matching.issuer {
            Some(issuer) => issuer_agrees(&[issuer], &reading.form.issuer) != Some(false),
            None => true,
        }
    }

    fn fits_period(&self, reading: &Reading) -> bool {
        let wanted: Vec<Period> = match self.period {
            Some(demand) => vec![demand.period],
            None => self.evidence.matching.periods.clone(),
        };
        if wanted.is_empty() {
            return true;
        }
        let Some(found) = reading.period() else { return false };
        let year = found.year.or_else(|| reading.issued().map(|(day, _)| year_of_report(day, found.period)));
        wanted.contains(&found.period) && year.is_none_or(|y| y == self.year)
    }

    /// The document that came nearest to this item, if any came near: by number, else by the phrases of its title.
    pub(super) fn nearest(&self, readings: &[&Reading]) -> Option<Nearest> {
        let mut best: Option<(f64, Nearest)> = None;
        for reading in readings.iter().filter(|r| r.is_candidate()) {
            if let Some((score, why)) = self.nearness(reading).filter(|(s, _)| *s >= 0.5) {
                // The first of equals wins: readings come sorted by path.
                if best.as_ref().is_none_or(|(s, _)| score > *s + 1e-9) {
                    best = Some((score, Nearest { path: reading.name(), why }));
                }
            }
        }
        best.map(|(_, nearest)| nearest)
    }

    /// Documents with why they are not the one asked for, the most alike first.
    pub(super) fn ranked(&self, readings: &[&Reading]) -> Vec<Nearest> {
        let score = |reading: &Reading| self.nearness(reading).map_or(0.0, |(score, _)| score);
        let mut ranked = readings.to_vec();
        // Stable: equals stay sorted by path.
        ranked.sort_by(|a, b| score(b).total_cmp(&score(a)));
        ranked.into_iter().map(|r| Nearest { path: r.name(), why: self.why_not(r) }).collect()
    }

    /// Why a document is no candidate.
    pub(super) fn why_not(&self, reading: &Reading) -> Said {
        if !reading.status.has_text() {
            return Said::new("why-not-read").with("status", Said::new(format!("status-{}", reading.status.name())));
        }
        if !reading.is_candidate() {
            return Said::new(if reading.file.is_explanation { "why-explanation" } else { "why-sheet" });
        }
        match (self.nearness(reading), reading.form.number.value.as_deref()) {
            (Some((_, why)), _) => why,
            (None, Some(number)) => Said::new("nearest-other-number").with("found", number),
            (None, None) => Said::new("why-no-number"),
        }
    }

    fn nearness(&self, reading: &Reading) -> Option<(f64, Said)> {
        let matching = &self.evidence.matching;
        if let Some(wanted) = &matching.number {
            let found = reading.number()?;
            let score = rapidfuzz::fuzz::ratio(wanted.text.chars(), found.text.chars());
            if found.same(wanted) {
                let why = if !self.agrees_in_date(reading) {
                    Said::new("nearest-other-date").with("found", date_said(reading))
                } else if !self.agrees_in_issuer(reading) {
                    Said::new("nearest-other-issuer")
                        .with("found", reading.form.issuer.value.clone().unwrap_or_default())
                } else {
                    Said::new("nearest-other-type").with("found", type_said(reading))
                };
                // The decision's own plan bears its number too: a decision with nearly that number is the nearer miss.
                let is_other_type = why.id == "nearest-other-type";
                return Some((if is_other_type { 0.7 } else { 1.0 }, why));
            }
            let why = Said::new("nearest-other-number").with("found", found.text.as_str());
            return (score >= 0.7).then_some((score, why));
        }
        let total = matching.phrases.len().max(1) as f64;
        let hits = matching.phrases.iter().filter(|p| p.is_in(reading.title())).count() as f64;
        let type_fits = reading.form.r#type.value.as_deref().is_some_and(|k| matching.types.contains(&k));
        let excluded = matching.without.iter().find(|p| p.is_in(reading.title()));
        let score = 0.8 * hits / total + if type_fits { 0.2 } else { 0.0 } - if excluded.is_some() { 0.3 } else { 0.0 };
        let why = if hits < total {
            let missing = matching.phrases.iter().filter(|p| !p.is_in(reading.title()));
            Said::new("nearest-title").with("phrases", Phrase::quoted(missing))
        } else if let Some(excluded) = excluded {
            Said::new("nearest-excluded").with("phrase", excluded.text.as_str())
        } else if !self.fits_period(reading) {
            Said::new("nearest-other-period").with("title", reading.title_words())
        } else {
            Said::new("nearest-other-type").with("found", type_said(reading))
        };
        Some((score, why))
    }
}

/// True if a field says what is wanted, or was not read well enough to say otherwise. One that is not there says nothing: a
/// note without a letterhead is no report.
fn could_say(field: &Field, is_wanted: impl Fn(&str) -> bool) -> bool {
    match field.state {
        FieldState::Read => field.value.as_deref().is_some_and(is_wanted),
        FieldState::Unclear => true,
        FieldState::Blank | FieldState::Absent => false,
    }
}

/// A report of the whole year may be signed early in the next.
fn year_of_report(day: Date, period: Period) -> i16 {
    if period == Period::YEAR && day.month() <= 6 { day.year() - 1 } else { day.year() }
}

fn date_said(reading: &Reading) -> Said {
    reading.issued().map_or_else(|| Said::new("found-nothing"), |(first, last)| found_date(first, last))
}

fn type_said(reading: &Reading) -> Said {
    reading.form.r#type.value.as_deref().map_or_else(|| Said::new("type-unknown"), type_of_document)
}
