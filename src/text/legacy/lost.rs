//! Whether a text that was converted has lost its ư.
//!
//! TCVN3 writes ư with the code of the soft hyphen, which an office program that saves such a file anew takes for one
//! and drops: "trường" comes out as "trờng", "như" as "nh". Nothing tells where, so nothing of the text can be trusted.

use crate::text::pattern::regex;

/// Syllables that cannot be written otherwise, at least, before a text is said to have lost letters.
const ENOUGH: usize = 3;

/// True if a text has no ư at all, and syllables that must have had one: no Vietnamese rime is ờng, ớc or ợu.
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
