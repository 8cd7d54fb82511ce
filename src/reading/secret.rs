//! What may be kept of a secret document.

use crate::form::{DateField, Field, Form, Mark, MarkKind};

/// Reduces a form to what may be kept of a secret document: type, number, date and issuer, without quotes from its
/// pages (Law on Protection of State Secrets, 29/2018/QH14).
pub fn of_secret(form: Form) -> Form {
    let bare = |field: Field| Field { quote: None, candidates: Vec::new(), ..field };
    let marks = form.marks.into_iter().filter(|m| m.kind == MarkKind::Secret);
    Form {
        r#type: bare(form.r#type),
        number: bare(form.number),
        issued: DateField { field: bare(form.issued.field), ..form.issued },
        issuer: bare(form.issuer),
        marks: marks.map(|m| Mark { quote: None, ..m }).collect(),
        ..Form::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::FieldState;

    #[test]
    fn of_a_secret_document_only_what_names_it_is_kept() {
        let field = |value: &str| Field {
            value: Some(value.to_owned()),
            state: FieldState::Read,
            quote: Some(format!("quote {value}")),
            candidates: vec!["another".to_owned()],
            ..Field::default()
        };
        let mark = |kind| Mark { kind, place: Default::default(), quote: Some("quote of a mark".to_owned()) };
        let form = Form {
            r#type: field("KH"),
            number: field("45/KH-SNV"),
            issued: DateField { field: field("2018-03-05"), ..DateField::default() },
            issuer: field("SỞ NỘI VỤ"),
            r#abstract: field("words of the subject"),
            signer: field("the signer"),
            marks: vec![mark(MarkKind::Secret), mark(MarkKind::Arrival)],
            ..Form::default()
        };
        let kept = of_secret(form);
        assert!(kept.is_secret() && kept.marks.len() == 1);
        let json = serde_json::to_string(&kept).unwrap();
        for word in ["KH", "45/KH-SNV", "2018-03-05", "SỞ NỘI VỤ"] {
            assert!(json.contains(word), "{word} is lost: {json}");
        }
        for word in ["quote", "another", "words of the subject", "the signer"] {
            assert!(!json.contains(word), "{word} is kept: {json}");
        }
    }
}
