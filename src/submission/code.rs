//! Codes of criteria in the names of folders and files.

use crate::text::Key;

/// The codes of a pack, and their parent codes, after which some folders are named.
#[derive(Debug, Clone, Default)]
pub struct Codes {
    /// Each code or parent code as parts, longest first, with its criteria in pack order.
    entries: Vec<(Vec<String>, Vec<String>)>,
    /// `code/item` names that agencies.csv may assign.
    items: Vec<String>,
    codes: Vec<String>,
}

impl Codes {
    /// `codes` in pack order; `items` are the `code/item` names of the pack.
    pub fn new(codes: &[String], items: Vec<String>) -> Self {
        let mut entries: Vec<(Vec<String>, Vec<String>)> = Vec::new();
        for code in codes {
            let parts = parts(code);
            for length in 1..=parts.len() {
                let served: Vec<String> =
                    codes.iter().filter(|c| self::parts(c).starts_with(&parts[..length])).cloned().collect();
                // Letters alone are not a parent code: they would match every name that starts with them.
                let is_code = length == parts.len() || length >= 2 || parts[0].chars().all(|c| c.is_ascii_digit());
                let own = if length == parts.len() { vec![code.clone()] } else { served };
                if is_code && !entries.iter().any(|(p, _)| p[..] == parts[..length]) {
                    entries.push((parts[..length].to_vec(), own));
                }
            }
        }
        entries.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        Self { entries, items, codes: codes.to_vec() }
    }

    /// The criteria whose codes a folder or file name contains: the longest code that matches completely. A parent code
    /// means all criteria under it, unless it is itself a criterion (1.3 beside 1.3.1).
    pub fn in_name(&self, name: &str) -> Vec<String> {
        let name = Key::new(name);
        let name = name.as_str();
        let mut starts = vec![0];
        for mark in ["tctp", "tc", "tiêu chí thành phần", "tiêu chí", "tieu chi thanh phan", "tieu chi", "tieuchi"]
        {
            starts.extend(
                name.match_indices(mark).filter(|(at, _)| is_word_start(name, *at)).map(|(at, _)| at + mark.len()),
            );
        }
        for start in starts {
            let rest = name[start..].trim_start_matches([' ', '.', '_', '-', ':']);
            if let Some((_, served)) = self.entries.iter().find(|(parts, _)| starts_with_code(rest, parts)) {
                return served.clone();
            }
        }
        Vec::new()
    }

    /// True if `item` is a code or a `code/item` of the pack.
    pub fn can_assign(&self, item: &str) -> bool {
        self.codes.iter().chain(&self.items).any(|known| known == item)
    }

    /// All codes, for messages.
    pub fn all(&self) -> &[String] {
        &self.codes
    }

    /// The code or item that is most similar to a wrong one.
    pub fn nearest(&self, wrong: &str) -> Option<&str> {
        super::names::nearest_name(wrong, self.codes.iter().chain(&self.items).map(String::as_str))
    }
}

/// A code as parts: runs of digits without leading zeros, and runs of letters in lower case. "S3a" is s, 3, a.
fn parts(code: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut joined = false;
    for c in code.chars() {
        if !c.is_alphanumeric() {
            joined = false;
            continue;
        }
        let c = c.to_lowercase().next().unwrap_or(c);
        match parts.last_mut() {
            Some(last) if joined && last.ends_with(|l: char| l.is_ascii_digit()) == c.is_ascii_digit() => last.push(c),
            _ => parts.push(c.to_string()),
        }
        joined = true;
    }
    parts.into_iter().map(|p| if p.starts_with('0') { p.trim_start_matches('0').to_owned() } else { p }).collect()
}

