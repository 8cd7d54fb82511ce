//! The grammar of document numbers and symbols (số, ký hiệu văn bản).
//!
//! Decree 30/2020/NĐ-CP, Annex I, II.3: a number, the year for normative documents, the abbreviations of the type, the
//! issuer and the drafting unit. The head of each agency sets abbreviations, so an unknown one is never an error.

use std::ops::Range;

use super::doctype;
use super::letter::bare_letter;
use super::pattern::regex;

/// The structure of a document number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberClass {
    /// `N/TYPE-ISSUER[-UNIT]`, such as 3507/QĐ-UBND.
    Ordinary,
    /// `N/YYYY/TYPE-ISSUER`, such as 30/2018/QĐ-UBND.
    Normative,
    /// `N/ISSUER-UNIT`, such as 3325/BNV-CCHC: an official letter.
    Letter,
    /// `N/YYYY/QHnn` or `N/YYYY/UBTVQHnn`: the National Assembly and its standing committee.
    Assembly,
    /// `N-TYPE/ISSUER`, such as 60-NQ/TW: the Party and its mass organisations.
    Party,
}

/// A document number with its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentNumber {
    /// As printed, spaces removed, with plain hyphens.
    pub text: String,
    /// The ordinal with its letter ("3176b"); `None` if it is left blank.
    pub ordinal: Option<String>,
    /// The year in the symbol, for normative documents.
    pub year: Option<i16>,
    /// The type that the symbol names, as its canonical abbreviation.
    pub kind: Option<&'static str>,
    /// The parts behind the type: issuer, then units.
    pub issuer: Vec<String>,
    /// Its structure.
    pub class: NumberClass,
}

/// Ordinal (or its blank), year, separator and the first segment; further segments are matched one by one.
const HEAD: &str = r"(?x) ^ \s* (?: (?<n> \d{1,6} [a-zA-ZđĐ]? ) | (?<blank> [\s.…_]* ) )
    (?: \s* / \s* (?<y> (?:19|20)\d{2} | [5-9]\d ) \s* (?: / | - ) \s* | \s* (?<sep> \x{ad}? [/\-–—‐‑‒−\x{ad}] \x{ad}? ) \s* )
    (?<first> [\p{Lu}?�] [\p{L}\d&?�]* )";

/// A further segment: its separator, possibly with spaces around it, and its letters.
const SEGMENT: &str = r"(?x) ^ (?: (?<sep> \s* \x{ad}? [/\-–—‐‑‒−\x{ad}] \x{ad}? \s* | \s? [.,&] \s? ) (?<seg> [\p{Lu}\d?�] [\p{L}\d&?�]* )
    | \s? \( (?<in> [\p{Lu}] [\p{L}\d&]* ) \) )";

impl DocumentNumber {
    /// Parses a text that is a document number and nothing else, with or without the label "Số:". Spaces inside are
    /// tolerated ("SỐ :117 /2000/TT-BTC"), and so is a blank ordinal ("Số:      /KH-UBND", "Số: …/KH-UBND").
    pub fn parse(text: &str) -> Option<Self> {
        let text = strip_label(text).trim_end_matches([' ', '.', ';', ',']);
        let (length, number) = scan(text, true)?;
        text[length..].trim().is_empty().then_some(number)
    }

    /// Parses a document number at the start of a text, and returns its byte range too. For the head of a document,
    /// where place and date may follow on the same line.
    pub fn parse_start(text: &str) -> Option<(Range<usize>, Self)> {
        let stripped = strip_label(text);
        let offset = text.len() - stripped.len();
        let (length, number) = scan(stripped, true)?;
        Some((offset..offset + length, number))
    }

    /// True if the ordinal is left blank, as in a draft.
    pub fn is_blank(&self) -> bool {
        self.ordinal.is_none()
    }

    /// True if a character of it could not be read.
    pub fn is_damaged(&self) -> bool {
        self.text.contains(['?', '\u{fffd}'])
    }

