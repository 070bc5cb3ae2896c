//! An athlete's charts as files, drawn by the same functions as in the window.

use std::path::{Path, PathBuf};

use charts::Theme;
use contract::measure::{ActivityTrace, LoadTrend, ReadinessTrend};
use domain::id::AthleteId;
use domain::recording::ChannelKind;
use domain::words::Words;

use crate::preferences::speaking;
use crate::{Answer, App, AppFault};

const SIZE: (u32, u32) = (1200, 520);

/// What a picture of this height has room for.
const PICTURED: [ChannelKind; 6] = [
    ChannelKind::HeartRate,
    ChannelKind::Power,
    ChannelKind::Speed,
    ChannelKind::Altitude,
    ChannelKind::Cadence,
    ChannelKind::Temperature,
];

impl App {
    /// Writes load, readiness and the newest activity's trace of an athlete into a folder, each as SVG and PNG.
    /// Returns the files written.
    ///
    /// # Errors
    /// A fault in words when a chart cannot be drawn or a file cannot be written.
    pub async fn draw(&self, athlete: AthleteId, folder: &Path) -> Result<Vec<PathBuf>, contract::Fault> {
        let drawing =
            async { self.pictures(athlete, folder).await.map_err(|fault| fault.told("draw", &self.0.clock.id())) };
        speaking(self.locale(), drawing).await
    }

    async fn pictures(&self, athlete: AthleteId, folder: &Path) -> Result<Vec<PathBuf>, AppFault> {
        let (theme, words) = (Theme::light(), Words::here());
        let load = LoadTrend { athlete, from: None, to: None }.answer(self).await?;
        let readiness = ReadinessTrend { athlete, from: None, to: None }.answer(self).await?;
        let mut drawn = vec![
            ("load", charts::load::svg(&load, SIZE, &theme, words)?),
            ("readiness", charts::readiness::svg(&readiness, SIZE, &theme, words)?),
        ];
        let newest = self.roster().await?.activities(athlete, None, None, Some(1)).await?;
        if let Some(activity) = newest.first() {
            let channels = PICTURED.to_vec();
            let trace =
                ActivityTrace { id: activity.id, width: SIZE.0, channels, from: None, to: None }.answer(self).await?;
            drawn.push(("trace", charts::trace::svg(&trace, SIZE, &theme, words)?));
        }
        let mut files = Vec::new();
        for (name, svg) in drawn {
            let png = charts::png::render(&svg)?;
            for (ending, bytes) in [("svg", svg.as_bytes()), ("png", png.as_slice())] {
                let path = folder.join(format!("{name}.{ending}"));
                std::fs::write(&path, bytes).map_err(|source| AppFault::Unwritable { path: path.clone(), source })?;
                files.push(path);
            }
        }
        Ok(files)
    }
}
