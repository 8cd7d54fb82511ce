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
report-sourced = văn bản nguồn
report-proposed = đề xuất
report-basis = Nguồn của yêu cầu
report-open-for = Lý do chưa rõ
report-on-proposals = chỉ do đề xuất
report-todo-proposed = Chỉ do đề xuất của bộ tiêu chí, văn bản nguồn không yêu cầu; người thẩm định quyết định:
report-proposals = Bộ tiêu chí đề xuất thêm một số yêu cầu mà văn bản nguồn không nêu; chỉ riêng đề xuất không làm cho tiêu chí chưa đạt. Có { $rows } kết luận “chưa rõ” chỉ do đề xuất (đánh dấu *), { $questions } câu hỏi và { $remarks } nhận xét dựa vào đề xuất.
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
sandbox-full = tiến trình đọc tách biệt, không mở được tệp, mạng hay tiến trình khác; giới hạn bộ nhớ và thời gian
sandbox-calls = tiến trình đọc tách biệt, không có lệnh hệ thống để mở tệp, mạng hay tiến trình khác; giới hạn bộ nhớ và thời gian
sandbox-memory = tiến trình đọc tách biệt, giới hạn bộ nhớ và thời gian
sandbox-time = tiến trình đọc tách biệt, giới hạn thời gian
report-sandbox = Cách ly
report-made-by = Công cụ
report-counts = { $met } đạt · { $gap } chưa đạt · { $unclear } chưa rõ{ $proposed ->
        [0] {""}
       *[other] {" "}(trong đó { $proposed } chỉ do đề xuất)
    } · { $not_applicable } không áp dụng
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
sheet-words = Từ chưa hiểu
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

check-explanation = giải trình

explain-means = Nghĩa là
explain-why = Vì sao quan trọng
explain-example = Ví dụ
explain-fix = Cách xử lý
explain-title-periods = trích yếu là của kỳ: { $periods }
explain-without = trích yếu không nêu { $phrases }
explain-count = { $count } tài liệu
explain-periods = mỗi kỳ một tài liệu: { $periods }{ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }
explain-every-document = Mọi tài liệu được dùng

docs-title = Mã phát hiện và tiêu chí
docs-severities = Mức độ
docs-codes = Mã phát hiện

report-words = Từ chưa hiểu
report-words-means = Câu nêu số liệu có từ này nên dòng đó còn là câu hỏi. Nếu từ này không làm thay đổi kết quả, thêm một dòng vào vocabulary.toml của bộ tiêu chí là xong cho mọi cơ quan; lần chạy sau không phải đọc lại tài liệu. Lệnh `kiemchung rules words` ghi sẵn các dòng đó.
report-words-word = Từ
report-words-asked-by = Liên quan
report-words-rows = Số dòng
report-words-agencies = Số cơ quan
report-words-documents = Số tài liệu
report-words-sentence = Một câu có từ này
report-words-counts = { $rows } dòng, { $agencies } cơ quan, { $documents } tài liệu
report-words-more = và { $count } từ khác (xem báo cáo)

words-added = Từ mà bộ tiêu chí thêm (vocabulary.toml)
words-none = không có
words-asked = Từ mà lần chạy gần nhất chưa hiểu
words-paste = Đặt dòng như vậy vào words = [ … ] của loại từ phù hợp rồi chạy check lại; bỏ qua từ nào làm thay đổi kết quả.
words-run-again = Các từ đó đều đã có trong vocabulary.toml; hãy chạy check lại.
words-classes = Loại từ nhận thêm được:
words-class-done = tự nó cho biết đã làm xong: hoàn thành, xong
words-class-weak = động từ chưa cho biết đã làm xong: triển khai, chỉ đạo
words-class-manner = làm như thế nào: nghiêm túc, kịp thời
words-class-lead = mở đầu lý do hoặc hoàn cảnh: nhờ, thực hiện
words-class-praise = đứng cạnh kết quả mà không làm thay đổi kết quả: xuất sắc
words-class-filler = không nói gì về thứ được đếm: số, việc, kết quả
words-class-assigned = cho biết việc từ đâu mà có: được giao, đề ra
words-class-total = dẫn tới tổng số: tổng số, gồm
words-class-deed = cách gọi khác của việc mà chỉ số nêu, ví dụ [deed."tập huấn"]
words-class-noun = cách gọi khác của thứ mà chỉ số đếm, ví dụ [noun."nhiệm vụ"]
words-class-body = tên gọi khác của một loại cơ quan
words-class-field = tên gọi khác của một lĩnh vực
