//! `--facts`: what the assessor knows, such as the number of units, against which documents are held.

use std::path::Path;

use super::sheet::{Column, Sheet, SheetError};

/// One known figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Folder of the agency; empty for all.
    pub agency: String,
    /// Name that the rule pack uses.
    pub name: String,
    /// The figure.
    pub value: f64,
    /// Where the assessor has it from.
    pub source: String,
}

/// All known figures.
#[derive(Debug, Clone, Default)]
pub struct Facts(Vec<Fact>);

impl Facts {
    /// The figure for an agency: its own first, else the one for all.
    pub fn get(&self, agency: &str, name: &str) -> Option<&Fact> {
        let named = || self.0.iter().filter(|f| f.name == name);
        named().find(|f| f.agency == agency).or_else(|| named().find(|f| f.agency.is_empty()))
    }
}

/// Reads the table (agency, name, value, source).
///
/// # Errors
/// When it is no table, lacks a column, or a value is no number.
pub fn read_facts(path: &Path) -> Result<Facts, SheetError> {
    let columns = [
        Column { names: &["agency", "cơ quan"], needed: false },
        Column { names: &["name", "tên"], needed: true },
        Column { names: &["value", "giá trị"], needed: true },
        Column { names: &["source", "nguồn"], needed: false },
    ];
    let mut facts = Vec::new();
    for (line, row) in Sheet::read(path, &columns)?.rows {
        let [agency, name, value, source] = row.as_slice() else { continue };
        let number = value.replace(',', ".").parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0);
        let Some(number) = number else {
            let reason = format!("\"{value}\" is no number (column value)");
            return Err(SheetError::Row { path: path.to_owned(), line, reason });
        };
        facts.push(Fact { agency: agency.clone(), name: name.clone(), value: number, source: source.clone() });
    }
    Ok(Facts(facts))
}
