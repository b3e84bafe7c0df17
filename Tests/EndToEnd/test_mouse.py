"""What the mouse does in a real terminal, and what is remembered of how the panes stand."""

import signal
import unittest

from session import ProgramTest


class Mouse(ProgramTest):
    def seeds(self, rows=35, columns=120, **more):
        session = self.start("seeds", rows=rows, columns=columns, **more)
        session.wait_for("2 items")  # not on the way there: what comes before moves the rows
        session.wait_for("www.govtechday.se")
        session.wait_selected("GovTech Day 2020")
        return session

    def place(self, session, text):
        """Column and row, from 1, of the first place that shows a text."""
        session.wait_for(text)
        for row, line in enumerate(session.screen.text.split("\n")):
            if text in line:
                return line.index(text) + 1, row + 1

    def send(self, session, code, place, final="M"):
        session.type(f"\x1b[<{code};{place[0]};{place[1]}{final}")

    def click(self, session, text):
        place = self.place(session, text)
        self.send(session, 0, place)
        self.send(session, 0, place, "m")

    def test_clicks_select_rows_go_to_tabs_and_open_links(self):
        arguments = self.stand_in("xdg-open")
        session = self.seeds()
        session.wait(lambda: {"1002", "1006"} <= session.screen.modes, "the mouse to be on")
        self.click(session, "Ta del av fler")
        session.wait_selected("Ta del av fler")
        self.click(session, "News 1")
        session.wait_for("▸News")
        self.click(session, "All 2")
        session.wait_for("▸All")
        self.click(session, "GovTech Day 2020")
        self.click(session, "voyd.se")
        self.assertEqual(arguments(), ["https://voyd.se/creators/govtech-day"])
        self.quit(session)

    def test_the_wheel_scrolls_the_text_under_it(self):
        session = self.seeds(rows=24, columns=80)
        self.send(session, 65, self.place(session, "Links"))
        session.wait_for("↑")
        session.wait_selected("GovTech Day 2020")
        self.quit(session)

    def test_remembers_where_the_divider_was_dragged(self):
        session = self.seeds()
        column, row = self.place(session, "┬")
        self.send(session, 0, (column, row + 5))
        self.send(session, 32, (column + 17, row + 6))
        self.send(session, 0, (column + 17, row + 6), "m")
        session.wait(lambda: "─" * (column + 16) + "┬" in session.screen.text, "the divider to move")
        self.quit(session)
        session = self.seeds()
        self.assertEqual(self.place(session, "┬")[0], column + 17)
        session.type("P")
        session.wait_gone("┬")
        self.quit(session)
        session = self.seeds()
        self.assertNotIn("┬", session.screen.text)
        self.quit(session)

    def test_is_left_to_the_terminal_where_that_is_set(self):
        self.write(".config/anslag/config.toml", "mouse = false\n")
        session = self.seeds()
        session.type("k")
        session.wait_selected("Ta del av fler")
        self.assertEqual({"1002", "1006"} & session.screen.modes, set())
        self.quit(session)

    def test_how_the_panes_stand_is_remembered_whatever_ends_the_program(self):
        for number, key, column in ((signal.SIGTERM, "+", 57), (signal.SIGHUP, "+", 62), (signal.SIGINT, "-", 57)):
            session = self.seeds()
            session.type(key)
            session.wait(lambda: self.place(session, "┬")[0] - 1 == column, f"the divider at {column}")
            session.signal(number)
            self.assertEqual(session.wait_end(), -number)
            session = self.seeds()
            self.assertEqual(self.place(session, "┬")[0] - 1, column)
            self.quit(session)


if __name__ == "__main__":
    unittest.main()
