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
SIZES = [10_000, 100_000] + ([1_000_000] if os.environ.get("BENCH") == "big" else [])
GENERATOR = os.path.join(HERE, "../../shared/tools/gen.py")
# How much longer than reading the files alone it may take until all of them are in the list.
READING_LIMIT = 2.5
# Microseconds for the front matter of a post, in memory.
FRONT_MATTER_LIMIT = 4
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


def make_posts(count):
    """A folder of `count` posts: those of the common generator where it lies beside the checkout, else our own."""
    is_common = os.path.exists(GENERATOR)
    folder = os.path.join(tempfile.gettempdir(), f"anslag-bench-{count}-{'common' if is_common else 'own'}")
    if not is_common:
        posts.make(folder, count)
    elif not os.path.isdir(folder) or len(os.listdir(folder)) != count:
        subprocess.run([sys.executable, GENERATOR, "events", folder, str(count)], check=True, stdout=subprocess.DEVNULL)
    return folder


def walker():
    """The program that only reads files, built; None where there is no compiler."""
    program = os.path.join(tempfile.gettempdir(), "anslag-bench-walk")
    compiler = shutil.which("cc") or shutil.which("clang") or shutil.which("gcc")
    if not compiler:
        return None
    subprocess.run([compiler, "-O2", "-o", program, os.path.join(HERE, "walk.c"), "-lpthread"], check=True)
    return program


def reading(folder):
    """What understanding costs in memory, in microseconds a post, by name."""
    package = os.path.join(HERE, "Reading")
    command = ["swift", "run", "-c", "release", "--package-path", package, "reading", folder]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    return {name: float(value) for name, value in (line.split("\t") for line in output.splitlines())}


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

    walk, ripgrep = walker(), shutil.which("rg")
    for count in SIZES:
        folder = make_posts(count)
        runs = 5 if count < 1_000_000 else 1
        alone = min(whole([walk, folder], 1)[0] for _ in range(runs)) if walk else None
        report(f"first frame, {count:,} posts", first_frame(PROGRAM, [folder], "▸", runs))
        everything = min(first_frame(PROGRAM, [folder], f"All {count:,}", 1) for _ in range(runs))
        report(f"all of {count:,} posts in the list", everything, alone and READING_LIMIT * alone)
        if alone:
            report("  walking the folder and reading its files, no more", alone)
        wall, cpu = whole([PROGRAM, "list", "innovation", "-s", folder], min(runs, 3))
        report(f"list WORD of {count:,} posts", wall)
        report("  its processor time", cpu)
        if ripgrep:
            report("  rg WORD on the same files", whole([ripgrep, "-i", "innovation", folder], min(runs, 3))[0])

    folder = make_posts(SIZES[0])
    for name, value in reading(folder).items():
        report(f"in memory: {name}", value, FRONT_MATTER_LIMIT if "front matter" in name else None, "µs")
    script = [("j", "j"), ("page down", b"\x1b[6~"), ("/", "/"), ("i", "i"), ("in", "n"), ("inn", "n"), ("backspace", b"\x7f")]
    for key, value in keys([folder], f"All {SIZES[0]:,}", script).items():
        report(f"key {key}, {SIZES[0]:,} posts", value)
    with open(os.path.join(HERE, "results.json"), "w") as file:
        json.dump(results, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
