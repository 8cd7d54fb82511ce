### Types of documents.

check-type = type of document

expect-type = { $types }{ $proposal ->
        [yes] {" "}(proposal)
       *[no] {""}
    }

KC204 = Asked for: { $types }; the type of the document is { $found }{ $proposal ->
        [yes] {" "}({ -de-xuat })
       *[no] {""}
    }.
    .fix = Submit a document of the type that the criterion asks for.
KC204-unclear = Asked for: { $types }; the type of the document could not be told (read: { $found }){ $proposal ->
        [yes] {" "}({ -de-xuat })
       *[no] {""}
    }.
    .fix = Open the document and confirm its type.

explain-KC204 = Wrong type of document
    .means = The content comes near to what is asked for, but the type is another: an official letter in place of a report, a submission in place of a decision. If the type cannot be read, the verdict is “unclear”, not a gap. What the rule pack only proposes ends as a question or a remark, never as a gap.
    .why = Each item says which type of document is its evidence; another type may not prove what the criterion asks.
    .example = The item asks for the annual report on training, department A submits the official letter “V/v đào tạo, bồi dưỡng năm 2024”.
    .fix = Find and submit the type of document that the item asks for. If the agency has only this type, explain, so that the assessor can consider it.
