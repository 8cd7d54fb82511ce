//! Whom and what a figure is of. A figure counts for the whole only where the words that name the measure name nothing
//! else: in "hoàn thành 45/45 nhiệm vụ theo Kế hoạch" every word says of what, of whom or when all of it is counted; in
//! "hoàn thành 8/8 nhiệm vụ cải cách thể chế" two are left over, and they make it a part. The same holds for the title,
//! for headings above a figure, for the caption and the heads of its table, and for the label before it.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::super::demand::Context;
use super::measure::Measure;
use super::names::{Known, without_names};
use super::share::is_of_units;
use crate::reading::Reading;
use crate::rules::Phrase;
use crate::statement::ratio::Figure;
use crate::statement::years::speaks_only_of_others;
use crate::text::Key;
use crate::text::headings::{Heading, headings, over};
use crate::text::pattern::{regex, tail};
use crate::text::symbol::DocumentNumber;

/// Characters in which words for the same stand beside a comma.
const NEAR: usize = 40;

/// Words that narrow nothing, by what they say.
const OF_ALL: &[&str] = &[
    // That it was done, and how well.
    "đã|được|hoàn thành|thực hiện|xong|thực hiện xong|làm xong|tổ chức|tổ chức thực hiện|triển khai|tiến hành|hoàn tất",
    "đạt|đạt được|đạt tỷ lệ|tỷ lệ|chiếm|bằng|tương đương|là|có|gồm|mới|chỉ|vượt|kết quả|mức độ|mức|tiến độ|thời gian",
    "tốt|xuất sắc|đầy đủ|kịp thời|nghiêm túc|hiệu quả|có hiệu quả|chất lượng|đúng|đúng hạn|trước hạn|trước thời hạn",
    "đúng tiến độ|đúng thời hạn|đúng thời gian|đúng quy định|theo đúng quy định|đúng yêu cầu|đúng kế hoạch|theo đúng",
    "trên cơ sở|phối hợp|mà|nêu ra|chỉ ra|kết quả rà soát|qua rà soát|qua kiểm tra|qua theo dõi|qua tổng hợp|tiếp thu|nỗ lực|phấn đấu|tích cực|chủ động|tập trung|quyết tâm|cố gắng|trực tiếp|sớm hơn dự kiến|dứt điểm",
    "với nhiều hình thức|bằng nhiều hình thức|phong phú|đa dạng|sâu rộng|rộng rãi|đã báo cáo|theo quy định",
    "đã chỉ đạo|quan tâm|chú trọng|đẩy mạnh|đồng bộ|quyết liệt|thực hiện thường xuyên|triển khai thường xuyên|liên tục|kết quả tổng hợp",
    "đúng thời gian quy định|thời gian quy định|tham mưu ủy ban nhân dân tỉnh|tham mưu cho ủy ban nhân dân tỉnh",
    // How much of it.
    "số|số lượng|tổng|tổng số|tổng cộng|cộng|toàn bộ|tất cả|các|những|mọi|cả|đều|đủ|từng|lượt|trên tổng số|trên|phần trăm",
    "tổng số có|đó|này|nêu trên|trong đó|như sau|cụ thể|cụ thể như sau|bao gồm|chung|nhìn chung|toàn|khối lượng",
    "nhờ đó|nhờ vậy|qua đó|do đó|theo đó|như vậy|thì|nên|đối chiếu|đối chiếu với|nâng|nâng tổng số|nâng tỷ lệ|lên",
    // Of what: joints, and the plan that names the tasks.
    "của|theo|trong|tại|vào|so với|với|do|từ|đến|tính đến|và|hoặc|cho|bởi|ra|ở|đối với|về|việc|qua|sau khi|thuộc|căn cứ|cho thấy",
    "kế hoạch|quyết định|ban hành|kèm theo|ban hành kèm theo|đề ra|đặt ra|nêu|được xác định|phê duyệt|giao|được giao",
    "phân công|được phân công|nhiệm vụ|sản phẩm|chỉ tiêu|mục tiêu|nội dung|hoạt động|công việc|đầu việc|phát hiện|lĩnh vực|tiếp nhận|phải hoàn thành",
    "công tác|cải cách hành chính|cải cách hành chính nhà nước|danh mục|phụ lục|phải thực hiện",
    // Of whom: the province.
    "tỉnh|toàn tỉnh|ủy ban nhân dân tỉnh|trên địa bàn|trên địa bàn tỉnh|liên quan|có liên quan|cấp có thẩm quyền",
    // When: the year.
    "năm|trong năm|cả năm|từ đầu năm|kể từ đầu năm|tính từ đầu năm|năm nay|đến nay|đến thời điểm báo cáo|thời điểm báo cáo|nay|cuối năm|hết năm|lũy kế|thời điểm này|hiện nay|thời điểm hiện nay",
];

