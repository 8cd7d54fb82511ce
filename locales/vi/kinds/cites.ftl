### Viện dẫn.

check-cites = viện dẫn

expect-cites = viện dẫn { $number }

KC501 = Văn bản không viện dẫn { $number }.
    .fix = Nộp văn bản có viện dẫn { $number }.
KC501-unclear = Chưa thấy viện dẫn { $number } trong phần đọc được; còn trang chưa đọc.
    .fix = Xem các trang chưa đọc của tài liệu.

explain-KC501 = Không dẫn văn bản phải dẫn
    .means = Văn bản không nhắc tới văn bản mà mục yêu cầu phải dẫn, ví dụ báo cáo kết quả không nêu kế hoạch mà mình thực hiện. Nếu còn trang chưa đọc được thì kết quả là “Chưa rõ”, không phải “Chưa đạt”.
    .why = Không dẫn số và ký hiệu thì chưa chứng minh được báo cáo này nói về đúng kế hoạch, đúng nhiệm vụ đó.
    .example = Báo cáo của Sở A nói về kết quả kiểm tra nhưng không nêu Kế hoạch 12/KH-SA.
    .fix = Hãy xem có nộp nhầm văn bản không. Nếu đúng văn bản nhưng thiếu dẫn chiếu, hãy nộp thêm văn bản nêu rõ mối liên hệ hoặc viết giải trình.
