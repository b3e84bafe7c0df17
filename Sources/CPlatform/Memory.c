#include "Memory.h"
#include <features.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void cplatform_set_heap_step(int bytes) {
#ifdef M_TOP_PAD
  mallopt(M_TOP_PAD, bytes);
#else
  (void)bytes;
#endif
}

void cplatform_trim_heap(void) {
#ifdef M_TOP_PAD
  malloc_trim(0);
#endif
}
