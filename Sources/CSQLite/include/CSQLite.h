#pragma once
#include <sqlite3.h>

// What Swift cannot import of SQLite: a macro that casts a number to a function.

/// Binds text of that many bytes, which SQLite copies. Returns a result code.
static inline int csqlite_bind_text(sqlite3_stmt *_Nonnull statement, int index, const char *_Nullable text,
                                    int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}
