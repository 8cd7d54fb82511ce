//! From the files of a pack to a pack that holds together, or to a list of all that does not.

use std::cell::RefCell;

use serde::Deserialize;
use toml::Spanned;

use super::file::RuleFile;
use super::pack::{Criterion, Deadline, Evidence, GeneralDemand, Match, Pack, PeriodDemand};
use super::part::{CriterionPart, GeneralPart, ItemPart, Open, ReadItem};
use super::problem::{PackError, Problem};
use super::table::Table;
use crate::files::ContentHash;

/// Builds a pack from its files (name, text), sorted by name. `kinds` read what judges the items.
pub(super) fn pack<D>(files: &[(String, String)], kinds: &[Open<D>]) -> Result<Pack<D>, PackError> {
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
    let built = Table::of_file(head).and_then(|table| {
        let pack = with_head(&table, files, kinds, &problems);
        table.close();
        pack
    });
    let mut problems = problems.into_inner();
    match built.filter(|_| problems.is_empty()) {
        Some(pack) => Ok(Pack { sha256: fingerprint(files), ..pack }),
        None => {
            problems.sort_by(|a, b| a.file.cmp(&b.file).then_with(|| a.span.start.cmp(&b.span.start)));
            Err(PackError::Broken(problems))
        }
    }
}

/// The file with what holds for the whole pack; every other one is a criterion.
const HEAD: &str = "pack.toml";

fn with_head<D>(
    table: &Table<'_>,
    files: &[(String, String)],
    kinds: &[Open<D>],
    problems: &RefCell<Vec<Problem>>,
) -> Option<Pack<D>> {
    let general: Vec<GeneralPart<'_>> = table.tables("demand").into_iter().filter_map(general).collect();
    let place: String = table.get("place").unwrap_or_default();
    let listed: Vec<Spanned<String>> = table.require("criteria").unwrap_or_default();
    let mut codes: Vec<Spanned<String>> = Vec::new();
    let mut criteria = Vec::new();
    for (name, text) in files.iter().filter(|(name, _)| name != HEAD) {
        let file = RuleFile::new(name, text, problems);
        let Some(table) = Table::of_file(file) else { continue };
        let of_pack = OfPack { place: &place, general: &general, kinds };
        if let Some((code, criterion)) = criterion(&table, &of_pack) {
            is_listed_once(file, &code, &listed, &codes);
            codes.push(code);
            criteria.push(criterion);
        }
        table.close();
    }
    general.iter().for_each(|part| part.table.close());
    // A file that could not be read may be the one that a code lacks.
    if codes.len() + 1 == files.len() {
        for code in listed.iter().filter(|code| !codes.iter().any(|c| c.get_ref() == code.get_ref())) {
            let help = format!("add a file with code = \"{}\", or take the code out of the list", code.get_ref());
            table.file.bad_name(code, "no file of the pack has this code", help);
        }
    }
    criteria.sort_by_key(|c: &Criterion<D>| listed.iter().position(|code| *code.get_ref() == c.code));
    Some(Pack {
        id: table.require("id")?,
        title: table.require("title")?,
        level: table.require("level")?,
        place,
        year: table.require("year")?,
        official: table.get("official").unwrap_or_default(),
        source: table.require("source")?,
        roll_up: table.get("roll_up").unwrap_or_default(),
        demands: general.into_iter().map(|part| part.demand).collect(),
        criteria,
        sha256: String::new(),
    })
}

fn is_listed_once(file: RuleFile<'_>, code: &Spanned<String>, listed: &[Spanned<String>], before: &[Spanned<String>]) {
    if !listed.iter().any(|c| c.get_ref() == code.get_ref()) {
        let known: Vec<&str> = listed.iter().map(|c| c.get_ref().as_str()).collect();
        file.bad_name(
            code,
            "this code is not in the list of pack.toml",
            format!("pack.toml lists {}", known.join(", ")),
        );
    }
    if before.iter().any(|c| c.get_ref() == code.get_ref()) {
        file.bad_name(code, "another file has this code", "");
    }
}

/// SHA-256 over names and contents; line ends do not count, so that a checkout on Windows has the same.
fn fingerprint(files: &[(String, String)]) -> String {
    let texts: Vec<String> = files.iter().map(|(_, text)| text.replace("\r\n", "\n")).collect();
    let parts = files.iter().zip(&texts).flat_map(|((name, _), text)| [name.as_bytes(), &[0], text.as_bytes(), &[0]]);
    ContentHash::of(&parts.collect::<Vec<_>>()).to_string()
}

/// A demand on every row; its other keys are read by the kinds of check.
fn general(table: Table<'_>) -> Option<GeneralPart<'_>> {
    let grounds = table.get::<Spanned<String>>("explanation").is_some_and(|word| {
        let is_known = word.get_ref() == "grounds";
        if !is_known {
            table.file.bad_value(&word, "no such demand on explanations", "use grounds");
        }
        is_known
    });
    let demand = GeneralDemand {
        id: table.require("id")?,
        name: table.require("name")?,
        clause: table.require("clause")?,
        explanation_needs_grounds: grounds,
    };
    Some(GeneralPart { demand, table })
}

/// What a criterion needs to know of its pack.
struct OfPack<'a, D> {
    place: &'a str,
    general: &'a [GeneralPart<'a>],
    kinds: &'a [Open<D>],
}

