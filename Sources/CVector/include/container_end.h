#ifndef CONTAINER_END_H
#define CONTAINER_END_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// The bytes among 64 that affect where a JSON container ends, one bit for each byte.
struct cvector_marks {
  uint64_t quotes, backslashes, opening, closing;
};

/// The marks of 64 bytes. A bracket differs from the brace of the same direction in one bit.
static inline struct cvector_marks cvector_marks_of(const uint8_t *bytes) {
  struct cvector_marks marks = {0, 0, 0, 0};
#if defined(__SSE2__)
  for (int i = 0; i < 64; i += 16) {
    __m128i chunk = _mm_loadu_si128((const __m128i *)(bytes + i));
    __m128i braces = _mm_or_si128(chunk, _mm_set1_epi8(0x20));
#define CVECTOR_MARK(field, value, byte) \
  marks.field |= (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(value, _mm_set1_epi8(byte))) << i
    CVECTOR_MARK(quotes, chunk, '"');
    CVECTOR_MARK(backslashes, chunk, '\\');
    CVECTOR_MARK(opening, braces, '{');
    CVECTOR_MARK(closing, braces, '}');
#undef CVECTOR_MARK
  }
#else
  for (int i = 0; i < 64; i++) {
    marks.quotes |= (uint64_t)(bytes[i] == '"') << i;
    marks.backslashes |= (uint64_t)(bytes[i] == '\\') << i;
    marks.opening |= (uint64_t)((bytes[i] | 0x20) == '{') << i;
    marks.closing |= (uint64_t)((bytes[i] | 0x20) == '}') << i;
  }
#endif
  return marks;
}

/// The length in bytes of the JSON object or array at the start of `bytes`; if it does not end, `readable`, the
/// number of bytes that can be read. Only quotes, escapes and brackets are checked.
static inline size_t cvector_container_length(const uint8_t *bytes, size_t readable) {
  size_t depth = 0;
  // All bits are set if the block begins inside a string; the lowest one if its first byte is escaped.
  uint64_t inside = 0, escaped_first = 0;
  for (size_t offset = 0; offset < readable; offset += 64) {
    uint8_t rest[64];
    const uint8_t *block = bytes + offset;
    if (readable - offset < 64) {
      memset(rest, 0, sizeof rest);
      memcpy(rest, block, readable - offset);
      block = rest;
    }
    struct cvector_marks marks = cvector_marks_of(block);
    uint64_t escaped = escaped_first;
    escaped_first = 0;
    for (uint64_t left = marks.backslashes & ~escaped; left; left &= ~escaped & (left - 1)) {
      int index = __builtin_ctzll(left);
      if (index == 63) {
        escaped_first = 1;
      } else {
        escaped |= (uint64_t)2 << index;
      }
    }
    uint64_t quotes = marks.quotes & ~escaped;
    // Each bit becomes the parity of the quotes up to it, which is 1 inside strings.
    uint64_t strings = quotes;
    for (int shift = 1; shift < 64; shift *= 2) {
      strings ^= strings << shift;
    }
    strings ^= inside;
    inside = (uint64_t)((int64_t)strings >> 63);
    uint64_t brackets = (marks.opening | marks.closing) & ~strings;
    for (; brackets; brackets &= brackets - 1) {
      if (marks.opening & brackets & -brackets) {
        depth++;
      } else if (--depth == 0) {
        return offset + (size_t)__builtin_ctzll(brackets) + 1;
      }
    }
  }
  return readable;
}

#endif
