### Mức đạt.

check-threshold = mức đạt

expect-threshold = { $what } từ { $at_least }%{ $proposal ->
        [yes] {" "}(cách tính đề xuất)
       *[no] {""}
    }
found-ratio = { $part }/{ $whole } = { $percent }%
found-parts = { $part }/{ $whole }
found-percent = { $percent }%
found-no-ratio = không thấy kết quả
found-several = { $values }
found-left = còn { $left } chưa hoàn thành
found-below = chưa đạt { $percent }%

KC402 = { $what }: { $found }, thấp hơn mức { $at_least }%.
    .fix = Kiểm tra lại số liệu; nếu đã hoàn thành thêm, nộp báo cáo cập nhật.
KC403-unread = { $what }: có một đoạn quá dài hoặc quá nhiều con số, chương trình không tách được các câu nên không kết luận; cần người đọc đoạn này.
    .fix = Xuống dòng hoặc tách đoạn này thành các câu, các dòng của bảng rồi nộp lại; hoặc chỉ ra trang có kết quả.
KC403-none = { $what }: không có câu hoặc dòng nào nêu rõ con số của chỉ số này.
    .fix = Ghi rõ trong báo cáo đã làm được bao nhiêu trên tổng số bao nhiêu và đạt bao nhiêu phần trăm, hoặc chỉ ra trang có số liệu.
KC403-target = { $what }: chỉ thấy chỉ tiêu, phần chưa đạt, số liệu của năm khác hoặc con số chưa chắc chắn, không thấy kết quả.
    .fix = Ghi rõ trong báo cáo đã làm được bao nhiêu trên tổng số bao nhiêu và đạt bao nhiêu phần trăm.
KC403-words = { $what }: văn bản có nêu số liệu, nhưng chương trình chưa hiểu các từ: { $words }.
    .fix = Xem câu được trích; nếu câu đó chứng minh kết quả, thêm các từ này vào vocabulary.toml của bộ quy tắc rồi chạy lại.
KC403-several = { $what }: tài liệu nêu nhiều kết quả khác nhau ({ $values }).
    .fix = Xem các chỗ được trích và xác nhận con số đúng.
KC403-denied = { $what }: tài liệu nêu { $found }, nhưng cũng nêu phần chưa đạt: “{ $quote }”.
    .fix = Xem hai chỗ được trích và xác nhận số liệu đúng.
KC403-part = { $what }: chỉ thấy số liệu của một phần (một cơ quan, lĩnh vực, địa bàn hoặc thời gian trong năm: { $values }), không thấy kết quả chung.
    .fix = Ghi rõ kết quả chung của cả năm (đã làm được bao nhiêu trên tổng số bao nhiêu), hoặc chỉ ra trang có số liệu đó.
KC403-all = { $what }: tài liệu nêu { $found }; có thể đó chỉ là số đơn vị đã chọn trong kế hoạch, chưa chắc là tổng số.
    .fix = Ghi rõ trong báo cáo tổng số cơ quan, đơn vị; người thẩm định có thể chạy lại với tổng số đã biết (--facts).
KC405 = { $what }: { $found }; mẫu số lấy theo tài liệu, chưa được xác minh.
    .fix = Không bắt buộc. Có thể nộp kèm danh sách chứng minh tổng số; người thẩm định muốn đối chiếu thì chạy lại với tổng số đã biết (--facts).
KC406 = { $what }: tài liệu ghi { $printed }%, tính lại từ số liệu là { $found }.
    .fix = Sửa lại tỷ lệ hoặc số liệu trong báo cáo.
KC407 = { $what }: mẫu số trong tài liệu là { $whole }, theo { $source } là { $fact }; kết quả tính theo { $fact }: { $found }.
    .fix = Đối chiếu tổng số trong tài liệu với nguồn của người thẩm định.
KC407-over = { $what }: tài liệu ghi đã thực hiện { $part }, nhiều hơn tổng số { $fact } theo { $source }; chưa xác định được tỷ lệ.
    .fix = Đối chiếu số đã thực hiện trong tài liệu với tổng số của người thẩm định; một trong hai số chưa đúng.

