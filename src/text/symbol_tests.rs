use proptest::prelude::*;

use super::NumberClass::{Assembly, Letter, Normative, Ordinary, Party};
use super::*;

#[test]
fn numbers_are_parsed_with_their_parts() {
    for (text, printed, ordinal, year, kind, issuer, class) in [
        ("3507/QĐ-UBND", "3507/QĐ-UBND", "3507", 0, "QĐ", "UBND", Ordinary),
        ("Số: 412/QĐ-BNV", "412/QĐ-BNV", "412", 0, "QĐ", "BNV", Ordinary),
        ("SỐ: 51/QĐ-TTg", "51/QĐ-TTg", "51", 0, "QĐ", "TTg", Ordinary),
        ("Số 2537/QĐ-BNN-TCCB", "2537/QĐ-BNN-TCCB", "2537", 0, "QĐ", "BNN|TCCB", Ordinary),
        ("187/TB-VPCP", "187/TB-VPCP", "187", 0, "TB", "VPCP", Ordinary),
        ("4851/KH-UBND", "4851/KH-UBND", "4851", 0, "KH", "UBND", Ordinary),
        ("330/TTr-SNV", "330/TTr-SNV", "330", 0, "TTr", "SNV", Ordinary),
        ("18/CT-UBND", "18/CT-UBND", "18", 0, "CT", "UBND", Ordinary),
        ("7/CTr-UBND", "7/CTr-UBND", "7", 0, "CTr", "UBND", Ordinary),
        ("30c/NQ-CP", "30c/NQ-CP", "30c", 0, "NQ", "CP", Ordinary),
        ("30c/NQCP", "30c/NQCP", "30c", 0, "NQ", "CP", Ordinary),
        ("673/QĐUBND", "673/QĐUBND", "673", 0, "QĐ", "UBND", Ordinary),
        ("3176b/QĐ-SYT", "3176b/QĐ-SYT", "3176b", 0, "QĐ", "SYT", Ordinary),
        ("18/BCTĐ-STP", "18/BCTĐ-STP", "18", 0, "BC", "STP", Ordinary),
        ("141/KH-BCĐTKNQ18", "141/KH-BCĐTKNQ18", "141", 0, "KH", "BCĐTKNQ18", Ordinary),
        ("409/TTr-CAT(PC04)", "409/TTr-CAT(PC04)", "409", 0, "TTr", "CAT|PC04", Ordinary),
        ("154/CTPH-LĐLĐ-SVH,TT,DL", "154/CTPH-LĐLĐ-SVH,TT,DL", "154", 0, "CTr", "LĐLĐ|SVH,TT,DL", Ordinary),
        ("03/VBHN-VPQH", "03/VBHN-VPQH", "03", 0, "VBHN", "VPQH", Ordinary),
        ("66/QÐ-UBND", "66/QĐ-UBND", "66", 0, "QĐ", "UBND", Ordinary),
        ("66/QĐ–UBND", "66/QĐ–UBND", "66", 0, "QĐ", "UBND", Ordinary),
        ("66/QĐ\u{2011}UBND", "66/QĐ-UBND", "66", 0, "QĐ", "UBND", Ordinary),
        ("66/QĐ\u{2212}UBND", "66/QĐ-UBND", "66", 0, "QĐ", "UBND", Ordinary),
        ("66/QĐ\u{ad}UBND", "66/QĐ-UBND", "66", 0, "QĐ", "UBND", Ordinary),
        ("66/QĐ\u{ad}-UBND", "66/QĐ-UBND", "66", 0, "QĐ", "UBND", Ordinary),
        ("66/QĐ-\u{ad}UBND", "66/QĐ-UBND", "66", 0, "QĐ", "UBND", Ordinary),
        ("66/\u{ad}QĐ-UBND", "66/QĐ-UBND", "66", 0, "QĐ", "UBND", Ordinary),
        ("15/QĐ-UBND-NC", "15/QĐ-UBND-NC", "15", 0, "QĐ", "UBND|NC", Ordinary),
        ("15/QĐ-UBND.HC", "15/QĐ-UBND.HC", "15", 0, "QĐ", "UBND.HC", Ordinary),
        ("63/GM-P6", "63/GM-P6", "63", 0, "GM", "P6", Ordinary),
        ("3325/BNV-CCHC", "3325/BNV-CCHC", "3325", 0, "", "BNV|CCHC", Letter),
        ("10646/UBND-KSTTHC", "10646/UBND-KSTTHC", "10646", 0, "", "UBND|KSTTHC", Letter),
        ("2231/SNV-CCHC&PC", "2231/SNV-CCHC&PC", "2231", 0, "", "SNV|CCHC&PC", Letter),
        ("12/SGDĐT-GDTrH", "12/SGDĐT-GDTrH", "12", 0, "", "SGDĐT|GDTrH", Letter),
        ("36/CP", "36/CP", "36", 0, "", "CP", Letter),
        ("72-HĐBT", "72-HĐBT", "72", 0, "", "HĐBT", Letter),
        ("2243/PCCC&CNCH-P6", "2243/PCCC&CNCH-P6", "2243", 0, "", "PCCC&CNCH|P6", Letter),
        ("1410/BXD-KHCNMT&VLXD", "1410/BXD-KHCNMT&VLXD", "1410", 0, "", "BXD|KHCNMT&VLXD", Letter),
        ("30/2018/QĐ-UBND", "30/2018/QĐ-UBND", "30", 2018, "QĐ", "UBND", Normative),
        ("144/2002/QĐ/BTC", "144/2002/QĐ/BTC", "144", 2002, "QĐ", "BTC", Normative),
        ("SỐ :117 /2000/TT-BTC", "117/2000/TT-BTC", "117", 2000, "TT", "BTC", Normative),
        ("44 /2005/QĐ-UBND", "44/2005/QĐ-UBND", "44", 2005, "QĐ", "UBND", Normative),
        ("99/ 1998/TT-BTC", "99/1998/TT-BTC", "99", 1998, "TT", "BTC", Normative),
        ("28/1998/ND- CP", "28/1998/ND-CP", "28", 1998, "NĐ", "CP", Normative),
        ("24/2000/NĐ - CP", "24/2000/NĐ-CP", "24", 2000, "NĐ", "CP", Normative),
        ("122/2011/TTLT-BTC-BTP", "122/2011/TTLT-BTC-BTP", "122", 2011, "TTLT", "BTC|BTP", Normative),
        ("256/2004/QĐ-UB", "256/2004/QĐ-UB", "256", 2004, "QĐ", "UB", Normative),
        ("Luật số: 55/2024/QH15", "55/2024/QH15", "55", 2024, "", "QH15", Assembly),
        ("76/2025/UBTVQH15", "76/2025/UBTVQH15", "76", 2025, "", "UBTVQH15", Assembly),
        ("02/CT-TTg", "02/CT-TTg", "02", 0, "CT", "TTg", Ordinary),
        ("Số : 363/TB-ĐHAL", "363/TB-ĐHAL", "363", 0, "TB", "ĐHAL", Ordinary),
        ("99/TB-HĐND", "99/TB-HĐND", "99", 0, "TB", "HĐND", Ordinary),
        ("12/BC-ĐU", "12/BC-ĐU", "12", 0, "BC", "ĐU", Ordinary),
        ("45/HD-BTĐKT", "45/HD-BTĐKT", "45", 0, "HD", "BTĐKT", Ordinary),
        ("03/QĐ-HĐTĐKT", "03/QĐ-HĐTĐKT", "03", 0, "QĐ", "HĐTĐKT", Ordinary),
        ("1250/QĐ -UBND", "1250/QĐ-UBND", "1250", 0, "QĐ", "UBND", Ordinary),
        ("155/1998/TT/BTC", "155/1998/TT/BTC", "155", 1998, "TT", "BTC", Normative),
        ("Số: 7 /2021/TT-BNV", "7/2021/TT-BNV", "7", 2021, "TT", "BNV", Normative),
        ("16/2003/QĐ-BKHCN", "16/2003/QĐ-BKHCN", "16", 2003, "QĐ", "BKHCN", Normative),
        ("01/2010/TT-TTCP", "01/2010/TT-TTCP", "01", 2010, "TT", "TTCP", Normative),
        ("Số: 109 /2004/NĐ -CP", "109/2004/NĐ-CP", "109", 2004, "NĐ", "CP", Normative),
        ("18/2003/QH11", "18/2003/QH11", "18", 2003, "", "QH11", Assembly),
        ("28-CTr/TU", "28-CTr/TU", "28", 0, "CTr", "TU", Party),
        ("1234-CV/VPTU", "1234-CV/VPTU", "1234", 0, "CV", "VPTU", Party),
        ("60-NQ/TW", "60-NQ/TW", "60", 0, "NQ", "TW", Party),
        ("06-KL/TU", "06-KL/TU", "06", 0, "KL", "TU", Party),
        ("42 -HD/TWĐTN-BKT", "42-HD/TWĐTN-BKT", "42", 0, "HD", "TWĐTN|BKT", Party),
        ("113-CV/B&PTTH", "113-CV/B&PTTH", "113", 0, "CV", "B&PTTH", Party),
        ("217 - QĐ/TW", "217-QĐ/TW", "217", 0, "QĐ", "TW", Party),
    ] {
        let number = DocumentNumber::parse(text).unwrap_or_else(|| panic!("{text} is a number"));
        assert_eq!(number.text, printed, "{text}");
        assert_eq!(number.ordinal.as_deref(), Some(ordinal), "{text}");
        assert_eq!(number.year.unwrap_or(0), year, "{text}");
        assert_eq!(number.kind.unwrap_or(""), kind, "{text}");
        assert_eq!(number.issuer.join("|"), issuer, "{text}");
        assert_eq!(number.class, class, "{text}");
    }
}

