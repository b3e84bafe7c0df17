#define _GNU_SOURCE
#include <string.h>

#include "Block.h"
#include "CKernels.h"

// Where both the first and the last byte of the needle stand, the rest is compared. Long needles are left to memmem,
// whose time does not grow with them.
#ifdef CKERNELS_BLOCK
enum { longest = 64 };

static ptrdiff_t find_short(const unsigned char *text, size_t length, const unsigned char *needle, size_t count) {
  block first = all(needle[0]), last = all(needle[count - 1]);
  size_t starts = length - count + 1;
  for (size_t at = 0; at < starts; at += CKERNELS_BLOCK) {
    if (at + CKERNELS_BLOCK > starts) at = starts - CKERNELS_BLOCK;  // the last block overlaps the one before
    block candidates = both(equal(first, load(text + at)), equal(last, load(text + at + count - 1)));
    for (unsigned bits = mask(candidates); bits; bits &= bits - 1) {
      size_t place = at + (size_t)__builtin_ctz(bits);
      if (memcmp(text + place + 1, needle + 1, count - 2) == 0) return (ptrdiff_t)place;
    }
  }
  return -1;
}
#endif

ptrdiff_t ckernels_find(const void *haystack, size_t length, const void *needle, size_t needle_length) {
  if (needle_length == 0) return 0;
  if (length < needle_length) return -1;
#ifdef CKERNELS_BLOCK
  if (needle_length >= 2 && needle_length <= longest && length - needle_length + 1 >= CKERNELS_BLOCK)
    return find_short(haystack, length, needle, needle_length);
#endif
  const char *found = memmem(haystack, length, needle, needle_length);
  return found ? found - (const char *)haystack : -1;
}
