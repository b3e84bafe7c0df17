"""Measures the release program beside its limits and beside other programs in the same run: the rows of docs/performance.md. Never
fails: a figure over its bound is marked, and noise is a reason to run again. Writes Benchmarks/results.json.

BENCH=big adds 1,000,000 posts; BENCH=small leaves out 100,000. `--write` puts the table into docs/performance.md."""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import posts
from rows import Report
from terminal import Terminal

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PROGRAM = os.environ.get("ANSLAG", os.path.join(ROOT, ".build/release/anslag"))
GENERATOR = os.path.join(ROOT, "../shared/tools/gen.py")
MODE = os.environ.get("BENCH", "")
SIZES = [1_000, 10_000] + ([100_000] if MODE != "small" else []) + ([1_000_000] if MODE == "big" else [])
PLACE = os.path.join(tempfile.gettempdir(), "anslag-bench")
DOWN, PAGE, BACK = b"\x1b[B", b"\x1b[6~", b"\x7f"
WORD = "innov"


class Home:
    """A home where nothing is remembered yet: caches and state of its own."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="home-", dir=PLACE)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": self.path,
            "XDG_CACHE_HOME": os.path.join(self.path, "cache"),
            "XDG_STATE_HOME": os.path.join(self.path, "state"),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "SWIFT_BACKTRACE": "enable=no",
        }

    def remembers(self):
        """Whether the program has left an index there."""
        return any(name.endswith(".index") for _, _, names in os.walk(self.path) for name in names)

    def close(self):
        shutil.rmtree(self.path, ignore_errors=True)


def folder_of(count):
    """A folder of `count` posts: those of the common generator where it lies beside the checkout, else our own."""
    folder = os.path.join(PLACE, f"{count}-{'common' if os.path.exists(GENERATOR) else 'own'}")
    if not os.path.exists(GENERATOR):
        posts.make(folder, count)
    elif not os.path.isdir(folder) or len(os.listdir(folder)) != count:
        subprocess.run([sys.executable, GENERATOR, "events", folder, str(count)], check=True, stdout=subprocess.DEVNULL)
    return folder


def bare_folder_of(count):
    """A folder of `count` posts that have a title, a place and a day, and no text."""
    folder = os.path.join(PLACE, f"{count}-bare")
    posts.make(folder, count, has_text=False)
    return folder


def built(name, *options):
    """One of the programs that do only what the machine asks for; None where there is no compiler."""
    compiler = shutil.which("cc") or shutil.which("clang") or shutil.which("gcc")
    program = os.path.join(PLACE, name)
    if compiler:
        source = os.path.join(HERE, "limits", name + ".c")
        subprocess.run([compiler, "-O2", "-o", program, source, *options], check=True, stderr=subprocess.DEVNULL)
    return program if compiler else None


def whole(command, environment=None, runs=3):
    """Milliseconds of a command as a whole: the median."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def first_frame(command, text, environment=None, runs=5):
    """Milliseconds from the start until `text` stands on the screen: the median. Each run has a home of its own, unless an
    environment says where things are remembered."""
    times = []
    for _ in range(runs):
        home = Home()
        terminal = Terminal(command, environment or home.environment)
        times.append(terminal.start(text).seen)
        terminal.close()
        home.close()
    return statistics.median(time for time in times if time)


def drop_from_memory(folder):
    """Lets the kernel forget what the files hold."""
    with os.scandir(folder) as entries:
        for entry in entries:
            descriptor = os.open(entry.path, os.O_RDONLY)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)


class Keys:
    """One session with a folder that is all in the list, and what its keys cost."""

    def __init__(self, command, ready, environment):
        self.terminal = Terminal(command, environment)
        self.terminal.start(ready)
        self.terminal.settle(time.monotonic(), 0)

    def medians(self, keys, count):
        """The median answer to so many presses. Those that moved nothing, at the end of a list, are not counted."""
        answers = [self.terminal.press(keys) for _ in range(count)]
        answers = [answer for answer in answers if answer.size]
        if not answers:
            sys.exit(f"{keys!r} moved nothing: the list is too short to be measured")
        return {
            name: statistics.median(getattr(answer, name) or 0 for answer in answers)
            for name in ("first", "last", "cpu", "size")
        }


