#ifndef MALLOC_COUNT_H
#define MALLOC_COUNT_H

#include <stdint.h>

/// How often this process has asked for memory so far (malloc, calloc, realloc and the aligned
/// forms), on all threads. -1 where that cannot be counted.
int64_t malloc_count(void);

#endif
