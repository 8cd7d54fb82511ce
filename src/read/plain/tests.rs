use super::*;
use crate::document::Source;

fn read_as(data: &[u8], media: Media) -> Page {
    let mut page = None;
    read(data.to_vec(), media, &Limits::default(), &mut |record| {
        if let Record::Page(read) = record {
            page = Some(read);
        }
    })
    .unwrap();
    page.unwrap()
}

fn texts(page: &Page) -> Vec<&str> {
    page.lines.iter().filter(|line| line.source == Source::Text).map(|line| line.text.as_str()).collect()
}

fn unseen(page: &Page) -> Vec<&str> {
    page.lines.iter().filter(|line| line.source == Source::Invisible).map(|line| line.text.as_str()).collect()
}

#[test]
fn a_web_page_shows_its_visible_text() {
    let source = "<html><head><title>x</title><style>p > a {}</style></head><body>\
        <p><b>B&aacute;o\ncáo</b> <a title='a > b'>số 5 < 6</a><br>dòng hai<p>đoạn mở<!-- ẩn --> tiếp\
        <script>if (a < b) {}</script></body></html>";
    let page = read_as(source.as_bytes(), Media::Html);
    assert_eq!(texts(&page), ["Báo cáo số 5 < 6", "dòng hai", "đoạn mở tiếp"]);
    assert_eq!(page.lines.iter().map(|line| line.paragraph).collect::<Vec<_>>(), [Some(1), Some(1), Some(2)]);
    assert_eq!(page.kind, PageKind::Text);
}

#[test]
fn character_references_become_letters() {
    for (source, shown) in [
        ("B&aacute;o c&aacute;o &Dstrok;&abreve;k", "Báo cáo Đăk"),
        ("S&#7889; &#x111;&#7873; &#x1ED1", "Số đề ố"),
        ("A &amp; B &lt;c&gt; R&D; &unknown; 5&", "A & B <c> R&D; &unknown; 5&"),
        // Old programs write the Windows code of quotation marks, and leave out semicolons.
        ("&#147;x&#148; B&aacuteo c&aacuteo", "“x” Báo cáo"),
        ("&amp;lt; a&#10;b", "&lt; a b"),
        ("&#99999999999; &#xD800;", "\u{fffd} \u{fffd}"),
    ] {
        assert_eq!(texts(&read_as(source.as_bytes(), Media::Html)), [shown], "{source}");
    }
}

#[test]
fn tags_end_where_a_browser_ends_them() {
    for (source, shown) in [
        ("<a title = \"x > y\" data-a='1>2'>a</a>", &["a"][..]),
        ("<a title=x>y\">a</a>", &["y\">a"]),
        ("a<!-- > <b> --><!-->b<!--->c<!-- x --!>d<!DOCTYPE x>", &["abcd"]),
        ("a<![CDATA[ b > c ]]>d", &["a c ]]>d"]),
        ("a<![if !x]>b<![endif]><?xml:namespace prefix=o />c<o:p>d</o:p>", &["abcd"]),
        ("a</ b>c</>d<3<>e", &["acd<3<>e"]),
        ("a<br/>b<BR />c<br>d", &["a", "b", "c", "d"]),
        ("<p>a<P>b</p>c</p>d", &["a", "b", "c", "d"]),
        ("<TABLE><TR><TD>a<TABLE><TR><TD>b</TABLE>c</TABLE>d", &["a", "b", "c", "d"]),
        ("a<a href=x/>b</a>", &["ab"]),
    ] {
        assert_eq!(texts(&read_as(source.as_bytes(), Media::Html)), shown, "{source}");
    }
}

