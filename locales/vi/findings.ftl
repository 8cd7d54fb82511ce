# What findings say (value) and what to do about them (.fix). Ids are finding codes, with a variant behind a dash.

-de-xuat = bộ tiêu chí đề xuất, văn bản nguồn không nêu

## KC0xx: tiếp nhận

KC001 = Tệp chưa thuộc tiêu chí nào; gần nhất là { $nearest } ({ $name }).
    .fix = Chuyển tệp vào thư mục mang mã tiêu chí, ví dụ “{ $nearest }”, hoặc ghi tệp và mã tiêu chí vào tệp kê khai manifest.csv.
KC001-none = Tệp chưa thuộc tiêu chí nào và nội dung không gần tiêu chí nào.
    .fix = Nếu là tài liệu kiểm chứng, chuyển vào thư mục mang mã tiêu chí; nếu không, bỏ ra khỏi hồ sơ.
KC002 = Thư mục “{ $path }” không có tệp nào.
    .fix = Bổ sung tài liệu vào thư mục, hoặc xóa thư mục nếu không cần.
KC003 = Cơ quan chưa nộp tài liệu nào.
    .fix = Nộp tài liệu kiểm chứng cho các tiêu chí được phân công.
KC004 = Thư mục không có trong agencies.csv; được đối chiếu với toàn bộ tiêu chí.
    .fix = Thêm thư mục vào agencies.csv với phần được phân công, hoặc sửa tên thư mục cho đúng.
KC004-loose = Tệp nằm ngay trong thư mục gốc, không thuộc thư mục của cơ quan nào; được đối chiếu với toàn bộ tiêu chí.
    .fix = Chuyển tệp vào thư mục của cơ quan nộp; nếu không phải tài liệu kiểm chứng, bỏ ra khỏi thư mục gốc.
KC005 = “{ $path }” là liên kết, không phải tệp; nội dung không được đọc.
    .fix = Chép tệp thật vào hồ sơ thay cho liên kết.
KC006 = Không mở được “{ $path }”: hệ thống báo lỗi khi đọc.
    .fix = Thử mở bằng phần mềm thông thường; chép lại từ bản gốc rồi chạy lại.
KC006-special = “{ $path }” không phải tệp hay thư mục thông thường nên không được đọc.
    .fix = Chép tệp thật vào hồ sơ.
KC006-denied = Không có quyền đọc “{ $path }”.
    .fix = Kiểm tra quyền đọc của tệp hoặc thư mục rồi chạy lại.
KC007 = Tệp trùng hoàn toàn nội dung với “{ $first }”.
    .fix = Chỉ giữ một bản; một văn bản có thể dùng cho nhiều tiêu chí.
KC008 = Tài liệu đóng dấu mật nằm trong hồ sơ; nội dung không được đọc và không được trích dẫn.
    .fix = Rút tài liệu khỏi hồ sơ điện tử và xử lý theo quy định bảo vệ bí mật nhà nước; trao đổi trực tiếp với cơ quan thẩm định.
KC009 = Không mở được { $path }.
    .fix = Lưu lại tệp kê khai dạng CSV (trong Excel: Lưu dưới dạng, CSV UTF-8) với bốn cột: criterion (mã tiêu chí), file (tệp), pages (trang), note (ghi chú).
KC009-line = { $path }, dòng { $line }: không đọc được như một dòng của bảng.
    .fix = Lưu lại tệp kê khai dạng CSV (trong Excel: Lưu dưới dạng, CSV UTF-8) với bốn cột: criterion (mã tiêu chí), file (tệp), pages (trang), note (ghi chú).
KC009-column = { $path } thiếu cột “{ $column }”.
    .fix = Lưu lại tệp kê khai dạng CSV (trong Excel: Lưu dưới dạng, CSV UTF-8) với bốn cột: criterion (mã tiêu chí), file (tệp), pages (trang), note (ghi chú).
KC009-large = { $path } quá lớn: nhiều hơn { $most } { $unit ->
    [rows] dòng
    [cells] ô
   *[bytes] byte
}; không dòng nào được dùng.
    .fix = Chỉ kê khai các tệp của hồ sơ này, mỗi tệp một dòng; nếu đây là bảng khác, đổi tên tệp.
KC009-file = { $path }, dòng { $line }: không có tệp “{ $what }” trong hồ sơ.
    .fix = Sửa tên tệp trong tệp kê khai hoặc bổ sung tệp.
