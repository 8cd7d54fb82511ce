### The order in time.

check-after = order in time

expect-after-item = not before { $first }{ $proposal ->
        [yes] {" "}(proposal)
       *[no] {""}
    }
expect-after = not before { $first } ({ $date }){ $proposal ->
        [yes] {" "}(proposal)
       *[no] {""}
    }

KC502 = Issued { $found }, before the document that must come first: { $first } ({ $date }){ $proposal ->
        [yes] {" "}({ -de-xuat })
       *[no] {""}
    }.
    .fix = Check: submit the right plan, or the right result of that plan.
KC502-unclear = The date of issue is not certain enough (read: { $found }) to tell whether it comes after { $first } ({ $date }).
    .fix = Open the document and confirm the date of issue.

explain-KC502 = Impossible order in time
    .means = The document is dated before the one that it must follow, for instance a result before its plan. If the dates cannot be read well enough to compare, the verdict is “unclear”, not a gap. What the rule pack only proposes ends as a question or a remark, never as a gap.
    .why = A result that is there before the plan cannot be the result of that plan; the wrong document may have been submitted.
    .example = The notice of the result is dated 30 Oct 2024, the inspection plan 5 Nov 2024.
    .fix = Check that both documents are of one round and submit the right pair. If a printed date is wrong, submit the issuer's correction; do not change the date yourself.
