#pragma once

// Once threads are confined (Confine.h), one is not. It starts programs, which must not be confined with us, and does the
// few things that confined threads may not, one after the other: what is asked of it stands in the code of ours that asks.

/// Has the thread that is not confined do some work and waits until it is done; does it at once where there is no such
/// thread. What the work leaves in `errno` is there for the caller.
void cplatform_outside(void (*_Nonnull work)(void *_Nullable), void *_Nullable context);

/// Starts that thread, once; whatever thread calls this first must not be confined. Returns 0, or an errno.
int cplatform_outside_start(void);
