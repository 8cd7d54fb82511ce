//! Claims of the submitter: a file name often contains the number that is handwritten on the scan and could not be
//! read. A claim becomes the value of the field, but the field stays unclear.

use crate::form::field::{FieldSource, FieldState, Form};
use crate::text::bare_letter;
use crate::text::date::find_dates;
use crate::text::pattern::regex;
use crate::text::symbol::{DocumentNumber, find_numbers};

/// Offers the number in a file name if the digits on the page could not be read. What OCR read becomes a candidate.
pub fn offer_file_name(form: &mut Form, name: &str) {
    let field = &mut form.number;
    if field.state != FieldState::Unclear || field.source != Some(FieldSource::Ocr) {
        return;
    }
    let printed = field.value.as_deref().and_then(DocumentNumber::parse);
    let symbol = printed.as_ref().and_then(|n| n.text.split_once('/')).map(|(_, symbol)| symbol.to_owned());
    let Some(ordinal) = ordinal(name, symbol.as_deref().unwrap_or_default()) else { return };
    let value = match &symbol {
        Some(symbol) => format!("{ordinal}/{symbol}"),
        None => ordinal,
    };
    if field.value.as_deref() == Some(value.as_str()) {
        return;
    }
    if let Some(read) = field.value.replace(value).filter(|read| !read.starts_with('…')) {
        field.candidates.insert(0, read);
    }
    field.source = Some(FieldSource::FileName);
}

/// Offers the number and date that the agency's manifest gives for a file ("số 61/BC-UBND ngày 20/12/2018") if they
/// could not be read on the page. A number with another symbol or a date outside the possible days is ignored.
pub fn offer_claim(form: &mut Form, note: &str) {
    let field = &mut form.number;
    if field.state == FieldState::Unclear && matches!(field.source, Some(FieldSource::Ocr | FieldSource::FileName)) {
        let printed = field.value.as_deref().and_then(DocumentNumber::parse);
        let is_it = |n: &DocumentNumber| !n.is_blank() && printed.as_ref().is_none_or(|p| p.same_symbol(n));
        let claimed = find_numbers(note).into_iter().map(|(_, number)| number).find(is_it);
        if let Some(claimed) = claimed.filter(|n| field.value.as_deref() != Some(n.text.as_str())) {
            if let Some(other) = field.value.replace(claimed.text).filter(|other| !other.starts_with('…')) {
                field.candidates.insert(0, other);
            }
            field.source = Some(FieldSource::Claim);
        }
    }
    let issued = &mut form.issued;
    let (Some(earliest), Some(latest)) = (&issued.earliest, &issued.latest) else { return };
    // Dates as `yyyy-mm-dd` sort like text.
    let is_possible = |day: &String| earliest <= day && day <= latest;
    let days = find_dates(note).into_iter().filter_map(|found| Some(found.span()?.exact()?.to_string()));
    let day = days.into_iter().find(is_possible).filter(|_| issued.field.state == FieldState::Unclear);
    if let Some(day) = day.filter(|day| issued.field.value.as_ref() != Some(day)) {
        issued.field.candidates.extend(issued.field.value.replace(day));
        issued.field.source = Some(FieldSource::Claim);
    }
}

/// The number that a file name claims, with the symbol of the printed number. Returns `None` if the file name does not
/// contain the first part of that symbol.
pub fn claimed_number(name: &str, printed: &str) -> Option<String> {
    let (_, symbol) = printed.split_once('/')?;
    let type_part = |text: &str| -> String { text.chars().map(|c| bare_letter(c).to_ascii_lowercase()).collect() };
    let parts = type_part(symbol);
    let mut letters = parts.split(|c: char| !c.is_ascii_alphabetic()).filter(|p| !p.is_empty());
    let first = letters.next()?;
    let is_named = type_part(name).split(|c: char| !c.is_ascii_alphanumeric()).any(|p| p == first);
    is_named.then(|| ordinal(name, symbol)).flatten().map(|ordinal| format!("{ordinal}/{symbol}"))
}

