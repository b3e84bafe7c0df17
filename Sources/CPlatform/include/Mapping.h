#pragma once
#include <stddef.h>

/// Maps `size` bytes of an open file from `offset` on, a multiple of the page size, to be read; it need not be that long
/// yet. Where the file is cut short by somebody meanwhile, what is gone reads as zeros
/// instead of ending the program (SIGBUS), and ``cplatform_is_damaged`` says so. NULL, and `errno` is set, where the
/// system refuses, or more than 64 files are mapped.
const void *_Nullable cplatform_map(int descriptor, size_t offset, size_t size);

/// Takes back a mapping.
void cplatform_unmap(const void *_Nonnull start, size_t size);

/// Whether a mapping was cut short since it was made.
int cplatform_is_damaged(const void *_Nonnull start);
