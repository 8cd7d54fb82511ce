//! The issuer (cơ quan ban hành): evidence counts if a competent agency issued it.
//!
//! `issuers = ["UBND tỉnh Đắk Lắk", "Sở Nội vụ"]` lists the accepted agencies; `issuer` of `[evidence.match]` names the one
//! of an exact document. A rule's "Sở Nội vụ" accepts "SỞ NỘI VỤ TỈNH ĐẮK LẮK", but not the department of another
//! province, if the pack says which province it scores (`place`). What could not be read well enough is a question.
//! `proposals = ["issuers"]` of the item marks agencies that the pack proposes; those of a proposed paper are.

use std::sync::Arc;

use toml::Spanned;

use super::demand::{Context, Demand, Kind, Origin, Proposal};
use crate::check::issuers::issuer_agrees;
use crate::check::outcome::Outcome;
use crate::form::{Field, FieldSource, Form};
use crate::message::{Code, Said, Verdict};
use crate::reading::Reading;
use crate::rules::ItemTable;
use crate::text::Key;

/// Another issuer than asked for.
const WRONG_ISSUER: Code = Code::new("KC205", CHECK);
const CHECK: &str = "issuer";

pub(super) const KIND: Kind =
    Kind { name: "issuer", codes: &[WRONG_ISSUER], open: |_| Box::new(read), example: include_str!("example.toml") };

/// The accepted agencies; one at least.
#[derive(Debug)]
struct AcceptedIssuers {
    issuers: Vec<String>,
    origin: Origin,
    /// The province or city that is scored; empty if the pack is for any.
    place: String,
    proposal: bool,
    clause: String,
}

fn read(item: &ItemTable<'_>) -> Vec<Arc<dyn Demand>> {
    let required = item.list::<Spanned<String>>("issuers").entries;
    if let (Some(_), Some(word)) = (&item.matching.issuer, required.first()) {
        item.file.bad_value(word, "match.issuer says already who issues the exact document", "leave issuers out");
    }
    let required: Vec<String> = required.into_iter().map(Spanned::into_inner).collect();
    let (issuers, origin) = match &item.matching.issuer {
        Some(issuer) => (vec![issuer.clone()], Origin::Match),
        None => (required, Origin::Item),
    };
    if issuers.is_empty() {
        return Vec::new();
    }
    // Who issued the exact document is told by its number and day.
    let proposal = origin == Origin::Item && item.proposes("issuers");
    let clause = item.clause.to_owned();
    let mut demands: Vec<Arc<dyn Demand>> = Vec::new();
    if !item.place.is_empty() {
        demands.push(Arc::new(OfProvince { place: item.place.to_owned(), clause: clause.clone() }));
    }
    demands.push(Arc::new(AcceptedIssuers { issuers, origin, place: item.place.to_owned(), proposal, clause }));
    demands
}

/// The province or city that is scored. Which of its agencies issues a document may be proposed; that it is one of its own
/// never is.
#[derive(Debug)]
struct OfProvince {
    place: String,
    clause: String,
}

impl Demand for OfProvince {
    fn check(&self) -> &'static str {
        CHECK
    }

    fn expected(&self, _year: i16) -> Said {
        Said::new("expect-place").with("place", self.place.as_str())
    }

    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome> {
        let named = elsewhere(&self.place, &reading.form)?;
        let field = &reading.form.issuer;
        let value = field.value.as_deref().unwrap_or_default();
        // The agency above it is shown where it is what says that the issuer is another one.
        let found = match named.value.as_deref().filter(|_| !std::ptr::eq(named, field)) {
            Some(above) => Said::literal(format!("{above} – {value}")),
            None => Said::literal(value),
        };
        // Recognition may have misread the name of the province.
        let is_sure = named.source != Some(FieldSource::Ocr);
        let verdict = if is_sure { Verdict::Gap } else { Verdict::Unclear };
        let message = Said::new(if is_sure { "KC205-place" } else { "KC205-place-unclear" })
            .with("place", self.place.as_str())
            .with("found", found.clone());
        let outcome = Outcome::new(CHECK, verdict, self.expected(context.year), found);
        Some(outcome.at_field(field).under(&self.clause).raise(WRONG_ISSUER, context.subject, message))
    }
}

/// The field that names another province, of a document whose issuer was read.
fn elsewhere<'a>(place: &str, form: &'a Form) -> Option<&'a Field> {
    form.issuer.read()?;
    from_elsewhere(place, form)
}

