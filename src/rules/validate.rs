//! From the shape of the files to a pack that holds together, or to a list of all that does not.

use toml::Spanned;

use super::pack::*;
use super::problem::{PackError, Problem};
use super::raw::*;
use super::when::RelativeDate;
use crate::files::ContentHash;
use crate::text::doctype;
use crate::text::period::Period;
use crate::text::symbol::DocumentNumber;

/// Builds a pack from its files (name, text), sorted by name.
pub(super) fn pack(files: &[(String, String)]) -> Result<Pack, PackError> {
    let mut problems = Vec::new();
    let Some((_, pack_text)) = files.iter().find(|(name, _)| name == "pack.toml") else {
        let help = "the folder of a rule pack holds a pack.toml and one file for each criterion".to_owned();
        let file = "pack.toml".to_owned();
        let message = "the pack has no pack.toml".to_owned();
        return Err(PackError::Broken(vec![Problem {
            code: "KC903",
            file,
            source: String::new(),
            span: 0..0,
            message,
            help,
        }]));
    };
    let raw: RawPack = match toml::from_str(pack_text) {
        Ok(raw) => raw,
        Err(error) => return Err(PackError::Broken(vec![syntax("pack.toml", pack_text, &error)])),
    };
    let mut checker = Checker { file: "pack.toml", source: pack_text, problems: &mut problems };
    let demands = raw.demands.iter().map(|d| checker.demand(d)).collect();

    let mut criteria: Vec<Criterion> = Vec::new();
    for (name, text) in files.iter().filter(|(name, _)| name != "pack.toml") {
        match toml::from_str::<RawCriterion>(text) {
            Ok(raw_criterion) => {
                let mut checker = Checker { file: name, source: text, problems: &mut problems };
                let known: Vec<&str> = raw.criteria.iter().map(|c| c.get_ref().as_str()).collect();
                if !known.contains(&raw_criterion.code.get_ref().as_str()) {
                    let help = format!("pack.toml lists {}", known.join(", "));
                    checker.add("KC903", &raw_criterion.code, "this code is not in the list of pack.toml", help);
                }
                if criteria.iter().any(|c| c.code == *raw_criterion.code.get_ref()) {
                    checker.add("KC903", &raw_criterion.code, "another file has this code", String::new());
                }
                criteria.push(checker.criterion(raw_criterion));
            }
            Err(error) => problems.push(syntax(name, text, &error)),
        }
    }
    // A file that could not be parsed may be the one that a code lacks.
    let all_parsed = criteria.len() + 1 == files.len();
    let mut checker = Checker { file: "pack.toml", source: pack_text, problems: &mut problems };
    for code in raw.criteria.iter().filter(|_| all_parsed) {
        if !criteria.iter().any(|c| c.code == *code.get_ref()) {
            let help = format!("add a file with code = \"{}\", or take the code out of the list", code.get_ref());
            checker.add("KC903", code, "no file of the pack has this code", help);
        }
    }
    if !problems.is_empty() {
        problems.sort_by(|a, b| a.file.cmp(&b.file).then_with(|| a.span.start.cmp(&b.span.start)));
        return Err(PackError::Broken(problems));
    }
    criteria.sort_by_key(|c| raw.criteria.iter().position(|known| *known.get_ref() == c.code));
    Ok(Pack {
        id: raw.id,
        title: raw.title,
        level: raw.level,
        place: raw.place,
        year: raw.year,
        official: raw.official,
        source: raw.source,
        roll_up: raw.roll_up,
        demands,
        criteria,
        sha256: fingerprint(files),
    })
}

/// SHA-256 over names and contents; line ends do not count, so that a checkout on Windows has the same.
fn fingerprint(files: &[(String, String)]) -> String {
    let texts: Vec<String> = files.iter().map(|(_, text)| text.replace("\r\n", "\n")).collect();
    let parts = files.iter().zip(&texts).flat_map(|((name, _), text)| [name.as_bytes(), &[0], text.as_bytes(), &[0]]);
    ContentHash::of(&parts.collect::<Vec<_>>()).to_string()
}

fn syntax(file: &str, source: &str, error: &toml::de::Error) -> Problem {
    let span = error.span().unwrap_or(0..0);
    let message = error.message().trim().replace('\n', "; ");
    let help = "see the rule files of the bundled packs for the keys that exist".to_owned();
    Problem { code: "KC901", file: file.to_owned(), source: source.to_owned(), span, message, help }
}

