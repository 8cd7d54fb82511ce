//! Required content (nội dung): phrases that must be in the text, tolerant of case, tone placement and spacing.
//!
//! `[[evidence.require.content]]` with `id`, `name` (for messages) and `phrases`, one for each topic; `a|b` are wordings of
//! one. All must be found, or `at_least` so many of them. Topics are searched by their wordings, and a text may say one in
//! others: one that is not found is a question, with what was searched, unless `exact = true` says that these very words
//! are demanded; then it is a gap if the text was read whole. `done = true`: the text must say it as done; what it
//! announces, asks for or intends does not count, nor does what it says of another province or year. A phrase that is only
//! denied is a question. `proposal = true` marks content that the pack proposes.

use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::demand::{Context, Demand, Kind, Proposal};
use crate::check::finding::{Nearest, Searched};
use crate::check::outcome::Outcome;
use crate::check::quote::{around, nearest_words};
use crate::document::Status;
use crate::message::{Code, Said, Verdict};
use crate::reading::Reading;
use crate::rules::{ItemTable, Phrase};
use crate::statement::speaks_only_of_others;
use crate::text::Key;
use crate::text::pattern::regex;
use crate::text::sentence::Sentence;

/// Required content is missing.
const MISSING: Code = Code::new("KC401", CHECK);
const CHECK: &str = "content";

pub(super) const KIND: Kind =
    Kind { name: "content", codes: &[MISSING], open: |_| Box::new(read), example: include_str!("example.toml") };

/// Content that a document must have.
#[derive(Debug)]
struct ContentDemand {
    name: String,
    phrases: Vec<Phrase>,
    /// How many of the phrases; all of them unless the rule says less.
    at_least: usize,
    exact: bool,
    proposal: bool,
    done: bool,
    clause: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    /// Names the content for those who write the rules.
    id: Spanned<String>,
    name: String,
    phrases: Vec<Spanned<String>>,
    at_least: Option<Spanned<usize>>,
    #[serde(default)]
    exact: bool,
    #[serde(default)]
    proposal: bool,
    #[serde(default)]
    done: bool,
}

fn read(item: &ItemTable<'_>) -> Vec<Arc<dyn Demand>> {
    let says = |raw: Raw| ContentDemand {
        at_least: raw.at_least.map_or(raw.phrases.len(), Spanned::into_inner),
        phrases: item.file.phrases(&raw.phrases),
        exact: raw.exact,
        name: raw.name,
        proposal: raw.proposal,
        done: raw.done,
        clause: item.clause.to_owned(),
    };
    let all: Vec<Raw> = item.list("content").entries;
    for raw in all.iter().filter(|raw| raw.phrases.is_empty()) {
        item.file.bad_value(&raw.id, "content without phrases is in every text", "add phrases = [...]");
    }
    for (raw, count) in all.iter().filter_map(|raw| Some((raw, raw.at_least.as_ref()?))) {
        if !(1..=raw.phrases.len()).contains(count.get_ref()) {
            let help = format!("name from 1 to {} of them, or leave at_least out for all", raw.phrases.len());
            item.file.bad_value(count, "this is no number of its phrases", help);
        }
    }
    all.into_iter().map(|raw| Arc::new(says(raw)) as Arc<dyn Demand>).collect()
}

impl Demand for ContentDemand {
    fn check(&self) -> &'static str {
        CHECK
    }

    fn expected(&self, _year: i16) -> Said {
        Said::new("expect-content")
            .with("what", self.name.as_str())
            .with("phrases", Phrase::quoted(&self.phrases))
            .with("some", self.at_least < self.phrases.len())
            .with("at_least", self.at_least)
            .with("proposal", self.proposal)
    }

    fn proposal(&self) -> Option<Proposal> {
        self.proposal.then_some(Proposal::Detail)
    }

    fn needs_text(&self) -> bool {
        true
    }

    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome> {
        let key = reading.key();
        let (found, missing): (Vec<&Phrase>, Vec<&Phrase>) = self.phrases.iter().partition(|p| p.is_in(key));
        if found.len() < self.at_least {
            return Some(self.missing(context, reading, &missing));
        }
        let (said, denied): (Vec<&Phrase>, Vec<&Phrase>) =
            found.into_iter().partition(|p| self.is_affirmed(context, reading, p));
        Some(if said.len() >= self.at_least { self.met(context, reading) } else { self.denied(context, denied) })
    }
}

