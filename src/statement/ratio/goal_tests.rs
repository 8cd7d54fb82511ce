//! Orders, intentions and estimates are no results; words of goals beside a plain result take nothing from it.

use super::tests::are_told;

#[test]
fn what_is_not_reached_is_said_behind_too() {
    are_told(&[
        ("60% cơ quan, đơn vị chưa được kiểm tra trong năm.", "60% Negated"),
        ("21/35 cơ quan, đơn vị chưa được kiểm tra.", "21/35 Negated"),
        ("21/35 cơ quan chuyên môn, đơn vị sự nghiệp, Ủy ban nhân dân cấp huyện chưa được kiểm tra.", "21/35 Negated"),
        ("15/15 tồn tại chưa khắc phục.", "15/15 Negated"),
        ("100% vấn đề, tồn tại chưa được xử lý.", "100% Negated"),
        ("15/15 vấn đề, tồn tại, hạn chế không được giải quyết.", "15/15 Negated"),
        ("Có 3/45 nhiệm vụ, chỉ tiêu quá hạn.", "3/45 Negated"),
        ("4/42 nhiệm vụ đang triển khai.", "4/42 Negated"),
        ("100% nhiệm vụ (chưa hoàn thành)", "100% Negated"),
        ("Không đơn vị nào hoàn thành 100% nhiệm vụ kế hoạch.", "100% Negated"),
        ("Chưa có đơn vị nào hoàn thành 100% nhiệm vụ kế hoạch.", "100% Negated"),
        ("Không có sở nào đã hoàn thành 100% nhiệm vụ.", "100% Negated"),
        ("Chưa được 100% nhiệm vụ.", "100% Negated"),
        ("Kiểm tra từ 30% số cơ quan, đơn vị trở lên.", "30% Target"),
        ("100% nhiệm vụ phải hoàn thành trước 31/12.", "100% Target"),
        ("30% cơ quan, đơn vị sẽ được kiểm tra.", "30% Target"),
        // Nothing is left undone.
        ("Đã hoàn thành 45/45 nhiệm vụ, không có nhiệm vụ quá hạn.", "45/45"),
        ("Đã hoàn thành 45/45 nhiệm vụ của kế hoạch (không có nhiệm vụ quá hạn).", "45/45"),
        ("45/45 nhiệm vụ của kế hoạch hoàn thành (không có nhiệm vụ nào chậm tiến độ).", "45/45"),
        ("Không có nhiệm vụ nào quá hạn, hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Không để nhiệm vụ quá hạn, hoàn thành 100% nhiệm vụ.", "100%"),
        ("Đã xử lý 15/15 tồn tại, hạn chế, không còn tồn tại chưa khắc phục.", "15/15"),
        ("Đã kiểm tra 14/35 cơ quan, đơn vị (21 đơn vị chưa được kiểm tra).", "14/35"),
        ("Đã kiểm tra 14/35 cơ quan và 21 cơ quan chưa được kiểm tra.", "14/35"),
        ("Đã hoàn thành 45/45 nhiệm vụ phải thực hiện trong năm.", "45/45"),
        ("Không chỉ hoàn thành 100% nhiệm vụ, Sở còn có sáng kiến.", "100%"),
    ]);
}

#[test]
fn orders_and_intentions_are_goals() {
    are_told(&[
        ("Đề nghị các đơn vị khắc phục 100% tồn tại, hạn chế.", "100% Target"),
        ("Đề nghị khắc phục 100% tồn tại, hạn chế.", "100% Target"),
        ("Kiến nghị Sở A xử lý 15/15 vấn đề.", "15/15 Target"),
        ("Chỉ đạo các phòng hoàn thành 100% nhiệm vụ kế hoạch.", "100% Target"),
        ("Sở đã chỉ đạo các phòng hoàn thành 100% nhiệm vụ kế hoạch.", "100% Target"),
        ("Giao Sở Nội vụ hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Giao các đơn vị bám sát kế hoạch, hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Đôn đốc các đơn vị hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Đảm bảo hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Bảo đảm 100% nhiệm vụ được hoàn thành.", "100% Target"),
        ("Bảo đảm đúng tiến độ, hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Cam kết hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Quyết tâm hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Cố gắng hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Tập trung hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Để hoàn thành 100% nhiệm vụ, các đơn vị cần nỗ lực.", "100% Target"),
        ("Nhằm hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Để hoàn thành kế hoạch năm, xử lý 100% tồn tại.", "100% Target"),
        ("Tạo điều kiện để các đơn vị hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Tiếp tục hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Tiếp tục đẩy mạnh cải cách, hoàn thành 100% nhiệm vụ kế hoạch.", "100% Target"),
        ("Ước hoàn thành 100% nhiệm vụ kế hoạch.", "100% Target"),
        ("Ước thực hiện cả năm đạt 100%.", "100% Target"),
        ("Có khả năng hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Khó hoàn thành 100% nhiệm vụ kế hoạch.", "100% Target"),
        ("Khó có thể hoàn thành 100% nhiệm vụ kế hoạch.", "100% Target"),
        ("Kế hoạch: hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Kế hoạch năm 2018: hoàn thành 45/45 nhiệm vụ.", "45/45 Target"),
        ("Kế hoạch giao hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Kế hoạch đề ra hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Chỉ tiêu đã giao: hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Mục tiêu: các nhiệm vụ đều hoàn thành 100%.", "100% Target"),
        ("Các chỉ tiêu đều phải hoàn thành 100%.", "100% Target"),
        ("Thực hiện mục tiêu hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Với mục tiêu hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Các mục tiêu, chỉ tiêu cụ thể: hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Theo kế hoạch, năm 2018 hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Hoàn thành gần 100% nhiệm vụ.", "100% Doubtful"),
        ("Hoàn thành dưới 100% nhiệm vụ.", "100% Doubtful"),
        ("Hoàn thành khoảng 100% nhiệm vụ.", "100% Doubtful"),
        ("Đã kiểm tra xấp xỉ 30% cơ quan, đơn vị.", "30% Doubtful"),
    ]);
}

