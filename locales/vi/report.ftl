# Words of the reports themselves.

report-title = Kết quả kiểm tra tài liệu kiểm chứng
report-agency = Cơ quan
report-criterion = Tiêu chí
report-evidence = Tài liệu cần có
report-verdict = Kết luận
report-findings = Điểm cần xem
report-findings-of = { $name }: { $count } điểm cần xem
report-infos = Thông tin thêm
report-no-findings = Không có điểm nào cần xem.
report-proofs = Căn cứ của những mục đã đạt
report-documents = Tài liệu đã nộp
report-unused = chưa dùng cho mục nào
report-expected = Cần
report-found = Thấy
report-where = Chỗ
report-clause = Căn cứ
report-fix = Cách xử lý
report-quote = Trích
report-crop = Ảnh
report-nearest = Gần nhất
report-searched = Đã tìm trong { $documents } tài liệu, { $pages } trang{ $unreadable ->
        [0] {""}
       *[other] ; { $unreadable } tài liệu chưa đọc được
    }
report-related = Xem thêm
report-legend = Ý nghĩa kết luận
report-open = Mở
report-item = Mã mục
report-file = Tệp
report-status = Tình trạng
report-number = Số, ký hiệu
report-date = Ngày
report-issuer = Cơ quan ban hành
report-used-by = Dùng cho
report-pages = Số trang
report-roll-up = Toàn tỉnh (kết quả tốt nhất của mỗi mục)
report-matrix = Bảng tổng hợp
report-no-folder = Tệp ngoài thư mục cơ quan
report-whole-folder = Cả hồ sơ
report-proposal = đề xuất của bộ tiêu chí
report-not-official = Bộ tiêu chí này không phải bảng tiêu chí chính thức; các mục ghi “đề xuất” không có trong văn bản nguồn.
report-rules = Bộ tiêu chí
report-source = Nguồn
report-as-of = Tính đến ngày
report-layout = Cách đọc thư mục
report-layout-single = một hồ sơ
report-layout-batch = mỗi thư mục con là một cơ quan
report-ocr = Nhận dạng chữ
report-limits = Giới hạn mỗi tài liệu
report-limits-value = { $memory } MB bộ nhớ, { $seconds } giây, { $pages } trang, { $cells } ô
sandbox-memory = tiến trình đọc tách biệt, giới hạn bộ nhớ và thời gian
sandbox-time = tiến trình đọc tách biệt, giới hạn thời gian
report-sandbox = Cách ly
report-made-by = Công cụ
report-counts = { $met } đạt · { $gap } chưa đạt · { $unclear } chưa rõ · { $not_applicable } không áp dụng
report-total = { $agencies } cơ quan, { $files } tệp
report-secret = Có { $count } tài liệu đóng dấu mật trong hồ sơ: { $files }. Nội dung không được đọc.
report-place-page = trang { $page }
report-place-paragraph = đoạn { $paragraph }
report-place-cell = trang tính “{ $sheet }”, ô { $cell }
report-place-table-cell = bảng, ô { $cell }
report-written = Đã ghi báo cáo:
report-more = và { $count } điểm khác ở mức thông tin (xem báo cáo)
report-severity = Mức
report-code = Mã
report-message = Nội dung
report-id = Mã điểm
report-type = Loại
report-abstract = Trích yếu
report-check = Kiểm tra
report-criterion-name = Tên tiêu chí
report-item-verdict = Kết luận của mục
report-handling = Người thẩm định
report-ready = Sẵn sàng
report-folder = Thư mục
report-note = Lưu ý
report-rules-hash = Mã băm bộ tiêu chí
report-unsure = { $value } (chưa chắc)

report-ready-of = { $met }/{ $owed } tiêu chí
report-items-of = { $met }/{ $owed } mục đạt
report-open-points = { $count } điểm cần xem
report-unused-files = Tệp chưa dùng cho mục nào
report-no-unused = Mọi tệp đều được dùng cho ít nhất một mục.
report-search = Tìm (không cần dấu)
report-all = tất cả
report-everything = Toàn bộ
report-clear = Bỏ lọc
report-keys = Phím: / tìm · j k điểm sau, điểm trước · 1 … 5 đổi màn hình · Esc bỏ lọc
report-none-fit = Không có dòng nào phù hợp với bộ lọc.
report-lines = dòng phù hợp
report-views = Các phần của báo cáo
report-by-criterion = Theo tiêu chí
report-todo = Còn phải nộp
report-todo-means = Mỗi dòng là một tài liệu còn thiếu, sai hoặc chưa rõ, kèm việc phải làm.
report-todo-none = Không còn gì phải nộp.
report-todo-what = Vì sao → cách xử lý
report-accept = Nhận ngay được
report-accept-means = Tiêu chí đã đạt, có căn cứ cho từng mục, không còn lỗi, câu hỏi hay cảnh báo nào.
report-accept-none = Chưa có dòng nào nhận ngay được.
report-accept-count = { $count } trong { $total } dòng (cơ quan và tiêu chí) nhận ngay được.
report-accept-look = Đạt, nhưng có cảnh báo: xem rồi nhận
report-accept-notes = Lưu ý
report-accept-documents = { $items } mục, { $documents } tài liệu
report-accept-noted = { $count } lưu ý
report-to-top = Về đầu trang

handling-accept = Nhận ngay
handling-look = Xem cảnh báo rồi nhận
handling-decide = Cần người xem
handling-send = Phải bổ sung
handling-nothing = Không phải nộp

sheet-summary = Tổng hợp
sheet-findings = Điểm cần xem
sheet-documents = Tài liệu
sheet-criteria = Tiêu chí
sheet-proofs = Căn cứ
sheet-run = Lần chạy

verdict-met = Đạt
verdict-gap = Chưa đạt
verdict-unclear = Chưa rõ
verdict-not_applicable = Không áp dụng
verdict-waived = Được miễn

verdict-met-means = đủ tài liệu, có căn cứ
verdict-gap-means = thiếu hoặc sai so với yêu cầu
verdict-unclear-means = chưa đọc hoặc chưa xác định được, cần người xem; không phải là thiếu
verdict-not_applicable-means = không thuộc phần được phân công

severity-error = Lỗi
severity-question = Cần xem
severity-warning = Cảnh báo
severity-info = Thông tin

status-ok = đã đọc
status-partial = đọc một phần
status-scan = ảnh quét
status-secret = mật
status-password = có mật khẩu
status-unsupported = không hỗ trợ
status-malformed = hỏng
status-limit = quá lớn
status-timeout = quá lâu
status-crashed = lỗi khi đọc
status-empty = rỗng
status-skipped = bỏ qua

check-exact-number = đúng văn bản
check-type = loại văn bản
check-issuer = cơ quan ban hành
check-number-present = có số
check-date-present = có ngày
check-signer-present = có người ký
check-not-draft = không phải dự thảo
check-issued-window = thời gian ban hành
check-deadline = thời hạn
check-after = trình tự thời gian
check-content = nội dung
check-cites = viện dẫn
check-threshold = mức đạt
check-explanation = giải trình

explain-means = Nghĩa là
explain-why = Vì sao quan trọng
explain-example = Ví dụ
explain-fix = Cách xử lý
explain-issuers = do { $issuers } ban hành
explain-period = kỳ { $period }
explain-period-deadline = kỳ { $period }, chậm nhất ngày { $deadline }{ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }

docs-title = Mã phát hiện và tiêu chí
docs-severities = Mức độ
docs-codes = Mã phát hiện
