#ifndef STRING_BYTES_H
#define STRING_BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

/// One bit for each of 16 bytes, set if it is not a plain character of a JSON string: if it is a quote, a backslash, a
/// control character, or a byte beyond ASCII.
static inline uint32_t cvector_special_bytes(const uint8_t *bytes) {
#if defined(__SSE2__)
  __m128i chunk = _mm_loadu_si128((const __m128i *)bytes);
  // As signed numbers, bytes from 0x80 are negative, so one comparison finds them and the control characters.
  __m128i special = _mm_or_si128(
      _mm_cmplt_epi8(chunk, _mm_set1_epi8(0x20)),
      _mm_or_si128(_mm_cmpeq_epi8(chunk, _mm_set1_epi8('"')),
                   _mm_cmpeq_epi8(chunk, _mm_set1_epi8('\\'))));
  return (uint32_t)_mm_movemask_epi8(special);
#elif defined(__aarch64__)
  static const uint8_t bits[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  int8x16_t chunk = vld1q_s8((const int8_t *)bytes);
  uint8x16_t special =
      vorrq_u8(vcltq_s8(chunk, vdupq_n_s8(0x20)),
               vorrq_u8(vceqq_s8(chunk, vdupq_n_s8('"')), vceqq_s8(chunk, vdupq_n_s8('\\'))));
  special = vandq_u8(special, vld1q_u8(bits));
  return vaddv_u8(vget_low_u8(special)) | (uint32_t)vaddv_u8(vget_high_u8(special)) << 8;
#else
  uint32_t special = 0;
  for (int i = 0; i < 16; i++) {
    special |= (uint32_t)(bytes[i] < 0x20 || bytes[i] >= 0x80 || bytes[i] == '"' || bytes[i] == '\\') << i;
  }
  return special;
#endif
}

/// `cvector_first_special_byte` in the largest steps that the processor supports; chosen when the program starts.
extern size_t (*cvector_chosen_search)(const uint8_t *bytes, size_t from, size_t count);

/// The index of the first of `count` bytes, at or after `from`, that is not a plain character of a JSON string; `count`
/// if there is none.
static inline size_t cvector_first_special_byte(const uint8_t *bytes, size_t from, size_t count) {
  return cvector_chosen_search(bytes, from, count);
}

/// Sixteen bytes as two words in the machine's byte order.
struct cvector_words {
  uint64_t first;
  uint64_t second;
};

/// The first `length` of 16 bytes, followed by zeros; `length` is at most 16. All 16 bytes are read.
static inline struct cvector_words cvector_first_bytes(const void *bytes, unsigned length) {
  // The mask for `length` bytes starts `length` bytes before the middle.
  static const uint8_t masks[32] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  struct cvector_words words, mask;
  memcpy(&words, bytes, 16);
  memcpy(&mask, masks + 16 - (length & 31), 16);
  words.first &= mask.first;
  words.second &= mask.second;
  return words;
}

/// The index of the first of `count` numbers, starting at `start`, that equals `wanted`; `count` if there is none.
static inline size_t cvector_first_equal(const uint32_t *numbers, size_t start, size_t count,
                                         uint32_t wanted) {
  // Compilers turn a block without an exit into vector instructions.
  while (count - start >= 8) {
    uint32_t found = 0;
    for (int i = 0; i < 8; i++) {
      found |= numbers[start + i] == wanted;
    }
    if (found) {
      break;
    }
    start += 8;
  }
  while (start < count && numbers[start] != wanted) {
    start++;
  }
  return start;
}

#endif
