//! How many engines run at a time, over all documents: one for each processor, not one for each page.

use std::sync::{Condvar, Mutex, PoisonError};

/// A number of seats; who reads takes one and gives it back.
#[derive(Debug)]
pub(crate) struct Seats {
    free: Mutex<usize>,
    freed: Condvar,
}

impl Seats {
    pub(super) fn new(seats: usize) -> Self {
        Self { free: Mutex::new(seats.max(1)), freed: Condvar::new() }
    }

    /// Waits for a seat; it is free again when what is given back is dropped.
    pub(crate) fn take(&self) -> Seat<'_> {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.freed.wait_while(free, |free| *free == 0);
        *waited.unwrap_or_else(PoisonError::into_inner) -= 1;
        Seat { seats: self }
    }
}

/// A taken seat.
#[derive(Debug)]
pub(crate) struct Seat<'s> {
    seats: &'s Seats,
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        *self.seats.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.seats.freed.notify_one();
    }
}
