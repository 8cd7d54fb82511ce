//! Which years a sentence, a heading or the head of a column speaks of.

mod aside;
mod citation;

use std::ops::Range;

use crate::text::Key;
use crate::text::pattern::regex;
use aside::without_asides;
use citation::without_citations;

/// True if a text names years, and none of them is `year`: what it says is no result of that year. Years of the documents
/// that it cites ("Kế hoạch số 3507/QĐ-UBND ngày 21/12/2017") and years to compare with ("so với năm 2017") are not its own.
pub(crate) fn speaks_only_of_others(text: &str, year: i16) -> bool {
    let spans = own_years(text, year);
    !spans.is_empty() && !spans.iter().any(|(from, to)| *from <= year && year <= *to)
}

/// Which figures of a sentence are of other years: those in a bracket with years of its own ("đạt 100% (năm 2017 đạt
/// 95%)") go by these, all others by the years outside.
pub(crate) struct YearsOfFigures {
    /// Brackets that name years, in order, and whether these are all others.
    brackets: Vec<(Range<usize>, bool)>,
    outside: bool,
}

impl YearsOfFigures {
    /// Reads the years of a sentence, held against `year`.
    pub(crate) fn new(sentence: &str, year: i16) -> Self {
        let mut outside = sentence.to_owned();
        let mut brackets = Vec::new();
        for found in regex!(r"\([^()]*\)?").find_iter(sentence) {
            // "Tỷ lệ (năm 2017) đạt 100%" says of what year the figure outside is.
            let has_figure = regex!(r"%|(?i:phần trăm|đạt)|\d\s*/\s*\d+\s*(?:\p{L}|\))").is_match(found.as_str());
            if has_figure && !own_years(found.as_str(), year).is_empty() {
                brackets.push((found.range(), speaks_only_of_others(found.as_str(), year)));
                outside.replace_range(found.range(), &" ".repeat(found.len()));
            }
        }
        Self { brackets, outside: speaks_only_of_others(&outside, year) }
    }

    /// True if the figure at these bytes of the sentence is of other years only.
    pub(crate) fn is_of_others(&self, figure: &Range<usize>) -> bool {
        let first = self.brackets.partition_point(|(bracket, _)| bracket.end <= figure.start);
        match self.brackets.get(first) {
            Some((bracket, is_of_others)) if bracket.start < figure.end => *is_of_others,
            _ => self.outside,
        }
    }
}

/// The same for the head of a column or the name of a sheet, where a bare year is one ("KH 2019", "TH 2017 (%)").
pub(crate) fn label_speaks_only_of_others(label: &str, year: i16) -> bool {
    if speaks_only_of_others(label, year) {
        return true;
    }
    let key = Key::new(&without_citations(label));
    let is_open = own_years(label, year).is_empty() && !regex!(r"so với|cùng kỳ").is_match(key.as_str());
    let bare: Vec<(i16, i16)> = regex!(r"\b(?:19|20)\d\d(?:\s*-\s*(?:19|20)\d\d)?\b")
        .find_iter(key.as_str())
        .flat_map(|m| list(m.as_str()))
        .collect();
    is_open && !bare.is_empty() && !bare.iter().any(|(from, to)| *from <= year && year <= *to)
}

/// The years of a text as spans: one year, or first and last of "2016-2020".
fn own_years(text: &str, year: i16) -> Vec<(i16, i16)> {
    if let Ok(year) = text.trim().parse::<i16>() {
        // The head of a column is often the bare year.
        return if (1900..2100).contains(&year) { vec![(year, year)] } else { Vec::new() };
    }
    let key = Key::new(&without_citations(text));
    let text = &without_asides(key.as_str(), year);
    let mut spans = Vec::new();
    for found in regex!(
        r"(?P<lead>(?:so với|so cùng kỳ|bằng|hơn|cùng kỳ)(?:\s+(?:với|cùng kỳ|của|các|kết quả|t[ỷỉ] lệ|thực hiện))*\s+)?(?:\bnăm\s+|\bgiai đoạn\s+|\bnhiệm kỳ\s+|\bniên khóa\s+|\b(?:0?[1-9]|1[0-2])\s*[/-]\s*|\b(?:tháng|quý)\s+\S{1,4}\s*[/-]\s*)(?P<years>(?:19|20)\d\d\b(?:\s*(?:-|,|;|và|đến|/)\s*(?:năm\s+)?(?:19|20)\d\d\b)*)"
    )
    .captures_iter(text)
    {
        if found.name("lead").is_none() {
            spans.extend(found.name("years").map(|years| list(years.as_str())).unwrap_or_default());
        }
    }
    if spans.is_empty()
        && regex!(r"(?:^|[^i]\s)năm (?:trước|ngoái)\b").is_match(text)
        && !regex!(r"(?:so với|so với cùng kỳ|cùng kỳ|hơn|bằng)\s+(?:\S+\s+){0,2}năm (?:trước|ngoái)").is_match(text)
    {
        // Some year before this one, which never is the index year.
        spans.push((0, 0));
    }
    spans
}

