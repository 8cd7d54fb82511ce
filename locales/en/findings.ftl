# What findings say (value) and what to do about them (.fix). Ids are finding codes, with a variant behind a dash.

-de-xuat = proposed by the rule pack, not in the source document

## KC0xx: intake

KC001 = The file belongs to no criterion; the nearest is { $nearest } ({ $name }).
    .fix = Move the file into the folder with the code of its criterion, such as “{ $nearest }”, or enter file and code in manifest.csv.
KC001-none = The file belongs to no criterion and its content is near none.
    .fix = If it is evidence, move it into the folder with the code of its criterion; if not, take it out of the submission.
KC002 = The folder “{ $path }” holds no file.
    .fix = Add documents to the folder, or delete it if it is not needed.
KC003 = The agency has submitted nothing.
    .fix = Submit evidence for the criteria that are assigned to the agency.
KC004 = The folder is not listed in agencies.csv; it was held against all criteria.
    .fix = Add the folder with its assigned part to agencies.csv, or correct the name of the folder.
KC004-loose = Files lie directly in the root folder, in no agency's folder; they were held against all criteria.
    .fix = Move them into the folder of the agency that submits them; if they are no evidence, take them out of the root folder.
KC005 = “{ $path }” is a link, not a file; what it leads to was not read.
    .fix = Put a copy of the file itself in place of the link.
KC006 = “{ $path }” could not be opened: the system reported an error.
    .fix = Try to open it in its usual program; copy it again from the original, then run again.
KC006-special = “{ $path }” is neither a file nor a folder and was not read.
    .fix = Put the real file into the submission.
KC006-denied = There is no permission to read “{ $path }”.
    .fix = Check the permission to read the file or folder, then run again.
KC007 = The file has exactly the same content as “{ $first }”.
    .fix = Keep one copy; one document can serve several criteria.
KC008 = A document stamped secret lies in the submission; its content was neither read nor quoted.
    .fix = Take the document out of the electronic submission, handle it as the law on state secrets demands, and speak with the appraising body directly.
KC009 = { $path } could not be opened.
    .fix = Save the manifest again as CSV with the columns criterion, file, pages, note.
KC009-line = { $path }, line { $line }: this is no row of a table.
    .fix = Save the manifest again as CSV with the columns criterion, file, pages, note.
KC009-column = { $path } lacks the column “{ $column }”.
    .fix = Save the manifest again as CSV with the columns criterion, file, pages, note.
KC009-large = { $path } is too large: more than { $most } { $unit ->
    [rows] rows
    [cells] cells
   *[bytes] bytes
}; none of its rows is used.
    .fix = List only the files of this submission, one row each; if this is another table, rename it.
KC009-file = { $path }, line { $line }: the submission has no file “{ $what }”.
    .fix = Correct the file name in the manifest, or add the file.
KC009-code = { $path }, line { $line }: the pack has no criterion “{ $what }”.
    .fix = Correct the code of the criterion in the manifest.
KC009-pages = { $path }, line { $line }: “{ $what }” names no pages.
    .fix = Write pages as 3 or 7-9; leave it empty for the whole file.
KC009-beyond = { $path }, line { $line }: page { $page } of “{ $what }” is named, but the file has only { $count } pages.
    .fix = Correct the pages in manifest.csv, or send the complete file.
KC010 = The name ends like { $expected }, but the content is { $media }.
    .fix = Correct the ending of the name so that others can open the file.
KC011-twin = “{ $used }” and “{ $path }” differ only in case; “{ $used }” is used, “{ $path }” was not read.
    .fix = Put everything into one file and delete the other.
KC011-single = “{ $path }” is not used as the list of agencies: this folder holds codes of criteria or a manifest.csv, so it was read as the submission of one agency.
    .fix = If each sub-folder is an agency, run again with --layout batch; if it is a document of the agency, rename it or put it into the folder of its criterion.
