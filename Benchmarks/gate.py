"""Holds what noise cannot move: the instructions that an item costs `list`, and how they grow. Fails where an item costs a tenth
more than Benchmarks/instructions.json says, or the second half of a folder more than the first. `--update` writes the file anew.
Does nothing where valgrind is not installed, and counts without judging an item on another processor than it was stored for."""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile

import posts

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.environ.get("ANSLAG", os.path.join(HERE, "../.build/release/anslag"))
STORED = os.path.join(HERE, "instructions.json")
MARGIN = 1.1
GROWTH = 1.05


def instructions(program, place, count):
    """How many the program executes to look for a word through `count` posts."""
    folder = os.path.join(place, str(count))
    posts.make(folder, count)
    environment = {"PATH": os.environ["PATH"], "HOME": os.path.join(place, f"home-{count}"), "LANG": "C.UTF-8", "TZ": "UTC"}
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, "list", "zzzq", "-s", folder]
    words = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True).stderr
    counted = re.search(r"Collected : (\d+)", words)
    if not counted:
        sys.exit(f"valgrind counted nothing:\n{words}")
    return int(counted[1])


def main():
    if not shutil.which("valgrind") or not shutil.which("objcopy"):
        print("no valgrind or no objcopy here: instructions are not counted")
        return
    with tempfile.TemporaryDirectory(prefix="anslag-gate-") as place:
        program = os.path.join(place, "anslag")
        # This valgrind cannot read the debugging information of every compiler.
        subprocess.run(["objcopy", "--strip-debug", PROGRAM, program], check=True)
        counts = {count: instructions(program, place, count) for count in (1_000, 2_000, 4_000)}
    item = (counts[2_000] - counts[1_000]) / 1_000
    growth = (counts[4_000] - counts[2_000]) / 2_000 / item
    if "--update" in sys.argv:
        with open(STORED, "w") as file:
            json.dump({"processor": platform.machine(), "an item of a list": round(item)}, file, indent=2)
            file.write("\n")
    with open(STORED) as file:
        known = json.load(file)
    stored = known["an item of a list"]
    print(f"an item of a list: {item:,.0f} instructions ({item / stored:.3f} of what is stored); growth {growth:.3f}")
    if known["processor"] == platform.machine() and item > stored * MARGIN:
        sys.exit(f"an item costs more than {MARGIN} of what it did: {stored:,}")
    if growth > GROWTH:
        sys.exit(f"an item costs more the more there are: more than {GROWTH}")


if __name__ == "__main__":
    main()
