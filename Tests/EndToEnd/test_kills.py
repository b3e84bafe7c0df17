"""Killed at any moment: while it indexes, while it keeps a mark, while it puts an index in the place of another. What the screen
had confirmed is kept, and the next start is as if nothing had been. `ANSLAG_KILLS=100` is the long form."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import unittest

from session import PROGRAM, ProgramTest

KILLS = int(os.environ.get("ANSLAG_KILLS", "5"))
POSTS = 600
OF_A_ROUND = 6


class Kills(ProgramTest):
    def setUp(self):
        super().setUp()
        self.posts = os.path.join(self.home, "posts")
        for number in range(POSTS):
            self.post(number)
        self.chance = random.Random(KILLS)
        self.confirmed = set()

    def title(self, number):
        return f"Runda{number // OF_A_ROUND:03} nr {number % OF_A_ROUND}"

    def post(self, number, text="Text."):
        day = f"2031-03-{number % OF_A_ROUND + 1:02}"
        self.write(f"posts/{number}.md", f"---\ntitle: {self.title(number)}\nstart: {day} 10:00\n---\n{text}\n")

    def disturb(self):
        """What is remembered is to be made anew: wholly, in part, or not."""
        kind = self.chance.randrange(3)
        if kind == 0:
            shutil.rmtree(os.path.join(self.home, ".cache"), ignore_errors=True)
        elif kind == 1:
            for number in self.chance.sample(range(POSTS), 40):
                self.post(number, f"Text {self.chance.random()}.")

    def browse_until_killed(self, round_):
        session = self.start(self.posts, "--today", "2031-01-01", rows=12, columns=60)
        name = f"Runda{round_ % (POSTS // OF_A_ROUND):03}"
        if self.chance.random() < 0.7:
            session.wait_for("600")
            session.type(f"/{name}\r")
            session.wait_for(f"{name} nr 0")
            for key in "sjsjsjsjsjs"[: self.chance.randrange(1, 12)]:
                session.type(key)
                session.read(self.chance.uniform(0, 0.01))
        else:
            session.read(self.chance.uniform(0, 0.2))
        os.kill(session.process, signal.SIGKILL)
        session.wait_end()
        for row in session.screen.text.splitlines():
            if "★" in row and name in row:
                self.confirmed.add(name + row.split(name)[1][:5])

    def list_until_killed(self):
        shutil.rmtree(os.path.join(self.home, ".cache"), ignore_errors=True)
        process = subprocess.Popen([PROGRAM, "list", "-s", self.posts], stdout=subprocess.DEVNULL, env=self.environment())
        try:
            process.wait(self.chance.uniform(0.005, 0.2))
        except subprocess.TimeoutExpired:
            process.kill()
        process.wait()

    def check(self):
        out, err, status = self.run_program("list", "-s", self.posts)
        self.assertEqual((len(out.splitlines()), err, status), (POSTS, "", 0))
        cache = os.path.join(self.home, ".cache/anslag")
        self.assertEqual({os.path.splitext(name)[1] for name in os.listdir(cache)}, {".index"})
        out, err, status = self.run_program("export")
        self.assertEqual((err, status), ("", 0))
        kept = {item["title"] for item in json.loads(out)["items"] if "starred" in item}
        self.assertEqual(self.confirmed - kept, set())
        state = os.path.join(self.home, ".local/state/anslag")
        if os.path.exists(state):
            self.assertEqual([name for name in os.listdir(state) if "damaged" in name], [])
            database = sqlite3.connect(os.path.join(state, "marks.sqlite"))
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone(), ("ok",))
            database.close()

    def test_nothing_is_lost_by_a_kill_and_the_next_start_is_clean(self):
        for round_ in range(KILLS):
            self.disturb()
            if self.chance.random() < 0.2:
                self.list_until_killed()
            else:
                self.browse_until_killed(round_)
            self.check()
        session = self.start(self.posts, "--today", "2031-01-01", rows=35, columns=120)
        session.wait_for("600 items")
        self.quit(session)


if __name__ == "__main__":
    unittest.main()
