"""What a person sees and does, in a real terminal."""

import collections
import os
import signal
import unittest

from session import ProgramTest


class Browsing(ProgramTest):
    def seeds(self, **more):
        session = self.start("seeds", **more)
        session.wait_for("GovTech Day 2020")
        return session

    def assert_left_as_found(self, session, status=0):
        self.assertEqual(session.wait_end(), status)
        self.assertEqual(session.terminal_faults(), [])

    def test_shows_both_seeds_and_leaves_the_terminal_as_it_was(self):
        session = self.seeds(rows=35, columns=120)
        session.wait_for("Ta del av fler än 100")
        session.wait_for("Sundsvall & online")
        session.wait_for("www.govtechday.se")
        session.type("q")
        self.assert_left_as_found(session)

    def test_writes_no_sequence_into_another_however_small_the_window(self):
        for rows, columns in ((1, 1), (2, 2), (2, 3)):
            session = self.start("seeds", rows=rows, columns=columns)
            session.wait(lambda: session.screen.text.startswith("T"), "“Too small”, as far as it goes")
            self.assertEqual(session.screen.strange, [])
            session.type("Q")
            self.assert_left_as_found(session)

    def test_moves_through_the_list(self):
        session = self.seeds(rows=35, columns=120)
        session.wait_selected("GovTech Day 2020")
        session.type("k")
        session.wait_selected("Ta del av fler")
        session.wait_for("0733-462869")
        session.type(b"\x1b[B")
        session.wait_selected("GovTech Day 2020")
        session.type("q")
        self.assert_left_as_found(session)

    def test_searches_as_typed_and_comes_back(self):
        session = self.seeds(rows=35, columns=120)
        session.type("/sundsvall")
        session.wait_gone("Ta del av fler")
        session.wait_for("1 of 2")
        session.type(b"\x7f" * 9 + "VECKAN".encode())
        session.wait_for("Ta del av fler")
        session.type(b"\x15finnsinte")
        session.wait_for("0 of 2")
        session.type(b"\x1b")
        session.wait_for("GovTech Day 2020")
        session.wait_selected("GovTech Day 2020")
        session.type("q")
        self.assert_left_as_found(session)

    def test_opens_the_main_link_with_xdg_open(self):
        arguments = self.stand_in("xdg-open", "echo noise; echo noise >&2")
        session = self.seeds()
        session.type("o")
        self.assertEqual(arguments(), ["https://www.govtechday.se"])
        session.type("q")
        self.assert_left_as_found(session)
        self.assertNotIn("noise", session.screen.text)

    def test_opens_a_link_by_its_number(self):
        arguments = self.stand_in("xdg-open")
        session = self.seeds()
        session.type("3")
        self.assertEqual(arguments(), ["https://voyd.se/creators/govtech-day"])
        session.type("q")
        self.assert_left_as_found(session)

    def test_opens_a_link_from_the_list_of_links(self):
        arguments = self.stand_in("xdg-open")
        session = self.seeds(rows=35, columns=120)
        session.type("u")
        session.wait_for("sundsvall.se")
        session.type("j\r")
        self.assertIn("sveateatern", arguments()[0])
        session.type("Q")
        self.assert_left_as_found(session)

    def test_tells_when_a_link_cannot_be_opened(self):
        self.stand_in("xdg-open", "exit 4")
        session = self.seeds(rows=35, columns=120)
        session.type("o")
        session.wait_for("could not open it")
        session.type("q")
        self.assert_left_as_found(session)

    def test_tells_when_there_is_no_opener(self):
        session = self.start("seeds", rows=35, columns=120, PATH=self.bin)
        session.wait_for("GovTech Day 2020")
        session.type("o")
        session.wait_for("No such file")
        session.type("q")
        self.assert_left_as_found(session)

    def test_fits_itself_to_the_window(self):
        session = self.seeds(rows=35, columns=120)
        session.wait_for("│")
        for rows, columns in ((24, 80), (16, 60), (10, 40), (2, 10), (1, 1), (35, 120)):
            session.resize(rows, columns)
            if columns >= 40:
                session.wait_for("GovTech Day 2020")
        session.wait_for("│")
        session.type("q")
        self.assert_left_as_found(session)

    def test_suspends_and_comes_back(self):
        session = self.seeds()
        session.type(b"\x1a")
        session.wait_stopped()
        self.assertEqual(session.terminal_faults(), [])
        session.resize(35, 120)
        session.resume()
        session.wait_for("GovTech Day 2020")
        session.wait_for("│")
        session.type("q")
        self.assert_left_as_found(session)

    def test_speaks_swedish_where_the_locale_does(self):
        session = self.start("seeds", rows=35, columns=120, LANG="sv_SE.UTF-8")
        session.wait_for("GovTech Day 2020")
        session.wait_for("december 2020")
        session.type("?")
        session.wait_for("Sök")
        session.type("qq")
        self.assert_left_as_found(session)

    def test_reads_a_document_from_standard_input_with_keys_from_the_terminal(self):
        # A shell joins the two: the document comes through a pipe, the keys from the terminal.
        path = self.write("piped.sh", "exec cat seeds/003* | \"$ANSLAG\" -\n")
        import session as harness

        program, harness.PROGRAM = harness.PROGRAM, "/bin/sh"
        try:
            session = self.start(path, ANSLAG=os.path.abspath(program), rows=35, columns=120)
        finally:
            harness.PROGRAM = program
        session.wait_for("Ta del av fler än 100")
        session.type("q")
        self.assert_left_as_found(session)

    def test_takes_a_keyboard_that_is_offered_and_gives_it_back(self):
        session = self.seeds(rows=35, columns=120)
        session.wait(lambda: session.screen.keyboards == 1, "the keyboard to be taken")
        session.wait_selected("GovTech Day 2020")
        session.type(b"\x1b[122;5u")  # Ctrl-Z, as that protocol tells it
        session.wait_stopped()
        self.assertEqual(session.terminal_faults(), [])
        session.resume()
        session.wait(lambda: session.screen.keyboards == 1, "the keyboard to be taken again")
        session.type(b"/x\x1b[27u")
        session.wait_gone("/ x")
        session.type(b"\x1b[99;5u")
        self.assert_left_as_found(session)

    def test_asks_for_the_background_where_a_theme_needs_it(self):
        self.write(".config/anslag/config.toml", 'theme = "calm"\n')
        session = self.seeds(rows=35, columns=120)
        session.wait_selected("GovTech Day 2020")
        session.type("q")
        self.assert_left_as_found(session)

    def test_leaves_what_is_typed_after_it_to_the_shell(self):
        session = self.start("seeds")
        session.screen.answers = collections.deque(maxlen=0)  # a terminal that never answers what it is asked
        session.wait_selected("GovTech Day 2020")
        session.type("Q")
        session.wait(lambda: "1049" not in session.screen.modes, "the screen of the shell")
        session.type("ls\n")
        self.assert_left_as_found(session)
        os.set_blocking(session.slave, False)
        self.assertEqual(os.read(session.slave, 80), b"ls\n")

    def test_gives_the_terminal_back_on_every_way_out(self):
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGSEGV, signal.SIGILL, signal.SIGABRT):
            with self.subTest(signal=number.name):
                session = self.seeds()
                session.signal(number)
                self.assert_left_as_found(session, -number)

    def test_shows_a_folder_while_it_is_read(self):
        for number in range(3000):
            day = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
            self.write(f"posts/{day}-{number}.md", f"---\ntitle: Möte {number}\ndate: {day}\nplace: Lund\n---\nText.\n")
        session = self.start(os.path.join(self.home, "posts"), "--today", "2030-06-01", rows=35, columns=120)
        session.wait_for("3,000")
        session.type("/mote 2999")
        session.wait_for("1 of 3,000")
        session.type("\rQ")
        self.assert_left_as_found(session)

    def test_tells_of_what_could_not_be_read_and_shows_the_rest(self):
        self.write("mixed/good.md", "---\ntitle: Good\ndate: 2031-01-02\n---\nText.\n")
        self.write("mixed/open.md", "---\ntitle: Never closed\n")
        self.write("mixed/empty.md", "")
        self.write("mixed/bad.txt", b"Title\n\nText with a bad \xff byte.\n")
        os.mkfifo(os.path.join(self.home, "mixed/pipe.md"))
        session = self.start(os.path.join(self.home, "mixed"), "--today", "2030-06-01", rows=35, columns=120)
        session.wait_for("Good")
        session.wait_for("warning")
        session.type("q")
        self.assert_left_as_found(session)

    def post(self, number, title):
        """A post that is the `number`th of its folder by its day."""
        day = f"2031-{number // 28 + 1:02}-{number % 28 + 1:02}"
        self.write(f"posts/{number}.md", f"---\ntitle: {title}\ndate: {day}\nplace: Lund\n---\nText {title}.\n")

    def test_shows_what_is_saved_without_a_key_and_stays_where_it_is(self):
        for number in range(9):
            self.post(number, f"Möte {number}")
        session = self.start(os.path.join(self.home, "posts"), "--today", "2030-06-01", rows=35, columns=120)
        session.wait_for("Möte 8")
        session.type("jj")
        session.wait_selected("Möte 2")
        self.post(5, "Nyss sparad")
        session.wait_for("Nyss sparad")
        self.post(2, "Ändrad")
        session.wait_for("Text Ändrad.")
        session.wait_selected("Ändrad")
        beside = self.write("posts/.0.md.tmp", "---\ntitle: Omdöpt\ndate: 2031-01-01\nplace: Lund\n---\nText.\n")
        os.rename(beside, os.path.join(self.home, "posts/0.md"))
        session.wait_for("Omdöpt")
        os.remove(os.path.join(self.home, "posts/1.md"))
        session.wait_gone("Möte 1")
        session.wait_selected("Ändrad")
        session.type("q")
        self.assert_left_as_found(session)

    def test_takes_a_thousand_changes_at_once(self):
        for number in range(40):
            self.post(number, f"Före {number}")
        session = self.start(os.path.join(self.home, "posts"), "--today", "2030-06-01", rows=35, columns=120)
        session.wait_for("Före 9")
        for number in range(40):
            os.remove(os.path.join(self.home, f"posts/{number}.md"))
        for number in range(960):
            self.write(f"posts/new/{number}.md", f"---\ntitle: Efter {number}\ndate: 2031-02-03\n---\n")
        session.wait_for("960 items")
        session.wait_gone("Före")
        session.type("q")
        self.assert_left_as_found(session)

    def test_scrolls_to_the_same_screen_that_is_drawn_as_a_whole(self):
        for number in range(120):
            self.post(number, f"Möte {number} om något som tar sin plats")
        for rows, columns in ((35, 120), (24, 80), (14, 50)):
            session = self.start(os.path.join(self.home, "posts"), "--today", "2030-06-01", rows=rows, columns=columns)
            session.wait_for("All 120")  # not on the way there: what comes before moves the rows
            for keys, selected in (("j" * 60, "Möte 60 "), ("k" * 45, "Möte 15 "), ("j" * 7 + "k" * 30, "Möte 0 ")):
                for key in keys:
                    session.type(key)
                    session.read(0.005)
                session.wait_selected(selected)
                while session.read(0.1):
                    pass
                scrolled = session.screen.text
                session.screen.resize(rows, columns)
                session.type(b"\x0c")
                session.wait_selected(selected)
                while session.read(0.1):
                    pass
                self.assertEqual(session.screen.text, scrolled)
            session.type("Q")
            self.assert_left_as_found(session)


if __name__ == "__main__":
    unittest.main()
