#!/usr/bin/env python3
"""What a fresh build costs: CPU seconds of `make demo`, then of building the tests, in a clone of HEAD with a target folder of
its own; and the crates that were built twice (there should be none).

usage: build_cost.py
"""
import collections, os, re, resource, subprocess, sys, tempfile

CEILING = 350  # CPU seconds of make demo: what was reached, and a little for a busy machine


def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def libraries(target):
    """The crates in a target folder, once for each time that they were built."""
    names = (re.match(r"lib(.+)-[0-9a-f]{16}\.rmeta$", name) for name in os.listdir(target + "/debug/deps"))
    return collections.Counter(found[1] for found in names if found)


os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
print("== What a fresh build costs ==", flush=True)
with tempfile.TemporaryDirectory() as clone:
    subprocess.run(["git", "clone", "--quiet", "--local", ".", clone], check=True)
    env = {name: value for name, value in os.environ.items() if name != "CARGO_TARGET_DIR"}
    start = cpu()
    subprocess.run(["make", "-C", clone, "demo"], env=env, stdout=subprocess.DEVNULL, check=True)
    demo, before = cpu(), libraries(clone + "/target")
    subprocess.run(["cargo", "test", "--quiet", "--no-run"], cwd=clone, env=env, check=True)
    built, after = cpu(), libraries(clone + "/target")
again = sorted(name for name, count in after.items() if name in before and count > before[name] and name != "kiemchung")
print(f"make demo: CPU {demo - start:.0f} s, at most {CEILING} allowed; building the tests after it: CPU {built - demo:.0f} s")
print("crates that the tests built again:", ", ".join(again) if again else "none")
sys.exit(1 if again or demo - start > CEILING else 0)
