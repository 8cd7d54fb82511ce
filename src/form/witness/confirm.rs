//! Confirms an unreadable handwritten number by other documents: a citation with number and date was written by
//! somebody who knew the document, independently of this submission; a twin is the same document, typed. Stamps of
//! receiving offices are no source: on no document in our corpus do they quote its number.

use crate::form::field::{Citation, Field, FieldSource, FieldState, Form};
use crate::text::Key;
use crate::text::symbol::DocumentNumber;

/// Takes number and date from a citation in another document, if it cites the number that is offered here with a date
/// on which this document can have been issued. Returns whether it does. `behind`: the text that follows the number
/// where it is cited. The citation becomes the quote; what was read or claimed stays a candidate.
///
/// An office issues many documents of a type in a month. A wrong file name may contain the number of another one, and a
/// citation of that other document would then seem to confirm it. So the page itself must agree too: by its digits as
/// OCR read them, by its own date, or by its subject, which the citation repeats.
pub fn confirm<'b>(form: &mut Form, citation: &Citation, behind: impl FnOnce() -> &'b str) -> bool {
    let number = &form.number;
    let is_unread = is_number_unread(form);
    let offered = number.value.as_deref().and_then(DocumentNumber::parse).filter(|n| !n.is_blank());
    let cited = DocumentNumber::parse(&citation.number);
    let (Some(offered), Some(cited), Some(date)) = (offered, cited, &citation.date) else { return false };
    if citation.issuer.as_deref().is_some_and(|cited| !may_be_of(cited, form)) {
        return false;
    }
    let (Some(earliest), Some(latest)) = (&form.issued.earliest, &form.issued.latest) else { return false };
    // Dates as `yyyy-mm-dd` sort like text.
    if !is_unread || !offered.same(&cited) || date < earliest || latest < date {
        return false;
    }
    let is_read_so = |text: &String| DocumentNumber::parse(text).is_some_and(|n| n.same(&cited));
    let digits = number.source == Some(FieldSource::Ocr) || number.candidates.iter().any(is_read_so);
    let day = form.issued.field.read() == Some(date.as_str());
    if !(digits || day || repeats_subject(form, behind())) {
        return false;
    }
    form.number.quote = Some(citation.quote.clone());
    set_read(form, FieldSource::Citation, None, date);
    true
}

