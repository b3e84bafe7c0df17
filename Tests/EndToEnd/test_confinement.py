"""What the program may still do once it runs, and what it starts may."""

import ctypes
import json
import os
import platform
import shutil
import stat
import struct
import subprocess
import unittest

from session import PROGRAM, ROOT, ProgramTest

POST = """---
title: {title}
start: 2031-05-06 18:00
url: https://fyr.example/
---
Kom och se.
"""
OWN = (".cache", ".config", ".local")
LANDLOCK_CREATE_RULESET = 444
SECCOMP = {"x86_64": 317, "aarch64": 277}.get(platform.machine())


def has_landlock():
    libc = ctypes.CDLL(None, use_errno=True)
    return libc.syscall(LANDLOCK_CREATE_RULESET, None, 0, 1) > 0


def take_away(*calls):
    """Has the kernel say from here on that it has none of these system calls (seccomp(2)), as an older one would."""
    load, equal, give = 0x20, 0x15, 0x06
    program = [(load, 0, 0, 0)]
    for call in calls:
        program += [(equal, 0, 1, call), (give, 0, 0, 0x00050000 | 38)]  # ENOSYS
    program.append((give, 0, 0, 0x7FFF0000))
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in program))
    filter = struct.pack("HxxxxxxP", len(program), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(38, 1, 0, 0, 0) != 0 or libc.prctl(22, 2, filter, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


def status_of(path):
    with open(path) as file:
        return dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)


@unittest.skipUnless(has_landlock(), "the kernel has no Landlock")
class Confinement(ProgramTest):
    def browse(self, *arguments, **more):
        self.post = self.write("posts/fyrdag.md", POST.format(title="Fyrdag"))
        session = self.start(*(arguments or (os.path.dirname(self.post),)), rows=35, columns=120, directory=self.home, **more)
        session.wait_selected("Fyrdag")
        return session

    def test_says_what_holds(self):
        out, _, status = self.run_program("config")
        self.assertRegex(out, r"confined +reads its sources only, .*\(Landlock \d+\); no network\n")
        self.assertEqual(status, 0)

    def test_every_thread_but_one_is_confined(self):
        session = self.browse()
        tasks = f"/proc/{session.process}/task"
        states = [status_of(f"{tasks}/{task}/status") for task in os.listdir(tasks)]
        confined = [(state["NoNewPrivs"], state["Seccomp"]) for state in states]
        self.assertEqual(confined.count(("0", "0")), 1)
        self.assertEqual(confined.count(("1", "2")), len(states) - 1)
        self.assertEqual(status_of(f"/proc/{session.process}/status")["NoNewPrivs"], "1")
        self.quit(session)

    def test_what_it_starts_is_not_confined_and_inherits_nothing(self):
        secret = self.write("elsewhere/secret", "told\n")
        report = os.path.join(self.home, "elsewhere/report")
        look = (
            f"{{ grep -E '^(NoNewPrivs|Seccomp):' /proc/self/status; cat '{secret}'; "
            f"for fd in /proc/$$/fd/*; do [ ! -e \"$fd\" ] || echo \"$fd\"; done; }} > '{report}.new' && mv '{report}.new' '{report}'"
        )
        for name in ("xdg-open", "xclip", "my-editor"):
            os.chmod(self.write(f"bin/{name}", f"#!/bin/sh\n{look}\n"), 0o755)
        session = self.browse(DISPLAY=":0", VISUAL="my-editor")
        for keys in ("o", "y", "e", f"|{look}\r"):
            session.type(keys)
            session.wait(lambda: os.path.exists(report), f"a report of {keys!r}")
            with open(report) as file:
                lines = file.read().split("\n")
            os.remove(report)
            self.assertEqual(lines[:3], ["NoNewPrivs:\t0", "Seccomp:\t0", "told"], keys)
            # The shell keeps a copy of the output that it turned elsewhere, from 10 on.
            descriptors = sorted(int(os.path.basename(line)) for line in lines[3:] if line)
            self.assertEqual([number for number in descriptors if number < 10], [0, 1, 2], keys)
        session.wait_for("Press a key to go on.")
        session.type(" ")
        session.wait_selected("Fyrdag")
        self.quit(session)

    def test_a_file_that_is_saved_by_another_name_first_is_still_read(self):
        self.write("posts/fyrdag.md", "")
        session = self.browse(os.path.join(self.home, "posts/fyrdag.md"))
        os.rename(self.write("new", POST.format(title="Fyrnatt")), self.post)
        session.wait_selected("Fyrnatt")
        self.quit(session)

    def test_a_source_that_is_made_anew_is_read_again(self):
        session = self.browse()
        shutil.rmtree(os.path.dirname(self.post))
        session.wait_gone("Fyrdag")
        self.write("posts/inner/fyrnatt.md", POST.format(title="Fyrnatt"))
        session.type("R")
        session.wait_selected("Fyrnatt")
        session.wait_for("Kom och se")
        self.quit(session)

    def elsewhere(self):
        """What is in the home but for the program's three folders, by its path."""
        found = {}
        for folder, folders, files in os.walk(self.home):
            folders[:] = {*folders} - {*OWN}
            for name in (*folders, *files):
                status = os.lstat(os.path.join(folder, name))
                found[os.path.join(folder, name)] = (status.st_mode, status.st_size, status.st_mtime_ns)
        return found

    def test_writes_in_its_own_folders_what_only_the_person_may_read(self):
        for number in range(600):
            self.write(f"many/{number}.md", POST.format(title=f"Fyrdag {number}"))
        self.post = self.write("posts/fyrdag.md", POST.format(title="Fyrdag"))
        os.mkdir(os.path.join(self.home, "tmp"))
        before = os.umask(0)
        self.addCleanup(os.umask, before)
        others = self.elsewhere()
        self.run_program("list", "-s", os.path.join(self.home, "many"))
        self.run_program("sources", "add", os.path.join(self.home, "many"))
        session = self.start(os.path.dirname(self.post), rows=35, columns=120, TMPDIR=os.path.join(self.home, "tmp"))
        session.wait_selected("Fyrdag")
        session.type("s-")
        session.wait_for("Starred 1")
        self.quit(session)
        self.assertEqual(self.elsewhere(), others)
        seen = set()
        for place in OWN:
            for folder, _, files in os.walk(os.path.join(self.home, place)):
                self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700, folder)
                for name in files:
                    path = os.path.join(folder, name)
                    self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600, path)
                    seen.add(name if "." not in name or "sqlite" in name else name.rpartition(".")[2])
        self.assertEqual(seen, {"index", "sources", "marks.sqlite", "layout"})


@unittest.skipUnless(SECCOMP, "the number of a system call is not known here")
class WithoutLandlock(ProgramTest):
    def run_without(self, calls, *arguments):
        done = subprocess.run(
            [PROGRAM, *arguments], capture_output=True, text=True, env=self.environment(), cwd=ROOT,
            preexec_fn=lambda: take_away(*calls))  # fmt: skip
        return done.stdout, done.stderr, done.returncode

    def test_an_older_kernel_is_told_of_and_all_works(self):
        for calls, words in (
            ([LANDLOCK_CREATE_RULESET], "the kernel has no Landlock: files are left to the program's own rules; no network"),
            ([LANDLOCK_CREATE_RULESET, SECCOMP], "rules; no filter of system calls"),
        ):
            out, err, status = self.run_without(calls, "config")
            self.assertIn(words, out)
            self.assertEqual((err, status), ("", 0))
            out, err, status = self.run_without(calls, "list", "-s", "seeds", "--json")
            self.assertEqual((len(json.loads(out)), err, status), (2, "", 0))


if __name__ == "__main__":
    unittest.main()
