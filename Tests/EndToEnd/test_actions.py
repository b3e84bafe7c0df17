"""Overlays over the real screen: where facts come from, actions by name."""

import unittest

from session import ProgramTest


class Actions(ProgramTest):
    def browse(self):
        session = self.start("seeds", "--today", "2020-11-22", rows=30, columns=100)
        session.wait_selected("GovTech Day 2020")
        return session

    def test_shows_where_the_facts_come_from(self):
        session = self.browse()
        session.type("i")
        session.wait_for("Where the facts come from")
        session.wait_for(" 4 │ title: GovTech Day 2020")
        session.type("\t")
        session.wait_selected("event-date 14")
        session.wait_for("14 │ event-date: 2020-12-01 10:00:40 +0100")
        session.type(b"\x1b")
        session.wait_gone("Where the facts come from")
        session.wait_selected("GovTech Day 2020")
        self.quit(session)

    def test_does_an_action_by_its_name(self):
        session = self.browse()
        session.type(":next-t")
        session.wait_selected("next-tab")
        session.type("\r")
        session.wait_for("Nothing past.")
        session.type(":que")
        session.wait_for("No action “que”.")
        session.type(b"\x7f\x7fuit\r")
        self.assertEqual(session.wait_end(), 0)
        self.assertEqual(session.terminal_faults(), [])


if __name__ == "__main__":
    unittest.main()
