//! Checks the catalogues against each other and against the source code: no message is missing or unused, no argument
//! is forgotten.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use include_dir::include_dir;
use regex::Regex;

use super::*;
use crate::check::{KINDS, codes, open_classes};
use crate::message::{Severity, Verdict, types_of_documents};
use crate::report::standing::Handling;
use crate::report::words::class_id;
use crate::text::doctype::TYPES;

static SOURCES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src");

/// Attributes and arguments of a message.
#[derive(Debug, Default, PartialEq)]
struct Shape {
    /// Names of its attributes.
    attributes: BTreeSet<String>,
    /// Arguments that value and attributes use.
    arguments: BTreeSet<String>,
    /// Arguments that choose a plural form: they must be numbers.
    counts: BTreeSet<String>,
}

/// All messages and terms (`-name`) of a language. Fails on syntax errors and on duplicate messages.
fn shapes(language: Language) -> BTreeMap<String, Shape> {
    let mut shapes = BTreeMap::new();
    for text in texts(language) {
        let name = text.lines().next().unwrap_or_default();
        let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
        for entry in resource.body {
            let (id, value, attributes) = match entry {
                Entry::Message(m) => (m.id.name.to_owned(), m.value, m.attributes),
                Entry::Term(t) => (format!("-{}", t.id.name), Some(t.value), t.attributes),
                _ => continue,
            };
            let mut shape = Shape::default();
            value.iter().for_each(|pattern| walk(pattern, &mut shape));
            for attribute in attributes {
                walk(&attribute.value, &mut shape);
                shape.attributes.insert(attribute.id.name.to_owned());
            }
            assert!(shapes.insert(id.clone(), shape).is_none(), "{name}: {id} is there twice");
        }
    }
    shapes
}

fn walk(pattern: &Pattern<&str>, shape: &mut Shape) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => note(inline, shape),
            Expression::Select { selector, variants } => {
                note(selector, shape);
                let is_count = variants.iter().any(|v| matches!(v.key, VariantKey::Identifier { name: "one" }));
                if let (InlineExpression::VariableReference { id }, true) = (selector, is_count) {
                    shape.counts.insert(id.name.to_owned());
                }
                variants.iter().for_each(|v| walk(&v.value, shape));
            }
        }
    }
}

fn note(inline: &InlineExpression<&str>, shape: &mut Shape) {
    if let InlineExpression::VariableReference { id } = inline {
        shape.arguments.insert(id.name.to_owned());
    }
}

/// The source files without their tests.
fn sources() -> Vec<&'static str> {
    fn all(dir: &Dir<'static>, list: &mut Vec<&'static str>) {
        for file in dir.files().filter(|f| !f.path().to_string_lossy().contains("tests")) {
            let text = file.contents_utf8().unwrap_or_default();
            list.push(text.split("#[cfg(test)]").next().unwrap_or_default());
        }
        dir.dirs().for_each(|d| all(d, list));
    }
    let mut list = Vec::new();
    all(&SOURCES, &mut list);
    list
}

/// Ids of messages that the source code composes from parts.
fn composed() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for code in codes() {
        ids.insert(format!("explain-{}", code.as_str()));
    }
    let checks: BTreeSet<&str> = KINDS.iter().flat_map(|kind| kind.codes).map(|code| code.check()).collect();
    ids.extend(checks.into_iter().chain(["explanation"]).map(|check| format!("check-{check}")));
    for verdict in Verdict::ALL {
        ids.insert(format!("verdict-{}", verdict.name()));
        ids.insert(format!("explain-verdict-{}", verdict.name()));
        if verdict != Verdict::Waived {
            ids.insert(format!("verdict-{}-means", verdict.name()));
        }
    }
    for severity in [Severity::Error, Severity::Question, Severity::Warning, Severity::Info] {
        ids.insert(format!("severity-{}", severity.name()));
        ids.insert(format!("explain-severity-{}", severity.name()));
    }
    ids.extend(
        [Handling::Accept, Handling::Look, Handling::Decide, Handling::Send, Handling::Nothing]
            .map(|h| format!("handling-{}", h.name())),
    );
    ids.extend(open_classes().map(class_id));
    ids.extend(["means", "why", "example", "fix"].map(|part| format!("explain-{part}")));
    ids.extend(TYPES.iter().map(|t| types_of_documents(&[t.abbr])[0].id.clone()));
    ids.extend(["KC302", "KC304"].map(|code| format!("{code}-due")));
    let hidden = ["KC302", "KC303", "KC304"];
    ids.extend(hidden.iter().flat_map(|code| ["unread", "secret", "alike"].map(|v| format!("{code}-{v}"))));
    ids.extend(["KC302", "KC304"].map(|code| format!("{code}-shown")));
    let names = Regex::new(r#"Status::\w+ => "(\w+)""#).unwrap();
    for source in sources() {
        ids.extend(names.captures_iter(source).map(|c| format!("status-{}", &c[1])));
    }
    ids
}

#[test]
fn languages_have_the_same_messages_attributes_and_arguments() {
    let vietnamese = shapes(Language::Vi);
    for language in Language::ALL {
        let other = shapes(*language);
        let ids = |shapes: &BTreeMap<String, Shape>| shapes.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(ids(&vietnamese), ids(&other), "{language:?}");
        for (id, shape) in &vietnamese {
            assert_eq!(shape.attributes, other[id].attributes, "{language:?} {id}");
            assert_eq!(shape.arguments, other[id].arguments, "{language:?} {id}");
        }
    }
}

