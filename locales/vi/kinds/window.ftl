### Thời gian ban hành.

check-issued-window = thời gian ban hành

expect-window = từ { $from } đến { $to }{ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }

KC301 = Ban hành { $found }, ngoài khoảng từ { $from } đến { $to }{ $proposal ->
        [yes] {" "}({ -de-xuat })
       *[no] {""}
    }.
    .fix = Nộp văn bản của đúng kỳ đánh giá; nếu khoảng thời gian này không đúng, báo người quản lý bộ tiêu chí.
KC301-unclear = Chưa xác định chắc chắn ngày ban hành (đọc được: { $found }) để biết có nằm trong khoảng từ { $from } đến { $to } hay không.
    .fix = Mở tài liệu và xác nhận ngày ban hành.

explain-KC301 = Ngày ban hành ngoài khoảng thời gian
    .means = Ngày ban hành của văn bản sớm hơn hoặc muộn hơn khoảng thời gian mục yêu cầu. Nếu ngày chưa đọc rõ và có thể nằm trong khoảng thì kết quả là “Chưa rõ”, không phải “Chưa đạt”. Yêu cầu do bộ tiêu chí đề xuất chỉ dẫn đến câu hỏi hoặc nhận xét, không làm cho tiêu chí “Chưa đạt”.
    .why = Văn bản của năm khác, hoặc ban hành chậm, có thể không được tính cho năm đang chấm. Ví dụ, bộ tiêu chí năm 2013 của Cà Mau (Quyết định 1880/QĐ-UBND) cho 1 điểm nếu kế hoạch ban hành kịp thời, 0,5 điểm nếu chậm.
    .example = Kế hoạch tuyên truyền năm 2024 của Sở A ban hành ngày 12/4/2024, trong khi khoảng thời gian là từ 01/10/2023 đến 31/3/2024.
    .fix = Hãy kiểm tra xem có nộp nhầm văn bản của năm khác không và nộp đúng văn bản. Nếu văn bản thật sự ban hành ngoài khoảng này, hãy giải trình; không ghi lùi ngày. Nếu báo cáo ghi khoảng thời gian là “đề xuất”, hãy đối chiếu với hướng dẫn của năm đó.
