//! The codes of findings that no kind of check raises: about the folder and its files, about items, explanations and
//! rules. [`codes`] lists these and those of the kinds.

use super::kinds::KINDS;
use crate::message::Code;

/// A file that could not be put under any criterion.
pub(super) const UNASSIGNED: Code = Code::new("KC001", "intake");
/// A folder without files.
pub(super) const EMPTY_FOLDER: Code = Code::new("KC002", "intake");
/// A listed agency submitted nothing.
pub(super) const NOTHING_SUBMITTED: Code = Code::new("KC003", "intake");
/// A folder that agencies.csv does not list.
pub(super) const NOT_LISTED: Code = Code::new("KC004", "intake");
/// A symbolic link, not followed.
pub(super) const SYMLINK: Code = Code::new("KC005", "intake");
/// An entry that the system would not let us read.
pub(super) const UNREADABLE_ENTRY: Code = Code::new("KC006", "intake");
/// The same content twice.
pub(super) const DUPLICATE: Code = Code::new("KC007", "intake");
/// A document stamped secret lies in the folder.
pub(super) const SECRET_DOCUMENT: Code = Code::new("KC008", "intake");
/// A row of a manifest leads nowhere, or the manifest is broken.
pub(super) const MANIFEST: Code = Code::new("KC009", "intake");
/// The name's ending says another format than the content.
pub(super) const RENAMED: Code = Code::new("KC010", "intake");
/// A manifest.csv or agencies.csv that was not used.
pub(super) const UNUSED_TABLE: Code = Code::new("KC011", "intake");
/// Opens only with a password.
pub(super) const PASSWORD: Code = Code::new("KC101", "reading");
/// Damaged.
pub(super) const MALFORMED: Code = Code::new("KC102", "reading");
/// Pictures of pages without text.
pub(super) const SCAN: Code = Code::new("KC103", "reading");
/// A format that is not read.
pub(super) const UNSUPPORTED: Code = Code::new("KC104", "reading");
/// Took too long.
pub(super) const TIMEOUT: Code = Code::new("KC105", "reading");
/// The reader died on it.
pub(super) const CRASHED: Code = Code::new("KC106", "reading");
/// Too large.
pub(super) const LIMIT: Code = Code::new("KC107", "reading");
/// Nothing in it.
pub(super) const EMPTY_FILE: Code = Code::new("KC108", "reading");
/// The text layer is not what the page shows.
pub(super) const UNTRUSTED_TEXT: Code = Code::new("KC109", "reading");
/// Some pages or sheets could not be read.
pub(super) const PARTIAL: Code = Code::new("KC110", "reading");
/// Text that is there but not seen: hidden sheets, hidden or deleted text.
pub(super) const HIDDEN_CONTENT: Code = Code::new("KC111", "reading");
/// Text in an encoding from before Unicode was converted.
pub(super) const CONVERTED: Code = Code::new("KC112", "reading");
/// A page of a scan that a person could hardly read either.
pub(super) const ILLEGIBLE: Code = Code::new("KC113", "reading");
/// The name of the file says another number than stands on the scan.
pub(super) const CLAIM_CONTRADICTED: Code = Code::new("KC208", "reading");
/// Evidence is missing.
pub(super) const MISSING: Code = Code::new("KC302", "present");
/// Fewer documents than asked for.
pub(super) const TOO_FEW: Code = Code::new("KC303", "count");
/// No document for a period.
pub(super) const PERIOD_MISSING: Code = Code::new("KC304", "periods");
/// Found outside the folder of its criterion.
pub(super) const FOUND_ELSEWHERE: Code = Code::new("KC307", "present");
/// Another document fits the item too.
pub(super) const ALSO_FITS: Code = Code::new("KC308", "present");
/// A formula whose value was never stored.
pub(super) const FORMULA_WITHOUT_VALUE: Code = Code::new("KC404", "reading");
/// Day and month of dates in a sheet look swapped.
pub(super) const DATES_SWAPPED: Code = Code::new("KC408", "reading");
/// A table does not add up.
pub(super) const TABLE_WRONG: Code = Code::new("KC409", "reading");
/// An explanation without grounds.
pub(super) const NO_GROUNDS: Code = Code::new("KC601", "explanation");
/// Explained with grounds: the assessor decides.
pub(super) const EXPLAINED: Code = Code::new("KC602", "explanation");
/// An explanation cites a document that is not in the submission.
pub(super) const CITED_NOT_FOUND: Code = Code::new("KC603", "explanation");
/// A rule file is no TOML of the known shape.
const RULE_SYNTAX: Code = Code::new("KC901", "rules");
/// A value in a rule file means nothing.
const RULE_VALUE: Code = Code::new("KC902", "rules");
/// A name in a rule pack leads nowhere.
const RULE_NAME: Code = Code::new("KC903", "rules");

const OTHERS: &[Code] = &[
    UNASSIGNED,
    EMPTY_FOLDER,
    NOTHING_SUBMITTED,
    NOT_LISTED,
    SYMLINK,
    UNREADABLE_ENTRY,
    DUPLICATE,
    SECRET_DOCUMENT,
    MANIFEST,
    RENAMED,
    UNUSED_TABLE,
    PASSWORD,
    MALFORMED,
    SCAN,
    UNSUPPORTED,
    TIMEOUT,
    CRASHED,
    LIMIT,
    EMPTY_FILE,
    UNTRUSTED_TEXT,
    PARTIAL,
    HIDDEN_CONTENT,
    CONVERTED,
    ILLEGIBLE,
    CLAIM_CONTRADICTED,
    MISSING,
    TOO_FEW,
    PERIOD_MISSING,
    FOUND_ELSEWHERE,
    ALSO_FITS,
    FORMULA_WITHOUT_VALUE,
    DATES_SWAPPED,
    TABLE_WRONG,
    NO_GROUNDS,
    EXPLAINED,
    CITED_NOT_FOUND,
    RULE_SYNTAX,
    RULE_VALUE,
    RULE_NAME,
];

/// Every code of a finding, in order.
pub fn codes() -> Vec<Code> {
    let mut codes: Vec<Code> = OTHERS.iter().chain(KINDS.iter().flat_map(|kind| kind.codes)).copied().collect();
    codes.sort();
    codes
}

/// The code that people call `KC301`, in any case.
pub fn code(words: &str) -> Option<Code> {
    codes().into_iter().find(|c| c.as_str().eq_ignore_ascii_case(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_stable() {
        let codes = codes();
        let list: Vec<String> = codes.iter().map(|c| format!("{} {}", c.as_str(), c.check())).collect();
        assert!(codes.windows(2).all(|w| w[0].as_str() < w[1].as_str()));
        insta::assert_snapshot!(list.join("\n"));
    }
}
