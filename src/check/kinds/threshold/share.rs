//! Whether a figure is a share of what a measure counts. "Kiểm tra 14/35 cơ quan" is one of the units inspected; "đạt
//! 100% kế hoạch" is of the plan, "100% cơ quan đã ban hành kế hoạch" says something else of the units.

use super::measure::Measure;
use crate::document::Cell;
use crate::rules::Phrase;
use crate::statement::ratio::{Figure, FigureKind, of_head};
use crate::text::Key;
use crate::text::pattern::regex;

/// True for a measure that counts nothing in particular, and for a figure of a sentence that counts what it counts.
pub(super) fn is_share(measure: &Measure, words: &str, figure: &Figure) -> bool {
    let Some(counts) = &measure.counts else { return true };
    if !is_of_units(counts) {
        return is_share_of_work(counts, words, figure);
    }
    let key = |range: std::ops::Range<usize>| Key::new(words.get(range).unwrap_or_default());
    let (before, own) = (key(0..figure.range.start), key(figure.range.clone()));
    let (behind, rest) = (key(figure.range.end..words.len()), key(figure.range.start..words.len()));
    let of_other = regex!(r"^(?:của |so với |theo )?(?:các )?(?:kế hoạch|chỉ tiêu|mục tiêu|điểm)\b");
    if of_other.is_match(behind.as_str().trim_start()) || regex!(r"kế hoạch|chỉ tiêu").is_match(own.as_str()) {
        return false;
    }
    if is_planned_number(before.as_str(), figure) {
        return false;
    }
    // "Kiểm tra 100% cơ quan, đơn vị theo kế hoạch".
    let chosen = regex!(
        r"^(?: (?:số )?(?:các )?cơ quan, đơn vị)?[^,;:()]{0,60}(?:(?:theo|trong|của) (?:\p{L}+ ){0,2}?kế hoạch|được chọn)"
    );
    if figure.parts.is_none() && chosen.is_match(behind.as_str()) {
        return false;
    }
    // "Qua kiểm tra, …" and "kết quả kiểm tra cho thấy …" tell what was seen there, not how many were inspected.
    let seen = regex!(r"(?:qua|kết quả|sau(?: khi)?) (?:công tác |đợt |việc )?kiểm tra[^,:;\d]{0,60}?(?:,|cho thấy)");
    let before = seen.replace_all(before.as_str(), " ").into_owned();
    if is_other_inspection(&before, rest.as_str()) || figure.parts.is_none() && counts_rounds(&before) {
        return false;
    }
    // "14/35, đạt 40%" names nothing itself.
    let names_nothing = regex!(r"^(?:[\d\s.,/%()=]|chỉ|mới|đạt|t[ỷỉ] lệ|chiếm|bằng|là)+$").is_match(own.as_str());
    let words_of = if names_nothing { behind.as_str() } else { rest.as_str() };
    let tail = regex!(r"^[\d.,/ =]*(?:%|phần trăm)?(?:[\s)]|(?:tổng )?số |các |lượt )*").replace(words_of, "");
    let tail = tail.replace("cơ quan, đơn vị", "cơ quan").replace("sở, ban, ngành", "sở");
    let clause = tail.split([',', ';', '.', ':', '(']).next().unwrap_or_default();
    let is_unit = counts.alternatives.iter().any(|unit| clause.starts_with(unit.as_str()));
    let is_bare = clause.is_empty() || regex!(r"^(?:trên|và|so với tổng|vượt|tăng|giảm)\b").is_match(clause);
    let (left, has_done) = without_done(measure, clause);
    let is_done = has_done || without_done(measure, &before).1;
    (is_unit || is_bare) && is_done && !says_other(&left)
}

/// Units are told by what was done to them, work and problems by their own noun beside the figure.
pub(super) fn is_of_units(counts: &Phrase) -> bool {
    counts.alternatives.iter().any(|unit| unit.as_str() == "đơn vị")
}

