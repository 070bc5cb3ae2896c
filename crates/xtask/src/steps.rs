//! Saying what is being done: numbered steps with times, and a closing table.

use std::time::{Duration, Instant};

use crate::fault::TaskFault;

/// Work of several steps. A failed step does not stop the next one; the table at the end says all.
pub(crate) struct Steps {
    total: usize,
    begun: Instant,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    took: Duration,
    end: End,
}

/// How a step ended.
enum End {
    Well,
    /// What it was for could not be looked at.
    Not(String),
    Failed(String),
}

impl Steps {
    /// Begins work of that many steps.
    pub(crate) fn new(total: usize) -> Self {
        Self { total, begun: Instant::now(), rows: Vec::new() }
    }

    /// Does one step and says so. Returns whether it went well.
    pub(crate) fn step(&mut self, name: &str, work: impl FnOnce() -> Result<(), TaskFault>) -> bool {
        let number = self.rows.len() + 1;
        println!("\n== step {number} of {}: {name} (after {})", self.total, clock(self.begun.elapsed()));
        let begun = Instant::now();
        let end = match work() {
            Ok(()) => End::Well,
            Err(TaskFault::NotLooked { why }) => End::Not(why.to_owned()),
            Err(fault) => End::Failed(fault.to_string()),
        };
        let took = begun.elapsed();
        match &end {
            End::Well => println!("== {name}: ok in {}", clock(took)),
            End::Not(why) => println!("== {name}: NOT CHECKED: {why}"),
            End::Failed(fault) => println!("== {name}: FAILED in {}: {fault}", clock(took)),
        }
        let went_well = !matches!(end, End::Failed(_));
        self.rows.push(Row { name: name.to_owned(), took, end });
        went_well
    }

    /// Does one step; a fault ends the work.
    pub(crate) fn must(&mut self, name: &str, work: impl FnOnce() -> Result<(), TaskFault>) -> Result<(), TaskFault> {
        let number = self.rows.len() + 1;
        println!("\n== step {number} of {}: {name} (after {})", self.total, clock(self.begun.elapsed()));
        let begun = Instant::now();
        work()?;
        println!("== {name}: ok in {}", clock(begun.elapsed()));
        self.rows.push(Row { name: name.to_owned(), took: begun.elapsed(), end: End::Well });
        Ok(())
    }

    /// Prints the table; a fault names the steps that failed.
    pub(crate) fn close(self) -> Result<(), TaskFault> {
        let width = self.rows.iter().map(|row| row.name.len()).max().unwrap_or(0).max(5);
        println!("\n{:width$}  {:>8}  result", "step", "time");
        for row in &self.rows {
            let result = match &row.end {
                End::Well => "ok".to_owned(),
                End::Not(why) => format!("NOT CHECKED: {why}"),
                End::Failed(_) => "FAILED".to_owned(),
            };
            println!("{:width$}  {:>8}  {result}", row.name, clock(row.took));
        }
        println!("{:width$}  {:>8}", "total", clock(self.begun.elapsed()));
        let lanes: Vec<String> =
            self.rows.into_iter().filter(|row| matches!(row.end, End::Failed(_))).map(|row| row.name).collect();
        if lanes.is_empty() { Ok(()) } else { Err(TaskFault::Lanes { lanes }) }
    }
}

/// A time as a person reads it: `8.3 s`, `2 min 05 s`.
pub(crate) fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_seconds_then_as_minutes() {
        assert_eq!(clock(Duration::from_millis(8_340)), "8.3 s");
        assert_eq!(clock(Duration::from_secs(125)), "2 min 05 s");
    }

    #[test]
    fn a_failed_step_is_named_at_the_end_and_later_steps_still_run() {
        let mut steps = Steps::new(3);
        assert!(!steps.step("first", || Err(TaskFault::Untidy { count: 1 })));
        assert!(steps.step("second", || Ok(())));
        assert!(
            steps.step("third", || Err(TaskFault::NotLooked { why: "no network" })),
            "a gap is said, and fails nothing"
        );
        let fault = steps.close().unwrap_err();
        assert_eq!(fault.to_string(), "failed: first");
    }
}