#[test]
fn every_message_that_the_sources_name_is_there() {
    let messages = shapes(Language::Vi);
    let named =
        Regex::new(r#"(?:Said::new|\.word|\.has)\(\s*"([\w-]+)"|"(KC\d{3}-[a-z]+|(?:report|why|nearest)-[a-z-]+)""#)
            .unwrap();
    let mut wanted = composed();
    for source in sources() {
        wanted.extend(named.captures_iter(source).filter_map(|c| Some(c.get(1).or(c.get(2))?.as_str().to_owned())));
    }
    wanted.remove("report-"); // the prefix that is stripped from the words of the template, not a message
    let missing: Vec<_> = wanted.iter().filter(|id| !messages.contains_key(*id)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_message_is_unused() {
    let composed = composed();
    let literal = Regex::new(r#""([A-Za-z][\w-]*)""#).unwrap();
    let named: BTreeSet<&str> =
        sources().into_iter().flat_map(|s| literal.captures_iter(s).map(|c| c.get(1).unwrap().as_str())).collect();
    let catalogue: String = texts(Language::Vi).collect();
    let messages = shapes(Language::Vi);
    let is_used = |id: &str| match id.strip_prefix('-') {
        Some(_) => catalogue.contains(&format!("{{ {id} }}")),
        None => named.contains(id) || composed.contains(id),
    };
    let unused: Vec<_> = messages.keys().filter(|id| !is_used(id)).collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

/// Covers arguments that are chained to `Said::new("id")`. Messages that are built in several statements are checked at
/// run time, in tests/it/catalog.rs.
#[test]
fn messages_get_the_arguments_that_they_use() {
    let messages = shapes(Language::Vi);
    let created = Regex::new(r#"Said::new\(\s*"([\w-]+)"\s*\)"#).unwrap();
    let with = Regex::new(r#"^\s*\.with\(\s*"(\w+)","#).unwrap();
    let mut problems = Vec::new();
    let mut seen = 0;
    for source in sources() {
        for found in created.captures_iter(source) {
            let mut rest = &source[found.get(0).unwrap().end()..];
            let mut given = BTreeSet::from(["path".to_owned()]);
            while let Some(next) = with.captures(rest) {
                given.insert(next[1].to_owned());
                rest = behind_parenthesis(rest);
            }
            // Messages that get their arguments later are not chains.
            let is_extended = ["report-counts", "literal"].contains(&&found[1]);
            let Some(shape) = messages.get(&found[1]).filter(|_| !is_extended) else { continue };
            seen += 1;
            let missing: Vec<_> = shape.arguments.difference(&given).collect();
            if !missing.is_empty() {
                problems.push(format!("{} lacks {missing:?}", &found[1]));
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
    assert!(seen > 80, "only {seen} messages were seen: the pattern of this test is out of date");
}

/// What follows the first pair of parentheses.
fn behind_parenthesis(text: &str) -> &str {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 1 => return &text[at + 1..],
            ')' => depth -= 1,
            _ => {}
        }
    }
    ""
}

#[test]
fn counts_get_numbers() {
    let counts: BTreeSet<String> = shapes(Language::En).into_values().flat_map(|s| s.counts).collect();
    let text = Regex::new(r#"\.with\("(\w+)",\s*(?:"|[^()]*\.as_str\(\)|format!|[^()]*\.to_string\(\))"#).unwrap();
    for source in sources() {
        for found in text.captures_iter(source) {
            assert!(!counts.contains(&found[1]), "{} is a count and gets a text: {}", &found[1], &found[0]);
        }
    }
    let said = Said::new("report-total").with("agencies", 1_usize).with("files", 2_usize);
    assert_eq!(Catalog::new(Language::En).say(&said), "1 agency, 2 files");
    assert_eq!(Catalog::new(Language::Vi).say(&said), "1 cơ quan, 2 tệp");
}

#[test]
fn days_and_numbers_are_written_as_the_language_does() {
    let said = Said::new("found-ratio").with("part", 38.0).with("whole", 42.0).with("percent", 90.476);
    let money = Said::new("found-ratio").with("part", 9_500_000.0).with("whole", 48_000_000_000.0).with("percent", 0.0);
    assert!(Catalog::new(Language::Vi).say(&money).starts_with("9.500.000/48.000.000.000"));
    assert!(Catalog::new(Language::En).say(&money).starts_with("9,500,000/48,000,000,000"));
    let day = Said::literal("").with("text", Date::constant(2017, 12, 1));
    let shown = |language| {
        let catalog = Catalog::new(language);
        (catalog.say(&said), catalog.say(&day))
    };
    assert_eq!(shown(Language::Vi), ("38/42 = 90,5%".into(), "01/12/2017".into()));
    assert_eq!(shown(Language::En), ("38/42 = 90.5%".into(), "1 Dec 2017".into()));
}

/// Reasons given by readers, libraries and the system are English and technical: only programs get them.
#[test]
fn no_message_shows_a_technical_reason() {
    for language in Language::ALL {
        let messages = shapes(*language);
        let findings = messages.iter().filter(|(id, _)| id.starts_with("KC"));
        let shown: Vec<_> =
            findings.filter(|(_, shape)| shape.arguments.contains("reason")).map(|(id, _)| id).collect();
        assert!(shown.is_empty(), "{shown:?}");
    }
}
