#define _GNU_SOURCE
#include "Spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "Outside.h"

extern char **environ;

static void give(posix_spawn_file_actions_t *actions, int descriptor, int number, int access) {
  if (descriptor < 0)
    posix_spawn_file_actions_addopen(actions, number, "/dev/null", access, 0);
  else
    posix_spawn_file_actions_adddup2(actions, descriptor, number);
}

struct start {
  char *const *arguments;
  const int *descriptors;
  short flags;
  // The process, or minus errno.
  int result;
};

static int start(char *const arguments[], const int descriptors[3], short flags) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int failure = posix_spawn_file_actions_init(&actions);
  if (failure != 0) return -failure;
  failure = posix_spawnattr_init(&attributes);
  if (failure != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return -failure;
  }
  for (int number = 0; number < 3; number++)
    give(&actions, descriptors[number], number, number == STDIN_FILENO ? O_RDONLY : O_WRONLY);
  sigset_t signals;
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  sigfillset(&signals);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | flags);
  pid_t process = 0;
  failure = posix_spawnp(&process, arguments[0], &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failure != 0 ? -failure : process;
}

static void start_asked(void *context) {
  struct start *asked = context;
  asked->result = start(asked->arguments, asked->descriptors, asked->flags);
}

// What a confined thread starts would be confined as well.
static int spawn(char *const arguments[], const int descriptors[3], short flags) {
  struct start asked = {arguments, descriptors, flags, 0};
  cplatform_outside(start_asked, &asked);
  return asked.result;
}

int cplatform_spawn_detached(char *const arguments[], int input) {
  const int descriptors[] = {input, -1, -1};
  return spawn(arguments, descriptors, POSIX_SPAWN_SETSID);
}

int cplatform_run(char *const arguments[], int input, int output, int *status) {
  // As system(3) does: keys that interrupt are for the program that has the terminal, and those that stop are for both.
  static const int waits[] = {SIGINT, SIGQUIT, SIGTSTP};
  struct sigaction ignored = {.sa_handler = SIG_IGN}, plain = {.sa_handler = SIG_DFL}, before[3];
  for (int index = 0; index < 3; index++) sigaction(waits[index], NULL, &before[index]);
  sigaction(SIGINT, &ignored, NULL);
  sigaction(SIGQUIT, &ignored, NULL);
  if (before[2].sa_handler != SIG_IGN) sigaction(SIGTSTP, &plain, NULL);
  const int descriptors[] = {input, output, output};
  int process = spawn(arguments, descriptors, 0);
  int failure = process < 0 ? -process : 0;
  while (failure == 0 && waitpid(process, status, 0) < 0)
    if (errno != EINTR) failure = errno;
  for (int index = 0; index < 3; index++) sigaction(waits[index], &before[index], NULL);
  return failure;
}

int cplatform_hold(const void *bytes, size_t count) {
  int descriptor = memfd_create("anslag", MFD_CLOEXEC);
  if (descriptor < 0) return -errno;
  const char *rest = bytes;
  while (count > 0) {
    ssize_t written = write(descriptor, rest, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      int failure = errno;
      close(descriptor);
      return -failure;
    }
    rest += written;
    count -= (size_t)written;
  }
  lseek(descriptor, 0, SEEK_SET);
  return descriptor;
}

int cplatform_reap(int process, int *status) {
  for (;;) {
    pid_t ended = waitpid(process, status, WNOHANG);
    if (ended == process) return 1;
    if (ended == 0) return 0;
    if (errno != EINTR) return -errno;
  }
}

int cplatform_exit_status(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
