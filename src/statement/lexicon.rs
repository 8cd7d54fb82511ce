//! The words of administrative Vietnamese as data: which word is of which class. The tables of `lexicon/` are compiled in;
//! a rule pack may add words of its own in its `vocabulary.toml`, but none to the classes that forbid a result.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;
use smallvec::SmallVec;

use crate::text::Key;

/// Makes [`Class`] with the name of each class in the tables.
macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $name:literal),+ $(,)?) => {
        /// What the grammar takes a word for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Class { $($(#[$doc])* $class),+ }

        impl Class {
            /// All of them.
            pub const ALL: &'static [Class] = &[$(Class::$class),+];

            /// Its name in the tables.
            pub fn name(self) -> &'static str {
                match self { $(Class::$class => $name),+ }
            }
        }
    };
}

classes! {
    /// Goals and intentions: phấn đấu, mục tiêu.
    Aim = "aim",
    /// What lies ahead: sẽ, dự kiến.
    Planned = "planned",
    /// Demands: yêu cầu, đề nghị, phải.
    Order = "order",
    /// cam kết, đăng ký.
    Promise = "promise",
    /// nếu, giả sử.
    Condition = "condition",
    /// kỳ vọng, mong.
    Hope = "hope",
    /// ước, tạm tính.
    Estimate = "estimate",
    /// cơ bản, hầu hết, khoảng.
    Approximate = "approximate",
    /// theo phản ánh, dường như.
    Hearsay = "hearsay",
    /// bác bỏ, chênh lệch, đang đối chiếu.
    Dispute = "dispute",
    /// đính chính, rút lại, không chính xác.
    Retract = "retract",
    /// chưa, không.
    Negation = "negation",
    /// What is left: còn, tồn đọng.
    Rest = "rest",
    /// đang, dở dang.
    Ongoing = "ongoing",
    /// quá hạn, chậm.
    Late = "late",
    /// trước hạn.
    Early = "early",
    /// đúng hạn.
    OnTime = "on-time",
    /// trừ, ngoại trừ.
    Except = "except",
    /// chỉ, mới: keeps a figure and says that it is low.
    Only = "only",
    /// tăng, so với: another figure, not the result.
    Compare = "compare",
    /// A bound that must be reached or not passed: từ … trở lên, tối thiểu.
    Bound = "bound",
    /// A part of what is counted by what it is like: đến hạn, trọng tâm, riêng.
    Narrow = "narrow",
    /// toàn bộ, tất cả, cả, mọi.
    All = "all",
    /// tổng số, gồm, được giao.
    Total = "total",
    /// trên tổng số, trong số.
    OfWhole = "of-whole",
    /// tỷ lệ, đạt, bằng, chiếm.
    Share = "share",
    /// What begins a breakdown: trong đó, cụ thể.
    EachPart = "each-part",
    /// Units counted in another way than the whole: lượt, cuộc.
    MoreGiven = "more-given",
    /// Says by itself that something was completed: hoàn thành, xong.
    Done = "done",
    /// Signs that something happened: đã, được, đều.
    DoneMark = "done-mark",
    /// Verbs that do not say that something was completed: triển khai, giao.
    Weak = "weak",
    /// How: nghiêm túc, kịp thời.
    Manner = "manner",
    /// Prepositions and conjunctions.
    Joint = "joint",
    /// Opens an adverbial that explains and does not narrow: nhờ, thực hiện.
    Lead = "lead",
    /// Said beside a result without changing it.
    Praise = "praise",
    /// Begins what comes of several figures together: tính chung, cộng.
    Sum = "sum",
    /// Carries no scope: số, việc, kết quả, nêu trên.
    Filler = "filler",
    /// Says where the counted things come from: được giao, đề ra.
    Assigned = "assigned",
    /// cả năm, đến nay.
    WholeYear = "whole-year",
    /// quý, 6 tháng đầu năm.
    PartYear = "part-year",
    /// năm trước, năm sau.
    OtherTime = "other-time",
    /// What points back to figures: số liệu, con số.
    Data = "data",
    /// Joins clauses that say different things: nhưng, song.
    Contrast = "contrast",
    /// What a breakdown goes by: chia theo, từng.
    By = "by",
    /// Hands out: giao, phân công.
    Give = "give",
    /// Ends a cause and begins what came of it: nên.
    So = "so",
    /// As planned, not as done, where nothing else says that it was done.
    ByPlan = "by-plan",
    /// What is to be done, which tells how many there are: phải thực hiện.
    Duty = "duty",
    /// A condition where it opens a sentence: trường hợp.
    ConditionFirst = "condition-first",
    /// Brings what was told before to a later state: nâng … lên.
    Raise = "raise",
    /// What a plan does: xác định, đề ra; a deed behind it is planned.
    PlanVerb = "plan-verb",
    /// Opens a cause: do, vì.
    Cause = "cause",
    /// no … at all: nào.
    Any = "any",
    /// Names what is planned: a share under it, or behind it and a colon, is a goal; a number is the whole.
    PlanHead = "plan-head",
    /// A goal right before a deed, unless words say that it was done: bảo đảm hoàn thành.
    Ensure = "ensure",
    /// A sort of what is counted, right behind its name: nhiệm vụ thường xuyên.
    Sort = "sort",
    /// Ends what was looked into and begins what was found: cho thấy, phát hiện.
    Finds = "finds",
    /// Has others do the deed behind it: chỉ đạo.
    Directs = "directs",
    /// What stands right behind it is what is counted: số, tổng số.
    CountOf = "count-of",
    /// Names a result: kết quả, thực hiện, tổng hợp.
    Outcome = "outcome",
    /// The words behind it say which field or bodies: ngành, lĩnh vực, khối.
    FieldHead = "field-head",
    /// Says what a figure leaves out: chưa kể, không tính.
    NotCounted = "not-counted",
    /// Several figures behind it are of several things, one each: lần lượt.
    Respectively = "respectively",
    /// Names scores: chấm điểm.
    Scores = "scores",
    /// Says whose it is or where: của, thuộc, tại.
    Belongs = "belongs",
    /// Those that are not told of: khác.
    Others = "others",
    /// Says that what stands behind it happened: đã, được. Phrases that begin with one are of the class too.
    Tense = "tense",
    /// A plan, which the words behind it name: kế hoạch. Phrases that end with it are of the class too.
    PlanName = "plan-name",
    /// Heads a column of shares: tỷ lệ, phần trăm. Phrases that begin with one are of the class too.
    Percentage = "percentage",
    /// Says in a cell that it was so: có, x.
    Yes = "yes",
}