KC011-given = “{ $path }” is not used: the list of agencies is another file, given by --agencies.
    .fix = Check that the right list was given; take this file out of the folder if it is out of date.

## KC1xx: reading

KC101 = The file has a password and was not read.
    .fix = Remove the password and submit the file again.
KC102 = The file is damaged and was not read.
    .fix = Export or scan it again from the original and submit it again.
KC102-changing = The file was being written while it was read, so it could not be judged.
    .fix = Run again when nothing writes the file any more (copying, synchronising, open for editing).
KC102-gone = The file was gone when it was to be read.
    .fix = Run again when nobody moves or deletes files in the folder any more.
KC102-denied = There is no permission to read the file.
    .fix = Give the user who runs the check permission to read it, then run again.
KC102-replaced = A link or a device has taken the place of the file since the folder was listed; it was not followed.
    .fix = Put the file itself into the folder and run again.
KC102-unopened = The system could not read the file.
    .fix = Check the disk or the network drive and run again.
KC103 = The file holds only { $pages ->
        [one] the picture of { $pages } page
       *[other] pictures of { $pages } pages
    } without text; a person must look at it.
    .fix = Submit the electronic original with text, or scan it again with character recognition.
KC104 = Files of this format are not read.
    .fix = Convert it to PDF, Word or Excel and submit it again.
KC104-archive = Compressed folders are not opened.
    .fix = Unpack it and submit each file in the folder of its criterion.
KC104-mail = Mail is not read.
    .fix = Save the attachments into the folder of the criterion and submit again.
KC105 = Reading the file took too long and was stopped.
    .fix = Export the file again from the original; split it if it is very large.
KC106 = The reader stopped abruptly at this file; other files are not affected.
    .fix = Open the file in its usual program, save it and run again; if it still fails, send the file to the support team.
KC107 = The file ({ $size } MB) is above the limit for one document in size, number of inner parts or unpacked size.
    .fix = Split it into smaller files.
KC107-text = The file holds more text than is read of one document.
    .fix = Split it into smaller files.
KC107-submission = The files before it hold as much text as is read of one submission; this one was not read.
    .fix = Submit what proves the criteria, and leave out what does not.
KC108 = The file is empty.
    .fix = Submit the file again with its content, or delete it.
KC109 = The text layer of the file cannot be trusted in { $count ->
        [one] { $count } place
       *[other] { $count } places
    } (broken characters or a wrong hidden layer); those pages are treated as scans.
    .fix = Export the PDF again from Word, or scan it again with recognition of Vietnamese.
KC109-checksum = The checksum of the file's data is wrong in { $count ->
        [one] { $count } place
       *[other] { $count } places
    }: words read there may differ from what was written.
    .fix = Compare the page with the paper; if it differs, export or download the file again.
KC110-limit = Only the first part of the file was read: the rest is above the limit of pages, cells or text for one document.
    .fix = Split it into smaller files; a person must look at what was not read.
KC110 = Only part of the file was read: a page or sheet of it is damaged.
    .fix = Export the file again from the original; a person must look at what was not read.
KC110-scans = { $count ->
        [one] { $count } page is only a scan and was not read (page { $pages }).
       *[other] { $count } pages are only scans and were not read (pages { $pages }).
    }
    .fix = Submit an electronic original with text for these pages, or look at them.
KC110-head = Scan: only the head and the signature were recognised; { $count } pages were not read whole, as no criterion needs their content.
    .fix = Nothing to mend; use --ocr always to have all of it read.
KC111-sheet = The workbook has { $count ->
        [one] { $count } hidden sheet.
       *[other] { $count } hidden sheets.
    }
    .fix = Show the hidden sheets or delete them before submitting.
KC111-rows = The workbook has hidden rows or columns on { $count ->
        [one] { $count } sheet
       *[other] { $count } sheets
    }; hidden cells are read all the same.
    .fix = Show the hidden rows and columns, or delete them, before submitting.