/// True if a name starts with exactly this code: one separator between two numbers, nothing between letter and digit,
/// and no further number or letter that would make it another code.
fn starts_with_code(name: &str, code: &[String]) -> bool {
    let mut rest = name;
    for (index, part) in code.iter().enumerate() {
        let is_number = part.starts_with(|c: char| c.is_ascii_digit());
        if index > 0 {
            let after_number = code[index - 1].starts_with(|c: char| c.is_ascii_digit());
            if is_number && after_number {
                match rest.strip_prefix(['.', '_', '-', ' ']) {
                    Some(r) => rest = r,
                    None => return false,
                }
            }
        }
        if is_number {
            rest = rest.trim_start_matches('0');
        }
        match rest.strip_prefix(part.as_str()) {
            Some(r) => rest = r,
            None => return false,
        }
        if is_number && rest.starts_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
    }
    // "1.1.1" must not match "1.1.10", nor "1.1" match "1.1.5"; a following year or date is fine.
    let next = rest.chars().next();
    if next.is_some_and(char::is_alphanumeric) {
        return false;
    }
    // For a code with a letter, a number behind an underscore or full stop only counts files ("S2_01_bao-cao") or is a
    // date ("S2_15.12.2018"). For a code of numbers only it may be the next part of a longer code.
    let ends_in_number = code.last().is_some_and(|p| p.starts_with(|c: char| c.is_ascii_digit()));
    let has_letter = code.iter().any(|p| p.starts_with(char::is_alphabetic));
    let further = rest.trim_start_matches(['.', '_']);
    let digits = further.chars().take_while(char::is_ascii_digit).count();
    let behind = further[digits..].chars().next();
    has_letter
        || !(ends_in_number
            && further.len() < rest.len()
            && (1..=2).contains(&digits)
            && !behind.is_some_and(char::is_alphanumeric))
}

fn is_word_start(text: &str, at: usize) -> bool {
    !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(list: &[&str]) -> Codes {
        Codes::new(&list.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>(), Vec::new())
    }

    #[test]
    fn codes_match_whole_and_longest_first() {
        let pack = codes(&["1.1.1", "1.1.10", "1.2", "1.3.1", "1.3.2"]);
        for (name, expected) in [
            ("1.1.1", vec!["1.1.1"]),
            ("01.1.1", vec!["1.1.1"]),
            ("1_1_1", vec!["1.1.1"]),
            ("1.1.1.", vec!["1.1.1"]),
            ("1.1.1.pdf", vec!["1.1.1"]),
            ("TC 1.1.1 - Ban hành kế hoạch", vec!["1.1.1"]),
            ("Tiêu chí 1.1.1. Ban hành", vec!["1.1.1"]),
            ("tai lieu TC1.1.1", vec!["1.1.1"]),
            ("1.1.10 Khác", vec!["1.1.10"]),
            ("1.1.12", vec![]),
            ("1.3", vec!["1.3.1", "1.3.2"]),
            ("1.3.5", vec![]),
            ("1.2_2018_bao_cao.pdf", vec!["1.2"]),
            ("2018 1.1.1", vec![]),
            ("Báo cáo", vec![]),
            ("11.1", vec![]),
        ] {
            assert_eq!(pack.in_name(name), expected, "{name}");
        }
    }

    #[test]
    fn letters_and_parents_are_codes_too() {
        let pack = codes(&["S1", "S2", "S3a", "S3b", "S4"]);
        for (name, expected) in [
            ("S1 - Kế hoạch CCHC", vec!["S1"]),
            ("s1", vec!["S1"]),
            ("S3", vec!["S3a", "S3b"]),
            ("S3a_ket_qua", vec!["S3a"]),
            ("S3ab", vec![]),
            ("S30", vec![]),
            ("TC S4. Tuyên truyền", vec!["S4"]),
            ("S2_2018.pdf", vec!["S2"]),
            ("S2_01_bao-cao.txt", vec!["S2"]),
            ("S2_15.12.2018.txt", vec!["S2"]),
            ("S2.1. Bao cao.txt", vec!["S2"]),
            ("S3a.2 Ket qua.pdf", vec!["S3a"]),
            ("TC S4_02.docx", vec!["S4"]),
            ("S21.pdf", vec![]),
            ("S2a.pdf", vec![]),
            ("Số 12", vec![]),
            ("So lieu", vec![]),
            ("S", vec![]),
        ] {
            assert_eq!(pack.in_name(name), expected, "{name}");
        }
    }
}