#[test]
fn blank_numbers_are_seen_as_blank() {
    for (text, printed) in [
        ("Số:      /KH-UBND", "/KH-UBND"),
        ("Số: /KH-UBND", "/KH-UBND"),
        ("Số: …/KH-UBND", "/KH-UBND"),
        ("Số: ....../2018/NQ-HĐND", "/2018/NQ-HĐND"),
        ("Số:      /2018/QĐ-UBND", "/2018/QĐ-UBND"),
        ("Số ____/BC-SNV", "/BC-SNV"),
        ("Số: -KH/TU", "-KH/TU"),
        ("Số: /PCCC&CNCH-P6", "/PCCC&CNCH-P6"),
    ] {
        let number = DocumentNumber::parse(text).unwrap_or_else(|| panic!("{text} is a blank number"));
        assert!(number.is_blank(), "{text}");
        assert_eq!(number.text, printed);
    }
}

#[test]
fn other_texts_are_no_numbers() {
    for text in [
        "",
        "Số",
        "Số:",
        "Số: 123",
        "21/12/2017",
        "12/2018",
        "24/7",
        "1/2",
        "km/h",
        "100/100 hộ",
        "5/6 TP",
        "12/xã",
        "Số 1535 + 1536",
        "3-NQ",
        "12/Chủ tịch",
        "1.250.000",
        "/",
        "QĐ-UBND",
        "12/",
        "12//QĐ-UBND",
        "3507/QĐ-UBND x",
    ] {
        assert_eq!(DocumentNumber::parse(text), None, "{text}");
    }
}

