#define _GNU_SOURCE
#include "Signals.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

#include "Bus.h"
#include "Pipes.h"
#include "Restore.h"

enum { GRACE_SECONDS = 2, STACK_BYTES = 16 * 1024 };

static int reading = -1, writing = -1;
// The first ending signal, 0 before it. Lock-free, so a handler may use it.
static atomic_int ended_by;

static void die(int signal) {
  cplatform_terminal_restore();
  struct sigaction plain = {.sa_handler = SIG_DFL};
  sigaction(signal, &plain, NULL);
  raise(signal);
}

static void on_bus(int signal, siginfo_t *info, void *context) {
  (void)context;
  if (!cplatform_bus_rescue(info->si_addr)) die(signal);
}

// A full pipe loses nothing that matters: its reader wakes, and an ending signal has its alarm.
static void on_asking(int signal) {
  int error = errno;
  uint8_t byte = (uint8_t)signal;
  ssize_t ignored = write(writing, &byte, 1);
  (void)ignored;
  errno = error;
}

static void on_ending(int signal) {
  int none = 0;
  if (atomic_compare_exchange_strong(&ended_by, &none, signal)) {
    alarm(GRACE_SECONDS);
    on_asking(signal);
  } else {
    die(signal);
  }
}

static void on_alarm(int signal) {
  int ending = atomic_load(&ended_by);
  die(ending ? ending : signal);
}

// A handler rather than SIG_IGN, which the programs we start would inherit.
static void on_failing(int signal) { (void)signal; }

static const struct {
  int signal;
  void (*handler)(int);
  int flags;
  // Whether one that was ignored when the program started stays ignored.
  int keeps_ignored;
} table[] = {
    {SIGWINCH, on_asking, SA_RESTART, 0},
    {SIGCONT, on_asking, SA_RESTART, 0},
    {SIGCHLD, on_asking, SA_RESTART | SA_NOCLDSTOP, 0},
    {SIGTSTP, on_asking, SA_RESTART, 1},
    {SIGTERM, on_ending, SA_RESTART, 1},
    {SIGHUP, on_ending, SA_RESTART, 1},
    {SIGINT, on_ending, SA_RESTART, 1},
    {SIGQUIT, on_ending, SA_RESTART, 1},
    {SIGALRM, on_alarm, SA_RESTART, 0},
    {SIGPIPE, on_failing, SA_RESTART, 0},
    {SIGXFSZ, on_failing, SA_RESTART, 0},
    {SIGSEGV, die, SA_ONSTACK, 0},
    {SIGILL, die, SA_ONSTACK, 0},
    {SIGTRAP, die, SA_ONSTACK, 0},
    {SIGABRT, die, SA_ONSTACK, 0},
    {SIGFPE, die, SA_ONSTACK, 0},
    {SIGSYS, die, SA_ONSTACK, 0},
};

int cplatform_guard_thread(void) {
  static _Thread_local uint8_t stack[STACK_BYTES];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  return sigaltstack(&alternate, NULL) == 0 ? 0 : errno;
}

int cplatform_signals_install(void) {
  int error = reading < 0 ? cplatform_pipe(&reading, &writing) : 0;
  if (error == 0) error = cplatform_guard_thread();
  if (error) return error;
  for (size_t index = 0; index < sizeof table / sizeof *table; index++) {
    struct sigaction action = {.sa_handler = table[index].handler, .sa_flags = table[index].flags}, before;
    if (table[index].keeps_ignored && sigaction(table[index].signal, NULL, &before) == 0 &&
        before.sa_handler == SIG_IGN)
      continue;
    if (sigaction(table[index].signal, &action, NULL) != 0) return errno;
  }
  struct sigaction bus = {.sa_sigaction = on_bus, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  return sigaction(SIGBUS, &bus, NULL) == 0 ? 0 : errno;
}

int cplatform_signal_descriptor(void) { return reading; }

void cplatform_end_by(int signal) {
  die(signal);
  // Only where the signal is ignored or blocked.
  _exit(128 + signal);
}

int cplatform_stop(void) {
  struct sigaction suspending, continuing;
  sigaction(SIGTSTP, NULL, &suspending);
  if (suspending.sa_handler == SIG_IGN) return 0;
  sigaction(SIGCONT, NULL, &continuing);
  cplatform_terminal_restore();

  struct sigaction ignored = {.sa_handler = SIG_IGN}, plain = {.sa_handler = SIG_DFL};
  sigaction(SIGCONT, &plain, NULL);
  // The others first. Then this process by a signal to this thread: it stops before raise returns, where one to the
  // process could be taken by another thread while this one goes on to draw.
  sigaction(SIGTSTP, &ignored, NULL);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &plain, NULL);
  raise(SIGTSTP);

  sigaction(SIGTSTP, &suspending, NULL);
  sigaction(SIGCONT, &continuing, NULL);
  return 1;
}
