//! A number in a hand that another document names: a citation with number and date is written by somebody who knew the
//! document, and not for this purpose.

use super::field::{Citation, FieldSource, FieldState, Form};
use crate::text::Key;
use crate::text::symbol::DocumentNumber;

/// Takes number and day from a citation in another document, if it names the number that is offered here and a day on
/// which this document can have been issued. Its words become the quote; what was read or claimed stays a candidate.
pub fn confirm(form: &mut Form, citation: &Citation) -> bool {
    let number = &form.number;
    let is_asked = number.state == FieldState::Unclear
        && matches!(number.source, Some(FieldSource::Ocr | FieldSource::FileName | FieldSource::Claim));
    let offered = number.value.as_deref().and_then(DocumentNumber::parse).filter(|n| !n.is_blank());
    let cited = DocumentNumber::parse(&citation.number);
    let (Some(offered), Some(cited), Some(date)) = (offered, cited, &citation.date) else { return false };
    if citation.issuer.as_deref().is_some_and(|cited| !may_be_of(cited, form)) {
        return false;
    }
    let (Some(earliest), Some(latest)) = (&form.issued.earliest, &form.issued.latest) else { return false };
    // Days are written so that their order is that of their letters.
    if !is_asked || !offered.same(&cited) || date < earliest || latest < date {
        return false;
    }
    form.number.state = FieldState::Read;
    form.number.source = Some(FieldSource::Citation);
    form.number.quote = Some(citation.quote.clone());
    if form.issued.field.state == FieldState::Unclear {
        form.issued.field.value = Some(date.clone());
        form.issued.field.state = FieldState::Read;
        form.issued.field.source = Some(FieldSource::Citation);
        (form.issued.earliest, form.issued.latest) = (Some(date.clone()), Some(date.clone()));
    }
    true
}

/// True if the agency that a citation names is the issuer, as far as one of both says it: every district has a number 54.
fn may_be_of(cited: &str, form: &Form) -> bool {
    let Some(own) = form.issuer.read() else { return false };
    // What recognition makes of marks over letters does not count.
    let (own, cited) = (Key::recognised(own), Key::recognised(cited));
    own.as_str().starts_with(cited.as_str()) || cited.as_str().starts_with(own.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{DateField, Field};

    fn unclear(value: Option<&str>, source: FieldSource) -> Field {
        let value = value.map(str::to_owned);
        Field { value, state: FieldState::Unclear, source: Some(source), ..Field::default() }
    }

    #[test]
    fn the_number_of_another_agency_confirms_nothing() {
        let form = Form {
            number: unclear(Some("54/BC-UBND"), FieldSource::FileName),
            issued: DateField {
                earliest: Some("2018-12-01".into()),
                latest: Some("2018-12-31".into()),
                ..DateField::default()
            },
            issuer: Field {
                value: Some("ỦY BAN NHÂN DÂN HUYỆN AN LẠC".into()),
                state: FieldState::Read,
                ..Field::default()
            },
            ..Form::default()
        };
        for (issuer, confirms) in [
            (Some("UBND huyện An Lạc"), true),
            (Some("Ủy ban nhân dân huyện"), true),
            (None, true),
            (Some("UBND huyện Bình Yên"), false),
            (Some("UBND tỉnh"), false),
        ] {
            let citation = Citation {
                number: "54/BC-UBND".into(),
                date: Some("2018-12-12".into()),
                issuer: issuer.map(str::to_owned),
                ..Citation::default()
            };
            assert_eq!(confirm(&mut form.clone(), &citation), confirms, "{issuer:?}");
            let unread = Form { issuer: Field::default(), ..form.clone() };
            assert_eq!(confirm(&mut unread.clone(), &citation), issuer.is_none(), "{issuer:?}");
        }
    }

    #[test]
    fn only_a_citation_with_that_number_and_a_possible_day_confirms() {
        let form = Form {
            number: unclear(Some("1942/KH-SYT"), FieldSource::FileName),
            issued: DateField {
                field: unclear(None, FieldSource::Ocr),
                earliest: Some("2017-10-01".into()),
                latest: Some("2017-10-31".into()),
            },
            ..Form::default()
        };
        let citation = |number: &str, date: Option<&str>| Citation {
            number: number.into(),
            date: date.map(str::to_owned),
            quote: format!("Kế hoạch số {number}"),
            ..Citation::default()
        };
        for (number, date, confirms) in [
            ("1942/KH-SYT", Some("2017-10-10"), true),
            ("1943/KH-SYT", Some("2017-10-10"), false),
            ("1942/KH-SYT", Some("2017-11-10"), false),
            ("1942/KH-SYT", None, false),
            ("1942/KH-SNV", Some("2017-10-10"), false),
        ] {
            let mut form = form.clone();
            assert_eq!(confirm(&mut form, &citation(number, date)), confirms, "{number} {date:?}");
            assert_eq!(form.number.read(), confirms.then_some("1942/KH-SYT"));
            assert_eq!(form.issued.field.read(), confirms.then_some("2017-10-10"));
        }
    }
}
