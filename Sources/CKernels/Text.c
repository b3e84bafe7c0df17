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
// Goes on block by block, as far as text can be told to be plain that way: ASCII, and the letters of two bytes from 0xC3 on, as
// western Europe writes them, each first byte with one that continues it right behind.
static const uint8_t *plain_blocks(const uint8_t *at, const uint8_t *end) {
  // Whether the last byte was the first of a letter. The next block is loaded whatever it was.
  unsigned cut = 0;
  for (; end - at >= CKERNELS_BLOCK; at += CKERNELS_BLOCK) {
    block bytes = load(at);
    unsigned other = mask(bytes);
    // What is not ASCII is less than a space too.
    block control = either(less(bytes, all(0x20)), equal(bytes, all(0x7f)));
    unsigned odd = mask(without(control, either(equal(bytes, all('\n')), equal(bytes, all('\t')))));
    unsigned first = mask(both(less(all(0xc2), bytes), less(bytes, all(0xe0))));
    unsigned further = mask(less(bytes, all(0xc0)));
    if ((odd ^ other) | ((first | further) ^ other) | (further ^ ((first << 1 | cut) & 0xffff))) break;
    cut = first >> 15;
  }
  return at - cut;
}
#endif

size_t ckernels_plain_text(const void *text, size_t length) {
  const uint8_t *bytes = text, *end = bytes + length, *at = bytes;
  while (at < end) {
#ifdef CKERNELS_BLOCK
    at = plain_blocks(at, end);
    if (at == end) break;
#endif
    size_t count = plain_character(at, end);
    if (count == 0) break;
    at += count;
  }
  return (size_t)(at - bytes);
}

// How far a text is folded.
typedef struct {
  const uint8_t *in, *end;
  uint8_t *out;
  unsigned after_space;
} folding;

#ifdef CKERNELS_BLOCK
static inline block folded_ascii(block bytes) {
  block line = equal(bytes, all('\n'));
  bytes = either(without(bytes, line), both(line, all(' ')));
  block capital = both(less(all('A' - 1), bytes), less(bytes, all('Z' + 1)));
  return either(bytes, both(capital, all(0x20)));
}

// Folds the ASCII at the start of a block, up to what is none and up to the second of two spaces; whether that was all of it.
// What is written behind it does not count.
static int fold_block(folding *at, const uint8_t *in) {
  block bytes = folded_ascii(load(in));
  unsigned spaces = mask(equal(bytes, all(' ')));
  unsigned stop = mask(less(bytes, all(' '))) | (spaces & (spaces << 1 | at->after_space));
  store(at->out, bytes);
  unsigned count = stop ? (unsigned)__builtin_ctz(stop) : CKERNELS_BLOCK;
  if (count > 0) at->after_space = spaces >> (count - 1) & 1;
  at->in += count;
  at->out += count;
  return count == CKERNELS_BLOCK;
}
#endif

#ifdef CKERNELS_SHUFFLES
// Folds block by block the ASCII and the letters 0xC3 0x80 to 0xC3 0xBF that fold to one byte. The bytes that stay are moved
// together without asking which they are: to guess that wrong takes longer than the rest. The next block is loaded whatever
// this one holds.
CKERNELS_SHUFFLES static void fold_blocks(folding *at, const uint8_t *latin, const uint64_t *together) {
  folding here = *at;
  block quarters[4] = {load(latin), load(latin + 16), load(latin + 32), load(latin + 48)};
  unsigned cut = 0;
  for (; here.end - here.in >= CKERNELS_BLOCK; here.in += CKERNELS_BLOCK) {
    block bytes = load(here.in), folded = folded_ascii(bytes);
    block further = less(bytes, all(0xc0));
    unsigned leads = mask(equal(bytes, all(0xc3)));
    unsigned letters = (leads << 1 | cut) & 0xffff;
    block place = both(bytes, all(0x0f)), quarter = both(bytes, all(0x30)), letter = all(0);
    for (unsigned number = 0; number < 4; number++)
      letter = either(letter, both(at_places(quarters[number], place), equal(quarter, all((uint8_t)(number << 4)))));
    unsigned other = mask(less(folded, all(' ')));
    if (((leads | letters) ^ other) | (mask(further) ^ letters) | mask(both(further, equal(letter, all(0))))) break;
    folded = either(without(folded, further), both(letter, further));
    unsigned spaces = mask(equal(folded, all(' ')));
    unsigned gone = leads | (spaces & (spaces << 1 | here.after_space));
    cut = leads >> 15;
    here.after_space = spaces >> (15 - cut) & 1;
    store(here.out, at_places(folded, eight(together[gone & 0xff])));
    here.out += 8 - __builtin_popcount(gone & 0xff);
    store(here.out, at_places(folded, eight(together[gone >> 8] + 0x0808080808080808)));
    here.out += 8 - __builtin_popcount(gone >> 8);
  }
  here.in -= cut;
  *at = here;
}
#endif

ckernels_folded ckernels_fold(const void *text, size_t length, void *folded, uint8_t after_space, const uint8_t *latin,
                              const uint64_t *together) {
  folding at = {text, (const uint8_t *)text + length, folded, after_space};
  while (at.in < at.end) {
#ifdef CKERNELS_SHUFFLES
    if (can_shuffle()) fold_blocks(&at, latin, together);
#endif
#ifdef CKERNELS_BLOCK
    size_t left = (size_t)(at.end - at.in);
    uint8_t last[CKERNELS_BLOCK] = {0};  // no text: folding stops there
    if (left < CKERNELS_BLOCK) memcpy(last, at.in, left);
    if (fold_block(&at, left < CKERNELS_BLOCK ? last : at.in)) continue;
    if (at.in == at.end) break;
#endif
    // One letter of western Europe, one space of several, or without blocks one byte of ASCII.
    uint8_t byte = *at.in;
    if (byte == 0xc3 && at.end - at.in >= 2 && latin[at.in[1] & 0x3f]) {
      *at.out++ = latin[at.in[1] & 0x3f];
      at.after_space = 0;
      at.in += 2;
    } else if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
      if (!at.after_space) *at.out++ = ' ';
      at.after_space = 1;
      at.in++;
    } else if (byte >= ' ' && byte < 0x80) {
      *at.out++ = byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte;
      at.after_space = 0;
      at.in++;
    } else {
      break;
    }
  }
  return (ckernels_folded){(size_t)(at.in - (const uint8_t *)text), (size_t)(at.out - (uint8_t *)folded),
                           (uint8_t)at.after_space};
}