#[test]
fn plain_results_stay_results() {
    are_told(&[
        ("Các chỉ tiêu, nhiệm vụ của kế hoạch đều hoàn thành, đạt 100%.", "100%"),
        ("Các nhiệm vụ đề ra trong Kế hoạch hoàn thành 100%.", "100%"),
        ("Bám sát mục tiêu, chỉ tiêu, Sở hoàn thành 45/45 nhiệm vụ, đạt 100%.", "45/45"),
        ("Với mục tiêu phục vụ nhân dân, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Theo kế hoạch đề ra, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Sở đã nỗ lực phấn đấu hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Sở đã tập trung, quyết tâm hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Với quyết tâm cao, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Với sự nỗ lực của tập thể, Sở hoàn thành 100% nhiệm vụ.", "100%"),
        ("Hoàn thành các chỉ tiêu, nhiệm vụ, đạt 100%.", "100%"),
        ("Kết quả thực hiện các chỉ tiêu, nhiệm vụ: hoàn thành 45/45.", "45/45"),
        ("Tỷ lệ hoàn thành chỉ tiêu, nhiệm vụ của Kế hoạch đạt 100%.", "100%"),
        ("Đã hoàn thành 45/45 nhiệm vụ, đạt 100%.", "45/45"),
        ("Đạt tỷ lệ 100% (45/45).", "45/45"),
        ("Tỷ lệ hoàn thành: 100%.", "100%"),
        ("Tỷ lệ hoàn thành nhiệm vụ kế hoạch: 100%.", "100%"),
        ("Kết quả thực hiện kế hoạch: 45/45 nhiệm vụ hoàn thành.", "45/45"),
        ("Các nhiệm vụ được giao đều hoàn thành đúng hạn, đạt 100%.", "100%"),
        ("Các nhiệm vụ Ủy ban nhân dân tỉnh giao các đơn vị đều hoàn thành, đạt 100%.", "100%"),
        ("Nhiệm vụ được UBND tỉnh giao Sở Nội vụ đã hoàn thành 100%.", "100%"),
        ("Kết quả thực hiện: 45/45.", "45/45"),
        ("Thực hiện chỉ đạo của UBND tỉnh, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Dưới sự chỉ đạo của lãnh đạo, các đơn vị hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Theo đề nghị của Sở, tỉnh đã kiểm tra 14/35 cơ quan.", "14/35"),
        ("Đã kiến nghị xử lý 15/15 vấn đề.", "15/15"),
        ("Đến ngày 25/12/2018 đã xử lý, kiến nghị xử lý 24/24 vấn đề, đạt 100%.", "24/24"),
        ("Xử lý hoặc kiến nghị xử lý 24/24 vấn đề.", "24/24"),
        ("Vượt qua khó khăn hoàn thành 100% nhiệm vụ.", "100%"),
        ("Tuy gặp nhiều khó khăn, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Các nhiệm vụ được bảo đảm tiến độ, hoàn thành 100%.", "100%"),
        ("Công tác cải cách tiếp tục được quan tâm, hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Tăng cường kỷ luật, kỷ cương, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Để hoàn thành kế hoạch, Sở đã kiểm tra 14/35 đơn vị.", "14/35"),
        ("Đáp ứng yêu cầu của Kế hoạch, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Các nhiệm vụ Kế hoạch giao hoàn thành 100%.", "100%"),
        ("Hoàn thành sớm hơn dự kiến 45/45 nhiệm vụ.", "45/45"),
        ("Đã kiểm tra trên 40% cơ quan.", "40%"),
        ("đạt 100%, so với mức 90% của năm 2017", "100%; 90% Change"),
    ]);
}

