#define _GNU_SOURCE
#include "Text.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>

int cplatform_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static int is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

int cplatform_use_utf8(void) {
  if (setlocale(LC_CTYPE, "") && is_utf8()) return 1;
  return setlocale(LC_CTYPE, "C.UTF-8") && is_utf8();
}
