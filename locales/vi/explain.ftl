### Giải thích từng mã phát hiện, từng kết quả và từng mức độ.
### Mỗi mã có bốn phần: nghĩa là gì (means), vì sao cần quan tâm (why), ví dụ (example), cách khắc phục (fix).
### Ví dụ là tình huống đặt ra. Chỉ nêu tên văn bản quy định khi đã có nguồn; thiếu sót về thể thức không mặc nhiên là bị trừ điểm.

## Kết quả

explain-verdict-met = Đạt
    .means = Đã tìm thấy tài liệu kiểm chứng và mọi nội dung kiểm tra đều đúng yêu cầu; báo cáo chỉ ra chỗ chứng minh.
explain-verdict-gap = Chưa đạt
    .means = Đã đọc được những gì cần đọc và thấy thiếu tài liệu kiểm chứng, hoặc tài liệu không đúng yêu cầu.
explain-verdict-unclear = Chưa rõ
    .means = Chưa đủ cơ sở để kết luận, thường vì có tệp hoặc chỗ chưa đọc được: chưa đọc được không có nghĩa là thiếu, nên mục này không tính là chưa đạt và cần người xem.
explain-verdict-not_applicable = Không áp dụng
    .means = Cơ quan này không được giao nội dung đó hoặc không có gì phải kiểm tra, nên không tính đạt hay chưa đạt.
explain-verdict-waived = Được miễn
    .means = Người thẩm định đã quyết định bỏ qua thiếu sót này; thiếu sót vẫn được ghi trong báo cáo.

## Mức độ

explain-severity-error = Lỗi
    .means = Làm cho mục chưa đạt; cần bổ sung hoặc thay tài liệu kiểm chứng.
explain-severity-question = Cần xem
    .means = Làm cho mục chưa rõ; cần một người mở tài liệu ra xem rồi quyết định, không tính là thiếu sót của cơ quan.
explain-severity-warning = Cảnh báo
    .means = Tự nó không làm thay đổi kết quả, nhưng nên khắc phục để hồ sơ rõ ràng.
explain-severity-info = Thông tin
    .means = Không làm thay đổi kết quả; ghi lại để người đọc báo cáo biết.

## KC0xx: tiếp nhận thư mục và tệp

explain-KC001 = Tệp chưa được xếp vào tiêu chí nào
    .means = Tên tệp và tên các thư mục chứa tệp không có mã tiêu chí, tệp kê khai manifest.csv cũng không nhắc tới tệp này, và không có mục nào dùng tệp làm tài liệu kiểm chứng.
    .why = Tài liệu không rõ dùng cho tiêu chí nào thì dễ bị bỏ sót khi thẩm định. Không có quy định chính thức về cách đặt tên thư mục, nên đây chỉ là cảnh báo.
    .example = Tệp “tai-lieu/thong-bao-truc-tet.pdf” nằm ngoài mọi thư mục tiêu chí và không mục nào cần đến.
    .fix = Hãy chuyển tệp vào thư mục của đúng tiêu chí, hoặc ghi mã tiêu chí ở đầu tên tệp. Nếu tệp không phải tài liệu kiểm chứng, hãy bỏ ra khỏi thư mục nộp.

explain-KC002 = Thư mục trống
    .means = Thư mục có tên nhưng bên trong không có tệp nào.
    .why = Người thẩm định không biết cơ quan chưa có tài liệu hay quên chép tệp vào. Thư mục trống không chứng minh được gì.
    .example = Thư mục “S5 - Sáng kiến” của xã B được tạo sẵn nhưng chưa có tệp nào.
    .fix = Hãy chép tài liệu kiểm chứng vào thư mục. Nếu không có tài liệu, hãy viết giải trình có căn cứ; nếu không được giao tiêu chí này, hãy xóa thư mục.

