//! Signer and signing authority.

use super::*;

#[test]
fn signers_are_names_behind_their_authority() {
    for (block, authority, signer) in [
        ("> TM. ỦY BAN NHÂN DÂN\n> CHỦ TỊCH\n> Trần Văn Mẫu", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH", "Trần Văn Mẫu"),
        ("> KT. CHỦ TỊCH\n> PHÓ CHỦ TỊCH\n> (Đã ký)\n> Y Thử Mlô", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", "Y Thử Mlô"),
        ("> KT. GIÁM ĐỐC\n> PHÓ GIÁM ĐỐC\n> TS. Lê Thị Thử", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "Lê Thị Thử"),
        ("> TL. CHỦ TỊCH\n> CHÁNH VĂN PHÒNG\n> H'Thử Niê", "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG", "H'Thử Niê"),
        ("> TUQ. GIÁM ĐỐC\n> TRƯỞNG PHÒNG\n> LÊ VĂN MẪU", "TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG", "LÊ VĂN MẪU"),
        ("> Q. GIÁM ĐỐC\n> Lê Văn Mẫu – Đã ký", "Q. GIÁM ĐỐC", "Lê Văn Mẫu"),
        (
            "Nơi nhận: || KT. GIÁM ĐỐC\n- Như trên; || PHÓ GIÁM ĐỐC\n- Lưu: VT. || Lê Văn Mẫu",
            "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
            "Lê Văn Mẫu",
        ),
        ("> KT. GIÁM ĐỐC\n> PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "_"),
        ("> BQL CÁC KHU\n> GIÁM ĐỐC\n> BAN QUẢN LÝ CÁC KHU", "GIÁM ĐỐC / BAN QUẢN LÝ CÁC KHU", "_"),
        // An unlisted family name: behind a note it is a name, otherwise unclear.
        ("> KT. GIÁM ĐỐC\n> PHÓ GIÁM ĐỐC\n> (Đã ký)\n> THỬ ĐÌNH MẪU", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "THỬ ĐÌNH MẪU"),
        ("> KT. GIÁM ĐỐC\n> PHÓ GIÁM ĐỐC\n> THỬ ĐÌNH MẪU", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "?THỬ ĐÌNH MẪU"),
        ("> GIÁM ĐỐC\n> Lê Văn Mẫu.", "GIÁM ĐỐC", "Lê Văn Mẫu"),
        ("> THỦ TRƯỞNG ĐƠN VỊ\n> (Đã ký)\n> Lê Văn Mẫu", "THỦ TRƯỞNG ĐƠN VỊ", "Lê Văn Mẫu"),
        ("> PHỤ TRÁCH SỞ\n> Lê Văn Mẫu", "PHỤ TRÁCH SỞ", "Lê Văn Mẫu"),
        ("> TRƯỞNG PHÒNG\n> Y TẾ", "TRƯỞNG PHÒNG / Y TẾ", "_"),
        ("Báo cáo để xem xét./.\n> CHỦ TỊCH", "CHỦ TỊCH", "_"),
        ("Báo cáo để xem xét./.\n> CHỦ TỊCH\n> (Đã ký)", "CHỦ TỊCH", "?"),
        ("Báo cáo để xem xét./.\n> CHỦ TỊCH\n> (Ký và ghi rõ họ và tên)", "CHỦ TỊCH", "_"),
        ("Báo cáo để xem xét./.\n> Giám đốc\n> (Đã ký)\n> Lê Văn Mẫu", "Giám đốc", "Lê Văn Mẫu"),
        ("Báo cáo để xem xét./.\n> Giám đốc\n> Lê Văn Mẫu", "Giám đốc", "Lê Văn Mẫu"),
        ("Báo cáo để xem xét./.\n- Giám đốc Sở;\n- Phó Giám đốc\n- Lưu: VT", "-", "-"),
        ("Hết.", "-", "-"),
    ] {
        let head = PLAN.split("> GIÁM ĐỐC").next().unwrap();
        for layout in [Layout::Boxes, Layout::Cells] {
            let form = form(&format!("{head}{block}"), layout);
            assert_eq!(short(&form.authority), authority, "{layout:?} {block}");
            assert_eq!(short(&form.signer), signer, "{layout:?} {block}");
        }
    }
    let cut = document(&format!("{}=\nTrang", PLAN.split("> GIÁM ĐỐC").next().unwrap()), Layout::Boxes);
    let in_part = Document { status: Status::Partial, ..cut.clone() };
    assert_eq!(short(&recognise(&in_part).signer), "?", "reading stopped before the signature");
    let mut hidden = cut;
    hidden.pages[1].kind = PageKind::Scan;
    assert_eq!(short(&recognise(&hidden).signer), "?", "the signature may be on the page that is a picture");
}

/// Blocks side by side: `|` separates columns, `~` rows.
#[test]
fn of_several_blocks_the_one_of_the_issuer_signs() {
    for (blocks, signer, others) in [
        // The person who prepared a table does not sign for the office.
        ("NGƯỜI LẬP BIỂU|KẾ TOÁN|THỦ TRƯỞNG ĐƠN VỊ~Lê Thị Lập|Trần Thị Toán|Trần Văn Mẫu", "Trần Văn Mẫu", ""),
        ("THƯ KÝ|CHỦ TỌA~Lê Thị Ghi|Trần Văn Mẫu", "Trần Văn Mẫu", ""),
        // Two parties: the one that names the issuer signs; otherwise unclear.
        ("ĐẠI DIỆN SỞ NỘI VỤ|ĐẠI DIỆN BÊN B~GIÁM ĐỐC|GIÁM ĐỐC~Trần Văn Mẫu|Lê Thị Thử", "Trần Văn Mẫu", ""),
        ("ĐẠI DIỆN BÊN A|ĐẠI DIỆN BÊN B~GIÁM ĐỐC|GIÁM ĐỐC~Trần Văn Mẫu|Lê Thị Thử", "?Lê Thị Thử", "Trần Văn Mẫu"),
        (
            "KT. BỘ TRƯỞNG|KT. BỘ TRƯỞNG~BỘ TÀI CHÍNH|BỘ TƯ PHÁP~THỨ TRƯỞNG|THỨ TRƯỞNG~Trần Văn Mẫu|Lê Thị Thử",
            "?Lê Thị Thử",
            "Trần Văn Mẫu",
        ),
        ("Đại diện bên A|Đại diện bên B~Trần Văn Mẫu|Lê Thị Thử", "?Lê Thị Thử", "Trần Văn Mẫu"),
        ("TRƯỞNG PHÒNG|GIÁM ĐỐC~Lê Thị Thử|Trần Văn Mẫu", "?Trần Văn Mẫu", "Lê Thị Thử"),
    ] {
        let head = PLAN.split("    > GIÁM ĐỐC").next().unwrap();
        for layout in [Layout::Boxes, Layout::Cells] {
            let mut document = document(head, layout);
            let page = &mut document.pages[0];
            for (row, texts) in blocks.split('~').enumerate() {
                let texts: Vec<&str> = texts.split('|').collect();
                for (column, text) in texts.iter().enumerate() {
                    let center = 595.0 * (column as f32 + 0.5) / texts.len() as f32;
                    let (width, y0) = (text.chars().count() as f32 * 6.0, 400.0 + 30.0 * row as f32);
                    let rect = Rect { x0: center - width / 2.0, y0, x1: center + width / 2.0, y1: y0 + 14.0 };
                    page.lines.push(Line {
                        text: (*text).to_owned(),
                        rect: (layout == Layout::Boxes).then_some(rect),
                        cell: (layout == Layout::Cells).then_some((5, row as u32, column as u32)),
                        ..Line::default()
                    });
                }
            }
            let form = recognise(&document);
            assert_eq!(short(&form.signer), signer, "{layout:?} {blocks}");
            assert_eq!(form.signer.candidates.join(", "), others, "{layout:?} {blocks}");
        }
    }
}
