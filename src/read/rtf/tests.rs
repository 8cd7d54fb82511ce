use proptest::prelude::*;

use super::*;

fn records(source: &str) -> (Page, Vec<Remark>) {
    let (mut pages, mut remarks) = (Vec::new(), Vec::new());
    let sink = &mut |record| match record {
        Record::Page(page) => pages.push(page),
        Record::Remark(remark) => remarks.push(remark),
        _ => {}
    };
    read(source.as_bytes(), &Limits::default(), sink).unwrap();
    (pages.remove(0), remarks)
}

fn lines(body: &str) -> Vec<String> {
    records(&format!("{{\\rtf1\\ansi\\ansicpg1252 {body}}}")).0.lines.into_iter().map(|line| line.text).collect()
}

#[test]
fn text_is_read_and_what_is_none_is_not() {
    for (body, expected) in [
        ("Mot\\par Hai\\line Ba\\par", &["Mot", "Hai", "Ba"][..]),
        (
            "{\\fonttbl{\\f0\\fcharset0 Arial;}}{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}}{\\info{\\title x}}A",
            &["A"],
        ),
        ("{\\*\\unknown x}{\\*\\generator Y;}{\\pict\\bin4 {}}}}A", &["A"]),
        ("\\uc1 S\\u7889 ?\\u32 \\'20 12/Q\\u272?", &["Số 12/QĐ"]),
        ("\\uc2 \\u7889 ??x{\\uc0\\u7889}y", &["ốxốy"]),
        ("\\u-10179?\\u-8704? c", &["😀 c"]),
        ("{\\upr{Q?}{\\*\\ud{Q\\u272?}}}", &["QĐ"]),
        ("{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}} end", &["link end"]),
        ("{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt Khung\\par}}{\\shprslt Khung}}", &["Khung"]),
        ("{\\pntext\\tab 1.\\tab}Mot\\par{\\listtext a)\\tab}Hai", &["1. Mot", "a) Hai"]),
        ("{\\footer\\pard 3\\par}{\\header SO NOI VU\\par}A", &["SO NOI VU", "A"]),
        ("a\\~b\\_c\\-d \\{e\\} \\emdash  \\ldblquote f\\rdblquote", &["a b-cd {e} — “f”"]),
        ("x}}}} y", &["x y"]),
        ("\\'zz\\", &["zz}"]),
    ] {
        let got = lines(body);
        assert!(got.starts_with(&expected.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>()), "{body}: {got:?}");
    }
}

#[test]
fn code_pages_follow_the_font() {
    let fonts = "{\\fonttbl{\\f0\\fnil\\fcharset163 Times;}{\\f1\\fcharset204 X;}{\\f2\\fcharset0 Y;}}";
    assert_eq!(lines(&format!("{fonts}\\f0 S\\'f4\\'ec k\\'ea\\'ec hoa\\'f2ch")), ["Số kế hoạch"]);
    assert_eq!(lines(&format!("{fonts}\\f1 \\'e6{{\\f2 \\'e6}}")), ["жæ"]);
}

#[test]
fn text_of_old_fonts_becomes_unicode_with_its_capitals() {
    let fonts = "{\\fonttbl{\\f0\\fcharset0 .VnTime;}{\\f1\\fcharset0{\\*\\panose 02}.VnTimeH;}}";
    let body = "\\f1 quy\\'d5t \\'ae\\'denh\\par \\f0 C\\'e9ng ho\\'b5 x\\'b7 h\\'e9i ch\\'f1 ngh\\'dca Vi\\'d6t Nam\\par tr\\'ad\\'eang";
    assert_eq!(lines(&format!("{fonts}{body}")), ["QUYẾT ĐỊNH", "Cộng hoà xã hội chủ nghĩa Việt Nam", "trường"]);
}

#[test]
fn rows_become_a_table() {
    let body = "A\\par\\pard\\intbl TT\\cell Ten\\par dai\\cell\\row\\pard\\intbl 1\\cell\\cell\\row\\pard B\\par";
    let (page, _) = records(&format!("{{\\rtf1 {body}}}"));
    let cells: Vec<(u32, u32, &str)> = page.tables[0].cells.iter().map(|c| (c.row, c.col, c.text.as_str())).collect();
    assert_eq!(cells, [(0, 0, "TT"), (0, 1, "Ten dai"), (1, 0, "1")]);
    let places: Vec<_> = page.lines.iter().map(|line| line.cell).collect();
    assert_eq!(places, [None, Some((0, 0, 0)), Some((0, 0, 1)), Some((0, 0, 1)), Some((0, 1, 0)), None]);
}

#[test]
fn deleted_and_hidden_text_is_remarked() {
    let (page, remarks) = records("{\\rtf1 a {\\deleted bo}{\\deleted  di} b {\\v an\\v0 c}\\par}");
    assert_eq!(page.lines[0].text, "a b c");
    let seen: Vec<_> = remarks.iter().map(|r| (r.kind, r.detail.as_str())).collect();
    assert_eq!(seen, [(RemarkKind::DeletedText, "1 places"), (RemarkKind::HiddenText, "1 places")]);
}

proptest! {
    #[test]
    fn reading_never_panics(body in "(\\\\(par|cell|row|intbl|u7889|uc2|bin9|fonttbl|f1|fcharset163|deleted|v|shptxt|'e9|\\*)|[{}\\\\ a-c?;-]){0,60}") {
        let _ = records(&format!("{{\\rtf1{body}"));
    }
}
