"""The same few steps on every kind of terminal: as terminfo describes them, inside tmux, and in xterm."""

import base64
import os
import random
import select
import shlex
import shutil
import signal
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

    def paste(self, text):
        self.run("set-buffer", "--", text)
        self.run("paste-buffer", "-p")

    def close(self):
        self.run("kill-pane")


class Xterm(Window):
    """xterm under a display that nobody sees. It shows what it has by printing it (`CSI ? 10 i`)."""

    KEYS = {"/": "slash", "Enter": "Return", "C-z": "ctrl+z"}

    def __init__(self, test, rows, columns, command):
        self.environment = {**test.environment(), "DISPLAY": start_display(test)}
        self.environment.pop("TERM")
        self.printed = os.path.join(test.home, "printed")
        device = os.path.join(test.home, "device")
        resources = {
            "printerCommand": f"cat > {self.printed}.part; mv {self.printed}.part {self.printed}",
            "printAttributes": "0",
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
        self.xdotool("windowfocus", "--sync", self.window)

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
            self.xdotool("key", self.KEYS.get(key, key))

    def resize(self, rows, columns):
        self.send(f"\x1b[8;{rows};{columns}t")

    def paste(self, text):
        self.send(f"\x1b]52;s0;{base64.b64encode(text.encode()).decode()}\x07")
        self.type("shift+Insert")

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

    def endure(self, kind):
        """What users, shells and the terminal do to it, in one window: each line that is read there is a program to run."""
        self.process = os.path.join(self.home, "process")
        program = f"echo $$ > {self.process}.part; mv {self.process}.part {self.process}; exec {shlex.quote(PROGRAM)} seeds"
        script = f"""
            program() {{ sh -c {shlex.quote(program)}; }}
            set -m
            while read next; do
                clear
                echo 'before it'
                $next
                status=$?
                changed=$(stty -a | tr ';' '\\n' | grep -cE -- '-icanon|-echo ')
                stty sane
                echo "status $status, line settings changed: $changed"
            done"""
        window = kind(self, 24, 80, f"sh -c {shlex.quote(script)}")
        self.is_ended_by_signals(window)
        self.stops_and_goes_on(window)
        self.takes_a_storm_of_sizes(window)
        self.takes_a_paste_for_text(window)
        self.ends_with(window)

    def begin(self, window):
        window.type(*"program", "Enter")
        window.wait_for("GovTech Day 2020")
        return int(await_file(self.process))

    def assert_given_back(self, window, status):
        window.wait_for(f"status {status}, line settings changed: 0")
        window.wait_for("before it")
        window.wait_gone("GovTech Day 2020")

    def is_ended_by_signals(self, window):
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGSEGV, signal.SIGABRT):
            os.kill(self.begin(window), number)
            self.assert_given_back(window, 128 + number)
            if number in (signal.SIGSEGV, signal.SIGABRT):
                # What the terminal had answered by then the shell may have got.
                window.type("Enter")
                window.wait_gone(f"status {128 + number}")

    def stops_and_goes_on(self, window):
        process = self.begin(window)
        window.type("C-z")
        self.assert_given_back(window, 128 + signal.SIGTSTP)
        window.type(*"fg", "Enter")
        window.wait_for("GovTech Day 2020")
        # By force, where it has no say.
        os.kill(process, signal.SIGSTOP)
        window.wait_for(f"status {128 + signal.SIGSTOP}")
        window.type(*"fg", "Enter")
        window.wait(lambda shown: "GovTech Day 2020" in shown and "status" not in shown, "all of it to be drawn anew")
        window.type("Q")
        self.assert_given_back(window, 0)

    def takes_a_storm_of_sizes(self, window):
        self.begin(window)
        window.wait_for("2 items")
        before = window.text()
        chance = random.Random(1)
        for _ in range(60):
            window.resize(chance.randrange(1, 60), chance.randrange(1, 200))
        window.resize(24, 80)
        window.wait(lambda shown: shown == before, "the screen of before")
        window.type("Q")
        window.wait_for("status 0")

    def takes_a_paste_for_text(self, window):
        self.begin(window)
        window.paste("oQq\r\n" * 3000)
        window.type("/")
        window.paste("sundsvall")
        window.wait_for("1 of 2")
        window.type("Escape")
        window.wait_gone("1 of 2")
        window.type("Q")
        self.assert_given_back(window, 0)

    def ends_with(self, window):
        process = os.pidfd_open(self.begin(window))
        self.addCleanup(os.close, process)
        window.close()
        ended, _, _ = select.select([process], [], [], PATIENCE)
        self.assertEqual(ended, [process])

    @unittest.skipUnless(shutil.which("tmux"), "tmux is not here")
    def test_inside_tmux(self):
        self.walk_through(Tmux)
        self.endure(Tmux)

    @unittest.skipUnless(all(map(shutil.which, ("xterm", "Xvfb", "xdotool"))), "xterm, Xvfb or xdotool is not here")
    def test_in_xterm(self):
        self.walk_through(Xterm)
        self.endure(Xterm)


if __name__ == "__main__":
    unittest.main()
