//! Which totals of tables are checked, and what is found.

use super::*;
use crate::check::testing::table;

fn found(rows: &[&[&str]]) -> Vec<(String, f64)> {
    let table = table(rows);
    let Some(grid) = Grid::of(&table) else { return Vec::new() };
    wrong(&grid).into_iter().map(|w| (w.cell.text.clone(), w.computed)).collect()
}

#[test]
fn totals_are_summed() {
    let of = |total: &'static str| {
        found(&[&["TT", "Tên", "Số"], &["1", "A", "12"], &["2", "B", "30"], &["", "Tổng cộng", total]])
    };
    assert!(of("42").is_empty());
    assert_eq!(of("41"), [("41".to_owned(), 42.0)]);
}

#[test]
fn running_numbers_shares_and_single_rows_are_no_sums() {
    for rows in [
        vec![vec!["TT", "A"], vec!["1", "x"], vec!["2", "y"], vec!["Tổng cộng", "2"]],
        vec![vec!["Tên", "Tỷ lệ"], vec!["A", "0.5"], vec!["B", "0.7"], vec!["Tổng cộng", "1"]],
        vec![vec!["Tên", "Số"], vec!["A", "5"], vec!["Tổng cộng", "9"]],
    ] {
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        assert!(found(&rows).is_empty(), "{rows:?}");
    }
}

#[test]
fn heads_subtotals_parts_and_averages_raise_no_alarm() {
    let tables: &[&[&[&str]]] = &[
        &[
            &["TT", "Tên", "A", "B"],
            &["1", "2", "3", "4"],
            &["1", "x", "12", "7"],
            &["2", "y", "30", "8"],
            &["", "Cộng", "42", "15"],
        ],
        &[
            &["TT", "Tên", "A", "B"],
            &["(1)", "(2)", "(3)=(1)+(2)", "(4)"],
            &["1", "x", "12", "7"],
            &["2", "y", "30", "8"],
            &["", "Cộng", "42", "15"],
        ],
        &[&["Tên", "2017", "2018"], &["x", "12", "7"], &["y", "30", "8"], &["Cộng", "42", "15"]],
        &[
            &["TT", "Tên", "A"],
            &["I", "Sở", "30"],
            &["1", "x", "10"],
            &["2", "y", "20"],
            &["II", "Huyện", "5"],
            &["1", "z", "5"],
            &["", "Tổng cộng", "35"],
        ],
        &[
            &["TT", "Tên", "A"],
            &["1", "Sở", "30"],
            &["1.1", "x", "10"],
            &["1.2", "y", "20"],
            &["2", "z", "5"],
            &["", "Tổng cộng", "35"],
        ],
        &[
            &["TT", "Tên", "A"],
            &["1", "x", "10"],
            &["2", "y", "20"],
            &["", "Cộng I", "30"],
            &["3", "z", "5"],
            &["4", "t", "6"],
            &["", "Cộng II", "11"],
            &["", "Tổng cộng", "41"],
        ],
        &[
            &["TT", "Tên", "A"],
            &["1", "x", "10"],
            &["", "Trong đó: nữ", "4"],
            &["2", "y", "20"],
            &["", "Tổng cộng", "30"],
        ],
        &[&["Tên", "Số"], &["x", "10"], &["y", "20"], &["Bình quân", "15"], &["Cộng", "30"]],
        &[&["Tên", "Điểm trung bình"], &["x", "10"], &["y", "20"], &["Cộng", "15"]],
        &[&["Tên", ""], &["x", "10,5"], &["y", "20"], &["z", "3"], &["Cộng", "34"]],
    ];
    for rows in tables {
        assert_eq!(found(rows), [], "{rows:?}");
    }
}

#[test]
fn totals_that_do_not_add_up_are_found_beside_heads_and_subtotals() {
    let tables: &[(&[&[&str]], f64)] = &[
        (
            &[&["TT", "Tên", "A"], &["1", "2", "3"], &["1", "x", "12"], &["2", "y", "30"], &["", "Tổng cộng", "45"]],
            42.0,
        ),
        (&[&["Tên", "2018"], &["x", "12"], &["y", "30"], &["Cộng", "41"]], 42.0),
        (
            &[
                &["TT", "Tên", "A"],
                &["I", "Sở", "30"],
                &["1", "x", "10"],
                &["2", "y", "20"],
                &["II", "Huyện", "5"],
                &["", "Tổng cộng", "36"],
            ],
            35.0,
        ),
    ];
    for (rows, computed) in tables {
        let found: Vec<f64> = found(rows).into_iter().map(|(_, computed)| computed).collect();
        assert_eq!(found, [*computed], "{rows:?}");
    }
}