explain-KC003 = Cơ quan chưa nộp tài liệu nào
    .means = Cơ quan có tên trong danh sách agencies.csv nhưng không có thư mục tương ứng, hoặc thư mục không có tệp nào. Mọi mục được giao cho cơ quan này đều chưa đạt.
    .why = Phần được giao không có tài liệu kiểm chứng thì không có cơ sở để chấm điểm. Báo cáo vẫn nêu tên cơ quan để không đơn vị nào bị bỏ sót.
    .example = Danh sách có Sở A với thư mục “so-a”, nhưng trong thư mục tổng hợp không có “so-a”.
    .fix = Hãy nộp đủ tài liệu kiểm chứng của các mục được giao. Nếu đã nộp, hãy kiểm tra tên thư mục có đúng với tên ghi trong danh sách hay không.

explain-KC004 = Thư mục không có trong danh sách cơ quan
    .means = Có một thư mục (hoặc các tệp để rời bên ngoài thư mục của các cơ quan) mà danh sách agencies.csv không nêu. Chương trình vẫn kiểm tra, nhưng theo toàn bộ các tiêu chí vì không biết cơ quan này được giao phần nào.
    .why = Không biết phần được giao thì kết quả có thể báo thiếu cả những mục thuộc trách nhiệm của cơ quan khác.
    .example = Danh sách ghi “phong-tu-phap” nhưng thư mục nộp lên có tên “phong-tu-phap-moi”.
    .fix = Hãy sửa tên thư mục cho khớp với danh sách, hoặc đề nghị đơn vị tổng hợp bổ sung cơ quan và phần được giao vào agencies.csv.

explain-KC005 = Liên kết tới nơi khác, không được mở
    .means = Mục này không phải là tệp mà chỉ là một liên kết trỏ tới tệp hoặc thư mục nằm nơi khác. Vì an toàn, chương trình không mở theo liên kết. Tài liệu còn thiếu có thể nằm sau liên kết, nên mục của tiêu chí đó là “Chưa rõ”, không phải “Chưa đạt”.
    .why = Khi thư mục được chép sang máy khác, liên kết thường không còn dùng được và người thẩm định không mở được tài liệu.
    .example = “S2/bao-cao-nam.pdf” là liên kết tới ổ đĩa riêng của một máy trong cơ quan.
    .fix = Hãy chép chính tệp đó vào thư mục thay cho liên kết.

explain-KC006 = Không được phép mở hoặc không mở được
    .means = Hệ điều hành không cho đọc tệp hoặc thư mục này, thường do thiếu quyền hoặc lỗi ổ đĩa. Nội dung bên trong chưa được xem, không có nghĩa là không có: mục có thể cần đến nó là “Chưa rõ”, không phải “Chưa đạt”.
    .why = Tài liệu nằm ở đó chưa được tính tới trong kết quả kiểm tra.
    .example = Thư mục “S3” do người khác tạo và chỉ người đó có quyền mở.
    .fix = Hãy cấp quyền đọc cho thư mục, hoặc chép lại tệp từ nơi lưu gốc, rồi kiểm tra lại.

explain-KC007 = Hai tệp có nội dung giống hệt nhau
    .means = Tệp này trùng hoàn toàn với một tệp khác trong cùng thư mục nộp, dù tên có thể khác.
    .why = Một văn bản nộp hai lần không thành hai tài liệu kiểm chứng. Khi kết thúc hồ sơ công việc, bản trùng cũng phải được loại ra (Nghị định 30/2020/NĐ-CP, điều 29, khoản 4).
    .example = “Kế hoạch tuyên truyền.docx” và “Kế hoạch tuyên truyền (bản 2).docx” là cùng một tệp.
    .fix = Hãy kiểm tra xem có chép nhầm tệp không, rồi bỏ bớt một bản. Nếu một văn bản dùng cho nhiều tiêu chí, chỉ cần để một bản và ghi các tiêu chí đó trong manifest.csv.

explain-KC008 = Có tài liệu đóng dấu mật
    .means = Trong thư mục có tài liệu mang dấu chỉ mức độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT). Chương trình dừng đọc, không in nội dung; nếu mục cần đến tài liệu này thì kết quả là “Chưa rõ”, không phải “Chưa đạt”.
    .why = Tài liệu mật phải được quản lý theo quy định về bảo vệ bí mật nhà nước, không để chung với tài liệu kiểm chứng thông thường.
    .example = Báo cáo về nhiệm vụ được giao của xã B có dấu MẬT dưới số và ký hiệu.
    .fix = Hãy báo ngay người phụ trách bảo vệ bí mật nhà nước của cơ quan và đưa tài liệu ra khỏi thư mục theo đúng quy định. Hãy hỏi đơn vị thẩm định về cách chứng minh khác cho mục này.