explain-KC402 = Chưa đạt mức yêu cầu
    .means = Tỷ lệ tìm thấy trong tài liệu thấp hơn mức mục yêu cầu. Khi có cả tử số và mẫu số, chương trình tự tính lại tỷ lệ.
    .why = Kết quả dưới mức yêu cầu thì tiêu chí chưa hoàn thành. Ví dụ, kế hoạch năm 2018 của tỉnh Đắk Lắk đề ra kiểm tra từ 30% số cơ quan, đơn vị.
    .example = Thông báo của Sở A ghi đã kiểm tra 8/35 cơ quan, tức 22,9%, mức yêu cầu là 30%.
    .fix = Hãy kiểm tra số liệu đã đủ và mới nhất chưa; nếu có văn bản cập nhật kết quả, hãy nộp bổ sung. Nếu tỷ lệ thật sự thấp, hãy giải trình; không sửa số liệu trong văn bản đã ban hành.

explain-KC403 = Không xác định được tỷ lệ
    .means = Tài liệu không nêu tỷ lệ thực hiện; chỉ nêu chỉ tiêu hoặc số liệu của năm khác; chỉ nêu kết quả của một phần (một cơ quan, lĩnh vực, địa bàn, quý); nêu tỷ lệ đạt nhưng cũng nêu phần chưa đạt; nêu tổng số mà chưa chắc là tổng số phải làm; nêu con số cạnh những từ mà chương trình chưa hiểu; hoặc nêu nhiều tỷ lệ khác nhau. Chương trình không chọn thay, nên kết quả là “Chưa rõ”, không phải “Chưa đạt”.
    .why = Chỉ tiêu đặt ra không phải là kết quả đã làm được, và số liệu mâu thuẫn thì cần người thẩm định xem.
    .example = Báo cáo của xã B viết ở trang 2 là “hoàn thành 18/20 nhiệm vụ”, ở phụ lục lại là “19/20 nhiệm vụ”.
    .fix = Hãy nộp tài liệu nêu rõ đã làm được bao nhiêu trên tổng số bao nhiêu. Kết quả phải là kết quả chung của cả năm. Nếu có nhiều số khác nhau, hãy giải thích số nào đúng và vì sao. Từ chưa hiểu do người giữ bộ tiêu chí xử lý: thêm một dòng vào vocabulary.toml, một lần cho mọi cơ quan (`kiemchung rules words`).

explain-KC405 = Tổng số chưa được đối chiếu
    .means = Tỷ lệ được tính theo tổng số (mẫu số) ghi trong chính tài liệu, hoặc theo tỷ lệ in sẵn; không có số liệu của người thẩm định để đối chiếu. Kết quả không thay đổi.
    .why = Nếu tổng số ghi thiếu thì tỷ lệ sẽ cao hơn thực tế.
    .example = Báo cáo ghi “đã kiểm tra 14/35 cơ quan”, chưa có nguồn nào xác nhận tổng số là 35.
    .fix = Không bắt buộc phải làm gì. Nếu có, hãy nộp kèm danh sách cơ quan, đơn vị hoặc danh mục nhiệm vụ để chứng minh tổng số. Người thẩm định muốn đối chiếu thì ghi số đã biết vào một bảng rồi chạy lại với --facts.

explain-KC406 = Tỷ lệ ghi trong văn bản tính sai
    .means = Tỷ lệ phần trăm ghi trong tài liệu không khớp với tử số và mẫu số đi kèm. Chương trình dùng tử số và mẫu số, không dùng tỷ lệ in sẵn.
    .why = Số liệu không khớp làm giảm độ tin cậy của báo cáo và có thể khiến người thẩm định phải hỏi lại.
    .example = Báo cáo của xã B viết “hoàn thành 19/20 nhiệm vụ, đạt 100%”; đúng ra là 95%.
    .fix = Hãy đối chiếu số liệu gốc. Nếu văn bản đã ban hành có sai sót, hãy đề nghị cơ quan ban hành đính chính hoặc thay thế bằng văn bản khác, rồi nộp cả văn bản đó.

explain-KC407 = Tổng số khác với số liệu của người thẩm định
    .means = Tổng số (mẫu số) ghi trong tài liệu khác với số mà người thẩm định đã có. Tỷ lệ được tính lại theo số của người thẩm định; nếu tử số còn lớn hơn số đó thì kết quả là “Chưa rõ”.
    .why = Đổi tổng số thì tỷ lệ đổi theo, có thể từ đạt thành chưa đạt hoặc ngược lại.
    .example = Báo cáo ghi đã kiểm tra 12/38 cơ quan, theo danh sách của người thẩm định thì tổng số là 41.
    .fix = Hãy kiểm tra tổng số tính đến thời điểm nào và gồm những đơn vị nào. Nếu số của cơ quan đúng, hãy nộp danh sách hoặc văn bản chứng minh và giải trình.
