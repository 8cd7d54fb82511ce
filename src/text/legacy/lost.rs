//! Detects converted text that has lost every ư.
//!
//! TCVN3 encodes ư as the soft hyphen. An office program that saves such a file again drops it: "trường" becomes
//! "trờng", "như" becomes "nh". Where letters are missing cannot be determined, so none of the text can be trusted.

use crate::text::pattern::regex;

/// Least number of impossible rimes before a text counts as damaged.
const ENOUGH: usize = 3;

/// True if a text has no ư at all, but rimes that must have had one: Vietnamese has no rime ờng, ớc or ợu.
pub fn lacks_horn<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let broken = regex!(r"(?i)[ơờớởỡợ](?:ng|c|u)\b");
    let mut found = 0;
    for line in lines {
        if line.contains(['ư', 'Ư']) {
            return false;
        }
        found += broken.find_iter(line).count();
    }
    found >= ENOUGH
}

#[cfg(test)]
mod tests {
    use super::lacks_horn;

    #[test]
    fn rimes_that_do_not_exist_tell_a_lost_letter() {
        for (text, lost) in [
            ("Chủ trơng, đờng lối của Nhà nớc; ngời dân đợc biết", true),
            ("Chủ trương, đường lối của Nhà nước", false),
            ("Một trờng và một nớc", false),
            ("Đơn vị mới, thời hạn, lớp học, hợp đồng", false),
            ("trờng, nớc, đợc; nhưng còn một chữ", false),
        ] {
            assert_eq!(lacks_horn([text].into_iter()), lost, "{text}");
        }
    }
}