/// Words that narrow nothing where they head what follows: titles, headings, captions, heads of columns.
const OF_HEADS: &[&str] = &[
    "tình hình|đánh giá|tự đánh giá|nhận xét|tổng quát|khái quát|tổng kết|thực trạng|báo cáo|tóm tắt|thông báo|kết luận",
    "biên bản|chỉ đạo|điều hành|lãnh đạo|quản lý|ưu điểm|mặt được|mặt làm được|thuận lợi|nổi bật|chủ yếu|thành tích",
    "phần|thứ|nhất|hai|mục|một số kết quả|theo dõi|đôn đốc|tham mưu|hướng dẫn|xây dựng|chuẩn bị|phạm vi|đối tượng|xử lý",
    "số liệu|giá trị|chỉ số|thông tin|tổng hợp|đơn vị tính|đvt|stt|tt|ghi chú|thống kê|sheet|trang|tính|bảng|biểu|kh|kq|th|pl|bc|tong hop|ket qua",
    "trên hệ thống của văn phòng chính phủ|trên hệ thống theo dõi nhiệm vụ|bieu|bang|phu luc|như|dưới đây|sau đây|chi tiết|v|kính gửi|sau|tiếp|mẫu|sự|tỉnh ủy|tiếp nhận",
];

/// Tells whether words speak of all that a measure counts.
pub(super) struct Scope<'a> {
    reading: &'a Reading,
    measure: &'a Measure,
    /// Of the running text; made when first asked for.
    headings: OnceCell<Vec<Heading>>,
    /// The title speaks of the whole, or there is none.
    is_whole_title: OnceCell<bool>,
    /// Words of the measure itself and of what its documents are about.
    own: Vec<Vec<String>>,
    /// The office that reports, and for units those that may inspect them.
    offices: Vec<Vec<String>>,
    /// Names that narrow nothing.
    known: Known,
    /// The documents that the criterion names by number; where it names any, another is another plan.
    numbers: Vec<&'a DocumentNumber>,
    /// Where many documents give the tasks, one by its number is a part.
    is_any_number_other: bool,
    year: i16,
}

impl<'a> Scope<'a> {
    pub(super) fn new(context: &Context<'a>, reading: &'a Reading, measure: &'a Measure) -> Self {
        let evidence = context.evidence;
        let of = |phrase: &Phrase| phrase.alternatives.iter().map(tokens).collect::<Vec<_>>();
        let phrases: Vec<&Phrase> =
            measure.phrases.iter().chain(&measure.counts).chain(&evidence.matching.phrases).collect();
        let says = |word: &str| phrases.iter().flat_map(|p| &p.alternatives).any(|a| a.as_str().contains(word));
        let extra = [
            (
                says("kiểm tra"),
                "đoàn|đoàn kiểm tra|liên ngành|chủ trì|phối hợp|thông báo|kết luận|biên bản|đột xuất|kiểm điểm|rút kinh nghiệm|thành lập đoàn kiểm tra và|mà đoàn kiểm tra nêu|mà đoàn kiểm tra đã nêu|mà đoàn kiểm tra chỉ ra|mà đoàn kiểm tra đã chỉ ra|được chỉ ra|sau kiểm tra|sau khi kiểm tra|sau đợt kiểm tra|tham mưu kiểm tra",
            ),
            (
                says("chính phủ"),
                "nghị quyết|chỉ thị|công văn|thông báo|văn bản|thủ tướng|thủ tướng chính phủ văn phòng chính phủ|thủ tướng chính phủ và văn phòng chính phủ",
            ),
        ];
        let extra = extra.iter().filter(|(is_so, _)| *is_so).flat_map(|(_, words)| words.split('|'));
        // Bodies are told by level, not by their names.
        let is_body = |words: &Vec<String>| super::names::is_body(&words.join(" "));
        let own = phrases.iter().copied().flat_map(of).chain(extra.map(|words| tokens(&Key::new(words))));
        let own = own.filter(|words| !is_body(words)).collect();
        let issuer = reading.form.issuer.value.as_deref();
        let inspectors = context.issuers();
        let is_units = measure.counts.as_ref().is_some_and(is_of_units);
        let offices = issuer.into_iter().chain(inspectors.clone().filter(|_| is_units));
        let names = issuer.into_iter().chain(inspectors).map(|name| Key::new(name).as_str().to_owned());
        let province = |name: String| name.split_once("tỉnh ").map(|(_, province)| province.trim().to_owned());
        Self {
            reading,
            measure,
            headings: OnceCell::new(),
            is_whole_title: OnceCell::new(),
            own,
            offices: offices.map(|name| tokens(&Key::new(name))).filter(|words| !words.is_empty()).collect(),
            known: Known {
                provinces: names.filter_map(province).collect(),
                counts_units: is_units,
                year: context.year,
            },
            numbers: context.criterion.evidence.iter().filter_map(|e| e.matching.number.as_ref()).collect(),
            is_any_number_other: says("chính phủ"),
            year: context.year,
        }
    }

