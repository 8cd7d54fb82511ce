### The issuer.

check-issuer = issuer

expect-place = an agency of { $place }
expect-issuer = { $issuers }{ $proposal ->
        [yes] {" "}(proposal)
       *[no] {""}
    }

KC205 = The issuer is { $found }; asked for: { $issuers }{ $proposal ->
        [yes] {" "}({ -de-xuat })
       *[no] {""}
    }.
    .fix = Submit the document issued by the competent agency.
KC205-place = The issuer is { $found }, no agency of { $place }.
    .fix = Submit a document of an agency of { $place }.
KC205-place-unclear = The issuer is { $found }, which may be no agency of { $place }.
    .fix = Open the document and confirm the issuer.
KC205-unclear = The issuer could not be told (read: { $found }); asked for: { $issuers }{ $proposal ->
        [yes] {" "}({ -de-xuat })
       *[no] {""}
    }.
    .fix = Open the document and confirm the issuer.

explain-KC205 = Wrong issuer
    .means = The document was issued by another agency than the one asked for; a division of a department is not the department. If the printed name is too short or cannot be read, the verdict is “unclear”, not a gap. What the rule pack only proposes ends as a question or a remark, never as a gap.
    .why = Evidence must be issued by the competent state agency (guide to self-assessment under Quyết định 4361/QĐ-BNV).
    .example = The item asks for the plan of department A, the document was issued by its planning division.
    .fix = Submit the document issued by the agency named. If the matter was assigned or delegated to another unit, submit the document that did so and explain.
