//! Opens a Word document and maps the parser's errors to failures.

use std::io::Cursor;
use std::sync::Arc;

use office_oxide::doc::DocError;
use office_oxide::options::ParseOptions;
use office_oxide::{Document, DocumentFormat, OfficeError};

use crate::document::Status;
use crate::read::failure::Failure;

pub(super) fn open(data: &Arc<[u8]>, format: DocumentFormat, options: &ParseOptions) -> Result<Document, Failure> {
    Document::from_reader_with(Cursor::new(Arc::clone(data)), format, options).map_err(|error| failure(&error))
}

fn failure(error: &OfficeError) -> Failure {
    let status = match error {
        OfficeError::Doc(DocError::Encrypted) => Status::Password,
        OfficeError::Doc(DocError::UnsupportedVersion(_)) | OfficeError::UnsupportedFormat(_) => Status::Unsupported,
        OfficeError::Panic(_) => Status::Crashed,
        _ => Status::Malformed,
    };
    Failure::new(status, error.to_string())
}
