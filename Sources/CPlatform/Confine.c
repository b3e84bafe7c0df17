#define _GNU_SOURCE
#include "Confine.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "Filter.h"
#include "Outside.h"

// As in <linux/landlock.h>, which may be older than the kernel or missing. The numbers are the same on every architecture.
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446, VERSION_FLAG = 1, PATH_BENEATH = 1 };

struct ruleset {
  uint64_t files, network, scopes;
};

struct __attribute__((packed)) beneath {
  uint64_t allowed;
  int32_t parent;
};

#define RIGHT(number) (UINT64_C(1) << (number))
static const uint64_t write_file = RIGHT(1), read_file = RIGHT(2), read_folder = RIGHT(3), use_device = RIGHT(15);

// What each version learnt to forbid: all of it is.
static const struct {
  int version;
  struct ruleset forbids;
} versions[] = {
    {1, {.files = RIGHT(13) - 1}},           // open, write, make, remove, execute
    {2, {.files = RIGHT(13)}},               // link and rename into another folder
    {3, {.files = RIGHT(14)}},               // truncate
    {4, {.network = RIGHT(0) | RIGHT(1)}},   // bind and connect TCP
    {5, {.files = RIGHT(15)}},               // ioctl of devices
    {6, {.scopes = RIGHT(0)}},               // connect abstract sockets
};

// The sources by their names, to be found again; ends with NULL.
static char *const *_Atomic sources;

static int remember(char *const names[]) {
  size_t count = 0;
  while (names[count]) count++;
  char **copies = calloc(count + 1, sizeof *copies);
  if (!copies) return 0;
  for (size_t index = 0; index < count; index++)
    if (!(copies[index] = strdup(names[index]))) return 0;
  atomic_store(&sources, copies);
  return 1;
}

static void allow(int rules, const char *path, uint64_t rights, uint64_t known) {
  int place = open(path, O_PATH | O_CLOEXEC);
  struct stat status;
  if (place < 0) return;
  if (fstat(place, &status) == 0) {
    if (!S_ISDIR(status.st_mode)) rights &= ~read_folder;
    struct beneath rule = {.allowed = rights & known, .parent = place};
    syscall(ADD_RULE, rules, PATH_BENEATH, &rule, 0);
  }
  close(place);
}

static int keep_to(char *const read[], char *const system[], const char *terminal) {
  long version = syscall(CREATE_RULESET, NULL, 0, VERSION_FLAG);
  if (version < 1) return 0;
  struct ruleset all = {0};
  for (size_t index = 0; index < sizeof versions / sizeof *versions; index++) {
    if (versions[index].version > version) break;
    all.files |= versions[index].forbids.files;
    all.network |= versions[index].forbids.network;
    all.scopes |= versions[index].forbids.scopes;
  }
  // An older kernel takes a longer structure where the rest of it is 0.
  int rules = (int)syscall(CREATE_RULESET, &all, sizeof all, 0);
  if (rules < 0) return 0;
  fcntl(rules, F_SETFD, FD_CLOEXEC);
  for (; *read; read++) allow(rules, *read, read_file | read_folder, all.files);
  for (; *system; system++) allow(rules, *system, read_file | read_folder, all.files);
  allow(rules, terminal, read_file | write_file | use_device, all.files);
  long failure = syscall(RESTRICT_SELF, rules, 0);
  close(rules);
  return failure ? 0 : (int)version;
}

cplatform_confinement cplatform_confine(char *const read[], char *const system[], const char *terminal) {
  cplatform_confinement confinement = {0, 0};
  // Without a thread outside nothing could be kept any more, nor be opened.
  if (!remember(read) || cplatform_outside_start() != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return confinement;
  confinement.landlock = keep_to(read, system, terminal);
  confinement.has_filter = cplatform_filter_calls();
  return confinement;
}

// MARK: sources that were made anew

struct opening {
  int folder;
  const char *name;
  int flags;
  int descriptor;
};

// Whether an open file is a source, or lies in one, as they are now.
static int is_source(int descriptor) {
  char link[32], path[PATH_MAX], source[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  for (char *const *name = atomic_load(&sources); *name; name++) {
    if (!realpath(*name, source)) continue;
    size_t count = strlen(source);
    if (strncmp(path, source, count) == 0 && (path[count] == 0 || path[count] == '/' || count == 1)) return 1;
  }
  return 0;
}

static void open_again(void *context) {
  struct opening *opening = context;
  opening->descriptor = openat(opening->folder, opening->name, opening->flags);
  if (opening->descriptor < 0 || is_source(opening->descriptor)) return;
  close(opening->descriptor);
  opening->descriptor = -1;
  errno = EACCES;
}

int cplatform_open_source(int folder, const char *name, int flags) {
  int descriptor = openat(folder, name, flags);
  if (descriptor >= 0 || errno != EACCES || !atomic_load(&sources)) return descriptor;
  struct opening opening = {folder, name, flags, -1};
  cplatform_outside(open_again, &opening);
  return opening.descriptor;
}
