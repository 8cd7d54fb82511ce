### Cơ quan ban hành.

check-issuer = cơ quan ban hành

expect-place = cơ quan của { $place }
expect-issuer = { $issuers }{ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }

KC205 = Văn bản do { $found } ban hành; yêu cầu văn bản của { $issuers }{ $proposal ->
        [yes] {" "}({ -de-xuat })
       *[no] {""}
    }.
    .fix = Nộp văn bản do đúng cơ quan có thẩm quyền ban hành.
KC205-place = Văn bản do { $found } ban hành, không phải cơ quan của { $place }.
    .fix = Nộp văn bản của cơ quan thuộc { $place }.
KC205-place-unclear = Văn bản do { $found } ban hành, có thể không phải cơ quan của { $place }.
    .fix = Mở tài liệu và xác nhận cơ quan ban hành.
KC205-unclear = Chưa xác định được cơ quan ban hành (đọc được: { $found }); yêu cầu văn bản của { $issuers }{ $proposal ->
        [yes] {" "}({ -de-xuat })
       *[no] {""}
    }.
    .fix = Mở tài liệu và xác nhận cơ quan ban hành.

explain-KC205 = Không đúng cơ quan ban hành
    .means = Văn bản do cơ quan khác với cơ quan được yêu cầu ban hành; phòng thuộc sở không phải là sở. Nếu tên cơ quan in quá ngắn hoặc không đọc rõ thì kết quả là “Chưa rõ”, không phải “Chưa đạt”. Yêu cầu do bộ tiêu chí đề xuất chỉ dẫn đến câu hỏi hoặc nhận xét, không làm cho tiêu chí “Chưa đạt”.
    .why = Tài liệu kiểm chứng phải do cơ quan nhà nước có thẩm quyền ban hành (hướng dẫn tự chấm điểm theo Quyết định 4361/QĐ-BNV).
    .example = Mục cần kế hoạch của Sở A, văn bản nộp lên do Phòng Kế hoạch thuộc Sở A ban hành.
    .fix = Hãy nộp văn bản do đúng cơ quan được nêu ban hành. Nếu việc này đã được giao hoặc ủy quyền cho đơn vị khác, hãy nộp kèm văn bản giao và giải trình.
