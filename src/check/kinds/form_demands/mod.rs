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
enum Part {
    Number,
    Date,
    Signer,
    NotDraft,
}

/// A demand of the pack on the form of every document that is used.
#[derive(Debug)]
struct Shows {
    part: Part,
    clause: String,
}

fn read(item: &ItemTable<'_>) -> Vec<Arc<dyn Demand>> {
    let mut demands: Vec<Arc<dyn Demand>> = Vec::new();
    for general in item.general() {
        for word in general.words("form") {
            let part = match word.get_ref().as_str() {
                "number" => Part::Number,
                "date" => Part::Date,
                "signer" => Part::Signer,
                "not-draft" => Part::NotDraft,
                _ => {
                    let help = "use number, date, signer or not-draft";
                    general.file().bad_value(&word, "no such demand on the form", help);
                    continue;
                }
            };
            demands.push(Arc::new(Shows { part, clause: general.demand.clause.clone() }));
        }
    }
    demands
}

impl Demand for Shows {
    fn check(&self) -> &'static str {
        self.code().check()
    }

    fn origin(&self) -> Origin {
        Origin::Pack
    }

    fn expected(&self, _year: i16) -> Said {
        match self.part {
            Part::NotDraft => Said::new("expect-not-draft"),
            _ => Said::new(format!("expect-present-{}", self.check())),
        }
    }

    fn is_settled_by_signing(&self) -> bool {
        true
    }

    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome> {
        let form = &reading.form;
        match self.part {
            Part::Number => Some(self.present(context, &form.number)),
            Part::Date => Some(self.present(context, &form.issued.field)),
            // A plan or annex that was issued with another document is signed there.
            Part::Signer if form.number.source == Some(FieldSource::Parent) => None,
            Part::Signer if !form.signer.is_present() && is_signed_digitally(reading) => {
                Some(self.outcome(context, Verdict::Met, Said::new("found-signature")))
            }
            Part::Signer => Some(self.present(context, &form.signer)),
            Part::NotDraft => Some(self.not_draft(context, reading)),
        }
    }
}

impl Shows {
    fn code(&self) -> Code {
        match self.part {
            Part::Number => NO_NUMBER,
            Part::Date => NO_DATE,
            Part::Signer => NO_SIGNER,
            Part::NotDraft => DRAFT,
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
        let variant = match field.state {
            FieldState::Blank => "-blank",
            FieldState::Unclear => "-unseen",
            _ => "",
        };
        let code = self.code();
        outcome.raise(code, context.subject, Said::new(format!("{}{variant}", code.as_str())))
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
