#pragma once
#include <stddef.h>
#include <sys/types.h>

/// Reads on in a file what is in memory of it, without waiting for a disk: fewer bytes where the rest is not. Gives
/// minus an errno where there is nothing: -EAGAIN where a disk would have to be waited for, -EOPNOTSUPP where the system can't
/// tell.
ssize_t cplatform_read_cached(int descriptor, void *_Nonnull buffer, size_t count);
