//! A statement: a figure, what its words say of it, in which modality and time, and what stands around it.

use super::amount::Amount;
use super::clause::{Piece, Sentence};
use super::lexicon::{Class, Group, Lexicon};
use super::span::{Span, span};
use super::token::{Kind, Token};

/// What a document says with one figure, or with words for all or none.
#[derive(Debug, Clone)]
pub struct Statement {
    /// How much.
    pub figure: Figure,
    /// The words of its own clause, without the figure.
    pub words: Vec<Token>,
    /// How many of them stand before the figure.
    pub ahead_of_figure: usize,
    /// It ends before a colon, or a colon stands before its figure.
    pub is_labelled: bool,
    /// What its clause leaves out and the one before it says: the deed and what denies it.
    pub verbs: Vec<Token>,
    /// They stand behind it: "đối với 06 vấn đề còn lại, …, Sở đã kiến nghị xử lý".
    pub is_topic: bool,
    /// Words around it that say of what, of whom or when it is told: label, and adverbials before it.
    pub around: Vec<Token>,
    /// The words of its own clause that belong to the figures before it: "12/15 sở hoàn thành" of the 100 % behind it.
    pub subject: Vec<Token>,
    /// All clauses before it that have no figure of their own.
    pub led_by: Vec<Token>,
    /// The words up to the first verb that open its sentence with a place or a topic, where another clause lies between: "Tại
    /// huyện Lắk, …; đã hoàn thành 20/20".
    pub opening: Vec<Token>,
    /// The words of the sentence before it.
    pub before: Vec<Token>,
    /// The words of the sentence behind it.
    pub behind: Vec<Token>,
    /// Some are taken out as not done: "Trừ 01 vấn đề chưa xử lý, …".
    pub is_excepted: bool,
    /// Whether it tells a result.
    pub modality: Modality,
    /// The words that make it no result.
    pub because: Vec<Token>,
    /// The time that it is about.
    pub span: Span,
    /// What was not done: told before the figure ("chưa hoàn thành 100%") or behind it ("2 nhiệm vụ chưa hoàn thành").
    pub negation: Option<Side>,
    /// It denies that any were not: "không còn nhiệm vụ nào chưa xong", "chưa xong: không có".
    pub is_double: bool,
    /// It breaks down what was said before it.
    pub is_breakdown: bool,
    /// It says nothing but the figure: it repeats the one before it in other form.
    pub is_bare: bool,
    /// It stands in a bracket.
    pub is_aside: bool,
    /// It is told by a cell of a table with its heads.
    pub is_cell: bool,
    /// The number of its paragraph and of its sentence in the document.
    pub at: (usize, usize),
    /// Bytes of the text from the first of its words to the last.
    pub range: std::ops::Range<usize>,
}

impl Statement {
    /// Its words before the figure and behind it.
    pub fn around_figure(&self) -> (&[Token], &[Token]) {
        self.words.split_at(self.ahead_of_figure.min(self.words.len()))
    }
}

/// How much a statement tells.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// With digits.
    Amount(Amount),
    /// All of them, with their number if it is told.
    All(Option<f64>),
    /// None of them.
    None,
    /// Some of them.
    Some,
    /// The rest of them.
    Rest,
}

/// Whether a statement tells a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// What happened, as far as its words say.
    Told,
    /// A goal, a plan, a demand, a promise.
    Ahead,
    /// Doubtful: an estimate, hearsay, under a condition, nearly.
    Doubtful,
    /// A change, or how it compares.
    Change,
}

/// Where something stands, seen from a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Before it.
    Before,
    /// Behind it.
    Behind,
}

const AHEAD: &[Class] = &[Class::Aim, Class::Planned, Class::Order, Class::Promise, Class::Hope];
const DOUBT: &[Class] = &[Class::Condition, Class::Estimate, Class::Hearsay, Class::Dispute];

/// The statements of a sentence.
pub(super) fn statements(sentence: &Sentence, lexicon: &Lexicon, year: i16, at: (usize, usize)) -> Vec<Statement> {
    let reader = Reader { sentence, lexicon, year };
    let mut found: Vec<Statement> = Vec::new();
    // A question states nothing.
    if sentence.is_question() || sentence.is_countless() {
        return found;
    }
    for index in 0..sentence.pieces.len() {
        if let Some(figure) = reader.figure(index) {
            let statement = reader.statement(index, figure, at);
            found.push(statement);
        }
    }
    found
}

