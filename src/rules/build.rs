//! From the files of a pack to a pack that holds together, or to a list of all that does not.

use std::cell::RefCell;

use serde::Deserialize;
use toml::Spanned;

use super::file::{RuleFile, VOCABULARY};
use super::pack::{Criterion, Deadline, Evidence, GeneralDemand, Match, Pack, PeriodDemand, Policy};
use super::part::{CriterionTable, GeneralTable, ItemReader, ItemTable, OpenCriterion};
use super::problem::{PackError, Problem};
use super::table::Table;
use super::vocabulary::{self, AddedWord, WordCheck};
use crate::files::ContentHash;
use crate::message::Severity;

/// Builds a pack from its files (name, text), sorted by name. `kinds` read what judges the items; `words` knows
/// which words a pack may add.
pub(super) fn pack<D>(
    files: &[(String, String)],
    kinds: &[OpenCriterion<D>],
    words: WordCheck,
) -> Result<Pack<D>, PackError> {
    let Some((_, pack_text)) = files.iter().find(|(name, _)| name == HEAD) else {
        return Err(PackError::Broken(vec![Problem {
            code: "KC903",
            file: HEAD.to_owned(),
            source: String::new(),
            span: 0..0,
            message: "the pack has no pack.toml".to_owned(),
            help: "the folder of a rule pack holds a pack.toml and one file for each criterion".to_owned(),
        }]));
    };
    let problems = RefCell::default();
    let head = RuleFile::new(HEAD, pack_text, &problems);
    let words = vocabulary::read(files, words, &problems);
    let built = Table::of_file(head).and_then(|table| {
        let pack = with_head(&table, files, kinds, &words, &problems);
        table.close();
        pack
    });
    let mut problems = problems.into_inner();
    match built.filter(|_| problems.is_empty()) {
        Some(pack) => Ok(Pack { words, sha256: fingerprint(files), ..pack }),
        None => {
            problems.sort_by(|a, b| a.file.cmp(&b.file).then_with(|| a.span.start.cmp(&b.span.start)));
            Err(PackError::Broken(problems))
        }
    }
}

/// The file with what holds for the whole pack; every other one but the vocabulary is a criterion.
const HEAD: &str = "pack.toml";

/// The files of criteria.
fn of_criteria(files: &[(String, String)]) -> impl Iterator<Item = &(String, String)> {
    files.iter().filter(|(name, _)| name != HEAD && name != VOCABULARY)
}

fn with_head<D>(
    table: &Table<'_>,
    files: &[(String, String)],
    kinds: &[OpenCriterion<D>],
    words: &[AddedWord],
    problems: &RefCell<Vec<Problem>>,
) -> Option<Pack<D>> {
    // All keys are asked for before anything is given up: a key that nobody asked for counts as unknown.
    let (id, title, level) = (table.require("id"), table.require("title"), table.require("level"));
    let (year, source) = (table.require("year"), table.require("source"));
    let (official, roll_up) = (table.get("official"), table.get("roll_up"));
    let place: String = table.get("place").unwrap_or_default();
    let policy = read_policy(table);
    let general: Vec<GeneralTable<'_>> = table.tables("demand").into_iter().filter_map(read_general).collect();
    let listed: Option<Vec<Spanned<String>>> = table.require("criteria");
    let of_pack = OfPack { place: &place, general: &general, kinds, words };
    let mut criteria = read_criteria(files, &of_pack, listed.as_deref(), problems);
    // What a pack demands of every row is read with the items; without any, nothing is known of its keys.
    if criteria.iter().any(|criterion| !criterion.evidence.is_empty()) {
        general.iter().for_each(|part| part.table.close());
    }
    let listed = listed?;
    // A file that could not be read may be the one that a code lacks.
    if criteria.len() == of_criteria(files).count() {
        for code in listed.iter().filter(|code| !criteria.iter().any(|c| c.code == *code.get_ref())) {
            let help = format!("add a file with code = \"{}\", or take the code out of the list", code.get_ref());
            table.file.bad_name(code, "no file of the pack has this code", help);
        }
    }
    criteria.sort_by_key(|c| listed.iter().position(|code| *code.get_ref() == c.code));
    Some(Pack {
        id: id?,
        title: title?,
        level: level?,
        year: year?,
        source: source?,
        official: official.unwrap_or_default(),
        roll_up: roll_up.unwrap_or_default(),
        policy,
        demands: general.into_iter().map(|part| part.demand).collect(),
        place,
        criteria,
        words: Vec::new(),
        sha256: String::new(),
    })
}

