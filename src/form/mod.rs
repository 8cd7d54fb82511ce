//! The form of an administrative document (thể thức văn bản): from its pages to its fields, each with its value, how
//! sure it is, where it stands and the words that say so.

mod field;

pub use field::{Citation, DateField, Field, FieldSource, FieldState, Form, Mark, MarkKind};

pub fn recognise(_d: &crate::document::Document) -> Form {
    Form::default()
}
pub fn is_secret(form: &Form) -> bool {
    form.has_mark(MarkKind::Secret)
}
pub fn reduced(form: Form) -> Form {
    form
}