/// Takes number and date from a twin: another file with the same type, symbol, issuer and subject, typed. Returns
/// whether it did. Since an office may issue two documents on one subject, the twin must have the number that is
/// offered here, or the date that was read here.
pub fn confirm_by_twin(form: &mut Form, twin: &Form) -> bool {
    let number = &form.number;
    let is_typed = matches!(twin.number.source, Some(FieldSource::Text | FieldSource::Annotation));
    let printed = number.value.as_deref().and_then(DocumentNumber::parse);
    let own = twin.number.read().filter(|_| is_typed).and_then(DocumentNumber::parse).filter(|n| !n.is_blank());
    let (Some(printed), Some(own), Some(date)) = (printed, own, twin.issued.field.read()) else { return false };
    let (Some(earliest), Some(latest)) = (&form.issued.earliest, &form.issued.latest) else { return false };
    let same = |a: &Field, b: &Field| match (a.read(), b.read()) {
        (Some(a), Some(b)) => Key::recognised(a).as_str() == Key::recognised(b).as_str(),
        _ => false,
    };
    let is_twin = same(&form.r#type, &twin.r#type)
        && same(&form.issuer, &twin.issuer)
        && same(&form.r#abstract, &twin.r#abstract)
        && has_subject(form)
        && printed.same_symbol(&own);
    let is_offered = printed.same(&own);
    let is_open = number.value.as_deref().is_some_and(|value| value.starts_with('…'));
    let day = form.issued.field.read() == Some(date);
    if !is_number_unread(form)
        || !is_twin
        || date < earliest.as_str()
        || latest.as_str() < date
        || !(is_offered || is_open && day)
    {
        return false;
    }
    form.number.quote = Some(own.text.clone());
    set_read(form, FieldSource::Twin, Some(own.text), date);
    true
}

/// True if there is a number on the page that could not be read with certainty.
fn is_number_unread(form: &Form) -> bool {
    let sources = [FieldSource::Ocr, FieldSource::FileName, FieldSource::Claim];
    form.number.state == FieldState::Unclear && form.number.source.is_some_and(|source| sources.contains(&source))
}

/// Marks number and date as read. `number` replaces the offered number, if given.
fn set_read(form: &mut Form, source: FieldSource, number: Option<String>, date: &str) {
    form.number.state = FieldState::Read;
    form.number.source = Some(source);
    if number.is_some() {
        form.number.value = number;
    }
    if form.issued.field.state == FieldState::Unclear {
        form.issued.field.value = Some(date.to_owned());
        form.issued.field.state = FieldState::Read;
        form.issued.field.source = Some(source);
        (form.issued.earliest, form.issued.latest) = (Some(date.to_owned()), Some(date.to_owned()));
    }
}

/// Least length of a specific subject, in words: "Báo cáo công tác" fits every report.
const LEAST_WORDS: usize = 4;

fn has_subject(form: &Form) -> bool {
    form.r#abstract.read().is_some_and(|subject| subject.split_whitespace().count() >= LEAST_WORDS)
}

/// True if the text behind a citation contains the whole subject of the document.
fn repeats_subject(form: &Form, behind: &str) -> bool {
    let Some(subject) = form.r#abstract.read().filter(|_| has_subject(form)) else { return false };
    // Citations leave "Về việc" out.
    let subject = Key::recognised(subject);
    let words = subject.as_str().trim_start_matches("ve viec ").trim_start_matches("ve ").trim();
    let behind = Key::recognised(behind);
    behind.as_str().find(words).is_some_and(|at| {
        // It must end at the end of a word.
        !behind.as_str()[at + words.len()..].starts_with(char::is_alphanumeric)
    })
}

/// True if the agency that a citation names can be the issuer: one name must begin with the other. Without a known
/// issuer it cannot: every district has a number 54.
fn may_be_of(cited: &str, form: &Form) -> bool {
    let Some(own) = form.issuer.read() else { return false };
    // OCR may lose diacritics.
    let (own, cited) = (Key::recognised(own), Key::recognised(cited));
    own.as_str().starts_with(cited.as_str()) || cited.as_str().starts_with(own.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::field::DateField;

    fn unclear(value: Option<&str>, source: FieldSource) -> Field {
        let value = value.map(str::to_owned);
        Field { value, state: FieldState::Unclear, source: Some(source), ..Field::default() }
    }

    #[test]
    fn the_number_of_another_agency_confirms_nothing() {
        let form = Form {
            number: unclear(Some("54/BC-UBND"), FieldSource::Ocr),
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
            assert_eq!(confirm(&mut form.clone(), &citation, || ""), confirms, "{issuer:?}");
            let unread = Form { issuer: Field::default(), ..form.clone() };
            assert_eq!(confirm(&mut unread.clone(), &citation, || ""), issuer.is_none(), "{issuer:?}");
        }
    }

    #[test]
    fn only_a_citation_with_that_number_and_a_possible_day_confirms() {
        let form = Form {
            number: unclear(Some("1942/KH-SYT"), FieldSource::Ocr),
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
            assert_eq!(confirm(&mut form, &citation(number, date), || ""), confirms, "{number} {date:?}");
            assert_eq!(form.number.read(), confirms.then_some("1942/KH-SYT"));
            assert_eq!(form.issued.field.read(), confirms.then_some("2017-10-10"));
        }
    }

    fn read(value: &str, source: FieldSource) -> Field {
        Field { state: FieldState::Read, ..unclear(Some(value), source) }
    }

    #[test]
    fn a_file_name_and_a_citation_need_the_page_to_speak_for_the_number() {
        let cited = Citation {
            number: "54/BC-UBND".into(),
            date: Some("2018-12-12".into()),
            quote: "Báo cáo số 54/BC-UBND ngày 12/12/2018".into(),
            ..Citation::default()
        };
        let same = " ngày 12/12/2018 của UBND huyện về kết quả cải cách hành chính năm 2018; căn cứ";
        let other = " ngày 12/12/2018 của UBND huyện về kết quả cải cách hành chính quý IV năm 2018";
        let claimed = unclear(Some("54/BC-UBND"), FieldSource::FileName);
        let guessed = Field { candidates: vec!["54/BC-UBND".into()], ..claimed.clone() };
        let misread = Field { candidates: vec!["61/BC-UBND".into()], ..claimed.clone() };
        for (number, day, behind, confirms) in [
            (claimed.clone(), None, "", false),
            (claimed.clone(), None, same, true),
            (claimed.clone(), None, other, false),
            (claimed.clone(), Some("2018-12-12"), "", true),
            (claimed, Some("2018-12-20"), same, false),
            (guessed, None, "", true),
            (misread, None, "", false),
        ] {
            let form = Form {
                number: number.clone(),
                issued: DateField {
                    field: day.map_or_else(|| unclear(None, FieldSource::Ocr), |day| read(day, FieldSource::Ocr)),
                    earliest: Some(day.unwrap_or("2018-12-01").into()),
                    latest: Some(day.unwrap_or("2018-12-31").into()),
                },
                r#abstract: read("Kết quả cải cách hành chính năm 2018", FieldSource::Ocr),
                ..Form::default()
            };
            assert_eq!(confirm(&mut form.clone(), &cited, || behind), confirms, "{number:?} {day:?} {behind}");
        }
    }

    #[test]
    fn a_typed_twin_tells_the_number() {
        let twin = Form {
            r#type: read("BC", FieldSource::Text),
            number: read("54/BC-UBND", FieldSource::Text),
            issued: DateField {
                field: read("2018-12-12", FieldSource::Text),
                earliest: Some("2018-12-12".into()),
                latest: Some("2018-12-12".into()),
            },
            issuer: read("ỦY BAN NHÂN DÂN HUYỆN AN LẠC", FieldSource::Text),
            r#abstract: read("Kết quả cải cách hành chính năm 2018", FieldSource::Text),
            ..Form::default()
        };
        let scan = |number: &str, source, day: Option<&str>| Form {
            number: unclear(Some(number), source),
            issued: DateField {
                field: day.map_or_else(|| unclear(None, FieldSource::Ocr), |day| read(day, FieldSource::Ocr)),
                earliest: Some(day.unwrap_or("2018-12-01").into()),
                latest: Some(day.unwrap_or("2018-12-31").into()),
            },
            ..twin.clone()
        };
        let other = Form {
            r#abstract: read("Kết quả cải cách hành chính quý IV", FieldSource::Text), ..twin.clone()
        };
        for (scan, twin, confirms) in [
            (scan("54/BC-UBND", FieldSource::FileName, None), &twin, true),
            (scan("61/BC-UBND", FieldSource::FileName, None), &twin, false),
            (scan("…/BC-UBND", FieldSource::Ocr, None), &twin, false),
            (scan("…/BC-UBND", FieldSource::Ocr, Some("2018-12-12")), &twin, true),
            (scan("…/BC-UBND", FieldSource::Ocr, Some("2018-12-20")), &twin, false),
            (scan("…/KH-UBND", FieldSource::Ocr, Some("2018-12-12")), &twin, false),
            (scan("54/BC-UBND", FieldSource::FileName, None), &other, false),
        ] {
            let mut form = scan.clone();
            assert_eq!(confirm_by_twin(&mut form, twin), confirms, "{:?} {:?}", scan.number, scan.issued);
            assert_eq!(form.number.read(), confirms.then_some("54/BC-UBND"));
        }
    }
}