/// A named word class, such as the deed "kiểm tra" or the noun "nhiệm vụ", as an index into the names of a lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(u16);

/// All that a word can be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Senses {
    classes: u128,
    names: SmallVec<[Name; 4]>,
}

impl Senses {
    /// True if the word is of a class.
    pub fn is(&self, class: Class) -> bool {
        self.classes & (1 << class as u8) != 0
    }

    /// True if the word is of one of these classes.
    pub fn is_any(&self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.is(*class))
    }

    /// True if the word has a name.
    pub fn has(&self, name: Name) -> bool {
        self.names.contains(&name)
    }

    /// The named classes that the word is of.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// The classes of the grammar.
    pub fn classes(&self) -> impl Iterator<Item = Class> + '_ {
        Class::ALL.iter().copied().filter(|class| self.is(*class))
    }

    /// Nothing is known of it.
    pub fn is_empty(&self) -> bool {
        self.classes == 0 && self.names.is_empty()
    }
}

/// Kinds of named classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// What was done: `deed.kiểm tra`.
    Deed,
    /// What is counted: `noun.nhiệm vụ`.
    Noun,
    /// Who: `body.province`.
    Body,
    /// Fields of administration: `field.part`.
    Field,
}

impl Group {
    /// What the names of its classes begin with.
    pub fn prefix(self) -> &'static str {
        match self {
            Group::Deed => "deed.",
            Group::Noun => "noun.",
            Group::Body => "body.",
            Group::Field => "field.",
        }
    }
}

