"""What goes wrong around the program: disks, homes, clocks, limits, other programs. It says so, loses nothing and answers keys."""

import os
import random
import resource
import select
import shutil
import signal
import sqlite3
import subprocess
import threading
import unittest

from session import PATIENCE, PROGRAM, ProgramTest

POSTS = os.path.abspath(os.path.join(os.path.dirname(__file__), "../AnslagTests/Posts"))
TODAY = ("--today", "2020-11-22")


class Faults(ProgramTest):
    def browse(self, source=POSTS, **more):
        session = self.start(source, *TODAY, **{"rows": 35, "columns": 120, **more})
        session.wait_for("Öppna data")
        return session

    def answers(self, session):
        """Keys do what they do."""
        session.type("?")
        session.wait_for("type to find a key")
        session.type(b"\x1b")
        session.wait_gone("type to find a key")

    def database(self, home=None):
        return os.path.join(home or self.home, ".local/state/anslag/marks.sqlite")

    def starred(self, home=None):
        database = sqlite3.connect(self.database(home))
        try:
            return database.execute("SELECT count(*) FROM mark WHERE starred").fetchone()[0]
        finally:
            database.close()

    def small_disk(self):
        """A home on a disk of its own that can be filled and locked; the test is skipped where that is not allowed."""
        disk = os.path.join(self.home, "disk")
        os.mkdir(disk)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk], capture_output=True)
        if done.returncode != 0:
            self.skipTest("no file system may be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", disk])
        return disk

    def fill(self, disk):
        path = os.path.join(disk, "filler")
        with open(path, "wb", buffering=0) as file:
            try:
                while file.write(b"x" * 4096):
                    pass
            except OSError:
                return path


class Disks(Faults):
    def test_a_full_disk_is_told_and_what_was_marked_is_kept_when_there_is_room(self):
        disk = self.small_disk()
        filler = self.fill(disk)
        session = self.browse(HOME=disk)
        session.type("s")
        session.wait_for("Marks are not saved (")
        self.assertTrue("disk is full" in session.screen.text or "No space left" in session.screen.text, session.screen.text)
        session.wait_for("★ Tue 24")
        self.answers(session)
        os.remove(filler)
        session.type("j")
        self.quit(session)
        self.assertEqual(self.starred(disk), 1)

    def test_a_file_that_cannot_be_saved_is_told(self):
        disk = self.small_disk()
        self.fill(disk)
        session = self.browse(HOME=disk, directory=disk)
        session.type("w")
        session.wait_for("No space left on device")
        self.answers(session)
        self.quit(session)
        self.assertEqual([name for name in os.listdir(disk) if name.endswith(".txt")], [])

    def test_a_full_disk_changes_nothing_of_what_is_read(self):
        disk = self.small_disk()
        for number in range(600):
            self.write(f"posts/{number}.md", f"---\ntitle: Möte {number}\nstart: 2031-03-04\n---\n")
        self.fill(disk)
        out, err, status = self.run_program("list", "-s", os.path.join(self.home, "posts"), HOME=disk)
        self.assertEqual((len(out.splitlines()), err, status), (600, "", 0))

    def test_a_read_only_home_is_told_and_what_was_marked_is_kept_when_it_is_not(self):
        disk = self.small_disk()
        session = self.browse(HOME=disk)
        session.type("s")
        session.wait_for("Starred 1")
        self.quit(session)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        session = self.browse(HOME=disk)
        session.wait_for("Starred 1")
        session.type("js")
        session.wait_for("Marks are not saved (")
        session.wait_for("Starred 2")
        self.answers(session)
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        session.type("k")
        self.quit(session)
        self.assertEqual(self.starred(disk), 2)

    def test_files_that_may_not_grow_are_told(self):
        session = self.browse(limits=[(resource.RLIMIT_FSIZE, 0)])
        session.type("s")
        session.wait_for("Marks are not saved (File too large)")
        session.wait_for("★ Tue 24")
        self.answers(session)
        session.type("Q")
        self.assertEqual(session.wait_end(), 0)
        session.wait_for("One mark was lost")


