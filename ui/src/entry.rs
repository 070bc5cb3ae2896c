//! What people enter by hand: an activity nobody recorded, and a squad's morning.

mod activity;
mod morning;
mod sets;

pub use activity::AddActivityDialog;
pub use morning::SquadMorningDialog;
