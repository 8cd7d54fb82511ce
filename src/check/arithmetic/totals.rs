//! Cells of a total row that no reading of the rows makes a sum of.

use std::collections::BTreeMap;
use std::ops::Range;

use super::wrong::Wrong;
use crate::document::Cell;
use crate::document::grid::{Grid, Label, at, figure, number, shown_label};
use crate::text::Key;
use crate::text::pattern::regex;

/// A row may be an item, a heading with its own sum, a part of the row above ("trong đó") or the numbers of the columns, and
/// a column may hold values that have no sum: only what fits no reading is wrong.
pub(super) fn wrong<'a>(grid: &Grid<'a>) -> Vec<Wrong<'a>> {
    let body = grid.body();
    let totals: Vec<usize> = (0..body.len()).filter(|i| grid.labels()[*i] == Label::Total).collect();
    // Totals on top of each group, rows that count different things, or the same whole split in several ways.
    let is_repeated = totals.first() == Some(&0) && totals.len() > 1;
    if is_repeated || are_of_different_things(body) {
        return Vec::new();
    }
    let mut columns: BTreeMap<u32, Column> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut start = 0;
    for (nth, index) in totals.iter().copied().enumerate().take(MOST) {
        if wrong.len() >= super::wrong::MOST {
            break;
        }
        for cell in body[index].iter().filter(|c| figure(c).is_some()) {
            let column = columns.entry(cell.col).or_insert_with(|| Column::of(grid, cell.col));
            let summed = if index == 0 && totals.len() == 1 && lists_bodies(grid) {
                column.readings(grid, 1..body.len()).map(|r| vec![r])
            } else {
                // The sum of the rows since the last total, or of those totals.
                let near = column.readings(grid, start..index);
                let all = column.readings(grid, 0..index);
                match near {
                    Some(near) => Some(std::iter::once(near).chain(all).collect()),
                    // Directly below the last group's "Cộng" it is the total of the groups.
                    None if start == index && nth >= 2 => all.map(|all| vec![all]),
                    None => None,
                }
            };
            let Some(readings) = summed else { continue };
            if let Some(first) = readings.first()
                && !readings.iter().any(|r| r.may_be(cell, column))
            {
                let (row, head) = (shown_label(body[index]), grid.shown_name(cell.col));
                wrong.push(Wrong { cell, id: "KC409-sum", row, head, computed: first.plainest });
            }
        }
        start = index + 1;
    }
    wrong
}

/// Totals of one table that are looked at.
const MOST: usize = 50;

/// True for a list of indicators ("Số phòng", "Số đơn vị") and for people split by sex, party or ethnic group.
fn are_of_different_things(body: &[&[Cell]]) -> bool {
    let labels = || {
        body.iter().filter_map(|row| row.iter().take(2).find(|c| c.text.chars().count() > 2)).map(|c| Key::new(&c.text))
    };
    let indicators = labels().filter(|key| regex!(r"^(?:số|tỷ lệ|tỉ lệ) \p{L}").is_match(key.as_str())).count();
    let cuts = regex!(r"^(?:trong đó:? )?(?:nam|nữ|đảng viên|dân tộc(?: thiểu số)?|đoàn viên|tôn giáo)$");
    indicators > 1 || labels().filter(|key| cuts.is_match(key.as_str().trim())).count() > 1
}

/// "Tổng số" on top of a list of numbered agencies or fields. On top of anything else the rows may split the same whole in
/// several ways (men, women, members of minorities).
fn lists_bodies(grid: &Grid<'_>) -> bool {
    let mut rows = grid.body().iter().zip(grid.labels()).enumerate().skip(1);
    let is_next = |(index, (row, label)): (usize, (&&[Cell], &Label))| {
        *label == Label::Number && row.first().and_then(number) == Some(index as f64)
    };
    let names = Key::new(&format!("{} {}", grid.head(0), grid.head(1)));
    let of_bodies = ["đơn vị", "cơ quan", "địa phương", "huyện", "xã", "lĩnh vực"];
    rows.all(is_next) && of_bodies.iter().any(|word| names.contains(&Key::new(word)))
}

/// What a column holds, by its heads.
struct Column {
    col: u32,
    has_sum: bool,
    /// Money, lengths, areas: decimals, and figures that may be rounded.
    is_amount: bool,
    /// Agencies and people: one that is listed in several rows counts once in the total.
    may_repeat: bool,
}

impl Column {
    fn of(grid: &Grid<'_>, col: u32) -> Self {
        let head = grid.head(col);
        let key = Key::new(&head);
        let has = |words: &[&str]| words.iter().any(|w| key.contains(&Key::new(w)));
        let is_amount =
            has(&["đồng", "kinh phí", "tiền", "giá trị", "triệu", "tỷ", "diện tích", "ha", "km", "tấn", "m2"]);
        // "Năm sinh" holds years; "Năm 2018" is the figures of a year.
        let is_year = regex!(r"^năm(?:$| [^\d])").is_match(key.as_str());
        let has_sum = !head.contains('%') && !is_year && !has(NO_SUM);
        let may_repeat = has(&[
            "đơn vị",
            "cơ quan",
            "địa phương",
            "tổ chức",
            "xã",
            "huyện",
            "người",
            "cán bộ",
            "công chức",
            "viên chức",
            "cá nhân",
            "đại biểu",
            "học viên",
            "thành viên",
            "tham gia",
            "tham dự",
        ]) && !has(&["lượt"]);
        Self { col, has_sum, is_amount, may_repeat }
    }

