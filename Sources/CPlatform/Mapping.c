#define _GNU_SOURCE
#include "Mapping.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "Bus.h"

// A handler may run at any moment on any thread: the table is lock-free, and a place is free while its start is 0.
enum { PLACES = 64 };
static struct {
  atomic_uintptr_t start;
  atomic_size_t size;
  atomic_bool is_damaged;
} places[PLACES];

static int place_of(uintptr_t address) {
  for (int place = 0; place < PLACES; place++) {
    uintptr_t start = atomic_load(&places[place].start);
    if (start && address >= start && address - start < atomic_load(&places[place].size)) return place;
  }
  return -1;
}

int cplatform_bus_rescue(void *address) {
  int place = place_of((uintptr_t)address);
  if (place < 0) return 0;
  // Everything from the page that is gone to the end: the file does not grow back.
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), first = (uintptr_t)address / page * page;
  uintptr_t end = atomic_load(&places[place].start) + atomic_load(&places[place].size);
  atomic_store(&places[place].is_damaged, 1);
  return mmap((void *)first, end - first, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED;
}

static struct sigaction before;

// What is not ours goes to whoever was there before: the access happens again when this returns.
static void on_bus(int signal, siginfo_t *info, void *context) {
  (void)context;
  if (!cplatform_bus_rescue(info->si_addr)) sigaction(signal, &before, NULL);
}

const void *cplatform_map(int descriptor, size_t offset, size_t size) {
  static atomic_flag is_installed = ATOMIC_FLAG_INIT;
  if (!atomic_flag_test_and_set(&is_installed)) {
    struct sigaction rescue = {.sa_sigaction = on_bus, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigaction(SIGBUS, &rescue, &before);
  }
  void *start = mmap(NULL, size, PROT_READ, MAP_SHARED, descriptor, (off_t)offset);
  if (start == MAP_FAILED) return NULL;
  for (int place = 0; place < PLACES; place++) {
    uintptr_t none = 0;
    // The size first: a place counts from the moment it has a start.
    size_t no_size = 0;
    if (!atomic_compare_exchange_strong(&places[place].size, &no_size, size)) continue;
    atomic_store(&places[place].is_damaged, 0);
    if (atomic_compare_exchange_strong(&places[place].start, &none, (uintptr_t)start)) return start;
  }
  munmap(start, size);
  errno = ENOMEM;
  return NULL;
}

void cplatform_unmap(const void *start, size_t size) {
  for (int place = 0; place < PLACES; place++) {
    if (atomic_load(&places[place].start) != (uintptr_t)start) continue;
    atomic_store(&places[place].start, 0);
    munmap((void *)(uintptr_t)start, size);
    atomic_store(&places[place].size, 0);
    return;
  }
}

int cplatform_is_damaged(const void *start) {
  int place = place_of((uintptr_t)start);
  return place >= 0 && atomic_load(&places[place].is_damaged);
}
