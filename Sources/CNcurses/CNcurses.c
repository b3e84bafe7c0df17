#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
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
  return 0;
}
