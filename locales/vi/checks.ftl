# What checks expect and find.

literal = { $text }
not-assigned = Không được phân công
nothing-to-judge = Không có hồ sơ để đối chiếu

what-numbered = { $what }, số { $number } ngày { $date }
any-of = { $list } hoặc { $last }
more-files = { $files } và { $count } tệp khác

expect-exact = { $number } ngày { $date } của { $issuer }
expect-number = số { $number }
expect-title = { $types } có trích yếu nêu { $phrases }
expect-type = { $types }
expect-issuer = { $issuers }
expect-present-number-present = có số, ký hiệu
expect-present-date-present = có ngày ban hành
expect-present-signer-present = có người ký
expect-not-draft = không phải dự thảo
expect-window = từ { $from } đến { $to }{ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }
expect-deadline = chậm nhất ngày { $deadline }{ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }
expect-after-item = không trước { $first }
expect-after = không trước { $first } ({ $date })
expect-content = { $what }: có { $phrases }{ $proposal ->
        [yes] {" "}(đề xuất)
       *[no] {""}
    }
expect-cites = viện dẫn { $number }
expect-threshold = { $what } từ { $at_least }%{ $proposal ->
        [yes] {" "}(cách tính đề xuất)
       *[no] {""}
    }
expect-grounds = giải trình có căn cứ: số và ngày văn bản, hoặc số liệu kèm nguồn

found-nothing = không thấy
found-unseen = chưa nhìn thấy
found-unreadable = có, chưa đọc được
found-blank = để trống
found-date = ngày { $date }
found-interval = trong khoảng { $from } – { $to }
found-signature = có chữ ký số
found-no-draft-mark = không có dấu dự thảo
found-content = có đủ
found-content-denied = chỉ thấy ở dạng phủ định
found-content-missing = không thấy { $phrases }
found-ratio = { $part }/{ $whole } = { $percent }%
found-percent = { $percent }%
found-no-ratio = không thấy kết quả
found-several = { $values }
found-grounds = { $documents }
found-grounds-figure = số liệu có nguồn

nearest-other-number = số là { $found }
nearest-other-date = đúng số, nhưng ban hành { $found }
nearest-other-issuer = đúng số, nhưng của { $found }
nearest-other-type = là { $found }
nearest-other-period = trích yếu của kỳ khác: “{ $title }”
nearest-title = trích yếu thiếu { $phrases }
nearest-excluded = trích yếu có “{ $phrase }”, là việc khác
nearest-words = gần nhất: “{ $quote }”

ocr-never = không nhận dạng chữ (theo yêu cầu)
ocr-none = chưa có bộ nhận dạng chữ: trang ảnh quét là “chưa rõ”; cài đặt bằng lệnh apt-get install tesseract-ocr tesseract-ocr-vie
ocr-engine = { $engine }

why-not-read = chưa đọc được ({ $status })
why-sheet = bảng tính, không phải văn bản hành chính
why-explanation = bản giải trình
why-elsewhere = { $count } tài liệu ở chỗ khác trong hồ sơ, không tài liệu nào phù hợp
why-no-number = không có số, ký hiệu