explain-KC009 = Tệp kê khai có dòng sai
    .means = Tệp kê khai manifest.csv có dòng nêu tên tệp không tồn tại, nêu mã tiêu chí không có trong bộ tiêu chí, hoặc cả tệp kê khai không đọc được. Dòng sai bị bỏ qua.
    .why = Tài liệu mà dòng đó muốn chỉ ra có thể không được xếp vào đúng tiêu chí. Bản kê khai là lời của cơ quan, không thay cho tài liệu.
    .example = Dòng 4 ghi “tai-lieu/BC quy III.pdf” nhưng trong thư mục không có tệp này.
    .fix = Hãy sửa tên tệp hoặc mã tiêu chí ở dòng được nêu, và nộp tệp nếu còn thiếu. Tệp kê khai phải có ít nhất hai cột “tiêu chí” và “tệp”.

explain-KC010 = Đuôi tên tệp không đúng với nội dung
    .means = Đuôi tên tệp nói là một định dạng nhưng nội dung là định dạng khác. Chương trình đọc theo nội dung nên kết quả không bị ảnh hưởng.
    .why = Người thẩm định bấm mở tệp có thể bị báo lỗi và tưởng tệp hỏng.
    .example = Tệp “Quyet dinh 15.pdf” thực ra là văn bản Word bị đổi đuôi.
    .fix = Hãy đổi lại đuôi cho đúng, hoặc mở tệp bằng phần mềm soạn thảo rồi xuất ra PDF.

explain-KC011 = Bảng manifest.csv hoặc agencies.csv không được dùng
    .means = Trong thư mục có tệp mang tên của một bảng mà chương trình đọc, nhưng bảng này không được dùng: có hai tệp chỉ khác chữ hoa, chữ thường; hoặc agencies.csv nằm trong thư mục được đọc là hồ sơ của một cơ quan; hoặc danh sách cơ quan được chỉ định bằng --agencies.
    .why = Người lập bảng có thể tưởng rằng bảng đã có hiệu lực.
    .example = Thư mục có các thư mục con “S1”, “S2” và tệp agencies.csv; chương trình đọc thư mục là hồ sơ của một cơ quan.
    .fix = Hãy chỉ giữ một bảng. Nếu thư mục là của nhiều cơ quan, hãy chạy với --layout batch.

## KC1xx: đọc tài liệu

explain-KC101 = Tệp có mật khẩu
    .means = Tệp chỉ mở được khi có mật khẩu nên chưa đọc được. Chưa đọc được không phải là thiếu: mục có thể cần đến tệp này được ghi “Chưa rõ”.
    .why = Người thẩm định không mở được thì tài liệu không chứng minh được gì.
    .example = “QD 40 kem ke hoach.pdf” hỏi mật khẩu khi mở.
    .fix = Hãy bỏ mật khẩu, lưu lại rồi nộp lại tệp. Không gửi mật khẩu trong tên tệp hay trong thư mục.

explain-KC102 = Tệp bị hỏng
    .means = Tệp bị lỗi, bị cắt cụt hoặc không đúng định dạng nên chưa đọc được. Mục có thể cần đến tệp này được ghi “Chưa rõ”, không phải “Chưa đạt”.
    .why = Tệp hỏng trên máy này thường cũng không mở được trên máy của người thẩm định.
    .example = “Bao cao khac phuc.pdf” bị ngắt khi tải lên nên chỉ còn một nửa.
    .fix = Hãy mở thử tệp gốc; nếu mở được, hãy chép hoặc tải lên lại. Nếu bản gốc cũng hỏng, hãy quét lại từ bản giấy hoặc xuất lại từ hệ thống quản lý văn bản.

