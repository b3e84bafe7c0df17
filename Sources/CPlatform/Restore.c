#define _GNU_SOURCE
#include "Restore.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static int input = -1, output = -1;
static struct termios saved;
static uint8_t undo[CPLATFORM_UNDO_MAX];
static size_t undo_length;
// Lock-free, so a handler may use it: whoever turns it off is the one who restores.
static atomic_bool armed;

int cplatform_terminal_save(int in, int out) {
  if (tcgetattr(in, &saved) != 0) return errno;
  input = in;
  output = out;
  return 0;
}

int cplatform_terminal_arm(const uint8_t *bytes, size_t length) {
  if (length > sizeof undo) return EMSGSIZE;
  atomic_store(&armed, 0);
  memcpy(undo, bytes, length);
  undo_length = length;
  atomic_store(&armed, 1);
  return 0;
}

int cplatform_terminal_raw(void) {
  struct termios raw = saved;
  raw.c_iflag &= ~(tcflag_t)(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON | IXOFF);
  raw.c_oflag &= ~(tcflag_t)OPOST;
  raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
  raw.c_cflag = (raw.c_cflag & ~(tcflag_t)(CSIZE | PARENB)) | CS8;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  while (tcsetattr(input, TCSANOW, &raw) != 0)
    if (errno != EINTR) return errno;
  return 0;
}

// Writes what the terminal takes. One that takes nothing for 200 ms (stopped by Ctrl-S, a connection that hangs) is given
// up on: ending matters more.
static void write_undo(void) {
  int flags = fcntl(output, F_GETFL);
  fcntl(output, F_SETFL, flags | O_NONBLOCK);
  size_t written = 0;
  while (written < undo_length) {
    ssize_t count = write(output, undo + written, undo_length - written);
    if (count > 0) {
      written += (size_t)count;
      continue;
    }
    if (count < 0 && errno == EINTR) continue;
    struct pollfd wait = {.fd = output, .events = POLLOUT};
    if (count < 0 && errno == EAGAIN && poll(&wait, 1, 200) > 0 && (wait.revents & POLLOUT)) continue;
    break;
  }
  fcntl(output, F_SETFL, flags);
}

void cplatform_terminal_restore(void) {
  if (!atomic_exchange(&armed, 0)) return;
  int error = errno;
  write_undo();
  tcsetattr(input, TCSANOW, &saved);
  errno = error;
}
