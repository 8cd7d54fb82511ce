//! `--facts`: figures known to the assessor, such as the number of units. Documents are compared with them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::names::{fold_name, nearest_name};
use super::sheet::{Column, Sheet, SheetError};
use super::submission::Submission;
use crate::text::number;

/// One known figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Folder of the agency, before [`Facts::tie`] possibly its display name; empty for all agencies.
    pub agency: String,
    /// Name of the figure in the rule pack.
    pub name: String,
    /// The figure.
    pub value: f64,
    /// The assessor's source.
    pub source: String,
    /// Line in the table, from 1.
    pub line: u64,
}

/// All known figures.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    path: PathBuf,
    rows: Vec<Fact>,
}

impl Facts {
    /// Path of the table; `None` if none was given.
    pub fn path(&self) -> Option<&Path> {
        Some(self.path.as_path()).filter(|p| !p.as_os_str().is_empty())
    }

    /// Assigns each figure to its agency, by folder or display name. `names` are the figures that the rules use.
    ///
    /// # Errors
    /// If a figure or an agency is unknown, or a figure is given twice: it would be ignored silently.
    pub fn tie(mut self, names: &[&str], submissions: &[Submission]) -> Result<Self, SheetError> {
        let mut lines: BTreeMap<(String, String), u64> = BTreeMap::new();
        for fact in &mut self.rows {
            let wrong = |reason| SheetError::Row { path: self.path.clone(), line: fact.line, reason };
            if !names.contains(&fact.name.as_str()) {
                let hint = nearest_name(&fact.name, names.iter().copied())
                    .map_or("it uses none".to_owned(), |n| format!("the nearest is \"{n}\""));
                let name = &fact.name;
                return Err(wrong(format!("\"{name}\" is no figure that the rule pack uses (column name); {hint}")));
            }
            if !fact.agency.is_empty() {
                let folder = folder_of(&fact.agency, submissions).map_err(wrong)?;
                fact.agency = folder;
            }
            if let Some(first) = lines.insert((fact.agency.clone(), fact.name.clone()), fact.line) {
                let of =
                    if fact.agency.is_empty() { "all agencies".to_owned() } else { format!("\"{}\"", fact.agency) };
                let reason = format!("the figure \"{}\" of {of} stands already on line {first}", fact.name);
                return Err(SheetError::Row { path: self.path.clone(), line: fact.line, reason });
            }
        }
        Ok(self)
    }

    /// The figure of an agency: its own, otherwise the one for all agencies.
    pub fn get(&self, agency: &str, name: &str) -> Option<&Fact> {
        let named = || self.rows.iter().filter(|f| f.name == name);
        named().find(|f| f.agency == agency).or_else(|| named().find(|f| f.agency.is_empty()))
    }
}

/// Reads the table (agency, name, value, source).
///
/// # Errors
/// If it is not a table, lacks a column, or a value is not a number.
pub fn read_facts(path: &Path) -> Result<Facts, SheetError> {
    let columns = [
        Column { names: &["agency", "cơ quan"], needed: false },
        Column { names: &["name", "tên"], needed: true },
        Column { names: &["value", "giá trị"], needed: true },
        Column { names: &["source", "nguồn"], needed: false },
    ];
    let mut facts = Vec::new();
    let sheet = Sheet::read(path, &columns)?;
    if let Some(line) = sheet.overlong_line {
        let reason = "more values than columns; put a value that holds a comma in quotation marks".to_owned();
        return Err(SheetError::Row { path: path.to_owned(), line, reason });
    }
    for (line, row) in sheet.rows {
        let [agency, name, value, source] = row.as_slice() else { continue };
        let number = number::parse(value).map_err(|error| SheetError::Row {
            path: path.to_owned(),
            line,
            reason: format!("column value: \"{value}\" {error}"),
        })?;
        facts.push(Fact { agency: agency.clone(), name: name.clone(), value: number, source: source.clone(), line });
    }
    Ok(Facts { path: path.to_owned(), rows: facts })
}

/// The folder of the agency with this folder name or display name. The error is a message for the user.
fn folder_of(wanted: &str, submissions: &[Submission]) -> Result<String, String> {
    let folded = fold_name(wanted);
    if let Some(found) = submissions.iter().find(|s| fold_name(&s.agency) == folded) {
        return Ok(found.agency.clone());
    }
    let mut named = submissions.iter().filter(|s| fold_name(&s.name) == folded).map(|s| &s.agency);
    match (named.next(), named.next()) {
        (Some(folder), None) => Ok(folder.clone()),
        (Some(one), Some(other)) => {
            Err(format!("\"{wanted}\" is the name of \"{one}\" and \"{other}\" (column agency); give the folder"))
        }
        (None, _) => {
            let known = submissions.iter().flat_map(|s| [s.agency.as_str(), s.name.as_str()]);
            let hint = nearest_name(wanted, known).map(|n| format!("; the nearest is \"{n}\"")).unwrap_or_default();
            Err(format!("there is no agency \"{wanted}\" under ROOT (column agency){hint}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &str) -> Result<Facts, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), format!("agency;name;value;source\n{rows}\n")).unwrap();
        read_facts(file.path()).map_err(|e| e.to_string())
    }

    #[test]
    fn thousands_are_no_decimals() {
        for (value, expected) in
            [("1.200", 1200.0), ("1 200", 1200.0), ("12.345.678", 12_345_678.0), ("1200,5", 1200.5)]
        {
            let facts = read(&format!(";so-nhiem-vu;{value};nguồn")).unwrap();
            assert_eq!(facts.get("so-a", "so-nhiem-vu").unwrap().value, expected, "{value}");
        }
    }

    #[test]
    fn a_figure_that_can_be_read_in_two_ways_is_refused_with_its_line() {
        for value in ["1.2", "1,200", "12.5", "-3", "ba"] {
            let error = read(&format!(";a;1;x\n;so-nhiem-vu;{value};nguồn")).unwrap_err();
            assert!(error.contains("line 3") && error.contains(&format!("\"{value}\"")), "{error}");
        }
    }

    #[test]
    fn a_decimal_comma_between_commas_is_not_taken_for_two_values() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "name,value,source\na,\"1200,5\",x\nb,1,200,x\n").unwrap();
        let error = read_facts(file.path()).unwrap_err().to_string();
        assert!(error.contains("line 3") && error.contains("quotation marks"), "{error}");
    }
}