explain-KC103 = Bản quét chỉ có hình ảnh, chưa đọc được chữ
    .means = Các trang là ảnh chụp hoặc ảnh quét, không có chữ để đọc. Chưa đọc được không phải là thiếu: số, ngày, chữ ký có thể có đủ trên ảnh, nên mục liên quan được ghi “Chưa rõ”.
    .why = Người thẩm định vẫn xem được bằng mắt, nhưng phải mở từng tệp, mất thời gian và dễ sót.
    .example = “scan0001.pdf” là ảnh quét 3 trang thông báo kết quả kiểm tra của Sở A.
    .fix = Hãy nộp bản điện tử gốc có ký số nếu có, hoặc quét lại và cho nhận dạng chữ. Khi quét, hãy đặt văn bản ngay ngắn, quét màu, từ 200 dpi trở lên (mức nêu cho bản sao từ văn bản giấy sang điện tử ở Phụ lục I Nghị định 30/2020/NĐ-CP).

explain-KC104 = Định dạng không đọc được
    .means = Tệp thuộc loại chương trình không đọc, chẳng hạn tệp nén, thư điện tử, bài trình chiếu. Nội dung bên trong chưa được xem; nếu tệp có thể chứa văn bản cần tìm thì mục được ghi “Chưa rõ”.
    .why = Tài liệu kiểm chứng nằm trong loại tệp này có thể không được tính tới.
    .example = Xã B nộp “ho-so-S3.rar” chứa năm văn bản bên trong.
    .fix = Hãy giải nén tệp nén, lấy văn bản đính kèm ra khỏi thư điện tử, rồi nộp riêng từng văn bản dạng PDF, Word hoặc Excel.

explain-KC105 = Đọc quá lâu
    .means = Việc đọc tệp vượt thời gian cho phép nên đã dừng lại. Nội dung chưa được xem, không có nghĩa là thiếu.
    .why = Mục có thể cần đến tệp này được ghi “Chưa rõ” cho đến khi có người xem.
    .example = Bản vẽ kèm báo cáo của Sở A có hàng trăm nghìn đường nét nên đọc mãi không xong.
    .fix = Hãy tách tệp thành từng văn bản, hoặc xuất lại ra PDF đơn giản hơn. Nếu không làm được, hãy đề nghị người thẩm định mở tệp xem trực tiếp.

explain-KC106 = Phần đọc tệp bị lỗi
    .means = Phần đọc tài liệu đã dừng đột ngột khi gặp tệp này; các tệp khác vẫn được kiểm tra bình thường. Nội dung chưa được xem, không có nghĩa là thiếu.
    .why = Tệp thường có cấu trúc bất thường. Mục có thể cần đến tệp này được ghi “Chưa rõ”.
    .example = Tệp PDF do một phần mềm cũ tạo ra làm phần đọc bị dừng giữa chừng.
    .fix = Hãy mở tệp rồi lưu hoặc xuất lại ra PDF và nộp lại. Nếu vẫn lỗi, hãy đề nghị người thẩm định mở tệp xem trực tiếp.

explain-KC107 = Tệp quá lớn
    .means = Tệp vượt giới hạn về dung lượng, số trang hoặc số ô của bảng tính nên không được đọc. Nội dung chưa được xem, không có nghĩa là thiếu.
    .why = Mục có thể cần đến tệp này được ghi “Chưa rõ” cho đến khi có người xem.
    .example = Sở A gộp toàn bộ văn bản của năm thành một tệp quét rất nặng.
    .fix = Hãy tách thành từng văn bản, hoặc quét lại với dung lượng nhỏ hơn. Chỉ nộp những văn bản mà tiêu chí cần.

explain-KC108 = Tệp rỗng
    .means = Tệp có tên nhưng bên trong không có nội dung. Tệp này không được coi là tài liệu kiểm chứng.
    .why = Tên tệp không chứng minh được gì. Mục chỉ dựa vào tệp này sẽ bị coi là thiếu.
    .example = “bao-cao-quy-II.pdf” có dung lượng 0 byte do lỗi khi tải lên.
    .fix = Hãy chép hoặc tải lên lại tệp gốc, rồi mở thử trước khi nộp.

