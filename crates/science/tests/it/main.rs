//! The maths against values computed apart from it, against the choices that must not be "fixed", and against rules
//! that hold for any input.

#[cfg(test)]
mod choices;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod published;
#[cfg(test)]
mod vectors;
