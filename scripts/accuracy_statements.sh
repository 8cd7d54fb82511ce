#!/bin/sh
# How many generated reports, and labelled ones where they are at hand, are decided right: none wrong, at least four of five
# decided.
# usage: accuracy_statements.sh BIN [CORPUS]
set -eu
bin=$1
corpus=${2:-../shared}
rules=tests/packs/statements
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
for seed in 1 2 3; do
  echo "Generated reports, seed $seed:"
  python3 tests/reports/make.py --seed "$seed" --count 1000 --out "$made/reports.tsv"
  python3 tests/reports/score.py --bin "$bin" --rules "$rules" --tsv "$made/reports.tsv" --least-met 80 --least-gap 80
done
labelled=$corpus/corpus/statements/dev.tsv
if [ -f "$labelled" ]; then
  echo "Labelled reports:"
  python3 tests/reports/score.py --bin "$bin" --rules "$rules" --tsv "$labelled" --least-met 75 --least-gap 70
else
  echo "No labelled reports at $labelled: skipped."
fi
