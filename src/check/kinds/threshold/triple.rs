//! A count, its whole and their percentage, apart from each other in one sentence: "kiểm tra 13 cơ quan (08 sở, 05 huyện) trên
//! tổng số 35, đạt 37,14%". That the percentage is what both make shows that they belong together; so does that of several
//! counts together ("06 sở và 05 huyện trên tổng số 35, đạt 31,4%").

use crate::statement::ratio::{Figure, FigureKind};
use crate::text::number::count;
use crate::text::pattern::regex;

/// The figures of a sentence, with what belongs together as one.
pub(super) fn joined(sentence: &str, figures: Vec<Figure>) -> Vec<Figure> {
    let Some(triple) = triple(sentence, &figures) else { return figures };
    let is_apart = |f: &Figure| f.range.end <= triple.range.start || f.range.start >= triple.range.end;
    let mut all: Vec<Figure> = figures.into_iter().filter(is_apart).collect();
    let at = all.partition_point(|f| f.range.start < triple.range.start);
    all.insert(at, triple);
    all
}

fn triple(sentence: &str, figures: &[Figure]) -> Option<Figure> {
    let whole =
        regex!(r"(?i)(?:(?:trên|so với|trong|/)\s*tổng số\s+(?:là\s+)?|\p{L}\s*/\s*)(?P<whole>\d{1,6})\s+\p{L}")
            .captures(sentence)?;
    let (all, whole) = (whole.get(0)?, whole.name("whole")?);
    let of = count(whole.as_str()).filter(|of| *of > 0.0)?;
    // The percentage behind the whole, or right before it ("đạt 37,14% so với tổng số 35").
    let percentage = figures
        .iter()
        .find(|f| f.kind == FigureKind::Result && f.printed.is_some() && f.range.end > all.start().saturating_sub(8))?;
    let printed = percentage.printed?;
    let makes_it = |part: f64| part <= of && printed.is_rounded_from(100.0 * part / of);
    if percentage.parts.is_some_and(|(part, of)| printed.is_rounded_from(100.0 * part / of)) {
        return None;
    }
    let counts: Vec<(f64, usize)> = regex!(r"(?:^|[\s(])(?P<n>\d{1,6})\s+\p{L}")
        .captures_iter(&sentence[..all.start()])
        .filter_map(|found| found.name("n"))
        .filter_map(|n| Some((count(n.as_str())?, n.start())))
        .collect();
    let direct = counts.iter().find(|(part, _)| makes_it(*part)).map(|(part, at)| (*part, *at));
    // The last two or three together, with nothing but their names between them.
    let together = || {
        (2..=counts.len().min(3)).find_map(|many| {
            let last = &counts[counts.len() - many..];
            let part: f64 = last.iter().map(|(n, _)| n).sum();
            let start = last.first()?.1;
            let is_list = regex!(r"^\d[^;.:()]*$").is_match(&sentence[start..all.start()]);
            (makes_it(part) && is_list).then_some((part, start))
        })
    };
    let (part, start) = direct.or_else(together)?;
    let range = start..percentage.range.end.max(whole.end());
    Some(Figure { printed: Some(printed), range, ..Figure::counted(part, of) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::ratio::figures;

    #[test]
    fn what_a_percentage_shows_to_belong_together_is_one() {
        for (sentence, parts) in [
            (
                "Đã kiểm tra 06 sở, ban, ngành và 05 huyện, thị xã trên tổng số 35 cơ quan, đơn vị, đạt 31,4%.",
                Some((11.0, 35.0)),
            ),
            (
                "Đã kiểm tra 12 cơ quan, đơn vị (07 sở, ngành; 05 huyện) trên tổng số 35 cơ quan, đơn vị, đạt 34,3%.",
                Some((12.0, 35.0)),
            ),
            (
                "Đã kiểm tra 13 cơ quan, trong đó có 8 sở và 5 huyện; đạt 37,14% so với tổng số 35 cơ quan, đơn vị.",
                Some((13.0, 35.0)),
            ),
            ("Đã kiểm tra 06 sở và 05 huyện trên tổng số 35 cơ quan, đơn vị, đạt 40%.", None),
            ("Đã kiểm tra 08 sở và 06 huyện/35 cơ quan, đơn vị (đạt 40%).", Some((14.0, 35.0))),
            ("Đã kiểm tra 12 cơ quan, đạt 34,3%.", None),
        ] {
            let found = triple(sentence, &figures(sentence));
            assert_eq!(found.and_then(|f| f.parts), parts, "{sentence}");
        }
    }
}
