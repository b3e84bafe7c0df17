"""What leaves the program, as the world outside sees it: copied, saved, sent, piped, edited."""

import json
import os
import subprocess
import sys
import unittest

from session import ROOT, ProgramTest

POST = """---
title: Fyrdag
start: 2031-05-06 18:00
place: Saltvik
url: https://fyr.example/
---
Kom och se.

Kontakt: Vera Påhittad, vera@fyr.example
"""


def calendar(path):
    """What an independent parser makes of a calendar file."""
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import icalendar"], capture_output=True).returncode == 0:
            break
    else:
        raise AssertionError("no Python has the package icalendar: scripts/setup python3-icalendar installs it")
    with open(path, "rb") as file:
        reader = os.path.join(os.path.dirname(__file__), "calendar_file.py")
        done = subprocess.run([python, "-B", reader], stdin=file, capture_output=True, check=True)
    return json.loads(done.stdout)


class Sharing(ProgramTest):
    def browse(self, directory=None, **more):
        self.post = self.write("posts/fyrdag.md", POST)
        session = self.start(os.path.dirname(self.post), rows=35, columns=120, directory=directory or self.home, **more)
        session.wait_selected("Fyrdag")
        session.wait_for("vera@fyr.example")
        return session

    def test_copies_through_the_terminal(self):
        session = self.browse()
        session.type("y")
        session.wait(lambda: session.screen.clipboard == "https://fyr.example/", "the link")
        session.type("Y")
        session.wait(lambda: session.screen.clipboard.startswith("Fyrdag\n"), "the text")
        self.assertFalse(session.screen.clipboard.endswith("\n"))
        session.wait_for("Copied the item as text.")
        self.quit(session)

    def test_copies_with_the_program_of_the_desktop(self):
        copied = self.write("copied", "")
        arguments = self.stand_in("xclip", f"cat > '{copied}'; echo noise")
        session = self.browse(DISPLAY=":0")
        session.type("y")
        self.assertEqual(arguments(), ["-selection", "clipboard", "-in"])

        def is_copied():
            with open(copied) as file:
                return file.read() == "https://fyr.example/"

        session.wait(is_copied, "the link")
        self.quit(session)
        self.assertNotIn("noise", session.screen.text)

    def test_says_that_there_is_no_clipboard(self):
        session = self.browse(TERM="linux")
        session.type("y")
        session.wait_for("Not copied")
        self.assertIsNone(session.screen.clipboard)
        session.type("Q")
        self.assertEqual(session.wait_end(), 0)

    def test_writes_to_the_contact(self):
        arguments = self.stand_in("xdg-open")
        session = self.browse()
        session.type("m")
        self.assertEqual(arguments(), ["mailto:vera@fyr.example?subject=Fyrdag"])
        session.wait_for("Writing to vera@fyr.example")
        self.quit(session)

    def test_saves_the_item_and_never_over_another_file(self):
        session = self.browse()
        session.type("w")
        session.wait_for("Saved 2031-05-06-fyrdag.txt")
        session.type("w")
        session.wait_for("Saved 2031-05-06-fyrdag-2.txt")
        session.type("x")
        session.wait_for("Saved 2031-05-06-fyrdag.ics")
        self.quit(session)
        with open(os.path.join(self.home, "2031-05-06-fyrdag-2.txt")) as file:
            self.assertTrue(file.read().startswith("Fyrdag\n"))
        found = calendar(os.path.join(self.home, "2031-05-06-fyrdag.ics"))
        self.assertEqual(found["faults"], [])
        self.assertEqual([(event["start"], event["location"]) for event in found["events"]], [("2031-05-06T18:00:00", "Saltvik")])

    def test_saves_at_home_where_the_folder_cannot_be_written(self):
        # A folder that is gone can be written by nobody, root included.
        folder = os.path.join(self.home, "gone")
        os.mkdir(folder)
        session = self.browse(directory=folder)
        os.rmdir(folder)
        session.type("w")
        session.wait_for("Saved ~/2031-05-06-fyrdag.txt")
        self.quit(session)
        self.assertTrue(os.path.exists(os.path.join(self.home, "2031-05-06-fyrdag.txt")))

    def test_every_fixture_makes_a_valid_calendar(self):
        fixtures = os.path.join(ROOT, "Tests/EventFormatsTests/Fixtures")
        session = self.start(fixtures, "seeds", os.path.join(ROOT, "seeds"), rows=35, columns=120, directory=self.home)
        session.wait_for("Höstträffen")
        session.wait_for(" items")  # until then it says how far it has read
        session.type(">>>>")
        session.wait_for("▸All")
        session.type("X")
        session.wait_for(".ics; ")
        self.quit(session)
        (name,) = [name for name in os.listdir(self.home) if name.endswith(".ics")]
        found = calendar(os.path.join(self.home, name))
        self.assertEqual(found["faults"], [])
        self.assertGreater(len(found["events"]), 40)
        govtech = next(event for event in found["events"] if event["summary"] == "GovTech Day 2020")
        self.assertEqual((govtech["start"], govtech["end"]), ("2020-12-01T09:00:00+00:00", "2020-12-01T14:00:00+00:00"))

    def test_pipes_the_item_to_a_command(self):
        session = self.browse()
        session.type("|head -1; echo; echo \"$(tty)\"\r")
        session.wait_for("Press a key to go on.")
        self.assertIn("Fyrdag", session.screen.text)
        self.assertIn("not a tty", session.screen.text)
        self.assertFalse(session.screen.modes & {"1049", "2004", "1004"})
        session.type("q")
        session.wait_selected("Fyrdag")
        self.quit(session)

    def test_tells_how_a_command_failed(self):
        session = self.browse()
        session.type("|exit 3\r")
        session.wait_for("Press a key to go on.")
        session.type(" ")
        session.wait_for("exit 3: exit status 3")
        self.quit(session)

    def test_an_interrupt_is_for_the_command_alone(self):
        session = self.browse()
        session.type("|echo started; exec sleep 100\r")
        session.wait_for("started")
        session.type(b"\x03")
        session.wait_for("Press a key to go on.")
        session.type(" ")
        session.wait_selected("Fyrdag")
        self.quit(session)

    def test_a_command_that_is_stopped_stops_with_the_program(self):
        session = self.browse()
        session.type("|echo started; read line < /dev/tty; echo went on\r")
        session.wait_for("started")
        session.type(b"\x1a")
        session.wait_stopped()
        session.resume()
        session.type("x\n")
        session.wait_for("went on")
        session.wait_for("Press a key to go on.")
        session.type(" ")
        session.wait_selected("Fyrdag")
        self.quit(session)

    def test_edits_the_source_and_reads_it_again(self):
        editor = self.write("bin/my-editor", "#!/bin/sh\n[ -t 0 ] && [ -t 1 ] && [ \"$1\" = --wait ] && sed -i 's/Fyrdag/Fyrnatt/' \"$2\"\n")
        os.chmod(editor, 0o755)
        session = self.browse(VISUAL="my-editor  --wait", EDITOR="false")
        session.type("e")
        session.wait_selected("Fyrnatt")
        self.quit(session)

    def test_tells_that_the_editor_is_missing(self):
        session = self.browse(EDITOR="no-such-editor -x")
        session.type("e")
        session.wait_for("no-such-editor -x: No such file or directory")
        session.wait_selected("Fyrdag")
        self.quit(session)

    def test_reads_everything_again(self):
        session = self.browse()
        session.type("R")
        session.wait_for("Reading everything again")
        session.type("r")
        session.wait_for("fyrdag.md again.")
        session.wait_selected("Fyrdag")
        self.quit(session)


if __name__ == "__main__":
    unittest.main()
