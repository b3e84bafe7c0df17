#define _GNU_SOURCE
#include "Text.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>

ptrdiff_t cplatform_find(const void *haystack, size_t length, const void *needle, size_t needle_length) {
  if (needle_length == 0) return 0;
  if (length < needle_length) return -1;
  const char *found = memmem(haystack, length, needle, needle_length);
  return found ? found - (const char *)haystack : -1;
}

int cplatform_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static int is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

int cplatform_use_utf8(void) {
  if (setlocale(LC_CTYPE, "") && is_utf8()) return 1;
  return setlocale(LC_CTYPE, "C.UTF-8") && is_utf8();
}