KC009-code = { $path }, dòng { $line }: mã tiêu chí “{ $what }” không có trong bộ tiêu chí.
    .fix = Sửa mã tiêu chí trong tệp kê khai.
KC009-pages = { $path }, dòng { $line }: “{ $what }” không phải là số trang.
    .fix = Ghi số trang như 3 hoặc 7-9; để trống nếu là cả tệp.
KC009-beyond = { $path }, dòng { $line }: kê khai đến trang { $page } của “{ $what }”, nhưng tệp chỉ có { $count } trang.
    .fix = Sửa số trang trong tệp kê khai, hoặc nộp tệp đủ trang.
KC010 = Tên tệp có đuôi của { $expected } nhưng nội dung là { $media }.
    .fix = Đổi đuôi tệp cho đúng để người khác mở được.
KC011-twin = Có hai tệp “{ $used }” và “{ $path }” chỉ khác chữ hoa, chữ thường; chương trình dùng “{ $used }”, không đọc “{ $path }”.
    .fix = Gộp nội dung vào một tệp rồi xóa tệp kia.
KC011-single = “{ $path }” không được dùng làm danh sách cơ quan, vì thư mục này có mã tiêu chí hoặc manifest.csv nên được đọc là hồ sơ của một cơ quan.
    .fix = Nếu mỗi thư mục con là một cơ quan, người chạy chương trình chạy lại với --layout batch; nếu đây là tài liệu của cơ quan, đổi tên tệp hoặc chuyển vào thư mục của tiêu chí.
KC011-given = “{ $path }” không được dùng: danh sách cơ quan được lấy từ tệp khác theo --agencies.
    .fix = Kiểm tra xem đã chọn đúng danh sách cơ quan chưa; nếu tệp này đã cũ, bỏ ra khỏi thư mục.

## KC1xx: đọc tệp

KC101 = Tệp có mật khẩu, không đọc được.
    .fix = Gỡ mật khẩu rồi nộp lại.
KC102 = Tệp bị hỏng, không đọc được.
    .fix = Xuất hoặc quét lại từ bản gốc rồi nộp lại.
KC102-changing = Tệp bị ghi lại trong lúc đọc nên chưa xét được.
    .fix = Chạy lại khi tệp không còn được ghi (đang sao chép, đồng bộ hoặc đang mở để sửa).
KC102-gone = Tệp không còn ở đó khi chương trình mở để đọc.
    .fix = Chạy lại khi không còn ai chuyển hoặc xóa tệp trong thư mục.
KC102-denied = Không có quyền đọc tệp này.
    .fix = Cấp quyền đọc cho người chạy chương trình rồi chạy lại.
KC102-replaced = Từ lúc lập danh sách, tệp đã bị thay bằng liên kết hoặc thiết bị; chương trình không mở.
    .fix = Đặt chính tệp đó vào thư mục rồi chạy lại.
KC102-unopened = Hệ thống không đọc được tệp.
    .fix = Kiểm tra ổ đĩa hoặc ổ mạng rồi chạy lại.
KC103 = Tệp chỉ gồm ảnh quét ({ $pages } trang), không có chữ để đọc; cần người xem.
    .fix = Nộp bản điện tử có chữ, hoặc quét lại kèm nhận dạng chữ.
KC104 = Chương trình không đọc được định dạng của tệp này.
    .fix = Chuyển thành PDF, Word hoặc Excel rồi nộp lại.
KC104-archive = Đây là tệp nén; chương trình không mở để đọc các tệp bên trong.
    .fix = Giải nén và nộp từng tệp trong thư mục của tiêu chí.
KC104-mail = Thư điện tử không được đọc.
    .fix = Lưu các tệp đính kèm của thư vào thư mục của tiêu chí rồi nộp lại.
KC105 = Đọc tệp quá lâu nên đã dừng.
    .fix = Xuất lại tệp từ bản gốc; nếu tệp rất lớn, tách thành nhiều tệp.
KC106 = Chương trình đọc bị ngắt khi đọc tệp này; các tệp khác không bị ảnh hưởng.
    .fix = Mở tệp bằng phần mềm thông thường và lưu lại, rồi chạy lại; nếu vẫn lỗi, gửi tệp cho nhóm hỗ trợ.
KC107 = Tệp ({ $size } MB) vượt giới hạn cho một tài liệu về dung lượng, số phần bên trong hoặc dung lượng sau giải nén.
    .fix = Tách thành nhiều tệp nhỏ hơn.
