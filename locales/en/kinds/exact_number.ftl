### The exact document.

check-exact-number = exact document

KC207 = The number of the document was not read with certainty (read: { $found }); asked for: { $number }.
    .fix = Open the document and confirm its number and symbol.

explain-KC207 = The exact document is not confirmed
    .means = The item asks for one document by number and symbol; a document comes near, but its number cannot be read with certainty. The verdict is “unclear”, not a gap.
    .why = Two documents may differ in one digit only, so the program does not guess and leaves the decision to a person.
    .example = The item asks for Quyết định 1507/QĐ-UBND; on the scan the red seal hides the third digit.
    .fix = Open the file and compare number, date and issuer. If it is the right one, submit a clearer version, best the electronic original.
