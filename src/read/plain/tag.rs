//! Tags of web pages, read leniently: what they are called, what they say of the text in them, where they end.

use std::collections::HashMap;

/// Tags whose content is struck out: it does not hold any more.
const STRUCK: [&str; 3] = ["s", "strike", "del"];

/// Most rows or columns that a cell can span.
const MOST_SPANNED: u32 = 1000;

/// How the text in an element is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    Plain,
    Struck,
    /// In the colour of paper.
    White,
    Hidden,
}

/// The first tag `name` that begins with `opening`, `<` or `</`.
pub(super) fn find_tag(text: &str, opening: &str, name: &str) -> Option<usize> {
    let is_end = |at: usize| text[at..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let is_name = |at: usize| {
        text.get(at..at + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) && is_end(at + name.len())
    };
    text.match_indices(opening).map(|(at, _)| at).find(|at| is_name(at + opening.len()))
}

pub(super) struct Tag<'a> {
    pub(super) name: String,
    pub(super) closing: bool,
    pub(super) empty: bool,
    attributes: &'a str,
    /// Bytes from `<` to `>`.
    pub(super) length: usize,
}

impl<'a> Tag<'a> {
    /// A tag at the start of `text`; none if the `<` there begins none.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let inner = text.strip_prefix('<')?;
        let closing = inner.starts_with('/');
        let named = inner.strip_prefix('/').unwrap_or(inner);
        if !named.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?')) {
            return None;
        }
        // A ">" in quotes does not end the tag.
        let mut quote = None;
        let end = inner.char_indices().find_map(|(at, c)| match (quote, c) {
            (None, '>') => Some(at),
            (None, '"' | '\'') if inner[..at].ends_with('=') => {
                quote = Some(c);
                None
            }
            (Some(open), c) if open == c => {
                quote = None;
                None
            }
            _ => None,
        });
        let end = end.or_else(|| inner.find('>')).unwrap_or(inner.len());
        let start = inner.len() - named.len();
        let content = inner.get(start..end).unwrap_or_default();
        let name: String = content.chars().take_while(|c| !c.is_whitespace() && !matches!(c, '/' | '>')).collect();
        Some(Tag {
            closing,
            empty: content.ends_with('/'),
            attributes: content.get(name.len()..).unwrap_or_default(),
            name: name.to_ascii_lowercase(),
            length: (1 + end + 1).min(text.len()),
        })
    }

    /// A number in an attribute, such as `colspan=2`, within what a table can have.
    pub(super) fn span(&self, attribute: &str) -> u32 {
        let value = self.attributes().find(|(name, _)| name == attribute).map_or("", |(_, value)| value);
        let digits: String = value.trim_start().chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(1).clamp(1, MOST_SPANNED)
    }

    /// Whether a person sees what stands in the element, as far as the tag itself tells.
    pub(super) fn look(&self) -> Look {
        // An element without content hides none.
        const VOID: [&str; 8] = ["br", "hr", "img", "col", "input", "meta", "link", "wbr"];
        if self.closing || self.empty || VOID.contains(&self.name.as_str()) {
            return Look::Plain;
        }
        if STRUCK.contains(&self.name.as_str()) {
            return Look::Struck;
        }
        let mut look = Look::Plain;
        for (name, value) in self.attributes() {
            match name.as_str() {
                "hidden" => return Look::Hidden,
                "style" => look = look.max(look_of(value)),
                "color" if self.name == "font" && is_white(value) => look = look.max(Look::White),
                _ => {}
            }
        }
        look
    }

    /// Names in small letters, with values without their quotes.
    fn attributes(&self) -> impl Iterator<Item = (String, &'a str)> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '=' | '"' | '\''));
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
            let (name, behind) = rest.split_at(end);
            rest = behind;
            let mut value = "";
            if let Some(assigned) = behind.trim_start().strip_prefix('=').map(str::trim_start) {
                let quote = assigned.chars().next().filter(|c| matches!(c, '"' | '\''));
                (value, rest) = match quote {
                    Some(quote) => assigned[1..].split_once(quote).unwrap_or((&assigned[1..], "")),
                    None => assigned.split_at(assigned.find(char::is_whitespace).unwrap_or(assigned.len())),
                };
            }
            (!name.is_empty()).then(|| (name.to_ascii_lowercase(), value))
        })
    }
}

/// What a style says of the text under it.
fn look_of(style: &str) -> Look {
    let declared = style.split(';').filter_map(|one| one.split_once(':'));
    let look = |(property, value): (&str, &str)| {
        let value = value.to_ascii_lowercase();
        let first = value.split([' ', '!']).find(|word| !word.is_empty()).unwrap_or_default();
        match (property.trim().to_ascii_lowercase().as_str(), first) {
            ("display", "none") | ("visibility", "hidden" | "collapse") | ("mso-hide", "all") => Look::Hidden,
            ("text-decoration" | "text-decoration-line", _) if value.contains("line-through") => Look::Struck,
            ("color", _) if is_white(&value) => Look::White,
            _ => Look::Plain,
        }
    };
    declared.map(look).max().unwrap_or(Look::Plain)
}

fn is_white(colour: &str) -> bool {
    let colour = colour.to_ascii_lowercase().replace(' ', "");
    matches!(colour.trim_end_matches("!important"), "white" | "#fff" | "#ffffff" | "rgb(255,255,255)")
}

/// The end of the element that `name` opened just before `text`: where its end tag begins and ends, or where the next
/// paragraph begins, which ends one that is open. None if nothing ends it.
pub(super) fn end_of(text: &str, name: &str) -> Option<(usize, usize)> {
    let mut depth = 1_u32;
    for (at, tag) in tags(text).filter(|(_, tag)| tag.name == name) {
        if !tag.closing && name == "p" {
            return Some((at, at));
        }
        depth = if tag.closing { depth - 1 } else { depth + u32::from(!tag.empty) };
        if depth == 0 {
            return Some((at, at + tag.length));
        }
    }
    None
}

/// The tags of a text, each with the byte where it begins.
fn tags(text: &str) -> impl Iterator<Item = (usize, Tag<'_>)> {
    let mut next = 0;
    std::iter::from_fn(move || {
        loop {
            let at = next + text[next..].find('<')?;
            let Some(tag) = Tag::read(&text[at..]) else {
                next = at + 1;
                continue;
            };
            next = at + tag.length;
            return Some((at, tag));
        }
    })
}

/// Where each element `name` in `text` ends that something ends and that is not shown as plain text: an end tag ends the
/// last one that is open. All places are bytes to the end of the text: that of the content, and the two that `end_of` tells.
pub(super) fn ends_of(text: &str, name: &str) -> HashMap<usize, (usize, usize)> {
    let (mut open, mut ends) = (Vec::new(), HashMap::new());
    for (at, tag) in tags(text).filter(|(_, tag)| tag.name == name) {
        let (start, behind) = (text.len() - at, text.len() - at - tag.length);
        let begins_next = !tag.closing && name == "p";
        if let Some(content) = (tag.closing || begins_next).then(|| open.pop()).flatten().flatten() {
            ends.insert(content, (start, if begins_next { start } else { behind }));
        }
        if !tag.closing && !tag.empty {
            open.push((tag.look() != Look::Plain).then_some(behind));
        }
    }
    ends
}