    /// True if this is the number of an official letter (công văn).
    pub fn is_letter(&self) -> bool {
        self.class == NumberClass::Letter || self.kind == Some(doctype::OFFICIAL_LETTER)
    }

    /// True if both are the same number, however typed: case, Ð for Đ, dashes for slashes, spaces and leading zeros are
    /// ignored. The year of a symbol is not: 30/2018/QĐ-UBND differs from 30/QĐ-UBND.
    pub fn same(&self, other: &Self) -> bool {
        self.fold() == other.fold()
    }

    /// True if both have the same year, type and issuer, whatever their ordinals: of a handwritten number often only
    /// the printed symbol can be read.
    pub fn same_symbol(&self, other: &Self) -> bool {
        let symbol = |number: &Self| number.fold().split_once('/').map(|(_, symbol)| symbol.to_owned());
        symbol(self) == symbol(other)
    }

    /// A key that is equal for two spellings of one number; for grouping.
    pub fn fold(&self) -> String {
        let ordinal = self.ordinal.as_deref().unwrap_or_default().trim_start_matches('0').to_lowercase();
        let year = self.year.map(|y| y.to_string()).unwrap_or_default();
        let symbol = self.kind.into_iter().chain(self.issuer.iter().map(String::as_str));
        let letters: String = symbol.flat_map(str::chars).filter(|c| c.is_alphanumeric()).collect();
        // "QD-UBND", typed without the stroke of Đ, is the same symbol.
        format!("{ordinal}/{year}/{}", letters.to_lowercase().replace(['ð', 'đ'], "d"))
    }
}

/// The text without the label of a number: "Số:", "SỐ", "Luật số:", also with a damaged letter ("S?").
pub(crate) fn strip_label(text: &str) -> &str {
    let label = regex!(
        r"(?ix)^ \s* (?: (?: luật | nghị\squyết | pháp\slệnh | lệnh | bộ\sluật | văn\sbản ) \s+ )?
          s (?: ố | ô | ồ | o | \? | � ) \s* (?: [:.;]+ | \s | $ ) \s* :?"
    );
    label.find(text).map_or(text, |m| &text[m.end()..])
}

/// All complete document numbers in running text, by position. Fractions, dates and units (24/7, 21/12/2017, km/h) are
/// not document numbers.
pub fn find_numbers(text: &str) -> Vec<(Range<usize>, DocumentNumber)> {
    let start = regex!(r"\d{1,6}[a-zA-ZđĐ]?\s?[/\-–—‐‑‒−\x{ad}]");
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(hit) = start.find_at(text, at) {
        at = hit.end();
        let before = text[..hit.start()].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | ',' | '&')) {
            continue;
        }
        let Some((length, number)) = scan(&text[hit.start()..], false) else { continue };
        if is_citable(&number) {
            at = hit.start() + length;
            found.push((hit.start()..at, number));
        }
    }
    found
}

/// In running text a document number must be unmistakable: 12/ABC could be anything, 5-NQ is not one, but 178/CP is.
fn is_citable(number: &DocumentNumber) -> bool {
    if number.is_blank() || number.is_damaged() {
        return false;
    }
    match number.class {
        NumberClass::Ordinary | NumberClass::Normative | NumberClass::Party | NumberClass::Assembly => {
            !number.issuer.is_empty()
        }
        NumberClass::Letter => {
            let known =
                matches!(number.issuer.first().map(String::as_str), Some("CP" | "TTg" | "HĐBT" | "UBND" | "CV"));
            let has_slash = number.text.find('/').is_some_and(|at| at <= 7);
            let is_abbreviation = number.issuer.first().is_some_and(|i| i.chars().count() > 1);
            has_slash && is_abbreviation && (number.issuer.len() > 1 || known)
        }
    }
}

