"""Runs the release program as a job in a real pseudo terminal, types keys and reads its screen. Nothing here sleeps to
wait: every wait is for something to be seen, and fails with the screen when it is not seen in time."""

import fcntl
import os
import resource
import select
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import termios
import time
import unittest

from screen import Screen

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
PROGRAM = os.environ.get("ANSLAG", os.path.join(ROOT, ".build/release/anslag"))
PATIENCE = 20  # seconds until a wait is given up


class Session:
    """The program in a terminal of its own, started by a parent that does job control as a shell does."""

    def __init__(self, arguments, rows, columns, environment, directory=ROOT, limits=()):
        self.screen = Screen(rows, columns)
        self.undecoded = b""
        self.status = None  # what waitpid gave at the end
        self.stops = 0
        self.master, self.slave = os.openpty()
        self.set_size(rows, columns)
        self.before = termios.tcgetattr(self.slave)
        self.channel, far = socket.socketpair()
        self.shell = os.fork()
        if self.shell == 0:
            try:
                os.close(self.master)
                self.channel.close()
                be_a_shell(self.slave, far, arguments, environment, directory, limits)
            finally:
                os._exit(1)  # never on with the tests, of which there is one run
        far.close()
        os.set_blocking(self.master, False)
        self.process = int(self.report())

    def report(self):
        """A line of the shell's: the process number, `stopped N` or `ended N`."""
        line = b""
        while not line.endswith(b"\n"):
            line += self.channel.recv(1)
        return line.decode().strip()

    def set_size(self, rows, columns):
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, rows, columns):
        self.read(0)
        self.screen.resize(rows, columns)
        self.set_size(rows, columns)

    def type(self, keys):
        os.write(self.master, keys.encode() if isinstance(keys, str) else keys)

    def read(self, seconds):
        """Takes in what comes within `seconds`; whether anything came."""
        channel = [self.channel] if self.status is None else []
        ready, _, _ = select.select([self.master, *channel], [], [], seconds)
        if self.master in ready:
            data = os.read(self.master, 1 << 16)
            text = (self.undecoded + data).decode("utf-8", "surrogateescape")
            whole = text.rstrip("".join(map(chr, range(0xDC80, 0xDD00))))
            self.screen.feed(whole)
            while self.screen.answers:
                self.type(self.screen.answers.pop(0))
            self.undecoded = text[len(whole) :].encode("utf-8", "surrogateescape")
        if self.channel in ready:
            word, _, value = self.report().partition(" ")
            if word == "stopped":
                self.stops += 1
            else:
                self.status = int(value)
        return bool(ready)

    def wait(self, seen, what):
        """Reads until `seen()`; fails with `what` and the screen."""
        end = time.monotonic() + PATIENCE
        while not seen():
            came = self.read(0.2)
            if time.monotonic() > end or (self.status is not None and not came and not seen()):
                raise AssertionError(f"waited in vain for {what}; status {self.status}; the screen:\n{self.screen.text}")

    def wait_for(self, text):
        self.wait(lambda: text in self.screen.text, repr(text))

    def wait_gone(self, text):
        self.wait(lambda: text not in self.screen.text, f"{text!r} to go")

    def wait_selected(self, text):
        self.wait(lambda: any(text in row for row in self.screen.selected), f"{text!r} to be selected")

    def wait_stopped(self):
        self.wait(lambda: self.stops > 0, "it to stop")
        while self.read(0):
            pass

    def wait_end(self):
        """The exit status, or minus the signal's number."""
        self.wait(lambda: self.status is not None, "it to end")
        while self.read(0):
            pass
        return os.waitstatus_to_exitcode(self.status)

    def signal(self, number):
        os.killpg(self.process, number)

    def resume(self):
        """What `fg` does."""
        self.channel.sendall(b"c")

    def terminal_faults(self):
        """How the terminal differs from how it was found; empty where it does not."""
        faults = [f"mode {mode} is on" for mode in sorted(self.screen.modes - {"7", "8", "1034"})]
        if not self.screen.cursor_shown:
            faults.append("the cursor is hidden")
        if termios.tcgetattr(self.slave) != self.before:
            faults.append("the line settings are changed")
        if self.screen.keyboards:
            faults.append("the keyboard is changed")
        if self.screen.strange:
            faults.append(f"it sent {self.screen.strange[:3]!r}")
        return faults

    def close(self):
        if self.status is None:
            try:
                os.killpg(self.process, signal.SIGKILL)
                os.killpg(self.process, signal.SIGCONT)
            except ProcessLookupError:
                pass
        self.channel.close()
        os.close(self.master)
        os.close(self.slave)
        os.waitpid(self.shell, 0)