/// What a cell tells: its figure under the words of its heads and its row.
pub fn of_cell(words: Vec<Token>, figure: Figure, year: i16) -> Statement {
    let of = |classes: &[Class]| words.iter().filter(|t| t.senses.is_any(classes)).cloned().collect::<Vec<Token>>();
    let (ahead, doubt, change) = (of(AHEAD), of(DOUBT), of(&[Class::Compare]));
    let (modality, because) = match () {
        () if !ahead.is_empty() => (Modality::Ahead, ahead),
        () if !doubt.is_empty() => (Modality::Doubtful, doubt),
        () if !change.is_empty() => (Modality::Change, change),
        () => (Modality::Told, Vec::new()),
    };
    let is_denied = words.iter().any(|t| t.is(Class::Negation));
    Statement {
        figure,
        ahead_of_figure: words.len(),
        is_labelled: true,
        verbs: Vec::new(),
        is_topic: false,
        around: Vec::new(),
        subject: Vec::new(),
        led_by: Vec::new(),
        opening: Vec::new(),
        before: Vec::new(),
        behind: Vec::new(),
        is_excepted: false,
        modality,
        because,
        span: match span(words.iter(), year) {
            Span::Closed => Span::Year,
            span => span,
        },
        negation: is_denied.then_some(Side::Before),
        is_double: false,
        is_breakdown: false,
        is_bare: false,
        is_aside: false,
        is_cell: true,
        at: (0, 0),
        range: 0..0,
        words: words.into_iter().filter(|t| !matches!(t.kind, Kind::Mark(_))).collect(),
    }
}

struct Reader<'a> {
    sentence: &'a Sentence,
    lexicon: &'a Lexicon,
    year: i16,
}

