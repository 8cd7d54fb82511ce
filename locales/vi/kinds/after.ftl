### Trình tự thời gian.

check-after = trình tự thời gian

expect-after-item = không trước { $first }{ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }
expect-after = không trước { $first } ({ $date }){ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }

KC502 = Ban hành { $found }, trước văn bản phải có trước nó: { $first } ({ $date }){ $proposal ->
        [yes] {" "}({ -de-xuat })
       *[no] {""}
    }.
    .fix = Kiểm tra lại: nộp đúng kế hoạch hoặc đúng kết quả của kế hoạch đó.
KC502-unclear = Chưa xác định chắc chắn ngày ban hành (đọc được: { $found }) để biết có sau { $first } ({ $date }) hay không.
    .fix = Mở tài liệu và xác nhận ngày ban hành.

explain-KC502 = Thứ tự thời gian không hợp lý
    .means = Văn bản đề ngày sớm hơn văn bản mà nó phải đi sau, ví dụ kết quả có trước kế hoạch. Nếu ngày chưa đọc rõ, chưa so sánh được thì kết quả là “Chưa rõ”, không phải “Chưa đạt”. Yêu cầu do bộ tiêu chí đề xuất chỉ dẫn đến câu hỏi hoặc nhận xét, không làm cho tiêu chí “Chưa đạt”.
    .why = Kết quả có trước kế hoạch thì không thể là kết quả thực hiện kế hoạch đó; có thể đã nộp nhầm văn bản.
    .example = Thông báo kết quả kiểm tra ngày 30/10/2024, còn kế hoạch kiểm tra ngày 05/11/2024.
    .fix = Hãy kiểm tra hai văn bản có cùng một đợt không và nộp đúng cặp. Nếu ngày in sai, hãy nộp kèm văn bản đính chính của cơ quan ban hành; không tự sửa ngày.
