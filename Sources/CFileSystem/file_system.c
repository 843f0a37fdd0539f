#define _GNU_SOURCE
#include "file_system.h"
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int32_t exchange_paths(const char *first, const char *second) {
  enum { exchange = 2 };   // RENAME_EXCHANGE
  return (int32_t)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, exchange);
}

void flush_file_system(const char *path) {
  int descriptor = open(path, O_RDONLY);
  if (descriptor < 0) return;
  syncfs(descriptor);
  close(descriptor);
}
