#pragma once
#include <stddef.h>

// Programs are started by a list of arguments, the first of them found on PATH, with signals as at a fresh start. Every
// descriptor of ours but the three they are given is close-on-exec. They are not confined where we are (Confine.h).

/// Starts a program detached: in a session of its own, its input `input`, or /dev/null where that is negative, as its output
/// is. Gives the process id, or minus errno.
int cplatform_spawn_detached(char *const _Nullable arguments[_Nonnull], int input);

/// Runs a program that has the terminal meanwhile and waits for its end: in our process group, so that Ctrl-Z stops both and
/// Ctrl-C is for it alone. Both its outputs are `output`. Gives 0 and in `status` what waitpid gave, or an errno.
int cplatform_run(char *const _Nullable arguments[_Nonnull], int input, int output, int *_Nonnull status);

/// A descriptor that reads as those bytes, of a file without a name; close-on-exec. Minus errno where there is none.
int cplatform_hold(const void *_Nullable bytes, size_t count);

/// Looks after a process started detached: 0 while it runs, 1 once it ended (`status` then holds what waitpid gave), minus
/// errno where it can't be told.
int cplatform_reap(int process, int *_Nonnull status);

/// The exit status in what waitpid gave, or 128 and the signal's number.
int cplatform_exit_status(int status);