/// Names of the lexicon that the grammar itself uses.
pub(crate) mod names {
    /// Documents by their type (noun).
    pub(crate) const PAPER: &str = "văn bản";
    /// Projects and programmes (noun).
    pub(crate) const PROJECT: &str = "đề án";
    /// Offices as what is counted (noun).
    pub(crate) const AGENCY: &str = "cơ quan";
    /// Administrative reform as a whole (field).
    pub(crate) const REFORM: &str = "reform";
}

/// A phrase of the lexicon behind its first word.
#[derive(Debug, Clone)]
struct Entry {
    rest: Vec<String>,
    senses: Senses,
}

/// Which word is of which class.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    first: HashMap<String, Vec<Entry>>,
    names: Vec<String>,
    /// The group of each name.
    groups: Vec<Option<Group>>,
    /// Where a name stands among the names.
    index: HashMap<String, u16>,
}

/// What is wrong with a word that a pack adds.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordError {
    /// There is no such class.
    #[error("there is no class \"{0}\"")]
    NoClass(String),
    /// A pack may not add to a class that forbids or changes a result.
    #[error("the class \"{0}\" is closed: a mistake in it would make a false \"met\"")]
    Closed(String),
    /// The word is already one that forbids a result.
    #[error("\"{word}\" is already of the class \"{class}\"")]
    Contradicts {
        /// The word.
        word: String,
        /// The class that excludes it.
        class: String,
    },
    /// A part of the phrase is a word that forbids a result.
    #[error("\"{word}\" holds \"{part}\", which is of the class \"{class}\"")]
    Hides {
        /// The phrase.
        word: String,
        /// The part.
        part: String,
        /// The class of the part.
        class: String,
    },
}

/// Classes to which a rule pack may add words.
const OPEN: &[Class] = &[
    Class::Done,
    Class::Weak,
    Class::Manner,
    Class::Lead,
    Class::Praise,
    Class::Filler,
    Class::Assigned,
    Class::Total,
];

/// Classes that forbid or change a result: no word of theirs may be made harmless.
const FORBIDDING: &[Class] = &[
    Class::Aim,
    Class::Planned,
    Class::Order,
    Class::Promise,
    Class::Condition,
    Class::Hope,
    Class::Estimate,
    Class::Approximate,
    Class::Hearsay,
    Class::Dispute,
    Class::Retract,
    Class::Negation,
    Class::Rest,
    Class::Ongoing,
    Class::Except,
    Class::OtherTime,
    Class::PartYear,
];

#[derive(Deserialize)]
struct Words {
    words: Vec<String>,
}

/// The tables that are compiled in, each with its file name.
const TABLES: &[(&str, &str)] = &[
    ("modality.toml", include_str!("lexicon/modality.toml")),
    ("quantity.toml", include_str!("lexicon/quantity.toml")),
    ("done.toml", include_str!("lexicon/done.toml")),
    ("deeds.toml", include_str!("lexicon/deeds.toml")),
    ("nouns.toml", include_str!("lexicon/nouns.toml")),
    ("bodies.toml", include_str!("lexicon/bodies.toml")),
    ("fields.toml", include_str!("lexicon/fields.toml")),
    ("neutral.toml", include_str!("lexicon/neutral.toml")),
    ("time.toml", include_str!("lexicon/time.toml")),
];

