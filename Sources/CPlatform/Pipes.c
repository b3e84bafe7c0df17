#define _GNU_SOURCE
#include "Pipes.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int cplatform_pipe(int *reading, int *writing) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return errno;
  *reading = ends[0];
  *writing = ends[1];
  return 0;
}
