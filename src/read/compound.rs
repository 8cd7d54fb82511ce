//! OLE compound files (.doc, .xls): their streams, and whether they are whole. The readers stop where the bytes do, so that
//! half a document would count as all of it.

use std::io::Cursor;

use office_oxide::cfb::CfbReader;

/// Signature of a compound file.
pub(super) const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Numbers from this one on are no sectors ([MS-CFB] 2.1).
const LARGEST: u32 = 0xffff_fffa;
/// Sectors of the allocation table that the header lists itself, and where.
const LISTED: std::ops::Range<usize> = 76..512;

/// True if the file is a compound file that is shorter than its allocation table says ([MS-CFB] 2.3).
pub(super) fn is_cut(data: &[u8]) -> bool {
    if !data.starts_with(SIGNATURE) {
        return false;
    }
    let Some(shift) = data.get(30..32).map(|b| u16::from_le_bytes([b[0], b[1]])) else { return true };
    // Sectors have 512 or 4,096 bytes; of a file with other ones nothing is known.
    if !matches!(shift, 9 | 12) {
        return false;
    }
    let Some(header) = data.get(..LISTED.end) else { return true };
    let size = 1_usize << shift;
    let sector = |number: u32| {
        let start = (number as usize).checked_add(1)?.checked_mul(size)?;
        data.get(start..start.checked_add(size)?)
    };
    let mut tables: Vec<u32> = numbers(&header[LISTED]).filter(|number| *number < LARGEST).collect();
    // Large files list further sectors of the table in sectors of their own, the last number of which leads to the next.
    let mut next = numbers(&header[68..72]).next().unwrap_or(LARGEST);
    for _ in 0..data.len() / size {
        if next >= LARGEST {
            break;
        }
        let Some(list) = sector(next) else { return true };
        tables.extend(numbers(&list[..size - 4]).filter(|number| *number < LARGEST));
        next = numbers(&list[size - 4..]).next().unwrap_or(LARGEST);
    }
    // The header says how many there are; what some programs leave behind them means nothing.
    tables.truncate(numbers(&header[44..48]).next().unwrap_or_default() as usize);
    let mut last = 0;
    for table in tables {
        let Some(entries) = sector(table) else { return true };
        // An entry that ends a chain alone may be one that was never used.
        last = numbers(entries).filter(|next| *next < LARGEST).fold(last.max(table), u32::max);
    }
    // Some programs do not fill the last sector.
    (last as usize + 1).saturating_mul(size) >= data.len()
}

/// The first of the named streams that is there; empty if none is.
pub(super) fn stream(data: &[u8], names: &[&str]) -> Vec<u8> {
    let Ok(mut file) = CfbReader::new(Cursor::new(data)) else { return Vec::new() };
    names.iter().find_map(|name| file.open_stream(name).ok()).unwrap_or_default()
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ends a chain.
    const LAST: [u8; 4] = [0xfe, 0xff, 0xff, 0xff];

    /// A header, a table of one sector and `used` sectors in use.
    fn file(used: usize) -> Vec<u8> {
        let mut file = [SIGNATURE, &[0; 22], &[9, 0], &[0; 12], &[1, 0, 0, 0], &[0; 20], &LAST, &[0; 4]].concat();
        file.extend([0; 4]);
        file.resize(LISTED.end, 0xff);
        let next = |n: usize| if n + 1 < used { (n as u32 + 1).to_le_bytes() } else { LAST };
        let table = (0..128).flat_map(next);
        file.extend(table);
        file.resize(512 * (used + 1), b'x');
        file
    }

    #[test]
    fn a_file_that_ends_before_its_last_sector_is_cut() {
        let whole = file(5);
        assert!(!is_cut(&whole));
        assert!(!is_cut(&whole[..whole.len() - 100]), "a program may leave its last sector unfilled");
        for length in [8, 31, 400, 600, 1024, 2048, 5 * 512] {
            assert!(is_cut(&whole[..length]), "{length}");
        }
        assert!(!is_cut(b"Rar!"));
    }
}
