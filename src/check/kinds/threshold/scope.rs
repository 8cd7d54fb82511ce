//! Whom and what a figure is of. A figure counts for the whole only where the words that name the measure name nothing
//! else: in "hoàn thành 45/45 nhiệm vụ theo Kế hoạch" every word says of what, of whom or when all of it is counted; in
//! "hoàn thành 8/8 nhiệm vụ cải cách thể chế" two are left over, and they make it a part. The same holds for headings
//! above a figure, for the caption of its table, and for the label before it.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::share::is_of_units;
use crate::check::Reading;
use crate::rules::{Evidence, Measure, Phrase};
use crate::text::Key;
use crate::text::headings::{Heading, headings, over};
use crate::text::pattern::regex;

/// Words that narrow nothing, by what they say.
const OF_ALL: &[&str] = &[
    // That it was done, and how well.
    "đã|được|hoàn thành|thực hiện|xong|thực hiện xong|làm xong|tổ chức|tổ chức thực hiện|triển khai|tiến hành|hoàn tất",
    "đạt|đạt được|đạt tỷ lệ|tỷ lệ|chiếm|bằng|tương đương|là|có|gồm|mới|chỉ|vượt|trở lên|kết quả|mức độ|mức|tiến độ",
    "tốt|xuất sắc|đầy đủ|kịp thời|nghiêm túc|hiệu quả|có hiệu quả|chất lượng|đúng|đúng hạn|trước hạn|trước thời hạn",
    "đúng tiến độ|đúng thời hạn|đúng thời gian|đúng quy định|đúng yêu cầu|đúng kế hoạch|đảm bảo|bảo đảm|thời gian",
    "theo quy định|theo đúng|theo yêu cầu|đáp ứng|nỗ lực|phấn đấu|tích cực|chủ động|tập trung|quyết tâm|cố gắng",
    // How much of it.
    "số|số lượng|tổng|tổng số|tổng cộng|cộng|toàn bộ|tất cả|các|những|mọi|cả|đều|đủ|từng|lượt|trên tổng số|trên|phần trăm",
    "tổng số có|đó|này|nêu trên|trong đó|như sau|sau|cụ thể|cụ thể như sau|bao gồm|chung|toàn|riêng tỉnh",
    // Of what: joints, and the plan that names the tasks.
    "của|theo|trong|tại|vào|so với|với|do|từ|đến|tới|tính đến|và|cho|bởi|ra|ở|đối với|về|việc|để|nhằm|trước|qua|sau khi",
    "kế hoạch|quyết định|ban hành|kèm theo|ban hành kèm theo|đề ra|đặt ra|nêu|xác định|quy định|phê duyệt|đã đề ra",
    "giao|được giao|phân công|được phân công|phải|cần|nhiệm vụ|chỉ tiêu|mục tiêu|nội dung|hoạt động|công việc|đầu việc",
    "công tác|cải cách hành chính|hành chính|văn bản chỉ đạo|chương trình cải cách hành chính|danh mục|phụ lục|biểu|bảng",
    "số liệu|tổng hợp|đơn vị tính|đvt|stt|tt|ghi chú|thống kê|sheet|sheet1|trang tính|bảng tổng hợp|kh|kq|th|pl|như|dưới đây|sau đây|tiêu chí",
    // Of whom: the province and all its bodies.
    "tỉnh|toàn tỉnh|ủy ban nhân dân tỉnh|ủy ban nhân dân|chủ tịch|lãnh đạo|trên địa bàn|địa bàn|trên địa bàn tỉnh",
    "cơ quan|đơn vị|sở|ban|ngành|sở ngành|địa phương|các cấp|các huyện|thị xã|thành phố|các cơ quan chuyên môn",
    "liên quan|có liên quan|trực thuộc|thuộc|đoàn kiểm tra|đoàn công tác|cấp có thẩm quyền|người đứng đầu",
    // When: the year.
    "năm|trong năm|cả năm|năm nay|đến nay|đến thời điểm báo cáo|thời điểm báo cáo|tính đến nay|nay|ngày|cuối năm|hết năm",
    "lũy kế|hằng năm|hàng năm|thời gian qua|trong thời gian qua|kỳ báo cáo|trong kỳ|đến thời điểm này|thời điểm",
    // What reports head their parts with.
    "tình hình|đánh giá|đánh giá chung|tự đánh giá|nhận xét|tổng quát|khái quát|tổng kết|thực trạng|báo cáo kết quả|báo cáo tình hình|báo cáo số|tóm tắt",
    "chỉ đạo|điều hành|chỉ đạo điều hành|lãnh đạo|quản lý|ưu điểm|mặt được|nổi bật|thành tích|phần|phần thứ|thứ|nhất|hai|mục",
    "một số kết quả|kết quả nổi bật|theo dõi|đôn đốc|tham mưu|hướng dẫn|các mặt công tác|các lĩnh vực|trên các lĩnh vực",
    "tuyên truyền về|xây dựng và|xây dựng và thực hiện|kết luận|tự chấm điểm|đặc điểm|căn cứ|kính gửi|chi tiết",
];

