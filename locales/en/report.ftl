# Words of the reports themselves.

report-title = Pre-check of evidence
report-agency = Agency
report-criterion = Criterion
report-evidence = Evidence asked for
report-verdict = Verdict
report-findings = To look at
report-findings-of = { $name }: { $count ->
        [one] { $count } point to look at
       *[other] { $count } points to look at
    }
report-infos = More information
report-no-findings = Nothing to look at.
report-proofs = Proof of what is met
report-documents = Documents submitted
report-unused = used for no item
report-expected = Expected
report-found = Found
report-where = Place
report-clause = Clause
report-fix = What to do
report-quote = Quote
report-crop = Picture
report-nearest = Nearest
report-searched = Searched: { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }, { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }{ $unreadable ->
        [0] {""}
        [one] ; { $unreadable } document could not be read
       *[other] ; { $unreadable } documents could not be read
    }
report-related = See also
report-open = Open
report-item = Item
report-file = File
report-status = Status
report-number = Number and symbol
report-date = Date
report-issuer = Issuer
report-used-by = Used for
report-pages = Pages
report-roll-up = The whole province (best verdict of each item)
report-matrix = Summary
report-no-folder = Files outside agency folders
report-whole-folder = The submission as a whole
report-proposal = proposed by the rule pack
report-sourced = source document
report-proposed = proposed
report-basis = Basis of the demand
report-open-for = Why unclear
report-on-proposals = on proposals alone
report-todo-proposed = Only proposed by the rule pack, not demanded by the source; the assessor decides:
report-proposals = The rule pack proposes demands that its source does not state; alone they make no gap. { $rows } verdicts are unclear on proposals alone (marked *), { $questions } questions and { $remarks } remarks rest on proposals.
report-not-official = This rule pack is not an official table of criteria; what is marked “proposed” is not in the source document.
report-rules = Rule pack
report-source = Source
report-as-of = As of
report-layout = Layout of the folder
report-layout-single = one submission
report-layout-batch = each sub-folder is an agency
report-ocr = Character recognition
report-limits = Limits for a document
report-limits-value = { $memory } MB of memory, { $seconds } seconds, { $pages } pages, { $cells } cells
sandbox-full = separate reading processes without files, network and further processes; memory and time limited
sandbox-calls = separate reading processes without system calls for files, network and further processes; memory and time limited
sandbox-memory = separate reading processes, memory and time limited
sandbox-time = separate reading processes, time limited
report-sandbox = Isolation
report-made-by = Tool
report-legend = What the verdicts mean
report-counts = { $met } met · { $gap } gap · { $unclear } unclear{ $proposed ->
        [0] {""}
       *[other] {" "}({ $proposed } of them on proposals alone)
    } · { $not_applicable } not applicable
report-total = { $agencies ->
        [one] { $agencies } agency
       *[other] { $agencies } agencies
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }
report-secret = { $count ->
        [one] { $count } document stamped secret lies
       *[other] { $count } documents stamped secret lie
    } in the submission: { $files }. The content was not read.
report-place-page = page { $page }
report-place-paragraph = paragraph { $paragraph }
report-place-cell = sheet “{ $sheet }”, cell { $cell }
report-place-table-cell = table, cell { $cell }
report-written = Report written:
report-more = and { $count ->
        [one] { $count } more point
       *[other] { $count } more points
    } for information (see the report)
report-severity = Severity
report-code = Code
report-message = Message
report-id = Finding id
report-type = Type
report-abstract = Abstract
report-check = Check
report-criterion-name = Name of the criterion
report-item-verdict = Verdict of the item
report-handling = For the assessor
report-ready = Ready
report-folder = Folder
report-note = Note
report-rules-hash = Hash of the rule pack
report-unsure = { $value } (not certain)