impl ContentDemand {
    fn outcome(&self, context: &Context<'_>, verdict: Verdict, found: Said) -> Outcome {
        Outcome::new(CHECK, verdict, self.expected(context.year), found).under(&self.clause)
    }

    fn met(&self, context: &Context<'_>, reading: &Reading) -> Outcome {
        let key = reading.key();
        let outcome = self.outcome(context, Verdict::Met, Said::new("found-content"));
        match self.phrases.iter().find_map(|p| p.alternatives.iter().find_map(|a| key.find(a))) {
            Some(range) => {
                let range = key.original(range);
                let quote = around(reading.flow().as_str(), &range);
                outcome.at(reading.flow().place(reading.document(), range), quote)
            }
            None => outcome,
        }
    }

    fn denied(&self, context: &Context<'_>, denied: Vec<&Phrase>) -> Outcome {
        let message =
            Said::new("KC401-denied").with("what", self.name.as_str()).with("phrases", Phrase::quoted(denied));
        self.outcome(context, Verdict::Unclear, Said::new("found-content-denied")).raise(
            MISSING,
            context.subject,
            message,
        )
    }

    fn missing(&self, context: &Context<'_>, reading: &Reading, missing: &[&Phrase]) -> Outcome {
        let key = reading.key();
        let near = missing.first().and_then(|p| nearest_words(key, p));
        // Pages that were not read may say it; and recognition may have misread a letter of it, where something like it is.
        let is_whole = reading.status == Status::Ok && !(reading.is_recognised() && near.is_some());
        let (verdict, id) = match (is_whole, self.exact) {
            (true, true) => (Verdict::Gap, "KC401"),
            (true, false) => (Verdict::Unclear, "KC401-topic"),
            (false, _) => (Verdict::Unclear, "KC401-unclear"),
        };
        let words = Phrase::quoted(missing.iter().copied());
        let message = Said::new(id)
            .with("what", self.name.as_str())
            .with("phrases", words.clone())
            .with("proposal", self.proposal);
        let found = Said::new("found-content-missing").with("phrases", words);
        let mut outcome = self.outcome(context, verdict, found).raise(MISSING, context.subject, message);
        let nearest = near.map(|range| {
            let quote = around(reading.flow().as_str(), &key.original(range));
            Nearest { path: reading.name(), why: Said::new("nearest-words").with("quote", quote) }
        });
        for finding in &mut outcome.raised {
            finding.searched = Some(Searched::document(reading, is_whole));
            finding.nearest.clone_from(&nearest);
        }
        outcome
    }

