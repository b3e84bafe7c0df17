#pragma once
// What Swift's Glibc lacks or cannot do safely: one header a subject, all of them in by this one.
#include "Confine.h"
#include "Mapping.h"
#include "Memory.h"
#include "Nameless.h"
#include "Outside.h"
#include "Pipes.h"
#include "Read.h"
#include "Restore.h"
#include "Signals.h"
#include "Spawn.h"
#include "Text.h"