#[test]
fn a_list_of_bodies_is_one_thing() {
    are_told(&[
        ("35/35 sở, ban, ngành chưa được kiểm tra.", "35/35 Negated"),
        ("100% sở, ban, ngành, huyện, thị xã, thành phố chưa hoàn thành.", "100% Negated"),
        ("Đã kiểm tra 35/35 sở, ban, ngành, huyện, thị xã, thành phố.", "35/35"),
        ("Đã kiểm tra 14/35 cơ quan, đơn vị, qua đó phát hiện 15 tồn tại chưa được khắc phục.", "14/35"),
        ("Đã kiểm tra 14/35 cơ quan, ban hành thông báo kết luận.", "14/35"),
    ]);
}

#[test]
fn sentences_of_reports_are_read_as_they_are_meant() {
    are_told(&[
        // As reports write good news.
        ("Năm 2018, Sở Nội vụ đã hoàn thành 45/45 nhiệm vụ theo Kế hoạch, đạt tỷ lệ 100%.", "45/45"),
        ("Kết quả, đến nay 45/45 nhiệm vụ của Kế hoạch đã được thực hiện xong, đạt 100%.", "45/45"),
        ("Trong tổng số 45 nhiệm vụ được giao, đã hoàn thành 45/45 nhiệm vụ (đạt 100%).", "45/45"),
        ("Tổng số nhiệm vụ theo Kế hoạch là 45, đã hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Nhìn chung, các nhiệm vụ trong Kế hoạch được triển khai đúng tiến độ, hoàn thành 100%.", "100%"),
        ("Dưới sự lãnh đạo, chỉ đạo của Tỉnh ủy, các đơn vị đã hoàn thành 100% nhiệm vụ.", "100%"),
        ("Sở đã chủ động, tích cực tham mưu, hoàn thành 45/45 nhiệm vụ kế hoạch.", "45/45"),
        ("Sở thường xuyên đôn đốc, kiểm tra nên hoàn thành 45/45 nhiệm vụ kế hoạch.", "45/45"),
        ("Ủy ban nhân dân tỉnh đã chỉ đạo quyết liệt, hoàn thành 45/45 nhiệm vụ kế hoạch.", "45/45"),
        ("Các tồn tại, hạn chế đã được khắc phục 100%.", "100%"),
        ("Qua kiểm tra đã phát hiện 15 vấn đề, đã xử lý 15/15 vấn đề (100%).", "15/15"),
        ("Các đơn vị được kiểm tra đã khắc phục xong 15/15 tồn tại, hạn chế, đạt 100%.", "15/15"),
        ("Đoàn kiểm tra đã kiểm tra tại 14/35 cơ quan, đơn vị, đạt 40% (chỉ tiêu là 30%).", "14/35; 30% Target"),
        ("Hoàn thành 45/45 nhiệm vụ (100%), bảo đảm chất lượng, đúng tiến độ theo yêu cầu.", "45/45"),
        ("Hoàn thành 100% nhiệm vụ, tạo tiền đề để thực hiện tốt kế hoạch năm sau.", "100%"),
        // As they write bad news.
        ("Vẫn còn 3/45 nhiệm vụ của kế hoạch chưa hoàn thành.", "3/45 Negated"),
        ("Mới hoàn thành 42/45 nhiệm vụ, chưa đạt mục tiêu 100%.", "42/45; 100% Target"),
        ("Do thiếu kinh phí nên không hoàn thành 100% nhiệm vụ kế hoạch.", "100% Negated"),
        ("Tỷ lệ hoàn thành chưa đạt 100% như kế hoạch.", "100% Negated"),
        ("Chưa thể hoàn thành 100% nhiệm vụ.", "100% Negated"),
        ("Hầu hết các đơn vị hoàn thành 100% nhiệm vụ.", "100% Doubtful"),
        ("Một số đơn vị hoàn thành 100% nhiệm vụ kế hoạch.", "100% Doubtful"),
        ("Cơ bản hoàn thành 100% nhiệm vụ kế hoạch.", "100% Doubtful"),
        ("Yêu cầu các cơ quan, đơn vị xử lý dứt điểm 100% tồn tại.", "100% Target"),
        (
            "Đề nghị Thủ trưởng các đơn vị chỉ đạo khắc phục, báo cáo trước 15/12, bảo đảm xử lý 100% tồn tại.",
            "100% Target",
        ),
        ("Các đơn vị có trách nhiệm khắc phục 100% tồn tại.", "100% Target"),
        ("Chịu trách nhiệm hoàn thành 100% nhiệm vụ kế hoạch.", "100% Target"),
        ("Hạn chót 31/12/2018, hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Trường hợp hoàn thành 100% nhiệm vụ thì được khen thưởng.", "100% Target"),
        ("Khi hoàn thành 100% nhiệm vụ, Sở sẽ báo cáo.", "100% Target"),
        ("Sở đăng ký hoàn thành 100% nhiệm vụ kế hoạch.", "100% Target"),
        ("Thời gian tới, hoàn thành 100% nhiệm vụ kế hoạch.", "100% Target"),
        ("Sau khi hoàn thành 45/45 nhiệm vụ, Sở đã báo cáo.", "45/45"),
        ("Với tinh thần trách nhiệm cao, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Mặc dù gặp nhiều khó khăn, một số nội dung mới, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Đã kiểm tra một số cơ quan, đơn vị (14/35).", "14/35"),
        ("Hãy hoàn thành 100% nhiệm vụ.", "100% Target"),
    ]);
}

