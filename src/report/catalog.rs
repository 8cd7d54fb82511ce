//! The message catalogues (Fluent files under `locales/`, compiled in).

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use jiff::civil::Date;

use crate::message::{Arg, Said};

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// At most this many files are named in a sentence.
const MAX_NAMED_FILES: usize = 5;

/// A language of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English. Text from rules and documents stays Vietnamese.
    En,
}

impl Language {
    /// All languages.
    pub const ALL: &'static [Language] = &[Language::Vi, Language::En];

    /// The language with a code such as `vi`.
    pub fn parse(code: &str) -> Option<Self> {
        Language::ALL.iter().copied().find(|l| l.code() == code)
    }

    /// Its code, which is also the folder of its catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Language::Vi => "vi",
            Language::En => "en",
        }
    }
}

/// The message files of a language: those of the report, and one for each kind of check.
fn texts(language: Language) -> impl Iterator<Item = &'static str> {
    let top = LOCALES.get_dir(language.code());
    let kinds = LOCALES.get_dir(format!("{}/kinds", language.code()));
    top.into_iter().chain(kinds).flat_map(Dir::files).filter_map(include_dir::File::contents_utf8)
}

/// All messages of one language.
pub struct Catalog {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Catalog {
    /// The catalogue of a language. Of a file with syntax errors the valid messages are used; a test finds such files.
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new(language.code().parse().into_iter().collect());
        // Fluent would put bidi isolation marks around arguments; in terminals and CSV files they show as garbage.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Vi => decimal_comma,
            Language::En => decimal_point,
        }));
        for text in texts(language) {
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partly, _)| partly);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// The text of a message; its id if the catalogue does not have it.
    pub fn say(&self, said: &Said) -> String {
        self.format(&said.id, None, &self.args(said)).unwrap_or_else(|| said.id.clone())
    }

    /// What to do about a finding (the attribute `fix` of its message); empty if the catalogue does not say.
    pub fn fix(&self, said: &Said) -> String {
        self.format(&said.id, Some("fix"), &self.args(said)).unwrap_or_default()
    }

    /// The text of a message without arguments, such as a heading of the report.
    pub fn word(&self, id: &str) -> String {
        self.say(&Said::new(id))
    }

    /// An attribute of a message without arguments, or `None` if there is no such message or attribute.
    pub fn attribute(&self, id: &str, name: &str) -> Option<String> {
        self.format(id, Some(name), &FluentArgs::new())
    }

    /// True if the catalogue has the message.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// True if the catalogue has the message and all messages among its arguments.
    pub(super) fn can_say(&self, said: &Said) -> bool {
        let can_say = |arg: &Arg| match arg {
            Arg::Said(said) => self.can_say(said),
            Arg::Many(list) => list.iter().all(|said| self.can_say(said)),
            Arg::Number(_) | Arg::Date(_) | Arg::Text(_) | Arg::List(_) => true,
        };
        self.has(&said.id) && said.args.values().all(can_say)
    }

    fn format(&self, id: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
    }

    fn args(&self, said: &Said) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        for (name, value) in &said.args {
            let value = match value {
                Arg::List(files) if name.ends_with("files") => self.files(files),
                Arg::List(issuers) if name == "issuers" => self.any_of(issuers.clone()),
                // Each is a sentence of its own.
                Arg::Many(said) if name == "failures" => {
                    FluentValue::from(said.iter().map(|s| self.say(s)).collect::<Vec<_>>().join(" "))
                }
                Arg::Many(types) if name == "types" => self.any_of(types.iter().map(|t| self.say(t)).collect()),
                value => self.value(value),
            };
            args.set(name.clone(), value);
        }
        args
    }

    /// Alternatives: "a, b or c".
    fn any_of(&self, mut list: Vec<String>) -> FluentValue<'static> {
        let last = list.pop().unwrap_or_default();
        FluentValue::from(match list.is_empty() {
            true => last,
            false => self.say(&Said::new("any-of").with("list", list).with("last", last)),
        })
    }

    /// The first few of a list of files and the number of the others: a folder of scans may hold hundreds. The
    /// arguments of the message hold them all.
    fn files(&self, files: &[String]) -> FluentValue<'static> {
        match files.split_at_checked(MAX_NAMED_FILES) {
            Some((named, others)) if !others.is_empty() => {
                let said = Said::new("more-files").with("files", named.to_vec()).with("count", others.len());
                FluentValue::from(self.say(&said))
            }
            _ => FluentValue::from(files.join(", ")),
        }
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Date(date) => FluentValue::from(self.day(*date)),
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::List(list) => FluentValue::from(list.join(", ")),
            Arg::Said(said) => FluentValue::from(self.say(said)),
            Arg::Many(list) => FluentValue::from(list.iter().map(|s| self.say(s)).collect::<Vec<_>>().join(", ")),
        }
    }

    /// A day as the language writes it: 21/12/2017 in Vietnamese, 21 Dec 2017 in English. The quotes beside it put the
    /// day first, so the English form spells out the month, which cannot be taken for a day.
    pub(super) fn day(&self, date: Date) -> String {
        match self.language {
            Language::Vi => date.strftime("%d/%m/%Y"),
            Language::En => date.strftime("%-d %b %Y"),
        }
        .to_string()
    }
}

/// Formats numbers with a decimal comma, as in Vietnamese.
fn decimal_comma<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number(value, '.').map(|(whole, decimals)| format!("{whole}{}", decimals.replace('.', ",")))
}

/// Formats numbers with a decimal point, as in English.
fn decimal_point<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number(value, ',').map(|(whole, decimals)| whole + &decimals)
}

/// From here on numbers have a mark between their thousands, as money is written.
const LARGE: f64 = 10_000.0;

/// A number rounded to at most one decimal place: its whole part, with `mark` between the thousands of a large one, and
/// its decimals; `None` for a text.
fn number(value: &FluentValue<'_>, mark: char) -> Option<(String, String)> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else { return None };
    let rounded = (value * 10.0).round() / 10.0;
    let shown = if rounded.fract() == 0.0 { format!("{rounded:.0}") } else { format!("{rounded:.1}") };
    let (whole, decimals) = shown.split_at(shown.find('.').unwrap_or(shown.len()));
    if rounded < LARGE {
        return Some((whole.to_owned(), decimals.to_owned()));
    }
    let groups: Vec<_> = whole.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    Some((groups.join(&mark.to_string()), decimals.to_owned()))
}

#[cfg(test)]
#[path = "catalog_tests.rs"]
mod tests;
