//! `--facts`: what the assessor knows, such as the number of units, against which documents are held.

use std::path::Path;

use super::sheet::{Column, Sheet, SheetError};
use crate::text::number;

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
    let sheet = Sheet::read(path, &columns)?;
    if let Some(line) = sheet.torn {
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
        facts.push(Fact { agency: agency.clone(), name: name.clone(), value: number, source: source.clone() });
    }
    Ok(Facts(facts))
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
