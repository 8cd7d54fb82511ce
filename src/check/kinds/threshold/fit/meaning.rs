//! What a statement says of a measure.

use crate::statement::{Printed, Statement};

/// What a statement says of a measure.
#[derive(Debug, Clone)]
pub(in super::super) struct Entry<'a> {
    pub(in super::super) role: Role,
    pub(in super::super) scope: Scope,
    /// Which of the parts of the whole it tells of, as bits; 0 if it names none.
    pub(in super::super) parts: u32,
    /// Which of the deeds it tells, as bits.
    pub(in super::super) deeds: u32,
    /// Its figure is what was not done.
    pub(in super::super) is_left: bool,
    pub(in super::super) statement: &'a Statement,
}

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) enum Role {
    /// So many of so many were done.
    Ratio(f64, f64),
    /// So much was done, in percent.
    Percent(Printed),
    /// How many there are.
    Total(f64),
    /// How many were done.
    Done(f64),
    /// How many were not.
    Left(f64),
    /// How much was not, in percent.
    LeftPercent(Printed),
    /// Some were not.
    LeftSome,
    /// All were done, with their number if it is told.
    All(Option<f64>),
    /// None was done.
    None,
    /// The rest was done.
    RestDone,
    /// Less than so much was done.
    Below(f64),
}

/// Of what a statement tells.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Scope {
    /// Of all that the measure counts.
    Whole,
    /// Of a part of it, by these words.
    Part(Vec<String>),
    /// It is no result of the year: a goal, an estimate, last year's.
    Other(Vec<String>),
    /// Some of its words were not understood.
    Asked(Vec<String>),
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// What the measure counts.
    Own,
    /// That, by what stands over it.
    Over,
    /// Nothing that is told.
    Untold,
    /// Something else.
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Understood {
    Harmless,
    Narrows,
    Unknown,
}
