### Explanations of every finding code, verdict and severity.
### A code has four parts: what it means (means), why it matters (why), an example (example), how to mend it (fix).
### Examples are invented. Names of regulations appear only with a source; a defect of form does not by itself cost points.

## Verdicts

explain-verdict-met = Met
    .means = The evidence was found and everything checked is as asked for; the report shows the proof.
explain-verdict-gap = Gap
    .means = All that had to be read was read, and evidence is missing or is not what is asked for.
explain-verdict-unclear = Unclear
    .means = There is not enough to decide, mostly because a file or a place could not be read. Unreadable is not missing: the item is no gap, and a person must look.
explain-verdict-not_applicable = Not applicable
    .means = The item is not assigned to this agency, or there is nothing to check; it counts neither as met nor as a gap.
explain-verdict-waived = Waived
    .means = The assessor has decided to disregard this gap; it stays in the report.

## Severities

explain-severity-error = Error
    .means = Makes the item a gap; evidence must be added or replaced.
explain-severity-question = Question
    .means = Makes the item unclear; a person must open the document and decide. It does not count against the agency.
explain-severity-warning = Warning
    .means = Changes no verdict by itself, but is worth mending so that the submission is clear.
explain-severity-info = Information
    .means = Changes no verdict; it is there so that the reader knows.

## KC0xx: intake of folders and files

explain-KC001 = File under no criterion
    .means = Neither the name of the file nor those of its folders carry the code of a criterion, manifest.csv does not name the file, and no item uses it as evidence.
    .why = A document whose criterion is not known is easily overlooked. No regulation says how folders are to be named, so this is only a warning.
    .example = The file “tai-lieu/thong-bao-truc-tet.pdf” lies outside all criterion folders and no item needs it.
    .fix = Move the file into the folder of its criterion, or put the code of the criterion in front of its name. If it is no evidence, take it out of the submission.

explain-KC002 = Empty folder
    .means = The folder has a name but no file in it.
    .why = The assessor cannot tell whether the agency has no document or forgot to copy it. An empty folder proves nothing.
    .example = The folder “S5 - Sáng kiến” of commune B was made in advance and never filled.
    .fix = Copy the evidence into the folder. If there is none, write an explanation with grounds; if the criterion is not assigned to you, delete the folder.

explain-KC003 = The agency submitted nothing
    .means = agencies.csv lists the agency, but there is no folder for it, or the folder holds no file. Every item assigned to the agency is a gap.
    .why = Without evidence there is nothing to score the assigned part on. The report names the agency so that none is forgotten.
    .example = The list has department A with the folder “so-a”, but there is no “so-a” in the batch.
    .fix = Submit the evidence for the assigned items. If it was submitted, check that the folder has the name that the list gives.