impl Lexicon {
    /// The words that are compiled in.
    pub fn bundled() -> &'static Self {
        static BUNDLED: OnceLock<Lexicon> = OnceLock::new();
        BUNDLED.get_or_init(|| {
            let mut lexicon = Self::default();
            for (_, text) in TABLES {
                // A test holds that each of them can be read.
                for (class, words) in tables_of(text).unwrap_or_default() {
                    lexicon.add_all(&class, &words);
                }
            }
            lexicon.sort();
            lexicon
        })
    }

    /// Adds words to a class by its name (`done`, `noun.nhiệm vụ`); names of deeds, nouns, bodies and fields may be new.
    fn add_all(&mut self, class: &str, words: &[String]) {
        for word in words {
            self.add(class, word);
        }
    }

    fn add(&mut self, class: &str, word: &str) {
        let bit = Class::ALL.iter().find(|c| c.name() == class).map(|c| 1_u128 << *c as u8);
        let name = bit.is_none().then(|| self.name_or_new(class));
        let key = Key::new(word);
        let mut parts = elements(key.as_str()).map(|(range, _)| key.as_str()[range].to_owned());
        let Some(first) = parts.next() else { return };
        let rest: Vec<String> = parts.collect();
        let entries = self.first.entry(first).or_default();
        let at = entries.iter().position(|e| e.rest == rest).unwrap_or_else(|| {
            entries.push(Entry { rest, senses: Senses::default() });
            entries.len() - 1
        });
        let senses = &mut entries[at].senses;
        senses.classes |= bit.unwrap_or_default();
        senses.names.extend(name.filter(|name| !senses.names.contains(name)));
    }

    /// Longest phrases first; phrases take the classes that their first or last word hands on.
    fn sort(&mut self) {
        let handed_on = [Class::Tense, Class::Percentage].map(|class| (class, self.phrases(class)));
        let plan = self.phrases(Class::PlanName);
        // Each word by itself: no order of the map reaches anything.
        self.first.iter_mut().for_each(|(first, entries)| {
            for entry in entries.iter_mut() {
                let mut words = vec![first.clone()];
                words.extend(entry.rest.iter().cloned());
                for (class, phrases) in &handed_on {
                    if phrases.iter().any(|phrase| words.starts_with(phrase)) {
                        entry.senses.classes |= 1 << *class as u8;
                    }
                }
                if plan.iter().any(|name| words.ends_with(name)) {
                    entry.senses.classes |= 1 << Class::PlanName as u8;
                }
            }
            entries.sort_by(|a, b| b.rest.len().cmp(&a.rest.len()).then_with(|| a.rest.cmp(&b.rest)));
        });
    }

    /// The words of each phrase of a class.
    fn phrases(&self, class: Class) -> Vec<Vec<String>> {
        let words = |first: &String, entry: &Entry| [std::slice::from_ref(first), &entry.rest].concat();
        let of = |(first, entries): (&String, &Vec<Entry>)| {
            entries.iter().filter(|e| e.senses.is(class)).map(|e| words(first, e)).collect::<Vec<_>>()
        };
        self.first.iter().flat_map(of).collect()
    }

    fn name_or_new(&mut self, name: &str) -> Name {
        if let Some(at) = self.index.get(name) {
            return Name(*at);
        }
        let at = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        self.index.insert(name.to_owned(), at);
        self.groups.push(group_of(name));
        self.names.push(name.to_owned());
        Name(at)
    }

    /// This lexicon with the words that a pack adds: pairs of a class and a word.
    ///
    /// # Errors
    /// For a word that may not be added; all problems at once, with the index of each word.
    pub fn with(&self, words: &[(String, String)]) -> Result<Self, Vec<(usize, WordError)>> {
        let mut lexicon = self.clone();
        let mut problems = Vec::new();
        for (index, (class, word)) in words.iter().enumerate() {
            match lexicon.may_add(class, word) {
                Ok(()) => lexicon.add(class, word),
                Err(problem) => problems.push((index, problem)),
            }
        }
        lexicon.sort();
        if problems.is_empty() { Ok(lexicon) } else { Err(problems) }
    }

    fn may_add(&self, class: &str, word: &str) -> Result<(), WordError> {
        match Class::ALL.iter().find(|c| c.name() == class) {
            Some(known) if !OPEN.contains(known) => return Err(WordError::Closed(class.to_owned())),
            None if group_of(class).is_none() => return Err(WordError::NoClass(class.to_owned())),
            _ => {}
        }
        let of = |senses: &Senses| FORBIDDING.iter().find(|c| senses.is(**c)).copied();
        if let Some(class) = self.senses(word).and_then(of) {
            return Err(WordError::Contradicts { word: word.to_owned(), class: class.name().to_owned() });
        }
        // Read as one, "chưa rộn ràng" would no longer say "chưa". The name of a thing may hold such a word ("vấn đề còn
        // tồn tại"), but no denial.
        let is_thing = group_of(class).is_some_and(|group| group != Group::Deed);
        let hidden = self.parts_of(word).find(|(_, senses)| match is_thing {
            true => of(senses).is_some_and(|class| !matches!(class, Class::Rest | Class::Ongoing)),
            false => of(senses).is_some(),
        });
        hidden.map_or(Ok(()), |(part, senses)| {
            let class = of(senses).map_or("", Class::name).to_owned();
            Err(WordError::Hides { word: word.to_owned(), part, class })
        })
    }

    /// The words and phrases of the lexicon in a phrase, as one after the other is read.
    fn parts_of(&self, phrase: &str) -> impl Iterator<Item = (String, &Senses)> {
        let key = Key::new(phrase);
        let words: Vec<String> = elements(key.as_str()).map(|(range, _)| key.as_str()[range].to_owned()).collect();
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < words.len() {
                let start = at;
                if let Some((count, senses)) = self.longest(words[at..].iter().map(String::as_str)) {
                    at += count;
                    return Some((words[start..at].join(" "), senses));
                }
                at += 1;
            }
            None
        })
    }

    /// Classes to which a rule pack may add words; those that end with a dot take a name of the pack's choice.
    pub fn open_classes() -> impl Iterator<Item = &'static str> {
        let groups = [Group::Deed, Group::Noun, Group::Body, Group::Field];
        OPEN.iter().map(|class| class.name()).chain(groups.map(Group::prefix))
    }

    /// What a word or phrase of the lexicon can be.
    pub fn senses(&self, word: &str) -> Option<&Senses> {
        let key = Key::new(word);
        let parts: Vec<&str> = elements(key.as_str()).map(|(range, _)| &key.as_str()[range]).collect();
        let (first, rest) = parts.split_first()?;
        self.first.get(*first)?.iter().find(|e| e.rest == rest).map(|e| &e.senses)
    }

    /// The longest phrase at the beginning of a list of words: how many words it has, and its senses.
    pub(super) fn longest<'a>(&self, mut words: impl Iterator<Item = &'a str> + Clone) -> Option<(usize, &Senses)> {
        let first = words.next()?;
        let fits = |entry: &&Entry| {
            let mut next = words.clone();
            entry.rest.iter().all(|word| next.next() == Some(word))
        };
        self.first.get(first)?.iter().find(fits).map(|e| (e.rest.len() + 1, &e.senses))
    }

    /// A named class, `deed` + `kiểm tra`; `None` if there is none.
    pub fn name(&self, group: Group, name: &str) -> Option<Name> {
        self.index.get(&format!("{}{name}", group.prefix())).copied().map(Name)
    }

    /// True if a phrase, or what it ends with, has a name: "theo đề án" ends as "đề án".
    pub(super) fn ends_as(&self, phrase: &str, name: Name) -> bool {
        let ends = phrase.match_indices(' ').map(|(at, _)| &phrase[at + 1..]);
        std::iter::once(phrase).chain(ends).any(|end| self.senses(end).is_some_and(|senses| senses.has(name)))
    }

    /// The full name of a named class: `deed.kiểm tra`.
    pub fn name_of(&self, name: Name) -> &str {
        self.names.get(usize::from(name.0)).map_or("", String::as_str)
    }

    /// What the name of a body is.
    pub(super) fn named_body(&self) -> Senses {
        Senses { classes: 0, names: self.name(Group::Body, "one").into_iter().collect() }
    }

    /// True if a named class is of a group.
    pub fn is_of(&self, name: Name, group: Group) -> bool {
        self.groups.get(usize::from(name.0)).is_some_and(|own| *own == Some(group))
    }
}

