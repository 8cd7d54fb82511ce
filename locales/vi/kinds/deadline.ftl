### Thời hạn.

check-deadline = thời hạn

expect-deadline = chậm nhất ngày { $deadline }{ $proposal ->
        [yes] {" "}(đề xuất{ $in_time ->
            [yes] ; văn bản nguồn yêu cầu đúng thời gian
           *[no] {""}
        })
       *[no] {""}
    }

KC305 = Báo cáo muộn: ban hành { $found }, hạn { $deadline }.
    .fix = Nếu đã gửi đúng hạn bằng văn bản khác, nộp văn bản đó; nếu đúng là ban hành muộn thì nộp bổ sung cũng không thay đổi được kết luận.
KC305-proposed = Ban hành { $found }, sau ngày đề xuất { $deadline }{ $in_time ->
        [yes] ; văn bản nguồn yêu cầu đúng thời gian nhưng không nêu ngày
       *[no] {""}
    }.
    .fix = Đối chiếu với thời hạn do cơ quan có thẩm quyền quy định cho năm đó; nếu đã gửi đúng hạn bằng văn bản khác, nộp văn bản đó.
KC305-unclear = Chưa xác định chắc chắn ngày ban hành (đọc được: { $found }) để biết có đúng hạn { $deadline } hay không.
    .fix = Mở tài liệu và xác nhận ngày ban hành.
KC306 = Ban hành { $found }, đúng thời hạn { $deadline }; chưa có căn cứ chứng minh đã gửi đúng thời hạn.
    .fix = Nếu cần, nộp kèm bản có dấu đến hoặc phiếu gửi.

explain-KC305 = Ban hành sau thời hạn
    .means = Ngày ban hành của văn bản muộn hơn thời hạn mục yêu cầu. Nếu ngày chưa đọc rõ và có thể còn trong hạn thì kết quả là “Chưa rõ”, không phải “Chưa đạt”. Yêu cầu do bộ tiêu chí đề xuất chỉ dẫn đến câu hỏi hoặc nhận xét, không làm cho tiêu chí “Chưa đạt”.
    .why = Báo cáo chậm có thể không được điểm về thời gian. Ví dụ, Công văn 581/BNV-CCHC yêu cầu báo cáo CCHC định kỳ chậm nhất ngày 20 của tháng cuối kỳ; thời hạn từng năm theo hướng dẫn của năm đó.
    .example = Báo cáo CCHC năm của Sở A ghi ngày 24/12/2024, thời hạn là 20/12/2024.
    .fix = Hãy kiểm tra xem có bản báo cáo ban hành sớm hơn không và nộp bản đó. Nếu thật sự chậm, hãy giải trình lý do; không ghi lùi ngày. Nếu báo cáo kiểm tra ghi thời hạn là “đề xuất”, hãy đối chiếu với văn bản quy định.

explain-KC306 = Chưa chứng minh đã gửi đúng hạn
    .means = Văn bản ghi ngày trong hạn nên mục vẫn đạt, nhưng chưa có dấu đến cho biết văn bản đã được gửi và nhận lúc nào.
    .why = Ngày ban hành trong hạn chưa nói lên ngày gửi; người thẩm định có thể hỏi thêm.
    .example = Báo cáo quý I của xã B ghi ngày 16/3/2024, hạn là 20/3/2024, không có dấu đến.
    .fix = Không bắt buộc phải làm gì. Nếu muốn chắc chắn, hãy nộp bản có dấu đến của cơ quan nhận, hoặc giữ sẵn xác nhận đã gửi trên hệ thống quản lý văn bản.
