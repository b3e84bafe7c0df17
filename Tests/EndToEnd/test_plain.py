"""Browsing line by line, in a terminal that can do nothing and without any."""

import os
import threading
import unittest

from session import ProgramTest

POSTS = "Tests/AnslagTests/Posts"
TODAY = ("--today", "2020-11-22")


class Plain(ProgramTest):
    def say(self, *lines, paths=(POSTS,), **environment):
        text = "".join(line + "\n" for line in lines)
        out, err, status = self.run_program("--plain", *paths, *TODAY, stdin=text.encode(), **environment)
        self.assertEqual((err, status), ("", 0))
        return out.splitlines()

    def test_talks_in_a_dumb_terminal_without_a_single_sign_for_it(self):
        session = self.start("--plain", POSTS, *TODAY, TERM="dumb", rows=40, columns=100)
        session.wait_for("Upcoming: ")
        session.type("1\n")
        session.wait_for("When: Tue 24 November 2020")
        session.type("s 1\n")
        session.wait_for("Starred: Öppna data i praktiken")
        session.type("/hackathon\n")
        session.wait_for("1. Thu 3 – Sat 5 December 2020")
        session.type("q\n")
        self.assertEqual(session.wait_end(), 0)
        self.assertNotIn("│", session.screen.text)

    def test_is_a_conversation_over_pipes_too(self):
        lines = self.say("1", "q")
        self.assertTrue(lines[0].startswith("Upcoming: "))
        self.assertTrue(any(line.startswith("When: ") for line in lines))
        self.assertFalse(any(ord(letter) < 32 or letter in "│─▌★≈" for line in lines for letter in line))
        self.assertTrue(self.say(LANG="sv_SE.UTF-8")[0].startswith("Kommande: "))

    def test_stars_are_those_of_the_browser(self):
        self.say("s 1")
        session = self.start(POSTS, *TODAY, columns=120)
        session.wait_for("Starred 1")
        session.type("Q")
        session.wait_end()

    def test_opens_links(self):
        arguments = self.stand_in("xdg-open")
        thread = threading.Thread(target=self.say, args=("/govtech", "1", "o 1"), kwargs={"paths": ("seeds",)})
        thread.start()
        self.assertEqual(arguments(), ["https://www.govtechday.se"])
        thread.join()

    def test_nothing_of_a_document_gets_through_but_text(self):
        path = self.write("h/a.md", '---\ntitle: "\\e]0;x\\a \\u202e \\e[2J"\nstart: 2031-01-02\n---\n\x1b[2J\x9b1m\n')
        lines = self.say("1", "o 1", paths=(path,))
        self.assertFalse(any(ord(letter) < 32 or 127 <= ord(letter) < 160 for line in lines for letter in line))

    def test_hears_of_what_was_saved_meanwhile_when_it_asks_again(self):
        self.write("h/a.md", "---\ntitle: First\nstart: 2031-01-02\n---\n")
        session = self.start("--plain", os.path.join(self.home, "h"), *TODAY, TERM="dumb")
        session.wait_for("1. Thu 2 January 2031. First")
        self.write("h/b.md", "---\ntitle: Second\nstart: 2031-01-03\n---\n")

        def is_told():
            session.type("r\n")
            return "2. Fri 3 January 2031. Second" in session.screen.text

        session.wait(is_told, "the second item")
        session.type("q\n")
        self.assertEqual(session.wait_end(), 0)

    def test_nothing_to_read_is_told(self):
        self.assertEqual(self.say(paths=()), ["No notices yet."])


if __name__ == "__main__":
    unittest.main()
