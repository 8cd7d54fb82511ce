//! Parsers that panic on a damaged place: what they were asked for is lost, not the document around it.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    /// While a parser is guarded on this thread: where it panicked.
    static GUARD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs a parser. What it had half changed when it panicked must not be relied upon.
///
/// # Errors
/// The place in its source where it panicked.
pub(super) fn guarded<T>(parse: impl FnOnce() -> T) -> Result<T, String> {
    let around = GUARD.replace(Some(String::new()));
    let result = catch_unwind(AssertUnwindSafe(parse));
    let place = GUARD.replace(around).unwrap_or_default();
    result.map_err(|_| format!("the reader failed at {place}"))
}

/// Takes note of a panic on this thread, from the panic hook. Returns false if nothing guards it.
pub(crate) fn note_panic(place: &str) -> bool {
    GUARD.with_borrow_mut(|guard| guard.as_mut().map(|noted| place.clone_into(noted)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_costs_what_was_guarded() {
        assert_eq!(guarded(|| 3), Ok(3));
        let lost = guarded(|| {
            assert!(note_panic("here:1"));
            panic!("a damaged place");
        });
        assert_eq!(lost, Err::<(), _>("the reader failed at here:1".to_owned()));
        assert!(!note_panic("there:2"));
    }
}
