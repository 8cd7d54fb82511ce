//! The form of a document (thể thức): number, date and signer are there and it is no draft.
//!
//! `form = ["number", "date", "signer", "not-draft"]` of a `[[demand]]` in pack.toml, a demand on every row. Presence is all
//! that is asked: a field whose ink cannot be read is present (Decree 30/2020/NĐ-CP, articles 8 and 15: number and date
//! are given when a document has been signed).

use std::sync::Arc;

use jiff::civil::Date;

use super::demand::{Context, Demand, Kind, Origin};
use crate::check::outcome::Outcome;
use crate::document::RemarkKind;
use crate::form::{Field, FieldSource, FieldState, MarkKind};
use crate::message::{Code, Said, Verdict};
use crate::reading::Reading;
use crate::rules::ItemTable;

/// No number.
const NO_NUMBER: Code = Code::new("KC201", "number-present");
/// No date of issue.
const NO_DATE: Code = Code::new("KC202", "date-present");
/// A draft.
const DRAFT: Code = Code::new("KC203", "not-draft");
/// No signer.
const NO_SIGNER: Code = Code::new("KC206", "signer-present");

pub(super) const KIND: Kind = Kind {
    name: "form_demands",
    codes: &[NO_NUMBER, NO_DATE, DRAFT, NO_SIGNER],
    open: |_| Box::new(read),
    example: include_str!("example.toml"),
};

/// What a document must show.
#[derive(Debug, Clone, Copy)]
enum FormPart {
    Number,
    Date,
    Signer,
    NotDraft,
}

/// A demand of the pack on the form of every document that is used.
#[derive(Debug)]
struct FormDemand {
    part: FormPart,
    clause: String,
}

fn read(item: &ItemTable<'_>) -> Vec<Arc<dyn Demand>> {
    let mut demands: Vec<Arc<dyn Demand>> = Vec::new();
    for general in item.general() {
        for word in general.words("form") {
            let part = match word.get_ref().as_str() {
                "number" => FormPart::Number,
                "date" => FormPart::Date,
                "signer" => FormPart::Signer,
                "not-draft" => FormPart::NotDraft,
                _ => {
                    let help = "use number, date, signer or not-draft";
                    general.file().bad_value(&word, "no such demand on the form", help);
                    continue;
                }
            };
            demands.push(Arc::new(FormDemand { part, clause: general.demand.clause.clone() }));
        }
    }
    demands
}

impl Demand for FormDemand {
    fn check(&self) -> &'static str {
        self.code().check()
    }

    fn origin(&self) -> Origin {
        Origin::Pack
    }

    fn expected(&self, _year: i16) -> Said {
        match self.part {
            FormPart::NotDraft => Said::new("expect-not-draft"),
            FormPart::Number => Said::new("expect-present-number-present"),
            FormPart::Date => Said::new("expect-present-date-present"),
            FormPart::Signer => Said::new("expect-present-signer-present"),
        }
    }

    fn is_settled_by_signing(&self) -> bool {
        true
    }

    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome> {
        let form = &reading.form;
        match self.part {
            FormPart::Number => Some(self.present(context, &form.number)),
            FormPart::Date => Some(self.present(context, &form.issued.field)),
            // A plan or annex that was issued with another document is signed there.
            FormPart::Signer if form.number.source == Some(FieldSource::Parent) => None,
            FormPart::Signer if !form.signer.is_present() && is_signed_digitally(reading) => {
                Some(self.outcome(context, Verdict::Met, Said::new("found-signature")))
            }
            FormPart::Signer => Some(self.present(context, &form.signer)),
            FormPart::NotDraft => Some(self.not_draft(context, reading)),
        }
    }
}

impl FormDemand {
    fn code(&self) -> Code {
        match self.part {
            FormPart::Number => NO_NUMBER,
            FormPart::Date => NO_DATE,
            FormPart::Signer => NO_SIGNER,
            FormPart::NotDraft => DRAFT,
        }
    }

    fn outcome(&self, context: &Context<'_>, verdict: Verdict, found: Said) -> Outcome {
        Outcome::new(self.check(), verdict, self.expected(context.year), found).under(&self.clause)
    }

