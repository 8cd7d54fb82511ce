### Loại văn bản.

check-type = loại văn bản

expect-type = { $types }{ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }

KC204 = Yêu cầu { $types }; tài liệu đã nộp là { $found }{ $proposal ->
        [yes] {" "}({ -de-xuat })
       *[no] {""}
    }.
    .fix = Nộp đúng loại văn bản mà tiêu chí yêu cầu.
KC204-unclear = Yêu cầu { $types }; chưa xác định được loại của tài liệu (đọc được: { $found }){ $proposal ->
        [yes] {" "}({ -de-xuat })
       *[no] {""}
    }.
    .fix = Mở tài liệu và xác nhận loại văn bản.

explain-KC204 = Không đúng loại văn bản
    .means = Văn bản có nội dung gần với yêu cầu nhưng khác loại: cần báo cáo mà nộp công văn, cần quyết định mà nộp tờ trình. Nếu không đọc rõ loại văn bản thì kết quả là “Chưa rõ”, không phải “Chưa đạt”. Yêu cầu do bộ tiêu chí đề xuất chỉ dẫn đến câu hỏi hoặc nhận xét, không làm cho tiêu chí “Chưa đạt”.
    .why = Mỗi mục nêu loại văn bản dùng làm tài liệu kiểm chứng; văn bản khác loại có thể không chứng minh được điều tiêu chí hỏi.
    .example = Mục cần báo cáo năm về đào tạo, bồi dưỡng, Sở A nộp công văn “V/v đào tạo, bồi dưỡng năm 2024”.
    .fix = Hãy tìm và nộp đúng loại văn bản mà mục yêu cầu. Nếu cơ quan chỉ có loại này, hãy giải trình để người thẩm định xem xét.
