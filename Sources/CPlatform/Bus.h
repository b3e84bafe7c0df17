#pragma once

// Whether an address that no page stands behind is that of a mapped file that was cut short, and reads as zero from now
// on. Async-signal-safe.
int cplatform_bus_rescue(void *address);