/// Parses a number at the start of a text: its length in bytes and its parts. In the `head` of a document the symbol
/// may contain spaces and damaged letters; in running text a dash between spaces is punctuation.
fn scan(text: &str, head: bool) -> Option<(usize, DocumentNumber)> {
    let captures = regex!(HEAD).captures(text)?;
    let whole = captures.get(0)?;
    let ordinal = captures.name("n").map(|m| m.as_str().to_owned());
    if ordinal.is_none() && !head {
        return None;
    }
    let year = captures.name("y").and_then(|m| m.as_str().parse::<i16>().ok());
    let year = year.map(|y| if y < 100 { 1900 + y } else { y });
    let dash = captures.name("sep").is_some_and(|m| !m.as_str().contains('/'));
    let first = captures.name("first")?.as_str();
    if !is_segment(first, text[whole.end()..].chars().next()) {
        return None;
    }
    let mut end = whole.end();
    let mut parts: Vec<(char, &str)> = Vec::new();
    while let Some(next) = regex!(SEGMENT).captures(&text[end..]) {
        let sep = next.name("sep").map_or("(", |m| m.as_str());
        let (Some(all), Some(seg)) = (next.get(0), next.name("seg").or(next.name("in"))) else { break };
        let mark = sep.trim().trim_start_matches('\u{ad}').chars().next().unwrap_or('-');
        let spaced = sep.contains(char::is_whitespace);
        let joins = matches!(mark, '/' | '-' | '–' | '—' | '‐' | '‑' | '‒' | '−');
        // A space is a typing mistake only while the symbol is incomplete: behind TYPE-ISSUER a dash with spaces
        // belongs to the sentence, and a comma with spaces always does.
        let allowed = if joins { !spaced || parts.is_empty() && may_have_spaces(sep, head) } else { !spaced };
        if !allowed || !is_segment(seg.as_str(), text[end + all.end()..].chars().next()) {
            break;
        }
        if mark == '.' && seg.as_str().chars().all(|c| c.is_ascii_digit()) {
            break;
        }
        parts.push((mark, seg.as_str()));
        end += all.end();
    }
    let printed = hyphenated(text[..end].chars().filter(|c| !c.is_whitespace()));
    let printed = if ordinal.is_none() { trim_blank(&printed) } else { printed };
    let number = Scanned { text: printed, ordinal, year, dash, first, parts: &parts }.classify()?;
    Some((end, number))
}

/// Replaces the look-alikes of the hyphen (non-breaking hyphen, minus sign, soft hyphen) by a plain one; a soft hyphen
/// beside another dash or slash is dropped.
fn hyphenated(printed: impl Iterator<Item = char>) -> String {
    let mut text = String::new();
    let mut was_soft = false;
    for c in printed {
        let is_soft = c == '\u{ad}';
        let c = if is_soft || matches!(c, '‐' | '‑' | '‒' | '−') { '-' } else { c };
        let is_separator = matches!(c, '-' | '–' | '—' | '/');
        let follows = text.ends_with(['-', '–', '—', '/']);
        if was_soft && is_separator && follows {
            text.pop();
        }
        if !(is_soft && follows) {
            text.push(c);
            was_soft = is_soft;
        }
    }
    text
}

/// True if the spaces around a separator can be a typing mistake: on one side anywhere ("NĐ- CP"), on both sides only
/// in the head of a document ("NĐ - CP").
fn may_have_spaces(sep: &str, head: bool) -> bool {
    let both = sep.starts_with(char::is_whitespace) && sep.ends_with(char::is_whitespace);
    head || !both
}

/// True if a segment is an abbreviation: mostly capitals, possibly with digits (P6, QH15, PC04). An ordinary word
/// ("Chủ") is not. `next` is the character behind the segment.
fn is_segment(segment: &str, next: Option<char>) -> bool {
    if next.is_some_and(char::is_alphanumeric) {
        return false;
    }
    let capitals = segment.chars().filter(|c| c.is_uppercase() || matches!(c, '?' | '\u{fffd}')).count();
    let marked = segment.chars().any(|c| c.is_lowercase() && bare_letter(c) != c && c != 'đ');
    let small = segment.chars().filter(|c| c.is_lowercase()).count();
    let digits = segment.chars().all(|c| c.is_ascii_digit());
    !digits && !marked && (capitals >= 2 && small <= 2 * capitals || capitals == 1 && small == 0)
}

