//! Accounts: how many there are and how many of them were done, told one after the other in sentences, lists or the cells
//! of a row. "Giao 46 nhiệm vụ; đã hoàn thành 46" is one; so is "Tổng số: 61. Đã hoàn thành: 61. Chưa hoàn thành: 0."

use super::fit::{Entry, Role};

/// What an account has gathered.
#[derive(Debug, Clone, Default)]
pub(super) struct Account<'a> {
    /// How many there are, for each set of parts that is told.
    totals: Vec<(u32, f64)>,
    /// How many were done, in order.
    done: Vec<(u32, f64)>,
    /// How many were not.
    left: Vec<f64>,
    /// Shares of it that were done, and that were not.
    shares: Vec<f64>,
    /// The last entry that told how many were done.
    pub(super) last: Option<Entry<'a>>,
    /// Paragraph and sentence of the last total.
    total_at: Option<(usize, usize)>,
    /// Its total is money.
    money: bool,
    /// The deeds that it tells, as bits.
    pub(super) deeds: u32,
    /// Its total is that of a part, or told in words that were not understood.
    pub(super) is_narrow: bool,
    /// Some of what was done is told of a part, or in words that were not understood.
    pub(super) is_mixed: bool,
    /// How many were done in parts of it, in order, and of how many.
    pieces: Vec<(f64, f64)>,
    /// Its total was divided: what is told behind it may be of one of the parts.
    pub(super) is_divided: bool,
}

/// What an account comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sum {
    /// So many of so many.
    Of(f64, f64),
    /// So much of all, in percent.
    Percent(f64),
    /// The numbers do not go together.
    Inconsistent,
}

impl<'a> Account<'a> {
    /// True if it is to be told how much was done of a total.
    pub(super) fn has_total(&self) -> bool {
        !self.totals.is_empty()
    }

    /// True if a sentence told totals and nothing of what was done.
    pub(super) fn tells_totals(&self, at: (usize, usize)) -> bool {
        self.total_at == Some(at) && !self.has_done()
    }

    /// Forgets the totals: their sum is told.
    pub(super) fn restart(&mut self) {
        self.totals.clear();
    }

    /// What is left of the total was done too.
    pub(super) fn complete(&mut self) {
        if let Some(total) = self.total(u32::MAX) {
            self.done = vec![(0, total)];
        }
    }

    /// Adds what was done in a part of it.
    pub(super) fn add_piece(&mut self, part: f64, whole: f64) {
        self.pieces.push((part, whole));
    }

    /// What its parts come to, where together they make up the total: "Sở A 24/24 nhiệm vụ, Sở B 15/16 nhiệm vụ" of 40.
    pub(super) fn sum_of_pieces(&self) -> Option<Sum> {
        let total = self.total(u32::MAX).filter(|t| *t > 0.0 && self.pieces.len() > 1 && !self.has_done())?;
        let (done, whole) = self.pieces.iter().fold((0.0, 0.0), |(a, b), (part, whole)| (a + part, b + whole));
        ((whole - total).abs() < 1e-6).then_some(Sum::Of(done, total))
    }

    /// True if its total is money; `None` if none is told.
    pub(super) fn is_money(&self) -> Option<bool> {
        self.has_total().then_some(self.money)
    }

    /// True if its totals name each part of the whole.
    pub(super) fn names_all(&self, all: u32) -> bool {
        all != 0 && self.totals.iter().fold(0, |sum, (parts, _)| sum | parts) == all && self.totals.len() > 1
    }

    /// True if of several deeds that count not all are told, and nothing says that it is all.
    pub(super) fn is_partial(&self, all: u32) -> bool {
        self.deeds != all && self.left.is_empty() && self.shares.is_empty()
    }

    /// True if more may have been done than is told: some of it was told of a part, and what is left does not make up the rest.
    pub(super) fn is_open(&self, part: f64, whole: f64) -> bool {
        let left: f64 = self.left.iter().sum();
        (self.is_divided || self.is_mixed) && (self.left.is_empty() || (part + left - whole).abs() > 1e-6)
    }

    pub(super) fn has_done(&self) -> bool {
        !self.done.is_empty() || !self.left.is_empty() || !self.shares.is_empty()
    }

    /// True if a total goes on with this account: it is of another part, or the same again.
    pub(super) fn takes_total(&self, parts: u32, number: f64) -> bool {
        let is_other_part = |(own, _): &(u32, f64)| *own != 0 && parts != 0 && own & parts == 0;
        self.totals.is_empty()
            || self.totals.iter().all(is_other_part)
            || self.totals.iter().any(|(own, n)| *own == parts && (n - number).abs() < 1e-9)
            || self.total(u32::MAX).is_some_and(|total| (total - number).abs() < 1e-9)
    }

