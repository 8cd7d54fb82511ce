//! The type of document (loại văn bản): a report where a report is asked for.
//!
//! `types` of `[evidence.match]` lists the accepted abbreviations (Decree 30/2020/NĐ-CP, Annex III). A type that was read
//! and is another one is a gap; one that could not be read is a question. `proposals = ["types"]` of the item marks types
//! that the pack proposes; those of a proposed paper are.

use std::sync::Arc;

use super::demand::{Context, Demand, Kind, Origin, Proposal};
use crate::check::outcome::Outcome;
use crate::form::FieldState;
use crate::message::{Code, Said, Verdict, type_of_document, types_of_documents};
use crate::reading::Reading;
use crate::rules::ItemTable;

/// Another type of document than asked for.
const WRONG_TYPE: Code = Code::new("KC204", CHECK);
const CHECK: &str = "type";

pub(super) const KIND: Kind = Kind {
    name: "document_type",
    codes: &[WRONG_TYPE],
    open: |_| Box::new(read),
    example: include_str!("example.toml"),
};

/// The accepted types, by abbreviation; one at least.
#[derive(Debug)]
struct AcceptedTypes {
    types: Vec<&'static str>,
    proposal: bool,
    clause: String,
}

fn read(item: &ItemTable<'_>) -> Vec<Arc<dyn Demand>> {
    let types = item.matching.types.clone();
    if types.is_empty() {
        return Vec::new();
    }
    vec![Arc::new(AcceptedTypes { types, proposal: item.proposes("types"), clause: item.clause.to_owned() })]
}

impl Demand for AcceptedTypes {
    fn check(&self) -> &'static str {
        CHECK
    }

    fn origin(&self) -> Origin {
        Origin::Match
    }

    fn proposal(&self) -> Option<Proposal> {
        self.proposal.then_some(Proposal::Paper)
    }

    fn expected(&self, _year: i16) -> Said {
        Said::new("expect-type").with("types", types_of_documents(&self.types)).with("proposal", self.proposal)
    }

    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome> {
        let field = &reading.form.r#type;
        let found = field.value.as_deref().map_or_else(|| Said::new("found-nothing"), type_of_document);
        let fits = |value: &str| self.types.contains(&value);
        let verdict = match (field.state, field.value.as_deref()) {
            (FieldState::Read, Some(value)) if fits(value) => Verdict::Met,
            (FieldState::Read, Some(_)) => Verdict::Gap,
            _ => Verdict::Unclear,
        };
        let outcome = Outcome::new(CHECK, verdict, self.expected(context.year), found.clone())
            .at_field(field)
            .under(&self.clause);
        let id = match verdict {
            Verdict::Gap => "KC204",
            Verdict::Unclear => "KC204-unclear",
            _ => return Some(outcome),
        };
        let message = Said::new(id)
            .with("types", types_of_documents(&self.types))
            .with("found", found)
            .with("proposal", self.proposal);
        Some(outcome.raise(WRONG_TYPE, context.subject, message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Doc, check, form, item, judge};

    #[test]
    fn only_a_type_that_was_read_is_another_one() {
        for (kind, state, verdict) in [
            ("BC", FieldState::Read, Verdict::Met),
            ("CV", FieldState::Read, Verdict::Gap),
            ("CV", FieldState::Unclear, Verdict::Unclear),
        ] {
            let title = "Công tác đào tạo, bồi dưỡng năm 2018";
            let mut form = form(kind, "300/BC-SNV", "2018-12-10", "SỞ NỘI VỤ", title);
            form.r#type.state = state;
            let outcome = judge(vec![Doc::new("S2/a.docx", "S2", form, &["Kính gửi."])], "");
            let found = check(item(&outcome, "S2", "dao-tao-boi-duong"), CHECK).verdict;
            assert_eq!(found, verdict, "{kind} {state:?}");
        }
    }
}
