#!/usr/bin/env python3
"""Memory of a run by its number of documents: the fixtures multiplied to 800, 3,200 and 9,600 documents, cold and from the
cache. Prints the largest sum over all processes and fails above the ceilings.

    scripts/bench_memory.py PROGRAM [DOCUMENTS…]
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
# Documents of one copy of the fixtures; ceiling for the largest batch, MB; how much more than the smallest it may take.
PER_COPY, CEILING, RATIO = 51, 400, 1.4


def held_by(group: int) -> int:
    """Bytes that the processes of a group hold, shared pages counted once."""
    held = 0
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            if os.getpgid(int(entry)) == group:
                with open(f"/proc/{entry}/smaps_rollup") as rollup:
                    held += next(int(line.split()[1]) << 10 for line in rollup if line.startswith("Pss:"))
        except (OSError, StopIteration):
            pass
    return held


def measure(command: list[str]) -> tuple[int, float]:
    """The most that a command and its children held, in bytes, and how long it took."""
    began, most = time.monotonic(), 0
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while running.poll() is None:
        most = max(most, held_by(running.pid))
        time.sleep(0.1)
    if running.returncode not in (0, 1):
        sys.exit(f"exit {running.returncode}: {' '.join(command)}")
    return most, time.monotonic() - began


def main() -> None:
    program = sys.argv[1]
    sizes = [int(size) for size in sys.argv[2:]] or [800, 3200, 9600]
    most = {}
    with tempfile.TemporaryDirectory() as work:
        for size in sizes:
            root, out = f"{work}/{size}", f"{work}/out-{size}"
            subprocess.run([sys.executable, HERE / "multiply.py", str(round(size / PER_COPY)), root], check=True)
            command = [program, "check", root, "--rules", "dak-lak-2018", "--as-of", "2019-01-31", "--ocr", "never", "--quiet",
                       "--format", "json,xlsx,csv", "--cache", f"{work}/cache-{size}", "--out", out, "--exit-zero"]
            for turn in ("cold", "warm"):
                held, took = measure(command)
                report = json.load(open(f"{out}/report.json"))
                documents = sum(len(submission["documents"]) for submission in report["submissions"])
                most[size] = max(most.get(size, 0), held)
                print(f"{documents:6} documents, {len(report['submissions']):4} agencies, {turn}: {held >> 20:5} MB, {took:6.1f} s", flush=True)
                del report
    first, last = most[sizes[0]], most[sizes[-1]]
    print(f"{last / first:.2f} x the smallest")
    if (last >> 20) > CEILING or last / first > RATIO:
        sys.exit(f"above the ceiling of {CEILING} MB or {RATIO} x")


if __name__ == "__main__":
    main()
