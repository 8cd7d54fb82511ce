//! agencies.csv: the agencies of a batch and what each must supply.

use std::collections::BTreeMap;
use std::path::Path;

use super::code::Codes;
use super::intake::IntakeError;
use super::names::fold_name;
use super::sheet::{Column, Sheet, SheetError};
use crate::text::nfc;

/// One row: an agency and what it must supply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Name of its folder, NFC.
    pub folder: String,
    /// Display name.
    pub name: String,
    /// tỉnh, sở, huyện, xã, or empty.
    pub level: String,
    /// Codes, or `code/item`; empty for everything.
    pub items: Vec<String>,
}

/// True for the name of a table of agencies, in any case.
pub(super) fn is_agencies(name: &str) -> bool {
    name.eq_ignore_ascii_case("agencies.csv")
}

/// Reads the table (folder, name, level, items).
///
/// # Errors
/// If it is not a table, lacks the column `folder`, names a folder twice or a row names none, or if it assigns
/// something that is not in the pack.
pub fn read_agencies(path: &Path, codes: &Codes) -> Result<Vec<Agency>, IntakeError> {
    let columns = [
        Column { names: &["folder", "thư mục", "thu muc"], needed: true },
        Column { names: &["name", "tên", "tên cơ quan", "cơ quan"], needed: false },
        Column { names: &["level", "cấp"], needed: false },
        Column { names: &["items", "tiêu chí", "phân công"], needed: false },
    ];
    let mut agencies = Vec::new();
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    for (line, row) in Sheet::read(path, &columns)?.rows {
        let [folder, name, level, items] = row.as_slice() else { continue };
        let items: Vec<String> =
            items.split([';', '|']).map(str::trim).filter(|i| !i.is_empty()).map(str::to_owned).collect();
        if let Some(item) = items.iter().find(|i| !codes.can_assign(i)) {
            let hint = codes.nearest(item).map(|n| format!("the nearest is \"{n}\"")).unwrap_or_default();
            return Err(IntakeError::UnknownItem { path: path.to_owned(), line, item: item.clone(), hint });
        }
        let folder = nfc(folder.trim_end_matches(['/', '\\']));
        if folder.is_empty() {
            let reason = "no folder is named (column folder)".to_owned();
            return Err(SheetError::Row { path: path.to_owned(), line, reason }.into());
        }
        // On most systems spellings that differ in case are one folder: the agency would be judged twice.
        if let Some(first) = lines.insert(fold_name(&folder), line) {
            return Err(IntakeError::AgencyTwice { path: path.to_owned(), line, first, folder });
        }
        let name = if name.is_empty() { folder.clone() } else { name.clone() };
        agencies.push(Agency { folder, name, level: level.clone(), items });
    }
    Ok(agencies)
}
