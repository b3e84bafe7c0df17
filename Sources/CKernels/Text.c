#include <string.h>

#include "Block.h"
#include "CKernels.h"

size_t ckernels_line_end(const void *text, size_t start, size_t length) {
  if (start >= length) return length;
  const char *found = memchr((const char *)text + start, '\n', length - start);
  return found ? (size_t)(found - (const char *)text) : length;
}

size_t ckernels_find_any(const void *text, size_t start, size_t end, uint8_t one, uint8_t two, uint8_t three) {
  const uint8_t *bytes = text;
#ifdef CKERNELS_BLOCK
  block ones = all(one), twos = all(two), threes = all(three);
  for (; start < end && end - start >= CKERNELS_BLOCK; start += CKERNELS_BLOCK) {
    block bytes_here = load(bytes + start);
    unsigned bits =
        mask(either(either(equal(bytes_here, ones), equal(bytes_here, twos)), equal(bytes_here, threes)));
    if (bits) return start + (size_t)__builtin_ctz(bits);
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

#ifdef CKERNELS_BLOCK
// How many bytes of a block are plain, as far as that is told sixteen bytes at a time: ASCII, and the letters of two bytes
// from 0xC3 on, as western Europe writes them, each first byte with one that continues it right behind.
static size_t plain_in_block(const uint8_t *at) {
  block bytes = load(at);
  unsigned other = mask(bytes);
  // What is not ASCII is less than a space too.
  block control = either(less(bytes, all(0x20)), equal(bytes, all(0x7f)));
  unsigned odd = mask(without(control, equal(bytes, all('\n'))));
  if (odd == 0) return CKERNELS_BLOCK;
  if (odd == other) {
    unsigned first = mask(both(less(all(0xc2), bytes), less(bytes, all(0xe0))));
    unsigned further = mask(less(bytes, all(0xc0)));
    // One cut by the end of the block is looked at again with the next.
    if ((first | further) == other && further == (first << 1 & 0xffff)) return first >> 15 ? CKERNELS_BLOCK - 1 : CKERNELS_BLOCK;
  }
  return (size_t)__builtin_ctz(odd);
}
#endif

size_t ckernels_plain_text(const void *text, size_t length) {
  const uint8_t *bytes = text, *end = bytes + length, *at = bytes;
  while (at < end) {
#ifdef CKERNELS_BLOCK
    if (end - at >= CKERNELS_BLOCK) {
      size_t plain = plain_in_block(at);
      at += plain;
      if (plain >= CKERNELS_BLOCK - 1) continue;
    }
#endif
    size_t count = plain_character(at, end);
    if (count == 0) break;
    at += count;
  }
  return (size_t)(at - bytes);
}

#ifdef CKERNELS_BLOCK
// Folds the ASCII at the start of a block, up to what is none and up to the second of two spaces. What is written behind
// it does not count.
static unsigned fold_block(const uint8_t *in, uint8_t *out, uint8_t *after_space) {
  block bytes = load(in);
  block line = equal(bytes, all('\n'));
  bytes = either(without(bytes, line), both(line, all(' ')));
  unsigned spaces = mask(equal(bytes, all(' ')));
  unsigned stop = mask(less(bytes, all(' '))) | (spaces & (spaces << 1 | *after_space));
  block capital = both(less(all('A' - 1), bytes), less(bytes, all('Z' + 1)));
  store(out, either(bytes, both(capital, all(0x20))));
  unsigned count = stop ? (unsigned)__builtin_ctz(stop) : CKERNELS_BLOCK;
  if (count > 0) *after_space = spaces >> (count - 1) & 1;
  return count;
}
#endif

ckernels_folded ckernels_fold(const void *text, size_t length, void *folded, uint8_t after_space, const uint8_t *latin) {
  const uint8_t *in = text, *end = in + length;
  uint8_t *out = folded;
  while (in < end) {
#ifdef CKERNELS_BLOCK
    if (end - in >= CKERNELS_BLOCK) {
      unsigned count = fold_block(in, out, &after_space);
      in += count;
      out += count;
      if (count == CKERNELS_BLOCK) continue;
    } else {
      uint8_t last[CKERNELS_BLOCK] = {0};  // no text: folding stops there
      memcpy(last, in, (size_t)(end - in));
      unsigned count = fold_block(last, out, &after_space);
      in += count;
      out += count;
      if (in == end) break;
    }
#endif
    // One letter of western Europe, one space of several, or without blocks one byte of ASCII.
    uint8_t byte = *in;
    if (byte == 0xc3 && end - in >= 2 && latin[in[1] & 0x3f]) {
      *out++ = latin[in[1] & 0x3f];
      after_space = 0;
      in += 2;
    } else if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
      if (!after_space) *out++ = ' ';
      after_space = 1;
      in++;
    } else if (byte >= ' ' && byte < 0x80) {
      *out++ = byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte;
      after_space = 0;
      in++;
    } else {
      break;
    }
  }
  return (ckernels_folded){(size_t)(in - (const uint8_t *)text), (size_t)(out - (uint8_t *)folded), after_space};
}
