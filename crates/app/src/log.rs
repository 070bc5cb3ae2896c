//! The log: where the id of a fault is found again. One file a day beside the rosters, the last seven kept.

use std::path::{Path, PathBuf};

use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer, fmt};

use crate::Place;

const DAYS_KEPT: usize = 7;

impl Place {
    /// The folder of the log files.
    #[must_use]
    pub fn logs(&self) -> PathBuf {
        self.home.join("logs")
    }
}

/// Begins to log into a place's folder, and on standard error what `TRACKSIDE_LOG` asks for (nothing if unset).
/// A log that cannot be written is no reason not to start: that is told on standard error, and the program goes on.
pub fn begin(place: &Place) {
    let aloud = EnvFilter::try_from_env("TRACKSIDE_LOG").unwrap_or_else(|_| EnvFilter::new("off"));
    let aloud = fmt::layer().with_writer(std::io::stderr).with_filter(aloud);
    let folder = place.logs();
    // A folder that cannot be made is told by the file that then cannot be opened in it.
    drop(std::fs::create_dir_all(&folder));
    let kept = file(&folder);
    let (kept, refused) = match kept {
        Ok(kept) => (Some(kept), None),
        Err(refused) => (None, Some(refused)),
    };
    let kept = kept.map(|file| {
        // Ours from `info` on; libraries only when something is wrong.
        let quiet = EnvFilter::new("warn,app=info,store=info,cli=info,desktop=info");
        fmt::layer().with_ansi(false).with_writer(file).with_filter(quiet)
    });
    let begun = tracing_subscriber::registry().with(aloud).with(kept).try_init();
    if let Some(refused) = refused {
        tracing::error!(%refused, "no log file");
    }
    if let Err(already) = begun {
        tracing::debug!(%already, "somebody logs already");
    }
}

fn file(folder: &Path) -> Result<RollingFileAppender, tracing_appender::rolling::InitError> {
    RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("trackside")
        .filename_suffix("log")
        .max_log_files(DAYS_KEPT)
        .build(folder)
}