KC111-hidden = The document has hidden text in { $count ->
        [one] { $count } place
       *[other] { $count } places
    }; hidden text does not count.
    .fix = Unhide or delete this text and submit again.
KC111-deleted = The document still stores deleted text in { $count ->
        [one] { $count } place
       *[other] { $count } places
    } (tracked changes); deleted text does not count.
    .fix = Accept or reject all changes and submit the clean document.
KC112 = The document uses the old encoding { $encoding }; it was converted to Unicode to be read.
    .fix = Not required; better submit a version in a Unicode font (TCVN 6909:2001).
KC113 = The scan is too faint or its resolution too low; a person could hardly read it either (page { $pages }).
    .fix = Scan again at 200–300 dpi with enough light and submit again.

KC113-turned = The page lies turned (page { $pages }); it was turned back to be read.
    .fix = Turn the page upright and submit again, so that people can read it.
KC113-side-by-side = Two pages lie side by side on one sheet (page { $pages }); the left one was read first, then the right one. If each is a document of its own, it cannot be told to which a number, date or signer belongs.
    .fix = Scan each page by itself; put two documents into two files.

## KC2xx: form

KC208 = The name of the file says number { $claimed }, the document says { $found }.
    .fix = Check that this is the document meant; if so, mend the name of the file.

## KC3xx: evidence

KC302 = Missing: { $what }.
    .fix = Add the document to the folder of the criterion; if there is none, explain with grounds (number and date of a document, or figures with their source).
KC302-unread = Not found: { $what }. It may be in a file that could not be read: { $files }.{ $secret ->
        [yes] {" "}Or it is a secret document, which was not read: { $secret_files }.
       *[no] {""}
    }
    .fix = Open these files; if one is the document asked for, submit a version that can be read.{ $secret ->
        [yes] {" "}As for the secret one: do not submit it in the electronic folder; speak to the assessing body directly.
       *[no] {""}
    }
KC302-secret = Not found: { $what }. It may be a secret document, which was not read: { $files }.
    .fix = Do not submit a secret document in the electronic folder; ask the assessing body directly whether it is the one asked for.
KC302-alike = No document with such a title: { $what }. Could it be { $files }?
    .fix = Open the document named: if it is what is asked for, the assessor accepts it; if not, add the document or explain with grounds.
KC302-shown = Not there: { $what } (a kind of document that the rule pack proposes). { $files } states the result; the assessor decides whether that counts.
    .fix = Open the document named and look at the result; where needed, add the document that the rule pack proposes.
KC302-proposed = Not there: { $what } ({ -de-xuat }).
    .fix = Add it if there is one; if not, the assessor decides by what was submitted.
KC302-due = Not submitted yet: { $what }; due by { $due }{ $proposal ->
        [yes] {" "}(proposed)
       *[no] {""}
    }.
    .fix = Add it by { $due }.
KC303 = { $count ->
        [one] { $count } document
       *[other] { $count } documents
    } found, { $needed } asked for: { $what }.
    .fix = Add the documents that are missing.
KC303-unread = { $count } of { $needed } documents found: { $what }. The others may be among the files that were not read: { $files }.{ $secret ->
        [yes] {" "}Or it is a secret document, which was not read: { $secret_files }.
       *[no] {""}
    }
    .fix = Open these files; if they are what is asked for, submit a version that can be read.{ $secret ->
        [yes] {" "}As for the secret one: do not submit it in the electronic folder; speak to the assessing body directly.
       *[no] {""}
    }
KC303-secret = { $count } of { $needed } documents found: { $what }. The others may be secret documents, which were not read: { $files }.
    .fix = Do not submit a secret document in the electronic folder; ask the assessing body directly whether it is the one asked for.
KC303-alike = { $count } of { $needed } documents found by their titles: { $what }. Could it be { $files }?
    .fix = Open the document named: if it is what is asked for, the assessor accepts it; if not, add the documents that are missing.
