//! The citation of a named document (viện dẫn): a report "on the result of plan 12/KH-UBND" must name it.
//!
//! `cites = ["12/KH-UBND"]` lists the numbers. In a text that was read whole a number that is not cited is a gap; in one
//! that was read in part, or recognised from a scan, it is a question: a cited number with one misread digit is another
//! number.

use std::sync::Arc;

use toml::Spanned;

use super::demand::{Context, Demand, Kind};
use crate::check::finding::Searched;
use crate::check::outcome::Outcome;
use crate::document::Status;
use crate::message::{Code, Said, Verdict};
use crate::reading::Reading;
use crate::rules::ItemTable;
use crate::text::symbol::DocumentNumber;

/// A document that must be cited is not.
const NOT_CITED: Code = Code::new("KC501", CHECK);
const CHECK: &str = "cites";

pub(super) const KIND: Kind =
    Kind { name: "cites", codes: &[NOT_CITED], open: |_| Box::new(read), example: include_str!("example.toml") };

/// A document that must be cited.
#[derive(Debug)]
struct Cites {
    number: DocumentNumber,
    clause: String,
}

fn read(item: &ItemTable<'_>) -> Vec<Arc<dyn Demand>> {
    let words = item.list::<Spanned<String>>("cites").entries;
    let numbers = words.iter().filter_map(|word| item.file.number(word));
    numbers.map(|number| Arc::new(Cites { number, clause: item.clause.to_owned() }) as Arc<dyn Demand>).collect()
}

impl Demand for Cites {
    fn check(&self) -> &'static str {
        CHECK
    }

    fn expected(&self, _year: i16) -> Said {
        Said::new("expect-cites").with("number", self.number.text.as_str())
    }

    fn needs_text(&self) -> bool {
        true
    }

    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome> {
        let expected = self.expected(context.year);
        let is_it = |number: &str| DocumentNumber::parse(number).is_some_and(|n| n.same(&self.number));
        if let Some(citation) = reading.form.citations.iter().find(|c| is_it(&c.number)) {
            return Some(
                Outcome::new(CHECK, Verdict::Met, expected, Said::literal(citation.number.as_str()))
                    .at(citation.place.clone(), citation.quote.as_str())
                    .under(&self.clause),
            );
        }
        let is_whole = reading.status == Status::Ok && !reading.is_recognised();
        let verdict = if is_whole { Verdict::Gap } else { Verdict::Unclear };
        let id = if is_whole { "KC501" } else { "KC501-unclear" };
        let message = Said::new(id).with("number", self.number.text.as_str());
        let mut outcome = Outcome::new(CHECK, verdict, expected, Said::new("found-nothing")).under(&self.clause).raise(
            NOT_CITED,
            context.subject,
            message,
        );
        for finding in &mut outcome.raised {
            finding.searched = Some(Searched::document(reading, is_whole));
        }
        Some(outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Doc, form, judge};
    use crate::document::PageKind;
    use crate::form::Citation;
    use crate::submission::Facts;

    #[test]
    fn a_number_that_part_of_a_document_does_not_cite_is_a_question() {
        let demand = Cites { number: DocumentNumber::parse("12/KH-SNV").unwrap(), clause: String::new() };
        let doc = |cited: &[&str]| {
            let mut form = form("BC", "300/BC-SNV", "2018-12-10", "SỞ NỘI VỤ", "Kết quả mẫu");
            form.citations =
                cited.iter().map(|n| Citation { number: (*n).to_owned(), ..Citation::default() }).collect();
            Doc::new("S4/a.docx", "S4", form, &["x"])
        };
        for (doc, verdict) in [
            (doc(&["12/KH-SNV"]), Verdict::Met),
            (doc(&["13/KH-SNV"]), Verdict::Gap),
            (doc(&["13/KH-SNV"]).partial(PageKind::Text), Verdict::Unclear),
        ] {
            let outcome = judge(vec![doc], "");
            let pack = crate::check::load("dak-lak-2018").unwrap();
            let criterion = pack.criterion("S4").unwrap();
            let context = Context {
                year: 2018,
                policy: pack.policy,
                criterion,
                evidence: &criterion.evidence[0],
                period: None,
                subject: &crate::check::Subject::default(),
                facts: &Facts::default(),
                readings: &outcome.readings,
                tellings: &crate::statement::Tellings::new(crate::statement::Lexicon::bundled(), 2018),
                place: "",
                issued: &Default::default(),
            };
            assert_eq!(demand.judge(&context, &outcome.readings[0]).unwrap().verdict, verdict);
        }
    }
}