impl<'a> Reader<'a> {
    fn tokens(&self, piece: &'a Piece) -> impl DoubleEndedIterator<Item = &'a Token> + Clone {
        piece.words.iter().map(|at| &self.sentence.tokens[*at])
    }

    fn any(&self, piece: &'a Piece, classes: &[Class]) -> bool {
        self.tokens(piece).any(|t| t.senses.is_any(classes))
    }

    fn is_verb(&self, token: &Token) -> bool {
        (token.is_of(self.lexicon, Group::Deed) || token.senses.is_any(&[Class::Done, Class::Weak]))
            && !token.senses.is_any(&[Class::Give, Class::Assigned])
    }

    /// What a piece tells: its figure, or words for all, none or some of what is counted.
    fn figure(&self, index: usize) -> Option<Figure> {
        let piece = &self.sentence.pieces[index];
        let tokens: Vec<&Token> = self.tokens(piece).collect();
        let is_noun = |t: &&Token| t.is_of(self.lexicon, Group::Noun);
        let noun = tokens.iter().position(is_noun);
        let negations = |range: std::ops::Range<usize>| tokens[range].iter().filter(|t| t.is(Class::Negation)).count();
        let own_verbs: Vec<&Token> = tokens.iter().filter(|t| self.is_verb(t)).copied().collect();
        let near_verbs = if own_verbs.is_empty() && self.borrows(index) { self.verbs_near(index) } else { Vec::new() };
        let has_verb = !own_verbs.is_empty() || near_verbs.iter().any(|t| self.is_verb(t));
        // "Giải ngân toàn bộ ngân sách:" heads what follows.
        let is_told = tokens
            .iter()
            .copied()
            .chain(&near_verbs)
            .any(|t| t.senses.is_any(&[Class::DoneMark, Class::Done, Class::Tense]));
        let has_all = tokens.iter().any(|t| t.is(Class::All)) && is_told;
        if let Some(any) = tokens.iter().position(|t| t.is(Class::Any)) {
            // "không nguồn nào giải ngân dưới 90%" says how much was done at least.
            if matches!(piece.amount, Some(Amount::Percent(_))) {
                return None;
            }
            let before = tokens[..any].iter().rposition(is_noun).unwrap_or(any);
            let (first, second) = (negations(0..before), negations(any..tokens.len()));
            let is_late = tokens[any..].iter().any(|t| t.senses.is_any(&[Class::Rest, Class::Late, Class::Ongoing]));
            // "12 dịch vụ không có hồ sơ nào": so many have none.
            let figure = piece.figure.first().and_then(|f| piece.words.iter().position(|w| w == f));
            if let (Some(figure), Some(amount)) = (figure, &piece.amount)
                && figure < any
                && negations(0..figure) == 0
                && negations(figure..any) > 0
                && second == 0
                && !is_late
                && tokens.get(figure + 1).is_some_and(is_noun)
                && any > 0
                && tokens[any - 1].text != tokens[figure + 1].text
            {
                return Some(Figure::Amount(amount.clone()));
            }
            // "số chưa phát sinh hồ sơ nào là 27": the figure stands behind.
            if let (Some(figure), Some(amount)) = (figure, &piece.amount)
                && figure > any
                && tokens[any + 1..figure].iter().all(|t| t.is(Class::Share))
            {
                return Some(Figure::Amount(amount.clone()));
            }
            return match (first > 0, second > 0 || is_late) {
                (true, true) => Some(Figure::All(None)),
                (true, false) | (false, true) => Some(Figure::None),
                (false, false) => piece.amount.clone().map(Figure::Amount),
            };
        }
        match &piece.amount {
            // "cả 45 nhiệm vụ đều đã xong", "45 nhiệm vụ … đều đã xong", "đã khắc phục toàn bộ 16 vấn đề".
            Some(Amount::Number(Some(number)) | Amount::Money(number))
                if has_all && has_verb && !self.is_part_of(piece) =>
            {
                Some(Figure::All(Some(*number)))
            }
            Some(amount) => Some(Figure::Amount(amount.clone())),
            // "Số chưa được đào tạo: không có".
            None if piece.behind == Some(':')
                && tokens.iter().all(|t| t.is(Class::Negation))
                && self.denied_label(index).is_some() =>
            {
                Some(Figure::All(None))
            }
            None if has_all && has_verb && !tokens.iter().all(|t| t.is(Class::All)) => Some(Figure::All(None)),
            None if noun.is_some()
                && (tokens.iter().any(|t| t.senses.is_any(&[Class::Approximate, Class::Others]))
                    || tokens.first().is_some_and(|t| t.senses.is_any(&[Class::EachPart, Class::Contrast])))
                && tokens
                    .iter()
                    .any(|t| t.senses.is_any(&[Class::Negation, Class::Rest, Class::Late, Class::Ongoing])) =>
            {
                Some(Figure::Some)
            }
            // "số còn lại đã hoàn thành đúng hạn"
            None if tokens.iter().any(|t| t.is(Class::Rest))
                && !own_verbs.is_empty()
                && negations(0..tokens.len()) == 0 =>
            {
                Some(Figure::Rest)
            }
            None => None,
        }
    }

    /// "12 trong tất cả 35": the word for all stands at the whole.
    fn is_part_of(&self, piece: &Piece) -> bool {
        let first = piece.figure.first().copied().unwrap_or(0);
        piece.words.iter().filter(|w| **w < first).any(|w| self.sentence.tokens[*w].is(Class::OfWhole))
    }

    fn statement(&self, index: usize, figure: Figure, at: (usize, usize)) -> Statement {
        let pieces = &self.sentence.pieces;
        let piece = &pieces[index];
        let first = piece.figure.first().copied().unwrap_or(usize::MAX);
        let label = self.label(index);
        let told = label.iter().chain(&piece.words).filter(|w| !piece.figure.contains(w)).copied().collect::<Vec<_>>();
        let ahead_of_figure = told.iter().filter(|w| **w < first).count();
        let told = self.without_cause(&told, ahead_of_figure);
        let ahead_of_figure = told.iter().filter(|w| **w < first).count();
        let own: Vec<&Token> = told.iter().map(|w| &self.sentence.tokens[*w]).collect();
        let mut leads = self.leads(index);
        if !label.is_empty() {
            leads.retain(|lead| lead.index + 1 != index);
        }
        let (modality, because) = self.modality(index, &told, &leads);
        let has_verb = own.iter().any(|t| self.is_verb(t) || t.is(Class::Negation));
        // "56/56 vấn đề phát hiện qua kiểm tra, kể cả vấn đề khó, đã được xử lý".
        let is_told = own.iter().any(|t| t.is(Class::DoneMark) || t.is(Class::Negation));
        let opens = ahead_of_figure == 0 && !is_told;
        let predicate = || Some(self.verbs_behind(index)).filter(|v| v.first().is_some_and(|t| t.is(Class::DoneMark)));
        let verbs = match has_verb || !self.borrows(index) {
            true if opens => predicate().unwrap_or_default(),
            true => Vec::new(),
            false => self.verbs_near(index),
        };
        let topic = self.verbs_of_topic(index).filter(|_| !has_verb);
        let is_topic = topic.is_some();
        let verbs = topic.unwrap_or(verbs);
        let begins_breakdown = |p: &Piece| self.tokens(p).next().is_some_and(|t| t.is(Class::EachPart));
        let is_breakdown = self.clause_pieces(index).any(begins_breakdown)
            || piece.depth > 0 && !self.has_percent_alone(piece) && figure_is_count(&figure)
            || (0..index).rev().take_while(|i| pieces[*i].behind != Some(';')).any(|i| begins_breakdown(&pieces[i]));
        let is_bare = own.iter().all(|t| {
            t.senses.is_any(&[
                Class::Share,
                Class::Joint,
                Class::Filler,
                Class::DoneMark,
                Class::Only,
                Class::Approximate,
                Class::OfWhole,
            ])
                && !t.is_of(self.lexicon, Group::Deed)
                && !t.is_of(self.lexicon, Group::Noun)
                // "(41/45 nhiệm vụ)"
                || piece.depth > 0 && t.is_of(self.lexicon, Group::Noun) && !t.is_of(self.lexicon, Group::Deed)
        });
        // "…, thuộc lĩnh vực thể chế": goes on behind a comma.
        let goes_on = |p: &&Piece| {
            let first = self.tokens(p).next();
            p.amount.is_none()
                && p.depth == piece.depth
                && p.behind == Some(',')
                && first.is_some_and(|t| t.is(Class::Belongs) && !t.is(Class::Lead))
                && !self.tokens(p).any(|t| self.is_verb(t))
        };
        let trailing = pieces.get(index + 1).into_iter().filter(goes_on).flat_map(|p| self.tokens(p));
        let around = leads.iter().filter(|l| l.narrows).flat_map(|l| self.tokens(&pieces[l.index]));
        let around = around.chain(trailing).cloned().collect();
        let before = pieces[..index].iter().flat_map(|p| self.tokens(p)).cloned().collect();
        let start = own.first().map(|t| t.range.start).into_iter();
        let figures = piece.figure.iter().map(|w| &self.sentence.tokens[*w].range);
        let start = start.chain(figures.clone().map(|r| r.start)).min().unwrap_or(self.sentence.range.start);
        let end = own.last().map(|t| t.range.end).into_iter().chain(figures.map(|r| r.end)).max().unwrap_or(start);
        let figure_is_all = matches!(figure, Figure::All(_));
        Statement {
            figure,
            words: own.into_iter().cloned().collect(),
            ahead_of_figure,
            is_labelled: piece.behind == Some(':') || is_bare && self.denied_label(index).is_some(),
            verbs,
            is_topic,
            around,
            subject: self
                .clause_pieces(index)
                .filter(|p| !std::ptr::eq(*p, piece))
                .flat_map(|p| self.tokens(p))
                .cloned()
                .collect(),
            opening: self.opening(index),
            led_by: leads
                .iter()
                .filter(|l| pieces[l.index].amount.is_none())
                .flat_map(|l| self.tokens(&pieces[l.index]))
                .cloned()
                .collect(),
            before,
            behind: pieces[index + 1..].iter().flat_map(|p| self.tokens(p)).cloned().collect(),
            is_excepted: self.is_excepted(index),
            modality,
            because,
            span: self.span(index),
            negation: self.negation(&told, first).or(if is_bare { self.denied_label(index) } else { None }),
            is_double: figure_is_all && self.tokens(piece).any(|t| t.is(Class::Any))
                || piece.amount.is_none()
                    && piece.behind == Some(':')
                    && self.denied_label(index).is_some()
                    && figure_is_all,
            is_breakdown,
            is_bare,
            is_aside: piece.depth > 0,
            is_cell: false,
            at,
            range: start..end,
        }
    }

    /// The pieces of the same clause up to this one.
    fn clause_pieces(&self, index: usize) -> impl Iterator<Item = &'a Piece> {
        let clause = self.sentence.pieces[index].clause;
        self.sentence.pieces[..=index].iter().filter(move |p| p.clause == clause)
    }