/// True for "100% nhiệm vụ" and "nhiệm vụ … hoàn thành, đạt 100%"; not for "100% công chức hoàn thành nhiệm vụ" or "thu
/// ngân sách hoàn thành nhiệm vụ, đạt 105% kế hoạch".
fn is_share_of_work(counts: &Phrase, words: &str, figure: &Figure) -> bool {
    let key = |range: std::ops::Range<usize>| Key::new(words.get(range).unwrap_or_default());
    let (before, behind) = (key(0..figure.range.start), key(figure.range.end..words.len()));
    let (before, own) = (before.as_str(), key(figure.range.clone()));
    // "Các đơn vị có kế hoạch khắc phục 100% …", "phân công 45/45 nhiệm vụ", "12/15 sở hoàn thành 100% nhiệm vụ".
    let is_directed = regex!(r"\bđã chỉ đạo[^,;]{0,60}? hoàn thành\s*$").is_match(before);
    let is_not_done = regex!(
        r"(?:(?:kế hoạch|phương án) (?:xử lý|khắc phục)|(?:chỉ đạo|chậm nhất[^,;]*) (?:xử lý|khắc phục|hoàn thành))\s*$|(?:phân công(?: (?:tổ chức |triển khai )?(?:thực hiện|hoàn thành|xử lý))?|ban hành)\s*$|(?:\d/\d+|%) (?:số )?(?:các )?(?:cơ quan|đơn vị|sở|phòng|huyện|xã|cán bộ|công chức)\b[^,;]*$"
    );
    // "từ 90% đến 100%" states neither.
    let is_span = regex!(r"\d\s*(?:%|phần trăm)?\s*(?:đến|tới|-)\s*$").is_match(before)
        || regex!(r"^\s*(?:đến|tới|-)\s*\d+(?:[.,]\d+)?\s*%").is_match(behind.as_str());
    if is_span || is_not_done.is_match(before) && !is_directed {
        return false;
    }
    let is_counted = |text: &str| counts.alternatives.iter().any(|noun| text.contains(noun.as_str()));
    // "Có 05 cơ quan hoàn thành 100% nhiệm vụ", "12/12 đơn vị đã khắc phục" count bodies.
    let counts_bodies = regex!(r"(?:^|[\s(])(?:\d+|số|một số|nhiều) (?:cơ quan|đơn vị)\b[^,;.]*$").is_match(before)
        || regex!(r"^[\d/.,%\s]+(?:cơ quan|đơn vị|sở|địa phương|huyện)\b").is_match(own.as_str());
    if counts_bodies {
        return false;
    }
    let rest =
        regex!(r"^(?:[\s)]|(?:tổng số|toàn bộ|số|các|của|so với|theo|trong|trên)\s)*").replace(behind.as_str(), "");
    if counts.alternatives.iter().any(|noun| rest.starts_with(noun.as_str())) || is_counted(own.as_str()) {
        return true;
    }
    // "12/15 sở hoàn thành nhiệm vụ" counts bodies, no work.
    let bodies =
        regex!(r"^(?:[\d/.,%\s]*)(?:cơ quan|đơn vị|sở|ban|ngành|địa phương|huyện|thị xã|thành phố|cấp|lãnh đạo)\b");
    if bodies.is_match(&rest) || bodies.is_match(own.as_str()) {
        return false;
    }
    if figure.parts.is_some() {
        return true;
    }
    // "Toàn bộ 45 nhiệm vụ đã hoàn thành, đạt 100% kế hoạch".
    let all_done = regex!(r"\b(?:toàn bộ|tất cả|cả)\b[^;.%]*\b(?:đã|được) (?:được )?hoàn thành|hoàn thành (?:toàn bộ|tất cả|cả)\b[^;.%]*$|đều (?:đã )?(?:được )?hoàn thành").is_match(before);
    if all_done && is_counted(before) && figure.percent == 100.0 {
        return true;
    }
    // "Hoàn thành nhiệm vụ, đạt 105% kế hoạch".
    let is_of_plan = regex!(r"^(?:\s*(?:của|so với))?\s*(?:kế hoạch|mục tiêu|điểm)\b").is_match(behind.as_str());
    is_counted(before) && !is_of_plan
}

