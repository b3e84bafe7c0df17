"""The commands at the shell, as a script sees them."""

import json
import os
import unittest

from schema import faults
from session import ROOT, ProgramTest

SEEDS = ("-s", "seeds")


class Shell(ProgramTest):
    def test_lists_where_the_output_is_no_terminal(self):
        out, err, status = self.run_program("seeds")
        self.assertEqual((err, status), ("", 0))
        self.assertEqual(len(out.splitlines()), 2)
        self.assertIn("2020-12-01 10:00–15:00  GovTech Day 2020 · Sundsvall & online", out)
        self.assertIn("2019-09-20", out)

    def test_list_finds_by_words_without_case_and_accents(self):
        out, _, status = self.run_program("list", "HALSO", "sundsvall", *SEEDS)
        self.assertEqual((len(out.splitlines()), status), (1, 0))
        self.assertEqual(self.run_program("list", "finnsinte", *SEEDS), ("", "", 1))

    def test_json_and_ndjson_are_valid_items(self):
        with open(os.path.join(ROOT, "docs/item.schema.json")) as file:
            schema = json.load(file)
        out, _, status = self.run_program("list", "--json", *SEEDS)
        self.assertEqual(status, 0)
        items = json.loads(out)
        self.assertEqual(len(items), 2)
        lines, _, _ = self.run_program("list", "--ndjson", *SEEDS)
        self.assertEqual([json.loads(line) for line in lines.splitlines()], items)
        for item in items:
            self.assertEqual(faults(item, schema), [])
        event = next(item for item in items if item["kind"] == "event")
        self.assertEqual(event["occurrences"][0]["start"], "2020-12-01T10:00:40+01:00")
        self.assertEqual(event["attendance"], "mixed")

    def test_json_stays_valid_over_hostile_documents(self):
        with open(os.path.join(ROOT, "docs/item.schema.json")) as file:
            schema = json.load(file)
        self.write("h/a.md", '---\ntitle: "\\e]0;x\\a \\u202e \\0 quote \\" done"\ndate: 2031-01-02\nodd: {a: [1, {b: c}]}\n---\n\x1b[2J\n')
        self.write("h/b.md", b"---\ntitle: \xff\xfe bad\n---\nbody \x9b\n")
        out, _, _ = self.run_program("list", "--json", "-s", os.path.join(self.home, "h"))
        self.assertFalse(any(ord(c) < 32 and c != "\n" or 127 <= ord(c) < 160 or c == "\u202e" for c in out))
        for item in json.loads(out):
            self.assertEqual(faults(item, schema), [])

    def test_show_takes_an_id_its_start_or_words(self):
        out, _, _ = self.run_program("list", "govtech", *SEEDS)
        identifier = out.split()[0]
        by_id, _, status = self.run_program("show", identifier, *SEEDS)
        self.assertEqual(status, 0)
        self.assertIn("GovTech Day 2020", by_id)
        self.assertEqual(self.run_program("show", "govtech", "day", *SEEDS)[0], by_id)
        self.assertEqual(self.run_program("show", "finnsinte", *SEEDS)[2], 1)
        self.assertEqual(self.run_program("show", *SEEDS)[2], 2)
        whole = json.loads(self.run_program("show", identifier, "--json", *SEEDS)[0])
        self.assertTrue(whole["id"].startswith(identifier))

    def test_show_prints_the_facts(self):
        out, _, _ = self.run_program("show", "innovationsveckan", *SEEDS, LANG="en_GB.UTF-8")
        for fact in ("Anette Olovborn", "annette.olovborn@skl.se", "0733-462869", "Daniel Holmberg", "08-473 30 53"):
            self.assertIn(fact, out)
        self.assertNotIn("Tack för att du hjälper oss", out)

    def test_open_starts_xdg_open_with_the_address_alone(self):
        arguments = self.stand_in("xdg-open")
        import threading

        result = []
        thread = threading.Thread(target=lambda: result.append(self.run_program("open", "govtech", "--link", "2", *SEEDS)))
        thread.start()
        recorded = arguments()
        thread.join()
        self.assertEqual(len(recorded), 1)
        self.assertTrue(recorded[0].startswith("https://sundsvall.se/"))
        self.assertEqual(result[0][2], 0)
        self.assertEqual(self.run_program("open", "govtech", "--link", "99", *SEEDS)[2], 2)

    def test_open_refuses_what_is_no_web_address(self):
        self.stand_in("xdg-open")
        for url in ("javascript:alert(1)", "file:///etc/passwd", "https://bank.example@evil.example/"):
            path = self.write("bad.md", f"---\ntitle: Bad\ndate: 2031-01-02\nurl: '{url}'\n---\nText\n")
            _, err, status = self.run_program("open", "-s", path)
            self.assertNotEqual(status, 0, url)
            self.assertNotEqual(err, "")

    def test_reads_standard_input(self):
        with open(os.path.join(ROOT, "seeds/000_2429c036309dd322.txt"), "rb") as file:
            out, _, status = self.run_program("show", "-s", "-", stdin=file.read())
        self.assertEqual(status, 0)
        self.assertIn("GovTech Day 2020", out)

    def test_check_is_quiet_about_what_is_well(self):
        out, _, status = self.run_program("check", "--strict", "seeds")
        self.assertEqual((out.splitlines()[-1], status), ("2 items", 0))

    def test_check_explains_every_field_by_its_key_or_its_words(self):
        path = self.write(
            "e.md",
            "---\ntitle: Möte\nstart: 2031-05-06\n---\nVi ses den 6 maj 2031 kl 18-20.\r\n\r\nKontakt: Anna Ek, anna@example.org\n",
        )
        out, err, status = self.run_program("check", "--explain", path)
        self.assertEqual((err, status), ("", 0))
        lines = [" ".join(line.split()) for line in out.splitlines()]
        self.assertTrue(lines[0].startswith(f"{path}:1: event "))
        for line in (
            "title Möte title 2:8",
            "when 2031-05-06T18:00:00 – 2031-05-06T20:00:00 start 3:8, “den 6 maj 2031 kl 18-20”",
            "contact Anna Ek, anna@example.org “Anna Ek, anna@example.org” 7:10",
        ):
            self.assertIn(line, lines)
        self.assertEqual(lines[-1], "1 item")
        self.assertEqual(self.run_program("check", "--explain", "--ndjson", path)[2], 2)

    def test_check_explains_nothing_that_it_is_not_asked_for(self):
        self.write("f/package.json", '{"name": "a"}')
        self.write("f/a.yml", "- title: A\n  start: 2031-01-01\n- title: \"B\\e[2J\"\n  start: 2031-01-02\n")
        folder = os.path.join(self.home, "f")
        out, _, status = self.run_program("check", "--explain", folder)
        self.assertIn(f"{folder}/a.yml:3: event", out)
        self.assertNotIn("package.json", out)
        self.assertNotIn("\x1b", out)
        self.assertEqual(status, 0)
        self.assertIn("[data-without-events]", self.run_program("check", "--explain", f"{folder}/package.json")[0])

    def test_every_bad_input_has_its_diagnostic_and_the_rest_loads(self):
        folder = os.path.join(self.home, "mixed")
        self.write("mixed/good.md", "---\ntitle: Good\ndate: 2031-01-02\n---\nText.\n")
        self.write("mixed/open.md", "---\ntitle: Never closed\n")
        self.write("mixed/empty.md", "")
        self.write("mixed/binary.txt", bytes(range(256)))
        self.write("mixed/bad.txt", b"Title\n\nText with a bad \xff byte.\n")
        os.mkfifo(os.path.join(folder, "pipe.md"))
        os.symlink("nowhere", os.path.join(folder, "dangling.md"))
        os.symlink(".", os.path.join(folder, "loop"))
        out, _, status = self.run_program("check", folder)
        for name in ("open.md", "empty.md", "binary.txt", "bad.txt", "pipe.md", "dangling.md"):
            self.assertIn(f"{folder}/{name}:", out)
        self.assertIn("bad.txt:3:17:", out)
        self.assertIn("Good", self.run_program("list", "-s", folder)[0])
        self.assertEqual(status, 3)

    def test_says_what_it_cannot_find(self):
        out, err, status = self.run_program("list", "-s", "no/such/folder")
        self.assertEqual((out, status), ("", 3))
        self.assertIn("no/such/folder", err)
        self.assertIn("no such file", err)

    def test_a_wrong_command_line_is_status_2_and_harmless(self):
        for arguments in (["--frobnicate"], ["list"], ["show", "--json"], ["seeds", "--today", "yesterday"], ["list", "--view", "x"]):
            out, err, status = self.run_program(*arguments)
            self.assertEqual((out, status), ("", 2), arguments)
            self.assertNotEqual(err, "")
        _, err, _ = self.run_program("--\x1b]0;x\x07")
        self.assertNotIn("\x1b", err)

    def test_help_and_version_are_on_standard_output(self):
        for arguments in (["--help"], ["--version"], ["list", "--help"], ["inspect", "screen", "--help"]):
            out, err, status = self.run_program(*arguments)
            self.assertEqual((err, status), ("", 0))
            self.assertNotEqual(out, "")

    def test_inspect_shows_every_arrow(self):
        seed = "seeds/000_2429c036309dd322.txt"
        self.assertIn("event-date", self.run_program("inspect", "tree", seed)[0])
        self.assertIn("GovTech Day 2020", self.run_program("inspect", "items", seed)[0])
        self.assertIn("zurich", self.run_program("inspect", "query", "ZÜRICH")[0])
        screen, _, status = self.run_program("inspect", "screen", "seeds", "--size", "60x16", "--keys", "j<enter>")
        self.assertEqual((len(screen.splitlines()), status), (16, 0))
        svg, _, _ = self.run_program("inspect", "screen", "seeds", "--svg")
        self.assertTrue(svg.startswith("<svg") or svg.startswith("<?xml"))

    def test_a_closed_pipe_ends_it_quietly(self):
        import subprocess
        from session import PROGRAM

        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [PROGRAM, "list", "--json", *SEEDS], stdout=writing, stderr=subprocess.PIPE, env=self.environment(), cwd=ROOT
        )
        os.close(writing)
        self.assertEqual(done.stderr, b"")


if __name__ == "__main__":
    unittest.main()
