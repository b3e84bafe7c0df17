#pragma once

// Has the kernel refuse (EACCES) what the calling thread, and those it starts, never need: sockets, other programs and their
// memory, typing into the terminal. Gives 1, or 0 where that can't be had.
int cplatform_filter_calls(void);
