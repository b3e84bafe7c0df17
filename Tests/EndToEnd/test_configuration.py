"""What a person sets in config.toml and follows, and what the program says of it."""

import os
import stat
import threading
import unittest

from session import ProgramTest

SEEDS = "seeds"


class Configuration(ProgramTest):
    def configure(self, text):
        return self.write(".config/anslag/config.toml", text)

    def test_the_sources_that_are_set_are_read_where_none_is_named(self):
        self.write("notices/a.md", "---\ntitle: Möte\nstart: 2031-05-06\n---\nText\n")
        self.configure('sources = ["~/notices"]\nlanguage = "sv"\n')
        self.assertIn("Möte", self.run_program("list")[0])
        self.assertIn("Möte", self.run_program()[0])
        self.assertIn("När", self.run_program("show")[0])
        self.assertEqual(self.run_program("check")[0], "1 item\n")
        session = self.start("--today", "2031-01-01")
        session.wait_for("▸Kommande 1")
        session.wait_for("~/notices")
        session.type("q")
        self.assertEqual(session.wait_end(), 0)

    def test_mistakes_are_named_with_their_place_and_end_other_commands(self):
        path = self.configure('laguage = "sv"\ntheme = "standart"\n')
        expected = (
            f"{path}:1:1: error: unknown key “laguage”; nearest is “language”\n"
            f"{path}:2:9: error: unknown theme “standart”; nearest is “standard”\n"
        )
        for arguments in (["list", "-s", SEEDS], ["show", "govtech", "-s", SEEDS], [SEEDS], ["sources"]):
            self.assertEqual(self.run_program(*arguments), ("", expected, 2), arguments)
        out, err, status = self.run_program("config")
        self.assertTrue(out.endswith(expected))
        self.assertEqual((err, status), ("", 2))

    def test_words_and_days_go_by_their_own_locales(self):
        out, _, _ = self.run_program("show", "govtech", "-s", SEEDS, LANG="en_GB.UTF-8", LC_TIME="sv_SE.UTF-8")
        self.assertIn("When    tis 1 december 2020 kl. 10:00–15:00", out)
        out, _, _ = self.run_program("config", LANG="en_GB.UTF-8", LC_TIME="sv_SE.UTF-8")
        self.assertIn("language       en, days and times sv\n", out)
        self.configure('language = "sv"\n')
        out, _, _ = self.run_program("show", "govtech", "-s", SEEDS, LANG="en_GB.UTF-8")
        self.assertIn("När     tis 1 december 2020 kl. 10:00–15:00", out)

    def test_the_browser_tells_the_first_mistake_and_goes_on(self):
        self.configure("language = 5\n")
        session = self.start(SEEDS)
        session.wait_for("config.toml:1:12: a text in quotes must stand here")
        session.wait_for("GovTech")
        session.type("j")
        session.wait_for("seeds · 2 items")
        session.type("q")
        self.assertEqual(session.wait_end(), 0)

    def test_a_file_that_cannot_be_read_is_told(self):
        os.makedirs(os.path.join(self.home, ".config/anslag/config.toml"))
        _, err, status = self.run_program("list", "-s", SEEDS)
        self.assertIn("config.toml: error: it cannot be read: Is a directory", err)
        self.assertEqual(status, 2)

    def test_keys_are_those_that_are_set(self):
        self.configure('[keys]\nstar = "*"\nquit = ["<f10>", "<c-c>"]\n')
        session = self.start(SEEDS)
        session.wait_for("* star")
        session.type("s*")
        session.wait_for("★")
        session.type("\x1b[21~")
        self.assertEqual(session.wait_end(), 0)

    def test_links_are_opened_by_the_program_that_is_set(self):
        self.configure('opener = ["reader", "--new tab"]\n')
        arguments = self.stand_in("reader")
        thread = threading.Thread(target=self.run_program, args=("open", "govtech", "-s", SEEDS))
        thread.start()
        self.assertEqual(arguments(), ["--new tab", "https://www.govtechday.se"])
        thread.join()

    def test_config_says_where_everything_lies(self):
        self.stand_in("xdg-open")
        out, err, status = self.run_program("config")
        self.assertEqual((err, status), ("", 0))
        for line in (
            f"configuration  {self.home}/.config/anslag/config.toml, not there",
            f"marks          {self.home}/.local/state/anslag/marks.sqlite, not there",
            f"opener         {self.bin}/xdg-open",
        ):
            self.assertIn(line, out.splitlines())
        self.assertFalse(os.path.exists(os.path.join(self.home, ".config")))


class Followed(ProgramTest):
    def listed(self):
        return self.run_program("sources")[0].splitlines()

    def test_what_is_added_is_read_until_it_is_removed(self):
        self.assertEqual(self.run_program("sources")[2], 1)
        out, err, status = self.run_program("sources", "add", SEEDS)
        self.assertTrue(out.endswith("/seeds is followed from now on\n"))
        self.assertEqual((err, status), ("", 0))
        file = os.path.join(self.home, ".config/anslag/sources")
        self.assertEqual(stat.S_IMODE(os.stat(file).st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(os.stat(os.path.dirname(file)).st_mode), 0o700)
        self.assertEqual(len(self.run_program("list")[0].splitlines()), 2)
        self.assertIn("is followed already", self.run_program("sources", "add", "./seeds/")[0])
        self.assertEqual(len(self.listed()), 1)
        self.assertIn("no longer followed", self.run_program("sources", "remove", SEEDS)[0])
        self.assertEqual(self.listed(), [])
        self.assertEqual(self.run_program("list")[2], 2)

    def test_what_is_not_there_is_told_and_nothing_is_added(self):
        out, err, status = self.run_program("sources", "add", SEEDS, "no/such")
        self.assertEqual((out, status), ("", 3))
        self.assertIn("no/such", err)
        self.assertEqual(self.listed(), [])
        self.assertEqual(self.run_program("sources", "remove", SEEDS)[2], 1)

    def test_lists_what_is_set_and_what_is_gone(self):
        path = self.write(".config/anslag/config.toml", 'sources = ["/no/such"]\n')
        self.run_program("sources", "add", SEEDS)
        first, second = self.listed()
        self.assertEqual(first.split(None, 1)[1], "config.toml, not there")
        self.assertTrue(second.endswith("/seeds  added"))
        _, err, status = self.run_program("sources", "remove", "/no/such")
        self.assertIn(path, err)
        self.assertEqual(status, 2)
        with open(path) as file:
            self.assertEqual(file.read(), 'sources = ["/no/such"]\n')

    def test_a_list_in_another_place_stays_there(self):
        elsewhere = self.write("dotfiles/sources", "# my own\n")
        os.makedirs(os.path.join(self.home, ".config/anslag"))
        link = os.path.join(self.home, ".config/anslag/sources")
        os.symlink(elsewhere, link)
        self.run_program("sources", "add", SEEDS)
        self.assertTrue(os.path.islink(link))
        with open(elsewhere) as file:
            self.assertEqual(file.readline(), "# my own\n")

    def test_the_empty_screen_says_how(self):
        session = self.start()
        session.wait_for("anslag sources add …   follow a folder from now on")
        session.type("q")
        self.assertEqual(session.wait_end(), 0)


if __name__ == "__main__":
    unittest.main()