def measure_starts(report, folders, screen, walk):
    home = Home()
    limit = screen and first_frame([screen], "help", runs=15)
    seeds = os.path.join(ROOT, "seeds")
    less = shutil.which("less")
    peer = less and first_frame([less, os.path.join(seeds, "003_03ccb88e842af42e.txt")], "Publicerad", runs=15)
    report.add(1, first_frame([PROGRAM, seeds], "help", runs=15), None, limit, "the seeds", less_on_one=peer)
    report.add(1, first_frame([PROGRAM, folders[1_000]], "All 1,000", runs=9), 1_000, limit)
    for number, size in ((2, 10_000), (3, 100_000)):
        if size in folders:
            report.add(number, first_frame([PROGRAM, folders[size]], "help"), size, limit)
    ripgrep = shutil.which("rg")
    for size, folder in list(folders.items())[1:]:
        runs = 5 if size < 1_000_000 else 1
        alone = walk and min(whole([walk, folder], runs=1) for _ in range(runs))
        peer = ripgrep and whole([ripgrep, "-i", "zzzq", folder])
        report.add(5, first_frame([PROGRAM, folder], f"All {size:,}", runs=runs), size, alone, rg=peer)
        if size == 100_000:
            drop_from_memory(folder)
            cold = first_frame([PROGRAM, folder], f"All {size:,}", runs=1)
            drop_from_memory(folder)
            report.add(6, cold, size, walk and whole([walk, folder], runs=1))
        measure_remembered(report, folder, size, limit)
    home.close()


def measure_remembered(report, folder, size, limit):
    home = Home()
    terminal = Terminal([PROGRAM, folder], home.environment)
    terminal.start(f"All {size:,}")
    end = time.monotonic() + 20
    while not home.remembers() and time.monotonic() < end:
        terminal.settle(time.monotonic(), 0)
        time.sleep(0.05)
    terminal.press(b"Q")
    terminal.close()
    if home.remembers():
        report.add(4, first_frame([PROGRAM, folder], f"All {size:,}", home.environment), size, limit)
        terminal = Terminal([PROGRAM, folder], home.environment)
        report.add(7, terminal.start(f"All {size:,}").cpu, size)
        terminal.close()
    else:
        print("    (nothing is remembered: rows 4 and 7 are left out)")
    home.close()


def measure_keys(report, folder, size, screen):
    home = Home()
    session = Keys([PROGRAM, folder], f"All {size:,}", home.environment)
    limit = {}
    if screen:
        smallest = Keys([screen], "help", home.environment)
        limit = {"row": smallest.medians(b"j", 30), "page": smallest.medians(b" ", 10)}
        smallest.terminal.close()
    less = {}
    if shutil.which("less"):
        text = os.path.join(PLACE, "lines.txt")
        with open(text, "w") as file:
            file.writelines(f"2031-01-01  Öppna data {number}: nyckeltal för kommuner\n" for number in range(size))
        pager = Keys(["less", text], "Öppna data 9", home.environment)
        less = {"row": pager.medians(b"j", 30), "page": pager.medians(b" ", 10)}
        pager.terminal.close()

    def beside(kind, name):
        return {"limit": limit.get(kind, {}).get(name), "less": less.get(kind, {}).get(name)}

    session.terminal.press(b"g")
    row = session.medians(DOWN, 40)
    report.add(13, row["cpu"], size, **beside("row", "cpu"))
    report.add(14, row["size"], size, **beside("row", "size"))
    report.add(15, session.medians(PAGE, 10)["cpu"], size, **beside("page", "cpu"))
    report.add(16, session.terminal.press(DOWN * 200).cpu, size)
    session.terminal.resize(30, 100)
    report.add(17, session.terminal.resize(35, 120).cpu, size)
    # Without the detail, from the same row on: the document is read all the same, so this is what laying out and drawing costs.
    session.terminal.press(b"p")
    session.terminal.press(b"g")
    report.add(21, row["cpu"] - session.medians(DOWN, 40)["cpu"], size)
    session.terminal.press(b"p")
    session.terminal.press(b"/")
    times = [session.terminal.press(letter.encode()).last for letter in WORD]
    if size >= 100_000:
        report.add(10, statistics.median(times), size, note="median of " + WORD)
    report.add(12, statistics.median(session.terminal.press(BACK).cpu for _ in WORD), size)
    session.terminal.close()
    home.close()


