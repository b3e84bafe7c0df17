"""Links that the terminal opens itself (OSC 8): on their words, and on nothing else, whatever is drawn after."""

import unittest

from session import ProgramTest

POSTS = {
    "a.md": """---
title: Fyrdag
start: 2031-05-06
url: https://fyr.example/dag
---
Kom till [det gamla lotshuset i Saltvik vid havet, där vägen tar slut](https://saltvik.example/lots) och se.
""",
    "b.md": """---
title: Ljusdag
start: 2031-05-07
url: https://ljus.example/
---
""" + "\n\n".join(f"Rad {number}: [plats {number}](https://ljus.example/{number})." for number in range(40)),
    "c.md": """---
title: Utan
start: 2031-05-08
---
Inget att följa. [Inte](javascript:x) heller [det](https://a.example@b.example/).
""",
}


class Hyperlinks(ProgramTest):
    def browse(self, **more):
        for name, text in POSTS.items():
            path = self.write("posts/" + name, text)
        session = self.start(path.rpartition("/")[0], rows=30, columns=110, **more)
        session.wait_selected("Fyrdag")
        session.wait_for("fyr.example/dag")
        return session

    def assert_links(self, session, links):
        session.wait(lambda: session.screen.links == links, f"{links}, not {session.screen.links}")

    def test_stand_on_their_words_and_move_with_them(self):
        session = self.browse()
        fyr = {
            "https://fyr.example/dag": "fyr.example/dag",
            "https://saltvik.example/lots": "det gamla lotshuset i Sal…"
            " det gamla lotshuset i Saltvik vid havet, där vägen tar slut",
        }
        self.assert_links(session, fyr)
        session.type("j")
        session.wait_selected("Ljusdag")

        session.type("J" * 20)
        session.wait_for("plats 16.")

        def seen():
            """The links whose words are on the screen, by number."""
            return {number: f"https://ljus.example/{number}" for number in range(40) if f": plats {number}." in session.screen.text}

        def is_right():
            links = session.screen.links
            return len(seen()) > 9 and links == {link: f"plats {number}" for number, link in seen().items()}

        session.wait(is_right, f"links on their words alone, not {session.screen.links}")
        session.type("j")
        session.wait_for("Inget att följa.")
        self.assert_links(session, {})
        session.type("kk")
        self.assert_links(session, fyr)
        session.type(b"\x0c")
        session.type("z")
        session.wait_gone("Kom till")
        self.assert_links(session, {})
        session.type("z")
        session.wait_for("Kom till")
        self.assert_links(session, fyr)
        session.type("?")
        session.wait_for("Keys")
        self.assert_links(session, {})
        session.type(b"\x1b")
        self.assert_links(session, fyr)
        session.resize(24, 80)
        session.signal(28)
        session.wait_for("fyr.example/dag")
        session.wait(lambda: session.screen.links.get("https://fyr.example/dag") == "fyr.example/dag", "the link again")
        self.quit(session)

    def test_are_not_told_to_terminals_that_would_show_them(self):
        for name in ("linux", "vt100", "screen"):
            session = self.browse(TERM=name)
            self.assertEqual(session.screen.links, {})
            session.type("Q")
            self.assertEqual(session.wait_end(), 0)


if __name__ == "__main__":
    unittest.main()
