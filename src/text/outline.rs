//! Tracks the headings above a paragraph, and whether one of them announces goals or future work. Such headings and
//! everything under them are called "ahead" here: figures there are plans, not results.

use super::key::Key;
use super::pattern::regex;

/// Levels of numbered headings: "Phần", "A.", "I.", "1.", "1.1.", "1.1.1.", "a)", "(1)".
const LEVELS: usize = 8;

/// Pseudo-level of a heading without number.
const PLAIN: usize = LEVELS;

/// Pseudo-level of a heading without number directly under the title; it may be the title's last line.
const TITLE: usize = LEVELS + 1;

/// Longest heading, in characters.
const LONGEST: usize = 120;

/// Longest heading without number, colon and capitals, in characters: a longer line is a line of a paragraph.
const LONGEST_PLAIN: usize = 80;

/// Follows the paragraphs of a text.
pub(super) struct Outline {
    state: State,
    /// Only the head of the document was seen so far: its title may take several paragraphs.
    in_title: bool,
    /// The previous paragraph, if the next one may continue it as a heading.
    pending: Option<PendingHeading>,
}

#[derive(Clone, Copy, Default)]
struct State {
    /// The last ordinal of the list that is open on each level; 0 if none is.
    open: [usize; LEVELS],
    /// Level of the heading about the future that the text is under; `PLAIN` or `TITLE` if it has no number.
    ahead: Option<usize>,
}

/// A heading that the next paragraph may continue.
struct PendingHeading {
    words: String,
    number: Option<(usize, usize)>,
    /// Its last line is in capitals.
    is_capital: bool,
    /// The state before this heading.
    state: State,
}

impl Default for Outline {
    fn default() -> Self {
        Self { state: State::default(), in_title: true, pending: None }
    }
}

impl Outline {
    /// Processes the next paragraph; true if it is, or is under, a heading about goals or the future.
    pub(super) fn next(&mut self, paragraph: &str) -> bool {
        let line = paragraph.trim();
        if line.is_empty() {
            return self.state.ahead.is_some();
        }
        let (mut number, mut words) = (number_of(line), line.to_owned());
        let above = self.pending.take();
        // Directly under a title without capitals, capitals show that a heading is not part of the title.
        let stands_out = above.as_ref().is_some_and(|above| !above.is_capital) && is_capital(line);
        let plain = if self.in_title && !stands_out { TITLE } else { PLAIN };
        let continued = above.filter(|above| number.is_none() && above.continues_with(line, self.in_title));
        let mut state = self.state;
        if let Some(above) = continued {
            words = format!("{} {line}", above.words);
            (number, state) = (above.number, above.state);
        }
        self.in_title &= number.is_none() && !line.ends_with(['.', ':', ';']);
        self.state = state;
        let (head, is_run_in) = head_of(&words);
        let is_ahead_alone = match number {
            // An item of a list.
            _ if line.ends_with(';') => false,
            Some(number) => {
                self.state.enter_numbered(number, head);
                false
            }
            None if is_run_in => {
                self.state.leave_at_results(head);
                is_plain_ahead(head)
            }
            None => {
                self.state.leave_at_results(head);
                if self.state.ahead.is_none() && is_plain_ahead(&words) {
                    self.state.ahead = Some(plain);
                }
                false
            }
        };
        let can_continue = !line.ends_with(['.', ':', ';']) && words.chars().count() <= 2 * LONGEST;
        let is_capital = is_capital(line);
        self.pending = can_continue.then_some(PendingHeading { words, number, is_capital, state });
        self.state.ahead.is_some() || is_ahead_alone
    }
}

impl State {
    /// A numbered heading: ends the heading ahead if it belongs to a list outside it, and may itself be ahead.
    fn enter_numbered(&mut self, (level, ordinal): (usize, usize), head: &str) {
        let is_short = head.chars().count() <= LONGEST;
        if let Some(ahead) = self.ahead {
            // "1." below a heading begins a list of its own; "3." continues a list that was open above the heading.
            let continues_list = self.open[level] > 0 && ordinal > self.open[level];
            // The parts of a document are under its title, not under a heading without number.
            let is_part = ahead == TITLE && level <= 2;
            let ends = level == 0 || continues_list || is_part || level <= ahead && begins_with_results(head);
            if !(ends && is_short) {
                if ordinal <= self.open[level] {
                    self.open[level..].fill(0);
                }
                return;
            }
        }
        self.open[level..].fill(0);
        self.open[level] = ordinal;
        self.ahead = (is_short && is_ahead(head)).then_some(level);
    }

    /// A paragraph that begins with results ends a heading ahead without number. So does the opening of a report, which
    /// shows that the supposed heading was part of the title.
    fn leave_at_results(&mut self, head: &str) {
        let ends = match self.ahead {
            Some(TITLE) => begins_with_results(head) || opens_report(head),
            Some(PLAIN) => begins_with_results(head),
            _ => false,
        };
        if ends {
            self.ahead = None;
        }
    }
}

