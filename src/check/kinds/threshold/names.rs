//! Names in the words around a figure that narrow nothing: of the plan itself, of the province, of all bodies together, and
//! days at the end of the year. Another plan, another province, one level of bodies and a part of the year are left in.

use crate::text::Key;
use crate::text::pattern::regex;
use crate::text::symbol::DocumentNumber;

/// Stands for a name that narrows.
const OTHER: &str = " khác ";

/// From this month on what was done by then was done in the year.
const LATE: i16 = 10;

/// What a report may name without narrowing anything.
pub(super) struct Known {
    /// Names of the province.
    pub(super) provinces: Vec<String>,
    /// Bodies are what is counted: those of one level are a part. The tasks of a plan are for all of them to do.
    pub(super) counts_units: bool,
    pub(super) year: i16,
}

/// Words, folded, without the names that narrow nothing.
pub(super) fn without_names(words: &str, known: &Known, is_known: impl Fn(&DocumentNumber) -> bool) -> String {
    let mut text = Key::new(&without_documents(words, is_known)).as_str().to_owned();
    for province in &known.provinces {
        text = text.replace(&format!("tỉnh {province}"), "tỉnh");
    }
    without_bodies(&without_days(&text, known.year), known.counts_units)
}

/// "số 3507/QĐ-UBND ngày 21/12/2017", if it is one that may give the tasks.
fn without_documents(text: &str, is_known: impl Fn(&DocumentNumber) -> bool) -> String {
    let document = regex!(
        r"(?i)(?:số:? )?(?P<number>\d+[a-z]?(?:/\d{4})?[/-][a-zđ][a-zđ.&/-]*)(?:,? ngày \d{1,2}(?:\s?[/.-]\s?| tháng )\d{1,2}(?:\s?[/.-]\s?| năm )\d{4})?"
    );
    let is_known = |number: &str| {
        DocumentNumber::parse(number.trim_end_matches(['.', '-', '/'])).is_none_or(|number| is_known(&number))
    };
    let name = |found: &regex::Captures<'_>| if is_known(&found["number"]) { " " } else { OTHER };
    document.replace_all(text, name).into_owned()
}

/// Days, months and quarters up to which something is told.
fn without_days(text: &str, year: i16) -> String {
    let when = regex!(concat!(
        r"(?:(?P<from>từ )|(?P<issued>ban hành )|(?P<upto>(?:(?:tính|lũy kế) )?(?:đến|tới|hết)(?: hết| cuối| thời điểm)?,? )",
        r"|(?P<at>sáng |chiều |thời điểm )|(?P<due>trước ))?",
        r"(?:(?P<day>ngày )?(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})(?:\s?[/.-]\s?(?P<y>\d{4}))?",
        r"|ngày (?P<dd>\d{1,2}) tháng (?P<mm>\d{1,2})(?: năm (?P<yy>\d{4}))?",
        r"|(?P<month>tháng )(?P<mmm>\d{1,2})(?:(?:/| năm )(?P<yyy>\d{4}))?|quý (?P<q>iv|iii|ii|i|[1-4]))\b"
    ));
    // Several years together: what was done in them all was not done in this one.
    let years = regex!(concat!(
        r"\b(?:\d{1,2}|hai|ba|bốn|năm|nhiều|mấy|các|những) năm (?:vừa )?(?:qua|gần đây|trước|liền|liên tiếp|liên tục)\b",
        r"|\b(?:trong|suốt|các|cả) (?:\d{1,2}|hai|ba|bốn|năm) năm\b|\b(?:19|20)\d\d\s*-\s*(?:19|20)\d\d\b|\b(?:từ )?năm (?:19|20)\d\d đến (?:hết )?năm (?:19|20)\d\d\b"
    ));
    let text = years.replace_all(text, OTHER);
    // "Hoàn thành trước ngày 30/11/2018" tells by when all was done, "nhiệm vụ trước ngày 30/11/2018" which of them.
    let is_done = |found: Option<regex::Match<'_>>| {
        let ends_with = |m: &regex::Match<'_>, words: &regex::Regex| words.is_match(&text[..m.start()]);
        found.is_some_and(|m| {
            ends_with(&m, regex!(r"(?:hoàn thành|xong)\s*$"))
                && !ends_with(&m, regex!(r"\b(?:phải|cần) (?:được )?(?:hoàn thành|\p{L}+ xong)\s*$"))
        })
    };
    let name = |found: &regex::Captures<'_>| {
        let number = |names: [&str; 3]| names.iter().find_map(|n| found.name(n)).and_then(|m| m.as_str().parse().ok());
        let is_one = |name: &str| found.name(name).is_some();
        let quarter = found.name("q").map(|q| if matches!(q.as_str(), "iv" | "4") { 12 } else { 1 });
        let month: i16 = number(["m", "mm", "mmm"]).or(quarter).unwrap_or_default();
        let day: i16 = number(["d", "dd", ""]).unwrap_or_default();
        let of: i16 = number(["y", "yy", "yyy"]).unwrap_or(year);
        let is_bare = !["from", "issued", "upto", "at", "due", "day", "y", "dd", "month", "q"].into_iter().any(is_one);
        let is_late = of == year && month >= LATE || of == year + 1 && month <= 3;
        let is_start = of == year && (day, month) == (1, 1) || of == year - 1 && month == 12;
        match () {
            // It may be a fraction.
            () if is_bare => found[0].to_owned(),
            () if is_one("issued") || of < year && !is_one("from") => " ".to_owned(),
            () if is_one("from") && is_start => " ".to_owned(),
            () if is_one("due") && is_late && is_done(found.get(0)) => " ".to_owned(),
            () if is_one("from") || is_one("due") => OTHER.to_owned(),
            () if is_late && (is_one("upto") || is_one("at") || is_one("day") || is_one("dd")) => " ".to_owned(),
            () => OTHER.to_owned(),
        }
    };
    when.replace_all(&text, name).into_owned()
}