explain-KC109 = Chữ lấy từ tệp không khớp với trang hiển thị
    .means = Phần chữ lưu trong tệp khác với những gì nhìn thấy trên trang, hoặc có chữ bị mất mã. Chữ lấy ra có thể sai nên không dựa vào đó để khẳng định.
    .why = Số, ngày hay tên cơ quan đọc từ phần chữ này có thể sai, nên cần người xem lại trên trang.
    .example = Bản quét của xã B kèm lớp chữ nhận dạng sai: trên trang là “Số: 27/BC-UBND”, trong tệp lại là “5ố: Z7/8C-UBNO”.
    .fix = Hãy nộp bản điện tử gốc có ký số, hoặc xuất lại ra PDF từ tệp soạn thảo. Nếu chỉ có bản giấy, hãy quét lại rõ hơn.

explain-KC110 = Chỉ đọc được một phần
    .means = Một số trang hoặc trang tính chưa đọc được (ảnh quét, bị hỏng, vượt giới hạn), hoặc bản quét mới được nhận dạng phần đầu và phần ký; phần còn lại đã đọc. Nội dung không tìm thấy có thể nằm ở chỗ chưa đọc, khi đó kết quả là “Chưa rõ”, không phải “Chưa đạt”.
    .why = Người thẩm định cần tự xem những trang chưa đọc được.
    .example = Báo cáo 12 trang có chữ, riêng trang 5 và 6 là phụ lục quét ảnh.
    .fix = Hãy xem các trang được nêu; nếu là bản quét, hãy thay bằng bản điện tử hoặc quét lại rõ hơn. Tệp vượt giới hạn thì tách thành nhiều tệp. Nếu đó không phải phần chứng minh cho tiêu chí, hoặc chỉ là bản quét mới nhận dạng phần đầu, có thể để nguyên.

explain-KC111 = Có nội dung bị ẩn
    .means = Tệp có trang tính ẩn, chữ ẩn (kể cả chữ trắng trên nền trắng, chữ bị che trong PDF) hoặc chữ đã xóa nhưng còn lưu vết sửa. Người mở tệp bình thường không thấy những phần này.
    .why = Phần bị ẩn khó được chấp nhận làm chứng cứ vì người thẩm định không nhìn thấy, và có thể lộ nội dung không định gửi.
    .example = Bảng theo dõi của Sở A có trang tính “nháp” đang ẩn, ghi số liệu khác với trang chính.
    .fix = Hãy hiện phần cần dùng, xóa phần không cần, chấp nhận hoặc từ chối hết các chỗ sửa. Sau đó lưu lại và nộp bản sạch.

explain-KC112 = Văn bản dùng bảng mã cũ
    .means = Văn bản gõ bằng phông chữ trước Unicode (TCVN3, VNI, VISCII hoặc VPS). Công cụ nhận ra bảng mã theo nội dung và đã chuyển sang Unicode để đọc; tệp gốc giữ nguyên.
    .why = Máy khác không có phông chữ đó sẽ hiện chữ sai. Văn bản điện tử của cơ quan nhà nước dùng bộ mã ký tự TCVN 6909:2001 (Unicode).
    .example = Quyết định của Sở A gõ bằng .VnTime, khi sao chép ra thành “QuyÕt ®Þnh”.
    .fix = Không cần làm gì để được xét. Khi soạn văn bản mới, hãy dùng phông chữ Unicode như Times New Roman.

explain-KC113 = Trang quét khó đọc, bị xoay hoặc ghép hai trang
    .means = Ảnh của trang có độ phân giải rất thấp hoặc chữ mờ đến mức bộ nhận dạng hầu như không đọc được chữ nào; người xem nhiều khả năng cũng không đọc được. Mã này cũng báo trang quét bị xoay (đã xoay lại để đọc) và tờ quét có hai trang nằm cạnh nhau: khi đó trang trái được đọc trước, và nếu là hai văn bản khác nhau thì không xác định được số, ngày, người ký thuộc văn bản nào.
    .why = Chứng cứ không đọc được thì không chứng minh được gì, và việc xác nhận bằng mắt mất nhiều thời gian.
    .example = Báo cáo của Sở A được chụp bằng điện thoại rồi thu nhỏ còn 60 dpi.
    .fix = Hãy quét lại từ bản giấy, từng trang một, đúng chiều, ở độ phân giải 200–300 dpi, hoặc nộp bản điện tử gốc.

## KC2xx: thể thức văn bản

