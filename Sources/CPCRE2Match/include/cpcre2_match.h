#ifndef CPCRE2_MATCH_H
#define CPCRE2_MATCH_H

#include <stddef.h>
#include <stdint.h>

/// The outcome of a match. The first two are verdicts; the others tell what stopped the match.
enum cpcre2_outcome {
  CPCRE2_NO_MATCH = 0,
  CPCRE2_MATCH = 1,
  CPCRE2_MATCH_LIMIT = 2,
  CPCRE2_DEPTH_LIMIT = 3,
  CPCRE2_HEAP_LIMIT = 4,
  CPCRE2_NO_MEMORY = 5,
  CPCRE2_FAULT = 6
};

/// A compiled pattern, a `pcre2_code *` of the 8-bit library.
struct cpcre2_code {
  const void *code;
  /// 1 if `pcre2_jit_compile` succeeded, else 0.
  int use_jit;
};

/// The limits of one match.
struct cpcre2_limits {
  uint32_t match_steps;
  uint32_t depth;
  uint32_t heap_kibibytes;
  uint32_t jit_stack_kibibytes;
  /// The steps that each part of a pattern costs in addition to the bytes that it passes, if steps are counted.
  int32_t steps_per_part;
};

/// Returns whether a pattern matches somewhere in the subject.
///
/// `subject` must be `length` bytes of well-formed UTF-8, or of ASCII if the pattern was compiled without
/// `PCRE2_UTF`; it may be NULL if `length` is 0. Safe to call from any number of threads with the same pattern: all
/// memory that is written belongs to the calling thread and is freed when the thread ends. Allocates only on a
/// thread's first call, for a larger JIT stack, and in the interpreter.
int cpcre2_match(struct cpcre2_code code, const uint8_t *subject, size_t length,
                 const struct cpcre2_limits *limits);

/// Like `cpcre2_match`, for a pattern compiled with `PCRE2_AUTO_CALLOUT`. `total_steps` limits the whole match, in
/// steps of about one byte; 0 means no limit.
int cpcre2_match_counting(struct cpcre2_code code, const uint8_t *subject, size_t length,
                          const struct cpcre2_limits *limits, int64_t total_steps);

#endif
