//! Accounts: the total and what was done of it told as numbers of their own. "Tổng số nhiệm vụ được giao: 98; đã hoàn thành:
//! 98; đang thực hiện: 0", the same in lines or sentences one after the other, or as rows of a table. Where a number in
//! between is of something else, or the numbers do not make up the total, there is no account.

use std::ops::Range;

use super::measure::Measure;
use super::scope::is_timely;
use super::share::is_of_units;
use crate::text::Key;
use crate::text::number::count;
use crate::text::pattern::regex;

/// What a number is of, by the words beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Total,
    Done,
    /// Proposed to those who can do it, which counts too where the measure says so.
    Proposed,
    Left,
    /// A part that was done in time; how much was done late is not told.
    Timely,
    Other,
}

/// A total, what was done of it, and which entries say so.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Account {
    pub(super) parts: (f64, f64),
    pub(super) total: usize,
    pub(super) done: usize,
}

/// The account that labelled numbers make.
pub(super) fn account(measure: &Measure, entries: &[(String, f64)]) -> Option<Account> {
    let kinds: Vec<Entry> = entries.iter().map(|(label, _)| kind(measure, &Key::new(label))).collect();
    let total = kinds.iter().position(|kind| *kind == Entry::Total)?;
    let whole = entries[total].1;
    if let Some(done) = early_and_late(&kinds, entries, total) {
        return (whole > 0.0).then_some(Account { parts: (whole, whole), total, done });
    }
    let (mut done, mut part, mut left, mut timely) = (None, 0.0, 0.0, 0.0);
    for (at, (kind, (_, number))) in kinds.iter().zip(entries).enumerate().skip(total + 1) {
        match kind {
            Entry::Done if done.is_none() => (done, part) = (Some(at), *number),
            Entry::Proposed if done.is_some() => part += number,
            Entry::Left => left += number,
            Entry::Timely if done.is_some() => timely += number,
            // Something else begins.
            _ if done.is_some() => break,
            _ => return None,
        }
    }
    // "Đã hoàn thành: 152; đúng hạn: 150; quá hạn: 2": both were done.
    let left = if timely > 0.0 && (timely + left - part).abs() < 1e-9 { 0.0 } else { left };
    let is_made_up = part <= whole && (left == 0.0 || (part + left - whole).abs() < 1e-9);
    (whole > 0.0 && is_made_up).then_some(Account { parts: (part, whole), total, done: done? })
}

/// "87 nhiệm vụ, trong đó hoàn thành đúng hạn 80, hoàn thành quá hạn 07": what was done early and late makes up the total.
/// The first entry that tells of it.
fn early_and_late(kinds: &[Entry], entries: &[(String, f64)], total: usize) -> Option<usize> {
    let is_done = |label: &str| {
        let key = Key::new(label);
        regex!(r"\b(?:hoàn thành|thực hiện xong|xử lý xong)\b").is_match(key.as_str())
            && !regex!(r"\b(?:chưa|không|đang|phải|sẽ)\b").is_match(key.as_str())
    };
    let (whole, behind) = (entries[total].1, total + 1..entries.len());
    let told: Vec<usize> = behind
        .take_while(|at| kinds[*at] == Entry::Timely || kinds[*at] == Entry::Left && is_done(&entries[*at].0))
        .collect();
    let sum: f64 = told.iter().map(|at| entries[*at].1).sum();
    let is_all = told.first().is_some_and(|at| is_done(&entries[*at].0)) && (sum - whole).abs() < 1e-9;
    told.first().copied().filter(|_| is_all)
}

/// True if a label is that of a total.
pub(super) fn is_total(measure: &Measure, label: &str) -> bool {
    kind(measure, &Key::new(label)) == Entry::Total
}

