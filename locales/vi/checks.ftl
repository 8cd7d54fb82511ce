# What checks expect and find.

literal = { $text }
not-assigned = Không được phân công
not-demanded = tài liệu do bộ tiêu chí đề xuất, không bắt buộc
nothing-to-judge = Không có hồ sơ để đối chiếu

what-numbered = { $what }, số { $number } ngày { $date }
any-of = { $list } hoặc { $last }
more-files = { $files } và { $count } tệp khác

expect-exact = { $number } ngày { $date } của { $issuer }
expect-number = số { $number }
expect-title = { $types } có trích yếu nêu { $phrases }
expect-grounds = giải trình có căn cứ: số và ngày văn bản, hoặc số liệu kèm nguồn

found-nothing = không thấy
found-date = ngày { $date }
found-interval = trong khoảng { $from } – { $to }
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
