//! Counts the digital signatures of a file.

use std::collections::HashSet;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier};

use crate::document::{Place, Remark, RemarkKind};

/// Largest number of form fields that are examined.
const MOST_FIELDS: usize = 10_000;
/// Largest nesting depth of form fields that are examined.
const DEEPEST: usize = 16;

/// A remark if the file has signed signature fields. The detail says how many, never by whom.
pub(super) fn signatures(pdf: &Pdf) -> Option<Remark> {
    let mut search = Search::default();
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let form = catalog.and_then(|catalog| catalog.get::<Dict<'_>>(b"AcroForm"));
    search.fields(form.and_then(|form| form.get::<Array<'_>>(b"Fields")), false, 0);
    // Some signing programs add the widget to a page but not the field to the form.
    for page in pdf.pages().iter() {
        search.fields(page.raw().get::<Array<'_>>(b"Annots"), false, DEEPEST);
    }
    let detail = match search.signed {
        0 => return None,
        1 => "1 digital signature".to_owned(),
        n => format!("{n} digital signatures"),
    };
    Some(Remark { kind: RemarkKind::Signature, place: Place::default(), detail })
}

#[derive(Default)]
struct Search {
    /// Fields already examined: most are both in the form and on a page.
    seen: HashSet<ObjectIdentifier>,
    /// Number of signed signature fields.
    signed: usize,
}

impl Search {
    /// Examines fields and their children. `inherited`: the parent is a signature field, and children inherit its type.
    fn fields(&mut self, fields: Option<Array<'_>>, inherited: bool, depth: usize) {
        for field in fields.iter().flat_map(|fields| fields.iter::<Dict<'_>>()) {
            let is_new = field.obj_id().is_none_or(|id| self.seen.insert(id));
            if !is_new || self.seen.len() > MOST_FIELDS {
                continue;
            }
            let is_signature = match field.get::<Name<'_>>(b"FT") {
                Some(kind) => &*kind == b"Sig",
                None => inherited,
            };
            if is_signature && field.get::<Dict<'_>>(b"V").is_some() {
                self.signed += 1;
            }
            if depth < DEEPEST {
                self.fields(field.get::<Array<'_>>(b"Kids"), is_signature, depth + 1);
            }
        }
    }
}