#[test]
fn spellings_of_one_number_are_the_same() {
    let number = |text: &str| DocumentNumber::parse(text).unwrap();
    for (a, b) in [
        ("3507/QĐ-UBND", "3507/qđ-ubnd".to_uppercase().as_str()),
        ("05/QĐ-UBND", "5/QÐ-UBND"),
        ("144/2002/QĐ/BTC", "144/2002/QĐ-BTC"),
        ("30c/NQCP", "30c/NQ-CP"),
        ("30C/NQ-CP", "30c/NQ-CP"),
        ("51/2017/QĐ-TTG", "51/2017/QĐ-TTg"),
        ("60-NQ/TW", "60 - NQ/TW"),
        ("66/QĐ–UBND", "66/QĐ-UBND"),
    ] {
        assert!(number(a).same(&number(b)), "{a} {b}: {} {}", number(a).fold(), number(b).fold());
    }
    for (a, b) in [
        ("3507/QĐ-UBND", "3507/KH-UBND"),
        ("3507/QĐ-UBND", "3508/QĐ-UBND"),
        ("30/2018/QĐ-UBND", "30/QĐ-UBND"),
        ("30/2018/QĐ-UBND", "30/2017/QĐ-UBND"),
        ("3176b/QĐ-SYT", "3176/QĐ-SYT"),
        ("12/QĐ-SNV", "12/QĐ-SYT"),
        ("/KH-UBND", "1/KH-UBND"),
    ] {
        assert!(!number(a).same(&number(b)), "{a} {b}");
    }
}