fn kind(measure: &Measure, label: &Key) -> Entry {
    let text = label.as_str();
    let is_counted = measure
        .counts
        .as_ref()
        .is_some_and(|counts| counts.alternatives.iter().any(|noun| text.contains(noun.as_str())));
    let has_to =
        regex!(r"\b(?:phải|cần|cần phải) (?:được )?(?:hoàn thành|thực hiện|xử lý|khắc phục|giải quyết|kiểm tra)")
            .is_match(text);
    let is_total = regex!(
        r"\b(?:tổng số|tổng cộng|tổng|toàn bộ|được giao|giao|tiếp nhận|phát hiện|đề ra|(?:theo|trong|của) (?:\p{L}+ ){0,3}?kế hoạch|phải|cần)\b|\bkế hoạch\b.*\b(?:có|gồm|với)\b|^[\s\d.*+()-]*số \p{L}"
    );
    // What a plan chose is no total of the units.
    let is_chosen =
        measure.counts.as_ref().is_some_and(is_of_units) && regex!(r"kế hoạch|dự kiến|được chọn").is_match(text);
    // "Số đơn vị đã khắc phục: 24" counts bodies, no work.
    let are_bodies = !measure.counts.as_ref().is_some_and(is_of_units)
        && regex!(r"^[\s\d.*+()-]*(?:(?:tổng )?số |có |gồm )*(?:các )?(?:cơ quan|đơn vị|sở|ban|ngành|địa phương|huyện|xã|phường|phòng|cán bộ|công chức|người)\b").is_match(text);
    match () {
        () if are_bodies => Entry::Other,
        () if is_timely(text) => Entry::Timely,
        () if regex!(r"\b(?:chưa|đang|còn|quá hạn|chậm|trễ hạn|tồn đọng|không (?:hoàn thành|đạt|thực hiện|xử lý))\b").is_match(text) => {
            Entry::Left
        }
        () if regex!(r"^\W*(?:số )?(?:\p{L}+ ){0,3}?(?:đã )?kiến nghị(?: cấp có thẩm quyền| cấp trên)? (?:xử lý|giải quyết)").is_match(text) => Entry::Proposed,
        () if !has_to
            && !regex!(r"\b(?:đã giao|phân công|phấn đấu|dự kiến|sẽ|mục tiêu|chỉ đạo|yêu cầu|kế hoạch (?:xử lý|khắc phục))\b").is_match(text)
            && regex!(r"\b(?:hoàn thành|thực hiện xong|xử lý|khắc phục|giải quyết)\b|\b(?:đã|được) (?:được )?(?:kiểm tra|thực hiện|triển khai|tổ chức)\b")
                .is_match(text) =>
        {
            Entry::Done
        }
        // What fell due is a part of all.
        () if text.contains("đến hạn") => Entry::Other,
        () if is_counted && is_total.is_match(text) && !is_chosen => Entry::Total,
        () => Entry::Other,
    }
}

