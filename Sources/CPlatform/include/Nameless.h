#pragma once

/// Makes a file in a folder that has no name there and is gone when it is closed, for this user only. Gives its descriptor, or
/// -1 with `errno` set: not every file system can.
int cplatform_make_nameless(const char *_Nonnull folder);

/// Has the disk begin to write a part of a file, and waits for nothing. Does nothing where the system cannot.
void cplatform_begin_write(int descriptor, long offset, long size);

/// Gives such a file a name. Gives 0, or -1 with `errno` set.
int cplatform_give_name(int descriptor, const char *_Nonnull path);
