### Required content.

check-content = content

expect-content = { $what }: names{ $some ->
        [yes] {" "}at least { $at_least } of
       *[no] {""}
    } { $phrases }{ $proposal ->
        [yes] {" "}(proposal)
       *[no] {""}
    }
found-content = all of it
found-content-denied = only found denied
found-content-missing = { $phrases } not found

KC401 = Missing: { $what }: { $phrases } not found{ $proposal ->
        [yes] {" "}(a demand proposed by the rule pack)
       *[no] {""}
    }.
    .fix = Submit a document with this content; if another document has it, submit that one too.
KC401-topic = Not found: { $what }{ $proposal ->
        [yes] {" "}(topics proposed by the rule pack)
       *[no] {""}
    }; the whole text was read and has none of the words { $phrases }.
    .fix = Look whether the document says it in other words; if so, name section and page; if not, submit the document that says it too.
KC401-denied = “{ $what }” is only mentioned as not done (“chưa”, “không”): { $phrases }.
    .fix = Open the document and confirm the content.
KC401-unclear = Not found: { $what } ({ $phrases }), in the part that was read; there are pages that were not.
    .fix = Look at the pages of the document that were not read.

explain-KC401 = Required content missing
    .means = The whole document was read and does not have the content asked for. If pages could not be read, it may be there, and the verdict is “unclear”, not a gap. Content is searched by its usual wordings; a document may say it in other words, so what is not found is a question unless the rule demands these very words. What the rule pack only proposes ends as a question or a remark, never as a gap.
    .why = All reports may be there and lack content. Criterion 1.2.2 of Cà Mau for 2013 (Quyết định 1880/QĐ-UBND), for instance, scores complete content separately.
    .example = The reform report of department A has no part on public finance.
    .fix = Check whether the document says it in other words; if so, show the assessor section and page. If not, submit another document with this content, or a supplement that was issued.
