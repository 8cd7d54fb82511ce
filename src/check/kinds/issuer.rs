//! The issuer (cơ quan ban hành): evidence counts if a competent agency issued it.

use super::Context;
use crate::check::{Code, Outcome, Reading, Said, Verdict};
use crate::form::{Field, FieldSource, FieldState};
use crate::text::Key;

/// From this likeness on two recognised names may be one.
const NEARLY: f64 = 0.75;

pub(super) fn check(context: &Context<'_>, reading: &Reading) -> Vec<Outcome> {
    let accepted: Vec<&str> = match &context.evidence.matching.issuer {
        Some(issuer) => vec![issuer],
        None => context.evidence.require.issuers.iter().map(String::as_str).collect(),
    };
    if accepted.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> = accepted.iter().map(|a| (*a).to_owned()).collect();
    let expected = Said::new("expect-issuer").with("issuers", names.clone());
    let field = &reading.form.issuer;
    let found = match &field.value {
        Some(value) => Said::literal(value.as_str()),
        None => Said::new("found-nothing"),
    };
    let verdict = match (field.state, field.value.as_deref()) {
        (FieldState::Read, Some(_)) => match issuer_agrees(&accepted, field) {
            Some(true) => Verdict::Met,
            Some(false) => Verdict::Gap,
            None => Verdict::Unclear,
        },
        _ => Verdict::Unclear,
    };
    let outcome =
        Outcome::new("issuer", verdict, expected, found.clone()).at_field(field).under(&context.evidence.clause);
    let id = match verdict {
        Verdict::Gap => "KC205",
        Verdict::Unclear => "KC205-unclear",
        _ => return vec![outcome],
    };
    let message = Said::new(id).with("issuers", names).with("found", found);
    vec![outcome.raise(Code::WrongIssuer, context.subject, message)]
}

/// As [`issuer_matches`], for a field: a recognised name may have lost a mark or a letter, and then nothing is known.
pub(crate) fn issuer_agrees(accepted: &[&str], field: &Field) -> Option<bool> {
    let printed = field.read()?;
    let agrees = issuer_matches(accepted, printed);
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

/// True if an issuer as printed is one of those that a rule accepts, false if it is another, none if it is too short to
/// tell ("ỦY BAN NHÂN DÂN" without the place).
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
