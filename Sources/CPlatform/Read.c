#define _GNU_SOURCE
#include "Read.h"

#include <errno.h>
#include <sys/uio.h>

ssize_t cplatform_read_cached(int descriptor, void *buffer, size_t count) {
#ifdef RWF_NOWAIT
  struct iovec part = {.iov_base = buffer, .iov_len = count};
  ssize_t got = preadv2(descriptor, &part, 1, -1, RWF_NOWAIT);
  return got < 0 ? -errno : got;
#else
  (void)descriptor, (void)buffer, (void)count;
  return -EOPNOTSUPP;
#endif
}
