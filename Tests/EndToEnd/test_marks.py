"""Stars, what was seen and what was hidden: kept, shared, and not lost whatever happens to the program or to the file."""

import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import unittest

from schema import faults
from session import PROGRAM, ROOT, ProgramTest

POSTS = "Tests/AnslagTests/Posts"
TODAY = ("--today", "2020-11-22")


class Marking(ProgramTest):
    def browse(self, **more):
        session = self.start(POSTS, *TODAY, **more)
        session.wait_for("Öppna data")
        return session

    @property
    def database(self):
        return os.path.join(self.home, ".local/state/anslag/marks.sqlite")

    def export(self, **more):
        out, err, status = self.run_program("export", **more)
        self.assertEqual(status, 0)
        return json.loads(out)["items"], err

    def starred(self):
        return [item["title"] for item in self.export()[0] if "starred" in item]

    def test_marks_are_there_the_next_time(self):
        session = self.browse(rows=35, columns=120)
        session.type("sj")
        session.wait_for("★ Tue 24")
        session.type("d")
        session.wait_for("Hidden, U undoes it: Nätverksträff")
        self.quit(session)
        session = self.browse(rows=35, columns=120)
        session.wait_for("★ Tue 24")
        session.wait_for("Starred 1   All 8")
        session.type(">>>")
        session.wait_for("▸Starred 1")
        self.quit(session)
        self.assertEqual(os.stat(self.database).st_mode & 0o777, 0o600)

    def test_only_looking_writes_nothing(self):
        self.quit(self.browse())
        self.run_program("list", "-s", POSTS)
        self.assertEqual(self.run_program("export"), ('{"version":1,"items":[\n]}\n', "", 0))
        self.assertFalse(os.path.exists(os.path.join(self.home, ".local")))

    def test_a_star_shows_in_another_running_copy_without_a_key(self):
        one, other = self.browse(), self.browse()
        one.type("s")
        other.wait_for("★ Tue 24")
        other.type("U")
        other.wait_for("Nothing to undo")
        one.type("U")
        other.wait_for("Starred 0")
        for session in (one, other):
            self.quit(session)

    def test_what_the_screen_showed_survives_a_kill(self):
        chance = random.Random(2020)
        for _ in range(8):
            session = self.browse(rows=12)
            session.type("p")
            session.wait_gone("When")
            for key in "sjsjsjsj"[: chance.randrange(1, 9)]:
                session.type(key)
                session.read(chance.uniform(0, 0.02))
            shown = sum("★ " in row.split("Starred")[0] for row in session.screen.text.splitlines()[1:])
            os.kill(session.process, signal.SIGKILL)
            session.wait_end()
            self.assertGreaterEqual(len(self.starred()), shown)
            if os.path.exists(self.database):  # it was not killed before there was any mark
                check = sqlite3.connect(self.database)
                self.assertEqual(check.execute("PRAGMA integrity_check").fetchone(), ("ok",))
                check.close()
            self.quit(self.browse())
            shutil.rmtree(os.path.dirname(self.database), ignore_errors=True)

    def test_without_a_home_marks_last_for_the_session_and_it_is_told(self):
        for home in ("", "relative", "/proc/1/none"):
            with self.subTest(home=home):
                session = self.browse(HOME=home, columns=120)
                session.type("s")
                session.wait_for("Marks")
                session.wait_for("★ Tue 24")
                self.quit(session)
                session.wait_for("One mark was lost")

    def test_a_damaged_file_is_set_aside_and_named(self):
        self.write(".local/state/anslag/marks.sqlite", b"this is no database, and long enough to be one" * 99)
        session = self.browse(columns=120)
        session.wait_for("damaged; it is kept as")
        session.type("s")
        session.wait_for("★ Tue 24")
        self.quit(session)
        names = os.listdir(os.path.dirname(self.database))
        self.assertEqual([name.endswith(".damaged.sqlite") for name in sorted(names)], [True, False])
        self.assertEqual(len(self.starred()), 1)

    def test_a_newer_file_is_read_and_not_written(self):
        session = self.browse()
        session.type("s")
        session.wait_for("★ Tue 24")
        self.quit(session)
        newer = sqlite3.connect(self.database)
        newer.execute("PRAGMA user_version = 77")
        newer.close()
        session = self.browse(columns=120)
        session.wait_for("a newer Anslag wrote")
        session.wait_for("★ Tue 24")
        session.type("js")
        session.wait_for("★ Thu 26")
        session.type("Q")
        session.wait_end()
        newer = sqlite3.connect(self.database)
        self.assertEqual(newer.execute("SELECT count(*) FROM mark").fetchone(), (1,))
        self.assertEqual(newer.execute("PRAGMA user_version").fetchone(), (77,))
        newer.close()


