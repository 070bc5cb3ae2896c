//! A file that was written: where it is, how large, and what is not in it.

use contract::Fault;
use contract::entry::Exported;
use leptos::prelude::*;

use super::{CopyPath, FaultView, Icon, IconButton};
use crate::format;
use crate::words::{t, t_with};

/// Says where a file was written until it is closed; nothing before.
#[component]
pub fn ExportedNote(
    /// What came of it.
    written: RwSignal<Option<Result<Exported, Fault>>>,
) -> impl IntoView {
    move || {
        written.get().map(|written_now| match written_now {
            Err(fault) => view! { <FaultView fault=fault /> }.into_any(),
            Ok(file) => {
                let left: Vec<_> = file.left_out.into_iter().map(|what| view! { <li>{what}</li> }).collect();
                view! {
                    <div class="exported" role="status" data-testid="exported">
                        <p>
                            {t("screen-exported")} " " <code>{file.path.clone()}</code> " "
                            <span class="quiet">{size(file.bytes)}</span>
                        </p>
                        <CopyPath path=file.path.clone() />
                        <IconButton icon=Icon::Close label=t("screen-close") on_press=move || written.set(None) />
                        {(!left.is_empty())
                            .then(|| {
                                view! {
                                    <div class="exported-left">
                                        <p>{t("screen-exported-without")}</p>
                                        <ul>{left}</ul>
                                    </div>
                                }
                            })}
                    </div>
                }
                .into_any()
            }
        })
    }
}

/// Bytes as a person says them.
fn size(bytes: u64) -> String {
    let bytes = bytes as f64;
    if bytes < 1_000_000.0 {
        t_with("screen-size-kb", &[("size", format::number((bytes / 1000.0).max(0.1), 1).into())])
    } else {
        t_with("screen-size-mb", &[("size", format::number(bytes / 1_000_000.0, 1).into())])
    }
}