    /// True if words beside a figure name nothing but the measure and its whole.
    fn is_whole(&self, words: &str) -> bool {
        self.is_covered(words, false)
    }

    /// The same for what heads figures: a title, a heading, a caption, the head of a column.
    pub(super) fn is_whole_head(&self, words: &str) -> bool {
        self.is_covered(words, true)
    }

    fn is_covered(&self, words: &str, is_head: bool) -> bool {
        // What is told of nothing in particular has no whole.
        if self.measure.counts.is_none() {
            return true;
        }
        let is_known = |number: &DocumentNumber| match self.numbers.as_slice() {
            [] => !self.is_any_number_other,
            numbers => numbers.iter().any(|known| number.same(known)),
        };
        if is_head && speaks_only_of_others(words, self.year) {
            return false;
        }
        // "Nghị quyết 19", "Chỉ thị số 13": one of many.
        let one_of_many = regex!(r"(?i)\b(?:nghị quyết|chỉ thị|công văn|thông báo|quyết định|nghị định) (?:số )?\d");
        let field = regex!(r"(?i)\b(?:về|lĩnh vực|công tác) (?:công tác )?(?:cải cách hành chính|cchc)\b");
        if self.is_any_number_other && (one_of_many.is_match(words) || !is_head && field.is_match(words)) {
            return false;
        }
        let tokens = tokens(&Key::new(&without_names(words, &self.known, is_known)));
        let mut at = 0;
        while at < tokens.len() {
            let rest = &tokens[at..];
            let heads = if is_head { of_list(OF_HEADS, rest, &HEADS) } else { 0 };
            let length = of_list(OF_ALL, rest, &ALL).max(heads).max(self.own(rest)).max(self.office(&tokens, at));
            if length == 0 {
                return false;
            }
            at += length;
        }
        true
    }

    /// True if a note takes something out of what is counted, adds something, doubts it, or gives it another time.
    pub(super) fn is_narrowed_by(&self, note: &str) -> bool {
        let words = without_names(note, &self.known, |_| true);
        let narrows = regex!(concat!(
            r"\bkhác\b|\d tháng|\b(?:hai|ba|\d) năm\b|\b(?:không|chưa|chỉ) (?:bao gồm|gồm|tính|kể)|\b(?:gồm|bao gồm|kể|tính) cả\b",
            r"|\bước\b|tạm tính|dự kiến|cam kết|phấn đấu|\bchờ\b|\bđang\b|\bchưa\b|do (?:sở|phòng|ban|huyện) |số liệu của (?:sở|phòng|ban|huyện|các)"
        ));
        self.measure.counts.is_some()
            && (narrows.is_match(&words)
                || narrows.is_match(Key::new(note).as_str())
                || speaks_only_of_others(note, self.year))
    }

