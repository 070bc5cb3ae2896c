//! Nothing that is read may take for ever or fill the memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Ends the program when one file keeps a reader for too long, and measures the memory they came to need.
pub(super) struct Watch {
    begun: Instant,
    /// Seconds since the beginning when the file that is read now was begun; 0 between files.
    since: Arc<AtomicU64>,
    memory: Option<u64>,
}

impl Watch {
    pub(super) fn begin(longest: Duration) -> Watch {
        let (begun, since) = (Instant::now(), Arc::new(AtomicU64::new(0)));
        let watched = Arc::downgrade(&since);
        std::thread::spawn(move || {
            while let Some(since) = watched.upgrade() {
                let at = since.load(Ordering::Relaxed);
                // A reader that never returns cannot be stopped from inside; that it hung must be seen all the same.
                if at > 0 && begun.elapsed().as_secs().saturating_sub(at) > 10 * longest.as_secs() {
                    std::process::abort();
                }
                drop(since);
                std::thread::sleep(Duration::from_secs(1));
            }
        });
        Watch { begun, since, memory: most_memory() }
    }

    /// Does a piece of work under watch, and says how long it took.
    pub(super) fn time<T>(&self, work: impl FnOnce() -> T) -> (T, Duration) {
        let begun = Instant::now();
        self.since.store(self.begun.elapsed().as_secs().max(1), Ordering::Relaxed);
        let done = work();
        self.since.store(0, Ordering::Relaxed);
        (done, begun.elapsed())
    }

    /// The same for work that waits.
    pub(super) async fn time_of<T>(&self, work: impl Future<Output = T>) -> (T, Duration) {
        let begun = Instant::now();
        self.since.store(self.begun.elapsed().as_secs().max(1), Ordering::Relaxed);
        let done = work.await;
        self.since.store(0, Ordering::Relaxed);
        (done, begun.elapsed())
    }

    /// Bytes more than at the beginning, at the most; `None` where the system does not say.
    pub(super) fn grown(&self) -> Option<u64> {
        Some(most_memory()?.saturating_sub(self.memory?))
    }
}

/// The most memory this program ever held, bytes (Linux).
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()? * 1024)
}
