#include <string.h>

#include "CKernels.h"

static uint64_t mix(uint64_t sum, uint64_t word) {
  sum = (sum ^ word) * 0x9e3779b97f4a7c15u;
  return sum ^ sum >> 29;
}

static uint64_t load(const uint8_t *at, size_t length) {
  uint64_t word = 0;
  memcpy(&word, at, length);
  return word;
}

// Four sums beside each other, so that none waits for the multiplication of another.
uint64_t ckernels_checksum(const void *bytes, size_t length, uint64_t sum) {
  const uint8_t *at = bytes;
  uint64_t lanes[4] = {sum, ~sum, sum << 1 | 1, sum >> 1};
  for (; length >= 32; at += 32, length -= 32)
    for (int lane = 0; lane < 4; lane++) lanes[lane] = mix(lanes[lane], load(at + 8 * lane, 8));
  for (; length > 0; length -= length < 8 ? length : 8, at += 8) lanes[0] = mix(lanes[0], load(at, length < 8 ? length : 8));
  return mix(mix(mix(lanes[0], lanes[1]), lanes[2]), lanes[3]);
}
