//! What is refused about an athlete's own file, as facts, and the words for it.

use contract::FaultCode;
use domain::words::Value;

/// Something about an own file that is not done.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum OwnRefusal {
    /// An own file takes nothing but what the athlete says.
    #[error("{call} does not belong into an own file")]
    OnlyReads {
        /// The call.
        call: String,
    },
    /// The open roster is not an own file.
    #[error("the open roster is not an own file")]
    NotOwn,
    /// An own file holds everything of an athlete that a head coach may read.
    #[error("only the head coach hands out own files")]
    HeadCoachOnly,
    /// Nothing was said yet.
    #[error("nothing was said in this file")]
    NothingSaid,
    /// More than a return file holds.
    #[error("the own file is full")]
    Full,
    /// The return file belongs to no file handed out from this roster.
    #[error("the return of {name} belongs to no file handed out here")]
    ReturnElsewhere {
        /// The athlete by the file's word.
        name: String,
    },
    /// No file handed out from this roster has the key that opens what came back.
    #[error("no file handed out here opens this return")]
    SealedElsewhere,
    /// The file changed since it was looked at.
    #[error("the return file is another than the one that was looked at")]
    OtherReturn,
    /// Another key signed than before.
    #[error("another key signed than before")]
    OtherKey,
}

impl OwnRefusal {
    /// Code, key and facts of its words.
    pub(crate) fn words(&self) -> (FaultCode, &'static str, Vec<(&'static str, Value)>) {
        use OwnRefusal as R;
        match self {
            R::OnlyReads { .. } => (FaultCode::Impossible, "own-only-reads", vec![]),
            R::NotOwn => (FaultCode::Impossible, "own-not-own", vec![]),
            R::HeadCoachOnly => (FaultCode::Impossible, "own-head-coach-only", vec![]),
            R::NothingSaid => (FaultCode::Impossible, "own-nothing-said", vec![]),
            R::Full => (FaultCode::Impossible, "own-full", vec![]),
            R::ReturnElsewhere { name } => {
                (FaultCode::NotFound, "own-return-elsewhere", vec![("athlete", name.clone().into())])
            }
            R::SealedElsewhere => (FaultCode::NotFound, "own-sealed-elsewhere", vec![]),
            R::OtherReturn => (FaultCode::Impossible, "own-other-return", vec![]),
            R::OtherKey => (FaultCode::Key, "own-other-key", vec![]),
        }
    }
}
