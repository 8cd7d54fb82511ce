//! Decides whether a letterhead begins a new document or repeats an earlier one. The second page of a letter may repeat
//! its letterhead, and a plan issued with a decision bears the decision's number.

use crate::form::layout::phrases::starts_with;
use crate::text::Key;
use crate::text::symbol::DocumentNumber;

/// How much of a letterhead is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Completeness {
    /// Number and date, possibly in unreadable handwriting.
    Complete,
    /// Number or date.
    Partial,
    /// Neither; only agency, symbol and title are printed.
    Blank,
}

/// The letterhead of a document.
#[derive(Debug, Clone)]
pub(crate) struct Letterhead {
    pub(crate) completeness: Completeness,
    /// The number, if it was read.
    pub(crate) number: Option<String>,
    /// The date, `yyyy-mm-dd`, if it was read.
    pub(crate) date: Option<String>,
    /// The issuer, if it was read.
    pub(crate) issuer: Option<String>,
    /// The parsed number, even if its ordinal is blank.
    pub(crate) symbol: Option<DocumentNumber>,
    /// The subject, if it was read.
    pub(crate) subject: Option<String>,
}

impl Letterhead {
    /// Number and date, if both were read.
    pub(crate) fn number_and_date(&self) -> Option<(&str, &str)> {
        self.number.as_deref().zip(self.date.as_deref())
    }
}

/// The letterheads of the documents found so far.
#[derive(Default)]
pub(crate) struct KnownLetterheads(Vec<Letterhead>);

impl KnownLetterheads {
    /// False if the letterhead repeats number or date of an earlier document and adds none of its own, or is a blank
    /// form. `is_signed`: whether the document below it has a signer.
    pub(crate) fn is_new(&self, head: &Letterhead, is_signed: impl Fn() -> bool) -> bool {
        let is_blank = head.completeness == Completeness::Blank;
        if head.number.is_none() && head.date.is_none() && !is_blank {
            return true;
        }
        let repeats = |before: &Letterhead| {
            head.number.as_ref().is_none_or(|own| Some(own) == before.number.as_ref())
                && head.date.as_ref().is_none_or(|own| Some(own) == before.date.as_ref())
                && !has_other_issuer(head, before)
        };
        let same: Vec<&Letterhead> = self.0.iter().filter(|before| repeats(before)).collect();
        // A signer distinguishes a draft from a blank form, and from a plan that is signed by its decision.
        match head.number {
            None if same.is_empty() => !is_blank || is_signed(),
            None => same.iter().all(|before| has_other_subject(head, before)) && is_signed(),
            Some(_) => same.is_empty(),
        }
    }

    pub(crate) fn add(&mut self, head: &Letterhead) {
        self.0.push(head.clone());
    }
}

/// True if the issuers differ: several agencies write on one day, and each numbers from 1.
fn has_other_issuer(head: &Letterhead, before: &Letterhead) -> bool {
    let both = head.issuer.as_ref().zip(before.issuer.as_ref());
    both.is_some_and(|(own, other)| !is_same_agency(own, other))
}

/// True if two names mean one agency: one may have a place appended or the parent agency in front. The office of a
/// committee (văn phòng ủy ban) is a different agency.
fn is_same_agency(one: &str, other: &str) -> bool {
    let (one, other) = (Key::new(one), Key::new(other));
    let (short, long) = match (one.as_str().trim(), other.as_str().trim()) {
        (one, other) if one.len() <= other.len() => (one, other),
        (one, other) => (other, one),
    };
    let above = ["ủy ban", "tỉnh", "thành phố", "huyện", "quận", "thị xã", "sở", "bộ"];
    long.starts_with(short) || long.ends_with(short) && starts_with(long, &above)
}

/// True if symbol or subject differ: another document of the same date.
fn has_other_subject(head: &Letterhead, before: &Letterhead) -> bool {
    let symbols = head.symbol.as_ref().zip(before.symbol.as_ref());
    let subjects = head.subject.as_ref().zip(before.subject.as_ref());
    symbols.is_some_and(|(own, other)| !own.same_symbol(other))
        || subjects.is_some_and(|(own, other)| Key::new(own).as_str() != Key::new(other).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_agency_is_printed_in_several_ways() {
        for (one, other, same) in [
            ("SỞ NỘI VỤ", "Sở Nội vụ", true),
            ("UBND TỈNH", "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", true),
            ("UBND TỈNH ĐẮK LẮK SỞ NỘI VỤ", "SỞ NỘI VỤ", true),
            ("UBND XÃ EA TIH", "UBND XÃ EA SÔ", false),
            ("ỦY BAN NHÂN DÂN TỈNH", "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", false),
            ("UBND HUYỆN EA KAR", "VĂN PHÒNG HĐND VÀ UBND HUYỆN EA KAR", false),
            ("SỞ NỘI VỤ", "SỞ TÀI CHÍNH", false),
        ] {
            assert_eq!(is_same_agency(one, other), same, "{one} {other}");
            assert_eq!(is_same_agency(other, one), same, "{other} {one}");
        }
    }
}
