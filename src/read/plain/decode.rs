//! Bytes to text: UTF-8, UTF-16, and the 8-bit code pages of old Vietnamese programs.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

use super::mail::Part;

/// Plain text, whose encoding nothing declares.
pub(super) fn text(data: &[u8]) -> String {
    guess(data).decode(data).0.into_owned()
}

/// A web page: its byte order mark, what the mail part or the page itself declares, else a guess.
pub(super) fn html(part: &Part<'_>) -> String {
    let data = &part.data;
    let declared =
        part.charset.clone().or_else(|| declared(data)).and_then(|name| Encoding::for_label(name.as_bytes()));
    // A page that declares another encoding than UTF-8 but is valid UTF-8 beyond ASCII was converted and not corrected.
    let encoding = match declared {
        Some(encoding) if data.is_ascii() || std::str::from_utf8(data).is_err() => encoding,
        _ => guess(data),
    };
    encoding.decode(data).0.into_owned()
}

/// The charset in the head of a page.
fn declared(data: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&data[..data.len().min(2048)]).to_lowercase();
    let (_, value) = head.split_once("charset")?;
    let value = value.trim_start_matches([' ', '=', '"', '\'']);
    let name: String = value.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    (!name.is_empty()).then_some(name)
}

fn guess(data: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(data) {
        return encoding;
    }
    if std::str::from_utf8(data).is_ok() && !data.contains(&0) {
        return UTF_8;
    }
    // UTF-16 without a mark: every second byte of the many spaces and digits is zero.
    let zeros = |first: usize| data.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    if zeros(0) + zeros(1) > data.len() / 10 {
        return if zeros(1) >= zeros(0) { UTF_16LE } else { UTF_16BE };
    }
    if is_windows_1258(data) { WINDOWS_1258 } else { WINDOWS_1252 }
}

/// In windows-1258 the five tone marks are letters of their own and follow a vowel; the old font encodings (TCVN3, VNI)
/// use the same bytes anywhere, and later stages know them by their look in windows-1252.
fn is_windows_1258(data: &[u8]) -> bool {
    let vowel = |b: u8| {
        matches!(b.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
            || matches!(b, 0xc2 | 0xe2 | 0xc3 | 0xe3 | 0xca | 0xea | 0xd4 | 0xf4 | 0xd5 | 0xf5 | 0xdd | 0xfd)
    };
    let marks = data.windows(2).filter(|pair| matches!(pair[1], 0xcc | 0xd2 | 0xde | 0xec | 0xf2));
    let (count, placed) = marks.fold((0, 0), |(n, p), pair| (n + 1, p + usize::from(vowel(pair[0]))));
    count > 0 && placed * 10 >= count * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, unit: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        let sentence = "Báo cáo số 12 của Sở Nội vụ";
        let marked = [&[0xff, 0xfe][..], &utf16(sentence, u16::to_le_bytes)].concat();
        // "Số 1: Kế hoạch" with tone marks behind their vowels.
        let cp1258 = b"S\xf4\xec 1: K\xea\xec hoa\xf2ch";
        for (data, text) in [
            (sentence.as_bytes().to_vec(), sentence),
            (marked, sentence),
            (utf16(sentence, u16::to_le_bytes), sentence),
            (utf16(sentence, u16::to_be_bytes), sentence),
            (cp1258.to_vec(), "Số 1: Kế hoạch"),
            (b"C\xe9ng ho\xb5 x\xb7 h\xe9i".to_vec(), "Céng hoµ x· héi"),
        ] {
            let got = crate::text::nfc(&super::text(&data));
            assert!(got.starts_with(text), "{got}");
        }
    }

    #[test]
    fn declared_charsets_are_followed() {
        let page = b"<meta http-equiv=Content-Type content=\"text/html; charset=windows-1258\"><p>S\xf4\xec</p>";
        assert!(
            html(&Part::whole(page)).contains("So\u{302}\u{301}") || html(&Part::whole(page)).contains("Sô\u{301}")
        );
        let page = "<meta charset=windows-1252><p>Số</p>";
        assert!(html(&Part::whole(page.as_bytes())).contains("Số"));
    }
}