impl PendingHeading {
    /// True if a paragraph without number continues this heading: the title below "Phần thứ hai", a title in capitals
    /// over two paragraphs. A heading ahead directly under the title continues the title only if its words say so ("và
    /// phương hướng …").
    fn continues_with(&self, line: &str, in_title: bool) -> bool {
        let is_bare = self.number.is_some() && without_number(Key::new(&self.words).as_str()).is_empty();
        let is_open = regex!(r"(?i)(?:,|\bvà|-)$").is_match(&self.words) || regex!(r"(?i)^và\s").is_match(line);
        let is_own = in_title && is_plain_ahead(line);
        let are_capital = self.number.is_none() && is_capital(&self.words) && is_capital(line);
        let are_title =
            in_title && self.number.is_none() && !line.ends_with(['.', ':', ';']) && !is_plain_ahead(&self.words);
        is_bare || is_open && line.chars().count() <= LONGEST || !is_own && (are_capital || are_title)
    }
}

/// True if a heading announces goals or the future ("Phương hướng, nhiệm vụ năm 2019"). False for "Kết quả thực hiện
/// nhiệm vụ năm 2018 và phương hướng", which begins with results.
pub fn is_ahead(heading: &str) -> bool {
    ahead_from(without_number(Key::new(heading).as_str())).is_some()
}

/// Byte at which a heading (folded, without its number) begins to name goals or the future; `None` if it is about
/// results.
fn ahead_from(text: &str) -> Option<usize> {
    let results_to_come = regex!(r"kết quả (?:dự kiến|cần đạt|phải đạt|mong đợi)|dự kiến kết quả");
    if let Some(found) = results_to_come.find(text) {
        return Some(found.start());
    }
    let ahead = regex!(concat!(
        r"phương hướng|định hướng|mục tiêu|chỉ tiêu|phấn đấu|dự kiến|lộ trình|giải pháp|kiến nghị|đề xuất",
        r"|nhiệm vụ (?:công tác )?(?:trọng tâm|chủ yếu)|công tác trọng tâm|trọng tâm công tác",
        r"|nhiệm vụ(?:,? (?:công tác|cụ thể|cải cách hành chính|của|trong|cho))* (?:năm|quý|(?:\d+ )?tháng|giai đoạn|thời gian tới)",
        r"|(?:thời gian|năm|quý|tháng|giai đoạn) (?:tới|tiếp theo)",
        r"|(?:nhiệm vụ|nội dung|công việc|vấn đề) (?:\S+ ){0,2}?(?:cần|phải|sẽ) (?:được )?(?:tập trung|tiếp tục|thực hiện|triển khai|hoàn thành|quan tâm)",
        r"|^kế hoạch (?:[^\d]{0,50} )?(?:năm|quý|(?:\d+ )?tháng|giai đoạn)",
        r"|^chương trình (?:công tác|hành động|hoạt động) (?:năm|quý|(?:\d+ )?tháng|giai đoạn)",
    ));
    // "Kế hoạch và kết quả năm 2018" is about both and does not count as ahead.
    let found = ahead.find(text).filter(|m| !m.as_str().contains("kết quả"))?;
    let (lead, tail) = (&text[..found.start()], &text[found.start()..]);
    let results = regex!(
        r"kết quả|tình hình|đánh giá|thực trạng|tổng kết|sơ kết|kiểm điểm|báo cáo \S|thực hiện|hoàn thành|đạt được|xử lý|khắc phục|giải quyết|\bđã\b"
    );
    let intends = regex!(r"tiếp tục|tập trung|đẩy mạnh|biện pháp|\bcần\b|\bphải\b|\bđể\b|\bnhằm\b|\bsẽ\b");
    if results.is_match(lead) && !intends.is_match(lead) {
        return None;
    }
    let is_done = regex!(
        r"\bđã (?:được )?(?:thực hiện|hoàn thành|triển khai|đạt|xử lý|khắc phục|làm)|\b(?:đều|được) (?:hoàn thành|đạt)"
    )
    .is_match(tail);
    let is_to_come = regex!(r"phương hướng|định hướng|phấn đấu|dự kiến|\b(?:tới|tiếp theo)\b").is_match(tail);
    (!is_done || is_to_come).then_some(found.start())
}

/// True if a paragraph without number is a heading about goals or the future: in capitals, or beginning with such
/// words.
fn is_plain_ahead(words: &str) -> bool {
    let line = words.trim_start_matches(|c: char| "-–—*+•·".contains(c) || c.is_whitespace());
    let length = line.chars().count();
    if line.ends_with(['.', ';', ',']) || length > LONGEST || regex!(r"\d\s*(?:%|/\s*\d)").is_match(line) {
        return false;
    }
    let key = Key::new(line);
    // "Kế hoạch năm 2018 đề ra 45 nhiệm vụ" states what was planned for the year of the report.
    if regex!(r"^kế hoạch .*\b(?:đề ra|có|gồm|giao|là) \d").is_match(key.as_str()) {
        return false;
    }
    let Some(from) = ahead_from(key.as_str()) else { return false };
    let is_first =
        regex!(r"^(?:(?:về|một số|các|những|hệ thống|trong|nhiệm vụ|và),? )*$").is_match(&key.as_str()[..from]);
    is_capital(line) || is_first && (line.ends_with(':') || length <= LONGEST_PLAIN)
}

