#!/bin/sh
# What a run costs with the release build: the fixture batch and, where they lie beside the project, real and hostile
# documents; each cold and from the cache. Prints files by status, CPU seconds and the largest process, and what
# recognition costs (bench_scans.py).
set -eu
cd "$(dirname "$0")/.."
bin=target/release/kiemchung
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() { # name root
    for turn in cold warm; do
        python3 - "$1" "$turn" "$bin" "$2" "$work/cache-$1" "$work/out-$1" <<'PY'
import collections, json, resource, subprocess, sys
name, turn, program, root, cache, out = sys.argv[1:]
done = subprocess.run([program, "check", root, "--rules", "dak-lak-2018", "--as-of", "2019-01-31", "--ocr", "never", "--format",
                       "json,html", "--quiet", "--cache", cache, "--out", out])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
report = json.load(open(out + "/report.json"))
timings = json.load(open(out + "/timings.json"))
status = collections.Counter(d["status"] for s in report["submissions"] for d in s["documents"])
print(f"{name:9} {turn}: exit {done.returncode}, {sum(status.values())} files {dict(sorted(status.items()))}, from cache {timings['from_cache']}, "
      f"CPU {used.ru_utime + used.ru_stime:.2f} s, largest process {used.ru_maxrss >> 10} MB")
PY
    done
}

measure fixtures fixtures/nop-2018
for part in vn peers; do
    if [ -d "../shared/corpus/$part" ]; then measure "$part" "../shared/corpus/$part"; else echo "$part: not beside the project, skipped"; fi
done
python3 scripts/bench_scans.py "$bin"
