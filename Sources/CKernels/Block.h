#pragma once
// Sixteen bytes at a time, by the instructions that every processor of its kind has: SSE2 on x86-64, NEON on arm64. Each bit
// of a mask stands for one byte, the lowest for the first. CKERNELS_BLOCK is not defined where there are no such instructions.
#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#define CKERNELS_BLOCK 16
#include <emmintrin.h>

typedef __m128i block;

static inline block load(const void *at) { return _mm_loadu_si128((const __m128i *)at); }
static inline void store(void *at, block bytes) { _mm_storeu_si128((__m128i *)at, bytes); }
static inline block all(uint8_t byte) { return _mm_set1_epi8((char)byte); }
static inline block both(block one, block other) { return _mm_and_si128(one, other); }
static inline block either(block one, block other) { return _mm_or_si128(one, other); }
static inline block without(block one, block other) { return _mm_andnot_si128(other, one); }
static inline block equal(block one, block other) { return _mm_cmpeq_epi8(one, other); }
// As signed bytes: what is not ASCII is less than all that is.
static inline block less(block one, block other) { return _mm_cmplt_epi8(one, other); }
static inline unsigned mask(block bytes) { return (unsigned)_mm_movemask_epi8(bytes); }

// Bytes by their places, which processors have learnt since: a function that is CKERNELS_SHUFFLES runs where can_shuffle().
#if defined(__x86_64__)
#include <tmmintrin.h>
#define CKERNELS_SHUFFLES __attribute__((target("ssse3,popcnt")))
static inline int can_shuffle(void) { return __builtin_cpu_supports("ssse3") && __builtin_cpu_supports("popcnt"); }
CKERNELS_SHUFFLES static inline block at_places(block bytes, block places) { return _mm_shuffle_epi8(bytes, places); }
static inline block eight(uint64_t bytes) { return _mm_cvtsi64_si128((long long)bytes); }
#endif

#elif defined(__aarch64__) && defined(__ARM_NEON)
#define CKERNELS_BLOCK 16
#include <arm_neon.h>

typedef uint8x16_t block;

static inline block load(const void *at) { return vld1q_u8(at); }
static inline void store(void *at, block bytes) { vst1q_u8(at, bytes); }
static inline block all(uint8_t byte) { return vdupq_n_u8(byte); }
static inline block both(block one, block other) { return vandq_u8(one, other); }
static inline block either(block one, block other) { return vorrq_u8(one, other); }
static inline block without(block one, block other) { return vbicq_u8(one, other); }
static inline block equal(block one, block other) { return vceqq_u8(one, other); }
static inline block less(block one, block other) {
  return vcltq_s8(vreinterpretq_s8_u8(one), vreinterpretq_s8_u8(other));
}
static inline unsigned mask(block bytes) {
  static const uint8_t bits[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  // The top bit of each byte, as SSE2 takes it.
  block set = both(vreinterpretq_u8_s8(vshrq_n_s8(vreinterpretq_s8_u8(bytes), 7)), vld1q_u8(bits));
  return (unsigned)vaddv_u8(vget_low_u8(set)) | (unsigned)vaddv_u8(vget_high_u8(set)) << 8;
}

#define CKERNELS_SHUFFLES
static inline int can_shuffle(void) { return 1; }
static inline block at_places(block bytes, block places) { return vqtbl1q_u8(bytes, places); }
static inline block eight(uint64_t bytes) { return vcombine_u8(vcreate_u8(bytes), vcreate_u8(0)); }
#endif
