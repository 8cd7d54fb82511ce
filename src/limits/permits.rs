//! A counting semaphore: how much of something may be in use at a time, over all threads.

use std::sync::{Condvar, Mutex, PoisonError};

/// A fixed number of permits: engine processes that run, or bytes that are held.
#[derive(Debug)]
pub(crate) struct Permits {
    all: u64,
    free: Mutex<u64>,
    freed: Condvar,
}

impl Permits {
    pub(crate) fn new(count: u64) -> Self {
        let all = count.max(1);
        Self { all, free: Mutex::new(all), freed: Condvar::new() }
    }

    /// Waits for free permits; dropping the returned guard frees them again. More than there are take all.
    pub(crate) fn acquire(&self, count: u64) -> Permit<'_> {
        let count = count.min(self.all);
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.freed.wait_while(free, |free| *free < count);
        *waited.unwrap_or_else(PoisonError::into_inner) -= count;
        Permit { permits: self, count }
    }
}

/// Permits that are held until it is dropped.
#[derive(Debug)]
pub(crate) struct Permit<'p> {
    permits: &'p Permits,
    count: u64,
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.permits.free.lock().unwrap_or_else(PoisonError::into_inner) += self.count;
        self.permits.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn no_more_is_in_use_than_there_is() {
        let (permits, used, most) = (Permits::new(10), AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for wanted in [3, 4, 25, 6, 1, 7, 10, 2] {
                let (permits, used, most) = (&permits, &used, &most);
                scope.spawn(move || {
                    let permit = permits.acquire(wanted);
                    let now = used.fetch_add(permit.count, Ordering::SeqCst) + permit.count;
                    most.fetch_max(now, Ordering::SeqCst);
                    std::thread::yield_now();
                    used.fetch_sub(permit.count, Ordering::SeqCst);
                });
            }
        });
        assert!(most.into_inner() <= 10 && used.into_inner() == 0);
    }
}
