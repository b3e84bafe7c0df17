#pragma once
#include <stddef.h>
#include <stdint.h>

// Signals in three kinds. Those that ask for something (SIGWINCH, SIGTSTP, SIGCONT, SIGCHLD) and those that end the
// program (SIGTERM, SIGHUP, SIGINT, SIGQUIT) become bytes in a pipe, each the number of its signal, so that poll(2) sees
// them. Whoever reads the pipe has two seconds to end after an ending one; then, or when a second one comes, the terminal
// is given back and the signal does what it always does. SIGPIPE and SIGXFSZ let the write fail instead. Crashes give the
// terminal back first.

/// Installs the handlers; may be called again, to take back what a library changed. What was ignored when the program
/// started (nohup) stays ignored. Returns 0, or an errno.
int cplatform_signals_install(void);

/// Gives the calling thread room to handle a crash that has used up its stack: without it, such a crash leaves the terminal
/// as it is. Done for the thread that installs the handlers. Returns 0, or an errno.
int cplatform_guard_thread(void);

/// The end of the pipe to wait on and to read from; -1 before ``cplatform_signals_install``.
int cplatform_signal_descriptor(void);

/// Gives the terminal back and ends the program by `signal`, so that whoever waits for it sees why.
_Noreturn void cplatform_end_by(int signal);

/// Stops the program and the others in its process group as Ctrl-Z does, with the terminal given back before. Returns 1 when
/// it goes on: at once where nobody could continue it. Returns 0 and does nothing where SIGTSTP is ignored.
int cplatform_stop(void);
