//! From a name and JSON text to an answer: the one way in for every transport.

use std::panic::AssertUnwindSafe;

use contract::{Call, Fault, with_calls};
use futures::FutureExt;

use crate::preferences::speaking;
use crate::{App, AppFault, own};

/// How the program answers a call. A call of the list without this does not compile.
pub trait Answer: Call {
    /// Does it.
    fn answer(self, app: &App) -> impl Future<Output = Result<Self::Reply, AppFault>> + Send;
}

macro_rules! route {
    ($($request:ty => $reply:ty),+ $(,)?) => {
        async fn route(app: &App, name: &str, args: &str) -> Result<String, AppFault> {
            $(if name == <$request as Call>::NAME {
                let request: $request = serde_json::from_str(args)
                    .map_err(|source| AppFault::BadArguments { call: name.to_owned(), source })?;
                // Boxed: the list is long, and one big future of all of them would live on every stack.
                let reply = Box::pin(request.answer(app)).await?;
                return serde_json::to_string(&reply).map_err(|source| AppFault::BadReply { call: name.to_owned(), source });
            })+
            Err(AppFault::UnknownCall { call: name.to_owned() })
        }
    };
}

with_calls!(route);

/// Answers a call: JSON text in, JSON text out. A panic becomes a fault with a trace id, and a line in the log.
///
/// # Errors
/// The [`Fault`] a person reads, whatever went wrong.
pub async fn dispatch(app: &App, name: &str, args: &str) -> Result<String, Fault> {
    let locale = app.locale();
    let answer = async {
        own::admit(app, name).await?;
        app.admit(name)?;
        route(app, name, args).await
    };
    let answered = AssertUnwindSafe(speaking(locale, answer)).catch_unwind().await;
    let result = answered.unwrap_or_else(|panic| {
        let said = panic
            .downcast_ref::<&str>()
            .map(|text| (*text).to_owned())
            .or_else(|| panic.downcast_ref::<String>().cloned());
        Err(AppFault::Panicked { said: said.unwrap_or_else(|| "no message".to_owned()) })
    });
    result.map_err(|fault| locale.during(|| fault.told(name, &app.0.clock.id())))
}
