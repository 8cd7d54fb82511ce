//! Removes the strips of colour gradients from rulings: a gradient is drawn as many thin strips side by side, each of
//! which looks like a ruling.

use crate::document::lines::Ruling;

/// Largest distance between the middles of adjacent strips, in points: no letter fits between them.
const NEAR: f32 = 2.5;
/// Smallest number of strips in a gradient. A ruling is drawn as one, two or three lines.
const FEWEST: usize = 6;
/// Smallest width of a gradient, in points.
const NARROWEST: f32 = 6.0;

/// The rulings without groups of equally long ones side by side that form an area.
pub(super) fn without_strips(mut rulings: Vec<Ruling>) -> Vec<Ruling> {
    let ends = |ruling: &Ruling| (ruling.y0.round() as i32, ruling.y1.round() as i32);
    rulings.sort_by(|a, b| ends(a).cmp(&ends(b)).then(a.x.total_cmp(&b.x)));
    let is_next = |a: &Ruling, b: &Ruling| ends(a) == ends(b) && b.x - a.x < NEAR;
    rulings.chunk_by(is_next).filter(|strips| !is_area(strips)).flatten().copied().collect()
}

fn is_area(strips: &[Ruling]) -> bool {
    let width = strips.last().zip(strips.first()).map_or(0.0, |(last, first)| last.x - first.x);
    let apart = strips.chunk_by(|a, b| b.x - a.x < 0.05).count();
    apart >= FEWEST && width > NARROWEST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(from: f32, step: f32, count: usize) -> Vec<Ruling> {
        (0..count).map(|at| Ruling { x: from + step * at as f32, y0: 100.0, y1: 180.0 }).collect()
    }

    #[test]
    fn strips_side_by_side_are_no_rules() {
        for (rulings, left) in [
            (row(40.0, 0.17, 3000), 0),
            (row(40.0, 2.0, 6), 0),
            // Columns, a double ruling, one ruling drawn many times.
            (row(40.0, 11.0, 12), 12),
            (row(40.0, 1.5, 2), 2),
            (row(40.0, 0.0, 50), 50),
            ([row(40.0, 0.17, 300), row(200.0, 60.0, 3)].concat(), 3),
        ] {
            assert_eq!(without_strips(rulings.clone()).len(), left, "{:?}", &rulings[..2]);
        }
        // Rulings of different lengths belong to several tables.
        let steps: Vec<Ruling> =
            (0..12).map(|at| Ruling { x: at as f32, y0: 0.0, y1: 20.0 + 9.0 * at as f32 }).collect();
        assert_eq!(without_strips(steps).len(), 12);
    }
}