explain-KC208 = Tên tệp mâu thuẫn với số trên văn bản
    .means = Số in trên bản quét đọc rõ và khác với số ghi trong tên tệp. Số trên văn bản được dùng; tên tệp chỉ là lời khai.
    .why = Tên tệp sai thường là dấu hiệu nộp nhầm văn bản.
    .example = Tệp “1507-QD-UBND.pdf” chứa Quyết định số 1570/QĐ-UBND.
    .fix = Hãy mở tệp để biết đã nộp đúng văn bản chưa, rồi sửa tên tệp hoặc thay tệp.

## KC3xx: tài liệu kiểm chứng

explain-KC302 = Thiếu tài liệu kiểm chứng
    .means = Đã tìm trong toàn bộ thư mục nộp mà không thấy văn bản mục yêu cầu; báo cáo nêu văn bản gần giống nhất, nếu có. Khi còn tệp chưa đọc được có thể chính là văn bản ấy, kết quả là “Chưa rõ”: chưa đọc được không phải là thiếu. Nếu chưa tới hạn, báo cáo ghi rõ hạn. Một văn bản đúng loại, đúng cơ quan, đúng năm nằm trong thư mục của tiêu chí mà không mục nào dùng thì được hỏi lại, không bị coi là thiếu: trích yếu chỉ giúp tìm văn bản. Nếu loại văn bản do bộ tiêu chí đề xuất mà tài liệu khác đã thể hiện kết quả thì cũng chỉ là câu hỏi.
    .why = Không có tài liệu kiểm chứng thì phải giải trình cách xác định điểm (hướng dẫn tự chấm điểm theo Quyết định 4361/QĐ-BNV).
    .example = Mục cần Quyết định 1507/QĐ-UBND; thư mục chỉ có Quyết định 1570/QĐ-UBND cùng trích yếu.
    .fix = Hãy xem văn bản gần giống nhất được nêu để biết có nộp nhầm không, rồi bổ sung đúng văn bản. Nếu có tệp chưa đọc được, hãy thay bằng bản đọc được. Nếu không có văn bản, hãy viết giải trình có căn cứ.

explain-KC303 = Chưa đủ số lượng văn bản
    .means = Có văn bản đúng yêu cầu nhưng ít hơn số lượng mục đòi hỏi. Khi còn tệp chưa đọc được có thể là văn bản còn thiếu, kết quả là “Chưa rõ”, không phải “Chưa đạt”.
    .why = Nộp thiếu so với số lượng yêu cầu thì chưa chứng minh đủ cho tiêu chí.
    .example = Mục cần hai biên bản kiểm tra, xã B mới nộp một.
    .fix = Hãy bổ sung văn bản khác cho đủ số lượng, không nộp lại bản đã có. Nếu không có thêm, hãy viết giải trình có căn cứ.

explain-KC304 = Thiếu văn bản của một kỳ
    .means = Mục cần văn bản theo từng kỳ (quý I, 6 tháng, quý III, năm) nhưng có kỳ không tìm thấy. Khi còn tệp chưa đọc được có thể là văn bản của kỳ đó, kết quả là “Chưa rõ”, không phải “Chưa đạt”. Yêu cầu do bộ tiêu chí đề xuất chỉ dẫn đến câu hỏi hoặc nhận xét, không làm cho tiêu chí “Chưa đạt”.
    .why = Báo cáo định kỳ cần đủ số lượng. Ví dụ, tiêu chí 1.2.1 của Cà Mau năm 2013 (Quyết định 1880/QĐ-UBND) chỉ cho điểm khi có đủ các báo cáo và đúng hạn.
    .example = Sở A nộp báo cáo quý I, 6 tháng và năm, thiếu báo cáo quý III.
    .fix = Hãy bổ sung báo cáo của kỳ được nêu. Nếu đã nộp, hãy kiểm tra trích yếu có ghi rõ kỳ và năm không, ví dụ “quý III năm 2024”.