KC107-text = Tệp chứa nhiều chữ hơn mức chương trình đọc cho một tài liệu.
    .fix = Tách thành nhiều tệp nhỏ hơn.
KC107-submission = Các tệp đứng trước đã chứa đủ lượng chữ mà chương trình đọc cho một hồ sơ; tệp này chưa được đọc.
    .fix = Chỉ nộp tài liệu chứng minh cho tiêu chí, bỏ những tệp không liên quan.
KC108 = Tệp rỗng.
    .fix = Nộp lại tệp có nội dung, hoặc xóa tệp.
KC109 = Lớp chữ của tệp không đáng tin ở { $count } chỗ (ký tự hỏng hoặc lớp chữ ẩn sai); các trang đó được coi như ảnh quét.
    .fix = Xuất lại PDF từ Word, hoặc quét lại kèm nhận dạng chữ tiếng Việt.
KC109-checksum = Dữ liệu của tệp sai mã kiểm tra ở { $count } chỗ: chữ đọc được ở đó có thể khác bản gốc.
    .fix = Đối chiếu trang này với bản giấy; nếu khác, xuất lại hoặc tải lại tệp.
KC110-limit = Chỉ đọc được phần đầu của tệp: phần còn lại vượt giới hạn số trang, số ô hoặc dung lượng chữ cho một tài liệu.
    .fix = Tách thành nhiều tệp nhỏ hơn; phần chưa đọc cần người xem.
KC110 = Chỉ đọc được một phần tệp: có trang hoặc trang tính bị hỏng.
    .fix = Xuất lại tệp từ bản gốc; phần chưa đọc cần người xem.
KC110-scans = { $count } trang chỉ là ảnh quét, chưa đọc được (trang { $pages }).
    .fix = Nộp bản điện tử có chữ cho các trang này, hoặc xem trực tiếp.
KC110-head = Bản quét: mới nhận dạng phần đầu và phần ký; { $count } trang chưa đọc hết vì không tiêu chí nào cần nội dung.
    .fix = Không phải sửa; muốn đọc toàn bộ thì người chạy chương trình chạy lại với --ocr always.
KC111-sheet = Bảng tính có { $count } trang bị ẩn.
    .fix = Hiện các trang ẩn hoặc xóa chúng trước khi nộp.
KC111-rows = Bảng tính có hàng hoặc cột bị ẩn ở { $count } trang; các ô ẩn vẫn được đọc.
    .fix = Hiện các hàng, cột ẩn hoặc xóa chúng trước khi nộp.
KC111-hidden = Văn bản có { $count } chỗ chữ bị ẩn; phần ẩn không được tính.
    .fix = Bỏ định dạng ẩn hoặc xóa phần chữ này rồi nộp lại.
KC111-deleted = Văn bản còn lưu { $count } chỗ đã xóa (theo dõi thay đổi); phần đã xóa không được tính.
    .fix = Chấp nhận hoặc từ chối mọi thay đổi rồi nộp bản hoàn chỉnh.
KC112 = Văn bản dùng bảng mã cũ { $encoding }, đã được chuyển sang Unicode để đọc.
    .fix = Không bắt buộc; nên nộp bản dùng phông chữ Unicode (TCVN 6909:2001).
KC113 = Trang quét quá mờ hoặc độ phân giải quá thấp, người xem cũng khó đọc (trang { $pages }).
    .fix = Quét lại ở 200–300 dpi, đủ sáng, rồi nộp lại.

KC113-turned = Trang bị xoay (trang { $pages }); đã xoay lại để đọc.
    .fix = Xoay trang cho đúng chiều rồi nộp lại để người xem dễ đọc.
KC113-side-by-side = Hai trang nằm cạnh nhau trên một tờ quét (trang { $pages }); trang trái được đọc trước, trang phải đọc sau. Nếu mỗi trang là một văn bản khác nhau thì không xác định được số, ngày, người ký thuộc văn bản nào.
    .fix = Quét riêng từng trang; nếu là hai văn bản thì tách thành hai tệp.

## KC2xx: thể thức

KC208 = Tên tệp ghi số { $claimed }, trên văn bản là { $found }.
    .fix = Kiểm tra tệp có đúng là văn bản định nộp không; nếu đúng, sửa tên tệp.

## KC3xx: tài liệu kiểm chứng

