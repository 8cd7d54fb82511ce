//! File formats.

use serde::{Deserialize, Serialize};

/// The format that a file name's extension suggests, or `None` if the extension is missing or unknown here.
pub(crate) fn expected(name: &str) -> Option<Media> {
    let (stem, extension) = name.rsplit_once('.')?;
    if stem.is_empty() {
        return None;
    }
    Some(match extension.to_lowercase().as_str() {
        "pdf" => Media::Pdf,
        "docx" | "docm" | "dotx" | "dotm" => Media::Docx,
        "doc" | "dot" => Media::Doc,
        "xlsx" | "xlsm" | "xltx" | "xltm" => Media::Xlsx,
        "xls" | "xlt" => Media::Xls,
        "xlsb" => Media::Xlsb,
        "ods" => Media::Ods,
        "rtf" => Media::Rtf,
        "htm" | "html" | "xhtml" | "mht" | "mhtml" => Media::Html,
        "txt" | "csv" | "tsv" | "md" => Media::Text,
        "jpg" | "jpeg" | "png" | "tif" | "tiff" | "bmp" | "gif" | "webp" | "heic" | "heif" => Media::Image,
        "zip" | "rar" | "7z" | "gz" => Media::Archive,
        "eml" => Media::Mail,
        _ => return None,
    })
}

/// The format of a file, detected from its first bytes and never from its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Media {
    /// Portable Document Format.
    Pdf,
    /// Word 2007 and later.
    Docx,
    /// Word 97–2003.
    Doc,
    /// Excel 2007 and later, with or without macros.
    Xlsx,
    /// Excel 97–2003.
    Xls,
    /// Excel, binary workbook.
    Xlsb,
    /// OpenDocument spreadsheet.
    Ods,
    /// Rich Text Format.
    Rtf,
    /// A web page.
    Html,
    /// Plain text.
    Text,
    /// A picture: JPEG, PNG, TIFF, BMP, GIF.
    Image,
    /// A saved e-mail.
    Mail,
    /// An archive: zip, rar, 7z.
    Archive,
    /// Anything else.
    Other,
}

impl Media {
    /// True for workbooks, which need not follow the prescribed form of documents (thể thức).
    pub fn is_sheet(self) -> bool {
        matches!(self, Media::Xlsx | Media::Xls | Media::Xlsb | Media::Ods)
    }

    /// True for formats with numbered pages or sheets. A Word document has no pages before layout.
    pub fn has_pages(self) -> bool {
        matches!(self, Media::Pdf | Media::Image) || self.is_sheet()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_promise_a_kind() {
        for (name, media) in [
            ("a.PDF", Some(Media::Pdf)),
            ("x.y.docx", Some(Media::Docx)),
            ("so lieu.xls", Some(Media::Xls)),
            (".pdf", None),
            ("README", None),
            ("a.tmp", None),
        ] {
            assert_eq!(expected(name), media, "{name}");
        }
    }
}
