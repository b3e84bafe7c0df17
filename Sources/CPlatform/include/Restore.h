#pragma once
#include <stddef.h>
#include <stdint.h>

// One routine gives the terminal back, whoever asks: quitting, suspending, a signal, a crash. It calls nothing but
// async-signal-safe functions, and everything it needs is made ready here beforehand.

/// The longest undo string, in bytes.
enum { CPLATFORM_UNDO_MAX = 512 };

/// Remembers how the terminal is set (termios of `input`) and where to write (`output`). Returns 0, or an errno.
int cplatform_terminal_save(int input, int output);

/// From now on ``cplatform_terminal_restore`` has something to do: writes `undo` and sets the terminal as it was saved.
/// Returns 0, or EMSGSIZE where `undo` is too long.
int cplatform_terminal_arm(const uint8_t *_Nonnull undo, size_t length);

/// Makes the saved terminal raw: every byte comes as it is typed, no echo, no signals from keys, no flow control, output
/// as written. Stops the program (SIGTTOU) while it is in the background. Returns 0, or an errno.
int cplatform_terminal_raw(void);

/// Gives the terminal back as it was, once: does nothing where it is not armed. Async-signal-safe. Never waits for more
/// than a moment for a terminal that takes no output.
void cplatform_terminal_restore(void);
