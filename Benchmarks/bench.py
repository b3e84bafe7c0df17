"""Measures the release program beside its limits and beside other programs in the same run. Never fails: a figure that is
over its limit is marked, and noise is a reason to run again. Writes Benchmarks/results.json."""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "../Tests/EndToEnd")]

import posts
import session as harness

PROGRAM = harness.PROGRAM
POSTS = 10_000
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": tempfile.gettempdir(), "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC"}


def first_frame(program, arguments, text, runs=15):
    """Milliseconds until `text` stands on the screen: the median."""
    times = []
    for _ in range(runs):
        harness.PROGRAM = program
        start = time.perf_counter()
        session = harness.Session(arguments, 35, 120, ENVIRONMENT)
        session.wait_for(text)
        times.append((time.perf_counter() - start) * 1000)
        session.close()
    return statistics.median(times)


def keys(arguments, ready, script, runs=3):
    """Milliseconds from each key of `script` to the last byte drawn for it: the medians."""
    times = {key: [] for key, _ in script}
    for _ in range(runs):
        harness.PROGRAM = PROGRAM
        session = harness.Session(arguments, 35, 120, ENVIRONMENT)
        session.wait_for(ready)
        while session.read(0.3):
            pass
        for key, bytes_ in script:
            start = last = time.perf_counter()
            session.type(bytes_)
            while session.read(0.06):
                last = time.perf_counter()
            times[key].append((last - start) * 1000)
        session.close()
    return {key: statistics.median(values) for key, values in times.items()}


def whole(command, runs=5):
    """Milliseconds of wall and of processor time of a command as a whole: the medians."""
    walls, cpus = [], []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        walls.append((time.perf_counter() - start) * 1000)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpus.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000)
    return statistics.median(walls), statistics.median(cpus)


def main():
    results = []

    def report(name, value, limit=None, unit="ms"):
        ratio = f"{value / limit:6.2f} × {limit:g}" + ("" if value <= limit else "  over") if limit else ""
        print(f"{name:<56}{value:10.1f} {unit}  {ratio}", flush=True)
        results.append({"name": name, "value": round(value, 2), "unit": unit, "limit": limit})

    seeds = os.path.join(harness.ROOT, "seeds")
    news = os.path.join(seeds, "003_03ccb88e842af42e.txt")
    print(f"{'':56}{'median':>10}     × limit")
    floor = first_frame("/bin/echo", ["GovTech"], "GovTech")
    report("the harness alone (echo)", floor)
    report("first frame, the seeds", first_frame(PROGRAM, [seeds], "GovTech"), 30)
    less = shutil.which("less")
    if less:
        report("  less on one seed", first_frame(less, [news], "Publicerad"))

    folder = os.path.join(tempfile.gettempdir(), f"anslag-bench-{POSTS}")
    posts.make(folder, POSTS)
    report(f"first frame, {POSTS:,} posts", first_frame(PROGRAM, [folder], "▸", runs=5))
    everything = first_frame(PROGRAM, [folder], f"All {POSTS:,}", runs=5)
    report(f"all of {POSTS:,} posts", everything)
    files = [os.path.join(folder, name) for name in os.listdir(folder)]
    start = time.perf_counter()
    for file in files:
        with open(file, "rb") as handle:
            handle.read()
    report("  reading the same files, in this script", (time.perf_counter() - start) * 1000)
    wall, cpu = whole([PROGRAM, "list", "innovation", "-s", folder])
    report(f"list WORD of {POSTS:,} posts", wall)
    report("  its processor time", cpu)
    ripgrep = shutil.which("rg")
    if ripgrep:
        report("  rg WORD on the same files", whole([ripgrep, "-i", "innovation", folder])[0])
    script = [("j", "j"), ("page down", b"\x1b[6~"), ("/", "/"), ("i", "i"), ("in", "n"), ("inn", "n"), ("backspace", b"\x7f")]
    for key, value in keys([folder], f"All {POSTS:,}", script).items():
        report(f"key {key}, {POSTS:,} posts", value)
    with open(os.path.join(HERE, "results.json"), "w") as file:
        json.dump(results, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
