"""The same few steps on every kind of terminal: as terminfo describes them, inside tmux, and in xterm."""

import os
import shlex
import shutil
import subprocess
import time
import unittest

from session import PATIENCE, PROGRAM, ROOT, ProgramTest

SIZES = ((35, 120), (24, 80), (16, 60), (10, 40))  # rows and columns
KINDS = ("xterm-256color", "tmux-256color", "screen", "linux", "vt100", "unknown-to-terminfo", "")


class Described(ProgramTest):
    """Terminals by their name, which is all that ncurses goes by."""

    def test_shows_moves_searches_resizes_and_leaves_as_found(self):
        for kind in KINDS:
            for (rows, columns), (next_rows, next_columns) in zip(SIZES, SIZES[1:] + SIZES[:1]):
                with self.subTest(kind=kind, rows=rows, columns=columns):
                    session = self.start("seeds", rows=rows, columns=columns, TERM=kind)
                    session.wait_selected("GovTech Day 2020")
                    session.type("k")
                    session.wait_selected("Ta del av")
                    session.type("/sundsvall")
                    session.wait_for("1 of 2")
                    session.type(b"\x1b")
                    session.wait_for("Ta del av")
                    session.resize(next_rows, next_columns)
                    session.wait_for("Ta del av")
                    session.wait_for("2 items")
                    session.type("Q")
                    self.assertEqual(session.wait_end(), 0)
                    self.assertEqual(session.terminal_faults(), [])

    def test_says_where_to_go_on_a_terminal_that_only_writes_lines(self):
        for rows, columns in SIZES:
            session = self.start("seeds", rows=rows, columns=columns, TERM="dumb")
            session.wait(lambda: "“anslag --plain” browses" in session.screen.text.replace("\n", ""), "a way on")
            self.assertEqual(session.wait_end(), 3)
            self.assertEqual(session.terminal_faults(), [])


class Window:
    """A terminal that is a program of its own, with a shell in it that ends after ours."""

    def wait_for(self, text):
        self.wait(lambda shown: text in shown, repr(text))

    def wait_gone(self, text):
        self.wait(lambda shown: text not in shown, f"{text!r} to go")

    def wait(self, seen, what):
        end = time.monotonic() + PATIENCE
        while not seen(shown := self.text()):
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what}; the screen:\n{shown}")


class Tmux(Window):
    def __init__(self, test, rows, columns, command):
        self.command = ["tmux", "-L", os.path.basename(test.home), "-f", "/dev/null"]
        self.environment = test.environment()
        self.environment.pop("TERM")
        test.addCleanup(self.run, "kill-server")
        size = ["-x", str(columns), "-y", str(rows)]
        self.run("new-session", "-d", *size, command)
        self.run("set-option", "window-size", "manual")
        # A pane of a session that nobody looks at has the default size until it is told otherwise.
        self.resize(rows, columns)

    def run(self, *arguments):
        return subprocess.run([*self.command, *arguments], env=self.environment, capture_output=True, cwd=ROOT).stdout.decode()

    def text(self):
        return self.run("capture-pane", "-p")

    def type(self, *keys):
        self.run("send-keys", *keys)

    def resize(self, rows, columns):
        self.run("resize-window", "-x", str(columns), "-y", str(rows))


class Xterm(Window):
    """xterm under a display that nobody sees. It shows what it has by printing it (`CSI ? 10 i`)."""

    def __init__(self, test, rows, columns, command):
        self.environment = {**test.environment(), "DISPLAY": start_display(test)}
        self.environment.pop("TERM")
        self.printed = os.path.join(test.home, "printed")
        device = os.path.join(test.home, "device")
        resources = {
            "printerCommand": f"cat > {self.printed}.part; mv {self.printed}.part {self.printed}",
            "printAttributes": "0",
            "allowSendEvents": "true",
            "allowWindowOps": "true",
            "locale": "false",
            "utf8": "2",
        }
        options = [word for name, value in resources.items() for word in ("-xrm", f"XTerm*{name}: {value}")]
        geometry = ["-geometry", f"{columns}x{rows}"]
        script = f"tty > {device}.part; mv {device}.part {device}; {command}"
        self.xterm = subprocess.Popen(
            ["xterm", *options, *geometry, "-e", "sh", "-c", script], env=self.environment, cwd=ROOT, stderr=subprocess.DEVNULL
        )
        test.addCleanup(self.close)
        self.device = await_file(device).strip()
        self.window = self.xdotool("search", "--sync", "--onlyvisible", "--class", "xterm").split()[0]

    def xdotool(self, *arguments):
        done = subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, timeout=PATIENCE)
        return done.stdout.decode()

    def send(self, sequence):
        with open(self.device, "w") as terminal:
            terminal.write(sequence)

    def text(self):
        self.send("\x1b[?10i")
        return await_file(self.printed)

    def type(self, *keys):
        for key in keys:
            names = [key] if len(key) > 1 else ["slash" if key == "/" else key]
            self.xdotool("key", "--window", self.window, *names)

    def resize(self, rows, columns):
        self.send(f"\x1b[8;{rows};{columns}t")

    def close(self):
        self.xterm.terminate()
        self.xterm.wait()


def start_display(test):
    """A display of its own: the X server chooses its number and writes it down."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24"]
    server = subprocess.Popen(command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)

    def close():
        server.terminate()
        server.wait()

    test.addCleanup(close)
    with open(reader) as number:
        return ":" + number.readline().strip()


def await_file(path):
    """What is in a file once it is there; it is gone then."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if os.path.exists(path):
            with open(path, errors="replace") as file:
                text = file.read()
            os.remove(path)
            return text
        time.sleep(0.01)
    raise AssertionError(f"{path} was not written")


class Real(ProgramTest):
    """Terminals as people have them."""

    def walk_through(self, kind):
        ended = "stty -a | tr ';' '\\n' | grep -cE -- '-icanon|-echo ' | sed 's/^/line settings changed: /'; echo 'and out'; cat"
        command = f"echo 'before it'; {shlex.quote(PROGRAM)} seeds; echo status $?; {ended}"
        for (rows, columns), (next_rows, next_columns) in zip(SIZES, SIZES[1:] + SIZES[:1]):
            with self.subTest(rows=rows, columns=columns):
                window = kind(self, rows, columns, command)
                window.wait_for("GovTech Day 2020")
                window.type("k")
                window.wait(lambda shown: any("▌" in line and "Ta del av" in line for line in shown.splitlines()), "the news")
                window.type("/", *"sundsvall")
                window.wait_for("1 of 2")
                window.type("Escape")
                window.wait_for("Ta del av")
                window.resize(next_rows, next_columns)
                window.wait_for("2 items")
                window.wait_for("Ta del av")
                # tmux 3.3a loses the shell's screen where it comes back to a larger one, whichever program leaves.
                window.resize(rows, columns)
                window.wait_for("2 items")
                window.type("Q")
                window.wait_for("and out")
                window.wait_for("status 0")
                # The shell's own screen is back, and nothing of ours on it.
                window.wait_for("before it")
                window.wait_for("line settings changed: 0")
                window.wait_gone("Ta del av")
                self.doCleanups()
                self.setUp()

    @unittest.skipUnless(shutil.which("tmux"), "tmux is not here")
    def test_inside_tmux(self):
        self.walk_through(Tmux)

    @unittest.skipUnless(all(map(shutil.which, ("xterm", "Xvfb", "xdotool"))), "xterm, Xvfb or xdotool is not here")
    def test_in_xterm(self):
        self.walk_through(Xterm)


if __name__ == "__main__":
    unittest.main()
