### Cơ quan ban hành.

check-issuer = cơ quan ban hành

expect-issuer = { $issuers }

KC205 = Cơ quan ban hành là { $found }; cần { $issuers }.
    .fix = Nộp văn bản do đúng cơ quan có thẩm quyền ban hành.
KC205-unclear = Chưa xác định được cơ quan ban hành (đọc được: { $found }); cần { $issuers }.
    .fix = Mở tài liệu và xác nhận cơ quan ban hành.

explain-KC205 = Không đúng cơ quan ban hành
    .means = Văn bản do cơ quan khác với cơ quan được yêu cầu ban hành; phòng thuộc sở không phải là sở. Nếu tên cơ quan in quá ngắn hoặc không đọc rõ thì kết quả là “Chưa rõ”, không phải “Chưa đạt”.
    .why = Tài liệu kiểm chứng phải do cơ quan nhà nước có thẩm quyền ban hành (hướng dẫn tự chấm điểm theo Quyết định 4361/QĐ-BNV).
    .example = Mục cần kế hoạch của Sở A, văn bản nộp lên do Phòng Kế hoạch thuộc Sở A ban hành.
    .fix = Hãy nộp văn bản do đúng cơ quan được nêu ban hành. Nếu việc này đã được giao hoặc ủy quyền cho đơn vị khác, hãy nộp kèm văn bản giao và giải trình.
