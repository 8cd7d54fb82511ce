//! Colours that run into each other are drawn as thin strips side by side. Each looks like a rule and is none.

use crate::document::lines::Rule;

/// Points between strips, from middle to middle: no letter stands between them.
const NEAR: f32 = 2.5;
/// Strips side by side. Rules are drawn as one, two or three lines.
const FEWEST: usize = 6;
/// Points that strips take together, from which they are an area.
const NARROWEST: f32 = 6.0;

/// Rules without strips of one length that stand side by side.
pub(super) fn without_strips(mut rules: Vec<Rule>) -> Vec<Rule> {
    let ends = |rule: &Rule| (rule.y0.round() as i32, rule.y1.round() as i32);
    rules.sort_by(|a, b| ends(a).cmp(&ends(b)).then(a.x.total_cmp(&b.x)));
    let is_next = |a: &Rule, b: &Rule| ends(a) == ends(b) && b.x - a.x < NEAR;
    rules.chunk_by(is_next).filter(|strips| !is_area(strips)).flatten().copied().collect()
}

fn is_area(strips: &[Rule]) -> bool {
    let width = strips.last().zip(strips.first()).map_or(0.0, |(last, first)| last.x - first.x);
    let apart = strips.chunk_by(|a, b| b.x - a.x < 0.05).count();
    apart >= FEWEST && width > NARROWEST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(from: f32, step: f32, count: usize) -> Vec<Rule> {
        (0..count).map(|at| Rule { x: from + step * at as f32, y0: 100.0, y1: 180.0 }).collect()
    }

    #[test]
    fn strips_side_by_side_are_no_rules() {
        for (rules, left) in [
            (row(40.0, 0.17, 3000), 0),
            (row(40.0, 2.0, 6), 0),
            // Columns, a double rule, one rule drawn often.
            (row(40.0, 11.0, 12), 12),
            (row(40.0, 1.5, 2), 2),
            (row(40.0, 0.0, 50), 50),
            ([row(40.0, 0.17, 300), row(200.0, 60.0, 3)].concat(), 3),
        ] {
            assert_eq!(without_strips(rules.clone()).len(), left, "{:?}", &rules[..2]);
        }
        // Of different lengths they are those of several tables.
        let steps: Vec<Rule> = (0..12).map(|at| Rule { x: at as f32, y0: 0.0, y1: 20.0 + 9.0 * at as f32 }).collect();
        assert_eq!(without_strips(steps).len(), 12);
    }
}