report-ready-of = { $met }/{ $owed } criteria
report-items-of = { $met }/{ $owed } items met
report-unused-files = Files used for no item
report-no-unused = Every file is used for at least one item.
report-search = Search (accents not needed)
report-all = all
report-everything = Everything
report-clear = Clear the filter
report-keys = Keys: / search · j k next, previous finding · 1 … 5 change the view · Esc clear the filter
report-none-fit = No row fits the filter.
report-lines = rows fit
report-views = Parts of the report
report-by-criterion = By criterion
report-todo = Still to be sent
report-todo-means = Each row is a document that is missing, wrong or unclear, with what to do.
report-todo-none = Nothing is left to send.
report-todo-what = Why, and what to do
report-accept = Can be accepted at once
report-accept-means = The criterion is met with proof for every item, without errors, questions or warnings.
report-accept-none = No row can be accepted at once yet.
report-accept-count = { $count } of { $total } rows (agency and criterion) can be accepted at once.
report-accept-look = Met, but with warnings: look, then accept
report-accept-notes = Note
report-to-top = Back to the top

handling-accept = Accept at once
handling-look = Look at the warnings, then accept
handling-decide = A person must look
handling-send = To be supplied
handling-nothing = Nothing to submit

sheet-summary = Summary
sheet-findings = Findings
sheet-documents = Documents
sheet-criteria = Criteria
sheet-proofs = Proofs
sheet-words = Words
sheet-run = Run

report-open-points = { $count ->
        [one] { $count } point to look at
       *[other] { $count } points to look at
    }
report-accept-documents = { $items ->
        [one] { $items } item
       *[other] { $items } items
    }, { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }
report-accept-noted = { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }

verdict-met = Met
verdict-gap = Gap
verdict-unclear = Unclear
verdict-not_applicable = Not applicable
verdict-waived = Waived

verdict-met-means = the evidence is there, with proof
verdict-gap-means = missing, or not what is asked for
verdict-unclear-means = not read or not decided, a person must look; this is not “missing”
verdict-not_applicable-means = not in the part assigned to the agency

severity-error = Error
severity-question = Question
severity-warning = Warning
severity-info = Information

status-ok = read
status-partial = read in part
status-scan = scan
status-secret = secret
status-password = has a password
status-unsupported = not supported
status-malformed = damaged
status-limit = too large
status-timeout = took too long
status-crashed = reader failed
status-empty = empty
status-skipped = skipped

check-explanation = explanation

explain-means = What it means
explain-why = Why it matters
explain-example = Example
explain-fix = How to mend it
explain-title-periods = whose abstract is about the period: { $periods }
explain-without = whose abstract does not name { $phrases }
explain-count = { $count } documents
explain-periods = one document for each period: { $periods }{ $proposal ->
        [yes] {" "}(proposal)
       *[no] {""}
    }
explain-every-document = Every document that is used

docs-title = Finding codes and criteria
docs-severities = Severities
docs-codes = Finding codes

report-words = Words that were not understood
report-words-means = A sentence with a figure holds this word, so the row is a question. If the word does not change the result, a line in the vocabulary.toml of the rule pack settles it for all; the next run reads no document again. `kiemchung rules words` prints the lines.
report-words-word = Word
report-words-asked-by = Asked by
report-words-rows = Rows
report-words-agencies = Agencies
report-words-documents = Documents
report-words-sentence = A sentence with it
report-words-counts = { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $agencies ->
        [one] { $agencies } agency
       *[other] { $agencies } agencies
    }, { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }
report-words-more = and { $count ->
        [one] { $count } more word
       *[other] { $count } more words
    } (see the report)

words-added = Words that the pack adds (vocabulary.toml)
words-none = none
words-asked = Words that the last run did not understand
words-paste = Put such a line into words = [ … ] under the class that fits, then run check again; leave out a word that does change the result.
words-run-again = The vocabulary settles all of them; run check again.
words-classes = Classes that take words:
words-class-done = says by itself that something was completed: hoàn thành, xong
words-class-weak = a verb that does not say that anything was completed: triển khai, chỉ đạo
words-class-manner = how something was done: nghiêm túc, kịp thời
words-class-lead = opens a reason or circumstance: nhờ, thực hiện
words-class-praise = stands beside a result and does not change it: xuất sắc
words-class-filler = says nothing of what is counted: số, việc, kết quả
words-class-assigned = says where the counted things come from: được giao, đề ra
words-class-total = introduces the whole: tổng số, gồm
words-class-deed = other words for a deed that a measure names, such as [deed."tập huấn"]
words-class-noun = other words for what a measure counts, such as [noun."nhiệm vụ"]
words-class-body = other names of a kind of agency
words-class-field = other names of a field of administration