/// True if words name bodies and nothing else.
pub(super) fn is_body(words: &str) -> bool {
    run().find(words).is_some_and(|m| m.range() == (0..words.len()))
}

/// Bodies one after the other: "các sở, ban, ngành và UBND các huyện, thị xã, thành phố".
pub(super) fn run() -> &'static regex::Regex {
    regex!(concat!(
        r"(?i)\b(?:(?:các|những) )?(?:(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd) )?(?:các )?(?:cơ quan(?: hành chính| chuyên môn)?|đơn vị(?: hành chính)?|sở|ban|ngành|đoàn thể|địa phương|cấp tỉnh|cấp huyện|cấp xã|huyện|thị xã|thành phố|xã|phường|thị trấn)",
        r"(?:(?:\s*[,/-]\s*|\s+(?:và|cùng|với|thuộc|trực thuộc|của)\s+|\s+)(?:(?:tỉnh(?:,? và|,)?|(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)(?: tỉnh(?:,? và|,)?)?|các) )*",
        r"(?:cơ quan(?: hành chính| chuyên môn)?|đơn vị(?: hành chính)?|sở|ban|ngành|đoàn thể|địa phương|cấp tỉnh|cấp huyện|cấp xã|huyện|thị xã|thành phố|xã|phường|thị trấn)\b)*"
    ))
}