/// "2016, 2017 và 2018" is three years, "2016-2020" all from the first to the last.
fn list(years: &str) -> Vec<(i16, i16)> {
    let found: Vec<(usize, i16)> =
        regex!(r"\d{4}").find_iter(years).filter_map(|m| Some((m.start(), m.as_str().parse().ok()?))).collect();
    let mut spans: Vec<(i16, i16)> = Vec::new();
    let mut last = 0;
    for (at, year) in found {
        let between = &years[last..at];
        match spans.last_mut() {
            Some(span) if between.contains('-') || between.contains("đến") => span.1 = year,
            _ => spans.push((year, year)),
        }
        last = at + 4;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sentences_of_other_years_are_told_apart() {
        for (text, other) in [
            ("Năm 2017 tỷ lệ kiểm tra đạt 100%", true),
            ("Năm 2018 tỷ lệ kiểm tra đạt 100%", false),
            ("Tỷ lệ kiểm tra đạt 100%", false),
            ("Năm 2018 đạt 100%, so với năm 2017 tăng 5%", false),
            ("đạt 100%, tăng 5% so với năm 2017", false),
            ("đạt 100%, tăng 5% so với cùng kỳ năm 2017", false),
            ("đạt 100%, cao hơn năm 2017", false),
            ("Thực hiện Kế hoạch số 3507/QĐ-UBND ngày 21/12/2017, đã hoàn thành 42/42 nhiệm vụ", false),
            ("Thực hiện Kế hoạch 3507/QĐ-UBND ngày 21 tháng 12 năm 2017 của UBND tỉnh, hoàn thành 100%", false),
            ("Theo Quyết định số 30/2016/QĐ-UBND ngày 01/6/2016, hoàn thành 100%", false),
            ("Theo Kế hoạch ngày 21/12/2017, hoàn thành 100%", false),
            ("Theo Kế hoạch của UBND tỉnh ngày 21/12/2017, hoàn thành 100%", false),
            ("Theo Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13, hoàn thành 100%", false),
            ("Đến ngày 31/12/2017, hoàn thành 100%", true),
            ("Đến ngày 15/12/2018, hoàn thành 100%", false),
            ("Tháng 12/2017 hoàn thành 100%", true),
            ("Quý IV/2018 hoàn thành 100%", false),
            ("Quý IV năm 2017 hoàn thành 100%", true),
            ("Giai đoạn 2016-2020 hoàn thành 100%", false),
            ("Giai đoạn 2011 - 2015 hoàn thành 100%", true),
            ("Các năm 2016, 2017 và 2018 hoàn thành 100%", false),
            ("Các năm 2015, 2016 và 2017 hoàn thành 100%", true),
            ("Trong 2 năm 2017-2018 hoàn thành 100%", false),
            ("Phấn đấu năm 2019 hoàn thành 100%", true),
            ("hoàn thành 2017/2017 hồ sơ", false),
            ("hoàn thành 2010 hồ sơ", false),
            ("Năm trước tỷ lệ đạt 100%", true),
            ("Tỷ lệ đạt 100%, tăng so với năm trước", false),
            ("2017", true),
            ("2018", false),
            ("Năm 2017", true),
            ("35", false),
        ] {
            assert_eq!(speaks_only_of_others(text, 2018), other, "{text}: {:?}", own_years(text, 2018));
        }
    }

    #[test]
    fn labels_may_name_a_bare_year() {
        for (label, other) in [
            ("KH 2019", true),
            ("Kế hoạch 2019", true),
            ("TH 2017 (%)", true),
            ("TH 2018 (%)", false),
            ("2016-2020", false),
            ("So với 2017", false),
            ("Năm 2018", false),
            ("Tỷ lệ (%)", false),
        ] {
            assert_eq!(label_speaks_only_of_others(label, 2018), other, "{label}");
        }
    }

    #[test]
    fn years_beside_the_result_are_not_its_own() {
        for (text, other) in [
            ("Đến ngày 10/01/2019, đã hoàn thành 45/45 nhiệm vụ", false),
            ("Tính đến hết tháng 01/2019, Sở đã hoàn thành 45/45 nhiệm vụ", false),
            ("Đến ngày 15 tháng 02 năm 2019, đã hoàn thành 45/45 nhiệm vụ", false),
            ("Đến ngày 31/3/2019, hoàn thành 45/45 nhiệm vụ", true),
            ("Đến ngày 31/12/2019, đã hoàn thành 45/45 nhiệm vụ", true),
            ("Đến ngày 10/01/2019, đã hoàn thành 45/45 nhiệm vụ năm 2017", true),
            ("Đến ngày 10/01/2018, đã hoàn thành 45/45 nhiệm vụ", false),
            ("Thực hiện Luật Ban hành văn bản quy phạm pháp luật năm 2015, Sở đã hoàn thành 45/45 nhiệm vụ", false),
            ("Căn cứ Luật Tổ chức chính quyền địa phương năm 2015, hoàn thành 45/45 nhiệm vụ", false),
            ("Theo Nghị định về kiểm soát thủ tục hành chính năm 2010, hoàn thành 45/45 nhiệm vụ", false),
            ("Công tác theo dõi thi hành pháp luật năm 2017, hoàn thành 45/45 nhiệm vụ", true),
            ("Thực hiện Luật Tố cáo và Kế hoạch năm 2017, hoàn thành 45/45 nhiệm vụ", true),
            ("Thực hiện Kế hoạch năm 2017, đã hoàn thành 45/45 nhiệm vụ", true),
            ("Thực hiện Kế hoạch ban hành tháng 12/2017, đã hoàn thành 45/45 nhiệm vụ", false),
            ("Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh ban hành cuối năm 2017, hoàn thành 45/45 nhiệm vụ", false),
            ("Thực hiện Quyết định phê duyệt tháng 12 năm 2017, đã hoàn thành 45/45 nhiệm vụ", false),
            ("Thực hiện Kế hoạch năm 2017 ban hành tháng 12/2016, đã hoàn thành 45/45 nhiệm vụ", true),
            ("Hoàn thành 100%, cao hơn so với mức 90% của năm 2017", false),
            ("Hoàn thành hơn 90% trong năm 2017", true),
            ("Hoàn thành 45/45 nhiệm vụ, là tiền đề để đến năm 2020 hoàn thành chương trình tổng thể", false),
            ("Hoàn thành 100% nhiệm vụ, tạo cơ sở cho kế hoạch năm 2019", false),
            ("Để chuẩn bị cho năm 2019, hoàn thành 100% nhiệm vụ", true),
            ("Phương hướng để đến năm 2020", true),
        ] {
            assert_eq!(speaks_only_of_others(text, 2018), other, "{text}: {:?}", own_years(text, 2018));
        }
    }

    #[test]
    fn a_bracket_has_years_of_its_own() {
        for (text, figure, other) in [
            ("Hoàn thành 45/45 nhiệm vụ, đạt 100% (năm 2017 đạt 95%)", "100%", false),
            ("Hoàn thành 45/45 nhiệm vụ, đạt 100% (năm 2017 đạt 95%)", "95%", true),
            ("Hoàn thành 100% nhiệm vụ (cùng kỳ năm 2017: 95%)", "100%", false),
            ("Năm 2017 đạt 100% (năm 2018 đạt 95%)", "100%", true),
            ("Năm 2017 đạt 100% (năm 2018 đạt 95%)", "95%", false),
            ("Tỷ lệ hoàn thành (năm 2017) đạt 100%", "100%", true),
            ("Đạt 100% (45/45 nhiệm vụ năm 2017)", "100% (45/45", true),
            ("Đạt 100% (45/45 nhiệm vụ) trong năm 2017", "100% (45/45", true),
            ("Đạt 100% (45/45 nhiệm vụ) trong năm 2018", "100% (45/45", false),
        ] {
            let at = text.find(figure).unwrap();
            let years = YearsOfFigures::new(text, 2018);
            assert_eq!(years.is_of_others(&(at..at + figure.len())), other, "{text}: {figure}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "(năm |ngày |21/12/2017|2016|-| và |so với |Kế hoạch số 12/KH-UBND |[0-9/,. đ-]){0,12}") {
            let _ = YearsOfFigures::new(&text, 2018).is_of_others(&(0..text.len()));
        }
    }
}