/// Whom and what reports count beside the tasks of a plan: people, agencies, files, money.
fn others() -> &'static regex::Regex {
    regex!(
        r"\b(?:cán bộ|công chức|viên chức|người lao động|đảng viên|cơ quan|đơn vị|sở|phòng|huyện|xã|địa phương|hồ sơ|thủ tục|văn bản|báo cáo|kinh phí|ngân sách|giải ngân|dự án|doanh nghiệp|người dân|hộ)\b"
    )
}

/// The same for a row of a table.
pub(super) fn is_row_of_share(measure: &Measure, heads: &[&[Cell]], label: &str) -> bool {
    if !measure.counts.as_ref().is_some_and(is_of_units) {
        return true;
    }
    let kinds = || heads.iter().copied().flatten().map(|h| of_head(&Key::new(&h.text)));
    let has_total = heads.iter().copied().flatten().any(|h| regex!(r"tổng|phải").is_match(Key::new(&h.text).as_str()));
    let is_of_plan = kinds().any(|kind| kind == Some(FigureKind::Target)) && !has_total;
    // "Kiểm tra công vụ tại đơn vị A" is about one of them.
    let is_of_one = regex!(r"(?i:đơn vị|cơ quan)\s+\p{Lu}(?:\s|$|\p{Ll})").is_match(label);
    !is_of_plan && !is_of_one && !says_other(&without_done(measure, Key::new(label).as_str()).0)
}

/// True if a table counts work or problems as a whole: its heads name what the measure counts, and neither they nor its
/// captions name people, files or money. Units are told by what was done to them, which heads and rows alone do not say.
pub(super) fn are_heads_of_work(measure: &Measure, heads: &[&[Cell]], captions: &str) -> bool {
    let Some(counts) = measure.counts.as_ref().filter(|counts| !is_of_units(counts)) else { return false };
    let words: Vec<Key> = heads.iter().copied().flatten().map(|h| Key::new(&h.text)).collect();
    let named = |key: &Key| counts.alternatives.iter().any(|noun| key.as_str().contains(noun.as_str()));
    let captions = Key::new(captions);
    let numbers = || words.iter().filter(|key| !regex!(r"^(?:cơ quan|đơn vị|người|bộ phận)").is_match(key.as_str()));
    let is_of_others = numbers().any(|key| others().is_match(key.as_str()) && !named(key));
    let money = regex!(
        r"kinh phí|ngân sách|giải ngân|\bvốn\b|cán bộ|công chức|viên chức|biên chế|hồ sơ|đơn thư|khiếu nại|\bngười\b|\blượt\b"
    );
    (words.iter().any(named) || named(&captions)) && !is_of_others && !money.is_match(captions.as_str())
}

/// True if a table counts units and those of them that were inspected: "Tổng số | Đã được kiểm tra".
pub(super) fn are_heads_of_units(measure: &Measure, columns: &str) -> bool {
    let Some((total, done)) = columns.split_once(" | ") else { return false };
    let (total, done) = (Key::new(total), Key::new(done));
    measure.counts.as_ref().is_some_and(is_of_units)
        && regex!(r"tổng (?:số|cộng)|^số (?:cơ quan, )?đơn vị$").is_match(total.as_str())
        && regex!(r"\b(?:đã|được) (?:được )?kiểm tra").is_match(done.as_str())
        && ![total, done].iter().any(|head| regex!(r"kế hoạch|dự kiến|tự kiểm tra").is_match(head.as_str()))
}