fn trim_blank(printed: &str) -> String {
    printed.trim_start_matches(['.', '…', '_']).to_owned()
}

/// The parts of a number as they were found in the text.
struct Scanned<'t> {
    /// As printed, without spaces.
    text: String,
    ordinal: Option<String>,
    year: Option<i16>,
    /// A dash, not a slash, separates ordinal and first segment.
    dash: bool,
    first: &'t str,
    /// The further segments, each with the separator before it.
    parts: &'t [(char, &'t str)],
}

impl Scanned<'_> {
    /// Determines class, type and issuer. Returns `None` if the parts do not form a document number.
    fn classify(self) -> Option<DocumentNumber> {
        let kind = doctype::by_abbreviation(self.first).map(|t| t.abbr);
        if is_assembly(self.first) {
            let class = if self.year.is_some() { NumberClass::Assembly } else { NumberClass::Letter };
            let issuer = self.issuer_from(Some(self.first));
            return Some(self.into_number(class, None, issuer));
        }
        if self.dash {
            // Behind a dash only the Party's TYPE/ISSUER is a number, or the Council of Ministers' N-HĐBT.
            let party = self.parts.first().is_some_and(|(mark, _)| *mark == '/');
            if !party && self.first != "HĐBT" {
                return None;
            }
            let issuer = self.issuer_from(kind.is_none().then_some(self.first));
            let class = if party { NumberClass::Party } else { NumberClass::Letter };
            return Some(self.into_number(class, kind, issuer));
        }
        // "12/UBND" and "36/CP" have no type; "12/TB" alone has no issuer.
        let (kind, issuer) = match kind.map(|kind| (kind, None)).or_else(|| without_hyphen(self.first)) {
            Some((kind, issuer)) => (Some(kind), self.issuer_from(issuer)),
            None => (None, self.issuer_from(Some(self.first))),
        };
        let class = match (kind, self.year) {
            (_, Some(_)) => NumberClass::Normative,
            (Some(_), None) => NumberClass::Ordinary,
            (None, None) => NumberClass::Letter,
        };
        Some(self.into_number(class, kind, issuer))
    }

    /// Issuer and units: `first`, if it belongs to them, and the further segments.
    fn issuer_from(&self, first: Option<&str>) -> Vec<String> {
        first.map(with_plain_stroke).into_iter().chain(join_units(self.parts)).collect()
    }

    fn into_number(self, class: NumberClass, kind: Option<&'static str>, issuer: Vec<String>) -> DocumentNumber {
        let Self { text, ordinal, year, .. } = self;
        DocumentNumber { text: with_plain_stroke(&text), ordinal, year, kind, issuer, class }
    }
}

/// The letter Đ in place of its look-alike Ð.
fn with_plain_stroke(text: &str) -> String {
    text.replace('Ð', "Đ")
}

/// Type and issuer where the hyphen between them is missing: "QĐUBND", "NQCP". Only for the commonest issuers.
fn without_hyphen(first: &str) -> Option<(&'static str, Option<&str>)> {
    ["UBND", "HĐND", "CP", "TTg"].iter().find_map(|issuer| {
        let head = first.strip_suffix(issuer)?;
        let doc_type = doctype::by_abbreviation(head).filter(|_| head.chars().count() > 1)?;
        Some((doc_type.abbr, Some(&first[head.len()..])))
    })
}

/// The segments as units: a comma, a dot or an ampersand does not separate units (SVH,TT,DL is one).
fn join_units(parts: &[(char, &str)]) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    for (mark, segment) in parts {
        let segment = with_plain_stroke(segment);
        match (mark, units.last_mut()) {
            (',' | '.' | '&', Some(last)) => {
                last.push(*mark);
                last.push_str(&segment);
            }
            _ => units.push(segment),
        }
    }
    units
}

fn is_assembly(segment: &str) -> bool {
    regex!(r"^(?:UBTV)?QH\d{1,2}$").is_match(segment)
}

#[cfg(test)]
#[path = "symbol_tests.rs"]
mod tests;