KC304 = { $what }: no report for the { $period }.
    .fix = Add the report for this period; if there is none, explain with grounds.
KC304-unread = { $what }: no report found for the { $period }. It may be in a file that could not be read: { $files }.{ $secret ->
        [yes] {" "}Or it is a secret document, which was not read: { $secret_files }.
       *[no] {""}
    }
    .fix = Open these files; if one is the report asked for, submit a version that can be read.{ $secret ->
        [yes] {" "}As for the secret one: do not submit it in the electronic folder; speak to the assessing body directly.
       *[no] {""}
    }
KC304-secret = { $what }: no report found for the { $period }. It may be a secret document, which was not read: { $files }.
    .fix = Do not submit a secret document in the electronic folder; ask the assessing body directly whether it is the one asked for.
KC304-alike = { $what }: no report that says it is for the { $period }. Could it be { $files }?
    .fix = Open the document named: if it is the report of this period, the assessor accepts it; if not, add the report or explain with grounds.
KC304-shown = { $what }: no report for the { $period } (a kind of document that the rule pack proposes). { $files } states the result; the assessor decides whether that counts.
    .fix = Open the document named and look at the result; where needed, add the document that the rule pack proposes.
KC304-proposed = { $what }: no report for the { $period }; the rule pack proposes this period, the source does not name it.
    .fix = Compare with the reports that were due in that year; if this one was, add it or explain with grounds.
KC304-due = { $what }: no report yet for the { $period }; due by { $due }{ $proposal ->
        [yes] {" "}(proposed)
       *[no] {""}
    }.
    .fix = Add it by { $due }.
KC307 = Found outside the folder of criterion { $criterion }.
    .fix = Nothing must be done; it is better to put the document under its criterion or to enter it in manifest.csv.
KC308 = This document fits the item too; the verdict rests on “{ $speaks }”.
    .fix = Nothing must be done; if only one of them is right, take the other out of the submission.
KC308-fails = This document fits the item too, but does not fulfil all demands; the verdict rests on “{ $speaks }”. { $failures }
    .fix = Check which document is the evidence of this item; take the other out of the submission, or submit a version that fulfils the demands.

## KC4xx: content

KC404 = The workbook has { $count ->
        [one] { $count } formula
       *[other] { $count } formulas
    } without a stored result: other programs show blank cells there.
    .fix = Open the file in Excel, let it calculate, save it and submit it again.
KC408 = Day and month seem to be swapped in { $count ->
        [one] { $count } column
       *[other] { $count } columns
    } of the workbook: no date cell lies behind day 12, while all the text cells do.
    .fix = Check the dates of this column and enter them again as day/month/year.
KC409-sum = { $table ->
        [0] Row
       *[other] Table { $table } with figures: row
    } “{ $row }”, column “{ $head }” says { $printed }, the rows add up to { $computed }.
    .fix = Check the figures of this column and submit the table again.
KC409-percent = { $table ->
        [0] Row
       *[other] Table { $table } with figures: row
    } “{ $row }”, column “{ $head }” says { $printed }, the two columns give { $computed }%.
    .fix = Check numerator, denominator and percentage of the row and submit the table again.

## KC5xx: across documents

## KC6xx: explanations

KC601 = { $missing } There is an explanation, but it gives no grounds.
    .fix = Add the document, or give grounds in the explanation: number and date of a document, or figures with their source.
KC602 = { $missing } There is an explanation with grounds: { $found }; the assessor decides.
    .fix = The assessor looks at the explanation and its grounds; the agency had better submit the documents that it cites.
KC602-unread = { $missing } There is an explanation that could not be read; the assessor looks and decides.
    .fix = Submit an explanation that can be read.
KC603 = The explanation cites document { $number }, which is not in the submission.
    .fix = Submit document { $number } too.
