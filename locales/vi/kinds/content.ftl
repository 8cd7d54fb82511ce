### Nội dung bắt buộc.

check-content = nội dung

expect-content = { $what }: có{ $some ->
        [yes] {" "}ít nhất { $at_least } trong các nội dung
       *[no] {""}
    } { $phrases }{ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }
found-content = có đủ
found-content-denied = chỉ thấy ở dạng phủ định
found-content-missing = không thấy { $phrases }

KC401 = Thiếu { $what }: không thấy { $phrases }{ $proposal ->
        [yes] {" "}(yêu cầu đề xuất của bộ tiêu chí)
       *[no] {""}
    }.
    .fix = Nộp văn bản có nội dung này; nếu nội dung nằm ở văn bản khác, nộp kèm văn bản đó.
KC401-topic = Chưa thấy { $what }{ $proposal ->
        [yes] {" "}(nội dung do bộ tiêu chí đề xuất)
       *[no] {""}
    }: đã đọc toàn văn, không có các từ { $phrases }.
    .fix = Xem văn bản có nêu nội dung này bằng từ ngữ khác không; nếu có, chỉ rõ mục và trang; nếu không, nộp kèm văn bản có nội dung đó.
KC401-denied = Nội dung “{ $what }” chỉ được nhắc theo hướng phủ định (“chưa”, “không”): { $phrases }.
    .fix = Mở tài liệu và xác nhận nội dung.
KC401-unclear = Chưa thấy { $what } ({ $phrases }) trong phần đọc được; còn trang chưa đọc.
    .fix = Xem các trang chưa đọc của tài liệu.

explain-KC401 = Thiếu nội dung bắt buộc
    .means = Đã đọc toàn bộ văn bản mà không thấy nội dung mục yêu cầu. Nếu còn trang chưa đọc được thì nội dung có thể nằm ở đó và kết quả là “Chưa rõ”, không phải “Chưa đạt”. Nội dung được tìm theo các cách viết thường dùng; văn bản có thể nói bằng từ ngữ khác nên không thấy thì hỏi lại, trừ khi quy định đòi đúng từng chữ. Yêu cầu do bộ tiêu chí đề xuất chỉ dẫn đến câu hỏi hoặc nhận xét, không làm cho tiêu chí “Chưa đạt”.
    .why = Báo cáo có thể đủ số lượng nhưng thiếu nội dung. Ví dụ, tiêu chí 1.2.2 của Cà Mau năm 2013 (Quyết định 1880/QĐ-UBND) chấm riêng việc báo cáo đủ nội dung theo hướng dẫn.
    .example = Báo cáo CCHC của Sở A không có phần nào nói về cải cách tài chính công.
    .fix = Hãy xem văn bản có nói điều đó bằng từ ngữ khác không; nếu có, hãy chỉ rõ mục và trang cho người thẩm định. Nếu không có, hãy nộp văn bản khác có nội dung này hoặc văn bản bổ sung đã ban hành.