fn criterion<D>(table: &Table<'_>, of_pack: &OfPack<'_, D>) -> Option<(Spanned<String>, Criterion<D>)> {
    let file = table.file;
    let code: Spanned<String> = table.require("code")?;
    let clause: String = table.require("clause")?;
    let part = CriterionPart { file, clause: &clause, table };
    let mut readers: Vec<Box<dyn ReadItem<D>>> = of_pack.kinds.iter().map(|open| open(&part)).collect();
    let tables = table.tables("evidence");
    let siblings: Vec<(String, String)> =
        tables.iter().filter_map(|t| Some((t.get("id")?, t.get("name").unwrap_or_default()))).collect();
    let mut evidence: Vec<Evidence<D>> = Vec::new();
    for table in &tables {
        let id: Option<Spanned<String>> = table.require("id");
        if let Some(id) = id.as_ref().filter(|id| evidence.iter().any(|e| e.id == *id.get_ref())) {
            file.bad_name(id, "another item of this criterion has this id", "");
        }
        let of_criterion = OfCriterion { clause: &clause, siblings: &siblings, of_pack };
        evidence.extend(id.and_then(|id| item(table, id, &of_criterion, &mut readers)));
        table.close();
    }
    readers.iter_mut().for_each(|reader| reader.close(&part));
    if tables.is_empty() {
        file.bad_name(&code, "the criterion has no evidence", "add at least one [[evidence]]");
    }
    let criterion = Criterion {
        code: code.get_ref().clone(),
        name: table.require("name")?,
        clause: clause.clone(),
        official: table.get("official").unwrap_or_default(),
        max_points: table.get("max_points"),
        explanation: table.get("explanation").unwrap_or(true),
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

fn item<D>(
    table: &Table<'_>,
    id: Spanned<String>,
    of_criterion: &OfCriterion<'_, D>,
    readers: &mut [Box<dyn ReadItem<D>>],
) -> Option<Evidence<D>> {
    let file = table.file;
    let raw: Option<RawMatch> = table.require("match");
    if raw.as_ref().is_some_and(|raw| raw.number.is_none() && raw.phrases.is_empty()) {
        file.bad_value(&id, "this item would match any document", "add match.number or match.phrases");
    }
    let matching = matching(file, &raw.unwrap_or_default());
    let require = table.table("require").unwrap_or_else(|| Table::empty(file));
    let count: Option<Spanned<u32>> = require.get("count");
    if let Some(count) = count.as_ref().filter(|c| *c.get_ref() == 0) {
        file.bad_value(count, "a count starts at 1", "");
    }
    let periods: Vec<RawPeriod> = require.get("periods").unwrap_or_default();
    let periods: Vec<PeriodDemand> = periods.iter().filter_map(|raw| raw.checked(file)).collect();
    let clause = table.get("clause").unwrap_or_else(|| of_criterion.clause.to_owned());
    let part = ItemPart {
        file,
        id: id.get_ref(),
        clause: &clause,
        matching: &matching,
        periods: &periods,
        siblings: of_criterion.siblings,
        place: of_criterion.of_pack.place,
        general: of_criterion.of_pack.general,
        require: &require,
    };
    let demands = readers.iter_mut().flat_map(|reader| reader.item(&part)).collect();
    require.close();
    Some(Evidence {
        name: table.require("name")?,
        proposal: table.get("proposal").unwrap_or_default(),
        any_of: table.get("any_of"),
        count: count.map_or(1, Spanned::into_inner),
        id: id.into_inner(),
        clause,
        matching,
        periods,
        demands,
    })
}

/// `[evidence.match]` as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawMatch {
    number: Option<Spanned<String>>,
    date: Option<Spanned<String>>,
    issuer: Option<String>,
    types: Vec<Spanned<String>>,
    phrases: Vec<Spanned<String>>,
    without: Vec<Spanned<String>>,
    periods: Vec<Spanned<String>>,
}

fn matching(file: RuleFile<'_>, raw: &RawMatch) -> Match {
    Match {
        number: raw.number.as_ref().and_then(|n| file.number(n)),
        date: raw.date.as_ref().and_then(|d| file.date(d)),
        issuer: raw.issuer.clone(),
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

impl RawPeriod {
    fn checked(&self, file: RuleFile<'_>) -> Option<PeriodDemand> {
        let date = self.deadline.as_ref().and_then(|d| file.relative_date(d));
        let deadline = date.map(|date| Deadline { date, proposal: self.proposal });
        Some(PeriodDemand { period: file.period(&self.period)?, deadline })
    }
}
