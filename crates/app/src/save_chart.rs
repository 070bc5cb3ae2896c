//! A chart of the screen as a file: its numbers, the picture as it was drawn, or pixels of it.

use contract::entry::Exported;
use contract::picture::{ChartForm, SaveChart};
use serde_json::Value as Json;

use crate::exports::{file_name, write_new};
use crate::{Answer, App, AppFault};

/// No chart of this program is larger, bytes.
const LARGEST: usize = 8_000_000;

impl Answer for SaveChart {
    async fn answer(self, app: &App) -> Result<Exported, AppFault> {
        if self.content.len() > LARGEST {
            let value = self.content.len() as f64;
            return Err(AppFault::OutOfRange { what: "chart-size", value, low: 1.0, high: LARGEST as f64 });
        }
        let roster = app.roster().await?;
        let folder = app.0.place.documents.clone();
        let SaveChart { name, form, content } = self;
        let written = tokio::task::spawn_blocking(move || {
            let bytes = match form {
                ChartForm::Csv => content.into_bytes(),
                ChartForm::Svg => charts::png::checked(&content)?.to_owned().into_bytes(),
                ChartForm::Png => charts::png::render(&content)?,
            };
            write_new(&folder, &file_name(&name), form.ending(), &bytes).map(|path| (path, bytes.len() as u64))
        });
        let (path, bytes) = written.await.map_err(|source| AppFault::Panicked { said: source.to_string() })??;
        let path = path.to_string_lossy().into_owned();
        // What leaves the laptop is written down, as every change is.
        let write = roster.write().await?;
        write.commit(app.entry("save-chart", None, Some(path.clone()), Json::Null)).await?;
        Ok(Exported { path, bytes, left_out: Vec::new() })
    }
}
