//! Figures in sentences and tables: what is a result, what a goal, of which year, of how many.

mod counted;
mod figure_kind;
pub(crate) mod ratio;
pub(crate) mod years;
