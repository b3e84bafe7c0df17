// Tells ThreadSanitizer when Swift's Mutex is waited for.
//
// A Mutex that is free is taken and given back by code that is compiled into ours, which ThreadSanitizer watches. One that
// another thread holds is taken and given back in the library (by futex(2)), which it doesn't: it would call whatever that Mutex
// guards a race. These stand before the library's functions of the same names, and say what happens in them. What is said is no
// more than what is true, so a race is found still.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *mutex

typedef SWIFT void lock_slow(uint32_t thread, SELF);
typedef SWIFT _Bool try_lock_slow(SELF);
typedef SWIFT void unlock_slow(SELF);

static void *library(const char *name) { return dlsym(RTLD_NEXT, name); }

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
SWIFT void wait_and_lock(uint32_t thread, SELF) __asm__(LOCK);
SWIFT void wait_and_lock(uint32_t thread, SELF) {
  ((lock_slow *)library(LOCK))(thread, mutex);
  __tsan_acquire(mutex);
}

#define TRY "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
SWIFT _Bool try_to_lock(SELF) __asm__(TRY);
SWIFT _Bool try_to_lock(SELF) {
  _Bool is_ours = ((try_lock_slow *)library(TRY))(mutex);
  if (is_ours) __tsan_acquire(mutex);
  return is_ours;
}

#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
SWIFT void unlock_and_wake(SELF) __asm__(UNLOCK);
SWIFT void unlock_and_wake(SELF) {
  __tsan_release(mutex);
  ((unlock_slow *)library(UNLOCK))(mutex);
}