/// The ordinal in a file name: the digits before the parts of the symbol ("1942_kh_syt.pdf") or, without such, the only
/// long number.
fn ordinal(name: &str, symbol: &str) -> Option<String> {
    let stem = name.rsplit(['/', '\\']).next()?;
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let parts = |text: &str| -> Vec<String> {
        let folded: String = text.chars().map(|c| bare_letter(c).to_ascii_lowercase()).collect();
        folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty()).map(str::to_owned).collect()
    };
    let (names, wanted) = (parts(stem), parts(symbol));
    let is_ordinal = |part: &String| regex!(r"^\d{1,5}[a-z]?$").is_match(part);
    let following = |at: usize| {
        let behind = names[at + 1..].iter().filter(|p| !regex!(r"^(?:19|20)\d\d$").is_match(p));
        behind.zip(wanted.iter().filter(|p| !p.bytes().all(|b| b.is_ascii_digit()))).take_while(|(a, b)| a == b).count()
    };
    let found: Vec<(usize, usize)> =
        (0..names.len()).filter(|at| is_ordinal(&names[*at])).map(|at| (following(at), at)).collect();
    let best = found.iter().map(|(count, _)| *count).max()?;
    let first = found.iter().find(|(count, _)| *count == best).map(|(_, at)| *at)?;
    // A number by itself counts only if it is long: short ones just number the files.
    let is_long = |part: &String| regex!(r"^\d{3,}[a-z]?$").is_match(part);
    let long: Vec<&String> = names.iter().filter(|p| is_long(p) && !regex!(r"^(?:19|20)\d\d$").is_match(p)).collect();
    match (best, long.as_slice(), names.as_slice()) {
        (1.., ..) => Some(names[first].clone()),
        (0, [only], _) => Some((*only).clone()),
        (0, [], [only]) if is_long(only) => Some(only.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::field::Field;

    #[test]
    fn the_number_stands_before_its_symbol() {
        for (name, symbol, wanted) in [
            ("S1/1942_kh_syt.pdf", "KH-SYT", Some("1942")),
            ("1945.pdf", "SYT-NVY", Some("1945")),
            ("09_kh_ttr_1.pdf", "KH-TTra", Some("09")),
            ("6Qt_2253_tb_syt.pdf", "TB-SYT", Some("2253")),
            ("24_THONG_TU_148.2020.TT_BCA.pdf", "2020/TT-BCA", Some("148")),
            ("3176b-QĐ-SYT.pdf", "QĐ-SYT", Some("3176b")),
            ("scan 12 trang 3.pdf", "QĐ-SYT", None),
            ("03.pdf", "QĐ-SYT", None),
            ("04 van ban__275.pdf", "QĐ-SYT", Some("275")),
            ("nam 2017.pdf", "QĐ-SYT", None),
            ("2013.pdf", "QĐ-SYT", Some("2013")),
            ("KSTTHC.pdf", "UBND-KSTTHC", None),
        ] {
            assert_eq!(ordinal(name, symbol).as_deref(), wanted, "{name}");
        }
    }

    #[test]
    fn the_agencys_table_is_offered_before_the_name_and_never_stated() {
        let unclear = |value: &str, source| Field {
            value: Some(value.to_owned()),
            state: FieldState::Unclear,
            source: Some(source),
            ..Field::default()
        };
        let mut form = Form { number: unclear("54/BC-UBND", FieldSource::FileName), ..Form::default() };
        form.issued.field.state = FieldState::Unclear;
        (form.issued.earliest, form.issued.latest) = (Some("2018-12-01".into()), Some("2018-12-31".into()));
        for (note, number, day) in [
            ("Báo cáo số 61/BC-UBND ngày 20/12/2018", "61/BC-UBND", Some("2018-12-20")),
            ("Báo cáo số 61/BC-UBND ngày 20/11/2018", "61/BC-UBND", None),
            ("Kế hoạch số 61/KH-UBND", "54/BC-UBND", None),
            ("Báo cáo năm", "54/BC-UBND", None),
        ] {
            let mut form = form.clone();
            offer_claim(&mut form, note);
            assert_eq!(
                (form.number.value.as_deref(), form.issued.field.value.as_deref()),
                (Some(number), day),
                "{note}"
            );
            assert_eq!((form.number.state, form.issued.field.state), (FieldState::Unclear, FieldState::Unclear));
        }
    }

    #[test]
    fn a_file_name_is_offered_and_never_stated() {
        let unclear = |value: Option<&str>| Field {
            value: value.map(str::to_owned),
            state: FieldState::Unclear,
            source: Some(FieldSource::Ocr),
            ..Field::default()
        };
        for (read, value, candidates) in [
            (Some("…/KH-SYT"), "2231/KH-SYT", vec![]),
            (Some("2731/KH-SYT"), "2231/KH-SYT", vec!["2731/KH-SYT"]),
            (Some("2231/KH-SYT"), "2231/KH-SYT", vec![]),
            (None, "2231", vec![]),
        ] {
            let mut form = Form { number: unclear(read), ..Form::default() };
            offer_file_name(&mut form, "2231_kh_syt.pdf");
            assert_eq!(form.number.value.as_deref(), Some(value));
            assert_eq!(
                (form.number.state, form.number.candidates),
                (FieldState::Unclear, candidates.iter().map(|c: &&str| (*c).to_owned()).collect())
            );
        }
        let mut read =
            Form { number: Field { state: FieldState::Read, ..unclear(Some("7/KH-SYT")) }, ..Form::default() };
        offer_file_name(&mut read, "2231_kh_syt.pdf");
        assert_eq!(read.number.read(), Some("7/KH-SYT"));
    }
}
