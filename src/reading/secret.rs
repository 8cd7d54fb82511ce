//! What may be kept of a secret document.

use std::sync::Arc;

use crate::document::Document;
use crate::form::{DateField, Field, Form, Mark, MarkKind, Part};

/// If one of the documents of a file is secret, the whole file is: removes its pages and remarks, and reduces each form
/// to its [`permitted_fields`]. Returns whether the file is secret.
pub fn reduce_secret(document: &mut Document, parts: &mut [Part]) -> bool {
    let is_secret = parts.iter().any(|part| part.form.is_secret());
    if is_secret {
        for part in parts {
            part.form = Arc::new(permitted_fields((*part.form).clone()));
        }
        document.pages.clear();
        document.remarks.clear();
    }
    is_secret
}

/// The fields of a form that may be kept of a secret document: type, number, date and issuer, and its marks of
/// secrecy, all without quotes from its pages (Law on Protection of State Secrets, 29/2018/QH14).
pub fn permitted_fields(form: Form) -> Form {
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
    use crate::document::{Media, Page, Remark, RemarkKind, Status};
    use crate::form::FieldState;

    #[test]
    fn one_secret_document_makes_the_file_secret() {
        let mark = Mark { kind: MarkKind::Secret, place: Default::default(), quote: None };
        let secret = Form { marks: vec![mark], ..Form::default() };
        let plain =
            Form { r#abstract: Field { value: Some("a subject".to_owned()), ..Field::default() }, ..Form::default() };
        let remark = Remark::on_all(RemarkKind::Changing, "");
        for (second, expected) in [(plain.clone(), false), (secret, true)] {
            let part = |form: &Form| Part { first: 1, last: 1, form: Arc::new(form.clone()) };
            let (media, status) = (Media::Pdf, Status::Ok);
            let mut document =
                Document { media, status, page_count: 1, pages: vec![Page::new(1)], remarks: vec![remark.clone()] };
            let mut parts = [part(&plain), part(&second)];
            assert_eq!(reduce_secret(&mut document, &mut parts), expected);
            let is_dropped =
                [document.pages.is_empty(), document.remarks.is_empty(), parts[0].form.r#abstract.value.is_none()];
            assert_eq!(is_dropped, [expected; 3]);
        }
    }

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
        let kept = permitted_fields(form);
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