/// The numbers of a text that stand for themselves, each with its label, the words before it and the noun behind it, and its
/// bytes. Fractions, percentages, dates, document numbers, years and ordinals are none.
pub(super) fn numbers(text: &str) -> Vec<(String, f64, Range<usize>)> {
    let mut found = Vec::new();
    let mut from = 0;
    for number in regex!(r"\d+(?:\.\d{3})*").find_iter(text) {
        let (before, behind) = (&text[..number.start()], &text[number.end()..]);
        // One sentence or line says what its numbers are.
        let stop = before.rfind([';', '\n']).max(before.rfind(". "));
        let label_from = stop.map_or(0, |at| at + 1).max(from);
        let label = &before[label_from..];
        // "Mức độ hoàn thành: trong tổng số 60 nhiệm vụ": what leads says nothing of the number.
        let label = label
            .rsplit_once(": ")
            .map(|(_, own)| own)
            .filter(|own| own.contains(char::is_alphabetic))
            .unwrap_or(label);
        // Behind a number of the same sentence comes first what that one counts.
        let label = if label_from == from && from > 0 {
            label.split_once([',', ':', '(']).map_or(label, |(_, own)| own)
        } else {
            label
        };
        let is_joined = before.ends_with(|c: char| c.is_alphanumeric() || "/.,-–".contains(c))
            || regex!(r"^(?:[/\p{L}_-]|\s*%|[,.]\d|\s*phần trăm|\s?/\s?\d)").is_match(behind);
        let is_ordinal = label.trim().is_empty() && regex!(r"^[.)/]").is_match(behind);
        let is_when = regex!(r"(?i)(?:năm|tháng|ngày|quý|số:?|điều|khoản)\s*$").is_match(label)
            && !label.trim_end().ends_with(':')
            && !regex!(r"(?i)tổng số\s*$").is_match(label);
        if is_joined || is_ordinal || is_when {
            continue;
        }
        let Some(value) = count(number.as_str()) else { continue };
        let behind = regex!(r"(?i)(?P<both>chính phủ), (?P<and>thủ tướng)").replace(behind, "$both $and");
        let noun = behind.split(['.', ',', ';', ':', '(', ')', '\n']).next().unwrap_or_default();
        let noun: String = noun.chars().take(60).take_while(|c| !c.is_ascii_digit()).collect();
        found.push((format!("{} {}", label.trim(), noun.trim()), value, number.range()));
        from = number.end();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::load;
    use std::any::Any;

    fn told(criterion: &str, text: &str) -> Option<(f64, f64)> {
        let pack = load("dak-lak-2018").unwrap();
        let demands = pack.criterion(criterion)?.evidence.iter().flat_map(|e| &e.demands);
        let measure =
            demands.map(|demand| &**demand as &dyn Any).find_map(|demand| demand.downcast_ref::<Measure>())?;
        let entries: Vec<(String, f64)> = numbers(text).into_iter().map(|(label, n, _)| (label, n)).collect();
        account(measure, &entries).map(|a| a.parts)
    }

    #[test]
    fn a_total_and_what_was_done_of_it_make_an_account() {
        for (criterion, text, parts) in [
            ("S1", "Số nhiệm vụ theo Kế hoạch: 42. Đã hoàn thành: 42.", Some((42.0, 42.0))),
            ("S1", "- Tổng số nhiệm vụ: 45\n- Đã hoàn thành: 40\n- Chưa hoàn thành: 05", Some((40.0, 45.0))),
            ("S1", "- Tổng số nhiệm vụ: 45\n- Đã hoàn thành: 45\n- Chưa hoàn thành: 02", None),
            ("S1", "Tổng số 45 nhiệm vụ; hoàn thành đúng hạn 40 nhiệm vụ", None),
            ("S1", "Tổng số 45 nhiệm vụ, trong đó 30 nhiệm vụ thường xuyên; đã hoàn thành 30 nhiệm vụ", None),
            (
                "S6",
                "Tổng số nhiệm vụ Chính phủ giao năm 2018 là 98 nhiệm vụ, trong đó: đã hoàn thành 98 nhiệm vụ",
                Some((98.0, 98.0)),
            ),
            (
                "S6",
                "Tổng số nhiệm vụ Thủ tướng giao: 98; đã hoàn thành: 90; đang thực hiện: 8; quá hạn: 0.",
                Some((90.0, 98.0)),
            ),
            (
                "S3b",
                "Số vấn đề phát hiện: 18. Số vấn đề đã xử lý, kiến nghị xử lý: 18. Tỷ lệ: 100%.",
                Some((18.0, 18.0)),
            ),
            ("S3b", "Tổng số tồn tại: 18; đã xử lý: 15; kiến nghị xử lý: 3", Some((18.0, 18.0))),
            (
                "S6",
                "Tổng số nhiệm vụ Chính phủ giao: 152; đã hoàn thành: 152; đúng hạn: 150; quá hạn: 2; đang thực hiện: 0",
                Some((152.0, 152.0)),
            ),
            (
                "S1",
                "Kế hoạch CCHC năm 2018 có 45 nhiệm vụ. Đến nay đã hoàn thành 44 nhiệm vụ, còn 01 nhiệm vụ chưa hoàn thành.",
                Some((44.0, 45.0)),
            ),
            ("S3b", "Tổng số tồn tại, hạn chế phát hiện: 24\nSố đơn vị đã báo cáo khắc phục: 24", None),
            ("S3b", "Tổng số tồn tại phải xử lý: 18; đã xử lý 15", Some((15.0, 18.0))),
            ("S3a", "Tổng số cơ quan, đơn vị: 35; số đã được kiểm tra: 14", Some((14.0, 35.0))),
            ("S3a", "Tổng số đơn vị theo kế hoạch: 12; đã được kiểm tra: 12", None),
            (
                "S6",
                "Trong tổng số 87 nhiệm vụ Thủ tướng giao, đã hoàn thành đúng hạn 80 nhiệm vụ, hoàn thành quá hạn 07 nhiệm vụ",
                Some((87.0, 87.0)),
            ),
            ("S6", "Tổng số 87 nhiệm vụ, hoàn thành đúng hạn 80 nhiệm vụ, quá hạn 07 nhiệm vụ", None),
            (
                "S1",
                "Có 47 nhiệm vụ được giao, hoàn thành trước hạn 10 nhiệm vụ, đúng hạn 37 nhiệm vụ",
                Some((47.0, 47.0)),
            ),
            ("S1", "Có 47 nhiệm vụ được giao, hoàn thành trước hạn 10 nhiệm vụ, đúng hạn 30 nhiệm vụ", None),
        ] {
            assert_eq!(told(criterion, text), parts, "{text}");
        }
    }
}