/// Tells whether words speak of all that a measure counts.
pub(super) struct Scope<'a> {
    reading: &'a Reading,
    /// Of the running text; made when first asked for.
    headings: OnceCell<Vec<Heading>>,
    /// Words of the measure itself, of what its documents are about, and of the office that reports.
    own: Vec<Vec<String>>,
    phrases: Vec<Phrase>,
    issuer: Vec<String>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(reading: &'a Reading, measure: &Measure, evidence: &Evidence) -> Self {
        let of = |phrase: &Phrase| phrase.alternatives.iter().map(tokens).collect::<Vec<_>>();
        let phrases = measure.phrases.iter().chain(&measure.counts).chain(&evidence.matching.phrases);
        let issuer = reading.form.issuer.value.as_deref().map(|name| tokens(&Key::new(name))).unwrap_or_default();
        // Both levels are counted together; that one of them alone is a part is told apart.
        let levels = ["cấp tỉnh", "cấp huyện", "cấp xã", "chuyên môn"].map(|level| tokens(&Key::new(level)));
        let levels = levels.into_iter().filter(|_| measure.counts.as_ref().is_some_and(is_of_units));
        let own = phrases.flat_map(of).chain(levels).collect();
        Self { reading, headings: OnceCell::new(), own, phrases: measure.phrases.clone(), issuer }
    }

    /// True if words name nothing but the measure and its whole.
    pub(super) fn is_whole(&self, words: &str) -> bool {
        let words = without_names(words);
        let tokens = tokens(&Key::new(&words));
        let mut at = 0;
        while at < tokens.len() {
            let rest = &tokens[at..];
            let length = of_all(rest).max(self.own(rest)).max(self.issuer(&tokens, at));
            if length == 0 {
                return false;
            }
            at += length;
        }
        true
    }

    /// True if the sentence around a figure speaks of the whole: the words beside it and the nearest that name the rest of
    /// the measure, going back and then on; labels ("Về thể chế: …") and what begins with "về", "tại" in any case.
    pub(super) fn is_of_whole(&self, sentence: &str, figure: &Range<usize>) -> bool {
        let cut = regex!(r"[,;:()–—](?:\s|$)|\s[-(]\s?|[()]");
        let cuts = cut.find_iter(sentence).filter(|m| m.end() <= figure.start || m.start() >= figure.end);
        let cuts: Vec<usize> = [0].into_iter().chain(cuts.map(|m| m.end())).chain([sentence.len()]).collect();
        let own = cuts.iter().rposition(|cut| *cut <= figure.start).unwrap_or(0);
        let part = |index: usize| Some(&sentence[*cuts.get(index)?..*cuts.get(index + 1)?]);
        // Digits in words: "40 (bốn mươi)/45".
        let bare = regex!(r"\([^()]*\)").replace_all(&sentence[figure.clone()], " ").into_owned();
        let end = cuts.get(own + 1).copied().unwrap_or(sentence.len()).max(figure.end);
        let beside = [&sentence[cuts[own]..figure.start], &bare, &sentence[figure.end..end]].concat();
        let mut missing: Vec<&Phrase> = self.phrases.iter().collect();
        let mut names = |words: &Key| {
            let before = missing.len();
            missing.retain(|phrase| !phrase.is_in(words));
            missing.len() < before
        };
        names(&Key::new(&beside));
        let leads = (0..own).rev().filter_map(part).all(|words| {
            let key = Key::new(words);
            !(names(&key) || narrows(key.as_str())) || self.is_whole(words)
        });
        let mut behind = (own + 1..cuts.len()).filter_map(part);
        self.is_whole(&beside) && leads && behind.all(|words| !names(&Key::new(words)) || self.is_whole(words))
    }

    /// True if the headings over a byte of the running text, if it has any, speak of the whole.
    pub(super) fn is_under_whole(&self, at: usize) -> bool {
        let flow = self.reading.flow();
        let document = self.reading.document();
        let is_cell = |at| {
            let line = flow.line_at(at).and_then(|(page, line)| document.pages.get(page)?.lines.get(line));
            line.is_some_and(|line| line.cell.is_some())
        };
        let headings = self.headings.get_or_init(|| headings(flow.as_str(), is_cell));
        over(headings, at).all(|heading| self.is_whole(&flow.as_str()[heading.range.clone()]))
    }

    fn own(&self, rest: &[String]) -> usize {
        self.own.iter().filter(|phrase| rest.starts_with(phrase)).map(Vec::len).max().unwrap_or(0)
    }

    /// The office that reports speaks of itself; "Kế hoạch của Sở Nội vụ" is a plan of its own.
    fn issuer(&self, tokens: &[String], at: usize) -> usize {
        let is_owner = at > 0 && tokens[at - 1] == "của" && !self.issuer.iter().any(|t| t == "tỉnh");
        if is_owner || self.issuer.is_empty() || !tokens[at..].starts_with(&self.issuer) {
            0
        } else {
            self.issuer.len()
        }
    }
}

