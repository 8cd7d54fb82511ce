#!/bin/sh
# Makes docs/images/report.png anew: the HTML report of the fixture batch, as a browser shows it. Needs Chromium.
set -eu
cd "$(dirname "$0")/.."
make demo >/dev/null
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
mkdir -p docs/images
chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update \
    --disable-sync --user-data-dir="$profile" --hide-scrollbars --window-size=1100,1450 \
    --screenshot=docs/images/report.png "file://$PWD/target/demo/report/report.html" >/dev/null 2>&1
ls -l docs/images/report.png