#[test]
fn what_can_be_read_in_another_way_is_not_named() {
    let tables: &[&[&[&str]]] = &[
        // Letters over Roman numerals: only the letters are summed.
        &[
            &["TT", "Đơn vị", "Số"],
            &["A", "Cấp tỉnh", "30"],
            &["I", "Sở A", "10"],
            &["II", "Sở B", "20"],
            &["B", "Cấp huyện", "5"],
            &["1", "Huyện X", "5"],
            &["", "Tổng cộng", "35"],
        ],
        // The total counts the rows.
        &[
            &["TT", "Họ và tên", "Năm sinh", "Số buổi"],
            &["1", "An", "1980", "3"],
            &["2", "Bình", "1985", "4"],
            &["", "Tổng cộng", "2", "7"],
        ],
        &[&["TT", "Tên", "Số VB"], &["1", "x", "30"], &["2", "y", "15"], &["", "Tổng số", "2"]],
        // What there is on a day.
        &[
            &["Tháng", "Tiếp nhận", "Tồn đầu kỳ", "Giải quyết", "Tồn cuối kỳ"],
            &["Tháng 1", "10", "5", "8", "7"],
            &["Tháng 2", "12", "7", "15", "4"],
            &["Tổng cộng", "22", "5", "23", "4"],
        ],
        // The same bodies in several rows.
        &[
            &["Nội dung", "Số đơn vị tham gia", "Số lượt"],
            &["Tập huấn", "20", "100"],
            &["Hội nghị", "15", "50"],
            &["Tổng cộng", "25", "150"],
        ],
        // One whole, cut in two ways.
        &[&["Chỉ tiêu", "Số"], &["Nam", "60"], &["Nữ", "40"], &["Dân tộc thiểu số", "30"], &["Tổng cộng", "100"]],
        &[&["Chỉ tiêu", "Số"], &["Tổng số", "100"], &["Nam", "60"], &["Nữ", "40"], &["Đảng viên", "30"]],
        &[
            &["TT", "Chỉ tiêu", "Số"],
            &["1", "Nam", "60"],
            &["2", "Nữ", "40"],
            &["3", "Đảng viên", "70"],
            &["", "Tổng số", "100"],
        ],
        // Indicators of different things; totals on top of each group; a stock by quarters; marks.
        &[&["Chỉ tiêu", "Giá trị"], &["Số phòng", "5"], &["Số đơn vị", "3"], &["Tổng số", "120"]],
        &[&["Tên", "Số"], &["Tổng số", "30"], &["a", "10"], &["b", "20"], &["Tổng số", "11"], &["c", "5"], &["d", "6"]],
        &[&["Quý", "Số TTHC công khai"], &["I", "1850"], &["II", "1860"], &["III", "1862"], &["Tổng cộng", "1862"]],
        &[&["Tên", "Mức độ hoàn thành"], &["x", "80"], &["y", "100"], &["Tổng cộng", "90"]],
        // Differences that are counted on one side only.
        &[
            &["TT", "Cơ quan", "Biên chế", "Còn thiếu"],
            &["1", "a", "10", "2"],
            &["2", "b", "5", "0"],
            &["", "Tổng cộng", "15", "1"],
        ],
        // Rounded figures.
        &[
            &["TT", "Đơn vị", "Kinh phí (triệu đồng)"],
            &["1", "a", "10,4"],
            &["2", "b", "20,4"],
            &["", "Tổng cộng", "31"],
        ],
        &[&["Tên", "Kinh phí (tỷ đồng)"], &["a", "10"], &["b", "20"], &["Tổng cộng", "31"]],
    ];
    for rows in tables {
        assert_eq!(found(rows), [], "{rows:?}");
    }
}

#[test]
fn runs_are_of_two_or_more() {
    assert!(has_run(&[60.0, 40.0, 30.0], 100.0, 0.5));
    assert!(has_run(&[5.0, 60.0, 0.0, 40.0, 30.0], 70.0, 0.5));
    for n in [60.0, 30.0, 90.0, 200.0] {
        assert!(!has_run(&[60.0, 40.0, 30.0], n, 0.5), "{n}");
    }
}

#[test]
fn plain_slips_are_found() {
    let tables: &[(&[&[&str]], f64)] = &[
        (&[&["TT", "Đơn vị", "Số VB"], &["", "Tổng số", "45"], &["1", "Sở A", "12"], &["2", "Sở B", "30"]], 42.0),
        (
            &[
                &["TT", "Nội dung", "Số"],
                &["I", "Sở"],
                &["1", "a", "10"],
                &["2", "b", "20"],
                &["", "Cộng", "30"],
                &["II", "Huyện"],
                &["1", "c", "5"],
                &["2", "d", "6"],
                &["", "Cộng", "11"],
                &["", "Tổng cộng", "51"],
            ],
            41.0,
        ),
        (&[&["TT", "Đơn vị", "Số"], &["I", "A", "12"], &["II", "B", "30"], &["", "Tổng cộng (I+II)", "41"]], 42.0),
        (
            &[
                &["TT", "Đơn vị", "Kinh phí (triệu đồng)"],
                &["1", "A", "12,5"],
                &["2", "B", "30,5"],
                &["", "Tổng cộng", "53"],
            ],
            43.0,
        ),
        (&[&["Tên", "Năm 2018"], &["x", "12"], &["y", "30"], &["Cộng", "41"]], 42.0),
    ];
    for (rows, computed) in tables {
        let found: Vec<f64> = found(rows).into_iter().map(|(_, computed)| computed).collect();
        assert_eq!(found, [*computed], "{rows:?}");
    }
}
