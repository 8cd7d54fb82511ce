### Citations.

check-cites = citation

expect-cites = cites { $number }

KC501 = The document does not cite { $number }.
    .fix = Submit a document that cites { $number }.
KC501-unclear = No citation of { $number } in the part that was read; there are pages that were not.
    .fix = Look at the pages of the document that were not read.

explain-KC501 = A document that must be cited is not
    .means = The document does not name the one that the item says it must, for instance a report on results that does not name the plan that it carried out. If pages could not be read, the verdict is “unclear”, not a gap.
    .why = Without number and symbol it is not proven that the report is about that very plan or task.
    .example = Department A reports on the result of an inspection but does not name Kế hoạch 12/KH-SA.
    .fix = Check whether the wrong document was submitted. If it is the right one without the citation, add a document that shows the link, or explain.