    /// True if the sentence around a figure speaks of the whole: the words beside it and the nearest that name the rest of
    /// the measure, going back and then on; labels ("Về thể chế: …") and what begins with "về", "tại" in any case.
    pub(super) fn is_of_whole(&self, sentence: &str, figure: &Figure) -> bool {
        let range = &figure.range;
        let cut = regex!(r"[,;:()–—](?:\s|$)|\s[-(]\s?|[()]");
        // A list of bodies or of problems is one thing: "cơ quan, đơn vị".
        let lists: Vec<Range<usize>> = super::names::run().find_iter(sentence).map(|m| m.range()).collect();
        let is_joint = |at: usize| {
            lists.iter().any(|list| list.start < at && at < list.end) || joins_alternatives(self.measure, sentence, at)
        };
        let cuts = cut.find_iter(sentence).filter(|m| m.end() <= range.start || m.start() >= range.end);
        let cuts = cuts.filter(|m| !is_joint(m.start()));
        let cuts: Vec<usize> = [0].into_iter().chain(cuts.map(|m| m.end())).chain([sentence.len()]).collect();
        let own = cuts.iter().rposition(|cut| *cut <= range.start).unwrap_or(0);
        let part = |index: usize| Some(&sentence[*cuts.get(index)?..*cuts.get(index + 1)?]);
        let among = words_among(&sentence[range.clone()]);
        let end = cuts.get(own + 1).copied().unwrap_or(sentence.len()).max(range.end);
        let beside = [&sentence[cuts[own]..range.start], " ", &among, " ", &sentence[range.end..end]].concat();
        let beside = without_praise(&beside, figure);
        let mut missing: Vec<&Phrase> = self.measure.phrases.iter().collect();
        let mut names = |words: &Key| {
            let before = missing.len();
            missing.retain(|phrase| !phrase.is_in(words));
            missing.len() < before
        };
        let key = Key::new(&beside);
        let counts = self.measure.counts.as_ref().map_or(&[] as &[Key], |counts| &counts.alternatives);
        names(&key);
        let leads = (0..own).rev().filter_map(part).all(|words| {
            let words = &without_praise(words, figure);
            let key = Key::new(words);
            let is_label = words.trim_end().ends_with(':');
            let is_part = is_label && self.is_of_direction(words) || !self.is_covered(words, is_label);
            !((names(&key) || narrows(key.as_str())) && is_part)
        });
        // Which units they were is no part of them: "12/35 đơn vị, cụ thể: Sở Y tế, …".
        let lists_units = self.measure.counts.as_ref().is_some_and(is_of_units);
        let is_list = |words: &&str| lists_units && regex!(r"(?i)\b(?:cụ thể|gồm)\s*:?\s*$").is_match(words);
        let behind = (own + 1..cuts.len()).filter_map(part).take_while(|words| !is_list(words)).all(|words| {
            let key = Key::new(words);
            let goes_on = counts.iter().any(|noun| key.as_str().trim_start().starts_with(noun.as_str()));
            !(names(&key) || goes_on || narrows_behind(key.as_str())) || self.is_whole(words)
        });
        self.is_whole(&beside)
            && leads
            && behind
            && !is_demand(&sentence[..range.start], key.as_str())
            && !is_last_of_sum(&sentence[..range.start], &among)
            && !self.is_only_timely(key.as_str(), figure)
            && !self.has_larger_whole(sentence, figure)
    }

    /// "Hoàn thành đúng hạn 105/110 nhiệm vụ" leaves open how many were done late.
    fn is_only_timely(&self, beside: &str, figure: &Figure) -> bool {
        let names_it =
            self.measure.counts.iter().flat_map(|c| &c.alternatives).any(|noun| beside.contains(noun.as_str()));
        is_timely(beside)
            && self.measure.at_least >= 100.0
            && (figure.percent < 100.0 || figure.parts.is_none() && !names_it)
    }

