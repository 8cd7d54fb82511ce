### The window of issue.

check-issued-window = time of issue

expect-window = from { $from } to { $to }{ $proposal ->
        [yes] {" "}(proposal)
       *[no] {""}
    }

KC301 = Issued { $found }, outside the time from { $from } to { $to }{ $proposal ->
        [yes] {" "}({ -de-xuat })
       *[no] {""}
    }.
    .fix = Submit the document of the right year; if the time asked for is wrong, tell whoever keeps the rule pack.
KC301-unclear = The date of issue is not certain enough (read: { $found }) to tell whether it lies between { $from } and { $to }.
    .fix = Open the document and confirm the date of issue.

explain-KC301 = Issued outside the time asked for
    .means = The date of issue is earlier or later than the item allows. If the date cannot be read well and may lie within that time, the verdict is “unclear”, not a gap. What the rule pack only proposes ends as a question or a remark, never as a gap.
    .why = A document of another year, or one issued late, may not count for the year that is scored. In the criteria of Cà Mau for 2013 (Quyết định 1880/QĐ-UBND), for instance, a plan issued in time gets 1 point, a late one 0.5.
    .example = The communication plan of department A for 2024 was issued on 12 Apr 2024, the time asked for is 1 Oct 2023 to 31 Mar 2024.
    .fix = Check whether a document of another year was submitted by mistake, and submit the right one. If it really was issued outside this time, explain; do not backdate it. If the report calls the time a “proposal”, compare it with the guidance of that year.