/// Turns raw values into checked ones and notes each problem at its place.
struct Checker<'a> {
    file: &'a str,
    source: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Checker<'_> {
    fn add<T>(&mut self, code: &'static str, at: &Spanned<T>, message: &str, help: String) {
        let (file, source) = (self.file.to_owned(), self.source.to_owned());
        self.problems.push(Problem { code, file, source, span: at.span(), message: message.to_owned(), help });
    }

    fn demand(&mut self, raw: &RawDemand) -> Demand {
        let mut form = Vec::new();
        for word in &raw.form {
            match word.get_ref().as_str() {
                "number" => form.push(FormDemand::Number),
                "date" => form.push(FormDemand::Date),
                "signer" => form.push(FormDemand::Signer),
                "not-draft" => form.push(FormDemand::NotDraft),
                _ => self.add(
                    "KC902",
                    word,
                    "no such demand on the form",
                    "use number, date, signer or not-draft".into(),
                ),
            }
        }
        let grounds = raw.explanation.as_ref().is_some_and(|e| {
            let known = e.get_ref() == "grounds";
            if !known {
                self.add("KC902", e, "no such demand on explanations", "use grounds".into());
            }
            known
        });
        Demand {
            id: raw.id.clone(),
            name: raw.name.clone(),
            clause: raw.clause.clone(),
            form,
            explanation_needs_grounds: grounds,
        }
    }

    fn criterion(&mut self, raw: RawCriterion) -> Criterion {
        let measures: Vec<(Spanned<String>, Measure)> =
            raw.measures.into_iter().map(|m| self.measure(m, &raw.clause)).collect();
        let ids: Vec<String> = raw.evidence.iter().map(|e| e.id.get_ref().clone()).collect();
        let mut evidence: Vec<Evidence> = Vec::new();
        let mut used: Vec<String> = Vec::new();
        for item in raw.evidence {
            if evidence.iter().any(|e| e.id == *item.id.get_ref()) {
                self.add("KC903", &item.id, "another item of this criterion has this id", String::new());
            }
            used.extend(item.require.measures.iter().map(|m| m.get_ref().clone()));
            evidence.push(self.evidence(item, &raw.clause, &ids, &measures));
        }
        for (id, _) in measures.iter().filter(|(id, _)| !used.contains(id.get_ref())) {
            self.add("KC903", id, "no item requires this measure", "name it in measures = [...] of an item".into());
        }
        if evidence.is_empty() {
            self.add("KC903", &raw.code, "the criterion has no evidence", "add at least one [[evidence]]".into());
        }
        Criterion {
            code: raw.code.into_inner(),
            name: raw.name,
            clause: raw.clause,
            official: raw.official,
            max_points: raw.max_points,
            explanation: raw.explanation.unwrap_or(true),
            evidence,
        }
    }

    fn measure(&mut self, raw: RawMeasure, clause: &str) -> (Spanned<String>, Measure) {
        let threshold = *raw.at_least.get_ref();
        if !(threshold > 0.0 && threshold <= 100.0) {
            self.add("KC902", &raw.at_least, "a threshold is a percentage above 0 and up to 100", String::new());
        }
        if raw.phrases.is_empty() {
            self.add("KC902", &raw.id, "a measure without phrases would take any figure", "add phrases = [...]".into());
        }
        let measure = Measure {
            id: raw.id.get_ref().clone(),
            name: raw.name,
            clause: raw.clause.unwrap_or_else(|| clause.to_owned()),
            phrases: self.phrases(&raw.phrases),
            without: self.phrases(&raw.without),
            counts: raw.counts.and_then(|words| self.phrases(&[words]).pop()),
            at_least: threshold,
            proposal: raw.proposal,
            denominator_fact: raw.denominator_fact,
        };
        (raw.id, measure)
    }

    fn evidence(
        &mut self,
        raw: RawEvidence,
        clause: &str,
        ids: &[String],
        measures: &[(Spanned<String>, Measure)],
    ) -> Evidence {
        let matching = self.matching(&raw.id, &raw.r#match);
        let mut chosen = Vec::new();
        for name in &raw.require.measures {
            match measures.iter().find(|(id, _)| id.get_ref() == name.get_ref()) {
                Some((_, measure)) => chosen.push(measure.clone()),
                None => self.add(
                    "KC903",
                    name,
                    "this criterion has no such measure",
                    "add a [[measure]] with this id".into(),
                ),
            }
        }
        if let Some(after) =
            raw.require.after.as_ref().filter(|a| !ids.contains(a.get_ref()) || a.get_ref() == raw.id.get_ref())
        {
            self.add(
                "KC903",
                after,
                "this criterion has no other item with this id",
                format!("its items are {}", ids.join(", ")),
            );
        }
        if let Some(count) = raw.require.count.as_ref().filter(|c| *c.get_ref() == 0) {
            self.add("KC902", count, "a count starts at 1", String::new());
        }
        let require = self.require(raw.require, chosen);
        Evidence {
            id: raw.id.into_inner(),
            name: raw.name,
            clause: raw.clause.unwrap_or_else(|| clause.to_owned()),
            proposal: raw.proposal,
            any_of: raw.any_of,
            matching,
            require,
        }
    }

    fn matching(&mut self, id: &Spanned<String>, raw: &RawMatch) -> Match {
        let number = raw.number.as_ref().and_then(|n| self.number(n));
        let date = raw.date.as_ref().and_then(|d| match d.get_ref().parse() {
            Ok(date) => Some(date),
            Err(_) => {
                self.add("KC902", d, "this is no day", "write it as 2017-12-21".into());
                None
            }
        });
        if raw.number.is_none() && raw.phrases.is_empty() {
            self.add("KC902", id, "this item would match any document", "add match.number or match.phrases".into());
        }
        let mut types = Vec::new();
        for word in &raw.types {
            match doctype::by_abbreviation(word.get_ref()) {
                Some(known) => types.push(known.abbr),
                None => self.add(
                    "KC902",
                    word,
                    "no such type of document",
                    "use an abbreviation such as QĐ, KH, BC, TB, CV; case matters".into(),
                ),
            }
        }
        let periods = raw.periods.iter().filter_map(|p| self.period(p)).collect();
        let phrases = self.phrases(&raw.phrases);
        let without = self.phrases(&raw.without);
        Match { number, date, issuer: raw.issuer.clone(), types, phrases, without, periods }
    }

    fn require(&mut self, raw: RawRequire, measures: Vec<Measure>) -> Require {
        let window = raw.window.and_then(|w| {
            let (from, to) = (self.date(&w.from)?, self.date(&w.to)?);
            // 2018 stands for any index year: both ends move together unless one is fixed.
            if from.in_year(2018) > to.in_year(2018) {
                self.add("KC902", &w.to, "the window ends before it begins", String::new());
            }
            Some(Window { from, to, proposal: w.proposal })
        });
        let deadline = raw.deadline.and_then(|d| Some(Deadline { date: self.date(&d.date)?, proposal: d.proposal }));
        let mut periods = Vec::new();
        for p in &raw.periods {
            let deadline =
                p.deadline.as_ref().and_then(|d| self.date(d)).map(|date| Deadline { date, proposal: p.proposal });
            if let Some(period) = self.period(&p.period) {
                periods.push(PeriodDemand { period, deadline });
            }
        }
        let content = raw
            .content
            .into_iter()
            .map(|c| ContentDemand {
                id: c.id,
                name: c.name,
                phrases: self.phrases(&c.phrases),
                proposal: c.proposal,
                done: c.done,
            })
            .collect();
        let cites = raw.cites.iter().filter_map(|n| self.number(n)).collect();
        Require {
            issuers: raw.issuers,
            window,
            deadline,
            count: raw.count.map_or(1, Spanned::into_inner),
            periods,
            content,
            measures,
            cites,
            after: raw.after.map(Spanned::into_inner),
        }
    }

    fn date(&mut self, words: &Spanned<String>) -> Option<RelativeDate> {
        let date = RelativeDate::parse(words.get_ref());
        if date.is_none() {
            let help = "write Y-03-31 for a day of the index year, Y-1-10-01 for the year before, Y+1-03-31 for the year after";
            self.add("KC902", words, "this is no day", help.to_owned());
        }
        date
    }

    fn period(&mut self, words: &Spanned<String>) -> Option<Period> {
        let period = Period::parse(words.get_ref());
        if period.is_none() {
            self.add("KC902", words, "no such period", "use quý I, 6 tháng, quý III, 9 tháng or năm".into());
        }
        period
    }

    fn number(&mut self, words: &Spanned<String>) -> Option<DocumentNumber> {
        let number = DocumentNumber::parse(words.get_ref());
        if number.is_none() {
            self.add("KC902", words, "this is no document number", "write it as 3507/QĐ-UBND".into());
        }
        number
    }

    fn phrases(&mut self, words: &[Spanned<String>]) -> Vec<Phrase> {
        let mut phrases = Vec::new();
        for word in words {
            match Phrase::parse(word.get_ref()) {
                Some(phrase) => phrases.push(phrase),
                None => self.add(
                    "KC902",
                    word,
                    "an empty phrase is in every text",
                    "separate alternatives by a single |".into(),
                ),
            }
        }
        phrases
    }
}