#[test]
fn more_sentences_of_reports() {
    are_told(&[
        // Orders, plans and hopes in other words.
        ("Phân công các phòng hoàn thành 100% nhiệm vụ kế hoạch.", "100% Target"),
        ("Yêu cầu hoàn thành 100% nhiệm vụ kế hoạch.", "100% Target"),
        ("Các phòng chịu trách nhiệm hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Đặt mục tiêu 100% nhiệm vụ hoàn thành.", "100% Target"),
        ("Kế hoạch kiểm tra năm 2018 là 14/35 đơn vị.", "14/35 Target"),
        ("Theo Kế hoạch, kiểm tra 14/35 cơ quan, đơn vị.", "14/35 Target"),
        ("Nhiệm vụ đặt ra là hoàn thành 100% kế hoạch.", "100% Target"),
        ("Nhiệm vụ trọng tâm: hoàn thành 100% kế hoạch.", "100% Target"),
        ("Giải pháp: hoàn thành 100% nhiệm vụ kế hoạch.", "100% Target"),
        ("Nâng tỷ lệ hoàn thành nhiệm vụ lên 100%.", "100%"),
        ("Duy trì tỷ lệ hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Thực hiện tốt nhiệm vụ, góp phần hoàn thành 100% kế hoạch.", "100% Target"),
        ("Các đơn vị đang khẩn trương hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Các đơn vị đang hoàn thành 100% nhiệm vụ.", "100% Negated"),
        ("Sở đã xây dựng kế hoạch phấn đấu hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Sở đã đề ra chỉ tiêu hoàn thành 100% nhiệm vụ.", "100% Target"),
        ("Sở đã ban hành kế hoạch kiểm tra 14/35 đơn vị.", "14/35 Target"),
        ("Sở đã xây dựng kế hoạch kiểm tra 30% số cơ quan, đơn vị.", "30% Target"),
        ("Ban hành kế hoạch kiểm tra, theo đó kiểm tra 14/35 cơ quan, đơn vị.", "14/35 Target"),
        // And results.
        ("Thực hiện kế hoạch kiểm tra, Sở đã kiểm tra 14/35 đơn vị.", "14/35"),
        ("Sở đã ban hành kế hoạch và kiểm tra được 14/35 đơn vị.", "14/35"),
        ("Sở đã ban hành Kế hoạch kiểm tra; kết quả đã kiểm tra 14/35 đơn vị.", "14/35"),
        ("Thực hiện Kế hoạch số 12/KH-SNV, Sở đã kiểm tra 14/35 cơ quan, đơn vị, đạt 40%.", "14/35"),
        ("Số cơ quan, đơn vị được kiểm tra: 14/35 (đạt 40%).", "14/35"),
        ("Tổng số cơ quan, đơn vị được kiểm tra là 14/35.", "14/35"),
        ("Tính đến nay, toàn bộ 45/45 nhiệm vụ đã hoàn thành.", "45/45"),
        ("100% nhiệm vụ trong Kế hoạch đã được hoàn thành đúng và trước hạn.", "100%"),
        ("Hoàn thành 100% (45/45) nhiệm vụ đề ra trong Kế hoạch.", "45/45"),
        ("Tỉ lệ hoàn thành chỉ tiêu, nhiệm vụ của Kế hoạch đạt 100%.", "100%"),
        ("Bộ phận một cửa trực 24/24, hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Canh gác 24/24 giờ trong ngày.", ""),
        ("Đã hoàn thành 24/24 nhiệm vụ.", "24/24"),
        ("Số nhiệm vụ hoàn thành không vượt quá 40%.", "40% Doubtful"),
        ("Hoàn thành vượt mức kế hoạch, 45/45 nhiệm vụ.", "45/45"),
    ]);
}