explain-KC004 = Folder not in the list of agencies
    .means = There is a folder (or there are files outside the agencies' folders) that agencies.csv does not list. It is checked, but against all criteria, since what is assigned to it is not known.
    .why = Without the assigned part the result may name as missing what other agencies must supply.
    .example = The list says “phong-tu-phap”, the folder submitted is “phong-tu-phap-moi”.
    .fix = Rename the folder to match the list, or ask whoever keeps agencies.csv to add the agency and its part.

explain-KC005 = A link to another place, not opened
    .means = This is no file but a link to a file or folder elsewhere. For safety, links are not followed. Missing documents may lie behind it, so the item is “unclear”, not a gap.
    .why = When the folder is copied to another computer the link mostly leads nowhere, and the assessor cannot open the document.
    .example = “S2/bao-cao-nam.pdf” is a link to the private drive of a computer in the agency.
    .fix = Copy the file itself into the folder in place of the link.

explain-KC006 = Not permitted or not possible to open
    .means = The system does not let this file or folder be read, mostly for lack of permission or because of a disk error. What is in it was not seen, which does not mean that it is not there: an item that may need it is “unclear”, not a gap.
    .why = Documents in it have no part in the result.
    .example = The folder “S3” was made by somebody else, who alone may open it.
    .fix = Grant permission to read the folder, or copy the files again from where the originals are kept, then check again.

explain-KC007 = Two files with the same content
    .means = The file is identical with another file of the same submission, though the names may differ.
    .why = One document submitted twice does not become two pieces of evidence. Duplicates are also to be removed when a file of records is closed (Nghị định 30/2020/NĐ-CP, điều 29, khoản 4).
    .example = “Kế hoạch tuyên truyền.docx” and “Kế hoạch tuyên truyền (bản 2).docx” are one file.
    .fix = Check whether the wrong file was copied, then remove one. If a document serves several criteria, keep one copy and enter those criteria in manifest.csv.

explain-KC008 = A document stamped secret
    .means = The folder holds a document with a stamp of secrecy (MẬT, TỐI MẬT or TUYỆT MẬT). Reading stops and no content is printed; if an item needs the document, it is “unclear”, not a gap.
    .why = Secret documents must be kept as the law on state secrets demands, not together with ordinary evidence.
    .example = The report of commune B on assigned tasks bears the stamp MẬT below its number and symbol.
    .fix = Tell the person in charge of state secrets in the agency at once, and remove the document as the law demands. Ask the appraising body how else the item can be proven.

explain-KC009 = Wrong row in the manifest
    .means = manifest.csv has a row with a file that does not exist or a criterion that the pack does not have, or the whole manifest cannot be read. Wrong rows are left out.
    .why = The document that the row meant may not be put under its criterion. A manifest is the agency's own word and replaces no document.
    .example = Line 4 says “tai-lieu/BC quy III.pdf”, but the folder has no such file.
    .fix = Correct the file name or code in the row named, and submit the file if it is missing. The manifest needs at least the columns “tiêu chí” and “tệp”.

explain-KC010 = The ending of the name does not fit the content
    .means = The ending of the name says one format, the content is another. The program reads by content, so the result does not suffer.
    .why = An assessor who opens the file may get an error and take it for damaged.
    .example = The file “Quyet dinh 15.pdf” is a Word document that was renamed.
    .fix = Correct the ending, or open the file in a word processor and export it to PDF.

explain-KC011 = A manifest.csv or agencies.csv that is not used
    .means = The folder holds a file named like a table that the program reads, but this one is not used: two files differ only in case; or an agencies.csv lies in a folder that was read as the submission of one agency; or the list of agencies was given by --agencies.
    .why = Whoever made the table may think that it counts.
    .example = A folder holds the sub-folders “S1” and “S2” and an agencies.csv; it is read as the submission of one agency.
    .fix = Keep one table. If the folder is that of several agencies, run with --layout batch.

## KC1xx: reading documents

explain-KC101 = Password
    .means = The file opens only with a password and was not read. Unreadable is not missing: an item that may need the file is “unclear”.
    .why = What the assessor cannot open proves nothing.
    .example = “QD 40 kem ke hoach.pdf” asks for a password.
    .fix = Remove the password, save the file and submit it again. Do not put the password into the file name or the folder.

explain-KC102 = Damaged file
    .means = The file is faulty, cut off or not of its format and was not read. An item that may need it is “unclear”, not a gap.
    .why = A file that is damaged here mostly does not open on the assessor's computer either.
    .example = The upload of “Bao cao khac phuc.pdf” was interrupted and only half of it is there.
    .fix = Try to open the original; if it opens, copy or upload it again. If the original is damaged too, scan the paper again or export the document again from the document system.

explain-KC103 = Scan without text
    .means = The pages are photographs or scans without text. Unreadable is not missing: number, date and signature may all be on the picture, so the item is “unclear”.
    .why = The assessor can look at it, but has to open every such file, which takes time and lets things slip.
    .example = “scan0001.pdf” is a scan of 3 pages of department A's notice on the result of an inspection.
    .fix = Submit the electronic original with its digital signature if there is one, or scan again and recognise the text. Scan straight, in colour, at 200 dpi or more (the quality that Annex I of Nghị định 30/2020/NĐ-CP names for electronic copies of paper).

explain-KC104 = Format that is not read
    .means = The file is of a kind that the program does not read, such as a compressed folder, mail or slides. Its content was not seen; if it may hold the document asked for, the item is “unclear”.
    .why = Evidence inside such a file may not be counted.
    .example = Commune B submits “ho-so-S3.rar” with five documents inside.
    .fix = Unpack compressed folders, take the attachments out of mail, and submit each document as PDF, Word or Excel.

explain-KC105 = Reading took too long
    .means = Reading the file went beyond the time allowed and was stopped. Its content was not seen, which does not mean that it is missing.
    .why = An item that may need the file is “unclear” until somebody has looked.
    .example = A drawing attached to a report of department A has hundreds of thousands of lines.
    .fix = Split the file into single documents, or export a simpler PDF. If that is not possible, ask the assessor to open the file.

explain-KC106 = The reader failed
    .means = The reader stopped abruptly at this file; other files are checked as usual. Its content was not seen, which does not mean that it is missing.
    .why = Such a file is mostly built in an unusual way. An item that may need it is “unclear”.
    .example = A PDF made by an old program stops the reader half-way.
    .fix = Open the file, save it or export it to PDF, and submit it again. If it still fails, ask the assessor to open the file.

explain-KC107 = File too large
    .means = The file is above the limit for size, pages or cells and was not read. Its content was not seen, which does not mean that it is missing.
    .why = An item that may need the file is “unclear” until somebody has looked.
    .example = Department A put all documents of the year into one very heavy scan.
    .fix = Split it into single documents, or scan it again with a smaller size. Submit only the documents that the criteria need.

explain-KC108 = Empty file
    .means = The file has a name but no content. It is not taken as evidence.
    .why = A file name proves nothing. An item that rests on this file alone is missing its evidence.
    .example = “bao-cao-quy-II.pdf” has 0 bytes because its upload failed.
    .fix = Copy or upload the original again, and open it before you submit.

explain-KC109 = The text of the file is not what the page shows
    .means = The text stored in the file differs from what is seen on the page, or characters have lost their code. The text may be wrong, so nothing is asserted on it.
    .why = A number, date or issuer read from such text may be wrong; a person must look at the page.
    .example = A scan of commune B has a badly recognised layer: the page says “Số: 27/BC-UBND”, the file “5ố: Z7/8C-UBNO”.
    .fix = Submit the electronic original with its digital signature, or export the PDF again from the editable file. If there is only paper, scan it again more clearly.

explain-KC110 = Read in part
    .means = Some pages or sheets could not be read (scans, damage, limits), or of a scan only head and signature have been recognised; the others were read. What was not found may be on those, and the verdict is then “unclear”, not a gap.
    .why = The assessor must look at the unread pages.
    .example = A report of 12 pages has text, but pages 5 and 6 are a scanned annex.
    .fix = Look at the pages named; if they are scans, replace them with an electronic original or a clearer scan. Split a file that goes beyond the limits. If they prove nothing for the criterion, or only the head of a scan was recognised, they can stay.

explain-KC111 = Hidden content
    .means = The file has hidden sheets, hidden text (also white text on white and covered text of a PDF), or deleted text that is still stored as a tracked change. Somebody who opens the file does not see these parts.
    .why = Hidden parts are hard to accept as evidence, since the assessor does not see them, and they may disclose what was not meant to be sent.
    .example = The tracking table of department A has a hidden sheet “nháp” with figures that differ from the main sheet.
    .fix = Show what is needed, delete what is not, accept or reject all changes. Then save and submit the clean file.

explain-KC112 = Document in an old encoding
    .means = The document was typed in a font from before Unicode (TCVN3, VNI, VISCII or VPS). The tool recognised the encoding by the content and converted it to Unicode to read it; the file itself is unchanged.
    .why = A computer without that font shows wrong letters. Electronic documents of state agencies use the character set TCVN 6909:2001 (Unicode).
    .example = A decision of department A typed in .VnTime, which comes out as “QuyÕt ®Þnh” when copied.
    .fix = Nothing is needed for the document to be considered. Use a Unicode font such as Times New Roman for new documents.

explain-KC113 = Page of a scan that is hard to read, turned, or two on one sheet
    .means = The picture of the page has a very low resolution, or its letters are so faint that recognition read hardly any; a person would most likely not read it either. The code also names pages that were scanned turned (they were turned back to be read) and sheets with two pages side by side: the left page is read first, and if they are two documents, nobody can tell which number, date and signer belong to which.
    .why = Evidence that cannot be read proves nothing, and confirming it by eye costs much time.
    .example = A report of department A was photographed with a telephone and shrunk to 60 dpi.
    .fix = Scan the paper again, page by page, upright, at 200–300 dpi, or submit the electronic original.

## KC2xx: form of the document

explain-KC208 = The name of the file contradicts the number on the document
    .means = The printed number on the scan is read well and differs from the one in the name of the file. The number on the document counts; the name of a file is only a claim.
    .why = A wrong name is often the sign of a wrong document.
    .example = The file “1507-QD-UBND.pdf” holds Quyết định số 1570/QĐ-UBND.
    .fix = Open the file to see whether the right document was submitted, then mend its name or replace it.

## KC3xx: evidence

explain-KC302 = Evidence missing
    .means = The whole submission was searched and the document asked for was not found; the report names the nearest one, if there is one. While an unread file may be that document, the verdict is “unclear”: unreadable is not missing. If it is not yet due, the report says when it is. A document of the right type, agency and year in the folder of the criterion that no item uses is asked about instead: a title only helps to find a document. So it is where the rule pack only proposes this kind of document and another one shows the result.
    .why = Where evidence is missing, the agency must explain how its points were determined (guide to self-assessment under Quyết định 4361/QĐ-BNV).
    .example = The item asks for Quyết định 1507/QĐ-UBND; the folder has only Quyết định 1570/QĐ-UBND with the same abstract.
    .fix = Look at the nearest document to see whether it was submitted by mistake, then add the right one. Replace files that cannot be read. If there is no document, write an explanation with grounds.

explain-KC303 = Too few documents
    .means = There are documents as asked for, but fewer than the item demands. While an unread file may be one of those missing, the verdict is “unclear”, not a gap.
    .why = With fewer documents than asked for the criterion is not fully proven.
    .example = The item asks for two inspection minutes, commune B submitted one.
    .fix = Add further documents up to the number asked for, not the same one again. If there are no more, write an explanation with grounds.

explain-KC304 = No document for a period
    .means = The item asks for documents period by period (first quarter, 6 months, third quarter, year), and one period has none. While an unread file may be the document of that period, the verdict is “unclear”, not a gap. What the rule pack only proposes ends as a question or a remark, never as a gap.
    .why = Periodic reports must be complete. Criterion 1.2.1 of Cà Mau for 2013 (Quyết định 1880/QĐ-UBND), for instance, gives points only if all reports are there and in time.
    .example = Department A submitted the reports of the first quarter, of 6 months and of the year, but not of the third quarter.
    .fix = Add the report of the period named. If it was submitted, check that its abstract names period and year, such as “quý III năm 2024”.

explain-KC307 = Found outside the folder of its criterion
    .means = The document is as asked for, but lies in the folder of another criterion or outside all of them. It counts.
    .why = An assessor who goes by folders may not find it.
    .example = The decision that criterion S1 needs lies in folder S4.
    .fix = Move the file into its folder. If a document serves several criteria, enter them in manifest.csv.

explain-KC308 = Several documents fit one item
    .means = Beside the document that the verdict rests on another one fits the item. A document in the folder of the criterion whose title is that of this item alone is taken before one of another item. What the other one fails in is said; the verdict does not change.
    .why = An assessor must know which document the verdict rests on, and no failing document may go unseen.
    .example = The folder of department A holds two annual reports: one in time, and one signed four months later.
    .fix = Keep the right document. If the later one replaces the earlier, say so in an explanation.

## KC4xx: content and figures

explain-KC404 = Formula without a stored result
    .means = Some cells hold a formula but the file does not store what it gives, so their figures could not be read. A cell that was not read is not 0.
    .why = The figures of these cells could not be held against the ratio.
    .example = Another program exported the tracking table of department A; the cell “Tổng cộng” has only a formula.
    .fix = Open the file in a spreadsheet program, let it calculate, save it and submit it again. A PDF of the table beside it helps too.

explain-KC408 = Day and month seem to be swapped
    .means = In a column no date cell has a day above 12, while the days above 12 stand in text cells. That is the sign of Excel having taken day/month for month/day on entry.
    .why = The 5th of March may have become the 3rd of May, which spoils every comparison with a deadline.
    .example = Column “Ngày ban hành” of department A: date cells say 03/5/2018, text cells say 25/03/2018 and 13/03/2018.
    .fix = Compare with the documents, set the column to day/month/year and enter the swapped dates again.

explain-KC409 = Table that does not add up
    .means = In a table of the file (Excel, Word or PDF), a total is not the sum of its rows, or a percentage is not numerator by denominator of its row. Named only where no reading makes the table right: columns that have no sum (averages, stocks, bodies that take part several times) and rates of another figure are passed over.
    .why = The assessor cannot tell which figure to believe; a ratio that is held against a threshold may be wrong too.
    .example = The column “Đã kiểm tra” has 12 and 30, but the row “Tổng cộng” says 41.
    .fix = Check each figure of the table, correct it and submit the file again.

## KC5xx: across documents

## KC6xx: explanations

explain-KC601 = Explanation without grounds
    .means = Missing evidence is explained, but the explanation names no document (number and date) and no figures with a source. The item stays a gap.
    .why = An explanation must be objective and well-founded (for instance the 2018 plan of Đắk Lắk province, Mục I.2, điểm d).
    .example = Commune B writes: “Do nhiều việc nên chưa làm được báo cáo.”
    .fix = Write it again with number, symbol, date and issuer of the documents that it rests on, or with figures and their source. Submit these documents too.

explain-KC602 = Explained: the assessor decides
    .means = Evidence is missing, but an explanation gives grounds, or there is an explanation that could not be read. The item is “unclear” so that the assessor considers it; an explanation alone never makes an item met. If the item has other errors, it stays a gap.
    .why = Missing evidence may be explained, but whether to accept that is for the assessor to say.
    .example = Department A explains: “Việc này thực hiện theo Công văn số 45/SA-VP ngày 12/3/2024 của Sở A”.
    .fix = Submit every document that the explanation names, and say on which page. If the explanation is a scan, submit a Word file or a PDF with text too.

explain-KC603 = Document cited in an explanation is not in the folder
    .means = The explanation names a document by number and date, but none of the files that were read is that document. It may be in a file that could not be read.
    .why = The assessor must see the document itself to decide.
    .example = The explanation names Công văn số 1620/SA-VP of 27/11/2024, which was not submitted.
    .fix = Add the document to the folder. If number or symbol are wrong, correct the explanation.

## KC9xx: rule packs (for their authors)

explain-KC901 = A rule file has a wrong shape
    .means = A file of the rule pack is not TOML, lacks something required or has something unknown. No document has been checked; this is no mistake of an agency.
    .why = A wrong pack can lead to wrong verdicts, so the program stops and shows the line.
    .example = In “S2.toml”, line 12, the quotation mark at the end of a name is missing.
    .fix = Open the file at the line shown, correct it and run again. The bundled packs show how rules are written.

explain-KC902 = A value in a rule makes no sense
    .means = The rule file has the right shape but a value that means nothing: a day that does not exist, an unknown type of document, a threshold not above 0 and up to 100, a time that ends before it begins. This is no mistake of an agency.
    .why = Rules with such values let things slip or accuse wrongly, so the program stops before checking.
    .example = A type of document is written “qđ”; it must be “QĐ”.
    .fix = Correct the value in the line shown, as the hint beside it says, and run again.

explain-KC903 = A name in a rule leads nowhere
    .means = The rule pack uses a name that does not exist, gives a name twice, declares what is not used, or lacks a required part such as pack.toml. This is no mistake of an agency.
    .why = With a wrong name a demand would go unchecked and nobody would know, so the program stops.
    .example = pack.toml lists the criterion “S7”, but no file has the code “S7”.
    .fix = Correct the name in the line shown, add what is missing, or delete the mention.