/// Bodies of the province and of its districts together, or agencies and units without a level; and those that advise the
/// province.
fn without_bodies(text: &str, counts_units: bool) -> String {
    let adviser = regex!(
        r"\b(?:các )?(?:sở|cơ quan|đơn vị)\b[^;:.\d]{0,40}? (?:tham mưu (?:cho )?ủy ban nhân dân tỉnh|phối hợp (?:với )?các (?:cơ quan, đơn vị|sở, (?:ban, )?ngành))"
    );
    let text = adviser.replace_all(text, " ");
    // The reform has six fields, and its direction as a seventh (Resolution 30c/NQ-CP, article 3).
    let text = regex!(r"\b(?:thuộc|trên|ở|của|trong)(?: cả| tất cả)? 0?[67] lĩnh vực").replace_all(&text, " ");
    // "07 cơ quan chuyên môn cấp tỉnh và 06 UBND cấp huyện".
    let text = regex!(r"(?P<lead>^|[\s(])\d{1,5}(?P<noun>\s+\p{L})").replace_all(&text, "$lead$noun");
    let name = |found: &regex::Captures<'_>| {
        let Some(run) = found.get(0) else { return String::new() };
        let words = run.as_str();
        let is_owned =
            text[..run.start()].trim_end().ends_with("của") && !words.starts_with("các") && !words.contains(',');
        let is_provincial = regex!(r"\b(?:sở|ngành|cấp tỉnh|chuyên môn)\b").is_match(words);
        let is_local = regex!(r"\b(?:huyện|địa phương|thị xã|thành phố)\b").is_match(words);
        let is_lower = regex!(r"\b(?:xã|phường|thị trấn|trực thuộc)\b").is_match(&words.replace("thị xã", ""));
        let is_general = regex!(r"\b(?:cơ quan|đơn vị)\b").is_match(words);
        let is_led = words == "các sở" && text[..run.start()].trim_end().ends_with("chỉ đạo");
        // "14/35 sở, ban, ngành, đơn vị" counts units of all levels, "đơn vị cấp huyện" of one.
        let is_whole = match (is_provincial, is_local) {
            (true, true) => true,
            (false, false) => is_general,
            (true, false) => {
                let is_all = regex!(r"\bđơn vị$|cơ quan, đơn vị").is_match(words);
                let are_those_tasked = !counts_units
                    && (regex!(r"^các sở, (?:ban, )?ngành$").is_match(words) || is_led)
                    && !regex!(r"\b(?:của|tại|cho|ở|thuộc)\s*$").is_match(&text[..run.start()])
                    && !text.contains("nhiệm vụ được giao");
                (is_all || are_those_tasked) && !words.contains("cấp")
            }
            (false, true) => regex!(r"cơ quan, đơn vị").is_match(words) && !words.contains("cấp"),
        };
        if is_whole && !is_owned && !is_lower { " ".to_owned() } else { words.to_owned() }
    };
    run().replace_all(&text, name).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_narrows_is_left_in() {
        let plan = DocumentNumber::parse("3507/QĐ-UBND").unwrap();
        let known = Known { provinces: vec!["đắk lắk".to_owned()], counts_units: true, year: 2018 };
        let left = |words: &str| {
            let text = without_names(words, &known, |n| n.same(&plan));
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        for (words, expected) in [
            ("Quyết định số 3507/QĐ-UBND ngày 21/12/2017", "quyết định"),
            ("Kế hoạch số 77/KH-UBND ngày 15/3/2018", "kế hoạch khác"),
            ("Đến ngày 15/12/2018", ""),
            ("Tính đến hết tháng 12", ""),
            ("Đến ngày 10/01/2019", ""),
            ("Đến ngày 30/6/2018", "khác"),
            ("Đến hết quý II", "khác"),
            ("Tháng 12/2018", "khác"),
            ("Từ ngày 01/12/2018 đến ngày 25/12/2018", "khác"),
            ("Từ ngày 01/01/2018 đến ngày 15/12/2018", ""),
            ("Kế hoạch ban hành tháng 12/2017", "kế hoạch"),
            ("trước ngày 31/12/2018", "khác"),
            ("hoàn thành trước ngày 30/11/2018", "hoàn thành"),
            ("hoàn thành trước ngày 30/6/2018", "hoàn thành khác"),
            ("trong 3 năm qua", "khác qua"),
            ("Nhiệm kỳ 2016 - 2020", "nhiệm kỳ khác"),
            ("từ năm 2016 đến năm 2018", "khác"),
            ("UBND tỉnh Đắk Lắk", "ủy ban nhân dân tỉnh"),
            ("tỉnh Đắk Nông", "tỉnh đắk nông"),
            ("Các sở, ban, ngành, địa phương đã", "đã"),
            ("Các sở, ban, ngành đã", "các sở, ban, ngành đã"),
            ("các sở, ngành và UBND các huyện, thị xã, thành phố", ""),
            ("14/35 cơ quan, đơn vị", "14/35"),
            ("8/20 sở, ngành", "8/20 sở, ngành"),
            ("Các huyện, thị xã, thành phố", "các huyện, thị xã, thành phố"),
            ("của đơn vị", "của đơn vị"),
            ("30/90 đơn vị trực thuộc sở, ngành", "30/90 đơn vị trực thuộc sở, ngành"),
        ] {
            assert_eq!(left(words), expected, "{words}");
        }
    }
}