class Homes(Faults):
    def test_a_home_that_is_none_is_told(self):
        odd = os.path.join(self.home, "ho\x1b]0;title\x07me")
        os.mkdir(odd)
        for home in ("/etc/passwd", "/dev/null/x", "/" + "x" * 5000, odd):
            session = self.browse(HOME=home)
            session.type("s")
            session.wait_for("★ Tue 24")
            self.answers(session)
            self.quit(session)

    def test_a_damaged_layout_is_as_none(self):
        whole = None
        for content in (None, b"", b"\x1b[2J\x9b\xff\0" * 40, b"divider " + b"9" * 500 + b"\n", b"x" * (1 << 20), "folder"):
            shutil.rmtree(os.path.join(self.home, ".local"), ignore_errors=True)
            if content == "folder":
                os.makedirs(os.path.join(self.home, ".local/state/anslag/layout"))
            elif content is not None:
                self.write(".local/state/anslag/layout", content)
            session = self.browse()
            session.wait_for("9 items")
            whole = whole or session.screen.text
            self.assertEqual(session.screen.text, whole)
            self.quit(session)


class Marks(Faults):
    def marked(self):
        session = self.browse()
        session.type("sjs")
        session.wait_for("Starred 2")
        self.quit(session)
        with open(self.database(), "rb") as file:
            return file.read()

    def test_a_file_of_marks_that_is_half_there_is_set_aside_and_told(self):
        whole = self.marked()
        for part in (whole[: len(whole) // 2 + 7], whole[:100]):
            with open(self.database(), "wb") as file:
                file.write(part)
            session = self.browse()
            session.wait_for("damaged; it is kept as")
            self.answers(session)
            self.quit(session)
            # What was set aside is what was there.
            (aside,) = [name for name in os.listdir(os.path.dirname(self.database())) if name.endswith(".damaged.sqlite")]
            path = os.path.join(os.path.dirname(self.database()), aside)
            with open(path, "rb") as file:
                self.assertEqual(file.read(), part)
            os.remove(path)

    def test_a_log_that_is_not_of_this_file_does_no_harm(self):
        self.marked()
        self.write(".local/state/anslag/marks.sqlite-wal", b"\x37\x7f\x06\x82" + b"\0" * 5000)
        session = self.browse()
        session.wait_for("Starred 2")
        self.quit(session)
        self.assertEqual(self.starred(), 2)

    def test_a_file_of_marks_that_is_held_is_waited_for(self):
        self.marked()
        holder = sqlite3.connect(self.database(), isolation_level=None)
        self.addCleanup(holder.close)
        holder.execute("BEGIN IMMEDIATE")
        session = self.browse()
        session.wait_for("Starred 2")
        session.type("jjs")
        session.wait_for("Marks are saved when another program lets go of")
        session.wait_for("Starred 3")
        self.answers(session)
        holder.execute("ROLLBACK")
        self.quit(session)
        self.assertEqual(self.starred(), 3)

    def test_a_folder_of_marks_that_is_removed_comes_back_with_them(self):
        session = self.browse()
        session.type("s")
        session.wait_for("Starred 1")
        shutil.rmtree(os.path.join(self.home, ".local"))
        session.type("js")
        session.wait_for("Starred 2")
        self.quit(session)
        self.assertEqual(self.starred(), 2)


class Files(Faults):
    def test_files_that_change_and_vanish_while_they_are_read(self):
        folder = os.path.join(self.home, "posts")
        chance = random.Random(7)

        def post(number, size=0):
            self.write(f"posts/{number // 50}/{number}.md", f"---\ntitle: Möte {number}\nstart: 2031-03-04\n---\n" + "Text. " * size)

        for number in range(600):
            post(number)
        session = self.start(folder, "--today", "2031-01-01", rows=24, columns=80)
        is_over = threading.Event()

        def churn():
            while not is_over.is_set():
                number = chance.randrange(600)
                path = os.path.join(folder, str(number // 50), f"{number}.md")
                try:
                    kind = chance.randrange(6)
                    if kind == 0:
                        os.remove(path)
                    elif kind == 1:
                        os.truncate(path, chance.randrange(30))
                    elif kind == 2:
                        os.rename(path, path + ".new.md")
                    elif kind == 3:
                        post(number, 200)
                    elif kind == 4:
                        os.rename(os.path.dirname(path), os.path.dirname(path) + "-moved")
                    else:
                        os.remove(path)
                        os.symlink("/etc/passwd", path)
                except OSError:
                    pass

        worker = threading.Thread(target=churn)
        worker.start()
        try:
            for _ in range(3):
                out, _, status = self.run_program("list", "-s", folder)
                self.assertIn(status, (0, 3))
                self.assertNotIn("root:", out)
                session.type("jjkG")
                session.read(0.05)
        finally:
            is_over.set()
            worker.join()
        shutil.rmtree(folder)
        for number in range(40):
            post(number)
        session.type("R")
        session.wait_for("All 40")
        self.assertEqual(len(self.run_program("list", "-s", folder)[0].splitlines()), 40)
        self.quit(session)

    def test_what_is_remembered_may_be_cut_short_while_it_is_shown(self):
        for number in range(600):
            path = self.write(f"posts/{number}.md", f"---\ntitle: Möte {number}\nstart: 2031-03-04\n---\nText {number}.\n")
            os.utime(path, (1_600_000_000, 1_600_000_000))
        folder = os.path.join(self.home, "posts")
        self.run_program("list", "-s", folder)
        session = self.start(folder, "--today", "2031-01-01", rows=24, columns=80)
        session.wait_for("600 items")
        cache = os.path.join(self.home, ".cache/anslag")
        (index,) = os.listdir(cache)
        os.truncate(os.path.join(cache, index), 0)
        session.type("/text 599\r")
        session.wait_for("text 599")
        session.type("jk")
        session.type(b"\x1b")
        session.wait_gone("text 599")
        self.answers(session)
        self.quit(session)
        self.assertEqual(len(self.run_program("list", "-s", folder)[0].splitlines()), 600)


class Clocks(Faults):
    def test_a_zone_that_is_none_is_taken_for_utc(self):
        expected = self.run_program("list", "-s", POSTS, TZ="UTC")
        for zone in ("", "Nowhere/None", ":/no/such", ":/etc/passwd", "\x1b]0;title\x07", "x" * 5000, "AAA-99:99:99", "../../etc/passwd"):
            self.assertEqual(self.run_program("list", "-s", POSTS, TZ=zone), expected, zone[:40])

    def test_any_day_may_be_today(self):
        for day in ("0001-01-01", "1969-12-31", "2038-01-20", "9999-12-31"):
            out, err, status = self.run_program("list", "-s", POSTS, "--today", day)
            self.assertEqual((len(out.splitlines()), err, status), (9, "", 0))


class Limits(Faults):
    def test_few_descriptors_are_told_or_enough(self):
        for limit in (*range(4, 16), 20, 24):
            session = self.start(POSTS, *TODAY, limits=[(resource.RLIMIT_NOFILE, limit)])
            session.wait(lambda: session.status is not None or " items" in session.screen.text or "open files" in session.screen.text, "a word")
            if session.status is None:
                session.type("jQ")
            if session.wait_end() != 0:
                self.assertEqual(os.waitstatus_to_exitcode(session.status), 3, limit)
                self.assertIn("anslag: ", session.screen.text)
            self.assertEqual(session.terminal_faults(), [], limit)

    def test_descriptors_that_run_out_later_are_told(self):
        arguments = self.stand_in("xdg-open")
        session = self.browse()
        before = resource.prlimit(session.process, resource.RLIMIT_NOFILE)
        resource.prlimit(session.process, resource.RLIMIT_NOFILE, (3, before[1]))
        session.type("s")
        session.wait_for("Marks are not saved (Too many open files)")
        session.wait_for("★ Tue 24")
        self.answers(session)
        session.type("w")
        session.wait_for("Too many open files")
        resource.prlimit(session.process, resource.RLIMIT_NOFILE, before)
        session.type("o")
        self.assertEqual(len(arguments()), 1)
        self.quit(session)
        self.assertEqual(self.starred(), 1)

    def test_where_memory_is_small_what_fits_is_shown_the_rest_is_named_and_the_marks_are_kept(self):
        session = self.browse()
        session.type("s")
        session.wait_for("Starred 1")
        self.quit(session)
        for number in range(2000):
            self.write(f"posts/{number}.md", f"---\ntitle: Möte {number}\nstart: 2031-03-04\n---\nText {number}.\n")
        self.write("posts/large.txt", "6 maj 2031 kl 18\n" * 20_000)
        folder = os.path.join(self.home, "posts")
        outcomes = []
        for limit in (*range(30, 200, 15), 1000):
            shutil.rmtree(os.path.join(self.home, ".cache"), ignore_errors=True)
            session = self.start(folder, *TODAY, rows=24, columns=80, limits=[(resource.RLIMIT_AS, limit << 20)])
            words = ("too little memory to begin with", "Too little memory: not all", "1 warning", "2,001 items")
            session.wait(lambda: session.status is not None or any(word in session.screen.text for word in words), "a word")
            word = next((word for word in words if word in session.screen.text), None)
            if word in words[1:]:
                session.type("jG")
                self.answers(session)
                session.type("Q")
            status = session.wait_end()
            if word or outcomes:  # before there may be no program yet: its libraries do not fit
                self.assertEqual(status, 3 if word == words[0] else 0, session.screen.text)
                outcomes.append(word)
            self.assertEqual(session.terminal_faults(), [], limit)
            self.assertEqual(self.starred(), 1)
        self.assertEqual((outcomes[0], outcomes[-1]), (words[0], words[-1]))
        self.assertEqual({*outcomes}, {*words})

    def test_what_memory_is_too_small_for_is_named(self):
        self.write("posts/small.md", "---\ntitle: Möte\nstart: 2031-03-04\n---\n")
        large = self.write("posts/large.txt", "6 maj 2031 kl 18\n" * 400_000)
        done = subprocess.run(
            ["sh", "-c", 'ulimit -v 600000; exec "$0" list -s "$1"', PROGRAM, os.path.dirname(large)],
            env=self.environment(),
            capture_output=True,
            text=True,
        )
        self.assertIn("Möte", done.stdout)
        self.assertIn("large.txt: there is too little memory for it: not read", done.stderr)
        self.assertEqual(done.returncode, 0)


class Openers(Faults):
    def test_an_opener_that_hangs_floods_or_fails_holds_nobody_up(self):
        pid = os.path.join(self.home, "pid")
        for script, words in (
            (f"echo $$ > '{pid}'; exec sleep 1000", None),
            ("head -c 3000000 /dev/zero | tr '\\\\0' N; head -c 3000000 /dev/zero | tr '\\\\0' N >&2", None),
            ("kill -SEGV $$", "xdg-open ended with status 139"),
            ("exit 3", "found no program"),
        ):
            shutil.rmtree(self.bin)
            os.mkdir(self.bin)
            if os.path.exists(os.path.join(self.home, "xdg-open.record")):
                os.remove(os.path.join(self.home, "xdg-open.record"))
            arguments = self.stand_in("xdg-open", script)
            session = self.browse()
            session.type("o")
            self.assertEqual(len(arguments()), 1)
            if words:
                session.wait_for(words)
            self.answers(session)
            self.assertNotIn("NNN", session.screen.text)
            self.quit(session)
        with open(pid) as file:
            os.kill(int(file.read()), signal.SIGKILL)


class Terminals(Faults):
    def test_it_ends_where_the_terminal_goes_away(self):
        session = self.browse()
        process = os.pidfd_open(session.process)
        self.addCleanup(os.close, process)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, session.master)
        os.close(nothing)
        ended, _, _ = select.select([process], [], [], PATIENCE)
        self.assertEqual(ended, [process])


if __name__ == "__main__":
    unittest.main()