KC302 = Thiếu: { $what }.
    .fix = Bổ sung tài liệu vào thư mục của tiêu chí; nếu không có, giải trình kèm căn cứ (số, ngày văn bản hoặc số liệu có nguồn).
KC302-unread = Chưa thấy: { $what }. Có thể nằm trong tệp chưa đọc được: { $files }.{ $secret ->
        [yes] {" "}Hoặc là tài liệu mật không được đọc: { $secret_files }.
       *[no] {""}
    }
    .fix = Mở các tệp này để xem; nếu đúng là tài liệu cần tìm, nộp bản đọc được.{ $secret ->
        [yes] {" "}Riêng tài liệu mật: không nộp qua hồ sơ điện tử, trao đổi trực tiếp với cơ quan thẩm định.
       *[no] {""}
    }
KC302-secret = Chưa thấy: { $what }. Có thể là tài liệu mật không được đọc: { $files }.
    .fix = Không nộp tài liệu mật qua hồ sơ điện tử; trao đổi trực tiếp với cơ quan thẩm định xem đó có phải là tài liệu cần tìm hay không.
KC302-alike = Chưa có tài liệu mang đúng trích yếu: { $what }. Cần xem có phải là { $files } hay không.
    .fix = Mở tài liệu được nêu để xem: nếu đúng là tài liệu cần có thì người thẩm định công nhận; nếu không, bổ sung tài liệu hoặc giải trình kèm căn cứ.
KC302-shown = Chưa có: { $what } (loại tài liệu do bộ tiêu chí đề xuất). Kết quả có nêu trong { $files }; người thẩm định xem có công nhận hay không.
    .fix = Mở tài liệu được nêu để xem kết quả; nếu cần, bổ sung tài liệu theo đề xuất của bộ tiêu chí.
KC302-proposed = Chưa có: { $what } ({ -de-xuat }).
    .fix = Bổ sung nếu có; nếu không, người thẩm định quyết định trên cơ sở tài liệu đã nộp.
KC302-due = Chưa có: { $what }; chậm nhất ngày { $due }{ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }.
    .fix = Bổ sung chậm nhất ngày { $due }.
KC303 = Có { $count } tài liệu, cần { $needed }: { $what }.
    .fix = Bổ sung cho đủ số lượng.
KC303-unread = Mới thấy { $count } tài liệu, cần { $needed }: { $what }. Phần còn lại có thể nằm trong tệp chưa đọc được: { $files }.{ $secret ->
        [yes] {" "}Hoặc là tài liệu mật không được đọc: { $secret_files }.
       *[no] {""}
    }
    .fix = Mở các tệp này để xem; nếu đúng là tài liệu cần tìm, nộp bản đọc được.{ $secret ->
        [yes] {" "}Riêng tài liệu mật: không nộp qua hồ sơ điện tử, trao đổi trực tiếp với cơ quan thẩm định.
       *[no] {""}
    }
KC303-secret = Mới thấy { $count } tài liệu, cần { $needed }: { $what }. Phần còn lại có thể là tài liệu mật không được đọc: { $files }.
    .fix = Không nộp tài liệu mật qua hồ sơ điện tử; trao đổi trực tiếp với cơ quan thẩm định xem đó có phải là tài liệu cần tìm hay không.
KC303-alike = Mới có { $count } tài liệu mang đúng trích yếu, yêu cầu { $needed }: { $what }. Cần xem có phải là { $files } hay không.
    .fix = Mở tài liệu được nêu để xem: nếu đúng là tài liệu cần có thì người thẩm định công nhận; nếu không, bổ sung cho đủ số lượng.
KC304 = Thiếu báo cáo kỳ { $period }: { $what }.
    .fix = Bổ sung báo cáo của kỳ này; nếu không có, giải trình kèm căn cứ.
KC304-unread = Chưa thấy báo cáo kỳ { $period }: { $what }. Có thể nằm trong tệp chưa đọc được: { $files }.{ $secret ->
        [yes] {" "}Hoặc là tài liệu mật không được đọc: { $secret_files }.
       *[no] {""}
    }
    .fix = Mở các tệp này để xem; nếu đúng là báo cáo cần tìm, nộp bản đọc được.{ $secret ->
        [yes] {" "}Riêng tài liệu mật: không nộp qua hồ sơ điện tử, trao đổi trực tiếp với cơ quan thẩm định.
       *[no] {""}
    }
