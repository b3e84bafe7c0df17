#pragma once

/// Lets the heap grow by that many bytes at a time, taken up page by page. Does nothing where the C library cannot.
void cplatform_set_heap_step(int bytes);

/// Gives the system back what the heap has and does not use. Takes a few milliseconds. Does nothing where the C library cannot.
void cplatform_trim_heap(void);