explain-KC307 = Tìm thấy ngoài thư mục của tiêu chí
    .means = Văn bản đúng yêu cầu nhưng nằm ở thư mục của tiêu chí khác hoặc ngoài các thư mục tiêu chí. Văn bản vẫn được tính.
    .why = Người thẩm định tìm theo thư mục có thể không thấy.
    .example = Quyết định mà tiêu chí S1 cần lại nằm trong thư mục S4.
    .fix = Hãy chuyển tệp về đúng thư mục. Nếu một văn bản dùng cho nhiều tiêu chí, hãy ghi thêm trong manifest.csv.

explain-KC308 = Nhiều tài liệu cùng phù hợp với một mục
    .means = Ngoài tài liệu dùng để kết luận còn có tài liệu khác phù hợp với mục. Tài liệu nằm trong thư mục của tiêu chí, có trích yếu của riêng mục này được dùng trước tài liệu của mục khác. Nếu tài liệu còn lại chưa đạt yêu cầu nào thì nêu rõ; kết luận không thay đổi.
    .why = Người thẩm định cần biết kết luận dựa vào tài liệu nào, và không bỏ sót tài liệu chưa đạt.
    .example = Thư mục của Sở A có hai báo cáo năm: một bản đúng hạn, một bản ký sau đó bốn tháng.
    .fix = Hãy giữ lại tài liệu đúng. Nếu bản sau thay thế bản trước, hãy ghi rõ trong giải trình.

## KC4xx: nội dung và số liệu

explain-KC404 = Công thức trong bảng tính không có kết quả
    .means = Một số ô chứa công thức nhưng tệp không lưu kết quả tính, nên không đọc được số của các ô này. Ô chưa đọc được không có nghĩa là bằng 0.
    .why = Số liệu trong các ô đó chưa dùng được để đối chiếu tỷ lệ.
    .example = Bảng theo dõi của Sở A do phần mềm khác xuất ra, ô “Tổng cộng” chỉ có công thức.
    .fix = Hãy mở tệp bằng phần mềm bảng tính, chờ tính xong, lưu lại rồi nộp lại. Cũng có thể nộp kèm bản PDF của bảng.

## KC5xx: quan hệ giữa các văn bản

explain-KC408 = Ngày và tháng có vẻ bị đảo
    .means = Trong một cột, các ô kiểu ngày không ô nào có ngày quá 12, còn những ngày quá 12 lại nằm ở các ô chữ. Đó là dấu hiệu Excel đã hiểu ngày/tháng thành tháng/ngày khi nhập.
    .why = Ngày 05/3 có thể đã thành ngày 03/5, làm sai việc so với thời hạn.
    .example = Cột “Ngày ban hành” của Sở A: ô kiểu ngày ghi 03/5/2018, các ô chữ ghi 25/03/2018 và 13/03/2018.
    .fix = Hãy đối chiếu với văn bản, định dạng cột kiểu ngày/tháng/năm rồi nhập lại các ngày bị đảo.

explain-KC409 = Bảng số liệu không khớp
    .means = Trong một bảng của tệp (Excel, Word hoặc PDF), ô tổng cộng không bằng tổng các dòng, hoặc ô tỷ lệ không bằng tử số chia mẫu số của dòng đó. Chỉ nêu khi không có cách hiểu nào làm bảng đúng: cột không cộng được (bình quân, số tồn, số đơn vị tham gia nhiều lần) và tỷ lệ tính trên con số khác thì bỏ qua.
    .why = Số liệu không khớp làm người thẩm định không biết tin con số nào; tỷ lệ dùng để xét mức đạt có thể sai theo.
    .example = Cột “Đã kiểm tra” có 12 và 30 nhưng dòng “Tổng cộng” ghi 41.
    .fix = Kiểm tra từng con số trong bảng, sửa chỗ sai rồi nộp lại tệp.

## KC6xx: giải trình

explain-KC601 = Giải trình không có căn cứ
    .means = Có giải trình cho phần thiếu tài liệu, nhưng không nêu văn bản nào (cả số và ngày) hoặc số liệu nào có nguồn. Mục vẫn chưa đạt.
    .why = Nội dung giải trình phải khách quan, có cơ sở (ví dụ kế hoạch năm 2018 của tỉnh Đắk Lắk, Mục I.2, điểm d).
    .example = Xã B viết: “Do nhiều việc nên chưa làm được báo cáo.”
    .fix = Hãy viết lại giải trình, nêu số, ký hiệu, ngày và cơ quan ban hành của văn bản làm căn cứ, hoặc nêu số liệu kèm nguồn. Hãy nộp luôn văn bản được nêu.

