//! Helpers for the XML parts of Office documents.

use std::borrow::Cow;

use quick_xml::escape::unescape;
use quick_xml::events::BytesStart;

/// The value of an attribute, in any namespace, with its entities resolved.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = unescape(&attribute.value).map(Cow::into_owned);
    Some(value.unwrap_or_else(|_| attribute.value.clone().into_owned()))
}
