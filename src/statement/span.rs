//! The time that words tell.

use super::lexicon::Class;
use super::token::{Kind, Time, Token};

/// The time that a statement is about, by the words nearest to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// No time is told.
    Untold,
    /// The index year.
    Year,
    /// All of it for sure: its end, or words for the whole year.
    Closed,
    /// Up to a day in the middle of it.
    Until,
    /// A part of it.
    Part,
    /// Another time.
    Other,
}

/// The time that words tell. Years in figures say more than words such as "đến nay"; a year that is compared with is not that
/// of the figure, and of two others that differ neither is.
pub(crate) fn span<'t>(tokens: impl Iterator<Item = &'t Token>, year: i16) -> Span {
    let (mut told, mut words) = (Span::Untold, Span::Untold);
    let (mut is_compared, mut is_cited, mut is_by, mut is_led, mut is_from) = (false, false, false, false, false);
    let mut starts_late = false;
    for token in tokens {
        let next = match token.kind {
            // The day of a document is that of the document.
            Kind::Time(Time::Day(_)) if is_cited => Span::Untold,
            Kind::Time(time) => span_of_time(time, year),
            _ if token.is(Class::OtherTime) => Span::Other,
            _ if token.is(Class::PartYear) => Span::Part,
            _ => Span::Untold,
        };
        // "từ 01/01/2018 đến …": the year begins.
        let begins = match token.kind {
            Kind::Time(Time::Day(day)) => day.month() == 1 && day.day() == 1,
            Kind::Time(Time::Month(1, _)) => true,
            _ => false,
        };
        let next = if begins && is_from && next == Span::Part { Span::Untold } else { next };
        starts_late |= is_from && next == Span::Part;
        is_from = token.text == "từ" || is_from && token.is(Class::Filler);
        // "chia theo quý"
        let next = if is_by && next == Span::Part { Span::Untold } else { next };
        is_by = token.is(Class::By);
        if next == Span::Untold && token.is(Class::WholeYear) {
            // "cả năm", "hết năm"; "trong kỳ" may be any.
            let closes = token.text.split(' ').any(|w| w == "năm");
            words = if closes || words == Span::Closed { Span::Closed } else { Span::Year };
        }
        // "đến tháng 11/2018", "trước ngày …", "vào cuối tháng 11".
        let is_day = matches!(token.kind, Kind::Time(Time::Day(_) | Time::Month(..)));
        // "tháng 12", with nothing that leads up to its end: what was done in that month.
        let is_of_month = matches!(token.kind, Kind::Time(Time::Month(..))) && token.text.starts_with("tháng");
        let next = match next {
            Span::Part if is_day && is_led => Span::Until,
            Span::Closed if is_of_month && !is_led => Span::Until,
            next => next,
        };
        is_led = token.is(Class::WholeYear) || token.is(Class::Filler) && !matches!(token.kind, Kind::Time(_));
        is_cited = matches!(token.kind, Kind::Document(_)) || is_cited && token.senses.is(Class::Filler);
        is_compared |= token.is(Class::Compare);
        told = match (told, next) {
            (told, Span::Untold) => told,
            (told, Span::Other) if is_compared && told != Span::Untold => told,
            (Span::Part, Span::Year | Span::Until) | (Span::Year | Span::Until, Span::Part) => Span::Part,
            (Span::Until, Span::Year) | (Span::Year, Span::Until) => Span::Until,
            (Span::Closed, Span::Year) | (Span::Year, Span::Closed) => Span::Closed,
            (Span::Other, _) => Span::Other,
            (_, next) => next,
        };
    }
    match told {
        Span::Untold => words,
        // "Từ 01/10 đến 15/12"
        Span::Closed | Span::Year | Span::Until if starts_late => Span::Part,
        told => told,
    }
}

fn span_of_time(time: Time, year: i16) -> Span {
    let of = |y: i16, month: i8| match y {
        // The accounts of a year are closed in the first months of the next one.
        y if y == year && month >= 12 || y == year + 1 && month <= 3 => Span::Closed,
        y if y == year => Span::Part,
        _ => Span::Other,
    };
    match time {
        Time::Day(day) => of(day.year(), day.month()),
        Time::Month(month, told) => of(told.unwrap_or(year), month),
        Time::Year(y) => {
            if y == year {
                Span::Year
            } else {
                Span::Other
            }
        }
        Time::Part => Span::Part,
        Time::Years(..) => Span::Other,
    }
}
