//! Terms of the field as messages: types of documents (loại văn bản) and periods (kỳ) have a name in every language.

use super::said::Said;
use crate::text::doctype;
use crate::text::period::Period;

/// The name of a type of document by its abbreviation (`QĐ`); an unknown abbreviation is shown as it is.
pub(crate) fn type_of_document(abbr: &str) -> Said {
    match doctype::name_of(abbr) {
        Some(_) => Said::new(type_id(abbr)),
        None => Said::literal(abbr),
    }
}

/// The names of several types.
pub(crate) fn types_of_documents(abbrs: &[&str]) -> Vec<Said> {
    abbrs.iter().map(|abbr| type_of_document(abbr)).collect()
}

/// The id of a type's message. Ids are ASCII: Đ becomes DD, so that ĐA (đề án) stays apart from DA (dự án).
fn type_id(abbr: &str) -> String {
    let ascii = |c: char| match c {
        'Đ' => "DD".to_owned(),
        'ệ' => "e".to_owned(),
        c => c.to_string(),
    };
    format!("type-{}", abbr.chars().map(ascii).collect::<String>())
}

/// The name of a period.
pub(crate) fn period(period: Period) -> Said {
    Said::new(match period.quarter() {
        1 => "period-1",
        2 => "period-2",
        3 => "period-3",
        _ => "period-4",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::doctype::TYPES;

    #[test]
    fn ids_of_types_are_ascii_and_different() {
        let mut ids: Vec<String> = TYPES.iter().map(|t| type_id(t.abbr)).collect();
        assert!(ids.iter().all(|id| id.is_ascii()), "{ids:?}");
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), TYPES.len());
    }
}
