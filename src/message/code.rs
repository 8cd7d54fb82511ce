//! The codes of findings. They are stable: a code keeps its meaning for ever, a snapshot test guards the list.

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $check:literal;)*) => {
        /// A kind of finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The code as people quote it: `KC301`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $code,)* }
            }

            /// The check that raises it.
            pub fn check(self) -> &'static str {
                match self { $(Code::$name => $check,)* }
            }
        }
    };
}

codes! {
    /// A file that could not be put under any criterion.
    Unassigned = "KC001", "intake";
    /// A folder without files.
    EmptyFolder = "KC002", "intake";
    /// A listed agency submitted nothing.
    NothingSubmitted = "KC003", "intake";
    /// A folder that agencies.csv does not list.
    NotListed = "KC004", "intake";
    /// A symbolic link, not followed.
    Symlink = "KC005", "intake";
    /// An entry that the system would not let us read.
    UnreadableEntry = "KC006", "intake";
    /// The same content twice.
    Duplicate = "KC007", "intake";
    /// A document stamped secret lies in the folder.
    SecretDocument = "KC008", "intake";
    /// A row of a manifest leads nowhere, or the manifest is broken.
    Manifest = "KC009", "intake";
    /// The name's ending says another format than the content.
    Renamed = "KC010", "intake";
    /// A manifest.csv or agencies.csv that was not used.
    UnusedTable = "KC011", "intake";
    /// Opens only with a password.
    Password = "KC101", "reading";
    /// Damaged.
    Malformed = "KC102", "reading";
    /// Pictures of pages without text.
    Scan = "KC103", "reading";
    /// A format that is not read.
    Unsupported = "KC104", "reading";
    /// Took too long.
    Timeout = "KC105", "reading";
    /// The reader died on it.
    Crashed = "KC106", "reading";
    /// Too large.
    Limit = "KC107", "reading";
    /// Nothing in it.
    EmptyFile = "KC108", "reading";
    /// The text layer is not what the page shows.
    UntrustedText = "KC109", "reading";
    /// Some pages or sheets could not be read.
    Partial = "KC110", "reading";
    /// Text that is there but not seen: hidden sheets, hidden or deleted text.
    HiddenContent = "KC111", "reading";
    /// Text in an encoding from before Unicode was converted.
    Converted = "KC112", "reading";
    /// A page of a scan that a person could hardly read either.
    Illegible = "KC113", "reading";
    /// No number.
    NoNumber = "KC201", "number-present";
    /// No date of issue.
    NoDate = "KC202", "date-present";
    /// A draft.
    Draft = "KC203", "not-draft";
    /// Another type of document than asked for.
    WrongType = "KC204", "type";
    /// Another issuer than asked for.
    WrongIssuer = "KC205", "issuer";
    /// No signer.
    NoSigner = "KC206", "signer-present";
    /// The exact document cannot be confirmed.
    ExactNumber = "KC207", "exact-number";
    /// The name of the file says another number than stands on the scan.
    ClaimContradicted = "KC208", "reading";
    /// Issued outside the window.
    OutsideWindow = "KC301", "issued-window";
    /// Evidence is missing.
    Missing = "KC302", "present";
    /// Fewer documents than asked for.
    TooFew = "KC303", "count";
    /// No document for a period.
    PeriodMissing = "KC304", "periods";
    /// Dated after the deadline.
    Late = "KC305", "deadline";
    /// Dated in time; that it was sent in time is not proven.
    SendingNotProven = "KC306", "deadline";
    /// Found outside the folder of its criterion.
    FoundElsewhere = "KC307", "present";
    /// Required content is missing.
    ContentMissing = "KC401", "content";
    /// A threshold is not reached.
    BelowThreshold = "KC402", "threshold";
    /// No ratio, or several that differ.
    RatioUnclear = "KC403", "threshold";
    /// A formula whose value was never stored.
    FormulaWithoutValue = "KC404", "reading";
    /// The denominator is the document's own and not verified.
    DenominatorNotVerified = "KC405", "threshold";
    /// The printed percentage does not follow from its numbers.
    Miscounted = "KC406", "threshold";
    /// The denominator is not the one that the assessor knows.
    DenominatorDiffers = "KC407", "threshold";
    /// Day and month of dates in a sheet look swapped.
    DatesSwapped = "KC408", "reading";
    /// A table does not add up.
    TableWrong = "KC409", "reading";
    /// A document that must be cited is not.
    CitationMissing = "KC501", "cites";
    /// Earlier than the document that it must follow.
    OrderImpossible = "KC502", "after";
    /// An explanation without grounds.
    NoGrounds = "KC601", "explanation";
    /// Explained with grounds: the assessor decides.
    Explained = "KC602", "explanation";
    /// An explanation cites a document that is not in the submission.
    CitedNotFound = "KC603", "explanation";
    /// A rule file is no TOML of the known shape.
    RuleSyntax = "KC901", "rules";
    /// A value in a rule file means nothing.
    RuleValue = "KC902", "rules";
    /// A name in a rule pack leads nowhere.
    RuleName = "KC903", "rules";
}

impl Code {
    /// From `KC301`, in any case.
    pub fn parse(words: &str) -> Option<Self> {
        Code::ALL.iter().copied().find(|c| c.as_str().eq_ignore_ascii_case(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_sorted_and_stable() {
        let list: Vec<String> = Code::ALL.iter().map(|c| format!("{} {} {c:?}", c.as_str(), c.check())).collect();
        assert!(Code::ALL.windows(2).all(|w| w[0].as_str() < w[1].as_str()));
        insta::assert_snapshot!(list.join("\n"));
    }
}
