//! The maths against values computed apart from it, against the choices that must not be "fixed", and against rules
//! that hold for any input.

#[cfg(test)]
mod choices;
#[cfg(test)]
mod choices_load;
#[cfg(test)]
mod choices_power;
#[cfg(test)]
mod choices_run;
#[cfg(test)]
mod complete;
#[cfg(test)]
mod datasets;
#[cfg(test)]
mod heat_outside;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod properties_power;
#[cfg(test)]
mod properties_run;
#[cfg(test)]
mod sets;
#[cfg(test)]
mod vectors;
