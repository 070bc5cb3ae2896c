//! The loopback twin of the window: the same calls and the same front end for a browser on this computer, and nobody else.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use app::App;
use contract::Fault;
use contract::domain::id::TaskId;
use contract::roster::OpenSample;

use crate::ask::ask;
use crate::{http, protect, shown};

/// Serves until interrupted.
pub(crate) async fn serve(
    app: App,
    roster: Option<&Path>,
    passphrase: Option<&Path>,
    sample: bool,
    port: u16,
    ui: Option<&Path>,
) -> Result<(), Fault> {
    let ui = front_end(ui).ok_or_else(app::no_front_end)?;
    if sample {
        let task = TaskId(app::new_id());
        shown::progress(&app, task);
        eprintln!("Opening the sample club (made and imported on first use)...");
        ask(&app, &OpenSample { task: Some(task) }).await?;
    } else {
        let opened = match roster {
            Some(path) => app.open_or_create(path).await,
            None => app.open_usual().await,
        };
        match opened {
            // The page asks for it.
            Err(fault) if fault.needs_passphrase() && passphrase.is_none() => {}
            Err(fault) if fault.needs_passphrase() => protect::opened(&app, Err(fault), passphrase).await?,
            // The page says so and shows the ways out.
            Err(fault) => {
                let fault = app::untraced(&fault);
                eprintln!("{}\n{}", fault.what, fault.next);
            }
            Ok(()) => {}
        }
    }
    // Loopback only, whatever the arguments say.
    let listener = tokio::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .await
        .map_err(|error| app::cannot_listen(port, error))?;
    let port = listener.local_addr().map_err(|error| app::cannot_listen(port, error))?.port();
    let pass = http::Pass::new(port).map_err(|source| app::untraced(&app::AppFault::NoRandomness { source }))?;
    if let Some(address) = pass.address() {
        println!("{address}");
    }
    let router = http::router(app.clone(), ui, port, pass, http::Limits::USUAL);
    http::listen(listener, router, http::Limits::USUAL, async {
        // If the signal cannot be heard, the process still ends by being killed.
        drop(tokio::signal::ctrl_c().await);
    })
    .await;
    app.close().await;
    Ok(())
}

/// The folder of the built front end: as asked, in TRACKSIDE_UI, beside the program, or in the project.
fn front_end(asked: Option<&Path>) -> Option<PathBuf> {
    let beside = std::env::current_exe().ok().and_then(|exe| exe.parent().map(|folder| folder.join("ui")));
    let candidates = [
        asked.map(Path::to_owned),
        std::env::var_os("TRACKSIDE_UI").map(PathBuf::from),
        beside,
        Some(PathBuf::from("ui/dist")),
    ];
    candidates.into_iter().flatten().find(|folder| folder.join("index.html").is_file())
}
