#define _GNU_SOURCE
#include "Filter.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined __x86_64__
enum { ARCHITECTURE = AUDIT_ARCH_X86_64, FIRST_FOREIGN = 0x40000000 };
#elif defined __aarch64__
enum { ARCHITECTURE = AUDIT_ARCH_AARCH64, FIRST_FOREIGN = 0x7fffffff };
#else
#define IS_UNKNOWN 1
#endif

#ifdef IS_UNKNOWN
int cplatform_filter_calls(void) { return 0; }
#else

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
// The instruction after it is passed over unless the value is that one.
#define IF(value) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, 1)
#define UNLESS(value) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 1, 0)
#define IF_AT_LEAST(value) BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, (value), 0, 1)
#define NEVER(call) IF(SYS_##call), REFUSE
// Only the lower half counts: the kernel looks at no more of it.
#define REQUEST LOAD(args[1])

int cplatform_filter_calls(void) {
  struct sock_filter program[] = {
      LOAD(arch), UNLESS(ARCHITECTURE), REFUSE,
      LOAD(nr), IF_AT_LEAST(FIRST_FOREIGN), REFUSE,
      NEVER(socket), NEVER(connect), NEVER(io_uring_setup),
      NEVER(execve), NEVER(execveat),
      NEVER(ptrace), NEVER(process_vm_readv), NEVER(process_vm_writev), NEVER(pidfd_getfd),
      UNLESS(SYS_ioctl), ALLOW,
      REQUEST, IF(TIOCSTI), REFUSE, IF(TIOCLINUX), REFUSE,
      ALLOW,
  };
  struct sock_fprog filter = {.len = sizeof program / sizeof *program, .filter = program};
  return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &filter) == 0;
}
#endif
