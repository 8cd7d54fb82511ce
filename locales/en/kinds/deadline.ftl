### Deadlines.

check-deadline = deadline

expect-deadline = by { $deadline }{ $proposal ->
        [yes] {" "}(proposal{ $in_time ->
            [yes] ; the source asks for “in time”
           *[no] {""}
        })
       *[no] {""}
    }

KC305 = Late: issued { $found }, due on { $deadline }.
    .fix = If it was sent in time with another document, submit that one; if it was late, no further document mends it.
KC305-proposed = Issued { $found }, later than the proposed day { $deadline }{ $in_time ->
        [yes] ; the source asks for “in time” and names no day
       *[no] {""}
    }.
    .fix = Compare with the deadline that the competent body set for that year; if another document was sent in time, submit that one.
KC305-unclear = The date of issue is not certain enough (read: { $found }) to tell whether the deadline of { $deadline } was kept.
    .fix = Open the document and confirm the date of issue.
KC306 = Issued { $found }, before the deadline of { $deadline }; nothing proves that it was sent in time.
    .fix = If needed, submit the copy with the arrival stamp or the slip of dispatch.

explain-KC305 = Issued after the deadline
    .means = The date of issue is later than the deadline of the item. If the date cannot be read well and may be in time, the verdict is “unclear”, not a gap. What the rule pack only proposes ends as a question or a remark, never as a gap.
    .why = A late report may lose its points for punctuality. Công văn 581/BNV-CCHC, for instance, asks for periodic reports by the 20th of the last month of the period; the deadlines of each year follow the guidance of that year.
    .example = The annual report of department A is dated 24 Dec 2024, the deadline is 20 Dec 2024.
    .fix = Check whether an earlier version was issued, and submit that one. If the report really was late, explain why; do not backdate it. If the report calls the deadline a “proposal”, compare it with the regulation.

explain-KC306 = Sending in time not proven
    .means = The document is dated in time, so the item stays met, but no arrival stamp shows when it was sent and received.
    .why = A date of issue in time does not say when a document was sent; the assessor may ask.
    .example = The first-quarter report of commune B is dated 16 Mar 2024, the deadline is 20 Mar 2024, there is no arrival stamp.
    .fix = Nothing must be done. To be safe, submit the copy with the receiver's arrival stamp, or keep the receipt of the document system at hand.
