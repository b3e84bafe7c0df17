#pragma once
#include <stddef.h>

// Least privilege, by Linux: what a thread may still do once it has said that it needs no more, and with it every thread that
// it starts. There is no way back.
//
// Files are Landlock's matter (landlock(7)): only what lies in the places named is opened, to be read. Nothing is written,
// made, renamed, removed or executed; TCP is closed too from version 4 on. A filter of system calls (seccomp(2)) closes
// sockets of any kind, starting programs, looking into other processes, and typing into the terminal.

/// What holds for the calling thread.
typedef struct {
  /// The version of Landlock that keeps it to its places, 0 where the kernel has none.
  int landlock;
  /// Whether the filter of system calls is in force.
  int has_filter;
} cplatform_confinement;

/// Confines the calling thread, and has another one do what it may not (Outside.h). The first call must come from the only
/// thread there is.
///
/// `sources` are files, and folders with all that is in them, to be read: what is not there now, or is made anew, is
/// opened by ``cplatform_open_source``. `system` are the same, and are not looked for again. `terminal` is a device to be read
/// and written. Both lists end with NULL.
cplatform_confinement cplatform_confine(
    char *const _Nullable sources[_Nonnull], char *const _Nullable system[_Nonnull], const char *_Nonnull terminal);

/// Opens a file or folder as openat(2) does. What a confined thread may not open is opened by the one that is not, where, all
/// links followed, it is one of the sources by their names or lies in one: a file that was saved anew under its name, say, or
/// a folder that was made again.
int cplatform_open_source(int folder, const char *_Nonnull name, int flags);
