"""A program in a terminal of its own, watched from outside: when it draws, how many bytes, and what that costs."""

import codecs
import fcntl
import os
import select
import signal
import struct
import sys
import termios
import time

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Tests/EndToEnd"))

from screen import Screen

# Settled: nothing is drawn for twice as long, and meanwhile no more than this is worked.
QUIET = 0.02
IDLE = 0.0005
PATIENCE = 120


class Answer:
    """What came after a key, or after the start: milliseconds to the first and to the last byte, and until a text was seen;
    bytes; milliseconds of processor time."""

    def __init__(self, first, last, seen, size, cpu):
        self.first, self.last, self.seen, self.size, self.cpu = first, last, seen, size, cpu


class Terminal:
    def __init__(self, command, environment, rows=35, columns=120):
        self.master, slave = os.openpty()
        self.screen = Screen(rows, columns)
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.undrawn = b""
        self.resize_only(rows, columns)
        name = os.ttyname(slave)
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ]
        self.started = time.monotonic()
        self.process = os.posix_spawnp(command[0], command, environment, file_actions=actions, setsid=True)
        os.close(slave)
        os.set_blocking(self.master, False)
        self.is_over = False

    def cpu(self):
        """Seconds of processor time so far: the kernel's clock of that process (clock_getcpuclockid)."""
        try:
            return time.clock_gettime(~self.process << 3 | 2)
        except OSError:
            return 0

    def is_working(self):
        try:
            for task in os.listdir(f"/proc/{self.process}/task"):
                with open(f"/proc/{self.process}/task/{task}/stat", "rb") as file:
                    if file.read().rpartition(b")")[2][1:2] in b"RD":
                        return True
        except OSError:
            pass
        return False

    def memory(self):
        """Bytes of memory that are its own or shared with others: resident."""
        with open(f"/proc/{self.process}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def settle(self, start, cpu, text=None):
        """Reads until the program rests, and where there is a `text`, at least until that was drawn."""
        first = last = seen = before = None
        size = 0
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and not self.is_over:
            if select.select([self.master], [], [], QUIET)[0]:
                now = time.monotonic()
                try:
                    data = os.read(self.master, 1 << 17)
                except OSError:
                    data = b""
                self.is_over = not data
                first, last, before = first or now, now, None
                size += len(data)
                self.undrawn += data
                if text and not seen and self.shows(text):
                    seen = now
                continue
            worked = self.cpu()
            if before is not None and worked - before < IDLE and not (text and not seen) and not self.is_working():
                break
            before = worked

        def milliseconds(moment):
            return moment and (moment - start) * 1000

        return Answer(milliseconds(first), milliseconds(last), milliseconds(seen), size, (self.cpu() - cpu) * 1000)

    def shows(self, text):
        """Whether the text stands on the screen. Output is drawn only when somebody asks: that takes longer than to read it."""
        self.screen.feed(self.decoder.decode(self.undrawn))
        self.undrawn = b""
        return text in self.screen.text

    def start(self, text=None):
        """The answer to the start itself."""
        return self.settle(self.started, 0, text)

    def press(self, keys, text=None):
        cpu, start = self.cpu(), time.monotonic()
        os.write(self.master, keys)
        return self.settle(start, cpu, text)

    def resize_only(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))

    def resize(self, rows, columns):
        self.shows("")
        self.screen.resize(rows, columns)
        cpu, start = self.cpu(), time.monotonic()
        self.resize_only(rows, columns)
        return self.settle(start, cpu)

    def close(self):
        """Ends it: as a terminal does that is closed, else by force."""
        for number in (signal.SIGHUP, signal.SIGKILL):
            try:
                os.kill(self.process, number)
            except ProcessLookupError:
                pass
            for _ in range(100):
                if select.select([self.master], [], [], 0.01)[0]:
                    try:
                        os.read(self.master, 1 << 17)
                    except OSError:
                        pass
                if os.waitpid(self.process, os.WNOHANG)[0]:
                    os.close(self.master)
                    return
        os.close(self.master)