explain-KC602 = Có giải trình, người thẩm định quyết định
    .means = Thiếu tài liệu nhưng có giải trình nêu căn cứ, hoặc có tệp giải trình chưa đọc được. Mục được ghi “Chưa rõ” để người thẩm định xem xét; giải trình không tự làm cho mục đạt. Nếu mục còn lỗi khác ngoài việc thiếu tài liệu thì vẫn là “Chưa đạt”.
    .why = Chỗ thiếu tài liệu kiểm chứng được phép giải trình, nhưng chấp nhận hay không là quyền của người thẩm định.
    .example = Sở A giải trình: “Việc này thực hiện theo Công văn số 45/SA-VP ngày 12/3/2024 của Sở A”.
    .fix = Hãy nộp kèm mọi văn bản được nêu trong giải trình và chỉ rõ trang. Nếu giải trình là bản quét, hãy nộp thêm bản Word hoặc PDF đọc được chữ.

explain-KC603 = Văn bản nêu trong giải trình không có trong thư mục
    .means = Giải trình nêu một văn bản theo số và ngày, nhưng trong các tệp đã đọc của thư mục nộp không có văn bản này. Văn bản đó có thể nằm trong tệp chưa đọc được.
    .why = Người thẩm định cần xem chính văn bản làm căn cứ thì mới quyết định được.
    .example = Giải trình nêu Công văn số 1620/SA-VP ngày 27/11/2024 nhưng không nộp kèm.
    .fix = Hãy bổ sung văn bản được nêu vào thư mục. Nếu số hoặc ký hiệu ghi sai, hãy sửa lại giải trình.

## KC9xx: bộ quy tắc (dành cho người soạn bộ quy tắc)

explain-KC901 = Tệp quy tắc sai cú pháp
    .means = Một tệp của bộ quy tắc không phải TOML đúng, thiếu mục bắt buộc hoặc có mục không được biết đến. Chưa có tài liệu nào được kiểm tra; đây không phải lỗi của cơ quan nộp.
    .why = Bộ quy tắc sai có thể dẫn tới kết quả sai, nên chương trình dừng lại và chỉ ra dòng bị lỗi.
    .example = Trong tệp “S2.toml”, dòng 12 quên dấu ngoặc kép ở cuối tên mục.
    .fix = Hãy mở tệp ở dòng được nêu, sửa lại rồi chạy lại. Có thể xem các bộ quy tắc có sẵn để biết cách viết.

explain-KC902 = Giá trị trong quy tắc không hợp lệ
    .means = Tệp quy tắc viết đúng cú pháp nhưng có giá trị vô nghĩa: ngày không tồn tại, loại văn bản không có, mức yêu cầu ngoài khoảng trên 0 đến 100, khoảng thời gian kết thúc trước khi bắt đầu. Đây không phải lỗi của cơ quan nộp.
    .why = Quy tắc với giá trị vô nghĩa sẽ bỏ lọt hoặc báo lỗi oan, nên chương trình dừng lại trước khi kiểm tra.
    .example = Loại văn bản ghi “qđ”, trong khi phải viết đúng chữ hoa là “QĐ”.
    .fix = Hãy sửa giá trị ở dòng được nêu theo gợi ý đi kèm, rồi chạy lại.

explain-KC903 = Tên trong quy tắc không dẫn tới đâu
    .means = Bộ quy tắc nhắc tới một tên không tồn tại, đặt trùng tên, khai báo mà không dùng, hoặc thiếu phần phải có như tệp pack.toml. Đây không phải lỗi của cơ quan nộp.
    .why = Tên sai làm cho một yêu cầu không được kiểm tra mà không ai biết, nên chương trình dừng lại.
    .example = Tệp pack.toml liệt kê tiêu chí “S7” nhưng không có tệp nào mang mã “S7”.
    .fix = Hãy sửa tên ở dòng được nêu cho khớp, bổ sung phần còn thiếu, hoặc xóa chỗ nhắc tới tên đó.
