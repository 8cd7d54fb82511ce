### Thresholds.

check-threshold = threshold

expect-threshold = { $what }: at least { $at_least }%{ $proposal ->
        [yes] {" "}(proposed way of counting)
       *[no] {""}
    }
found-ratio = { $part }/{ $whole } = { $percent }%
found-parts = { $part }/{ $whole }
found-percent = { $percent }%
found-no-ratio = no result found
found-several = { $values }
found-left = { $left } not done
found-below = { $percent }% not reached

KC402 = { $what }: { $found }, below { $at_least }%.
    .fix = Check the figures; if more has been done since, submit the updated report.
KC403-unread = { $what }: one passage is too long or holds too many figures to be told apart into sentences, so nothing is decided; a person must read it.
    .fix = Break the passage into sentences or rows of a table and submit it again, or name the page that has the result.
KC403-none = { $what }: no sentence or row plainly states the figure of this measure.
    .fix = State numerator, denominator and ratio in the report, or name the page that has the figures.
KC403-target = { $what }: only a target, what is not done or figures of another year were found, no result.
    .fix = State the result (numerator, denominator, ratio) in the report.
KC403-words = { $what }: the document states figures, but these words were not understood: { $words }.
    .fix = Look at the sentence quoted; if it proves the result, add the words to the vocabulary.toml of the rule pack and run again.
KC403-several = { $what }: the document states several results that differ ({ $values }).
    .fix = Look at the places quoted and confirm the right figure.
KC403-denied = { $what }: the document states { $found }, and also that something was not reached: “{ $quote }”.
    .fix = Look at the two quoted places and confirm the right figure.
KC403-part = { $what }: only figures of a part were found (of one office, field, place or time of the year: { $values }), no result for the whole.
    .fix = State the result of the whole year (part, total, ratio), or name the page that has it.
KC403-all = { $what }: the document states { $found }; that may be only what the plan had chosen, not the total.
    .fix = State the total of agencies and units as the denominator; the assessor can run it again with --facts.
KC405 = { $what }: { $found }; the denominator is the document's own and has not been verified.
    .fix = Nothing must be done. The list that proves the denominator can be submitted; an assessor who wants to compare runs again with the known figure (--facts).
KC406 = { $what }: the document prints { $printed }%, its figures give { $found }.
    .fix = Correct the percentage or the figures in the report.
KC407 = { $what }: the denominator is { $whole } in the document and { $fact } according to { $source }; with { $fact } the result is { $found }.
    .fix = Compare the denominator with the assessor's source.
KC407-over = { $what }: { $part } are done according to the document, more than the total of { $fact } according to { $source }; the ratio cannot be determined.
    .fix = Compare the numerator in the document with the assessor's total; one of the two is wrong.

explain-KC402 = Threshold not reached
    .means = The ratio found in the documents is below what the item asks for. Where numerator and denominator are given, the program computes the ratio itself.
    .why = With a result below the threshold the criterion is not fulfilled. The 2018 plan of Đắk Lắk province, for instance, sets out to inspect at least 30% of agencies.
    .example = The notice of department A says that 8/35 agencies were inspected, which is 22.9%; 30% is asked for.
    .fix = Check whether the figures are complete and current; if a later document updates the result, add it. If the ratio really is low, explain; do not change figures in an issued document.

explain-KC403 = Ratio not determined
    .means = The documents state no result; only a target or figures of another year; only the result of a part (an agency, a field, a place, a quarter); a result and beside it what was not done; a total that may not be the total that must be done; a figure beside words that the program does not understand; or several results that differ. The program does not choose, so the verdict is “unclear”, not a gap.
    .why = A target is not a result, and figures that contradict each other need the assessor.
    .example = The report of commune B says “hoàn thành 18/20 nhiệm vụ” on page 2 and “19/20 nhiệm vụ” in its annex.
    .fix = Submit a document that says how many out of how many were done. It must be the result of the whole year. If there are several figures, explain which is right and why. Words that were not understood are settled by whoever keeps the rule pack: a line in its vocabulary.toml, for all agencies at once (`kiemchung rules words`).

explain-KC405 = Denominator not verified
    .means = The ratio rests on the total (denominator) that the document itself states, or on its printed percentage; the assessor gave no figure to compare. The verdict does not change.
    .why = If the total leaves something out, the ratio is higher than it really is.
    .example = The report says “đã kiểm tra 14/35 cơ quan”; no source confirms that there are 35.
    .fix = Nothing must be done. If there is one, submit the list of agencies or tasks that proves the total. An assessor who wants to compare puts the known figure into a table and runs again with --facts.

explain-KC406 = Printed percentage does not follow
    .means = The percentage in the document does not agree with the numerator and denominator beside it. The program uses these two, not the printed percentage.
    .why = Figures that do not agree make a report less credible and lead to questions.
    .example = The report of commune B says “hoàn thành 19/20 nhiệm vụ, đạt 100%”; it is 95%.
    .fix = Compare with the original figures. If an issued document is wrong, ask its issuer to correct or replace it, and submit that document too.

explain-KC407 = Denominator differs from the assessor's
    .means = The total (denominator) in the document is not the one that the assessor knows. The ratio is computed with the assessor's; if even the numerator is larger than that, the verdict is “unclear”.
    .why = Another total gives another ratio, which may turn met into a gap or the other way round.
    .example = The report says that 12/38 agencies were inspected, the assessor's list has 41.
    .fix = Check at which time the total was taken and which units it holds. If the agency's figure is right, submit the list or document that proves it, and explain.
