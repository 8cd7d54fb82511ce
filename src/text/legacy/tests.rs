use proptest::prelude::*;

use super::*;

fn tcvn3(text: &str) -> String {
    Encoding::Tcvn3.convert(text).text
}

#[test]
fn texts_of_old_encodings_become_unicode() {
    for (encoding, text, unicode) in [
        (Encoding::Tcvn3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        (Encoding::Tcvn3, "CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (Encoding::Tcvn3, "Sè: 12/2004/Q§-UB ngµy 5/3", "Số: 12/2004/QĐ-UB ngày 5/3"),
        (Encoding::Tcvn3, "Hµ Néi, ngµy 1 th¸ng 2", "Hà Nội, ngày 1 tháng 2"),
        (Encoding::Tcvn3, "UBND TØNH Hµ NAM", "UBND TỈNH HÀ NAM"),
        (Encoding::Tcvn3, "tr\u{ad}êng tr-êng tr\u{2212}êng h-u B-u ®iÖn", "trường trường trường hưu Bưu điện"),
        (Encoding::Tcvn3, "Q§-UBND, ViÖt-Mü, x\u{2219} héi", "QĐ-UBND, Việt-Mỹ, xã hội"),
        (Encoding::Tcvn3, "· Kho¶n 1 − 5 ½ ¸p dông cña luËt", "· Khoản 1 − 5 ½ áp dụng của luật"),
        (Encoding::Vni, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (Encoding::Vni, "ÑÖÔØNG BOÄ, QUYEÁT ÑÒNH, Ñieàu", "ĐƯỜNG BỘ, QUYẾT ĐỊNH, Điều"),
        (Encoding::Vni, "ñöôøng, ngöôøi, saün coù, thaúng, chí phì, kyõ", "đường, người, sẵn có, thẳng, chí phì, kỹ"),
        (Encoding::Viscii, "C\u{b5}ng hòa xã h\u{b5}i chü nghîa Vi\u{ae}t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (Encoding::Vps, "C\u{b6}ng hòa xã h\u{b6}i chû nghïa ViŒt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ] {
        assert_eq!(encoding.convert(text).text, unicode);
        let mut detector = Detector::default();
        detector.add(text);
        if text.split(' ').count() > 5 {
            assert_eq!(detector.document(), [encoding], "{text}");
        }
    }
}

#[test]
fn other_texts_stay() {
    for text in [
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Độc lập - Tự do - Hạnh phúc. Sở Nội vụ tỉnh Đắk Lắk báo cáo",
        "hé tê cá chú bé xé mía có đủ bò",
        "España: el niño compró un avión y también un cañón en año nuevo",
        "Größe Straße für Mädchen über schöne Häuser möglich Tür",
        "forêt garçon élève très à côté où même château fenêtre déjà été",
        "Microsoft® Windows™ 25°C ± 3 µm §5 ½ kg",
        "plain words with nothing - in-them",
        "Q U Y Ế T Đ Ị N H",
        "",
    ] {
        let mut detector = Detector::default();
        detector.add(text);
        assert!(detector.document().is_empty(), "{text}");
        assert!(detector.convert(text).is_none(), "{text}");
    }
}

#[test]
fn the_same_word_again_and_again_is_no_evidence() {
    for lines in [
        vec!["CALLE, PISO, Nº", "Nº DE CAJAS", "TARJETA Nº 3", "Nº", "Nº", "Nº"],
        vec!["a 120 µm × 60 µm × 10 µm plate", "the 100 µm beam of 0.75 µm and 2 µm", "120 to 160 µm long"],
        vec!["Ae: Ä", "Oe: Ö", "Ue: Ü", "ae: ä", "oe: ö", "ue: ü", "Sz: ß"],
    ] {
        let mut detector = Detector::default();
        lines.iter().for_each(|line| detector.add(line));
        assert!(detector.document().is_empty(), "{lines:?}");
        assert!(lines.iter().all(|line| detector.convert(line).is_none()), "{lines:?}");
    }
}

#[test]
fn lines_go_with_their_document_and_unicode_stays_among_them() {
    let mut detector = Detector::default();
    for line in ["Céng hoµ x· héi chñ nghÜa ViÖt Nam", "§éc lËp - Tù do - H¹nh phóc", "Quý III"] {
        detector.add(line);
    }
    let convert = |line: &str| detector.convert(line).map_or(line.to_owned(), |(_, c)| c.text);
    assert_eq!(convert("hé"), "hộ");
    assert_eq!(convert("Sè 5"), "Số 5");
    assert_eq!(convert("TSC§: 21.000®"), "TSCĐ: 21.000đ");
    assert_eq!(convert("§ 5, 1½, Microsoft® 2003"), "§ 5, 1½, Microsoft® 2003");
    assert_eq!(convert("Total 2004"), "Total 2004");
    assert_eq!(convert("Cải cách hành chính"), "Cải cách hành chính");
    assert_eq!(convert("Cải cách hành chính, ViÖt Nam"), "Cải cách hành chính, Việt Nam");
}

#[test]
fn offsets_lead_from_the_source_to_the_text() {
    let source = "Coäng hoøa xaõ";
    let converted = Encoding::Vni.convert(source);
    let word = |text: &'static str| (source.find(text).unwrap(), source.find(text).unwrap() + text.len());
    let (start, end) = word("hoøa");
    assert_eq!(&converted.text[converted.offset(start)..converted.offset(end)], "hòa");
    let (start, end) = word("xaõ");
    assert_eq!(&converted.text[converted.offset(start)..converted.offset(end)], "xã");
}

/// Vietnamese sentences.
fn sentence() -> impl Strategy<Value = String> {
    let words = [
        "cộng",
        "hòa",
        "xã",
        "hội",
        "chủ",
        "nghĩa",
        "Việt",
        "Nam",
        "quyết",
        "định",
        "ủy",
        "ban",
        "nhân",
        "dân",
        "tỉnh",
        "về",
        "việc",
        "được",
        "người",
        "trường",
        "kỹ",
        "thuật",
        "cũng",
        "ở",
        "hưởng",
        "sẵn",
        "thẳng",
        "ngữ",
        "lỗi",
        "đã",
        "ý",
        "của",
        "các",
        "có",
        "số",
        "ngày",
        "tháng",
        "năm",
        "2004",
        "Điều",
        "-",
        "12/BC",
    ];
    proptest::collection::vec(proptest::sample::select(words.to_vec()), 0..30).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn unicode_is_never_converted(text in sentence()) {
        let mut detector = Detector::default();
        detector.add(&text);
        prop_assert!(detector.document().is_empty());
        prop_assert!(detector.convert(&text).is_none());
    }

    #[test]
    fn conversion_never_panics_and_offsets_stay_inside(text in "\\PC{0,40}", more in "[a-zA-Z¡-ÿ\u{2212}\u{2219}œ€ .-]{0,60}") {
        let text = text + &more;
        let mut detector = Detector::default();
        detector.add(&text);
        let _ = detector.convert(&text);
        for encoding in Encoding::ALL {
            let converted = encoding.convert(&text);
            let mut last = 0;
            for (at, _) in text.char_indices() {
                let to = converted.offset(at);
                prop_assert!(converted.text.is_char_boundary(to) && to >= last);
                last = to;
            }
            prop_assert_eq!(converted.offset(text.len()), converted.text.len());
        }
        let _ = tcvn3(&text);
    }
}
