"""A small terminal emulator: enough of xterm to read what a curses program draws, and to tell how it leaves the terminal."""

import base64
import re
import unicodedata

CONTROL = re.compile(
    r"\x1b\[(?P<csi>[0-?]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b(?P<charset>[()][0-9A-Za-z])"
    r"|\x1b(?P<esc>[0-Z^-~])"
    r"|(?P<c0>[\x00-\x1a\x1c-\x1f\x7f])"
    r"|(?P<text>[^\x00-\x1f\x7f]+)",
    re.S,
)


def width(letter):
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


class Screen:
    def __init__(self, rows, columns):
        self.modes = set()  # private modes that are on, by number
        self.cursor_shown = True
        self.saved = (0, 0)
        self.unparsed = ""
        self.clipboard = None  # what was put there
        self.strange = []  # what a document must never be able to send
        self.keyboards = 0  # how often kitty's keyboard protocol was pushed and not popped
        self.answers = []  # to what was asked, as a terminal with everything gives them
        self.resize(rows, columns)

    def resize(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.cells = [[" "] * columns for _ in range(rows)]
        self.reversed = [[False] * columns for _ in range(rows)]
        self.linked = [[None] * columns for _ in range(rows)]  # where each cell leads (OSC 8)
        self.link = None
        self.row = self.column = 0
        self.top, self.bottom = 0, rows - 1
        self.is_reversed = False
        self.last = " "

    @property
    def lines(self):
        return ["".join(row).rstrip() for row in self.cells]

    @property
    def text(self):
        return "\n".join(self.lines)

    @property
    def selected(self):
        """The text of the rows that are drawn reversed over a good part of their pane."""
        return [
            "".join(cell for cell, is_reversed in zip(self.cells[row], self.reversed[row]) if is_reversed).strip()
            for row in range(self.rows)
            if sum(self.reversed[row]) >= 10
        ]

    @property
    def links(self):
        """The words that lead to each address, from top to bottom."""
        words = {}
        for cells, linked in zip(self.cells, self.linked):
            last = None
            for cell, link in zip(cells, linked):
                if link:
                    words[link] = words.get(link, "") + ("" if link == last else " ") + cell
                last = link
        return {link: " ".join(text.split()) for link, text in words.items()}

    def feed(self, text):
        text = self.unparsed + text
        self.unparsed = ""
        at = 0
        while at < len(text):
            match = CONTROL.match(text, at)
            if not match:  # a sequence of which the rest is still to come
                self.unparsed = text[at:]
                return
            at = match.end()
            if match.group("text"):
                self.write(match.group("text"))
            elif match.group("final"):
                self.csi(match.group("csi"), match.group("final"))
            elif match.group("c0"):
                self.control(match.group("c0"))
            elif match.group("esc"):
                self.escape(match.group("esc"))
            elif match.group("osc") is not None:
                self.command(match.group("osc"))

    def command(self, osc):
        kind, _, rest = osc.partition(";")
        if kind == "52" and re.fullmatch(r"c;[A-Za-z0-9+/]*=*", rest):
            self.clipboard = base64.b64decode(rest[2:]).decode()
        elif kind == "11" and rest == "?":
            self.answers.append("\x1b]11;rgb:ffff/ffff/ffff\x1b\\")
        elif kind == "8" and re.fullmatch(r"(id=[0-9]+;[!-~]+|;)", rest):
            self.link = rest.partition(";")[2] or None
        else:
            self.strange.append(osc)

    def write(self, text):
        for letter in text:
            columns = width(letter)
            if columns == 0:
                self.cells[self.row][max(0, self.column - 1)] += letter
                continue
            if self.column + columns > self.columns:
                self.column = 0
                self.line_feed()
            for offset in range(columns):
                self.cells[self.row][self.column + offset] = "" if offset else letter
                self.reversed[self.row][self.column + offset] = self.is_reversed
                self.linked[self.row][self.column + offset] = self.link
            self.column += columns
            self.last = letter

    def control(self, letter):
        if letter == "\r":
            self.column = 0
        elif letter in "\n\x0b\x0c":
            self.line_feed()
        elif letter == "\b":
            self.column = max(0, self.column - 1)
        elif letter == "\t":
            self.column = min(self.columns - 1, self.column // 8 * 8 + 8)
        elif letter not in "\x07\x0e\x0f\x00":
            self.strange.append(letter)

    def escape(self, letter):
        if letter == "7":
            self.saved = (self.row, self.column)
        elif letter == "8":
            self.row, self.column = self.saved
        elif letter == "D":
            self.line_feed()
        elif letter == "E":
            self.column = 0
            self.line_feed()
        elif letter == "M":
            if self.row == self.top:
                self.scroll(self.top, -1)
            else:
                self.row = max(0, self.row - 1)

    def line_feed(self):
        if self.row == self.bottom:
            self.scroll(self.top, 1)
        else:
            self.row = min(self.rows - 1, self.row + 1)

    def scroll(self, top, count):
        """Moves the rows from `top` to the bottom margin up, or down where `count` is negative."""
        for _ in range(abs(count)):
            for grid, empty in ((self.cells, " "), (self.reversed, False), (self.linked, None)):
                gone, new = (top, self.bottom) if count > 0 else (self.bottom, top)
                del grid[gone]
                grid.insert(new, [empty] * self.columns)

    def csi(self, parameters, final):
        if parameters[:1] == "?" and final in "hl":
            self.set_modes(parameters[1:].split(";"), final == "h")
            return
        if final == "u" and parameters[:1] in ("<", ">"):
            self.keyboards += 1 if parameters[0] == ">" else -1
        elif final == "u" and parameters == "?":
            self.answers.append("\x1b[?0u")
        elif final == "c" and parameters == "":
            self.answers.append("\x1b[?62;22c")
        if parameters[:1] in ("<", "=", ">", "?"):
            return
        numbers = [int(n) if n.isdigit() else 0 for n in parameters.split(";")]
        count = max(1, numbers[0])
        second = numbers[1] if len(numbers) > 1 else 0
        row, column = self.row, self.column
        if final in "Hf":
            row, column = count - 1, max(1, second) - 1
        elif final == "A":
            row -= count
        elif final in "Be":
            row += count
        elif final in "Ca":
            column += count
        elif final == "D":
            column -= count
        elif final == "d":
            row = count - 1
        elif final in "G`":
            column = count - 1
        elif final == "J":
            self.erase_display(numbers[0])
        elif final == "K":
            self.erase_line(numbers[0])
        elif final == "X":
            self.erase(self.row, self.column, self.column + count)
        elif final == "P":
            self.shift(count, 0)
        elif final == "@":
            self.shift(0, count)
        elif final == "L":
            self.scroll(self.row, -count)
        elif final == "M":
            self.scroll(self.row, count)
        elif final in "ST":
            self.scroll(self.top, count if final == "S" else -count)
        elif final == "b":
            self.write(self.last * count)
            return
        elif final == "r":
            self.top, self.bottom = count - 1, (second or self.rows) - 1
            row = column = 0
        elif final == "m":
            self.rendition(numbers)
        self.row = min(max(row, 0), self.rows - 1)
        self.column = min(max(column, 0), self.columns - 1)

    def set_modes(self, modes, is_on):
        for mode in modes:
            if mode == "25":
                self.cursor_shown = is_on
            elif is_on:
                self.modes.add(mode)
            else:
                self.modes.discard(mode)
            if mode == "1049":
                self.resize(self.rows, self.columns)

    def rendition(self, numbers):
        skip = 0
        for index, number in enumerate(numbers):
            if skip:
                skip -= 1
            elif number in (0, 27):
                self.is_reversed = False
            elif number == 7:
                self.is_reversed = True
            elif number in (38, 48):
                skip = 2 if numbers[index + 1 : index + 2] == [5] else 4

    def erase(self, row, start, end):
        for column in range(start, min(end, self.columns)):
            self.cells[row][column] = " "
            self.reversed[row][column] = self.is_reversed
            self.linked[row][column] = self.link

    def erase_line(self, how):
        start, end = {0: (self.column, self.columns), 1: (0, self.column + 1)}.get(how, (0, self.columns))
        self.erase(self.row, start, end)

    def erase_display(self, how):
        first, last = {0: (self.row + 1, self.rows), 1: (0, self.row)}.get(how, (0, self.rows))
        for row in range(first, last):
            self.erase(row, 0, self.columns)
        if how in (0, 1):
            self.erase_line(how)

    def shift(self, deleted, inserted):
        for grid, empty in ((self.cells, " "), (self.reversed, False), (self.linked, None)):
            row = grid[self.row]
            head, tail = row[: self.column], row[self.column + deleted :]
            grid[self.row] = (head + [empty] * inserted + tail + [empty] * deleted)[: self.columns]
