#!/usr/bin/env python3
"""Kills a run at random moments and starts it again: each time report.json must be that of an undisturbed run. Says too what
a second run over the same cache costs.

usage: kills.py PROGRAM ROOT [TURNS]
"""
import os, random, resource, subprocess, sys, tempfile, time

program, root = os.path.abspath(sys.argv[1]), sys.argv[2]
turns = int(sys.argv[3]) if len(sys.argv) > 3 else 20


def command(folder):
    return [program, "check", root, "--rules", "dak-lak-2018", "--as-of", "2019-01-31", "--ocr", "never", "--format", "json", "--quiet",
            "--exit-zero", "--cache", os.path.join(folder, "cache"), "--out", os.path.join(folder, "out")]


def run(folder):
    """The report of a run, its seconds of wall clock and of CPU."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    subprocess.run(command(folder), check=True)
    wall, after = time.time() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return open(os.path.join(folder, "out", "report.json"), "rb").read(), wall, used


with tempfile.TemporaryDirectory() as folder:
    undisturbed, wall, cold = run(folder)
    again, _, warm = run(folder)
    print(f"cold {cold:.2f} s, warm {warm:.2f} s of CPU: {100 * warm / cold:.1f} % (5 wanted), the same report: {again == undisturbed}")
same = 0
for turn in range(turns):
    with tempfile.TemporaryDirectory() as folder:
        killed = subprocess.Popen(command(folder))
        time.sleep(random.uniform(0, wall))
        killed.kill()
        killed.wait()
        same += run(folder)[0] == undisturbed
print(f"killed and started again {turns} times: the same report {same} times")
sys.exit(same != turns)