#[test]
fn citations_are_found_in_running_text() {
    for (text, wanted) in [
        ("Căn cứ Quyết định số 225/QĐ-TTg ngày 04 tháng 02 năm 2016", "225/QĐ-TTg"),
        ("Kế hoạch 4851/KH-UBND, Công văn số 3325/BNV-CCHC.", "4851/KH-UBND 3325/BNV-CCHC"),
        ("(Nghị quyết số 30c/NQ-CP)", "30c/NQ-CP"),
        ("Quyết định số 44 /2005/QĐ-UBND", "44/2005/QĐ-UBND"),
        ("Nghị định số 24/2000/NĐ- CP ngày", "24/2000/NĐ-CP"),
        ("Quyết định số 30/QĐ-UBND - Chủ tịch UBND", "30/QĐ-UBND"),
        ("số 12/TB-SNV, UBND tỉnh", "12/TB-SNV"),
        ("Luật số 55/2024/QH15; Luật số 30/2023/QH15", "55/2024/QH15 30/2023/QH15"),
        ("Nghị định 36/CP ngày 24/4/1997", "36/CP"),
        ("Kết luận số 06-KL/TU ngày 01/02/2018", "06-KL/TU"),
        ("trong 5/6 chỉ tiêu, 24/7, ngày 21/12/2017, km/h", ""),
        ("đạt 90/100 điểm; tỷ lệ 12/15 đơn vị (80%)", ""),
        ("Nghị định số..../2016/NĐ-CP", ""),
        ("theo mẫu 02/ĐK và 3/A", ""),
        ("giai đoạn 2016-2020 và 2-3 năm, COVID-19", ""),
        ("số 1234/QĐ-UBND.", "1234/QĐ-UBND"),
        ("Quyết định số 1234/QĐ-UBND.HC ngày", "1234/QĐ-UBND.HC"),
    ] {
        let found: Vec<String> = find_numbers(text).into_iter().map(|(_, n)| n.text).collect();
        assert_eq!(found.join(" "), wanted, "{text}");
    }
}

#[test]
fn a_number_at_the_start_leaves_the_rest() {
    let text = "Số: 09/2009/CT-UBND Thủ Đức, ngày 15 tháng 4 năm 2009";
    let (range, number) = DocumentNumber::parse_start(text).unwrap();
    assert_eq!(number.text, "09/2009/CT-UBND");
    assert_eq!(&text[range.end..], " Thủ Đức, ngày 15 tháng 4 năm 2009");
    let lost = DocumentNumber::parse("S? : 363/TB-?HDT").unwrap();
    assert!(lost.is_damaged() && lost.kind == Some("TB"));
}

proptest! {
    #[test]
    fn any_text_is_parsed_without_panic(text in "\\PC{0,40}") {
        DocumentNumber::parse(&text);
        for (range, _) in find_numbers(&text) {
            prop_assert!(text.get(range).is_some());
        }
    }

    #[test]
    fn texts_like_numbers_are_parsed_without_panic(text in "[0-9a-zQĐUBNDTTrgÐ/&.,() –-]{0,30}") {
        DocumentNumber::parse(&text);
        let mut last = 0;
        for (range, number) in find_numbers(&text) {
            prop_assert!(range.start >= last && text.get(range.clone()).is_some());
            prop_assert!(number.ordinal.is_some());
            last = range.end;
        }
    }

    #[test]
    fn ordinary_numbers_are_read_back(n in 1u32..99999, kind in "(QĐ|KH|BC|TTr|CTr|TB)", issuer in "(UBND|SNV|BNN-TCCB)") {
        let text = format!("{n}/{kind}-{issuer}");
        let number = DocumentNumber::parse(&text).unwrap();
        prop_assert_eq!(&number.text, &text);
        prop_assert_eq!(number.kind, Some(kind.as_str()));
        let spaced = DocumentNumber::parse(&format!("Số: 0{n} /{kind} -{issuer}")).unwrap();
        prop_assert!(number.same(&spaced));
    }
}
