#ifndef MALLOC_COUNT_H
#define MALLOC_COUNT_H

#include <stdint.h>

/// The number of allocations by this process so far (malloc, calloc, realloc and the aligned forms), on all threads;
/// -1 if they cannot be counted.
int64_t malloc_count(void);

#endif
