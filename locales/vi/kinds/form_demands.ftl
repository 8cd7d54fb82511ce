### Thể thức.

check-number-present = có số
check-date-present = có ngày
check-signer-present = có người ký
check-not-draft = không phải dự thảo

expect-present-number-present = có số, ký hiệu
expect-present-date-present = có ngày ban hành
expect-present-signer-present = có người ký
expect-not-draft = không phải dự thảo
found-unseen = chưa nhìn thấy
found-unreadable = có, chưa đọc được
found-blank = để trống
found-signature = có chữ ký số
found-no-draft-mark = không có dấu dự thảo

KC201 = Văn bản không có số, ký hiệu.
    .fix = Nộp bản đã cấp số và ký ban hành.
KC201-blank = Chỗ ghi số của văn bản còn để trống: văn bản chưa ban hành.
    .fix = Nộp bản đã cấp số và ký ban hành, không nộp dự thảo.
KC201-unseen = Chưa đọc được số, ký hiệu (ảnh quét, hoặc văn bản chỉ đọc được một phần).
    .fix = Mở tài liệu và xác nhận số, ký hiệu.
KC202 = Văn bản không có ngày ban hành.
    .fix = Nộp bản đã ghi đủ ngày, tháng, năm ban hành.
KC202-blank = Chỗ ghi ngày ban hành còn để trống: văn bản chưa ban hành.
    .fix = Nộp bản đã ghi đủ ngày, tháng, năm ban hành, không nộp dự thảo.
KC202-unseen = Chưa đọc được ngày ban hành (ảnh quét, hoặc văn bản chỉ đọc được một phần).
    .fix = Mở tài liệu và xác nhận ngày ban hành.
KC203 = Văn bản ghi là dự thảo.
    .fix = Nộp bản chính thức đã ban hành.
KC206 = Văn bản không có người ký.
    .fix = Nộp bản đã ký, ghi rõ chức vụ và họ tên người ký.
KC206-blank = Chỗ ký còn để trống: văn bản chưa được ký.
    .fix = Nộp bản đã ký, ghi rõ chức vụ và họ tên người ký.
KC206-unseen = Chưa đọc được người ký (ảnh quét, hoặc văn bản chỉ đọc được một phần).
    .fix = Mở tài liệu và xác nhận người ký.

explain-KC201 = Văn bản không có số
    .means = Chỗ ghi số và ký hiệu không có số, hoặc để trống. Nếu có số nhưng không đọc rõ thì vẫn coi là có, không báo lỗi này.
    .why = Số và ký hiệu là thành phần thể thức chính và được cấp sau khi văn bản đã ký (Nghị định 30/2020/NĐ-CP, điều 8 và điều 15; áp dụng cho văn bản từ ngày 05/3/2020). Văn bản chưa có số có thể là bản chưa ban hành.
    .example = Báo cáo quý I của Sở A ghi “Số:       /BC-SA”.
    .fix = Hãy nộp bản đã ban hành, lấy từ văn thư hoặc hệ thống quản lý văn bản. Không tự điền số vào bản nháp; nếu văn bản chưa được ban hành, hãy viết giải trình.

explain-KC202 = Văn bản không có ngày ban hành
    .means = Văn bản không ghi ngày, tháng, năm ban hành, hoặc để trống. Nếu có ngày nhưng không đọc rõ thì vẫn coi là có, không báo lỗi này.
    .why = Thời gian ban hành là thành phần thể thức chính (Nghị định 30/2020/NĐ-CP, điều 8; áp dụng cho văn bản từ ngày 05/3/2020). Không có ngày thì không biết văn bản có đúng năm, đúng hạn hay không.
    .example = Kế hoạch của xã B ghi “Xã B, ngày     tháng     năm 2024”.
    .fix = Hãy nộp bản đã ban hành có ghi đủ ngày, tháng, năm. Không tự điền ngày vào bản nháp.

explain-KC203 = Văn bản là dự thảo
    .means = Văn bản có dấu hiệu là dự thảo, chẳng hạn có chữ “DỰ THẢO”, dù có thể đã có số và tên người ký.
    .why = Tài liệu kiểm chứng là văn bản do cơ quan nhà nước có thẩm quyền ban hành (hướng dẫn tự chấm điểm theo Quyết định 4361/QĐ-BNV); dự thảo thì chưa ban hành.
    .example = Báo cáo 6 tháng của Sở A có chữ “DỰ THẢO” phía trên tên báo cáo.
    .fix = Hãy thay bằng bản chính thức đã ký, có số và ngày. Nếu văn bản chưa được ban hành, hãy viết giải trình có căn cứ.

explain-KC206 = Văn bản không có người ký
    .means = Cuối văn bản không thấy tên người ký và tệp cũng không có chữ ký số. Nếu có tên nhưng không đọc rõ thì vẫn coi là có, không báo lỗi này.
    .why = Chức vụ, họ tên và chữ ký của người có thẩm quyền là thành phần thể thức chính (Nghị định 30/2020/NĐ-CP, điều 8; áp dụng cho văn bản từ ngày 05/3/2020). Văn bản chưa ký có thể là bản chưa ban hành.
    .example = Kế hoạch của xã B có chức vụ “CHỦ TỊCH” nhưng bên dưới không có họ tên.
    .fix = Hãy nộp bản đã ký, có họ tên người ký, hoặc bản điện tử có ký số. Kế hoạch ban hành kèm theo quyết định thì hãy nộp cả quyết định.