#[test]
fn content_that_is_no_markup_is_not_read_as_such() {
    for (source, shown) in [
        ("<script>if (a < b) write('<p>x</p>')</SCRIPT >a", &["a"][..]),
        ("<head><script>'</head>'; x</script><title>a <b></title></head>c", &["c"]),
        ("<style><!-- p > a {} </p> --></style\n>a", &["a"]),
        ("<textarea><b>a</b> &amp; b</textarea>c", &["<b>a</b> & bc"]),
        ("<xml><w:a>9</w:a></xml>a<noscript><p>9</noscript>b", &["ab"]),
        ("<script/>a<title/>b", &["ab"]),
        // A head that nothing ends ends where the text begins.
        ("<head><meta name=x>\n<p>a", &["a"]),
        ("<p hidden>a<!-- </p> -->b</p>c", &["c"]),
        ("<span hidden>a<script>'</span>'</script>b</span>c", &["c"]),
        ("<span hidden><script>a</script></span>c", &["c"]),
        ("<span style='display:&#110;one'>9</span>a", &["a"]),
    ] {
        assert_eq!(texts(&read_as(source.as_bytes(), Media::Html)), shown, "{source}");
    }
}

#[test]
fn what_is_struck_out_is_not_read() {
    let source = "<p>Đã xong <s>42/42</s> <span>40/42</span> <del>cũ</del></p><s>không đóng<p>còn</p>";
    assert_eq!(texts(&read_as(source.as_bytes(), Media::Html)), ["Đã xong 40/42", "không đóng", "còn"]);
}

#[test]
fn what_nobody_sees_is_a_remark_and_no_text() {
    for (source, shown, remarked) in [
        ("<span style=\"display:none\">99</span>", "Số: 123", true),
        ("<span style='color:red; DISPLAY : none !important'><span lang=VI>9</span>9</span>", "Số: 123", true),
        ("<span style=mso-hide:all>99</span>", "Số: 123", true),
        ("<span style=\"visibility:hidden\">99</span>", "Số: 123", true),
        ("<font color=red hidden>99</font>", "Số: 123", true),
        ("<span class=hidden title='display:none'>99</span>", "Số: 99123", false),
        ("<span style=\"text-decoration:line-through\">99</span>", "Số: 123", false),
        ("<span style=\"text-decoration:underline\">99</span>", "Số: 99123", false),
        ("<span style='display:none'>&nbsp;<b></b></span>", "Số: 123", false),
        ("<span style='color:#FFFFFF'>99</span>", "Số: 123", true),
        ("<font color=white>99</font>", "Số: 123", true),
        ("<span style='color:white;background:navy'>99</span>", "Số: 99123", false),
        ("<span style='color:#ff0000'>99</span>", "Số: 99123", false),
        ("<br hidden>", "Số:|123", false),
        ("<span hidden/>99", "Số: 99123", false),
        ("<span hidden><script>99</script><!-- 99 --></span>", "Số: 123", false),
    ] {
        let mut remarks = Vec::new();
        let mut page = Page::new(1);
        let source = format!("<p hidden>ẩn<p>Số: {source}123</p><p style='display:none'></p>");
        read(source.into_bytes(), Media::Html, &Limits::default(), &mut |record| match record {
            Record::Page(read) => page = read,
            Record::Remark(remark) => remarks.push((remark.kind, remark.detail)),
            _ => {}
        })
        .unwrap();
        assert_eq!(texts(&page).join("|"), shown);
        let places = if remarked { "2 places" } else { "1 places" };
        assert_eq!(remarks, [(RemarkKind::HiddenText, places.to_owned())], "{shown}");
    }
    // What nothing ends is shown.
    assert_eq!(texts(&read_as("<span hidden>a <span hidden>b".as_bytes(), Media::Html)), ["a b"]);
    for (source, shown) in [
        ("<p>a <span hidden>1<p>b <span hidden>2</span>c", &["a 1", "b c"][..]),
        ("<span hidden>1 <span hidden>2</span>a <span hidden>3</span>b", &["1 a b"]),
        ("<div hidden>1<p hidden>2<p>a</p><div hidden>3</div>b", &["1", "a", "b"]),
    ] {
        assert_eq!(texts(&read_as(source.as_bytes(), Media::Html)), shown, "{source}");
    }
    let many = "<span hidden>a <span hidden>b</span>".repeat(20_000);
    assert_eq!(texts(&read_as(many.as_bytes(), Media::Html)).concat().len(), 39_999);
    // However many, the page is read in time.
    let many: String = (0..20_000).map(|i| format!("<x{i} hidden>a ")).collect();
    assert_eq!(texts(&read_as(many.as_bytes(), Media::Html)).concat().len(), 39_999);
}