    /// Adds what a statement tells.
    pub(super) fn add(&mut self, entry: &Entry<'a>) {
        // "(07 sở, 05 huyện)" behind what was done.
        let borrows = !entry.statement.verbs.is_empty();
        let is_breakdown = entry.statement.is_aside && (self.has_done() || self.has_total() && borrows);
        self.deeds |= entry.deeds;
        match entry.role {
            Role::Total(number) => {
                self.total_at = Some(entry.statement.at);
                self.money = matches!(
                    entry.statement.figure,
                    crate::statement::Figure::Amount(crate::statement::Amount::Money(_))
                );
                if !self.totals.iter().any(|(parts, n)| *parts == entry.parts && (n - number).abs() < 1e-9)
                    && self.total(u32::MAX).is_none_or(|total| (total - number).abs() > 1e-9)
                {
                    self.totals.push((entry.parts, number));
                }
                return;
            }
            Role::Done(number) if !is_breakdown => self.done.push((entry.parts, number)),
            Role::Left(number) if !self.left.contains(&number) => self.left.push(number),
            Role::Percent(printed) => self.shares.push(printed.percent),
            _ => {}
        }
        if self.last.is_none() || matches!(entry.role, Role::Done(_)) && !is_breakdown {
            self.last = Some(entry.clone());
        }
    }

    /// Adds numbers of one set of parts.
    pub(super) fn tell(&mut self, parts: u32, total: Option<f64>, done: Option<f64>, left: Option<f64>) {
        let is_new = |n: &f64| !self.totals.iter().any(|(own, told)| *own == parts && (told - n).abs() < 1e-9);
        if let Some(total) = total.filter(is_new) {
            self.totals.push((parts, total));
        }
        self.done.extend(done.map(|n| (parts, n)));
        self.left.extend(left);
    }

    /// The only total that was told.
    pub(super) fn only_total(&self) -> Option<f64> {
        self.total(u32::MAX)
    }

    fn total(&self, all: u32) -> Option<f64> {
        match self.totals.as_slice() {
            [] => None,
            [(_, number)] => Some(*number),
            several => {
                let covered = several.iter().fold(0, |sum, (parts, _)| sum | parts);
                (all == u32::MAX || covered == all).then(|| several.iter().map(|(_, n)| n).sum())
            }
        }
    }

    /// What it comes to; `all` are the bits of all parts.
    pub(super) fn sum(&self, all: u32) -> Option<Sum> {
        let left: f64 = self.left.iter().sum();
        let Some(total) = self.total(all).filter(|t| *t > 0.0) else {
            // "Đã kiểm tra 11 cơ quan, đạt 30,6%".
            return match (self.totals.as_slice(), self.shares.as_slice()) {
                ([], [share]) if !self.done.is_empty() => Some(Sum::Percent(*share)),
                _ => None,
            };
        };
        let covers = |of: &[(u32, f64)]| of.iter().fold(0, |sum, (parts, _)| sum | parts);
        let total_parts = covers(&self.totals);
        let done_parts = covers(&self.done);
        // 5 agencies of the province, of 35 altogether: how many of the districts is not told.
        if all != 0 && done_parts != 0 && done_parts != all && (total_parts == 0 || total_parts == all) {
            let is_all_told =
                self.shares.iter().any(|share| self.agrees(*share, self.done.iter().map(|d| d.1).sum(), total));
            if !is_all_told {
                return None;
            }
        }
        if all != 0 && total_parts != 0 && total_parts != all && done_parts | total_parts != all {
            return None;
        }
        let numbers: Vec<f64> = self.done.iter().map(|(_, n)| *n).collect();
        let Some(first) = numbers.first().copied() else {
            return match self.left.as_slice() {
                [] => None,
                [.., last] if *last <= total && self.left.len() == 1 => Some(Sum::Of(total - last, total)),
                _ if left <= total => Some(Sum::Of(total - left, total)),
                _ => Some(Sum::Inconsistent),
            };
        };
        let rest: f64 = numbers[1..].iter().sum();
        let all_done = first + rest;
        let is_same = |a: f64, b: f64| (a - b).abs() < 1e-6;
        let done = match () {
            () if numbers.len() == 1 => first,
            // The first is the sum of those behind it.
            () if is_same(first, rest) || is_same(first, total) && all_done > total => first,
            // The last is the sum of those before it.
            () if numbers.len() > 2 && is_same(2.0 * numbers[numbers.len() - 1], all_done) => {
                numbers[numbers.len() - 1]
            }
            () if numbers.iter().all(|n| is_same(*n, first)) && all_done > total => first,
            () if all_done <= total + 1e-6 => all_done,
            // What was done at an earlier day, and then more.
            () => return Some(Sum::Inconsistent),
        };
        let none_left = left == 0.0 && !self.left.is_empty();
        match () {
            () if done > total + 1e-6 => Some(Sum::Inconsistent),
            // "45 | 40 | chưa hoàn thành: 0"
            () if none_left && done < total - 1e-6 => Some(Sum::Inconsistent),
            // "07 sở và 05 huyện trên tổng số 35, đạt 40%".
            () if numbers.len() > 1
                && matches!(self.shares.as_slice(), [share] if (100.0 * done / total - share).abs() > 1.0) =>
            {
                Some(Sum::Inconsistent)
            }
            () if left > 0.0 && done + left > total + 1e-6 && !self.left.iter().any(|l| done + l <= total + 1e-6) => {
                Some(Sum::Inconsistent)
            }
            () => Some(Sum::Of(done, total)),
        }
    }

    fn agrees(&self, share: f64, done: f64, total: f64) -> bool {
        (100.0 * done / total - share).abs() <= 0.6
    }
}