def measure_filter(report, number, size):
    home = Home()
    session = Keys([PROGRAM, bare_folder_of(size)], f"All {size:,}", home.environment)
    session.terminal.press(b"/")
    times = [session.terminal.press(letter.encode()).last for letter in "meetup"]
    report.add(number, statistics.median(times), size, note="median of meetup")
    session.terminal.close()
    home.close()


def measure_memory(report, folders, size):
    held = {}
    for count in (1_000, size):
        home = Home()
        terminal = Terminal([PROGRAM, folders[count]], home.environment)
        terminal.start(f"All {count:,}")
        terminal.settle(time.monotonic(), 0)
        held[count] = terminal.memory()
        terminal.close()
        home.close()
    text = sum(entry.stat().st_size for entry in os.scandir(folders[size]))
    more = held[size] - held[1_000]
    report.add(22, more / (size - 1_000), size, note="its text held")
    report.add(23, more / text, size)
    print(f"    ({held[1_000] / 1e6:.0f} MB at 1,000, {held[size] / 1e6:.0f} MB at {size:,} of {text / 1e6:.0f} MB)")


def measure_commands(report, folder, size):
    ripgrep = shutil.which("rg")
    home = Home()
    found = subprocess.run(
        [PROGRAM, "list", "--ndjson", WORD, "-s", folder], env=home.environment, stdout=subprocess.PIPE
    ).stdout.splitlines()
    for note in ("nothing remembered", "remembered"):
        fresh = note == "nothing remembered"

        def command(*arguments):
            if not fresh:
                return whole([PROGRAM, *arguments, "-s", folder], home.environment)
            other = Home()
            value = whole([PROGRAM, *arguments, "-s", folder], other.environment, runs=1)
            other.close()
            return value

        if not fresh and not home.remembers():
            break
        report.add(24, command("list", "--json"), size, note=note)
        peer = ripgrep and whole([ripgrep, "-i", WORD, folder])
        report.add(25, command("list", "--json", WORD), size, note=note, rg=peer)
        if found:
            report.add(26, command("show", "--json", json.loads(found[0])["id"]), size, note=note)
    home.close()


def measure_understanding(report, folder):
    """What understanding costs in memory, in microseconds a post."""
    package = os.path.join(HERE, "Reading")
    command = ["swift", "run", "-c", "release", "--package-path", package, "reading", folder]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    for name, value in (line.split("\t") for line in output.splitlines()):
        if "front matter" in name:
            report.add(18, float(value))
        else:
            print(f"    {name}: {float(value):.1f} µs")


def main():
    os.makedirs(PLACE, exist_ok=True)
    walk, screen = built("walk", "-lpthread"), built("screen", "-lncursesw", "-ltinfo")
    folders = {size: folder_of(size) for size in SIZES}
    report = Report()
    measure_starts(report, folders, screen, walk)
    for size, folder in folders.items():
        measure_keys(report, folder, size, screen)
    for number, size in ((8, 100_000), (9, 1_000_000)):
        if size in folders:
            measure_filter(report, number, size)
    if 100_000 in folders:
        measure_memory(report, folders, 100_000)
        measure_commands(report, folders[100_000], 100_000)
    measure_understanding(report, folders[10_000])
    with open(os.path.join(HERE, "results.json"), "w") as file:
        json.dump(report.results, file, indent=2, ensure_ascii=False)
        file.write("\n")
    if "--write" in sys.argv:
        write_table(report.table())


def write_table(table):
    """Puts a table between the marks of docs/performance.md."""
    path = os.path.join(ROOT, "docs/performance.md")
    with open(path) as file:
        before, _, rest = file.read().partition("<!-- table -->\n")
    _, _, after = rest.partition("<!-- end of table -->")
    with open(path, "w") as file:
        file.write(f"{before}<!-- table -->\n{table}\n<!-- end of table -->{after}")


if __name__ == "__main__":
    main()
