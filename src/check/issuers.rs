//! Names of agencies, as rules write them and as documents print them.

use crate::form::{Field, FieldSource};
use crate::text::Key;

/// From this likeness on two recognised names may be one.
const NEARLY: f64 = 0.75;

/// As [`issuer_matches`], for a field: a recognised name may have lost a mark or a letter, and then nothing is known.
pub(crate) fn issuer_agrees(accepted: &[&str], field: &Field) -> Option<bool> {
    let printed = field.read()?;
    let agrees = match field.source {
        // A referral says "của UBND tỉnh", or names the head who signed: which province is known from where it stands.
        Some(FieldSource::Parent) => {
            let key = Key::new(printed);
            let body = key.as_str().strip_prefix("chủ tịch ").unwrap_or(key.as_str());
            let agrees = issuer_matches(accepted, body);
            if agrees.is_none() && body.ends_with(" tỉnh") { Some(true) } else { agrees }
        }
        _ => issuer_matches(accepted, printed),
    };
    if agrees != Some(false) || field.source != Some(FieldSource::Ocr) {
        return agrees;
    }
    let bare = |name: &str| Key::recognised(name).as_str().to_owned();
    let bare_names: Vec<String> = accepted.iter().map(|a| bare(a)).collect();
    let bare_names: Vec<&str> = bare_names.iter().map(String::as_str).collect();
    let printed = bare(printed);
    match issuer_matches(&bare_names, &printed) {
        Some(false) => {
            let is_near = |a: &&&str| rapidfuzz::fuzz::ratio(a.chars(), printed.chars()) >= NEARLY;
            bare_names.iter().find(is_near).is_none().then_some(false)
        }
        agrees => agrees,
    }
}

/// True if an issuer as printed is one of those that a rule accepts, false if it is another, `None` if it is too short to
/// say ("ỦY BAN NHÂN DÂN" without the place).
///
/// A rule's "Sở Nội vụ" accepts "SỞ NỘI VỤ TỈNH ĐẮK LẮK"; a rule's "UBND tỉnh Đắk Lắk" does not accept another province.
pub(crate) fn issuer_matches(accepted: &[&str], printed: &str) -> Option<bool> {
    let printed = Key::new(printed);
    let printed = printed.as_str();
    let begins = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',', '-']))
    };
    let accepted: Vec<Key> = accepted.iter().map(|a| Key::new(a)).collect();
    if accepted.iter().any(|a| begins(printed, a.as_str())) {
        return Some(true);
    }
    if accepted.iter().any(|a| begins(a.as_str(), printed)) {
        return None;
    }
    Some(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::read;

    #[test]
    fn a_referral_need_not_name_the_province() {
        let agrees = |printed: &str, source| {
            let field = Field { source: Some(source), ..read(printed) };
            issuer_agrees(&["UBND tỉnh Đắk Lắk"], &field)
        };
        for (printed, verdict) in [
            ("UBND tỉnh", Some(true)),
            ("Chủ tịch UBND tỉnh", Some(true)),
            ("Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk", Some(true)),
            ("Ủy ban nhân dân tỉnh Đắk Nông", Some(false)),
            ("Ủy ban nhân dân", None),
            ("Sở Nội vụ", Some(false)),
        ] {
            assert_eq!(agrees(printed, FieldSource::Parent), verdict, "{printed}");
        }
        assert_eq!(agrees("UBND tỉnh", FieldSource::Text), None);
    }

    #[test]
    fn issuers_are_compared_as_a_reader_would() {
        for (accepted, printed, expected) in [
            ("UBND tỉnh Đắk Lắk", "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", Some(true)),
            ("UBND tỉnh Đắk Lắk", "UỶ BAN NHÂN DÂN TỈNH ĐẮK LẮK", Some(true)),
            ("UBND tỉnh Đắk Lắk", "ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG", Some(false)),
            ("UBND tỉnh Đắk Lắk", "ỦY BAN NHÂN DÂN", None),
            ("Sở Nội vụ", "SỞ NỘI VỤ", Some(true)),
            ("Sở Nội vụ", "SỞ NỘI VỤ TỈNH ĐẮK LẮK", Some(true)),
            ("Sở Nội vụ", "PHÒNG NỘI VỤ", Some(false)),
            ("Đoàn kiểm tra", "ĐOÀN KIỂM TRA CCHC TỈNH", Some(true)),
        ] {
            assert_eq!(issuer_matches(&[accepted], printed), expected, "{accepted} / {printed}");
        }
    }
}
