//! Figures in the running text.

use super::super::demand::Context;
use super::account::{account, is_total as is_account_total, numbers};
use super::alike::{goes_on, is_near};
use super::caption::is_note;
use super::gathered::{Denial, Found, Gathered, holds};
use super::measure::Measure;
use super::scope::{Scope, is_timely, joins_alternatives};
use super::share::is_share;
use super::standing::Standings;
use super::triple::joined;
use crate::check::quote::around;
use crate::reading::Reading;
use crate::statement::ratio::{Figure, FigureKind, deed, figures};
use crate::statement::years::{YearsOfFigures, speaks_only_of_others};
use crate::text::Key;
use crate::text::pattern::regex;
use crate::text::sentence::Sentence;

/// Sentences behind one that names the measure in which what is left may be named in short.
const NEAR: usize = 2;

/// Characters behind a sentence in which its figure may be taken back.
const LONGEST_DOUBT: usize = 160;

/// Bytes from which on a sentence is a page, or several, run together.
const LONGEST_SENTENCE: usize = 6000;

/// Most sentences that make one account, and their bytes together.
const ACCOUNT: usize = 5;
const LONGEST_ACCOUNT: usize = 1200;

/// Finds what the sentences of a document say of a measure.
pub(super) fn search(context: &Context<'_>, reading: &Reading, measure: &Measure, gathered: &mut Gathered) {
    let scope = Scope::new(context, reading, measure);
    let search = Search { context, reading, measure, scope, standings: Standings::new(context, reading) };
    let sentences = reading.sentences();
    // Sentences from here on were looked at as going on with one before.
    let mut taken = 0;
    for (index, sentence) in sentences.iter().enumerate() {
        let words = search.words(sentence);
        search.account(&sentences[index..], gathered);
        if !search.holds(sentence, &reading.key_of(words)) {
            continue;
        }
        if !words.contains(|c: char| c.is_ascii_digit()) {
            search.count_left(sentence, gathered);
            continue;
        }
        // Of what the figures of pages run together are cannot be told; one of them is shown.
        if words.len() > LONGEST_SENTENCE {
            let head: String = words.chars().take(LONGEST_ACCOUNT).collect();
            gathered.goals.extend(figures(&head).into_iter().take(1).map(|figure| search.found(sentence, figure)));
            continue;
        }
        let may_tell = search.may_tell(sentence);
        let years = YearsOfFigures::new(words, context.year);
        let (mut has_result, mut has_part, mut last) = (false, false, None);
        // "12/15 sở hoàn thành 100%": what some did is not what was done.
        let mut some: Option<usize> = None;
        for figure in joined(words, figures(words)) {
            let is_of_year = may_tell && !years.is_of_others(&figure.range);
            let is_sure = is_of_year && !search.is_doubtful(sentence, &figure) && !search.is_disowned(sentence);
            let is_of_measure = is_share(measure, words, &figure) && is_deed(measure, words, &figure);
            if let Some(sum) = with_proposed(measure, words, last.as_ref(), &figure)
                && let Some(found) = gathered.results.last_mut().filter(|_| has_result)
            {
                found.figure = sum.clone();
                last = Some(sum);
                continue;
            }
            let goes_on = |from: usize| !words[from..figure.range.start].contains([',', ';', ':']);
            let of_some = some.is_some_and(goes_on);
            if !is_of_measure && figure.parts.is_some_and(|(part, whole)| part < whole) {
                some = Some(figure.range.end);
            }
            if figure.kind == FigureKind::Result && (!is_of_measure || of_some) {
                gathered.goals.push(search.found(sentence, figure));
                continue;
            }
            if is_sure && is_part(words, last.as_ref(), &figure) {
                continue;
            }
            if is_sure && figure.kind == FigureKind::Result && !search.is_of_whole(sentence, &figure) {
                has_part = true;
                gathered.parts.push(search.found(sentence, figure));
                continue;
            }
            match figure.kind {
                FigureKind::Result if is_sure => {
                    has_result = true;
                    last = Some(figure.clone());
                    gathered.results.push(search.found(sentence, figure));
                }
                FigureKind::Negated if is_sure => {
                    gathered.denials.push(search.denial(sentence, Some(figure.percent)));
                    gathered.goals.push(search.found(sentence, figure));
                }
                _ => gathered.goals.push(search.found(sentence, figure)),
            }
        }
        search.count_left(sentence, gathered);
        if has_result || has_part {
            search.denials_behind(&sentences[index + 1..], gathered);
            let before = &sentences[taken.min(index)..index];
            search.parts(before.iter().rev(), gathered);
            taken = index + 1 + search.parts(sentences[index + 1..].iter(), gathered);
        }
    }
}

