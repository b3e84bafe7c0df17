"""What was read once is there at once the next time, and never wrong."""

import json
import os
import resource
import unittest

from session import ProgramTest


class Memory(ProgramTest):
    def setUp(self):
        super().setUp()
        for number in range(600):
            self.post(number, f"Möte {number}")
        self.posts = os.path.join(self.home, "posts")
        self.cache = os.path.join(self.home, ".cache/anslag")

    def post(self, number, title, day="2031-03-04"):
        """A post that was saved long ago."""
        path = self.write(f"posts/{number}.md", f"---\ntitle: {title}\nstart: {day} 10:00\nplace: Lund\n---\nText.\n")
        os.utime(path, (1_600_000_000, 1_600_000_000))
        return path

    def list(self, *query):
        out, err, _ = self.run_program("list", *query, "-s", self.posts, "--today", "2030-06-01")
        self.assertEqual(err, "")
        return out

    def index(self):
        (name,) = os.listdir(self.cache)
        return os.path.join(self.cache, name)

    def test_what_was_read_is_not_read_again_until_its_file_changes(self):
        first = self.list()
        self.assertEqual(len(first.splitlines()), 600)
        self.assertEqual(self.list(), first)
        # Of the same size, in the same file, at the same time: nobody can tell.
        path = os.path.join(self.posts, "7.md")
        status = os.stat(path)
        with open(path, "r+b") as file:
            file.write("---\ntitle: MÖTE 7".encode())
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        self.assertEqual(self.list(), first)
        os.utime(path)
        self.assertIn("MÖTE 7 ", self.list())

    def test_follows_what_comes_changes_and_goes(self):
        self.list()
        self.post(600, "Nytt")
        self.post(1, "Flyttat till hösten")
        os.remove(os.path.join(self.posts, "2.md"))
        out = self.list()
        self.assertEqual(len(out.splitlines()), 600)
        self.assertIn("Nytt", out)
        self.assertIn("Flyttat till hösten", out)
        self.assertNotIn("Möte 2 ", out)
        self.assertEqual(self.list(), out)
        self.assertEqual(len(self.list("nytt").splitlines()), 1)

    def test_one_item_is_shown_without_a_look_at_the_others(self):
        item = self.list("title:\"möte 577\"").split()[0]
        index = os.stat(self.index()).st_ino
        self.post(600, "Nytt")

        def show():
            out, err, status = self.run_program("show", item, "-s", self.posts, "--today", "2030-06-01")
            self.assertEqual((err, status), ("", 0))
            return out

        self.assertIn("Möte 577", show())
        self.assertEqual(os.stat(self.index()).st_ino, index)
        # A document that is not as it was is another matter.
        self.post(577, "Flyttat till hösten")
        self.assertIn("Flyttat till hösten", show())
        self.assertNotEqual(os.stat(self.index()).st_ino, index)

    def test_a_damaged_or_missing_memory_changes_nothing(self):
        first = self.list()
        index = self.index()
        with open(index, "rb") as file:
            whole = bytearray(file.read())
        for damage in ("gone", "empty", "cut", "flipped", "garbage"):
            with self.subTest(damage=damage):
                broken = bytearray(whole)
                if damage == "empty":
                    broken = b""
                elif damage == "cut":
                    broken = broken[: len(broken) // 2]
                elif damage == "flipped":
                    broken[len(broken) // 3] ^= 4
                elif damage == "garbage":
                    broken = os.urandom(5000)
                if damage == "gone":
                    os.remove(index)
                else:
                    with open(index, "wb") as file:
                        file.write(broken)
                self.assertEqual(self.list(), first)
                with open(index, "rb") as file:
                    self.assertEqual(len(file.read()), len(whole))

    def json(self, *arguments):
        out, err, _ = self.run_program("list", "--json", *arguments, "-s", self.posts, "--today", "2030-06-01")
        self.assertEqual(err, "")
        return {os.path.basename(item["source"]["path"]): item for item in json.loads(out)}

    def test_json_is_kept_and_is_always_that_of_the_documents(self):
        first = self.json()
        self.assertEqual(len(first), 600)
        (kept,) = [name for name in os.listdir(self.cache) if name.endswith(".items")]
        kept = os.path.join(self.cache, kept)
        self.assertEqual(os.stat(kept).st_mode & 0o777, 0o600)
        self.assertEqual(self.json(), first)
        # It is not read again: of the same size, at the same time, nobody can tell.
        path = os.path.join(self.posts, "7.md")
        status = os.stat(path)
        with open(path, "r+b") as file:
            file.write("---\ntitle: MÖTE 7".encode())
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        self.assertEqual(self.json(), first)
        os.utime(path)
        self.post(1, "Flyttat till hösten")
        os.remove(os.path.join(self.posts, "2.md"))
        second = self.json()
        self.assertEqual((second["7.md"]["title"], second["1.md"]["title"]), ("MÖTE 7", "Flyttat till hösten"))
        self.assertNotIn("2.md", second)
        self.assertEqual({name: second[name] for name in first if name not in ("1.md", "2.md", "7.md")},
                         {name: first[name] for name in first if name not in ("1.md", "2.md", "7.md")})
        with open(kept, "r+b") as file:
            whole = file.read()
            file.seek(len(whole) // 3)
            file.write(b"damaged")
        self.assertEqual(self.json(), second)
        os.truncate(kept, 100)
        self.assertEqual(self.json(), second)
        self.assertEqual(self.json("--markdown"), second)
        # Marks are no part of what is kept.
        marks = {"version": 1, "items": [{"id": second["7.md"]["id"], "starred": "2030-01-01T00:00:00Z"}]}
        self.run_program("import", self.write("marks.json", json.dumps(marks)))
        third = self.json()
        self.assertEqual(third["7.md"].pop("starred"), True)
        self.assertEqual(third, second)

    def test_is_for_nobody_else_to_read(self):
        self.list()
        self.assertEqual(os.stat(self.cache).st_mode & 0o777, 0o700)
        self.assertEqual(os.stat(self.index()).st_mode & 0o777, 0o600)

    def test_works_where_no_file_may_be_written(self):
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        self.assertEqual(len(self.list().splitlines()), 600)

    def test_works_without_a_place_to_remember_in(self):
        for home in ("", "/dev/null", "/proc"):
            with self.subTest(home=home):
                out, err, status = self.run_program("list", "-s", self.posts, HOME=home, XDG_CACHE_HOME=home)
                self.assertEqual((len(out.splitlines()), err, status), (600, "", 0))

    def test_a_browser_shows_what_it_knew_and_then_what_is(self):
        self.list()
        os.remove(os.path.join(self.posts, "2.md"))
        session = self.start(self.posts, "--today", "2030-06-01", rows=35, columns=120)
        session.wait_for("599 items")
        session.type("Q")
        self.assertEqual(session.wait_end(), 0)


if __name__ == "__main__":
    unittest.main()
