//! Whether a letterhead begins another document or repeats that of one before it, as the next page of a letter and a plan
//! that bears the number of its decision do.

use crate::form::layout::phrases::starts_with;
use crate::text::Key;
use crate::text::symbol::DocumentNumber;

/// What is filled in of a letterhead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filled {
    /// Number and day, also by a hand that is not read.
    Whole,
    /// One of both.
    Partly,
    /// Neither; printed are agency, symbol and title.
    Open,
}

/// The letterhead of a document.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) filled: Filled,
    /// Its number as far as it was read.
    pub(crate) number: Option<String>,
    /// Its day.
    pub(crate) day: Option<String>,
    /// Who issues it.
    pub(crate) issuer: Option<String>,
    /// The number with its symbol, also if the number is left open.
    pub(crate) symbol: Option<DocumentNumber>,
    /// What it is about.
    pub(crate) subject: Option<String>,
}

impl Head {
    /// Number and day, if both were read.
    pub(crate) fn name(&self) -> Option<(&str, &str)> {
        self.number.as_deref().zip(self.day.as_deref())
    }
}

/// The letterheads of the documents before.
#[derive(Default)]
pub(crate) struct Known(Vec<Head>);

impl Known {
    /// False for what repeats the number or the day of a document before and bears none of its own. `is_signed` tells
    /// whether a person's name stands under it.
    pub(crate) fn is_new(&self, head: &Head, is_signed: impl Fn() -> bool) -> bool {
        let is_open = head.filled == Filled::Open;
        if head.number.is_none() && head.day.is_none() && !is_open {
            return true;
        }
        let repeats = |before: &Head| {
            head.number.as_ref().is_none_or(|own| Some(own) == before.number.as_ref())
                && head.day.as_ref().is_none_or(|own| Some(own) == before.day.as_ref())
                && !is_of_other(head, before)
        };
        let same: Vec<&Head> = self.0.iter().filter(|before| repeats(before)).collect();
        // A person's name tells a draft from a form to be filled in, and from a plan that its decision signs.
        match head.number {
            None if same.is_empty() => !is_open || is_signed(),
            None => same.iter().all(|before| is_about_other(head, before)) && is_signed(),
            Some(_) => same.is_empty(),
        }
    }

    pub(crate) fn add(&mut self, head: &Head) {
        self.0.push(head.clone());
    }
}

/// True if another agency issues: several write on one day, and each counts from 1.
fn is_of_other(head: &Head, before: &Head) -> bool {
    let both = head.issuer.as_ref().zip(before.issuer.as_ref());
    both.is_some_and(|(own, other)| !is_same_agency(own, other))
}

/// True if two names are printed for one agency: with and without its place behind it or the agency above before it.
/// The office of a committee (văn phòng ủy ban) is another agency.
fn is_same_agency(one: &str, other: &str) -> bool {
    let (one, other) = (Key::new(one), Key::new(other));
    let (short, long) = match (one.as_str().trim(), other.as_str().trim()) {
        (one, other) if one.len() <= other.len() => (one, other),
        (one, other) => (other, one),
    };
    let above = ["ủy ban", "tỉnh", "thành phố", "huyện", "quận", "thị xã", "sở", "bộ"];
    long.starts_with(short) || long.ends_with(short) && starts_with(long, &above)
}

/// True if symbol or subject are others: another document of the same day.
fn is_about_other(head: &Head, before: &Head) -> bool {
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
