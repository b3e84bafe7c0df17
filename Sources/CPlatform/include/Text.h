#pragma once
#include <stddef.h>
#include <stdint.h>

/// Where `needle` first stands in `haystack`: its offset, or -1. An empty needle stands at 0.
ptrdiff_t cplatform_find(const void *_Nullable haystack, size_t length,
                         const void *_Nullable needle, size_t needle_length);

/// How many columns the C library gives a scalar in the locale that is set: -1 for what it cannot print.
int cplatform_width(uint32_t scalar);

/// Sets the characters' locale from the environment, and C.UTF-8 where that one is not in UTF-8. Returns whether
/// characters are in UTF-8 now. Other categories (numbers, times) are left as they are: "C".
int cplatform_use_utf8(void);