/// A label, and what begins with words that name a field, a place or a time.
fn narrows(part: &str) -> bool {
    regex!(r":\s*$|^[\s\d.*+()-]*(?:về|đối với|tại|ở|riêng|lĩnh vực|nhóm|khối|cấp|quý|trong (?:quý|tháng|lĩnh vực|\d+ tháng)|tháng \d|\d+ tháng)\b|\d (?:nhiệm vụ|chỉ tiêu|nội dung)")
        .is_match(part.trim_start())
}

/// Words without the names of documents, days and provinces, which narrow nothing.
fn without_names(words: &str) -> String {
    let provinces = regex!(r"(?P<level>(?i:tỉnh))(?:\s+\p{Lu}[\p{Ll}\p{Lu}]*){1,3}");
    let words = provinces.replace_all(words, "$level");
    let folded = Key::new(&words);
    regex!(concat!(
        r"\b\d+[a-z]?(?:/\d{4})?[/-][a-zđ][a-zđ.&/-]*",
        r"|ngày \d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4})?|ngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?",
        r"|\b\d{1,2}/\d{1,2}/\d{4}\b|\b\d{1,2}/(?:1[0-2]|0?\d)\b|tháng \d{1,2}(?:/| năm )\d{4}",
        r"|(?:đến|hết|tới|từ|trước|cuối) tháng \d{1,2}|(?:đến|hết|tới|cuối) quý (?:i{1,3}|iv|[1-4])\b",
    ))
    .replace_all(folded.as_str(), " ")
    .into_owned()
}

/// Syllables; numbers, marks, and the ordinal at the beginning are none.
fn tokens(key: &Key) -> Vec<String> {
    let text = regex!(r"^[\s*+-]*(?:\(?(?:[ivx]{1,5}|[a-zđ])[.)/]|[ivx]{1,5}\s)").replace(key.as_str(), " ");
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| !w.is_empty() && !w.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned).collect()
}

/// How many syllables at the beginning narrow nothing.
fn of_all(rest: &[String]) -> usize {
    static PHRASES: OnceLock<HashMap<String, Vec<Vec<String>>>> = OnceLock::new();
    let phrases = PHRASES.get_or_init(|| {
        let mut by_first: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for phrase in OF_ALL.iter().flat_map(|line| line.split('|')) {
            let words = tokens(&Key::new(phrase));
            if let Some(first) = words.first() {
                by_first.entry(first.clone()).or_default().push(words);
            }
        }
        by_first
    });
    let same = rest.first().and_then(|first| phrases.get(first)).into_iter().flatten();
    same.filter(|phrase| rest.starts_with(phrase)).map(Vec::len).max().unwrap_or(0)
}
