//! The examples of the kinds of check: each has a rule with documents that pass and documents that fire. They are run, and
//! with the doc comments of the kinds they make the pages of docs/kinds.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{KINDS, Kind, Pack, load};
use crate::check::testing::{Doc, dated, form, judge_with};
use crate::check::{Finding, Outcome, SubmissionOutcome};
use crate::document::{Page, Place};
use crate::form::{Citation, Field, FieldState, Form, Mark, MarkKind};
use crate::message::Verdict;
use crate::report::{Catalog, Language};

/// The example of a kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    /// What stands in pack.toml beside its head.
    #[serde(default)]
    pack: String,
    /// The items of a criterion, and what belongs to them.
    rule: String,
    /// Codes of findings that the firing documents raise.
    codes: BTreeSet<String>,
    passes: Vec<Document>,
    fires: Vec<Document>,
}

/// A document of an example; what is not given is an ordinary report.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Document {
    r#type: String,
    number: String,
    issued: String,
    issuer: String,
    title: String,
    /// Fields whose place is there and empty.
    blank: Vec<String>,
    /// Fields that could not be read with certainty.
    unclear: Vec<String>,
    draft: bool,
    pages: u32,
    cites: Vec<String>,
    text: Vec<String>,
}

impl Default for Document {
    fn default() -> Self {
        let (r#type, number, issued) = ("BC".to_owned(), "300/BC-SNV".to_owned(), "2018-12-10".to_owned());
        let (issuer, title) = ("SỞ NỘI VỤ".to_owned(), String::new());
        let (blank, unclear, cites, text) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { r#type, number, issued, issuer, title, blank, unclear, draft: false, pages: 1, cites, text }
    }
}

impl Document {
    fn form(&self) -> Form {
        let mut form = form(&self.r#type, &self.number, &self.issued, &self.issuer, &self.title);
        form.issued = dated(&self.issued);
        for (names, state) in [(&self.blank, FieldState::Blank), (&self.unclear, FieldState::Unclear)] {
            for name in names {
                let field = field_of(&mut form, name);
                field.state = state;
                if state == FieldState::Blank {
                    field.value = None;
                }
            }
        }
        if self.draft {
            form.marks.push(Mark { kind: MarkKind::Draft, place: Place::default(), quote: Some("DỰ THẢO".into()) });
        }
        form.citations =
            self.cites.iter().map(|number| Citation { number: number.clone(), ..Citation::default() }).collect();
        form
    }

    /// What a reader of the page sees of it.
    fn shown(&self) -> String {
        let mut shown =
            format!("{} {} of {}, {}: “{}”", self.r#type, self.number, self.issued, self.issuer, self.title);
        for (what, fields) in [("empty", &self.blank), ("not read with certainty", &self.unclear)] {
            for field in fields {
                let _ = write!(shown, "; {field} {what}");
            }
        }
        if self.pages > 1 {
            let _ = write!(shown, "; {} pages", self.pages);
        }
        if self.draft {
            shown.push_str("; marked DỰ THẢO");
        }
        for line in &self.text {
            let _ = write!(shown, "; “{line}”");
        }
        shown
    }
}

fn field_of<'a>(form: &'a mut Form, name: &str) -> &'a mut Field {
    match name {
        "type" => &mut form.r#type,
        "number" => &mut form.number,
        "issued" => &mut form.issued.field,
        "issuer" => &mut form.issuer,
        "title" => &mut form.r#abstract,
        "signer" => &mut form.signer,
        _ => panic!("a form has no field {name}"),
    }
}

impl Example {
    fn of(kind: &Kind) -> Self {
        toml::from_str(kind.example).unwrap_or_else(|error| panic!("{}/example.toml: {error}", kind.name))
    }

    /// A pack with this rule alone, loaded as users load theirs.
    fn load(&self) -> Pack {
        let folder = tempfile::tempdir().unwrap();
        let head = "id = \"vi-du\"\ntitle = \"Ví dụ\"\nlevel = \"sở\"\nyear = 2018\nsource = \"Đặt ra\"\ncriteria = [\"M1\"]\n";
        std::fs::write(folder.path().join("pack.toml"), format!("{head}{}", self.pack)).unwrap();
        let criterion = format!("code = \"M1\"\nname = \"Ví dụ\"\nclause = \"Ví dụ, mục 2\"\n{}", self.rule);
        std::fs::write(folder.path().join("M1.toml"), criterion).unwrap();
        load(folder.path().to_str().unwrap()).unwrap_or_else(|error| panic!("{error}"))
    }

    fn judge(&self, documents: &[Document]) -> SubmissionOutcome {
        let names = ["M1/a.docx", "M1/b.docx", "M1/c.docx"];
        let docs = names.iter().zip(documents).map(|(name, document)| {
            let text: Vec<&str> = document.text.iter().map(String::as_str).collect();
            let mut doc = Doc::new(name, "M1", document.form(), &text);
            doc.pages.extend((2..=document.pages).map(Page::new));
            doc
        });
        judge_with(&self.load(), docs.collect(), "")
    }
}

/// Outcomes and findings of a kind.
fn of_kind<'a>(kind: &Kind, outcome: &'a SubmissionOutcome) -> (Vec<&'a Outcome>, Vec<&'a Finding>) {
    let checks: BTreeSet<&str> = kind.codes.iter().map(|code| code.check()).collect();
    let items = outcome.criteria.iter().flat_map(|c| &c.evidence);
    let outcomes = items.flat_map(|item| &item.checks).filter(|o| checks.contains(o.check)).collect();
    (outcomes, outcome.findings().filter(|f| kind.codes.contains(&f.code)).collect())
}

#[test]
fn every_kind_has_documents_that_pass_and_documents_that_fire() {
    for kind in KINDS {
        let example = Example::of(kind);
        let passed = example.judge(&example.passes);
        let (outcomes, findings) = of_kind(kind, &passed);
        assert!(
            !outcomes.is_empty() && outcomes.iter().all(|o| o.verdict == Verdict::Met),
            "{}: {outcomes:?}",
            kind.name
        );
        assert!(findings.iter().all(|f| f.verdict.is_none()), "{}: {findings:?}", kind.name);
        let fired = example.judge(&example.fires);
        let raised: BTreeSet<String> = of_kind(kind, &fired)
            .1
            .iter()
            .filter(|f| f.verdict.is_some())
            .map(|f| f.code.as_str().to_owned())
            .collect();
        assert_eq!(raised, example.codes, "{}", kind.name);
    }
}

/// The page of a kind: its doc comment, its example and what the example raises.
fn page(kind: &Kind, source: &str, catalogs: &[Catalog]) -> String {
    let example = Example::of(kind);
    let doc: Vec<&str> = source.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim_start).collect();
    let mut page = format!("# {}\n\n{}\n\n## Rule\n\n", kind.name, doc.join("\n"));
    for (file, text) in [("In pack.toml", &example.pack), ("In the file of a criterion", &example.rule)] {
        if !text.is_empty() {
            let _ = write!(page, "{file}:\n\n```toml\n{}\n```\n\n", text.trim());
        }
    }
    page.push_str("## Passes\n\n");
    for document in &example.passes {
        let _ = writeln!(page, "- {}", document.shown());
    }
    page.push_str("\n## Fires\n\n");
    for document in &example.fires {
        let _ = writeln!(page, "- {}", document.shown());
    }
    let fired = example.judge(&example.fires);
    for finding in of_kind(kind, &fired).1 {
        let _ = writeln!(page, "\n[{0}](../checks/{0}.md):\n", finding.code.as_str());
        for catalog in catalogs {
            let _ = writeln!(page, "- {}", catalog.say(&finding.message));
        }
    }
    page
}

fn pages() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let catalogs = [Catalog::new(Language::En), Catalog::new(Language::Vi)];
    let mut index = "# Kinds of check\n\nWhat an evidence item can demand of a document, in the order in which reports show it.\n\n".to_owned();
    let mut pages = Vec::new();
    for kind in KINDS {
        let source = std::fs::read_to_string(root.join("src/check/kinds").join(kind.name).join("mod.rs")).unwrap();
        let first = source.lines().next().unwrap_or_default().trim_start_matches("//! ").to_owned();
        let _ = writeln!(index, "- [{0}]({0}.md): {first}", kind.name);
        pages.push((root.join("docs/kinds").join(format!("{}.md", kind.name)), page(kind, &source, &catalogs)));
    }
    pages.push((root.join("docs/kinds/README.md"), index));
    pages
}

#[test]
fn generated_pages_of_the_kinds_are_current() {
    for (path, made) in pages() {
        if std::env::var_os("UPDATE_GENERATED").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &made).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(kept, made, "{}: run `make docs`", path.display());
    }
}
