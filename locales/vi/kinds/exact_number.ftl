### Đúng văn bản.

check-exact-number = đúng văn bản

KC207 = Chưa đọc chắc chắn được số của văn bản (đọc được: { $found }); cần số { $number }.
    .fix = Mở tài liệu và xác nhận số, ký hiệu.

explain-KC207 = Chưa xác nhận được đúng văn bản cần tìm
    .means = Mục cần một văn bản cụ thể theo số và ký hiệu; có văn bản gần đúng nhưng số không đọc rõ. Kết quả là “Chưa rõ”, không phải “Chưa đạt”.
    .why = Hai văn bản có thể chỉ khác nhau một chữ số, nên chương trình không đoán mà để người xem quyết định.
    .example = Mục cần Quyết định 1507/QĐ-UBND; trên bản quét chữ số thứ ba bị dấu đỏ che mất.
    .fix = Hãy mở tệp, đối chiếu số, ngày và cơ quan ban hành. Nếu đúng, hãy nộp bản rõ hơn, tốt nhất là bản điện tử gốc.
