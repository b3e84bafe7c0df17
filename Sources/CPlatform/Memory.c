#define _GNU_SOURCE
#include "Memory.h"

#include <sys/mman.h>
#include <sys/resource.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void cplatform_set_heap_step(int bytes) {
#ifdef M_TOP_PAD
  struct rlimit space;
  if (getrlimit(RLIMIT_AS, &space) == 0 && space.rlim_cur != RLIM_INFINITY) {
    // Each thread's own heap would lay hold of 64 MiB.
    mallopt(M_ARENA_MAX, 1);
  } else {
    mallopt(M_TOP_PAD, bytes);
  }
#else
  (void)bytes;
#endif
}

bool cplatform_has_memory(size_t bytes) {
  void *place = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (place == MAP_FAILED) return false;
  munmap(place, bytes);
  return true;
}

void cplatform_trim_heap(void) {
#ifdef M_TOP_PAD
  malloc_trim(0);
#endif
}
