//! What is hoped for, handed out, due, estimated or not known is no result; the same words beside a plain result take
//! nothing from it.

use super::tests::are_told;

#[test]
fn what_is_due_promised_or_only_a_criterion_is_a_goal() {
    are_told(&[
        ("Mục đích: hoàn thành 100% nhiệm vụ theo kế hoạch.", "100% Target"),
        ("- Mục đích của cuộc kiểm tra: xử lý 100% tồn tại.", "100% Target"),
        ("Tiêu chí thi đua: hoàn thành 100% nhiệm vụ theo kế hoạch được 10 điểm.", "100% Target"),
        ("Chúng tôi xin hứa hoàn thành 100% nhiệm vụ theo kế hoạch.", "100% Target"),
        ("Mong hoàn thành 100% nhiệm vụ theo kế hoạch.", "100% Target"),
        ("Chậm nhất 31/12/2018 khắc phục 100% tồn tại, hạn chế.", "100% Target"),
        ("Thời hạn khắc phục 100% tồn tại: 31/12/2018.", "100% Target"),
        // Results all the same.
        ("Kết quả thực hiện các tiêu chí: hoàn thành 100% nhiệm vụ.", "100%"),
        ("Nhằm mục đích phục vụ nhân dân, Sở đã hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Hoàn thành đúng thời hạn 45/45 nhiệm vụ.", "45/45"),
        ("Thời hạn hoàn thành được bảo đảm, đạt 100%.", "100%"),
        ("Tiêu chí 1.2 về mức độ hoàn thành kế hoạch: 100%.", "100%"),
        ("Tổng số 45 nhiệm vụ theo Kế hoạch: hoàn thành 44 nhiệm vụ, đạt 97,8%.", "97.8%"),
        ("Kế hoạch đề ra 45 nhiệm vụ, mới hoàn thành 42/45.", "42/45"),
        ("Đáp ứng mong muốn của nhân dân, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Chậm nhất là đến ngày 15/12, Sở đã hoàn thành 45/45 nhiệm vụ.", "45/45"),
    ]);
}

#[test]
fn what_is_planned_or_handed_out_is_not_done() {
    are_told(&[
        ("Kế hoạch kiểm tra 14/35 cơ quan, đơn vị.", "14/35 Target"),
        ("Đã có kế hoạch khắc phục 100% tồn tại, hạn chế.", "100% Target"),
        ("Lập danh sách kiểm tra 14/35 cơ quan, đơn vị.", "14/35 Target"),
        ("Quyết định kiểm tra 14/35 cơ quan, đơn vị.", "14/35 Target"),
        ("Đã chỉ đạo khắc phục 100% tồn tại, hạn chế.", "100% Target"),
        ("Đã phân công 45/45 nhiệm vụ của Kế hoạch cho các phòng hoàn thành.", "45/45 Target"),
        ("Đã giao 45/45 nhiệm vụ của Kế hoạch cho các phòng hoàn thành.", "45/45 Target"),
        ("14/35 cơ quan, đơn vị thuộc đối tượng kiểm tra năm 2018.", "14/35 Target"),
        ("Có 12/12 đơn vị xây dựng kế hoạch khắc phục tồn tại, hạn chế.", "12/12 Doubtful"),
        ("Có 100% đơn vị xây dựng kế hoạch thực hiện nhiệm vụ, cơ bản hoàn thành.", "100% Doubtful"),
        ("Đã triển khai 45/45 nhiệm vụ theo Kế hoạch, trong đó hoàn thành 30 nhiệm vụ.", "45/45 Doubtful"),
        ("Thông báo kiểm tra đến 100% cơ quan, đơn vị.", "100% Target"),
        ("14/35 cơ quan, đơn vị đề nghị hoãn kiểm tra.", "14/35 Doubtful"),
        ("Tạm dừng kiểm tra 14/35 cơ quan, đơn vị.", "14/35 Doubtful"),
        ("Có 45/45 nhiệm vụ theo kế hoạch được giao, sẽ hoàn thành trong tháng 12.", "45/45 Doubtful"),
        // Results all the same.
        ("Không trì hoãn, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Sau thời gian tạm dừng, Sở kiểm tra 14/35 cơ quan, đơn vị.", "14/35"),
        ("Thông báo kết quả kiểm tra 14/35 cơ quan, đơn vị.", "14/35"),
        ("Đã hoàn thành 45/45 nhiệm vụ, sẽ thực hiện kế hoạch năm 2019.", "45/45"),
        ("45/45 nhiệm vụ hoàn thành, dự kiến hoàn thành thêm 02 nhiệm vụ.", "45/45"),
        ("Kế hoạch kiểm tra đạt 100%.", "100%"),
        ("Kế hoạch hoàn thành 100%.", "100%"),
        ("Theo kế hoạch kiểm tra, Sở đã kiểm tra 14/35 cơ quan, đơn vị.", "14/35"),
        ("Thực hiện Quyết định kiểm tra, Đoàn đã kiểm tra 14/35 cơ quan.", "14/35"),
        ("Sở có kế hoạch kiểm tra và đã kiểm tra 14/35 cơ quan.", "14/35"),
        ("Sở đã chỉ đạo thực hiện, hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Công tác chỉ đạo thực hiện đạt 100%.", "100%"),
        ("Sở thực hiện chỉ đạo kiểm tra 14/35 cơ quan, đơn vị, đạt 40%.", "14/35"),
        ("100% nhiệm vụ có kế hoạch thực hiện cụ thể và hoàn thành đúng hạn.", "100%"),
        ("Hoàn thành nhiệm vụ được giao 45/45, đạt 100%.", "45/45"),
        ("Đã kiểm tra 14/35 cơ quan, đơn vị thuộc đối tượng kiểm tra.", "14/35"),
        ("Hoàn thành 45/45 nhiệm vụ xây dựng kế hoạch của các đơn vị.", "45/45"),
        ("100% đơn vị xây dựng kế hoạch và đã hoàn thành nhiệm vụ.", "100%"),
        ("100% nhiệm vụ ban hành kèm theo Kế hoạch đã hoàn thành.", "100%"),
        ("Đã triển khai 45/45 nhiệm vụ theo Kế hoạch, đạt 100%.", "45/45"),
        ("Đã hoàn thành 45/45 nhiệm vụ, trong đó hoàn thành trước hạn 40 nhiệm vụ.", "45/45"),
    ]);
}