#[test]
fn what_is_white_is_kept_as_what_nobody_sees() {
    for (source, shown, white) in [
        ("<p>Số: <font color=white>12</font>/BC</p>", &["Số: /BC"][..], &["Số: 12/BC"][..]),
        ("<div style='color:#fff'><p>Số: 12/BC<p>ngày 3</div>sau", &["sau"], &["Số: 12/BC", "ngày 3"]),
        ("<div style='color:#fff'>a<font color=white>b</font>c</div>sau", &["sau"], &["abc"]),
        ("<font color=white>a<span hidden>b</span>c</font>", &[], &["ac"]),
        ("<table><tr><td><font color=white>a</font><td>b</table>", &["b"], &["a"]),
        ("<div style='background:navy;color:white'>a</div>", &["a"], &[]),
        ("a<font color=white> </font>b", &["ab"], &[]),
    ] {
        let page = read_as(source.as_bytes(), Media::Html);
        assert_eq!((texts(&page).as_slice(), unseen(&page).as_slice()), (shown, white), "{source}");
        assert!(page.tables.iter().all(|table| table.cells.iter().all(|cell| cell.text != "a")), "{source}");
    }
}

#[test]
fn tables_keep_their_cells() {
    let source = "<table border=1><tr><th rowspan=2>A<th colspan=\"2\">B</tr><tr><td>c<td><p>d</p>e\
        <table><tr><td>trong</td></tr></table></td></tr><tr><td></td><td>f</table>sau";
    let page = read_as(source.as_bytes(), Media::Html);
    let cells = |index: usize| -> Vec<_> {
        page.tables[index].cells.iter().map(|cell| (cell.row, cell.col, cell.text.as_str())).collect()
    };
    assert_eq!(cells(0), [(0, 0, "A"), (0, 1, "B"), (1, 1, "c"), (1, 2, "d e"), (2, 1, "f")]);
    assert_eq!(cells(1), [(0, 0, "trong")]);
    assert_eq!(texts(&page).last(), Some(&"sau"));
    assert_eq!(page.lines.last().and_then(|line| line.cell), None);
}

#[test]
fn a_page_with_more_cells_than_the_limit_is_said_to_be_cut() {
    let remarks = |cells: u64, source: &str| {
        let mut remarks = Vec::new();
        let limits = Limits { cells, ..Limits::default() };
        read(source.as_bytes().to_vec(), Media::Html, &limits, &mut |record| {
            if let Record::Remark(remark) = record {
                remarks.push(remark.kind);
            }
        })
        .unwrap();
        remarks
    };
    // The empty cells of a form count as those with text.
    let source = "<table><tr><td>a<td><td><td>b</table>KT. GIÁM ĐỐC";
    assert_eq!(remarks(4, source), [RemarkKind::LimitReached]);
    assert_eq!(remarks(5, source), []);
}

#[test]
fn an_old_encoding_that_lost_a_letter_is_not_trusted() {
    let source = "<p>C\u{e9}ng ho\u{b5} x\u{b7} h\u{e9}i ch\u{f1} ngh\u{dc}a Vi\u{d6}t Nam</p>\
        <p>\u{a7}\u{e9}c l\u{cb}p - T\u{f9} do - H\u{b9}nh ph\u{f3}c</p><p>C\u{b8}c nhi\u{d6}m v\u{f4} \
        \u{ae}\u{ad}\u{ee}c giao cho nh\u{b5} tr\u{ad}\u{ea}ng, nh\u{b5} n\u{ad}\u{ed}c; c\u{b8}c tr\u{ad}\u{ea}ng</p>";
    let whole = read_as(source.as_bytes(), Media::Html);
    assert_eq!(texts(&whole)[2], "Các nhiệm vụ được giao cho nhà trường, nhà nước; các trường");
    assert_eq!(whole.kind, PageKind::Text);
    let without = source.replace('\u{ad}', "");
    let lost = read_as(without.as_bytes(), Media::Html);
    assert_eq!(lost.kind, PageKind::Scan, "{:?}", texts(&lost));
}

