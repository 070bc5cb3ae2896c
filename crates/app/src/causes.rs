//! What the log says of what is beneath a fault: every cause, and nothing that somebody wrote.

use std::error::Error;

/// Everything that caused a fault, without the fault's own words.
pub(crate) fn causes(fault: &(dyn Error + 'static)) -> String {
    let mut said_of = Vec::new();
    let mut next = fault.source();
    while let Some(cause) = next {
        said_of.push(said(cause));
        next = cause.source();
    }
    said_of.join(": ")
}

fn said(cause: &(dyn Error + 'static)) -> String {
    match cause.downcast_ref::<serde_json::Error>() {
        // Its own words quote the value that does not fit, which can be a note or a passphrase.
        Some(json) => format!("{:?} fault in JSON at line {} column {}", json.classify(), json.line(), json.column()),
        None => cause.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use crate::AppFault;

    use super::*;

    #[test]
    fn a_value_that_does_not_fit_is_told_by_its_place_and_not_quoted() {
        let source = serde_json::from_str::<u32>("\"the left knee\"").expect_err("no number");
        assert!(source.to_string().contains("the left knee"), "as the library says it");
        let fault = AppFault::BadArguments { call: "Annotate".to_owned(), source };
        let text = causes(&fault);
        assert!(!text.contains("knee") && text.contains("Data fault in JSON at line 1"), "{text}");
    }
}
