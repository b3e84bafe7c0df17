// What the system asks for reading a flat folder, and nothing else: its names, then open, read and close of each file by two
// threads. Prints milliseconds. The limit that no reader of these files can pass.
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int folder;
static char **names;
static size_t count;
static atomic_size_t next;

static void *read_files(void *unused) {
  (void)unused;
  char *buffer = malloc(1 << 20);
  for (size_t at; (at = atomic_fetch_add(&next, 64)) < count;) {
    for (size_t file = at; file < at + 64 && file < count; file++) {
      int descriptor = openat(folder, names[file], O_RDONLY | O_CLOEXEC);
      if (descriptor < 0) continue;
      if (read(descriptor, buffer, 1 << 20) < 0) perror(names[file]);
      close(descriptor);
    }
  }
  free(buffer);
  return NULL;
}

int main(int arguments, char **values) {
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  DIR *stream = arguments == 2 ? opendir(values[1]) : NULL;
  if (!stream) return 2;
  folder = dirfd(stream);
  size_t room = 0;
  for (struct dirent *entry; (entry = readdir(stream));) {
    if (entry->d_name[0] == '.') continue;
    if (count == room) names = realloc(names, (room = room * 2 + 1024) * sizeof *names);
    names[count++] = strdup(entry->d_name);
  }
  pthread_t other;
  pthread_create(&other, NULL, read_files, NULL);
  read_files(NULL);
  pthread_join(other, NULL);
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("%.3f\n", (double)(end.tv_sec - start.tv_sec) * 1e3 + (double)(end.tv_nsec - start.tv_nsec) / 1e6);
}