/// The criteria, in the order of their files.
fn read_criteria<D>(
    files: &[(String, String)],
    of_pack: &OfPack<'_, D>,
    listed: Option<&[Spanned<String>]>,
    problems: &RefCell<Vec<Problem>>,
) -> Vec<Criterion<D>> {
    let mut criteria: Vec<Criterion<D>> = Vec::new();
    for (name, text) in of_criteria(files) {
        let file = RuleFile::new(name, text, problems);
        let Some(table) = Table::of_file(file) else { continue };
        let read = read_criterion(&table, of_pack);
        table.close();
        let Some((code, criterion)) = read else { continue };
        if let Some(listed) = listed.filter(|listed| !listed.iter().any(|c| c.get_ref() == code.get_ref())) {
            let known: Vec<&str> = listed.iter().map(|c| c.get_ref().as_str()).collect();
            let help = format!("pack.toml lists {}", known.join(", "));
            file.bad_name(&code, "this code is not in the list of pack.toml", help);
        }
        if criteria.iter().any(|c| c.code == *code.get_ref()) {
            file.bad_name(&code, "another file has this code", "");
        }
        criteria.push(criterion);
    }
    criteria
}

/// SHA-256 over names and contents; line ends do not count, so that a checkout on Windows has the same.
fn fingerprint(files: &[(String, String)]) -> String {
    let texts: Vec<String> = files.iter().map(|(_, text)| text.replace("\r\n", "\n")).collect();
    let parts = files.iter().zip(&texts).flat_map(|((name, _), text)| [name.as_bytes(), &[0], text.as_bytes(), &[0]]);
    ContentHash::of(&parts.collect::<Vec<_>>()).to_string()
}

/// `[policy]`: what becomes of proposals that are not kept to.
fn read_policy(table: &Table<'_>) -> Policy {
    let Some(policy) = table.table("policy") else { return Policy::default() };
    let read = |key: &'static str| {
        let word = policy.get::<Spanned<String>>(key)?;
        let severity = match word.get_ref().as_str() {
            "question" => Some(Severity::Question),
            "warning" => Some(Severity::Warning),
            "info" => Some(Severity::Info),
            _ => None,
        };
        if severity.is_none() {
            let help = "use question, warning or info; only what the source demands can make a gap";
            policy.file.bad_value(&word, "a proposal of the pack cannot end like this", help);
        }
        severity
    };
    let (paper, detail) = (read("paper"), read("detail"));
    policy.close();
    let usual = Policy::default();
    Policy { paper: paper.unwrap_or(usual.paper), detail: detail.unwrap_or(usual.detail) }
}

/// The parts of a sourced item that a pack may propose by themselves, as `proposals = [...]` names them.
const PARTS: [&str; 3] = ["types", "issuers", "after"];

fn read_proposals(table: &Table<'_>) -> Vec<String> {
    let named = table.list::<Spanned<String>>("proposals").entries;
    for word in named.iter().filter(|word| !PARTS.contains(&word.get_ref().as_str())) {
        table.file.bad_name(word, "no part of an item has this name", format!("use {}", PARTS.join(", ")));
    }
    named.into_iter().map(Spanned::into_inner).collect()
}

/// A demand on every row; its other keys are read by the kinds of check.
fn read_general(table: Table<'_>) -> Option<GeneralTable<'_>> {
    let (id, name, clause) = (table.require("id"), table.require("name"), table.require("clause"));
    let grounds = table.get::<Spanned<String>>("explanation").is_some_and(|word| {
        let is_known = word.get_ref() == "grounds";
        if !is_known {
            table.file.bad_value(&word, "no such demand on explanations", "use grounds");
        }
        is_known
    });
    let demand = GeneralDemand { id: id?, name: name?, clause: clause?, explanation_needs_grounds: grounds };
    Some(GeneralTable { demand, table })
}

/// What a criterion needs to know of its pack.
struct OfPack<'a, D> {
    place: &'a str,
    general: &'a [GeneralTable<'a>],
    kinds: &'a [OpenCriterion<D>],
    words: &'a [AddedWord],
}

fn read_criterion<D>(table: &Table<'_>, of_pack: &OfPack<'_, D>) -> Option<(Spanned<String>, Criterion<D>)> {
    let file = table.file;
    let (code, name): (Option<Spanned<String>>, Option<String>) = (table.require("code"), table.require("name"));
    let clause: Option<String> = table.require("clause");
    let (official, max_points) = (table.get("official"), table.get("max_points"));
    let explanation = table.get("explanation");
    let tables = table.tables("evidence");
    let siblings: Vec<(String, String)> =
        tables.iter().filter_map(|t| Some((t.get("id")?, t.get("name").unwrap_or_default()))).collect();
    let own_clause = clause.clone().unwrap_or_default();
    let criterion = CriterionTable { file, clause: &own_clause, words: of_pack.words, table };
    let mut readers: Vec<Box<dyn ItemReader<D>>> = of_pack.kinds.iter().map(|open| open(&criterion)).collect();
    let of_criterion = OfCriterion { clause: &own_clause, siblings: &siblings, of_pack };
    let mut evidence: Vec<Evidence<D>> = Vec::new();
    for table in &tables {
        let item = read_item(table, &of_criterion, &mut readers);
        table.close();
        let Some((id, item)) = item else { continue };
        if evidence.iter().any(|e| e.id == item.id) {
            file.bad_name(&id, "another item of this criterion has this id", "");
        }
        evidence.push(item);
    }
    readers.iter_mut().for_each(|reader| reader.close(&criterion));
    let code = code?;
    if tables.is_empty() {
        file.bad_name(&code, "the criterion has no evidence", "add at least one [[evidence]]");
    }
    let criterion = Criterion {
        code: code.get_ref().clone(),
        name: name?,
        clause: clause?,
        official: official.unwrap_or_default(),
        max_points,
        explanation: explanation.unwrap_or(true),
        evidence,
    };
    Some((code, criterion))
}

