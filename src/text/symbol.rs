//! The grammar of document numbers and symbols (số, ký hiệu văn bản).
//!
//! Decree 30/2020/NĐ-CP, Annex I, II.3: a number, the year for normative documents, the abbreviation of the type, the
//! abbreviation of the issuer and that of the drafting unit. Abbreviations are set by the head of each agency, so no
//! unknown one is ever an error.

use std::ops::Range;

use super::doctype;
use super::letter::bare_letter;
use super::pattern::regex;

/// How a number is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberClass {
    /// `N/TYPE-ISSUER[-UNIT]`, such as 3507/QĐ-UBND.
    Ordinary,
    /// `N/YYYY/TYPE-ISSUER`, such as 30/2018/QĐ-UBND.
    Normative,
    /// `N/ISSUER-UNIT`, such as 3325/BNV-CCHC: an official letter.
    Letter,
    /// `N/YYYY/QHnn` or `UBTVQHnn`: National Assembly and its standing committee.
    Assembly,
    /// `N-TYPE/ISSUER`, such as 60-NQ/TW: the Party and its mass organisations.
    Party,
}

/// A document number with its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentNumber {
    /// As printed, spaces removed, with plain hyphens.
    pub text: String,
    /// The number itself with its letter ("3176b"); none if its place is blank.
    pub ordinal: Option<String>,
    /// The year in the symbol, for normative documents.
    pub year: Option<i16>,
    /// The type that the symbol names, by the abbreviation of this program.
    pub kind: Option<&'static str>,
    /// The parts behind the type: issuer, then units.
    pub issuer: Vec<String>,
    /// How it is built.
    pub class: NumberClass,
}

/// Ordinal (or its blank), year, separator and the first segment; what follows is taken segment by segment.
const HEAD: &str = r"(?x) ^ \s* (?: (?<n> \d{1,6} [a-zA-ZđĐ]? ) | (?<blank> [\s.…_]* ) )
    (?: \s* / \s* (?<y> (?:19|20)\d{2} | [5-9]\d ) \s* (?: / | - ) \s* | \s* (?<sep> \x{ad}? [/\-–—‐‑‒−\x{ad}] \x{ad}? ) \s* )
    (?<first> [\p{Lu}?�] [\p{L}\d&?�]* )";

/// A further segment: its separator with the spaces that may tear it off, and its letters.
const SEGMENT: &str = r"(?x) ^ (?: (?<sep> \s* \x{ad}? [/\-–—‐‑‒−\x{ad}] \x{ad}? \s* | \s? [.,&] \s? ) (?<seg> [\p{Lu}\d?�] [\p{L}\d&?�]* )
    | \s? \( (?<in> [\p{Lu}] [\p{L}\d&]* ) \) )";

impl DocumentNumber {
    /// Reads a text that is a document number and nothing else, with or without "Số:" before it. Spaces inside are
    /// forgiven ("SỐ :117 /2000/TT-BTC"), a blank ordinal is taken ("Số:      /KH-UBND", "Số: …/KH-UBND").
    pub fn parse(text: &str) -> Option<Self> {
        let text = strip_label(text).trim_end_matches([' ', '.', ';', ',']);
        let (length, number) = scan(text, true)?;
        text[length..].trim().is_empty().then_some(number)
    }

    /// Reads a document number at the start of a text, with the bytes that it takes; for heads of documents, where the
    /// place and date may follow on the same line.
    pub fn parse_start(text: &str) -> Option<(Range<usize>, Self)> {
        let stripped = strip_label(text);
        let offset = text.len() - stripped.len();
        let (length, number) = scan(stripped, true)?;
        Some((offset..offset + length, number))
    }

    /// True if the place of the number is there and empty: a draft.
    pub fn is_blank(&self) -> bool {
        self.ordinal.is_none()
    }

    /// True if a letter of it could not be read.
    pub fn is_damaged(&self) -> bool {
        self.text.contains(['?', '\u{fffd}'])
    }

    /// True if the symbol is that of an official letter.
    pub fn is_letter(&self) -> bool {
        self.class == NumberClass::Letter || self.kind == Some(doctype::OFFICIAL_LETTER)
    }

    /// True if both are one number, however they were typed: case, Ð for Đ, dashes for strokes, spaces and leading zeros
    /// do not count. The year of a symbol does: 30/2018/QĐ-UBND is not 30/QĐ-UBND.
    pub fn same(&self, other: &Self) -> bool {
        self.fold() == other.fold()
    }

    /// True if both are numbers of one kind and issuer, whatever their ordinals: of a number in a hand only the symbol is
    /// read.
    pub fn same_symbol(&self, other: &Self) -> bool {
        let symbol = |number: &Self| number.fold().split_once('/').map(|(_, symbol)| symbol.to_owned());
        symbol(self) == symbol(other)
    }

    /// The form in which two spellings of one number are equal; a key for grouping.
    pub fn fold(&self) -> String {
        let ordinal = self.ordinal.as_deref().unwrap_or_default().trim_start_matches('0').to_lowercase();
        let year = self.year.map(|y| y.to_string()).unwrap_or_default();
        let symbol = self.kind.into_iter().chain(self.issuer.iter().map(String::as_str));
        let letters: String = symbol.flat_map(str::chars).filter(|c| c.is_alphanumeric()).collect();
        // "QD-UBND", typed without the stroke of Đ, is no other symbol.
        format!("{ordinal}/{year}/{}", letters.to_lowercase().replace(['ð', 'đ'], "d"))
    }
}