    fn present(&self, context: &Context<'_>, field: &Field) -> Outcome {
        // Recognition saw nothing there, or that part was not read: neither says that nothing is there.
        let is_unseen = field.state == FieldState::Unclear
            && field.quote.is_none()
            && (field.source == Some(FieldSource::Ocr) || field.place.is_nowhere());
        let found = match (&field.value, field.state) {
            (Some(value), FieldState::Read) => match value.parse::<Date>() {
                Ok(date) => Said::new("found-date").with("date", date),
                Err(_) => Said::literal(value.as_str()),
            },
            (_, FieldState::Unclear) if is_unseen => Said::new("found-unseen"),
            (_, FieldState::Unclear) => Said::new("found-unreadable"),
            (_, FieldState::Blank) => Said::new("found-blank"),
            _ => Said::new("found-nothing"),
        };
        let verdict = match field.is_present() {
            true if is_unseen => Verdict::Unclear,
            true => Verdict::Met,
            false => Verdict::Gap,
        };
        let outcome = self.outcome(context, verdict, found).at_field(field);
        if verdict == Verdict::Met {
            return outcome;
        }
        outcome.raise(self.code(), context.subject, Said::new(self.absent(field.state)))
    }

    /// The message for a field that is not there, or not seen.
    fn absent(&self, state: FieldState) -> &'static str {
        match (self.part, state) {
            (FormPart::Number, FieldState::Blank) => "KC201-blank",
            (FormPart::Number, FieldState::Unclear) => "KC201-unseen",
            (FormPart::Number, _) => "KC201",
            (FormPart::Date, FieldState::Blank) => "KC202-blank",
            (FormPart::Date, FieldState::Unclear) => "KC202-unseen",
            (FormPart::Date, _) => "KC202",
            (FormPart::Signer, FieldState::Blank) => "KC206-blank",
            (FormPart::Signer, FieldState::Unclear) => "KC206-unseen",
            (FormPart::Signer, _) => "KC206",
            (FormPart::NotDraft, _) => "KC203",
        }
    }

    fn not_draft(&self, context: &Context<'_>, reading: &Reading) -> Outcome {
        let Some(mark) = reading.form.marks.iter().find(|m| m.kind == MarkKind::Draft) else {
            return self.outcome(context, Verdict::Met, Said::new("found-no-draft-mark"));
        };
        let quote = mark.quote.clone().unwrap_or_default();
        self.outcome(context, Verdict::Gap, Said::literal(quote.as_str())).at(mark.place.clone(), quote).raise(
            DRAFT,
            context.subject,
            Said::new("KC203"),
        )
    }
}

fn is_signed_digitally(reading: &Reading) -> bool {
    reading.summary().remarks.iter().any(|r| r.kind == RemarkKind::Signature)
        || reading.form.has_mark(MarkKind::Signature)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Doc, check, form, item, judge, unclear};

    #[test]
    fn ink_that_cannot_be_read_is_there_and_what_was_not_seen_is_a_question() {
        let quoted = |field: Field| Field { quote: Some("Số: ?/BC-SNV".to_owned()), ..field };
        let blank = Field { state: FieldState::Blank, ..Field::default() };
        for (number, verdict, found) in [
            (quoted(unclear()), Verdict::Met, "found-unreadable"),
            (unclear(), Verdict::Unclear, "found-unseen"),
            (blank, Verdict::Gap, "found-blank"),
            (Field::default(), Verdict::Gap, "found-nothing"),
        ] {
            let title = "Kết quả tuyên truyền cải cách hành chính năm 2018";
            let mut form = form("BC", "300/BC-SNV", "2018-12-10", "SỞ NỘI VỤ", title);
            form.number = number.clone();
            let outcome = judge(vec![Doc::new("S4/a.docx", "S4", form, &["x"])], "");
            let outcome = check(item(&outcome, "S4", "ket-qua-tuyen-truyen"), "number-present").clone();
            assert_eq!((outcome.verdict, outcome.found.id.as_str()), (verdict, found), "{number:?}");
        }
    }
}