struct Search<'a> {
    context: &'a Context<'a>,
    reading: &'a Reading,
    measure: &'a Measure,
    scope: Scope<'a>,
    standings: Standings<'a>,
}

impl<'a> Search<'a> {
    fn words(&self, sentence: &Sentence) -> &'a str {
        &self.reading.flow().as_str()[sentence.range.clone()]
    }

    /// True if a sentence names the measure, or begins a paragraph whose heading says what it leaves out.
    fn holds(&self, sentence: &Sentence, key: &Key) -> bool {
        let before = &self.reading.flow().as_str()[..sentence.range.start];
        let begins = before.trim_end_matches(|c: char| c.is_ascii_digit() || "-+*. )\t".contains(c)).ends_with('\n');
        holds(self.measure, key) || begins && self.scope.is_measured_by(key, Some(sentence.range.start))
    }

    /// An account that begins with the first of these sentences.
    fn account(&self, sentences: &[Sentence], gathered: &mut Gathered) {
        let [first, ..] = sentences else { return };
        let is_total = |words: &str| {
            let head: String = words.chars().take(LONGEST_ACCOUNT).collect();
            numbers(&head).first().is_some_and(|(label, ..)| is_account_total(self.measure, label))
        };
        if self.measure.counts.is_none() || !is_total(self.words(first)) {
            return;
        }
        let reach = sentences.iter().take(ACCOUNT).take_while(|s| self.may_tell(s)).last();
        let Some(last) = reach.filter(|last| last.range.end - first.range.start <= LONGEST_ACCOUNT) else { return };
        let text = &self.reading.flow().as_str()[first.range.start..last.range.end];
        let found = numbers(text);
        let entries: Vec<(String, f64)> = found.iter().map(|(label, number, _)| (label.clone(), *number)).collect();
        let Some(account) = account(self.measure, &entries) else { return };
        let range = found[account.total].2.start..found[account.done].2.end;
        // What a fraction or a percentage says in between is read as such.
        let end = sentences
            .iter()
            .map(|s| s.range.end)
            .find(|end| *end >= first.range.start + range.end)
            .unwrap_or(last.range.end);
        let told = Sentence { range: first.range.start..end, is_ahead: first.is_ahead };
        let words = self.words(&told);
        let differs = |parts: (f64, f64)| parts != account.parts;
        let has_own = figures(words).iter().any(|f| f.parts.is_some_and(differs) && f.range.start < range.end);
        let years = YearsOfFigures::new(words, self.context.year);
        if has_own || years.is_of_others(&range) || !self.holds(&told, &self.reading.key_of(words)) {
            return;
        }
        let figure = Figure { range, ..Figure::counted(account.parts.0, account.parts.1) };
        let is_sure = !self.is_doubtful(&told, &figure) && !self.is_disowned(&told);
        let is_whole = self.is_of_whole(&told, &figure);
        let found = self.found(&told, figure);
        match (is_sure, is_whole) {
            (false, _) => gathered.goals.push(found),
            (true, false) => gathered.parts.push(found),
            (true, true) => gathered.results.push(found),
        }
    }

    /// "Sở Y tế đã ban hành kế hoạch, khắc phục 05/05 tồn tại": where all must be done, one office among others is not the
    /// whole. An office may speak of itself.
    fn is_of_one_office(&self, words: &str, figure: &Figure) -> bool {
        let before = &words[..figure.range.start];
        let office = regex!(
            r"(?:^[\s*+-]*|[,;:(]\s*|\b(?:[Tt]ại|[Rr]iêng|[Cc]ủa)\s+)(?P<name>(?:(?i:sở|đài|báo|ban quản lý) \p{Lu}\p{Ll}*|(?i:ubnd|ủy ban nhân dân) (?i:huyện|thị xã|thành phố|xã|phường) \p{Lu}\p{Ll}*|(?i:văn phòng) (?:UBND|Ủy ban|HĐND)|(?i:huyện|thị xã|phòng) \p{Lu}\p{Ll}*)[^,;:.\d]*)"
        );
        let issuer = self.reading.form.issuer.value.as_deref().map(Key::new);
        let is_other = |name: &str| {
            let first_words = Key::new(&name.split_whitespace().take(3).collect::<Vec<_>>().join(" "));
            !issuer.as_ref().is_some_and(|issuer| issuer.as_str().contains(first_words.as_str()))
        };
        // "Sở Nội vụ tham mưu UBND tỉnh hoàn thành …" tells what the province did.
        let advises = |name: &str| regex!(r"tham mưu|phối hợp (?:với )?các\b").is_match(Key::new(name).as_str());
        self.measure.at_least >= 100.0
            && office.captures_iter(before).any(|found| is_other(&found["name"]) && !advises(&found["name"]))
    }

    /// True if a figure is of all that the measure counts, by its sentence and the headings over it.
    fn is_of_whole(&self, sentence: &Sentence, figure: &Figure) -> bool {
        let words = self.words(sentence);
        self.scope.is_of_whole(words, figure)
            && self.scope.is_under_whole(Some(sentence.range.start))
            && !self.is_of_one_office(words, figure)
            && !self.is_under_field(sentence)
            && !self.is_narrowed_behind(sentence)
    }

    /// "Hoàn thành 8/8 nhiệm vụ; đây là kết quả của lĩnh vực thể chế.": what comes next says of what the figure is.
    fn is_narrowed_behind(&self, sentence: &Sentence) -> bool {
        let behind = &self.reading.flow().as_str()[sentence.range.end..];
        let next = behind.split(['.', ';', '\n']).find(|part| !part.trim().is_empty()).unwrap_or_default();
        let points_back = regex!(
            r"(?i)^\s*(?:đây|đó|trên đây|(?:số liệu|kết quả|con số|tỷ lệ)(?: này| trên| nêu trên)) (?:chỉ |mới )?(?:là|thuộc|của|tính)\b"
        );
        let line = behind.trim_start().lines().next().unwrap_or_default();
        let is_noted = is_note(line) && self.scope.is_narrowed_by(line);
        let is_narrowed = points_back.is_match(next) && !self.scope.is_whole_head(&points_back.replace(next, ""));
        self.measure.counts.is_some() && (is_noted || is_narrowed)
    }

    /// "Cải cách thể chế được quan tâm, đã ban hành 12 văn bản. Đã hoàn thành 8/8 nhiệm vụ.": a paragraph that begins with a
    /// field of the reform goes on with it.
    fn is_under_field(&self, sentence: &Sentence) -> bool {
        let flow = self.reading.flow().as_str();
        let start = flow[..sentence.range.start].rfind('\n').map_or(0, |at| at + 1);
        let before = &flow[start..sentence.range.start];
        let topic = Key::new(before.split([',', ';', ':']).next().unwrap_or_default());
        let field = regex!(
            r"thể chế|thủ tục hành chính|tổ chức bộ máy|tài chính công|hiện đại hóa|công vụ|một cửa|công nghệ thông tin|lĩnh vực \p{L}"
        );
        let own = Key::new(self.words(sentence));
        self.measure.counts.is_some()
            && field.is_match(topic.as_str())
            && !regex!(r"\b(?:chung|toàn bộ|tổng số|tất cả)\b").is_match(own.as_str())
    }

    /// True if a sentence can tell results of the year.
    fn counts(&self, sentence: &Sentence) -> bool {
        self.may_tell(sentence) && !speaks_only_of_others(self.words(sentence), self.context.year)
    }

    /// True if a sentence stands where results are told, of whatever year.
    fn may_tell(&self, sentence: &Sentence) -> bool {
        !sentence.is_ahead && self.standings.of(sentence.range.start).counts(self.words(sentence))
    }

    /// A misread digit makes another result: what recognition doubts is shown and does not count.
    fn is_doubtful(&self, sentence: &Sentence, figure: &Figure) -> bool {
        self.reading.flow().is_doubtful(self.reading.document(), shifted(sentence, figure))
    }

    /// "Số liệu trên chưa được xác nhận", "trong đó 05 đơn vị chưa kiểm tra": what stands in the sentence or right behind it
    /// takes a result back.
    fn is_disowned(&self, sentence: &Sentence) -> bool {
        let flow = self.reading.flow().as_str();
        let behind: String =
            flow[sentence.range.end..].chars().take(LONGEST_DOUBT).take_while(|c| *c != '\n').collect();
        let words = Key::new(&format!("{} {behind}", self.words(sentence)));
        regex!(concat!(
            r"(?:số liệu|kết quả|con số|tỷ lệ)[^.;]{0,40}\b(?:chưa (?:được )?[^.;]{0,60}?(?:xác nhận|kiểm chứng|xác minh|thẩm định)",
            r"|chưa (?:chính xác|đầy đủ|thống nhất|trung thực)|cần (?:được )?(?:rà soát|xác nhận|kiểm tra lại|đối chiếu))",
            r"|trong đó[^.;]{0,60}chưa (?:được )?kiểm tra"
        ))
        .is_match(words.as_str())
    }

    fn found(&self, sentence: &Sentence, figure: Figure) -> Found {
        let range = shifted(sentence, &figure);
        let flow = self.reading.flow();
        let quote = around(flow.as_str(), &range);
        let place = flow.place(self.reading.document(), range);
        Found { figure, path: self.reading.file.path.clone(), place, quote }
    }

    fn denial(&self, sentence: &Sentence, percent: Option<f64>) -> Denial {
        let flow = self.reading.flow();
        let quote = around(flow.as_str(), &sentence.range);
        let place = flow.place(self.reading.document(), sentence.range.clone());
        Denial { percent, path: self.reading.file.path.clone(), place, quote }
    }

    /// What is left, in the sentences behind a result: "Tuy nhiên, còn 3/45 nhiệm vụ chưa hoàn thành."
    fn denials_behind(&self, behind: &[Sentence], gathered: &mut Gathered) {
        for sentence in behind.iter().take(NEAR).filter(|s| self.may_tell(s)) {
            let key = self.reading.key_of(self.words(sentence));
            let counts = self.measure.counts.iter().flat_map(|counts| &counts.alternatives);
            let is_limit = regex!(r"^[\s*+-]*(?:tuy nhiên|riêng|song|nhưng)\b").is_match(key.as_str());
            if is_limit || counts.into_iter().any(|noun| key.contains(noun)) {
                self.count_left(sentence, gathered);
            }
            if holds(self.measure, &key) || !is_near(self.measure, &key) || !self.counts(sentence) {
                continue;
            }
            for figure in figures(self.words(sentence)).into_iter().filter(|f| f.kind == FigureKind::Negated) {
                gathered.denials.push(self.denial(sentence, Some(figure.percent)));
            }
        }
    }

    /// "Còn 03 nhiệm vụ chưa hoàn thành": something is left, how much of the whole is not said. Where all must be done
    /// that is enough.
    fn count_left(&self, sentence: &Sentence, gathered: &mut Gathered) {
        let key = Key::new(&self.without_joints(self.words(sentence)));
        // "Không còn nhiệm vụ nào chưa hoàn thành" says the contrary.
        let text = regex!(r"không (?:còn|có|để)\b[^,.;]*").replace_all(key.as_str(), " ").into_owned();
        let left = regex!(concat!(
            r"\b(?:còn|có)\s+(?:lại\s+)?0*[1-9]\d*\s+[^\d%/,;]{1,60}?\b(?:chưa|chậm|quá hạn|đang)\b",
            r"|(?:^|[\s(])0*[1-9]\d*\s+[^\d%/,;]{1,60}?\bchưa (?:được )?(?:hoàn thành|thực hiện|xử lý|khắc phục|xong)",
            r"|\b(?:còn|một số|nhiều|vài|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:lại )?(?:một số |nhiều |các )?(?:nhiệm vụ|chỉ tiêu|hoạt động|nội dung|tồn tại|hạn chế|vấn đề)\b[^,;]{0,60}?\b(?:chưa|chậm|quá hạn|đang|dở dang)\b",
            r"|\b(?:riêng|tuy nhiên|nhưng|song)\b[^.;]{1,100}?\bchưa (?:được )?(?:hoàn thành|thực hiện|xử lý|khắc phục|tổ chức|xong)",
            r"|\bcòn (?:lại )?(?:một số |nhiều |các )?(?:tồn tại|hạn chế|vấn đề)[^.;]{0,60}?\bchưa\b",
            r"|(?:nhiệm vụ|nội dung|hoạt động|vấn đề) (?:khác|còn lại)[^,;]{0,20} (?:đang|chưa|chậm)\b",
            r"|\b(?:ngoại trừ|trừ|không tính|chưa tính|không bao gồm|không kể|chưa kể) (?:\d+ )?(?:các |một số )?(?:nhiệm vụ|nội dung|hoạt động|tồn tại|hạn chế|vấn đề|chỉ tiêu)\b",
            r"|[1-9]\d* (?:nhiệm vụ|nội dung|hoạt động|vấn đề|tồn tại)[^,;]{0,30} (?:chuyển (?:sang|tiếp)|xin (?:lùi|điều chỉnh|gia hạn)|chưa đạt|đang (?:thực hiện|triển khai|xử lý))",
        ));
        let Some(found) = left.find(&text) else { return };
        let is_settled = regex!(r"\bđã\b|đến nay").is_match(&text[found.end()..]);
        // What is put off to the next year was left in this one.
        let words = regex!(r"(?i)(?:sang|trong|đến|vào) (?:đầu )?năm (?:20\d\d|tới|sau)")
            .replace_all(self.words(sentence), " ");
        let is_of_year = self.may_tell(sentence) && !speaks_only_of_others(&words, self.context.year);
        if self.measure.at_least >= 100.0 && !is_settled && is_of_year {
            gathered.denials.push(self.denial(sentence, None));
        }
    }

    /// The words without the commas between names for the same; no byte moves.
    fn without_joints(&self, words: &str) -> String {
        let commas = words.match_indices(',').map(|(at, _)| at);
        let mut plain = words.to_owned();
        for at in commas.filter(|at| joins_alternatives(self.measure, words, *at)) {
            plain.replace_range(at..=at, " ");
        }
        plain
    }

    /// Results of other parts in the sentences next to one that names the measure; gives how many there are.
    fn parts<'s>(&self, next: impl Iterator<Item = &'s Sentence>, gathered: &mut Gathered) -> usize {
        let mut count = 0;
        for sentence in next {
            let words = self.words(sentence);
            if !words.contains(|c: char| c.is_ascii_digit()) || self.holds(sentence, &self.reading.key_of(words)) {
                break;
            }
            let figures = figures(words);
            let Some(first) = figures.first() else { break };
            if !self.counts(sentence) || !goes_on(self.measure, &words[..first.range.start], &words[first.range.end..])
            {
                break;
            }
            count += 1;
            // "còn cấp huyện: 2/15" is no rest of something.
            let is_left = regex!(r"(?i)\b(?:chưa|lại|tồn|đang|nợ|quá hạn)\b").is_match(words);
            for figure in figures {
                let is_result = figure.kind == FigureKind::Result || figure.kind == FigureKind::Negated && !is_left;
                if is_result && !self.is_doubtful(sentence, &figure) {
                    let is_whole = self.is_of_whole(sentence, &figure);
                    let found = if is_whole { &mut gathered.results } else { &mut gathered.parts };
                    found.push(self.found(sentence, figure));
                }
            }
        }
        count
    }
}