#[test]
fn hostile_pages_end() {
    for source in [
        "<",
        "<<<<",
        "<a",
        "<td>",
        "</table></tr></td>",
        "<p title=\"",
        "<!--",
        "<head>",
        "<table rowspan=99999999999>",
    ] {
        read_as(source.repeat(500).as_bytes(), Media::Html);
    }
    let wide = format!("<table>{}", "<tr><td colspan=999999999 rowspan=999999999>x".repeat(1000));
    assert_eq!(read_as(wide.as_bytes(), Media::Html).lines.len(), 1000);
    let deep = "<div><b><span style='color:white'>".repeat(100_000);
    read_as(deep.as_bytes(), Media::Html);
    let attributes: String = (0..150_000).map(|n| format!(" a{n}")).collect();
    let page = format!("<p>a</p><p{attributes}>b");
    assert_eq!(remarks(page.as_bytes()), [RemarkKind::LimitReached]);
    let many = "<table><tr><td colspan=1000>x".repeat(2000);
    assert!(!read_as(many.as_bytes(), Media::Html).lines.is_empty());
}

/// The kinds of remark on a web page.
fn remarks(source: &[u8]) -> Vec<RemarkKind> {
    let mut kinds = Vec::new();
    let mut sink = |record| {
        if let Record::Remark(remark) = record {
            kinds.push(remark.kind);
        }
    };
    read(source.to_vec(), Media::Html, &Limits::default(), &mut sink).unwrap();
    kinds
}

#[test]
fn text_that_a_missing_quotation_mark_or_end_tag_swallows_is_missed_aloud() {
    for (source, is_torn) in [
        ("<p>a</p><p title=\"x>b</p><p>c</p>", true),
        ("<p>a</p><!-- b <p>c</p>", true),
        ("<p>a</p><textarea>b<p>c</p>", true),
        ("<p>a</p><script>b<p>c</p>", true),
        // Only the last tag was cut off.
        ("<p>a</p><p>b</p", false),
        ("<p>a</p><p>b</p><td width=5", false),
        ("<p>a</p><!-- b --><p>c", false),
        ("<p>a</p><textarea>b</textarea>", false),
        ("<p>5 < 6", false),
    ] {
        let torn: &[RemarkKind] = if is_torn { &[RemarkKind::PageUnreadable] } else { &[] };
        assert_eq!(remarks(source.as_bytes()), torn, "{source}");
    }
}

#[test]
fn plain_text_is_numbered_by_its_lines() {
    let page = read_as("UBND TỈNH\r\n\r\nSố: 12/BC\t\tĐắk Lắk, ngày 3\n".as_bytes(), Media::Text);
    assert_eq!(texts(&page), ["UBND TỈNH", "Số: 12/BC", "Đắk Lắk, ngày 3"]);
    assert_eq!(page.lines.iter().map(|line| line.paragraph).collect::<Vec<_>>(), [Some(1), Some(2), Some(2)]);
}

#[test]
fn other_formats_are_refused() {
    let failure = read(b"{\\rtf1}".to_vec(), Media::Rtf, &Limits::default(), &mut |_| {}).unwrap_err();
    assert_eq!(failure.status, Status::Unsupported);
}

proptest::proptest! {
    #[test]
    fn any_page_is_read_without_panic(source in "(<|</|>|<p hidden>|<font color=white>|</font>|<td|<table>|<tr>|=\"|'|&|&#x|;|<!--|-->|<head>|<body|ế|a| |\n|--x|\r\n\r\n){0,40}") {
        read_as(source.as_bytes(), Media::Html);
        read_as(source.as_bytes(), Media::Text);
        let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n";
        read_as(format!("{head}{source}").as_bytes(), Media::Html);
    }

    #[test]
    fn any_bytes_are_sniffed_and_read_without_panic(data: Vec<u8>) {
        let _ = crate::read::sniff::sniff(&data);
        read_as(&data, Media::Html);
        read_as(&data, Media::Text);
    }
}
