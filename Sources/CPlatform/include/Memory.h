#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Lets the heap grow by that many bytes at a time, taken up page by page. Where this process may have so much address space
/// only (`ulimit -v`), it has the heap take no more than is needed instead. Does nothing where the C library cannot.
void cplatform_set_heap_step(int bytes);

/// Whether the system would give this process so many bytes just now: by its limits (`ulimit -v`, `ulimit -d`), and by the rule
/// that the system promises memory by. Nothing is taken.
bool cplatform_has_memory(size_t bytes);

/// Gives the system back what the heap has and does not use. Takes a few milliseconds. Does nothing where the C library cannot.
void cplatform_trim_heap(void);
