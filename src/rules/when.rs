//! Dates of rules, relative to the index year.

use jiff::civil::Date;

use crate::text::pattern::regex;

/// `Y-03-31` (in the index year), `Y-1-10-01` (a year before), `Y+1-03-31` (a year after), or a fixed `2018-10-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelativeDate {
    /// So many years after the index year, then month and day.
    Relative {
        /// Years after the index year; negative: before.
        years: i16,
        /// Month, 1–12.
        month: i8,
        /// Day, 1–31.
        day: i8,
    },
    /// A fixed day.
    Fixed(Date),
}

impl RelativeDate {
    /// From the words of a rule; `None` if they are no date.
    pub fn parse(words: &str) -> Option<Self> {
        if let Ok(date) = words.parse::<Date>() {
            return Some(Self::Fixed(date));
        }
        let found = regex!(r"^Y([+-]\d{1,2})?-(\d{2})-(\d{2})$").captures(words)?;
        let years = found.get(1).map_or(Some(0), |m| m.as_str().parse().ok())?;
        let (month, day) = (found[2].parse().ok()?, found[3].parse().ok()?);
        // Checked against a leap year: 29 February is a day of some index year.
        Date::new(2020, month, day).ok()?;
        Some(Self::Relative { years, month, day })
    }

    /// The day in an index year; 29 February of a common year is the 28th.
    pub fn in_year(self, year: i16) -> Date {
        match self {
            Self::Fixed(date) => date,
            Self::Relative { years, month, day } => {
                let year = year.saturating_add(years);
                Date::new(year, month, day).or_else(|_| Date::new(year, month, 28)).unwrap_or(Date::MAX)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_name_days_around_the_index_year() {
        for (words, day) in [
            ("Y-03-31", "2018-03-31"),
            ("Y-1-10-01", "2017-10-01"),
            ("Y+1-02-29", "2019-02-28"),
            ("2018-10-15", "2018-10-15"),
        ] {
            assert_eq!(RelativeDate::parse(words).unwrap().in_year(2018).to_string(), day, "{words}");
        }
        for wrong in ["Y", "Y-13-01", "Y-02-30", "Y-1", "12-2018", "2018-13-01"] {
            assert_eq!(RelativeDate::parse(wrong), None, "{wrong}");
        }
    }
}
