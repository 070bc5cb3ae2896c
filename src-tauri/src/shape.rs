//! The shape of the window: where it was, how large, and how large everything in it. Kept in the program's folder, so that a
//! copy of the program with a folder of its own has a window of its own.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager, PhysicalPosition, PhysicalSize, Result, WebviewWindow, Window, WindowEvent};

/// The steps of the size of everything, percent: those of a browser.
const ZOOMS: [u32; 11] = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200];

/// The usual size of everything.
const USUAL: u32 = 100;

/// What is remembered of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Shape {
    /// Left and top edge, pixels of the screen; `None` where the system does not say.
    place: Option<(i32, i32)>,
    /// Width and height, pixels of the screen.
    size: Option<(u32, u32)>,
    /// It filled its screen.
    maximised: bool,
    /// Size of everything, percent.
    zoom: u32,
}

impl Default for Shape {
    fn default() -> Shape {
        Shape { place: None, size: None, maximised: false, zoom: USUAL }
    }
}

/// What is remembered, and where.
pub(super) struct Kept {
    file: PathBuf,
    shape: Mutex<Shape>,
}

impl Kept {
    /// What was remembered in a folder. A file that cannot be read is as good as none.
    pub(super) fn in_folder(folder: &std::path::Path) -> Kept {
        let file = folder.join("window.json");
        let shape = std::fs::read(&file).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
        Kept { file, shape: Mutex::new(shape) }
    }

    fn with<T>(&self, work: impl FnOnce(&mut Shape) -> T) -> T {
        // Plain numbers are whole after every step.
        work(&mut self.shape.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Writes it down.
    pub(super) fn keep(&self) {
        let shape = self.with(|shape| *shape);
        let written = serde_json::to_vec(&shape).map_err(std::io::Error::other);
        let written = written.and_then(|text| {
            self.file.parent().map_or(Ok(()), std::fs::create_dir_all)?;
            std::fs::write(&self.file, text)
        });
        if let Err(fault) = written {
            // Only a convenience for the next start.
            tracing::warn!(%fault, "the place of the window could not be kept");
        }
    }
}

/// How the size of everything changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zoom {
    /// Larger.
    In,
    /// Smaller.
    Out,
    /// As usual.
    Reset,
}

/// The next size of everything.
fn zoomed(now: u32, to: Zoom) -> u32 {
    match to {
        Zoom::In => ZOOMS.into_iter().find(|step| *step > now).unwrap_or(now),
        Zoom::Out => ZOOMS.into_iter().rev().find(|step| *step < now).unwrap_or(now),
        Zoom::Reset => USUAL,
    }
}

/// Changes the size of everything.
pub(super) fn zoom(window: &WebviewWindow, to: Zoom) -> Result<()> {
    let kept = window.state::<Kept>();
    let next = kept.with(|shape| {
        shape.zoom = zoomed(shape.zoom, to);
        shape.zoom
    });
    window.set_zoom(f64::from(next) / 100.0)
}

/// Gives the window the shape it had. What would lie outside every screen stays where the system puts it.
pub(super) fn restore(handle: &AppHandle) -> Result<()> {
    let Some(window) = handle.get_webview_window("main") else { return Ok(()) };
    let Shape { place, size, maximised, zoom } = handle.state::<Kept>().with(|shape| *shape);
    if let Some((width, height)) = size {
        window.set_size(PhysicalSize::new(width, height))?;
    }
    if let Some((x, y)) = place {
        let on_screen = window.available_monitors()?.iter().any(|screen| {
            let (at, size) = (screen.position(), screen.size());
            holds((at.x, at.y), (size.width, size.height), (x, y))
        });
        if on_screen {
            window.set_position(PhysicalPosition::new(x, y))?;
        }
    }
    if maximised {
        window.maximize()?;
    }
    if zoom != USUAL {
        window.set_zoom(f64::from(zoom) / 100.0)?;
    }
    Ok(())
}

/// Whether a screen shows enough of a window at a place for it to be taken hold of.
fn holds(screen: (i32, i32), size: (u32, u32), place: (i32, i32)) -> bool {
    /// So much of the upper left corner has to be seen.
    const CORNER: i32 = 80;
    let end = |from: i32, length: u32| from.saturating_add_unsigned(length);
    let (right, bottom) = (end(screen.0, size.0), end(screen.1, size.1));
    place.0 >= screen.0 && place.1 >= screen.1 && place.0 <= right - CORNER && place.1 <= bottom - CORNER
}

/// Remembers what happens to the window. While it fills its screen its own size and place are those from before.
pub(super) fn happened(window: &Window, event: &WindowEvent) {
    let kept = window.state::<Kept>();
    match event {
        WindowEvent::Moved(_) | WindowEvent::Resized(_) => {
            let fills = window.is_maximized().unwrap_or(false);
            let whole = fills || window.is_fullscreen().unwrap_or(false) || window.is_minimized().unwrap_or(false);
            let (place, size) = (window.outer_position().ok(), window.inner_size().ok());
            kept.with(|shape| {
                shape.maximised = fills;
                if !whole {
                    shape.place = place.map(|at| (at.x, at.y)).or(shape.place);
                    shape.size = size.map(|size| (size.width, size.height)).or(shape.size);
                }
            });
        }
        WindowEvent::CloseRequested { .. } | WindowEvent::Destroyed => kept.keep(),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_grows_and_shrinks_in_steps_and_no_further() {
        assert_eq!(zoomed(100, Zoom::In), 110);
        assert_eq!(zoomed(100, Zoom::Out), 90);
        assert_eq!(zoomed(200, Zoom::In), 200);
        assert_eq!(zoomed(50, Zoom::Out), 50);
        assert_eq!(zoomed(103, Zoom::Out), 100, "a size of another version finds its steps");
        assert_eq!(zoomed(175, Zoom::Reset), 100);
    }

    #[test]
    fn a_window_is_put_back_only_where_a_screen_shows_its_corner() {
        let (screen, size) = ((0, 0), (1920, 1080));
        assert!(holds(screen, size, (100, 100)));
        assert!(!holds(screen, size, (1900, 100)), "only its edge would be seen");
        assert!(!holds(screen, size, (-400, 100)), "that screen is gone");
        assert!(holds((-1920, 0), size, (-400, 100)), "it is there again");
    }

    #[test]
    fn the_shape_is_there_again_and_an_unreadable_file_is_as_good_as_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = Kept::in_folder(folder.path());
        kept.with(|shape| {
            *shape = Shape { place: Some((12, 30)), size: Some((1400, 900)), maximised: true, zoom: 125 }
        });
        kept.keep();
        let again = Kept::in_folder(folder.path());
        assert_eq!(again.with(|shape| *shape), kept.with(|shape| *shape));
        std::fs::write(folder.path().join("window.json"), b"{ half").expect("written");
        assert_eq!(Kept::in_folder(folder.path()).with(|shape| *shape), Shape::default());
    }
}
