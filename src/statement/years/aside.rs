//! Years that stand beside what a text reports: of the day on which it is told, of a law, of a plan's issue, of what a result
//! is held against, and of what it shall lead to.

use regex::Captures;

use crate::text::pattern::regex;

/// A folded text, without citations, with such years blanked out. `year` is the year that is reported on.
pub(crate) fn without_asides(text: &str, year: i16) -> String {
    let blank = "…";
    // Only what was done is told on a day after the year's end.
    let told = regex!(
        r"(?:đến|hết)\s+(?:(?:ngày|hết|thời điểm|cuối)\s+)*(?:\d{1,2}\s*(?:[/.-]|tháng)\s*)?(?:tháng\s+)?0?[1-3]\s*(?:[/.-]|năm)\s*(?P<year>\d{4})\b"
    );
    let last_done = regex!(r"\bđã\b").find_iter(text).last().map_or(0, |m| m.start());
    let text = told.replace_all(text, |m: &Captures<'_>| {
        let is_next = m["year"].parse() == Ok(year + 1);
        let is_done = m.get(0).is_some_and(|whole| whole.end() <= last_done);
        if is_next && is_done { blank.to_owned() } else { m[0].to_owned() }
    });
    // "Thực hiện Luật Ban hành văn bản quy phạm pháp luật năm 2015, Sở …"; "thi hành pháp luật năm 2017" is of that year.
    let law = regex!(
        r"(?P<law>pháp )?(?:\bluật|pháp lệnh|hiến pháp|nghị định|thông tư)\b(?P<name>[^,;.:()]{0,80}?)\s(?:năm\s+)(?:19|20)\d\d\s*(?:,|của quốc hội|của chính phủ)"
    );
    let text = law.replace_all(&text, |m: &Captures<'_>| {
        let is_more = m.name("law").is_some() || regex!(r"kế hoạch|nhiệm vụ|kết quả").is_match(&m["name"]);
        if is_more { m[0].to_owned() } else { blank.to_owned() }
    });
    let issued = regex!(
        r"(?P<document>(?:kế hoạch|quyết định|chương trình|nghị quyết|chỉ thị|đề án)\b[^,;.:()%]{0,80}?(?:ban hành|\bký|phê duyệt|thông qua))\s+(?:(?:vào|từ|trong|hồi)\s+)?(?:(?:cuối\s+)?tháng\s+\d{1,2}\s*(?:[/-]|năm)\s*|cuối năm\s+)(?:19|20)\d\d\b"
    );
    let text = issued.replace_all(&text, "${document} …");
    let compared = regex!(
        r"so với(?:\s+(?:mức|t[ỷỉ] lệ|con số|kết quả))*\s+\d[\d.,]*\s*%\s*(?:(?:của|trong|đạt)\s+)*(?:cùng kỳ\s+)?năm\s+\d{4}"
    );
    let text = compared.replace_all(&text, blank);
    // Behind a figure: what comes of it in a later year.
    let leads_to = regex!(
        r"(?P<figure>(?:%|\d/\d+).*?)(?P<end>\b(?:tiền đề|cơ sở|nền tảng|tạo đà|để|nhằm|tiến tới|hướng (?:tới|đến))\b.*)$"
    );
    let text = leads_to.replace(&text, |m: &Captures<'_>| {
        let end = regex!(r"\b20\d\d\b").replace_all(&m["end"], |y: &Captures<'_>| {
            if y[0].parse::<i16>().is_ok_and(|later| later > year) { blank.to_owned() } else { y[0].to_owned() }
        });
        format!("{}{end}", &m["figure"])
    });
    text.into_owned()
}
