#pragma once
#include <stdint.h>

/// How many columns the C library gives a scalar in the locale that is set: -1 for what it cannot print.
int cplatform_width(uint32_t scalar);

/// Sets the characters' locale from the environment, and C.UTF-8 where that one is not in UTF-8. Returns whether
/// characters are in UTF-8 now. Other categories (numbers, times) are left as they are: "C".
int cplatform_use_utf8(void);
