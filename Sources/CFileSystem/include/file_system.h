// Two system calls that Swift cannot reach by itself.
#pragma once
#include <stdint.h>

// Exchanges the names of two paths at once (Linux 3.15). Returns 0, or -1 with errno set.
int32_t exchange_paths(const char *first, const char *second);

// Flushes the file system that holds a path to the disk.
void flush_file_system(const char *path);