    fn has_percent_alone(&self, piece: &Piece) -> bool {
        matches!(piece.amount, Some(Amount::Percent(_) | Amount::Fraction(..)))
    }

    /// True behind "Trừ 01 vấn đề chưa được xử lý, …".
    fn is_excepted(&self, index: usize) -> bool {
        let denies = &[Class::Negation, Class::Rest, Class::Late, Class::Ongoing];
        let excepts = |p: &'a Piece| self.tokens(p).next().is_some_and(|t| t.is(Class::Except));
        let first = self.sentence.pieces[..index].iter().position(excepts);
        first.is_some_and(|first| self.sentence.pieces[first..index].iter().any(|p| self.any(p, denies)))
    }

    /// The words before the colon that a figure stands behind, where its own say nothing of what was done: "Đã hoàn thành: 61".
    fn label(&self, index: usize) -> &'a [usize] {
        let pieces = &self.sentence.pieces;
        let piece = &pieces[index];
        let has_verb = self.tokens(piece).any(|t| self.is_verb(t));
        match index.checked_sub(1).map(|before| &pieces[before]) {
            Some(label) if piece.behind == Some(':') && !has_verb && label.amount.is_none() => &label.words,
            _ => &[],
        }
    }

    /// The words without those of a cause: "… chưa hoàn thành do thiếu kinh phí", "do thiếu người nên chỉ kiểm tra …", and
    /// without praise at the end. Behind a noun "do" names who did it.
    fn without_cause(&self, words: &[usize], ahead_of_figure: usize) -> Vec<usize> {
        let tokens: Vec<&Token> = words.iter().map(|w| &self.sentence.tokens[*w]).collect();
        let is_cause = |at: &usize| {
            let before = tokens.get(at - 1);
            let is_agent =
                before.is_some_and(|t| t.is_of(self.lexicon, Group::Noun) || t.is_of(self.lexicon, Group::Body));
            let has_verb =
                tokens[..*at].iter().any(|t| self.is_verb(t) || t.senses.is_any(&[Class::Negation, Class::Late]));
            tokens[*at].is(Class::Cause) && !is_agent && has_verb
        };
        let is_praise = |at: &usize| tokens[*at].is(Class::Praise) && !self.is_verb(tokens[*at]);
        // "… đều đã hoàn thành và được cập nhật lên hệ thống": what else was done with them, unless it changes the result.
        let changes = |t: &&Token| {
            t.senses.is_any(AHEAD)
                || t.senses.is_any(DOUBT)
                || t.senses.is_any(&[Class::Negation, Class::Retract, Class::Rest])
        };
        let goes_on = |at: &usize| {
            tokens[*at].is(Class::Joint)
                && tokens.get(at + 1).is_some_and(|t| t.is(Class::DoneMark))
                && tokens.get(at + 2).is_some_and(|t| t.is(Class::Weak))
                && tokens[..*at].iter().any(|t| t.is(Class::Done))
                && !tokens[*at..].iter().any(&changes)
        };
        let end = (ahead_of_figure.max(1)..tokens.len())
            .find(|at| is_cause(at) || is_praise(at) || goes_on(at))
            .unwrap_or(tokens.len());
        let is_led = tokens.first().is_some_and(|t| t.is(Class::Cause));
        let start =
            tokens[..ahead_of_figure].iter().rposition(|t| t.is(Class::So)).filter(|_| is_led).map_or(0, |so| so + 1);
        words[start..end].to_vec()
    }

    /// "Số nhiệm vụ chưa hoàn thành: không có (0/26)": the figure is of what the label denies.
    fn denied_label(&self, index: usize) -> Option<Side> {
        let label = self.sentence.pieces[..index].iter().rfind(|p| p.is_label)?;
        (self.any(label, &[Class::Negation, Class::Late]) && self.tokens(label).any(|t| self.is_verb(t)))
            .then_some(Side::Before)
    }

    fn negation(&self, words: &[usize], first: usize) -> Option<Side> {
        let negates = |at: &usize| self.sentence.tokens[*at].is(Class::Negation);
        match words.iter().find(|at| negates(at)) {
            Some(at) if *at < first => Some(Side::Before),
            Some(_) => Some(Side::Behind),
            None => None,
        }
    }

    /// The verbs that a piece without any goes with: those of the rest of its clause, of the clauses before it, or of the next
    /// one.
    fn verbs_near(&self, index: usize) -> Vec<Token> {
        let some = |verbs: Vec<Token>| Some(verbs).filter(|v| v.iter().any(|t| self.is_verb(t)));
        some(self.verbs_of_clause(index))
            .or_else(|| some(self.verbs_before(index)))
            .or_else(|| some(self.verbs_behind(index)))
            .unwrap_or_default()
    }

    /// What a later clause says of those that are put first: "đối với 06 vấn đề còn lại, …".
    fn verbs_of_topic(&self, index: usize) -> Option<Vec<Token>> {
        let pieces = &self.sentence.pieces;
        let first = self.tokens(&pieces[index]).next()?;
        let puts_first = first.is(Class::Joint) && self.any(&pieces[index], &[Class::Rest]);
        let behind = pieces[index + 1..].iter().take_while(|p| p.amount.is_none() && p.behind == Some(','));
        let says =
            |p: &&Piece| self.any(p, &[Class::DoneMark, Class::Negation]) && self.tokens(p).any(|t| self.is_verb(t));
        puts_first.then(|| behind.clone().find(says).map(|p| self.verbs_of(p, true)))?
    }

    /// False for "được giao 215 nhiệm vụ", which says what it says by itself.
    fn borrows(&self, index: usize) -> bool {
        let piece = &self.sentence.pieces[index];
        let is_led = self.tokens(piece).next().is_some_and(|t| t.is(Class::OfWhole));
        !matches!(piece.amount, Some(Amount::Number(_) | Amount::Money(_)))
            || !self.any(piece, &[Class::Give]) && !is_led
            || self.any(piece, &[Class::All])
    }

    /// "tất cả 20 sở và cả 15 huyện đều đã được kiểm tra": the verb of both stands with the last.
    fn verbs_of_clause(&self, index: usize) -> Vec<Token> {
        let pieces = &self.sentence.pieces;
        let is_same = |i: &usize| pieces[*i].clause == pieces[index].clause;
        let behind = (index + 1..pieces.len()).filter(is_same);
        behind.map(|i| self.verbs_of(&pieces[i], true)).find(|v| v.iter().any(|t| self.is_verb(t))).unwrap_or_default()
    }

    /// The verbs of a piece, with what says that it was done, and what denies it if that goes on.
    fn verbs_of(&self, piece: &'a Piece, with_denial: bool) -> Vec<Token> {
        let denies = |t: &Token| t.senses.is_any(&[Class::Negation, Class::Rest]);
        let is_verb = |t: &&Token| self.is_verb(t) || t.is(Class::DoneMark) || with_denial && denies(t);
        self.tokens(piece).filter(is_verb).cloned().collect()
    }

    /// The verbs of the nearest clause before that has any.
    fn verbs_before(&self, index: usize) -> Vec<Token> {
        let pieces = &self.sentence.pieces;
        let piece = &pieces[index];
        // "Qua kiểm tra, đơn vị đạt 85/100 điểm": a lead tells no predicate.
        let leads = |p: &'a Piece| {
            p.amount.is_none() && self.tokens(p).next().is_some_and(|t| t.is(Class::Lead) && t.is(Class::Joint))
        };
        let is_near =
            |i: &usize| pieces[*i].depth <= piece.depth && !(pieces[*i].clause != piece.clause && leads(&pieces[*i]));
        let verbs =
            |i: usize| self.verbs_of(&pieces[i], pieces[i].clause == piece.clause && pieces[i].depth == piece.depth);
        (0..index).rev().filter(is_near).map(verbs).find(|v| v.iter().any(|t| self.is_verb(t))).unwrap_or_default()
    }

    /// The verbs of the next clause, if that has no figure of its own: "03 vấn đề vượt thẩm quyền, tỉnh đã kiến nghị".
    fn verbs_behind(&self, index: usize) -> Vec<Token> {
        let pieces = &self.sentence.pieces;
        let is_next = |p: &&Piece| p.amount.is_none() && p.behind == Some(',') && p.depth == pieces[index].depth;
        let behind = || pieces[index + 1..].iter().take_while(is_next);
        // "…, kể cả những vấn đề khó, đã được xử lý": the predicate stands behind what is put in.
        let begins = |p: &&Piece| self.tokens(p).next().is_some_and(|t| t.is(Class::DoneMark) || t.is(Class::Tense));
        behind().find(begins).or_else(|| behind().next()).map(|p| self.verbs_of(p, true)).unwrap_or_default()
    }

    /// The clauses before a piece that say something of it.
    fn opening(&self, index: usize) -> Vec<Token> {
        let Some(piece) = self.sentence.pieces.first().filter(|p| p.clause != self.sentence.pieces[index].clause)
        else {
            return Vec::new();
        };
        let is_plain = |t: &&Token| !self.is_verb(t) && !t.is(Class::DoneMark) && t.amount().is_none();
        let first = self.tokens(piece).next();
        let opens = first.is_some_and(|t| {
            let explains = t.senses.is_any(&[Class::Lead, Class::By, Class::OfWhole, Class::Cause, Class::Contrast]);
            (t.senses.is_any(&[Class::Joint, Class::Belongs]) && !explains) || t.is(Class::FieldHead)
        });
        if opens { self.tokens(piece).take_while(is_plain).cloned().collect() } else { Vec::new() }
    }

    fn leads(&self, index: usize) -> Vec<Lead> {
        let pieces = &self.sentence.pieces;
        let clause = pieces[index].clause;
        let mut found = Vec::new();
        let mut behind = self.clause_pieces(index).next().and_then(|p| p.behind);
        for i in (0..index).rev() {
            let piece = &pieces[i];
            if piece.clause == clause {
                continue;
            }
            // A semicolon begins something else.
            if behind == Some(';') && pieces[index].depth == 0 {
                break;
            }
            // What stood in brackets before is said of something else.
            if piece.depth > pieces[index].depth {
                continue;
            }
            let first = self.tokens(piece).next();
            let opens = first.is_some_and(|t| t.is(Class::Lead) || t.is(Class::Contrast));
            // "Trong 40 người, 39 người …" tells a figure of its own; "Theo một bài báo, …" does not.
            let is_source = first.is_some_and(|t| t.is(Class::Joint) && !t.is(Class::OfWhole));
            let is_first = i == 0 || pieces[i - 1].clause != piece.clause;
            let is_short_label = piece.is_label && piece.words.len() <= 3;
            let has_figure = piece.amount.is_some() && !is_short_label && !(is_source && is_first);
            // A clause with a verb of its own tells something else, unless it says where or of whom: "Đối với …, trong …".
            let places = first.is_some_and(|t| {
                t.senses.is_any(&[Class::Joint, Class::EachPart, Class::OfWhole]) || matches!(t.kind, Kind::Time(_))
            });
            let tells = self.tokens(piece).any(|t| self.is_verb(t)) && !places && !piece.is_label;
            found.push(Lead { index: i, opens, narrows: !opens && !has_figure && !tells });
            behind = piece.behind;
        }
        // "Bằng nhiều hình thức sinh động, phù hợp với đồng bào các dân tộc, …": what goes on with words that explain.
        for at in (0..found.len().saturating_sub(1)).rev() {
            let first = self.tokens(&pieces[found[at].index]).next();
            let begins = first.is_some_and(|t| {
                t.is(Class::Joint)
                    || matches!(t.kind, Kind::Time(_))
                    || t.is_of(self.lexicon, Group::Noun)
                    || t.is_of(self.lexicon, Group::Body)
            });
            if found[at + 1].opens && !begins {
                found[at].opens = true;
                found[at].narrows = false;
            }
        }
        found
    }

    fn modality(&self, index: usize, told: &[usize], leads: &[Lead]) -> (Modality, Vec<Token>) {
        let pieces = &self.sentence.pieces;
        let piece = &pieces[index];
        let of = |piece: &'a Piece, classes: &'a [Class]| self.tokens(piece).filter(move |t| t.senses.is_any(classes));
        let first = piece.figure.first().copied().unwrap_or(usize::MAX);
        let own = |classes: &'a [Class]| {
            told.iter().map(|w| &self.sentence.tokens[*w]).filter(move |t| t.senses.is_any(classes)).collect::<Vec<_>>()
        };
        let own_ahead = own(AHEAD).into_iter();
        let own_doubt = own(DOUBT).into_iter();
        // "Gần 30%", "khoảng 40 nhiệm vụ", "cơ bản hoàn thành".
        let is_some = piece.amount.is_none();
        let approximate =
            own(&[Class::Approximate]).into_iter().filter(|t| !t.senses.is_any(&[Class::Manner]) && !is_some);
        // "phấn đấu thực hiện 12 nội dung, đạt 100%": a goal goes on in its clause.
        let is_marked = own(&[Class::DoneMark]).into_iter().next().is_some();
        let clause_ahead = self.clause_pieces(index).filter(|p| !is_marked && !std::ptr::eq(*p, piece));
        let clause_ahead = clause_ahead.flat_map(|p| of(p, &[Class::Aim, Class::Planned, Class::Promise, Class::Hope]));
        let lead_ahead = leads.iter().filter(|l| !l.opens && pieces[l.index].amount.is_none());
        let lead_ahead = lead_ahead.flat_map(|l| of(&pieces[l.index], AHEAD));
        let opening =
            self.sentence.tokens.iter().filter(|_| pieces[0].clause == piece.clause || !leads.is_empty()).take(1);
        let opening: Vec<&Token> = opening.filter(|t| t.is(Class::ConditionFirst)).collect();
        let lead_doubt =
            leads.iter().filter(|l| pieces[l.index].amount.is_none()).flat_map(|l| of(&pieces[l.index], DOUBT));
        let behind = (index + 1..pieces.len()).take_while(|i| pieces[*i].behind != Some(';'));
        let behind_doubt = behind.flat_map(|i| of(&pieces[i], DOUBT));
        let bound = own(&[Class::Bound]).into_iter();
        // "Theo kế hoạch, kiểm tra 12/35": planned, unless words say that it was done.
        let is_done = own(&[Class::DoneMark]).into_iter().next().is_some() || self.any(piece, &[Class::Tense]);
        let says_done = |l: &Lead| self.any(&pieces[l.index], &[Class::DoneMark, Class::Done]);
        let by_plan = leads.iter().filter(|l| !is_done && pieces[l.index].amount.is_none() && !says_done(l));
        let by_plan = by_plan.flat_map(|l| of(&pieces[l.index], &[Class::ByPlan]));
        let by_plan = by_plan.filter(|_| pieces[index].depth == 0);
        let ahead: Vec<Token> =
            own_ahead.chain(lead_ahead).chain(clause_ahead).chain(bound).chain(by_plan).cloned().collect();
        let doubt: Vec<Token> =
            own_doubt.chain(opening).chain(lead_doubt).chain(behind_doubt).chain(approximate).cloned().collect();
        let change: Vec<Token> = piece
            .words
            .iter()
            .filter(|w| **w < first)
            .map(|w| &self.sentence.tokens[*w])
            .filter(|t| t.is(Class::Compare))
            .cloned()
            .collect();
        match () {
            () if piece.is_quoted => (Modality::Doubtful, Vec::new()),
            () if !ahead.is_empty() => (Modality::Ahead, ahead),
            () if !doubt.is_empty() => (Modality::Doubtful, doubt),
            () if !change.is_empty() => (Modality::Change, change),
            () => (Modality::Told, Vec::new()),
        }
    }

    /// The time of a piece: that of its own words, else of those before it in the sentence.
    fn span(&self, index: usize) -> Span {
        match self.nearest_span(index) {
            Span::Closed => Span::Year,
            span => span,
        }
    }

    fn nearest_span(&self, index: usize) -> Span {
        let pieces = &self.sentence.pieces;
        let own = self.span_at(index);
        if !matches!(own, Span::Untold | Span::Year) {
            return own;
        }
        for i in (0..index).rev() {
            let piece = &pieces[i];
            if piece.depth > pieces[index].depth {
                continue;
            }
            // What a bracket says is said of what stands right before it.
            let is_compared = self.any(piece, &[Class::Compare]) && pieces[index].depth == piece.depth;
            let span = self.span_at(i);
            match span {
                Span::Untold => {}
                _ if is_compared => {}
                // "Đến tháng 6/2018, đã hoàn thành 5/11 nội dung của Kế hoạch năm 2018".
                span if own == Span::Untold || piece.amount.is_none() && !self.is_cut_off(i, index) => return span,
                _ => break,
            }
        }
        own
    }

    /// True if a semicolon stands between two pieces.
    fn is_cut_off(&self, from: usize, to: usize) -> bool {
        self.sentence.pieces[from + 1..=to].iter().any(|p| p.behind == Some(';'))
    }

    /// The time of a piece, with the one that a bracket right behind it tells: "đến thời điểm kiểm tra (15/10/2018)".
    fn span_at(&self, index: usize) -> Span {
        let piece = &self.sentence.pieces[index];
        // "Do quá tải trong quý IV nên cả năm …": the time of a cause is that of the cause.
        let so = piece.words.iter().position(|at| self.sentence.tokens[*at].is(Class::So)).map_or(0, |so| so + 1);
        let own = piece.words[so..].iter().map(|at| &self.sentence.tokens[*at]);
        let is_time = |t: &Token| {
            matches!(t.kind, Kind::Time(_)) || t.senses.is_any(&[Class::WholeYear, Class::Data, Class::Filler])
        };
        let tells_time = |aside: &&Piece| aside.depth > piece.depth && self.tokens(aside).all(is_time);
        let aside = self.sentence.pieces.get(index + 1).filter(tells_time);
        span(own.chain(aside.into_iter().flat_map(|aside| self.tokens(aside))), self.year)
    }
}

fn figure_is_count(figure: &Figure) -> bool {
    matches!(figure, Figure::Amount(Amount::Number(_) | Amount::Money(_)))
}

/// A clause before a figure.
struct Lead {
    index: usize,
    /// It explains: "nhờ …", "thực hiện Quyết định …".
    opens: bool,
    /// It may say of what, of whom or when the figure is told.
    narrows: bool,
}
