//! The shape of rule files as TOML. Every value that can be wrong in itself keeps its place for messages; unknown keys
//! are errors, so that a typo never weakens a rule in silence.

use serde::Deserialize;
use toml::Spanned;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPack {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) level: String,
    #[serde(default)]
    pub(super) place: String,
    pub(super) year: i16,
    #[serde(default)]
    pub(super) official: bool,
    pub(super) source: String,
    #[serde(default)]
    pub(super) roll_up: bool,
    pub(super) criteria: Vec<Spanned<String>>,
    #[serde(default, rename = "demand")]
    pub(super) demands: Vec<RawDemand>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDemand {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) clause: String,
    #[serde(default)]
    pub(super) form: Vec<Spanned<String>>,
    pub(super) explanation: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCriterion {
    pub(super) code: Spanned<String>,
    pub(super) name: String,
    pub(super) clause: String,
    #[serde(default)]
    pub(super) official: bool,
    pub(super) max_points: Option<f64>,
    pub(super) explanation: Option<bool>,
    #[serde(default)]
    pub(super) evidence: Vec<RawEvidence>,
    #[serde(default, rename = "measure")]
    pub(super) measures: Vec<RawMeasure>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEvidence {
    pub(super) id: Spanned<String>,
    pub(super) name: String,
    pub(super) clause: Option<String>,
    #[serde(default)]
    pub(super) proposal: bool,
    pub(super) any_of: Option<String>,
    pub(super) r#match: RawMatch,
    #[serde(default)]
    pub(super) require: RawRequire,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMatch {
    pub(super) number: Option<Spanned<String>>,
    pub(super) date: Option<Spanned<String>>,
    pub(super) issuer: Option<String>,
    #[serde(default)]
    pub(super) types: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) phrases: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) without: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) periods: Vec<Spanned<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRequire {
    #[serde(default)]
    pub(super) issuers: Vec<String>,
    pub(super) window: Option<RawWindow>,
    pub(super) deadline: Option<RawDeadline>,
    pub(super) count: Option<Spanned<u32>>,
    #[serde(default)]
    pub(super) periods: Vec<RawPeriod>,
    #[serde(default)]
    pub(super) content: Vec<RawContent>,
    #[serde(default)]
    pub(super) measures: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) cites: Vec<Spanned<String>>,
    pub(super) after: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWindow {
    pub(super) from: Spanned<String>,
    pub(super) to: Spanned<String>,
    #[serde(default)]
    pub(super) proposal: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDeadline {
    pub(super) date: Spanned<String>,
    #[serde(default)]
    pub(super) proposal: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPeriod {
    pub(super) period: Spanned<String>,
    pub(super) deadline: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) proposal: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawContent {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) phrases: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) proposal: bool,
    #[serde(default)]
    pub(super) done: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMeasure {
    pub(super) id: Spanned<String>,
    pub(super) name: String,
    pub(super) clause: Option<String>,
    pub(super) phrases: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) without: Vec<Spanned<String>>,
    pub(super) counts: Option<Spanned<String>>,
    pub(super) at_least: Spanned<f64>,
    #[serde(default)]
    pub(super) proposal: bool,
    pub(super) denominator_fact: Option<String>,
}
