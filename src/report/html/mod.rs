//! report.html: the report as one page for a browser.
//!
//! The page loads nothing from elsewhere: its content security policy allows only its own style and script, named by
//! their hashes. Text from documents is untrusted: the template escapes all of it, and the script only compares it.
//! Without JavaScript the page is complete, only without filters.

mod views;

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, escape_formatter};
use sha2::{Digest, Sha256};

use super::catalog::Catalog;
use super::links::Links;
use super::model::Report;
use crate::text::visible_lines;
use views::PageView;

const TEMPLATE: &str = include_str!("report.html");
const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// The page could not be rendered. The cause is a defect of the template, never a document.
#[derive(Debug, thiserror::Error)]
#[error("the HTML report could not be made: {0}")]
pub struct HtmlError(#[from] minijinja::Error);

/// The page, with links to the documents.
///
/// # Errors
/// When the template is broken.
pub fn html(report: &Report, catalog: &Catalog, links: &Links) -> Result<String, HtmlError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    // Bidi controls and other invisible characters are replaced by a visible one, so that no document can disguise
    // text.
    environment.set_formatter(|out, state, value| {
        match value.as_str().filter(|_| !value.is_safe()).map(visible_lines) {
            Some(Cow::Owned(shown)) => escape_formatter(out, state, &Value::from(shown)),
            _ => escape_formatter(out, state, value),
        }
    });
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    let links = links.encoded();
    let link = move |agency: &str, name: &str| links.of(agency, name).map(str::to_owned);
    environment.add_function("link", link);
    environment.add_template("report.html", TEMPLATE)?;
    // A browser computes the hashes with LF line ends, but the source may have been checked out with CRLF.
    let (style, script) = (STYLE.replace("\r\n", "\n"), SCRIPT.replace("\r\n", "\n"));
    let policy = format!(
        "default-src 'none'; img-src 'self' file:; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(&style),
        hash(&script)
    );
    let page = PageView::new(report, catalog, policy, style, script);
    Ok(environment.get_template("report.html")?.render(Serde(page))?)
}

fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text.as_bytes()))
}