fn group_of(class: &str) -> Option<Group> {
    [Group::Deed, Group::Noun, Group::Body, Group::Field].into_iter().find(|g| class.starts_with(g.prefix()))
}

/// The classes of a table with their words, in the order of the file. Tables may lie in tables: `[deed."kiểm tra"]`.
fn tables_of(text: &str) -> Result<Vec<(String, Vec<String>)>, toml::de::Error> {
    let table: toml::Table = toml::from_str(text)?;
    let mut found = Vec::new();
    gather("", table, &mut found)?;
    Ok(found)
}

fn gather(prefix: &str, table: toml::Table, found: &mut Vec<(String, Vec<String>)>) -> Result<(), toml::de::Error> {
    for (name, value) in table {
        let toml::Value::Table(inner) = value else { continue };
        let class = format!("{prefix}{name}");
        if inner.contains_key("words") {
            found.push((class, Words::deserialize(toml::Value::Table(inner))?.words));
        } else {
            gather(&format!("{class}."), inner, found)?;
        }
    }
    Ok(())
}

/// The words, numbers and marks of a folded text, with whether it is a word.
pub(super) fn elements(folded: &str) -> impl Iterator<Item = (std::ops::Range<usize>, Element)> + '_ {
    crate::text::pattern::regex!(r"\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*|[0-9]+(?:[.,][0-9]+)*|\S").find_iter(folded).map(
        |found| {
            let kind = match found.as_str().chars().next() {
                Some('0'..='9') => Element::Number,
                Some(c) if c.is_alphabetic() => Element::Word,
                _ => Element::Mark,
            };
            (found.range(), kind)
        },
    )
}