#[test]
fn what_is_estimated_unknown_or_said_of_one_is_doubtful() {
    are_told(&[
        ("Năm 2018 hoàn thành 100 % nhiệm vụ theo kế hoạch (số liệu ước tính).", "100% Doubtful"),
        ("Theo số liệu tạm tính, hoàn thành 100% nhiệm vụ.", "100% Doubtful"),
        ("Hoàn thành 90-100% nhiệm vụ theo kế hoạch.", "100% Doubtful"),
        ("Hoàn thành từ 90 đến 100% nhiệm vụ theo kế hoạch.", "100% Doubtful"),
        ("Việc hoàn thành 100% nhiệm vụ theo Kế hoạch là rất khó.", "100% Doubtful"),
        ("Hoàn thành 100% nhiệm vụ theo kế hoạch còn khó khăn.", "100% Doubtful"),
        ("Chưa đánh giá được tỷ lệ hoàn thành 100% nhiệm vụ theo kế hoạch.", "100% Doubtful"),
        ("Không có số liệu về việc hoàn thành 100% nhiệm vụ.", "100% Doubtful"),
        ("Riêng Sở Y tế hoàn thành 100% nhiệm vụ theo kế hoạch.", "100% Doubtful"),
        ("Đã hoàn thành 42/45 nhiệm vụ, riêng ngành Y tế hoàn thành 100%.", "42/45; 100% Doubtful"),
        // Results all the same.
        ("Đến tháng 12 - 100% nhiệm vụ đã hoàn thành.", "100%"),
        ("Năm 2018-100% nhiệm vụ hoàn thành.", "100%"),
        ("Hoàn thành 45/45 nhiệm vụ trong điều kiện còn khó khăn.", "45/45"),
        ("Hoàn thành 45/45 nhiệm vụ dù gặp nhiều khó khăn.", "45/45"),
        ("Đã hoàn thành 45/45 nhiệm vụ khó.", "45/45"),
        ("Do chưa có số liệu của huyện, Sở báo cáo riêng; Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Chưa có số liệu của huyện, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Riêng năm 2018, hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Nói riêng về CCHC, Sở hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Thực hiện hương ước, quy ước, hoàn thành 45/45 nhiệm vụ.", "45/45"),
    ]);
}
