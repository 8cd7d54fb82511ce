//! Whether a sentence or a row that does not name a measure itself goes on with one that does: "kiểm tra 8/20 cơ quan cấp
//! tỉnh; 2/15 huyện", and below the row "Cơ quan được kiểm tra" the row "Cấp huyện".

use super::measure::Measure;
use crate::text::Key;
use crate::text::pattern::regex;

/// Words that name a part of the whole, or join it to the rest.
const PARTS: &[&str] = &[
    "cấp",
    "tỉnh",
    "huyện",
    "xã",
    "thị",
    "thành",
    "phố",
    "phường",
    "trấn",
    "khối",
    "nhóm",
    "sở",
    "ngành",
    "phòng",
    "địa",
    "phương",
    "quý",
    "đợt",
    "i",
    "ii",
    "iii",
    "iv",
];
const JOINTS: &[&str] = &[
    "và", "còn", "riêng", "cùng", "với", "đối", "ở", "tại", "các", "số", "lượng", "tổng", "cộng", "tỷ", "lệ", "cơ",
    "quan", "đơn", "vị", "chuyên", "môn", "trực", "thuộc", "đã", "được", "thực", "hiện", "là", "đạt", "trong", "đó",
];

/// True if the words of a row name only a part of what the measure counts.
pub(super) fn is_row_of_part(measure: &Measure, label: &str) -> bool {
    let rest = without_phrases(measure, &Key::new(label));
    let mut words = words(&rest).filter(|w| !w.chars().all(|c| c.is_ascii_digit())).peekable();
    let names_part = regex!(r"\b(?:cấp|tỉnh|huyện|xã|thị|thành phố|phường|khối|nhóm|sở|ngành|phòng|quý|đợt)\b");
    words.peek().is_some() && names_part.is_match(&rest) && words.all(is_part_or_joint)
}

/// True if a figure goes on with the measure: only words of parts and joints stand `before` it, or, behind a label
/// ("Thể chế: hoàn thành 3/4 nhiệm vụ"), all phrases of the measure but one stand in the sentence.
pub(super) fn goes_on(measure: &Measure, before: &str, after: &str) -> bool {
    let (before, after) = (Key::new(before), Key::new(after));
    let has = |key: &Key| measure.phrases.iter().filter(|p| p.is_in(key)).count();
    if measure.without.iter().any(|p| p.is_in(&before) || p.is_in(&after)) {
        return false;
    }
    let rest = without_phrases(measure, &before);
    // "12/12 đơn vị có kế hoạch" says something else of the units.
    let says_other = has(&after) == 0 && regex!(r"\b(?:đã|có|bị|được|chưa|không)\b").is_match(after.as_str());
    if words(&rest).all(is_part_or_joint) {
        return !says_other;
    }
    let both = Key::new(&format!("{} {}", before.as_str(), after.as_str()));
    let label = before.as_str().split_once(':').map(|(_, behind)| without_phrases(measure, &Key::new(behind)));
    has(&both) > 0 && has(&both) + 1 >= measure.phrases.len() && label.is_some_and(|l| words(&l).all(is_part_or_joint))
}

/// True if a sentence names all phrases of a measure but one: enough to deny what stands before it.
pub(super) fn is_near(measure: &Measure, text: &Key) -> bool {
    let held = measure.phrases.iter().filter(|p| p.is_in(text)).count();
    held > 0 && held + 1 >= measure.phrases.len() && !measure.without.iter().any(|p| p.is_in(text))
}

fn is_part_or_joint(word: &str) -> bool {
    PARTS.contains(&word) || JOINTS.contains(&word)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

fn without_phrases(measure: &Measure, key: &Key) -> String {
    let alternatives = measure.phrases.iter().flat_map(|p| &p.alternatives);
    // Their single words begin other things too: "ban hành", "hành động".
    let text = key.as_str().replace("hành chính", " ").replace("sở, ban, ngành", "sở");
    alternatives.fold(text, |rest, phrase| rest.replace(phrase.as_str(), " "))
}