/// What a piece of text is by its characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// Letters.
    Word,
    /// Digits with their separators.
    Number,
    /// One character of anything else.
    Mark,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_is_read_whole() {
        for (name, text) in TABLES {
            let tables = tables_of(text).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert!(!tables.is_empty(), "{name} has no class");
            for (class, words) in tables {
                let is_known = Class::ALL.iter().any(|c| c.name() == class) || group_of(&class).is_some();
                assert!(is_known, "{name}: there is no class {class:?}");
                assert!(!words.is_empty(), "{name}: {class:?} has no words");
                let mut sorted: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
                sorted.sort();
                let double = sorted.windows(2).find(|w| w[0] == w[1]);
                assert!(double.is_none(), "{name}: {class:?} has {double:?} twice");
            }
        }
    }

    #[test]
    fn no_word_that_forbids_a_result_is_harmless_too() {
        let lexicon = Lexicon::bundled();
        // Words that say that a result came about, which no word of the other classes may be.
        let positive = [Class::Done, Class::DoneMark, Class::Praise, Class::OnTime, Class::Early];
        lexicon.first.iter().for_each(|(first, entries)| {
            for entry in entries {
                let forbids: Vec<Class> = entry.senses.classes().filter(|c| FORBIDDING.contains(c)).collect();
                let both = !forbids.is_empty() && entry.senses.is_any(&positive);
                assert!(!both, "{first} {:?} is {forbids:?} and something that tells a result", entry.rest);
            }
        });
    }

    #[test]
    fn a_pack_adds_words_to_open_classes_only() {
        let word = |class: &str, word: &str| (class.to_owned(), word.to_owned());
        let lexicon = Lexicon::bundled();
        let more = lexicon.with(&[word("deed.tập huấn", "bổ túc"), word("praise", "rộn ràng")]).expect("both are open");
        assert!(more.senses("rộn ràng").is_some_and(|s| s.is(Class::Praise)));
        let name = more.name(Group::Deed, "tập huấn").expect("the pack names it");
        assert!(more.senses("Bổ túc").is_some_and(|s| s.has(name)));
        assert!(lexicon.senses("rộn ràng").is_none());
        let problems = lexicon.with(&[
            word("negation", "khó"),
            word("hoan hô", "x"),
            word("done", "phấn đấu"),
            word("praise", "chưa rộn ràng"),
        ]);
        let problems: Vec<WordError> = problems.expect_err("none is allowed").into_iter().map(|(_, p)| p).collect();
        assert!(
            matches!(
                &problems[..],
                [WordError::Closed(_), WordError::NoClass(_), WordError::Contradicts { .. }, WordError::Hides { .. }]
            ),
            "{problems:?}"
        );
    }
}