/// False where another deed is done to other things: "kiểm tra 14/35 đơn vị, đã xử lý 100% tồn tại".
fn is_deed(measure: &Measure, words: &str, figure: &Figure) -> bool {
    deed(words, &figure.range).is_none_or(|(verb, noun)| {
        let said = [Key::new(&verb), Key::new(&noun)];
        measure.phrases.iter().chain(&measure.counts).any(|phrase| said.iter().any(|word| phrase.is_in(word)))
    })
}

/// "Đã xử lý 15/18 vấn đề, kiến nghị xử lý 03/18 vấn đề": where what was proposed counts too, both together.
fn with_proposed(measure: &Measure, words: &str, last: Option<&Figure>, figure: &Figure) -> Option<Figure> {
    let counts_both = measure.counts.as_ref()?.alternatives.iter().any(|noun| noun.as_str() == "kiến nghị");
    let (last, (part, whole)) = (last?, figure.parts?);
    let (done, _) = last.parts.filter(|(done, of)| *of == whole && done + part <= whole)?;
    let between = Key::new(words.get(last.range.end..figure.range.start)?);
    let range = last.range.start..figure.range.end;
    let is_proposed = regex!(r"kiến nghị[^,;.]{0,40}xử lý\s*$").is_match(between.as_str())
        && !regex!(r"\b(?:chưa|đang|còn)\b").is_match(between.as_str());
    (counts_both && is_proposed).then(|| Figure { range, kind: figure.kind, ..Figure::counted(done + part, whole) })
}

fn shifted(sentence: &Sentence, figure: &Figure) -> std::ops::Range<usize> {
    sentence.range.start + figure.range.start..sentence.range.start + figure.range.end
}

/// "14/35 cơ quan, trong đó 8/20 sở": a part of the result before it.
fn is_part(words: &str, last: Option<&Figure>, figure: &Figure) -> bool {
    let (Some(last), Some((part, whole))) = (last, figure.parts) else { return false };
    let between = words.get(last.range.end..figure.range.start).unwrap_or_default();
    let is_among = regex!(r"(?i)trong đó|\bgồm\b").is_match(between);
    // "Trong đó 40/45 nhiệm vụ hoàn thành trước thời hạn": of what was done, how early.
    let behind = words.get(figure.range.end..).unwrap_or_default();
    if is_among && is_timely(Key::new(behind.split([';', '.']).next().unwrap_or_default()).as_str()) {
        return true;
    }
    let Some((all, of)) = last.parts.filter(|p| whole < p.1 && part <= p.0) else { return false };
    all > 0.0 && of > 0.0 && is_among
}
