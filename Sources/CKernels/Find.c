#define _GNU_SOURCE
#include "CKernels.h"

#include <string.h>

// Where both the first and the last byte of the needle stand, the rest is compared. Long needles are left to memmem,
// whose time does not grow with them.
#if defined(__SSE2__)
#include <emmintrin.h>

enum { block = 16, longest = 64 };

static unsigned candidates(const unsigned char *at, size_t distance, __m128i first, __m128i last) {
  __m128i starts = _mm_cmpeq_epi8(first, _mm_loadu_si128((const __m128i *)at));
  __m128i ends = _mm_cmpeq_epi8(last, _mm_loadu_si128((const __m128i *)(at + distance)));
  return (unsigned)_mm_movemask_epi8(_mm_and_si128(starts, ends));
}

static ptrdiff_t find_short(const unsigned char *text, size_t length, const unsigned char *needle, size_t count) {
  __m128i first = _mm_set1_epi8((char)needle[0]);
  __m128i last = _mm_set1_epi8((char)needle[count - 1]);
  size_t starts = length - count + 1;
  for (size_t at = 0; at < starts; at += block) {
    if (at + block > starts) at = starts - block;  // the last block overlaps the one before
    for (unsigned bits = candidates(text + at, count - 1, first, last); bits; bits &= bits - 1) {
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
#if defined(__SSE2__)
  if (needle_length >= 2 && needle_length <= longest && length - needle_length + 1 >= block)
    return find_short(haystack, length, needle, needle_length);
#endif
  const char *found = memmem(haystack, length, needle, needle_length);
  return found ? found - (const char *)haystack : -1;
}