class Moving(ProgramTest):
    """export, import and list."""

    def marked(self):
        session = self.start(POSTS, *TODAY, rows=35, columns=120)
        session.wait_for("9 items")
        session.type("svjd")
        session.wait_for("Hidden, U undoes it")
        session.type("Q")
        session.wait_end()
        return self.run_program("export")

    def test_export_and_import_give_the_same_marks_elsewhere(self):
        out, err, status = self.marked()
        self.assertEqual((err, status), ("", 0))
        with open(os.path.join(ROOT, "docs/marks.schema.json")) as file:
            self.assertEqual(faults(json.loads(out), json.load(file)), [])
        other = os.path.join(self.home, "other")
        os.mkdir(other)
        told = self.run_program("import", stdin=out.encode(), HOME=other)
        self.assertEqual(told, ("3 new marks on 2 items\n", "", 0))
        self.assertEqual(self.run_program("export", HOME=other)[0], out)
        path = self.write("marks.json", out)
        self.assertEqual(self.run_program("import", path, HOME=other), ("0 new marks on 2 items\n", "", 0))

    def test_list_knows_the_starred_and_leaves_out_the_hidden(self):
        self.marked()
        out, _, status = self.run_program("list", "--view", "starred", "-s", POSTS, *TODAY)
        self.assertEqual((len(out.splitlines()), status), (1, 0))
        self.assertIn("Öppna data i praktiken", out)
        self.assertNotIn("e-arkiv", self.run_program("list", "-s", POSTS)[0])
        self.assertIn("e-arkiv", self.run_program("list", "-s", POSTS, HOME=os.path.join(self.home, "bin"))[0])
        self.assertIn("e-arkiv", self.run_program("show", "arkiv", "-s", POSTS)[0])

    def test_import_takes_all_of_a_list_or_nothing(self):
        item = '{"id": "0000000000001", "starred": "2020-12-01T10:15:00Z"}'
        for text in (
            "", "[]", "{}", '{"version": 1}', '{"version": 2, "items": []}', '{"version": 1, "items": {}}', "\x1b[2J",
            '{"version": 1, "items": [%s, {"id": "x"}]}' % item, '{"version": 1, "items": [%s' % item,
            '{"version": 1, "items": [%s]}' % item.replace("12-01", "13-01"), "[" * 100_000,
        ):
            out, err, status = self.run_program("import", stdin=text.encode())
            self.assertEqual((out, status), ("", 3), text[:60])
            self.assertTrue(err.startswith("anslag: -: "), err)
            self.assertNotIn("\x1b", err)
        self.assertFalse(os.path.exists(os.path.join(self.home, ".local")))
        for path in ("no/such/file", self.home):
            self.assertEqual(self.run_program("import", path)[2], 3)
        self.assertEqual(
            self.run_program("import", stdin=b'{"version": 1, "items": [%s], "more": 1}' % item.encode())[0],
            "1 new mark on 1 item\n",
        )

    def test_a_file_that_may_not_grow_is_told_and_kills_nothing(self):
        item = b'{"version": 1, "items": [{"id": "0000000000001", "starred": "2020-12-01T10:15:00Z"}]}'
        for limit in (0, 5000, 40_000):
            done = subprocess.run(
                [PROGRAM, "import"], input=item, capture_output=True, env=self.environment(),
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
            )
            self.assertIn(done.returncode, (0, 3), done.stderr)
            self.assertEqual(done.returncode == 0, done.stderr == b"")
        self.assertEqual(len(json.loads(self.run_program("export")[0])["items"]), 1)

    def test_import_tells_where_marks_can_not_be_kept(self):
        item = b'{"version": 1, "items": [{"id": "0000000000001", "starred": "2020-12-01T10:15:00Z"}]}'
        out, err, status = self.run_program("import", stdin=item, HOME="/proc/1/none")
        self.assertEqual((out, status), ("", 3))
        self.assertIn("/proc/1/none", err)


if __name__ == "__main__":
    unittest.main()