impl Demand for AcceptedIssuers {
    fn check(&self) -> &'static str {
        CHECK
    }

    fn origin(&self) -> Origin {
        self.origin
    }

    fn proposal(&self) -> Option<Proposal> {
        self.proposal.then_some(Proposal::Paper)
    }

    fn issuers(&self) -> &[String] {
        if self.origin == Origin::Item { &self.issuers } else { &[] }
    }

    fn expected(&self, _year: i16) -> Said {
        Said::new("expect-issuer").with("issuers", self.issuers.clone()).with("proposal", self.proposal)
    }

    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome> {
        let field = &reading.form.issuer;
        let accepted: Vec<&str> = self.issuers.iter().map(String::as_str).collect();
        // One of another province is none of them, whatever its name.
        if elsewhere(&self.place, &reading.form).is_some() {
            return None;
        }
        let found = field.value.as_deref().map_or_else(|| Said::new("found-nothing"), Said::literal);
        let verdict = match field.read().and_then(|_| issuer_agrees(&accepted, field)) {
            Some(true) => Verdict::Met,
            Some(false) => Verdict::Gap,
            None => Verdict::Unclear,
        };
        let outcome = Outcome::new(CHECK, verdict, self.expected(context.year), found.clone())
            .at_field(field)
            .under(&self.clause);
        let id = match verdict {
            Verdict::Gap => "KC205",
            Verdict::Unclear => "KC205-unclear",
            _ => return Some(outcome),
        };
        let message =
            Said::new(id).with("issuers", self.issuers.clone()).with("found", found).with("proposal", self.proposal);
        Some(outcome.raise(WRONG_ISSUER, context.subject, message))
    }
}

/// The cities that stand beside the provinces.
const CITIES: [&str; 6] = ["hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "thành phố huế"];

/// The field that names another province: a department's own name, or the agency above it ("UBND TỈNH ĐẮK NÔNG / SỞ
/// NỘI VỤ"). Every province has a Sở Nội vụ.
fn from_elsewhere<'a>(place: &str, form: &'a Form) -> Option<&'a Field> {
    let place = Key::new(place);
    let (kind, name) = place.as_str().split_once(' ').filter(|(kind, _)| *kind == "tỉnh")?;
    // "ĐĂK LĂK", "ĐẮC LẮC", "DAKLAK": letters are what they have in common.
    let plain = |text: &str| -> String {
        let letters = Key::recognised(text).as_str().replace('c', "k");
        letters.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let name = plain(name);
    [&form.issuer, &form.parent_issuer].into_iter().find(|field| {
        let printed = Key::new(field.read().unwrap_or_default());
        let behind = printed.as_str().split_once(kind).map_or("", |(_, behind)| behind.trim_start());
        // "TỈNH ỦY", "TỈNH ĐOÀN" and "ĐOÀN KIỂM TRA TỈNH" name none.
        let named = behind.strip_prefix("ủy").or(behind.strip_prefix("đoàn")).unwrap_or(behind).trim();
        let is_city = CITIES.iter().any(|city| printed.as_str().contains(city));
        is_city || !named.is_empty() && !plain(printed.as_str()).contains(&name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Doc, check, form, item, judge, read};

    fn judged(issuer: &str, parent: &str) -> Verdict {
        let mut form = form("BC", "300/BC-SNV", "2018-12-18", issuer, "Kết quả cải cách hành chính năm 2018");
        if !parent.is_empty() {
            form.parent_issuer = read(parent);
        }
        let outcome = judge(vec![Doc::new("bc.docx", "S1", form, &["I. KẾT QUẢ"])], "");
        check(item(&outcome, "S1", "bao-cao-nam"), "issuer").verdict
    }

    #[test]
    fn a_department_of_another_province_is_another_one() {
        for (issuer, parent, verdict) in [
            ("SỞ NỘI VỤ", "", Verdict::Met),
            ("SỞ NỘI VỤ", "UBND TỈNH ĐẮK LẮK", Verdict::Met),
            ("SỞ NỘI VỤ", "ỦY BAN NHÂN DÂN TỈNH", Verdict::Met),
            ("SỞ NỘI VỤ TỈNH ĐẮK LẮK", "", Verdict::Met),
            ("SỞ NỘI VỤ", "UBND TỈNH ĐĂK LĂK", Verdict::Met),
            ("SỞ NỘI VỤ", "ỦY BAN NHÂN DÂN TỈNH ĐẮC LẮC", Verdict::Met),
            ("SỞ NỘI VỤ", "UBND THÀNH PHỐ HÀ NỘI", Verdict::Gap),
            ("SỞ NỘI VỤ TỈNH ĐẮK NÔNG", "", Verdict::Gap),
            ("SỞ NỘI VỤ", "ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG", Verdict::Gap),
            ("SỞ NỘI VỤ", "UBND TỈNH KON TUM", Verdict::Gap),
            ("ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG", "", Verdict::Gap),
        ] {
            assert_eq!(judged(issuer, parent), verdict, "{parent} / {issuer}");
        }
    }
}