    /// What rows may add up to. `None` if the column holds anything but figures that can be summed, or fewer than two.
    fn readings(&self, grid: &Grid<'_>, rows: Range<usize>) -> Option<Readings> {
        if !self.has_sum {
            return None;
        }
        let mut items: Vec<(Label, f64)> = Vec::new();
        let mut decimals: Vec<usize> = Vec::new();
        for (row, label) in grid.body()[rows.clone()].iter().zip(&grid.labels()[rows.clone()]) {
            let Some(cell) = at(row, self.col) else { continue };
            match (*label, self.value(cell)) {
                // An average is written below the figures that it is made of; it is no part of a sum.
                (Label::Average, _) => {}
                // There is no rule which of the rows below are parts of the one above.
                (Label::Within, _) => return None,
                (label, Some((value, of_cell))) => {
                    items.push((label, value));
                    decimals.push(of_cell);
                }
                _ if matches!(cell.text.trim(), "" | "-" | "–" | "—") => {}
                _ => return None,
            }
        }
        let values: Vec<f64> = items.iter().map(|(_, v)| *v).collect();
        if values.len() < 2 || counts_up(&values) || values.iter().all(|v| (1950.0..=2100.0).contains(v)) {
            return None;
        }
        Some(Readings::new(&items, rows.len(), decimals.into_iter().min().unwrap_or(0)))
    }

    /// A figure that can be summed.
    fn value(&self, cell: &Cell) -> Option<(f64, usize)> {
        figure(cell).filter(|(value, decimals)| *value >= 0.0 && (*decimals == 0 || self.is_amount))
    }
}

/// Heads of columns that cannot be summed: averages and shares, stocks on a day, prices, times, marks.
const NO_SUM: &[&str] = &[
    "bình quân",
    "trung bình",
    "tỷ lệ",
    "tỉ lệ",
    "hạng",
    "lũy kế",
    "tồn",
    "đầu kỳ",
    "cuối kỳ",
    "kỳ trước",
    "so với",
    "đơn giá",
    "hệ số",
    "định mức",
    "thời hạn",
    "thời gian",
    "số ngày",
    "điểm",
    "chỉ số",
    "thiếu",
    "thừa",
    "chênh lệch",
    "mức độ",
    "tuổi",
];

/// What rows may add up to.
struct Readings {
    /// The plainest reading, which the finding shows.
    plainest: f64,
    sums: Vec<f64>,
    /// Rows without ordinals may split the same whole in several ways: any run of them may be what is summed.
    runs: Vec<f64>,
    /// The number of rows: a total may count them.
    counts: Vec<f64>,
    greatest: f64,
    last: f64,
    items: usize,
    decimals: usize,
}

impl Readings {
    fn new(items: &[(Label, f64)], rows: usize, decimals: usize) -> Self {
        let mut kinds: Vec<Label> = items.iter().map(|(l, _)| *l).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let of = |kind: &Label| items.iter().filter(|(l, _)| l == kind).map(|(_, v)| v).sum::<f64>();
        let by_kind: Vec<f64> = kinds.iter().map(of).collect();
        let top = items.first().map_or(Label::Plain, |(l, _)| *l);
        // Under numbered headings the rows of the same kind as the first one are usually the items, but rows of any kind may be.
        let sums = (1..1_u32 << kinds.len())
            .map(|set| by_kind.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0).map(|(_, sum)| sum).sum())
            .collect();
        let runs = if kinds == [Label::Plain] { items.iter().map(|(_, v)| *v).collect() } else { Vec::new() };
        let mut counts: Vec<f64> = kinds.iter().map(|k| items.iter().filter(|(l, _)| l == k).count() as f64).collect();
        counts.extend([items.len() as f64, rows as f64]);
        let greatest = items.iter().map(|(_, v)| *v).fold(0.0, f64::max);
        Self {
            plainest: of(&top),
            last: items.last().map_or(0.0, |(_, v)| *v),
            sums,
            runs,
            counts,
            greatest,
            items: items.len(),
            decimals,
        }
    }

    /// True if some reading makes the total right.
    fn may_be(&self, total: &Cell, column: &Column) -> bool {
        let Some((n, decimals)) = column.value(total) else { return true };
        let step = |decimals: usize| 0.5 * 0.1_f64.powi(i32::try_from(decimals).unwrap_or(9).min(9));
        // Each figure may have been rounded.
        let slack = if column.is_amount { step(decimals) + step(self.decimals) * self.items as f64 } else { 0.5 };
        let is_once = column.may_repeat && n >= self.greatest && n < self.plainest;
        let is_sum = self.sums.iter().any(|sum| (n - sum).abs() <= slack + 1e-9);
        // A stock by quarters: the total is the last of them.
        let is_last = (n - self.last).abs() < 1e-9;
        is_sum || is_once || is_last || self.counts.contains(&n) || has_run(&self.runs, n, slack + 1e-9)
    }
}

/// True if two or more consecutive figures add up to `n`. No figure is negative, so a sum that is too great is reduced
/// from its front.
fn has_run(figures: &[f64], n: f64, slack: f64) -> bool {
    let (mut from, mut sum) = (0, 0.0);
    for (to, figure) in figures.iter().enumerate() {
        sum += figure;
        while sum > n + slack && from < to {
            sum -= figures[from];
            from += 1;
        }
        if from < to && (sum - n).abs() <= slack {
            return true;
        }
    }
    false
}

/// 1, 2, 3 …: a column of running numbers.
fn counts_up(values: &[f64]) -> bool {
    values.iter().enumerate().all(|(index, value)| (*value - (index + 1) as f64).abs() < 1e-9)
}

#[cfg(test)]
#[path = "totals_tests.rs"]
mod tests;