/// The words without what the measure says was done ("đã được kiểm tra"), and whether it was there.
fn without_done(measure: &Measure, words: &str) -> (String, bool) {
    let done =
        measure.phrases.iter().filter(|p| Some(&p.alternatives) != measure.counts.as_ref().map(|c| &c.alternatives));
    let (mut left, mut has) = (words.to_owned(), false);
    for phrase in done.flat_map(|p| &p.alternatives).filter(|a| words.contains(a.as_str())) {
        // What is counted may be named in short among the phrases.
        if measure.counts.as_ref().is_some_and(|c| c.alternatives.contains(phrase)) {
            continue;
        }
        has = true;
        left = left.replace(phrase.as_str(), "\u{1}");
    }
    let around = regex!("(?:(?:đã|được|thực hiện|tiến hành|việc|công tác) )*\u{1}");
    (around.replace_all(&left, " ").into_owned(), has)
}

/// Inspections that are only planned or announced, that units make themselves, of other matters or by others; and what
/// else is said of the units.
fn is_other_inspection(before: &str, rest: &str) -> bool {
    let clause = rest.split([';', ':']).next().unwrap_or_default();
    regex!(r"(?:kế hoạch|quyết định|danh sách|thông báo) (?:về )?(?:việc )?kiểm tra(?: công tác)?(?: cải cách hành chính)?(?: đến| tới| tại| đối với)?\s*$")
        .is_match(before)
        || regex!(r"\b(?:tự|tham gia) kiểm tra\b|kiểm tra (?:tài chính|ngân sách|đảng)|giờ giấc").is_match(before)
        || regex!(r"^[^,]*(?:, đơn vị[^,]*)?\b(?:tự kiểm tra|thuộc đối tượng|hoãn|xếp loại|gửi báo cáo)")
            .is_match(clause)
        || regex!(r"^[\d/.,% ]+phòng thuộc|\bdo (?:thanh tra|kiểm toán)[^,.]{0,30}chủ trì").is_match(clause)
}

/// "Theo kế hoạch, kiểm tra 12 đơn vị; đã kiểm tra 12/12 đơn vị": the whole is what the plan chose, not what there is.
fn is_planned_number(before: &str, figure: &Figure) -> bool {
    let planned = regex!(r"kế hoạch[^.\n]{0,80}?\b(?:kiểm tra|đề ra|là)\s(?:tại\s)?0*(?P<count>\d+)\s");
    // "Kế hoạch kiểm tra gồm 12/35", "được giao kiểm tra 12/35", "đối tượng kiểm tra: 12/35".
    let is_set = regex!(concat!(
        r"kế hoạch kiểm tra[^,;.]{0,60}\b(?:gồm|bao gồm|có|là|đối với)\s*$|\b(?:được giao|giao)(?: nhiệm vụ)? (?:tiến hành |thực hiện )?kiểm tra(?: tại)?\s*$",
        r"|(?:đối tượng|phạm vi|địa điểm|nội dung) kiểm tra\s*(?::|là|gồm)?\s*$|kiểm tra theo (?:\p{L}+ )?kế hoạch[^,;.]{0,40}(?::|là)\s*$"
    ));
    let is_done = regex!(r"\bđã (?:được )?kiểm tra\b[^,;]*$").is_match(before);
    if is_set.is_match(before) && !is_done {
        return true;
    }
    planned.captures_iter(before).any(|m| figure.parts.is_none_or(|(_, whole)| m["count"].parse() == Ok(whole)))
}

/// "Kiểm tra 02 đợt …, đạt 50%": the percentage is of the rounds.
fn counts_rounds(before: &str) -> bool {
    regex!(r"\d (?:đợt|cuộc|lượt)\b").is_match(before)
}

fn says_other(words: &str) -> bool {
    regex!(r"\b(?:đã|có|bị|chưa|không|đều|thực hiện|chấp hành|bảo đảm|đảm bảo|ban hành|xây dựng|đạt)\b").is_match(words)
}
