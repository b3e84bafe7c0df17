#pragma once
// Loops over many bytes, sixteen at a time where the processor can. Each has a plain reference in Swift that the tests hold
// it equal to.
#include <stddef.h>
#include <stdint.h>

// Where `needle` first stands in `haystack`, or -1. An empty needle stands at 0.
ptrdiff_t ckernels_find(const void *_Nullable haystack, size_t length, const void *_Nullable needle,
                        size_t needle_length);

// Where the first `\n` stands at or after `start`, or `length`.
size_t ckernels_line_end(const void *_Nonnull text, size_t start, size_t length);

// Where the first of three bytes stands at or after `start`, or `end`.
size_t ckernels_find_any(const void *_Nonnull text, size_t start, size_t end, uint8_t one, uint8_t two, uint8_t three);

// How many bytes from the first on are UTF-8 text without control characters other than `\t` and `\n`.
size_t ckernels_plain_text(const void *_Nonnull text, size_t length);

typedef struct {
  size_t read, written;
  // Whether the last byte written was a space.
  uint8_t after_space;
} ckernels_folded;

// Folds UTF-8 as `Folding` does, up to the first letter that is neither ASCII nor one that `latin` has: what the letters
// 0xC3 0x80 to 0xC3 0xBF fold to, 0 where that is not one byte. `together` says for each of the 256 ways in which some of eight
// bytes leave (a bit each, the lowest the first) the places, a byte each, of those that stay. Room for `length` + 16 bytes is
// needed at `out`.
ckernels_folded ckernels_fold(const void *_Nonnull text, size_t length, void *_Nonnull out, uint8_t after_space,
                              const uint8_t *_Nonnull latin, const uint64_t *_Nonnull together);

// A checksum of bytes that tells damage, not malice: `sum` is that of the bytes before, 0 at first, in pieces whose lengths
// but the last are multiples of 32.
uint64_t ckernels_checksum(const void *_Nullable bytes, size_t length, uint64_t sum);