/// True for the line that says to whom a document goes: "Kính gửi: Bộ Nội vụ".
pub fn is_addressed(line: &str) -> bool {
    Key::new(line).as_str().starts_with("kính gửi")
}

/// True for the opening of a report, between its title and the first part: "Thực hiện Công văn số …", "Kính gửi", "Sở
/// Nội vụ báo cáo …".
fn opens_report(head: &str) -> bool {
    regex!(r"^(?:kính gửi|(?:thực hiện|căn cứ|theo) (?:\S+ ){0,6}?(?:công văn|kế hoạch|quyết định|nghị quyết|chỉ thị|thông tư|luật|văn bản)\b|.{0,80}\bbáo cáo\b.{0,80}\bnhư sau\b)")
        .is_match(Key::new(head).as_str())
}

fn begins_with_results(head: &str) -> bool {
    let key = Key::new(head);
    let text = without_number(key.as_str());
    regex!(r"^(?:[-*+•] ?)?(?:(?:về|các|những|một số) )*(?:kết quả|tình hình|đánh giá|thực trạng|tổng kết|sơ kết|kiểm điểm)\b")
        .is_match(text)
        && ahead_from(text).is_none()
}

/// The words of a paragraph up to a colon or the first full stop, and whether more text follows.
fn head_of(words: &str) -> (&str, bool) {
    let end = regex!(r":\s+\S|\.\s+\p{Lu}\p{Ll}")
        .find_iter(words)
        .find(|m| number_of(&words[..=m.start()]).is_none() || words[..m.start()].contains(' '));
    end.map_or((words, false), |m| (&words[..m.start()], true))
}

/// True if a line is in capitals throughout.
pub(super) fn is_capital(line: &str) -> bool {
    line.chars().filter(|c| c.is_uppercase()).count() >= 2 && !line.chars().any(char::is_lowercase)
}

/// A folded heading without its number or bullet.
fn without_number(text: &str) -> &str {
    let number = regex!(
        r"^(?:phần (?:thứ )?\w+\s*[.:-]?|mục (?:[ivx]+|\d+)\s*[.:-]?|\((?:\d{1,2}|[a-zđ])\)|[ivx]{1,5}\s*[.):/-]|[ivx]{1,5}\s|\d{1,2}(?:\.\d{1,2})*\s*[.):/-]?\s|[a-zđ][.)/]|[-*+•])\s*"
    );
    number.find(text).map_or(text, |m| &text[m.end()..])
}

/// Level and ordinal of a numbered paragraph: level 0 for "Phần", 1 for "A.", 2 for "I.", 3 for "1.", 4 for "1.1.", 5
/// for "1.1.1." and deeper, 6 for "a)", 7 for "(1)". Returns `None` for running text.
pub(super) fn number_of(line: &str) -> Option<(usize, usize)> {
    let found = regex!(concat!(
        r"^(?:(?P<part>(?i:phần|mục)\s+(?:(?i:thứ)\s+\w+|[IVX]{1,5}|\d{1,2}|[A-HĐ])\b)",
        r"|(?P<roman>[IVX]{1,5})(?:\s*[.)/:-]|\s)",
        r"|(?P<capital>[A-HĐ])\s*[.)/-]\s",
        r"|(?P<number>\d{1,2}(?:\.\d{1,2})*)(?:[.)/]\s|\s*-\s|\s+\p{Lu}|[.)]$)",
        r"|(?P<letter>[a-zđ])[.)/]\s",
        r"|\((?P<bracket>\d{1,2}|[a-zđ])\)\s)"
    ))
    .captures(line)?;
    let letter =
        |text: &str| "abcdđeghiklmnopqrstuvxy".chars().position(|c| text.starts_with(c)).map_or(1, |at| at + 1);
    let last = |text: &str| text.rsplit('.').next().and_then(|n| n.parse().ok());
    Some(if found.name("part").is_some() {
        (0, 1)
    } else if let Some(roman) = found.name("roman") {
        (2, parse_roman(roman.as_str()))
    } else if let Some(capital) = found.name("capital") {
        (1, letter(&capital.as_str().to_lowercase()))
    } else if let Some(number) = found.name("number") {
        (3 + number.as_str().matches('.').count().min(2), last(number.as_str())?)
    } else if let Some(small) = found.name("letter") {
        (6, letter(small.as_str()))
    } else {
        let bracket = found.name("bracket")?.as_str();
        (7, last(bracket).unwrap_or_else(|| letter(bracket)))
    })
}

fn parse_roman(text: &str) -> usize {
    let value = |c: u8| match c {
        b'I' => 1,
        b'V' => 5,
        _ => 10,
    };
    let bytes = text.as_bytes();
    let sign = |at: usize| if bytes.get(at + 1).is_some_and(|next| value(*next) > value(bytes[at])) { -1 } else { 1 };
    let sum: i32 = (0..bytes.len()).map(|at| sign(at) * value(bytes[at])).sum();
    sum.unsigned_abs() as usize
}
