//! The part of a rule file that the kinds of check read. The rules know no kind: each is handed the tables of a criterion
//! and of its items and takes the keys that are its own.

use serde::de::DeserializeOwned;
use toml::Spanned;

use super::file::RuleFile;
use super::pack::{GeneralDemand, Match, PeriodDemand};
use super::table::{List, Table};
use super::vocabulary::AddedWord;

/// Begins to read a criterion for one kind of check.
pub type OpenCriterion<D> = fn(&CriterionTable<'_>) -> Box<dyn ItemReader<D>>;

/// Reads the items of a criterion for one kind of check.
pub trait ItemReader<D> {
    /// What an item demands of this kind.
    fn item(&mut self, item: &ItemTable<'_>) -> Vec<D>;

    /// Notes what is wrong with the criterion as a whole, once all its items were read.
    fn close(&mut self, _criterion: &CriterionTable<'_>) {}
}

impl<D, F: FnMut(&ItemTable<'_>) -> Vec<D>> ItemReader<D> for F {
    fn item(&mut self, item: &ItemTable<'_>) -> Vec<D> {
        self(item)
    }
}

/// A criterion as a kind of check reads it.
pub struct CriterionTable<'a> {
    /// The file.
    pub file: RuleFile<'a>,
    /// Where the criterion is written.
    pub clause: &'a str,
    /// The words that the pack adds.
    pub words: &'a [AddedWord],
    pub(super) table: &'a Table<'a>,
}

impl CriterionTable<'_> {
    /// The value of a key beside the items, such as the tables of `[[measure]]`; `None` if it is not there or does not
    /// fit, which is noted.
    pub fn get<T: DeserializeOwned>(&self, key: &'static str) -> Option<T> {
        self.table.get(key)
    }

    /// The entries of a list beside the items, each read by itself.
    pub fn list<T: DeserializeOwned>(&self, key: &'static str) -> List<T> {
        self.table.list(key)
    }
}

/// An evidence item as a kind of check reads it.
pub struct ItemTable<'a> {
    /// The file.
    pub file: RuleFile<'a>,
    /// Id of the item.
    pub id: &'a str,
    /// Where the item is written.
    pub clause: &'a str,
    /// What chooses its candidates.
    pub matching: &'a Match,
    /// The periods for which it asks a document each.
    pub periods: &'a [PeriodDemand],
    /// Ids and names of all items of the criterion, in order.
    pub siblings: &'a [(String, String)],
    /// The province or city that is scored; empty if the pack is for any.
    pub place: &'a str,
    /// The source asks for the result, not for this document.
    pub proposal: bool,
    pub(super) proposals: &'a [String],
    pub(super) general: &'a [GeneralTable<'a>],
    pub(super) require: &'a Table<'a>,
}

impl<'a> ItemTable<'a> {
    /// The value of a key of `[evidence.require]`; `None` if it is not there or does not fit, which is noted. A kind asks for
    /// all its keys of every item before it returns: a key that nobody asked for counts as unknown.
    pub fn get<T: DeserializeOwned>(&self, key: &'static str) -> Option<T> {
        self.require.get(key)
    }

    /// The entries of a list of `[evidence.require]`, each read by itself.
    pub fn list<T: DeserializeOwned>(&self, key: &'static str) -> List<T> {
        self.require.list(key)
    }

    /// True if the pack proposes a part of the item (`types`, `issuers`, `after`): by name, or the paper as a whole.
    pub fn proposes(&self, part: &str) -> bool {
        self.proposal || self.proposals.iter().any(|named| named == part)
    }

    /// The demands on every row of the pack.
    pub fn general(&self) -> &'a [GeneralTable<'a>] {
        self.general
    }
}

/// A demand on every row of the pack, as a kind of check reads it.
pub struct GeneralTable<'a> {
    /// What is known of it without any kind.
    pub demand: GeneralDemand,
    pub(super) table: Table<'a>,
}

impl<'a> GeneralTable<'a> {
    /// The words under a key of `[[demand]]`.
    pub fn words(&self, key: &'static str) -> Vec<Spanned<String>> {
        self.table.list(key).entries
    }

    /// The file.
    pub fn file(&self) -> RuleFile<'a> {
        self.table.file
    }
}
