//! Computes the automatic numbers of lists, to be put before their paragraphs: "1.", "a)", "Điều 3.".
//!
//! A number is left out unless the numbering of the document determines it: a missing number is better than a wrong
//! one.

use std::collections::HashMap;

use office_oxide::ir::{List, ListStyle};

/// The automatic number of a paragraph.
pub(super) struct Marker {
    /// Its value.
    pub(super) number: u32,
    /// The value in the style of its list: "b", "iv".
    pub(super) counter: String,
    /// The number as displayed: "b)".
    pub(super) text: String,
}

/// Continues lists over the cells of a table column: the parser starts a new list in each cell, but a column of
/// automatic numbers is one list.
#[derive(Default)]
pub(super) struct ListCounters {
    /// Last number, by table, column and format of the list.
    columns: HashMap<(u32, u32, String), u32>,
}

/// The counter of one list.
pub(super) struct ListCounter {
    style: Option<ListStyle>,
    ordered: bool,
    pattern: Option<String>,
    next: u32,
}

impl ListCounters {
    /// The counter of a list. `at` is the cell (table, row, column) that contains the list, if any.
    pub(super) fn start(&self, list: &List, at: Option<(u32, u32, u32)>) -> ListCounter {
        let continued = at.filter(|_| list.items.len() == 1 && list.start_number.is_none());
        let next = continued
            .and_then(|(table, _, col)| self.columns.get(&(table, col, format_of(list))))
            .map_or(list.start_number.unwrap_or(1), |last| last + 1);
        ListCounter { style: list.style.clone(), ordered: list.ordered, pattern: list.marker_pattern.clone(), next }
    }

    /// Remembers the last number of a list in a cell.
    pub(super) fn end(&mut self, counter: &ListCounter, list: &List, at: Option<(u32, u32, u32)>) {
        if let Some((table, _, col)) = at.filter(|_| list.items.len() == 1) {
            self.columns.insert((table, col, format_of(list)), counter.next.saturating_sub(1));
        }
    }
}

/// Identifies lists with the same format of numbers.
fn format_of(list: &List) -> String {
    format!("{:?} {:?}", list.style, list.marker_pattern)
}

impl ListCounter {
    /// The next number, or `None` if it is not certain. `parents`: number and counter of the items that contain this
    /// list, outermost first.
    pub(super) fn next(&mut self, parents: &[(u32, String)]) -> Option<Marker> {
        let number = self.next;
        self.next = self.next.saturating_add(1);
        let style = self.style.as_ref().filter(|_| self.ordered)?;
        let counter = counter(style, number)?;
        let text = match &self.pattern {
            None => format!("{counter}."),
            Some(pattern) => fill(pattern, &counter, parents)?,
        };
        Some(Marker { number, counter, text })
    }
}

/// Fills in a pattern such as `%1.%2)`. The highest level is the list's own, lower levels are those of its parents.
/// Returns `None` if the pattern names no level or the number of a parent is unknown.
fn fill(pattern: &str, own: &str, parents: &[(u32, String)]) -> Option<String> {
    let level = |c: char| c.to_digit(10).filter(|d| *d > 0).map(|d| d as usize);
    let mut levels = pattern.split('%').skip(1).filter_map(|rest| rest.chars().next().and_then(level));
    let highest = levels.clone().max()?;
    if levels.any(|l| highest - l > parents.len()) {
        return None;
    }
    let mut parts = pattern.split('%');
    let mut text = parts.next()?.to_owned();
    for part in parts {
        match part.chars().next().and_then(level) {
            Some(l) if l == highest => text += own,
            Some(l) => {
                let (_, parent) = parents.get(parents.len() - (highest - l))?;
                if parent.is_empty() {
                    return None;
                }
                text += parent;
            }
            None => {
                text.push('%');
                text += part;
                continue;
            }
        }
        text += &part[1..];
    }
    Some(text.trim().to_owned())
}

/// A number in the style of a list, or `None` for a style without numbers or a number beyond the style.
fn counter(style: &ListStyle, number: u32) -> Option<String> {
    Some(match style {
        ListStyle::Decimal => number.to_string(),
        ListStyle::LowerAlpha => alphabetic(number)?,
        ListStyle::UpperAlpha => alphabetic(number)?.to_uppercase(),
        ListStyle::LowerRoman => roman(number)?.to_lowercase(),
        ListStyle::UpperRoman => roman(number)?,
        _ => return None,
    })
}

/// Letters in the way Word counts: a, b … z, aa, bb.
fn alphabetic(number: u32) -> Option<String> {
    let index = number.checked_sub(1)?;
    let letter = char::from(b'a' + (index % 26) as u8);
    (index < 26 * 5).then(|| letter.to_string().repeat(index as usize / 26 + 1))
}

fn roman(mut number: u32) -> Option<String> {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut text = String::new();
    for (value, digit) in DIGITS {
        while number >= value {
            text += digit;
            number -= value;
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_as_word_does() {
        for (style, number, text) in [
            (ListStyle::Decimal, 12, "12"),
            (ListStyle::LowerAlpha, 2, "b"),
            (ListStyle::LowerAlpha, 27, "aa"),
            (ListStyle::UpperRoman, 14, "XIV"),
            (ListStyle::LowerRoman, 4, "iv"),
        ] {
            assert_eq!(counter(&style, number).as_deref(), Some(text));
        }
        assert_eq!(counter(&ListStyle::Bullet, 1), None);
    }

    #[test]
    fn patterns_are_filled_from_the_parents() {
        let parents = [(2, "2".to_owned())];
        for (pattern, parents, text) in [
            ("%1)", &[][..], Some("b)")),
            ("Điều %1.", &[], Some("Điều b.")),
            ("%1.%2.", &parents, Some("2.b.")),
            ("%2)", &parents, Some("b)")),
            ("%1.%2", &[], None),
            ("100%", &[], None),
        ] {
            assert_eq!(fill(pattern, "b", parents).as_deref(), text, "{pattern}");
        }
    }
}