/// The label of the number: "Số:", "SỐ", "Luật số:". A lost letter ("S?") is still the label.
pub(crate) fn strip_label(text: &str) -> &str {
    let label = regex!(
        r"(?ix)^ \s* (?: (?: luật | nghị\squyết | pháp\slệnh | lệnh | bộ\sluật | văn\sbản ) \s+ )?
          s (?: ố | ô | ồ | o | \? | � ) \s* (?: [:.;]+ | \s | $ ) \s* :?"
    );
    label.find(text).map_or(text, |m| &text[m.end()..])
}

/// All complete numbers in running text, by place. Numbers without a year or symbol behind a stroke, fractions, dates
/// and units (24/7, 21/12/2017, km/h) are none.
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

/// In running text a number must look like one beyond doubt: 12/ABC could be anything, 5-NQ is no number, but 178/CP is.
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
            let stroke = number.text.find('/').is_some_and(|at| at <= 7);
            stroke && (number.issuer.len() > 1 || known) && number.issuer.first().is_some_and(|i| i.chars().count() > 1)
        }
    }
}

/// Reads a number at the start of a text: its length in bytes and its parts. In the head of a document spaces may tear
/// the symbol and letters may be lost; in running text a dash with spaces is a dash of the sentence.
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
        let torn = sep.contains(char::is_whitespace);
        let joined = matches!(mark, '/' | '-' | '–' | '—' | '‐' | '‑' | '‒' | '−');
        // A space inside is a slip of typing only while the symbol is incomplete: behind TYPE-ISSUER a dash goes on
        // with the sentence, and a comma always does.
        let allowed = if joined { !torn || parts.is_empty() && tears(sep, head) } else { !torn };
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
    let number = build(printed, ordinal, year, dash, first, &parts)?;
    Some((end, number))
}

/// One hyphen for all that look like it: those that keep a line whole, the sign of minus, and the hyphen that shows only
/// where a line breaks, beside another or alone.
fn hyphenated(printed: impl Iterator<Item = char>) -> String {
    let mut text = String::new();
    let mut was_soft = false;
    for c in printed {
        let is_soft = c == '\u{ad}';
        let c = if is_soft || matches!(c, '‐' | '‑' | '‒' | '−') { '-' } else { c };
        let is_stroke = matches!(c, '-' | '–' | '—' | '/');
        let follows = text.ends_with(['-', '–', '—', '/']);
        if was_soft && is_stroke && follows {
            text.pop();
        }
        if !(is_soft && follows) {
            text.push(c);
            was_soft = is_soft;
        }
    }
    text
}

/// "NĐ- CP", "NĐ - CP", "/2000 /TT": the stroke may be torn on one side anywhere, on both sides only in a head.
fn tears(sep: &str, head: bool) -> bool {
    let both = sep.starts_with(char::is_whitespace) && sep.ends_with(char::is_whitespace);
    head || !both
}

/// A segment is an abbreviation: it begins with a capital, and a word of the sentence ("Chủ") is none. Digits may follow
/// (P6, QH15, PC04); a lone letter is a unit only behind others, which the caller's pattern sees to.
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

/// Tells the class and sorts the parts.
fn build(
    text: String,
    ordinal: Option<String>,
    year: Option<i16>,
    dash: bool,
    first: &str,
    parts: &[(char, &str)],
) -> Option<DocumentNumber> {
    let text = text.replace('Ð', "Đ");
    let segment = |s: &str| s.replace('Ð', "Đ");
    let behind = || join_units(parts);
    let kind = doctype::by_abbreviation(first).map(|t| t.abbr);
    if is_assembly(first) {
        let class = if year.is_some() { NumberClass::Assembly } else { NumberClass::Letter };
        let issuer = std::iter::once(segment(first)).chain(behind()).collect();
        return Some(DocumentNumber { text, ordinal, year, kind: None, issuer, class });
    }
    if dash {
        // Behind a dash only the Party's TYPE/ISSUER is a number, or the Council of Ministers' N-HĐBT.
        let party = parts.first().is_some_and(|(mark, _)| *mark == '/');
        if !party && first != "HĐBT" {
            return None;
        }
        let (kind, issuer) = match kind {
            Some(kind) => (Some(kind), behind()),
            None => (None, std::iter::once(segment(first)).chain(behind()).collect()),
        };
        let class = if party { NumberClass::Party } else { NumberClass::Letter };
        return Some(DocumentNumber { text, ordinal, year, kind, issuer, class });
    }
    let (kind, issuer) = match kind {
        // "12/UBND" and "36/CP" have no type; "12/TB" alone has no issuer.
        Some(kind) => (Some(kind), behind()),
        None => match glued(first) {
            Some((kind, issuer)) => (Some(kind), std::iter::once(segment(issuer)).chain(behind()).collect()),
            None => (None, std::iter::once(segment(first)).chain(behind()).collect::<Vec<_>>()),
        },
    };
    let class = match (kind, year) {
        (Some(_), Some(_)) => NumberClass::Normative,
        (Some(_), None) => NumberClass::Ordinary,
        (None, Some(_)) => NumberClass::Normative,
        (None, None) => NumberClass::Letter,
    };
    Some(DocumentNumber { text, ordinal, year, kind, issuer, class })
}

/// A lost hyphen: "QĐUBND", "NQCP". Only before issuers that everybody knows.
fn glued(first: &str) -> Option<(&'static str, &str)> {
    ["UBND", "HĐND", "CP", "TTg"].iter().find_map(|issuer| {
        let head = first.strip_suffix(issuer)?;
        let doc_type = doctype::by_abbreviation(head).filter(|_| head.chars().count() > 1)?;
        Some((doc_type.abbr, &first[head.len()..]))
    })
}

/// Commas, dots and brackets join what belongs to one unit: SVH,TT,DL is one.
fn join_units(parts: &[(char, &str)]) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    for (mark, segment) in parts {
        let segment = segment.replace('Ð', "Đ");
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
