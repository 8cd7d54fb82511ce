//! `kiemchung explain`: explains a finding code or a criterion, in a language of reports.

use std::io::Write;

use clap::Args;

use super::exit::{Exit, usage};
use super::output::language;
use kiemchung::check::{code, codes, load};
use kiemchung::report::{Catalog, Language, explain_code, explain_criterion};
use kiemchung::rules::bundled_ids;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A finding code such as KC301, or the code of a criterion
    code: String,
    /// Rule pack of the criterion [default: all bundled packs]
    #[arg(long, value_name = "PACK")]
    rules: Option<String>,
    /// Language of the explanation
    #[arg(long, value_name = "LANG", value_parser = language, default_value = "vi")]
    lang: Language,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let catalog = Catalog::new(arguments.lang);
    let mut out = anstream::stdout().lock();
    if let Some(known) = code(&arguments.code) {
        out.write_all(explain_code(known, &catalog).as_bytes())?;
        return Ok(Exit::Met);
    }
    let packs = arguments.rules.as_ref().map_or_else(bundled_ids, |name| vec![name.clone()]);
    let mut found = false;
    // Suggestions for a code that is only a prefix: S3 for S3a and S3b.
    let mut parts = Vec::new();
    let is_part = |code: &str| code.to_lowercase().starts_with(&arguments.code.to_lowercase());
    for name in &packs {
        let pack = load(name)?;
        if let Some(criterion) = pack.criteria.iter().find(|c| c.code.eq_ignore_ascii_case(&arguments.code)) {
            out.write_all(explain_criterion(&pack, criterion, &catalog).as_bytes())?;
            found = true;
        }
        parts.extend(pack.criteria.iter().map(|c| c.code.clone()).filter(|code| is_part(code)));
    }
    if !found {
        let parts = if parts.is_empty() { String::new() } else { format!("its parts are {}; ", parts.join(", ")) };
        let codes = codes();
        let ends: Vec<&str> = codes.first().into_iter().chain(codes.last()).map(|code| code.as_str()).collect();
        let message = format!(
            "\"{}\" is neither a finding code ({}) nor a criterion of {}; {parts}see kiemchung rules show",
            arguments.code,
            ends.join(" … "),
            packs.join(", ")
        );
        return Err(usage(message));
    }
    Ok(Exit::Met)
}
