//! Numbers, shares and money as they are written: "40/45", "98,7 %", "152,3/160,5 tỷ đồng", "bốn mươi tám (48)".

use crate::text::number;

/// A number, a share or an amount of money.
#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    /// A number; without a value where it can be read in two ways.
    Number(Option<f64>),
    /// So much of so much.
    Fraction(f64, f64),
    /// A percentage as it is printed.
    Percent(Printed),
    /// Money, in đồng.
    Money(f64),
}

/// A percentage as it is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Printed {
    /// In percent.
    pub percent: f64,
    /// The step of its last digit, in percentage points: 0.1 for `22,9%`.
    pub step: f64,
}

impl Printed {
    /// Reads `34,3`, `34.3`, `34,3%`.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.trim().trim_end_matches('%').trim_end().trim_end_matches(['.', ',']).replace(',', ".");
        let percent = digits.parse().ok().filter(|v: &f64| (0.0..=1000.0).contains(v))?;
        let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        Some(Self { percent, step: 0.1_f64.powi(i32::try_from(decimals).unwrap_or(9)) })
    }

    /// True if this is what an exact percentage becomes when it is rounded, or cut off, to the digits printed.
    pub fn is_rounded_from(&self, exact: f64) -> bool {
        let rest = exact - self.percent;
        -0.5 * self.step - 1e-9 <= rest && rest < self.step - 1e-9
    }
}

impl Amount {
    /// From digits with their separators.
    pub(super) fn written(digits: &str) -> Self {
        Amount::Number(number::parse(digits).ok().or_else(|| number::count(digits)))
    }

    /// A whole number.
    pub fn plain(&self) -> Option<f64> {
        match self {
            Amount::Number(value) => value.filter(|v| v.fract() == 0.0),
            _ => None,
        }
    }

    /// A number or an amount of money.
    pub fn value(&self) -> Option<f64> {
        match self {
            Amount::Number(value) => *value,
            Amount::Money(value) => Some(*value),
            _ => None,
        }
    }

    /// The month of "10/12" where a day stands.
    pub(super) fn month_of_day(&self) -> Option<i8> {
        match self {
            Amount::Fraction(day, month) if (1.0..=31.0).contains(day) && (1.0..=12.0).contains(month) => {
                Some(*month as i8)
            }
            _ => None,
        }
    }

    /// "9/2018".
    pub(super) fn month_of_year(&self) -> Option<(i8, i16)> {
        match self {
            Amount::Fraction(month, year) if (1.0..=12.0).contains(month) && (1990.0..2040.0).contains(year) => {
                Some((*month as i8, *year as i16))
            }
            _ => None,
        }
    }
}
