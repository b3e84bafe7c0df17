"""The commands at the shell, as a script sees them."""

import json
import os
import shutil
import subprocess
import unittest

from schema import faults
from session import PATIENCE, PROGRAM, ROOT, ProgramTest

SEEDS = ("-s", "seeds")


class Shell(ProgramTest):
    def test_lists_where_the_output_is_no_terminal(self):
        out, err, status = self.run_program("seeds")
        self.assertEqual((err, status), ("", 0))
        self.assertEqual(len(out.splitlines()), 2)
        self.assertIn("2020-12-01 10:00–15:00  GovTech Day 2020 · Sundsvall & online", out)
        self.assertIn("2019-09-20", out)

    def test_a_descriptor_that_is_closed_is_not_taken_for_another(self):
        for closed in ("<&- >&- 2>&-", "<&-", "<&- >&-"):
            with self.subTest(closed=closed):
                command = ["sh", "-c", f'exec "$0" --plain seeds {closed}', PROGRAM]
                done = subprocess.run(command, env=self.environment(), cwd=ROOT, capture_output=True, timeout=PATIENCE)
                self.assertGreaterEqual(done.returncode, 0)
        marks = self.write("a.json", '{"version":1,"items":[{"id":"711klb0931s5u","starred":"2031-05-06T07:08:09Z"}]}')
        self.assertEqual(self.run_program("import", marks)[2], 0)
        command = ["sh", "-c", 'exec "$0" list -s seeds >&-', PROGRAM]
        done = subprocess.run(command, env=self.environment(), cwd=ROOT, stdin=subprocess.DEVNULL, timeout=PATIENCE)
        self.assertEqual(done.returncode, 3)
        self.assertIn("711klb0931s5u", self.run_program("export")[0])

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

    def test_tsv_has_a_line_of_names_and_a_line_an_item(self):
        self.write("h/a.md", '---\ntitle: "One\\ttab \\e[2J"\nstart: 2031-01-02\nplace: |\n  Two\n  lines\n---\nText\n')
        out, _, status = self.run_program("list", "--tsv", "-s", os.path.join(self.home, "h"))
        self.assertEqual(status, 0)
        names, item = (line.split("\t") for line in out.splitlines())
        item = dict(zip(names, item, strict=True))
        self.assertEqual((item["kind"], item["start"], item["end"]), ("event", "2031-01-02", ""))
        self.assertTrue(item["title"].startswith("One tab "))
        self.assertNotIn("\x1b", out)

    def test_a_template_says_what_is_printed(self):
        out, _, status = self.run_program("list", "--format", "{start}\\t{title} @{place}", "govtech", *SEEDS)
        self.assertEqual((out, status), ("2020-12-01T10:00:40+01:00\tGovTech Day 2020 @Sundsvall & online\n", 0))
        _, err, status = self.run_program("list", "--format", "{titel}", *SEEDS)
        self.assertIn("there is no field {titel}; nearest is {title}", err)
        self.assertEqual(status, 2)
        self.assertEqual(self.run_program("list", "--json", "--tsv", *SEEDS)[2], 2)

    def test_a_calendar_holds_what_has_a_time(self):
        out, err, status = self.run_program("list", "--ics", *SEEDS)
        self.assertEqual((out.count("BEGIN:VEVENT"), status), (1, 0))
        self.assertEqual(out.count("END:VCALENDAR"), 1)
        self.assertEqual(err, "anslag: 1 of 2 have no time and are left out\n")
        self.assertEqual(self.run_program("list", "--ics", "innovationsveckan", *SEEDS)[::2], ("", 1))

    def test_next_is_the_first_event_that_has_not_begun(self):
        posts = ("-s", "Tests/AnslagTests/Posts")
        out, _, status = self.run_program("next", *posts, "--today", "2020-11-22")
        self.assertIn("Öppna data i praktiken", out)
        self.assertEqual((len(out.splitlines()), status), (1, 0))
        out, _, _ = self.run_program("next", "hackathon", *posts, "--today", "2020-11-22", "--format", "{day} {title}")
        self.assertEqual(out, "2020-12-03 Hackathon för tillgänglighet 👩 och ❤\n")
        self.assertEqual(json.loads(self.run_program("next", "--json", *posts, "--today", "2020-11-22")[0])["kind"], "event")
        self.assertEqual(self.run_program("next", *posts, "--today", "2040-01-01"), ("", "", 1))

    def test_next_passes_over_what_goes_on_and_what_is_called_off(self):
        self.write("h/a.md", "---\ntitle: Exhibition\nstart: 2031-01-01\nend: 2031-03-01\n---\n")
        self.write("h/b.md", "---\ntitle: Called off\nstart: 2031-01-05\nstatus: cancelled\n---\n")
        self.write("h/c.md", "---\ntitle: Concert\nstart: 2031-01-06\n---\n")
        out, _, _ = self.run_program("next", "-s", os.path.join(self.home, "h"), "--today", "2031-01-03")
        self.assertIn("Concert", out)

    def test_show_prints_in_other_forms(self):
        text, _, _ = self.run_program("show", "govtech", *SEEDS)
        self.assertEqual(self.run_program("show", "govtech", "--as", "text", *SEEDS)[0], text)
        self.assertTrue(self.run_program("show", "govtech", "--as", "markdown", *SEEDS)[0].startswith("# GovTech Day 2020\n"))
        self.assertEqual(json.loads(self.run_program("show", "govtech", "--as", "json", *SEEDS)[0])["kind"], "event")
        self.assertIn("BEGIN:VEVENT\r\n", self.run_program("show", "govtech", "--as", "ics", *SEEDS)[0])
        self.assertEqual(self.run_program("show", "innovationsveckan", "--as", "ics", *SEEDS)[::2], ("", 1))
        self.assertEqual(self.run_program("show", "govtech", "--as", "pdf", *SEEDS)[2], 2)

    def test_bash_completes_commands_options_and_values(self):
        for shell in ("bash", "zsh", "fish"):
            out, err, status = self.run_program("completions", shell)
            self.assertIn("anslag", out)
            self.assertEqual((err, status), ("", 0))
        self.write("anslag.bash", self.run_program("completions", "bash")[0])
        self.assertEqual(self.run_program("completions", "csh")[2], 2)

        def offers(*words):
            line = " ".join(words)
            script = f"""
                set -eu; source {self.home}/anslag.bash
                COMP_WORDS=({' '.join(repr(word) for word in words)}); COMP_CWORD={len(words) - 1}
                COMP_LINE='{line}'; COMP_POINT={len(line)}; COMP_TYPE=9; COMPREPLY=(); set +eu
                $(complete -p anslag | sed 's/.*-F \\([^ ]*\\).*/\\1/') anslag {repr(words[-1])} {repr(words[-2])}
                printf '%s\\n' "${{COMPREPLY[@]}}"
                """
            done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=self.environment(), cwd=ROOT)
            self.assertEqual(done.stderr, "")
            return [word.strip() for word in done.stdout.splitlines()]

        self.assertIn("list", offers("anslag", "li"))
        self.assertIn("--ndjson", offers("anslag", "list", "--nd"))
        self.assertIn("upcoming", offers("anslag", "list", "--view", "up"))
        self.assertEqual(offers("anslag", "see"), ["seeds"])
        self.assertEqual(offers("anslag", "seeds", "see"), ["seeds"])
        self.assertEqual(offers("anslag", "--pl"), ["--plain"])

    @unittest.skipUnless(shutil.which("fish"), "there is no fish here")
    def test_fish_completes_commands_options_and_paths(self):
        self.write("anslag.fish", self.run_program("completions", "fish")[0])
        for line, offer in (("anslag li", "list"), ("anslag see", "seeds/"), ("anslag list --nd", "--ndjson")):
            done = subprocess.run(
                ["fish", "--no-config", "-c", f"source {self.home}/anslag.fish; complete -C '{line}'"],
                capture_output=True, text=True, env=self.environment(PATH=f"{os.path.dirname(PROGRAM)}:/usr/bin:/bin"), cwd=ROOT,
            )
            self.assertEqual(done.stderr, "")
            self.assertIn(offer, [row.split("\t")[0] for row in done.stdout.splitlines()])

    @unittest.skipUnless(shutil.which("zsh"), "there is no zsh here")
    def test_what_completes_in_zsh_is_a_script_of_zsh(self):
        path = self.write("_anslag", self.run_program("completions", "zsh")[0])
        done = subprocess.run(["zsh", "-n", path], capture_output=True, text=True)
        self.assertEqual((done.stderr, done.returncode), ("", 0))

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

    def test_documents_are_read_whole_for_what_only_they_tell(self):
        out, err, status = self.run_program("list", "-s", "seeds", "is:online", "lang:swedish")
        self.assertEqual((len(out.splitlines()), err, status), (1, "", 0))
        self.assertIn("GovTech Day 2020", out)
        self.assertEqual(self.run_program("list", "-s", "seeds", "lang:en")[2], 1)

    def test_a_closed_pipe_ends_it_quietly(self):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [PROGRAM, "list", "--json", *SEEDS], stdout=writing, stderr=subprocess.PIPE, env=self.environment(), cwd=ROOT
        )
        os.close(writing)
        self.assertEqual(done.stderr, b"")


if __name__ == "__main__":
    unittest.main()