    /// True if a phrase is somewhere in the text without "chưa" or "không" beside it, in recognised text also without marks.
    /// With `done`, places that do not report it as done are left out.
    fn is_affirmed(&self, context: &Context<'_>, reading: &Reading, phrase: &Phrase) -> bool {
        let key = reading.key();
        let text = key.as_str();
        let denied_before = regex!(
            r"\b(?:chưa|không|chẳng|chua|khong|chang)\b[^.;:\n]{0,30}$|\b(?:chưa|không|chua|khong) c[óo]\b[^.;:,\n]*$"
        );
        let denied_behind = regex!(r"^[^.;:,\n]{0,20}\b(?:chưa|không|chua|khong) c[óo]\b");
        // "Không chỉ tiết kiệm mà còn …" and "chưa từng có" are praise, no denial.
        let praise =
            regex!(r"không (?:chỉ|những|giấy|gian|phải đi lại)|chưa (?:từng có|có tiền lệ)|khong (?:chi|nhung)");
        let is_affirmed = |range: &Range<usize>| {
            let before = text.get(floor(text, range.start.saturating_sub(160))..range.start).unwrap_or_default();
            let behind = text.get(range.end..floor(text, range.end + 60)).unwrap_or_default();
            let before = praise.replace_all(before, " ");
            // "không" inside a quoted name denies nothing: giải pháp "một cửa không chờ".
            let before = regex!(r#"["“][^"“”]{1,80}["”]"#).replace_all(&before, " ");
            let is_denied = denied_before.is_match(&before) || denied_behind.is_match(behind);
            !(is_denied || self.done && (is_to_come(reading, key, range) || is_elsewhere(context, reading, key, range)))
        };
        phrase.alternatives.iter().any(|wanted| {
            let mut from = 0;
            while let Some(range) = key.find_from(wanted, from) {
                if is_affirmed(&range) {
                    return true;
                }
                from = range.end;
            }
            false
        })
    }
}

/// True if the sentence around a place in the text is about another province only, or about other years only.
fn is_elsewhere(context: &Context<'_>, reading: &Reading, key: &Key, range: &Range<usize>) -> bool {
    let at = key.original(range.clone()).start;
    let Some(sentence) = sentence_at(reading, at) else { return false };
    let words = &reading.flow().as_str()[sentence.range.clone()];
    let offices = [&reading.form.issuer, &reading.form.parent_issuer].into_iter().filter_map(|f| f.value.as_deref());
    let offices = offices.chain(context.issuers());
    let own: Vec<Key> = offices.map(Key::new).collect();
    let is_own = |name: &str| own.iter().any(|office| office.contains(&Key::new(name)));
    let named = regex!(r"\b[Tt]ỉnh\s+(?P<name>\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)");
    let mut provinces = named.captures_iter(words).map(|found| is_own(&found["name"])).peekable();
    let is_known = own.iter().any(|office| office.as_str().contains("tỉnh"));
    let is_other = is_known && provinces.peek().is_some() && !provinces.any(|is_own| is_own);
    is_other || speaks_only_of_others(words, context.tellings.lexicon(), context.year)
}

/// True if a place in the text is about the future: under a heading such as "Phương hướng", or in a sentence that asks for
/// it, intends it or dates it later. A request for recognition (khen thưởng) reports what was done.
fn is_to_come(reading: &Reading, key: &Key, range: &Range<usize>) -> bool {
    let at = key.original(range.clone());
    sentence_at(reading, at.start).is_some_and(|s| {
        let flow = reading.flow().as_str();
        let before = Key::new(flow.get(s.range.start..at.start).unwrap_or_default());
        let behind = Key::new(flow.get(at.end..s.range.end).unwrap_or_default());
        let intends = regex!(r"\bsẽ\b|dự kiến|phấn đấu|tiếp tục|nghiên cứu|xem xét|cho phép|cho chủ trương|phải là|điều kiện|tiêu chuẩn|tiêu chí|mục tiêu|nhằm");
        let asks = regex!(r"\b(?:đề nghị|kiến nghị|đề xuất|xin|yêu cầu|giao)\b");
        let praises = regex!(r"công nhận|khen thưởng|biểu dương|tặng");
        let is_later = regex!(r"\b(?:sẽ|dự kiến)\b|(?:năm|tháng|quý|thời gian) (?:tới|sau|tiếp theo)");
        s.is_ahead
            || intends.is_match(before.as_str())
            || asks.is_match(before.as_str()) && !praises.is_match(before.as_str())
            || is_later.is_match(behind.as_str())
    })
}

/// The sentence around a byte of the running text.
fn sentence_at(reading: &Reading, at: usize) -> Option<&Sentence> {
    let sentences = reading.sentences();
    sentences.get(sentences.partition_point(|s| s.range.end <= at))
}

/// The start of the letter that a byte belongs to.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Doc, form, item, judge, judge_with};

