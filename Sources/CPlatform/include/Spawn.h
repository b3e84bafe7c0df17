#pragma once

/// Starts a program, found on PATH, with its arguments (the program first, NULL last), detached: in a session of its own, its three standard descriptors
/// on /dev/null, signals as at a fresh start. Every other descriptor of ours is close-on-exec. No shell has a part in it.
/// Gives the process id, or minus errno.
int cplatform_spawn_detached(char *const *arguments);

/// Looks after a process started so: 0 while it runs, 1 once it ended (`status` then holds what waitpid gave), minus
/// errno where it can't be told.
int cplatform_reap(int process, int *status);

/// The exit status in what waitpid gave, or 128 and the signal's number.
int cplatform_exit_status(int status);
