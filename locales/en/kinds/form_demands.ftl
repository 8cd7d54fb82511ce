### The form of a document.

check-number-present = has a number
check-date-present = has a date
check-signer-present = has a signer
check-not-draft = not a draft

expect-present-number-present = a number and symbol
expect-present-date-present = a date of issue
expect-present-signer-present = a signer
expect-not-draft = not a draft
found-unseen = not seen
found-unreadable = there, but not read
found-blank = left blank
found-signature = digital signature present
found-no-draft-mark = no draft mark

KC201 = The document has no number.
    .fix = Submit the version that was numbered and signed.
KC201-blank = The place for the number is blank: the document has not been issued.
    .fix = Submit the version that was numbered and signed, not a draft.
KC201-unseen = Number and symbol were not read (a scan, or a document that was read only in part).
    .fix = Open the document and confirm number and symbol.
KC202 = The document has no date of issue.
    .fix = Submit the version that bears day, month and year of issue.
KC202-blank = The place for the date is blank: the document has not been issued.
    .fix = Submit the version that bears day, month and year of issue, not a draft.
KC202-unseen = The date of issue was not read (a scan, or a document that was read only in part).
    .fix = Open the document and confirm the date of issue.
KC203 = The document says that it is a draft.
    .fix = Submit the official version as issued.
KC206 = The document has no signer.
    .fix = Submit the signed version with title and full name of the signer.
KC206-blank = The place for the signature is blank: the document has not been signed.
    .fix = Submit the signed version with title and full name of the signer.
KC206-unseen = The signer was not read (a scan, or a document that was read only in part).
    .fix = Open the document and confirm the signer.

explain-KC201 = No number
    .means = There is no number in the place for number and symbol, or the place is blank. A number that is there but hard to read counts as there.
    .why = Number and symbol are main parts of the form and are given when a document has been signed (Nghị định 30/2020/NĐ-CP, điều 8 and điều 15, for documents from 05/3/2020). A document without a number may not have been issued.
    .example = The first-quarter report of department A says “Số:       /BC-SA”.
    .fix = Submit the version that was issued, from the records office or the document system. Do not fill a number into a draft; if the document has not been issued, write an explanation.

explain-KC202 = No date of issue
    .means = The document does not say day, month and year of issue, or leaves them blank. A date that is there but hard to read counts as there.
    .why = The time of issue is a main part of the form (Nghị định 30/2020/NĐ-CP, điều 8, for documents from 05/3/2020). Without a date nobody can tell whether the document is of the right year and in time.
    .example = The plan of commune B says “Xã B, ngày     tháng     năm 2024”.
    .fix = Submit the version that was issued, with day, month and year. Do not fill a date into a draft.

explain-KC203 = Draft
    .means = The document shows that it is a draft, for instance by the words “DỰ THẢO”, although it may have a number and the name of a signer.
    .why = Evidence is what a competent state agency has issued (guide to self-assessment under Quyết định 4361/QĐ-BNV); a draft has not been issued.
    .example = The half-year report of department A has “DỰ THẢO” above its title.
    .fix = Replace it with the official, signed version with number and date. If it has not been issued, write an explanation with grounds.

explain-KC206 = No signer
    .means = There is no name of a signer at the end of the document and no digital signature in the file. A name that is there but hard to read counts as there.
    .why = Title, full name and signature of the competent person are main parts of the form (Nghị định 30/2020/NĐ-CP, điều 8, for documents from 05/3/2020). An unsigned document may not have been issued.
    .example = The plan of commune B has the title “CHỦ TỊCH”, but no name below it.
    .fix = Submit the signed version with the full name of the signer, or the electronic version with its digital signature. For a plan that was issued with a decision, submit the decision too.