def be_a_shell(slave, channel, arguments, environment, directory, limits):
    """Runs the program as the foreground job of a session of its own; tells when it stops or ends. Never returns."""
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    # Ignored where the tests run in the background.
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    job = os.fork()
    if job == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(slave, os.getpid())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        for descriptor in (0, 1, 2):
            os.dup2(slave, descriptor)
        os.closerange(3, 256)
        os.chdir(directory)
        for what, limit in limits:
            resource.setrlimit(what, (limit, resource.getrlimit(what)[1]))
        os.execve(PROGRAM, [PROGRAM, *arguments], environment)
    try:
        os.setpgid(job, job)
    except OSError:
        pass  # the job was quicker
    channel.sendall(b"%d\n" % job)
    while True:
        _, status = os.waitpid(job, os.WUNTRACED)
        os.tcsetpgrp(slave, os.getpid())
        if not os.WIFSTOPPED(status):
            channel.sendall(b"ended %d\n" % status)
            os._exit(0)
        channel.sendall(b"stopped %d\n" % os.WSTOPSIG(status))
        if channel.recv(1):
            os.tcsetpgrp(slave, job)
        os.killpg(job, signal.SIGCONT)


class ProgramTest(unittest.TestCase):
    """A test with a home of its own and stand-ins on PATH."""

    maxDiff = None

    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="anslag-test-")
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.bin = os.path.join(self.home, "bin")
        os.mkdir(self.bin)

    def environment(self, **more):
        return {
            "PATH": self.bin + ":/usr/bin:/bin",
            "HOME": self.home,
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "SWIFT_BACKTRACE": "enable=no",
            **more,
        }

    def start(self, *arguments, rows=24, columns=80, directory=ROOT, limits=(), **environment):
        """The program in a terminal. `limits` are pairs of what setrlimit(2) limits and how much of it there is."""
        session = Session(arguments, rows, columns, self.environment(**environment), directory, limits)
        self.addCleanup(session.close)
        return session

    def quit(self, session, keys="Q"):
        """Ends the program as a person does, and finds the terminal as it was."""
        session.type(keys)
        self.assertEqual(session.wait_end(), 0)
        self.assertEqual(session.terminal_faults(), [])

    def run_program(self, *arguments, stdin=b"", **environment):
        """Standard output, standard error and exit status of a run that is not in a terminal."""
        done = subprocess.run(
            [PROGRAM, *arguments],
            input=stdin,
            capture_output=True,
            env=self.environment(**environment),
            cwd=ROOT,
            timeout=PATIENCE * 3,
        )
        return done.stdout.decode(), done.stderr.decode(), done.returncode

    def write(self, name, content):
        """A file in the test's home."""
        path = os.path.join(self.home, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def stand_in(self, name, script="exit 0"):
        """A program on PATH that records its arguments, then does what `script` says. Gives a function that waits for
        the record: a list of the arguments of one call."""
        record = os.path.join(self.home, name + ".record")
        os.mkfifo(record)
        path = self.write(os.path.join("bin", name), f"#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > '{record}'\n{script}\n")
        os.chmod(path, 0o755)
        reader = os.open(record, os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, reader)

        def arguments():
            text = b""
            end = time.monotonic() + PATIENCE
            while time.monotonic() < end:
                if select.select([reader], [], [], 0.2)[0]:
                    data = os.read(reader, 1 << 16)
                    text += data
                    if text and not data:
                        count, *values = text.decode().splitlines()
                        self.assertEqual(int(count), len(values))
                        return values
            raise AssertionError(f"{name} was not started")

        return arguments