KC304-secret = Chưa thấy báo cáo kỳ { $period }: { $what }. Có thể là tài liệu mật không được đọc: { $files }.
    .fix = Không nộp tài liệu mật qua hồ sơ điện tử; trao đổi trực tiếp với cơ quan thẩm định xem đó có phải là báo cáo cần tìm hay không.
KC304-alike = Chưa có báo cáo ghi rõ kỳ { $period }: { $what }. Cần xem có phải là { $files } hay không.
    .fix = Mở tài liệu được nêu để xem: nếu đúng là báo cáo của kỳ này thì người thẩm định công nhận; nếu không, bổ sung báo cáo hoặc giải trình kèm căn cứ.
KC304-shown = Chưa có báo cáo kỳ { $period }: { $what } (loại tài liệu do bộ tiêu chí đề xuất). Kết quả có nêu trong { $files }; người thẩm định xem có công nhận hay không.
    .fix = Mở tài liệu được nêu để xem kết quả; nếu cần, bổ sung tài liệu theo đề xuất của bộ tiêu chí.
KC304-proposed = Chưa có báo cáo kỳ { $period }: { $what }; kỳ báo cáo này do bộ tiêu chí đề xuất, văn bản nguồn không nêu.
    .fix = Đối chiếu với số kỳ báo cáo phải gửi trong năm; nếu phải có, bổ sung báo cáo hoặc giải trình kèm căn cứ.
KC304-due = Chưa có báo cáo kỳ { $period }: { $what }; chậm nhất ngày { $due }{ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }.
    .fix = Bổ sung chậm nhất ngày { $due }.
KC307 = Tìm thấy ngoài thư mục của tiêu chí { $criterion }.
    .fix = Không bắt buộc; nên đặt tài liệu hoặc ghi vào tệp kê khai manifest.csv cho đúng tiêu chí.
KC308 = Tài liệu này cũng phù hợp với mục; kết luận dựa vào “{ $speaks }”.
    .fix = Không bắt buộc; nếu chỉ một tài liệu là đúng, bỏ tài liệu kia ra khỏi hồ sơ.
KC308-fails = Tài liệu này cũng phù hợp với mục nhưng chưa đạt yêu cầu; kết luận dựa vào “{ $speaks }”. { $failures }
    .fix = Kiểm tra xem tài liệu nào là tài liệu kiểm chứng của mục này; bỏ bản không dùng ra khỏi hồ sơ, hoặc nộp bản đạt yêu cầu.

## KC4xx: nội dung

KC404 = Bảng tính có { $count } ô công thức không lưu kết quả: mở bằng chương trình khác sẽ thấy ô trống.
    .fix = Mở tệp bằng Excel, để Excel tính lại, lưu rồi nộp lại.

KC408 = Ngày trong bảng tính có vẻ bị đảo ngày và tháng ở { $count } cột: các ô kiểu ngày không ô nào quá ngày 12, các ô chữ thì đều quá ngày 12.
    .fix = Kiểm tra lại các ngày trong cột này, nhập lại theo dạng ngày/tháng/năm.
KC409-sum = { $table ->
        [0] Dòng
       *[other] Bảng số liệu thứ { $table }: dòng
    } “{ $row }”, cột “{ $head }” ghi { $printed }, cộng các dòng được { $computed }.
    .fix = Kiểm tra lại số liệu của cột rồi nộp lại bảng.
KC409-percent = { $table ->
        [0] Dòng
       *[other] Bảng số liệu thứ { $table }: dòng
    } “{ $row }”, cột “{ $head }” ghi { $printed }, tính từ hai cột số liệu được { $computed }%.
    .fix = Kiểm tra lại hai con số và tỷ lệ của dòng rồi nộp lại bảng.

## KC5xx: giữa các văn bản

## KC6xx: giải trình

KC601 = { $missing } Có giải trình nhưng không nêu căn cứ.
    .fix = Bổ sung tài liệu, hoặc nêu căn cứ trong giải trình: số và ngày văn bản, hoặc số liệu kèm nguồn.
KC602 = { $missing } Có giải trình, căn cứ: { $found }; người thẩm định quyết định.
    .fix = Người thẩm định xem giải trình và căn cứ; cơ quan nên nộp kèm văn bản được dẫn.
KC602-unread = { $missing } Có tệp giải trình nhưng chưa đọc được; người thẩm định xem và quyết định.
    .fix = Nộp bản giải trình đọc được.
KC603 = Giải trình dẫn văn bản { $number } nhưng văn bản này không có trong hồ sơ.
    .fix = Nộp kèm văn bản { $number }.