    #[test]
    fn what_is_only_denied_is_no_content() {
        let verdict = |body: &str| {
            let title = "Sáng kiến cải cách hành chính năm 2018";
            let form = form("BC", "30/BC-SNV", "2018-12-10", "SỞ NỘI VỤ", title);
            item(&judge(vec![Doc::new("S5/a.docx", "S5", form, &[body])], ""), "S5", "sang-kien").verdict
        };
        for (body, expected) in [
            ("Mô hình lần đầu được áp dụng tại Sở, rút ngắn 2 ngày xử lý hồ sơ.", Verdict::Met),
            ("Sở chưa có sáng kiến nào lần đầu áp dụng; kinh phí chưa tiết kiệm.", Verdict::Unclear),
            ("Không thí điểm nội dung nào; chưa rút ngắn thời gian.", Verdict::Unclear),
            ("Trước đây chưa thí điểm ở đâu. Năm nay Sở thí điểm mô hình mới, rút ngắn 2 ngày.", Verdict::Met),
            ("Năm 2018 chưa có sáng kiến nào được áp dụng lần đầu tại đơn vị; có giảm giấy tờ.", Verdict::Unclear),
            ("Mô hình lần đầu được áp dụng, không chỉ tiết kiệm chi phí mà còn rút ngắn thời gian.", Verdict::Met),
            ("Sáng kiến chưa từng có, lần đầu tiên áp dụng; giúp giảm 30% thời gian.", Verdict::Met),
            ("Đề nghị UBND tỉnh cho phép thí điểm mô hình mới. Mô hình rút ngắn 2 ngày.", Verdict::Unclear),
            ("Mô hình “Một cửa không giấy” lần đầu được áp dụng, rút ngắn 2 ngày.", Verdict::Met),
            ("Giải pháp này không phải lần đầu áp dụng; đã rút ngắn thời gian.", Verdict::Unclear),
            ("Sáng kiến phải là giải pháp lần đầu được áp dụng, rút ngắn thời gian.", Verdict::Unclear),
            ("Thí điểm mô hình mới trong năm tới, rút ngắn thời gian.", Verdict::Unclear),
            ("Đề nghị công nhận sáng kiến lần đầu áp dụng, rút ngắn 2 ngày.", Verdict::Met),
            ("Năm 2019 sẽ thí điểm mô hình một cửa mới. Mô hình dự kiến rút ngắn thời gian.", Verdict::Unclear),
            ("Sở thực hiện tốt.", Verdict::Unclear),
        ] {
            assert_eq!(verdict(body), expected, "{body}");
        }
        // Of a scan marks over letters do not count, in the phrases and in what stands before them.
        let mut doc = Doc::new(
            "S5/a.pdf",
            "S5",
            form("BC", "30/BC-SNV", "2018-12-10", "SỞ NỘI VỤ", "Sáng kiến cải cách hành chính"),
            &["Mô hình lần đấu được áp dụng, rut ngắn 2 ngày."],
        );
        doc.pages[0].lines[0].source = crate::document::Source::Ocr;
        assert_eq!(item(&judge(vec![doc], ""), "S5", "sang-kien").verdict, Verdict::Met);
    }

    /// The verdict on a text and the message, for content with these keys beside its phrases.
    fn judged(keys: &str, body: &str) -> (Verdict, String) {
        let rule = format!(
            "code = \"M1\"\nname = \"M\"\nclause = \"x\"\n[[evidence]]\nid = \"a\"\nname = \"A\"\n\
             match = {{ phrases = [\"mẫu\"] }}\n[[evidence.require.content]]\nid = \"c\"\nname = \"các mặt\"\n\
             phrases = [\"thể chế|văn bản\", \"thủ tục\", \"bộ máy\"]\n{keys}\n"
        );
        let pack = crate::check::testing::pack_of("", &rule).unwrap_or_else(|e| panic!("{e}"));
        let doc =
            Doc::new("M1/a.docx", "M1", form("BC", "3/BC-SNV", "2018-12-10", "SỞ NỘI VỤ", "Kết quả mẫu"), &[body]);
        let outcome = judge_with(&pack, vec![doc], "");
        let item = item(&outcome, "M1", "a");
        let message = item.findings.first().map(|f| f.message.id.clone()).unwrap_or_default();
        if !message.is_empty() {
            assert_eq!(item.findings[0].searched.unwrap().documents, 1);
        }
        (item.verdict, message)
    }

    #[test]
    fn topics_are_counted_and_one_that_is_not_found_is_a_question() {
        let two = "Về thể chế: đã ban hành. Về thủ tục: đã công bố.";
        for (keys, body, verdict, message) in [
            ("", two, Verdict::Unclear, "KC401-topic"),
            ("", "Ban hành văn bản; thủ tục; bộ máy.", Verdict::Met, ""),
            ("at_least = 2", two, Verdict::Met, ""),
            ("at_least = 2", "Về thể chế: đã ban hành.", Verdict::Unclear, "KC401-topic"),
            ("exact = true", two, Verdict::Gap, "KC401"),
            ("exact = true\nat_least = 2", two, Verdict::Met, ""),
            // What the pack proposes is a remark.
            ("proposal = true", two, Verdict::Met, "KC401-topic"),
            ("proposal = true\nexact = true", two, Verdict::Met, "KC401"),
        ] {
            assert_eq!(judged(keys, body), (verdict, message.to_owned()), "{keys}: {body}");
        }
    }
}
