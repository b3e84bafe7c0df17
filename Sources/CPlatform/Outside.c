#define _GNU_SOURCE
#include "Outside.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>

#include "Signals.h"

// On the stack of whoever asks, until it is done.
struct request {
  void (*work)(void *);
  void *context;
  int error;
  int is_done;
  struct request *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t asked = PTHREAD_COND_INITIALIZER, done = PTHREAD_COND_INITIALIZER;
static struct request *first, **last = &first;
static pthread_t thread;
static atomic_bool is_running;

static void *serve(void *unused) {
  (void)unused;
  cplatform_guard_thread();
  pthread_mutex_lock(&lock);
  for (;;) {
    while (!first) pthread_cond_wait(&asked, &lock);
    struct request *request = first;
    first = request->next;
    if (!first) last = &first;
    pthread_mutex_unlock(&lock);
    errno = 0;
    request->work(request->context);
    request->error = errno;
    pthread_mutex_lock(&lock);
    request->is_done = 1;
    pthread_cond_broadcast(&done);
  }
  return NULL;
}

int cplatform_outside_start(void) {
  if (atomic_load(&is_running)) return 0;
  // What comes from elsewhere is for other threads; its own crashes are its own.
  static const int own[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS};
  sigset_t others, before;
  sigfillset(&others);
  for (size_t index = 0; index < sizeof own / sizeof *own; index++) sigdelset(&others, own[index]);
  int failure = pthread_sigmask(SIG_SETMASK, &others, &before);
  if (failure) return failure;
  failure = pthread_create(&thread, NULL, serve, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (!failure) atomic_store(&is_running, 1);
  return failure;
}

void cplatform_outside(void (*work)(void *), void *context) {
  if (!atomic_load(&is_running) || pthread_equal(pthread_self(), thread)) {
    work(context);
    return;
  }
  struct request request = {.work = work, .context = context};
  pthread_mutex_lock(&lock);
  *last = &request;
  last = &request.next;
  pthread_cond_signal(&asked);
  while (!request.is_done) pthread_cond_wait(&done, &lock);
  pthread_mutex_unlock(&lock);
  errno = request.error;
}
