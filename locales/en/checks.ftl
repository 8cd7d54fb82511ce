# What checks expect and find.

literal = { $text }
not-assigned = Not assigned
not-demanded = only proposed by the rule pack
nothing-to-judge = There is no submission to judge

what-numbered = { $what }, No. { $number } of { $date }
any-of = { $list } or { $last }
more-files = { $files } and { $count ->
        [one] { $count } other file
       *[other] { $count } other files
    }

expect-exact = { $number } of { $date }, issued by { $issuer }
expect-number = number { $number }
expect-title = a document of type { $types } whose abstract names { $phrases }
expect-grounds = an explanation with grounds: number and date of a document, or figures with their source

found-nothing = not found
found-date = on { $date }
found-interval = between { $from } and { $to }
found-grounds = { $documents }
found-grounds-figure = figures with a source

nearest-other-number = its number is { $found }
nearest-other-date = the right number, but issued { $found }
nearest-other-issuer = the right number, but issued by { $found }
nearest-other-type = its type is { $found }
nearest-other-period = its abstract is of another period: “{ $title }”
nearest-title = its abstract lacks { $phrases }
nearest-excluded = its abstract has “{ $phrase }”, another matter
nearest-words = nearest: “{ $quote }”

ocr-never = no character recognition (as asked)
ocr-none = no recognition engine was found: pages that are only pictures are “unclear”; install it with apt-get install tesseract-ocr tesseract-ocr-vie
ocr-engine = { $engine }

why-not-read = not read ({ $status })
why-sheet = a workbook, not an administrative document
why-explanation = an explanation
why-elsewhere = { $count ->
        [one] { $count } document elsewhere in the submission, which does not fit
       *[other] { $count } documents elsewhere in the submission, none of which fits
    }
why-no-number = has no number
