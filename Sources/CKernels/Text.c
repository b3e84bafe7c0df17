#include "CKernels.h"

#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

size_t ckernels_line_end(const void *text, size_t start, size_t length) {
  if (start >= length) return length;
  const char *found = memchr((const char *)text + start, '\n', length - start);
  return found ? (size_t)(found - (const char *)text) : length;
}

size_t ckernels_find_any(const void *text, size_t start, size_t end, uint8_t one, uint8_t two, uint8_t three) {
  const uint8_t *bytes = text;
#if defined(__SSE2__)
  __m128i ones = _mm_set1_epi8((char)one), twos = _mm_set1_epi8((char)two), threes = _mm_set1_epi8((char)three);
  while (start < end && end - start >= 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + start));
    __m128i found = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(block, ones), _mm_cmpeq_epi8(block, twos)),
                                 _mm_cmpeq_epi8(block, threes));
    unsigned bits = (unsigned)_mm_movemask_epi8(found);
    if (bits) return start + (size_t)__builtin_ctz(bits);
    start += 16;
  }
#endif
  while (start < end && bytes[start] != one && bytes[start] != two && bytes[start] != three) start++;
  return start < end ? start : end;
}

// The length of the character at `at`, where it is one of UTF-8 and no control (the Unicode Standard, section 3.9,
// table 3-7); 0 where it is not.
static size_t plain_character(const uint8_t *at, const uint8_t *end) {
  uint8_t first = at[0];
  if (first < 0x80) return (first >= 0x20 && first != 0x7f) || first == '\n' || first == '\t';
  size_t count = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (count == 0 || (size_t)(end - at) < count) return 0;
  uint8_t low = first == 0xc2 || first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
  uint8_t high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
  if (at[1] < low || at[1] > high) return 0;
  for (size_t step = 2; step < count; step++)
    if ((at[step] & 0xc0) != 0x80) return 0;
  return count;
}

size_t ckernels_plain_text(const void *text, size_t length) {
  const uint8_t *bytes = text, *end = bytes + length, *at = bytes;
  while (at < end) {
#if defined(__SSE2__)
    if (end - at >= 16) {
      __m128i block = _mm_loadu_si128((const __m128i *)at);
      unsigned other = (unsigned)_mm_movemask_epi8(block);
      // What is not ASCII is negative, and so less than a space too.
      __m128i control = _mm_or_si128(_mm_cmplt_epi8(block, _mm_set1_epi8(0x20)), _mm_cmpeq_epi8(block, _mm_set1_epi8(0x7f)));
      control = _mm_andnot_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('\n')), control);
      unsigned odd = (unsigned)_mm_movemask_epi8(control);
      if (odd == 0) {
        at += 16;
        continue;
      }
      // Letters of two bytes from 0xC3 on, as western Europe writes them, are told sixteen bytes at a time as well: each
      // first byte has one that continues it right behind, and no other byte continues anything.
      if (odd == other) {
        __m128i lead = _mm_cmpgt_epi8(_mm_set1_epi8((char)0xe0), block);
        lead = _mm_and_si128(lead, _mm_cmpgt_epi8(block, _mm_set1_epi8((char)0xc2)));
        unsigned first = (unsigned)_mm_movemask_epi8(lead);
        if ((other & ~first) == (first << 1 & 0xffff)) {
          // One cut by the end of the block is looked at again with the next.
          at += first >> 15 ? 15 : 16;
          continue;
        }
      }
      at += __builtin_ctz(odd);
    }
#endif
    size_t count = plain_character(at, end);
    if (count == 0) break;
    at += count;
  }
  return (size_t)(at - bytes);
}

ckernels_folded ckernels_fold(const void *text, size_t length, void *folded, uint8_t after_space, const uint8_t *latin) {
  const uint8_t *in = text;
  uint8_t *out = folded;
  ckernels_folded done = {0, 0, after_space};
  while (done.read < length) {
#if defined(__SSE2__)
    if (length - done.read >= 16) {
      __m128i block = _mm_loadu_si128((const __m128i *)(in + done.read));
      __m128i line = _mm_cmpeq_epi8(block, _mm_set1_epi8('\n'));
      block = _mm_or_si128(_mm_andnot_si128(line, block), _mm_and_si128(line, _mm_set1_epi8(' ')));
      unsigned spaces = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_set1_epi8(' ')));
      unsigned odd = (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(block, _mm_set1_epi8(' ')));
      unsigned stop = odd | (spaces & (spaces << 1 | done.after_space));
      __m128i capital =
          _mm_and_si128(_mm_cmpgt_epi8(block, _mm_set1_epi8('A' - 1)), _mm_cmplt_epi8(block, _mm_set1_epi8('Z' + 1)));
      _mm_storeu_si128((__m128i *)(out + done.written),
                       _mm_or_si128(block, _mm_and_si128(capital, _mm_set1_epi8(0x20))));
      unsigned count = stop ? (unsigned)__builtin_ctz(stop) : 16;
      done.read += count;
      done.written += count;
      if (count > 0) done.after_space = spaces >> (count - 1) & 1;
      if (count == 16) continue;
    }
#endif
    uint8_t byte = in[done.read];
    if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
      if (!done.after_space) out[done.written++] = ' ';
      done.after_space = 1;
      done.read++;
    } else if (byte >= ' ' && byte < 0x80) {
      out[done.written++] = byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte;
      done.after_space = 0;
      done.read++;
    } else if (byte == 0xc3 && length - done.read >= 2 && latin[in[done.read + 1] & 0x3f]) {
      out[done.written++] = latin[in[done.read + 1] & 0x3f];
      done.after_space = 0;
      done.read += 2;
    } else {
      break;
    }
  }
  return done;
}