/// What an item needs to know of its criterion.
struct OfCriterion<'a, D> {
    clause: &'a str,
    siblings: &'a [(String, String)],
    of_pack: &'a OfPack<'a, D>,
}

fn read_item<D>(
    table: &Table<'_>,
    of_criterion: &OfCriterion<'_, D>,
    readers: &mut [Box<dyn ItemReader<D>>],
) -> Option<(Spanned<String>, Evidence<D>)> {
    let file = table.file;
    let (id, name): (Option<Spanned<String>>, Option<String>) = (table.require("id"), table.require("name"));
    let (proposal, any_of) = (table.get("proposal"), table.get("any_of"));
    let clause = table.get("clause").unwrap_or_else(|| of_criterion.clause.to_owned());
    let proposal = proposal.unwrap_or_default();
    let proposals = read_proposals(table);
    let matching = read_match(table, id.as_ref());
    let require = table.table("require").unwrap_or_else(|| Table::empty(file));
    let count: Option<Spanned<u32>> = require.get("count");
    if let Some(count) = count.as_ref().filter(|c| *c.get_ref() == 0) {
        file.bad_value(count, "a count starts at 1", "");
    }
    let periods = read_periods(&require);
    let item = ItemTable {
        file,
        id: id.as_ref().map_or("", |id| id.get_ref().as_str()),
        clause: &clause,
        matching: &matching,
        periods: &periods,
        proposal,
        proposals: &proposals,
        siblings: of_criterion.siblings,
        place: of_criterion.of_pack.place,
        general: of_criterion.of_pack.general,
        require: &require,
    };
    let demands = readers.iter_mut().flat_map(|reader| reader.item(&item)).collect();
    require.close();
    let (id, name) = (id?, name?);
    let count = count.map_or(1, Spanned::into_inner);
    let own = id.get_ref().clone();
    Some((id, Evidence { id: own, name, clause, proposal, any_of, matching, count, periods, demands }))
}

/// `[evidence.match]` as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawMatch {
    number: Option<Spanned<String>>,
    date: Option<Spanned<String>>,
    issuer: Option<Spanned<String>>,
    types: Vec<Spanned<String>>,
    phrases: Vec<Spanned<String>>,
    without: Vec<Spanned<String>>,
    periods: Vec<Spanned<String>>,
}

fn read_match(table: &Table<'_>, id: Option<&Spanned<String>>) -> Match {
    let file = table.file;
    let raw: Option<RawMatch> = table.require("match");
    if let (Some(raw), Some(id)) = (&raw, id)
        && raw.number.is_none()
        && raw.phrases.is_empty()
    {
        file.bad_value(id, "this item would match any document", "add match.number or match.phrases");
    }
    let raw = raw.unwrap_or_default();
    for word in [&raw.date, &raw.issuer].into_iter().flatten().filter(|_| raw.number.is_none()) {
        let help = "add match.number, or say it in [evidence.require] as window or issuers";
        file.bad_value(word, "this is only looked at beside the number of an exact document", help);
    }
    Match {
        number: raw.number.as_ref().and_then(|n| file.number(n)),
        date: raw.date.as_ref().and_then(|d| file.date(d)),
        issuer: raw.issuer.map(Spanned::into_inner),
        types: raw.types.iter().filter_map(|t| file.document_type(t)).collect(),
        phrases: file.phrases(&raw.phrases),
        without: file.phrases(&raw.without),
        periods: raw.periods.iter().filter_map(|p| file.period(p)).collect(),
    }
}

/// `[[evidence.require.periods]]` as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPeriod {
    period: Spanned<String>,
    deadline: Option<Spanned<String>>,
    #[serde(default)]
    proposal: bool,
}

fn read_periods(require: &Table<'_>) -> Vec<PeriodDemand> {
    let file = require.file;
    let mut periods: Vec<PeriodDemand> = Vec::new();
    for raw in require.list::<RawPeriod>("periods").entries {
        let date = raw.deadline.as_ref().and_then(|d| file.relative_date(d));
        let deadline = date.map(|date| Deadline { date, proposal: raw.proposal });
        let Some(period) = file.period(&raw.period) else { continue };
        if periods.iter().any(|p| p.period == period) {
            file.bad_name(&raw.period, "this period stands here twice", "one document is asked for each period");
        }
        periods.push(PeriodDemand { period, deadline, proposal: raw.proposal });
    }
    periods
}
