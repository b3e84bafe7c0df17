#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

static int usable(const char *text) { return text && text != (const char *)-1; }

int cncurses_probe(const char *term, int output) {
  int error = 0;
  if (setupterm(term, output, &error) != OK) return error == 1 ? 0 : -1;
  return usable(tigetstr("cup")) && usable(tigetstr("clear")) ? 1 : 0;
}

const char *cncurses_capability(const char *name) {
  const char *text = tigetstr(name);
  return usable(text) ? text : NULL;
}

// vid_puts hands bytes to a function without a context.
static char *next_byte;
static int bytes_left;

static int keep_byte(int byte) {
  if (bytes_left-- > 0) *next_byte++ = (char)byte;
  return byte;
}

int cncurses_look_sequence(attr_t attributes, int pair, char *sequence, int room) {
  next_byte = sequence;
  bytes_left = room;
  vid_puts(attributes, 0, &pair, keep_byte);
  return bytes_left < 0 ? 0 : room - bytes_left;
}

// Memory that ncurses writes to in place of the terminal; -1 where it writes there itself.
static int kept = -1;

// A file of memory is a file to RLIMIT_FSIZE: no frame is larger than this.
enum { MOST_KEPT = 64 << 20 };

static void keep_writes(int writing) {
  kept = -1;
  struct rlimit limit;
  if (getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur < MOST_KEPT) return;
  int memory = memfd_create("frame", MFD_CLOEXEC);
  if (memory < 0) return;
  if (dup3(memory, writing, O_CLOEXEC) == writing) kept = writing;
  close(memory);
}

int cncurses_is_kept(void) { return kept >= 0; }

size_t cncurses_kept(void) {
  off_t size = kept < 0 ? 0 : lseek(kept, 0, SEEK_CUR);
  return size > 0 ? (size_t)size : 0;
}

size_t cncurses_take(uint8_t *bytes, size_t count) {
  ssize_t taken = pread(kept, bytes, count, 0);
  lseek(kept, 0, SEEK_SET);
  return taken > 0 ? (size_t)taken : 0;
}

int cncurses_start(const char *term, int input, int output, int may_ask_size) {
  // Streams on descriptors of their own, as ncurses buffers by itself and stdout is not to know.
  int reading = fcntl(input, F_DUPFD_CLOEXEC, 3), writing = fcntl(output, F_DUPFD_CLOEXEC, 3);
  FILE *in = reading < 0 ? NULL : fdopen(reading, "r"), *out = writing < 0 ? NULL : fdopen(writing, "w");
  if (!in || !out) return errno;
  // Neither LINES and COLUMNS nor a terminal that lies may make ncurses ask for memory.
  use_env(0);
  use_tioctl(may_ask_size != 0);
  if (!newterm(term, out, in)) return -1;
  // Draw to the end, whatever was typed meanwhile.
  typeahead(-1);
  keep_writes(writing);
  // ncurses 6.4 writes after every move of the cursor, forty times a frame, until it was left and entered again once. What it would
  // tell the terminal for the first is thrown away. Before there are colours: entering again would undo the person's palette. Where the
  // window is tiny, so is the buffer of ncurses, and some of it has reached the terminal already.
  if (kept >= 0 && LINES >= 5 && COLS >= 20) {
    endwin();
    lseek(kept, 0, SEEK_SET);
    doupdate();
  }
  return 0;
}
