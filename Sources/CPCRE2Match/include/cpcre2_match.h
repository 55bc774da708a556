#ifndef CPCRE2_MATCH_H
#define CPCRE2_MATCH_H

#include <stddef.h>
#include <stdint.h>

/// How a match ended. The first two are verdicts, the others say what stopped it.
enum cpcre2_outcome {
  CPCRE2_NO_MATCH = 0,
  CPCRE2_MATCH = 1,
  CPCRE2_MATCH_LIMIT = 2,
  CPCRE2_DEPTH_LIMIT = 3,
  CPCRE2_HEAP_LIMIT = 4,
  CPCRE2_NO_MEMORY = 5,
  CPCRE2_FAULT = 6
};

/// What one match may use.
struct cpcre2_limits {
  uint32_t match_steps;
  uint32_t depth;
  uint32_t heap_kibibytes;
  uint32_t jit_stack_kibibytes;
};

/// Says whether `code`, a `pcre2_code *` of the 8-bit library, matches somewhere in the subject.
///
/// `subject` must be well-formed UTF-8 of `length` bytes; it may be NULL if `length` is 0. With
/// `use_jit`, `code` must have been through `pcre2_jit_compile` with success. Safe to call from any
/// number of threads with the same `code`: everything that is written belongs to the calling thread
/// and is freed when the thread ends. Allocates only on a thread's first call, for a larger JIT
/// stack, and in the interpreter.
int cpcre2_match(const void *code, const uint8_t *subject, size_t length, int use_jit,
                 const struct cpcre2_limits *limits);

#endif
