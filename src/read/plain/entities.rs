//! Character references of web pages.

/// Text with its references resolved; what is none stays as it is.
pub(super) fn resolve(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out += &rest[..at];
        rest = &rest[at + 1..];
        let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '#').take(12).collect();
        match lookup(&name) {
            Some(c) => {
                out.push(c);
                rest = &rest[name.len()..];
                rest = rest.strip_prefix(';').unwrap_or(rest);
            }
            None => out.push('&'),
        }
    }
    out + rest
}

fn lookup(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        // Old programs write the Windows code of quotation marks and dashes.
        return match code.ok()? {
            byte @ 0x80..=0x9f => encoding_rs::WINDOWS_1252.decode(&[byte as u8]).0.chars().next(),
            code => char::from_u32(code),
        };
    }
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)
}

/// The named references that programs write for Vietnamese text.
const NAMED: &[(&str, char)] = &[
    ("nbsp", '\u{a0}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("bull", '•'),
    ("middot", '·'),
    ("hellip", '…'),
    ("deg", '°'),
    ("shy", '\u{ad}'),
    ("times", '×'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("Agrave", 'À'),
    ("Aacute", 'Á'),
    ("Acirc", 'Â'),
    ("Atilde", 'Ã'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Igrave", 'Ì'),
    ("Iacute", 'Í'),
    ("Ograve", 'Ò'),
    ("Oacute", 'Ó'),
    ("Ocirc", 'Ô'),
    ("Otilde", 'Õ'),
    ("Ugrave", 'Ù'),
    ("Uacute", 'Ú'),
    ("Yacute", 'Ý'),
    ("ETH", 'Đ'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("yacute", 'ý'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_letters() {
        for (text, resolved) in [
            ("B&aacute;o c&aacute;o", "Báo cáo"),
            ("S&#7889; &#x111;&#7873;", "Số đề"),
            ("A &amp; B &lt;c&gt; R&D; &unknown; 5&", "A & B <c> R&D; &unknown; 5&"),
            ("&#147;x&#148;", "“x”"),
            ("&#99999999999; &#xD800;", "&#99999999999; &#xD800;"),
        ] {
            assert_eq!(resolve(text), resolved);
        }
    }
}