    /// "Giao 110 nhiệm vụ, đã hoàn thành 80/80 nhiệm vụ": more of the same are named than the figure is of.
    fn has_larger_whole(&self, sentence: &str, figure: &Figure) -> bool {
        let (Some((_, whole)), Some(counts)) = (figure.parts, &self.measure.counts) else { return false };
        let key = Key::new(sentence);
        let counted = regex!(r"\b(?P<count>\d{1,6})\s+(?P<noun>\p{L}+(?: \p{L}+)?)");
        self.measure.at_least >= 100.0
            && counted.captures_iter(key.as_str()).any(|found| {
                counts.alternatives.iter().any(|noun| found["noun"].starts_with(noun.as_str()))
                    && found["count"].parse().is_ok_and(|count: f64| count > whole)
            })
    }

    /// True if words name the measure together with what the nearest heading over a byte of the running text, or the title,
    /// says: "Tình hình thực hiện nhiệm vụ Chính phủ giao" over "Đã hoàn thành 64/64 nhiệm vụ". What was done, and to what,
    /// they have to say themselves.
    pub(super) fn is_measured_by(&self, words: &Key, at: Option<usize>) -> bool {
        let Some(counts) = self.measure.counts.as_ref().filter(|counts| !is_of_units(counts)) else { return false };
        let missing: Vec<&Phrase> = self.measure.phrases.iter().filter(|phrase| !phrase.is_in(words)).collect();
        let [missing] = missing.as_slice() else { return false };
        let is_deed = |word: &Key| regex!(r"hoàn thành|thực hiện|xử lý|khắc phục|kiểm tra").is_match(word.as_str());
        let heading = at.and_then(|at| self.over(at).last().copied());
        let mut heads = heading.into_iter().chain(self.reading.form.r#abstract.value.as_deref());
        counts.alternatives.iter().any(|noun| words.contains(noun))
            && !is_given_by_others(words.as_str())
            && !missing.alternatives.iter().any(is_deed)
            && !self.measure.without.iter().any(|phrase| phrase.is_in(words))
            && heads.any(|words| missing.is_in(&Key::new(words)))
    }

    /// The headings over a byte of the running text, the nearest last.
    fn over(&self, at: usize) -> Vec<&str> {
        let flow = self.reading.flow();
        let document = self.reading.document();
        let is_cell = |at| {
            let line = flow.line_at(at).and_then(|(page, line)| document.pages.get(page)?.lines.get(line));
            line.is_some_and(|line| line.cell.is_some())
        };
        let headings = self.headings.get_or_init(|| headings(flow.as_str(), is_cell));
        over(headings, at).map(|h| &flow.as_str()[h.range.clone()]).collect()
    }

    /// True if the title and the headings over a byte of the running text, if there are any, speak of the whole.
    pub(super) fn is_under_whole(&self, at: Option<usize>) -> bool {
        let over = at.map_or_else(Vec::new, |at| self.over(at));
        let is_of_direction = over.last().is_some_and(|last| self.is_of_direction(last));
        self.is_titled_whole() && !is_of_direction && over.iter().all(|heading| self.is_whole_head(heading))
    }

    /// To direct and to manage is a field of its own, and where reports tell of the plan as a whole.
    fn is_of_direction(&self, heading: &str) -> bool {
        let key = Key::new(heading);
        let names_own = self.measure.phrases.iter().any(|phrase| phrase.is_in(&key));
        regex!(r"chỉ đạo|điều hành|quản lý|theo dõi|đôn đốc|tham mưu|hướng dẫn").is_match(key.as_str())
            && !names_own
            && !regex!(r"tình hình|kết quả|chung").is_match(key.as_str())
    }

    fn is_titled_whole(&self) -> bool {
        *self.is_whole_title.get_or_init(|| {
            let Some(title) = self.reading.form.r#abstract.value.as_deref() else { return true };
            let key = Key::new(title);
            // What a report announces behind its results.
            let ahead = regex!(r"[,;]? (?:và )?(?:phương hướng|(?:nhiệm vụ|kế hoạch|giải pháp|chương trình)[^,;]* (?:năm|thời gian tới)\b.*$)");
            let ahead = ahead.find(key.as_str()).filter(|m| !m.as_str().contains(&self.year.to_string()));
            let title = ahead.map_or(title, |m| &key.as_str()[..m.start()]);
            !speaks_only_of_others(title, self.year) && self.is_whole_head(title)
        })
    }

    fn own(&self, rest: &[String]) -> usize {
        self.own.iter().filter(|phrase| rest.starts_with(phrase)).map(Vec::len).max().unwrap_or(0)
    }

    /// The office that reports speaks of itself; "Kế hoạch của Sở Nội vụ" is a plan of its own.
    fn office(&self, tokens: &[String], at: usize) -> usize {
        let before = at.checked_sub(1).map(|before| tokens[before].as_str());
        let is_owner = before == Some("của");
        let fits = |office: &&Vec<String>| {
            tokens[at..].starts_with(office) && (!is_owner || office.iter().any(|token| token == "tỉnh"))
        };
        let named = self.offices.iter().filter(fits).map(Vec::len).max().unwrap_or(0);
        // "Sở đã hoàn thành …".
        let is_self = tokens[at] == "sở"
            && self.offices.first().and_then(|office| office.first()).is_some_and(|first| first == "sở")
            && !matches!(before, Some("của" | "các" | "tại" | "thuộc" | "và" | "những"));
        named.max(usize::from(is_self))
    }
}

/// True if a comma stands between two words for the same: "Chính phủ, Thủ tướng", "tồn tại, hạn chế".
pub(super) fn joins_alternatives(measure: &Measure, text: &str, comma: usize) -> bool {
    let (Some(before), Some(behind)) = (text.get(..comma), text.get(comma + 1..)) else { return false };
    let near: String = behind.chars().take(NEAR).collect();
    let (before, behind) = (Key::new(tail(before, NEAR)), Key::new(&near));
    let (before, behind) = (before.as_str().trim_end(), behind.as_str().trim_start());
    text.as_bytes().get(comma) == Some(&b',')
        && measure.phrases.iter().chain(&measure.counts).any(|phrase| {
            let words = || phrase.alternatives.iter().map(Key::as_str);
            words().any(|word| before.ends_with(word)) && words().any(|word| behind.starts_with(word))
        })
}

/// The words among the digits of a figure, "40 (bốn mươi) nhiệm vụ/45"; days and documents, which may narrow it, as they are.
fn words_among(figure: &str) -> String {
    let digits = |text: &str| regex!(r"\([^()]*\)|\d+(?:[.,]\d+)*\s*%?|[/%]").replace_all(text, " ").into_owned();
    let name = regex!(concat!(
        r"(?i)\d+[a-zđ]?/(?:\d{4}/)?[a-zđ&.]+-[a-zđ&.-]+|(?:ngày )?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}",
        r"|ngày \d{1,2}(?:/| tháng )\d{1,2}|(?:tháng|quý) [\divx]+"
    ));
    let (mut words, mut from) = (String::new(), 0);
    for name in name.find_iter(figure) {
        words += &digits(&figure[from..name.start()]);
        words += name.as_str();
        from = name.end();
    }
    words + &digits(&figure[from..])
}

/// Words that say of a result only that nothing is left, or of a count of less than all that it is most.
fn without_praise(beside: &str, figure: &Figure) -> String {
    let nothing_left = regex!(
        r"(?i)\b(?:và )?(?:không|chưa) (?:có|còn|để)\b[^,;.]*\b(?:quá hạn|chậm|trễ|tồn đọng|chưa|xảy ra)\b[^,;.]*"
    );
    let beside = nothing_left.replace_all(beside, " ");
    let most = regex!(r"(?i)\b(?:hầu hết|cơ bản|đa số|phần lớn)\b");
    let is_counted = figure.parts.is_some_and(|(part, whole)| part < whole);
    if is_counted { most.replace_all(&beside, " ").into_owned() } else { beside.into_owned() }
}

/// True if folded words tell that something was done in time: "hoàn thành trước thời hạn", "sớm hơn tiến độ".
pub(super) fn is_timely(words: &str) -> bool {
    regex!(r"\b(?:đúng|trước|kịp) (?:thời )?hạn|đúng (?:tiến độ|thời gian)|trước tiến độ|sớm hơn").is_match(words)
}

/// "Nhiệm vụ UBND tỉnh giao" are not those of the Government.
pub(super) fn is_given_by_others(words: &str) -> bool {
    regex!(r"\b(?:ủy ban nhân dân|hội đồng nhân dân|tỉnh ủy|huyện ủy|thành ủy|bộ) [^|]{0,20}giao").is_match(words)
}

/// "06 sở, ngành và 05 huyện trên tổng số 35": the count beside the total is the last of several.
fn is_last_of_sum(before: &str, among: &str) -> bool {
    among.contains(char::is_alphabetic)
        && regex!(r"\b\d+\s+[^\d;.:()]{1,60}(?:\bvà|,|\bcùng)\s*$").is_match(Key::new(before).as_str())
}

/// "Được giao hoàn thành 100% nhiệm vụ", "Nội dung đánh giá: hoàn thành 100%": what has to be done; and "đúng hạn 40/40 nhiệm
/// vụ đã hoàn thành", which is of what was done.
fn is_demand(before: &str, beside: &str) -> bool {
    let before = Key::new(before);
    regex!(
        r"giao (?:phải )?(?:hoàn thành|thực hiện|xử lý)\s*$|(?:nội dung đánh giá|tiêu chí|yêu cầu)[^:.;]{0,40}:[^:.;]*$"
    )
    .is_match(before.as_str())
        || beside.replace("phải hoàn thành", "").matches("hoàn thành").count() > 1
}

/// A label, and what begins with words that name a field, a place or a time, or names a field of the reform.
fn narrows(part: &str) -> bool {
    regex!(concat!(
        r":\s*$|^[\s\d.*+()-]*(?:về|đối với|tại|ở|riêng|trong số|lĩnh vực|nhóm|khối|cấp|(?:tính )?(?:đến|tới|hết)|cuối|trước|lũy kế|trong (?:các |số )*(?:lĩnh vực|sở|huyện)|các (?:sở|huyện))\b",
        r"|^[\s\d.*+()-]*(?:(?:trong|tính|kể|vào|cũng|chỉ|riêng|suốt|các|những|số|hơn|gần|nửa)\s+)*(?:quý|đợt|kỳ|nhiệm kỳ|giai đoạn|tháng|tuần|từ|(?:\d+|hai|ba|bốn|năm|nhiều|mấy|các|những) (?:năm|tháng|tuần))\b",
        // The plan, and who found the problems, that the words behind speak of.
        r"|\b(?:kế hoạch|đề án|chương trình|dự án)\b|\b(?:qua|theo|sau) (?:\p{L}+ ){0,2}?(?:giám sát|kiểm toán|thanh tra|khảo sát)\b",
        r"|\d (?:nhiệm vụ|chỉ tiêu|nội dung)|thể chế|thủ tục hành chính|tổ chức bộ máy|tài chính công|hiện đại hóa|công vụ",
    ))
    .is_match(part.trim_start())
}

/// "…, thuộc lĩnh vực thể chế", "… (Sở Tư pháp)", "…, trừ nhiệm vụ xây dựng trụ sở".
fn narrows_behind(part: &str) -> bool {
    regex!(r"^\s*(?:thuộc|trong (?:lĩnh vực|quý|tháng|đợt)|của|tại|đối với|ở|trừ|ngoại trừ|không (?:tính|bao gồm|kể)|chưa (?:tính|bao gồm|kể)|nhất là|(?:bao gồm|gồm|kể) cả|đây (?:là|mới là)|đó là|trên đây là|sở|phòng|ban|chi cục|huyện|thị xã|thành phố|xã|phường)\b")
        .is_match(part)
}

/// Syllables; numbers, marks, and the ordinal at the beginning are none.
fn tokens(key: &Key) -> Vec<String> {
    let text = regex!(r"^[\s*+-]*(?:\(?(?:[ivx]{1,5}|[a-zđ])[.)/]\s|[ivx]{1,5}\s)").replace(key.as_str(), " ");
    text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

type Phrases = HashMap<String, Vec<Vec<String>>>;
static ALL: OnceLock<Phrases> = OnceLock::new();
static HEADS: OnceLock<Phrases> = OnceLock::new();

/// How many syllables at the beginning are a phrase of a list.
fn of_list(list: &[&str], rest: &[String], phrases: &'static OnceLock<Phrases>) -> usize {
    let phrases = phrases.get_or_init(|| {
        let mut by_first = Phrases::new();
        for phrase in list.iter().flat_map(|line| line.split('|')) {
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
