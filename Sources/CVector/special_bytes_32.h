#ifndef SPECIAL_BYTES_32_H
#define SPECIAL_BYTES_32_H

#include <immintrin.h>
#include <stdint.h>

#define TARGET_32 __attribute__((target("avx2,bmi,bmi2")))
#define HAS_TARGET_32 \
  (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2"))

/// One bit for each byte that is not a plain character of a JSON string.
TARGET_32 static inline uint32_t special_bytes_32(__m256i chunk) {
  // As signed numbers, bytes from 0x80 are also less than a space.
  __m256i special = _mm256_or_si256(
      _mm256_cmpgt_epi8(_mm256_set1_epi8(0x20), chunk),
      _mm256_or_si256(_mm256_cmpeq_epi8(chunk, _mm256_set1_epi8('"')),
                      _mm256_cmpeq_epi8(chunk, _mm256_set1_epi8('\\'))));
  return (uint32_t)_mm256_movemask_epi8(special);
}

#endif
